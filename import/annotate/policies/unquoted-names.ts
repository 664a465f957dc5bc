/**
 * Names without quotation marks that end in a word for their kind and that a verb for policies brings in.
 * 深入实施乡镇卫生院服务能力提升工程, 打赢清河流域治理攻坚战, 出台支持返乡创业30条
 */

import { matches } from '../../matches'
import { isMark } from '../text/marks'
import { Trie } from '../text/trie'
import { isWordStart, type Zone } from '../text/zone'
import { cueBefore, isCue, kindAsPrinted, kindWordBefore } from './kind-words'
import { type PolicySighting, sightingAt } from './policy-group'

const ENDINGS = [
  '专项整治',
  '专项治理',
  '专项斗争',
  '专项检查',
  '专项督查',
  '专项执法',
  '行动',
  '工程',
  '计划',
  '专项',
  '攻坚战',
  '保卫战',
  '歼灭战',
  '阻击战',
  '战略',
  '试点',
  '制度改革',
  '体制改革',
  '配套改革',
  '总体方案',
  '实施方案',
  '规划纲要',
  '发展规划',
  '责任制',
  '负责制',
  '补偿机制',
  '制度',
]
/** Endings that papers use for much else besides: only a verb for policies directly before the name tells it. */
const LOOSE = /^(?:试点|制度改革|体制改革|配套改革|总体方案|实施方案|规划纲要|发展规划|责任制|负责制|补偿机制|制度)$/u
const BRINGS_LOOSE =
  /(?:开展|启动|实施|推行|推进|深化|推动|扩大|纳入|列入|入选|推开|铺开|部署|通报|承担|试行|参与|列为|成为|批复|获批|批准|印发|出台|发布|公布|编制|制定|审议|通过|建立|健全|完善|落实|执行)[了的]?(?:国家级?|全国|省级|首批|第[一二三四五]批|全省|全市)*$/u
/** 制度 is any order of things; offices bring in theirs with few verbs. */
const BRINGS_ORDER = /(?:推行|实行|实施|试行|执行|施行)了?$/u
/** Endings that tell a name by themselves; the others need a verb for policies before the name. */
const TELLING =
  /(?:(?:焕新|启航|倍增|扩面|护航|振兴|改造|建设|治理|帮扶|惠企|惠民|富民|强基|筑基|固本|领航|跃升|争先|突破|扶持|保护|修复|绿化|增收|创建|普及|推广|促进|攀登|壮大|赋能|提质|增效|扩容|转型|升级|净化|节水|育苗|引育|引进|激励|焕新|扩容|入企|进企|进村|下乡)行动|(?:援助|资助|担保|补贴|津贴|奖励|先导|入境|支援|补助|激励|引才|引智)计划|专项行动|三年行动|攻坚行动|提升行动|专项斗争|集中行动|百日行动|整治行动|培育行动|行动计划|重大科技专项|攻坚战|保卫战|歼灭战|提升工程|培育工程|(?:设施|体系|能力)建设工程|保护修复(?:试点)?工程|试点示范工程|培育计划)$/u
const SHORTEST_MODIFIER = 4
const SHORTEST_NUMBERED = 3
const LONGEST_NAME = 26
/** What cannot stand inside a name: 的, 了, pronouns, prepositions, conjunctions at its head. */
const BREAK =
  /^[的了着过将把被对从由向让使以于为在与及或等是有这那该各每其]$|^(?:以及|通过|围绕|按照|根据|结合|随着|包括|作为|关于|其中|目前|近年来|今年|去年|深入|持续|纵深|正在|已经|共|新|继续|积极|大力|扎实|有序|加快|统筹|坚决|展现|打响|吹响|成为|参加|参与|通报|介绍|解读|审议|听取|研究|讨论|宣布|公布|透露|表示|获悉|了解|批出|批准|接获|收到|申请|获批|发放)$/u
export const KIND_ENDS = /(?:行动|工程|计划|专项|战略|规划|方案|政策|制度|攻坚战)$/u
/** Verbs for policies that stand inside names as nouns: 服务能力提升工程. */
export const NOUN_TOO = /^(?:服务|建设|创新|对接|探索|创建|推广|组织|完善|提出)$/u
const GENERIC =
  /^\d+(?:\.\d+)?[万亿]?元|^(?:重点|重大|民生|水利|系统|配套|基础|建设|工业|主体|一期|二期|三期|市政|土建|道路|桥梁|隧道|装修|安装|在建|续建|新建|政府|实事|民心|德政|样板|示范|标志性|世纪|国家|省级|市级|工作|年度|投资|生产|教学|学习|培训|招生|招聘|销售|救援|军事|统一|实际|具体|联合|集体|采取|发展|总体|五年|三年|两年|的)+$|(?:重点|重大|主体|配套|项目|民生|水利|基础|安撤|续建|一期|二期|施工)$/u
