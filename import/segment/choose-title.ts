/** Tells headline, kicker and sub-headline apart among the headings above an article. */
import { joinMapped, type MappedText, sliceMapped, trimMapped } from '../../model/mapped-text'
import { simplified } from '../../model/simplified'
import headingWords from '../lexicons/heading-words.json'
import { crossesSeam } from '../lexicons/seam'
import { words } from '../lexicons/words'
import type { Block } from '../values/document'
import { GENRE_BEFORE, isGenre } from './genre'
import { isBelow } from './look-around'
import { isPlace } from './person-names'
import { PARTICULAR } from './web-lines'
import { pairs, share } from './word-pairs'

export interface Titles {
  readonly title: MappedText | null
  readonly subtitle: MappedText | null
  /** Labels, further lines, the title of the page. */
  readonly rest: readonly MappedText[]
}

const MARKED = /^[■●◆▲□○◎]/u
const any = (list: readonly string[]): string => `(?:${list.join('|')})`
const RUBRIC = new RegExp(
  `(?:${any(headingWords.rubricEndings)}|开局看[\\u4e00-\\u9fff]{2}|看(?:进度|变化|发展|落实|亮点|成效))[①-⑳\\d（）()一二三四五六七八九十之·]*$`,
  'u',
)
const SPEAKS = new RegExp(`${any(headingWords.speaking)}$|(?:强调|指出|要求)[\\s：:]`, 'u')
const LEADER = new RegExp(`^[\\u4e00-\\u9fff]{2,9}${any(headingWords.leading)}`, 'u')
/** The slogan of a campaign, under which papers print much. */
const SLOGAN = new RegExp(any(headingWords.slogans), 'u')
/** A headline that begins with the place that it is about. */
const PLACE_FIRST = /^([\u4e00-\u9fff]{2,6})：(?=.{5})/u
/** A headline of two halves. */
const HALVES = /^[\u4e00-\u9fff、”“‘’！？\d]{4,18} [\u4e00-\u9fff、“”‘’！？\d]{4,20}$/u
/** A headline that begins with two halves and may go on. */
const HALVES_FIRST = /^[\u4e00-\u9fff、”“‘’！？\d]{4,18} [\u4e00-\u9fff、“”‘’！？\d]{4,20}(?: |$)/u
/** Whom a talk is with: 对话某大学育种专家甲乙. */
const WHO = /^[—–-]{0,2}\s*(?:对话|专访|访谈?(?!问))[^，。！？]{2,}$/u
/** What the reporters did for the text below: 本报记者探访某工地. */
const REPORTERS = /^本[报刊台](?:全媒体|特派|见习)?记者[^，。：]{0,8}(?:探访|走进|走访|体验|探寻|调查|实地|带你|追踪|采访|直击)/u
/** Who speaks below: 省人大代表、某合作社理事长 甲乙. */
const SPEAKER = /^(?=.{8})[^，。！？“”]*(?:[代委]表|委员|[长员任记授理师者席裁]) [\u4e00-\u9fff]{1,2} ?[\u4e00-\u9fff]{1,2}$/u
const BODIES = /^(?:[\u4e00-\u9fff]{2,20}(?:局|会|厅|委|部|中心|办公室|报社|研究院|集团|公司)(?:\s|$)){2,}$/u
/** What a field of an article holds: 标题：, 引题：, before it. */
const FIELD = /^(?:原?标题|主标题|题目?|[引肩眉]题|副标?题)[：:]$/u
/** 今年再添120家: a number that still says what the first line is about. */
const GOES_ON_WITH_NUMBER =
  /^(?:[今去明前]年|年内|年底前|本[周月]|近日|昨[日天]?|今[日天]?)?(?:再|又|新[添增建开]|将|已|累计|[达超破增添有]|投[入资]|获|迎来|惠及|带动|共|约|近|[\d]|[一二两三四五六七八九十百千万]+)/u
