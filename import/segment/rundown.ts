/** The items of a programme whose headlines stand only in its contents: 今天节目的主要内容有：甲；乙。 Each is put above the text that it announces. */
import { type MappedText, sliceMapped, trimMapped } from '../../model/mapped-text'
import { simplified } from '../../model/simplified'
import type { Block } from '../values/document'
import { readByline } from './byline'
import { readDateline } from './dateline'
import { type ScriptMark, standsAlone } from './script'
import { BRIEF_INLINE, CONTENTS, isGreeting, LABEL, OTHER_PAGE } from './signs'
import { pairs, share } from './word-pairs'

/** A sentence that lists what a programme holds. */
const LISTED = /(?:主要内容|内容提要|新闻提要|节目提要|要目|导听|导视|提要)有?[：:]\s*(?=.{6})/u
/** With these a programme comes to its next item. */
const NEXT =
  /^(?:【[^】]{1,10}】|[^：。]{2,12}：)?(?:首先|先来|再来|接下来|接着|下面|最后|继续|来[看听关]|[一二三四五六七八九]、)/u
/** `来听一组简讯。`: what follows is no part of the item before. */
const BRIEF_NEWS = /^(?:【[^】]{1,10}】|[^：。]{2,12}：)?[^。，：]{0,10}(?:简讯|快讯|短讯|简明新闻)[。：，]/u
/** How much of a headline its text says at least; where marks show that an item begins, less will do. */
const ENOUGH = 0.35
const LITTLE = 0.12
/** What the beginning of a new item adds to that, and what adds a sure sign of one. */
const ANNOUNCED = 0.25
const STRONG = 0.35
/** What an item gains at such a sign whatever its headline says. */
const SURE = 0.05
/** The end of an item: 本台记者甲乙报道。 */
const SIGNED = /(?:记者|通讯员)[\u4e00-\u9fff·、 ]{2,30}(?:报道|发回的?报道|播送|采制|采写|摄制|采访)的?。?$/u
const MOST_ITEMS = 24
/** A line that only signs is no longer than this. */
const SIGN_OFF = 40
/** What a presenter says before the first item is no longer than this. */
const OVERTURE = 120

/** What they say before the contents is no longer than this. */
const GREETING = 60

/** The contents stand no farther below the head of the page, in blocks. */
const MOST_ABOVE = 14

export interface Rundown {
  /** The indices of the blocks that list the contents. */
  readonly contents: readonly number[]
  /** The headline above the text that begins at the block of that index. */
  readonly headlines: ReadonlyMap<number, Block>
}

/**
 * What the contents announce and where each of it begins; null where there are no such contents or the headlines stand above their texts again. `marks` are those of a
 * script, or null.
 */
export function readRundown(
  blocks: readonly Block[],
  marks: readonly (ScriptMark | null)[] | null,
  isAgain: (block: Block, at: number) => boolean,
): Rundown | null {
  const listed = blocks.findIndex(({ text }, i) => i < MOST_ABOVE && text.length <= 600 && LISTED.test(text))
  const labelled = blocks.findIndex(({ text }, i) => i < MOST_ABOVE && text.length <= 16 && CONTENTS.test(text))
  const found = listed >= 0 ? listedIn(blocks, listed) : labelled >= 0 ? listedBelow(blocks, labelled, isAgain) : null
  if (!found || found.items.length < 2 || found.items.length > MOST_ITEMS) return null
  const from = (found.contents.at(-1) as number) + 1
  const starts = placesOf(found.items, blocks, from, marks)
  const headlines = new Map<number, Block>()
  for (const [i, at] of starts.entries()) {
    if (at < 0) continue
    const above = blocks[at - 1]
    if (above?.kind === 'headline' && at > from && !marks?.[at - 1] && !LABEL.test(above.text) && readByline(above.text) === null)
      return null
    headlines.set(at, found.items[i] as Block)
  }
  if (headlines.size < 2) return null
  const contents = [...found.contents]
  // 【记者报道】 and the headline once more above the text
  for (const [at, { text }] of headlines) if (marks && at > from && blocks[at - 1]?.text.endsWith(text)) contents.push(at - 1)
  for (let i = 0; i < (found.contents[0] as number); i++)
    if (marks?.[i]?.kind === 'lead' && (blocks[i] as Block).text.length <= GREETING) contents.push(i)
  for (let i = from; i < (starts[0] as number); i++) {
    const { kind, text } = blocks[i] as Block
    if (kind === 'text' && text.length <= OVERTURE && marks !== null) contents.push(i)
  }
  const last = Math.max(...headlines.keys())
  const brief = blocks.findIndex(({ text }, i) => i > last && !BRIEF_INLINE.test(text) && BRIEF_NEWS.test(simplified(text)))
  if (brief >= 0) headlines.set(brief, headlineOf(blocks[brief] as Block))
  return { contents, headlines }
}

