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
import {
  type Found,
  foundStatement,
  idsByKind,
  type Ranked,
  type Ranking,
  rankStatement,
  type SearchNode,
  settledBy,
} from './ranking'
import { type Sought, soughtFor } from './sought'

export interface SearchHit {
  readonly score: number
  readonly highlight: string
}

/** How many of the best matches the first window takes in; a page further down takes in twice what it needs. Where it cuts through equals it grows. */
const WINDOW = 100
const AHEAD = 2
const GROWTH = 5

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

  /** The matches from `skip` on. Those that are remembered are only read; else the index is asked. */
  private async matches(sought: Sought, skip: number, limit: number, isCounted: boolean, fields: Fields): Promise<Matches> {
    const key = listKey(sought)
    const ranking = this.shared.rankings.recall(key)
    if (ranking && reaches(ranking, skip + limit) && (!isCounted || ranking.total !== null)) {
      const matches = await this.remembered(key, ranking, sought, skip, limit, fields)
      if (matches !== null) return matches
    }
    return this.asked(key, sought, skip, limit, isCounted, fields)
  }

  /** Null where the graph is no longer what it was. */
  private async remembered(
    key: string,
    ranking: Ranking,
    { words }: Sought,
    skip: number,
    limit: number,
    fields: Fields,
  ): Promise<Matches | null> {
    const wanted = ranking.ranked.slice(skip, skip + limit)
    const [row] = await this.reader.read(foundStatement(fields), { words, ...idsByKind(wanted.map(({ id }) => id)) })
    if (row === undefined) throw new InvariantError('The statement of what was found always gives a row.')
    if (this.shared.rankings.of(key, row.version) !== ranking || row.found.length < wanted.length) return null
    return { ranked: wanted, found: byId(row.found), total: ranking.total }
  }

  /** A page straight from the index. Those that score as the last of a full window are in no settled order, so the window grows until it holds the page. */
  private async asked(
    key: string,
    sought: Sought,
    skip: number,
    limit: number,
    isCounted: boolean,
    fields: Fields,
  ): Promise<Matches> {
    const statement = rankStatement(fields)
    for (let window = Math.max(WINDOW, (skip + limit) * AHEAD); ; window *= GROWTH) {
      const most = isCounted ? Math.max(window, COUNT_CAP + 1) : window
      const [row] = await this.reader.read(statement, { ...sought, skip, limit, window, most })
      if (row === undefined) throw new InvariantError('The statement of a ranking always gives a row.')
      const ranking = settledBy(row, most)
      if (!reaches(ranking, skip + limit) && window <= COUNT_CAP) continue
      this.shared.rankings.remember(key, row.version, ranking)
      const ranked = row.window.slice(skip, skip + limit).map(([id, score]) => ({ id, score }))
      const forms = new Map(row.pins.map(({ id, form }) => [id, form]))
      return {
        ranked: ranked.map(one => ({ ...one, form: forms.get(one.id) ?? null })),
        found: byId(row.found),
        total: ranking.total,
      }
    }
  }
}

const reaches = ({ ranked, isWhole }: Ranking, end: number): boolean => isWhole || ranked.length >= end
const byId = (found: readonly Found[]): ReadonlyMap<string, Found> => new Map(found.map(one => [one.node.id, one]))

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
