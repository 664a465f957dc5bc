/** A first load in bulk on the managed database: the corpus becomes a database beside the live one, which takes its place when it is complete. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type ConnectionOptions, type Database, openDatabase } from '../../../database/connection'
import type { ManagedDatabase } from '../../../database/managed/managed-database'
import { migrate, readMigrations } from '../../../database/migrate'
import { statement } from '../../../database/statement'
import { type DocumentError, InvalidInputError } from '../../../model/errors'
import { exportDecisions, importDecisions } from '../decide'
import type { DecisionRecord } from '../decided'
import type { Rules } from '../rules'
import { finishBulkLoad, isUnfinished } from './finish'
import { type Arriving, type CorpusFiles, importFiles, writeCorpus } from './load-corpus'

/** What a bulk load goes through, in this order. */
export type BulkStage = 'reading' | 'writing' | 'building' | 'switching' | 'indexing'

export interface BulkOptions {
  /** Folder of the migrations. */
  readonly migrations: string
  readonly rules: Rules
  readonly signal: AbortSignal
  /** Hears of the begin of each stage. */
  readonly onStage: (stage: BulkStage) => void
  readonly onProgress: (documents: number) => void
  /** Hears of each document that cannot be loaded; the others go on. */
  readonly onFailure: (error: DocumentError) => void
}

const PURPOSE = 'import --bulk'
const COUNT = statement<{ documents: number }>('bulk.count', 'MATCH (document:Document) RETURN count(document) AS documents')

/**
 * Loads the documents. Until the switch, the graph in use stays as it is; decisions made by hand are carried over. Gives how many documents came, without
 * switching where none did. Throws an InvalidInputError where the graph holds documents or others use the database.
 */
export async function bulkLoad(
  managed: ManagedDatabase,
  arriving: AsyncIterable<Arriving>,
  options: BulkOptions,
): Promise<CorpusFiles> {
  const { rules, signal, onStage, onProgress, onFailure } = options
  const folder = join(managed.status().dataDir, 'bulk')
  const joined = await managed.join(PURPOSE)
  try {
    await lookAtLiveGraph(managed, joined.connection)
    let stage: BulkStage | null = null
    const enter = (next: BulkStage): void => {
      if (next !== stage) onStage(next)
      stage = next
    }
    const files = await writeCorpus(arriving, {
      folder,
      rules,
      importedAt: new Date().toISOString(),
      onFailure,
      onProgress: (now, done) => {
        signal.throwIfAborted()
        enter(now)
        onProgress(done)
      },
    })
    if (files.documents === 0) return files
    enter('building')
    const admin = await managed.admin()
    await importFiles(admin, files, admin.spare, join(folder, 'report.txt'))
    signal.throwIfAborted()
    enter('switching')
    // Somebody may have imported or decided while the other database was built.
    const decisions = await lookAtLiveGraph(managed, joined.connection)
    await managed.whileStopped(async stopped => stopped.use(stopped.spare), { own: 1 })
    await finish(managed, decisions, options, enter)
    return files
  } finally {
    rmSync(folder, { recursive: true, force: true })
    await joined.leave()
  }
}

/** Refuses where the graph in use is none that a bulk load may replace; gives the decisions in it. */
async function lookAtLiveGraph(managed: ManagedDatabase, connection: ConnectionOptions): Promise<readonly DecisionRecord[]> {
  refuseCompany(managed)
  return withDatabase(connection, async database => {
    const [row] = await database.read(COUNT)
    const documents = row?.documents ?? 0
    // What a load left that ended before its end comes again now.
    if (documents === 0 || (await isUnfinished(database))) return exportDecisions(database)
    throw new InvalidInputError(
      '--bulk',
      `is for first loads, and the graph holds ${documents} ${documents === 1 ? 'document' : 'documents'}. Leave --bulk out to add to them, or begin afresh with "maitu database reset".`,
    )
  })
}

async function finish(
  managed: ManagedDatabase,
  decisions: readonly DecisionRecord[],
  { migrations, rules }: BulkOptions,
  enter: (stage: BulkStage) => void,
): Promise<void> {
  const joined = await managed.join(PURPOSE)
  try {
    await withDatabase(joined.connection, async database => {
      enter('indexing')
      await migrate(database, readMigrations(migrations))
      await finishBulkLoad(database)
      if (decisions.length > 0) await importDecisions(database, decisions, rules)
    })
  } finally {
    await joined.leave()
  }
}

async function withDatabase<T>(connection: ConnectionOptions, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(connection)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

function refuseCompany(managed: ManagedDatabase): void {
  const others = managed.status().users.filter(({ pid }) => pid !== process.pid)
  if (others.length === 0) return
  const names = others.map(({ purpose, pid }) => `${purpose} (process ${pid})`).join(', ')
  throw new InvalidInputError('--bulk', `needs the database for itself, and it is in use by ${names}. End that first.`)
}
