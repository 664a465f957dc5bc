/**
 * The features of the lines of a page from which `line-labels` tells what each line is: its length and marks, what stands around it, and what of it the text
 * above and below knows. They are primitive on purpose: a model that is fed with the decisions of rules trusts those more than unseen pages bear out.
 */
import { simplified } from '../../model/simplified'
import { NEWS_START } from '../lexicons/openings'
import type { Line } from '../values/document'
import { readDateline, readTrailingNames } from './dateline'
import { bylineOf } from './line-byline'

/** A family of features: `size` neighbouring numbers from `base` on, of which a line has one or none. */
export interface FeatureGroup {
  readonly name: string
  readonly base: number
  readonly size: number
}

const groups: FeatureGroup[] = []
let count = 0

function group(name: string, size = 1): number {
  const base = count
  groups.push({ name, base, size })
  count += size
  return base
}

/** What a line looks like: edges of the page, furniture, continuation, byline, caption, dateline, ends a sentence (long, short), full, open, heading (short, long). */
const CLASSES = '^$ukycdesxohH'
const CLASS_COUNT = CLASSES.length
const classOf = (sign: string): number => CLASSES.indexOf(sign)
const [START, END, FURNITURE, CONTINUED, BYLINE, CAPTION, DATELINE, ENDS, ENDS_SHORT, FULL, OPEN, SHORT_HEAD, HEAD] = [
  ...CLASSES,
].map(classOf) as [number, number, number, number, number, number, number, number, number, number, number, number, number]

const KINDS = ['text', 'furniture', 'caption', 'headline', 'byline', 'continuation'] as const

/** For each character the sets in which it is, a bit for each. One look at each character of a line spares most of the expressions. */
const bits = new Uint32Array(1 << 16)
let sets = 0

function setOf(characters: string): number {
  const own = 1 << sets++
  for (let i = 0; i < characters.length; i++) {
    const code = characters.charCodeAt(i)
    bits[code] = (bits[code] as number) | own
  }
  return own
}

const COLON = setOf('：:')
const CALL = setOf('？！?!')
const DIGIT = setOf('0123456789')
const LETTER = setOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz')
const COMMA = setOf('，,')
const BLANK = setOf(' ')
const OPENS = setOf('“《（(【「')
const CLOSES = setOf('”》）)】」')
const DAY = setOf('版期')
const FOOT = setOf('编校版电热权IhwW来主出印')
const OUTLET = setOf('报网视播')
const PICTURE = setOf('摄图照')
const REPORTER = setOf('记讯电消通')
const SAID = setOf('说示绍出调为露诉言')
const RECENT = setOf('近日昨今年获月记')
/** With which a shape of its beginning may begin. */
const FIRST = setOf('—–-【[（(■●◆▲□○◎★△▼·•※一二三四五六七八九十0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳“"，。、：；？！”’》）的')

