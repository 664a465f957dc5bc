/** The thread that runs the chain on the documents it is sent, one after the other. */
import { parentPort, workerData } from 'node:worker_threads'
import { DocumentError } from '../model/errors'
import type { ExtractionRecord } from '../model/extraction-record'
import { extractDocument } from './pipeline'
import { recordText } from './record'
import { resolveDocument } from './resolve/resolve-document'
import type { SourceDocument } from './values/document'
import type { ResolvedDocument } from './values/resolved'

/** What can be made of a document: its record, the text of the file that holds the record, or the record resolved. */
export interface Forms {
  readonly record: ExtractionRecord
  readonly file: string
  readonly resolved: ResolvedDocument
}

/** What comes back for a document: the form asked for, or why there is none. */
export type Answer<F extends keyof Forms = keyof Forms> =
  | { readonly made: Forms[F]; readonly failed?: undefined }
  | {
      readonly made?: undefined
      readonly failed: { readonly document: string; readonly reason: string; readonly line: number | null }
    }

const MAKE: { readonly [F in keyof Forms]: (document: SourceDocument) => Forms[F] } = {
  record: extractDocument,
  file: document => recordText(extractDocument(document)),
  resolved: document => resolveDocument(extractDocument(document)),
}

parentPort?.on('message', (documents: readonly SourceDocument[]) => parentPort?.postMessage(documents.map(answer)))

function answer(document: SourceDocument): Answer {
  try {
    return { made: MAKE[workerData as keyof Forms](document) }
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    return { failed: { document: error.document, reason: error.reason, line: error.line } }
  }
}
