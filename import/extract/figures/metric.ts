/** What a number counts or measures, as the clause words it: the words before it (粮食产量达68万吨) or behind it (建成12个车间). */

import { simplified } from '../../../model/simplified'
import { oneOf } from '../../characters'
import figureWords from '../../lexicons/figure-words.json'
import type { ArticleView } from '../article-view'
import { deedAlone, dimensionOf, isPlaceAlone, MEASURE_AT_END, toldBehind } from './bare-counts'
import type { Candidate } from './candidate'
import type { Change } from './change'
import { type Clause, IDIOMS } from './metric-idioms'
import type { Period } from './period'
import { shareOf } from './share'
import { PASSED, predicate, stripOpening, wordsBefore, wordsBehind } from './words-around'

/** 完成全年目标任务的57%: how much of a target is met. */
const DONE = /(完成[^，,。]{0,16}(?:目标|任务|计划)(?:任务|数)?)的?\s*$/
/** Verbs of giving money, whose object says what for. */
const SPENDS = /(?:投入|安排|筹集|拨付|争取|下达|发放|投放|发行|给予|落实|设立)$/
/** Verbs whose object are the people and bodies that something reaches. */
const REACHES = /(?:带动|吸纳|吸引|资助|安置|救助)$/
/** 低于40%的一律不看: a threshold of what was said before. */
const THRESHOLD = /^\s*(?:低于|高于|超过|不足|达到|不到|超)\s*$/
const THRESHOLD_OF = /^的(?:一律|都|不|均|全部|要|将|应|可|就|必须)/
const LONGEST_HEAD = 6
/** 学校有2500元的学生津贴: what the money is called stands behind. */
const NAMES_MONEY =
  /(?:津贴|补贴|补助|资助|贷款|资金|基金|奖金|奖励|订单|合同|学费|债券|红利|分红|赔偿|捐款|善款|存款|工资|薪酬|税款|额度|费用|投资|电价|单价|票价|房价|水价|价格|月租|租金|工资|年薪|月薪)$/
/** 其中白石市获得4100万元: a part of the sum before. */
const GETS = /^(?:获得|获|得到|分得|分到|争取到?|到账|到位)$/
/** 省级财政今年将继续安排8000万元. */
const TREASURY = /((?:中央|省|市|县|区|州|自治区|自治州|各级|两级|三级|地方|本级|省级|市级|县级|区级|乡镇)*财政)/
/** 仍有30%的贫困发生率. */
const RATE_NOUN = /(?:率|占比|比重|比例|份额|增速|涨幅)$/
/** 其中减速器占35%. */
const HOLDS = /占(?:到|了|据|去)?(?:近|约|超过?|逾|了)?\s*$/
/** 冷凉蔬菜种植面积21万亩，产值突破12亿元: what is grown or made is named with the first of the numbers. */
const YIELDS = /^年?(?:产值|产量|总产|销量|销售额|产能)$/
const PRODUCT =
  /^(?:全[省市县区州国镇乡村])?([\p{Script=Han}“”]{2,6}?)(?:年|总)?(?:种植|栽植|养殖|栽培|播种)?(?:面积|产量|总产|存栏量?|饲养量|产值|种植|基地|企业)$/u
/** 该路全长, 这条隧道总投资. */
const POINTED_AT = /^(?:该|此|这[条个座项]?|本)(?=[\p{Script=Han}]{3})[\p{Script=Han}]{1,2}(?=全长|总投资|总面积|总造价|投资额)/u
/** What the money does is no part of what it is. */
/** 投入20亿元建设物流园, 斥资6亿元在云溪兴建中心: what the money makes. */
const INVESTS = /(?:投入|投资|斥资|出资|安排|筹资|拿出|整合)(?:财政|专项)?(?:资金)?(?:近|约|超过?|逾)?$/
const MAKES =
  /^(?:在[^，,。；]{2,12}?)?(建设|修建|新建|兴建|建起|打造|扩建|改建|兴办|开发|购置|采购|改造|支持|扶持)了?([\p{Script=Han}A-Za-z“”]{2,14}?)(?=[，,。；]|$)/u
/** 使这一比例超过60%: what was measured before. */
const THIS_MEASURE = /这一?(?:比例|数字|指标|比重|占比|数据|比率)$/
const PURPOSE = /改造|建设|支持|用于|修建|购买|实施|打造|推进|扶持|开展/

