/**
 * Finds bodies by how their names end and by walking left over the words that may stand in a name.
 * 海州云溪精密机械有限公司, 云溪大学长河流域研究中心, 海州省公安厅交通管理局.
 */

import type { OrganizationKind } from '../../../model/vocabulary'
import { oneOf } from '../../characters'
import type { OrganizationFind, RegionFind } from '../finds'
import { titleLexicon } from '../people/title-lexicon'
import type { OwnRegion } from '../regions/own-region'
import { fold } from '../text/fold'
import { isMark } from '../text/marks'
import { isWordStart, tagAt, wordBounds, type Zone } from '../text/zone'
import { type BodyEnding, bodyLexicon } from './body-lexicon'
import { isKind } from './is-kind'
import {
  abbreviated,
  atPhraseStart,
  brokerage,
  narrowed,
  ofBranch,
  titled,
  withCampus,
  withTrades,
  withVillage,
} from './left-of-ending'
import { levelOf } from './level-of-prefix'
import { type Left, LONGEST_NAME, walkLeft } from './walk-left'

/** Bodies by their endings; `bodies` are those found before, `regions` those of the zone. */
export function findByEnding(
  zone: Zone,
  regions: readonly RegionFind[],
  bodies: readonly OrganizationFind[],
  ownRegion: OwnRegion,
): OrganizationFind[] {
  const { endings, generic } = bodyLexicon()
  const text = zone.folded
  const found: OrganizationFind[] = []
  const bodyEnding = new Map<number, OrganizationFind>()
  for (const body of bodies) keepLongest(bodyEnding, body)
  const regionEnding = new Map<number, RegionFind>()
  for (const region of regions) if (region.level !== 'macro_region') keepLongest(regionEnding, region)
  const villages = new Set<string>()
  for (const { level, name } of regions)
    if (level === 'township') villages.add(fold(name).replace(/(?:街道|苏木|[镇乡村])$/u, ''))
  const judges = JUDGES.test(text)
  const placeEnds = new Set(regions.map(region => region.end))
  for (let at = endings.next(text, zone.pairs, 0); at < text.length; at = endings.next(text, zone.pairs, at + 1)) {
    if (text.charCodeAt(at) < 0x4e00) continue
    const hit = withTrades(text, endings.longest(text, at))
    if (!hit || placeEnds.has(hit.end) || !closes(zone, at, hit.end)) continue
    const legal = text.startsWith('公司', hit.end - 2) && /有限(?:责任)?公司$/u.test(text.slice(at, hit.end))
    const walked = withVillage(
      text,
      villages,
      narrowed(
        text,
        at,
        judges,
        abbreviated(text, at, hit.end, bodyEnding) ??
          brokerage(zone, at, hit.end) ??
          walkLeft(zone, at, regionEnding, bodyEnding, legal),
      ),
    )
    const ending = text.slice(at, hit.end)
    const left = ofBranch(zone, walked, ending, at, regionEnding)
    if (!left || hit.end - left.start > LONGEST_NAME) continue
    // 58座城镇污水处理厂: what is counted is no name.
    if (left.anchor === 'none' && !legal && COUNTED.test(text.slice(Math.max(0, left.start - 3), left.start))) continue
    // 委 of 省委 has been read already.
    if ((bodyEnding.get(hit.end)?.start ?? at + 1) <= at) continue
    const core = text.slice(left.region ? left.region.end : left.body ? left.body.end : left.start, at)
    if (!names(zone, { ending, ...hit.value, left, core, at, end: hit.end })) continue
    const name = text.slice(left.start, hit.end)
    if (generic.has(name) || (generic.has(core + ending) && left.anchor === 'none')) continue
    // 省总医院 is named by the own region, 中国…研究院 is not.
    const ownPrefix = left.anchor === 'prefix' && /^(?:自治区|[省市县区州盟旗镇乡])/u.test(name)
    // 华为公司 is 华为.
    const grown = core === '' && left.body?.rule === 'known-body' && GROWS.test(ending)
    const find: OrganizationFind = {
      zone: zone.index,
      start: left.start,
      end: hit.value.kind === 'university' ? withCampus(text, hit.end) : hit.end,
      rule: hit.value.trade ? 'brand-and-trade' : `ending-${left.anchor}`,
      kind: CENTRAL_BANK.test(name) ? 'government' : kindOf(hit.value.kind, ending, left),
      region:
        left.region?.key ??
        left.body?.region ??
        (left.anchor === 'prefix' && ownPrefix ? ownRegion(levelOf(text[left.start] as string), zone, at) : null),
      stem: grown
        ? (left.body as OrganizationFind).stem
        : regularStem(
            ownPrefix
              ? name.replace(/^(?:自治区|.)/u, '')
              : left.region && left.start === (left.region.nestedFrom ?? left.region.start)
                ? core + ending
                : name,
          ),
      ownRegion: left.region !== null || (left.body?.ownRegion ?? false),
      parentEnd: left.body && (core !== '' || UNIT.test(ending)) ? left.body.end : null,
      isDivision: DIVISIONS.has(ending) && ending !== '司',
      form: 'name',
    }
    found.push(find)
    if (!hit.value.trade) keepLongest(bodyEnding, find)
    at = find.end - 1
  }
  return found
}

