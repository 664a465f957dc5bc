/** Short items of news that bear their headline in their own paragraph. */
import { type MappedText, sliceMapped, trimMapped } from '../../model/mapped-text'
import type { Block } from '../values/document'
import { type Dateline, readDateline, readLeadingNames, readTrailingNames } from './dateline'
import type { Draft } from './draft'
import { gapAbove } from './look-around'
import { articleOdds } from './section-or-article'
import { BOX_HEADLINE, BRIEF_INLINE, leadingHeadline, SCRIPT } from './signs'

export interface ShortItem {
  readonly headline: Block
  readonly text: MappedText
  /** A label before both, or null. */
  readonly label: Block | null
}

/** A label in brackets is no longer than this; what is longer is a headline. */
const LABEL_LENGTH = 10
const BRACKETED = /^(?:#[^#]{2,20}#\s*){0,3}【[^】]{9,40}】(?=.{20})/u
/** The same below a heading such as 简讯. */
const BRIEF_LABEL = 6

/** A signed item whose headline stands before a blank: `▲环湖公路收尾 市交通局近日…（甲乙）`. Items without names are a list. */
export function signedItem(block: Block, source: string): ShortItem | null {
  const headline = readTrailingNames(block.text) ? leadingHeadline(block, source) : null
  return headline && itemAt(block, headline.start, headline.end)
}

/** `●古桥修缮完工（甲乙）日前，…`: the writer between the headline of an item and its text. */
export function creditedItem(block: Block): (ShortItem & { readonly credit: Dateline }) | null {
  const headline = /^[●■◆▲◎○★□]?\s*[^，。；：（）()]{5,28}(?=[（(])/u.exec(block.text)?.[0]
  const credit =
    headline === undefined || readDateline(block.text) !== null ? null : readLeadingNames(block.text.slice(headline.length))
  if (headline === undefined || !credit || block.text.length - headline.length - credit.end < 12) return null
  return { ...itemAt(block, /^[●■◆▲◎○★□]?\s*/u.exec(headline)?.[0].length ?? 0, headline.length), credit }
}

/** `简讯：省人大常委会将审议…。`: its first sentence is its headline. */
export function labelledItem(block: Block): ShortItem | null {
  const label = BRIEF_INLINE.exec(block.text)?.[0].length
  if (label === undefined) return null
  const text = trimMapped(sliceMapped(block, label, block.text.length))
  const end = text.text.search(/[。；]/u)
  return {
    headline: { ...block, ...sliceMapped(text, 0, end > 0 ? end : text.text.length) },
    text,
    label: { ...block, ...sliceMapped(block, 0, label) },
  }
}

/** `四川专项行动战果：记者从省公安厅获悉…` in a box; null where no headline stands before the text. */
export function boxItem(block: Block): ShortItem | null {
  const lead = BOX_HEADLINE.exec(block.text)?.[1]?.length
  if (lead === undefined) return null
  return {
    headline: { ...block, ...sliceMapped(block, 0, lead) },
    text: trimMapped(sliceMapped(block, lead + 1, block.text.length)),
    label: null,
  }
}

/**
 * An item whose headline or label stands in brackets before its text: 【标题】…, one item after the other, or 【每日收市】… below an article. Null
 * where the brackets hold the label of a part of the open article. `briefs` says that they stand below a heading such as 简讯,
 * `alone` that no heading stands above, `several` that more items of the page bear their headlines so.
 */
export function bracketedItem(
  block: Block,
  open: Draft | null,
  {
    briefs,
    alone,
    several,
    source,
  }: { readonly briefs: boolean; readonly alone: boolean; readonly several: boolean; readonly source: string },
): ShortItem | null {
  const topic = /^(?:#[^#]{2,20}#\s*)+(?=【)/u.exec(block.text)?.[0]
  if (topic !== undefined) {
    const rest = { ...block, ...sliceMapped(block, topic.length, block.text.length) }
    return several && isBracketed(rest) ? itemAt(rest, 0, rest.text.indexOf('】') + 1) : null
  }
  const label = /^【[^】]{2,40}】(?=.{20})/u.exec(block.text)?.[0]
  if (!label || !(alone || briefs || several)) return null
  const item = itemAt(block, 0, label.length)
  if (several && isBracketed(block)) return item
  if (!(alone || briefs)) return null
  if (briefs && label.length > BRIEF_LABEL) return item
  if (label.length > LABEL_LENGTH) return !open || open.closed || open.headings.at(-1)?.text.startsWith('【') ? item : null
  if (!open || open.body.length === 0 || SCRIPT.test(label) || open.body.some(({ text }) => text.startsWith('【'))) return null
  const headings = [{ ...block, ...sliceMapped(block, 1, label.length - 1) }]
  const below = [{ ...block, ...item.text }]
  return articleOdds({ open, headings, below, gap: gapAbove(source, block), source }) > 0 ? item : null
}

/** Whether a headline in brackets stands before the text, longer than any label. */
export function isBracketed({ kind, text }: Block): boolean {
  return kind === 'text' && /^[【#]/u.test(text) && BRACKETED.test(text) && readDateline(text) === null
}

function itemAt(block: Block, start: number, end: number): ShortItem {
  return {
    headline: { ...block, ...sliceMapped(block, start, end) },
    text: trimMapped(sliceMapped(block, end, block.text.length)),
    label: null,
  }
}
