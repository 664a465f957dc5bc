/** The errors with which an operation is refused before anything of it runs. */
import { type ASTNode, GraphQLError } from 'graphql'

const BAD_REQUEST = { status: 400 }

/** The operation asks for more than one request may: `what` names the limit of `serviceLimits`, `asked` is how much the operation asks for. */
export function overLimit(what: string, asked: number, limit: number, advice: string): GraphQLError {
  return new GraphQLError(`The operation has a ${what} of ${asked}; the limit is ${limit}. ${advice}`, {
    extensions: { code: 'LIMIT_EXCEEDED', limitName: what, [what]: asked, limit, http: BAD_REQUEST },
  })
}

/** An argument or variable that cannot be taken. */
export function badInput(argument: string, problem: string, nodes?: ASTNode): GraphQLError {
  return new GraphQLError(`${argument}: ${problem}`, {
    nodes,
    extensions: { code: 'BAD_USER_INPUT', argument, http: BAD_REQUEST },
  })
}
