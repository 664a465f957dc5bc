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
const TIME_WORD = /(?:时间|周期|时长|寿命|车程|工期|时限|期限|用时|耗时|行程|航程|年龄|天数|时数|日数|日照|学制|期|提前量)$/
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

/** 种了12亩枸杞, 发展木瓜3万亩, 试种了300亩: how much land a crop has. */
const PLANTED =
  /(试种|种植|种下|(?<![\p{Script=Han}])种|(?<=[了共已又新要能可我他她家户年月里])种|栽种|栽植|栽下|播种|发展|扩种|改种|套种|补种|抢种|复种)(?:上|下|有|植)?[了的]?([\p{Script=Han}“”]{0,8}?)$/u
const LAND = /^(?:亩|公顷)$/
const NO_CROP = /面积|共|约|超|近|达|到|过|累计|总|已|有|余|逾/
/** 一斤干果卖38元, 每公斤卖到2800元. */
const SOLD_BY =
  /(?:每|一)(公斤|千克|斤|吨|箱|盒|张|件|只|枝|棵|株|头|瓶|亩|度)([\p{Script=Han}]{0,8}?)(?:最高|最贵|最多|只|能|可|就|才|要)*(?:卖|售|卖出)(?:了|到|过|得|上)?$/u
/** 精品豆能卖到45元: a price, where 春茶卖了4万元 is an income. */
const SELLS_AT = /([\p{Script=Han}]{2,8}?)(?:最高|只|能|可|就|才)*(?:卖到|卖得|售价达?)$/u
/** 一亩田收稻谷480公斤, 收了干茶132公斤. */
const HARVESTED =
  /(?:([一每]亩)(?:田|地)?(?:能|可|平均|大概)*)?(?<![回吸接丰征创增营总减年月日生单亩])(?:收获|收割|收|产)了?(?!入|购|到|益|量|值|能|出|生|业|品)([\p{Script=Han}]{2,6}?)(?:约|近|超|达)?$/u
/** 光人工费就省下近9000元, 一年可省1700万元. */
const SAVES = /^(?:光|仅|单是|单)?(.*?)(?:就|可以|可|能|又|还|至少)*(?:节省|节约|省|悭)(?:下来?|了|出|去)*$/
/** 买电一年要花130多万元, 自己只掏了1万元. */
const COSTS = /^(.*?)(?:大概|总共|一共|就|只|才|得|需要|需|要|光|竟)*(?:花费|花|掏|缴费)(?:了|掉|去)*$/
const SPAN_OF_TIME =
  /(?:一|每|半|两|三|几)个?(?:年|月|天|季度|学期|趟|次)|(?:今年|去年|上个?月|上半年|下半年|当年|现在|过去|以前|自己|我们?|他们?|她|咱们?)/g
/** 从银行贷到300万元. */
const BORROWED = /贷(?:到|了|出|得)?$|(?:^|[从向][^，,]{2,12}|申请)贷款$/
/** 拿到500万元信用贷款: what somebody gets is named behind. */
const GOT = /(?:拿到|得到|贷到|申请到|申领到|领到|获批|收到|到账|获得|拿下)了?(?:近|约|超|首批|首笔)?$/

/** 按货款的5%提取保证金, 按3%给予奖励: at what rate something is given or taken. */
const AT_RATE = /按(?:照)?[^，,。；0-9]{0,14}的?(?:不低于|不超过|最高)?$/
const GIVEN_AT_RATE =
  /^(给予|予以|提取|计提|收取|缴纳|发放|征收|返还|兑付|奖励|补贴|补助|配套)了?([\p{Script=Han}“”]{2,10}?)(?=[，,。；]|$)/u

function rateOf({ view, candidate, soFar }: Clause): string | null {
  if (candidate.kind !== 'percent' || !AT_RATE.test(soFar)) return null
  const given = GIVEN_AT_RATE.exec(view.plain.slice(candidate.end, candidate.clauseEnd).replace(/^的(?:标准|比例)/, ''))
  return given ? `${given[2]}${/予/.test(given[1] as string) ? '' : given[1]}比例` : null
}

