/** Removes a document and everything that only it supported. */
import type { Database } from '../../database/connection'
import { statement } from '../../database/statement'
import { idOf, labelOfId } from '../../model/ids'
import { readDecided } from './read-decisions'
import type { Rules } from './rules'
import { settle } from './settle'
import { LOCK } from './statements'
import { takeOut } from './take-out'

const EXISTS = statement<{ id: string }>('remove.exists', 'MATCH (document:Document {id: $id}) RETURN document.id AS id')

/** Removes the document of this name or id. Gives false where the graph has none. */
export async function removeDocument(database: Database, nameOrId: string, rules: Rules): Promise<boolean> {
  const id = labelOfId(nameOrId) === 'Document' ? nameOrId : idOf('Document', nameOrId)
  return database.inTransaction(async transaction => {
    const [lock] = await transaction.run(LOCK)
    const [document] = await transaction.run(EXISTS, { id })
    if (!document) return false
    const decided = await readDecided(transaction, lock?.decisions ?? 0)
    await settle(transaction, await takeOut(transaction, id, rules), decided, rules)
    return true
  })
}
