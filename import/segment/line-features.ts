/**
 * The features of the lines of a page from which `line-labels` tells what each line is: its length and marks, what stands around it, what the rules took it for,
 * and what of a heading the text above and below knows. They are primitive on purpose: a model that is fed with what only rules see trusts those more than
 * unseen pages bear out. Lines that can only go on with the line above have none.
 */
import { simplified } from '../../model/simplified'
import { NEWS_START } from '../lexicons/openings'
import type { Line } from '../values/document'

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

/** What the rules may take a line for: a label of `line-labels` by its number, or the first line of a text with the headline in it. */
export const RULED_AS = {
  title: 1,
  titleMore: 2,
  heading: 3,
  byline: 4,
  first: 5,
  body: 6,
  caption: 8,
  kicker: 9,
  item: 10,
} as const
/** How many there are, with 0 for what belongs to no article. */
export const OPINIONS = 11

/** What a line looks like: edges of the page, furniture, continuation, byline, caption, dateline, ends a sentence (long, short), full, open, heading (short, long). */
const CLASSES = '^$ukycdesxohH'
const CLASS_COUNT = CLASSES.length
const classOf = (sign: string): number => CLASSES.indexOf(sign)
const [START, END, FURNITURE, CONTINUED, BYLINE, CAPTION, DATELINE, ENDS, ENDS_SHORT, FULL, OPEN, SHORT_HEAD, HEAD] = [
  ...CLASSES,
].map(classOf) as [number, number, number, number, number, number, number, number, number, number, number, number, number]

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
const REPORTER = setOf('记讯电消通作撰采')
const SAID = setOf('说示绍出调为露诉言')
const RECENT = setOf('近日昨今年获月记')
const STOPS = setOf('。！？!?…．')
const CLAUSES = setOf('，。、；：的了在是')
const QUOTE = setOf('“”"')
const LIST = setOf('、')
/** With which news may begin: 近日, 记者从, 3月5日. */
const DAYS = setOf('近日昨今连本上当记0123456789')
/** With which a shape of its beginning may begin. */
const FIRST = setOf('—–-【[（(■●◆▲□○◎★△▼·•※一二三四五六七八九十0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳“"，。、：；？！”’》）的')