/** 总投资2亿元的物流园, 占地300亩的产业园: whose measure it is stands behind the number. */
const MEASURE_OF =
  /(?:^|[\p{Script=Han}，,])(总投资|投资额?|占地面积|占地|总规模|规模|总面积|建筑面积|全长|总造价|造价|合约总值|总值|总额|总价|总长|年产值|产值|库容|容量|注册资本|总装机容量|装机容量)(?:约|近|超|达|为|超过|逾)*$/u

function measureOf({ view, candidate, soFar }: Clause): string | null {
  const measure = view.plain[candidate.end] === '的' ? MEASURE_OF.exec(soFar)?.[1] : undefined
  if (!measure) return null
  const thing =
    /^的([\p{Script=Han}A-Za-z“”]{2,24}?)(?=项目|[今明当本上下]?[年月]|已|即?将|正|在|上|内|里|于|开工|建成|投产|竣工|落户|落地|签约|奠基|启动|，|,|。|；|、|$)/u.exec(
      view.plain.slice(candidate.end, Math.min(candidate.clauseEnd, candidate.end + 26)),
    )?.[1]
  return thing ? thing.slice(-LONGEST_THING) + measure : null
}
const LONGEST_THING = 10

export const IDIOMS: readonly ((clause: Clause) => string | null)[] = [
  measureOf,
  rateOf,
  aid,
  capacity,
  timeTaken,
  planted,
  movedPrice,
  wayBetween,
  priceOnly,
  soldBy,
  price,
  harvested,
  yieldOfLand,
  earnings,
  sellsAt,
  sales,
  saved,
  costs,
  lent,
  got,
  hands,
  area,
]

function planted({ candidate, soFar, noun, borrowed }: Clause): string | null {
  if (!LAND.test(candidate.unit)) return null
  const done = PLANTED.exec(soFar.replace(/[约近达超]+$/, ''))
  if (!done) return null
  const before = done[2] as string
  const crop = noun.replace(/[的了].*$/, '') || before
  if (crop === '')
    return borrowed && /面积$/.test(borrowed) ? borrowed : /^.种$/u.test(done[1] as string) ? `${done[1]}面积` : '种植面积'
  return NO_CROP.test(before) || crop.length > 8 ? null : `${crop}种植面积`
}

function soldBy({ candidate, soFar, borrowed }: Clause): string | null {
  const sold = candidate.kind === 'money' ? SOLD_BY.exec(soFar.replace(/[约近超过]+$/, '')) : null
  if (!sold) return null
  const named = /(?<![\p{Script=Han}])[\p{Script=Han}]{2,5}$/u.exec(soFar.slice(0, sold.index).replace(SPAN_OF_TIME, ' '))?.[0]
  const thing = (sold[2] as string) || named || (borrowed.length <= 6 ? borrowed.replace(/(?:产量|收入|面积|销量)$/, '') : '')
  return `${thing}每${sold[1]}价格`
}

/** 苹果每斤跌到1.9元, 花椒开到每公斤13元: a price that moves. */
const MOVES_TO =
  /([\p{Script=Han}]{2,6}?)(?:价格?|收购价)?(?:每(公斤|千克|斤|吨|箱|盒|亩|头|只))?(?:[开涨跌掉降炒冲升]|回升|回落|上涨|下跌)到了?(?:每(公斤|千克|斤|吨|箱|盒|亩|头|只))?$/u

function movedPrice({ candidate, soFar }: Clause): string | null {
  const moved = candidate.kind === 'money' ? MOVES_TO.exec(soFar.replace(SPAN_OF_TIME, ' ').replace(/[约近超过]+$/, '')) : null
  const per = moved?.[2] ?? moved?.[3]
  return moved && per ? `${moved[1]}每${per}价格` : null
}

