/** Where a body's name begins in cases that a walk over words does not see, and whether an office stands behind it. */
import type { OrganizationFind, RegionFind } from '../finds'
import { isMark } from '../text/marks'
import { isWordStart, tagAt, wordBounds, type Zone } from '../text/zone'
import { type BodyEnding, bodyLexicon } from './body-lexicon'
import type { Left } from './walk-left'

const BILATERAL = /^中[德法俄日韩美英意哈老越蒙新泰缅巴印白匈澳加荷瑞以埃阿欧]$/u
/** 省农科院热经所: what an institute of a body is called for short may be of any characters. */
export function abbreviated(
  text: string,
  at: number,
  end: number,
  bodyEnding: ReadonlyMap<number, OrganizationFind>,
): Left | null {
  if (!/^[所院]$/u.test(text.slice(at, end))) return null
  for (let length = 2; length <= 3; length++) {
    const body = bodyEnding.get(at - length)
    if (body && /^(?:research|university)$/u.test(body.kind) && /^\p{Script=Han}+$/u.test(text.slice(at - length, at)))
      return { start: body.start, anchor: 'body', region: null, body, distinct: true, doubtful: false }
  }
  return null
}

/** What a firm is to others, printed before its name: 总包方云图集团, 内房股海拓地产. */
const ROLE =
  /^(?:总包方|总承包方|承包方|施工方|建设方|开发方|运营方|承建方|开发商|运营商|供应商|承建商|制造商|经销商|业主方?|甲方|乙方|房企|药企|车企|内房股|蓝筹股|工业股|民企|国企|央企|港企|台企|外企)/u
/** What a court or an office does to a firm, before its name. */
const JUDGED =
  /^(?:[\u4e00-\u9fff]{0,6}(?:法院|仲裁委|警方|部门))?(?:一审|二审|终审|依法|最终)?(?:判决|判令|裁定|裁决|责令|认定|起诉|查处|约谈|处罚)/u

/** 中德…产业园 begins with the two countries; in 海州街道联合云图公司 the place is that of somebody else. */
export function narrowed(text: string, at: number, judges: boolean, left: Left | null): Left | null {
  if (!left) return null
  // 云溪大学共建人参研究院: what a body builds with others is another.
  const shared = left.body ? /^(?:共建|合建|联建)/u.exec(text.slice(left.body.end, at)) : null
  if (left.body && shared && left.body.end + 2 < at)
    return { ...left, start: left.body.end + 2, anchor: 'none', region: null, body: null }
  const start = left.region && left.start === (left.region.nestedFrom ?? left.region.start) ? left.region.end : left.start
  const role = ROLE.exec(text.slice(start, at))
  if (role && start + role[0].length < at)
    return { ...left, start: start + role[0].length, anchor: 'none', region: null, body: null }
  // 法院判决云溪食品有限公司赔偿
  const judged = judges && left.anchor === 'none' ? JUDGED.exec(text.slice(start, at)) : null
  if (judged && start + judged[0].length < at) return { ...left, start: start + judged[0].length }
  const joined = /^(?:联合|携手|会同|引进|引入|牵手)/u.exec(text.slice(start, at))
  if (joined && start + 2 < at) return { ...left, start: start + 2, anchor: 'none', region: null, body: null }
  if (BILATERAL.test(text.slice(Math.max(0, left.start - 2), left.start)))
    return { ...left, start: left.start - 2, distinct: true }
  return left
}

const OFFICE_BEHIND =
  /^(?:研报|研究报告|研究部|投资部|市场部|研究所|副|常务|执行|首席|名誉|创始人|联合创始人|董事|总经理|总裁|总监|总工|厂长|场长|矿长|经理|行长|院长|校长|会长|理事长|秘书长|主任|所长|站长|队长|园长|馆长|社长|台长|主编|主席|教授|副教授|研究员|专家|分析师|工程师|负责人|党委书记|党支部书记|书记|宏观|策略|行政总裁|主管|业务|高级|资深)/u

/** Whether an office stands right behind the place. */
export function titled(text: string, end: number): boolean {
  return OFFICE_BEHIND.test(text.slice(end, end + 6))
}

/** Whether the place follows a mark, the beginning of the text, or a word of grammar. */
export function atPhraseStart(zone: Zone, at: number): boolean {
  if (at === 0 || isMark(zone.folded.charCodeAt(at - 1))) return true
  return isWordStart(zone, at) && bodyLexicon().stop.has(zone.folded.slice(wordBounds(zone, at - 1).start, at))
}

/** 海信和证券首席分析师: a house of brokers whose name may be of any characters, where an office stands behind it and nothing before it. */
export function brokerage(zone: Zone, at: number, end: number): Left | null {
  const text = zone.folded
  if (text.slice(at, end) !== '证券' || !titled(text, end)) return null
  let start = at
  while (start > 0 && at - start < 6 && /\p{Script=Han}/u.test(text[start - 1] as string)) start--
  const core = text.slice(start, at)
  return core.length >= 2 &&
    core.length <= 5 &&
    (start === 0 || isMark(text.charCodeAt(start - 1))) &&
    !bodyLexicon().callings.has(core)
    ? { start, anchor: 'none', region: null, body: null, distinct: true, doubtful: false }
    : null
}

/** 鸿岱精密|工业: one word of trade behind another. */
export function withTrades(text: string, hit: { readonly end: number; readonly value: BodyEnding } | null) {
  if (!hit?.value.trade) return hit
  const next = bodyLexicon().endings.longest(text, hit.end)
  return next?.value.trade && !/^(?:股份|控股)/u.test(text.slice(hit.end, hit.end + 2)) ? next : hit
}

/** The end of a university whose campus or city stands in brackets behind its name. */
export function withCampus(text: string, end: number): number {
  const campus =
    text[end] === '('
      ? /^\((?:北京|华东|武汉|徐州|深圳|威海|珠海|合肥|苏州|广州|克拉玛依|保定|[\u4e00-\u9fff]{2,4}校区)\)/u.exec(
          text.slice(end, end + 9),
        )
      : null
  return campus ? end + campus[0].length : end
}

/** 海州能投云溪分公司: the brand of a firm, with a region of its own or not, before the region of its branch. */
export function ofBranch(
  zone: Zone,
  left: Left | null,
  ending: string,
  at: number,
  regionEnding: ReadonlyMap<number, RegionFind>,
): Left | null {
  if (left?.anchor !== 'region' || ending !== '分公司' || left.region?.end !== at || left.doubtful) return left
  let start = left.start
  while (start > 0 && left.start - start < 6 && !isMark(zone.folded.charCodeAt(start - 1)) && !regionEnding.has(start)) {
    const word = wordBounds(zone, start - 1)
    const tag = tagAt(zone, start - 1)
    if (word.end - word.start > 1 ? !/^(?:n[a-z]*|j|vn|x)$/u.test(tag) : /^(?:p|c|r|u.*|d|f)$/u.test(tag)) break
    start = word.start
  }
  if (left.start - start < 2) return left
  return { ...left, start: regionEnding.get(start)?.start ?? start }
}

/** 吉林里|云溪绣品合作社: the township that the zone names stands before the place that the name seems to begin with. */
export function withVillage(text: string, villages: ReadonlySet<string>, left: Left | null): Left | null {
  if (left?.anchor !== 'region' || villages.size === 0) return left
  for (let length = 4; length >= 2; length--) {
    const start = left.start - length
    if (start >= 0 && villages.has(text.slice(start, left.start))) return { ...left, start }
  }
  return left
}