/** 第一中学 and 一中, 第一人民医院 and 一院 are one. */
function regularStem(stem: string): string {
  return stem
    .replace(/第([一二三四五六七八九十]+)(?:高级)?中学$/u, '$1中')
    .replace(/第([一二三四五六七八九十]+)(?:中心)?小学$/u, '$1小')
    .replace(/新闻办$/u, '新闻办公室')
}

function keepLongest<T extends { readonly start: number; readonly end: number }>(map: Map<number, T>, find: T): void {
  const other = map.get(find.end)
  if (!other || other.start > find.start) map.set(find.end, find)
}

/** The ending ends a word or stands before a title (协会|会长), and no longer name goes on: 公司 in 公司治理 is none, 局 in 布局 is none; 局 in 局长 is one. */
function closes(zone: Zone, at: number, end: number): boolean {
  const text = zone.folded
  const last = wordBounds(zone, end - 1)
  if (last.end > end && !/^[长员]$/u.test(text.slice(end, last.end))) {
    const { heads, modifiers } = titleLexicon()
    if (!heads.longest(text, end) && !modifiers.longest(text, end)) return false
  }
  // 局 of 副局长 and of the second 局 in 教育局局长 belong to the title.
  if (
    end - at <= 2 &&
    (text[end] === '长' || text[end] === '员') &&
    (/[副正原前兼任]分?$/u.test(text.slice(Math.max(0, at - 2), at)) || text.startsWith(text.slice(at, end), at - (end - at)))
  )
    return false
  if (text[at] === '委' && text[end] === '员') return false
  // 金融管理局银行处
  if (text.startsWith('银行', at) && end - at === 2 && /^[处司科]/u.test(text[end] ?? '')) return false
  // 政府采购, 政府购买服务
  if (text[end - 1] === '府' && /^(?:采购|购买|专项|补贴|投资|债|信息公开|工作报告)/u.test(text.slice(end, end + 4))) return false
  // 人大代表 and 政协委员 are titles.
  if (
    (text[end] === '代' || text[end] === '委') &&
    /^(?:代表|委员)(?!大?会)/u.test(text.slice(end, end + 4)) &&
    /(?:人大|政协)$/u.test(text.slice(at, end))
  )
    return false
  if (
    end - at === 1 &&
    (bodyLexicon().endInWord.has(text.slice(last.start, end)) || bodyLexicon().endInWord.has(text.slice(end - 2, end)))
  )
    return false
  const next = text.slice(end, end + 2)
  return !/^(?:[们化级制型类]|治理|改革|办学|建设|面积|化|城市|地带|思想|区域|小镇)/u.test(next)
}

