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
  if (managed === null) throw notManaged(edge, paths)
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

function notManaged({ settings }: Edge, paths: readonly string[]): InvalidInputError {
  const name = (settings.database.kind === 'server' ? settings.database.database : undefined) ?? 'neo4j'
  return new InvalidInputError(
    '--bulk',
    [
      'builds its database with neo4j-admin, which only runs where the server has its files, and NEO4J_URI names a server that Maitu does not run.',
      'Load into a database that Maitu runs itself, and carry it over:',
      `  NEO4J_URI= maitu import --bulk ${paths.join(' ')}`,
      `  NEO4J_URI= maitu database dump ${name}.dump`,
      'then, on the machine of the server, with the server stopped and the file in /tmp:',
      `  neo4j-admin database load ${name} --from-path=/tmp --overwrite-destination=true`,
      'Or leave --bulk out: the documents then go in through Bolt, one by one.',
    ].join('\n'),
  )
}
