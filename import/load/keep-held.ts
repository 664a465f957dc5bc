/** Keeps HELD: one relationship for an office that many articles name. */
import type { Transaction } from '../../database/connection'
import { statement } from '../../database/statement'
import type { Edge } from './edge'
import { type HeldDelta, heldProps, sumHeld } from './held'

const READ = statement<{
  pair: string
  count: number
  firstSeen: string | null
  lastSeen: string | null
  regionId: string | null
}>(
  'held.read',
  `UNWIND $pairs AS pair
   MATCH ()-[held:HELD {pair: pair}]->()
   RETURN held.pair AS pair, held.count AS count, held.firstSeen AS firstSeen, held.lastSeen AS lastSeen, held.regionId AS regionId`,
)
const CREATE = statement(
  'held.create',
  `UNWIND $rows AS row
   MATCH (person:Person {id: row.from})
   MATCH (place:Entity {id: row.to})
   CREATE (person)-[held:HELD]->(place) SET held = row.props`,
)
const UPDATE = statement('held.update', 'UNWIND $rows AS row MATCH ()-[held:HELD {pair: row.pair}]->() SET held += row.props')
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

/** Adds what a document says of offices. */
export async function addHeld(transaction: Transaction, holds: readonly Edge[]): Promise<void> {
  const deltas = sumHeld(holds)
  if (deltas.length === 0) return
  const states = new Map(
    (await transaction.run(READ, { pairs: deltas.map(({ pair }) => pair) })).map(state => [state.pair, state]),
  )
  const [created, updated] = [[] as unknown[], [] as unknown[]]
  for (const delta of deltas) {
    const state = states.get(delta.pair)
    if (!state) {
      created.push(row(delta))
      continue
    }
    const days = [...delta.days, state.firstSeen, state.lastSeen].filter(day => day !== null).sort()
    const regionId = [delta.regionId, state.regionId].filter(id => id !== null).sort()[0] ?? null
    updated.push(row({ ...delta, count: state.count + delta.count, days, regionId }))
  }
  await Promise.all([
    created.length > 0 ? transaction.run(CREATE, { rows: created }) : [],
    updated.length > 0 ? transaction.run(UPDATE, { rows: updated }) : [],
  ])
}

/** Sums up anew what HOLDS says of these offices now. */
export async function recountHeld(transaction: Transaction, pairs: readonly string[]): Promise<void> {
  if (pairs.length === 0) return
  await transaction.run(REMOVE, { pairs })
  const deltas = sumHeld(await transaction.run(HOLDS_OF, { pairs }))
  if (deltas.length > 0) await transaction.run(CREATE, { rows: deltas.map(row) })
}

/** Sums up anew the offices of persons, and in bodies and regions. */
export async function recountHeldOf(transaction: Transaction, ids: readonly string[]): Promise<void> {
  const pairs = await transaction.run(HOLDS_AT, { ids })
  await recountHeld(
    transaction,
    pairs.map(({ pair }) => pair),
  )
}

function row(delta: HeldDelta): { pair: string; from: string; to: string; props: Readonly<Record<string, unknown>> } {
  return { pair: delta.pair, from: delta.from, to: delta.to, props: heldProps(delta) }
}
