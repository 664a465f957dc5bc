/** The chain from a document as read to its extraction record. Each stage takes one value and gives the next; the compiler sees that they fit. */
import { DocumentError } from '../model/errors'
import type { ExtractionRecord } from '../model/extraction-record'
import { annotatePage } from './annotate/annotate-page'
import { cleanPage } from './clean/clean-page'
import { extractPage } from './extract/extract-page'
import { toRecord } from './record'
import { segmentPage } from './segment/segment-page'
import type { SourceDocument } from './values/document'

/** Raised where the same text now gives another record: documents in a graph are then read again when they are imported the next time. */
export const EXTRACTOR_VERSION = '6'

/**
 * Everything that is read in one document. Pure and synchronous: the same document gives the same record, whatever was read before.
 * Throws a DocumentError where the chain fails on this document, so that the others go on.
 */
export function extractDocument(document: SourceDocument): ExtractionRecord {
  try {
    return toRecord(extractPage(annotatePage(segmentPage(cleanPage(document)))))
  } catch (cause) {
    const place = (cause as Error).stack?.split('\n')[1]?.trim() ?? ''
    throw new DocumentError(
      document.name,
      `the importer failed on it (${(cause as Error).message} ${place}); this is a mistake of the importer`,
      null,
      cause,
    )
  }
}
