/** The kind of a set-off name by the name itself: “云溪人才40条”, “四大片区”, “一核两翼”, “退圩还湖”. */
import { oneOf } from '../../characters'
import { divisionsNamed } from '../../lexicons/gazetteer'
import { isMark } from '../text/marks'
import { tagAt, type Zone } from '../text/zone'
import { cueBefore, documentKind, kindWordBefore } from './kind-words'
import { kindOfShape } from './name-shapes'
import { COUNTED, NUMBER_ALONE, type Quoted, RIGHT_OF_WAY, SUM } from './quoted'

const OWN_KIND =
  /(?:计划|行动|工程|战略|新政(?:\d\.\d版)?|\d+条|[一二三四五六七八九十]条|专项|攻坚战?|保卫战|会战|方案|规划|制度|机制|审批程序)$/u
/** 一体、两翼、五重点 */
const SERIES = /^[一二两三四五六七八九十]\p{Script=Han}{1,4}(?:、[一二两三四五六七八九十]\p{Script=Han}{1,5})+$/u
/** 四纵四横, 一核两翼: parts counted off. */
const PAIRS = /^[一二两三四五六七八九十]\p{Script=Han}[一二两三四五六七八九十]\p{Script=Han}$/u
/** Of pairs the spaces are strategies (一核两翼), the services and rules programmes (一试三证). */
const OF_SPACE = /[带圈核轴廊区极翼路心环群域港点城横纵线]$/u
const COUNTED_OFF = /^[一二两三四五六七八九十]+(?:大|个|项|重|新)[\u4e00-\u9fff]{2,4}$/u
/** What is counted off is aims and fields (三大高地, 四大集群) or deeds (五大行动). */
const OF_DEEDS = /(?:行动|工程|攻坚|任务|专项|计划|项目|活动|举措|服务|改革|制度|机制)$|^\d+\+/u
/** What a region sets out to be: 数字海州, 气化海州. */
const AIM_OF_REGION =
  /^(?:平安|法治|数字|健康|美丽|绿色|智慧|气化|文明|清洁|生态|信用|质量|幸福|诚信|创新|开放|活力|品质|食安|书香|富强|和谐|效能|阳光|廉洁|宜居|海上|强盛|富裕)\p{Script=Han}{2,3}$/u
/** 十项规定, 八项纪律. */
const RULES = /(?:规定|纪律|禁令|准则|制度)$/u
/** 四个不摘, 六个坚持: rules that are counted off. */
const COUNTED_AS_IDEAS = /^[一二两三四五六七八九十]+个/u
const IDIOMS =
  /^(?:一心一意|三心二意|三三两两|七七八八|一五一十|四平八稳|五花八门|三番五次|三令五申|五颜六色|七上八下|七嘴八舌|千方百计|一清二楚|一举两得|一石二鸟|三言两语|四面八方)$/u
/** What offices and banks offer under a name: 云溪贷, 民生窗口. */
const OWN_SERVICE =
  /(?:码|卡|窗口|平台|机制|清单|服务包|直通车|积分|一件事|通办|快办|联办|即办|网办|工作法|服务官|服务站|\p{Script=Han}{2}通)$/u
const OWN_FINANCE = /^[\u4e00-\u9fff]{2,4}(?:贷|券|险|保|债)$/u

export function kindInside(zone: Zone, name: string, text: string, quote: Quoted) {
  if (NUMBER_ALONE.test(name)) return { kind: 'document' as const, end: quote.end, own: true }
  if (name.length >= 4 && OWN_KIND.test(name) && !COUNTED_OFF.test(name)) {
    const kind = /条$|新政/u.test(name)
      ? 'document'
      : (kindWordBefore(name, name.length, 1)?.value ?? documentKind(name) ?? (/攻坚$/u.test(name) ? 'campaign' : 'programme'))
    return { kind, end: quote.end, own: true }
  }
  const near = cueNear(text, quote.start)
  if (near && /^一.{1,3}一.{1,3}/u.test(name)) return { kind: 'programme' as const, end: quote.end, own: true }
  // 鲜活农产品“绿色通道”: a right of way for what the words before it name.
  if (name === RIGHT_OF_WAY && /^n(?![rst])/u.test(tagAt(zone, quote.start - 1)))
    return { kind: 'programme' as const, end: quote.end, own: true }
  if (
    SUM.test(name) &&
    /^(?:n(?![rst])|vn|v$|an)/u.test(tagAt(zone, quote.start - 1)) &&
    !isMark(text.charCodeAt(quote.start - 1))
  )
    return { kind: 'programme' as const, end: quote.end, own: true }
  const shaped = kindOfShape(name)
  if (shaped) return { kind: shaped, end: quote.end, own: true }
  if ((PAIRS.test(name) || SERIES.test(name)) && !IDIOMS.test(name) && !name.includes('而'))
    return {
      kind: OF_SPACE.test(name) || SERIES.test(name) ? ('strategy' as const) : ('programme' as const),
      end: quote.end,
      own: true,
    }
  if (/分钟\p{Script=Han}{2,8}圈$/u.test(name)) return { kind: 'programme' as const, end: quote.end, own: true }
  // 气化海州, 书香云溪: what a region sets out to be.
  if (AIM_OF_REGION.test(name) && divisionsNamed(name.slice(2)).length > 0)
    return { kind: 'strategy' as const, end: quote.end, own: true }
  const counted = name.length <= 12 && (COUNTED_OFF.test(name) || (COUNTED.test(name) && near))
  if (counted || OWN_FINANCE.test(name) || (near && name.length >= 3 && OWN_SERVICE.test(name)))
    return {
      kind:
        counted && /行动$/u.test(name)
          ? ('campaign' as const)
          : counted && RULES.test(name)
            ? ('regulation' as const)
            : !counted || OF_DEEDS.test(name)
              ? ('programme' as const)
              : COUNTED_AS_IDEAS.test(name)
                ? ('concept' as const)
                : ('strategy' as const),
      end: quote.end,
      own: true,
    }
  return null
}

const endsReach = oneOf(',。;:!?\n”、')

/** Whether a verb for policies stands shortly before, with no more than a modifier between (打造新时代“…”). */
function cueNear(text: string, start: number): boolean {
  for (let at = start; at > start - 9 && at > 0; at--) {
    if (endsReach(text.charCodeAt(at - 1))) return false
    if (cueBefore(text, at) !== null) return true
  }
  return false
}
