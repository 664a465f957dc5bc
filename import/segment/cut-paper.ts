/** Cuts a page that has lines (a newspaper page, a report, a transcript) into articles. */
import { type MappedText, sliceMapped, trimMapped } from '../../model/mapped-text'
import { simplified } from '../../model/simplified'
import bylineWords from '../lexicons/byline-words.json'
import type { Block, CleanPage } from '../values/document'
import { type Byline, isPicturing, parsePeople, readByline, readWriterWithTitle } from './byline'
import { isAboveComments, isComment } from './comments'
import { type Dateline, readDateline, readLeadingNames, TOPIC } from './dateline'
import { readDate } from './dates'
import { type Draft, isLead, setPictureAside } from './draft'
import { DraftList } from './draft-list'
import { GENRE_APART, isBoxed, isGenre } from './genre'
import { gapAbove, goesOn, isAboveByline, isHeadlineBehind, textBelow } from './look-around'
import { paperName } from './masthead'
import { readMetaLine } from './meta-line'
import { columnWriter, wideName } from './names-apart'
import { looksLikeName } from './person-names'
import { readMark } from './script'
import { articleOdds } from './section-or-article'
import { settleKinds } from './settle-kinds'
import { boxItem, bracketedItem, creditedItem, isBracketed, labelledItem, type ShortItem, signedItem } from './short-items'
import {
  ANNOUNCED,
  BOX,
  BOX_INLINE,
  BRIEFS,
  isBullet,
  isForeign,
  isHeadline,
  isPinyinOf,
  isRelated,
  isTable,
  LABEL,
  MASTHEAD,
  META,
  NAVIGATION,
  NOTES,
  PAUSE,
  PREFACE,
  SCRIPT,
  SUMMARY,
  shortest,
  TEASER,
} from './signs'

export interface Cut {
  readonly drafts: readonly Draft[]
  readonly furniture: readonly Block[]
  /** The title of the web page, where there is one. */
  readonly title: string | null
  /** Whether the marks of a script, who speaks in a talk, a list of contents or the lines of a site tell where its articles begin. */
  readonly isMarked: boolean
}

/** More headings than this above one text are a list: of contents, of links. */
const MOST_HEADINGS = 12

/** A paragraph below a headline is longer than this. */
const TEXT = 40

/** So many paragraphs above a heading tell whether questions stand there. */
const NEAR = 8

/** An item of short news is no longer than this. */
const ITEM = 300

/** （上接第1版）: an article that began on another page. */
const FROM_ELSEWHERE = /上接|[紧緊]接/u

/** The name of a column above short news is no longer than this. */
const COLUMN_NAME = 8

/** 相关链接, 新闻背景: the label of a box is no longer than this. */
const BOX_LABEL = 10

/** Above what somebody has to tell the public: 停电通知, 讣告. */
const NOTICE = /^[\u4e00-\u9fff]{0,8}(?:通知|公告|启事|通告|讣告|公示|更正|招领)$/u

/** When and from where a page of the web has its article. */
const SAVED = /(?:来源|來源|稿源)[：:]|发布(?:时间|日期)[：:]|当前位置|\d{1,2}[：:]\d{2}/u

/** Above a picture and what it shows. */
const PICTURES = /^[■●◆▲【[]?图片(?:新闻|报道|故事)[】\]]?$/u

/** Who sent the text, before the postcode or the telephone. */
const SENDER = /^[（(](?:.*[\s，])?([\u4e00-\u9fff·]{2,4})\s*[，,]?\s*(?:邮编|邮政编码|电话)[：:]?\s*\d[\d-]+[）)]?$/u

/** Who signs a letter: 城东新区读者 甲乙. */
const LETTER_SIGNED = /^(?:[\u4e00-\u9fff]{2,14}[ ：:]|(?:一名)?(?:读者|市民|村民|居民|网友)[ ：:]?)([\u4e00-\u9fff]{2,3})$/u

