/** The lines of a page: cut at line breaks, or, where a saved web page stands in one long line, at the blanks between its pieces. */
import { type MappedText, MappedWriter, sliceMapped } from '../../model/mapped-text'
import type { SourceSpan } from '../../model/span'
import { oneOf } from '../characters'
import { gather } from '../gather'
import { mendCharacters } from './mend-characters'

export interface PageLine extends MappedText {
  readonly source: SourceSpan
  /** Blanks before the first character, in half-width cells; 2 or more mark the first line of a paragraph. */
  readonly indent: number
  /** Width in half-width cells. */
  readonly width: number
  /** Whether an empty line stands before it. */
  readonly gap: boolean
  /** Whether it is the head or foot of a sheet on which a page of the web was printed, which may stand in mid-sentence. */
  readonly isRunning?: boolean
}

/** A saved web page in one line is at least this long and makes up at least this share of its file. */
const WEB_LINE = 180
const WEB_SHARE = 0.6

/** The answer for a line, made once however many neighbours ask for it; it goes with the line. */
export function oncePerLine<T>(answer: (line: PageLine) => T): (line: PageLine) => T {
  const known = new WeakMap<PageLine, { readonly value: T }>()
  return line => {
    const held = known.get(line)
    if (held) return held.value
    const value = answer(line)
    known.set(line, { value })
    return value
  }
}

/** The lines of the text that hold anything, in order. */
export function pageLines(source: string): readonly PageLine[] {
  const lines: PageLine[] = []
  let gap = true
  for (let start = 0; start <= source.length; ) {
    let end = source.indexOf('\n', start)
    if (end < 0) end = source.length
    const text = withoutBars(mendCharacters(source, start, end))
    if (text.text === '') gap = true
    else {
      lines.push(line(text, start, end, indentOf(source, start, end), gap))
      gap = false
    }
    start = end + 1
  }
  markRunning(lines)
  const column = spacedOutColumn(lines)
  if (column !== null) closeUp(lines, column)
  const running = lines.filter(one => one.isRunning)
  const own = running.length > 0 ? lines.filter(one => !one.isRunning) : lines
  // the title above the first sheet is the only line of another width
  const title = running.length > 0 && TITLED.test(own[0]?.text ?? '') ? own.slice(0, 1) : []
  const page = unwrapped(own.slice(title.length))
  if (page) return [...title, ...webPieces(page), ...running]
  const whole = lines.reduce((sum, one) => sum + one.text.length, 0)
  return gather(lines, one =>
    one.text.length >= WEB_LINE && one.text.length >= whole * WEB_SHARE && isWebLine(one.text) ? webPieces(one) : [one],
  )
}

/** What a browser prints on every sheet: day and hour before the title, the address, the number of the sheet. */
const SHEET =
  /^(?:19|20)\d{2}[/.年-]\d{1,2}[/.月-]\d{1,2}日?，?,? ?(?:[上下]午)?\d{1,2}:\d{2}(?::\d{2})? +(?!.*(?:来源|作者|记者|编辑)).{4,}$|^(?:https?|file):\/\/\S+(?: +\d{1,3} ?\/ ?\d{1,3})?$|^第 ?\d{1,3} ?页(?:[ ，,/／]*共 ?\d{1,3} ?页)?$|^(?:Page ?)?\d{1,3} ?(?:\/|of) ?\d{1,3}$/iu
/** Such a line begins with a digit, a letter, or 第. */
const MAY_BE_SHEET = /^[\dhfp第]/iu
/** The title of a page with the name of its site: it stands on every sheet. */
const TITLED = /^(?=.{10,90}$)[^。]*\s?(?:--|——|_|\||｜|-)\s?[\u4e00-\u9fffA-Za-z·]{2,16}$/u

/** Marks the heads and feet of sheets. A title that stands twice is one only on a page with another head or foot: papers print headlines in their contents too. */
function markRunning(lines: PageLine[]): void {
  const titles = new Set<string>()
  const again: number[] = []
  const sheets: number[] = []
  for (const [i, { text }] of lines.entries()) {
    if (text.length > 120) continue
    if (MAY_BE_SHEET.test(text) && SHEET.test(text)) sheets.push(i)
    else if (/[-_|｜—]/u.test(text) && TITLED.test(text)) {
      if (titles.has(text)) again.push(i)
      titles.add(text)
    }
  }
  if (sheets.length === 0) return
  for (const i of [...sheets, ...again]) lines[i] = { ...(lines[i] as PageLine), isRunning: true }
}