/** Shares and rates, said of the whole metric before. */
const SHARE_OF = new Set(['占比', '比重', '增速', '增幅', '涨幅', '降幅', '跌幅', '减幅', '升幅'])
/** Words that need what they are a part of: 占比 of what, 增速 of what. */
const PARTIAL = new Set(figureWords.partial)
/** 高于全国0.4个百分点: what is higher was said before. */
const COMPARED_LEVEL = /^(?:分别)?(?:高于|高出|低于|快于|慢于|领先|超出|好于|优于|超过)(?:全|整|平|同|上|去|东|中|西|大|周)/
/** A rate before its number, whatever is said of it behind. */
const RATE_BEFORE = /.(?:率|比例|比重|占比)$/
const CHANGE_WORTH_NAMING = 2
/** Verbs that belong to the noun behind the number to say what was counted (开通航线, 建成车间). */
const ACTION = new RegExp(
  `(?:${figureWords.actions.filter(word => word !== '提供').join('|')}|支持|签约|救治|接诊|服务|收到|确定|开工|投产|谋划|新建|覆盖|推广|改造|处理|销售|种植|养殖|使用|采购|减少|增加|检测|检查)$`,
)

/** The words in the characters of the page: rules that read the simplified text name a metric as it is printed. */
export function asPrinted(view: ArticleView, candidate: Candidate, words: string): string {
  if (view.text === view.plain) return words
  const printed = new Map<string, string>()
  for (
    let i = Math.max(candidate.sentenceStart, candidate.start - LONGEST_LOOK);
    i < Math.min(candidate.sentenceEnd, candidate.end + LONGEST_LOOK);
    i++
  )
    if (view.text[i] !== view.plain[i]) printed.set(view.plain[i] as string, view.text[i] as string)
  return printed.size === 0 ? words : [...words].map(character => printed.get(character) ?? character).join('')
}
const LONGEST_LOOK = 120

/** 出师以后月薪, 有鱼塘: when it was, and that there is any, is no part of what is measured. */
const LEAD = /^(?:.*(?:以后|之后|以来|期间|月底前|年底前)(?=.{2})|(?:现|共|还|仍|已)?有(?=[^的无]{2}))/u

/** The metric without what only leads up to it. */
export const withoutLead = (metric: string): string => metric.replace(LEAD, '')

