/** In what order a search finds its matches: the statements that find it out, and what is remembered of it. */
import { type Statement, statement } from '../../database/statement'
import { labelOfId } from '../../model/ids'
import { type ArticleRow, articleMap } from '../article/article.row'
import { type ClaimRow, claimMap } from '../claim/claim.row'
import { type EntityRow, entityMap } from '../entity/entity.row'
import type { Fields } from '../relay/fields'
import { COUNT_CAP } from '../relay/listing'
import { GRAPH_VERSION, Remembered } from '../relay/remembered'

export type SearchNode = EntityRow | ClaimRow | ArticleRow

/** A match; `form` is the name by which it was found, where it is pinned. */
export interface Ranked {
  readonly id: string
  readonly score: number
  readonly form: string | null
}

/** The best matches in order. */
export interface Ranking {
  readonly ranked: readonly Ranked[]
  /** Whether there are no others. */
  readonly isWhole: boolean
  /** How many there are in all, no further than the cap; null where nobody asked. */
  readonly total: number | null
}

/** So many matches of all rankings together are remembered, some 50 bytes each. */
const MOST = 300_000

/** Rankings of searches by what is sought. */
export class Rankings extends Remembered<Ranking> {
  constructor(now?: () => number) {
    super(MOST, ({ ranked }) => ranked.length + 1, now)
  }
}

/** A thing that was found; of an article's text the part around the first word that stands there. */
export interface Found {
  readonly node: SearchNode
  readonly snippet: string | null
}

/** The map of a thing that was found, for the variable `node`. */
const foundMap = (fields: Fields): string => `{
    node: CASE WHEN node:Claim THEN ${claimMap('node', '', fields)} WHEN node:Article THEN ${articleMap('node', '', fields)} ELSE ${entityMap('node')} END,
    snippet: CASE WHEN node:Article THEN head([text IN [node.text] | coalesce(
      head([word IN $words WHERE toLower(text) CONTAINS word | head([before IN [size(split(toLower(text), word)[0])] WHERE before > 30 | '…' + substring(text, before - 30, 150)])]),
      substring(text, 0, 150))]) END
  }`

/**
 * Entities that are meant by the typed text, at most 20, the closest first, of equals the most mentioned: those of which it is a name, or the body that it
 * names whatever the texts call that; those whose name begins with it; organs of that kind. Each part looks at a bounded number of names.
 */
const PINS = `CALL () {
    CALL () {
      MATCH (n:Name) WHERE n.form IN $forms RETURN n, 4 AS closeness LIMIT 20
      UNION ALL
      MATCH (n:Name) WHERE n.form STARTS WITH $typed RETURN n, 3 AS closeness LIMIT 50
      UNION ALL
      MATCH (n:Name) WHERE $latin <> '' AND n.pinyin = $latin RETURN n, 3 AS closeness LIMIT 50
      UNION ALL
      MATCH (n:Name) WHERE $latin <> '' AND n.initials = $latin RETURN n, 2 AS closeness LIMIT 50
      UNION ALL
      MATCH (n:Name) WHERE n.form IN $organs RETURN n, 2 AS closeness LIMIT 50
      UNION ALL
      MATCH (n:Name) WHERE n.pinyin STARTS WITH $latin RETURN n, 1 AS closeness LIMIT 50
    }
    MATCH (n)-[:NAMES]->(e:Entity)
    RETURN e, closeness, CASE WHEN n.form IN $organs THEN e.name ELSE n.form END AS form
    UNION ALL
    MATCH (k:IdentityKey)-[:IDENTIFIES]->(e:Entity) WHERE k.key IN $keys RETURN e, 4 AS closeness, e.name AS form
  }
  WITH e, form, closeness WHERE e.searchType IN $types
  WITH e, form, closeness ORDER BY closeness DESC, size(form)
  WITH e, max(closeness) AS closeness, head(collect(form)) AS form
  ORDER BY closeness DESC, coalesce(e.mentionCount, 0) DESC, e.id LIMIT 20
  RETURN collect({id: e.id, form: form}) AS pins`

/** The best matches up to `$window`. */
export interface RankedRow {
  readonly version: string | null
  readonly pins: readonly { readonly id: string; readonly form: string }[]
  /** How many matches the index gave, `$most` at most. */
  readonly given: number
  readonly window: readonly (readonly [id: string, score: number])[]
}

/**
 * Asks the index. It breaks ties by chance, so a page is cut out of a window of its best matches, put in order here. What is pinned stands in the query with
 * its id, in its order. The same text for all searches, since it takes long to plan.
 */
export const RANK = statement<RankedRow>(
  'search.rank',
  `${GRAPH_VERSION}
CALL () {
  ${PINS}
}
WITH version, pins, $head + reduce(clauses = '', i IN range(0, size(pins) - 1) | clauses + 'id:"' + pins[i].id + '"^' + (size(pins) - i) * 100 + ' ') + $tail AS query
CALL (query) {
  CALL db.index.fulltext.queryNodes('search', query, {limit: $most}) YIELD node, score
  RETURN collect(node) AS matches, collect(score) AS scores
}
CALL (matches, scores) {
  UNWIND range(0, CASE WHEN size(matches) < $window THEN size(matches) ELSE $window END - 1) AS i
  WITH matches[i].id AS id, scores[i] AS score ORDER BY score DESC, id
  RETURN collect([id, score]) AS window
}
RETURN version, pins, size(matches) AS given, window`,
)

/** The things of these ids. */
export const foundStatement = (fields: Fields): Statement<{ version: string | null; found: readonly Found[] }> => ({
  name: 'search.found',
  text: `${GRAPH_VERSION}
CALL () {
  CALL () {
    UNWIND $entities AS id MATCH (node:Entity {id: id}) RETURN node
    UNION ALL
    UNWIND $claims AS id MATCH (node:Claim {id: id}) RETURN node
    UNION ALL
    UNWIND $articles AS id MATCH (node:Article {id: id}) RETURN node
  }
  RETURN collect(${foundMap(fields)}) AS found
}
RETURN version, found`,
})

/** The ids as the parameters of `foundStatement`. */
export function idsByKind(ids: readonly string[]): { entities: string[]; claims: string[]; articles: string[] } {
  const kinds = { entities: [] as string[], claims: [] as string[], articles: [] as string[] }
  for (const id of ids) {
    const label = labelOfId(id)
    kinds[label === 'Claim' ? 'claims' : label === 'Article' ? 'articles' : 'entities'].push(id)
  }
  return kinds
}

/**
 * What a window of the best matches tells: all of them where the index gave no more, else those that score better than the last, since there may be more that
 * score as that one does. A window as long as lists are shown (`isLast`) is taken as it is.
 */
export function rankingOf({ window, pins, given }: RankedRow, most: number, isLast: boolean): Ranking {
  const forms = new Map(pins.map(({ id, form }) => [id, form]))
  const isWhole = given < most && given <= window.length
  const lowest = window.at(-1)?.[1] ?? 0
  const settled = isWhole || isLast ? window : window.filter(([, score]) => score > lowest)
  return {
    ranked: settled.map(([id, score]) => ({ id, score, form: forms.get(id) ?? null })),
    isWhole,
    total: given < most || most > COUNT_CAP ? given : null,
  }
}
