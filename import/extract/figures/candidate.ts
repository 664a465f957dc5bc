/** A number with its unit that may be a figure, and the clause that it stands in. */
import { BLANKS, oneOf } from '../../characters'
import figureWords from '../../lexicons/figure-words.json'
import units from '../../lexicons/units.json'
import type { ArticleView, Paragraph } from '../article-view'
import { wordFinder } from '../word-finder'
import { findNumbers, type PrintedNumber } from './numbers'

export type UnitKind = 'percent' | 'times' | 'money' | 'measure' | 'count' | 'time' | 'none'

export interface Candidate {
  readonly number: PrintedNumber
  readonly value: number
  readonly unit: string
  readonly kind: UnitKind
  /** From the number to behind its unit. */
  readonly start: number
  readonly end: number
  /** The clause: from the punctuation before to the punctuation behind. */
  readonly clauseStart: number
  readonly clauseEnd: number
  readonly sentenceStart: number
  readonly sentenceEnd: number
}

const KIND = new Map<string, UnitKind>()
for (const kind of ['time', 'count', 'measure', 'money', 'times', 'percent'] as const)
  for (const unit of units[kind]) KIND.set(unit, kind)
const unitFinder = wordFinder(KIND.keys())
const noUnit = wordFinder(units.never)
const SAME = new Map<string, string>(Object.entries(units.same))
const RATE_BEFORE = new RegExp(`(?:${figureWords.rates.join('|')}|[A-Z]{2,4})[^，,。；、A-Za-z]{0,16}$`)
/** 缩短一半, 超过一半: half of something said before, and not 一半是…. */
const HALF_BEFORE = /(?:[缩降减提增升少多省占]|缩短|压缩|减少|下降|增加|提高|超过|近|约|超|了)了?(?:近|约)?一$/

const endsClause = oneOf('，,；;。！？!?\n：:…—')
const endsSentence = oneOf('。！？\n')
const CLAUSE_LIMIT = 120

/** The candidates of a paragraph, in order. */
export function findCandidates(view: ArticleView, paragraph: Paragraph): Candidate[] {
  const { plain } = view
  const candidates: Candidate[] = []
  for (const number of findNumbers(plain, paragraph.start, paragraph.end)) {
    const before = candidates.at(-1)
    if (before && number.start < before.end) continue
    const measured = unitOf(view, number, paragraph.end)
    if (!measured) continue
    const sameSentence = before !== undefined && measured.end <= before.sentenceEnd
    const sentenceStart = sameSentence
      ? before.sentenceStart
      : boundary(plain, number.start, paragraph.start, -1, endsSentence, 400)
    const sentenceEnd = sameSentence ? before.sentenceEnd : boundary(plain, measured.end, paragraph.end, 1, endsSentence, 400)
    const sameClause = before !== undefined && measured.end <= before.clauseEnd
    const clauseStart = sameClause
      ? before.clauseStart
      : boundary(plain, number.start, sentenceStart, -1, endsClause, CLAUSE_LIMIT)
    const clauseEnd = sameClause ? before.clauseEnd : boundary(plain, measured.end, sentenceEnd, 1, endsClause, CLAUSE_LIMIT)
    candidates.push({
      number,
      value: measured.value ?? number.value,
      unit: measured.unit,
      kind: measured.kind,
      start: number.start,
      end: measured.end,
      clauseStart,
      clauseEnd,
      sentenceStart,
      sentenceEnd,
    })
  }
  return candidates
}

