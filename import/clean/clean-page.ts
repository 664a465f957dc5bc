/** The clean stage: a document as blocks in reading order, noise mended, with the way back to the source. */
import { type MappedText, MappedWriter, sliceMapped, trimMapped } from '../../model/mapped-text'
import { DATELINE_START } from '../lexicons/openings'
import { crossesSeam } from '../lexicons/seam'
import type { Block, CleanPage, SourceDocument } from '../values/document'
import { joinText, wrapped } from './join-lines'
import { closedUp, endsSentence, type KindedLine, kinded, kindOfLine } from './line-kind'
import { mendQuotes } from './mend-quotes'
import { pageLines } from './page-lines'
import { squeezeSpaces } from './squeeze-spaces'

/** Cleans the page of a document. Nothing of the source is lost: furniture and captions are blocks too. */
export function cleanPage(document: SourceDocument): CleanPage {
  const lines = pageLines(document.text).map(kinded)
  const goesOn = wrapped(lines)
  const blocks: Block[] = []
  for (let i = 0; i < lines.length; ) {
    let end = i + 1
    while (end < lines.length && goesOn[end - 1]) end++
    blocks.push(...blocksOf(lines.slice(i, end)))
    i = end
  }
  const layout = lines.some((line, i) => i > 0 && line.source.start > 0 && document.text[line.source.start - 1] !== '\n')
    ? 'web'
    : 'paper'
  const running = new Set(lines.filter(line => line.isRunning).map(line => line.source.start))
  return {
    document,
    layout,
    lines,
    blocks: joinBroken(blocks, layout, document.text, running),
  }
}

/** `（完）` at the end of an agency report, `（下转第二版）` at the end of a page. */
const FINISHED = /\s*[（(](?:完|全文完|[▶►]?下[转轉接]第?\s*[A-Z]?[\d一二三四五六七八九十]{1,3}\s*版[^）)]{0,6})[）)]$/u

/** `（上接第一版）` at the beginning of a text. */
const BEGUN = /^[（(【]\s*(?:上接|[紧緊]接)\s*第?\s*[A-Z]?[\d一二三四五六七八九十]{1,3}\s*版[^）)】]{0,6}[）)】]\s*(?=.{10})/u

/** The block that the lines make, and behind it the note with which it ends that the article is over or goes on elsewhere. */
function blocksOf(lines: readonly KindedLine[]): readonly Block[] {
  const first = lines[0] as KindedLine
  const joined = lines.length === 1 ? first : joinText(lines)
  const kind = lines.length === 1 ? first.kind : kindOfLine(joined.text)
  const spaced = kind === 'text' || kind === 'caption' || /^(?:[\u4e00-\u9fff] ){2,}[\u4e00-\u9fff]$/u.test(joined.text)
  const whole =
    closedUp(joined.text) !== joined.text
      ? withoutBlanks(joined)
      : spaced
        ? squeezeSpaces(joined)
        : kind === 'headline'
          ? squeezeTorn(joined)
          : joined
  const begun = kind === 'text' ? (BEGUN.exec(whole.text)?.[0].length ?? 0) : 0
  const end = kind === 'text' ? whole.text.search(FINISHED) : -1
  const text = end > 0 || begun > 0 ? sliceMapped(whole, begun, end > 0 ? end : whole.text.length) : whole
  const source = { start: first.source.start, end: (lines.at(-1) as KindedLine).source.end }
  const block: Block = { text: mendQuotes(text.text), runs: text.runs, source, kind }
  const above: readonly Block[] = begun > 0 ? [{ ...trimMapped(sliceMapped(whole, 0, begun)), source, kind: 'continuation' }] : []
  return end > 0
    ? [...above, block, { ...trimMapped(sliceMapped(whole, end, whole.text.length)), source, kind: 'continuation' }]
    : [...above, block]
}

function withoutBlanks(from: MappedText): MappedText {
  const writer = new MappedWriter()
  let start = 0
  for (let at = from.text.indexOf(' '); at >= 0; at = from.text.indexOf(' ', start)) {
    writer.append(from, start, at)
    start = at + 1
  }
  writer.append(from, start, from.text.length)
  return writer.done()
}

