/** The GraphQL service: schema, Apollo, and the HTTP server around them. */
import type { Logger } from 'pino'
import type { Editing } from './decision/editing'
import type { ServiceDatabase } from './reader'
import { buildServiceSchema } from './schema'
import { createApollo } from './server/apollo'
import { createHttpServer, listen } from './server/http-server'

export interface ServiceSettings {
  readonly host: string
  readonly port: number
  /** Whether browsers get the playground, and whether the schema can be asked for. */
  readonly playground: boolean
  readonly introspection: boolean
  /** The folder with the bundle of the playground, and the one with the operations for its tabs. */
  readonly playgroundBundle: string
  readonly examples: string
  /** Editors by token name. Empty: mutations are off. */
  readonly editors: ReadonlyMap<string, string>
  /** Whether reading is open without a token where the service does not listen on loopback. */
  readonly publicRead: boolean
  /** Origins whose pages may ask from a browser; empty: none. */
  readonly corsOrigins: readonly string[]
}

export interface ServiceParts {
  readonly database: ServiceDatabase
  readonly settings: ServiceSettings
  /** What editors can do, as functions handed in; null switches all mutations off. */
  readonly editing: Editing | null
  readonly log: Logger
}

export interface Service {
  /** Where the service answers: `http://127.0.0.1:4000`. */
  readonly url: string
  /** Takes no new requests, finishes the running ones, and ends. */
  close(): Promise<void>
}

/** Starts the service and resolves when it listens. Rejects with the error of `listen` (EADDRINUSE) where the port is taken. */
export async function startService({ database, settings, editing, log }: ServiceParts): Promise<Service> {
  const schema = buildServiceSchema()
  const apollo = await createApollo({ schema, settings, log })
  const server = createHttpServer({ apollo, database, settings, editing, log })
  const url = await listen(server, settings)
  return {
    url,
    async close() {
      const closed = new Promise<void>(resolve => server.close(() => resolve()))
      server.closeIdleConnections()
      await closed
      await apollo.stop()
    },
  }
}
