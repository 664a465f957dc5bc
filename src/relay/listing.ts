/** Lists of the graph as pages: how one is described, and the statement that gives a page of it for any number of parents at once. */
import type { Params, Statement } from '../../database/statement'
import { InvalidInputError } from '../../model/errors'
import { GRAPH_VERSION } from './counts'
import type { SortValues } from './cursor'
import type { Page } from './page'

/** One sort value of a list. `expression` is never null (COALESCE it). */
export interface SortKey {
  readonly expression: string
  readonly descending?: boolean
}

/**
 * A list: `match` binds its rows (and sees `parent`, the id that the list hangs at, where it hangs at one), `keys` order them without ties,
 * `item` is the map that a row returns.
 */
export interface Listing<Item> {
  readonly name: string
  readonly match: string
  readonly keys: readonly SortKey[]
  readonly item: string
  /**
   * Expressions that are the same for all rows and stand before the first key in the index that the rows come from. The database sees only then that the
   * index gives them in order.
   */
  readonly indexed?: readonly string[]
  /** Rows that all come after those of `match` in the order of the list, where no one index holds both; `binds` names what `item` needs of them. */
  readonly afterwards?: { readonly match: string; readonly keys: readonly SortKey[]; readonly binds: string }
  /** A cheaper way to count the rows; `match` is counted where it is left out. Returns `total`. */
  readonly count?: string
  /** Carries the type of the items, never a value. */
  readonly row?: Item
}

/** Counts stop here; above it a list says so many and that it is capped. */
export const COUNT_CAP = 10_000

/** What counts the rows that a pattern binds, no further than the cap. */
export const counted = (match: string): string => `${match}\n  WITH 1 AS one LIMIT ${COUNT_CAP + 1}\n  RETURN count(*) AS total`

export interface ListingRow<Item> {
  readonly parent: string
  readonly items: readonly { readonly sort: SortValues; readonly item: Item }[]
  readonly total: number | null
}

/** A row of a page whose rows are counted: with the graph's version, and without the count where that is known for a version. */
export interface CountedRow {
  readonly parent: string
  readonly total: number | null
  readonly version: string | null
}

/** The statement that counts the rows of a list, for all of `$parents`. */
export function countStatement(listing: Listing<unknown>): Statement<CountedRow> {
  return {
    name: `${listing.name}.count`,
    text: `${GRAPH_VERSION}
UNWIND $parents AS parent
CALL (parent) {\n  ${countIn(listing)}\n}
RETURN parent, total, version`,
  }
}

const countIn = ({ count, match }: Listing<unknown>): string => count ?? counted(match)

/**
 * The statement for a page of a list, for all of `$parents`, and the parameters of the page. Asks for one row more, to know whether there are more. Where
 * the rows are counted its rows are CountedRows too; `isKnown` leaves the counting out.
 */
export function pageStatement<Item>(
  listing: Listing<Item>,
  page: Page,
  isKnown = false,
): { statement: Statement<ListingRow<Item>>; params: Params } {
  const { keys, afterwards, match } = listing
  const bounds = [bound(keys, page.after, 'after', false), bound(keys, page.before, 'before', true)].filter(text => text !== null)
  const direction = (key: SortKey | undefined): string => ((key?.descending ?? false) !== page.backward ? 'DESC' : 'ASC')
  const sorts = keys.map((_, i) => `sort${i}`).join(', ')
  const sorted = keys.map((key, i) => `sort${i} ${direction(key)}`).join(', ')
  /** The first rows of the page among those that a pattern binds. */
  const rows = (pattern: string, values: readonly SortKey[], constants: readonly string[]): string => {
    const same = constants.map((expression, i) => `${expression} AS same${i}, `).join('')
    const indexed = constants.map((_, i) => `same${i} ${direction(keys[0])}, `).join('')
    return `${pattern}
  WITH *, ${same}${values.map((key, i) => `${key.expression} AS sort${i}`).join(', ')}
  ${bounds.length > 0 ? `WHERE ${bounds.join(' AND ')}` : ''}
  WITH * ORDER BY ${indexed}${sorted} LIMIT $limit`
  }
  const first = rows(match, keys, listing.indexed ?? [])
  const all = afterwards
    ? `CALL (parent) {
  ${first} RETURN ${afterwards.binds}, ${sorts}
  UNION ALL
  ${rows(afterwards.match, afterwards.keys, [])} RETURN ${afterwards.binds}, ${sorts}
  }
  WITH * ORDER BY ${sorted} LIMIT $limit`
    : first
  const isCounted = page.counted && !isKnown
  const text = `${page.counted ? GRAPH_VERSION : ''}
UNWIND $parents AS parent
CALL (parent) {
  ${all}
  RETURN collect({sort: [${sorts}], item: ${listing.item}}) AS items
}
${isCounted ? `CALL (parent) {\n  ${countIn(listing as Listing<unknown>)}\n}` : ''}
RETURN parent, items, ${isCounted ? 'total' : 'null AS total'}${page.counted ? ', version' : ''}`
  return {
    statement: { name: listing.name, text },
    params: { limit: page.limit + 1, ...sortParams(page.after, 'after'), ...sortParams(page.before, 'before') },
  }
}

/** Rows that come after (or, `before`, ahead of) the one with these sort values, in the order of the list. */
function bound(
  keys: readonly SortKey[],
  values: SortValues | null,
  argument: 'after' | 'before',
  before: boolean,
): string | null {
  if (values === null) return null
  if (values.length !== keys.length) throw new InvalidInputError(argument, 'is a cursor of another list or order')
  const alternatives = keys.map((key, i) => {
    const equal = keys.slice(0, i).map((_, j) => `sort${j} = $${argument}${j}`)
    const further = `sort${i} ${(key.descending ?? false) !== before ? '<' : '>'} $${argument}${i}`
    return [...equal, further].join(' AND ')
  })
  const first = `sort0 ${(keys[0]?.descending ?? false) !== before ? '<=' : '>='} $${argument}0`
  return `${first} AND (${alternatives.join(' OR ')})`
}

function sortParams(values: SortValues | null, argument: string): Params {
  return Object.fromEntries((values ?? []).map((value, i) => [`${argument}${i}`, value]))
}
