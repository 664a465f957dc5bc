/** First loads in bulk: the whole corpus goes around Bolt into a database beside the live one, which takes its place when it is complete. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, openDatabase } from '../database/connection'
import type { ManagedDatabase } from '../database/managed/managed-database'
import { statement } from '../database/statement'
import { extractAll } from '../import/extract-pool'
import { GRAPH_RULES } from '../import/graph-rules'
import { finishBulkLoad, isUnfinished } from '../import/load/bulk/finish'
import { type Arriving, type CorpusFiles, importFiles, writeCorpus } from '../import/load/bulk/load-corpus'
import { EXTRACTOR_VERSION } from '../import/pipeline'
import { readPaths } from '../import/read/read-paths'
import { resolveDocument } from '../import/resolve/resolve-document'
import type { DocumentMeta } from '../import/values/document'
import { InvalidInputError } from '../model/errors'
import type { Edge, Outcome } from './edge'
import { applyMigrations, managedDatabase } from './graph'

/** The two databases that take turns: one is in use, the other is built. */
const NAMES = ['maitu-a', 'maitu-b'] as const
const COUNT = statement<{ documents: number }>('bulk.count', 'MATCH (document:Document) RETURN count(document) AS documents')

/** Loads all documents of the paths. Throws an InvalidInputError where the graph holds documents or the server is not the managed one. */
export async function importInBulk(edge: Edge, paths: readonly string[], meta: DocumentMeta): Promise<Outcome> {
  const managed = managedDatabase(edge)
  if (managed === null) throw notManaged(edge, paths)
  const joined = await managed.join('import --bulk')
  try {
    refuseCompany(managed)
    await withDatabase(joined.connection, refuseDocuments)
    const folder = join(managed.status().dataDir, 'bulk')
    try {
      const files = await write(edge, paths, meta, folder)
      if (files.documents === 0) {
        edge.terminal.note(`Nothing to load is in ${paths.join(', ')}.`)
        return 'some failed'
      }
      await build(edge, managed, files, folder)
      await switchOver(edge, managed)
      return say(edge, files)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  } finally {
    await joined.leave()
  }
}

/** Reads the documents in parallel and writes the files of their graph. */
async function write(edge: Edge, paths: readonly string[], meta: DocumentMeta, folder: string): Promise<CorpusFiles> {
  const { terminal, log, signal } = edge
  let stage = ''
  const files = await writeCorpus(arriving(paths, meta, signal), {
    folder,
    rules: GRAPH_RULES,
    importedAt: new Date().toISOString(),
    onFailure: error => {
      log.info({ event: 'document.failed', document: error.document, reason: error.reason })
      terminal.note(`Failed: ${error.message}`)
    },
    onProgress: (now, done) => {
      signal.throwIfAborted()
      if (now !== stage) {
        if (stage !== '') terminal.report({ kind: 'end' })
        terminal.report({ kind: 'begin', task: now === 'reading' ? 'Reading documents' : 'Writing the graph as CSV' })
        stage = now
      }
      terminal.report({ kind: 'progress', done, of: null, unit: 'documents' })
    },
  })
  if (stage !== '') terminal.report({ kind: 'end' })
  return files
}

async function* arriving(paths: readonly string[], meta: DocumentMeta, signal: AbortSignal): AsyncGenerator<Arriving> {
  for await (const { document, record, error } of extractAll(read(paths, meta))) {
    signal.throwIfAborted()
    if (error) yield { error }
    else yield { resolved: resolveDocument(record), source: { ...document, extractor: EXTRACTOR_VERSION } }
  }
}

async function* read(paths: readonly string[], meta: DocumentMeta) {
  for await (const one of readPaths(paths))
    yield one.error ? one : { document: { ...one.document, meta: { ...one.document.meta, ...meta } } }
}

/** Builds the database that is not in use. */
async function build(edge: Edge, managed: ManagedDatabase, files: CorpusFiles, folder: string): Promise<void> {
  edge.terminal.report({
    kind: 'begin',
    task: `Building the database (${files.nodes} nodes, ${files.relationships} relationships)`,
  })
  const admin = await managed.admin()
  await importFiles(admin, files, otherThan(admin.database), join(folder, 'report.txt'))
  edge.terminal.report({ kind: 'end' })
}

/** Makes the built database the one in use, with its schema. From here on the old graph is history. */
async function switchOver(edge: Edge, managed: ManagedDatabase): Promise<void> {
  edge.signal.throwIfAborted()
  refuseCompany(managed)
  // Somebody may have imported while we built.
  const before = await managed.join('import --bulk')
  await withDatabase(before.connection, refuseDocuments)
  await before.leave()
  await managed.whileStopped(async admin => admin.use(otherThan(admin.database)), { own: 1 })
  const after = await managed.join('import --bulk')
  try {
    await withDatabase(after.connection, async database => {
      await applyMigrations(edge, database)
      edge.terminal.report({ kind: 'begin', task: 'Filling the indexes' })
      await finishBulkLoad(database)
      edge.terminal.report({ kind: 'end' })
    })
  } finally {
    await after.leave()
  }
}

function say({ terminal }: Edge, { counts, failed }: CorpusFiles): Outcome {
  terminal.say(`${counts.IMPORTED} imported, ${counts.UPDATED} updated, ${counts.UNCHANGED} unchanged`)
  return failed > 0 ? 'some failed' : 'done'
}

function otherThan(database: string): string {
  return database === NAMES[0] ? NAMES[1] : NAMES[0]
}

async function withDatabase<T>(
  connection: Parameters<typeof openDatabase>[0],
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(connection)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

/** A graph that a crashed bulk load left unfinished holds nothing that this load does not bring again. */
async function refuseDocuments(database: Database): Promise<void> {
  const [row] = await database.read(COUNT)
  const documents = row?.documents ?? 0
  if (documents === 0 || (await isUnfinished(database))) return
  throw new InvalidInputError(
    '--bulk',
    `is for first loads, and the graph holds ${documents} ${documents === 1 ? 'document' : 'documents'}. Leave --bulk out to add to them, or begin afresh with "maitu database reset".`,
  )
}

function refuseCompany(managed: ManagedDatabase): void {
  const others = managed.status().users.filter(({ pid }) => pid !== process.pid)
  if (others.length === 0) return
  const names = others.map(({ purpose, pid }) => `${purpose} (process ${pid})`).join(', ')
  throw new InvalidInputError('--bulk', `needs the database for itself, and it is in use by ${names}. End that first.`)
}

function notManaged(edge: Edge, paths: readonly string[]): InvalidInputError {
  const { settings } = edge
  const name = (settings.database.kind === 'server' ? settings.database.database : undefined) ?? 'neo4j'
  return new InvalidInputError(
    '--bulk',
    [
      'builds its database with neo4j-admin, which only runs where the server has its files, and NEO4J_URI names a server that Maitu does not run.',
      'Load into a database that Maitu runs itself, and carry it over:',
      `  NEO4J_URI= maitu import --bulk ${paths.join(' ')}`,
      `  NEO4J_URI= maitu database dump ${name}.dump`,
      'then, on the machine of the server, with the server stopped and the file copied to /tmp:',
      `  neo4j-admin database load ${name} --from-path=/tmp --overwrite-destination=true`,
      'Or leave --bulk out: the documents then go in through Bolt, one by one.',
    ].join('\n'),
  )
}
