/** Reads Word documents: their paragraphs, by mammoth. */
import { extractRawText } from 'mammoth'
import { DocumentError } from '../../model/errors'
import type { SourceDocument } from '../values/document'

/** The document of a .docx file. Throws a DocumentError where it is damaged or holds no text. */
export async function readDocx(name: string, bytes: Uint8Array): Promise<SourceDocument> {
  let text: string
  try {
    text = (await extractRawText({ buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) })).value
  } catch (cause) {
    throw new DocumentError(
      name,
      'the file is no Word document that can be read; it is damaged, or of another kind than its name says',
      null,
      cause,
    )
  }
  if (text.trim() === '') throw new DocumentError(name, 'the document holds no text')
  return { name, text, meta: {} }
}
