/** Answers many small questions of one request with few statements: what is asked in one turn of the event loop is asked at once. */
import DataLoader from 'dataloader'
import type { Params, Statement } from '../database/statement'
import type { Reader } from './reader'
import type { Listing, ListingRow } from './relay/listing'
import { pageStatement } from './relay/listing'
import type { Page } from './relay/page'

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

/** The batches of one request. */
export class Batch {
  private readonly values = new Map<string, DataLoader<string, unknown>>()
  private readonly lists: DataLoader<ListRequest, ListingRow<unknown>>

  constructor(readonly reader: Reader) {
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
    const group = JSON.stringify([listing.name, listing.match, listing.keys, page, params])
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
        const rows = await this.reader.read(statement, { ids })
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
        const { statement, params: ofPage } = pageStatement(listing, page)
        const rows = await this.reader.read(statement, { ...params, ...ofPage, parents })
        return [group, new Map(rows.map(row => [row.parent, row]))] as const
      }),
    )
    const byGroup = new Map(answers)
    return requests.map(
      ({ group, parent, page }) => byGroup.get(group)?.get(parent) ?? { parent, items: [], total: page.counted ? 0 : null },
    )
  }
}

function raise(error: Error): never {
  throw error
}
