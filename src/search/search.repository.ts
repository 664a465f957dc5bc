/** Search over entities, claims and articles in one ranked list, paged by the full-text index itself. */
import type { Statement } from '../../database/statement'
import { InvariantError } from '../../model/errors'
import { type ArticleRow, articleMap } from '../article/article.row'
import { type ClaimRow, claimMap } from '../claim/claim.row'
import { type EntityRow, entityMap } from '../entity/entity.row'
import { formsOf, toSimplified } from '../entity/names'
import type { Reader } from '../reader'
import { type Connection, countOf, pageInfoOf } from '../relay/connection'
import { Counts, GRAPH_VERSION } from '../relay/counts'
import { type CursorArgument, encodeCursor, ofAnotherList, type Place } from '../relay/cursor'
import type { Fields } from '../relay/fields'
import { COUNT_CAP } from '../relay/listing'
import { type Page, rowsOf } from '../relay/page'
import { allWordsIn, wordsOf } from './full-text'
import { beginning, highlight } from './highlight'

export type SearchNode = EntityRow | ClaimRow | ArticleRow
export interface SearchHit {
  readonly score: number
  readonly highlight: string
}

interface Pin {
  readonly id: string
  readonly form: string
}

/**
 * Entities that bear the typed text as a name, or whose name begins with it, by the index of names: the closest first, of equals the most mentioned. Each part
 * looks at a bounded number of names.
 */
const PINS = `CALL () {
    MATCH (n:Name) WHERE n.form IN $forms RETURN n, 4 AS closeness LIMIT 20
    UNION ALL
    MATCH (n:Name) WHERE n.form STARTS WITH $typed RETURN n, 3 AS closeness LIMIT 50
    UNION ALL
    MATCH (n:Name) WHERE $latin <> '' AND n.pinyin = $latin RETURN n, 3 AS closeness LIMIT 50
    UNION ALL
    MATCH (n:Name) WHERE $latin <> '' AND n.initials = $latin RETURN n, 2 AS closeness LIMIT 50
    UNION ALL
    MATCH (n:Name) WHERE n.pinyin STARTS WITH $latin RETURN n, 1 AS closeness LIMIT 50
  }
  MATCH (n)-[:NAMES]->(e:Entity) WHERE e.searchType IN $types
  WITH e, n, closeness ORDER BY closeness DESC, size(n.form)
  WITH e, max(closeness) AS closeness, head(collect(n.form)) AS form
  ORDER BY closeness DESC, coalesce(e.mentionCount, 0) DESC, e.id LIMIT 20
  RETURN collect({id: e.id, form: form}) AS pins`

interface Found {
  readonly score: number
  readonly node: SearchNode
  readonly snippet: string | null
}

interface FoundRow {
  readonly version: string | null
  readonly pins: readonly Pin[]
  /** How many matches the window has, and the score of its last. */
  readonly inWindow: number
  readonly lowest: number | null
  readonly hits: readonly Found[]
  /** How many there are in all, where that was asked. */
  readonly total: number | null
}

/**
 * The index breaks ties by chance, so a page is cut out of a window of its best matches, put in order here. Of an article's text only the part around the
 * first word that stands there is returned. What is pinned stands in the query with its id, in its order.
 */
function foundStatement(isCounted: boolean, fields: Fields): Statement<FoundRow> {
  const text = `${GRAPH_VERSION}
CALL () {
  ${PINS}
}
WITH version, pins, $head + reduce(clauses = '', i IN range(0, size(pins) - 1) | clauses + 'id:"' + pins[i].id + '"^' + (size(pins) - i) * 100 + ' ') + $tail AS query
CALL (query) {
  CALL db.index.fulltext.queryNodes('search', query, {limit: $window}) YIELD node, score
  WITH node, score ORDER BY score DESC, node.id
  RETURN collect({node: node, score: score}) AS found
}
CALL (found) {
  UNWIND found[$skip..$skip + $limit] AS hit
  WITH hit.node AS node, hit.score AS score
  WITH node, score, CASE WHEN node:Article THEN [word IN $words WHERE toLower(node.text) CONTAINS word | size(split(toLower(node.text), word)[0])][0] END AS place
  RETURN collect({
    score: score,
    node: CASE WHEN node:Claim THEN ${claimMap('node', '', fields)} WHEN node:Article THEN ${articleMap('node', '', fields)} ELSE ${entityMap('node')} END,
    snippet: CASE
      WHEN place > 30 THEN '…' + substring(node.text, place - 30, 150)
      WHEN node:Article THEN substring(node.text, 0, 150)
    END
  }) AS hits
}
${
  isCounted
    ? `CALL (query, found) {
  UNWIND CASE WHEN size(found) < $window THEN [] ELSE [query] END AS full
  CALL db.index.fulltext.queryNodes('search', full, {limit: ${COUNT_CAP + 1}}) YIELD score
  RETURN count(score) AS counted
}`
    : ''
}
RETURN version, pins, size(found) AS inWindow, found[-1].score AS lowest, hits, ${isCounted ? 'CASE WHEN size(found) < $window THEN size(found) ELSE counted END' : 'null'} AS total`
  return { name: `search.found${isCounted ? '.counted' : ''}`, text }
}

