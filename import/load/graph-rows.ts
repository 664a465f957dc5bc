/** The kinds of rows that loading writes, each with the end of the Cypher that writes it. */
import { AGGREGATES, type AggregateType } from './aggregates'
import { FACTS, type FactKind } from './facts'

/** The end of a part that makes relationships from rows {from, to, props}: all of them find both ends, which is checked. */
function relate(from: string, type: string, to: string, also = ''): string {
  return `MATCH (a:${from} {id: row.from})
     MATCH (b:${to} {id: row.to})
     CREATE (a)-[edge:${type}]->(b) SET edge = row.props${also}`
}

export const NODES = {
  documents: 'CREATE (node:Document) SET node = row',
  articles: 'CREATE (node:Article) SET node = row',
  claims: 'CREATE (node:Claim) SET node = row',
  figures: 'CREATE (node:Figure) SET node = row',
  /** {label, props} */
  entities: 'CREATE (node:Entity:$(row.label)) SET node = row.props',
  /** {id, props} */
  changedEntities: 'MATCH (node:Entity {id: row.id}) SET node += row.props',
  /** {entity, key, id, type, support, needed, reference} */
  newKeys: `MATCH (entity:Entity {id: row.entity})
     MERGE (key:IdentityKey {key: row.key})
     ON CREATE SET key.id = row.id, key.type = row.type, key.support = 0, key.needed = 0
     SET key.support = key.support + row.support, key.needed = key.needed + row.needed, key.reference = coalesce(row.reference, key.reference)
     CREATE (key)-[:IDENTIFIES]->(entity)`,
  /** {key, support, needed, reference} */
  supportedKeys: `MATCH (key:IdentityKey {key: row.key})
     SET key.support = key.support + row.support, key.needed = key.needed + row.needed, key.reference = coalesce(row.reference, key.reference)`,
  /** {a, b, support}; a is the smaller key. */
  linkedKeys: `MATCH (a:IdentityKey {key: row.a})
     MATCH (b:IdentityKey {key: row.b})
     MERGE (a)-[link:SAME_AS]->(b)
     ON CREATE SET link.support = 0
     SET link.support = link.support + row.support`,
  /** {form, type, pinyin, initials, entity, count} */
  newNames: `MERGE (name:Name {form: row.form, type: row.type})
     ON CREATE SET name.pinyin = row.pinyin, name.initials = row.initials
     WITH name, row
     MATCH (entity:Entity {id: row.entity})
     CREATE (name)-[:NAMES {count: row.count}]->(entity)`,
  /** {form, type, entity, count} */
  countedNames: `MATCH (name:Name {form: row.form, type: row.type})
     MATCH (entity:Entity {id: row.entity})
     MATCH (name)-[edge:NAMES]->(entity)
     SET edge.count = row.count`,
  /** {form, type, entity} */
  lostNames: `MATCH (name:Name {form: row.form, type: row.type})
     MATCH (entity:Entity {id: row.entity})
     MATCH (name)-[edge:NAMES]->(entity)
     DELETE edge
     WITH DISTINCT name
     WHERE NOT EXISTS { (name)-[:NAMES]->() }
     DELETE name`,
  /** Ids of entities. */
  unsuspected: 'MATCH (:Entity {id: row})-[edge:POSSIBLY_SAME]-() DELETE edge',
} as const

export const RELATIONSHIPS = {
  ...(Object.fromEntries(Object.entries(FACTS).map(([kind, [from, type, to]]) => [kind, relate(from, type, to)])) as Record<
    FactKind,
    string
  >),
  CLAIM_IN_REGION: relate('Claim', 'IN_REGION', 'Region'),
  FIGURE_IN_REGION: relate('Figure', 'IN_REGION', 'Region'),
  CLAIM_REPRINTED_IN_REGION: relate('Claim', 'REPRINTED_IN_REGION', 'Region'),
  FIGURE_REPRINTED_IN_REGION: relate('Figure', 'REPRINTED_IN_REGION', 'Region'),
  REPRINT_OF: relate('Article', 'REPRINT_OF', 'Article'),
  REGION_PARENT: relate('Region', 'PART_OF', 'Region'),
  SEAT: relate('Organization', 'LOCATED_IN', 'Region'),
} as const

const AGGREGATE_ENDS: Readonly<Record<AggregateType, readonly [string, string]>> = {
  SPEAKS_ON: ['Entity', 'Policy'],
  SPEAKS_IN: ['Person', 'Region'],
  SPOKEN_OF_IN: ['Policy', 'Region'],
}

export const SUMS = {
  /** {pair, support} */
  supportedSeats: `MATCH ()-[edge:LOCATED_IN {pair: row.pair}]->()
     USING INDEX SEEK edge:LOCATED_IN(pair)
     SET edge.support = edge.support + row.support`,
  ...perAggregate('new', type => {
    const [from, to] = AGGREGATE_ENDS[type]
    return relate(from, type, to, type === 'SPOKEN_OF_IN' ? '' : ', edge.role = a.role, edge.kind = a.kind')
  }),
  /** {pair, props} */
  ...perAggregate('changed', type => `MATCH ()-[edge:${type} {pair: row.pair}]->() SET edge += row.props`),
  /** Pairs. */
  ...perAggregate('lost', type => `MATCH ()-[edge:${type} {pair: row}]->() DELETE edge`),
  newHeld: relate('Person', 'HELD', 'Entity'),
  /** {pair, props} */
  changedHeld: 'MATCH ()-[edge:HELD {pair: row.pair}]->() SET edge += row.props',
  /** {from, to} */
  uncompared: 'MATCH (:Figure {id: row.from})-[edge:COMPARED_WITH]->(:Figure {id: row.to}) DELETE edge',
  compared: relate('Figure', 'COMPARED_WITH', 'Figure'),
  suspected: relate('Entity', 'POSSIBLY_SAME', 'Entity'),
  /** Ids of speakers whose role or kind is another now. */
  carriedRoles: `MATCH (speaker:Entity {id: row})-[edge:SPEAKS_ON|SPEAKS_IN]->()
     SET edge.role = speaker.role, edge.kind = speaker.kind`,
} as const

type PerAggregate<What extends string> = Readonly<Record<`${What}_${AggregateType}`, string>>
function perAggregate<What extends string>(what: What, text: (type: AggregateType) => string): PerAggregate<What> {
  return Object.fromEntries(AGGREGATES.map(type => [`${what}_${type}`, text(type)])) as PerAggregate<What>
}

type Part = keyof typeof NODES | keyof typeof RELATIONSHIPS | keyof typeof SUMS

/** Rows by kind; what they have to have says the part that writes them. */
export type GraphRows = Partial<Readonly<Record<Part, readonly unknown[]>>>

/** Rows of several makers as one; a kind that several make has all of theirs. */
export function together(...all: readonly GraphRows[]): GraphRows {
  const sum: Partial<Record<Part, readonly unknown[]>> = {}
  for (const rows of all)
    for (const [part, some] of Object.entries(rows) as [Part, readonly unknown[]][]) sum[part] = [...(sum[part] ?? []), ...some]
  return sum
}