/** `一、` and `（二）` begin the heading of a section. */
export const NUMBERED = /^(?:[（(][一二三四五六七八九十]{1,2}[）)]|[一二三四五六七八九十]{1,2}、)/u
const DASH = /^[—–\-－─]{1,3}\s*/u

/** What loses a line of which the text below does not speak. */
const NAMED = 2.5
/** A line of whose character pairs at least this share stands in the text says what the text says. */
const ENOUGH = 0.08
/** The same where the text says just what the line says. */
const MUCH = 0.3
/** The name of a column behind a list sign is no longer than this. */
const LABEL = 8
/** No more of the text than this tells what it is about. */
const SAMPLE = 500

/** The headline, what stands above or below it, and the rest. `below` is the text of the article. */
export function chooseTitle(headings: readonly Block[], source: string, below: string): Titles {
  const told = headings.length > 1 ? pairs(below.slice(0, SAMPLE)) : new Set<number>()
  const all = headingLines(headings, source, told)
  const bars = all.filter((line, i) => all.some((other, k) => k !== i && isTitleOf(line.text, other.text, i < k)))
  // （上接第1版） is no headline where another stands
  const lines = all.filter(line => !bars.includes(line) && (all.length === 1 || !/^[（(【]?(?:上接|[紧緊]接)/u.test(line.text)))
  if (lines.length === 0) return { title: null, subtitle: null, rest: [] }
  const plain = lines.map(line => simplified(line.text))
  const scores = plain.map((line, i) => score(line, i, plain) - (isForeignTo(lines, i, told) ? NAMED : 0))
  const best = scores.reduce((top, each, i) => (each > (scores[top] as number) ? i : top), 0)
  const others = lines.filter((_, i) => i !== best)
  const dashed = others.find(line => DASH.test(line.text))
  const beside = [...lines.slice(best + 1), ...lines.slice(0, best).reverse()].filter(line => !FIELD.test(line.text))
  const subtitle = dashed ?? beside[0] ?? null
  return { title: lines[best] as MappedText, subtitle, rest: [...bars, ...others.filter(line => line !== subtitle)] }
}

/** The same where it is known which lines are the headline: these as one, and what stands around them. */
export function titlesAround(lines: readonly Block[], others: readonly Block[]): Titles {
  const whole = lines.slice(1).reduce<MappedText>((before, line, i) => {
    const isTorn = isBroken((lines[i] as Block).text, line.text)
    return joinMapped([before, line], isTorn ? '' : ' ')
  }, lines[0] as Block)
  const [label, ...headline] = columnApart(withoutSite(whole))
  const title = headline[0] ?? (label as MappedText)
  const below = (lines.at(-1) as Block).source.end
  const subtitle =
    others.find(({ text }) => DASH.test(text)) ?? others.find(({ source }) => source.start >= below) ?? others.at(-1) ?? null
  return { title, subtitle, rest: [...(headline[0] ? [label as MappedText] : []), ...others.filter(one => one !== subtitle)] }
}

function score(text: string, at: number, lines: readonly string[]): number {
  const length = [...text.replace(/\s/gu, '')].length
  // what stands above, headline and what stands below: of three lines the second is the headline
  let points =
    lines.length === 3 && at === 1 && !DASH.test(lines[2] ?? '') && !SPEAKS.test(lines[2] ?? '')
      ? 0.8
      : -Math.min(at, 3) * 0.5 - Math.max(0, at - 3) * 0.1
  if (/[—–]{2}$/u.test(text)) points -= 4
  // 某某日报图文数据库（1946—2024）, above what it holds
  if (at === 0 && lines.length > 1 && /(?:数据库|数字报|电子报|电子版|门户网站|官方网站)[^，。]{0,12}$/u.test(text)) points -= 4
  // 品名 规格 价格: the head of a table
  if (/[（(][^（()）]{1,10}[）)]$/u.test(lines[at - 1] ?? '') && /^(?:\S{1,6} ){2,}\S{1,8}$/u.test(text)) points -= 4
  // ■官员落区 商界：盼快落地 below its headline
  if (MARKED.test(text) && lines.some(line => !MARKED.test(line) && line.length >= Math.min(7, text.length))) points -= 4
  // “民族团结一家亲” alone above the headline is a motto, but not above whom it quotes
  if (lines.length > 1 && at < lines.length - 1 && /^“[^”，]{3,12}”$/u.test(text) && !WHO.test(lines[at + 1] ?? '')) points -= 3
  if (lines.length > 1 && WHO.test(text)) points -= 2
  if (lines.length > 1 && isGenre(text)) points -= 6
  if (DASH.test(text)) points -= 10
  // a sub-headline behind a dash stands directly below its headline
  else if (DASH.test(lines[at + 1] ?? '')) points += 3
  if (lines.length > 1 && RUBRIC.test(text)) points -= 4
  if (lines.length > 1 && SPEAKS.test(text)) points -= at < lines.length - 1 && !/召开$/u.test(text) ? 4 : 2
  if (lines.length > 1 && /[\u4e00-\u9fff](?:强调|指出|要求|讲话|主持|出席|致辞|作报告)[\s：:]/u.test(text)) points -= 4
  // what a leader did stands above the slogan that is the headline
  if ((LEADER.test(text) && HALVES_FIRST.test(lines[at + 1] ?? '')) || (/(?:召开|举行)$/u.test(text) && isSaid(lines[at + 1])))
    points -= 3
  if (lines.length > 1 && (BODIES.test(text) || SPEAKER.test(text) || PARTICULAR.test(text))) points -= 6
  const longer = lines.some(line => line.length > 8 && !DASH.test(line))
  if (length <= 6 && longer) points -= length <= 4 ? 5 : 2.5
  else if (length <= 4 && lines.some(line => line.length > length)) points -= 2
  if (lines.length > 1 && /[（(](?:[上中下]|[一二三四五六七八九十]{1,2}|\d{1,2})[)）]$/u.test(text)) points -= 3
  if (/[·•]/u.test(text) && lines.length > 1) points -= 1.5
  // 《某某访谈》20140825
  if (lines.length > 1 && /^《[^》]{2,12}》\s?(?:19|20)\d{2}/u.test(text)) points -= 6
  // 沿着地铁逛青溪③
  if (/[①-⑳]$/u.test(text) && lines.length > 1) points -= 4
  if (/[/／|｜]|走笔|系列(?:报道|之)|之[一二三四五六七八九十]$/u.test(text) && lines.length > 1) points -= 3
  if (/[：:，,]$/u.test(text)) points -= FIELD.test(text) ? 20 : 4
  if (FIELD.test(lines[at - 1] ?? '')) points += /^[引肩眉副]/u.test(lines[at - 1] as string) ? -8 : 6
  // 白河：稻田里养出大闸蟹
  const place = lines.length > 1 ? PLACE_FIRST.exec(text)?.[1] : undefined
  if (place !== undefined && isPlace(place)) points += 1.2
  // 全长42公里 总投资6.8亿元
  if (lines.length > 1 && /^[^ ]*\d[^ ]* [^ ]*\d[^ ]*$/u.test(text)) points -= 1
  else if (HALVES.test(text)) points += at === 0 ? 0.6 : 0.2
  // 本报记者探访某地
  if (lines.length > 1 && REPORTERS.test(text)) points -= 2
  if (/\d/u.test(text)) points -= 0.4
  if (NUMBERED.test(text) && lines.some(line => line.length > 4 && !NUMBERED.test(line))) points -= 6
  if (length >= 8 && length <= 30) points += 0.5
  if (/^(?:[（(【]|[［[][^\]］]+[\]］])/u.test(text)) points -= 6
  return points
}

/** Whether the line below that of a meeting is what was said there rather than who came or how many. */
function isSaid(line: string | undefined): boolean {
  return (
    line !== undefined &&
    line.length >= 6 &&
    !DASH.test(line) &&
    !SPEAKS.test(line) &&
    !LEADER.test(line) &&
    !/[\d：]/u.test(line)
  )
}

/** The headings, those of two or three lines as one. */
export function headingLines(headings: readonly Block[], source: string, told?: ReadonlySet<number>): readonly MappedText[] {
  const out: { text: MappedText; last: Block; lines: number }[] = []
  const spoken = headings.length > 1 && headings.some(block => SPEAKS.test(block.text) || LEADER.test(block.text))
  for (const block of headings) {
    const before = out.at(-1)
    const text: MappedText = { text: block.text, runs: block.runs }
    const broken = before !== undefined && isBelow(before.last, block, source) && isBroken(before.last.text, block.text)
    if (
      before &&
      before.lines < 3 &&
      (broken ||
        (isSecondLine(before.last, block, source, told) &&
          !(told && isTold(block.text, told) && !isTold(before.last.text, told))) ||
        (spoken && isSlogan(before.last, block, source)) ||
        (out.length > 1 && SPEAKS.test(out.at(-2)?.last.text ?? '') && isSloganPair(before.last, block, source)))
    ) {
      before.text = joinMapped([before.text, text], broken ? '' : ' ')
      before.last = block
      before.lines++
    } else out.push({ text, last: block, lines: 1 })
  }
  return out.flatMap(one => columnApart(withoutSite(one.text)))
}

/** Whether the line is the title of a page whose headline is the other: the headline once more, with names of sections and the site behind it. */
function isTitleOf(line: string, headline: string, isAbove: boolean): boolean {
  if (headline.length < 6 || !line.startsWith(headline)) return false
  return line.length === headline.length ? isAbove : /^\s*(?:--|——|[-_|｜])\s*\S/u.test(line.slice(headline.length))
}

/** Whether two lines below who spoke are what was said: 把握窗口期 / 推动某地发展迈出更大步伐. */
function isSloganPair(first: Block, second: Block, source: string): boolean {
  const lines = [first.text, second.text]
  return (
    isBelow(first, second, source) &&
    Math.abs(first.text.length - second.text.length) <= 12 &&
    lines.every(line => /^[\u4e00-\u9fff“”、 ]{7,26}$/u.test(line) && !SPEAKS.test(line) && !LEADER.test(line)) &&
    !/^(?:我|全)[省市县区州旗]/u.test(second.text)
  )
}

/** Whether a break went through a word, a quotation or a phrase of the headline: 某市前三季度实际到 / 位外资增长. */
function isBroken(first: string, second: string): boolean {
  if (first.length < 5 || DASH.test(first) || DASH.test(second) || /[。！？…]$/u.test(first)) return false
  if (/^[、，：？！”’》）的]/u.test(second) || /[，、：“‘《（]$/u.test(first)) return true
  const quotes = count(first, '“') - count(first, '”') + count(first, '《') - count(first, '》')
  if ((quotes > 0 && /[”》]/u.test(second)) || /^[^“《]{1,6}[”》]/u.test(second)) return true
  if (/^[^：]{2,10}：[^：，]{1,4}$/u.test(first)) return true
  return crossesSeam(first.slice(-4), second.slice(0, 4))
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1
}

/** Whether the text below speaks of what the line says, so that it is no name of a column. */
function isTold(line: string, told: ReadonlySet<number>, enough = ENOUGH): boolean {
  return share(pairs(line), told) >= enough
}

/**
 * Whether the line holds words that the text below does not know, above one that it knows: the name of a column, the motto of a site; and, where three
 * lines or more stand there, the headline of something else.
 */
function isForeignTo(lines: readonly MappedText[], at: number, told: ReadonlySet<number>): boolean {
  const { text } = lines[at] as MappedText
  const below = lines.slice(at + 1)
  if (below.length === 0 || told.size === 0) return false
  const isMuchTold = () => below.some(line => share(pairs(line.text), told) > MUCH)
  // 奋进新征程 建功新时代
  if (SLOGAN.test(text)) return !isTold(text, told) && below.some(line => isTold(line.text, told))
  if (text.length > 14 || HALVES.test(text))
    return (lines.length > 2 || text.includes('：')) && text.length <= 40 && share(pairs(text), told) === 0 && isMuchTold()
  if (!/^[\u4e00-\u9fff·\d “”‘’、，]{4,14}$/u.test(text) || /[不没再已仍]/u.test(text)) return false
  return !isTold(text, told) && ((at === 0 && below.some(line => isTold(line.text, told))) || isMuchTold())
}

/** Whether a slogan in two halves goes on in the line below, as headlines do above which stands what a leader did. */
function isSlogan(first: Block, second: Block, source: string): boolean {
  const { text } = second
  return (
    isBelow(first, second, source) &&
    HALVES.test(first.text) &&
    text.length >= 8 &&
    text.length <= 26 &&
    !DASH.test(text) &&
    !/[，：\d]/u.test(text) &&
    [first.text, text].every(line => !SPEAKS.test(line) && !LEADER.test(line))
  )
}

function isSecondLine(first: Block, second: Block, source: string, told?: ReadonlySet<number>): boolean {
  if (!isBelow(first, second, source)) return false
  // the last word or two of a headline that was too long for its line
  if (
    /^[\u4e00-\u9fff]{2,5}$/u.test(second.text) &&
    !SPEAKS.test(second.text) &&
    first.text.length >= 8 &&
    !DASH.test(first.text) &&
    !SPEAKS.test(first.text) &&
    !RUBRIC.test(first.text)
  )
    return true
  if (
    DASH.test(second.text) ||
    DASH.test(first.text) ||
    RUBRIC.test(first.text) ||
    RUBRIC.test(second.text) ||
    SPEAKS.test(first.text)
  )
    return false
  if (WHO.test(first.text)) return false
  // ■今日谈
  if (MARKED.test(first.text) && first.text.length <= LABEL) return false
  if (SPEAKS.test(second.text) || first.text.includes(' ') || second.text.includes(' ')) return false
  if (second.text.length > 20 || second.text.includes('：')) return false
  // 疫后重振，看园区如何抢时间 is a headline of its own
  if (second.text.includes('，') && !first.text.includes('，') && first.text.length > 8) return false
  // a second line with a number says how much or how many: 前7个月对甲出口跃居首位
  if (/\d/u.test(second.text) && first.text.length >= 8 && (endsWithVerb(first.text) || !GOES_ON_WITH_NUMBER.test(second.text)))
    return false
  if (/(?:召开|举行)[\u4e00-\u9fff]{0,4}$/u.test(first.text)) return false
  // 我县新上节水灌溉4.6万亩 says more of what the headline says
  if (/^(?:我|全)[省市县區区州旗]/u.test(second.text)) return false
  if (isCouplet(first.text, second.text)) return true
  // 会川镇 / 党参种苗走出山门
  if (first.text.length <= 6 && isPlace(first.text)) return true
  // 离岛免税 / 迎来“半年考”: the subject of the headline stands in a line of its own
  if (told && first.text.length >= 3 && first.text.length <= 6 && isTold(first.text, told) && beginsWithVerb(second.text))
    return true
  // 环湖公路 / 8月底通车: what the text below speaks of throughout
  if (
    told &&
    first.text.length >= 3 &&
    first.text.length <= 6 &&
    second.text.length <= 10 &&
    isTold(first.text, told, MUCH) &&
    !hasVerb(first.text)
  )
    return true
  // a headline goes on where its first line says nothing yet, or where the second is built like the first
  return (
    (first.text.length >= (beginsWithVerb(second.text) ? 3 : 5) &&
      (first.text.length < 8 || second.text.length <= first.text.length + 3) &&
      !hasVerb(first.text) &&
      !/[：:，]/u.test(first.text)) ||
    isParallel(first.text, second.text)
  )
}

/** Whether two short lines have one length: 砍一株病树 / 保一片果园. */
function isCouplet(first: string, second: string): boolean {
  return first.length === second.length && /^[\u4e00-\u9fff“”]{4,10}$/u.test(first) && /^[\u4e00-\u9fff“”]{4,10}$/u.test(second)
}

/** The parts of speech of the words, in the letters of jieba. */
function tagsOf(text: string): readonly string[] {
  return words()
    .tag(simplified(text), false)
    .map(({ tag }) => tag)
}

function beginsWithVerb(text: string): boolean {
  const tags = tagsOf(text.replace(/[“”]/gu, '').slice(0, 6))
  return (tags[0] === 'd' ? tags[1] : tags[0])?.startsWith('v') === true
}

/** Whether the last word is a verb or the noun of one: 出口逆势增长. */
function endsWithVerb(text: string): boolean {
  return tagsOf(text).at(-1)?.startsWith('v') === true
}

/** Whether the two lines have the same length and some of their words in common: 让企业安心发展 / 让群众放心生活. */
function isParallel(first: string, second: string): boolean {
  if (first.length < 5 || Math.abs(first.length - second.length) > 2 || first.includes('，') !== second.includes('，'))
    return false
  const chars = new Set(first)
  return first[0] === second[0] || [...second].filter(char => /[\u4e00-\u9fff]/u.test(char) && chars.has(char)).length >= 2
}

function hasVerb(text: string): boolean {
  return tagsOf(text).some(tag => tag.startsWith('v') && tag !== 'vn')
}

/** `标题 - 某某门户网站`: the headline of a saved page without the name of its site. */
function withoutSite(line: MappedText): MappedText {
  const site =
    /\s*(?:--|——|[-_|｜])\s*[\u4e00-\u9fffA-Za-z]{2,20}(?:网|网站|门户|频道|客户端|[日晚晨早时]报|在线)(?:[（(][^）)]{0,10}[）)])?$/u.exec(
      simplified(line.text),
    )
  return site && site.index >= 6 ? sliceMapped(line, 0, site.index) : line
}

