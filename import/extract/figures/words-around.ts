/** The words around a number: what stands before it in its clause, freed of what only links, and the noun behind it with what is said of it. */

import { BLANKS, oneOf } from '../../characters'
import figureWords from '../../lexicons/figure-words.json'
import type { ArticleView } from '../article-view'
import { wordFinder } from '../word-finder'
import type { Candidate } from './candidate'
import type { Change } from './change'
import type { Period } from './period'

const trailing = wordFinder([...figureWords.link, ...figureWords.to, ...figureWords.compare])
export const predicate = wordFinder(figureWords.predicates)
/** Words that open a clause and are no part of what is measured. */
const OPENING = new RegExp(`^(?:(?!${figureWords.wholeAtStart.join('|')})(?:${figureWords.openings.join('|')})|[，,、“”"\\s])+`)
const wholeAtEnd = wordFinder(figureWords.wholeAtEnd)
const SUFFIX = /^(?:以上|左右|上下|以内|以下|之多|多|余|不等|[（(][^）)]{0,20}[）)])+/
const stopsNoun = oneOf('，,。；;！？!?：:\n（）()')
/** A bracket that is a part of the noun: 县（市、区）, 乡镇（街道）. */
const BRACKET = /^[（(][\p{Script=Han}、]{1,8}[）)]/u
/** Verbs that say nothing of what was counted: 6万块光伏板拼成一匹马, 47条建议整理成册. */
const TELLS_NOTHING =
  /^(?:却|仍|[因以按离凭最甚很]|悄悄|缓缓|纷纷|建起来|一律|不准|更多|优先|逐步|过去|日前|认为|反映|指出|[拼做制改变连汇]成|整理|转给|交给|送给|租给|卖给|转交|无法|宣告)/
/** Words of one or two characters with which what is said of the noun begins, unless they are a part of it (因素, 先进). */
const SAYS =
  /^(?:却|仍|因(?![素子此果])|以(?![上下内外来及])|先(?![进锋导行后])|悄悄|缓缓|纷纷|建起来|一律|不准|按(?![摩揭])|离(?![退岗])|凭|靠(?!背)|从(?![业事众属教前容])|把(?![关手握])|最(?![高低佳优美后先新终])|甚(?!高)|很|给(?![水养付排])|可(?=以|在|获|享|用))/
const beginsSaying = oneOf('却仍因以先悄缓一不按离凭靠可从把最甚很给')
const saysOf = (plain: string, at: number): boolean => beginsSaying(plain.charCodeAt(at)) && SAYS.test(plain.slice(at, at + 2))
/** Some word of a time. */
const TIME = /[年月季日]|[目眼当]前|现在|如今/
/** Nouns of one character, behind which what is said of them may begin at once. */
const ONE_CHARACTER = new Set([...'县村市镇乡人地校家户国省区站店厂'])
/** Behind 、 another count begins (3个车间、企业20家), and no further part of the noun (3家原油、成品油企业). */
const NEXT_COUNT = /^、[^，,。；、]{0,12}[0-9一二三四五六七八九十]/
/** 是2015年的3.4倍, 相当于去年的两倍: what is compared with, not what is measured. */
const TIMES_OF = /(?:是|达到|为|相当于|约为|超过|达)[^，,]{0,14}的?$/
export const FROM = /(?:从|由)(?:[^从由，,业]{0,14}(?:的|年|期|底|月|初|每[周天月日年]))?$/
/** 利润由前年的亏损1.9亿元转为…: what stands behind 由 belongs to the first number only. */
const RANGE = /(?<=..)(?:从|由)(?!业|[^，,]*[价率额量值]$)[^从由，,]{0,16}$/
const RANGE_AHEAD = /^[^0-9，,；]{0,10}?(?:至|到|为|成)[^，,；]{0,12}[0-9]/
const LONGEST_NOUN = 26

