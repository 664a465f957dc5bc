/** Shortest paths between two entities, with what shows each step. */
import { type Statement, statement } from '../../database/statement'
import { type ArticleRow, articleMap, type EvidenceRow } from '../article/article.row'
import { claimMap } from '../claim/claim.row'
import { entityMap } from '../entity/entity.row'
import type { Reader } from '../reader'
import type { SearchNode } from '../search/ranking'
import { entityById, HUB_DEGREE, matchById } from './network.repository'
import { RELATIONSHIP_KINDS } from './network.type'

export interface PathStepRow {
  readonly kind: string
  readonly from: SearchNode
  readonly to: SearchNode
  readonly evidence: readonly EvidenceRow[]
  readonly source: string
}
export interface PathRow {
  readonly length: number
  readonly nodes: readonly SearchNode[]
  readonly steps: readonly PathStepRow[]
}

/** How long a path may be at most. */
export const MAX_LENGTH = 8

/**
 * How many ways of the shortest length are compared; of more, those that the database finds first. Two things can be connected many times over, so many more
 * are looked at to find different ones.
 */
const COMPARED = 200
const LOOKED_AT = 2_000

/** The relationships that ways go along; HELD sums up HOLDS, of which every article has one. */
const WAYS = RELATIONSHIP_KINDS.join('|').replace('HOLDS', 'HELD')

/**
 * The nodes of the shortest ways. A document, and a node that has more connections than a hub may have or is a country, is no way through; `none` over the nodes of a path is
 * looked at while the path is searched, not afterwards. Ways over things with few connections come first: they say more.
 */
const shortest = (maxLength: number): Statement<{ ids: string[] }> =>
  statement(
    `path.shortest${maxLength}`,
    `WITH $from AS from, $to AS to
${entityById('a', 'from')}
${entityById('b', 'to')}
WITH a, b LIMIT 1 WHERE a <> b
MATCH path = allShortestPaths((a)-[:${WAYS}*..${maxLength}]-(b))
WHERE none(node IN nodes(path) WHERE node <> a AND node <> b AND (node:Document OR coalesce(node.degree, 0) > $hub OR coalesce(node.level = $wideLevel, false)))
WITH path LIMIT ${LOOKED_AT}
WITH DISTINCT [node IN nodes(path) | node.id] AS ids, reduce(sum = 0, node IN nodes(path) | sum + coalesce(node.degree, 0)) AS busy
LIMIT ${COMPARED}
RETURN ids ORDER BY busy, ids LIMIT $first`,
  )

interface Between {
  readonly one: string
  readonly other: string
  readonly kind: string
  readonly from: string
  readonly to: string
  /** Claims bring their own place, other relationships theirs. */
  readonly article: string | null
  readonly starts: readonly number[] | null
  readonly ends: readonly number[] | null
  readonly places: readonly number[] | null
  readonly reference: boolean
}

const BETWEEN: Statement<Between> = statement(
  'path.between',
  `UNWIND $pairs AS pair
WITH pair[0] AS one, pair[1] AS other
${matchById('x', 'one')}
${matchById('y', 'other')}
CALL (x, y) { MATCH (x)-[r:${RELATIONSHIP_KINDS.join('|')}]-(y) RETURN r LIMIT 50 }
WITH one, other, r, CASE WHEN startNode(r):Claim THEN startNode(r) WHEN endNode(r):Claim THEN endNode(r) END AS claim
RETURN one, other, type(r) AS kind, startNode(r).id AS from, endNode(r).id AS to,
  coalesce(claim.articleId, r.article, CASE WHEN endNode(r):Article THEN endNode(r).id END) AS article,
  coalesce(claim.starts, r.starts) AS starts, coalesce(claim.ends, r.ends) AS ends, CASE WHEN claim IS NULL THEN r.places END AS places,
  coalesce(r.source, '') = 'REFERENCE' AS reference
ORDER BY one, other, article`,
)

const NODES: Statement<{ id: string; node: SearchNode }> = statement(
  'path.nodes',
  `UNWIND $ids AS id
${matchById('n', 'id')}
RETURN id, CASE WHEN n:Claim THEN ${claimMap('n')} WHEN n:Article THEN ${articleMap('n')} ELSE ${entityMap('n')} END AS node`,
)

interface Quoted {
  readonly key: number
  readonly article: ArticleRow
  readonly quotes: readonly Omit<EvidenceRow, 'article'>[]
}

