/** `maitu import --bulk`: the first load of very many documents. */
import { extractAll } from '../import/extract-pool'
import { GRAPH_RULES } from '../import/graph-rules'
import { type BulkStage, bulkLoad } from '../import/load/bulk/bulk-load'
import type { Arriving } from '../import/load/bulk/load-corpus'
import { EXTRACTOR_VERSION } from '../import/pipeline'
import type { DocumentMeta } from '../import/values/document'
import { InvalidInputError } from '../model/errors'
import { documentsOf, noteFailed } from './documents'
import type { Edge, Outcome } from './edge'
import { managedDatabase } from './graph'
import { MIGRATIONS } from './root'

const TASKS: Readonly<Record<BulkStage, string>> = {
  reading: 'Reading documents',
  writing: 'Writing the graph as CSV',
  building: 'Building the database',
  switching: 'Switching to it',
  indexing: 'Filling the indexes',
}

/** Loads all documents of the paths. Throws an InvalidInputError where the graph holds documents or the server is not the managed one. */
export async function importInBulk(edge: Edge, paths: readonly string[], meta: DocumentMeta): Promise<Outcome> {
  const { terminal, log, signal } = edge
  const managed = managedDatabase(edge)
  if (managed === null) throw notManaged(edge, paths, meta)
  const { counts, failed, documents } = await bulkLoad(managed, arriving(paths, meta, signal), {
    migrations: MIGRATIONS,
    rules: GRAPH_RULES,
    signal,
    onStage: stage => {
      if (stage !== 'reading') terminal.report({ kind: 'end' })
      terminal.report({ kind: 'begin', task: TASKS[stage] })
      log.info({ event: 'bulk.stage', stage })
    },
    onProgress: done => terminal.report({ kind: 'progress', done, of: null, unit: 'documents' }),
    onFailure: error => {
      log.info({ event: 'document.failed', document: error.document, reason: error.reason })
      terminal.note(`Failed: ${error.message}`)
    },
  })
  terminal.report({ kind: 'end' })
  noteFailed(edge, failed)
  if (documents === 0) {
    terminal.note(`Nothing to load is in ${paths.join(', ')}.`)
    return 'some failed'
  }
  terminal.say(`${counts.IMPORTED} imported, ${counts.UPDATED} updated, ${counts.UNCHANGED} unchanged`)
  return failed > 0 ? 'some failed' : 'done'
}

async function* arriving(paths: readonly string[], meta: DocumentMeta, signal: AbortSignal): AsyncGenerator<Arriving> {
  for await (const { document, made, error } of extractAll(documentsOf(paths, meta), 'resolved', { signal })) {
    if (error) yield { error }
    else yield { resolved: made, source: { ...document, extractor: EXTRACTOR_VERSION } }
  }
}

/** The commands that bring the graph to a server that Maitu does not run, see docs/decisions/bulk-load.md. */
function notManaged({ settings }: Edge, paths: readonly string[], meta: DocumentMeta): InvalidInputError {
  const name = (settings.database.kind === 'server' ? settings.database.database : undefined) ?? 'neo4j'
  const options = Object.entries(meta).flatMap(([key, value]) => [
    `--${key.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`,
    String(value),
  ])
  return new InvalidInputError(
    '--bulk',
    [
      'builds its database with neo4j-admin, which only runs where the server has its files, and NEO4J_URI names a server that Maitu does not run.',
      'Build the database here, in a folder of its own:',
      `  NEO4J_URI= MAITU_DATA=maitu-bulk maitu import --bulk ${[...options, ...paths].map(quoted).join(' ')}`,
      `  NEO4J_URI= MAITU_DATA=maitu-bulk maitu database dump ${name}.dump`,
      `Then put ${name}.dump into /tmp on the machine of the server, whose Neo4j is of the same version or a newer one, and run there (everything in its database ${name} is replaced):`,
      '  neo4j stop',
      `  neo4j-admin database load ${name} --from-path=/tmp --overwrite-destination=true`,
      '  neo4j start',
      'Where decisions were made by hand there, carry them over: "maitu decisions export decisions.json" before, "maitu decisions import decisions.json" afterwards.',
      'Or leave --bulk out: the documents then go in through Bolt, one by one.',
    ].join('\n'),
  )
}

/** A word as a shell takes it. */
function quoted(word: string): string {
  return /^[\p{L}\p{N}_./:@%+=,-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