const NO_POLICY_AFTER =
  /^(?:局|公司|大学|学院|师|院|部|指挥部|有限|学会|中心|处|办|组|队|机械|技术|研究|总|款|者|员|省|市|县|区|村|镇|企业|单位|地区|城市|学校|医院|人员|车|量|经济|性|学|类|现场|项目部|建设|性|伙伴|合作|支援|投资|部署)/u
const NUMBERED = /^(?:\d{1,3}|[一二三四五六七八九十]{1,3})条(?:政策措施|具体措施|政策|措施|意见|举措)?/u

/** Whether the word cannot stand inside a name. */
export const endsName = (word: string): boolean => BREAK.test(word)

/** Whether the words say no more than that it is one of its kind. */
export const isGeneric = (words: string): boolean => GENERIC.test(words)

const endings = new Trie(ENDINGS.map(ending => [ending, ending] as const))

/** Where each of the endings stands. */
function endingsIn({ folded, pairs }: Zone): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (let at = endings.next(folded, pairs, 0); at < folded.length; at = endings.next(folded, pairs, at + 1))
    for (const { value } of endings.all(folded, at)) {
      const list = places.get(value)
      if (list) list.push(at)
      else places.set(value, [at])
    }
  return places
}

/** The sightings of one zone; `bodies` has a 1 for each character of a body's name, which no name of a policy goes into. */
export function findUnquotedNames(zone: Zone, bodies?: Uint8Array): PolicySighting[] {
  const text = zone.folded
  const found: PolicySighting[] = []
  /** Names that only a name before them brings in: 实施甲工程和乙工程. */
  const joined: PolicySighting[] = []
  const places = endingsIn(zone)
  for (const ending of places.size > 0 ? ENDINGS : [])
    for (const at of places.get(ending) ?? []) {
      const end = at + ending.length
      if (ending.startsWith('专项') && ending.length === 4 && text.startsWith('行动', end)) continue
      // …计划试点: the trial of a plan that has its name.
      if (ending === '试点' && /(?:计划|行动|工程|条例|办法)$/u.test(text.slice(Math.max(0, at - 2), at))) continue
      if (ending === '行动' && /^(?:计划|方案|纲要)/u.test(text.slice(end, end + 2))) continue
      if (
        ending === '专项' &&
        /^(?:整治|治理|斗争|行动|检查|督查|资金|债|补助|补贴|审计|贷款|预案)/u.test(text.slice(end, end + 2))
      )
        continue
      if (NO_POLICY_AFTER.test(text.slice(end, end + 3)) || text[end] === '”' || text[end] === '》') continue
      if (ending === '制度' && text.startsWith('改革', end)) continue
      // 批复临江新区总体方案: the plan of a place that counts as a body.
      const name = nameBefore(zone, at, ending === '总体方案' ? undefined : bodies)
      if (name === null) continue
      // “清风”护航行动 is read with what is set off before it.
      if (text[name.start - 1] === '”') continue
      const printed = zone.text.slice(name.start, end)
      const modifier = text.slice(name.start, at)
      if (modifier.length < SHORTEST_MODIFIER || printed.length > LONGEST_NAME || GENERIC.test(modifier)) continue
      const sighting = sightingAt(
        zone,
        name.start,
        end,
        kindAsPrinted(kindWordBefore(text, end, name.start)?.value ?? 'programme', printed),
        'unquoted-name',
      )
      if (LOOSE.test(ending)) {
        const brings = ending === '制度' ? BRINGS_ORDER : BRINGS_LOOSE
        if (brings.test(text.slice(Math.max(0, name.start - 10), name.start))) found.push(sighting)
        continue
      }
      if (name.cued || TELLING.test(text.slice(name.start, end))) found.push(sighting)
      else if (/[和与及、]/u.test(text[name.start - 1] ?? '')) joined.push(sighting)
    }
  const ends = new Set(found.map(({ end }) => end))
  for (const sighting of joined.sort((a, b) => a.start - b.start))
    if (ends.has(sighting.start - 1)) {
      found.push(sighting)
      ends.add(sighting.end)
    }
  return [...found, ...findUnderWay(zone, bodies), ...findNumbered(zone, bodies)]
}

// the first characters are asked before what stands before them
const UNDER_WAY =
  /(?=[实启推施落开])(?<=行动|工程|改革|机制|政策|整治|计划|制度)(?:实施|启动|推行|施行|落地|开展|推开)(?:以来|以后|之后|后|(?:\d{1,2}|[一二两三四五六七八九十半])多?(?:周年|年|个月))/gu
