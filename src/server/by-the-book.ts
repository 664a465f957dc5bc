/**
 * What the GraphQL-over-HTTP specification wants and Apollo does otherwise: an answer of type application/json to a request that is well formed has status
 * 200, also where the operation in it cannot be parsed, validated or run. Clients of that type cannot tell a 400 of ours from one of a proxy.
 */
import type { ApolloServerPlugin } from '@apollo/server'
import type { ServerContext } from '../request'

/** Codes of errors that lie in the operation or its variables; a request without an operation (BAD_REQUEST) is not well formed. */
const IN_THE_OPERATION: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
  'LIMIT_EXCEEDED',
])

/** More errors of one response say nothing new, and a list of 500 rows can have one for each. */
const MAX_ERRORS = 20

export function byTheBook(): ApolloServerPlugin<ServerContext> {
  return {
    async requestDidStart({ contextValue: { request } }) {
      return {
        async willSendResponse({ response: { body } }) {
          if (body.kind !== 'single') return
          const { errors = [] } = body.singleResult
          if (errors.length > MAX_ERRORS) body.singleResult.errors = errors.slice(0, MAX_ERRORS)
          request.isWellFormed = errors.every(error => IN_THE_OPERATION.has(error.extensions?.code))
        },
      }
    },
  }
}

/** The status for an answer of this type to this request. */
export function statusOf(status: number, contentType: string, isWellFormed: boolean): number {
  return status === 400 && isWellFormed && contentType.startsWith('application/json') ? 200 : status
}
