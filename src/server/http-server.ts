/** The HTTP side of the service: which path gives what, and to whom. */
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import { accessRules } from '../access/access'
import { isLoopback } from '../access/hosts'
import type { Readiness, ServiceDatabase } from '../reader'
import { RequestState, type ServerContext } from '../request'
import type { ServiceSettings } from '../settings'
import { answerOperation } from './answer-operation'
import type { Apollo } from './apollo'
import { corsHeaders } from './cors'
import type { Metrics } from './metrics'
import { playgroundFiles, playgroundPage, readExamples } from './playground'
import { JSON_TYPE, refuse, send } from './send'

export interface HttpParts {
  readonly apollo: Apollo
  readonly database: ServiceDatabase
  readonly settings: ServiceSettings
  /** Makes what the resolvers of a request get. */
  readonly context: (state: RequestState) => ServerContext
  readonly metrics: Metrics
  readonly log: Logger
  /** Whether the service is being taken down. */
  readonly isStopping: () => boolean
  readonly bodyMs?: number
}

/** How long a client may take for the headers, and for a whole request with its body. */
const HEADERS_MS = 10_000
const REQUEST_MS = 70_000
const MAX_CONNECTIONS = 2_000

/** Makes the server; it does not listen yet. */
export function createHttpServer(parts: HttpParts): Server {
  const { settings, log, metrics } = parts
  const accessOf = accessRules(settings)
  const cors = corsHeaders(settings.corsOrigins)
  const noteReadiness = readinessNotes(log)
  const bundle = settings.playground ? playgroundFiles(settings.playgroundBundle) : () => null
  const page = settings.playground ? playgroundPage('/graphql', readExamples(settings.examples)) : null

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').split('?', 1)[0] as string
    if (path === '/health') return send(response, 200, JSON_TYPE, '{"status":"ok"}')
    if (path === '/ready') return answerReady(response, parts, noteReadiness)
    if (cors(request, response)) return send(response, 204, JSON_TYPE, '')
    const { editor, denial } = accessOf(request)
    if (denial && (path === '/graphql' || path === '/metrics')) return refuse(request, response, denial)
    if (path === '/metrics') return send(response, 200, metrics.contentType, await metrics.text())
    if (path === '/graphql') {
      if (page && wantsPage(request)) return send(response, 200, page.type, page.body)
      return withState(request, response, editor)
    }
    if (path === '/' && page) {
      response.setHeader('location', '/graphql')
      return send(response, 302, 'text/plain', '')
    }
    const file = bundle(path)
    if (!file) return refuse(request, response, { status: 404, message: 'Nothing is here. Operations go to /graphql.' })
    response.setHeader('cache-control', 'public, max-age=3600')
    send(response, 200, file.type, file.body)
  }

  async function withState(request: IncomingMessage, response: ServerResponse, editor: string | null): Promise<void> {
    const state = new RequestState(requestId(request), editor, { database: parts.database, onStatement: metrics.statement })
    response.setHeader('x-request-id', state.id)
    response.once('close', () => {
      if (!response.writableFinished) state.abandon()
    })
    metrics.arrived()
    try {
      await answerOperation(request, response, { apollo: parts.apollo, state, context: parts.context, bodyMs: parts.bodyMs })
    } finally {
      metrics.answered()
      state.end()
    }
  }

  const server = createServer({ headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, connectionsCheckingInterval: 2_000 })
  server.maxConnections = MAX_CONNECTIONS
  server.on('request', (request, response) => {
    response.setHeader('x-content-type-options', 'nosniff')
    response.setHeader('x-frame-options', 'DENY')
    if (parts.isStopping()) response.setHeader('connection', 'close')
    route(request, response).catch(error => {
      const id = randomUUID()
      log.error({ event: 'http.failed', id, error })
      if (response.headersSent) response.destroy()
      else refuse(request, response, { status: 500, message: `Something went wrong on our side. It is logged as ${id}.` })
    })
  })
  return server
}

/** Binds the server and gives its address. */
export function listen(server: Server, { host, port }: { host: string; port: number }): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      const bound = (server.address() as AddressInfo).port
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${bound}`)
    })
  })
}

/** Writes into the log when the service becomes unready, for what reason, and when it is ready again; a probe that finds what the last one found says nothing new. */
function readinessNotes(log: Logger): (readiness: Readiness) => void {
  let last: string | null = null
  return readiness => {
    const problem = readiness.ready ? null : readiness.problem
    if (problem === last) return
    last = problem
    if (problem === null) log.info({ event: 'ready' })
    else log.warn({ event: 'not_ready', problem })
  }
}

async function answerReady(
  response: ServerResponse,
  { database, metrics, isStopping, settings }: HttpParts,
  note: (readiness: Readiness) => void,
): Promise<void> {
  const readiness: Readiness = isStopping()
    ? { ready: false, problem: 'The service is being stopped.' }
    : await database.readiness()
  metrics.readiness(readiness.ready)
  note(readiness)
  if (readiness.ready) return send(response, 200, JSON_TYPE, JSON.stringify(readiness))
  // The problem names the address of the database, which is nobody's business elsewhere.
  const problem = isLoopback(settings.host) ? readiness.problem : 'The database is not ready; the log says why.'
  send(response, 503, JSON_TYPE, JSON.stringify({ ready: false, problem }))
}

/** A browser that opens the address asks for HTML and brings no operation. */
function wantsPage(request: IncomingMessage): boolean {
  return (
    request.method === 'GET' &&
    (request.headers.accept ?? '').includes('text/html') &&
    !/[?&](query|extensions)=/.test(request.url ?? '')
  )
}

/** The id that a proxy in front has given, where it is harmless in a log; else a new one. */
function requestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id']
  return typeof given === 'string' && /^[\w.-]{1,64}$/.test(given) ? given : randomUUID()
}
