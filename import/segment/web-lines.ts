/** Puts together what blanks cut apart on a saved web page that stands in one line: the headline, the line under it, where the page stands on its site. */
import { joinMapped, type MappedText } from '../../model/mapped-text'
import headerWords from '../lexicons/page-header-words.json'
import type { Block } from '../values/document'
import { readByline } from './byline'
import { readDateline } from './dateline'
import { readDate } from './dates'
import { isWord, looksLikeName } from './person-names'

export interface WebLines {
  readonly blocks: readonly Block[]
  /** The headline, where the page holds it twice. */
  readonly title: Block | null
  /** The title of the page, which names its site. */
  readonly site: string | null
}

const SEPARATOR = /^(?:>{1,2}|＞|»|›|\||｜|\/|→|-|·)$/u
const BAR = /^[|｜丨]$/u
const FIELD = /^(?:文|图|作者|撰文|撰稿|采写|记者|通讯员|来源|编辑|责编|审核|校对|摄影)$/u
const STEP = /^(?:>{1,2}|＞|»|›|→)$/u
/** A step on the way to the page, an entry of a menu. */
const SHORT = 8
const ENTRY = 4
const ENTRIES = 4
const DAY =
  /^(?:(?:19|20)\d{2}(?:年|[-./])\d{1,2}(?:月|[-./])\d{1,2}日?(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?|\d{1,2}[:：]\d{2}(?:[:：]\d{2})?|(?:星期|周)[一二三四五六日天])$/u
const KEYED =
  /^[（(【[]?(?:发布(?:时间|日期)|时间|日期|更新(?:时间)?|(?:信息|稿件|新闻|文章)?来源|稿源|作者|记者|通讯员|责任?编辑|编辑|责编|浏览(?:次数|量|数)?|点击(?:次数|数|量)?|阅读(?:次数|数|量)?|字号|字体|大小|审核|编审|摄影|撰文|供稿|发布(?:者|机构|单位)?|發佈|來源|時間|評論)[：:]|^(?:发布时间|发布日期|来源|作者|浏览|阅读|点击|字号|字体)$/u
const NAMES_NEXT = /^(?:作者|记者|通讯员|编辑|责编|责任编辑|摄影|撰文|供稿|审核)/u
const ROLE = /^(?:[\u4e00-\u9fff]{0,6}(?:记者|通讯员)|实习生|摄影|文\/图|图\/文|编辑)$/u
const LABEL = /^(?:[（(［[【][^）)］\]】]{1,8}[）)］\]】](?=.{4}))?(?:(?:原标题|标题|[题題])[：:])?/u
/** ［社会］ before a headline. */
const TAG = /^[［[（(【][^］\]）)】]{1,8}[］\]）)】]$/u
const COUNT = /^(?!0\d)\d+(?:\.\d+)?万?(?:次|人|人次|条|\+)?$/u
/** The names of section and site at the end of a page's title: `标题--财经--某某网`, `标题_某某网`. */
export const SITE =
  /\s*(?:--|——|_|\||｜|-)\s*[\u4e00-\u9fffA-Za-z·]{2,14}(?:\s*(?:--|——|_|\||｜|-)\s*[\u4e00-\u9fffA-Za-z·]{2,14})*(?:[（(][A-Za-z.]+[）)])?$/u
/** `地点：…`, `发布人：某局局长`: when and where a talk is held and who takes part. */
export const PARTICULAR =
  /^(?:时间|日期|地点|主持人?|发布人|发言人|嘉宾|(?:出席|参加|列席)(?:人员|领导|嘉宾|单位)?|主讲人?|访谈(?:时间|嘉宾|主题)|活动(?:时间|主题)|主题)[：:]/u
/** No headline has more pieces. */
const PIECES = 5
const HEADLINE = 6
/** A piece of running text is no shorter. */
const TEXT = 30
/** Two halves of a headline are together no longer than this. */
const HALVES = 34
const THIRDS = 42
const SECTIONS = new Set(headerWords.sections)
/** What else may stand before a headline. */
const HOUSE = /[报网台社刊号端]$|频道|新闻|动态|要闻|资讯|中心|发布|专栏|首页/u

