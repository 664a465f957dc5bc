/**
 * Turns of phrase whose words are not the metric itself: `对首次采购的企业给予最高30%的补贴`, `一亩能打1200斤`, `每斤苹果卖到6元`, `要等11天`, `一条线要30多个人`.
 * Each names the metric, or null where the clause is none of its kind.
 */
import { simplified } from '../../../model/simplified'
import type { ArticleView } from '../article-view'
import type { Candidate } from './candidate'

/** What is known of a figure when its metric is looked for. */
export interface Clause {
  readonly view: ArticleView
  readonly candidate: Candidate
  /** The clause up to the number, from behind the figure before, in simplified characters. */
  readonly soFar: string
  /** The words before the number that name something, and the noun behind it; empty where there are none. */
  readonly before: string
  readonly noun: string
  /** The metric that the clause may borrow from what was said before, or ''. */
  readonly borrowed: string
}

/** 年产2万吨…, 日处理300吨…: what a plant can do. */
const CAPACITY = /(?:年|月|日)(?:产|处理|加工|发电|接待|屠宰|出栏|供水|供气|供热)(?:能力)?$/
/** 给予最高50万元奖励, 收到4万元理赔款: what the money is. */
const MONEY_NAME = /(?:补贴|奖励|补助|资助|奖补|贴息|理赔款|赔偿金|救助金|罚款|奖金|定金|保证金|服务费|手续费|保险费|分红|减免)$/
/** 对…给予: for whom the money is. */
const AIDED = /(?:对|给|向)([^。；]{2,40}?)[，,]?(?:给予|发放|提供|予以|实行|按)[^，,。；0-9]{0,10}$/
/** 对新办的合作社一次性奖励20万元. */
const GIVEN =
  /(?:对|给)([^，,。；]{2,40}?)[，,]?(?:将|可)?(?:再|一次性|按每[^，,]{1,4})*(奖励|补助|补贴|资助|奖补|罚款|赔偿)(?:最高|不超过|近|约|了)*$/
/** 每户可获最高60万元奖补: who gets it. */
const GETS = /^(.*?)(?:可|能|将|就|已)?(?:获得|获|享受|拿到|领到|得到|享)(?:最高|一次性|近|约|不超过)*$/
const LONGEST_AIDED = 16
/** 每斤苹果卖到6元. */
const SOLD = /^每(?:公斤|千克|斤|吨|箱|盒|张|件|只|枝|棵|株|头|瓶)([\p{Script=Han}]{2,8}?)(?:可|能|只)?(?:卖|售|要)?$/u
/** Words that measure time themselves. */
const TIME_WORD = /(?:时间|周期|时长|寿命|车程|工期|时限|期限|用时|耗时|行程|航程|年龄|天数|时数|日照|学制|期)$/
const DONE_WITHIN =
  /^(?:左右|以内|内)?(?:就|才|便|即)?(?:能|可|可以)?(?:办|走|做|审|批|完|建|修)(?:完|好|成|结|理)?了?(?![的完好成结理了])([\p{Script=Han}]{2,8}?)(?:。|，|$)/u

/** 一亩能打1200斤. */
const YIELD = /(?:一|每)亩(?:地|田)?(?:大概|平均|至少|都|也|就)*(?:能|可|可以|要)?(?:打|收|产|收获|产出)(?:了|到)?(?:约|近|超)?$/
const WEIGHT = /^(?:斤|公斤|千克|吨)$/
/** 一个月能挣3000元, 一年收入8万元. */
const EARNS =
  /(?:一|每)个?(月|年|天)(?:能|可|可以|又|都|就|也|还|下来|平均|大约|大概|至少|光工资|毛|纯|净)*(?:挣|赚|拿|领|收入|进账)(?:到|上|个|有)?了?(?:约|近|超过?)?$/
/** 春茶卖了4万元. */
const SOLD_FOR = /([\p{Script=Han}]{2,6})(?:卖|卖出|售出)(?:了|到|得)?(?:约|近|超过?)?$/u
/** 一条线要30多个人, 原来84人三班倒: how many hands it takes. */
const HANDS = /^(?:个?人)?(?:就够|三班倒|两班倒|倒班|轮班|才能|盯着|值守|看管|操作)/
const NEEDS = /(?:要|需要|需|得要|只要|只需|用工)$/
/** 15平方公里内, 5亩的土地上. */
const AREA = /^(?:平方公里|平方米|平方千米|公顷|亩|平方呎)$/
const ON_LAND = /^的?(?:土地|地块|园区|区域|范围|核心区|内)/

