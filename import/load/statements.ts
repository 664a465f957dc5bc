/** The Cypher of the loader. Batches of rows on constrained ids; everything runs under the write lock of the transaction. */
import { type Statement, statement } from '../../database/statement'
import { AGGREGATES, type AggregateType } from './aggregates'
import { FACTS, type FactKind } from './project-document'

/** One writer at a time: readers are not held up, other importers wait here until the transaction ends. Gives the number of decisions made so far. */
export const LOCK = statement<{ decisions: number }>(
  'load.lock',
  `MERGE (lock:WriteLock {name: 'graph'}) SET lock.turn = coalesce(lock.turn, 0) + 1
   RETURN coalesce(lock.decisions, 0) AS decisions`,
)

export const CURRENT = statement<{ contentHash: string; extractor: string; readAs: string }>(
  'load.current',
  'MATCH (document:Document {id: $id}) RETURN document.contentHash AS contentHash, document.extractor AS extractor, document.readAs AS readAs',
)

export const KEYS = statement<{ key: string; entity: string; smallest: string }>(
  'load.keys',
  `UNWIND $keys AS wanted
   MATCH (key:IdentityKey {key: wanted})-[:IDENTIFIES]->(entity:Entity)
   RETURN key.key AS key, entity.id AS entity, entity.key AS smallest`,
)

/** An entity as the loader knows it before it adds to it. */
export interface EntityState {
  readonly id: string
  readonly tally: readonly string[]
  readonly mentionCount: number
  readonly claimCount: number
  readonly role: string | null
  readonly name: string
}
export const ENTITIES = statement<EntityState>(
  'load.entities',
  `UNWIND $ids AS id
   MATCH (entity:Entity {id: id})
   RETURN entity.id AS id, entity.tally AS tally, entity.mentionCount AS mentionCount, entity.claimCount AS claimCount,
     coalesce(entity.role, entity.kind) AS role, entity.name AS name`,
)

const LABEL_IDS = { Person: 'per', Organization: 'org', Region: 'reg', Policy: 'pol' } as const
export type EntityLabel = keyof typeof LABEL_IDS

function perLabel<Row>(name: string, text: (label: EntityLabel) => string): Readonly<Record<EntityLabel, Statement<Row>>> {
  const entries = Object.keys(LABEL_IDS).map(label => [label, statement<Row>(`${name}.${label}`, text(label as EntityLabel))])
  return Object.fromEntries(entries) as Record<EntityLabel, Statement<Row>>
}

/** rows: {id, props} */
export const CREATE_ENTITIES = perLabel(
  'load.createEntities',
  label => `UNWIND $rows AS row CREATE (entity:Entity:${label}) SET entity = row.props`,
)
/** rows: {id, props} */
export const UPDATE_ENTITIES = statement(
  'load.updateEntities',
  'UNWIND $rows AS row MATCH (entity:Entity {id: row.id}) SET entity += row.props',
)

/** rows: {key, id, type, entity, support, needed, reference} */
export const SUPPORT_KEYS = statement(
  'load.supportKeys',
  `UNWIND $rows AS row
   MERGE (key:IdentityKey {key: row.key})
   ON CREATE SET key.id = row.id, key.type = row.type, key.support = 0, key.needed = 0
   SET key.support = key.support + row.support, key.needed = key.needed + row.needed, key.reference = coalesce(row.reference, key.reference)`,
)
/** rows: {key, entity} */
export const IDENTIFY = statement(
  'load.identify',
  `UNWIND $rows AS row
   MATCH (key:IdentityKey {key: row.key})
   MATCH (entity:Entity {id: row.entity})
   CREATE (key)-[:IDENTIFIES]->(entity)`,
)
/** rows: {a, b, support}; a is the smaller key. */
export const LINK_KEYS = statement(
  'load.linkKeys',
  `UNWIND $rows AS row
   MATCH (a:IdentityKey {key: row.a})
   MATCH (b:IdentityKey {key: row.b})
   MERGE (a)-[link:SAME_AS]->(b)
   ON CREATE SET link.support = 0
   SET link.support = link.support + row.support`,
)