/** Endings that name a body only as part of another, of a region, or of 省, 市, 县. */
const PARTS = new Set(
  '分院 分校 分社 分行 支行 中心支行 支公司 营业部 记者站 处 科 部 组 司 室 股 委 办 厅 局 署 所 队 站 网 报 总部 区域总部 分会 办公室 办公厅 分局 支队 大队 中队 分队 支局 总队 车间 街道办 办事处 工作组 专班 委员会'.split(
    ' ',
  ),
)
/** Words of a text about games, in which 海州队 is a team. */
const SPORT = /比赛|联赛|决赛|冠军|主场|客场|进球|击败|战胜|[男女][篮足排]/u
/** What the known name of a company takes behind it: 华为|公司. */
const GROWS = /^(?:集团|公司|集团公司|有限公司|集团有限公司|股份有限公司|股份公司|集团股份有限公司)$/u
/** Verbs and kinds of trade before 银行 that make no name even behind a place (香港零售银行). */
const KIND_OF_BANK = /(?:零售|虚拟|智慧|投资|私人|传统|地方|中小|数字|外资)$/u
/** Divisions that only what follows tells from parts of speech (市场部门). */
const DIVISIONS = new Set(['处', '科', '部', '组', '司', '室', '股', '车间'])
/** Organs of the party inside a body belong to the title (党委书记). */
const PARTY_INSIDE = /^(?:党委|党组|党工委|党总支|党支部|总支|纪委|机关党委)$/u
const CORE_OF_TITLE = /^(?:常|党|主|副主|编|政|团)$/u

interface Candidate extends BodyEnding {
  readonly ending: string
  readonly left: Left
  readonly core: string
  readonly at: number
  readonly end: number
}

