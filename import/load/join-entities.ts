/** Makes one entity of several, or gives one another id: what a document does that shows two entities of the graph to be the same. */
import type { Transaction } from '../../database/connection'
import { statement } from '../../database/statement'
import type { PlannedEntity } from './identity'
import { recompare } from './keep-comparisons'
import { PLACED } from './place-ids'
import { recomputeEntities } from './recompute-entities'
import type { Rules } from './rules'

/** moves: {from, to}: everything that was read of one becomes the other's. What is computed from it goes. */
const DROP_COMPUTED = statement(
  'join.dropComputed',
  `UNWIND $ids AS id
   MATCH (entity:Entity {id: id})-[edge:SPEAKS_ON|SPEAKS_IN|SPOKEN_OF_IN|HELD|POSSIBLY_SAME]-()
   DELETE edge`,
)
const DROP_NAMES = statement(
  'join.dropNames',
  `UNWIND $ids AS id
   MATCH (entity:Entity {id: id})<-[edge:NAMES]-(name:Name)
   DELETE edge
   WITH DISTINCT name
   WHERE NOT EXISTS { (name)-[:NAMES]->() }
   DELETE name`,
)
const MOVE_OUT = statement(
  'join.moveOut',
  `UNWIND $moves AS move
   MATCH (from:Entity {id: move.from})-[edge]->(other)
   MATCH (to:Entity {id: move.to})
   WITH to, edge, other, type(edge) AS kind, properties(edge) AS facts
   DELETE edge
   WITH to, other, kind, facts
   CREATE (to)-[made:$(kind)]->(other) SET made = facts`,
)
const MOVE_IN = statement(
  'join.moveIn',
  `UNWIND $moves AS move
   MATCH (from:Entity {id: move.from})<-[edge]-(other)
   MATCH (to:Entity {id: move.to})
   WITH to, edge, other, type(edge) AS kind, properties(edge) AS facts
   DELETE edge
   WITH to, other, kind, facts
   CREATE (to)<-[made:$(kind)]-(other) SET made = facts`,
)
const DELETE_JOINED = statement('join.delete', 'UNWIND $moves AS move MATCH (from:Entity {id: move.from}) DETACH DELETE from')
/** rows: {was, id, key} */
const GIVE_ID = statement(
  'join.giveId',
  'UNWIND $rows AS row MATCH (entity:Entity {id: row.was}) SET entity.id = row.id, entity.key = row.key',
)

/** Figures of subjects that become one: they stand in one group from then on. */
const COMPARED = statement<{ id: string }>(
  'join.compared',
  `UNWIND $ids AS id
   MATCH (:Entity {id: id})<-[:MEASURES]-(figure:Figure)
   WHERE figure.comparisonKey IS NOT NULL
   RETURN DISTINCT figure.id AS id`,
)
const COMPARISON_KEYS = statement<{ key: string }>(
  'join.comparisonKeys',
  'UNWIND $ids AS id MATCH (figure:Figure {id: id}) RETURN figure.comparisonKey AS key',
)
/** A claim or figure that was of two regions that are one is of it once. */
const ONCE_IN_REGION = statement(
  'join.onceInRegion',
  `UNWIND $ids AS id
   MATCH (region:Region {id: id})<-[edge:IN_REGION|REPRINTED_IN_REGION]-(thing)
   WITH thing, collect(edge) AS edges
   WHERE size(edges) > 1
   WITH edges, any(edge IN edges WHERE edge.direct) AS direct, any(edge IN edges WHERE edge.office) AS office, any(edge IN edges WHERE edge.about) AS about,
     head(edges).about IS NOT NULL AS isClaim
   FOREACH (extra IN tail(edges) | DELETE extra)
   FOREACH (kept IN edges[0..1] | SET kept.direct = direct)
   FOREACH (kept IN CASE WHEN isClaim THEN edges[0..1] ELSE [] END | SET kept.office = office, kept.about = about)`,
)

/** Takes away what is computed from the facts of entities, so that it can be computed anew. */
export async function dropComputed(transaction: Transaction, ids: readonly string[]): Promise<void> {
  await transaction.run(DROP_COMPUTED, { ids })
  await transaction.run(DROP_NAMES, { ids })
}

/** Joins what each planned entity has been so far. Everything that speaks of them by id follows. */
export async function joinEntities(transaction: Transaction, planned: readonly PlannedEntity[], rules: Rules): Promise<void> {
  const survivors = planned.map(({ id, key, was }) => ({ id, key, was: was.includes(id) ? id : (was[0] as string), all: was }))
  const moves = survivors.flatMap(({ was, all }) => all.filter(id => id !== was).map(from => ({ from, to: was })))
  const ids = planned.flatMap(({ was }) => was)
  await dropComputed(transaction, ids)
  const compared = moves.length > 0 ? await transaction.run(COMPARED, { ids }) : []
  await transaction.run(MOVE_OUT, { moves })
  await transaction.run(MOVE_IN, { moves })
  await transaction.run(DELETE_JOINED, { moves })
  await transaction.run(GIVE_ID, { rows: survivors })
  const changed = survivors.flatMap(({ id, all }) => all.filter(was => was !== id).map(was => ({ was, id })))
  for (const place of PLACED) await transaction.run(place, { changed })
  await transaction.run(ONCE_IN_REGION, { ids: survivors.map(({ id }) => id) })
  await recomputeEntities(
    transaction,
    survivors.map(({ id }) => id),
    rules,
  )
  const keys = await transaction.run(COMPARISON_KEYS, { ids: compared.map(({ id }) => id) })
  await recompare(
    transaction,
    keys.map(({ key }) => key),
    rules,
  )
}