/** 从县城到白石村42公里. */
const WAY = /从([\p{Script=Han}]{2,8}?)到([\p{Script=Han}]{2,10}?)(?:全程|足足|大约|有|共|约|近|就|要走|只有)*$/u

function wayBetween({ candidate, soFar }: Clause): string | null {
  const way = /^(?:公里|千米|里)$/.test(candidate.unit) ? WAY.exec(soFar) : null
  return way ? `${way[1]}到${way[2]}里程` : null
}

/** 每公斤52元, 一套要400多万元: nothing but the measure that the money is for. */
const PRICE_ONLY =
  /^(?:[今去]年|现在|如今|目前|原来|过去|还|才|也|就|都|只|能|要|可|卖|最高|最低)*(?:每|一|按每)(公斤|千克|斤|吨|套|台|箱|盒|张|件|只|枝|棵|株|头|瓶|亩|度|平方米|立方米|公里|份|辆|部)(?:最高|最低|要|需|需要|只要|还|才|就|能|可|卖|售|达|也)*$/u

function priceOnly({ candidate, soFar, noun }: Clause): string | null {
  const per = candidate.kind === 'money' && noun.length <= 1 ? PRICE_ONLY.exec(soFar.replace(/[约近超过不到达]+$/, '')) : null
  return per ? `每${per[1]}价格` : null
}

function sellsAt({ candidate, soFar }: Clause): string | null {
  const sold = candidate.kind === 'money' ? SELLS_AT.exec(soFar.replace(/[约近超过]+$/, '')) : null
  const thing = sold ? (sold[1] as string).replace(SPAN_OF_TIME, '') : ''
  return thing.length >= 2 ? `${thing}价格` : null
}

function harvested({ candidate, soFar }: Clause): string | null {
  const got = WEIGHT.test(candidate.unit) ? HARVESTED.exec(soFar) : null
  return got ? `${got[1] ? '每亩' : ''}${got[2]}产量` : null
}

function saved({ candidate, soFar }: Clause): string | null {
  const saving = candidate.kind === 'money' ? SAVES.exec(soFar.replace(/[约近超过]+$/, '')) : null
  if (!saving) return null
  const thing = (saving[1] as string).replace(SPAN_OF_TIME, '')
  return thing.length >= 2 && thing.length <= 10 ? `节省${thing}` : thing.length < 2 ? '节省金额' : null
}

function costs({ candidate, soFar }: Clause): string | null {
  const cost = candidate.kind === 'money' ? COSTS.exec(soFar.replace(/[约近超过]+$/, '')) : null
  if (!cost) return null
  const thing = (cost[1] as string).replace(SPAN_OF_TIME, '')
  return thing.length >= 2 && thing.length <= 10 ? `${thing}费用` : thing.length < 2 ? '费用' : null
}

function lent({ candidate, soFar, noun }: Clause): string | null {
  return candidate.kind === 'money' && noun === '' && BORROWED.test(soFar) ? '贷款金额' : null
}

function got({ candidate, soFar, noun }: Clause): string | null {
  return candidate.kind === 'money' && noun.length >= 2 && noun.length <= 12 && GOT.test(soFar) ? noun : null
}

function yieldOfLand({ candidate, soFar }: Clause): string | null {
  return WEIGHT.test(candidate.unit) && YIELD.test(soFar) ? '亩产' : null
}

function earnings({ candidate, soFar }: Clause): string | null {
  const earned = candidate.kind === 'money' ? EARNS.exec(soFar) : null
  return earned ? `${earned[1]}收入` : null
}

function sales({ candidate, before }: Clause): string | null {
  const sold = candidate.kind === 'money' ? SOLD_FOR.exec(before) : null
  if (!sold) return null
  const thing = (sold[1] as string).replace(SPAN_OF_TIME, '').replace(/(?:已|共|总共|一共|就|又)+$/, '')
  return thing.length >= 2 ? `${thing}销售收入` : '销售额'
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
