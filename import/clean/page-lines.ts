/** The lines of a page: cut at line breaks, or, where a saved web page stands in one long line, at the blanks between its pieces. */
import { type MappedText, sliceMapped } from '../../model/mapped-text'
import type { SourceSpan } from '../../model/span'
import { mendCharacters } from './mend-characters'

export interface PageLine extends MappedText {
  readonly source: SourceSpan
  /** Blanks before the first character, in half-width cells; 2 or more mark the first line of a paragraph. */
  readonly indent: number
  /** Width in half-width cells. */
  readonly width: number
  /** Whether an empty line stands before it. */
  readonly gap: boolean
}

/** A line of a saved web page is at least this long; newspapers keep paragraphs shorter. */
const WEB_LINE = 900

/** The lines of the text that hold anything, in order. */
export function pageLines(source: string): readonly PageLine[] {
  const lines: PageLine[] = []
  let gap = true
  for (let start = 0; start <= source.length; ) {
    let end = source.indexOf('\n', start)
    if (end < 0) end = source.length
    const text = mendCharacters(source, start, end)
    if (text.text === '') gap = true
    else {
      lines.push(line(text, start, end, indentOf(source, start, end), gap))
      gap = false
    }
    start = end + 1
  }
  return lines.flatMap(one => (one.text.length >= WEB_LINE && isWebLine(one.text) ? webPieces(one) : [one]))
}

function line(text: MappedText, start: number, end: number, indent: number, gap: boolean): PageLine {
  return { text: text.text, runs: text.runs, source: { start, end }, indent, width: cells(text.text), gap }
}

/** Width in half-width cells. */
export function cells(text: string): number {
  let width = 0
  for (let i = 0; i < text.length; i++) width += text.charCodeAt(i) < 0x300 ? 1 : 2
  return width
}

function indentOf(source: string, start: number, end: number): number {
  let indent = 0
  for (let i = start; i < end; i++) {
    const char = source[i]
    if (char === '\u3000') indent += 2
    else if (char === ' ' || char === '\u00a0') indent++
    else if (char === '\t') indent += 4
    else break
  }
  return indent
}

/** Whether blanks separate the pieces of the line (a saved web page) rather than stand where lines were broken. */
function isWebLine(text: string): boolean {
  const afterStop = text.match(/[。！？”]\s(?=\S)/gu)?.length ?? 0
  const midSentence = text.match(/[\u4e00-\u9fff] (?=[\u4e00-\u9fff]{2})/gu)?.length ?? 0
  return afterStop >= 2 || midSentence >= 4
}

/** The pieces of a web page's line, each as a line of its own. */
function webPieces(one: PageLine): readonly PageLine[] {
  const pieces: PageLine[] = []
  const { text } = one
  let start = 0
  while (start < text.length) {
    const end = pieceEnd(text, start)
    if (end > start) {
      const piece = sliceMapped(one, start, end)
      const first = piece.runs[0]
      const last = piece.runs.at(-1)
      const from = first ? first[1] : one.source.start
      const to = last ? last[1] + last[2] : one.source.end
      pieces.push({ ...piece, source: { start: from, end: to }, indent: 0, width: cells(piece.text), gap: true })
    }
    start = end + 1
  }
  return pieces
}

/** Where the piece that begins at `start` ends: at the next blank that does not stand inside parentheses, `讯（记者 甲乙 丙丁）`. */
function pieceEnd(text: string, start: number): number {
  let end = text.indexOf(' ', start)
  while (end >= 0) {
    const open = Math.max(text.lastIndexOf('（', end), text.lastIndexOf('(', end))
    if (open < start || end - open > 40) return end
    const close = /[）)]/u.exec(text.slice(open, open + 60))
    if (!close || open + close.index < end) return end
    end = text.indexOf(' ', open + close.index)
  }
  return text.length
}
