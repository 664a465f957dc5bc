/** Writes answers. */
import type { IncomingMessage, ServerResponse } from 'node:http'

export const JSON_TYPE = 'application/json; charset=utf-8'

export function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.statusCode = status
  response.setHeader('content-type', type)
  response.setHeader('content-length', Buffer.byteLength(body))
  response.end(body)
}

/** The code that a client reads in the error, by HTTP status. */
const CODES: Readonly<Record<number, string>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  408: 'TIMEOUT',
  413: 'TOO_LARGE',
  421: 'FORBIDDEN',
  500: 'INTERNAL_SERVER_ERROR',
  503: 'TOO_BUSY',
}

export interface HttpRefusal {
  readonly status: number
  readonly message: string
}

/** How long a client that is refused while it sends may go on before the connection is cut. */
const LINGER_MS = 1_000

/** Answers with an error in the form of a GraphQL response. What the client still sends is dropped, and with it the connection. */
export function refuse(request: IncomingMessage, response: ServerResponse, { status, message }: HttpRefusal): void {
  if (response.headersSent || response.destroyed) return
  if (status === 401) response.setHeader('www-authenticate', 'Bearer')
  if (!request.complete) {
    response.setHeader('connection', 'close')
    request.resume()
    const cut = setTimeout(() => request.destroy(), LINGER_MS)
    request.once('close', () => clearTimeout(cut))
  }
  send(
    response,
    status,
    JSON_TYPE,
    JSON.stringify({ errors: [{ message, extensions: { code: CODES[status] ?? 'BAD_REQUEST' } }] }),
  )
}
