/** Loads one document into the graph, in one transaction: all of it or nothing, and nothing where it is there already. */
import type { Database } from '../../database/connection'
import { idOf } from '../../model/ids'
import type { ResolvedDocument } from '../values/resolved'
import { NOTHING_DECIDED } from './decided'
import { type LoadSource, readAs } from './load-source'
import { putIn } from './put-in'
import { readDecided } from './read-decisions'
import { documentId, keysOfDocument } from './readings'
import type { Rules } from './rules'
import { concernedBy, settle } from './settle'
import { CURRENT, OPEN } from './statements'
import { takeOut } from './take-out'

export type LoadStatus = 'IMPORTED' | 'UPDATED' | 'UNCHANGED'

export interface LoadOutcome {
  readonly status: LoadStatus
  /** Id of the document. */
  readonly document: string
}

/** Whether the graph holds the document as this extractor reads it. Costs one read. */
export async function isLoaded(database: Database, source: LoadSource): Promise<boolean> {
  const [current] = await database.read(CURRENT, { id: idOf('Document', source.name) })
  return current?.readAs === readAs(source)
}

/**
 * Loads a document. What an earlier version of it said is taken out first. Throws a DocumentError where the record breaks a rule and a DatabaseError
 * where the database gives up; the graph is then as it was.
 */
export async function loadDocument(
  database: Database,
  resolved: ResolvedDocument,
  source: LoadSource,
  rules: Rules,
): Promise<LoadOutcome> {
  const document = documentId(resolved.record)
  const keys = keysOfDocument(resolved)
  const importedAt = new Date().toISOString()
  return database.inTransaction(async transaction => {
    const [open] = await transaction.run(OPEN, { id: document, keys })
    const [current] = open?.readAs ?? []
    if (current === readAs(source)) return { status: 'UNCHANGED', document }
    const decided = await readDecided(transaction, open?.decisions ?? 0)
    const unsettled = current === undefined ? [] : await takeOut(transaction, document, rules)
    // Taking out changes the entities, and decisions ask for keys of others too.
    const known = current === undefined && decided === NOTHING_DECIDED ? open?.known : undefined
    const loaded = await putIn(transaction, { resolved, source, importedAt, decided, known }, rules)
    const concerned = decided === NOTHING_DECIDED ? [] : await concernedBy(transaction, decided, loaded)
    if (unsettled.length + concerned.length > 0) await settle(transaction, [...unsettled, ...concerned], decided, rules)
    return { status: current === undefined ? 'IMPORTED' : 'UPDATED', document }
  })
}
