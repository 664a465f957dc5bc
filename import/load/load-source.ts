/** A document as it comes to be loaded. */
import { createHash } from 'node:crypto'
import type { SourceDocument } from '../values/document'

/** A document as it was read, and by which version of the extractor. */
export interface LoadSource extends SourceDocument {
  readonly extractor: string
}

/** SHA-256 of a text in UTF-8, hexadecimal. */
export function contentHash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** What a document is known by: its text, what the caller said of it, and the extractor. The same again changes nothing. */
export function readAs(source: LoadSource): string {
  const { publishedOn, publisher, url, title } = source.meta
  return contentHash(JSON.stringify([source.text, source.extractor, publishedOn, publisher, url, title]))
}
