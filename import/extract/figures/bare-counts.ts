/** What is counted where the words name only a part of it: a deed (已批复431部), a place (全村142户), a thing measured (22公里隧道), a line of a box of numbers. */
import { simplified } from '../../../model/simplified'
import { cutWords, tagInDictionary } from '../../lexicons/words'
import { type ArticleView, mentionsIn } from '../article-view'
import type { Candidate } from './candidate'
import type { Period } from './period'
import { stripOpening } from './words-around'

/** A measure at the end of a metric; what stands before it is the thing measured. */
export const MEASURE_AT_END =
  /(?:平均)?(?:年龄|月薪|面积|价格|收购价|均价|亩产|单产|总产|产量|产值|收入|(?:日均|年均|月均)?客流量?|(?:日均)?车流量|人数|数量|总数|总量|投资|规模|长度|总长|全长|金额|总额|销量|销售额|利润|占比|比重|(?:累计)?成交[量额]|[收开]盘价)$/
const LONGEST_OBJECT = 6

/**
 * 已批复431部, 累计充电1.9万次: a verb with nothing that says of what. Where the figure before counts in the same unit its noun is meant (批复增设电梯).
 * The verb, or '' where the words are more than that.
 */
export function deedAlone(before: string, clause: string, kin: string, unit: string): string {
  const verb = simplified(before).replace(BEFORE_VERB, '')
  if (verb.length !== 2 || !isVerb(verb) || NAMES_SUM.test(verb)) return ''
  const adverb = /(?:累计|首批|带动|新增|已)(?=经?$)/.exec(clause.slice(0, clause.lastIndexOf(verb)))?.[0] ?? ''
  const shown = adverb + verb
  let object = simplified(kin)
  while (object.length >= 4 && isVerb(object.slice(0, 2))) object = object.slice(2).replace(/^[、和与及]/, '')
  object = lastWords(object.replace(MEASURE_AT_END, ''))
  if (object.length >= 2 && !isVerb(object)) return shown + object
  return shown + (DEED_OF[unit] ?? '')
}

/** The last words, four characters or more of them, where there are more than six. */
function lastWords(text: string): string {
  if (text.length <= LONGEST_OBJECT) return text
  let kept = ''
  for (const word of [...cutWords(text)].reverse()) {
    if (kept.length >= SHORTEST_KEPT) break
    kept = word + kept
  }
  return kept
}
const SHORTEST_KEPT = 4

const isVerb = (word: string): boolean => /^v/.test(tagInDictionary(word, 0, word.length) ?? '')
const BEFORE_VERB = /^(?:已经|现已|已|均|共|要|可|将|再|还|又|累计|目前|仅|只|全部|妥善|陆续|先后|首批|直接|间接|同步|免费)+/
/** Verbs that name a sum themselves. */
const NAMES_SUM = /^(?:亩产|单产|总产|出口|进口|投资|收入|支出|消费|贷款|存款|销售|成交|交易|合计|总计|发电|用电|订单)$/
/** What is counted by a unit where only a verb stands before it: 死亡3人 is 死亡人数. */
const DEED_OF: Readonly<Record<string, string>> = {
  人: '人数',
  名: '人数',
  人次: '人次',
  户: '户数',
  次: '次数',
  亩: '面积',
  平方米: '面积',
  公里: '里程',
  吨: '量',
  公斤: '量',
  立方米: '量',
}

/** 柳村175户750口人, 全村142户: nothing but the place stands before the number. */
export function isPlaceAlone(view: ArticleView, candidate: Candidate, words: string): boolean {
  if (!UNIT_ALONE.has(candidate.unit)) return false
  const bare = words.replace(/(?:现|共|已|只|仅|总共|一共|目前|大约)*(?:有|约|近|超|余)*\s*$/, '').replace(/^[\s，,、]+/, '')
  if (bare === '' || /^(?:全|我|本|该)[\p{Script=Han}]{1,2}$/u.test(bare)) return bare !== '' || /有\s*$/.test(words)
  const end = candidate.start - (words.length - words.trimEnd().length)
  const place = mentionsIn(view.mentions, Math.max(candidate.clauseStart, end - words.length), end)[0]
  return place !== undefined && place.span.end - place.span.start === bare.length
}
const UNIT_ALONE = new Set(['户', '人', '口'])

/** 22公里隧道 measures its length, 40万亩石榴 its area. */
export function dimensionOf(unit: string, noun: string): string {
  const dimension = DIMENSIONS[unit]
  return dimension && !MEASURED.test(noun) ? dimension : ''
}
const DIMENSIONS: Readonly<Record<string, string>> = {
  公里: '长度',
  米: '长度',
  平方米: '面积',
  平方公里: '面积',
  亩: '面积',
  公顷: '面积',
}
const MEASURED = /(?:面积|长度|里程|全长|宽度|高度)$/

/** 97.3%——截至10月底，全市合格率, 2650个：新布设的诱捕器: in boxes of numbers what is counted stands behind a dash. */
export function toldBehind(view: ArticleView, candidate: Candidate, known: readonly Period[]): string {
  const { plain } = view
  const dash = /^(?:以上|多|余)?(?:——?|[：:])/.exec(plain.slice(candidate.end, candidate.end + 5))?.[0]
  if (
    !dash ||
    !/(?:^|\n)[^\p{Script=Han}]{0,4}(?:约|近|超|逾|达)?$/u.test(plain.slice(Math.max(0, candidate.start - 8), candidate.start))
  )
    return ''
  let start = candidate.end + dash.length
  let end = start
  while (end < plain.length && end - start < LONGEST_TOLD && !/[。；;\n]/.test(plain[end] as string)) end++
  const comma = plain.lastIndexOf('，', end - 4)
  if (comma > start) start = comma + 1
  return stripOpening(view, start, end, known)
}
const LONGEST_TOLD = 60
