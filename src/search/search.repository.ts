/** Search over entities, claims and articles in one ranked list, paged by the full-text index itself. */
import { type Statement, statement } from '../../database/statement'
import { type ArticleRow, articleMap } from '../article/article.row'
import { type ClaimRow, claimMap } from '../claim/claim.row'
import { type EntityRow, entityMap } from '../entity/entity.row'
import { formsOf, toSimplified } from '../entity/names'
import type { Reader } from '../reader'
import { type Connection, countOf, pageInfoOf, placeCursor } from '../relay/connection'
import { encodeCursor } from '../relay/cursor'
import { COUNT_CAP } from '../relay/listing'
import type { Page } from '../relay/page'
import { allWordsIn, NOTHING, wordsOf } from './full-text'
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
const PINS: Statement<Pin> = statement(
  'search.pins',
  `CALL () {
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
RETURN e.id AS id, form`,
)

interface Found {
  readonly score: number
  readonly node: SearchNode
  readonly snippet: string | null
}

/**
 * The index breaks ties by chance, so a page is cut out of a window of its best matches, put in order here. Of an article's text only the part around the
 * first word that stands there is returned.
 */
const FOUND: Statement<{ total: number; lowest: number | null; hits: Found[] }> = statement(
  'search.found',
  `CALL () {
  CALL db.index.fulltext.queryNodes('search', $query, {limit: $window}) YIELD node, score
  WITH node, score ORDER BY score DESC, node.id
  RETURN collect({node: node, score: score}) AS found
}
CALL (found) {
  UNWIND found[$skip..$skip + $limit] AS hit
  WITH hit.node AS node, hit.score AS score
  WITH node, score, CASE WHEN node:Article THEN [word IN $words WHERE toLower(node.text) CONTAINS word | size(split(toLower(node.text), word)[0])][0] END AS place
  RETURN collect({
    score: score,
    node: CASE WHEN node:Claim THEN ${claimMap('node')} WHEN node:Article THEN ${articleMap('node')} ELSE ${entityMap('node')} END,
    snippet: CASE
      WHEN place > 30 THEN '…' + substring(node.text, place - 30, 150)
      WHEN node:Article THEN substring(node.text, 0, 150)
    END
  }) AS hits
}
RETURN size(found) AS total, found[-1].score AS lowest, hits`,
)

/** How many of the best matches the first window takes in, and by how much it grows where it cuts through equals. */
const WINDOW = 100
const GROWTH = 5

const COUNT: Statement<{ total: number }> = statement(
  'search.count',
  `CALL db.index.fulltext.queryNodes('search', $query, {limit: ${COUNT_CAP + 1}}) YIELD score RETURN count(score) AS total`,
)

/** No name begins with it. An empty text would make the index give all names before a condition could say no. */
const NO_NAME = '\uffff'

export class SearchRepository {
  constructor(private readonly reader: Reader) {}

  /** What the text finds among things of these types (upper case), the best match first. A text without a letter or digit finds nothing. */
  async search(text: string, types: readonly string[], page: Page): Promise<Connection<SearchNode, SearchHit>> {
    const words = wordsOf(toSimplified(text))
    const pins = words.length === 0 ? [] : await this.pins(text, words, types)
    const query = { query: searchQuery(words, pins, types), words }
    // From the end of the list a page is only known once its rows are counted.
    const known = page.backward && page.before === null ? await this.count(query) : null
    const { skip, limit } = spanOf(page, known)
    const { window, total: inWindow, hits: rows } = await this.found(query, skip, limit + 1)
    const total = !page.counted ? null : inWindow < window ? inWindow : (known ?? (await this.count(query)))
    const forms = new Map(pins.map(pin => [pin.id, pin.form]))
    const edges = rows.slice(0, limit).map((row, i) => ({
      cursor: encodeCursor(placeCursor(skip + i)),
      node: row.node,
      score: row.score,
      highlight: highlightOf(row, words, forms.get(row.node.id)),
    }))
    const pageInfo = pageInfoOf(edges, { hasNextPage: rows.length > limit, hasPreviousPage: skip > 0 })
    return { edges, pageInfo, ...countOf(total) }
  }

  /** The rows of a page, and how many the window had that they were cut from. Rows that score as the last of a full window are in no settled order, so it grows. */
  private async found(query: { query: string; words: readonly string[] }, skip: number, limit: number) {
    for (let window = Math.ceil((skip + limit) / WINDOW) * WINDOW; ; window *= GROWTH) {
      const [answer] = await this.reader.read(FOUND, { ...query, skip, limit, window })
      const { total, lowest, hits } = answer ?? { total: 0, lowest: null, hits: [] }
      const isSettled = total < window || lowest === null || (hits.at(-1)?.score ?? 0) > lowest
      if (isSettled || window > COUNT_CAP) return { window, total, hits }
    }
  }

  private async count(query: { query: string }): Promise<number> {
    return (await this.reader.read(COUNT, query))[0]?.total ?? 0
  }

  private pins(text: string, words: readonly string[], types: readonly string[]): Promise<Pin[]> {
    const typed = toSimplified(text)
    const latin = words.join('')
    return this.reader.read(PINS, { forms: formsOf(text), typed, latin: /^[a-z0-9ü]+$/u.test(latin) ? latin : NO_NAME, types })
  }
}

/** The query for the index: names, headlines and texts with all words; what is pinned comes first, in its order. */
export function searchQuery(words: readonly string[], pins: readonly Pin[], types: readonly string[]): string {
  if (words.length === 0 || types.length === 0) return NOTHING
  const joined = words.every(word => /^[\p{Script=Latin}\p{N}]+$/u.test(word)) ? [words.join('')] : words
  const clauses = [
    ...pins.map((pin, i) => `id:"${pin.id}"^${(pins.length - i) * 100}`),
    `${allWordsIn('searchText', joined)}^4`,
    `${allWordsIn('title', words)}^2`,
    `${allWordsIn('text', words)}`,
  ]
  return `+searchType:(${types.map(type => type.toLowerCase()).join(' ')}) +(${clauses.join(' ')})`
}

/** Where a page stands in the list. A list is shown no further than counts go. */
function spanOf(page: Page, total: number | null): { skip: number; limit: number } {
  const start = page.after === null ? 0 : Number(page.after[0]) + 1
  const end = Math.min(page.before === null ? COUNT_CAP : Number(page.before[0]), total ?? COUNT_CAP, COUNT_CAP)
  const room = Math.max(0, end - start)
  const limit = Math.min(page.limit, room)
  return { skip: Math.min(page.backward ? end - limit : start, COUNT_CAP), limit }
}

function highlightOf({ node, snippet }: Found, words: readonly string[], form: string | undefined): string {
  if ('aliases' in node) {
    if (form !== undefined) return highlight(form, words) ?? `«${form}»`
    const marked = node.aliases.map(alias => highlight(alias, words)).find(text => text !== null)
    return marked ?? `«${node.name}»`
  }
  if ('spans' in node) return highlight(node.text, words) ?? beginning(node.text)
  return highlight(node.title, words) ?? highlight(snippet ?? '', words) ?? beginning(node.title)
}