/** The metric; `lent` is that of the figure before in the paragraph, for clauses that word none of their own (同比增长7%). */
export function readMetric(
  view: ArticleView,
  candidate: Candidate,
  change: Change,
  from: number,
  known: readonly Period[],
  lent: string,
  lentUnit: string,
): string {
  const before = wordsBefore(view, candidate, change, from, known)
  const near = from > candidate.sentenceStart ? lent : ''
  const borrowed = near || clauseBefore(view, candidate, known) || lent
  const yearly = change.change && before.length >= 2 && /年均$/.test(view.plain.slice(candidate.clauseStart, change.start))
  if (yearly) return `${before}年均${change.word}`
  if (change.change) return changeMetric(candidate, change, before, borrowed, near)
  if (candidate.kind === 'times') return (/^(?:这|该|其|上述)/.test(before) ? borrowed : before) || borrowed || before
  if (borrowed && THIS_MEASURE.test(before)) return borrowed
  const done =
    candidate.kind === 'percent' ? DONE.exec(view.plain.slice(Math.max(candidate.clauseStart, from), candidate.start)) : null
  if (done) return borrowed + done[1]
  const share = shareOf(view, candidate, change, from, known, borrowed)
  if (share) return share
  const clauseSoFar = view.plain.slice(Math.max(candidate.clauseStart, from), candidate.start)
  if (near && inRange(view, candidate, from)) return near
  if (
    candidate.kind === 'percent' &&
    THRESHOLD.test(clauseSoFar) &&
    THRESHOLD_OF.test(view.plain.slice(candidate.end, candidate.end + 4)) &&
    borrowed
  )
    return borrowed
  const counted = candidate.kind === 'count' || candidate.kind === 'measure'
  const told = toldBehind(view, candidate, known)
  if (told) return told
  const { noun, said } = wordsBehind(view, candidate, known)
  const clause: Clause = { view, candidate, soFar: clauseSoFar, before, noun, borrowed }
  for (const idiom of IDIOMS) {
    const metric = idiom(clause)
    if (metric) return metric
  }
  const behind = said.length >= 2 ? `${said}${said.length > 4 ? '的' : ''}${noun}` : noun
  if (before.length >= 2 && noun.length <= 2 && predicate.at(view.plain, candidate.end)) return before
  if (before === '占地') return '占地面积'
  if (counted && noun === '' && isPlaceAlone(view, candidate, clauseSoFar)) return `${candidate.unit}数`
  const deed =
    counted && noun === '' ? deedAlone(before, clauseSoFar, lentUnit === candidate.unit ? near : '', candidate.unit) : ''
  if (deed) return deed
  if (near && /^[日月年人户亩]均$/.test(before)) return near.startsWith(before) ? near : before + near.slice(-LONGEST_HEAD)
  if (SHARE_OF.has(before) && borrowed) return borrowed + before
  const product = YIELDS.test(before) ? PRODUCT.exec(near)?.[1] : undefined
  if (product) return product + before
  const partial = before.replace(POINTED_AT, '')
  if (PARTIAL.has(partial)) return headOf(view, candidate, near || clauseBefore(view, candidate, known)) + partial
  if (before.length >= 2 && tied(view, candidate, from, noun)) return before
  if (candidate.kind === 'percent' && RATE_BEFORE.test(before)) return before
  if (candidate.kind === 'percent') {
    if (noun.length >= 2) return RATE_NOUN.test(noun) ? noun : `${behind}占比`
    return HOLDS.test(clauseSoFar) && !/(?:占比|比重|比例)$/.test(before || borrowed)
      ? `${before || borrowed}占比`
      : before || borrowed
  }
  const reaches = REACHES.exec(withoutFill(clauseSoFar))?.[0]
  if (counted && reaches && said && noun.length >= 2) return reaches + noun
  const action = counted && noun.length >= 2 && said === '' ? ACTION.exec(withoutFill(clauseSoFar))?.[0] : undefined
  if (action) return action + noun
  if (counted && noun.length >= 2) return behind + dimensionOf(candidate.unit, noun)
  if (counted && noun.length === 1 && said.length >= 2) return behind
  if (counted && noun === '' && near && /的$/.test(clauseSoFar) && before.length >= 2) return `${before}的${near.slice(-6)}`
  const made =
    candidate.kind === 'money' && INVESTS.test(clauseSoFar)
      ? MAKES.exec(view.plain.slice(candidate.end, candidate.clauseEnd))
      : null
  if (made) return moneyFor(made[1] as string, made[2] as string)
  if (candidate.kind === 'money' && noun === '' && near && GETS.test(before)) return near
  const treasury =
    candidate.kind === 'money' && noun.length < 2 && before.length <= 5 && !before.includes('财')
      ? TREASURY.exec(clauseSoFar)
      : null
  const given = treasury && SPENDS.exec(before)?.[0]
  if (given) return `${treasury[1]}${given}资金`
  if (candidate.kind === 'money' && view.plain[candidate.end] === '的' && NAMES_MONEY.test(simplified(noun))) return noun
  const laidOut = candidate.kind === 'money' && /拿出$/.test(before) ? restOf(view, candidate) : ''
  if (laidOut) return `${laidOut}资金`
  const spent = SPENDS.exec(before)?.[0]
  const purpose = PURPOSE.exec(noun)?.index ?? noun.length
  if (spent && /[0-9]/.test(view.plain.slice(candidate.end, candidate.clauseEnd))) return spent + restOf(view, candidate)
  if (/^[把将按以用为给对]$/.test(before) && noun.length >= 2) return noun
  if (before.length <= 4 && purpose >= 2) return before + noun.slice(0, purpose)
  if (spent && purpose >= 2) return spent + noun.slice(0, purpose)
  if (spent && before === spent && noun === '') return before + restOf(view, candidate)
  return before.length >= 2 ? before : noun || borrowed
}

/** 建设物流园 takes 物流园投资, 改造管网 管网改造投入, 支持果业 支持果业资金. */
function moneyFor(verb: string, thing: string): string {
  if (verb === '改造') return `${thing}改造投入`
  return /持$/.test(verb) ? `${verb}${thing}资金` : `${thing}投资`
}

/** True for the second number of 由…增至…: it is of the same thing as the first. */
function inRange(view: ArticleView, candidate: Candidate, from: number): boolean {
  if (from <= candidate.clauseStart) return false
  return (
    /^[^，,、；。0-9]{0,8}?(?:至|到|为|成)[^，,、；。]{0,10}$/.test(view.plain.slice(from, candidate.start)) &&
    /[由从]/.test(view.plain.slice(candidate.clauseStart, from))
  )
}

