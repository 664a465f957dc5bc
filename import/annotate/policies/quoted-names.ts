/**
 * Names in quotation marks with a word for their kind after or inside them, and lists of such names.
 * 启动“清河净水”专项行动; “云溪人才40条”“海英计划”等相继出台; 实施“揽才入云”“归雁还巢”工程
 */

import type { PolicyKind } from '../../../model/vocabulary'
import { divisionsNamed } from '../../lexicons/gazetteer'
import metaphors from '../../lexicons/quoted-metaphors.json'
import { fold } from '../text/fold'
import { isMark } from '../text/marks'
import { isWordStart, tagAt, tagOf, wordBounds, type Zone } from '../text/zone'
import { cueBefore, documentKind, kindAsPrinted, kindWordAt, kindWordBefore } from './kind-words'
import { kindOfShape } from './name-shapes'
import type { PolicySighting } from './policy-group'
import { setNameKind } from './set-names'
import { nameBefore } from './unquoted-names'

const METAPHORS = new Set(metaphors.entries.map(fold))
const LONGEST_NAME = 28
/** A figure of speech, and behind a noun what offices grant. */
const RIGHT_OF_WAY = '绿色通道'
const LONGEST_MODIFIER = 10
const SENTENCE = /[。!?;,]/u
/** 四大集群, 八大攻坚, 六地: what is counted off under a name. */
const COUNTED = /^(?:[一二两三四五六七八九十]+|\d+)(?:大|个|项|重|新|化|转型|地|区|链|圈|带)|^\d+\+/u
const OWN_KIND =
  /(?:计划|行动|工程|战略|新政(?:\d\.\d版)?|\d+条|[一二三四五六七八九十]条|专项|攻坚战|保卫战|会战|方案|规划|制度|机制)$/u
/** 一体、两翼、五重点 */
const SERIES = /^[一二两三四五六七八九十]\p{Script=Han}{1,4}(?:、[一二两三四五六七八九十]\p{Script=Han}{1,5})+$/u
/** A kind with a number is a name only behind its field. */
const GENERIC_NAME = /^(?:[一二三四五]年行动|专项行动|行动计划|实施方案|专项整治|百日行动)$/u
/** 四纵四横, 一核两翼: parts counted off. */
const PAIRS = /^[一二两三四五六七八九十]\p{Script=Han}[一二两三四五六七八九十]\p{Script=Han}$/u
/** Of pairs the spaces are strategies (一核两翼), the services and rules programmes (一试三证). */
const OF_SPACE = /[带圈核轴廊区极翼路心环群域港点城横纵线]$/u
/** 稳外资“20条”: the number alone is set off. */
const NUMBER_ALONE = /^(?:\d{1,3}|[一二三四五六七八九十]{1,3})条(?:措施|意见|政策|举措)?$/u
/** Kinds that may stand a few words behind the set-off name: “清风”系列护航行动. */
const FURTHER =
  /(?:行动|工程|计划|专项|整治|专项治理|斗争|攻坚战|战役|试点|试验|改革|活动|机制|制度|政策|负责制|责任制|主题教育|技能培训)$/u
/** 965, 1+4, 33618: parts counted off, a name with whatever noun it bears. */
const CODE = /^(?:\d{2,6}|(?:\d|[一二三四五六七八九]|N|X)(?:\+(?:\d{1,2}|[一二三四五六七八九]|N|X))+)$/u
const BORNE_BY_CODE =
  /(?:产业|产业体系|产业集群|体系|集群|教育|布局|格局|战略|框架|政策体系|城镇体系|新机制|部署|具体部署|工作部署)$/u
/** “稻菇鱼”六大特色产业: what a place counts off. */
const COUNTED_BEHIND = /^[一二三四五六七八九十]大(?:特色|支柱|优势|主导|新兴|千亿)?(?:产业|产业链|产业集群|工程|行动|战略|体系)/u
/** 农业“四控”, 扶贫“双到”: deeds counted off, a name behind the field they are done in. */
const SUM = /^[双两三四五六七八九十][控到减替建保稳改清创提进联包定查治无送访帮晒亮评讲争比禁限压]$/u
/** Words of time that stand in names: “暖阳”老年助餐行动. */
const TIME_IN_NAMES = /^(?:老年|未来|现代|春季|夏季|秋季|冬季|秋冬季|冬春|暑期|假期|夜间|周末|节日|年度)$/u
/** 新政策叫“…”, 这项改革名为“…”: what it is stands before its name. */
const CALLED = /(政策|做法|制度|改革|模式|机制|举措|办法|行动|活动|计划|工程)就?(?:叫做?|叫作|名为|称为|取名|命名为|俗称)$/u
/** 申请到“…”, 享受“…”: what people apply for. */
const APPLIED_FOR = /(?:申请|申领|享受|领到|办理)(?:到|了|过)?$/u
/** Kinds that a name of two characters may have: “秋风”打击整治行动, but no “激活”体制机制. */
const DEEDS = /(?:行动|工程|计划|专项|整治|攻坚战|战役)$/u
const FURTHEST = 14
const COUNTED_OFF = /^[一二三四五六七八九十]+(?:大|个|项|重|新)[\u4e00-\u9fff]{2,4}$/u
/** What is counted off is aims and fields (三大高地, 四大集群) or deeds (五大行动). */
const OF_DEEDS = /(?:行动|工程|攻坚|任务|专项|计划|项目|活动|举措|服务|改革|制度|机制)$|^\d+\+/u
/** What a region sets out to be: 数字海州, 气化海州. */
const AIM_OF_REGION =
  /^(?:平安|法治|数字|健康|美丽|绿色|智慧|气化|文明|清洁|生态|信用|质量|幸福|诚信|创新|开放|活力|品质|食安|书香|富强|和谐|效能|阳光|廉洁|宜居|海上|强盛|富裕)\p{Script=Han}{2,3}$/u
