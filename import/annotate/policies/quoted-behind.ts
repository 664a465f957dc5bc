/** The kind of a set-off name by the words behind it: “清河净水”专项行动, “清风”系列护航行动, “724”现代产业体系. */
import { isMark } from '../text/marks'
import { isWordStart, tagAt, wordBounds, type Zone } from '../text/zone'
import { kindWordAt, kindWordBefore } from './kind-words'
import { COUNTED, DEEDS, type Quoted, type Read } from './quoted'

/** Kinds that may stand a few words behind the set-off name: “清风”系列护航行动. */
const FURTHER =
  /(?:行动|工程|计划|专项|整治|专项治理|斗争|攻坚战|战役|试点|试验|改革|活动|机制|制度|政策|负责制|责任制|主题教育|技能培训)$/u
/** 965, 1+4, 33618: parts counted off, a name with whatever noun it bears. */
const CODE = /^(?:\d{2,6}|(?:\d|[一二三四五六七八九]|N|X)(?:\+(?:\d{1,2}|[一二三四五六七八九]|N|X))+)$/u
const BORNE_BY_CODE =
  /(?:产业|产业体系|产业集群|体系|集群|教育|布局|格局|战略|框架|政策体系|城镇体系|新机制|部署|具体部署|工作部署)$/u
/** “稻菇鱼”六大特色产业: what a place counts off. */
const COUNTED_BEHIND = /^[一二三四五六七八九十]大(?:特色|支柱|优势|主导|新兴|千亿)?(?:产业|产业链|产业集群|工程|行动|战略|体系)/u
/** Words of time that stand in names: “暖阳”老年助餐行动. */
const TIME_IN_NAMES = /^(?:老年|未来|现代|春季|夏季|秋季|冬季|秋冬季|冬春|暑期|假期|夜间|周末|节日|年度)$/u
const FURTHEST = 14
/** Verbs and adverbs after which no word for the kind of the name before comes. */
const GRAMMAR =
  /^(?:是|为|有|在|等|与|和|及|以及|开展|实施|推进|推动|成为|进行|组织|通过|启动|完成|列入|获评|举行|举办|参加|参与)$/u
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

/** The reading that takes in more: “暖心”帮扶行动 is an action, no aid. */
export function longer(a: Read | null, b: Read | null): Read | null {
  return a && b ? (b.end > a.end ? b : a) : (a ?? b)
}

export function kindAfter(zone: Zone, quote: Quoted, name: string) {
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

export function kindFurtherAfter(zone: Zone, quote: Quoted, name: string) {
  const text = zone.folded
  let found: Read | null = null
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