/** Shapes of a line, each a feature of its own, with what must stand in the line; those of its beginning come last, for which that must stand first. */
const SHAPES: readonly (readonly [name: string, needs: number, shape: RegExp])[] = [
  ['colon', COLON, /[：:]/u],
  ['calls', CALL, /[？！?!]/u],
  ['halves', BLANK, /^[\u4e00-\u9fff“”、！？\d]{4,18} [\u4e00-\u9fff“”、！？\d]{4,20}$/u],
  ['digit', DIGIT, /\d/u],
  ['latin', LETTER, /[A-Za-z]{3}/u],
  ['date', DIGIT, /(?:19|20)\d\d ?年 ?\d{1,2} ?月 ?\d{1,2} ?日|(?:19|20)\d\d[-/.]\d/u],
  ['masthead', DAY, /\d ?版|版 ?\d|第 ?[\d一二三四五六七八九十]+ ?版|星期|第 ?\d+ ?期/u],
  ['foot', FOOT, /责任?编辑|校对|版式|电话|热线|版权|ICP|http|www|来源[：:]|主办|出版|印刷/u],
  ['outlet', OUTLET, /报$|报社|晚报|日报|网$|电视|广播|新闻联播/u],
  ['picture', PICTURE, /摄[）)]?$|供图|图为|图片|资料照片/u],
  ['reporter', REPORTER, /记者|通讯员/u],
  ['said', SAID, /(?:说|表示|介绍|指出|强调|认为|透露|告诉|坦言)[，：:。]/u],
  ['signed', REPORTER, /[。！？”][^。]{0,8}(?:记者|通讯员)[ \u3000][^，。]{2,24}$/u],
  ['dash', FIRST, /^[—–-]/u],
  ['bracketed', FIRST, /^[【[].*】$/u],
  ['bracket', FIRST, /^[【[](?!.*】$)/u],
  ['parenthesized', FIRST, /^[（(].*[）)]$/u],
  ['parenthesis', FIRST, /^[（(](?!.*[）)]$)/u],
  ['mark', FIRST, /^[■●◆▲□○◎★△▼·•※]/u],
  ['number', FIRST, /^(?:[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[）)]|\d{1,2}[.、．]|[①-⑳])/u],
  ['quote', FIRST, /^[“"]/u],
  ['goes on', FIRST, /^[，。、：；？！”’》）的]/u],
]
/** Shapes that only short lines have. */
const SHORT_SHAPES: readonly (readonly [name: string, most: number, shape: RegExp])[] = [
  ['leading', 40, /强调|指出|要求|会议|讲话|主持|出席|调研|召开|举行/u],
  [
    'section',
    8,
    /^(?:要闻|综合|时政|经济|社会|民生|国际|国内|本地|文体|体育|教育|法治|副刊|专题|专版|理论|评论|财经|健康|文化|广告|时事|港闻|中国|焦点|简讯|短讯|快讯|短波|资讯|图片新闻|导读|导语)/u,
  ],
  [
    'rubric',
    14,
    /评论|时评|短评|快评|社论|观察|调查|聚焦|关注|走笔|纪实|专栏|系列|之[一二三四五六七八九十]|链接|背景|提示|按|专访|特写|连线|问答|解读|简讯|简报|一句话|速递|播报|短讯/u,
  ],
  ['dot', 24, /[·•|｜丨/]/u],
]
const NEEDS = Uint32Array.from(SHAPES, ([, needs]) => needs)
const TESTS = SHAPES.map(([, , shape]) => shape)
const MOST = SHORT_SHAPES.map(([, most]) => most)
const SHORT_TESTS = SHORT_SHAPES.map(([, , shape]) => shape)
const NEAR = /近日|日前|昨[日天]|[今昨]年|今[日天]|记者(?:从|近|昨|日|在)|获悉|\d{1,2}月\d{1,2}日/u
const STOP = /[。！？!?…][”’"'）)】]*$|[\u4e00-\u9fff][.．][”’"]?$/u
const CLAUSE = /[，。、；：的了在是]/u

/** So many pairs of characters below and above a heading tell what stands there; so many of those below whether it is the same matter. */
const BELOW = 300
const ABOVE = 500
const NEXT = 200

/** No shape of short lines is longer. */
const SHORT = 40

/** Of a line longer than this only so much at its beginning and end tells what it is. */
const LONG = 80
const EDGE = 24

const LENGTHS = [2, 4, 6, 9, 14, 20, 28, 40, 60, 100]
const WIDTHS = [0.3, 0.5, 0.72, 0.88, 0.97, 1.06]
const RATIOS = [0.25, 0.5, 0.8, 1.25, 2, 4]
const SHARES = [0.01, 0.08, 0.16, 0.3, 0.5]
const COHESIONS = [0.03, 0.06, 0.1, 0.15, 0.22]
const TEXTS = [1, 40, 120, 300, 800]
/** Lines filled to a column, without and with empty lines between them; every line apart; paragraphs with and without empty lines. */
const MODES = ['full', 'full-gaps', 'apart', 'gaps', 'close'] as const

const ALWAYS = group('always')
const MODE = group('mode', MODES.length)
const LENGTH = group('length', 11)
const LENGTH_IN = group('length in full lines', 22)
const CLASS = group('class', CLASS_COUNT)
const CLASS_IN = group('class in full lines', 2 * CLASS_COUNT)
const KIND = group('kind', KINDS.length)
const WIDTH = group('width', 7)
const COMMAS = group('commas', 3)
const LAST = group('last', 7)
const INNER = group('stop inside')
const SHAPE = group('shape', SHAPES.length)
const SHORT_SHAPE = group('short shape', SHORT_SHAPES.length)
const DIGITS = group('mostly digits')
const INDENTED = group('indented')
const GAP = group('gap', 2)
const GAPS = group('gaps and class', 4 * CLASS_COUNT)
const GAP_BELOW = group('gap below')
const BYLINE_KIND = group('byline', 2)
const DATELINE_KIND = group('dateline', 2)
const NEWS = group('news')
const NEWS_NEAR = group('news near')
const TRAILING = group('names at its end')
const REPEATED = group('repeated')
const PLACE = group('place', 7)
const [ABOVE_2, ABOVE_1, BELOW_1, BELOW_2, BELOW_3] = [-2, -1, 1, 2, 3].map(by => group(`class at ${by}`, CLASS_COUNT)) as [
  number,
  number,
  number,
  number,
  number,
]
const PAIR_ABOVE = group('class above and own', CLASS_COUNT * CLASS_COUNT)
const PAIR_BELOW = group('class below and own', CLASS_COUNT * CLASS_COUNT)
const TRIPLE = group('classes', CLASS_COUNT * CLASS_COUNT * CLASS_COUNT)
const GAP_PAIR = group('gap between classes', CLASS_COUNT * CLASS_COUNT)
const ABOVE_STOPS = group('above stops', 2)
const ABOVE_TRAILING = group('names at the end above')
const ABOVE_SHORT = group('above is short')
const RATIO = group('length to that above', 7)
const BELOW_INDENTED = group('below is indented')
const BELOW_NEWS = group('below is news', 2)
const BALANCE = group('brackets', 2)
const RUN = group('place in headings', 16)
const RUN_BELOW = group('class below headings', CLASS_COUNT)
const RUN_ABOVE = group('class above headings', CLASS_COUNT)
const RUN_AROUND = group('classes around headings', CLASS_COUNT * CLASS_COUNT)
const RUN_EDGE = group('edge and class below headings', 4 * CLASS_COUNT)
const RUN_NEWS = group('news below headings', 2)
const RUN_BYLINE = group('class below byline', CLASS_COUNT)
const LONGEST = group('longest heading', 2)
const LONGEST_AT = group('longest heading at', 8)
const RUN_GAP = group('gap above headings')
const TOLD = group('told below', 6)
const WAS = group('told above', 6)
const TOLD_MORE = group('told more', 3)
const COHESION = group('cohesion', 6)
const MOST_TOLD = group('most told', 2)
const LATIN = group('mostly latin')
const TRAIT_COUNT = 11
/** Of headings that stand together: what each is like, those above and below it are like, by how many they are. */
const TRAIT = group('trait of one of several headings', 2 * TRAIT_COUNT)
const TRAIT_ABOVE = group('trait of heading above', TRAIT_COUNT)
const TRAIT_BELOW = group('trait of heading below', TRAIT_COUNT)
const TRAIT_ALONE = group('only one of several headings with trait', TRAIT_COUNT)
const RATIO_BELOW = group('length to heading below', 7)
const RATIO_ABOVE = group('length to heading above', 7)
const TEXT_BELOW = group('text below', 6)
const TEXT_ABOVE = group('text above', 6)

/** All families, in the order of their numbers. */
export const FEATURE_GROUPS: readonly FeatureGroup[] = groups
export const FEATURE_COUNT = count
/** A dateline has one of these words early on. */
const OPENING = /^.{0,24}(?:[讯电]|消息|记者|通讯员)/u

/** Features that weigh on what follows what, besides on the label of their own line. */
export const TRANSITION_FEATURES: readonly number[] = [GAP + 1, ABOVE_STOPS + 1, MODE, MODE + 2]

/** What tells headline, kicker and sub-headline apart. */
const TRAITS: readonly RegExp[] = [
  /\d/u,
  /[“”"]/u,
  /^[—–-]/u,
  /\d[\d.,]*[万亿千百]?[%％‰\u4e00-\u9fff]{0,3}$/u,
  /(?:强调|指出|要求|提出|表示|召开|举行|热议|时)$/u,
  / /u,
  /[：:]/u,
  /^(?:我|全)[省市县区州旗]/u,
  /[？！?!]/u,
  /[，,]/u,
  /^[■●◆▲□○◎★△▼·•※【（(“]/u,
]

type Trait = readonly boolean[]

function traitOf(text: string): Trait {
  return TRAITS.map(shape => shape.test(text))
}

/** What is measured of a line once. */
interface Look {
  readonly text: string
  readonly sign: number
  readonly kind: number
  readonly stops: boolean
  readonly byline: number
  readonly dateline: number
  readonly news: boolean
  readonly near: boolean
  readonly trailing: boolean
}

/** The features of each line. */
export function featuresOf(lines: readonly Line[]): readonly (readonly number[])[] {
  return new Page(lines).features()
}

class Page {
  constructor(private readonly lines: readonly Line[]) {
    const texts = lines.map(line => simplified(line.text))
    const stops = texts.map(text => STOP.test(text.slice(-6)))
    this.breaking = lines.map(
      (line, i) =>
        line.width >= 17 && line.width <= 120 && !stops[i] && /[，。、]/u.test(texts[i] as string) && i + 1 < lines.length,
    )
    const widths = lines.flatMap((line, i) => (this.breaking[i] ? [line.width] : [])).sort((a, b) => a - b)
    const middle = widths[widths.length >> 1] ?? 0
    this.isFull = widths.length >= 6 && middle <= 110 && lines.filter(({ width }) => width > 150).length < 3
    this.column = this.isFull ? middle : 0
    const gaps = lines.filter(({ gap }, i) => i > 0 && gap).length / lines.length
    this.mode = MODES.indexOf(
      this.isFull ? (gaps > 0.03 ? 'full-gaps' : 'full') : gaps > 0.9 ? 'apart' : gaps > 0.1 ? 'gaps' : 'close',
    )
    this.looks = texts.map((text, i) => this.look(text, i, stops[i] as boolean))
    const seen = new Map<string, number>()
    for (const { text } of this.looks) if (text.length >= 5 && text.length <= 60) seen.set(text, (seen.get(text) ?? 0) + 1)
    this.seen = seen
    this.codes = this.looks.map(({ text }) => pairCodes(text))
  }

  private readonly breaking: readonly boolean[]
  private readonly isFull: boolean
  private readonly column: number
  private readonly mode: number
  private readonly looks: readonly Look[]
  private readonly seen: ReadonlyMap<string, number>
  private readonly codes: readonly Uint16Array[]
  private readonly columns: number[] = []

  features(): readonly (readonly number[])[] {
    const out: number[][] = []
    for (let i = 0; i < this.lines.length; i++) out.push(this.ofLine(i))
    this.addHeadings(out)
    return out
  }

  private look(text: string, i: number, stops: boolean): Look {
    const line = this.lines[i] as Line
    const { length } = text
    const byline = bylineOf(line)
    let early = 0
    for (let k = 0; k < 30 && k < length; k++) early |= bits[text.charCodeAt(k)] as number
    const opening = (early & REPORTER) !== 0 && !byline && OPENING.test(text) ? readDateline(text) : null
    const sign = this.signOf(line, text, stops, byline !== null, opening !== null)
    return {
      text,
      sign,
      kind: KINDS.indexOf(line.kind),
      stops,
      byline: byline ? (byline.word ? 1 : 2) : 0,
      dateline: opening ? (opening.end >= length ? 1 : 2) : 0,
      news: NEWS_START.test(text),
      near: (early & RECENT) !== 0 && NEAR.test(text.slice(0, 30)),
      trailing:
        length > 6 &&
        '）)】。'.includes(text[length - 1] as string) &&
        /[）)】]。?$/u.test(text.slice(-2)) &&
        readTrailingNames(text) !== null,
    }
  }

  private signOf(line: Line, text: string, stops: boolean, isByline: boolean, isOpening: boolean): number {
    const { length } = text
    if (line.kind === 'furniture') return FURNITURE
    if (line.kind === 'continuation') return CONTINUED
    if (isByline) return BYLINE
    if (line.kind === 'caption') return CAPTION
    if (isOpening) return DATELINE
    if (stops) return length < 14 ? ENDS_SHORT : ENDS
    if (this.isFull ? line.width >= this.column * 0.82 && CLAUSE.test(text) : length > 60) return FULL
    if (/[，、；：,]$/u.test(text)) return OPEN
    return length <= 6 ? SHORT_HEAD : HEAD
  }

  private signAt(i: number): number {
    return i < 0 ? START : (this.looks[i]?.sign ?? END)
  }

  private isHead(i: number): boolean {
    const sign = this.looks[i]?.sign
    return sign === HEAD || sign === SHORT_HEAD
  }

  private hasGap(i: number): boolean {
    return this.lines[i]?.gap ?? true
  }

  /** The width of the column around the line; 0 where lines are no columns. */
  private columnAt(i: number): number {
    if (!this.isFull) return 0
    const known = this.columns[i >> 3]
    if (known !== undefined) return known
    const widths: number[] = []
    const middle = i | 7
    for (let j = Math.max(0, middle - 15); j < Math.min(this.lines.length, middle + 9); j++)
      if (this.breaking[j]) widths.push((this.lines[j] as Line).width)
    const column = widths.length < 3 ? this.column : (widths.sort((a, b) => a - b)[widths.length >> 1] as number)
    this.columns[i >> 3] = column
    return column
  }

  private ofLine(i: number): number[] {
    const line = this.lines[i] as Line
    const { text, sign, kind, stops, byline, dateline, news, near, trailing } = this.looks[i] as Look
    const { length } = text
    const size = bucket(length, LENGTHS)
    const full = this.isFull ? 1 : 0
    const gapBelow = this.hasGap(i + 1)
    const found = [
      ALWAYS,
      MODE + this.mode,
      LENGTH + size,
      LENGTH_IN + 2 * size + full,
      CLASS + sign,
      CLASS_IN + 2 * sign + full,
      KIND + kind,
      LAST + lastSign(text, stops),
      GAP + (line.gap ? 0 : 1),
      GAPS + sign * 4 + (line.gap ? 2 : 0) + (gapBelow ? 1 : 0),
      PLACE + placeOf(i, this.lines.length),
    ]
    const column = this.columnAt(i)
    if (column > 0) found.push(WIDTH + bucket(line.width / column, WIDTHS))
    if (length > 2 && text.lastIndexOf('。', length - 3) >= 0) found.push(INNER)
    const shown = length > LONG ? text.slice(0, EDGE) + text.slice(-EDGE) : text
    const { mask, digits, letters, balance, commas } = scan(shown)
    const begins = bits[shown.charCodeAt(0)] as number
    for (let s = 0; s < NEEDS.length; s++) {
      const needs = NEEDS[s] as number
      if (((needs === FIRST ? begins : mask) & needs) !== 0 && (TESTS[s] as RegExp).test(shown)) found.push(SHAPE + s)
    }
    if (length <= SHORT)
      for (let s = 0; s < SHORT_TESTS.length; s++)
        if (length <= (MOST[s] as number) && (SHORT_TESTS[s] as RegExp).test(text)) found.push(SHORT_SHAPE + s)
    found.push(COMMAS + Math.min(commas, 2))
    if (digits > shown.length * 0.25) found.push(DIGITS)
    if (letters > shown.length * 0.5) found.push(LATIN)
    if (balance !== 0) found.push(BALANCE + (balance > 0 ? 0 : 1))
    if (line.indent >= 2) found.push(INDENTED)
    if (gapBelow) found.push(GAP_BELOW)
    if (byline > 0) found.push(BYLINE_KIND + byline - 1)
    if (dateline > 0) found.push(DATELINE_KIND + dateline - 1)
    if (news) found.push(NEWS)
    if (near) found.push(NEWS_NEAR)
    if (trailing) found.push(TRAILING)
    if ((this.seen.get(text) ?? 0) > 1) found.push(REPEATED)
    this.addAround(i, sign, found)
    return found
  }

  private addAround(i: number, sign: number, found: number[]): void {
    const before = this.signAt(i - 1)
    const after = this.signAt(i + 1)
    found.push(
      ABOVE_2 + this.signAt(i - 2),
      ABOVE_1 + before,
      BELOW_1 + after,
      BELOW_2 + this.signAt(i + 2),
      BELOW_3 + this.signAt(i + 3),
    )
    found.push(PAIR_ABOVE + before * CLASS_COUNT + sign, PAIR_BELOW + after * CLASS_COUNT + sign)
    found.push(TRIPLE + (before * CLASS_COUNT + sign) * CLASS_COUNT + after)
    if (i > 0 && this.hasGap(i)) found.push(GAP_PAIR + before * CLASS_COUNT + sign)
    const { text } = this.looks[i] as Look
    const last = this.looks[i - 1]
    const next = this.looks[i + 1]
    found.push(ABOVE_STOPS + (!last || last.stops ? 0 : 1))
    if (last) {
      if (last.trailing) found.push(ABOVE_TRAILING)
      const column = this.columnAt(i - 1)
      if (column > 0 && (this.lines[i - 1] as Line).width < column * 0.72) found.push(ABOVE_SHORT)
      found.push(RATIO + bucket(text.length / (last.text.length || 1), RATIOS))
    }
    if (next) {
      if ((this.lines[i + 1] as Line).indent >= 2) found.push(BELOW_INDENTED)
      if (next.news) found.push(BELOW_NEWS)
      if (next.near) found.push(BELOW_NEWS + 1)
    }
  }

  /** What stands around each run of headings, and what the text around knows of them. */
  private addHeadings(out: number[][]): void {
    let from = 0
    while (from < this.lines.length) {
      const sign = this.signAt(from)
      if (!this.isHead(from) && sign !== BYLINE && (this.isFull || (sign !== OPEN && sign !== ENDS_SHORT))) {
        from++
        continue
      }
      let end = from + 1
      if (this.isHead(from)) while (this.isHead(end)) end++
      // what is no heading but may be one belongs to the run around it
      let first = from
      let last = end - 1
      while (this.isHead(first - 1)) first--
      while (this.isHead(last + 1)) last++
      this.addRun(out, from, end, first, last)
      from = end
    }
  }

  private addRun(out: number[][], from: number, end: number, first: number, last: number): void {
    const below = this.signAt(last + 1)
    const above = this.signAt(first - 1)
    const size = last - first + 1
    const next = this.looks[last + 1]
    const told = this.shares(first, last, this.mark(last + 1, 1, BELOW))
    const marked = this.mark(first - 1, -1, ABOVE)
    const was = this.shares(first, last, marked)
    const cohesion = above === START ? -1 : this.cohesion(last, marked)
    let longest = 0
    let most = 0
    for (let i = first; i <= last; i++) {
      longest = Math.max(longest, (this.looks[i] as Look).text.length)
      most = Math.max(most, told[i - first] as number)
    }
    const mostAt = told.indexOf(most)
    const traits = size > 1 && size <= 12 ? this.looks.slice(first, last + 1).map(({ text }) => traitOf(text)) : []
    const textBelow = this.textLength(last + 1, 1)
    const textAbove = this.textLength(first - 1, -1)
    for (let i = from; i < end; i++) {
      const found = out[i] as number[]
      const at = Math.min(i - first, 3)
      found.push(RUN + 4 * (Math.min(size, 4) - 1) + at, RUN_BELOW + below, RUN_ABOVE + above)
      found.push(RUN_AROUND + above * CLASS_COUNT + below)
      found.push(RUN_EDGE + ((i === first ? 0 : 2) + (i === last ? 0 : 1)) * CLASS_COUNT + below)
      if (next?.news) found.push(RUN_NEWS)
      if (next?.near) found.push(RUN_NEWS + 1)
      if (below === BYLINE) found.push(RUN_BYLINE + this.signAt(last + 2))
      if (first > 0 && this.hasGap(first)) found.push(RUN_GAP)
      const know = told[i - first] as number
      const knew = was[i - first] as number
      found.push(TOLD + bucket(know, SHARES), WAS + bucket(knew, SHARES))
      found.push(TOLD_MORE + (know > knew + 0.1 ? 2 : know < knew - 0.1 ? 0 : 1))
      if (cohesion >= 0) found.push(COHESION + bucket(cohesion, COHESIONS))
      found.push(TEXT_BELOW + bucket(textBelow, TEXTS), TEXT_ABOVE + bucket(textAbove, TEXTS))
      if (size > 1) {
        this.addTraits(found, traits, i - first, first)
        const isLongest = (this.looks[i] as Look).text.length === longest
        found.push(
          LONGEST + (isLongest ? 0 : 1),
          LONGEST_AT + (isLongest ? 0 : 4) + at,
          MOST_TOLD + (i - first === mostAt ? 0 : 1),
        )
      }
    }
  }

  /** What one of several headings is like beside the others. */
  private addTraits(found: number[], traits: readonly Trait[], at: number, first: number): void {
    const own = traits[at]
    if (!own) return
    const above = traits[at - 1]
    const below = traits[at + 1]
    for (let k = 0; k < TRAIT_COUNT; k++) {
      if (own[k]) {
        found.push(TRAIT + 2 * k + (at === 0 ? 0 : 1))
        if (traits.every((other, i) => i === at || !other[k])) found.push(TRAIT_ALONE + k)
      }
      if (above?.[k]) found.push(TRAIT_ABOVE + k)
      if (below?.[k]) found.push(TRAIT_BELOW + k)
    }
    const length = (this.looks[first + at] as Look).text.length
    if (above) {
      found.push(RATIO_ABOVE + bucket(length / (this.looks[first + at - 1] as Look).text.length, RATIOS))
    }
    if (below) {
      found.push(RATIO_BELOW + bucket(length / (this.looks[first + at + 1] as Look).text.length, RATIOS))
    }
  }

  /** Of each line of the run, the share of its pairs of characters that stand in the marked text. */
  private shares(first: number, last: number, marked: number): readonly number[] {
    const found: number[] = []
    for (let i = first; i <= last; i++) found.push(shareMarked(this.codes[i] as Uint16Array, marked))
    return found
  }

  /** The share of the pairs of the text below the run that stand in the marked text above it. */
  private cohesion(last: number, marked: number): number {
    let shared = 0
    let all = 0
    for (let i = last + 1; i < this.lines.length && all < NEXT; i++) {
      if (this.signAt(i) === FURNITURE) continue
      const codes = this.codes[i] as Uint16Array
      const size = Math.min(codes.length, NEXT)
      for (let k = 0; k < size; k++) if (stamps[codes[k] as number] === marked) shared++
      all += size
    }
    return all === 0 ? 0 : shared / all
  }

  private mark(from: number, step: 1 | -1, limit: number): number {
    stamp++
    for (let i = from, length = 0; i >= 0 && i < this.lines.length && length < limit; i += step) {
      if (this.signAt(i) === FURNITURE) continue
      const codes = this.codes[i] as Uint16Array
      const size = Math.min(codes.length, limit - length)
      // of a long line above, what stands nearest
      const from = step < 0 ? codes.length - size : 0
      for (let k = from; k < from + size; k++) stamps[codes[k] as number] = stamp
      length += size
    }
    return stamp
  }

  /** The length of the text from a line to the next heading. */
  private textLength(from: number, step: 1 | -1): number {
    let length = 0
    for (let i = from; i >= 0 && i < this.lines.length && !this.isHead(i) && length < 2000; i += step)
      length += (this.looks[i] as Look).text.length
    return length
  }
}

/** The number of the window in which each pair of characters was seen last. */
const stamps = new Int32Array(1 << 16)
let stamp = 0

function shareMarked(codes: Uint16Array, marked: number): number {
  let shared = 0
  for (let k = 0; k < codes.length; k++) if (stamps[codes[k] as number] === marked) shared++
  return codes.length === 0 ? 0 : shared / codes.length
}

function bucket(value: number, bounds: readonly number[]): number {
  let i = 0
  while (i < bounds.length && value > (bounds[i] as number)) i++
  return i
}

/** What stands in the text, and how much of it. */
function scan(text: string) {
  let mask = 0
  let digits = 0
  let letters = 0
  let balance = 0
  let commas = 0
  for (let i = 0; i < text.length; i++) {
    const own = bits[text.charCodeAt(i)] as number
    if (own === 0) continue
    mask |= own
    if ((own & DIGIT) !== 0) digits++
    else if ((own & LETTER) !== 0) letters++
    else if ((own & OPENS) !== 0) balance++
    else if ((own & CLOSES) !== 0) balance--
    else if ((own & COMMA) !== 0) commas++
  }
  return { mask, digits, letters, balance, commas }
}

const LAST_SIGNS = ['，、,', '：:', '”"', '）)】']

/** With what the line ends: a sentence, a comma, a colon, a quotation mark, a bracket, a Chinese character, anything else. */
function lastSign(text: string, stops: boolean): number {
  if (stops) return 0
  const last = text.at(-1) ?? ''
  const at = LAST_SIGNS.findIndex(signs => signs.includes(last))
  if (at >= 0) return at + 1
  return last >= '\u4e00' && last <= '\u9fff' ? 5 : 6
}

function placeOf(i: number, size: number): number {
  if (i <= 2) return i
  if (i < 6) return 3
  if (i === size - 1) return 4
  return i >= size - 4 ? 5 : 6
}

/** The pairs of neighbouring Chinese characters, each as a number of 16 bits; different pairs seldom share one. */
function pairCodes(text: string): Uint16Array {
  const found = new Uint16Array(text.length)
  let size = 0
  let before = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x4e00 && code <= 0x9fff) {
      if (before > 0) found[size++] = (before * 31 + code * 7919) & 0xffff
      before = code
    } else if (code > 0x20 && code !== 0x201c && code !== 0x201d) before = 0
  }
  return found.subarray(0, size)
}