const levels = wordFinder(figureWords.to.filter(word => word.length > 1))
const reaching = wordFinder(figureWords.reaches)
const action = wordFinder(figureWords.actions)
/** 有 as a verb of its own, not in 所有, 国有, 有效, 有关. */
const HAS = /(?<=..)(?<![没所国公私具拥含享富带设共现占专特原])有(?![关效机色限序轨线害望偿力利些的])(?=..)/
const PER = /(?<=..)每(?:公斤|千克|斤|吨|亩|人|户|个?月|年|天|日|平方米|公里|度|件|台|张|只|头|枚|瓶|盒|学期|小时|分钟)$/
/** 归属于上市公司股东的净利润 */
const NET_PROFIT = /(?:归属于)?(?:上市公司|母公司)?(?:普通股)?(?:股东|所有者)的净利润$/
/** 存款突破千亿元大关: the mark that was passed. */
export const PASSED = /(?:首次|再次)?(?:突破|超过|迈上|跨越|站上|跃上|闯过)[^，,]{0,8}(?:大关|台阶|关口|门槛)$/
const endsInMark = oneOf('关阶口槛')
const PER_AT_START = /^(?:平均)?每(?:平方米|公斤|千克|斤|吨|亩|度|立方米|张|件|台|只|头|枚|瓶|盒)/
/** A time within the words (班列上半年开行). */
const INNER_TIME =
  /(?<=^|[\p{Script=Han}”）])(?:今年|去年|上半年|下半年|全年|前[一二三四五六七八九十0-9]+个?月|第?[一二三四]季度|[0-9]{4}年度?|[0-9]{1,2}月份?)(?=[\p{Script=Han}]{2})/gu
/** 引进某某所等研发机构: the examples of what was counted. */
const EXAMPLES =
  /^((?:引进|引入|设立|建成|培育|汇聚|集聚|聚集|推出|开展|签约|落户|获得|完成|提供|年均提供|带动|吸纳|投资|实施|建设)?).+?(?<![中高初同平对相一二三四五])等(?![级额待距])(?=..)/
/** 社区已进驻团队: the word between who and what was done. */
const ADVERB_WITHIN =
  /(?<=..)(?:已经|现已|已|累计|共计|预计|(?<!公|总|合|一|在|与)共(?![同享建青产计有和安轨生振谋用商学]))(?=..)/
/** The end of a name of bodies before what is measured of them. */
const BODIES = /.*(?:机构|部门|企业|公司|集团|单位|合作社|银行|系统)(?=....)/
/** Words of this length or less are kept whole. */
const SHORT = 8
/** A noun that measures; a verb before it is a part of its name (出口总额). */
const endsMeasure = oneOf('额率量值数比重积模度价费税利润入本金例幅速')
const measures = (noun: string): boolean => endsMeasure(noun.charCodeAt(noun.length - 1))

/** The words that name what is measured, of a clause that begins with who did it: 老厂实现营业收入 is 营业收入, 乡里派车接回工人 is 接回工人. */
function essence(words: string, change: boolean): string {
  let kept = words.includes('年') || words.includes('月') || words.includes('季') ? words.replace(INNER_TIME, '') : words
  if (kept.endsWith('最')) kept = kept.slice(0, -1)
  const bare = kept.includes('《') ? kept.replace(/《[^》]{1,60}》/g, '') : kept
  if (bare.length >= 4) kept = bare
  if (!change && kept.includes('每')) kept = kept.replace(PER, '')
  const planned = kept.replace(/(?:计划|预计|力争|有望)$/, '')
  if (measures(planned)) kept = planned
  const profit = kept.endsWith('净利润') ? NET_PROFIT.exec(kept) : null
  if (profit) return profit[0]
  if (endsInMark(kept.charCodeAt(kept.length - 1))) kept = kept.replace(PASSED, '')
  if (kept.endsWith('价')) kept = kept.replace(PER_AT_START, '')
  if (kept.includes('等')) kept = kept.replace(EXAMPLES, '$1')
  const adverb = ADVERB_WITHIN.exec(kept)
  if (adverb) {
    const rest = kept.slice(adverb.index + adverb[0].length)
    if (rest.length >= 3) kept = rest.length <= 4 && measures(rest) ? kept.replace(adverb[0], '') : rest
  }
  const has = kept.includes('有') ? HAS.exec(kept) : null
  if (has) kept = kept.slice(has.index + 1)
  const achieved = kept.lastIndexOf('实现')
  if (achieved >= 0 && kept.length - achieved >= 4)
    kept = `${kept.slice(0, achieved).replace(/^.*的/, '')}${kept.slice(achieved + 2)}`
  const each = /^(?:每|人均|户均)/.test(kept)
  for (let i = kept.length - 3; i >= 0 && !each; i--) {
    const verb = reaching.at(kept, i)
    if (!verb || kept.length - i - verb.length < 2) continue
    kept = kept.slice(i + verb.length)
    break
  }
  if (kept.length > SHORT + 2 && measures(kept)) kept = kept.replace(BODIES, '')
  if (kept.length <= SHORT || measures(kept)) return kept
  for (let i = kept.length - 3; i > 0; i--) {
    const verb = action.at(kept, i)
    if (verb && kept.length - i - verb.length >= 2 && !/[“”（）]/.test(kept.slice(0, i))) return kept.slice(i)
  }
  return kept
}

