/** Cuts a page that has lines (a newspaper page, a report, a transcript) into articles. */
import { type MappedText, sliceMapped, trimMapped } from '../../model/mapped-text'
import { simplified } from '../../model/simplified'
import type { Block, CleanPage } from '../values/document'
import { type Byline, isPicturing, readByline } from './byline'
import { NUMBERED } from './choose-title'
import { type Dateline, readDateline, readLeadingNames, readScriptReporter, readTrailingNames } from './dateline'
import { type Draft, newDraft } from './draft'
import { paperName } from './masthead'
import { readMetaLine } from './meta-line'
import { articleOdds } from './section-or-article'
import { settleKinds } from './settle-kinds'
import {
  ANNOUNCED,
  BOX,
  BOX_HEADLINE,
  BOX_INLINE,
  BRIEF_INLINE,
  BRIEFS,
  creditAt,
  isBullet,
  isForeign,
  isHeadline,
  isPinyinOf,
  LABEL,
  leadingHeadline,
  likeliestHeadline,
  MASTHEAD,
  META,
  NAVIGATION,
  NOTES,
  PREFACE,
  RELATED,
  SCRIPT,
  SUMMARY,
  shortest,
} from './signs'

export interface Cut {
  readonly drafts: readonly Draft[]
  readonly furniture: readonly Block[]
  /** The title of the web page, where there is one. */
  readonly title: string | null
}

/** A paragraph shorter than this that ends with who took the picture stands below one. */
const CAPTION = 100

/** A label in brackets is no longer than this; what is longer is a headline. */
const LABEL_LENGTH = 10

/** No more blocks below a heading than these tell what it is. */
const LOOK_AHEAD = 12

/** More headings than this above one text are a list: of contents, of links. */
const MOST_HEADINGS = 12

/** Cuts the page at headlines, bylines, datelines and the signs with which articles end. */
export function cutPaper(page: CleanPage): Cut {
  return new Cutter(page).cut()
}

class Cutter {
  constructor(page: CleanPage) {
    this.source = page.document.text
    this.blocks = settleKinds(page.blocks)
  }

  private readonly source: string
  private readonly blocks: readonly Block[]
  /** Index of the block in hand. */
  private at = 0
  private readonly drafts: Draft[] = []
  private readonly furniture: Block[] = []
  /** Headings and captions that wait for the text they stand above. */
  private pending: Block[] = []
  private captions: Block[] = []
  /** Lines above the date line of the page: its name, or, where no other heading follows, the headline. */
  private masthead: Block[] = []
  private current: Draft | null = null
  /** A running label in pinyin stands among the pending headings. */
  private labelled = false
  /** A line under the headline named the writers: 作者：… */
  private meta: { readonly block: MappedText; readonly byline: Byline } | null = null
  /** An editor's note or a summary that belongs to the article below it. */
  private preface: Block | null = null
  /** Headings below 相关新闻, taken for links. */
  private remainder: Block[] = []
  /** The odds that the headings last asked about begin an article. */
  private odds = 0
  /** The heading of a box beside the article, until its text comes. */
  private box: Block | null = null
  /** Short news stands below a heading such as 简讯. */
  private briefs = false
  /** What follows is no article any more: related links, notes. */
  private after: 'links' | 'notes' | null = null

  cut(): Cut {
    for (; this.at < this.blocks.length; this.at++) this.take(this.blocks[this.at] as Block)
    return this.done()
  }

  private take(taken: Block): void {
    let block = taken
    if (block.kind === 'furniture') this.takeFurniture(block)
    else if (this.briefs && this.takeBrief(block)) return
    else if (block.kind === 'caption') (this.current ? this.current.captions : this.captions).push(block)
    else if (block.kind === 'continuation') {
      this.furniture.push(block)
      if (this.current) this.current.closed = true
    } else if (RELATED.test(block.text) && block.text.length < 30) {
      this.after = 'links'
      this.remainder = []
      this.box = BOX.test(block.text) ? block : null
      this.furniture.push(block)
    } else if (NOTES.test(block.text) && this.current) {
      this.after = 'notes'
      this.furniture.push(block)
    } else if (this.after && this.isRemainder(block)) {
      this.furniture.push(block)
      this.remainder.push(block)
    } else {
      if (this.after === 'links' && block.kind === 'text') {
        if (readDateline(block.text)) this.takeBackHeadings()
        else if (this.box) {
          const text = this.openBox(this.box, block)
          if (text !== block) block = { ...block, ...text }
        }
      }
      this.after = null
      this.remainder = []
      if (block.kind === 'headline') this.takeHeading(block)
      else this.takeText(block)
    }
  }

