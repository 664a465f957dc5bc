/**
 * What an operation costs, counted in the rows it can return at most, before anything runs. A page counts its `first` or `last`, what hangs below a list
 * counts once for each row, a single thing counts one. Fields say with `@Extensions({ rows })` how long a list without arguments usually is, and with
 * `@Extensions({ cost })` what they take beyond their rows.
 */
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  type ValueNode,
} from 'graphql'
import { LIMITS } from './limits'
import { badInput } from './refusal'
import { fragmentsOf } from './shape'

/** Rows of a page where neither `first` nor `last` is given. */
const DEFAULT_PAGE = 20
/** Rows of a list that takes no arguments and says nothing of its length. */
const DEFAULT_LIST = 3
/** Lengths of the lists that describe the schema itself. */
const INTROSPECTION_ROWS: Readonly<Record<string, number>> = {
  types: 150,
  fields: 8,
  args: 2,
  inputFields: 6,
  enumValues: 4,
  possibleTypes: 2,
  interfaces: 1,
}

export interface Priced {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  /** The variables as the client sent them. */
  readonly variables: Readonly<Record<string, unknown>>
}

/**
 * The cost of an operation of a valid document. Fields under `@skip` and `@include` count. Throws a GraphQLError that names the argument where a page is
 * larger than pages may be. Linear in the text of the document: a fragment is counted once for each type it is spread on.
 */
export function costOf({ schema, document, operation, variables }: Priced): number {
  const fragments = fragmentsOf(document)
  const spread = new Map<FragmentDefinitionNode, Map<GraphQLCompositeType, number>>()
  const argument = argumentReader(operation, variables)

  function ofFragment(fragment: FragmentDefinitionNode, type: GraphQLCompositeType): number {
    const known = spread.get(fragment) ?? new Map<GraphQLCompositeType, number>()
    spread.set(fragment, known)
    const before = known.get(type)
    if (before !== undefined) return before
    known.set(type, 0)
    const cost = ofSet(fragment.selectionSet, type)
    known.set(type, cost)
    return cost
  }

  /** A row of an abstract type is of one type only, so of the fragments on object types the dearest counts. */
  function ofSet(set: SelectionSetNode, parent: GraphQLCompositeType): number {
    let shared = 0
    let alternatives: Map<string, number> | null = null
    for (const selection of set.selections) {
      if (selection.kind === 'Field') {
        shared += ofField(selection, parent)
        continue
      }
      const fragment = selection.kind === 'FragmentSpread' ? fragments.get(selection.name.value) : undefined
      const condition = selection.kind === 'InlineFragment' ? selection.typeCondition : fragment?.typeCondition
      const type = condition ? schema.getType(condition.name.value) : parent
      if (!isCompositeType(type)) continue
      const cost =
        selection.kind === 'InlineFragment' ? ofSet(selection.selectionSet, type) : fragment ? ofFragment(fragment, type) : 0
      if (!isAbstractType(parent) || !isObjectType(type)) shared += cost
      else {
        alternatives ??= new Map()
        alternatives.set(type.name, (alternatives.get(type.name) ?? 0) + cost)
      }
    }
    return alternatives ? shared + Math.max(...alternatives.values()) : shared
  }

  function ofField(node: FieldNode, parent: GraphQLCompositeType): number {
    const field = fieldOf(schema, parent, node.name.value)
    if (!field) return 0
    const type = getNamedType(field.type)
    const extra = numberOf(field.extensions.cost) ?? 0
    if (!isCompositeType(type) || !node.selectionSet) return extra
    const below = ofSet(node.selectionSet, type)
    if (isFrame(parent, type, field)) return extra + below
    return extra + rowsOf(node, field, type, argument) * (1 + below)
  }

  const root = schema.getRootType(operation.operation)
  return root ? ofSet(operation.selectionSet, root) : 0
}

/**
 * Whether the field leads through the frame of a connection (edges, node, pageInfo), whose rows the connection itself has counted, or names a type in the
 * description of another.
 */
function isFrame(parent: GraphQLCompositeType, type: GraphQLCompositeType, field: GraphQLField<unknown, unknown>): boolean {
  if (type.name.startsWith('__')) return !isListOf(field.type)
  return isEdge(parent) ? !isConnection(type) : isConnection(parent)
}

function isConnection(type: GraphQLCompositeType): boolean {
  return isObjectType(type) && type.name.endsWith('Connection')
}

function isEdge(type: GraphQLCompositeType): boolean {
  return isObjectType(type) && type.name.endsWith('Edge')
}

type ArgumentReader = (node: FieldNode, field: GraphQLField<unknown, unknown>, name: string) => unknown

function rowsOf(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  type: GraphQLCompositeType,
  argument: ArgumentReader,
): number {
  const stated = numberOf(field.extensions.rows)
  if (isConnection(type)) {
    const first = pageSize(node, 'first', argument(node, field, 'first'))
    const last = pageSize(node, 'last', argument(node, field, 'last'))
    return first ?? last ?? DEFAULT_PAGE
  }
  const pages = pageSize(node, 'first', argument(node, field, 'first'))
  const limit = numberOf(argument(node, field, 'limit'))
  const size = pages ?? (limit === null ? null : Math.max(0, Math.min(limit, LIMITS.pageSize)))
  const ids = argument(node, field, 'ids')
  if (size !== null) return size * (stated ?? 1)
  if (!isListOf(field.type)) return stated ?? 1
  if (Array.isArray(ids)) return ids.length
  return stated ?? (type.name.startsWith('__') ? (INTROSPECTION_ROWS[field.name] ?? 1) : DEFAULT_LIST)
}

function pageSize(node: FieldNode, name: 'first' | 'last', value: unknown): number | null {
  if (value === null || value === undefined) return null
  if (typeof value !== 'number') return LIMITS.pageSize
  if (value >= 0 && value <= LIMITS.pageSize) return value
  throw badInput(name, `must lie between 0 and ${LIMITS.pageSize}`, node)
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

function isListOf(type: GraphQLOutputType): boolean {
  return isNonNullType(type) ? isListOf(type.ofType as GraphQLOutputType) : isListType(type)
}

function fieldOf(schema: GraphQLSchema, parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | null {
  if (name === SchemaMetaFieldDef.name && parent === schema.getQueryType()) return SchemaMetaFieldDef
  if (name === TypeMetaFieldDef.name && parent === schema.getQueryType()) return TypeMetaFieldDef
  if (isUnionType(parent)) return null
  return isInterfaceType(parent) || isObjectType(parent) ? (parent.getFields()[name] ?? null) : null
}

/** Reads an argument as the resolver will get it: literal, variable, or the default of either. Lists are given with their items unread. */
function argumentReader(operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): ArgumentReader {
  const defaults = new Map(
    operation.variableDefinitions?.map(definition => [definition.variable.name.value, definition.defaultValue]),
  )
  const literal = (value: ValueNode | undefined): unknown => {
    if (value === undefined || value.kind === 'NullValue') return null
    if (value.kind === 'IntValue') return Number(value.value)
    if (value.kind === 'ListValue') return value.values
    if (value.kind === 'Variable') {
      const name = value.name.value
      return Object.hasOwn(variables, name) ? variables[name] : literal(defaults.get(name))
    }
    return undefined
  }
  return (node, field, name) => {
    const given = node.arguments?.find(argument => argument.name.value === name)
    if (given) {
      const value = literal(given.value)
      if (value !== undefined && value !== null) return value
    }
    return field.args.find(argument => argument.name === name)?.defaultValue ?? null
  }
}