interface Listed {
  readonly items: readonly Block[]
  readonly contents: readonly number[]
}

/** The items of a sentence that lists them; those that follow in lines of their own too. */
function listedIn(blocks: readonly Block[], at: number): Listed {
  const block = blocks[at] as Block
  const sign = LISTED.exec(block.text) as RegExpExecArray
  const items: Block[] = []
  const start = sign.index + sign[0].length
  for (const piece of block.text.slice(start).split(/[；;。！|｜]|(?<![\d.])(?=\d{1,2}[.、．][^\d])/u)) {
    const from = block.text.indexOf(piece, start)
    if (piece.trim().length >= 6 && piece.length <= 60) items.push(itemOf(block, from, from + piece.length))
  }
  return { items, contents: [at] }
}

/** The lines below the label of the contents. */
function listedBelow(blocks: readonly Block[], at: number, isAgain: (block: Block, at: number) => boolean): Listed | null {
  const items: Block[] = []
  const contents = [at]
  for (let i = at + 1; i < blocks.length; i++) {
    const block = blocks[i] as Block
    // 观众朋友，欢迎收看 between the label and what it lists
    if (items.length === 0 && isGreeting(block.text, 0)) {
      contents.push(i)
      continue
    }
    if (block.kind !== 'headline' && !isListed(block, items)) break
    if (isAgain(block, i) || OTHER_PAGE.test(block.text)) return null
    for (const piece of block.text.matchAll(/[^；;]+/gu)) items.push(itemOf(block, piece.index, piece.index + piece[0].length))
    contents.push(i)
  }
  return { items, contents }
}

/** Whether the line belongs to a list although it looks like text: it ends in a semicolon, is the last below such lines, or stands behind a list sign. */
function isListed({ text }: Block, items: readonly Block[]): boolean {
  if (text.length > 60) return false
  if (/[；;]$/u.test(text) || (/^[●◆■·◎○▲★►▶◇□☆]/u.test(text) && !/。./u.test(text))) return true
  return items.length > 0 && text.length <= 40 && /^(?:[男女合][：:])?[^。，：:]{6,}。$/u.test(text)
}

function itemOf(block: Block, start: number, end: number): Block {
  const text = block.text.slice(start, end)
  const number =
    /^\s*(?:[男女合甲乙][：:]\s*)?(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．：]|[●◆■·◎○▲★►▶◇□☆]|第[一二三四五六七八九十\d]{1,2}[条则个][、：:])?\s*/u.exec(
      text,
    )?.[0].length ?? 0
  const tail = /[；;。，\s]*$/u.exec(text)?.[0].length ?? 0
  return asHeadline(block, trimMapped(sliceMapped(block, start + number, end - tail)))
}

function headlineOf(block: Block): Block {
  const label = /^(?:【[^】]{1,10}】|[^：。]{2,12}：)?/u.exec(block.text)?.[0].length ?? 0
  const length = block.text.slice(label).search(/[。，：]/u)
  return asHeadline(block, sliceMapped(block, label, length > 0 ? label + length : block.text.length))
}

function asHeadline(block: Block, text: MappedText): Block {
  const first = text.runs[0]
  const last = text.runs.at(-1)
  const source = first && last ? { start: first[1], end: last[1] + last[2] } : block.source
  return { ...block, ...text, kind: 'headline', source }
}

