/** Lists of the graph as pages: how one is described, and the statement that gives a page of it for any number of parents at once. */
import type { Params, Statement } from '../../database/statement'
import { type CursorArgument, ofAnotherList, type Place, type SortValues } from './cursor'
import { type Page, rowsOf } from './page'
import { GRAPH_VERSION } from './remembered'

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
  /** What `item` needs that is looked up for the rows of the page alone: subqueries that each give one row. */
  readonly more?: string
  /** A cheaper way to count the rows; `match` is counted where it is left out. Returns `total`. */
  readonly count?: string
  /** No index gives it in order and narrows it to a small part of the graph, so in a large one it has only so much time. */
  readonly isUnnarrowed?: boolean
  /** Carries the type of the items, never a value. */
  readonly row?: Item
}

/** Counts stop here; above it a list says so many and that it is capped. */
export const COUNT_CAP = 10_000

/** What counts the rows that a pattern binds, no further than the cap. */
export const counted = (match: string): string => `${match}\n  WITH 1 AS one LIMIT ${COUNT_CAP + 1}\n  RETURN count(*) AS total`

export interface ListingRow<Item> {
  readonly parent: string
  /** `sort` is empty where no cursor is asked for. */
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
 * The statement for a page of a list, for all of `$parents`, and the parameters of the page. Asks for one row more where it is asked whether there are more.
 * Where the rows are counted its rows are CountedRows too; `isKnown` leaves the counting out.
 */
export function pageStatement<Item>(
  listing: Listing<Item>,
  page: Page,
  isKnown = false,
): { statement: Statement<ListingRow<Item>>; params: Params } {
  const isCounted = page.counted && !isKnown
  const text = `${page.counted ? GRAPH_VERSION : ''}
UNWIND $parents AS parent
CALL (parent) {
  ${rowsText(listing, page)}
  ${listing.more ?? ''}
  RETURN collect(${rowMap(listing, page)}) AS items
}
${isCounted ? `CALL (parent) {\n  ${countIn(listing)}\n}` : ''}
RETURN parent, items, ${isCounted ? 'total' : 'null AS total'}${page.counted ? ', version' : ''}`
  return {
    statement: { name: listing.name, text },
    params: { limit: rowsOf(page), ...sortParams(page.after, 'after'), ...sortParams(page.before, 'before') },
  }
}

/** Where the page of a list stands that comes with the rows of another. */
export interface Below {
  /** The variables of the row around it that the list needs. */
  readonly of: string
  /** The parameter that says how many rows it has. */
  readonly limit: string
  /** The name under which the rows are bound. */
  readonly as: string
}

/** The first page of a list as a subquery, for the rows of another list that each have one. */
export function pageBelow(listing: Listing<unknown>, page: Page, { of, limit, as }: Below): string {
  const prefix = `${as}_`
  return `CALL (${of}) {
    ${rowsText(listing, page, { limit, prefix })}
    RETURN collect(${rowMap(listing, page, prefix)}) AS ${as}
  }`
}

interface Names {
  readonly limit: string
  readonly prefix: string
}
const OWN: Names = { limit: '$limit', prefix: '' }

function rowMap({ keys, item }: Listing<unknown>, { list }: Page, prefix = ''): string {
  return `{sort: [${list === null ? '' : keys.map((_, i) => `${prefix}sort${i}`).join(', ')}], item: ${item}}`
}

/** Binds the rows of a page, in order. */
function rowsText(listing: Listing<unknown>, page: Page, { limit, prefix }: Names = OWN): string {
  const { keys, afterwards, match } = listing
  const bounds = [bound(keys, page.after, 'after', false), bound(keys, page.before, 'before', true)].filter(text => text !== null)
  const direction = (key: SortKey | undefined): string => ((key?.descending ?? false) !== page.backward ? 'DESC' : 'ASC')
  const sorts = keys.map((_, i) => `${prefix}sort${i}`).join(', ')
  const sorted = keys.map((key, i) => `${prefix}sort${i} ${direction(key)}`).join(', ')
  /** The first rows of the page among those that a pattern binds. */
  const rows = (pattern: string, values: readonly SortKey[], constants: readonly string[]): string => {
    const same = constants.map((expression, i) => `${expression} AS ${prefix}same${i}, `).join('')
    const indexed = constants.map((_, i) => `${prefix}same${i} ${direction(keys[0])}, `).join('')
    return `${pattern}
  WITH *, ${same}${values.map((key, i) => `${key.expression} AS ${prefix}sort${i}`).join(', ')}
  ${bounds.length > 0 ? `WHERE ${bounds.join(' AND ')}` : ''}
  WITH * ORDER BY ${indexed}${sorted} LIMIT ${limit}`
  }
  const first = rows(match, keys, listing.indexed ?? [])
  return afterwards
    ? `CALL (parent) {
  ${first} RETURN ${afterwards.binds}, ${sorts}
  UNION ALL
  ${rows(afterwards.match, afterwards.keys, [])} RETURN ${afterwards.binds}, ${sorts}
  }
  WITH * ORDER BY ${sorted} LIMIT ${limit}`
    : first
}

/** Rows that come after (or, `before`, ahead of) the one with these sort values, in the order of the list. */
function bound(keys: readonly SortKey[], place: Place | null, argument: CursorArgument, before: boolean): string | null {
  if (place === null) return null
  if (place.values.length !== keys.length) throw ofAnotherList(argument)
  const alternatives = keys.map((key, i) => {
    const equal = keys.slice(0, i).map((_, j) => `sort${j} = $${argument}${j}`)
    const further = `sort${i} ${(key.descending ?? false) !== before ? '<' : '>'} $${argument}${i}`
    return [...equal, further].join(' AND ')
  })
  const first = `sort0 ${(keys[0]?.descending ?? false) !== before ? '<=' : '>='} $${argument}0`
  return `${first} AND (${alternatives.join(' OR ')})`
}

function sortParams(place: Place | null, argument: string): Params {
  return Object.fromEntries((place?.values ?? []).map((value, i) => [`${argument}${i}`, value]))
}
