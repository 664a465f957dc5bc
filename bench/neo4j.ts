/** A Neo4j of its own for a measurement: empty, with the schema, gone at the end. */
import { mkdtempSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '../database/connection'
import { ManagedDatabase } from '../database/managed/managed-database'
import { migrate, readMigrations } from '../database/migrate'

export const CACHE = process.env.MAITU_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'maitu')
const MIGRATIONS = join(__dirname, '..', 'schema', 'migrations')

/** Runs `work` with an empty database and takes everything away afterwards. */
export async function withBenchDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'maitu-bench-'))
  const managed = new ManagedDatabase({ dataDir, cacheDir: CACHE })
  const joined = await managed.join('bench')
  try {
    const database = await openDatabase(joined.connection)
    try {
      await migrate(database, readMigrations(MIGRATIONS))
      return await work(database)
    } finally {
      await database.close()
    }
  } finally {
    await joined.leave()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
