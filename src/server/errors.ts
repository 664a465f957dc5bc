/** Errors at the edge: what clients may know passes with its code, everything else becomes a plain sentence with an id that is in the log. */
import { randomUUID } from 'node:crypto'
import { unwrapResolverError } from '@apollo/server/errors'
import type { GraphQLFormattedError } from 'graphql'
import type { Logger } from 'pino'
import { DatabaseError, InvalidInputError } from '../../model/errors'

const INTERNAL = 'INTERNAL_SERVER_ERROR'

/** Gives the function that Apollo calls for each error of a response. */
export function errorFormatter(log: Logger): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const cause = unwrapResolverError(error)
    if (cause instanceof InvalidInputError) {
      const { code: _, ...extensions } = formatted.extensions ?? {}
      return { ...formatted, extensions: { code: 'BAD_USER_INPUT', argument: cause.argument, ...extensions } }
    }
    if (cause instanceof DatabaseError) {
      const id = randomUUID()
      log.error({ event: 'request.database_error', id, error: cause }, cause.message)
      const message = `The database does not answer at the moment. Try again. (${id})`
      return { ...formatted, message, extensions: { code: 'SERVICE_UNAVAILABLE', id } }
    }
    if (formatted.extensions?.code !== INTERNAL) return formatted
    const id = randomUUID()
    log.error({ event: 'request.internal_error', id, error: cause, path: formatted.path }, 'internal error')
    return {
      ...formatted,
      message: `Something went wrong on our side. It is logged as ${id}.`,
      extensions: { code: INTERNAL, id },
    }
  }
}
