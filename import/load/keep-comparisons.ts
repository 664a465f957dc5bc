/** Keeps COMPARED_WITH between the figures of the graph. */
import type { Transaction } from '../../database/connection'
import { statement } from '../../database/statement'
import { askedNeighbours, comparedAround } from './comparisons'
import { lookUp } from './look-up'
import type { Rules } from './rules'
import { writeRows } from './write-rows'

const UNCOUNTED = statement(
  'compare.uncounted',
  `UNWIND $keys AS key
   MATCH (figure:Figure {comparisonKey: key})-[edge:COMPARED_WITH]-()
   WHERE NOT figure.counted
   DELETE edge`,
)

/** Lets go what stands in a printing that does not lead, and compares anew around it. */
export async function withdrawComparisons(transaction: Transaction, keys: readonly string[], rules: Rules): Promise<void> {
  if (keys.length === 0) return
  await transaction.run(UNCOUNTED, { keys })
  await recompare(transaction, keys, rules)
}

/** Compares anew around the places where figures came or went. */
export async function recompare(transaction: Transaction, keys: readonly string[], rules: Rules): Promise<void> {
  if (keys.length === 0) return
  const { neighbours } = await lookUp(transaction, askedNeighbours(keys))
  await writeRows(transaction, comparedAround(keys, neighbours, rules))
}