  private done(): Cut {
    // a note without an article below it is the article
    if (this.preface) this.furnishOrPublish(this.preface)
    // a picture and what is said of it may be all that the page holds
    if (this.drafts.length === 0 && this.captions.length > 0 && this.pending.length > 0) {
      const captions = this.captions
      this.captions = []
      this.start()
      for (const caption of captions) this.addBody(this.current as Draft, caption)
    }
    this.furniture.push(...this.masthead, ...this.pending, ...this.captions)
    return { drafts: this.drafts, furniture: this.furniture, title: null }
  }

  /** What is left of a note or summary that no article follows: the text of the page where there is no other. */
  private furnishOrPublish(note: Block): void {
    this.preface = null
    if (this.drafts.length > 0 || isForeign(note.text)) this.furniture.push(note)
    else this.addBody(this.start(), note)
  }

  private isRemainder(block: Block): boolean {
    if (this.after === 'notes') return /^(?:[（(]?\d+[.、．)）]|[●·*①-⑳])/u.test(block.text)
    return /^·/u.test(block.text) || (block.kind === 'headline' && readByline(block.text) === null)
  }

  private takeFurniture(block: Block): void {
    this.furniture.push(block)
    if (RELATED.test(block.text)) {
      this.after = 'links'
      return
    }
    const open = this.current
    // 来源：某某日报 记者 甲乙 below the text
    if (
      open &&
      open.body.length > 0 &&
      this.pending.length === 0 &&
      !open.bylines.some(({ byline }) => byline.names.length > 0)
    ) {
      const source = /^(?:来源|來源|稿源)[：:]/u.test(block.text) ? readByline(block.text) : null
      if (source) this.endWith(block, source)
    }
    const meta = readMetaLine(block.text)
    if (meta && (this.current === null || this.current.body.length === 0 || this.pending.length > 0))
      this.meta = { block, byline: meta }
    if (
      this.current === null &&
      MASTHEAD.test(block.text) &&
      !META.test(block.text) &&
      this.pending.every(one => one.text.length <= (NAVIGATION.test(block.text) ? 30 : 14))
    ) {
      // what stands above the date line of a page is the name of the paper
      this.masthead = [...this.masthead, ...this.pending].slice(-MOST_HEADINGS)
      this.pending = []
      return
    }
    const label = this.pending.at(-1)
    if (label && isPinyinOf(block.text, label.text)) {
      // what stands above a running label belongs to something else
      this.furniture.push(...this.pending.slice(0, -1))
      this.pending = [label]
      this.labelled = true
    }
  }

  /** Takes a short news item that is signed and whose headline stands before its text in one paragraph. Items without names are a list. */
  private takeBrief(block: Block): boolean {
    if (block.kind === 'headline') return false
    const headline = readTrailingNames(block.text) ? leadingHeadline(block, this.source) : null
    if (!headline) return false
    this.furniture.push(...this.pending)
    this.pending = [{ ...block, ...sliceMapped(block, headline.start, headline.end) }]
    this.addBody(this.start(), trimMapped(sliceMapped(block, headline.end, block.text.length)))
    return true
  }

