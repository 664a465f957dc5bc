/** Opens the graph for a command: the server of the settings or the managed one, with its schema up to date, and closes it again. */
import { type ConnectionOptions, type Database, openDatabase } from '../database/connection'
import { type Joined, ManagedDatabase } from '../database/managed/managed-database'
import { migrate, readMigrations } from '../database/migrate'
import { finishBulkLoad } from '../import/load/bulk/finish'
import type { Edge } from './edge'
import { logStatements } from './log'
import { MIGRATIONS } from './root'

/** An open graph. */
export interface Graph {
  readonly database: Database
  /** How it was opened, for threads that open it themselves. */
  readonly connection: ConnectionOptions
  /** How it is opened now: the managed server is elsewhere after it was stopped and started again. Null where none runs. */
  readonly whereNow: () => ConnectionOptions | null
  /** Whether it is the Neo4j that Maitu runs itself. */
  readonly isManaged: boolean
}

/** The managed database of the settings. */
export function managedDatabase({ settings, terminal, signal }: Edge): ManagedDatabase | null {
  if (settings.database.kind !== 'managed') return null
  const { dataDir, cacheDir } = settings.database
  return new ManagedDatabase({ dataDir, cacheDir, report: terminal.report, signal })
}

/** Runs `work` with the open graph. Whatever happens, the connection is closed and the place at the managed database given back. */
export async function withGraph<T>(edge: Edge, purpose: string, work: (graph: Graph) => Promise<T>): Promise<T> {
  const { settings, log } = edge
  const managed = managedDatabase(edge)
  let joined: Joined | null = null
  let database: Database | null = null
  try {
    joined = managed && (await managed.join(purpose))
    edge.signal.throwIfAborted()
    const options = joined ? joined.connection : settings.database.kind === 'server' ? settings.database : null
    if (options === null) throw new Error('Neither a managed database nor a server.')
    const onStatement = logStatements(log)
    database = await openDatabase({ ...options, onStatement })
    const whereNow = (): ConnectionOptions | null => {
      const now = managed === null ? options : managed.connection()
      return now && { ...now, onStatement }
    }
    await applyMigrations(edge, database)
    if (await finishBulkLoad(database)) log.info({ event: 'bulk.finished' })
    return await work({ database, connection: options, whereNow, isManaged: joined !== null })
  } finally {
    await database?.close()
    if (joined) {
      const { stopped } = await joined.leave()
      if (stopped) log.info({ event: 'database.stopped' })
    }
  }
}

async function applyMigrations({ terminal, log }: Edge, database: Database): Promise<void> {
  const applied = await migrate(database, readMigrations(MIGRATIONS), name => log.info({ event: 'migration.applied', name }))
  if (applied.length > 0)
    terminal.note(
      `The schema of the database is up to date (${applied.length} ${applied.length === 1 ? 'migration' : 'migrations'} applied).`,
    )
}
