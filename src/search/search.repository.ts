/** Search over entities, claims and articles in one ranked list. */
import { InvariantError } from '../../model/errors'
import { toSimplified } from '../entity/names'
import type { Reader } from '../reader'
import { type Connection, countOf, pageInfoOf } from '../relay/connection'
import { type CursorArgument, encodeCursor, ofAnotherList, type Place } from '../relay/cursor'
import type { Fields } from '../relay/fields'
import { COUNT_CAP } from '../relay/listing'
import { type Page, rowsOf } from '../relay/page'
import { listKey } from '../relay/remembered'
import type { Shared } from '../shared'
import { wordsOf } from './full-text'
import { beginning, highlight } from './highlight'
import { type Found, foundStatement, idsByKind, RANK, type Ranked, type Ranking, rankingOf, type SearchNode } from './ranking'
import { type Sought, soughtFor } from './sought'

export interface SearchHit {
  readonly score: number
  readonly highlight: string
}

/** How many of the best matches the first window takes in; a page further down takes in twice what it needs. Where it cuts through equals it grows. */
const WINDOW = 100
const AHEAD = 2
const GROWTH = 5
/** How often a search begins anew where the graph changes under it. */
const MOST_ATTEMPTS = 3

/** What highlights are made of. */
const HIGHLIGHTED = ['name', 'aliases', 'title', 'text']

/** A page of matches with the things themselves, in order. */
interface Matches {
  readonly ranked: readonly Ranked[]
  readonly found: ReadonlyMap<string, Found>
  readonly total: number | null
}

export class SearchRepository {
  constructor(
    private readonly reader: Reader,
    private readonly shared: Pick<Shared, 'rankings' | 'readBodyName'>,
  ) {}

  /**
   * What the text finds among things of these types (upper case), the best match first. A text without a letter or digit finds nothing.
   */
  async search(text: string, types: readonly string[], page: Page, asked: Fields): Promise<Connection<SearchNode, SearchHit>> {
    const words = wordsOf(toSimplified(text))
    if (words.length === 0 || types.length === 0) {
      return {
        edges: [],
        pageInfo: pageInfoOf([], { hasNextPage: false, hasPreviousPage: false }),
        ...countOf(page.counted ? 0 : null),
      }
    }
    const sought = soughtFor(text, words, types, this.shared.readBodyName)
    const fields = asked && new Set([...asked, ...HIGHLIGHTED])
    // From the end of the list a page is only known once its rows are counted.
    const fromTheEnd = page.backward && page.before === null
    const known = fromTheEnd ? (await this.matches(sought, 0, 0, true, fields)).total : null
    const { skip, limit } = spanOf(page, known)
    const { ranked, found, total } = await this.matches(sought, skip, rowsOf({ ...page, limit }), page.counted, fields)
    const edges = ranked.slice(0, limit).map(({ id, score, form }, i) => {
      const hit = found.get(id) as Found
      const cursor = page.list === null ? '' : encodeCursor({ list: page.list, parent: '', values: [skip + i] })
      return { cursor, node: hit.node, score, highlight: highlightOf(hit, words, form) }
    })
    const pageInfo = pageInfoOf(edges, { hasNextPage: ranked.length > limit, hasPreviousPage: skip > 0 })
    return { edges, pageInfo, ...countOf(page.counted ? total : null) }
  }

  /** The matches from `skip` on. Where their order is remembered they are only read; else the index is asked. */
  private async matches(sought: Sought, skip: number, limit: number, isCounted: boolean, fields: Fields): Promise<Matches> {
    const key = listKey(sought)
    const end = skip + limit
    const known = this.shared.rankings.recall(key)
    let ranking = known && reaches(known, end) && (!isCounted || known.total !== null) ? known : null
    for (let attempts = 0; ; attempts++) {
      ranking ??= await this.rank(key, sought, end, isCounted)
      const { version, found } = await this.found(ranking.ranked.slice(skip, end), sought, fields)
      // A graph that never stands still is shown as it was a moment ago, without what has gone since.
      const isCurrent = version === null || this.shared.rankings.of(key, version) === ranking
      if (isCurrent || attempts === MOST_ATTEMPTS)
        return { ranked: ranking.ranked.slice(skip, end).filter(({ id }) => found.has(id)), found, total: ranking.total }
      ranking = null
    }
  }

  private async found(
    ranked: readonly Ranked[],
    { words }: Sought,
    fields: Fields,
  ): Promise<{ version: string | null; found: ReadonlyMap<string, Found> }> {
    const [row] = await this.reader.read(foundStatement(fields), { words, ...idsByKind(ranked.map(({ id }) => id)) })
    if (row === undefined) throw new InvariantError('The statement of what was found always gives a row.')
    return { version: row.version, found: new Map(row.found.map(one => [one.node.id, one])) }
  }

  /** The order as the index gives it. Those that score as the last of a full window are in no settled order, so the window grows until it holds the page. */
  private async rank(key: string, sought: Sought, end: number, isCounted: boolean): Promise<Ranking> {
    for (let window = Math.max(WINDOW, end * AHEAD); ; window *= GROWTH) {
      const most = isCounted ? Math.max(window, COUNT_CAP + 1) : window
      const [row] = await this.reader.read(RANK, { ...sought, window, most })
      if (row === undefined) throw new InvariantError('The statement of a ranking always gives a row.')
      const ranking = rankingOf(row, most, window > COUNT_CAP)
      if (!reaches(ranking, end) && window <= COUNT_CAP) continue
      this.shared.rankings.remember(key, row.version, ranking)
      return ranking
    }
  }
}

const reaches = ({ ranked, isWhole }: Ranking, end: number): boolean => isWhole || ranked.length >= end

/** Where a page stands in the list. A list is shown no further than counts go. */
function spanOf(page: Page, total: number | null): { skip: number; limit: number } {
  const start = page.after === null ? 0 : placeIn(page.after, 'after') + 1
  const end = Math.min(page.before === null ? COUNT_CAP : placeIn(page.before, 'before'), total ?? COUNT_CAP, COUNT_CAP)
  const room = Math.max(0, end - start)
  const limit = Math.min(page.limit, room)
  return { skip: Math.min(page.backward ? end - limit : start, COUNT_CAP), limit }
}

/** The place that a cursor of a search names. */
function placeIn({ values }: Place, argument: CursorArgument): number {
  const [place] = values
  if (values.length === 1 && typeof place === 'number' && Number.isSafeInteger(place) && place >= 0) return place
  throw ofAnotherList(argument)
}

function highlightOf({ node, snippet }: Found, words: readonly string[], form: string | null): string {
  if ('aliases' in node) {
    if (form !== null) return highlight(form, words) ?? `«${form}»`
    const marked = node.aliases.map(alias => highlight(alias, words)).find(text => text !== null)
    return marked ?? `«${node.name}»`
  }
  if ('title' in node) return highlight(node.title, words) ?? highlight(snippet ?? '', words) ?? beginning(node.title)
  return highlight(node.text, words) ?? beginning(node.text)
}
