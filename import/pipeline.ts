/** The chain from a document as read to its extraction record. Each stage takes one value and gives the next; the compiler sees that they fit. */
import type { ExtractionRecord } from '../model/extraction-record'
import { annotatePage } from './annotate/annotate-page'
import { cleanPage } from './clean/clean-page'
import { extractPage } from './extract/extract-page'
import { toRecord } from './record'
import { segmentPage } from './segment/segment-page'
import type { SourceDocument } from './values/document'

/** Everything that is read in one document. Pure and synchronous: the same document gives the same record, whatever was read before. */
export function extractDocument(document: SourceDocument): ExtractionRecord {
  return toRecord(extractPage(annotatePage(segmentPage(cleanPage(document)))))
}
