/** Keeps HELD, one relationship for an office that many articles name, where it cannot be added to. */
import type { Transaction } from '../../database/connection'
import { statement } from '../../database/statement'
import type { Edge } from './edge'
import { heldRow, sumHeld } from './held'
import { writeRows } from './write-rows'

// The index is over pair and day, and is used only where both are asked for.
const HOLDS_OF = statement<{ from: string; to: string; props: Edge['props'] }>(
  'held.holdsOf',
  `UNWIND $pairs AS pair
   MATCH (person:Person)-[holds:HOLDS {pair: pair}]->(place:Entity)
   WHERE holds.day >= ''
   RETURN person.id AS from, place.id AS to, properties(holds) AS props`,
)
const HOLDS_AT = statement<{ pair: string }>(
  'held.holdsAt',
  'UNWIND $ids AS id MATCH (:Entity {id: id})-[holds:HOLDS]-() RETURN DISTINCT holds.pair AS pair',
)
const REMOVE = statement('held.remove', 'UNWIND $pairs AS pair MATCH ()-[held:HELD {pair: pair}]->() DELETE held')

/** Sums up anew what HOLDS says of these offices now. */
export async function recountHeld(transaction: Transaction, pairs: readonly string[]): Promise<void> {
  if (pairs.length === 0) return
  await transaction.run(REMOVE, { pairs })
  const deltas = sumHeld(await transaction.run(HOLDS_OF, { pairs }))
  await writeRows(transaction, { newHeld: deltas.map(heldRow) })
}

/** Sums up anew the offices of persons, and in bodies and regions. */
export async function recountHeldOf(transaction: Transaction, ids: readonly string[]): Promise<void> {
  const pairs = await transaction.run(HOLDS_AT, { ids })
  await recountHeld(
    transaction,
    pairs.map(({ pair }) => pair),
  )
}
