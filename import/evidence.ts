/** What may stand as evidence: a span of an article whose text is found, character for character but for form, at its place in the source. */
import { type ArticleSpan, firstRunAfter, type Run } from '../model/span'

interface Mapped {
  readonly text: string
  readonly runs: readonly Run[]
}

const IGNORED = /[\s“”‘’"'「」『』《》〈〉＂＇·•\u200b-\u200f\ufeff\u00ad]/gu

/** The text in the form in which article and source are compared: NFKC, without blanks and quotation marks. */
export function comparable(text: string): string {
  if (text === '') return text
  return text.normalize('NFKC').replace(IGNORED, '')
}

/** Whether anything of the span is left in that form. */
function holdsText(text: string, { start, end }: ArticleSpan): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 48 && code <= 57)) return true
  }
  return comparable(text.slice(start, end)) !== ''
}

/**
 * The span as pieces that each stand whole in the source. A caption that broke the paragraph, or 和 for ` and `, lies between two pieces;
 * a line break or a stray space breaks nothing.
 */
export function wholePieces(article: Mapped, source: string, span: ArticleSpan): readonly ArticleSpan[] {
  const pieces: ArticleSpan[] = []
  let start = -1
  let end = -1
  let sourceEnd = -1
  for (let i = firstRunAfter(article.runs, span.start); i < article.runs.length; i++) {
    const [at, from, length] = article.runs[i] as Run
    if (at >= span.end) break
    const a = Math.max(at, span.start)
    const b = Math.min(at + length, span.end)
    const place = from + a - at
    if (
      start >= 0 &&
      (place < sourceEnd || comparable(article.text.slice(end, a)) !== '' || comparable(source.slice(sourceEnd, place)) !== '')
    ) {
      pieces.push({ start, end })
      start = -1
    }
    if (start < 0) start = a
    end = b
    sourceEnd = from + b - at
  }
  if (start >= 0) pieces.push({ start, end })
  return pieces.filter(piece => holdsText(article.text, piece))
}

/** The part of the span, counted from its start or end, that stands whole in the source. */
export function unbroken(article: Mapped, source: string, span: ArticleSpan, from: 'start' | 'end'): ArticleSpan {
  const pieces = wholePieces(article, source, span)
  return (from === 'start' ? pieces[0] : pieces.at(-1)) ?? span
}