/** 四个不摘, 六个坚持: rules that are counted off. */
const COUNTED_AS_IDEAS = /^[一二两三四五六七八九十]+个/u
const IDIOMS =
  /^(?:一心一意|三心二意|三三两两|七七八八|一五一十|四平八稳|五花八门|三番五次|三令五申|五颜六色|七上八下|七嘴八舌|千方百计|一清二楚|一举两得|一石二鸟|三言两语|四面八方)$/u
/** Verbs and adverbs after which no word for the kind of the name before comes. */
const GRAMMAR =
  /^(?:是|为|有|在|等|与|和|及|以及|开展|实施|推进|推动|成为|进行|组织|通过|启动|完成|列入|获评|举行|举办|参加|参与)$/u
/** What offices and banks offer under a name: 云溪贷, 民生窗口. */
const OWN_SERVICE =
  /(?:码|卡|窗口|平台|机制|清单|服务包|直通车|积分|一件事|通办|快办|联办|即办|网办|工作法|服务官|服务站|\p{Script=Han}{2}通)$/u
const OWN_FINANCE = /^[\u4e00-\u9fff]{2,4}(?:贷|券|险|保|债)$/u
/** Kinds that only a name makes a policy: a platform or a service is one where it is set off and brought in like one. */
const WEAK = new Set([
  '服务',
  '模式',
  '平台',
  '项目',
  '品牌',
  '活动',
  '做法',
  '举措',
  '产业',
  '设施',
  '集群',
  '建设',
  '管理',
  '体系',
  '精神',
  '理念',
  '概念',
  '论',
  '要求',
  '原则',
  '路径',
  '格局',
  '联盟',
  '窗口',
  '通道',
  '产业体系',
  '定位',
  '思路',
  '部署',
  '布局',
  '券',
  '险',
  '贷',
  '服务包',
  '任务',
  '目标',
])

interface Quoted {
  readonly start: number
  readonly end: number
  readonly from: number
  readonly to: number
}