export const CREATE_DOCUMENT = statement(
  'load.createDocument',
  'CREATE (document:Document) SET document = $props, document.importedAt = $importedAt',
)
function createNodes(label: 'Article' | 'Claim' | 'Figure'): Statement {
  return statement(`load.create${label}s`, `UNWIND $rows AS row CREATE (node:${label}) SET node = row`)
}
export const CREATE_ARTICLES = createNodes('Article')
export const CREATE_CLAIMS = createNodes('Claim')
export const CREATE_FIGURES = createNodes('Figure')

/** rows: {from, to, props} */
export const RELATE = Object.fromEntries(
  Object.entries(FACTS).map(([kind, [from, type, to]]) => [
    kind,
    statement(
      `load.relate.${kind}`,
      `UNWIND $rows AS row
       MATCH (a:${from} {id: row.from})
       MATCH (b:${to} {id: row.to})
       CREATE (a)-[edge:${type}]->(b) SET edge = row.props
       RETURN count(*) AS made`,
    ),
  ]),
) as Readonly<Record<FactKind, Statement<{ made: number }>>>

export const CLAIM_IN_REGION = statement(
  'load.claimInRegion',
  `UNWIND $rows AS row
   MATCH (claim:Claim {id: row.from})
   MATCH (region:Region {id: row.to})
   CREATE (claim)-[edge:IN_REGION]->(region) SET edge = row.props`,
)
export const FIGURE_IN_REGION = statement(
  'load.figureInRegion',
  `UNWIND $rows AS row
   MATCH (figure:Figure {id: row.from})
   MATCH (region:Region {id: row.to})
   CREATE (figure)-[edge:IN_REGION]->(region) SET edge = row.props`,
)

/** rows: {from, to, member}; what is above a region of the reference, and the sets it is a member of. */
export const REGION_PARENTS = statement(
  'load.regionParents',
  `UNWIND $rows AS row
   MATCH (region:Region {id: row.from})
   MATCH (above:Region {id: row.to})
   MERGE (region)-[edge:PART_OF {source: 'REFERENCE'}]->(above)
   SET edge.member = row.member`,
)
/** rows: {pair, from, to, support}; where reference data puts a body. */
export const SEATS = statement<{ pair: string }>(
  'load.seats',
  `UNWIND $rows AS row
   MATCH ()-[edge:LOCATED_IN {pair: row.pair}]->()
   SET edge.support = edge.support + row.support
   RETURN row.pair AS pair`,
)
export const CREATE_SEATS = statement(
  'load.createSeats',
  `UNWIND $rows AS row
   MATCH (body:Organization {id: row.from})
   MATCH (region:Region {id: row.to})
   CREATE (body)-[:LOCATED_IN {source: 'REFERENCE', pair: row.pair, support: row.support}]->(region)`,
)

/** rows: {form, type, pinyin, initials, entity, count} */
export const CREATE_NAMES = statement(
  'load.createNames',
  `UNWIND $rows AS row
   MERGE (name:Name {form: row.form, type: row.type})
   ON CREATE SET name.pinyin = row.pinyin, name.initials = row.initials
   WITH name, row
   MATCH (entity:Entity {id: row.entity})
   CREATE (name)-[:NAMES {count: row.count}]->(entity)`,
)
/** rows: {form, type, entity, count} */
export const UPDATE_NAMES = statement(
  'load.updateNames',
  `UNWIND $rows AS row
   MATCH (entity:Entity {id: row.entity})<-[edge:NAMES]-(name:Name)
   WHERE name.form = row.form
   SET edge.count = row.count`,
)
/** rows: {form, entity} */
export const REMOVE_NAMES = statement(
  'load.removeNames',
  `UNWIND $rows AS row
   MATCH (entity:Entity {id: row.entity})<-[edge:NAMES]-(name:Name)
   WHERE name.form = row.form
   DELETE edge
   WITH DISTINCT name
   WHERE NOT EXISTS { (name)-[:NAMES]->() }
   DELETE name`,
)

