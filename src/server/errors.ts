/** Errors at the edge: what clients may know passes with its code, everything else becomes a plain sentence with an id that is in the log. */
import { randomUUID } from 'node:crypto'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { Logger } from 'pino'
import { DatabaseError, InvalidInputError } from '../../model/errors'

const INTERNAL = 'INTERNAL_SERVER_ERROR'
/** A message repeats what the client has sent, so it is cut. */
const MAX_MESSAGE = 500

/** Gives the function that Apollo calls for each error of a response. The same error at many places is logged once, under one id. */
export function errorFormatter(log: Logger): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  const logged = new WeakMap<object, string>()
  const idOf = (cause: unknown, event: string, formatted: GraphQLFormattedError): string => {
    const known = typeof cause === 'object' && cause !== null ? logged.get(cause) : undefined
    if (known !== undefined) return known
    const id = randomUUID()
    if (typeof cause === 'object' && cause !== null) logged.set(cause, id)
    log.error({ event, id, error: cause, path: formatted.path })
    return id
  }
  const translate = (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = causeOf(error)
    if (cause instanceof GraphQLError && formatted.extensions?.code !== INTERNAL) return formatted
    if (cause instanceof InvalidInputError) {
      return { ...formatted, extensions: { ...formatted.extensions, code: 'BAD_USER_INPUT', argument: cause.argument } }
    }
    if (cause instanceof DatabaseError && isAway(cause)) {
      const id = idOf(cause, 'request.database_away', formatted)
      const message = `The database does not answer at the moment. Try again in a few seconds. (${id})`
      return { ...formatted, message, extensions: { code: 'SERVICE_UNAVAILABLE', id } }
    }
    if (formatted.extensions?.code !== INTERNAL) return formatted
    // Without a path nothing has run: the request itself is at fault, in a way that Apollo has no code for.
    if (cause instanceof GraphQLError && cause.path === undefined) return { ...formatted, extensions: { code: 'BAD_REQUEST' } }
    const id = idOf(cause, 'request.internal_error', formatted)
    return {
      ...formatted,
      message: `Something went wrong on our side. It is logged as ${id}.`,
      extensions: { code: INTERNAL, id },
    }
  }
  return (formatted, error) => {
    const translated = translate(formatted, error)
    if (translated.message.length <= MAX_MESSAGE) return translated
    return { ...translated, message: `${translated.message.slice(0, MAX_MESSAGE)}…` }
  }
}

/** What was thrown, under the wrapping that says where in the response it happened. */
function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? causeOf(error.originalError) : error
}

/** Whether the database is away or overloaded, which passes, and not at odds with a statement of ours, which does not. */
function isAway(error: DatabaseError): boolean {
  const { code } = error.details
  return (
    typeof code !== 'string' ||
    /^(?:ServiceUnavailable|SessionExpired|N\/A|Neo\.TransientError\.|Neo\.ClientError\.Security\.)/.test(code)
  )
}