/** The pieces of the page with those joined that belong together. */
export function webLines(printed: readonly Block[]): WebLines {
  const pieces = withBars(printed)
  const around = onTheWay(pieces)
  const blocks: Block[] = []
  const title = repeated(pieces, around)
  for (let i = 0; i < pieces.length; ) {
    const piece = pieces[i] as Block
    if (title && (i === title.first || i === title.again)) {
      const count = title.count
      const whole = joined(pieces.slice(i, i + count), 'headline')
      blocks.push(i === title.first ? { ...whole, kind: 'furniture' } : whole)
      i += count
      continue
    }
    if (around.has(i)) {
      blocks.push(piece.kind === 'furniture' ? piece : { ...piece, kind: 'furniture' })
      i++
      continue
    }
    const end = metaEnd(pieces, i, around)
    const isDated = end > i && pieces.slice(i, end).some(({ text }) => DAY.test(text.replace(KEYED, '')))
    if (isDated || (piece.kind !== 'furniture' && readDateline(piece.text) !== null)) joinHalves(blocks)
    if (end > i + 1 || PARTICULAR.test(piece.text)) {
      const whole = joined(pieces.slice(i, end), 'furniture')
      const isByline = !isDated && NAMES_NEXT.test(whole.text) && readByline(whole.text) !== null
      blocks.push(isByline ? { ...whole, kind: 'headline' } : whole)
    } else blocks.push(piece)
    i = Math.max(end, i + 1)
  }
  // 原标题： stands before the second
  const shown = title && LABEL.exec((pieces[title.again] as Block).text)?.[0] ? title.first : title?.again
  const own = title && shown !== undefined ? joined(pieces.slice(shown, shown + title.count), 'headline') : null
  return {
    blocks,
    title: own,
    site: title ? joined(pieces.slice(title.first, title.first + title.count), 'headline').text : null,
  }
}

/** The pieces with those joined that a bar cuts apart: 文 | 甲乙. */
function withBars(pieces: readonly Block[]): readonly Block[] {
  if (!pieces.some(({ text }) => BAR.test(text))) return pieces
  const out: Block[] = []
  for (let i = 0; i < pieces.length; i++) {
    const [piece, bar, name] = pieces.slice(i, i + 3)
    if (piece && bar && name && BAR.test(bar.text) && FIELD.test(piece.text) && /^[\u4e00-\u9fff·]{2,8}$/u.test(name.text)) {
      out.push(joined([piece, bar, name], 'headline'))
      i += 2
    } else out.push(piece as Block)
  }
  return out
}

/** Joins the last blocks where they are the parts of a headline. */
function joinHalves(blocks: Block[]): void {
  let start = blocks.length
  while (start > 0 && (blocks[start - 1] as Block).kind === 'headline') start--
  while (start < blocks.length && isBeforeHeadline(blocks[start] as Block)) start++
  const parts = blocks.slice(start)
  if (parts.length > 1 && areParts(parts)) blocks.splice(start, parts.length, joined(parts, 'headline'))
}

/** Whether the piece is a tag or the name of a house, which may stand before a headline. */
function isBeforeHeadline({ text }: Block): boolean {
  return TAG.test(text) || (text.length < HEADLINE && (SECTIONS.has(text) || HOUSE.test(text)))
}

/** Whether the pieces are the parts of one headline, which blanks cut: two halves, or two of one length and a third. */
export function areParts(pieces: readonly Block[]): boolean {
  const [first, second, third] = pieces.map(({ text }) => text)
  if (first === undefined || second === undefined || pieces.length > 3) return false
  const length = pieces.reduce((sum, { text }) => sum + text.length, 0)
  if (length > (third === undefined ? HALVES : THIRDS) || length < HEADLINE || first.length < 3) return false
  if (isBeforeHeadline(pieces[0] as Block)) return false
  if (third !== undefined && Math.abs(first.length - second.length) > 2) return false
  return pieces
    .slice(1)
    .every(
      ({ text }) =>
        text.length >= 3 &&
        !/[，：]|^[—–]|(?:[日晚晨早时商]报|电视台|新闻网|频道|客户端|发布|观察|融媒|在线)$/u.test(text) &&
        readByline(text) === null,
    )
}

/** The pieces as one block of a kind. */
export function joined(pieces: readonly Block[], kind: Block['kind']): Block {
  const first = pieces[0] as Block
  const text: MappedText = pieces.length === 1 ? first : joinMapped(pieces, ' ')
  return { ...text, kind, source: { start: first.source.start, end: (pieces.at(-1) as Block).source.end } }
}

