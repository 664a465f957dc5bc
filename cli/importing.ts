/** The importer put together: a document is read and loaded into the graph. */
import type { Database } from '../database/connection'
import { loadDocument } from '../import/load/load-document'
import { extractDocument } from '../import/pipeline'
import type { SourceDocument } from '../import/values/document'

/** What happened to the documents of a call. */
export interface Counts {
  imported: number
  updated: number
  unchanged: number
}

/** A function that imports one document after the other, and the counts that it keeps. */
export function importCounting(database: Database): { counts: Counts; importOne: (document: SourceDocument) => Promise<void> } {
  const counts: Counts = { imported: 0, updated: 0, unchanged: 0 }
  return {
    counts,
    importOne: async document => {
      const { status } = await loadDocument(database, document, extractDocument(document))
      counts[status]++
    },
  }
}