/** What is left of a time that was cut off: 11月底前, 8月份, 上月底. */
const REST_OF_TIME = /^(?:底前?|前(?![期台沿景置后往列哨茬])|份(?!额)|起(?![重步点降飞])|间(?!接))/
const standsBetween = oneOf(`${BLANKS}“”"'「」、，,（(`)
const governs = oneOf('与和同、对向为给')
const leadsOn = oneOf(`${BLANKS}的”」`)
const isDigit = oneOf('0123456789０１２３４５６７８９')

export function wordsBefore(
  view: ArticleView,
  candidate: Candidate,
  change: Change,
  from: number,
  known: readonly Period[],
): string {
  const { plain } = view
  const start = Math.max(candidate.clauseStart, from)
  let end = change.start
  for (;;) {
    const at = end
    while (end > start && standsBetween(plain.charCodeAt(end - 1))) end--
    const word = trailing.endingAt(plain, end)
    if (
      word &&
      !(word.length === 1 && wholeAtEnd.endingAt(plain, end)) &&
      end - word.length >= start &&
      !(word.endsWith('均') && /[户人亩年月日校村]/.test(plain[end - word.length - 1] ?? ''))
    )
      end -= word.length
    if (plain[end - 1] === '要' && end - 2 > start && !/[需必主重概只纪摘]/.test(plain[end - 2] as string)) end--
    const tail = plain.slice(Math.max(start, end - 18), end)
    const cut =
      (RANGE_AHEAD.test(plain.slice(candidate.end, candidate.clauseEnd)) ? RANGE.exec(tail) : null) ??
      (change.change ? /(?<![同环占对相])(?:比|较|与)[^，,。；比较与]{1,14}?(?:相比)?$/.exec(tail) : null) ??
      (candidate.kind === 'times' ? TIMES_OF.exec(tail) : null) ??
      FROM.exec(tail)
    if (cut) end -= cut[0].length
    for (const span of known) if (span.end === end && span.start > start) end = span.start
    if (end === at) break
  }
  // 比例不低于, 弃光率最高时到过, 按年: what is left of a link.
  const linked =
    /(?:不|最高时?到?过?|到过|仍|按|也|尚|另|并|却|一度高?|须|必须|按照)+$/.exec(plain.slice(start, Math.max(start, end)))?.[0]
      .length ?? 0
  return essence(stripOpening(view, start, Math.max(start, end - linked), known), change.change)
}

/** The words between two offsets without the time, the names and the adverbs in front; very short ones keep their adverb (已办结), but neither 将 nor what is left of a time. */
export function stripOpening(view: ArticleView, from: number, end: number, known: readonly Period[]): string {
  const { plain } = view
  let start = from
  for (const span of known) {
    const governed = span.start - start <= 8 || governs(plain.charCodeAt(span.start - 1))
    if (span.start >= start && span.end + 2 <= end && governed && plain[span.end] !== '等') start = span.end
  }
  let last = from
  for (;;) {
    const at = start
    for (const span of known)
      if (span.start <= start && span.end > start && span.end <= end && span.end + 1 !== end) start = span.end
    if (start > from) start += REST_OF_TIME.exec(plain.slice(start, Math.min(end - 2, start + 3)))?.[0].length ?? 0
    const opening = OPENING.exec(plain.slice(start, Math.min(end, start + 30)))
    if (opening) start += opening[0].length
    if (start === at) break
    const rest = at > from ? (REST_OF_TIME.exec(plain.slice(at, at + 3))?.[0].length ?? 0) : 0
    last = Math.min(start, at + rest + (plain[at + rest] === '将' ? 1 : 0))
  }
  if (end - start === 2 && last > from && start - last <= 2 && !known.some(span => span.end > last && span.start < start))
    start = last
  const words = view.text.slice(start, end).replace(/^[的“”‘’"+＋\s，,、]+|[的“”‘’"\s，,、]+$/g, '')
  const bracket = words.lastIndexOf('）')
  return bracket >= 0 && bracket < words.length - 2 && !words.includes('（') ? words.slice(bracket + 1) : words
}