/** Whether the article is a letter to the paper. */
function isLetter({ body }: Draft): boolean {
  return body.some(({ text }) => /^(?:编辑|编者|记者|总编)(?:同志|先生|部|您好)/u.test(text))
}

/** The name of a column before the sign of its first item. */
const LABELLED_LIST = new RegExp(
  `^[\\u4e00-\\u9fff]{0,4}(?:${bylineWords.briefs.join('|')})[：:]?\\s*(?=[▲●■◆◇○][^▲●■◆◇○]{12})`,
  'u',
)

const NOTE = /^[[【]?(?:编者按|编者的话|开栏的话|开栏语)/u

const ABSTRACT = /^[[【](?:内容)?摘要[\]】]/u

/** What a presenter reads, by a mark that stands for nothing else. */
const READ = /^(?:[［〔[【（(](?!主持人)|导语|口播|演播室|主播导语)/u

const ORDINAL = '一二三四五六七八九十'

/** The Chinese numeral of 二、某事; a character that is none where the heading has no number. */
function ordinalOf(text: string): string {
  return /^([一二三四五六七八九十])、/u.exec(text)?.[1] ?? '-'
}

/** Cuts the page at headlines, bylines, datelines and the signs with which articles end. */
export function cutPaper(page: CleanPage): Cut {
  return new Cutter(page).cut()
}

/** Whether the heading stands above short news. */
function isBriefs({ text }: Block): boolean {
  return BRIEFS.test(
    simplified(text).replace(/^(?:[【［[][^】］\]]{1,16}[】］\]])+(?=.)|[\s■●◆▲□◇○◎★☆▶►▌｜|【】[\]>》]|^一组/gu, ''),
  )
}

/** Whether both headings begin with the same list sign. */
function hasSameSign(text: string, other: string): boolean {
  return /^[■●◆▲★▍]/u.test(text) && text[0] === other[0]
}

class Cutter {
  constructor(page: CleanPage) {
    this.source = page.document.text
    const { blocks, spoken, announced, isMarked } = settleKinds(page.blocks)
    this.blocks = blocks
    this.spoken = spoken
    this.announced = announced
    this.isMarked = isMarked
    this.isSaved = blocks.some(({ kind, text }) => kind === 'furniture' && SAVED.test(text) && readDate(text) !== null)
    this.lastText = blocks.findLastIndex(({ kind }) => kind === 'text')
    this.isBracketed = blocks.filter(isBracketed).length > 1
  }

  private readonly source: string
  private readonly blocks: readonly Block[]
  /** Blocks that begin with who speaks in a talk: names there are no writers, and no article begins there without a heading. */
  private readonly spoken: ReadonlySet<Block>
  /** Headlines that are known to begin an article. */
  private readonly announced: ReadonlySet<Block>
  private readonly isMarked: boolean
  /** A line says when and from where the page of a site has its article. */
  private readonly isSaved: boolean
  /** Index of the last block of text. */
  private readonly lastText: number
  /** Headlines stand in brackets before the text of more items than one. */
  private readonly isBracketed: boolean
  /** Index of the block in hand. */
  private at = 0
  private readonly list = new DraftList()
  private readonly furniture: Block[] = []
  /** Headings and captions that wait for the text they stand above. */
  private pending: Block[] = []
  private captions: Block[] = []
  /** Lines above the date line of the page: its name, or, where no other heading follows, the headline. */
  private masthead: Block[] = []
  /** A running label in pinyin stands among the pending headings. */
  private labelled = false
  /** A line under the pending headings says when and from where. */
  private dated = false
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
  /** The last item of short news below such a heading, and whether the next is known to begin. */
  private item: Draft | null = null
  private isNextItem = false
  /** What follows is no article any more: related links, notes. */
  private after: 'links' | 'notes' | null = null
  /** Readers' comments may stand here. */
  private isCommented = false

  cut(): Cut {
    for (; this.at < this.blocks.length; this.at++) this.take(this.blocks[this.at] as Block)
    return this.done()
  }

  private take(taken: Block): void {
    let block = taken
    // where the first item has no headline, what stands before a blank in the next is none
    const isListed = this.isNextOfList(block) && this.list.current?.bullets && this.list.current.headings.some(isBriefs)
    if (!this.briefs && this.isAboveItems()) this.briefs = true
    const isItem = this.briefs && block.kind !== 'headline' && block.kind !== 'furniture' && !isListed
    const signed = isItem ? signedItem(block, this.source) : null
    const credited = this.briefs && !signed && block.kind === 'text' ? creditedItem(block) : null
    if (block.kind === 'furniture') this.takeFurniture(block)
    else if (this.after && this.isCommented && isComment(block.text)) this.furniture.push(block)
    else if (signed) this.takeItem(signed)
    else if (credited) this.takeItem(credited, credited.credit)
    else if (block.kind === 'caption') (this.list.current ? this.list.current.captions : this.captions).push(block)
    else if (block.kind === 'continuation') {
      if (this.list.current) this.list.current.closed = true
      // what goes on from another page is an article of its own here
      if (FROM_ELSEWHERE.test(block.text)) this.pending.push({ ...block, kind: 'headline' })
      else this.furniture.push(block)
    } else if (block.text.length < 30 && isRelated(block.text) && !this.isPictures(block)) {
      this.after = 'links'
      this.isCommented = false
      this.remainder = []
      this.box = BOX.test(block.text) ? block : null
      this.furniture.push(block)
    } else if (NOTES.test(block.text) && this.list.current) {
      this.after = 'notes'
      this.furniture.push(block)
    } else if (this.after && (this.isRemainder(block) || (this.remainder.length > 0 && TEASER.test(block.text)))) {
      this.furniture.push(block)
      this.remainder.push(block)
    } else {
      if (this.after === 'links' && block.kind === 'text') {
        // a headline below 相关新闻 above a whole text is no link
        const isText = this.remainder.length === 1 && block.text.length >= TEXT && !TEASER.test(block.text)
        if (isText && this.list.current) this.list.current.closed = true
        if (isText || readDateline(block.text) || (this.remainder.length === 1 && this.list.current?.closed))
          this.takeBackHeadings()
        else if (this.box) {
          const text = this.openBox(this.box, block)
          if (text !== block) block = { ...block, ...text }
        }
      }
      // 图片新闻 above a headline and its writers
      if (this.after === 'links' && block.kind === 'headline' && (this.isCommented || !this.list.current?.body.length))
        this.takeBackHeadings()
      this.after = null
      this.remainder = []
      if (block.kind === 'headline') this.takeHeading(block)
      else this.takeText(block)
    }
  }

  /** Whether two signed items with headlines of their own stand below the name of a column, whatever it is. */
  private isAboveItems(): boolean {
    const label = this.pending.at(-1)
    if (!label || label.text.length > COLUMN_NAME) return false
    return [this.at, this.at + 1].every(at => {
      const block = this.blocks[at]
      return block?.kind === 'text' && signedItem(block, this.source) !== null
    })
  }

  private done(): Cut {
    // a note without an article below it is the article
    if (this.preface) this.furnishOrPublish(this.preface)
    // a picture and what is said of it may be all that the page holds
    if (this.list.drafts.length === 0 && this.captions.length > 0 && this.pending.length > 0) {
      const captions = this.captions
      this.captions = []
      this.start()
      for (const caption of captions) this.list.addBody(this.list.current as Draft, caption)
    }
    this.furniture.push(...this.masthead, ...this.pending, ...this.captions)
    return { drafts: this.list.drafts, furniture: this.furniture, title: null, isMarked: this.isMarked || this.isSaved }
  }

  /** What is left of a note or summary that no article follows: the text of the page where there is no other. */
  private furnishOrPublish(note: Block): void {
    this.preface = null
    if (this.list.drafts.length > 0 || isForeign(note.text)) this.furniture.push(note)
    else this.list.addBody(this.start(), note)
  }

  /** Whether the heading 图片新闻 stands above a picture's text rather than above links. */
  private isPictures({ text }: Block): boolean {
    const next = this.blocks[this.at + 1]?.kind
    return PICTURES.test(text) && (next === 'text' || next === 'caption')
  }

  private isRemainder(block: Block): boolean {
    if (this.after === 'notes') return /^(?:[（(]?\d+[.、．)）]|[●·*①-⑳])/u.test(block.text)
    if (/^·/u.test(block.text)) return true
    // where links bear a mark, a headline without it is none
    const isMarked = this.remainder.length > 0 && this.remainder.every(({ text }) => /^·/u.test(text))
    return block.kind === 'headline' && !isMarked && readByline(block.text) === null
  }

  private takeFurniture(block: Block): void {
    this.furniture.push(block)
    const isCommented = isAboveComments(block.text)
    if (isCommented || isRelated(block.text)) {
      this.after = 'links'
      this.isCommented = isCommented
      this.remainder = []
      this.box = BOX.test(simplified(block.text)) && block.text.length <= BOX_LABEL ? block : null
      return
    }
    const open = this.list.current
    // 来源：某某日报 记者 甲乙 below the text
    if (
      open &&
      open.body.length > 0 &&
      this.pending.length === 0 &&
      !open.bylines.some(({ byline }) => byline.names.length > 0)
    ) {
      const source =
        /^[（(]?(?:来源|來源|稿源)[：:]|^[（(]摘自|(?:记者|記者|作者|采写|採寫|撰文|撰稿|文字|通讯员)[ ：:／/]/u.test(block.text)
          ? (readByline(block.text) ?? readMetaLine(block.text))
          : null
      if (source) this.list.endWith(open, block, source)
    }
    // （某某农技站 甲乙 邮编：434000） below the text
    const sender = open && open.body.length > 0 && this.pending.length === 0 ? SENDER.exec(block.text)?.[1] : undefined
    const sent = open && sender ? parsePeople(sender, false) : null
    if (open && sent && sent.names.length > 0) this.list.endWith(open, block, sent)
    // 来源：某某网 2021-03-05, or day and hour alone, below a headline
    if (
      this.pending.length > 0 &&
      (/来源|來源/u.test(block.text) || (block.text.length <= 32 && /\d{1,2}[:：]\d{2}/u.test(block.text))) &&
      readDate(block.text) !== null
    )
      this.dated = true
    const meta = readMetaLine(block.text)
    if (meta && this.after === 'links' && this.remainder.length > 0) this.takeBackHeadings()
    if (meta && (this.list.current === null || this.list.current.body.length === 0 || this.pending.length > 0))
      this.meta = { block, byline: meta }
    if (
      this.list.current === null &&
      (MASTHEAD.test(block.text) || (/[|｜]/u.test(block.text) && NAVIGATION.test(block.text))) &&
      !META.test(block.text) &&
      this.pending.every(one => one.text.length <= (NAVIGATION.test(block.text) ? 60 : 14))
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

  /** Makes an article of a short item; other headings above it belong to none. */
  private takeItem({ headline, text, label }: ShortItem, credit: Dateline | null = null): void {
    this.furniture.push(...this.pending, ...(label ? [label] : []))
    this.pending = [headline]
    if (credit) this.list.addOpening(this.start(), { ...headline, ...text }, credit)
    else this.list.addBody(this.start(), text)
  }

  private takeHeading(block: Block): void {
    if (paperName(block.text) !== null && (this.list.current === null || this.pending.length === 0)) {
      this.furniture.push(block)
      return
    }
    const label = isBriefs(block)
    if (label || this.pending.length === 0) this.briefs = label
    if (label && this.list.current) this.list.current.closed = true
    const byline = readByline(block.text) ?? this.writerWithTitle(block)
    const opening = byline ? null : readDateline(block.text)
    const signature = byline || this.pending.length > 0 || this.isSigned() ? null : wideName(this.blocks, this.at, this.source)
    if (signature) {
      this.list.endWith(this.list.current as Draft, block, signature)
      return
    }
    if (
      opening &&
      opening.end === block.text.length &&
      /^[（(]/u.test(block.text) &&
      this.pending.length === 0 &&
      this.list.current?.body.length
    ) {
      // （据新华社北京3月5日电） below the text
      this.list.endWith(this.list.current, block, opening)
      return
    }
    // 国内快讯 / 某某网消息： above the headline of its first item
    if (
      opening &&
      opening.end === block.text.length &&
      this.pending.some(isBriefs) &&
      this.blocks[this.at + 1]?.kind === 'headline'
    ) {
      this.furniture.push(block)
      return
    }
    if (opening && opening.end === block.text.length) {
      this.takeText(block)
      return
    }
    const topic = opening && TOPIC.exec(block.text.slice(opening.end))
    // 【某社某地6月4日电】headline, above its text
    if (opening && !topic && isHeadlineBehind(block, opening.end, this.blocks[this.at + 1])) {
      this.furniture.push(...this.pending)
      this.pending = [{ ...block, ...trimMapped(sliceMapped(block, opening.end, block.text.length)) }]
      this.start().bylines.push({ block: trimMapped(sliceMapped(block, 0, opening.end)), byline: opening })
      return
    }
    if (opening && topic) {
      // 新华社某地1月9日电 题：the headline once more, or, where none stands above it, for the first time
      if (this.pending.every(one => /^[—–-]/u.test(one.text)))
        this.pending.unshift({ ...block, ...sliceMapped(block, opening.end + topic[0].length, block.text.length) })
      else this.furniture.push({ ...block, ...sliceMapped(block, opening.end + topic[0].length, block.text.length) })
      this.start().bylines.push({ block: trimMapped(sliceMapped(block, 0, opening.end + topic[0].length)), byline: opening })
      return
    }
    // 甲乙/摄 in the middle of a text stands below a picture
    if (
      byline &&
      isPicturing(byline.word) &&
      this.pending.length === 0 &&
      this.list.current &&
      this.list.current.body.length > 0 &&
      (goesOn(this.blocks, this.at) || this.list.current.bylines.length > 0)
    ) {
      this.list.current.captions.push(block)
      return
    }
    const apart = byline ? GENRE_APART.exec(simplified(block.text))?.[0].length : undefined
    if (byline && apart !== undefined) {
      // 一家之言 / 甲乙 above the headline
      this.pending.push({
        ...block,
        ...trimMapped(sliceMapped(block, 0, block.text.slice(0, apart).search(/[\s/／|｜丨□■◎]*$/u))),
      })
      this.meta = { block: trimMapped(sliceMapped(block, apart, block.text.length)), byline }
      return
    }
    const column = byline || this.pending.length > 0 ? null : columnWriter(this.blocks, this.at, this.isSigned())
    if (column) {
      this.pending.push({ ...block, ...trimMapped(sliceMapped(block, column.start, column.end)) })
      this.meta = { block: trimMapped(sliceMapped(block, column.end, block.text.length)), byline: column.byline }
      return
    }
    if (!byline || this.isNameLike(byline)) {
      const open = this.list.current
      const sender = open && this.pending.length === 0 && isLetter(open) ? LETTER_SIGNED.exec(block.text)?.[1] : undefined
      if (open && sender && looksLikeName(sender)) {
        this.list.endWith(open, block, { names: [sender], others: [], outlet: null, word: null })
        return
      }
      // what stands behind a dash below 某社某地1月9日电 题：headline
      if (open && open.body.length === 0 && open.bylines.length > 0 && this.pending.length === 0 && /^[—–─]/u.test(block.text)) {
        open.headings.push(block)
        return
      }
      this.pending.push(block)
      // no article stands under that many headings; the first of them belong to something else
      if (this.pending.length > MOST_HEADINGS) this.furniture.push(...this.pending.splice(shortest(this.pending), 1))
      return
    }
    const last = this.list.current
    // 作者：甲乙 below links, where no text follows any more
    if (last && this.at > this.lastText && last.body.length > 0 && !last.bylines.some(one => one.byline.names.length > 0)) {
      this.furniture.push(...this.pending.splice(0))
      this.list.endWith(last, block, byline)
    } else if (this.pending.length > 0 || this.list.current === null) this.start().bylines.push({ block, byline })
    else if (this.list.current.body.length === 0) this.list.current.bylines.push({ block, byline })
    else this.list.endWith(this.list.current, block, byline)
  }

  /** Whether no article is open that could still be signed. */
  private isSigned(): boolean {
    const open = this.list.current
    return open === null || open.closed || open.bylines.some(one => one.byline.names.length > 0)
  }

  /** The writer whom a line between the headline of an opinion and its text names with what they are. */
  private writerWithTitle(block: Block): Byline | null {
    const open = this.list.current
    if (!this.pending.some(isHeadline) || this.blocks[this.at + 1]?.kind !== 'text' || this.spoken.has(block)) return null
    // within an article the name of a column stands above the headline
    return open === null || open.closed || this.pending.length > 1 || this.pending.some(one => isGenre(one.text))
      ? readWriterWithTitle(block.text)
      : null
  }

  /** Whether what looks like a name alone is a heading: no other stands above and the writer's name comes below, or the article goes on. */
  private isNameLike({ names, word, outlet }: Byline): boolean {
    if (names.length !== 1 || word !== null || outlet !== null || this.pending.some(isHeadline)) return false
    const next = this.blocks[this.at + 1]
    // 拓渠道 between the paragraphs of an article
    const open = this.list.current
    const isWithin = this.pending.length === 0 && open !== null && open.body.length > 0
    // 小城札记 above a headline, where the article above has its writers already
    if (isWithin && next?.kind === 'headline' && open.bylines.some(one => one.byline.names.length > 0)) return true
    if (isWithin && goesOn(this.blocks, this.at) && /^[\u4e00-\u9fff]+$/u.test((this.blocks[this.at] as Block).text)) return true
    return next !== undefined && next.kind !== 'text' && readByline(next.text) !== null
  }

  private takeText(block: Block): void {
    const isSpoken = this.spoken.has(block)
    if (
      isSpoken &&
      this.pending.length === 0 &&
      this.list.current &&
      !this.list.current.closed &&
      this.list.current.body.length > 0
    ) {
      this.list.addSpoken(this.list.current, block)
      return
    }
    const above = LABELLED_LIST.exec(block.text)?.[0].length
    if (above !== undefined) {
      // 简讯 ▲日前，…
      this.takeHeading({ ...block, ...trimMapped(sliceMapped(block, 0, above)), kind: 'headline' })
      this.takeText({ ...block, ...trimMapped(sliceMapped(block, above, block.text.length)) })
      return
    }
    const brief = this.list.current && this.pending.length === 0 ? labelledItem(block) : null
    if (brief) {
      this.takeItem(brief)
      return
    }
    const box = this.list.current && this.pending.length === 0 ? BOX_INLINE.exec(block.text)?.[0].length : undefined
    if (box !== undefined) {
      const heading = { ...block, ...trimMapped(sliceMapped(block, 0, box)) }
      const text = this.openBox(heading, { ...block, ...trimMapped(sliceMapped(block, box, block.text.length)) })
      const draft = this.start()
      this.list.addBody(draft, text)
      draft.closed = true
      return
    }
    const begun = this.list.current
    if (begun && begun.body.length === 0 && begun.bylines.length > 0 && this.pending.length === 0 && ABSTRACT.test(block.text)) {
      // [摘要] below the writers
      begun.abstract = block
      return
    }
    if (this.isPreface(block)) {
      if (this.preface) this.furniture.push(this.preface)
      this.preface = block
      return
    }
    const dateline = isSpoken ? null : readDateline(block.text)
    const item =
      dateline || isSpoken
        ? null
        : bracketedItem(block, this.list.current, {
            briefs: this.briefs,
            alone: this.pending.length === 0,
            several: this.isBracketed,
            source: this.source,
          })
    if (item) {
      this.takeItem(item)
      return
    }
    if (dateline) {
      const waiting = this.list.current && this.pending.length === 0 && isLead(this.list.current) ? this.list.current : null
      if (waiting) setPictureAside(waiting)
      const draft = waiting || this.isNextOfList(block) ? (this.list.current as Draft) : this.start()
      this.list.addOpening(draft, block, dateline)
      return
    }
    if (/^【[^】]{12,}】$/u.test(block.text) && this.pending.length > 0) {
      this.start().abstract = trimMapped(sliceMapped(block, 1, block.text.length - 1))
      return
    }
    const open = this.list.current
    if (open && open.body.length === 0 && this.pending.length === 0 && open.bylines.every(one => one.byline.names.length === 0)) {
      // （甲乙 丙丁）某地… below 某社某地5月11日电
      const writers = open.bylines.length > 0 ? readLeadingNames(block.text, true) : null
      if (writers) {
        this.list.addOpening(open, block, writers)
        return
      }
    }
    const names = !open || open.closed || this.pending.length > 0 ? readLeadingNames(block.text) : null
    if (
      !open ||
      names ||
      (this.pending.length > 0 && (open.closed || (open.body.length > 0 && this.beginsArticle(open, block))))
    ) {
      const draft = this.start()
      if (names) this.list.addOpening(draft, block, names)
      else if (isSpoken) this.list.addSpoken(draft, block)
      else this.list.addBody(draft, block)
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
    this.list.addBody(open, block)
  }

  /** Whether the block is one more item, behind a list sign and without a headline, of the short news below one heading. */
  private isNextOfList(block: Block): boolean {
    const open = this.list.current
    return this.briefs && open !== null && open.body.length > 0 && this.pending.length === 0 && /^\s*[●▲■◆△○]/u.test(block.text)
  }

  /** What looked like links below 相关新闻 are the headings of a report. */
  private takeBackHeadings(): void {
    if (this.remainder.length > 3) return
    for (const block of this.remainder) this.furniture.splice(this.furniture.lastIndexOf(block), 1)
    this.pending.push(...this.remainder)
  }

  /** A box beside the article, 相关链接 or 新闻背景, is an article of its own. Gives its text without the headline that may stand before it. */
  private openBox(heading: Block, text: Block): MappedText {
    if (this.list.current) this.list.current.closed = true
    const links = this.remainder.length <= 2 ? this.remainder : []
    for (const block of [heading, ...links]) {
      const at = this.furniture.lastIndexOf(block)
      if (at >= 0) this.furniture.splice(at, 1)
    }
    this.furniture.push(...this.pending)
    this.pending = [heading, ...links]
    this.box = null
    const item = boxItem(text)
    if (!item) return text
    this.pending.push(item.headline)
    return item.text
  }

  /** Whether an editor's note stands above the headline, or a summary between headline and text. */
  private isPreface(block: Block): boolean {
    const open = this.list.current
    if (block.text.length < 20) return false
    if (open === null && this.list.drafts.length === 0 && this.pending.length === 0 && isForeign(block.text)) return true
    if (ABSTRACT.test(block.text)) return open === null || open.body.length === 0 || this.pending.length > 0
    if (SUMMARY.test(block.text) && this.pending.length > 0 && isAboveByline(this.blocks, this.at)) return true
    if (!PREFACE.test(block.text)) return false
    // below the name of its column and above the headline
    const next = this.blocks[this.at + 1]
    if (this.pending.length > 0 && next?.kind === 'headline' && NOTE.test(block.text) && readByline(next.text) === null)
      return true
    return (open === null || open.closed) && this.pending.length === 0
  }

  private start(): Draft {
    if (this.pending.length === 0 && this.list.drafts.length === 0) this.pending = this.masthead
    else this.furniture.push(...this.masthead)
    const { pending: headings, captions, preface: abstract, meta } = this
    this.masthead = []
    this.pending = []
    this.captions = []
    this.preface = null
    this.meta = null
    this.labelled = false
    this.dated = false
    this.odds = 0
    const isItem = this.isNextItem || headings.some(isBriefs)
    this.isNextItem = false
    // 退休教师 甲乙 below the headline
    const last = headings.length > 1 && meta === null ? (headings.at(-1) as Block) : null
    const writer = last && headings.slice(0, -1).some(one => one.text.length >= 4) ? readWriterWithTitle(last.text) : null
    const draft =
      last && writer
        ? this.list.start({ headings: headings.slice(0, -1), captions, abstract, meta: { block: last, byline: writer } })
        : this.list.start({ headings, captions, abstract, meta })
    this.item = isItem ? draft : null
    return draft
  }

  /** Whether headings without a byline begin a new article rather than a section of the open one. */
  private beginsArticle(open: Draft, block: Block): boolean {
    const { pending } = this
    if (this.labelled || this.dated || this.meta || pending.some(one => this.announced.has(one) || /^标题[：:]/u.test(one.text)))
      return true
    if (pending.some(({ text }) => PICTURES.test(text) || isBoxed(text) || NOTICE.test(text.replace(/ /gu, '')))) return true
    if (isTable(pending, textBelow(this.blocks, this.at))) return true
    // 最后播送本台短评：某事
    if (pending.some(one => /^(?:最后|下面|接下来|首先|现在)[^：，]{0,12}[：:]/u.test(one.text))) return true
    // what readers ask, below the name of their column
    if (/^问[：:]/u.test(block.text) && open.body.slice(-NEAR).every(({ text }) => !/^[问答][：:]/u.test(text))) return true
    const isAnnounced =
      (ANNOUNCED.test(block.text) || (READ.test(block.text) && readMark(block.text)?.kind === 'lead')) &&
      pending.some(one => !SCRIPT.test(one.text) && !PAUSE.test(one.text))
    if (isAnnounced || this.isSibling(open) || this.isShortNews(open)) return true
    // 这里是浙江—— goes on below
    if (pending.length === 1 && /[—–]{2}$/u.test((pending[0] as Block).text)) return false
    // 【企业动态】 above the items of a list
    const isListBelow = isBullet(block.text) && open.bullets === 0
    if ((pending.every(one => LABEL.test(one.text)) && !isListBelow) || pending.some(one => one.text.startsWith('（小标题）')))
      return false
    this.odds = articleOdds({
      open,
      headings: pending,
      below: textBelow(this.blocks, this.at),
      gap: gapAbove(this.source, pending[0] as Block),
      source: this.source,
    })
    return this.odds > 0
  }

  /** Whether headline and text are the next item of short news below a heading such as 简讯. */
  private isShortNews(open: Draft): boolean {
    if (this.item !== open) return false
    const below = textBelow(this.blocks, this.at)
    const isItem = (texts: readonly MappedText[]) =>
      texts.length <= 2 && texts.reduce((sum, { text }) => sum + text.length, 0) <= ITEM
    this.isNextItem =
      open.headings.length > 0 && isItem(open.body) && isItem(below) && !this.pending.some(one => LABEL.test(one.text))
    return this.isNextItem
  }

  /** Whether the heading bears the same list sign as that of the open article, or the next number. */
  private isSibling(open: Draft): boolean {
    const text = this.pending.at(-1)?.text ?? ''
    const above = open.headings.at(-1)?.text ?? ''
    if (ORDINAL.indexOf(ordinalOf(text)) > 0 && ORDINAL.indexOf(ordinalOf(above)) === ORDINAL.indexOf(ordinalOf(text)) - 1)
      return true
    if (/^【\d{1,2}】/u.test(text)) return true
    // ■今日谈 above a headline, as above the one before
    const label = this.pending.length > 1 ? (this.pending[0] as Block).text : ''
    const first = open.headings.length > 1 ? (open.headings[0] as Block).text : ''
    return hasSameSign(text, above) || hasSameSign(label, first)
  }
}
