/** The GraphQL service: its schema, and the server that answers for it. */
import 'reflect-metadata'
import type { Logger } from 'pino'
import { createContext, type RequestContext } from './context'
import type { Editing } from './decision/editing'
import type { ReadBodyName } from './entity/names'
import type { ServiceDatabase } from './reader'
import type { RequestState } from './request'
import { buildServiceSchema } from './schema'
import { readExamples } from './server/playground'
import { type Service, serve } from './server/serve'
import type { ServiceSettings } from './settings'
import { Shared } from './shared'
import { warmUp } from './warm-up'

export type { Service } from './server/serve'
export type { ServiceSettings } from './settings'

export interface ServiceParts {
  readonly database: ServiceDatabase
  readonly settings: ServiceSettings
  /** What editors can do, as functions handed in; null switches all mutations off. */
  readonly editing: Editing | null
  /** Under what other names the graph may hold a body, so that a search finds it by its short forms too. */
  readonly readBodyName?: ReadBodyName
  readonly log: Logger
}

/**
 * Starts the service and resolves when it listens; the example questions are asked once in the background. Rejects with the error of `listen` (EADDRINUSE)
 * where the port is taken.
 */
export async function startService({ database, settings, editing, readBodyName, log }: ServiceParts): Promise<Service> {
  const schema = buildServiceSchema()
  const shared = new Shared(readBodyName)
  let running = 0
  const context = (request: RequestState): RequestContext => {
    running++
    request.onEnd(() => running--)
    return createContext(request, editing, shared)
  }
  const service = await serve({ schema, context, database, settings, log })
  const examples = settings.examples === '' ? [] : readExamples(settings.examples)
  const stopWarmUp = warmUp({ schema, database, examples, log, isBusy: () => running > 0 })
  return {
    url: service.url,
    async close() {
      await Promise.all([stopWarmUp(), service.close()])
    },
  }
}