  private takeHeading(block: Block): void {
    if (paperName(block.text) !== null && (this.current === null || this.pending.length === 0)) {
      this.furniture.push(block)
      return
    }
    const label = BRIEFS.test(simplified(block.text).replace(/[\s■●◆▲□【】[\]]|^一组/gu, ''))
    if (label || this.pending.length === 0) this.briefs = label
    if (label && this.current) this.current.closed = true
    const byline = readByline(block.text)
    const opening = byline ? null : readDateline(block.text)
    if (opening && opening.end === block.text.length) {
      this.takeText(block)
      return
    }
    const topic = opening && /^\s*题[：:]/u.exec(block.text.slice(opening.end))
    if (opening && topic) {
      // 新华社某地1月9日电 题：the headline once more, or, where none stands above it, for the first time
      if (this.pending.length === 0)
        this.pending.push({ ...block, ...sliceMapped(block, opening.end + topic[0].length, block.text.length) })
      else this.furniture.push({ ...block, ...sliceMapped(block, opening.end + topic[0].length, block.text.length) })
      this.start().bylines.push({ block: trimMapped(sliceMapped(block, 0, opening.end + topic[0].length)), byline: opening })
      return
    }
    // 甲乙/摄 in the middle of a text stands below a picture
    if (
      byline &&
      isPicturing(byline.word) &&
      this.pending.length === 0 &&
      this.current &&
      this.current.body.length > 0 &&
      (this.goesOn() || this.current.bylines.length > 0)
    ) {
      this.current.captions.push(block)
      return
    }
    if (!byline) {
      this.pending.push(block)
      // no article stands under that many headings; the first of them belong to something else
      if (this.pending.length > MOST_HEADINGS) this.furniture.push(...this.pending.splice(shortest(this.pending), 1))
      return
    }
    if (this.pending.length > 0 || this.current === null) this.start().bylines.push({ block, byline })
    else if (this.current.body.length === 0) this.current.bylines.push({ block, byline })
    else this.endWith(block, byline)
  }

  private takeText(block: Block): void {
    const brief = BRIEF_INLINE.exec(block.text)?.[0].length
    if (brief !== undefined && this.current && this.pending.length === 0) {
      this.takeLabelledBrief(block, brief)
      return
    }
    const box = this.current && this.pending.length === 0 ? BOX_INLINE.exec(block.text)?.[0].length : undefined
    if (box !== undefined) {
      const heading = { ...block, ...trimMapped(sliceMapped(block, 0, box)) }
      const text = this.openBox(heading, { ...block, ...trimMapped(sliceMapped(block, box, block.text.length)) })
      this.addBody(this.start(), text)
      return
    }
    if (this.isPreface(block)) {
      if (this.preface) this.furniture.push(this.preface)
      this.preface = block
      return
    }
    const rubric = this.rubricOf(block)
    if (rubric !== null) {
      this.furniture.push(...this.pending)
      this.pending = [{ ...block, ...sliceMapped(block, 0, rubric) }]
      this.addBody(this.start(), trimMapped(sliceMapped(block, rubric, block.text.length)))
      return
    }
    const dateline = readDateline(block.text)
    if (dateline) {
      const waiting = this.current && this.current.body.length === 0 && this.pending.length === 0
      const draft = waiting ? (this.current as Draft) : this.start()
      this.addOpening(draft, block, dateline)
      return
    }
    if (/^【[^】]{12,}】$/u.test(block.text) && this.pending.length > 0) {
      this.start().abstract = trimMapped(sliceMapped(block, 1, block.text.length - 1))
      return
    }
    const open = this.current
    const names = !open || open.closed || this.pending.length > 0 ? readLeadingNames(block.text) : null
    if (
      !open ||
      names ||
      (this.pending.length > 0 && (open.closed || (open.body.length > 0 && this.beginsArticle(open, block))))
    ) {
      const draft = this.start()
      if (names) this.addOpening(draft, block, names)
      else this.addBody(draft, block)
      return
    }
    // below a byline stands no headline any more, unless none stood above it
    if (open.body.length === 0 && (open.bylines.length === 0 || !open.headings.some(isHeadline)))
      open.headings.push(...this.pending)
    else if (this.pending.length > 0) {
      open.sections.push({ at: open.body.length, blocks: this.pending, odds: this.odds })
      open.body.push(...this.pending)
    }
    this.pending = []
    this.addBody(open, block)
  }