const QUOTES: Statement<Quoted> = statement(
  'path.quotes',
  `UNWIND $spots AS spot
MATCH (a:Article {id: spot.article})
RETURN spot.key AS key, ${articleMap('a')} AS article,
  [i IN range(0, size(spot.starts) - 1) | {start: spot.starts[i], end: spot.ends[i], quote: substring(a.text, spot.starts[i], spot.ends[i] - spot.starts[i])}] AS quotes`,
)

/** The most places that one step shows. */
const MAX_EVIDENCE = 5

export class PathRepository {
  constructor(private readonly reader: Reader) {}

  /** The shortest ways from one entity to another, no longer than \`maxLength\` steps; none where one is unknown or both are the same. */
  async find(from: string, to: string, options: { maxLength: number; first: number; throughHubs: boolean }): Promise<PathRow[]> {
    if (from === to || options.first === 0) return []
    const hub = options.throughHubs ? Number.MAX_SAFE_INTEGER : HUB_DEGREE
    const ways = await this.reader.read(shortest(options.maxLength), {
      from,
      to,
      hub,
      wideLevel: options.throughHubs ? '' : 'country',
      first: options.first,
    })
    if (ways.length === 0) return []
    const ids = [...new Set(ways.flatMap(way => way.ids))]
    const pairs = new Map(ways.flatMap(way => way.ids.slice(1).map((id, i) => [`${way.ids[i]} ${id}`, [way.ids[i], id]])))
    const [nodes, between] = await Promise.all([
      this.reader.read(NODES, { ids }),
      this.reader.read(BETWEEN, { pairs: [...pairs.values()] }),
    ])
    const byId = new Map(nodes.map(({ id, node }) => [id, node]))
    const steps = await this.steps(between, byId)
    return ways.map(way => ({
      length: way.ids.length - 1,
      nodes: way.ids.map(id => byId.get(id) as SearchNode),
      steps: way.ids.slice(1).map((id, i) => steps.get(`${way.ids[i]} ${id}`) as PathStepRow),
    }))
  }

  /** For each pair of neighbours the most telling connection, with its places. */
  private async steps(between: readonly Between[], nodes: ReadonlyMap<string, SearchNode>): Promise<Map<string, PathStepRow>> {
    const chosen = new Map<string, Between[]>()
    for (const row of between) {
      const key = `${row.one} ${row.other}`
      const rank = (kind: string | undefined): number => (RELATIONSHIP_KINDS as readonly (string | undefined)[]).indexOf(kind)
      const known = chosen.get(key)
      if (!known || rank(row.kind) < rank(known[0]?.kind)) chosen.set(key, [row])
      else if (known[0]?.kind === row.kind) known.push(row)
    }
    const spots = [...chosen].flatMap(([key, rows]) => spotsOf(rows).map(spot => ({ ...spot, step: key })))
    const quoted =
      spots.length === 0
        ? []
        : await this.reader.read(QUOTES, { spots: spots.map(({ step: _, ...spot }, key) => ({ ...spot, key })) })
    const evidence = new Map<string, EvidenceRow[]>()
    for (const { key, article, quotes } of quoted.sort((a, b) => a.key - b.key)) {
      const step = (spots[key] as { step: string }).step
      evidence.set(step, [...(evidence.get(step) ?? []), ...quotes.map(quote => ({ ...quote, article }))])
    }
    return new Map(
      [...chosen].map(([key, rows]) => {
        const [row] = rows as [Between]
        const step = { kind: row.kind, from: nodes.get(row.from) as SearchNode, to: nodes.get(row.to) as SearchNode }
        const source = rows.every(({ reference }) => reference) ? 'reference' : 'text'
        return [key, { ...step, evidence: (evidence.get(key) ?? []).slice(0, MAX_EVIDENCE), source }]
      }),
    )
  }
}

/** The places in bodies of articles that some relationships carry, as many as a step shows. */
function spotsOf(rows: readonly Between[]): { article: string; starts: number[]; ends: number[] }[] {
  const spots: { article: string; starts: number[]; ends: number[] }[] = []
  let room = MAX_EVIDENCE
  for (const { article, starts, ends, places } of rows) {
    if (article === null || starts === null || ends === null) continue
    const inBody = starts
      .flatMap((start, i) => ((places?.[i] ?? -1) === -1 ? [[start, ends[i] as number] as const] : []))
      .slice(0, room)
    if (inBody.length === 0) continue
    room -= inBody.length
    spots.push({ article, starts: inBody.map(([start]) => start), ends: inBody.map(([, end]) => end) })
    if (room <= 0) break
  }
  return spots
}