/** The line without the bars with which a row of a table ends. */
function withoutBars(text: MappedText): MappedText {
  const bars = text.text.endsWith('|') ? /\s*(?: \||\|{2,})[\s|]*$/u.exec(text.text) : null
  return bars ? sliceMapped(text, 0, bars.index) : text
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

/** Lines of one column differ by no more than this, in half-width cells. */
const RAGGED = 6

/** The width of the column where an empty line follows nearly every line, those included that break off in mid-sentence, or null. */
function spacedOutColumn(lines: readonly PageLine[]): number | null {
  if (lines.length < 16 || lines.filter(one => one.gap).length < lines.length * 0.6) return null
  const column = columnOf(lines)
  return column <= 80 && lines.filter(one => breaksOff(one, column)).length >= lines.length * 0.3 ? column : null
}

/** The width of the lines that break off in mid-sentence. */
function columnOf(lines: readonly PageLine[]): number {
  const widths = lines.filter(one => /[，。、]/u.test(one.text) && !/[。！？”]$/u.test(one.text)).map(one => one.width)
  return widths.sort((a, b) => a - b)[widths.length >> 1] ?? Number.POSITIVE_INFINITY
}

function breaksOff(one: PageLine, column: number): boolean {
  return Math.abs(one.width - column) <= RAGGED && !/[。！？]”?$/u.test(one.text)
}

/** Forgets the empty lines behind lines that break off. */
function closeUp(lines: PageLine[], column: number): void {
  for (let i = 1; i < lines.length; i++)
    if (breaksOff(lines[i - 1] as PageLine, column)) lines[i] = { ...(lines[i] as PageLine), gap: false }
}

/** The page as one line where it is a saved web page in one line that print or a scan broke into lines of one width, or null. */
function unwrapped(lines: readonly PageLine[]): PageLine | null {
  const first = lines[0]
  const last = lines.at(-1)
  if (!first || !last || lines.length < 8 || lines.some((one, i) => i > 0 && one.gap)) return null
  const widest = lines.reduce((most, one) => Math.max(most, one.width), 0)
  const longest = lines.reduce((most, one) => Math.max(most, one.source.end - one.source.start), 0)
  const isRagged = (one: PageLine) => one.width < widest - 8 && one.source.end - one.source.start < longest - 1
  if (widest > 120 || lines.slice(0, -1).some(isRagged)) return null
  const writer = new MappedWriter()
  for (const [i, one] of lines.entries()) {
    const before = lines[i - 1]
    if (before && (endsInBlank(before) || one.indent > 0)) writer.put(' ')
    writer.append(one)
  }
  const text = writer.done()
  return isWebLine(text.text) ? line(text, first.source.start, last.source.end, 0, true) : null
}

/** Whether a blank stands between the last character of the line and its end. */
function endsInBlank(one: PageLine): boolean {
  const last = one.runs.at(-1)
  return last !== undefined && one.source.end > last[1] + last[2]
}

/** Whether blanks separate the pieces of the line (a saved web page) rather than stand where print broke its lines. */
function isWebLine(text: string): boolean {
  const pieces = text.split(' ')
  const long = pieces.filter(piece => piece.length >= 25)
  const whole = long.filter(piece => /[。！？…；：][”’）)]*$|[”】]$/u.test(piece))
  if (long.length >= 2 && whole.length * 2 >= long.length) return true
  const signs = text.match(/首页|责任?编辑?[：:]|ICP备|版权所有|来源：|Copyright|分享到|举报电话|当前位置|相关(?:新闻|阅读)/gu)
  return new Set(signs).size >= 2
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
      pieces.push(line(piece, from, to, 0, true))
    }
    start = end + 1
  }
  return pieces
}

const opens = oneOf('（(【[［')
/** No further than this stands the mark behind a parenthesis that opens. */
const LONGEST_ASIDE = 40

/** Where the piece that begins at `start` ends: at the next blank that does not stand inside parentheses or brackets, `讯（记者 甲乙 丙丁）`. */
function pieceEnd(text: string, start: number): number {
  let end = text.indexOf(' ', start)
  while (end >= 0) {
    let open = end - 1
    while (open >= start && end - open <= LONGEST_ASIDE && !opens(text.charCodeAt(open))) open--
    if (open < start || end - open > LONGEST_ASIDE) return end
    const close = /[）)】\]］]/u.exec(text.slice(open, open + 60))
    if (!close || open + close.index < end) return end
    end = text.indexOf(' ', open + close.index)
  }
  return text.length
}
