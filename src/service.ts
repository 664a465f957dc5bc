/** The GraphQL service: its schema, and the server that answers for it. */
import 'reflect-metadata'
import type { Logger } from 'pino'
import { createContext } from './context'
import type { Editing } from './decision/editing'
import type { ServiceDatabase } from './reader'
import { buildServiceSchema } from './schema'
import { type Service, serve } from './server/serve'
import type { ServiceSettings } from './settings'

export type { Service } from './server/serve'
export type { ServiceSettings } from './settings'

export interface ServiceParts {
  readonly database: ServiceDatabase
  readonly settings: ServiceSettings
  /** What editors can do, as functions handed in; null switches all mutations off. */
  readonly editing: Editing | null
  readonly log: Logger
}

/** Starts the service and resolves when it listens. Rejects with the error of `listen` (EADDRINUSE) where the port is taken. */
export function startService({ database, settings, editing, log }: ServiceParts): Promise<Service> {
  return serve({ schema: buildServiceSchema(), context: request => createContext(request, editing), database, settings, log })
}
