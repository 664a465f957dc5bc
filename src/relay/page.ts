/** Which rows of a list are asked for. */
import 'reflect-metadata'
import type { FieldNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql'
import { ArgsType, Field, Int } from 'type-graphql'
import { InvalidInputError } from '../../model/errors'
import { decodeCursor, type SortValues } from './cursor'

/** The most rows of one list that one page gives. */
export const MAX_PAGE = 500
const DEFAULT_PAGE = 20

/** A page of a list: at most `limit` rows after and before the given rows, from the end of the list where `backward`. */
export interface Page {
  readonly limit: number
  readonly backward: boolean
  readonly after: SortValues | null
  readonly before: SortValues | null
  /** Whether the number of all rows is asked for. */
  readonly counted: boolean
}

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
  return {
    limit,
    backward,
    after: args.after == null ? null : decodeCursor(args.after, 'after'),
    before: args.before == null ? null : decodeCursor(args.before, 'before'),
    counted: selects(info, COUNTS),
  }
}

const COUNTS: ReadonlySet<string> = new Set(['totalCount', 'totalCountCapped'])

/** Whether the field that is being resolved asks for one of these fields of its own, fragments followed. */
export function selects(info: GraphQLResolveInfo, names: ReadonlySet<string>): boolean {
  return info.fieldNodes.some(node => node.selectionSet !== undefined && selectsIn(node.selectionSet, names, info))
}

function selectsIn(set: SelectionSetNode, names: ReadonlySet<string>, info: GraphQLResolveInfo): boolean {
  return set.selections.some(selection => {
    if (selection.kind === 'Field') return names.has(selection.name.value)
    if (selection.kind === 'InlineFragment') return selectsIn(selection.selectionSet, names, info)
    const fragment = info.fragments[selection.name.value]
    return fragment !== undefined && selectsIn(fragment.selectionSet, names, info)
  })
}

/** The names of all fields selected at a path below the field that is being resolved (`['edges', 'node']`), fragments followed. */
export function selectedAt(info: GraphQLResolveInfo, path: readonly string[]): ReadonlySet<string> {
  let level: readonly FieldNode[] = info.fieldNodes
  for (const name of path) level = fieldsOf(level, info).filter(field => field.name.value === name)
  return new Set(fieldsOf(level, info).map(field => field.name.value))
}

/** The names of all fields selected at a path below the field that is being resolved, and of all below them. */
export function selectedBelow(info: GraphQLResolveInfo, path: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>()
  let level: readonly FieldNode[] = info.fieldNodes
  for (const name of path) level = fieldsOf(level, info).filter(field => field.name.value === name)
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