/** Shapes of a line, each a feature of its own, with what must stand in the line; those of its beginning come last, for which that must stand first. */
const SHAPES: readonly (readonly [name: string, needs: number, shape: RegExp])[] = [
  ['halves', BLANK, /^[\u4e00-\u9fff“”、！？\d]{4,18} [\u4e00-\u9fff“”、！？\d]{4,20}$/u],
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
/** Sets of characters that are features by themselves. */
const HELD = [COLON, CALL, DIGIT, QUOTE, LIST]
const NEAR = /近日|日前|昨[日天]|[今昨]年|今[日天]|记者(?:从|近|昨|日|在)|获悉|\d{1,2}月\d{1,2}日/u
/** A dateline has one of these early on: 本报讯, （记者 甲乙）, 月3日电. */
const OPENING =
  /^(?:[【（(]?[^，。：]{0,26}(?:[讯電电]|消息|报道)[】）)\s（(：:，]|[^，。]{0,12}[（(](?:见习|特约|本报|本台)?(?:记者|通讯员)|[^，。]{0,10}(?:记者|通讯员)[^，。]{2,16}(?:报道|摄影报道)[：:]?)/u
/** A line of names: 本报记者 甲乙, 文/甲乙 图/丙丁. */
const NAMED =
  /^[^，。！？]{0,14}(?:记者|通讯员|作者|撰文|采写|评论员|编译)[\s：:/／|｜丨]*[\u4e00-\u9fff·]{2,4}(?:[^\u4e00-\u9fff]|[\u4e00-\u9fff·]{2,4}|文|图|摄|报道)*$|^[■□◎○●◆▲（(]?\s?(?:文|图|文图|图文|撰文|采写)[\s：:/／|｜丨][^，。]{2,20}$/u
/** Names in brackets at the end of a text: （记者 甲乙）, （甲乙 丙丁）, （完）. */
const TRAILING =
  /[（(【](?:[^（(【]{0,14}(?:记者|通讯员|作者|整理|摘自|据)[^（(【]{2,24}|[\u4e00-\u9fff·]{2,4}(?:[ 、][\u4e00-\u9fff·]{2,4}){0,4}|完)[）)】]。?$/u

/** So many characters below and above a heading tell what stands there; so many of those below whether it is the same matter. */
const BELOW = 160
const ABOVE = 160
const NEXT = 100

/** A paragraph that can be nothing else is no narrower than this. */
const PARAGRAPH = 80

/** No shape of short lines is longer. */
const SHORT = 40
/** Of a line longer than this only so much at its beginning and end tells what it is. */
const LONG = 60
const EDGE = 24

const LENGTHS = [2, 4, 6, 9, 14, 20, 28, 40, 60, 100]
const WIDTHS = [0.3, 0.5, 0.72, 0.88, 0.97, 1.06]
const RATIOS = [0.25, 0.5, 0.8, 1.25, 2, 4]
const SHARES = [0.01, 0.08, 0.16, 0.3, 0.5]
const COHESIONS = [0.03, 0.06, 0.1, 0.15, 0.22]
const TEXTS = [1, 40, 120, 300, 800]
/** Lines filled to a column, without and with empty lines between them; every line apart; paragraphs with and without empty lines. */
const MODES = ['full', 'full-gaps', 'apart', 'gaps', 'close'] as const

const MODE = group('mode', MODES.length)
const LENGTH = group('length', 11)
const LENGTH_IN = group('length in full lines', 22)
const CLASS_IN = group('class in full lines', 2 * CLASS_COUNT)
const WIDTH = group('width', 7)
const COMMAS = group('commas', 3)
const LAST = group('last', 7)
const INNER = group('stop inside')
const HOLDS = group('holds', HELD.length)
const SHAPE = group('shape', SHAPES.length)
const SHORT_SHAPE = group('short shape', SHORT_SHAPES.length)
const DIGITS = group('mostly digits')
const LATIN = group('mostly latin')
const BALANCE = group('brackets', 2)
const GAPS = group('gaps and class', 8 * CLASS_COUNT)
const OPENED = group('opening')
const NEWS = group('news')
const NEWS_NEAR = group('news near')
const TRAILING_NAMES = group('names at its end')
/** A heading that stands again below, one that stood above. */
const REPEATED = group('repeated', 2)
const PLACE = group('place', 7)
const [ABOVE_2, BELOW_2, BELOW_3] = [-2, 2, 3].map(by => group(`class at ${by}`, CLASS_COUNT)) as [number, number, number]
const PAIR_ABOVE = group('class above and own', CLASS_COUNT * CLASS_COUNT)
const PAIR_BELOW = group('class below and own', CLASS_COUNT * CLASS_COUNT)
const TRIPLE = group('classes', CLASS_COUNT * CLASS_COUNT * CLASS_COUNT)
const GAP_PAIR = group('gap between classes', CLASS_COUNT * CLASS_COUNT)
const ABOVE_TRAILING = group('names at the end above')
const ABOVE_SHORT = group('above is short', 2)
const RATIO = group('length to that above', 7)
const BELOW_NEWS = group('below is news', 2)
const RUN = group('place in headings', 16)
const RUN_AROUND = group('classes around headings', CLASS_COUNT * CLASS_COUNT)
const RUN_EDGE = group('edge and class below headings', 4 * CLASS_COUNT)
const RUN_NEWS = group('news below headings', 2)
const RUN_BYLINE = group('class below byline', CLASS_COUNT)
const LONGEST = group('longest heading at', 8)
const RUN_GAP = group('gap above headings')
const TOLD = group('told below', 6)
const WAS = group('told above', 6)
const TOLD_MORE = group('told more', 3)
const COHESION = group('cohesion', 6)
const MOST_TOLD = group('most told', 2)
/** Of headings that stand together: what each is like, those above and below it are like, by how many they are. */
const TRAIT_COUNT = 11
const TRAIT = group('trait of one of several headings', 2 * TRAIT_COUNT)
const TRAIT_ABOVE = group('trait of heading above', TRAIT_COUNT)
const TRAIT_BELOW = group('trait of heading below', TRAIT_COUNT)
const TRAIT_ALONE = group('only one of several headings with trait', TRAIT_COUNT)
const RATIO_BELOW = group('length to heading below', 7)
const RATIO_ABOVE = group('length to heading above', 7)
const TEXT_BELOW = group('text below', 6)
const TEXT_ABOVE = group('text above', 6)
/** What the rules take the line for, by what they take those around it for and by what it looks like. */
const RULED = group('ruled', OPINIONS)
const RULED_CLASS = group('ruled and class', OPINIONS * CLASS_COUNT)
const RULED_ABOVE = group('ruled above and own', (OPINIONS + 1) * OPINIONS)
const RULED_BELOW = group('ruled below and own', (OPINIONS + 1) * OPINIONS)
const RULED_RUN = group('ruled and place in headings', OPINIONS * 16)
const RULED_TOLD = group('ruled and told more', OPINIONS * 3)
const RULED_COHESION = group('ruled and cohesion', OPINIONS * 6)
const RULED_OF = group('ruled in headings', 4 * OPINIONS)

/** All families, in the order of their numbers. */
export const FEATURE_GROUPS: readonly FeatureGroup[] = groups
export const FEATURE_COUNT = count

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

function traitOf(text: string): number {
  let found = 0
  for (let k = 0; k < TRAIT_COUNT; k++) if ((TRAITS[k] as RegExp).test(text)) found |= 1 << k
  return found
}

/** The lines of a page that may be something else than more of the line above, and the features of each. */
export interface Featured {
  /** Numbers of the lines, ascending. */
  readonly lines: readonly number[]
  readonly features: readonly (readonly number[])[]
}

/** The features of the lines. `ruled` is what the rules take each for, as a number below `OPINIONS`. */
export function featuresOf(lines: readonly Line[], ruled: ArrayLike<number>): Featured {
  return new Page(lines, ruled).featured()
}

class Page {
  constructor(
    private readonly lines: readonly Line[],
    private readonly ruled: ArrayLike<number>,
  ) {
    const { length } = lines
    this.texts = lines.map(line => simplified(line.text))
    this.signs = new Uint8Array(length)
    this.traits = new Uint8Array(length)
    this.breaking = new Uint8Array(length)
    let gaps = 0
    let long = 0
    const widths: number[] = []
    for (let i = 0; i < length; i++) {
      const line = lines[i] as Line
      const text = this.texts[i] as string
      if (line.gap && i > 0) gaps++
      if (line.width > 150) long++
      if (endsSentence(text)) this.traits[i] = STOPPED
      else if (line.width >= 17 && line.width <= 120 && i + 1 < length && holds(text, CLAUSES)) {
        this.breaking[i] = 1
        widths.push(line.width)
      }
    }
    widths.sort((a, b) => a - b)
    const middle = widths[widths.length >> 1] ?? 0
    this.isFull = widths.length >= 6 && middle <= 110 && long < 3
    this.column = this.isFull ? middle : 0
    const share = gaps / length
    this.mode = MODES.indexOf(
      this.isFull ? (share > 0.03 ? 'full-gaps' : 'full') : share > 0.9 ? 'apart' : share > 0.1 ? 'gaps' : 'close',
    )
    for (let i = 0; i < length; i++) this.signs[i] = this.signOf(i)
  }

  private readonly texts: readonly string[]
  private readonly signs: Uint8Array
  private readonly traits: Uint8Array
  private readonly breaking: Uint8Array
  private readonly isFull: boolean
  private readonly column: number
  private readonly mode: number
  private readonly columns: number[] = []

  featured(): Featured {
    const found: number[] = []
    const features: number[][] = []
    const at = new Int32Array(this.lines.length).fill(-1)
    /** The last line in which each heading stands. */
    const last = new Map<string, number>()
    const keys = this.texts.map((text, i) => (this.isHead(i) ? bareHeading(text) : ''))
    for (const [i, key] of keys.entries()) if (key !== '') last.set(key, i)
    const above = new Set<string>()
    for (let i = 0; i < this.lines.length; i++) {
      if (this.goesOn(i)) continue
      at[i] = found.length
      found.push(i)
      const own = this.ofLine(i)
      const key = keys[i] as string
      if (key !== '') {
        if ((last.get(key) as number) > i) own.push(REPEATED)
        if (above.has(key)) own.push(REPEATED + 1)
        above.add(key)
      }
      features.push(own)
    }
    this.addHeadings(features, at)
    return { lines: found, features }
  }

  /**
   * Whether the line can only go on with that above: more of a paragraph that is broken into lines, or one more long paragraph without a sign of news, which goes on for the
   * rules too.
   */
  private goesOn(i: number): boolean {
    const sign = this.signs[i]
    if (i === 0 || (sign !== FULL && sign !== ENDS)) return false
    const ruled = this.ruled[i] as number
    const above = this.ruled[i - 1] as number
    if (ruled !== above && (ruled !== RULED_AS.body || (above !== RULED_AS.first && above !== RULED_AS.item))) return false
    const before = this.signs[i - 1]
    if (this.isFull && before === FULL && (this.lines[i] as Line).indent < 2 && !this.hasGap(i)) return true
    return (
      (before === ENDS || before === DATELINE) &&
      ((this.traits[i - 1] as number) & TRAILS) === 0 &&
      ruled === RULED_AS.body &&
      ((this.traits[i] as number) & (IS_NEWS | TRAILS)) === 0 &&
      (this.lines[i] as Line).width >= PARAGRAPH
    )
  }

  private signOf(i: number): number {
    const line = this.lines[i] as Line
    const text = this.texts[i] as string
    const { length } = text
    if (line.kind === 'furniture') return FURNITURE
    if (line.kind === 'continuation') return CONTINUED
    const stops = (this.traits[i] as number) & STOPPED
    // more of a paragraph that is broken into lines
    if (this.signs[i - 1] === FULL && !line.gap && line.indent < 2 && line.kind === 'text') {
      if (stops && length >= 14) return ENDS
      if (!stops && line.width >= this.column * 0.82 && this.breaking[i] && this.isFull) return FULL
    }
    let early = 0
    for (let k = 0; k < 30 && k < length; k++) early |= bits[text.charCodeAt(k)] as number
    let traits = stops
    if ((early & RECENT) !== 0) {
      if (((bits[text.charCodeAt(0)] as number) & DAYS) !== 0 && NEWS_START.test(text)) traits |= IS_NEWS
      if (NEAR.test(text.slice(0, 30))) traits |= IS_NEAR
    }
    const last = bits[text.charCodeAt(length - 1)] as number
    if (length > 6 && ((last & CLOSES) !== 0 || text.endsWith('）。')) && TRAILING.test(text.slice(-44))) traits |= TRAILS
    const ruled = this.ruled[i]
    const isNames = ruled === RULED_AS.byline || (!stops && length <= SHORT && (early & REPORTER) !== 0 && NAMED.test(text))
    const isOpening = !isNames && (early & REPORTER) !== 0 && OPENING.test(text)
    if (isOpening) traits |= OPENS_NEWS
    this.traits[i] = traits
    if (isNames) return BYLINE
    if (line.kind === 'caption') return CAPTION
    if (isOpening) return DATELINE
    if (stops) return length < 14 ? ENDS_SHORT : ENDS
    if (this.isFull ? line.width >= this.column * 0.82 && holds(text, CLAUSES) : length > 60) return FULL
    if ((last & (COMMA | LIST | COLON)) !== 0 || text.endsWith('；')) return OPEN
    return length <= 6 ? SHORT_HEAD : HEAD
  }

  private signAt(i: number): number {
    return i < 0 ? START : i < this.signs.length ? (this.signs[i] as number) : END
  }

  private isHead(i: number): boolean {
    const sign = this.signs[i]
    return sign === HEAD || sign === SHORT_HEAD
  }

  private hasGap(i: number): boolean {
    return this.lines[i]?.gap ?? true
  }

  /** The width of the column around the line; 0 where lines are no columns. */
  private columnAt(i: number): number {
    if (!this.isFull) return 0
    const known = this.columns[i >> 4]
    if (known !== undefined) return known
    const widths: number[] = []
    const middle = i | 15
    for (let j = Math.max(0, middle - 22); j < Math.min(this.lines.length, middle + 9); j++)
      if (this.breaking[j]) widths.push((this.lines[j] as Line).width)
    const column = widths.length < 3 ? this.column : (widths.sort((a, b) => a - b)[widths.length >> 1] as number)
    this.columns[i >> 4] = column
    return column
  }

  private ofLine(i: number): number[] {
    const line = this.lines[i] as Line
    const text = this.texts[i] as string
    const sign = this.signs[i] as number
    const traits = this.traits[i] as number
    const { length } = text
    const size = bucket(length, LENGTHS)
    const full = this.isFull ? 1 : 0
    const gapBelow = this.hasGap(i + 1)
    const found = [
      MODE + this.mode,
      LENGTH + size,
      LENGTH_IN + 2 * size + full,
      CLASS_IN + 2 * sign + full,
      LAST + lastSign(text, (traits & STOPPED) !== 0),
      GAPS + sign * 8 + (line.gap ? 4 : 0) + (gapBelow ? 2 : 0) + (line.indent >= 2 ? 1 : 0),
      PLACE + placeOf(i, this.lines.length),
    ]
    const column = this.columnAt(i)
    if (column > 0) found.push(WIDTH + bucket(line.width / column, WIDTHS))
    const shown = length > LONG ? text.slice(0, EDGE) + text.slice(-EDGE) : text
    this.addShapes(text, shown, found)
    if ((traits & OPENS_NEWS) !== 0) found.push(OPENED)
    if ((traits & IS_NEWS) !== 0) found.push(NEWS)
    if ((traits & IS_NEAR) !== 0) found.push(NEWS_NEAR)
    if ((traits & TRAILS) !== 0) found.push(TRAILING_NAMES)
    this.addAround(i, sign, found)
    this.addRuled(i, sign, found)
    return found
  }

  private addShapes(text: string, shown: string, found: number[]): void {
    let mask = 0
    let digits = 0
    let letters = 0
    let balance = 0
    let commas = 0
    const { length } = shown
    for (let i = 0; i < length; i++) {
      const own = bits[shown.charCodeAt(i)] as number
      if (own === 0) continue
      mask |= own
      if ((own & DIGIT) !== 0) digits++
      else if ((own & LETTER) !== 0) letters++
      else if ((own & OPENS) !== 0) balance++
      else if ((own & CLOSES) !== 0) balance--
      else if ((own & COMMA) !== 0) commas++
      else if ((own & STOPS) !== 0 && i < length - 2) commas |= 1 << 16
    }
    if (commas >> 16 !== 0) found.push(INNER)
    const begins = bits[shown.charCodeAt(0)] as number
    for (let s = 0; s < NEEDS.length; s++) {
      const needs = NEEDS[s] as number
      if (((needs === FIRST ? begins : mask) & needs) !== 0 && (TESTS[s] as RegExp).test(shown)) found.push(SHAPE + s)
    }
    for (let s = 0; s < HELD.length; s++) if ((mask & (HELD[s] as number)) !== 0) found.push(HOLDS + s)
    if (text.length <= SHORT)
      for (let s = 0; s < SHORT_TESTS.length; s++)
        if (text.length <= (MOST[s] as number) && (SHORT_TESTS[s] as RegExp).test(text)) found.push(SHORT_SHAPE + s)
    found.push(COMMAS + Math.min(commas & 0xffff, 2))
    if (digits > length * 0.25) found.push(DIGITS)
    if (letters > length * 0.5) found.push(LATIN)
    if (balance !== 0) found.push(BALANCE + (balance > 0 ? 0 : 1))
  }

  private addAround(i: number, sign: number, found: number[]): void {
    const before = this.signAt(i - 1)
    const after = this.signAt(i + 1)
    found.push(
      ABOVE_2 + this.signAt(i - 2),
      BELOW_2 + this.signAt(i + 2),
      BELOW_3 + this.signAt(i + 3),
      PAIR_ABOVE + before * CLASS_COUNT + sign,
      PAIR_BELOW + after * CLASS_COUNT + sign,
      TRIPLE + (before * CLASS_COUNT + sign) * CLASS_COUNT + after,
    )
    if (i > 0) {
      if (this.hasGap(i)) found.push(GAP_PAIR + before * CLASS_COUNT + sign)
      if (((this.traits[i - 1] as number) & TRAILS) !== 0) found.push(ABOVE_TRAILING)
      const above = this.lines[i - 1] as Line
      if (this.isFull && above.width < this.columnAt(i - 1) * 0.72)
        found.push(ABOVE_SHORT + (((this.traits[i - 1] as number) & STOPPED) !== 0 ? 0 : 1))
      found.push(RATIO + bucket((this.texts[i] as string).length / (above.text.length || 1), RATIOS))
    }
    const next = this.traits[i + 1] ?? 0
    if ((next & IS_NEWS) !== 0) found.push(BELOW_NEWS)
    if ((next & IS_NEAR) !== 0) found.push(BELOW_NEWS + 1)
  }

  private addRuled(i: number, sign: number, found: number[]): void {
    const own = this.ruled[i] as number
    const above = this.ruled[i - 1] ?? OPINIONS
    const below = this.ruled[i + 1] ?? OPINIONS
    found.push(
      RULED + own,
      RULED_CLASS + own * CLASS_COUNT + sign,
      RULED_ABOVE + above * OPINIONS + own,
      RULED_BELOW + below * OPINIONS + own,
    )
  }

  /** What stands around each run of headings, and what the text around knows of them. */
  private addHeadings(out: number[][], at: Int32Array): void {
    let from = 0
    while (from < this.lines.length) {
      const sign = this.signs[from]
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
      this.addRun(out, at, from, end, first, last)
      from = end
    }
  }

  private addRun(out: number[][], at: Int32Array, from: number, end: number, first: number, last: number): void {
    const below = this.signAt(last + 1)
    const above = this.signAt(first - 1)
    const size = last - first + 1
    const next = this.traits[last + 1] ?? 0
    const told = this.shares(first, last, this.mark(last + 1, 1, BELOW))
    const marked = this.mark(first - 1, -1, ABOVE)
    const was = this.shares(first, last, marked)
    const cohesion = above === START ? -1 : bucket(this.cohesion(last, marked), COHESIONS)
    let longest = 0
    let most = 0
    let opinions = 0
    for (let i = first; i <= last; i++) {
      longest = Math.max(longest, (this.texts[i] as string).length)
      most = Math.max(most, told[i - first] as number)
      opinions |= 1 << (this.ruled[i] as number)
    }
    const mostAt = told.indexOf(most)
    const traits = size > 1 && size <= 12 ? this.texts.slice(first, last + 1).map(traitOf) : []
    const textBelow = bucket(this.textLength(last + 1, 1), TEXTS)
    const textAbove = bucket(this.textLength(first - 1, -1), TEXTS)
    const hasTitle = (opinions & (1 << RULED_AS.title)) !== 0 ? 1 : 0
    for (let i = from; i < end; i++) {
      const found = out[at[i] as number] as number[]
      const place = Math.min(i - first, 3)
      const ruled = this.ruled[i] as number
      const run = 4 * (Math.min(size, 4) - 1) + place
      found.push(RUN + run, RUN_AROUND + above * CLASS_COUNT + below)
      found.push(RUN_EDGE + ((i === first ? 0 : 2) + (i === last ? 0 : 1)) * CLASS_COUNT + below)
      found.push(RULED_RUN + ruled * 16 + run, RULED_OF + ruled * 4 + hasTitle * 2 + (size > 1 ? 1 : 0))
      if ((next & IS_NEWS) !== 0) found.push(RUN_NEWS)
      if ((next & IS_NEAR) !== 0) found.push(RUN_NEWS + 1)
      if (below === BYLINE) found.push(RUN_BYLINE + this.signAt(last + 2))
      if (first > 0 && this.hasGap(first)) found.push(RUN_GAP)
      const know = told[i - first] as number
      const knew = was[i - first] as number
      const more = know > knew + 0.1 ? 2 : know < knew - 0.1 ? 0 : 1
      found.push(TOLD + bucket(know, SHARES), WAS + bucket(knew, SHARES), TOLD_MORE + more, RULED_TOLD + ruled * 3 + more)
      if (cohesion >= 0) found.push(COHESION + cohesion, RULED_COHESION + ruled * 6 + cohesion)
      found.push(TEXT_BELOW + textBelow, TEXT_ABOVE + textAbove)
      if (size > 1) {
        this.addTraits(found, traits, i - first, first)
        const isLongest = (this.texts[i] as string).length === longest
        found.push(LONGEST + (isLongest ? 0 : 4) + place, MOST_TOLD + (i - first === mostAt ? 0 : 1))
      }
    }
  }

  /** What one of several headings is like beside the others. */
  private addTraits(found: number[], traits: readonly number[], at: number, first: number): void {
    const own = traits[at]
    if (own === undefined) return
    const above = traits[at - 1]
    const below = traits[at + 1]
    let others = 0
    for (const [i, other] of traits.entries()) if (i !== at) others |= other
    for (let k = 0; k < TRAIT_COUNT; k++) {
      const trait = 1 << k
      if ((own & trait) !== 0) {
        found.push(TRAIT + 2 * k + (at === 0 ? 0 : 1))
        if ((others & trait) === 0) found.push(TRAIT_ALONE + k)
      }
      if (above !== undefined && (above & trait) !== 0) found.push(TRAIT_ABOVE + k)
      if (below !== undefined && (below & trait) !== 0) found.push(TRAIT_BELOW + k)
    }
    const { length } = this.texts[first + at] as string
    if (above !== undefined) found.push(RATIO_ABOVE + bucket(length / (this.texts[first + at - 1] as string).length, RATIOS))
    if (below !== undefined) found.push(RATIO_BELOW + bucket(length / (this.texts[first + at + 1] as string).length, RATIOS))
  }

  /** Of each line of the run, the share of its pairs of characters that stand in the marked text. */
  private shares(first: number, last: number, marked: number): readonly number[] {
    const found: number[] = []
    for (let i = first; i <= last; i++) {
      const text = this.texts[i] as string
      found.push(shareMarked(text, text.length, marked))
    }
    return found
  }

  /** The share of the pairs of the text below the run that stand in the marked text above it. */
  private cohesion(last: number, marked: number): number {
    let shared = 0
    let all = 0
    for (let i = last + 1; i < this.lines.length && all < NEXT; i++) {
      if (this.signs[i] === FURNITURE) continue
      const text = this.texts[i] as string
      const size = Math.min(text.length, NEXT - all)
      shared += shareMarked(text, size, marked) * size
      all += size
    }
    return all === 0 ? 0 : shared / all
  }

  private mark(from: number, step: 1 | -1, limit: number): number {
    stamp++
    for (let i = from, length = 0; i >= 0 && i < this.lines.length && length < limit; i += step) {
      if (this.signs[i] === FURNITURE) continue
      const text = this.texts[i] as string
      const size = Math.min(text.length, limit - length)
      // of a long line above, what stands nearest
      const start = step < 0 ? text.length - size : 0
      let before = 0
      for (let k = start; k < start + size; k++) {
        const code = text.charCodeAt(k)
        if (code >= 0x4e00 && code <= 0x9fff) {
          if (before > 0) stamps[(before * 31 + code * 7919) & 0xffff] = stamp
          before = code
        } else if (code > 0x20 && code !== 0x201c && code !== 0x201d) before = 0
      }
      length += size
    }
    return stamp
  }

  /** The length of the text from a line to the next heading. */
  private textLength(from: number, step: 1 | -1): number {
    let length = 0
    for (let i = from; i >= 0 && i < this.lines.length && !this.isHead(i) && length < 1000; i += step)
      length += (this.texts[i] as string).length
    return length
  }
}

/** Traits of a line, a bit for each. */
const STOPPED = 1
const IS_NEWS = 2
const IS_NEAR = 4
const TRAILS = 8
const OPENS_NEWS = 16

/** The number of the window in which each pair of characters was seen last. Different pairs seldom share a place. */
const stamps = new Int32Array(1 << 16)
let stamp = 0

/** The share of the pairs of neighbouring Chinese characters that stand in the marked text. */
function shareMarked(text: string, size: number, marked: number): number {
  let shared = 0
  let all = 0
  let before = 0
  for (let k = 0; k < size; k++) {
    const code = text.charCodeAt(k)
    if (code >= 0x4e00 && code <= 0x9fff) {
      if (before > 0) {
        all++
        if (stamps[(before * 31 + code * 7919) & 0xffff] === marked) shared++
      }
      before = code
    } else if (code > 0x20 && code !== 0x201c && code !== 0x201d) before = 0
  }
  return all === 0 ? 0 : shared / all
}

/** Whether the text ends with a stop, or with one in quotation marks or brackets. */
function endsSentence(text: string): boolean {
  let i = text.length - 1
  while (i >= 0 && ((bits[text.charCodeAt(i)] as number) & (CLOSES | QUOTE)) !== 0) i--
  return i >= 0 && ((bits[text.charCodeAt(i)] as number) & STOPS) !== 0
}

function holds(text: string, set: number): boolean {
  for (let i = 0; i < text.length; i++) if (((bits[text.charCodeAt(i)] as number) & set) !== 0) return true
  return false
}

/** A heading without the number or the sign with which a list of contents may begin its lines. */
function bareHeading(text: string): string {
  let from = 0
  while (from < text.length - 1 && ((bits[text.charCodeAt(from)] as number) & FIRST) !== 0) from++
  return from === 0 ? text : text.slice(from)
}

function bucket(value: number, bounds: readonly number[]): number {
  let i = 0
  while (i < bounds.length && value > (bounds[i] as number)) i++
  return i
}

/** With what the line ends: a sentence, a comma, a colon, a quotation mark, a bracket, a Chinese character, anything else. */
function lastSign(text: string, stops: boolean): number {
  if (stops) return 0
  const code = text.charCodeAt(text.length - 1)
  const own = bits[code] as number
  if ((own & (COMMA | LIST)) !== 0) return 1
  if ((own & COLON) !== 0) return 2
  if ((own & QUOTE) !== 0) return 3
  if ((own & CLOSES) !== 0) return 4
  return code >= 0x4e00 && code <= 0x9fff ? 5 : 6
}

function placeOf(i: number, size: number): number {
  if (i <= 2) return i
  if (i < 6) return 3
  if (i === size - 1) return 4
  return i >= size - 4 ? 5 : 6
}
