/** Answers many small questions of one request with few statements: what is asked in one turn of the event loop is asked at once. */
import DataLoader from 'dataloader'
import { type Params, type Statement, statement } from '../database/statement'
import { LIMITS } from './limits/limits'
import type { Reader } from './reader'
import { ofAnotherList } from './relay/cursor'
import { type CountedRow, counted, countStatement, type Listing, type ListingRow, pageStatement } from './relay/listing'
import type { Page } from './relay/page'
import { type Counts, GRAPH_VERSION, listKey } from './relay/remembered'
import { type Part, Together } from './together'

/** A statement that takes `$ids` and returns `id` and `value` for those it knows something of. */
export type ByIds<Value> = Statement<{ id: string; value: Value }>

interface ListRequest {
  readonly group: string
  readonly listing: Listing<unknown>
  readonly params: Params
  readonly page: Page
  readonly parent: string
}

/** The parent of lists that hang at nothing. */
const ROOT = ''

/** What has fewer nodes is looked through in no time. */
const LARGE = 200_000
const SIZE = statement<{ version: string | null; total: number }>(
  'graph.size',
  `${GRAPH_VERSION}
CALL () { MATCH (node) RETURN count(node) AS total }
RETURN version, total`,
)

/** The batches of one request. */
export class Batch {
  private readonly values = new Map<string, DataLoader<string, unknown>>()
  private readonly lists: DataLoader<ListRequest, ListingRow<unknown>>
  private readonly together: Together

  constructor(
    readonly reader: Reader,
    readonly counts: Counts,
  ) {
    this.together = new Together(reader)
    this.lists = new DataLoader(requests => this.pages(requests), { cache: false })
  }

  /** The value that the statement gives for this id, null where it gives none. Each id is asked once in a request. */
  byId<Value>(statement: ByIds<Value>, id: string): Promise<Value | null> {
    return this.loader(statement).load(id)
  }

  /** The values for these ids, in their order. */
  byIds<Value>(statement: ByIds<Value>, ids: readonly string[]): Promise<(Value | null)[]> {
    return this.loader(statement)
      .loadMany(ids)
      .then(values => values.map(value => (value instanceof Error ? raise(value) : value)))
  }

  /** Makes a value known that came with another statement. */
  know<Value>(statement: ByIds<Value>, id: string, value: Value): void {
    this.loader(statement).prime(id, value)
  }

  /** A page of a list. The same page of the same list for several parents is one statement. */
  list<Item>(listing: Listing<Item>, page: Page, params: Params = {}, parent: string = ROOT): Promise<ListingRow<Item>> {
    for (const argument of ['after', 'before'] as const)
      if (page[argument] !== null && page[argument].parent !== parent) throw ofAnotherList(argument)
    const group = JSON.stringify([listing.name, listing.match, listing.keys, listing.item, page, params])
    return this.lists.load({ group, listing, params, page, parent }) as Promise<ListingRow<Item>>
  }

  /** Forgets all values; what is asked from now on comes from the database. */
  forget(): void {
    this.values.clear()
  }

  private loader<Value>(statement: ByIds<Value>): DataLoader<string, Value | null> {
    let loader = this.values.get(statement.name)
    if (loader === undefined) {
      loader = new DataLoader<string, unknown>(async ids => {
        const rows = await this.together.read({ statement, params: { ids }, columns: ['id', 'value'] })
        const found = new Map(rows.map(row => [row.id, row.value]))
        return ids.map(id => found.get(id) ?? null)
      })
      this.values.set(statement.name, loader)
    }
    return loader as DataLoader<string, Value | null>
  }

