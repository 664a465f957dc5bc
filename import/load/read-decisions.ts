/** Decisions as the graph keeps them. */
import type { Transaction } from '../../database/connection'
import { statement } from '../../database/statement'
import { type Decided, type DecisionPayload, type DecisionRecord, decidedBy, NOTHING_DECIDED } from './decided'

const DECISIONS = statement<{ id: string; payload: string; reason: string; by: string; decidedAt: string; ordinal: number }>(
  'decisions.all',
  `MATCH (decision:Decision)
   RETURN decision.id AS id, decision.payload AS payload, decision.reason AS reason, decision.by AS by, decision.decidedAt AS decidedAt,
     decision.ordinal AS ordinal
   ORDER BY ordinal, id`,
)

/** All records in their order. */
export async function readDecisions(transaction: Transaction): Promise<readonly DecisionRecord[]> {
  const rows = await transaction.run(DECISIONS)
  return rows.map(({ payload, ...row }) => ({ ...row, payload: JSON.parse(payload) as DecisionPayload }))
}

/** What is in force. `count` is the number of records that the write lock knows of; without any nothing is read. */
export async function readDecided(transaction: Transaction, count: number): Promise<Decided> {
  return count === 0 ? NOTHING_DECIDED : decidedBy(await readDecisions(transaction))
}
