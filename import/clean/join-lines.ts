/** Joins the lines that belong to one paragraph: hard-wrapped lines, and sentences that a column, a page or a picture cut in two. */
import { type MappedText, MappedWriter, trimMapped } from '../../model/mapped-text'
import { BYLINE_START, DATELINE_START, mendTorn, NEWS_START, WHOLE_BYLINE } from '../lexicons/openings'
import { crossesSeam } from '../lexicons/seam'
import type { KindedLine } from './line-kind'
import { oncePerLine } from './page-lines'

/** Lines of one column differ by no more than this, in half-width cells (a mark that may not begin a line is pulled up). */
const RAGGED = 5
const NEAR = 12

/** No column is narrower than this, in half-width cells. */
const NARROW = 17

/** How an item of a list begins. */
const LISTED = /^[●◆■▲◎○★►▶◇□△▼☆]\s*[\u4e00-\u9fff“《\d]/u

/** How a numbered one begins: （2）, 3、 */
const NUMBERED = /^(?:[（(][\d一二三四五六七八九十]{1,2}[）)]|(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:、|[.．](?!\d)))/u

/** On a page whose lines were broken at one width, so many at least are as wide as the widest, and few of them end a paragraph. */
const FULL_LINES = 6

/** The width from which on a line is broken rather than ended, on a page whose lines were all broken at one width; else infinite. */
function fullWidth(lines: readonly KindedLine[], widths: readonly number[]): number {
  const widest = widths.reduce((most, width) => Math.max(most, width), 0)
  if (widest > 150 || widest < 40) return Number.POSITIVE_INFINITY
  const full = lines.filter((_, i) => (widths[i] as number) >= widest - 3)
  const ended = full.filter(({ text }) => endsParagraph(text)).length
  const breaking = full.filter(({ text }) => /[，。、；]/u.test(text)).length
  return breaking >= FULL_LINES && ended * 4 <= full.length ? widest - 3 : Number.POSITIVE_INFINITY
}