const KIND_UNDER_WAY = /(?:行动|工程|改革|机制|政策|(?:专项|综合|集中)?整治|计划|制度)$/u

/** …，近海养殖综合整治启动以来: a name at the head of its clause that is said to be under way. */
function findUnderWay(zone: Zone, bodies?: Uint8Array): PolicySighting[] {
  const text = zone.folded
  const found: PolicySighting[] = []
  for (const { index: end } of matches(text, UNDER_WAY)) {
    const ending = KIND_UNDER_WAY.exec(text.slice(Math.max(0, end - 4), end))?.[0] as string
    const name = nameBefore(zone, end - ending.length, bodies)
    if (!name || text[name.start - 1] === '”') continue
    if (name.start > 0 && !isMark(text.charCodeAt(name.start - 1))) continue
    const modifier = text.slice(name.start, end - ending.length)
    if (modifier.length < SHORTEST_MODIFIER || end - name.start > LONGEST_NAME || GENERIC.test(modifier)) continue
    const printed = zone.text.slice(name.start, end)
    found.push(
      sightingAt(
        zone,
        name.start,
        end,
        kindAsPrinted(kindWordBefore(text, end, name.start)?.value ?? 'programme', printed),
        'under-way-name',
      ),
    )
  }
  return found
}

/** Where a name that ends in a kind word begins: words back to a break, a mark, or the verb that brings it in. */
export function nameBefore(
  zone: Zone,
  at: number,
  bodies?: Uint8Array,
): { readonly start: number; readonly cued: boolean } | null {
  const text = zone.folded
  let start = at
  let word = (zone.wordAt[at] as number) - (isWordStart(zone, at) ? 1 : 0)
  if (!isWordStart(zone, at)) start = at
  while (word >= 0 && at - start < LONGEST_NAME) {
    const from = zone.starts[word] as number
    const to = Math.min(zone.starts[word + 1] as number, at)
    const printed = text.slice(from, to)
    // 蓝天、碧水、净土保卫战: two-character parts of one campaign.
    if (isMark(text.charCodeAt(to - 1)) && !(text[to - 1] === '、' && text.startsWith('保卫战', at) && start < at)) break
    if (bodies?.[to - 1]) break
    if (start < at && brought(text, start)) return { start: trimmed(text, start, at), cued: true }
    // 甲行动和乙工程 are two.
    if (
      (BREAK.test(printed) && !(printed === '新' && text[from - 1] === '焕')) ||
      (printed === '和' && KIND_ENDS.test(text.slice(Math.max(0, from - 3), from)))
    )
      break
    if (isCue(printed) && !NOUN_TOO.test(printed) && start < at) return { start: trimmed(text, start, at), cued: true }
    start = from
    word--
  }
  const from = trimmed(text, start, at)
  return from < at ? { start: from, cued: cueBefore(text, from) !== null } : null
}

/** Whether one of the verbs that only policies follow ends at the place, cut by the segmenter or not. */
function brought(text: string, at: number): boolean {
  return /(?:实施|开展|启动|推进|推行|打赢|打好|落实|出台|印发|部署|批复|批准|获批|列为|试行|施行|实行|执行)(?:了|好)?$/u.test(
    text.slice(Math.max(0, at - 4), at),
  )
}

/** Without a count (10个) and marks at the head. */
function trimmed(text: string, start: number, at: number): number {
  let from = start
  while (from < at && isMark(text.charCodeAt(from))) from++
  const count = /^(?:\d+|[一二两三四五六七八九十]+)(?:个|项|大)(?=.{4,})/u.exec(text.slice(from, at))
  return count && !/大$/u.test(count[0]) ? from + count[0].length : from
}

/** 出台支持返乡创业30条: a number of articles as a document's name. */
function findNumbered(zone: Zone, bodies?: Uint8Array): PolicySighting[] {
  const text = zone.folded
  const found: PolicySighting[] = []
  for (let at = text.indexOf('条'); at >= 0; at = text.indexOf('条', at + 1)) {
    let from = at
    while (from > 0 && at - from < 3 && /[\d一二三四五六七八九十]/u.test(text[from - 1] as string)) from--
    const number = NUMBERED.exec(text.slice(from, at + 6))
    if (from === at || !number || text[at + 1] === '”') continue
    const name = nameBefore(zone, from, bodies)
    if (!name || from - name.start < SHORTEST_NUMBERED || from - name.start > 14) continue
    const verb = text.slice(Math.max(0, name.start - 6), name.start)
    const listed = found.at(-1)?.end === name.start - 1
    if (!/(?:出台|发布|推出|制定|印发|实施|落实)了?(?:《|“)?$/u.test(verb) && !listed) continue
    const end = from + number[0].length
    found.push(sightingAt(zone, name.start, end, 'document', 'numbered-name'))
  }
  return found
}
