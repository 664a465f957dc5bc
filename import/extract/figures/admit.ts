/** Which numbers are figures: dates, ages, ordinals, list numbers, numbers inside names, and counts said in passing are none. */
import figureWords from '../../lexicons/figure-words.json'
import type { ArticleView } from '../article-view'
import { mentionsIn } from '../article-view'
import type { Candidate } from './candidate'

const TIME_CUE = new RegExp(figureWords.timeCues.join('|'))
const ORDINAL = /(?:第|前|No\.?|排名|排在|位列|位居|名列|居)(?:全国|全省|全市|世界|全球|国内)?$/
const COUNT_CUE =
  /(?:新增|新建|建成|共有|达到|增至|设立|获|拿到|夺得|建立|成立|引进|引入|拥有|培育|推出|开设|增加|减少|流失|完成|增开|新开|开通|创建|再创|组建|打造|签订|批出|破获|查处|建有|设有|另有|其中|总计|合计|超过|突破|还有|共|达)[^，,。；]{0,4}$/
const PASSING = /(?:一|连续|历时|经过|过去|近|最近|未来|今后|为期|每隔|这|那|每|首|头|上|下|前|后|整|半|几|成立)$/

/** 10个方面 counts nothing; in 6个园区规模突破800亿元 the second number is the figure. */
const MODIFIES =
  /^(?:方面|层面|维度|坚持|字|环节)|^[^，,。、0-9]{2,16}(?:规模|总数|总量|产值|收入|营收|总额|面积|数量)(?:突破|达到|达|超过|超|增至)/

export function isFigure(view: ArticleView, candidate: Candidate): boolean {
  const { plain } = view
  const { number, start, end, kind } = candidate
  const before = plain.slice(Math.max(candidate.clauseStart, start - 12), start)
  if (ORDINAL.test(before) && kind !== 'money' && kind !== 'percent') return false
  if (plain[start - 1] === '第') return false
  if (inBrackets(plain, start)) return false
  if ((kind === 'money' || kind === 'percent' || kind === 'count' || kind === 'measure') && isThreshold(plain, candidate, before))
    return false
  if (kind === 'count' && MODIFIES.test(plain.slice(end, Math.min(candidate.clauseEnd, end + 24)))) return false
  if ((kind === 'count' || kind === 'measure') && EACH.test(before) && isPowerOfTen(number.value)) return false
  if (candidate.unit === '次' && /^[^，,。]{0,4}(?:列车|动车|高铁|班列|专列)/.test(plain.slice(end, end + 8))) return false
  if (candidate.unit === '团' && number.chinese) return false
  if (kind === 'count' && number.value === 1 && /[0-9]/.test(plain.slice(end, candidate.clauseEnd))) return false
  if (insideName(view, start, end)) return false
  if (before.endsWith('每') || before.endsWith('双')) return false
  // “十二条”, “金融二十条”: a name by its number.
  if (/^[条点项]$/.test(candidate.unit) && plain[end] === '”') return false
  if (kind === 'percent' || kind === 'money' || kind === 'none') return !(number.round && kind === 'money')
  if (kind === 'times') return candidate.unit === '番' ? /翻/.test(before) : !number.chinese || TIMES_CUE.test(before)
  if (number.chinese && number.value <= 1 && !number.over) return false
  if (kind === 'time') return isDuration(view, candidate, before)
  if (number.round && !/(?:近|超|逾|约|达|上)$/.test(before)) return false
  if (number.chinese && number.value < 10 && /^[方里度两升担斤箱P块]$/.test(candidate.unit)) return false
  if (number.chinese && number.value < 10) {
    if (number.value <= 1 && candidate.kind === 'count') return false
    if (candidate.kind === 'count')
      return COUNT_CUE.test(before) && number.value >= 2 && !/(?:类|种|批|次|届|期|轮|重|把|对|双)/.test(candidate.unit)
  }
  if (candidate.unit === '次' && /^(?:会议|全会|常委会)/.test(plain.slice(end, end + 4))) return false
  if (candidate.unit === '岁' || candidate.unit === '歲') return /寿命|平均/.test(plain.slice(candidate.clauseStart, start))
  if (candidate.unit === '度' && plain[start - 1] === '纬') return false
  if (candidate.unit === '期' || candidate.unit === '村' || candidate.unit === '代表' || candidate.unit === '平台') return false
  if ((candidate.unit === '位' || candidate.unit === '名') && /^次/.test(plain.slice(end))) return false
  return true
}

