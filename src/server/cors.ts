/** Pages of other origins: none may ask unless the settings name their origin. */
import type { IncomingMessage, ServerResponse } from 'node:http'

/** Gives a function that adds the headers a browser wants, and says whether the request was a preflight that is answered with them alone. */
export function corsHeaders(origins: readonly string[]): (request: IncomingMessage, response: ServerResponse) => boolean {
  const everyone = origins.includes('*')
  const known = new Set(origins)
  return (request, response) => {
    if (origins.length === 0) return false
    response.setHeader('vary', 'origin')
    const { origin } = request.headers
    const allowed = origin !== undefined && (everyone || known.has(origin))
    if (allowed) {
      response.setHeader('access-control-allow-origin', origin)
      response.setHeader('access-control-expose-headers', 'x-request-id, retry-after')
    }
    if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) return false
    if (allowed) {
      response.setHeader('access-control-allow-methods', 'GET, POST')
      response.setHeader(
        'access-control-allow-headers',
        'content-type, authorization, apollo-require-preflight, x-apollo-operation-name, x-request-id',
      )
      response.setHeader('access-control-max-age', '600')
    }
    return true
  }
}
