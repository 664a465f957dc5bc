/**
 * Runs a query that is asked again as compiled code. The executor of graphql-js makes a dictionary for the arguments of every field and one for every object of
 * an answer, which is a third of the processor time of a large one. What goes wrong is left to graphql-js, so that errors are its own to the letter.
 */
import { type ApolloServerPlugin, HeaderMap } from '@apollo/server'
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  GraphQLScalarType,
  type GraphQLSchema,
  getNamedType,
  getVariableValues,
  isAbstractType,
  isCompositeType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type TypeNode,
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
          const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {})
          if (coerced === undefined) return null
          const { data, errors } = await found.code.query(undefined, contextValue, coerced)
          if (errors !== undefined && errors.length > 0) return null
          return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data } } }
        },
      }
    },
  }
}

/** The query as code; null where it would be too much of it, or asks about the schema itself. */
export function compile(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): CompiledQuery | null {
  if (codeSize(schema, document, operation, MOST_FIELDS) > MOST_FIELDS) return null
  const definitions = document.definitions.map(part => (part === operation ? withReadVariables(operation) : part))
  const code = compileQuery(withReadType(schema), { ...document, definitions }, operation.name?.value)
  return isCompiledQuery(code) ? code : null
}

/**
 * The type of variables that graphql-js has read already. The compiler would read them by code of its own, which is without end for a type that contains itself,
 * as filters with `and` and `or` do.
 */
const READ = new GraphQLScalarType({ name: 'AlreadyRead' })
const READ_TYPE: TypeNode = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: READ.name } }

/** The schema with that type in it, for the compiler alone. */
function withReadType(schema: GraphQLSchema): GraphQLSchema {
  const view: GraphQLSchema = Object.create(schema)
  view.getType = name => (name === READ.name ? READ : schema.getType(name))
  return view
}

function withReadVariables(operation: OperationDefinitionNode): OperationDefinitionNode {
  const variableDefinitions = operation.variableDefinitions?.map(({ defaultValue: _, ...definition }) => ({
    ...definition,
    type: READ_TYPE,
  }))
  return { ...operation, variableDefinitions }
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
