/** What is left to do once a bulk load is in its database. Safe to do again, so whoever opens the graph first after a crash finishes it. */
import type { Database } from '../../../database/connection'
import { statement } from '../../../database/statement'
import { emptyListStatement, readLeftover } from './graph-files'

const UNFINISHED = statement<{ unfinished: readonly string[] | null }>(
  'bulk.unfinished',
  "MATCH (lock:WriteLock {name: 'graph'}) RETURN lock.unfinished AS unfinished",
)
const FINISHED = statement('bulk.finished', "MATCH (lock:WriteLock {name: 'graph'}) REMOVE lock.unfinished")
const AWAIT_INDEXES = statement('bulk.awaitIndexes', 'CALL db.awaitIndexes(1800)')

/** Whether the graph comes from a bulk load that ended before it was finished. */
export async function isUnfinished(database: Database): Promise<boolean> {
  const [lock] = await database.read(UNFINISHED)
  return Boolean(lock?.unfinished)
}

/** Finishes a bulk load where one is unfinished, and gives whether it was. The schema is up to date. */
export async function finishBulkLoad(database: Database): Promise<boolean> {
  const [lock] = await database.read(UNFINISHED)
  if (!lock?.unfinished) return false
  await database.runAlone(AWAIT_INDEXES)
  for (const line of lock.unfinished) {
    const leftover = readLeftover(line)
    if (leftover) await database.runAlone({ name: 'bulk.emptyLists', text: emptyListStatement(leftover) })
  }
  await database.write(FINISHED)
  return true
}
