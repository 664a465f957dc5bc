/** Puts Apollo and the HTTP server around a schema, and takes them down so that what runs is finished. */
import type { Server } from 'node:http'
import type { GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import type { ServiceDatabase } from '../reader'
import type { RequestState, ServerContext } from '../request'
import type { ServiceSettings } from '../settings'
import { createApollo } from './apollo'
import { byTheBook } from './by-the-book'
import { compiledQueries } from './compiled'
import { doorkeeper } from './doorkeeper'
import { createHttpServer, listen } from './http-server'
import { journal } from './journal'
import { Metrics } from './metrics'

export interface ServerParts {
  readonly schema: GraphQLSchema
  /** Makes what the resolvers of a request get. */
  readonly context: (request: RequestState) => ServerContext
  readonly database: ServiceDatabase
  readonly settings: ServiceSettings
  readonly log: Logger
  /** How long running requests may take to finish once the service is told to stop. */
  readonly graceMs?: number
  /** How long the body of a request may take. */
  readonly bodyMs?: number
}

export interface Service {
  /** Where the service answers: `http://127.0.0.1:4000`. */
  readonly url: string
  /** Takes no new requests, finishes the running ones, and ends. */
  close(): Promise<void>
}

const GRACE_MS = 20_000

/** Starts the server and resolves when it listens. Rejects with the error of `listen` where the port is taken. */
export async function serve({
  schema,
  context,
  database,
  settings,
  log,
  graceMs = GRACE_MS,
  bodyMs,
}: ServerParts): Promise<Service> {
  const metrics = new Metrics()
  const apollo = await createApollo({
    schema,
    introspection: settings.introspection,
    plugins: [doorkeeper(settings), compiledQueries(), byTheBook(), journal(log, metrics)],
    log,
  })
  let stopping = false
  const server = createHttpServer({ apollo, database, settings, context, metrics, log, isStopping: () => stopping, bodyMs })
  const url = await listen(server, settings)
  return {
    url,
    async close() {
      stopping = true
      await drain(server, graceMs, log)
      await apollo.stop()
    },
  }
}

/** Lets the running requests finish and cuts those that do not in time. Connections without a request end at once. */
async function drain(server: Server, graceMs: number, log: Logger): Promise<void> {
  const cut = setTimeout(() => {
    log.warn({ event: 'http.cut', milliseconds: graceMs })
    server.closeAllConnections()
  }, graceMs)
  const idle = setInterval(() => server.closeIdleConnections(), 100)
  await new Promise<void>(resolve => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
  clearTimeout(cut)
  clearInterval(idle)
}
