/** Neighbourhoods: what is connected with some things, nearest first, bounded in the statements. */
import { type Statement, statement } from '../../database/statement'
import type { Reader } from '../reader'

export interface NetworkNodeRow {
  readonly id: string
  readonly type: string
  readonly name: string
  readonly degree: number
}
export interface NetworkLinkRow {
  readonly id: string
  readonly kind: string
  readonly source: string
  readonly target: string
  readonly weight: number
}
export interface NetworkRow {
  readonly nodes: readonly NetworkNodeRow[]
  readonly links: readonly NetworkLinkRow[]
  readonly truncated: boolean
}

/** Above this number of connections a neighbour is shown, but not gone through: the country, a big newspaper. */
export const HUB_DEGREE = 500

/** Binds \`variable\` to the entity of an id, also one that it had before a merge. */
export const entityById = (variable: string, id: string): string => `CALL (${id}) {
  MATCH (${variable}:Entity {id: ${id}}) RETURN ${variable}
  UNION
  MATCH (:IdentityKey {id: ${id}})-[:IDENTIFIES]->(${variable}:Entity) RETURN ${variable}
}`

/** Binds \`variable\` to the entity of an id, also one that it had before a merge, or to the claim or article of it. */
export const matchById = (variable: string, id: string): string => `CALL (${id}) {
  MATCH (${variable}:Entity {id: ${id}}) RETURN ${variable}
  UNION
  MATCH (:IdentityKey {id: ${id}})-[:IDENTIFIES]->(${variable}:Entity) RETURN ${variable}
  UNION
  MATCH (${variable}:Claim {id: ${id}}) RETURN ${variable}
  UNION
  MATCH (${variable}:Article {id: ${id}}) RETURN ${variable}
}`

/** Connections between entities (HELD sums up HOLDS), and those of claims and articles. */
const STRUCTURE = 'HELD|LOCATED_IN|PART_OF|ISSUED_BY|APPLIES_TO'
const OF_CLAIMS = 'MADE|ABOUT|STATED_IN'
const OF_ARTICLES = 'WROTE|PUBLISHED_BY|MENTIONED_IN'

/** Nodes and links as lists in a fixed order: as maps they would take the driver three times as long to read. */
type NodeResult = readonly [id: string, type: string, name: string, degree: number]
type LinkResult = readonly [kind: string, source: string, target: string, weight: number]
interface NetworkResult {
  readonly nodes: readonly NodeResult[]
  readonly links: readonly LinkResult[]
  readonly truncated: boolean
}

/**
 * Of what leads from a thing with many connections so much is looked at, of places and of all else: a popular body is said to be in its city by every article.
 * Looking for what leads from each such thing to each other instead would read millions.
 */
const LOOKED_AT = 500

/**
 * One step further from \`frontier\`: offices and places first, then claims, then articles; the rest is not looked at once the limit is reached. Many articles
 * say the same of an entity, so only so many of its connections are looked at.
 */
const STEP = `CALL (nodes, frontier) {
  UNWIND frontier AS s
  CALL (s) {
    CALL (s) { MATCH (s)-[:${STRUCTURE}]-(n) RETURN n LIMIT 5000 }
    WITH n WHERE n.searchType IN $types RETURN n
    UNION ALL
    MATCH (s)-[:MADE|ABOUT|WROTE|STATED_IN|PUBLISHED_BY]-(n) WHERE n.searchType IN $types RETURN n
    UNION ALL
    MATCH (s)-[:MENTIONED_IN]-(n) WHERE n.searchType IN $types RETURN n
  }
  WITH DISTINCT n, nodes WHERE NOT n IN nodes
  WITH n LIMIT $limit
  RETURN collect(n) AS found
}
WITH nodes, found[0..$limit - size(nodes)] AS kept, truncated OR size(found) > $limit - size(nodes) AS truncated
WITH nodes + kept AS nodes, truncated, CASE WHEN truncated THEN [] ELSE [n IN kept WHERE coalesce(n.degree, 0) <= ${HUB_DEGREE}] END AS frontier`