/** The indices of the pieces that say where the page stands (首页 > 新闻 > 正文) and of those of menus. */
function onTheWay(pieces: readonly Block[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (const [i, { text }] of pieces.entries()) {
    if (!SEPARATOR.test(text)) continue
    found.add(i)
    for (const at of [i - 1, i + 1]) {
      const beside = pieces[at]
      if (!beside || beside.text.length > SHORT || /[，。！？]/u.test(beside.text) || DAY.test(beside.text)) continue
      if (STEP.test(text) || /^[|｜]$/u.test(text)) found.add(at)
    }
  }
  // 首页 新闻 政务 专题
  for (let i = 0; i < pieces.length; ) {
    let end = i
    while (end < pieces.length && isEntry(pieces[end] as Block)) end++
    if (end - i >= ENTRIES) for (let k = i; k < end; k++) found.add(k)
    i = end + 1
  }
  return found
}

function isEntry({ kind, text }: Block): boolean {
  return (
    kind !== 'text' && text.length <= ENTRY && /^[\u4e00-\u9fffA-Za-z]+$/u.test(text) && (!looksLikeName(text) || isWord(text))
  )
}

/** Where the line ends that begins at the piece and says when, from where and by whom; the piece itself where none begins. */
function metaEnd(pieces: readonly Block[], start: number, around: ReadonlySet<number>): number {
  const first = (pieces[start] as Block).text
  if (PARTICULAR.test(first) && !KEYED.test(first) && (pieces[start] as Block).kind !== 'text') return partsEnd(pieces, start)
  const isRole = ROLE.test(first)
  if (!isRole && !isMeta(pieces[start] as Block)) return start
  let names = isRole || NAMES_NEXT.test(first)
  let open = /[：:]$/u.test(first)
  let end = start + 1
  for (; end < pieces.length && !around.has(end); end++) {
    const piece = pieces[end] as Block
    const { text } = piece
    if (isMeta(piece)) names = NAMES_NEXT.test(text)
    else if (ROLE.test(text)) names = true
    else if (
      !(names && (looksLikeName(text) || /^[\u4e00-\u9fff]$/u.test(text))) &&
      !(open && text.length <= 16) &&
      !COUNT.test(text) &&
      !(piece.kind === 'furniture' && text.length <= 12)
    )
      break
    open = /[：:]$/u.test(text)
  }
  // names without a day are a byline
  return isRole && !pieces.slice(start, end).some(({ text }) => DAY.test(text)) ? start : end
}

/** Where the offices and names end that follow 发布人：. */
function partsEnd(pieces: readonly Block[], start: number): number {
  let end = start + 1
  for (; end < pieces.length; end++) {
    const { kind, text } = pieces[end] as Block
    const next = pieces[end + 1]
    if (kind === 'text' || PARTICULAR.test(text)) break
    if (
      !looksLikeName(text) &&
      !(next && next.kind !== 'text' && looksLikeName(next.text) && /[长员任记授师者人席裁]$/u.test(text))
    )
      break
  }
  return end
}

function isMeta({ text }: Block): boolean {
  return text.length <= 40 && (DAY.test(text) || (KEYED.test(text) && !/[，。！？]/u.test(text)))
}

/** The pieces near the top that stand there twice, as those of a headline do; the first time the name of the site may stand behind them. */
function repeated(
  pieces: readonly Block[],
  around: ReadonlySet<number>,
): { readonly first: number; readonly again: number; readonly count: number } | null {
  const places = new Map<string, number[]>()
  const top = Math.min(pieces.length, 120)
  for (let i = 0; i < top; i++) {
    const { text, kind } = pieces[i] as Block
    // the headline stands above the text
    if (kind === 'text' && text.length >= TEXT) break
    if (around.has(i) || kind === 'text' || isNoTitle(text)) continue
    const bare = text.replace(LABEL, '')
    places.set(bare, [...(places.get(bare) ?? []), i])
  }
  let best: { first: number; again: number; count: number } | null = null
  let length = HEADLINE - 1
  for (let i = 0; i < Math.min(top, 12); i++) {
    if (around.has(i) || isNoTitle((pieces[i] as Block).text)) continue
    const printed = (pieces[i] as Block).text.replace(LABEL, '')
    const bare = withoutSite(printed)
    for (const again of places.get(bare) ?? []) {
      if (again <= i) continue
      let count = 1
      let size = bare.length
      while (
        bare === printed &&
        count < PIECES &&
        i + count < again &&
        again + count < top &&
        withoutSite((pieces[i + count] as Block).text) === (pieces[again + count] as Block).text &&
        !around.has(again + count)
      ) {
        size += (pieces[again + count] as Block).text.length
        count++
      }
      if (size > length) {
        length = size
        best = { first: i, again, count }
      }
    }
  }
  return best
}

/** Whether the piece says when, from where or by whom. */
function isNoTitle(text: string): boolean {
  return DAY.test(text) || KEYED.test(text) || (/\d/u.test(text) && (readDate(text) !== null || readDateline(text) !== null))
}

function withoutSite(text: string): string {
  const end = text.search(SITE)
  return end >= 2 ? text.slice(0, end) : text
}