/** Takes out of a heading the blanks that tear a word apart; those between its halves stay. Blanks between names are left to the reader of bylines. */
function squeezeTorn(from: MappedText): MappedText {
  const { text } = from
  if (
    !text.includes(' ') ||
    text.length < 6 ||
    /记者|記者|通[讯訊]员|作者/u.test(text) ||
    /^(?:[^ ]{1,3} )*[^ ]{1,3}$/u.test(text)
  )
    return from
  const writer = new MappedWriter()
  let start = 0
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
    const left = /[\u4e00-\u9fff]{1,4}$/u.exec(text.slice(Math.max(0, at - 4), at))?.[0]
    const right = /^[\u4e00-\u9fff]{1,4}/u.exec(text.slice(at + 1, at + 5))?.[0]
    if (!left || !right || !crossesSeam(left, right)) continue
    writer.append(from, start, at)
    start = at + 1
  }
  writer.append(from, start, text.length)
  return writer.done()
}

/** `【headline】text`, `■ text`: nothing goes on with such a mark. */
const BEGINS = /^(?:【[^】]{4,}】|[●◆■▲])/u

/** Joins text blocks where a sentence breaks off and goes on in the next block of text, past captions and furniture. */
function joinBroken(
  blocks: readonly Block[],
  layout: CleanPage['layout'],
  source: string,
  running: ReadonlySet<number>,
): readonly Block[] {
  const out: Block[] = []
  let open = -1 // index in `out` of the last text block, while only captions and furniture follow it
  /** The foot and head of a sheet stand below that block. */
  let isTurned = false
  for (const one of blocks) {
    if (open >= 0 && (one.kind === 'text' || one.kind === 'headline')) {
      const before = out[open] as Block
      const adjacent = /^[^\n]*\n[^\S\n]*$/u.test(source.slice(before.source.end, one.source.start))
      const wasHeadline = before.kind === 'headline' && !before.text.includes('，')
      if (wasHeadline && !adjacent) open = -1
      else if (
        one.kind === 'text'
          ? !DATELINE_START.test(one.text) &&
            !BEGINS.test(one.text) &&
            (goesOnIn(before.text, one.text) ||
              ((isTurned || (layout === 'web' && before.kind === 'text')) && breaksOff(before.text)))
          : !wasHeadline && takesUp(before.text, one.text, adjacent)
      ) {
        const joined: MappedText = joinText([before, one])
        out[open] = {
          ...before,
          kind: 'text',
          text: joined.text,
          runs: joined.runs,
          source: { start: before.source.start, end: one.source.end },
        }
        isTurned = false
        continue
      }
    }
    out.push(one)
    if (running.has(one.source.start)) isTurned = true
    else if (one.kind !== 'furniture') isTurned = false
    // a fragment of a sentence looks like a headline until its end is found
    if (one.kind === 'text' || (one.kind === 'headline' && one.text.length > 12)) open = out.length - 1
    else if (one.kind === 'headline' || one.kind === 'byline' || one.kind === 'continuation') open = -1
  }
  return out
}

/** Whether what looks like a headline is a piece of the sentence in which the text before it breaks off. */
function takesUp(before: string, after: string, adjacent: boolean): boolean {
  if (adjacent && /[，、“《（]$/u.test(before)) return true
  return after.includes('，') && !endsSentence(before) && crossesSeam(before.slice(-4), after.slice(0, 4))
}

/** Whether the second text takes up the sentence in which the first breaks off: 防汛工 | 作，要求落实. */
function goesOnIn(before: string, after: string): boolean {
  if (endsSentence(before) || /[：:）)]$/u.test(before)) return false
  if (/^(?:[，、。；：？！”’）》的了着们]|[上中下里]，|上(?:指出|强调|说|表示|介绍|要求|提出))/u.test(after)) return true
  if (/^[“‘（(《【●◆■①-⑳—]/u.test(after)) return false
  if (/[，、的和与及把被对为将以在从向]$/u.test(before)) return true
  if (/\d$/u.test(before) && /^[年月日时点分万亿千百多余%‰个元公米吨号届期项家户人名次]/u.test(after)) return true
  if (/[A-Za-z0-9]$/u.test(before) && /^[A-Za-z0-9]/u.test(after)) return false
  return crossesSeam(before.slice(-4), after.slice(0, 4))
}

/** Whether a paragraph of a web page stops in mid-sentence, where a stray blank was taken for its end. */
function breaksOff(text: string): boolean {
  return text.length > 12 && /[，。、]/u.test(text) && !endsSentence(text) && !/[：:）)】\]]$/u.test(text)
}