/** 产值超10亿元企业6家, 1亿元以上项目达97个: what is counted behind is marked off by a number that is no figure itself. */
function isThreshold(plain: string, { end, clauseEnd }: Candidate, before: string): boolean {
  const behind = THRESHOLD_BEHIND.exec(plain.slice(end, Math.min(clauseEnd, end + 30)))
  if (!behind) return false
  return behind[1] !== undefined || /(?:超过?|过|不足|低于|高于|不到|大于|小于|逾)$/.test(before)
}
const THRESHOLD_BEHIND =
  /^(以上|以下|及以上|以内)?的?[\p{Script=Han}“”]{0,8}(?:企业|公司|项目|产业|集群|园区|县|区|镇|乡|村|户|单品|品牌|主体|学校|机构|合作社|商户|船舶|车间|医院)(?:共?有|达到?|共|为|增至|增加到|突破|超过?|各|总数达|数量达)?(?:近|约|超|逾)?[0-9一二三四五六七八九十]/u

/** 每抽采1亿立方米瓦斯: the measure by which something else is counted. */
const EACH = /每(?![年月周日天季亩户人村乡镇县])[^，,。、0-9]{1,5}$/
const isPowerOfTen = (value: number): boolean => Number.isInteger(Math.log10(value))

const TIMES_CUE = /(?:增|涨|升|提高|扩大|翻|多|是|为|达|超|降|快|高|加)[^，,]{0,10}$/

/** A duration is a figure where something is measured by it (工期缩短30天), not where it tells when or since when. */
function isDuration(view: ArticleView, candidate: Candidate, before: string): boolean {
  const { plain } = view
  const { unit, number, end } = candidate
  if (unit === '年' || unit === '月' || unit === '日' || unit === '分') {
    if (unit !== '年' || number.value >= 200 || (number.chinese && number.value > 30)) return false
  }
  if (
    /^(?:内|前|来|后|以来|以内|之内|之前|之后|间|期间|左右时间|时间[，,])/.test(plain.slice(end, end + 4)) &&
    !/(?:压缩|缩短|控制|降|减)/.test(before)
  )
    return false
  if (TAKES.test(before) && !/^的?时间|^的/.test(plain.slice(end, end + 3))) return true
  if (PASSING.test(before)) return false
  const clause = plain.slice(Math.max(candidate.clauseStart, candidate.start - 30), Math.min(candidate.clauseEnd, end + 6))
  return TIME_CUE.test(clause)
}

/** 要等11天, 只用了40分钟: what something takes. */
const TAKES =
  /(?:要|需|需要|要花|要等|要跑|要走|花|花费|用|耗|等|跑|守|比[^，,。]{1,14}[少多早晚快慢长短])了?(?:近|约|整整|将近|大约|足足|上|不到|不足|超过)?$/

function inBrackets(plain: string, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 30); i--) {
    const c = plain[i]
    if (c === '》') return false
    if (c === '《') return true
  }
  return false
}

/** Inside the name of a policy, a body, a region (人才振兴60条, 第一中学). */
function insideName(view: ArticleView, start: number, end: number): boolean {
  for (const mention of mentionsAround(view, start, end)) if (mention.span.start <= start && mention.span.end >= end) return true
  return false
}

function mentionsAround(view: ArticleView, start: number, end: number) {
  return mentionsIn(view.mentions, Math.max(0, start - 40), end + 40)
}
