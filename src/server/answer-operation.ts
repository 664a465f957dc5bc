/** An operation over HTTP: the body in, Apollo's answer out. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { HeaderMap } from '@apollo/server'
import { parse } from 'graphql'
import { onlyImports } from '../limits/check-operation'
import { LIMITS } from '../limits/limits'
import type { RequestState, ServerContext } from '../request'
import type { Apollo } from './apollo'
import { type Body, readBody } from './body'
import { statusOf } from './by-the-book'
import { JSON_TYPE, refuse, send } from './send'

export interface OperationParts {
  readonly apollo: Apollo
  readonly state: RequestState
  readonly context: (state: RequestState) => ServerContext
  /** How long the body may take. */
  readonly bodyMs?: number
}

/** Answers the request and resolves when the answer is written. */
export async function answerOperation(
  request: IncomingMessage,
  response: ServerResponse,
  { apollo, state, context, bodyMs }: OperationParts,
): Promise<void> {
  const body = await readBody(request, state.editor !== null, bodyMs)
  if (body.refused) return refuse(request, response, body.refused)
  if (isTooLarge(body)) {
    const message = `Only the import of a document may have more than ${LIMITS.bodyBytes} bytes.`
    return refuse(request, response, { status: 413, message })
  }
  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: (request.method ?? 'GET').toUpperCase(),
      headers: headersOf(request),
      search: searchOf(request),
      body: body.value,
    },
    context: async () => context(state),
  })
  for (const [name, value] of answer.headers) response.setHeader(name, value)
  const text = answer.body.kind === 'complete' ? answer.body.string : ''
  const type = answer.headers.get('content-type') ?? JSON_TYPE
  send(response, statusOf(answer.status ?? 200, type, state.isWellFormed), type, text)
}

/** Beyond the bound of ordinary requests only an import may go. The operation is looked at here, before its variables are. */
function isTooLarge(body: Extract<Body, { refused: null }>): boolean {
  if (body.bytes <= LIMITS.bodyBytes) return false
  const query = (body.value as { query?: unknown } | null)?.query
  if (typeof query !== 'string') return true
  try {
    const operations = parse(query, { maxTokens: LIMITS.tokens }).definitions.filter(part => part.kind === 'OperationDefinition')
    return operations.length !== 1 || !operations.every(onlyImports)
  } catch {
    return true
  }
}

/** The headers that Apollo looks at; the others are none of its business. */
const WANTED = ['accept', 'content-type', 'apollo-require-preflight', 'x-apollo-operation-name']

function headersOf(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap()
  for (const name of WANTED) {
    const value = request.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  return headers
}

function searchOf({ url = '' }: IncomingMessage): string {
  const mark = url.indexOf('?')
  return mark < 0 ? '' : url.slice(mark)
}