/**
 * The things and all connections among them. Claims and articles have few, so what they say is found from them; what connects entities from those that have
 * few connections, and between those that have many from what is looked at of each.
 */
const networkStatement = (depth: number): Statement<NetworkResult> =>
  statement(
    `network.depth${depth}`,
    `UNWIND $ids AS id
${matchById('n', 'id')}
WITH DISTINCT n LIMIT $limit
WITH collect(n) AS nodes
WITH nodes, nodes AS frontier, false AS truncated
${Array.from({ length: depth }, () => STEP).join('\n')}
CALL (nodes) {
  CALL (nodes) {
    UNWIND nodes AS a
    WITH a, nodes WHERE a:Claim
    MATCH (a)-[r:${OF_CLAIMS}]-(b) WHERE b IN nodes
    RETURN r
    UNION ALL
    UNWIND nodes AS a
    WITH a, nodes WHERE a:Article
    MATCH (a)-[r:${OF_ARTICLES}]-(b) WHERE b IN nodes
    RETURN r
    UNION ALL
    UNWIND nodes AS a
    WITH a, nodes WHERE a:Entity AND a.degree <= ${HUB_DEGREE}
    MATCH (a)-[r:${STRUCTURE}]-(b) WHERE b IN nodes AND (startNode(r) = a OR b.degree > ${HUB_DEGREE})
    RETURN r
    UNION ALL
    UNWIND nodes AS a
    WITH a, nodes WHERE a:Entity AND a.degree > ${HUB_DEGREE}
    CALL (a) {
      MATCH (a)-[r:LOCATED_IN]->(b) RETURN r, b LIMIT ${LOOKED_AT}
      UNION ALL
      MATCH (a)-[r:${STRUCTURE.replace('LOCATED_IN|', '')}]->(b) RETURN r, b LIMIT ${LOOKED_AT}
    }
    WITH r, b, nodes WHERE b IN nodes AND b.degree > ${HUB_DEGREE}
    RETURN r
  }
  WITH CASE type(r) WHEN 'HELD' THEN 'HOLDS' ELSE type(r) END AS kind, startNode(r) AS a, endNode(r) AS b, sum(coalesce(r.count, 1)) AS weight
  WITH kind, a.id AS source, b.id AS target, weight ORDER BY weight DESC, source, target, kind LIMIT $links
  RETURN collect([kind, source, target, weight]) AS links
}
CALL (nodes) {
  UNWIND nodes AS n
  RETURN collect([n.id, toLower(n.searchType), coalesce(n.name, n.title, n.text), coalesce(n.degree,
    CASE WHEN n:Claim THEN COUNT { (n)-[:${OF_CLAIMS}]-() } ELSE COUNT { (n)-[:${OF_ARTICLES}|STATED_IN]-() } END)]) AS drawn
}
RETURN drawn AS nodes, links, truncated`,
  )
const BY_DEPTH = [0, 1, 2, 3].map(networkStatement)

/** The most links of one picture. */
const MAX_LINKS = 5_000

export class NetworkRepository {
  constructor(private readonly reader: Reader) {}

  /** What lies up to \`depth\` steps from the things of these ids, at most \`limit\` nodes of the given types (the things asked for are always among them). */
  async neighbourhood(ids: readonly string[], depth: number, limit: number, types: readonly string[]): Promise<NetworkRow> {
    const network = BY_DEPTH[depth] as Statement<NetworkResult>
    const [found] = await this.reader.read(network, { ids: [...new Set(ids)], types, limit, links: MAX_LINKS })
    return {
      nodes: found?.nodes.map(([id, type, name, degree]) => ({ id, type, name, degree })) ?? [],
      links:
        found?.links.map(([kind, source, target, weight]) => ({
          id: `${kind}:${source}:${target}`,
          kind,
          source,
          target,
          weight,
        })) ?? [],
      truncated: found?.truncated ?? false,
    }
  }
}