  private async pages(requests: readonly ListRequest[]): Promise<ListingRow<unknown>[]> {
    const groups = new Map<string, ListRequest[]>()
    for (const request of requests) {
      const members = groups.get(request.group)
      if (members) members.push(request)
      else groups.set(request.group, [request])
    }
    const answers = await Promise.all(
      [...groups].map(async ([group, members]) => {
        const { listing, page, params } = members[0] as ListRequest
        const parents = [...new Set(members.map(member => member.parent))]
        return [group, new Map((await this.page(listing, page, params, parents)).map(row => [row.parent, row]))] as const
      }),
    )
    const byGroup = new Map(answers)
    return requests.map(
      ({ group, parent, page }) => byGroup.get(group)?.get(parent) ?? { parent, items: [], total: page.counted ? 0 : null },
    )
  }

  /**
   * How many rows a list has, no further than the cap: to find out how to look for them before they are looked for. What is counted so is known where its page
   * is counted by the same text, and may be a minute old.
   */
  async count(listing: Pick<Listing<unknown>, 'name' | 'match' | 'isUnnarrowed'>, params: Params): Promise<number> {
    const key = listKey(counted(listing.match), params, ROOT)
    const known = this.counts.recall(key)
    if (known !== null) return known
    const statement = countStatement({ ...listing, count: counted(listing.match), keys: [], item: '' })
    const [row] = await this.read(listing, {
      statement,
      params: { ...params, parents: [ROOT] },
      columns: ['parent', 'total', 'version'],
    })
    this.counts.remember(key, row?.version ?? null, row?.total ?? 0)
    return row?.total ?? 0
  }

  /** With others of the same turn; what may take long alone, in its time. */
  private async read<Row>(listing: Pick<Listing<unknown>, 'isUnnarrowed'>, part: Part<Row>): Promise<Row[]> {
    if (!listing.isUnnarrowed || !(await this.isLarge())) return this.together.read(part)
    return this.reader.read(part.statement, part.params, LIMITS.lookThroughMs)
  }

  private async isLarge(): Promise<boolean> {
    const known = this.counts.recall(SIZE.name)
    if (known !== null) return known > LARGE
    const [row] = await this.reader.read(SIZE)
    this.counts.remember(SIZE.name, row?.version ?? null, row?.total ?? 0)
    return (row?.total ?? 0) > LARGE
  }

  /** A page for each parent. Counts that are known for the graph as it stands are not counted again. */
  private async page(
    listing: Listing<unknown>,
    page: Page,
    params: Params,
    parents: readonly string[],
  ): Promise<ListingRow<unknown>[]> {
    if (!page.counted) {
      const { statement, params: ofPage } = pageStatement(listing, page)
      return this.read(listing, { statement, params: { ...params, ...ofPage, parents }, columns: ['parent', 'items', 'total'] })
    }
    const { counts } = this
    const keys = new Map(parents.map(parent => [parent, listKey(listing.count ?? listing.match, params, parent)]))
    const keyOf = (parent: string): string => keys.get(parent) as string
    const remember = ({ parent, version, total }: CountedRow): void => {
      if (total !== null) counts.remember(keyOf(parent), version, total)
    }
    const isKnown = parents.every(parent => counts.recall(keyOf(parent)) !== null)
    const { statement, params: ofPage } = pageStatement(listing, page, isKnown)
    const rows = await this.read(listing, {
      statement: statement as Statement<ListingRow<unknown> & CountedRow>,
      params: { ...params, ...ofPage, parents },
      columns: ['parent', 'items', 'total', 'version'],
    })
    if (!isKnown) {
      rows.forEach(remember)
      return rows
    }
    const told = new Map(rows.map(({ parent, version }) => [parent, counts.of(keyOf(parent), version)]))
    const changed = [...told].filter(([, total]) => total === null).map(([parent]) => parent)
    if (changed.length > 0) {
      const counted = await this.read(listing, {
        statement: countStatement(listing),
        params: { ...params, parents: changed },
        columns: ['parent', 'total', 'version'],
      })
      counted.forEach(remember)
      for (const { parent, total } of counted) told.set(parent, total)
    }
    return rows.map(row => ({ ...row, total: told.get(row.parent) ?? null }))
  }
}

function raise(error: Error): never {
  throw error
}