/** An aggregate as it stands. */
export interface AggregateState {
  readonly pair: string
  readonly claimCount: number
  readonly directCount: number
  readonly firstSeen: string | null
  readonly lastSeen: string | null
}
function perAggregate<Row>(name: string, text: (type: AggregateType) => string): Readonly<Record<AggregateType, Statement<Row>>> {
  return Object.fromEntries(AGGREGATES.map(type => [type, statement<Row>(`${name}.${type}`, text(type))])) as Record<
    AggregateType,
    Statement<Row>
  >
}
const AGGREGATE_ENDS: Readonly<Record<AggregateType, readonly [string, string]>> = {
  SPEAKS_ON: ['Entity', 'Policy'],
  SPEAKS_IN: ['Person', 'Region'],
  SPOKEN_OF_IN: ['Policy', 'Region'],
}
export const READ_AGGREGATES = perAggregate<AggregateState>(
  'load.readAggregates',
  type => `UNWIND $pairs AS pair
   MATCH ()-[edge:${type} {pair: pair}]->()
   RETURN edge.pair AS pair, edge.claimCount AS claimCount, edge.directCount AS directCount, edge.firstSeen AS firstSeen, edge.lastSeen AS lastSeen`,
)
/** rows: {from, to, props}; role and kind are those of the speaker. */
export const CREATE_AGGREGATES = perAggregate(
  'load.createAggregates',
  type => `UNWIND $rows AS row
   MATCH (a:${AGGREGATE_ENDS[type][0]} {id: row.from})
   MATCH (b:${AGGREGATE_ENDS[type][1]} {id: row.to})
   CREATE (a)-[edge:${type}]->(b)
   SET edge = row.props${type === 'SPOKEN_OF_IN' ? '' : ', edge.role = a.role, edge.kind = a.kind'}`,
)
/** rows: {pair, props} */
export const UPDATE_AGGREGATES = perAggregate(
  'load.updateAggregates',
  type => `UNWIND $rows AS row MATCH ()-[edge:${type} {pair: row.pair}]->() SET edge += row.props`,
)
/** pairs */
export const REMOVE_AGGREGATES = perAggregate(
  'load.removeAggregates',
  type => `UNWIND $pairs AS pair MATCH ()-[edge:${type} {pair: pair}]->() DELETE edge`,
)
export const CARRY_ROLES = statement(
  'load.carryRoles',
  `UNWIND $ids AS id
   MATCH (speaker:Entity {id: id})-[edge:SPEAKS_ON|SPEAKS_IN]->()
   SET edge.role = speaker.role, edge.kind = speaker.kind`,
)

/** The relationships whose number is an entity's degree, with the side on which the entity stands. */
export const DEGREE_EDGES = [
  ['out', 'MENTIONED_IN'],
  ['out', 'WROTE'],
  ['out', 'HOLDS'],
  ['in', 'HOLDS'],
  ['out', 'HOLDS_TITLE'],
  ['out', 'MADE'],
  ['in', 'ABOUT'],
  ['in', 'MEASURES'],
  ['in', 'PUBLISHED_BY'],
  ['out', 'ISSUED_BY'],
  ['in', 'ISSUED_BY'],
  ['out', 'APPLIES_TO'],
  ['in', 'APPLIES_TO'],
  ['out', 'LOCATED_IN'],
  ['in', 'LOCATED_IN'],
  ['out', 'PART_OF'],
  ['in', 'PART_OF'],
] as const

/** rows: ids. Nodes keep counts of their relationships, so a degree costs nothing to ask. */
export const DEGREES = statement(
  'load.degrees',
  `UNWIND $rows AS id
   MATCH (entity:Entity {id: id})
   SET entity.degree = ${DEGREE_EDGES.map(([side, type]) =>
     side === 'out' ? `COUNT { (entity)-[:${type}]->() }` : `COUNT { (entity)<-[:${type}]-() }`,
   ).join(' + ')}`,
)
