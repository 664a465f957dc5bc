/** Reads the text layer of a PDF with pdf.js and puts it into reading order. */
import { dirname, join } from 'node:path'
import { DocumentError } from '../../model/errors'
import type { SourceDocument } from '../values/document'
import { linesInOrder, type Piece } from './reading-order'

const MOST_PAGES = 400

/** The document of a PDF, its pages one after the other. Throws a DocumentError where it is damaged, locked, or holds no text. */
export async function readPdf(name: string, bytes: Uint8Array): Promise<SourceDocument> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const home = dirname(require.resolve('pdfjs-dist/package.json'))
  const task = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: `${join(home, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(home, 'standard_fonts')}/`,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const pdf = await task.promise
    if (pdf.numPages > MOST_PAGES)
      throw new DocumentError(name, `the PDF has ${pdf.numPages} pages; cut it into parts of at most ${MOST_PAGES}`)
    const pages: string[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const [, , , top] = page.view as [number, number, number, number]
      const { items } = await page.getTextContent()
      const pieces = items.flatMap((item): Piece[] => {
        if (!('str' in item) || item.str.trim() === '') return []
        const [, , skew, scale, x, y] = item.transform as [number, number, number, number, number, number]
        const height = Math.hypot(skew, scale) || item.height || 10
        return [{ text: item.str, x, y: top - y - height, width: item.width, height }]
      })
      pages.push(linesInOrder(pieces).join('\n'))
      page.cleanup()
    }
    const text = pages.filter(page => page !== '').join('\n\n')
    if (text.trim() === '')
      throw new DocumentError(name, 'the PDF has no text layer; it is a picture of a page and needs OCR first')
    return { name, text, meta: {} }
  } catch (cause) {
    if (cause instanceof DocumentError) throw cause
    const locked = (cause as Error).name === 'PasswordException'
    throw new DocumentError(
      name,
      locked ? 'the PDF is locked with a password' : `the PDF cannot be read (${(cause as Error).message})`,
      null,
      cause,
    )
  } finally {
    await task.destroy()
  }
}
