/** Neighbourhoods: what is connected with some things, nearest first, bounded in the statements. */
import { type Statement, statement } from '../../database/statement'
import type { Reader } from '../reader'
import { RELATIONSHIP_KINDS } from './network.type'

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

/** Binds \`variable\` to the entity, claim or article of an id. */
export const matchById = (variable: string, id: string): string => `CALL (${id}) {
  MATCH (${variable}:Entity {id: ${id}}) RETURN ${variable}
  UNION ALL
  MATCH (${variable}:Claim {id: ${id}}) RETURN ${variable}
  UNION ALL
  MATCH (${variable}:Article {id: ${id}}) RETURN ${variable}
}`

const NODE = (variable: string): string =>
  `{id: ${variable}.id, type: toLower(${variable}.searchType), name: coalesce(${variable}.name, ${variable}.title, ${variable}.text), degree: coalesce(${variable}.degree, COUNT { (${variable})-[:${RELATIONSHIP_KINDS.join('|')}]-() })}`

const SEEDS: Statement<{ node: NetworkNodeRow }> = statement(
  'network.seeds',
  `UNWIND $ids AS id
${matchById('n', 'id')}
RETURN ${NODE('n')} AS node`,
)

/** Connections between entities (HELD sums up HOLDS), and those of claims and articles. */
const STRUCTURE = 'HELD|LOCATED_IN|PART_OF|ISSUED_BY|APPLIES_TO'
const SAYING = 'MADE|ABOUT|WROTE|STATED_IN|PUBLISHED_BY'

/**
 * Offices and places first, then claims, then articles; the rest is not looked at once the limit is reached. Many articles say the same of an entity, so only
 * so many of its connections are looked at.
 */
const NEIGHBOURS: Statement<{ node: NetworkNodeRow }> = statement(
  'network.neighbours',
  `UNWIND $frontier AS id
${matchById('s', 'id')}
CALL (s) {
  CALL (s) { MATCH (s)-[:${STRUCTURE}]-(n) RETURN n LIMIT 5000 }
  WITH n WHERE n.searchType IN $types RETURN n
  UNION ALL
  MATCH (s)-[:${SAYING}]-(n) WHERE n.searchType IN $types RETURN n
  UNION ALL
  MATCH (s)-[:MENTIONED_IN]-(n) WHERE n.searchType IN $types RETURN n
}
WITH DISTINCT n WHERE NOT n.id IN $known
WITH n LIMIT $limit
RETURN ${NODE('n')} AS node`,
)

interface LinkResult {
  readonly kind: string
  readonly source: string
  readonly target: string
  readonly weight: number
}

/**
 * All connections among the things. Claims and articles have few, so what they say is found from them; what connects entities from those that have few
 * connections, and for those that have many pair by pair.
 */
const LINKS: Statement<LinkResult> = statement(
  'network.links',
  `CALL () {
  UNWIND $sayings AS id
  CALL (id) {
    MATCH (a:Claim {id: id}) RETURN a
    UNION ALL
    MATCH (a:Article {id: id}) RETURN a
  }
  MATCH (a)-[r:${SAYING}|MENTIONED_IN]-(b) WHERE b.id IN $ids
  RETURN r
  UNION
  UNWIND $few AS id
  MATCH (a:Entity {id: id})-[r:${STRUCTURE}]-(b) WHERE b.id IN $ids
  RETURN r
  UNION
  UNWIND $many AS one
  MATCH (a:Entity {id: one})
  UNWIND $many AS other
  MATCH (b:Entity {id: other}) WHERE one <> other
  MATCH (a)-[r:${STRUCTURE}]->(b)
  RETURN r
}
WITH CASE type(r) WHEN 'HELD' THEN 'HOLDS' ELSE type(r) END AS kind, startNode(r).id AS source, endNode(r).id AS target, sum(coalesce(r.count, 1)) AS weight
RETURN kind, source, target, weight
ORDER BY weight DESC, source, target, kind
LIMIT $limit`,
)

/** The most links of one picture. */
const MAX_LINKS = 5_000

export class NetworkRepository {
  constructor(private readonly reader: Reader) {}

  /** What lies up to \`depth\` steps from the things of these ids, at most \`limit\` nodes of the given types (the things asked for are always among them). */
  async neighbourhood(ids: readonly string[], depth: number, limit: number, types: readonly string[]): Promise<NetworkRow> {
    const seeds = (await this.reader.read(SEEDS, { ids: [...new Set(ids)] })).map(row => row.node).slice(0, limit)
    const nodes = new Map(seeds.map(node => [node.id, node]))
    let frontier: readonly NetworkNodeRow[] = seeds
    let truncated = false
    for (let step = 0; step < depth && frontier.length > 0 && !truncated; step++) {
      const room = limit - nodes.size
      const rows = await this.reader.read(NEIGHBOURS, {
        frontier: frontier.map(node => node.id),
        known: [...nodes.keys()],
        types,
        limit: room + 1,
      })
      truncated = rows.length > room
      const found = rows.slice(0, room).map(row => row.node)
      for (const node of found) nodes.set(node.id, node)
      frontier = found.filter(node => node.degree <= HUB_DEGREE)
    }
    return { nodes: [...nodes.values()], links: await this.links([...nodes.values()]), truncated }
  }

  private async links(nodes: readonly NetworkNodeRow[]): Promise<NetworkLinkRow[]> {
    if (nodes.length < 2) return []
    const isSaying = ({ type }: NetworkNodeRow): boolean => type === 'claim' || type === 'article'
    const entities = nodes.filter(node => !isSaying(node))
    const rows = await this.reader.read(LINKS, {
      ids: nodes.map(node => node.id),
      sayings: nodes.filter(isSaying).map(node => node.id),
      few: entities.filter(node => node.degree <= HUB_DEGREE).map(node => node.id),
      many: entities.filter(node => node.degree > HUB_DEGREE).map(node => node.id),
      limit: MAX_LINKS,
    })
    return rows.map(row => ({ ...row, id: `${row.kind}:${row.source}:${row.target}` }))
  }
}