/** The noun behind the number and what is said of it: 31个项目正式投产 counts 正式投产的项目. */
export function wordsBehind(view: ArticleView, candidate: Candidate, known: readonly Period[]): { noun: string; said: string } {
  const { plain, text } = view
  const none = { noun: '', said: '' }
  let start = candidate.end
  const suffix = SUFFIX.exec(plain.slice(start, Math.min(candidate.clauseEnd, start + 24)))
  if (suffix) start += suffix[0].length
  if (suffix && /以上|左右|以内|以下/.test(suffix[0]) && plain[start] !== '的') return none
  while (start < candidate.clauseEnd && leadsOn(plain.charCodeAt(start))) start++
  let end = start
  let verb = -1
  let quotation = false
  let stopped = false
  while (end < candidate.clauseEnd && end - start < LONGEST_NOUN) {
    const character = plain[end] as string
    if (character === '“' || character === '「') quotation = true
    if (character === '”' || character === '」') quotation = false
    stopped = !quotation && isDigit(plain.charCodeAt(end))
    const bracket = character === '（' || character === '(' ? BRACKET.exec(plain.slice(end, end + 10)) : null
    if (bracket && end > start) {
      end += bracket[0].length
      continue
    }
    if (stopped || (!quotation && stopsNoun(plain.charCodeAt(end)))) break
    if (character === '、' && (end === start || NEXT_COUNT.test(plain.slice(end, end + 16)))) break
    if (
      !quotation &&
      verb < 0 &&
      (end > start + 1 || (end > start && ONE_CHARACTER.has(plain[start] as string))) &&
      (predicate.at(plain, end) ||
        saysOf(plain, end) ||
        known.some(span => span.start === end && span.end < candidate.clauseEnd && TIME.test(plain.slice(end, span.end))))
    )
      verb = end
    end++
  }
  if (plain[start] === '+' || plain[start] === '＋' || plain[start] === '/') return none
  if (
    end <= start ||
    levels.at(plain, start) !== null ||
    (stopped && end - start <= 4 && /[到至]$/.test(plain.slice(start, end))) ||
    /^(?:增|减|降|升|提|达|超|突破|扩|缩|涨|跌|到|至|转为|变为|调整|上调|下调|上升|下降|上涨|下跌|回升|攀升|跃升|压|和|与|以及|或|，)(?!成|标|力|舱)/.test(
      plain.slice(start, end),
    )
  )
    return none
  const tidy = (words: string): string =>
    words
      .replace(stopped ? /(?:约|近|超|逾)$/ : /$^/, '')
      .replace(/(?:[和及与等的上]|共计|合计)$/, '')
      .replace(/^([^“「]{2,4})[“「][^”」]+[”」]$/, '$1')
      .replace(/(?<=..)[里内]$|(?<=..)(?:中|后)$/, '')
      .trim()
  if (verb < 0) return { noun: tidy(text.slice(start, end)), said: '' }
  const said =
    stopped || TELLS_NOTHING.test(plain.slice(verb, verb + 3))
      ? ''
      : text
          .slice(verb, end)
          .replace(/^(?:已经|已|正在|正(?!式)|将|均|都|全部|被|了|依次|陆续|相继|先后|就近|率先|共同|分别|进行了?)+/, '')
          .replace(/(?:和|及|与|的|共计|共)$/, '')
          .trim()
  return { noun: tidy(text.slice(start, verb)), said }
}
