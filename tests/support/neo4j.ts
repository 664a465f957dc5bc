/** The one real Neo4j of a test run. Tests share it one after another and begin with `freshDatabase()`. */
import { join } from 'node:path'
import { type Database, openDatabase } from '../../database/connection'
import { migrate, readMigrations } from '../../database/migrate'
import { statement } from '../../database/statement'

export const MIGRATIONS = join(__dirname, '..', '..', 'schema', 'migrations')

const CLEAR = statement(
  'test.clear',
  'MATCH (node) WHERE NOT node:Migration CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 5000 ROWS',
)
const CLEAR_ALL = statement('test.clearAll', 'MATCH (node) CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 5000 ROWS')
const CONSTRAINTS = statement<{ name: string }>('test.constraints', 'SHOW CONSTRAINTS YIELD name')
const INDEXES = statement<{ name: string }>('test.indexes', "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name")

/** How to connect to the Neo4j of this run. */
export function testConnection(): { uri: string; username: string; password: string } {
  const uri = process.env.MAITU_TEST_NEO4J_URI
  if (!uri) throw new Error('No Neo4j runs for the tests: only files named *.int.test.ts get one.')
  return { uri, username: 'neo4j', password: process.env.MAITU_TEST_NEO4J_PASSWORD ?? '' }
}

/** Opens the database empty, with the schema applied. Close it in `afterAll`. */
export async function freshDatabase(): Promise<Database> {
  const database = await openDatabase(testConnection())
  await emptyDatabase(database)
  await migrate(database, readMigrations(MIGRATIONS))
  return database
}

/** Takes all nodes out and leaves the schema. */
export async function emptyDatabase(database: Database): Promise<void> {
  await database.runAlone(CLEAR)
}

/** Opens the database without anything, the schema included. */
export async function bareDatabase(): Promise<Database> {
  const database = await openDatabase(testConnection())
  await database.runAlone(CLEAR_ALL)
  for (const { name } of await database.read(CONSTRAINTS)) {
    await database.runAlone({ name: 'test.dropConstraint', text: `DROP CONSTRAINT \`${name}\` IF EXISTS` })
  }
  for (const { name } of await database.read(INDEXES)) {
    await database.runAlone({ name: 'test.dropIndex', text: `DROP INDEX \`${name}\` IF EXISTS` })
  }
  return database
}
