/** Relay connections: a page of a list with what is needed to go on. */
import 'reflect-metadata'
import { type ClassType, Field, Int, ObjectType } from 'type-graphql'
import { encodeCursor, type SortValues } from './cursor'
import { COUNT_CAP, type ListingRow } from './listing'
import type { Page } from './page'

@ObjectType({ simpleResolvers: true, description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more rows follow this page.' })
  hasNextPage!: boolean

  @Field(() => Boolean, { description: 'Whether rows stand before this page.' })
  hasPreviousPage!: boolean

  @Field(() => String, { nullable: true, description: 'Cursor of the first row of this page.' })
  startCursor!: string | null

  @Field(() => String, { nullable: true, description: 'Cursor of the last row; pass it as `after` to go on.' })
  endCursor!: string | null
}

export interface Edge<Node> {
  readonly cursor: string
  readonly node: Node
}

/** A page of a list. `Extra` is what an edge says beside its node. */
export interface Connection<Node, Extra extends object = object> {
  readonly edges: readonly (Edge<Node> & Extra)[]
  readonly pageInfo: PageInfo
  readonly totalCount: number | null
  readonly totalCountCapped: boolean | null
}

/** The connection for the rows that a page's statement gave; `toEdge` makes the node, and what else the edge says, from an item. */
export function toConnection<Item, Node, Extra extends object>(
  row: Pick<ListingRow<Item>, 'parent' | 'items' | 'total'>,
  page: Page,
  toEdge: (item: Item) => { node: Node } & Extra,
): Connection<Node, Extra> {
  const more = row.items.length > page.limit
  const items = row.items.slice(0, page.limit)
  if (page.backward) items.reverse()
  const { list } = page
  const cursorOf = (values: SortValues): string => (list === null ? '' : encodeCursor({ list, parent: row.parent, values }))
  const edges = items.map(({ sort, item }) => Object.assign({ cursor: cursorOf(sort) }, toEdge(item)))
  return {
    edges,
    pageInfo: pageInfoOf(edges, {
      hasNextPage: page.backward ? page.before !== null : more,
      hasPreviousPage: page.backward ? more : page.after !== null,
    }),
    ...countOf(row.total),
  }
}

/** The page of a list in which nothing is. */
export const emptyPage = (page: Page): Connection<never, never> =>
  toConnection({ parent: '', items: [], total: page.counted ? 0 : null }, page, (item: never) => item)

/** What `totalCount` and `totalCountCapped` say of a count that stops above the cap. */
export function countOf(total: number | null): { totalCount: number | null; totalCountCapped: boolean | null } {
  if (total === null) return { totalCount: null, totalCountCapped: null }
  return { totalCount: Math.min(total, COUNT_CAP), totalCountCapped: total > COUNT_CAP }
}

export function pageInfoOf(
  edges: readonly { cursor: string }[],
  more: { hasNextPage: boolean; hasPreviousPage: boolean },
): PageInfo {
  return { ...more, startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null }
}

/** What every edge has, for edge types that say more than their node. */
export function edgeBase<Node extends object>(node: () => ClassType<Node> | object) {
  @ObjectType({ simpleResolvers: true })
  abstract class EdgeBase {
    @Field(() => String, { description: 'The place of this row in its list; pass it as `after` or `before`.' })
    cursor!: string

    @Field(node as () => ClassType<Node>, { description: 'The row itself.' })
    node!: Node
  }
  return EdgeBase
}

/** Makes the edge type and the connection type of a list whose edges say nothing beside their node. */
export function plainConnection<Node extends object>(
  name: string,
  node: () => ClassType<Node> | object,
  rows: string,
): ClassType {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `A row in a page of ${rows}.` })
  class EdgeType extends edgeBase(node) {}
  return connectionType(name, () => EdgeType, rows)
}

/** Makes the connection type over an edge type; `rows` says in words what it lists. */
export function connectionType<E extends object>(name: string, edge: () => ClassType<E>, rows: string): ClassType {
  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: `A page of ${rows}.` })
  class ConnectionType {
    @Field(() => [edge()], { description: 'The rows of this page, in order.' })
    edges!: E[]

    @Field(() => PageInfo, { description: 'Where this page stands in its list.' })
    pageInfo!: PageInfo

    @Field(() => Int, {
      description: 'How many rows the whole list has. Counted only when asked for, and no further than 10,000.',
    })
    totalCount!: number

    @Field(() => Boolean, { description: 'True where the list has more than 10,000 rows and `totalCount` says 10,000.' })
    totalCountCapped!: boolean
  }
  return ConnectionType
}
