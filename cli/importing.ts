/** The importer put together: a document is read, resolved and loaded into the graph. */
import type { Database } from '../database/connection'
import { GRAPH_RULES } from '../import/graph-rules'
import { isLoaded, type LoadOutcome, type LoadStatus, loadDocument } from '../import/load/load-document'
import { EXTRACTOR_VERSION, extractDocument } from '../import/pipeline'
import { resolveDocument } from '../import/resolve/resolve-document'
import type { SourceDocument } from '../import/values/document'
import { idOf } from '../model/ids'

/** How many documents of a call ended in which way. */
export type Counts = Record<LoadStatus, number>

/** Reads a document and loads it. One that the graph holds as this extractor reads it costs one look-up. */
export async function importDocument(database: Database, document: SourceDocument): Promise<LoadOutcome> {
  const source = { ...document, extractor: EXTRACTOR_VERSION }
  if (await isLoaded(database, source)) return { status: 'UNCHANGED', document: idOf('Document', document.name) }
  return loadDocument(database, resolveDocument(extractDocument(document)), source, GRAPH_RULES)
}

/** A function that imports one document after the other, and the counts that it keeps. */
export function importCounting(database: Database): { counts: Counts; importOne: (document: SourceDocument) => Promise<void> } {
  const counts: Counts = { IMPORTED: 0, UPDATED: 0, UNCHANGED: 0 }
  return {
    counts,
    importOne: async document => {
      const { status } = await importDocument(database, document)
      counts[status]++
    },
  }
}
