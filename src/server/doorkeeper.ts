/** Stands before execution: mutations need an editor, and no operation gets more than its limits. */
import type { ApolloServerPlugin } from '@apollo/server'
import { GraphQLError } from 'graphql'
import { type AccessSettings, type Denial, denialOfMutation } from '../access/access'
import { checkOperation } from '../limits/check-operation'
import { LARGE, Lane } from '../limits/lane'
import { LIMITS } from '../limits/limits'
import type { ServerContext } from '../request'

/** The plugin. What it throws is the whole answer: nothing of the operation has run. */
export function doorkeeper(settings: Pick<AccessSettings, 'editors'>): ApolloServerPlugin<ServerContext> {
  const lane = new Lane()
  return {
    async requestDidStart({ contextValue: { request, editing } }) {
      return {
        async didResolveOperation({ schema, document, operation, request: { variables } }) {
          if (!operation) return
          request.kind = operation.operation
          request.operationName = operation.name?.value ?? null
          const first = operation.selectionSet.selections[0]
          request.field = first?.kind === 'Field' ? first.name.value : null
          if (!schema.getRootType(operation.operation)) throw unknownKind(operation.operation)
          if (operation.operation === 'mutation') {
            const denial = denialOfMutation(request.editor, settings, editing !== null)
            if (denial) throw denied(denial)
            request.extend(LIMITS.mutationTimeMs)
          }
          request.cost = checkOperation({ schema, document, operation, variables: variables ?? {} })
          if (request.cost >= LARGE) request.onEnd(await lane.enter(request.signal))
        },
      }
    },
  }
}

/** A denial as an error of the GraphQL response. */
export function denied({ status, code, message }: Denial): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status } } })
}

function unknownKind(kind: string): GraphQLError {
  return new GraphQLError(`The schema has no operations of the kind ${kind}.`, {
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } },
  })
}
