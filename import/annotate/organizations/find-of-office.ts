/**
 * Finds bodies that only the office of a person behind them shows, whatever words their names are made of: 云溪市锂电产业推进中心|主任甲, 经济局|代副局长乙,
 * 脱贫攻坚领导小组办公室|常务副主任丙.
 */
import type { OrganizationKind } from '../../../model/vocabulary'
import type { OrganizationFind, PersonFind, RegionFind } from '../finds'
import { isHeadOfRegion, titleLexicon } from '../people/title-lexicon'
import type { OwnRegion } from '../regions/own-region'
import { isMark } from '../text/marks'
import { tagAt, wordBounds, type Zone } from '../text/zone'
import { bodyLexicon } from './body-lexicon'

const LONGEST = 26
/** How names of bodies end that hold offices, with the kind; what says less than the words before it is no body alone. */
const ENDINGS: readonly (readonly [RegExp, OrganizationKind])[] = [
  [
    /(?:联合会|联会|总会|商会|协会|学会|协进会|促进会|基金会|理事会|研究会|联谊会|联盟|联席|妇联|[业居村]委会|工商联|同乡会|工会)$/u,
    'association',
  ],
  [/(?:研究院|研究所|实验室|科学院|设计院|规划院|勘测院|工作站|观测站|试验站|研究中心)$/u, 'research'],
  [/(?:大学|学院|[\u4e00-\u9fff]系)$/u, 'university'],
  [/(?:学校|中学|小学|幼儿园|[一二三四五六七八九十]中|[一二三四五六七八九十实]小|[体技职业党]校|教育集团)$/u, 'school'],
  [
    /(?:医院|卫生院|卫生室|诊所|医疗中心|疾控中心|博物馆|图书馆|美术馆|文化馆|纪念馆|科技馆|剧院|剧团|乐团|艺术团|工作室|俱乐部)$/u,
    'other',
  ],
  [
    /(?:公司|集团|合作社|联社|银行|[支分]行|厂|商行|药业|农场|林场|牧场|茶场|渔场|酒店|饭店|车间|绣坊|作坊|书店|商店|商城|超市|会所|事务所)$/u,
    'company',
  ],
  [
    /(?:委员会|管委会|组委会|指挥部|领导小组|办公室|[市省县区府农改贸发办法政研业委]办|中心|[\u4e00-\u9fff]{2}(?:局|厅|署|处)|总局|分局|管理站|服务站|[\u4e00-\u9fff]站|所|支队|大队|总队|中队|[一二三四五六七八九十]队|工作队|工作组|专班|[一二三四五六七八九十百]团|法庭|检察院|法院)$/u,
    'government',
  ],
]
const BODY_IN_TITLE = /^(?:妇联|村委会|居委会)/u
/** Words for a body that name none. */
const BARE =
  /^(?:本|该|原|新|老|各|某|这|那)?(?:公司|集团|企业|中心|委员会|办公室|小组|领导小组|协会|商会|学校|学院|医院|银行|支行|分行|合作社|支队|大队|总队|工作队|工作组|指挥部|管委会|组委会|研究院|研究所|实验室|事务所|俱乐部|工作室|艺术团|剧团|乐团|旅行社|车队|厂|酒店|饭店|超市|农场|林场|车间|法庭|法院|检察院|联盟|基金会|工会|总局|分局|局|所|站)$/u
/** Words that end a name elsewhere and stand inside that of a body which an office follows: 产业推进中心, 贸易促进局. */
const WITHIN =
  /^(?:推进|促进|提升|打造|深化|优化|构建|培育|引导|实施|组织|支持|指导|帮助|推动|创建|落实|强化|加强|开展|企业|品牌|全国|全球|世界|投资者|建设者|编辑|出版|发布|采访|组成|成立|与|和|及)$/u
/** Verbs before a name that are no part of it: 据甲局局长, 来自乙中心主任, 邀请丙协会会长. */
const BEFORE =
  /^(?:据|来自|邀请|特邀|会见|拜访|采访|走访|陪同|看望|慰问|听取|致电|连线|联系|对话|专访|告诉|带领|现任|担任|出任|作为|身为|包括|还有|任命|聘任|免去|提名|推荐|推选|选举|主持|出席|参加|列席|陪着|跟随|跟着|遇到|见到|找到|指着|随着|经过|通过|按照|根据|介绍|表示|强调|指出|报道|报导|获悉|了解|认为|坐在|站在|走进|来到|前来|曾任|历任|时任|兼任|调任|转任|升任|接任|拟任)$/u

