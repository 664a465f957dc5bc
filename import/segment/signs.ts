/** The signs by which a page shows what its lines are: mastheads, menus, boxes, short news, parts of a script, credits. */
import { pinyin } from 'pinyin-pro'
import type { MappedText } from '../../model/mapped-text'
import { simplified } from '../../model/simplified'
import bylineWords from '../lexicons/byline-words.json'
import furniture from '../lexicons/page-furniture.json'
import { crossesSeam } from '../lexicons/seam'
import type { Block } from '../values/document'
import type { Draft } from './draft'
import { holdsWord, isPlace, isWord, looksLikeName } from './person-names'

/** Lines of a masthead: dates, issue numbers, the name in pinyin. */
export const MASTHEAD =
  /星期|周[一二三四五六日]|农历|農曆|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年|第 ?\d+ ?[期号號]|刊号|刊號|\d ?版|^[A-Z][A-Za-z ]+$|[>›»]|^首页/u
/** The menu of a web page. */
export const NAVIGATION =
  /^(?:网站|本站)?首页|^(?:[\u4e00-\u9fff]{2,4}[ |｜]+){5,}|(?:[\u4e00-\u9fff]{2,6} ?[|｜] ?){4,}|^(?:您|你)?(?:现在|当前|所)?的?(?:当前)?位置|[首主]页\s?(?:>|＞|»|›)/u
/** When and from where a page of the web has its article. */
export const META = /来源[：:]|來源[：:]|发布(?:时间|日期)|\d{1,2}:\d{2}/u
/** Headings above links to other articles. */
const RELATED = new RegExp(
  `^(?:[^\\p{L}\\p{N}“‘《]{0,3}(?:链接(?:$|[\\s：:丨|]+(?=.{4,24}$))|新闻链接|新闻背景|背景资料|背景链接|知识链接|Related |相关(?:阅读|新闻|链接|报道|文章|推荐)|热门|上一篇|下一篇|更多|网友评论|${furniture.links.join('|')}))`,
  'u',
)
/** 上一篇 下一篇 放大+ 缩小-: the controls above an article of an electronic edition. */
const TOOLBAR = /放大|缩小|默认|朗读|字号|打印/u

/** Whether the line stands above links to other articles. */
export function isRelated(printed: string): boolean {
  const text = simplified(printed)
  // 上一篇 下一篇 above an article
  if (/^(?:[上下]一[篇版条期页][ |｜]*)+$/u.test(text)) return false
  return RELATED.test(text) && !TOOLBAR.test(text)
}

/** A row of a table ends in a number, a share or a word that stands for one. */
const ROW = /^\S.{0,30} (?:[+-]?\d[\d.,]*(?:%|‰|[\u4e00-\u9fff]{1,3})?|平|持平|—+|-+|(?:增长|下降|上升|增|降|涨|跌)\d[\d.,]*%?)$/u

/** （单位：万元）, （元/吨） at the end of a heading. */
const UNIT =
  /[（(](?:单位[：:])?[^（()）]{0,8}(?:[元吨斤克人户家件套台辆个只头亩米里%％]|公顷|公里|美元)(?:[/／][^（()）]{1,4})?[）)]$/u

/** Whether the text below the headings is a table: its rows end in numbers, or a heading names the unit of its numbers. */
export function isTable(headings: readonly Block[], below: readonly Block[]): boolean {
  const rows = below.filter(({ text }) => ROW.test(text)).length
  const named = headings.some(({ text }) => UNIT.test(text))
  return rows >= 3 || (named && rows >= 1)
}