/** The sightings of one zone. */
export function findQuotedNames(zone: Zone): PolicySighting[] {
  const text = zone.folded
  const quoted = quotedStretches(text)
  const found: PolicySighting[] = []
  const kinds = new Map<Quoted, { readonly kind: PolicyKind; readonly end: number; readonly own: boolean }>()
  for (let i = quoted.length - 1; i >= 0; i--) {
    const quote = quoted[i] as Quoted
    const name = text.slice(quote.from, quote.to)
    if (SENTENCE.test(name) || name.length < 2 || GENERIC_NAME.test(name)) continue
    // “桥头堡”战略 is a name, “桥头堡” alone a figure of speech.
    if (
      METAPHORS.has(name) &&
      name !== RIGHT_OF_WAY &&
      !/^(?:战略|工程|计划|(?:专项)?行动|专项|[市省县]长负责制)/u.test(text.slice(quote.end, quote.end + 5))
    )
      continue
    const kind =
      longer(kindAfter(zone, quote, name), kindFurtherAfter(zone, quote, name)) ??
      kindInside(zone, name, text, quote) ??
      kindOfNext(text, quote, quoted[i + 1], kinds) ??
      kindByCue(text, quote, name) ??
      kindBySaying(text, quote, name)
    const fixed = setNameKind(name)
    // “双碳”目标 is the strategy it always is, “以旧换新”行动 the campaign that it is here.
    if (kind)
      kinds.set(
        quote,
        fixed && (kind.end === quote.end || !DEEDS.test(text.slice(quote.end, kind.end))) ? { ...kind, kind: fixed } : kind,
      )
  }
  // 推行“甲”“乙丙”: what stands side by side with a name is one too.
  for (let i = 1; i < quoted.length; i++) {
    const quote = quoted[i] as Quoted
    const before = quoted[i - 1] as Quoted
    const name = text.slice(quote.from, quote.to)
    if (kinds.has(quote) || METAPHORS.has(name) || SENTENCE.test(name) || name.length < 3) continue
    const between = text.slice(before.end, quote.start)
    // 推行“甲”和“乙”: two of a kind, where neither bears a noun of its own.
    const joined =
      /^[和与、]$/u.test(between) &&
      kinds.get(before)?.end === before.end &&
      !/^[\p{Script=Han}“]/u.test(text.slice(quote.end, quote.end + 1).replace(/[等后是]/u, ''))
    if (between !== '' && !joined) continue
    const kind = kinds.get(before)?.kind ?? setNameKind(text.slice(before.from, before.to))
    if (kind) kinds.set(quote, { kind, end: quote.end, own: false })
  }
  for (const quote of quoted) {
    const read = kinds.get(quote)
    if (!read) continue
    const { kind, end, own } = read
    const name = zone.text.slice(quote.from, quote.to)
    const whole = zone.text.slice(quote.start, end)
    const modified = !own
      ? quote.start
      : NUMBER_ALONE.test(fold(name))
        ? Math.min(quote.start, nameBefore(zone, quote.start)?.start ?? quote.start)
        : text[quote.start - 1] === '双' && cueBefore(text, quote.start - 1) !== null
          ? quote.start - 1
          : SUM.test(fold(name)) && quote.start > 0
            ? wordBounds(zone, quote.start - 1).start
            : modifierBefore(zone, quote.start)
    found.push({
      zone: zone.index,
      start: quote.from,
      end: quote.to,
      kind: kindAsPrinted(kind, whole),
      forms: [
        ...(modified < quote.start ? [zone.text.slice(modified, end)] : []),
        ...(own && end > quote.end ? [whole] : []),
        name,
      ],
      rule: 'quoted-name',
    })
  }
  return found
}

/** Where the nouns begin that a set-off name bears before it: 制造业“甲乙丙丁”工程, 乡镇企业“一码通行”改革. A place alone is no modifier. */
function modifierBefore(zone: Zone, start: number): number {
  let word = (zone.wordAt[start] as number) - 1
  let from = start
  let noun = false
  while (word >= 0) {
    const at = zone.starts[word] as number
    const tag = tagOf(zone, word)
    if (
      !/^(?:n(?![rt])|vn|l$|b$|x$)/u.test(tag) ||
      start - at > LONGEST_MODIFIER ||
      cueBefore(zone.folded, zone.starts[word + 1] as number) === at
    )
      break
    noun ||= !/^ns/u.test(tag)
    from = at
    word--
  }
  // Cut off from what stands before it, it would be half a word.
  const whole = from === 0 || isMark(zone.folded.charCodeAt(from - 1)) || cueBefore(zone.folded, from) !== null
  return noun && whole && start - from >= 2 ? from : start
}

function quotedStretches(text: string): Quoted[] {
  const found: Quoted[] = []
  const open = { '”': -1, '’': -1 }
  for (let i = 0; i < text.length; i++) {
    const mark = text[i]
    if (mark === '“') open['”'] = i
    else if (mark === '‘') open['’'] = i
    else if (mark === '\n') open['”'] = open['’'] = -1
    else if (mark === '”' || mark === '’') {
      const start = open[mark]
      if (start >= 0 && i - start - 1 <= LONGEST_NAME) found.push({ start, end: i + 1, from: start + 1, to: i })
      open[mark] = -1
    }
  }
  return found.sort((x, y) => x.start - y.start)
}

function kindAfter(zone: Zone, quote: Quoted, name: string) {
  const text = zone.folded
  // “甲、乙、丙”十二字方针
  const number = /^(?:的)?[一二三四五六七八九十]{1,3}字(?=[\u4e00-\u9fff])/u.exec(text.slice(quote.end, quote.end + 6))
  const counted = COUNTED_BEHIND.exec(text.slice(quote.end, quote.end + 9))
  if (counted && name.length >= 3)
    return {
      kind: /产业/u.test(counted[0])
        ? ('strategy' as const)
        : (kindWordBefore(counted[0], counted[0].length, 2)?.value ?? 'programme'),
      end: quote.end + counted[0].length,
      own: true,
    }
  const word = kindWordAt(text, quote.end + (number?.[0].length ?? 0))
  if (!word || !isWordStart(zone, word.end)) return null
  const printed = text.slice(quote.end, word.end)
  if (WEAK.has(printed) && name.length < 3 && !COUNTED.test(name)) return null
  if (/^(?:者|员|家|师|局|部|处|院|公司|集团|中心|办)/u.test(text.slice(word.end, word.end + 2))) return null
  return { kind: word.value, end: word.end, own: true }
}