/** The thing of which a bare measure is said (月薪, 全长): that of the figure before, or the noun that ends the clause before. */
function headOf(view: ArticleView, candidate: Candidate, borrowed: string): string {
  const head = borrowed.replace(MEASURE_AT_END, '')
  if (head && head.length <= LONGEST_HEAD) return head
  const clause = view.plain.slice(
    Math.max(candidate.sentenceStart, candidate.clauseStart - 30),
    Math.max(candidate.sentenceStart, candidate.clauseStart - 1),
  )
  const noun = /.*(?:[了修条座段]|建(?![成设]))([\p{Script=Han}]{2,6})$/u.exec(clause)?.[1]
  return noun ?? (head.length <= 2 * LONGEST_HEAD ? head : '')
}

/** Without 了, 近, 累计 and the like at its end. */
const withoutFill = (words: string): string => words.replace(/(?:了|着|近|超过|超|约|逾|共|累计|总计|达)+$/, '')

/** The rest of the clause without its other numbers (投入2亿元组织实施了12个专项 is 投入组织实施专项). */
function restOf(view: ArticleView, candidate: Candidate): string {
  return view.text
    .slice(candidate.end, Math.min(candidate.clauseEnd, candidate.end + 30))
    .replace(/[0-9.,]+[万亿]?[余多]?[个户家项条名人元%]*|[\s以上左右]/g, '')
    .slice(0, 20)
}

/** A share or a rate grows; of an amount the word of change is a part (每亩增收, 通关时间压缩). */
function changeMetric(candidate: Candidate, change: Change, words: string, borrowed: string, near: string): string {
  if (SHARE_OF.has(words) && borrowed) return borrowed + words
  if (PARTIAL.has(words) && near) return near.replace(MEASURE_AT_END, '') + words
  const before = /^(?:这|该|其|上述)/.test(words) && borrowed ? borrowed : words
  if (/^.?(?:[亩户人年月日]均|平均)$/.test(words)) return words + change.word
  if (COMPARED_LEVEL.test(before) && borrowed) {
    const rate = candidate.unit.endsWith('百分点') && !/(?:率|指数|占比|比重|比例|度|增速|增幅|）)$/.test(borrowed) ? '增速' : ''
    return borrowed + rate + before
  }
  if (candidate.kind === 'percent' || candidate.kind === 'times') return before || borrowed || change.word
  if (before && change.word.length >= CHANGE_WORTH_NAMING) return before + change.word
  return before || borrowed || change.word
}

/** 局长周明介绍，…: a clause that says who speaks. */
const SAYS_SO =
  /(?:说|表示|介绍|认为|指出|透露|坦言|记者|称|强调|提出|要求|显示|明确|规定|建议|分析|回应|解释|了解|获悉|统计|感慨|感叹|直言|看来|[說稱認]|认為|一笔账|算账)$/
const endsClause = oneOf('，,；;')

/** The clause before the number's own, where it is short enough to be its topic (船等泊位的时间，从11小时降到4小时). */
function clauseBefore(view: ArticleView, candidate: Candidate, known: readonly Period[]): string {
  const end = candidate.clauseStart - 1
  if (end <= candidate.sentenceStart) return ''
  let start = end
  while (start > candidate.sentenceStart && !endsClause(view.plain.charCodeAt(start - 1))) start--
  if (SAYS_SO.test(view.plain.slice(Math.max(start, end - 5), end))) return ''
  const words = stripOpening(view, start, end, known).replace(PASSED, '')
  return words.length >= 2 && words.length <= 14 && !/[0-9]/.test(words) ? words : ''
}

/** True where 达到, 为, 由 or the like ties the number to the words before it; a noun behind the number loosens all but the plain ones. */
function tied(view: ArticleView, candidate: Candidate, from: number, noun: string): boolean {
  const before = view.plain.slice(Math.max(candidate.clauseStart, from, candidate.start - 14), candidate.start)
  if (/(?:从|由)(?:[^，,从由]{0,10}(?:的|年|底|期|月|初))?$/.test(before)) return true
  if (noun === '')
    return (
      /(?:不足|超过|高达|不到)\s*$/.test(before) ||
      /(?:达到|达|为|是|总数|总量|数量|突破|至|到|率|量|额|值|面积)(?:约|近|超|逾|了)?\s*$/.test(before)
    )
  return /(?:达到|达|为|是|总数|总量|数量|突破|[增降升扩缩减跌涨]至|率|量|额|值|面积)(?:约|近|超|逾|了)?\s*$/.test(before)
}
