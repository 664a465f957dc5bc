/**
 * Runs a query that is asked again as compiled code. The executor of graphql-js makes a dictionary for the arguments of every field and one for every object of
 * an answer, which is a third of the processor time of a large one. What goes wrong is left to graphql-js, so that errors are its own to the letter.
 */
import { type ApolloServerPlugin, HeaderMap } from '@apollo/server'
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInputObjectType,
  isInputType,
  isUnionType,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type TypeNode,
  typeFromAST,
} from 'graphql'
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit'
import { fragmentsOf } from '../limits/shape'
import type { ServerContext } from '../request'

/** What is asked once only is not worth the compiling. */
const ASKED_BEFORE = 2
/** The compiler writes code for each field, below an interface for each of its types anew; beyond so many fields it is not let. */
const MOST_FIELDS = 1_000

/** How often a query was asked, and its code; null where it is not to be compiled. */
interface Known {
  times: number
  code: CompiledQuery | null | undefined
}

/** The plugin. Documents are remembered by the server, so a query that is asked again is the same node. */
export function compiledQueries(): ApolloServerPlugin<ServerContext> {
  const known = new WeakMap<OperationDefinitionNode, Known>()
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ schema, document, operation, contextValue, request: { variables } }) {
          // There is none where a document has several and the request names none of them.
          if (operation?.operation !== 'query') return null
          const found = known.get(operation) ?? { times: 0, code: undefined }
          known.set(operation, found)
          if (++found.times <= ASKED_BEFORE) return null
          if (found.code === undefined) found.code = compile(schema, document, operation)
          if (found.code === null) return null
          const { data, errors } = await found.code.query(undefined, contextValue, variables ?? {})
          if (errors !== undefined && errors.length > 0) return null
          return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data } } }
        },
      }
    },
  }
}

/** The query as code; null where it would be too much of it, where it asks about the schema itself, or where a variable is of a type that contains itself. */
export function compile(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): CompiledQuery | null {
  const types = operation.variableDefinitions?.map(({ type }) => typeFromAST(schema, type as TypeNode)) ?? []
  if (types.some(type => isInputType(type) && containsItself(type))) return null
  if (codeSize(schema, document, operation, MOST_FIELDS) > MOST_FIELDS) return null
  const code = compileQuery(schema, document, operation.name?.value)
  return isCompiledQuery(code) ? code : null
}

/** Whether a type of inputs reaches itself, as filters with `and` and `or` do: the compiler would read such a variable by code without end. */
function containsItself(type: GraphQLInputType, around: readonly GraphQLInputType[] = []): boolean {
  const named = getNamedType(type)
  if (!isInputObjectType(named)) return false
  if (around.includes(named)) return true
  return Object.values(named.getFields()).some(field => containsItself(field.type, [...around, named]))
}

/** For how many fields code would be written, counted no further than just above `most`. Questions about the schema are above it. */
export function codeSize(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  most: number,
): number {
  const fragments = fragmentsOf(document)
  let size = 0

  /** Counts what applies to one type of objects. */
  function count(set: SelectionSetNode, type: GraphQLCompositeType): void {
    for (const selection of set.selections) {
      if (size > most) return
      if (selection.kind !== 'Field') {
        const fragment: FragmentDefinitionNode | typeof selection | undefined =
          selection.kind === 'FragmentSpread' ? fragments.get(selection.name.value) : selection
        if (fragment === undefined) continue
        const condition = fragment.typeCondition ? schema.getType(fragment.typeCondition.name.value) : type
        const applies =
          condition === type || (isAbstractType(condition) && !isAbstractType(type) && schema.isSubType(condition, type))
        if (applies) count(fragment.selectionSet, type)
        continue
      }
      size++
      const { name } = selection
      if (name.value === '__schema' || name.value === '__type') size = Number.POSITIVE_INFINITY
      const field = isUnionType(type) ? undefined : type.getFields()[name.value]
      const below = field && getNamedType(field.type)
      if (selection.selectionSet === undefined || !isCompositeType(below)) continue
      for (const possible of isAbstractType(below) ? schema.getPossibleTypes(below) : [below])
        count(selection.selectionSet, possible)
    }
  }

  const root = schema.getRootType(operation.operation)
  if (root) count(operation.selectionSet, root)
  return size
}