type Read = { readonly kind: PolicyKind; readonly end: number; readonly own: boolean }

/** The reading that takes in more: “暖心”帮扶行动 is an action, no aid. */
function longer(a: Read | null, b: Read | null): Read | null {
  return a && b ? (b.end > a.end ? b : a) : (a ?? b)
}

function kindFurtherAfter(zone: Zone, quote: Quoted, name: string) {
  const text = zone.folded
  let found: { readonly kind: PolicyKind; readonly end: number; readonly own: boolean } | null = null
  for (let at = quote.end; at < text.length && at - quote.end < FURTHEST; ) {
    const { end } = wordBounds(zone, at)
    const word = text.slice(at, end)
    if (isMark(text.charCodeAt(at)) || GRAMMAR.test(word)) break
    if (
      !/^(?:n(?![rts])|v|a$|b$|j$|l$)/u.test(tagAt(zone, at)) &&
      !TIME_IN_NAMES.test(word) &&
      !/^[一二三四五六七八九十]+[项大]$/u.test(word)
    )
      break
    at = end
    const printed = text.slice(quote.end, end)
    if (CODE.test(name) && BORNE_BY_CODE.test(printed)) found = { kind: 'programme', end, own: true }
    if (!FURTHER.test(printed) || end - quote.end < 4) continue
    const kind = kindWordBefore(text, end, quote.end)?.value
    if (kind && (name.length > 2 || DEEDS.test(text.slice(quote.end, end)))) found = { kind, end, own: true }
  }
  return found
}

function kindInside(zone: Zone, name: string, text: string, quote: Quoted) {
  if (NUMBER_ALONE.test(name)) return { kind: 'document' as const, end: quote.end, own: true }
  if (name.length >= 4 && OWN_KIND.test(name) && !COUNTED_OFF.test(name)) {
    const kind = /条$|新政/u.test(name)
      ? 'document'
      : (kindWordBefore(name, name.length, 1)?.value ?? documentKind(name) ?? 'programme')
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
  if ((PAIRS.test(name) || SERIES.test(name)) && !IDIOMS.test(name))
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

/** Whether a verb for policies stands shortly before, with no more than a modifier between (打造新时代“…”). */
function cueNear(text: string, start: number): boolean {
  for (let at = start; at > start - 9 && at > 0; at--) {
    if (/[,。;:!?\n”、]/u.test(text[at - 1] as string)) return false
    if (cueBefore(text, at) !== null) return true
  }
  return false
}

/** 新政策叫“甲乙丙丁”, 申请到“甲乙丙”和…: what the words before it say it is. */
function kindBySaying(text: string, quote: Quoted, name: string): Read | null {
  if (name.length < 3 || name.length > 14) return null
  const before = text.slice(Math.max(0, quote.start - 9), quote.start)
  const called = CALLED.exec(before)
  if (called) return { kind: kindWordAt(called[1] as string, 0)?.value ?? 'programme', end: quote.end, own: true }
  if (APPLIED_FOR.test(before) && !/^[的式]/u.test(text.slice(quote.end, quote.end + 1)))
    return { kind: 'programme', end: quote.end, own: true }
  return null
}

/** In a row of names the last one's kind holds for all: “甲”“乙”、“丙”行动, “甲”“乙”等制度. */
function kindOfNext(
  text: string,
  quote: Quoted,
  next: Quoted | undefined,
  kinds: ReadonlyMap<Quoted, { readonly kind: PolicyKind; readonly end: number }>,
) {
  const between = next ? text.slice(quote.end, next.start) : ''
  if (next && kinds.has(next) && /^(?:、|和|与|及|以及)?$/u.test(between))
    return { kind: (kinds.get(next) as { kind: PolicyKind }).kind, end: quote.end, own: false }
  const after = /^[\u4e00-\u9fff]{0,4}?等(?:[\u4e00-\u9fff]{0,6}?)(行动|工程|计划|制度|机制|政策|举措|活动|改革|专项|方案)/u.exec(
    text.slice(quote.end, quote.end + 16),
  )
  const word = after?.[1] ? kindWordAt(after[1], 0) : null
  return word ? { kind: word.value, end: quote.end, own: false } : null
}

/** 推行“甲乙丙丁”: a set-off name that a verb for policies brings in, and no more than a name. */
function kindByCue(text: string, quote: Quoted, name: string) {
  const cue = cueBefore(text, quote.start)
  if (cue === null || name.length < 3 || name.length > 14) return null
  const verb = text.slice(cue, quote.start)
  if (
    !/^(?:全面|深入|大力|持续|纵深|启动|创新|组织|率先)?(?:实施|推行|出台|发布|推出|实行|启动|践行|发起|试行|首创|创设)了?$/u.test(
      verb,
    )
  )
    return null
  return { kind: 'programme' as const, end: quote.end, own: true }
}