/** How many of the best matches the first window takes in, and by how much it grows where it cuts through equals. */
const WINDOW = 50
const GROWTH = 5

/** No name begins with it. An empty text would make the index give all names before a condition could say no. */
const NO_NAME = '\uffff'

/** What highlights are made of. */
const HIGHLIGHTED = ['name', 'aliases', 'title', 'text']

/** What is looked for, as parameters of the statements. */
type Sought = Readonly<Record<'forms' | 'typed' | 'latin' | 'types' | 'words' | 'head' | 'tail', unknown>>

export class SearchRepository {
  constructor(
    private readonly reader: Reader,
    private readonly counts: Counts,
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
    const sought = soughtFor(text, words, types)
    const fields = asked && new Set([...asked, ...HIGHLIGHTED])
    // From the end of the list a page is only known once its rows are counted.
    const known = page.backward && page.before === null ? await this.count(sought, fields) : null
    const { skip, limit } = spanOf(page, known)
    const { hits, pins, total } = await this.found(sought, skip, rowsOf({ ...page, limit }), page.counted, fields)
    const forms = new Map(pins.map(pin => [pin.id, pin.form]))
    const edges = hits.slice(0, limit).map((hit, i) => ({
      cursor: page.list === null ? '' : encodeCursor({ list: page.list, parent: '', values: [skip + i] }),
      node: hit.node,
      score: hit.score,
      highlight: highlightOf(hit, words, forms.get(hit.node.id)),
    }))
    const pageInfo = pageInfoOf(edges, { hasNextPage: hits.length > limit, hasPreviousPage: skip > 0 })
    return { edges, pageInfo, ...countOf(total) }
  }

  /** A page of matches. Those that score as the last of a full window are in no settled order, so the window grows until it holds the page. */
  private async found(sought: Sought, skip: number, limit: number, isCounted: boolean, fields: Fields): Promise<FoundRow> {
    const key = Counts.key('search', sought)
    for (let window = Math.ceil((skip + limit) / WINDOW) * WINDOW; ; window *= GROWTH) {
      const statement = foundStatement(isCounted && !this.counts.knows(key), fields)
      const [row] = await this.reader.read(statement, { ...sought, skip, limit, window })
      if (row === undefined) throw new InvariantError('The statement of a search always gives a row.')
      if (row.total !== null) this.counts.remember(key, row.version, row.total)
      const isSettled = row.inWindow < window || row.lowest === null || (row.hits.at(-1)?.score ?? 0) > row.lowest
      if (!isSettled && window <= COUNT_CAP) continue
      if (!isCounted) return row
      const total = row.inWindow < window ? row.inWindow : this.counts.of(key, row.version)
      return { ...row, total: row.total ?? total ?? (await this.count(sought, fields)) }
    }
  }

  private async count(sought: Sought, fields: Fields): Promise<number> {
    const [row] = await this.reader.read(foundStatement(true, fields), { ...sought, skip: 0, limit: 0, window: 1 })
    this.counts.remember(Counts.key('search', sought), row?.version ?? null, row?.total ?? 0)
    return row?.total ?? 0
  }
}

/** How many types of things the index holds. */
const TYPES = 6

/** What a typed text means for names and for the index: there, names, headlines and texts with all words; what is pinned comes between head and tail. */
export function soughtFor(text: string, words: readonly string[], types: readonly string[]): Sought {
  const latin = words.join('')
  const isLatin = words.every(word => /^[\p{Script=Latin}\p{N}]+$/u.test(word))
  const clauses = [
    `${allWordsIn('searchText', isLatin ? [latin] : words)}^4`,
    `${allWordsIn('title', words)}^2`,
    `${allWordsIn('text', words)}`,
  ]
  return {
    forms: formsOf(text),
    typed: toSimplified(text),
    latin: /^[a-z0-9ü]+$/u.test(latin) ? latin : NO_NAME,
    types,
    words,
    // Asked of every match, the type costs as much as the words, and it says nothing of how well they match.
    head: types.length < TYPES ? `+searchType:(${types.map(type => type.toLowerCase()).join(' ')})^0 +(` : '+(',
    tail: `${clauses.join(' ')})`,
  }
}

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

function highlightOf({ node, snippet }: Found, words: readonly string[], form: string | undefined): string {
  if ('aliases' in node) {
    if (form !== undefined) return highlight(form, words) ?? `«${form}»`
    const marked = node.aliases.map(alias => highlight(alias, words)).find(text => text !== null)
    return marked ?? `«${node.name}»`
  }
  if ('title' in node) return highlight(node.title, words) ?? highlight(snippet ?? '', words) ?? beginning(node.title)
  return highlight(node.text, words) ?? beginning(node.text)
}