/** Whether ending, what stands before it and what was walked over make a name. */
function names(zone: Zone, { ending, kind, firm, trade, left, core, at, end }: Candidate): boolean {
  const text = zone.folded
  const { anchor } = left
  if (core === '' && anchor === 'none') return false
  if (/^(?:的(?!士)|[了和与及、])/u.test(core) || (CORE_OF_TITLE.test(core) && ending.length === 1)) return false
  if (PARTY_INSIDE.test(ending) && anchor === 'body' && left.body?.kind !== 'park') return false
  // 国网海州电力: the head of a group before the region of its branch.
  const headed = anchor === 'region' && left.start < (left.region?.nestedFrom ?? left.region?.start ?? 0)
  // 中国移动海州公司
  if (core === '' && headed && /^(?:分公司|公司)$/u.test(ending)) return true
  if (core === '' && headed && (trade || (PARTS.has(ending) && ending.length > 1))) return true
  if (trade && anchor === 'region' && core === '') return false
  if (
    trade &&
    anchor === 'none' &&
    (ending === '证券' || wordBounds(zone, left.start).end === left.start + 1 || !tagAt(zone, left.start).startsWith('v')) &&
    titled(text, end) &&
    core.length >= 2 &&
    core.length <= 6 &&
    atPhraseStart(zone, left.start) &&
    !bodyLexicon().callings.has(core) &&
    !bodyLexicon().trades.has(core)
  )
    return true
  if (trade) return isBrand(zone, left, core, at, end)
  if (ending === '所' && anchor === 'region' && /^\d+$/u.test(core)) return false
  if (ending === '网站' && /(?:门户|官方)$/u.test(core)) return false
  if (anchor === 'none' && isNumeral(core.charCodeAt(0)) && /^[一二三四五六七八九十两几\d]+[楼层号栋座间]/u.test(core))
    return false
  if (ending === '报' && /机关$/u.test(core)) return false
  if (ending === '网' && !/(?:新闻|政务|信息|服务|发布|传媒|在线|人才|教育)$/u.test(core)) return false
  if (core === '' && left.body?.kind === 'company' && left.body.rule === 'known-body' && GROWS.test(ending)) return true
  if (/银行$/u.test(ending) && KIND_OF_BANK.test(core)) return false
  // 石门村村委会: a village needs no region before it.
  if (/^(?:村委会|村民委员会|村党支部|居委会|党支部|党总支)$/u.test(ending) && /^[\u4e00-\u9fff]{2,4}(?:村|社区)$/u.test(core))
    return true
  if (DIVISIONS.has(ending)) {
    // 财政部社会保障司 speaks for itself.
    if (/^[司厅]$/u.test(ending) && left.body?.rule === 'known-body' && left.body.kind === 'government' && core.length >= 2)
      return true
    // A division of a company is part of the title of who heads it.
    if (/^(?:company|association|other|park)$/u.test(left.body?.kind ?? '')) return false
    if (anchor !== 'body' || core.length < 1 || core.length > 10) return false
    const { heads, modifiers } = titleLexicon()
    return (
      /^[长员]/u.test(text.slice(end, end + 1)) ||
      heads.longest(text, end) !== null ||
      modifiers.longest(text, end) !== null ||
      isMark(text.charCodeAt(end)) ||
      /^(?:供图|一位|有关|相关|工作人员|干部|透露|介绍|表示|要求|通报|提醒)/u.test(text.slice(end, end + 4))
    )
  }
  if (ending === '系' || ending === '学系') return left.body?.kind === 'university' && core.length >= 2
  // 海州云图有限公司投资建设加工厂: what a firm does is no part of it.
  if (
    left.body &&
    (left.doubtful || FIRM_DOES.test(core)) &&
    /(?:公司|合作社)$/u.test(text.slice(left.body.start, left.body.end))
  )
    return false
  if (
    /^(?:医院|学校|小学|中学)$/u.test(ending) &&
    OF_A_KIND.test(core) &&
    (anchor === 'none' || !/科|口腔|妇产|儿童|肿瘤$/u.test(core))
  )
    return false
  if (ending === '牧场' && /^(?:国家级|省级)?(?:海洋|现代|示范|智慧|绿色|生态)$/u.test(core)) return false
  if (/^[五六七八九十]中$/u.test(ending) && (core !== '' || anchor === 'none' || /^(?:全会|院)/u.test(text.slice(end, end + 2))))
    return false
  if (left.body && JUDGES.test(core)) return false
  // 海州大学增设文学院, 海州公司收购云图公司: what the one does to the other.
  if (
    left.acts &&
    (/^(?:university|school|media)$/u.test(kind) || /(?:公司|集团|银行|合作社)$/u.test(ending) || OF_STATE.test(ending))
  )
    return false
  if (ending.endsWith('基地') && !/中试|试验/u.test(text.slice(at - 2, end)) && !titled(text, end)) return false
  if ((kind === 'company' || kind === 'school' || kind === 'government' || kind === 'university') && isKind(zone, left, core, at))
    return false
  if (left.doubtful && !(left.branded && kind === 'company' && /公司$/u.test(ending))) {
    if (/^[所站网室队]$/u.test(ending) && !(ending === '队' && core.length <= 4)) return false
    if (!firm && !(anchor === 'body' && core.length <= 12) && !/队$/u.test(ending) && ending.length < 3) return false
    if (
      anchor === 'region' &&
      /^(?:company|park|media|other)$/u.test(kind) &&
      !/[与和及]/u.test(core) &&
      !(firm && ending.length >= 3 && core.length <= 16)
    )
      return false
    if (anchor === 'region' && ending.length < 2 && !(ending === '队' && core.length <= 4)) return false
  }
  if (anchor === 'region' || anchor === 'body') {
    if (core === '') {
      // 文昌路街道|办事处
      if (ending === '办事处' && left.region?.level === 'township') return true
      // 抗旱指挥部办公室
      if (
        ending === '办公室' &&
        left.body &&
        /(?:指挥部|领导小组|委员会|联席会议)$/u.test(text.slice(left.body.start, left.body.end))
      )
        return true
      if (/^(?:队|[男女][篮足排])$/u.test(ending))
        return anchor === 'region' && left.region?.rule === 'division-short' && SPORT.test(text)
      if (
        /^(?:报社|日报|晚报|银行|机场|动物园|火车站|农信社|农信联社|农村信用社|信用社|农商行|农商银行|村镇银行|免税店|卫视|电台|局集团|局集团公司|局集团有限公司)$/u.test(
          ending,
        )
      )
        return true
      // 海州软件园: run by a body of its own, other than a zone.
      if (/^(?:软件园|科学园|创意园|物流园|孵化器|动漫园|留创园)$/u.test(ending)) return true
      return firm && (kind !== 'company' || anchor === 'body') && kind !== 'park'
    }
    if (anchor === 'body' && !firm && core.length > 12) return false
    return firm || core.length >= 2 || (PARTS.has(ending) && ending.length > 1) || (left.distinct && ending.length > 1)
  }
  if (anchor === 'prefix' && left.doubtful)
    return firm && ending.length >= 2 && /^(?:research|association|university)$/u.test(kind)
  if (anchor === 'prefix')
    return (
      (core.length >= 2 || firm) &&
      !/^(?:中国|自治区|.)(?:会议中心|区?总部|会展中心|体育中心|体育馆|文化中心|展览馆|火车站|汽车站|机场)$/u.test(core + ending)
    )
  if (
    /^(?:好|多|各|某|抓|等|更|其|了|着|的(?!士)|大批|这)/u.test(core) &&
    anchor === 'none' &&
    !/有限(?:责任)?公司$/u.test(ending)
  )
    return false
  if (ending === '所' && /\d$/u.test(core))
    return /\p{Script=Han}/u.test(core) && (left.distinct || /^(?:中航|中电|航天|兵器|中船|中核)/u.test(core))
  if (PARTS.has(ending)) return tagAt(zone, at) === 'nt' && wordBounds(zone, at).end === end
  if (ending === '工作室' && bodyLexicon().callings.has(core)) return false
  if (firm) {
    if (bodyLexicon().callings.has(core)) return false
    if (kind === 'company' && ending.length > 2) return core.length >= 2
    if (ending === '基地' && !left.distinct) return false
    if (
      core.length >= 2 &&
      titled(text, end) &&
      /^(?:university|research|association|school)$/u.test(kind) &&
      !bodyLexicon().callings.has(core)
    )
      return true
    return (left.distinct && core.length >= 2) || (core.length >= 9 && /^(?:research|association|park|university)$/u.test(kind))
  }
  if (
    ending === '集团' &&
    core.length >= 4 &&
    bodyLexicon().trades.has(core.slice(2)) &&
    !bodyLexicon().callings.has(core.slice(0, 2))
  )
    return true
  // 三陇重型机械集团总裁: an office right behind tells the name.
  if (
    core.length >= 2 &&
    core.length <= 14 &&
    titled(text, end) &&
    NAMED_BY_OFFICE.test(ending) &&
    !bodyLexicon().callings.has(core.slice(-2))
  )
    return (
      !/["“‘]/u.test(text[left.start - 1] ?? '') &&
      (MORE_THAN_GRAMMAR.test(core) || !/^(?:d|p|c|r|m|u.*|ad)$/u.test(tagAt(zone, left.start)))
    )
  if (/["“‘]/u.test(text[left.start - 1] ?? '') && /["”’]/u.test(text[end] ?? '')) return false
  // 越盛集团: a brand of two characters that fills its phrase.
  if (ending === '集团' && core.length === 2 && left.distinct && atPhraseStart(zone, left.start))
    return !/^[\d一两三四五六七八九十各某把被让向]/u.test(core)
  if (!MORE_THAN_GRAMMAR.test(core) && /^(?:d|v|a|m|p|ad|vd)$/u.test(tagAt(zone, left.start))) return false
  return left.distinct && core.length >= 2 && core.length <= 8
}

const isNumeral = oneOf('一二三四五六七八九十两几0123456789')
/** A number with its measure word before the place. */
const COUNTED = /[\d几数多余两二三四五六七八九十百千万][座家个所处间]$/u
/** What a court or an office does to a firm: 法院判决云图集团…. */
const JUDGES = /判决|认定|责令|起诉|查处|批准|裁定|处罚|通报|调查|约谈|督促|宣布/u
/** What a firm does behind its name. */
const FIRM_DOES = /^(?:投资|建设|开发|投建|承建|经营|管理|运营|合作|联合|生产|加工|销售|引进|建造)/u
/** Units of an office, which are bodies beside it (海州市公安局|刑侦大队). */
const UNIT = /(?:[总支大中]队|派出所|分局|法庭)$/u
/** Organs that are nobody's part. */
const OF_STATE = /^(?:人民政府|政府|人民法院|法院|检察院|人民检察院|公安局|海关)$/u
/** Branches of the central bank are organs of the state. */
const CENTRAL_BANK = /^(?:中国)?人民银行|^人行/u
/** Hospitals and schools of a kind: 联网医院, 结对学校, 中小学. */
const OF_A_KIND =
  /(?:联网|远程|协作|结对|受援|支援|对口|帮扶|成员|共建|试点|定点|眼科|口腔|骨科|妇产|儿童|肿瘤|专科|义务教育|布局|特色|农村|薄弱|[中大])$/u
/** 同昌煤业: of two characters the first is a part of the name, whatever it is elsewhere. */
const MORE_THAN_GRAMMAR = /^[同和正经]\p{Script=Han}$/u
const NAMED_BY_OFFICE =
  /(?:集团|厂|银行|分行|支行|煤矿|油田|农场|林场|牧场|酒厂|电厂|酒店|宾馆|饭店|超市|批发市场|商贸城|农贸市场|工作室|商学院|医学院|在线|网|中心|总会|队)$/u
/** A brand: two to four characters that are no words of the language, at the start of the name or behind its region. */
function isBrand(zone: Zone, left: Left, core: string, at: number, end: number): boolean {
  if (left.doubtful || left.anchor === 'prefix') return false
  if (left.anchor === 'body') return core === '' && left.body?.kind === 'company' && left.body.end - left.body.start <= 4
  if (core.length < 2 || core.length > 4) return false
  // 投硬科技, 黑科技
  if (/^[投做搞抓用学爱懂靠讲看买卖造]/u.test(core) && tagAt(zone, at - core.length).startsWith('v')) return false
  const next = zone.folded.slice(end, end + 2)
  if (/^(?:产业|行业|领域|技术|企业|市场|项目|工程|装备|设备|产品|创新|人才|集群|服务|发展|基地)/u.test(next)) return false
  for (let i = at - core.length; i < at; ) {
    const word = wordBounds(zone, i)
    const tag = tagAt(zone, i)
    // 佳|林木|业: the trade begins inside a word.
    if (
      i === at - 1 &&
      i > at - core.length &&
      word.start === i &&
      word.end > at &&
      word.end <= end &&
      zone.folded[end - 1] === '业'
    )
      break
    if (
      word.end - word.start > 1 &&
      !(/^(?:nz|nr|nt)/u.test(tag) && (i === 0 || isMark(zone.folded.charCodeAt(i - 1)) || left.region?.end === i))
    )
      return false
    if (
      /^(?:p|c|r|d|u.*|y|m|q|f|v)$/u.test(tag) &&
      word.end - word.start === 1 &&
      !/[中一大三联远同]/u.test(zone.folded[i] as string)
    )
      return false
    i = word.end
  }
  return isWordStart(zone, at - core.length)
}

/** A part takes its own kind, except that parts of offices are of the office's kind. */
function kindOf(kind: OrganizationKind, ending: string, left: Left): OrganizationKind {
  const parent = left.body?.kind
  if (!parent) return ending === '委员会' && left.anchor === 'region' ? 'government' : kind
  if (parent === 'research' && /^(?:中心|研究室|分院)$/u.test(ending)) return 'research'
  if (ending === '研究室' && /^(?:government|party|legislature)$/u.test(parent)) return parent
  if (ending === '学部' && parent !== 'university') return parent
  if (ending === '委员会' && parent !== 'association' && parent !== 'company') return parent
  if (DIVISIONS.has(ending) || PARTS.has(ending)) {
    if (parent === 'association' || ending !== '委员会')
      return parent === 'company'
        ? ending === '所'
          ? 'research'
          : /总部$/u.test(ending)
            ? 'company'
            : /[部处科室组]/u.test(ending)
              ? 'other'
              : 'company'
        : parent
  }
  if (parent === 'association' && ending === '委员会') return 'association'
  return kind
}
