/** The thread that runs the chain on the documents it is sent, one after the other. */
import { parentPort } from 'node:worker_threads'
import { DocumentError } from '../model/errors'
import { extractDocument } from './pipeline'
import type { SourceDocument } from './values/document'

/** What comes back for a document: its record, or why there is none. */
export type Answer =
  | { readonly record: ReturnType<typeof extractDocument>; readonly failed?: undefined }
  | {
      readonly record?: undefined
      readonly failed: { readonly document: string; readonly reason: string; readonly line: number | null }
    }

parentPort?.on('message', (documents: readonly SourceDocument[]) => parentPort?.postMessage(documents.map(answer)))

function answer(document: SourceDocument): Answer {
  try {
    return { record: extractDocument(document) }
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    return { failed: { document: error.document, reason: error.reason, line: error.line } }
  }
}
