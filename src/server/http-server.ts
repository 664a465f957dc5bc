/** The HTTP side of the service: which path gives what. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { HeaderMap } from '@apollo/server'
import type { Logger } from 'pino'
import { createContext } from '../context'
import type { Editing } from '../decision/editing'
import { RequestReader, type ServiceDatabase } from '../reader'
import type { ServiceSettings } from '../service'
import type { Apollo } from './apollo'
import { readBody } from './body'
import { editorOf } from './editors'
import { playgroundFiles, playgroundPage, readExamples } from './playground'

interface Parts {
  readonly apollo: Apollo
  readonly database: ServiceDatabase
  readonly settings: ServiceSettings
  readonly editing: Editing | null
  readonly log: Logger
}

/** Makes the server; it does not listen yet. */
export function createHttpServer(parts: Parts): Server {
  const { settings, log } = parts
  const bundle = settings.playground ? playgroundFiles(settings.playgroundBundle) : () => null
  const page = settings.playground ? playgroundPage('/graphql', readExamples(settings.examples)) : null

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').split('?', 1)[0] as string
    if (path === '/graphql') {
      if (page && wantsPage(request)) return send(response, 200, page.type, page.body)
      return answerOperation(request, response, parts)
    }
    if (path === '/health') return send(response, 200, JSON_TYPE, '{"status":"ok"}')
    if (path === '/ready') {
      const readiness = await parts.database.readiness()
      return send(response, readiness.ready ? 200 : 503, JSON_TYPE, JSON.stringify(readiness))
    }
    if (path === '/' && page) {
      response.setHeader('location', '/graphql')
      return send(response, 302, 'text/plain', '')
    }
    const file = bundle(path)
    if (file) {
      response.setHeader('cache-control', 'public, max-age=3600')
      return send(response, 200, file.type, file.body)
    }
    send(response, 404, JSON_TYPE, '{"errors":[{"message":"Nothing is here. Operations go to /graphql."}]}')
  }

  return createServer((request, response) => {
    route(request, response).catch(error => {
      log.error({ event: 'http.failed', error }, 'request failed')
      if (!response.headersSent) send(response, 500, JSON_TYPE, '{"errors":[{"message":"Something went wrong on our side."}]}')
      else response.destroy()
    })
  })
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

/** What one operation may take in the database, all its statements together. */
const TIME_LIMIT_MS = 10_000

const JSON_TYPE = 'application/json; charset=utf-8'

/** A browser that opens the address asks for HTML and brings no operation. */
function wantsPage(request: IncomingMessage): boolean {
  return (
    request.method === 'GET' &&
    (request.headers.accept ?? '').includes('text/html') &&
    !/[?&](query|extensions)=/.test(request.url ?? '')
  )
}

async function answerOperation(request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> {
  const body = await readBody(request)
  if (!body.ok) return send(response, body.status, JSON_TYPE, JSON.stringify({ errors: [{ message: body.message }] }))
  const headers = new HeaderMap()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  const search = (request.url ?? '').includes('?') ? (request.url as string).slice((request.url as string).indexOf('?')) : ''
  const answer = await parts.apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: (request.method ?? 'GET').toUpperCase(), headers, search, body: body.value },
    context: async () =>
      createContext({
        reader: new RequestReader(parts.database, TIME_LIMIT_MS),
        editing: parts.editing,
        editor: editorOf(request, parts.settings.editors),
      }),
  })
  for (const [name, value] of answer.headers) response.setHeader(name, value)
  response.statusCode = answer.status ?? 200
  if (answer.body.kind === 'complete') {
    response.setHeader('content-length', Buffer.byteLength(answer.body.string))
    response.end(answer.body.string)
    return
  }
  for await (const chunk of answer.body.asyncIterator) response.write(chunk)
  response.end()
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.statusCode = status
  response.setHeader('content-type', type)
  response.setHeader('content-length', Buffer.byteLength(body))
  response.end(body)
}