  /** Where the label ends with which a short item in one paragraph begins, 【每日收市】; null where it labels a part of the open article. */
  private rubricOf(block: Block): number | null {
    const label = /^【[^】]{2,40}】(?=.{20})/u.exec(block.text)?.[0]
    const open = this.current
    // 【标题】正文: one item after the other, each with its headline in brackets
    const isHeadline = label !== undefined && label.length > LABEL_LENGTH && (this.pending.length === 0 || this.briefs)
    if (isHeadline && (!open || open.closed || open.headings.at(-1)?.text.startsWith('【'))) return label.length
    if (!label || label.length > LABEL_LENGTH || !open || open.body.length === 0 || this.pending.length > 0 || SCRIPT.test(label))
      return null
    if (open.body.some(({ text }) => text.startsWith('【'))) return null
    const headings = [{ ...block, ...sliceMapped(block, 1, label.length - 1) }]
    const text = { ...block, ...sliceMapped(block, label.length, block.text.length) }
    const odds = articleOdds({ open, headings, below: [text], gap: this.gapAbove(block), source: this.source })
    return odds > 0 ? label.length : null
  }

  /** What looked like links below 相关新闻 are the headings of a report. */
  private takeBackHeadings(): void {
    if (this.remainder.length > 3) return
    for (const block of this.remainder) this.furniture.splice(this.furniture.lastIndexOf(block), 1)
    this.pending.push(...this.remainder)
  }

  /** A box beside the article, 相关链接 or 新闻背景, is an article of its own. Gives its text without the headline that may stand before it. */
  private openBox(heading: Block, text: Block): MappedText {
    if (this.current) this.current.closed = true
    const links = this.remainder.length <= 2 ? this.remainder : []
    for (const block of [heading, ...links]) {
      const at = this.furniture.lastIndexOf(block)
      if (at >= 0) this.furniture.splice(at, 1)
    }
    this.pending = [heading, ...links]
    this.box = null
    const lead = BOX_HEADLINE.exec(text.text)?.[1]?.length
    if (lead === undefined) return text
    this.pending.push({ ...text, ...sliceMapped(text, 0, lead) })
    return trimMapped(sliceMapped(text, lead + 1, text.text.length))
  }

  /** `简讯：省人大常委会将审议…。` is an article whose first sentence is its headline. */
  private takeLabelledBrief(block: Block, label: number): void {
    const text = trimMapped(sliceMapped(block, label, block.text.length))
    const end = text.text.search(/[。；]/u)
    this.furniture.push({ ...block, ...sliceMapped(block, 0, label) })
    this.pending = [{ ...block, ...sliceMapped(text, 0, end > 0 ? end : text.text.length) }]
    this.addBody(this.start(), text)
  }

  /** Whether an editor's note stands above the headline, or a summary between headline and text. */
  private isPreface(block: Block): boolean {
    const open = this.current
    if (block.text.length < 20) return false
    if (open === null && this.drafts.length === 0 && this.pending.length === 0 && isForeign(block.text)) return true
    if (/^[[【](?:内容)?摘要[\]】]/u.test(block.text)) return open === null || open.body.length === 0 || this.pending.length > 0
    if (SUMMARY.test(block.text) && this.pending.length > 0 && this.isAboveByline()) return true
    return (open === null || open.closed) && this.pending.length === 0 && PREFACE.test(block.text)
  }

  private start(): Draft {
    if (this.pending.length === 0 && this.drafts.length === 0) this.pending = this.masthead
    else this.furniture.push(...this.masthead)
    this.masthead = []
    const sections = this.pending.length > 1 && NUMBERED.test((this.pending.at(-1) as Block).text) ? this.pending.splice(-1) : []
    const draft = newDraft(this.pending)
    this.odds = 0
    draft.abstract = this.preface
    this.preface = null
    draft.body.push(...sections)
    draft.captions = this.captions
    if (this.meta) draft.bylines.push(this.meta)
    this.drafts.push(draft)
    this.current = draft
    this.pending = []
    this.captions = []
    this.labelled = false
    this.meta = null
    return draft
  }

