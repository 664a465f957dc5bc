/**
 * Pairs the quotation marks of a paragraph, curly, straight and corner ones, where marks are missing or unbalanced too.
 * One pass over the marks; what is left open or closes nothing is mended by the sentence it stands in.
 */

/** A quotation with its marks (`start`, `end`) and its words (`from`, `to`). `mended` where a mark is missing. */
export interface Quotation {
  readonly start: number
  readonly end: number
  readonly from: number
  readonly to: number
  readonly mended: boolean
}

const OPENING = new Map([
  ['“', '”'],
  ['「', '」'],
  ['『', '』'],
  ['‘', '’'],
])
const CLOSING = new Set(['”', '」', '』', '’'])
const SENTENCE_END = new Set(['。', '！', '？', '!', '?', '…'])
const BEFORE_QUOTATION = new Set(['，', ',', '：', ':', '。', '！', '？', '、', '（', '(', '\n', '；'])

/** How many lost closing marks of one paragraph are mended; a paragraph with more is no prose, and each costs a pass. */
const MOST_MENDED = 20

/** The outermost quotations between two offsets, in reading order. */
export function findQuotations(text: string, start: number, end: number, mends = MOST_MENDED): Quotation[] {
  const found: Quotation[] = []
  let openedAt = -1
  let depth: string[] = []
  let straight = ''
  const close = (i: number): void => {
    found.push({ start: openedAt, end: i + 1, from: openedAt + 1, to: i, mended: false })
    openedAt = -1
    depth = []
  }
  for (let i = start; i < end; i++) {
    if (!mayBeMark(text.charCodeAt(i))) continue
    const mark = text[i] as string
    const closer = OPENING.get(mark)
    if (closer !== undefined) {
      // A second double mark without a first one closed: the closing mark of the first is lost.
      if (mark === '“' && depth.length === 1 && depth[0] === '”' && !isNested(text, i, end)) {
        const stop = isTerm(text, openedAt) ? endOfTerm(text, openedAt + 1, i) : lostClosing(text, openedAt + 1, i)
        found.push({ start: openedAt, end: stop, from: openedAt + 1, to: trimMarks(text, stop), mended: true })
        depth = []
      }
      if (depth.length === 0) openedAt = i
      // A nested mark beyond any sense is no nesting; the depth stays bounded on hostile input.
      if (depth.length < 8) depth.push(closer)
    } else if (CLOSING.has(mark)) {
      if (depth.length === 0) {
        const from = mark === '’' ? -1 : lostOpening(text, lastEnd(found, start), i)
        if (from >= 0) found.push({ start: from, end: i + 1, from, to: i, mended: true })
        continue
      }
      const at = depth.lastIndexOf(mark)
      if (at >= 0) depth.length = at
      if (depth.length === 0) close(i)
    } else if (mark === '"' || mark === "'") {
      if (isApostrophe(text, i)) continue
      if (depth.length === 0) {
        if (mark === "'" && !opensHere(text, i, start)) continue
        openedAt = i
        straight = mark
        depth.push(mark)
      } else if (depth.length === 1 && depth[0] === mark && straight === mark) close(i)
    }
  }
  if (depth.length > 0) {
    const stop = isTerm(text, openedAt) ? endOfTerm(text, openedAt + 1, end) : lostClosing(text, openedAt + 1, end)
    found.push({ start: openedAt, end: stop, from: openedAt + 1, to: trimMarks(text, stop), mended: true })
    if (stop < end && mends > 0) found.push(...findQuotations(text, stop, end, mends - 1))
  }
  return found
}

/** Tells the few quotation marks from all other characters by their code, since this is asked of every character. */
const mayBeMark = (code: number): boolean =>
  code === 0x22 || code === 0x27 || (code >= 0x2018 && code <= 0x201d) || (code >= 0x300c && code <= 0x300f)

/** Between Latin letters or digits a straight single mark is no quotation mark. */
function isApostrophe(text: string, i: number): boolean {
  return text[i] === "'" && /[A-Za-z]/.test(text[i - 1] ?? '') && /[A-Za-z]/.test(text[i + 1] ?? '')
}

function opensHere(text: string, i: number, start: number): boolean {
  return i === start || BEFORE_QUOTATION.has(text[i - 1] as string) || !SENTENCE_END.has(text[i - 1] as string)
}

function lastEnd(found: readonly Quotation[], start: number): number {
  return found.at(-1)?.end ?? start
}

/** Where a quotation begins whose opening mark is lost: at the last sentence before the closing mark. -1 where that is no statement. */
function lostOpening(text: string, floor: number, closing: number): number {
  if (!SENTENCE_END.has(text[closing - 1] as string) && text[closing - 1] !== '，' && text[closing - 1] !== ',') return -1
  const introduced = introducedAt(text, Math.max(floor, closing - 400), closing)
  if (introduced >= 0) return introduced
  let i = closing - 2
  while (i >= floor && !SENTENCE_END.has(text[i] as string)) i--
  const from = Math.max(floor, i + 1)
  return closing - from >= 6 ? from : -1
}

/** True where an opening mark within a quotation begins one of its own: two closing marks follow before another opens. */
function isNested(text: string, opened: number, end: number): boolean {
  let closed = 0
  for (let i = opened + 1; i < Math.min(end, opened + 400); i++) {
    if (text[i] === '“') return false
    if (text[i] === '”' && ++closed === 2) return true
  }
  return false
}

/** A quotation that opens within a clause (实行“区域限批。) names a thing and ends with the clause. */
const isTerm = (text: string, opened: number): boolean =>
  /[\p{Script=Han}]/u.test(text[opened - 1] ?? '') && !/[说道称问示调]/.test(text[opened - 1] as string)

function endOfTerm(text: string, from: number, end: number): number {
  for (let i = from; i < end; i++) if (SENTENCE_END.has(text[i] as string) || text[i] === '，' || text[i] === '；') return i
  return end
}

/** Behind the colon that a verb of saying stands before (他说：…), or -1. */
function introducedAt(text: string, floor: number, closing: number): number {
  for (let i = closing - 2; i > floor; i--)
    if ((text[i] === '：' || text[i] === ':') && /[说道示称言出调绍问答]/.test(text[i - 1] as string)) return i + 1
  return -1
}

/** Where a quotation ends whose closing mark is lost: after the first sentence that a speaker's phrase follows, else at the end of the paragraph. */
function lostClosing(text: string, from: number, end: number): number {
  for (let i = from; i < end; i++) {
    if (!SENTENCE_END.has(text[i] as string)) continue
    let after = i + 1
    while (after < end && (text[after] === "'" || text[after] === '"' || text[after] === '’')) after++
    if (
      /^[^，,。“"]{1,40}?(?:说|表示|介绍|认为|告诉记者|坦言|透露|指出|强调|称|直言|提醒|建议|补充|回忆|续指)[，,。“"：:]/.test(
        text.slice(after, Math.min(end, after + 48)),
      )
    )
      return after
  }
  return end
}

function trimMarks(text: string, end: number): number {
  let to = end
  while (to > 0 && (text[to - 1] === "'" || text[to - 1] === '"' || text[to - 1] === '’')) to--
  return to
}