export const IDIOMS: readonly ((clause: Clause) => string | null)[] = [
  aid,
  capacity,
  timeTaken,
  price,
  yieldOfLand,
  earnings,
  sales,
  hands,
  area,
]

function yieldOfLand({ candidate, soFar }: Clause): string | null {
  return WEIGHT.test(candidate.unit) && YIELD.test(soFar) ? '亩产' : null
}

function earnings({ candidate, soFar }: Clause): string | null {
  const earned = candidate.kind === 'money' ? EARNS.exec(soFar) : null
  return earned ? `${earned[1]}收入` : null
}

function sales({ candidate, before }: Clause): string | null {
  const sold = candidate.kind === 'money' ? SOLD_FOR.exec(before) : null
  return sold ? `${sold[1]}收入` : null
}

function price({ candidate, before }: Clause): string | null {
  const sold = candidate.kind === 'money' ? SOLD.exec(before) : null
  return sold ? `${sold[1]}价格` : null
}

function hands({ view, candidate, soFar, before }: Clause): string | null {
  if (candidate.unit !== '人' && candidate.unit !== '个人') return null
  if (!HANDS.test(view.plain.slice(candidate.end, candidate.clauseEnd)) && !NEEDS.test(soFar)) return null
  return `${before.replace(/(?:要|需要|需|得要|只要|只需|用工|里|内|中)+$/, '')}用工人数`
}

function area({ view, candidate }: Clause): string | null {
  return AREA.test(candidate.unit) && ON_LAND.test(view.plain.slice(candidate.end, candidate.clauseEnd)) ? '面积' : null
}

function capacity({ soFar, noun }: Clause): string | null {
  const able = noun ? CAPACITY.exec(soFar.replace(/[约近达超]+$/, ''))?.[0] : undefined
  if (!able) return null
  return `${noun.replace(/(?:生产线|项目|工厂|基地|工程|车间|能力|的).*$/, '')}${able.replace('能力', '')}量`
}

/** 对首次采购的企业给予最高30%的补贴 is 首次采购的企业补贴; without 对 it is what the money is called. */
function aid({ view, candidate, noun }: Clause): string | null {
  if (candidate.kind !== 'money' && candidate.kind !== 'percent') return null
  const given = GIVEN.exec(view.plain.slice(Math.max(candidate.sentenceStart, candidate.start - 60), candidate.start))
  if (given) return (given[1] as string).slice(-LONGEST_AIDED) + given[2]
  const name = noun.replace(/^(?:的|给予|予以|发放|一次性)+/, '')
  if (!MONEY_NAME.test(name)) return null
  const start = Math.max(candidate.sentenceStart, candidate.start - 60)
  const before = view.text.slice(start, candidate.start)
  const aided = AIDED.exec(view.plain.slice(start, candidate.start))
  const each = /每(?![年月日天季次])[^，,。；0-9每]{1,5}$/.exec(before)?.[0] ?? ''
  const at = aided ? start + aided.index + 1 : 0
  if (aided) return view.text.slice(at, at + (aided[1] as string).length).slice(-LONGEST_AIDED) + each + name
  const gets = GETS.exec(view.text.slice(candidate.clauseStart, candidate.start))?.[1]?.replace(/^每[个家户名项]?/, '')
  if (gets) return gets.slice(-LONGEST_AIDED) + name
  return candidate.kind === 'money' ? each + name : null
}

/** What takes the time, with 用时: 晚高峰要跑55分钟, 只用了20分钟就办完了手续. */
function timeTaken({ view, candidate, before, borrowed }: Clause): string | null {
  if (candidate.kind !== 'time' || TIME_WORD.test(simplified(before))) return null
  const done = DONE_WITHIN.exec(view.plain.slice(candidate.end, candidate.clauseEnd))
  const thing = before.replace(/(?:只|才|还|就|仅|最快|最慢|最多|最少|平均|要|需要|需|用|花费|花|耗|跑|等|守|了|上)+$/, '')
  if (done) return `${done[1]}用时`
  return thing.length >= 2 ? `${thing}用时` : borrowed || before
}
