/** Which rows of a list are asked for. */
import 'reflect-metadata'
import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getArgumentValues,
  getNamedType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql'
import { ArgsType, Field, Int } from 'type-graphql'
import { InvalidInputError } from '../../model/errors'
import { type CursorArgument, decodeCursor, listName, ofAnotherList, type Place } from './cursor'

/** The most rows of one list that one page gives. */
export const MAX_PAGE = 500
const DEFAULT_PAGE = 20

/** A page of a list: at most `limit` rows after and before the given rows, from the end of the list where `backward`. */
export interface Page {
  readonly limit: number
  readonly backward: boolean
  readonly after: Place | null
  readonly before: Place | null
  /** Whether the number of all rows is asked for. */
  readonly counted: boolean
  /** Whether it is asked if there are more rows; it takes one row more to know. */
  readonly peeked: boolean
  /** The name of the list for the cursors of its rows; null where no cursor is asked for. */
  readonly list: string | null
}

/** How many rows a statement gives for a page. */
export const rowsOf = ({ limit, peeked }: Page): number => limit + (peeked ? 1 : 0)

/** The arguments of every connection. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'How many rows from the beginning, 500 at most; 20 where neither `first` nor `last` is given.',
  })
  first?: number | null

  @Field(() => String, { nullable: true, description: 'Only rows after the one with this cursor.' })
  after?: string | null

  @Field(() => Int, { nullable: true, description: 'How many rows from the end, 500 at most.' })
  last?: number | null

  @Field(() => String, { nullable: true, description: 'Only rows before the one with this cursor.' })
  before?: string | null
}

/** The page that arguments ask for. Throws InvalidInputError naming the argument. */
export function toPage(args: PageArgs, info: GraphQLResolveInfo): Page {
  const { first, last } = args
  if (first != null && last != null) throw new InvalidInputError('last', 'cannot be combined with first')
  const backward = last != null
  const limit = last ?? first ?? DEFAULT_PAGE
  if (limit < 0 || limit > MAX_PAGE)
    throw new InvalidInputError(backward ? 'last' : 'first', `must lie between 0 and ${MAX_PAGE}`)
  const { counted, peeked, placed } = oncePerSelection(info, ASKED, () => askedOf(info))
  const list = placed || args.after != null || args.before != null ? listOf(info) : null
  const placeIn = (cursor: string | null | undefined, argument: CursorArgument): Place | null => {
    if (cursor == null) return null
    const place = decodeCursor(cursor, argument)
    if (place.list !== list) throw ofAnotherList(argument)
    return place
  }
  return {
    limit,
    backward,
    after: placeIn(args.after, 'after'),
    before: placeIn(args.before, 'before'),
    counted,
    peeked,
    list: placed ? list : null,
  }
}

const ASKED = Symbol('what is asked of a page')

/** What of a connection beside its rows is asked for. */
function askedOf(info: GraphQLResolveInfo): { counted: boolean; peeked: boolean; placed: boolean } {
  const own = selectedAt(info, [])
  const place = selectedAt(info, ['pageInfo'])
  return {
    counted: own.has('totalCount') || own.has('totalCountCapped'),
    peeked: place.has('hasNextPage') || place.has('hasPreviousPage'),
    placed: place.has('startCursor') || place.has('endCursor') || selectedAt(info, ['edges']).has('cursor'),
  }
}

/** The name of the list that a field gives with its filter and order. */
function listOf({ parentType, fieldName, fieldNodes, variableValues }: GraphQLResolveInfo): string {
  const field = parentType.getFields()[fieldName]
  const [node] = fieldNodes
  if (field === undefined || node === undefined) return listName(fieldName)
  const { first: _, last: __, after: ___, before: ____, ...others } = getArgumentValues(field, node, variableValues)
  return listName(parentType.name, fieldName, others)
}

/**
 * The one field at a path below the field that is being resolved, as its resolver will see it, with its arguments; null where it is not asked for, or more than
 * once under several names.
 */
export function fieldBelow(
  info: GraphQLResolveInfo,
  path: readonly string[],
): { info: GraphQLResolveInfo; args: Readonly<Record<string, unknown>> } | null {
  let below: GraphQLResolveInfo = info
  for (const name of path) {
    const type = getNamedType(below.returnType)
    const field = isObjectType(type) ? type.getFields()[name] : undefined
    const fieldNodes = fieldsAt(below.fieldNodes, name, info)
    if (field === undefined || new Set(fieldNodes.map(node => node.alias?.value)).size !== 1) return null
    below = { ...below, parentType: type as GraphQLObjectType, fieldName: name, fieldNodes, returnType: field.type }
  }
  const field = below.parentType.getFields()[below.fieldName]
  const [node] = below.fieldNodes
  return field && node ? { info: below, args: getArgumentValues(field, node, info.variableValues) } : null
}

/** The page of a list that hangs at each row of another and begins at its beginning, so that it can come with the rows; null where there is no such list. */
export function firstPageBelow(
  info: GraphQLResolveInfo,
  path: readonly string[],
): { page: Page; info: GraphQLResolveInfo } | null {
  const below = fieldBelow(info, path)
  if (below === null) return null
  const args: PageArgs = below.args
  if (args.last != null || args.after != null || args.before != null) return null
  return { page: toPage(args, below.info), info: below.info }
}

/** The names of all fields selected at a path below the field that is being resolved (`['edges', 'node']`), fragments followed. */
export function selectedAt(info: GraphQLResolveInfo, path: readonly string[]): ReadonlySet<string> {
  let level: readonly FieldNode[] = info.fieldNodes
  for (const name of path) level = fieldsAt(level, name, info)
  return new Set(fieldsOf(level, info).map(field => field.name.value))
}

/** The names of all fields selected at a path below the field that is being resolved, and of all below them. */
export function selectedBelow(info: GraphQLResolveInfo, path: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>()
  let level: readonly FieldNode[] = info.fieldNodes
  for (const name of path) level = fieldsAt(level, name, info)
  for (level = fieldsOf(level, info); level.length > 0; level = fieldsOf(level, info))
    for (const field of level) names.add(field.name.value)
  return names
}

const selections = new WeakMap<FieldNode, Map<symbol, unknown>>()

/** What follows from the selection alone, found out once for each field of a document. */
export function oncePerSelection<Value>({ fieldNodes }: GraphQLResolveInfo, what: symbol, find: () => Value): Value {
  const [node] = fieldNodes
  if (node === undefined || fieldNodes.length > 1) return find()
  const known = selections.get(node) ?? new Map<symbol, unknown>()
  selections.set(node, known)
  if (!known.has(what)) known.set(what, find())
  return known.get(what) as Value
}

const fieldsAt = (level: readonly FieldNode[], name: string, info: GraphQLResolveInfo): FieldNode[] =>
  fieldsOf(level, info).filter(field => field.name.value === name)

function fieldsOf(nodes: readonly FieldNode[], info: GraphQLResolveInfo): FieldNode[] {
  const found: FieldNode[] = []
  const walk = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === 'Field') found.push(selection)
      else if (selection.kind === 'InlineFragment') walk(selection.selectionSet)
      else walk(info.fragments[selection.name.value]?.selectionSet)
    }
  }
  for (const node of nodes) walk(node.selectionSet)
  return found
}