function isSignOff({ text }: Block): boolean {
  return text.length <= SIGN_OFF && SIGNED.test(text)
}

/** How much shows that an item begins at the block: its own mark and first words, and that what stands above ends one. */
function opensItem(at: number, blocks: readonly Block[], marks: readonly (ScriptMark | null)[] | null, from: number): number {
  const block = blocks[at] as Block
  const { text } = block
  let own = marks?.[at] ?? null
  let above = at - 1
  while (above >= from && marks?.[above]?.kind === 'sound') above--
  const alone = !own && at > from ? (marks?.[above] ?? null) : null
  if (alone && standsAlone(alone, blocks[above] as Block)) {
    own = alone
    above--
  }
  if (isGreeting(text, marks?.[at]?.end ?? 0)) return 0
  let signs = NEXT.test(simplified(text.slice(0, 30))) ? ANNOUNCED : 0
  if (marks === null) return signs
  if (readDateline(own ? text.slice(own.end) : text) !== null) signs += STRONG
  const before = above < from ? null : (blocks[above] as Block)
  if (!before || (before.kind !== 'text' ? readByline(before.text) !== null : SIGNED.test(before.text))) signs += STRONG
  if (!own) return signs
  // nobody reads an introduction but of a new item
  if (own.word === '导语') signs += STRONG
  else if (own.kind === 'lead' && marks?.[above]?.kind !== 'lead') signs += ANNOUNCED
  else if (own.kind === 'within') signs -= ANNOUNCED
  return signs
}

/**
 * For each item the index of the block where it begins, in their order, so that together they say most of their headlines and most shows that items begin there; -1 where
 * none does.
 */
function placesOf(
  items: readonly Block[],
  blocks: readonly Block[],
  from: number,
  marks: readonly (ScriptMark | null)[] | null,
): readonly number[] {
  const places = blocks
    .map((_, i) => i)
    .filter(i => i >= from && (blocks[i] as Block).kind === 'text' && !isSignOff(blocks[i] as Block))
  const told = places.map(i => pairs(simplified(`${(blocks[i] as Block).text}\n${blocks[i + 1]?.text ?? ''}`.slice(0, 400))))
  const signs = places.map(i => opensItem(i, blocks, marks, from))
  /** What the item gains at the place. Only in a script do signs stand for what the text does not say. */
  const gain = (part: number, sign: number) => {
    if (part >= ENOUGH || (marks !== null && sign >= ANNOUNCED && part >= LITTLE)) return part + sign
    return marks !== null && sign >= STRONG ? part + SURE : Number.NEGATIVE_INFINITY
  }
  /** `best[k][p]`: the most that the first `k` items reach in the first `p` places, and where the last of them stands. */
  const best: { score: number; at: number }[][] = [places.map(() => ({ score: 0, at: -1 })).concat({ score: 0, at: -1 })]
  for (const [k, item] of items.entries()) {
    const own = pairs(simplified(item.text))
    const above = best[k] as { score: number; at: number }[]
    const row: { score: number; at: number }[] = [{ score: (above[0] as { score: number }).score, at: -1 }]
    for (let p = 0; p < places.length; p++) {
      const part = share(own, told[p] as ReadonlySet<number>)
      const here = (above[p] as { score: number }).score + gain(part, signs[p] as number)
      const without = row[p] as { score: number; at: number }
      const skipped = (above[p + 1] as { score: number }).score
      row.push(
        here > without.score && here > skipped
          ? { score: here, at: p }
          : without.score >= skipped
            ? without
            : { score: skipped, at: -1 },
      )
    }
    best.push(row)
  }
  const found: number[] = items.map(() => -1)
  let end = places.length
  for (let k = items.length; k >= 1; k--) {
    const { at } = (best[k] as { score: number; at: number }[])[end] as { at: number }
    if (at < 0) continue
    found[k - 1] = places[at] as number
    end = at
  }
  return found
}