/** `【在希望的田野上】标题`, `（两会速递）标题`: the name of a column and, apart from it, the headline. */
function columnApart(line: MappedText): readonly MappedText[] {
  if (/^(?:\[[^\]，]{5,}\]|【[^】，]{5,}】)$/u.test(line.text)) return [sliceMapped(line, 1, line.text.length - 1)]
  const genre = GENRE_BEFORE.exec(simplified(line.text))?.[0].length
  if (genre !== undefined) return [trimMapped(sliceMapped(line, 0, genre)), sliceMapped(line, genre, line.text.length)]
  const column =
    /^(?:(?:【[^】]{2,24}】|[[［][^\]］]{2,16}[\]］]|（(?:[^）]{2,12}|\d{1,2})）|《[^》]{2,12}》\s?(?:19|20)\d{2}[-./年]?\d{1,2}[-./月]?\d{1,2}日?)\s*)+(?=.{6})|^(?:原?标题|主标题|题目?|[引肩眉]题|副标?题)[：:]\s*(?=.{6})/u.exec(
      line.text,
    )?.[0].length
  // 乡村故事｜headline
  const bar = column === undefined ? /^[\u4e00-\u9fff·“”]{2,12} ?[丨｜|] ?(?=.{6})/u.exec(line.text)?.[0].length : undefined
  if (bar !== undefined)
    return [trimMapped(sliceMapped(line, 0, line.text.search(/ ?[丨｜|]/u))), sliceMapped(line, bar, line.text.length)]
  if (column === undefined) return [line]
  return [trimMapped(sliceMapped(line, 0, column)), sliceMapped(line, column, line.text.length)]
}
