/** Takes a document's facts out of the graph. The caller holds the write lock, and settles the entities that may have lost what held them together. */
import type { Transaction } from '../../database/connection'
import { statement } from '../../database/statement'
import { InvariantError } from '../../model/errors'
import { changedEntities, EntityChanges } from './change-entities'
import { hierarchy } from './claim-regions'
import { DEGREES } from './degrees'
import { claimFacts, identityRows, ownerOf, seatRows } from './document-share'
import type { PlannedEntity } from './identity'
import { removeClaims } from './keep-aggregates'
import { recompare } from './keep-comparisons'
import { recountHeld } from './keep-held'
import { regroup } from './keep-printings'
import { resuspect } from './keep-suspects'
import { projectDocument } from './project/document'
import { readDocument } from './read-document'
import { readReferenceLine, tallyOfReading } from './readings'
import type { Rules } from './rules'
import * as cypher from './statements'
import { writeRows } from './write-rows'

/** What the document owns: its articles with all that stands in them. Gives the comparison keys of its figures and the other printings of its texts. */
const DELETE_NODES = statement(
  'takeOut.deleteNodes',
  `MATCH (document:Document {id: $id})
   CALL (document) {
     MATCH (document)<-[:PART_OF]-(article:Article)
     CALL (article) {
       OPTIONAL MATCH (article)-[:STATES]->(figure:Figure)
       DETACH DELETE figure
     }
     CALL (article) {
       OPTIONAL MATCH (article)<-[:STATED_IN]-(claim:Claim)
       OPTIONAL MATCH (claim)-[:STATES]->(figure:Figure)
       DETACH DELETE figure, claim
     }
     DETACH DELETE article
   }
   DETACH DELETE document`,
)
const OTHER_PRINTINGS = statement<{ id: string }>(
  'takeOut.otherPrintings',
  `MATCH (:Document {id: $id})<-[:PART_OF]-(article:Article)
   MATCH (article)-[:REPRINT_OF]->{0,1}(leader:Article)
   MATCH (leader)<-[:REPRINT_OF]-{0,1}(other:Article)
   WHERE other.documentId <> $id
   RETURN DISTINCT other.id AS id`,
)
/** Between entities nothing hangs on the document's nodes; these know the document they came from. */
const DELETE_EDGES = ['HOLDS', 'ISSUED_BY', 'APPLIES_TO', 'LOCATED_IN', 'PART_OF'].map(type =>
  statement(`takeOut.delete.${type}`, `MATCH ()-[edge:${type} {document: $id}]->() DELETE edge`),
)
const UNSEAT = statement(
  'takeOut.unseat',
  `UNWIND $rows AS row
   MATCH ()-[edge:LOCATED_IN {pair: row.pair}]->()
   SET edge.support = edge.support - row.support
   WITH edge
   WHERE edge.support <= 0
   DELETE edge`,
)
const UNLINK_KEYS = statement(
  'takeOut.unlinkKeys',
  `UNWIND $rows AS row
   MATCH (:IdentityKey {key: row.a})-[link:SAME_AS]->(:IdentityKey {key: row.b})
   SET link.support = link.support - row.support
   WITH link
   WHERE link.support <= 0 AND link.decision IS NULL
   DELETE link`,
)
const WITHDRAW_SUPPORT = statement(
  'takeOut.withdrawSupport',
  `UNWIND $rows AS row
   MATCH (key:IdentityKey {key: row.key})
   SET key.support = key.support - row.support, key.needed = key.needed - row.needed,
     key.reference = CASE WHEN key.needed - row.needed > 0 THEN key.reference ELSE null END`,
)

/**
 * Gives the ids of the entities whose identity may be another now: keys and links that nothing supports any more are still there.
 * Does nothing where the graph has no such document.
 */
export async function takeOut(transaction: Transaction, id: string, rules: Rules): Promise<readonly string[]> {
  const stored = await readDocument(transaction, id)
  if (!stored) return []
  const { resolved, readings, source, uncounted } = stored
  const references = resolved.regions.map(region =>
    JSON.stringify([region.key, region.name, region.level, region.adcode, region.aliases, region.parent, region.memberOf]),
  )
  const lines = references.map(readReferenceLine)
  const { keys, links } = identityRows(readings, lines, references)
  const known = new Map(
    (await transaction.run(cypher.KEYS, { keys: keys.map(({ key }) => key) })).map(row => [row.key, row] as const),
  )
  const entityOf = (key: string): string => {
    const row = known.get(key)
    if (!row) throw new InvariantError(`The identity key ${key} of ${source.name} is not in the graph.`)
    return row.entity
  }
  const rows = projectDocument(resolved, readings, source, ownerOf(readings, entityOf), entityOf)
  const above = hierarchy(lines, entityOf, new Map(rows.edges.REGION_PART_OF.map(({ from, to }) => [from, to])))
  const claims = claimFacts(rows, above).filter((_, index) => !uncounted.has(rows.claims[index]?.articleId as string))
  const printings = (await transaction.run(OTHER_PRINTINGS, { id })).map(row => row.id)

  await transaction.run(DELETE_NODES, { id })
  await Promise.all([
    ...DELETE_EDGES.map(statement => transaction.run(statement, { id })),
    transaction.run(UNSEAT, { rows: seatRows(readings, entityOf) }),
    transaction.run(UNLINK_KEYS, { rows: links }),
    transaction.run(WITHDRAW_SUPPORT, { rows: keys }),
  ])
  await recountHeld(transaction, [...new Set(rows.edges.HOLDS.map(({ props }) => props.pair as string))])
  const types = new Map(keys.map(({ key, type }) => [entityOf(key), { type, smallest: known.get(key)?.smallest as string }]))
  const entities = [...types].map(
    ([entity, { type, smallest }]): PlannedEntity => ({ id: entity, type, key: smallest, was: [entity] }),
  )
  const changes = new EntityChanges(entities, -1)
  for (const reading of readings) changes.add(entityOf(reading.keys[0] as string), tallyOfReading(reading.type, reading.props))
  for (const line of lines) changes.add(entityOf(line.key), line.tally)
  for (const { from, props } of rows.edges.MENTIONED_IN) changes.addMentions(from, props.count as number)
  const claimCounts = await removeClaims(transaction, claims)
  const states = await transaction.run(cypher.ENTITIES, { ids: changes.ids })
  const { rows: changed, suspects, names } = changedEntities(changes, states, rules)
  await writeRows(transaction, changed(claimCounts, new Map()))
  await transaction.run(DEGREES, { ids: changes.ids })
  const compared = rows.figures.flatMap(({ comparisonKey }) => (typeof comparisonKey === 'string' ? [comparisonKey] : []))
  await recompare(transaction, compared, rules)
  if (printings.length > 0) await regroup(transaction, printings, rules)
  await resuspect(transaction, { ids: suspects.map(({ bearer }) => bearer.id), names }, rules)
  return changes.ids
}
