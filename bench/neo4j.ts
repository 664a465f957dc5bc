/** A Neo4j of its own for a measurement: empty, with the schema, gone at the end. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultCache } from '../cli/settings'
import { type Database, openDatabase } from '../database/connection'
import { ManagedDatabase } from '../database/managed/managed-database'
import { migrate, readMigrations } from '../database/migrate'

export const CACHE = process.env.MAITU_CACHE ?? defaultCache(process.env)
const MIGRATIONS = join(__dirname, '..', 'schema', 'migrations')

/** Runs `work` with an empty database and the process id of its server, and takes everything away afterwards. */
export async function withBenchDatabase<T>(work: (database: Database, server: number) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'maitu-bench-'))
  const managed = new ManagedDatabase({ dataDir, cacheDir: CACHE })
  const joined = await managed.join('bench')
  try {
    const database = await openDatabase(joined.connection)
    try {
      await migrate(database, readMigrations(MIGRATIONS))
      return await work(database, managed.status().pid ?? 0)
    } finally {
      await database.close()
    }
  } finally {
    await joined.leave()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Seconds of processor time that this process and the server have taken so far; null where the system does not tell. Other programs do not count in it. */
export function processorSeconds(server: number): number | null {
  const own = process.cpuUsage()
  try {
    const fields = readFileSync(`/proc/${server}/stat`, 'utf8')
      .replace(/^.*\) /u, '')
      .split(' ')
    const TICKS = 100
    return (own.user + own.system) / 1e6 + (Number(fields[11]) + Number(fields[12])) / TICKS
  } catch {
    return null
  }
}