/** The lines that stand on the page twice or more, without the signs of a list. */
function repeated(lines: readonly KindedLine[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const found = new Set<string>()
  for (const { text, width } of lines) {
    if (width < NARROW || width > 80) continue
    const own = unlisted(text)
    if (seen.has(own)) found.add(own)
    seen.add(own)
  }
  return found
}

/** The line without the number or the sign behind which it stands in a list, and the mark with which it ends there. */
function unlisted(text: string): string {
  return text.replace(/^(?:[（([]?[\d一二三四五六七八九十]{1,2}[）)\].、．：] ?|[●◆■▲◎○★►▶◇□△▼☆·] ?)|[；;。]$/gu, '')
}

/** How a sub-headline begins. */
const DASHED = /^[—–-]{1,2}\s*[\u4e00-\u9fff“"]/u

/** Whether each line goes on in the next one, because it fills its column. */
export function wrapped(lines: readonly KindedLine[]): readonly boolean[] {
  const cells = lines.map(line => line.width + line.indent)
  const characters = lines.map(line => 2 * line.text.length + line.indent)
  const again = repeated(lines)
  const full = [cells, characters].map(widths => ({ widths, least: fullWidth(lines, widths) }))
  return lines.map((line, i) => {
    const next = lines[i + 1]
    if (!next || next.gap || line.width < NARROW || line.width > 150) return false
    // （记者 甲乙） in a line of its own
    if (/^[（(【][^（()）】]*[）)】]$/u.test(line.text)) return false
    const below = lines[i + 2]
    // what the contents list stands on the page once more, as it is
    if (again.size > 0 && (again.has(unlisted(line.text)) || again.has(unlisted(next.text)))) return false
    if (line.width <= 80 && DASHED.test(line.text) && !/[，。]/u.test(line.text))
      // a sub-headline goes on in a second line where the byline comes only below that
      return line.width >= 34 && next.width < line.width && !/[，。]/u.test(next.text) && below !== undefined && isByline(below)
    // no line begins with a mark that ends something
    if (/^[，。、；：！？”’）》]/u.test(next.text) && line.width >= 30 && !isFurniture(line)) return true
    if (next.text.length <= 3 && line.width >= 30 && !endsParagraph(line.text) && crossesSeam(line.text.slice(-4), next.text))
      return true
    // 甲乙在某地调研时强调 stands above what was said
    if (
      line.width <= 60 &&
      /(?:强调|指出|要求)$/u.test(line.text) &&
      !/[，。；“]/u.test(line.text) &&
      !/^[，。：“]/u.test(next.text)
    )
      return false
    // a label begins a paragraph of a script, a sign an item of a list
    if (
      /^(?:【[^】]{2,24}】|\[[\u4e00-\u9fff ]{2,16}\]|[男女合][：:])/u.test(next.text) ||
      (LISTED.test(next.text) && (LISTED.test(line.text) || endsParagraph(line.text))) ||
      (NUMBERED.test(next.text) && (NUMBERED.test(line.text) || endsParagraph(line.text)))
    )
      return false
    // 答：…
    if (
      endsParagraph(line.text) &&
      /^(?:问|答|[\u4e00-\u9fff]{0,6}(?:记者|主持人|嘉宾|网友|解说|正文|同期|导语|字幕|配音))[：:]/u.test(next.text)
    )
      return false
    if (goesOnWithNames(line, next) || isOpen(line.text, next.text)) return true
    // 当地时间8 / 日深夜: a number and its unit
    if (
      /\d$/u.test(line.text) &&
      /^\d{0,2}[年月日时点％%万亿元吨](?![报刊])/u.test(next.text) &&
      /[\u4e00-\u9fff]{4}/u.test(line.text) &&
      !(line.width <= 60 && isFurniture(line))
    )
      return true
    // a name alone below a headline is that of its writer
    if (
      /^[\u4e00-\u9fff] ?[\u4e00-\u9fff]{1,3}$/u.test(next.text) &&
      !/[，。]/u.test(line.text) &&
      (!below || below.gap || below.indent >= 2)
    )
      return false
    if (next.width <= 100 && /^[—–]{2}/u.test(next.text) && DASHED.test(next.text) && !/[，。]/u.test(next.text)) return false
    if ((isCouplet(line.text) || isCouplet(next.text)) && next.width >= line.width / 2) return false
    if (next.width <= 80 && isByline(next)) return false
    if (line.width <= 70 && isDatelineWithNames(line.text)) return false
    if (line.width <= 60 && isByline(line) && (WHOLE_BYLINE.test(line.text) || !/[，。：:]/u.test(line.text))) return false
    if (isHeadingAboveNews(lines, i)) return false
    if (isHeadingAbove(lines, i)) return false
    if (DATELINE_START.test(next.text) || (endsParagraph(line.text) && isHeadingLike(next, line, below))) return false
    if (next.indent >= 2 && (next.indent > line.indent || endsParagraph(line.text))) return false
    return (
      ((full.some(({ widths, least }) => (widths[i] as number) >= least) && !endsParagraph(line.text)) ||
        fills(lines, i, cells) ||
        fills(lines, i, characters) ||
        isRagged(lines, i)) &&
      !isFurniture(line) &&
      !isFurniture(next)
    )
  })
}

/** Whether the line is a byline. */
const isByline = oncePerLine(({ text }) => looksLikeByline(text))

function looksLikeByline(text: string): boolean {
  // （记者 甲乙）某地… begins a report
  if (/^[（(【]/u.test(text) && /^[（(【][^（()）】]{2,60}[）)】] ?[\u4e00-\u9fff\d“]{2}/u.test(text)) return false
  if (text.length <= 40 && MAY_BE_BYLINE.test(text) && WHOLE_BYLINE.test(text)) return true
  if (/^[■□◎○◆] ?[\u4e00-\u9fff]{1,4}(?:[ 、][\u4e00-\u9fff]{1,4}){0,6}$/u.test(text)) return true
  if (/^本[报報][\u4e00-\u9fff]{0,6}(?:报道|報道|报导|報導|讯|訊)$/u.test(text)) return true
  if (BYLINE_START.test(text)) return true
  return text.includes(' ') && BYLINE_START.test(mendTorn(text))
}

/** Whether the line holds a dateline and the names of the writers and nothing else: 某社某地8月15日电 记者 甲乙、丙丁. */
function isDatelineWithNames(text: string): boolean {
  const dateline = DATELINE_START.exec(text)?.[0].length
  return dateline !== undefined && dateline < text.length && WHOLE_BYLINE.test(text.slice(dateline).trim())
}

/** A word without which no line is a byline and nothing else. */
const MAY_BE_BYLINE = /[记作]者|[讯论]员|实习生|^.{0,4}(?:采写|撰|文|图|整理|统筹|策划|作者)/u

/** Whether a parenthesis or a title opens at the end of the line and closes at the beginning of the next. */
function isOpen(line: string, next: string): boolean {
  return (
    (/（[^（）]{0,36}$/u.test(line) && /^[^（）]{0,30}）/u.test(next)) ||
    (/《[^《》]{0,36}$/u.test(line) && /^[^《》]{0,30}》/u.test(next))
  )
}

/** Whether the line is a byline whose names go on in the next line. */
function goesOnWithNames(line: KindedLine, next: KindedLine): boolean {
  return (
    line.width >= 30 &&
    next.width < line.width &&
    isByline(line) &&
    !/[，。：:]/u.test(line.text) &&
    /^(?!编者按|摘要|提要|按语)(?:[\u4e00-\u9fff]{1,3}|[\u4e00-\u9fff]+·[\u4e00-\u9fff]+)(?: (?:[\u4e00-\u9fff]{1,3}|[\u4e00-\u9fff]+·[\u4e00-\u9fff]+))*$/u.test(
      next.text,
    )
  )
}

/** Whether the line and the next are headings, because a byline, a dateline or a dash comes below them. */
function isHeadingAbove(lines: readonly KindedLine[], i: number): boolean {
  const below = lines[i + 2]
  const line = lines[i] as KindedLine
  const before = lines[i - 1]
  if (!below || /[。；]|，.*，/u.test(line.text + (lines[i + 1] as KindedLine).text)) return false
  // more lines of the headline may stand before the byline
  let sign = i + 2
  while (
    sign < i + HEADING_LINES &&
    lines[sign + 1] &&
    !opensReport(lines[sign] as KindedLine) &&
    !/[。；]|，.*，/u.test((lines[sign] as KindedLine).text)
  )
    sign++
  // in running text a line with a comma goes on
  if (line.text.includes('，') && !line.gap && before && !isFurniture(before)) return false
  // a headline that is longer than its column goes on
  if (line.width >= columnAround(lines, i) - 3) return false
  return opensReport(lines[sign] as KindedLine)
}

/** Whether a headline as wide as its column stands alone above a text that begins as news does: it holds no comma, and no word of it goes on below. */
function isHeadingAboveNews(lines: readonly KindedLine[], i: number): boolean {
  const line = lines[i] as KindedLine
  const next = lines[i + 1] as KindedLine
  const before = lines[i - 1]
  if (line.indent >= 2 || line.text.length < 8 || /[，。；、“”‘’]$|[，。；]/u.test(line.text)) return false
  if (before && !line.gap && !endsParagraph(before.text) && !isFurniture(before)) return false
  return (
    (NEWS_START.test(next.text) || (next.indent > line.indent && next.indent >= 2)) &&
    !crossesSeam(line.text.slice(-4), next.text.slice(0, 4))
  )
}

/** A heading has no more lines than this. */
const HEADING_LINES = 6

/** Whether the line is a byline, a sub-headline behind a dash, or begins with a dateline. */
function opensReport(line: KindedLine): boolean {
  const { text, width } = line
  return (width <= 80 && (isByline(line) || /^[—–]{2}/u.test(text))) || DATELINE_START.test(text)
}

/** Whether the line is a headline of two halves: 抢时间抓进度 确保颗粒归仓. */
function isCouplet(text: string): boolean {
  const halves = /^([^\s，。；、▲●◆■★【]{4,18}) ([^\s，。；、]{4,20})$/u.exec(text)
  if (halves === null || BYLINE_START.test(text)) return false
  const [, left, right] = halves as unknown as [string, string, string]
  // a stray blank tears a word or a title apart
  return (
    Math.abs(left.length - right.length) <= 5 &&
    left.includes('《') === left.includes('》') &&
    !crossesSeam(left.slice(-4), right.slice(0, 4))
  )
}

function isFurniture(line: KindedLine): boolean {
  return line.width <= 200 && line.kind === 'furniture'
}

/** A line that is shorter than this share of its column ends its paragraph. */
const SHORT = 0.72

/** Whether the line is as wide as the lines around it, most of which break off in mid-sentence. */
function fills(lines: readonly KindedLine[], i: number, widths: readonly number[]): boolean {
  const own = widths[i] as number
  const marks = marksOf(lines)
  const column = columnAround(lines, i)
  if (Number.isFinite(column) && (lines[i] as KindedLine).width < column * SHORT) return false
  let like = 0
  let stops = 0
  for (let j = Math.max(0, i - NEAR); j <= Math.min(lines.length - 1, i + NEAR); j++) {
    const width = widths[j] as number
    if (Math.abs(j - i) <= 3 && width > own + RAGGED + 3 && sameGroup(lines, i, j)) return false
    if (j !== i && Math.abs(width - own) <= RAGGED && marks.any[j] === 1) {
      like++
      if (marks.ends[j] === 1) stops++
    }
  }
  return like >= 2 && stops * 2 <= like
}

/** A line of a column whose right edge a scan tore: it reads as part of a sentence, and is nearly as wide as the lines around it that go on. */
function isRagged(lines: readonly KindedLine[], i: number): boolean {
  const line = lines[i] as KindedLine
  if (endsParagraph(line.text) || !/[，、；]|[是的了在将被把与等从对]/u.test(line.text) || /^[◆●■▲【]/u.test(line.text))
    return false
  const column = columnAround(lines, i)
  return column <= 80 && line.width >= column * SHORT
}

/** What punctuation the lines hold, 1 or 0 for each: neighbours ask for it some fifty times. */
interface Marks {
  /** A mark of any kind. */
  readonly any: Uint8Array
  /** A comma or a full stop. */
  readonly clause: Uint8Array
  /** The end of a paragraph. */
  readonly ends: Uint8Array
}

const marksKnown = new WeakMap<readonly KindedLine[], Marks>()

function marksOf(lines: readonly KindedLine[]): Marks {
  const known = marksKnown.get(lines)
  if (known) return known
  const made = {
    any: Uint8Array.from(lines, ({ text }) => (/[，。、；：]/u.test(text) ? 1 : 0)),
    clause: Uint8Array.from(lines, ({ text }) => (/[，。]/u.test(text) ? 1 : 0)),
    ends: Uint8Array.from(lines, ({ text }) => (endsParagraph(text) ? 1 : 0)),
  }
  marksKnown.set(lines, made)
  return made
}

const columns = new WeakMap<readonly KindedLine[], number[]>()

/** The width of the lines around that break off in mid-sentence, or infinite where these are few. Measured once for each line. */
function columnAround(lines: readonly KindedLine[], i: number): number {
  const known = columns.get(lines) ?? []
  columns.set(lines, known)
  known[i] ??= measureColumn(lines, i)
  return known[i] as number
}

function measureColumn(lines: readonly KindedLine[], i: number): number {
  const column: number[] = []
  const marks = marksOf(lines)
  for (let j = Math.max(0, i - NEAR); j < Math.min(lines.length - 1, i + NEAR); j++) {
    const other = lines[j] as KindedLine
    if (j !== i && other.width >= NARROW && !(lines[j + 1] as KindedLine).gap && marks.ends[j] === 0 && marks.clause[j] === 1)
      column.push(other.width)
  }
  if (column.length < 4) return Number.POSITIVE_INFINITY
  return column.sort((a, b) => a - b)[column.length >> 1] as number
}

/** Whether the line after the end of a sentence is short and ends none itself, as headings do. */
function isHeadingLike(next: KindedLine, line: KindedLine, below: KindedLine | undefined): boolean {
  if (below !== undefined && next.width <= 60 && opensReport(below) && !/[。；]|[，、]$/u.test(next.text)) return true
  return (
    (next.width < line.width * 0.85 || below?.gap || (below !== undefined && opensReport(below))) &&
    !/[。，；、]/u.test(next.text) &&
    !endsParagraph(next.text)
  )
}

function sameGroup(lines: readonly KindedLine[], i: number, j: number): boolean {
  for (let k = Math.min(i, j) + 1; k <= Math.max(i, j); k++) if ((lines[k] as KindedLine).gap) return false
  return true
}

function endsParagraph(text: string): boolean {
  return /[。！？][”’"'）)]*(?:[（(][^（()）]{1,30}[）)])?$/u.test(text)
}

/** Names in parentheses that go on in the next line. */
const NAMES_OPEN = /[（(][^（()）]{0,8}(?:记者|記者|通讯员|通訊員)[^（()），。]{0,26}[\u4e00-\u9fff]$/u

/** The lines as one text: nothing between Chinese, a space between Latin words. */
export function joinText(pieces: readonly MappedText[]): MappedText {
  const writer = new MappedWriter()
  let last = ''
  for (const piece of pieces) {
    const text = trimMapped(piece)
    if (/[A-Za-z,;]$/u.test(last) && /^[A-Za-z]/u.test(text.text)) writer.put(' ')
    // （记者 甲乙 | 丙丁）
    else if (NAMES_OPEN.test(last.slice(-40)) && /^[\u4e00-\u9fff·]{1,12}[ 、）)]/u.test(text.text)) writer.put(' ')
    writer.append(text)
    last = text.text
  }
  return writer.done()
}