/** The bodies of a zone that no other rule found, in reading order. */
export function findOfOffice(
  zone: Zone,
  people: readonly PersonFind[],
  bodies: readonly OrganizationFind[],
  regions: readonly RegionFind[],
  ownRegion: OwnRegion,
): OrganizationFind[] {
  const text = zone.folded
  const { heads, modifiers } = titleLexicon()
  const covered = new Uint8Array(text.length + 1)
  for (const { start, end } of bodies) covered.fill(1, start, end)
  const regionEnding = new Map(regions.map(region => [region.end, region] as const))
  const bodyEnding = new Map(bodies.map(body => [body.end, body] as const))
  const found: OrganizationFind[] = []
  let floor = 0
  for (const person of people) {
    let pos = person.start
    if (text[pos - 1] === ' ') pos--
    for (let turn = 0; turn < 4 && pos > floor; turn++) {
      const head = heads.longestBefore(text, pos, floor)
      if (!head || !/^(?:official|executive|expert)$/u.test(head.value)) break
      // 村妇联主席: a title that holds the body.
      let end = head.start + (BODY_IN_TITLE.exec(text.slice(head.start, pos))?.[0].length ?? 0)
      const ends = [end]
      for (let before = modifiers.longestBefore(text, end, floor); before; before = modifiers.longestBefore(text, end, floor)) {
        end = before.start
        ends.push(end)
      }
      const held = covered[end - 1] || regionEnding.has(end) || isHeadOfRegion(text.slice(head.start, pos))
      let find: OrganizationFind | null = null
      // 住屋联席|召集人: what else goes before an office (联席主席) may end a name.
      for (let i = ends.length - 1; i >= 0 && !held && !find; i--)
        find = nameBefore(zone, ends[i] as number, floor, regionEnding, bodyEnding, covered, ownRegion)
      if (find) found.push(find)
      pos = find ? find.start : (bodyEnding.get(end)?.start ?? regionEnding.get(end)?.start ?? end)
      if (!/[、兼,]/u.test(text[pos - 1] ?? '')) break
      pos--
    }
    floor = person.end
  }
  return found.sort((a, b) => a.start - b.start)
}

/** The name that ends at the place, or null. */
function nameBefore(
  zone: Zone,
  end: number,
  floor: number,
  regionEnding: ReadonlyMap<number, RegionFind>,
  bodyEnding: ReadonlyMap<number, OrganizationFind>,
  covered: Uint8Array,
  ownRegion: OwnRegion,
): OrganizationFind | null {
  const text = zone.folded
  const ending = ENDINGS.find(([pattern]) => pattern.test(text.slice(Math.max(floor, end - 5), end)))
  if (!ending) return null
  const { stop, prefixes, generic } = bodyLexicon()
  let start = end
  let region: RegionFind | null = null
  let body: OrganizationFind | null = null
  let prefix = ''
  while (start > floor && end - start < LONGEST) {
    body = start < end ? (bodyEnding.get(start) ?? null) : null
    region = start < end ? (regionEnding.get(start) ?? null) : null
    if (body || region) break
    if (covered[start - 1] || (isMark(text.charCodeAt(start - 1)) && !/[“”"]/u.test(text[start - 1] as string))) break
    const word = wordBounds(zone, start - 1)
    let from = word.end > start ? start - 1 : word.start
    for (let inner = start - 1; inner > from; inner--) if (regionEnding.has(inner) || bodyEnding.has(inner)) from = inner
    from = Math.max(from, floor)
    const form = text.slice(from, start)
    const tag = tagAt(zone, start - 1)
    if (prefixes.has(form) && start < end && form.length <= 3) {
      const before = text[from - 1]
      if (before === undefined || isMark(text.charCodeAt(from - 1)) || /[由与和是为在从据对请]/u.test(before)) {
        prefix = form
        start = from
        break
      }
    }
    if (start < end && ((stop.has(form) && !WITHIN.test(form)) || BEFORE.test(form))) break
    if (start < end && /^(?:p|r|u.*|y|t|d)$/u.test(tag) && !/^[与和及]$/u.test(form)) break
    start = from
  }
  // What joins or is done does not begin a name.
  for (let word = wordBounds(zone, start); start < end; word = wordBounds(zone, start)) {
    if (/[”"]/u.test(text[start] as string)) start++
    else if (!region && !body && !prefix && WITHIN.test(text.slice(start, word.end)) && word.end < end) start = word.end
    else break
  }
  const core = text.slice(start, end)
  const whole = region ? (region.nestedFrom ?? region.start) : body ? body.start : start
  if (core.length < 2 || BARE.test(core) || generic.has(core) || /[0-9]{2}/u.test(core)) return null
  if ((core.match(/“/gu)?.length ?? 0) !== (core.match(/”/gu)?.length ?? 0)) return null
  // Without a region, a body or 省, 市, 县 before it a name fills its phrase.
  const anchored = region !== null || body !== null || prefix !== ''
  if (!anchored && start > 0 && !isMark(text.charCodeAt(start - 1)) && core.length < 6 && text[start - 1] !== '的') return null
  // 民事检察厅 alone is a division of a body that is named before.
  if (!anchored && (core.length < 3 || (/[厅司处科室庭组部]$/u.test(core) && !/(?:办公室|工作组|指挥部|总部)$/u.test(core))))
    return null
  if (body && /^(?:[\u4e00-\u9fff]{0,6}(?:部|处|科|室|组))$/u.test(core)) return null
  const own = prefix && /^(?:自治区|[省市县区州盟旗镇乡])$/u.test(prefix)
  return {
    zone: zone.index,
    start: whole,
    end,
    rule: 'body-of-office',
    kind: body && ending[1] === 'government' && body.kind !== 'party' ? body.kind : ending[1],
    region: region?.key ?? body?.region ?? (own ? ownRegion(levelOf(prefix), zone, end) : null),
    stem: region ? core : own ? core.slice(prefix.length) : text.slice(whole, end),
    ownRegion: region !== null || (body?.ownRegion ?? false),
    parentEnd: body ? body.end : null,
    form: 'name',
  }
}

function levelOf(prefix: string): string {
  return prefix === '省' || prefix === '自治区'
    ? 'province'
    : /[县区旗]/u.test(prefix)
      ? 'county'
      : /[镇乡]/u.test(prefix)
        ? 'township'
        : 'prefecture'
}