/** The beginning of a text that another page holds whole. */
export const TEASER = /(?:\.{3,}|…+)$/u
/** Headings of boxes that hold text and no links only. */
export const BOX = /链接|背景|延伸阅读/u
/** A box whose heading stands before its text in one paragraph: 相关链接 交通运输部等部门… */
export const BOX_INLINE =
  /^[■●◆▲□○◎◇★【[]? ?(?:相关链接|新闻链接|新闻背景|背景资料|背景链接|知识链接|名词解释|延伸阅读|(?:链接|小资料)(?=[】：: ]|截[至止]|据|自|\d{4}年|近年))[】：:\s]*(?=[^：:]{20})/u
/** 四川专项行动战果：记者从省公安厅获悉…: the headline of a box before its text. */
export const BOX_HEADLINE = /^([^，。：；]{6,30})：(?=(?:记者|据|近日|日前|为|自|截至|\d).{20})/u
/** 简讯：…, before one item of short news. */
export const BRIEF_INLINE = /^[【[]?(?:简讯|短讯|快讯|又讯|一句话新闻)[】\]]?[：:]\s*(?=.{15})/u
/** Headings above notes. */
export const NOTES = /^(?:附?注|备注|附注|说明|注释|名词解释)[：:]?$|^(?:附?注|备注|附注)[：:] ?1?[.、．]?/u
/** `【同期声】`, `【专家观点】`: a label inside an article. */
export const LABEL = /^【[^】]{2,24}】$/u
/** Above short news: 简讯, 文化资讯. */
export const BRIEFS = new RegExp(`^[\\u4e00-\\u9fff]{0,4}(?:${bylineWords.briefs.join('|')})$`, 'u')

/** What the script of a programme says of its sounds and parts: 【出录音】（脚步声）. */
export const SCRIPT = /^【(?:出?录音|同期声?|配音|正文|导语|口播|压混|现场|音响|实况|画外音|字幕|主持人|记者)[^】]{0,8}】/u

/** Above a table of contents: 今日导读, 今天节目的主要内容有：. */
export const CONTENTS =
  /^(?:[【[●■◆（(]? ?(?:今日|本期|本版|本次|今天|节目|新闻|内容)*(?:提要|导读|导览|导视|导听|导播|要目|看点|目录|索引|预告|速览|快览|概要|要闻|内容提要|主要内容|内容预告)[】\]）)]?[：:]?|.{0,14}(?:主要(?:内容|新闻)|(?:内容|新闻|节目)提要)有?[：:]?)$/u
/** A line that names the page on which its article stands: `…… 2版`, `>>3版`, `（详见第5版）`. */
export const OTHER_PAGE = /[\s.…·>》（(—-](?:详见|见|刊|第|A|B)*(?:\d{1,2}|(?<=[\s.…·>》（(—-]第?)[一二三四五六七八]) ?版[）)]?$/u
/** `【口播】`, `主持人（甲乙）：`: how an item of a programme is announced. */
export const ANNOUNCED =
  /^【(?:主持人|导语|口播|主播)[^】]{0,8}】|^(?:主持人|主播|播音员)(?:（[^）]{2,8}）|[\u4e00-\u9fff]{2,3})?[：:]/u
/** （录音止）, （垫乐）: what a script says between its texts. */
export const PAUSE = /^[（(【](?:出?录音|录音[止完]|垫乐|音乐|间奏|片[头尾花]|压混|开始曲|歌曲|广告)[^）)】]{0,8}[）)】]$/u
/** How a programme begins to speak of itself, and what it says of itself: 观众朋友，晚上好…, 今天是3月5日，欢迎收看…, 感谢您的收看，再见。 */
const GREETS =
  /^(?:[早上中下午晚]{1,2}好|大家好|[您你]好|好[，的]|(?:各位|亲爱的|尊敬的)*(?:观众|听众|网友)|今天是|欢迎|来看|[^，。]{0,6}以上|感谢|谢谢|(?:今天|本次|这次|本期|这期)的?[^，。]{0,6}(?:节目|新闻|联播|播报|全部)|(?:下面|接下来|首先|一起|现在|稍后|先)[^。]{0,6}[看听关了]|明天|下周|下期|更多)/u
const OF_ITSELF =
  /收[看听]|主要内容|内容提要|详细(?:内容|报道|情况)|具体内容|[观听]众朋友|(?:节目|新闻|联播|内容)[^。]{0,8}(?:到这里|到此|结束|播送完|就是这[些样])|[早上中下午晚]{1,2}好[，！。] ?今天是|再见|再会/u

/** …各位听众，早上好！ */
const GREETING = /(?:听众|观众)(?:朋友)?们?，?(?:大家)?[早上中下午晚]{0,2}好[！。]$/u

/** The same as far as it can be told outside a script. */
const PLAIN_GREETING =
  /^(?:【[^】]{2,6}】|(?:主播|主持人|播音员|男|女|合)[^：]{0,8}：)?(?:早上好，|晚上好，)?(?:(?:各位(?:观众|听众)|(?:观众|听众)(?:朋友|同志))[^。]{0,20}(?:好|收看|收听|播送)|(?:今天|本次|这次|本期|这期|以上就是)的?(?:节目|新闻|联播)[^。]{0,12}(?:播送完|就是这[些样]|主要内容|到这里|到此|结束|全部内容)|(?:以下|下面)[^，。]{0,12}(?:详细|具体|完整|文字)[^，。]{0,6}[：:。]?$|(?:下面|接下来|首先)请[看听](?:详细|具体)|感谢(?:您的)?收[看听]|欢迎(?:您)?收[看听])/u

/** Whether the text behind a mark of `start` characters is what a programme says of itself; null stands for a page that is no script. */
export function isGreeting(printed: string, start: number | null): boolean {
  if (printed.length > 100) return false
  if (start === null) return PLAIN_GREETING.test(simplified(printed))
  const text = simplified(printed.slice(start))
  const label =
    /^(?:(?:主播|主持人|播音员|男|女|合|[\u4e00-\u9fff]{2,4})[：:]|【[\u4e00-\u9fff ]{2,8}】)/u.exec(text)?.[0].length ?? 0
  return (GREETS.test(text.slice(label)) && OF_ITSELF.test(text)) || GREETING.test(text)
}
/** `本台记者甲乙、丙丁报道。` below an item of a programme. */
export const SIGN_OFF = /^[\u4e00-\u9fff]{0,8}(?:记者|通讯员)[\u4e00-\u9fff·、 ]{2,30}(?:报道|采制|采写|播送|摄制)。?$/u
/** What stands before an article and is none of it. */
export const PREFACE =
  /^[[【]?(?:编者按|编者的话|开栏的话|开栏语|摘要|内容摘要|内容提要|内容简介|核心提示|阅读提示|核心阅读|导读)[\]】]?[：: ]?/u

/** `核心提示：…` between headline and byline. */
export const SUMMARY = /^[[【]?(?:内容摘要|摘要|内容提要|核心提示|阅读提示|核心阅读)[\]】：:]/u

/** Whether the text is not Chinese: the menu of a site, an English summary. */
export function isForeign(text: string): boolean {
  return (text.match(/[\u4e00-\u9fff]/gu)?.length ?? 0) < text.length * 0.3
}

/** Whether the heading is more than a label: 深瞳, 要闻, 记者观察. */
export function isHeadline(block: Block): boolean {
  return block.text.replace(/\s/gu, '').length > 4
}

/**
 * Where the headline stands with which an item of short news begins: behind a list sign, before a blank, `▲环湖公路收尾 市交通局近日…`. The blank may have been
 * taken out as a stray one: then it stands in the source only.
 */
export function leadingHeadline(block: Block, text: string): { readonly start: number; readonly end: number } | null {
  if (block.text.startsWith('【')) return null
  const start = /^[▲△▶►●◆◇■□★☆•·\s]*/u.exec(block.text)?.[0].length ?? 0
  for (const [i, [at, source]] of block.runs.entries()) {
    const before = block.runs[i - 1]
    const blank = before !== undefined && /^[^\S\n]+$/u.test(text.slice(before[1] + before[2], source))
    if (
      !blank ||
      at < start + 5 ||
      /[，。、；：]/u.test(block.text[at] ?? '') ||
      crossesSeam(block.text.slice(Math.max(start, at - 4), at), block.text.slice(at, at + 4))
    )
      continue
    if (at > start + 30) break
    const headline = block.text.slice(start, at)
    if (/[。；]|，.*，/u.test(headline) || block.text.length - at < 20) return null
    if (
      /[\d]$/u.test(headline) ||
      (!/[“”]$/u.test(headline) && (headline.match(/“/gu)?.length ?? 0) !== (headline.match(/”/gu)?.length ?? 0))
    )
      continue
    return { start, end: at }
  }
  return null
}

/** Odds below which a section heading is no headline, whatever stands at the end of its text. */
const UNLIKELY = -4

/** The section heading that could as well be a headline. */
export function likeliestHeadline(draft: Draft): Draft['sections'][number] | null {
  const likely = draft.sections.filter(
    section => section.odds > UNLIKELY && section.blocks.some(one => one.text.length >= 5 && !LABEL.test(one.text)),
  )
  return likely.reduce<Draft['sections'][number] | null>(
    (best, one) => (best === null || one.odds > best.odds ? one : best),
    null,
  )
}

/** Where the line that names the writers begins at the end of a paragraph: `…。 本报记者 甲乙 整理`. */
export function creditAt(text: string): number | null {
  const credit =
    /[。！？”][\s■□◎●◆○◇▲★]*(?=[\u4e00-\u9fff]{0,10}(?:通讯员|记者|实习生)(?!从|在|昨|今|近|日前|了解|获悉|看到|来到|走|采访|注意)[^，。：]{2,30}(?:$|(?:报道|采制|播送)[。：]$)|[^，。：\s]{2,8}记者[^，。：]{2,24}(?:整理|报道|摄影报道)$)/u.exec(
      simplified(text.slice(-60)),
    )
  return credit ? Math.max(0, text.length - 60) + credit.index + credit[0].length : null
}

/** A body that signs a notice, and the day, behind the last sentence: …敬请谅解。 某某供电公司 2015年12月15日 */
const SIGNATURE =
  /[。！]\s?([\u4e00-\u9fff（）]{3,24}(?:政府|委员会|[局厅委办处]|公司|集团|办公室|小组|指挥部|中心|法院|检察院|银行|学校|大学|协会|支队|大队|医院)\s?(?:[12]\d{3}|[一二][〇○零九][〇○零一二三四五六七八九]{2})\s?年[\d一二三四五六七八九十 ]{1,4}月[\d一二三四五六七八九十 ]{1,4}日)$/u

/** Where the signature of a notice begins at the end of its text. */
export function signatureAt(text: string): number | null {
  const signature = text.endsWith('日') ? SIGNATURE.exec(text.slice(-60))?.[1] : undefined
  return signature === undefined ? null : text.length - signature.length
}

/** Where a name alone begins that ends a paragraph, behind a blank as in `…放置救生圈。 甲 乙`, which stands in the source only, or without one. */
export function nameAtEnd({ text, runs }: MappedText): number | null {
  const name = /[。！？”]([\u4e00-\u9fff]{2,3})$/u.exec(text)?.[1]
  // 牧 云: set wide, a pen name too
  if (name?.length === 2 && isSetWide(runs, text.length)) return text.length - 2
  if (name === undefined || !looksLikeName(name) || isWord(name) || isPlace(name)) return null
  const at = text.length - name.length
  if (name.length === 3 && text[at - 1] === '。' && !holdsWord(name)) return at
  const run = runs.findIndex(([start]) => start === at)
  const before = runs[run - 1]
  return before !== undefined && ((runs[run] as readonly number[])[1] as number) > before[1] + before[2] ? at : null
}

/** Whether a blank stands in the source between the last two characters. */
function isSetWide(runs: MappedText['runs'], length: number): boolean {
  const last = runs.at(-1)
  const before = runs.at(-2)
  return (
    last !== undefined &&
    before !== undefined &&
    last[0] === length - 1 &&
    last[1] > before[1] + before[2] &&
    last[1] <= before[1] + before[2] + 3
  )
}

/** Whether the paragraph is an item of a list. */
export function isBullet(text: string): boolean {
  return /^[●◆■•·①-⑳▲]/u.test(text)
}

/** Whether the line spells out the end of the heading above it, as running labels do: 核心提示 over HEXINTISHI. */
export function isPinyinOf(line: string, heading: string): boolean {
  if (!/^[A-Z][A-Za-z ]{3,40}$/u.test(line) || heading.length > 16) return false
  const spelled = pinyin(heading.replace(/[^\u4e00-\u9fff]/gu, ''), { toneType: 'none', v: true, separator: '' }).toUpperCase()
  return spelled.endsWith(line.replace(/ /gu, '').toUpperCase())
}

/** The index of the shortest heading. */
export function shortest(headings: readonly Block[]): number {
  let found = 0
  for (const [i, one] of headings.entries()) if (one.text.length < (headings[found] as Block).text.length) found = i
  return found
}
