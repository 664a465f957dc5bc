/** The errors with which an operation is refused before anything of it runs, or ended where it takes too long. */
import { type ASTNode, GraphQLError } from 'graphql'

const BAD_REQUEST = { status: 400 }

/** The operation asks for more than one request may: `what` names the limit of `serviceLimits`, `asked` is how much the operation asks for. */
export function overLimit(what: string, asked: number, limit: number, advice: string): GraphQLError {
  const message = `The operation asks for too much: its ${what} is ${asked}, the limit is ${limit}. ${advice}`
  return new GraphQLError(message, {
    extensions: { code: 'LIMIT_EXCEEDED', exceeded: what, [what]: asked, limit, http: BAD_REQUEST },
  })
}

/** An argument or variable that cannot be taken. */
export function badInput(argument: string, problem: string, nodes?: ASTNode): GraphQLError {
  return new GraphQLError(`${argument}: ${problem}`, {
    nodes,
    extensions: { code: 'BAD_USER_INPUT', argument, http: BAD_REQUEST },
  })
}

/** The operation took longer than it may. */
export function overTime(limit: number): GraphQLError {
  const message = `The operation took longer than ${limit / 1000} s and was ended. Ask for less in one operation.`
  return new GraphQLError(message, { extensions: { code: 'TIME_LIMIT_EXCEEDED', limit } })
}

/** What a filter leaves is so much that looking through it takes longer than it may. */
export function tooBroad(limit: number): GraphQLError {
  const message = `The filter leaves so much that looking through it takes longer than ${limit} ms. Name a speaker, a policy, an organization, a region, days, or rarer words besides, or ask without totalCount.`
  return new GraphQLError(message, { extensions: { code: 'TIME_LIMIT_EXCEEDED', exceeded: 'lookThroughMs', limit } })
}

/** Too many large operations wait already. */
export function tooBusy(): GraphQLError {
  return new GraphQLError(
    'Too many large operations are being answered at the moment. Try again in a few seconds, or ask for less.',
    {
      extensions: { code: 'TOO_BUSY', http: { status: 503, headers: new Map([['retry-after', '5']]) } },
    },
  )
}