  /** Whether headings without a byline begin a new article rather than a section of the open one. */
  private beginsArticle(open: Draft, block: Block): boolean {
    const { pending } = this
    if (this.labelled) return true
    if (ANNOUNCED.test(block.text) || this.isSibling(open)) return true
    if (pending.every(one => LABEL.test(one.text))) return false
    this.odds = articleOdds({
      open,
      headings: pending,
      below: this.below(block),
      gap: this.gapAbove(pending[0] as Block),
      source: this.source,
    })
    return this.odds > 0
  }

  /** Whether a byline or a dateline stands below the block in hand. */
  private isAboveByline(): boolean {
    const next = this.blocks[this.at + 1]
    return next !== undefined && (readByline(next.text) !== null || readDateline(next.text) !== null)
  }

  /** Whether the heading bears the same list sign as that of the open article. */
  private isSibling(open: Draft): boolean {
    const sign = /^[■●◆▲]/u.exec(this.pending.at(-1)?.text ?? '')?.[0]
    return sign !== undefined && open.headings.at(-1)?.text.startsWith(sign) === true
  }

  /** The text from the block in hand to the next heading. */
  private below(block: Block): readonly Block[] {
    const found = [block]
    for (let i = this.at + 1; i < this.blocks.length && found.length < LOOK_AHEAD; i++) {
      const one = this.blocks[i] as Block
      if (one.kind === 'headline') break
      if (one.kind === 'text') found.push(one)
    }
    return found
  }

  /** Number of empty lines above a heading. */
  private gapAbove({ source }: Block): number {
    let lines = 0
    for (let at = source.start - 1; at >= 0 && /\s/u.test(this.source[at] as string); at--) if (this.source[at] === '\n') lines++
    return Math.max(0, lines - 1)
  }

  /** Whether more of the open article's text follows the block in hand. */
  private goesOn(): boolean {
    const next = this.blocks[this.at + 1]
    return next?.kind === 'text' && readDateline(next.text) === null
  }

  private addOpening(draft: Draft, block: Block, opening: Dateline): void {
    draft.bylines.push({ block: trimMapped(sliceMapped(block, 0, opening.end)), byline: opening })
    this.addBody(draft, trimMapped(sliceMapped(block, opening.end, block.text.length)))
  }

  private addBody(draft: Draft, text: MappedText): void {
    if (text.text === '') return
    if (isBullet(text.text)) draft.bullets++
    const reporter = readScriptReporter(text.text)
    if (reporter) draft.bylines.push({ block: sliceMapped(text, 0, reporter.end), byline: reporter })
    const trailing = readTrailingNames(text.text)
    const at = trailing?.start ?? creditAt(text.text)
    const byline = trailing ?? (at === null ? null : readByline(text.text.slice(at)))
    // 施工现场。 本报记者 甲乙 摄: the line below a picture
    if (byline && !trailing && isPicturing(byline.word) && text.text.length < CAPTION) {
      draft.captions.push({ ...text, kind: 'caption', source: { start: 0, end: 0 } })
      return
    }
    if (at === null || !byline) {
      draft.body.push(text)
      return
    }
    const rest = trimMapped(sliceMapped(text, 0, at))
    if (rest.text !== '') draft.body.push(rest)
    this.endWith(trimMapped(sliceMapped(text, at, text.text.length)), byline)
  }

  /** Names end the open article. Where it had its writers already, the names belong to an article that began at one of its sections. */
  private endWith(block: MappedText, byline: Byline): void {
    const open = this.current as Draft
    const section =
      open.bylines.some(one => one.byline.names.length > 0) && byline.names.length > 0 ? likeliestHeadline(open) : null
    if (section) {
      const body = open.body.splice(section.at)
      open.sections = open.sections.filter(one => one.at < section.at)
      const draft = newDraft(section.blocks)
      draft.body = body.slice(section.blocks.length)
      this.drafts.push(draft)
      this.current = draft
    }
    const closing = this.current as Draft
    closing.bylines.push({ block, byline })
    closing.closed = true
  }
}
