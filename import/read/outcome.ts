/** What comes of reading: a document, or why there is none. */
import type { DocumentError } from '../../model/errors'
import type { SourceDocument } from '../values/document'

/** Exactly one of the two is there. */
export type Read =
  | { readonly document: SourceDocument; readonly error?: undefined }
  | { readonly document?: undefined; readonly error: DocumentError }
