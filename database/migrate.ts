/**
 * Brings the schema of the database up to date: numbered Cypher files, applied in order, each recorded with the checksum of its text.
 * Safe to run again, and from several processes at once: one applies, the others wait and find it done.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseError } from '../model/errors'
import type { Database } from './connection'
import { type Statement, statement } from './statement'

/** A migration file. `name` is the file's without its ending: `0001-constraints`. */
export interface Migration {
  readonly name: string
  readonly checksum: string
  readonly statements: readonly string[]
}

interface AppliedRow {
  readonly name: string
  readonly checksum: string
}

const LOCK_KEY = statement(
  'migrate.lockKey',
  'CREATE CONSTRAINT migration_lock_name IF NOT EXISTS FOR (lock:MigrationLock) REQUIRE lock.name IS UNIQUE',
)
const LOCK = statement('migrate.lock', "MERGE (lock:MigrationLock {name: 'schema'}) SET lock.takenAt = datetime()")
const APPLIED = statement<AppliedRow>(
  'migrate.applied',
  'MATCH (migration:Migration) RETURN migration.name AS name, migration.checksum AS checksum ORDER BY name',
)
const RECORD = statement(
  'migrate.record',
  'MERGE (migration:Migration {name: $name}) SET migration.checksum = $checksum, migration.appliedAt = datetime()',
)

/** The migrations in a folder, in order. Statements end with a semicolon at the end of a line; lines that start with // are comments. */
export function readMigrations(folder: string): readonly Migration[] {
  const files = readdirSync(folder)
    .filter(file => /^\d{4}-[a-z0-9-]+\.cypher$/.test(file))
    .sort()
  return files.map(file => {
    const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n')
    return {
      name: file.replace(/\.cypher$/, ''),
      checksum: createHash('sha256').update(text).digest('hex'),
      statements: splitStatements(text),
    }
  })
}

function splitStatements(text: string): string[] {
  const withoutComments = text.replace(/^\s*\/\/.*$/gm, '')
  return withoutComments
    .split(/;[ \t]*(?:\n|$)/)
    .map(part => part.trim())
    .filter(part => part !== '')
}

/** What is still to be applied. Throws a DatabaseError where the database has a migration that this Maitu does not know, or one that reads otherwise. */
export async function pendingMigrations(database: Database, migrations: readonly Migration[]): Promise<readonly Migration[]> {
  return pending(await database.read(APPLIED), migrations)
}

function pending(applied: readonly AppliedRow[], migrations: readonly Migration[]): readonly Migration[] {
  const known = new Map(migrations.map(migration => [migration.name, migration]))
  for (const { name, checksum } of applied) {
    const ours = known.get(name)
    if (!ours) {
      throw new DatabaseError(
        `The database has the schema of a newer Maitu: it records the migration ${name}, which this one does not know. Update Maitu, or use another database.`,
        { migration: name },
      )
    }
    if (ours.checksum !== checksum) {
      throw new DatabaseError(
        `The migration ${name} was applied to this database with another text than schema/migrations has now. Restore the file (changes go into a new migration), or start afresh with "maitu database reset".`,
        { migration: name },
      )
    }
  }
  const done = new Set(applied.map(row => row.name))
  return migrations.filter(migration => !done.has(migration.name))
}

/** Applies what is pending and gives the names of what it applied. Throws like `pendingMigrations`. */
export async function migrate(
  database: Database,
  migrations: readonly Migration[],
  onApply: (name: string) => void = () => {},
): Promise<readonly string[]> {
  if ((await pendingMigrations(database, migrations)).length === 0) return []
  await database.runAlone(LOCK_KEY)
  return database.inTransaction(async lock => {
    await lock.run(LOCK)
    const todo = await pendingMigrations(database, migrations)
    for (const migration of todo) {
      onApply(migration.name)
      await apply(database, migration)
    }
    return todo.map(migration => migration.name)
  })
}

/** Schema commands and data cannot share a transaction, so each statement stands alone and is written to be repeatable; the record comes last. */
async function apply(database: Database, migration: Migration): Promise<void> {
  for (const [index, text] of migration.statements.entries()) {
    const step: Statement = { name: `migration.${migration.name}.${index + 1}`, text }
    await database.runAlone(step)
  }
  await database.write(RECORD, { name: migration.name, checksum: migration.checksum })
}