function unitOf(
  view: ArticleView,
  number: PrintedNumber,
  limit: number,
): { unit: string; kind: UnitKind; end: number; value?: number } | null {
  const { plain, text } = view
  let at = number.end
  while (at < limit && at < number.end + 3 && isBlank(plain.charCodeAt(at))) at++
  const tenths = number.chinese
    ? /^成(?:([半一二三四五六七八九])(?!本|都)|(?![为立功果员都本绩长交品效分套熟]))/.exec(plain.slice(at, at + 3))
    : null
  if (tenths && number.value < 10 && number.value >= 1)
    return {
      unit: '%',
      kind: 'percent',
      end: at + tenths[0].length,
      value: number.value * 10 + ('半' === tenths[1] ? 5 : tenths[1] ? '一二三四五六七八九'.indexOf(tenths[1]) + 1 : 0),
    }
  // 4.8个亿, 500个亿: sums as they are spoken of.
  if (plain[at] === '个' && (plain[at + 1] === '亿' || plain[at + 1] === '万') && !/[元吨斤人亩]/.test(plain[at + 2] ?? ''))
    return {
      unit: '元',
      kind: 'money',
      end: at + 2,
      value: Number((number.value * (plain[at + 1] === '亿' ? 1e8 : 1e4)).toPrecision(12)),
    }
  if (number.percent) return { unit: '%', kind: 'percent', end: number.end }
  const never = noUnit.at(plain, at)
  const unit = unitFinder.at(plain, at)
  if (
    unit &&
    !(never && never.length > unit.length && !plain.startsWith('家乡镇', at)) &&
    !(isLatin(unit.charCodeAt(0)) && /[A-Za-z0-9]/.test(plain[at + unit.length] ?? ''))
  ) {
    const end = at + unit.length
    if (plain[end] === '级' || (plain[end] === '型' && KIND.get(unit) !== 'percent')) return null
    // 三块五, 只要12块: sums as they are spoken of.
    const jiao = unit === '块' ? /^([0-9])(?![0-9])/.exec(plain.slice(end, end + 2)) : null
    if (jiao)
      return { unit: '元', kind: 'money', end: end + 1, value: Number((number.value + Number(jiao[1]) / 10).toPrecision(12)) }
    if (unit === '块' && isClauseEnd(plain[end]) && BOUGHT.test(plain.slice(Math.max(0, number.start - 10), number.start)))
      return { unit: '元', kind: 'money', end }
    if (unit === '块' && MONEY_TALK.test(plain.slice(Math.max(0, number.start - 16), number.start)))
      return { unit: '元', kind: 'money', end }
    const minutes = unit.endsWith('小时') ? /^([0-9]{1,2})分钟?/.exec(plain.slice(end, end + 5)) : null
    if (minutes)
      return { unit: '分钟', kind: 'time', end: end + minutes[0].length, value: number.value * 60 + Number(minutes[1]) }
    const printed = SAME.get(unit) ?? text.slice(at, end)
    return { unit: printed === '％' ? '%' : printed, kind: KIND.get(unit) as UnitKind, end }
  }
  // An index stands at so many 点; a clock does not reach a hundred.
  if (
    plain[at] === '点' &&
    !number.chinese &&
    (number.value >= 100 || /[涨跌升挫]$/.test(plain.slice(Math.max(0, number.start - 1), number.start)))
  )
    return { unit: text.slice(at, at + 1), kind: 'measure', end: at + 1 }
  const implied = impliedUnit(plain, number, at)
  if (implied) return { ...implied, end: number.end }
  if (number.chinese && number.value === 1 && plain[at] === '半' && HALF_BEFORE.test(plain.slice(Math.max(0, at - 8), at)))
    return { unit: '%', kind: 'percent', end: at + 1, value: 50 }
  const bare = !number.chinese && !never && RATE_BEFORE.test(plain.slice(Math.max(0, number.start - 26), number.start))
  if (bare && (isClauseEnd(plain[at]) || plain[at] === '、' || /[缩降升提增扩减跌涨]/.test(plain[at] as string)))
    return { unit: '', kind: 'none', end: number.end }
  return null
}

/** Units that are left out: a population is so many 万, and in talk of money 万 are 万元. */
function impliedUnit(plain: string, number: PrintedNumber, at: number): { unit: string; kind: UnitKind } | null {
  if (number.chinese || !isClauseEnd(plain[at])) return null
  const before = plain.slice(Math.max(0, number.start - 16), number.start)
  if (number.value >= 1e4 && POPULATION.test(before)) return { unit: before.includes('人次') ? '人次' : '人', kind: 'count' }
  if (number.value >= 1e4 && plain[at - 1] === '万' && MONEY_TALK.test(before)) return { unit: '元', kind: 'money' }
  if (number.value >= 1e8 && plain[at - 1] === '亿' && SUM_OF_MONEY.test(before)) return { unit: '元', kind: 'money' }
  return number.value >= 100 && PAID.test(before) ? { unit: '元', kind: 'money' } : null
}

const POPULATION =
  /(?:人口|人数|人次|网民|老年人)(?:规模|总数|总量)?(?:已|约|近|超|将|就|仅)?(?:达到?|为|有|突破|超过|至|到|约|近|超|逾)?$/
/** 完成投资已达1899.7亿: sums of which papers leave out 元. */
const SUM_OF_MONEY =
  /(?:投资|资金|产值|收入|支出|营收|利润|贷款|存款|成交|销售|金额|增加值|税收|市值|资产|融资|估值|预算|总值)(?:额|总额|总量|余额|规模)?(?:已|约|近|超|将|就|仅)?(?:达到?|为|突破|超过|完成|共)?(?:约|近|超|逾)?$/
const PAID = /(?:卖|卖到|净赚|赚|挣|掏|花了|补贴)(?:了|到)?$/
/** Words of prices and fees right before a number of 块. */
const BOUGHT = /(?:费|价|钱|成本|工资|收入|补助|租金|房租|卖|交|给|要|才|只|降到了?|涨到了?|掉到了?|由|从)[^，,。；0-9]{0,4}$/
/** Words of earning and spending close before a number. */
const MONEY_TALK = /(?:赚|挣|花|省|卖|收入|工资|利润|成本|补贴|赔|租金|月薪|年薪|薪俸|悭|贷了?|存款|价)[^，,。；0-9]{0,6}$/

const isClauseEnd = (character: string | undefined): boolean => character === undefined || endsClause(character.charCodeAt(0))

const isBlank = oneOf(BLANKS)
const isDigit = oneOf('0123456789０１２３４５６７８９')
const isLatin = oneOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz')

/** The nearest boundary from an offset, outwards in a direction; thousands separators and decimal points bound nothing. */
function boundary(
  plain: string,
  from: number,
  limit: number,
  step: 1 | -1,
  ends: (code: number) => boolean,
  most: number,
): number {
  let i = from
  const digit = (at: number): boolean => isDigit(plain.charCodeAt(at))
  for (let n = 0; n < most; n++) {
    const at = step === 1 ? i : i - 1
    if (step === 1 ? at >= limit : at < limit) return limit
    if (ends(plain.charCodeAt(at)) && !(digit(at - 1) && digit(at + 1))) return step === 1 ? at : at + 1
    i += step
  }
  return i
}
