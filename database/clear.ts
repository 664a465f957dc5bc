/** Takes everything of Maitu out of a database and leaves everything else as it is. */
import type { Database } from './connection'
import type { Migration } from './migrate'
import { type Statement, statement } from './statement'

const CURRENT_DATABASE = statement<{ name: string }>('clear.currentDatabase', 'CALL db.info() YIELD name RETURN name')

/** The name of the database that the connection works in, also where that is the server's default. */
export async function databaseName(database: Database): Promise<string> {
  const [row] = await database.read(CURRENT_DATABASE)
  return row?.name ?? ''
}

/** Deletes the nodes of all labels, and the constraints and indexes, that the migrations create. Gives the number of nodes deleted. */
export async function clearDatabase(database: Database, migrations: readonly Migration[]): Promise<number> {
  const { labels, constraints, indexes } = madeBy(migrations)
  let deleted = 0
  for (const label of labels) deleted += await deleteLabel(database, label)
  for (const name of constraints)
    await database.runAlone({ name: 'clear.dropConstraint', text: `DROP CONSTRAINT \`${name}\` IF EXISTS` })
  for (const name of indexes) await database.runAlone({ name: 'clear.dropIndex', text: `DROP INDEX \`${name}\` IF EXISTS` })
  return deleted
}

/** Labels and schema names cannot be parameters; these come from our own migration files. */
async function deleteLabel(database: Database, label: string): Promise<number> {
  const remove: Statement<{ deleted: number }> = {
    name: 'clear.deleteLabel',
    text: `MATCH (node:\`${label}\`) CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 5000 ROWS RETURN count(*) AS deleted`,
  }
  const [row] = await database.runAlone(remove)
  return row?.deleted ?? 0
}

interface Made {
  readonly labels: ReadonlySet<string>
  readonly constraints: readonly string[]
  readonly indexes: readonly string[]
}

function madeBy(migrations: readonly Migration[]): Made {
  const statements = migrations.flatMap(migration => migration.statements)
  const names = (kind: RegExp): string[] => statements.flatMap(text => kind.exec(text)?.[1] ?? [])
  const labels = statements.flatMap(text => /\bFOR\s*\(\w+:([\w|]+)\)/.exec(text)?.[1]?.split('|') ?? [])
  return {
    labels: new Set([...labels, 'Migration', 'MigrationLock']),
    constraints: [...names(/^CREATE CONSTRAINT (\w+)/), 'migration_lock_name'],
    indexes: names(/^CREATE (?:\w+ )?INDEX (\w+)/),
  }
}
