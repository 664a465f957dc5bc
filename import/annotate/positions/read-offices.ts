/** Reads the offices that stand before a place: 海州省科协党组书记、副主席, 云溪市委常委、常务副市长, 公司董事长兼总经理. */
import type { PersonRole } from '../../../model/vocabulary'
import officeBodies from '../../lexicons/office-bodies.json'
import titles from '../../lexicons/titles.json'
import type { OrganizationFind, RegionFind } from '../finds'
import { bodyLexicon } from '../organizations/body-lexicon'
import { isHeadOfRegion, titleLexicon } from '../people/title-lexicon'
import { endsPhrase, isMark } from '../text/marks'
import { charWithin, lastCharWithin } from '../text/search'
import { isWordStart, tagAt, wordBounds, type Zone } from '../text/zone'

export interface ReadOffice {
  readonly start: number
  readonly end: number
  readonly title: string
  readonly head: string
  readonly role: PersonRole
  readonly former: boolean
  readonly organization: OrganizationFind | null
  /** Key of the region whose head the title is, where it says so. */
  readonly region: string | null
  /** The word for a body named before (公司, 该院), where one stands in place of its name. */
  readonly anaphor: string | null
}

export interface Surroundings {
  /** Bodies of the zone by their end; the longest. */
  readonly bodyEnding: ReadonlyMap<number, OrganizationFind>
  readonly regionEnding: ReadonlyMap<number, RegionFind>
}

const LONGEST_DIVISION = 16
const UNPLACED = new Set(titles.unplaced)
const ANAPHOR =
  /(?:该|本|这家|我们)?(?:公司|集团|企业|学校|医院|协会|研究院|研究所|实验室|中心|合作社|银行|园区|总院|工厂|管委会|组委会|亚组委|奥组委|艺术团|歌舞团|剧团|工作组|工作队|专案组|支队|大队|总队|分公司|分局|派出所|农场|林场|车队|厂|院|校|所|局|社|会|馆|队|团|组|站|矿|场)的?$|(?:该|本)(?:厅|部|委|行|处|办|署|司|系|店|支部)$/u

/** Stands in `anaphor` where a title names a division and no body. */
export const DIVISION = '处室'
/** A division that only what it does names. */
const DIVISION_BEFORE =
  /(?:(?:技术|研发|研究|工程|营销|检测|客服|运营|数据|培训|制造|质量|设计|信息|财务|生产|市场|销售|采购|人力资源|项目|战略|投资|产品|业务|公共事务|新闻|媒体|后勤|服务)(?:中心|部|处|室|科|院|事业部)|[\u4e00-\u9fff]{3,7}(?:厅|司|处|室|科|庭))$/u
const COMPANY_OR_PLACE = /公司|集团|企业|医院|学校|银行|园区|支队|大队|总队/u

/** Offices that end directly at `end`, from left to right; `floor` is as far left as they may go. */
export function readOffices(zone: Zone, end: number, around: Surroundings, floor = 0): ReadOffice[] {
  const text = zone.folded
  const { heads, modifiers } = titleLexicon()
  const found: ReadOffice[] = []
  let pos = end
  for (let turn = 0; turn < 6 && pos > floor; turn++) {
    const head = headBefore(text, pos, floor, around)
    if (!head) break
    let start = head.start
    while (!around.bodyEnding.has(start)) {
      const modifier = modifiers.longestBefore(text, start, floor)
      if (!modifier) break
      start = modifier.start
    }
    for (let at = start + 1; at < head.start; at++) if (around.bodyEnding.has(at)) start = at
    const word = text.slice(head.start, pos)
    // 商务部长 is 商务部|部长.
    const shared = start === head.start ? around.bodyEnding.get(start + 1) : undefined
    if (shared && head.value === 'official' && /^[部局厅署]长$/u.test(word) && shared.start >= floor && shared.start < start) {
      found.push({
        start: shared.start,
        end: pos,
        title: zone.text.slice(start, pos),
        head: word,
        role: head.value,
        former: false,
        organization: shared,
        region: null,
        anaphor: null,
      })
      pos = shared.start
      if (!/[、兼和及]/u.test(text[pos - 1] ?? '')) break
      pos -= 1
      continue
    }
    const joined = /[兼、]/u.test(text[start - 1] ?? '')
    const direct = around.bodyEnding.get(start)
    // 九三学社界委员 is a member of a congress, not of that party.
    const body =
      UNPLACED.has(word) || (text[start - 1] === '界' && /^(?:委员|代表)$/u.test(word))
        ? direct && direct.start >= floor
          ? direct
          : null
        : joined
          ? null
          : wholeBody(bodyBefore(zone, start, around, floor), around)
    let from = start
    let region: string | null = null
    let anaphor: string | null = null
    if (body) from = body.end
    else if (isHeadOfRegion(word) || (word === '主席' && text.startsWith('自治区', start - 3))) {
      const place = placeBefore(text, start, around)
      if (place) {
        region = place.key
        from = Math.max(place.end, start)
        if (place.end > start) from = start
      }
    } else {
      const wider = widen(zone, start, around, floor)
      const before =
        ANAPHOR.exec(text.slice(Math.max(floor, wider - 8), wider)) ?? ANAPHOR.exec(text.slice(Math.max(floor, start - 8), start))
      if (
        wider < start &&
        (/[、兼]/u.test(text[wider - 1] ?? '') ||
          (before &&
            before.index + before[0].length === Math.min(8, wider - floor) &&
            text.slice(wider - before[0].length, wider) === before[0]))
      )
        from = wider
      if (before && !isHeadOfRegion(word)) anaphor = before[0].replace(/的$/u, '')
      // 总工程师兼技术中心|主任, 会上|民事检察厅|厅长: a division of a body that is named before, or by the office before.
      const division = DIVISION_BEFORE.exec(text.slice(Math.max(floor, start - 9), start))
      if (division && !(before && COMPANY_OR_PLACE.test(before[0]))) {
        const joinedBy = /[兼、]/u.test(text[start - division[0].length - 1] ?? '')
        if (joinedBy || (wider < start && wider <= start - division[0].length)) {
          from = joinedBy ? start - division[0].length : wider
          anaphor = joinedBy ? null : DIVISION
        }
      }
    }
    if (head.value === 'journalist') from = start
    // 公司报关部|经理: a department, whatever its name is made of, right behind the word for its body.
    const department = body
      ? null
      : /(该?公司|集团|医院|学校|银行|该[厅局委院校行])([\u4e00-\u9fff]{1,6}(?:部|处|科|室|中心|车间|事业部|分厂|学院|系))$/u.exec(
          text.slice(Math.max(floor, start - 12), start),
        )
    if (department && !anaphor) {
      from = start - (department[2] as string).length
      anaphor = department[1] as string
    }
    // 市一中高二的学生, 交警支队秩序处处长: what stands before 的 and the body meant are none of the title.
    const of = text.slice(from, start).lastIndexOf('的')
    if (of >= 0) from += of + 1
    if (anaphor === DIVISION) {
      const named = /^.*?(支队|大队|总队|公司|集团|医院)(?=.{2})/u.exec(text.slice(from, start))
      if (named) {
        from += named[0].length
        anaphor = named[1] as string
      }
    }
    const age = /^(?:\d{1,3}岁的?|[5-9]0后(?:女|男)?|[0-1]0后(?:女|男)?|(?:这|那|一|几)?[位名]|年[轻近老][的]?)/u.exec(
      text.slice(from, start),
    )
    if (age) from += age[0].length
    // 立法会金融服务界|议员
    if (body && text[start - 1] === '界') from = start
    if (body && text[from] === '(') from = Math.max(from, charWithin(text, ')', from, start) + 1)
    // 据馆藏研究部主任甲介绍
    if (text[from] === '据' && from < start) from++
    while (from < start && /[的\s]/u.test(text[from] as string)) from++
    const title = zone.text.slice(from, pos).replace(/\s/gu, '')
    found.push({
      start: body ? body.start : from,
      end: pos,
      title,
      head: word,
      role: head.value,
      former:
        /^(?:原|前|时任|曾任|原任)/u.test(title) ||
        /(?:原|前|时任)$/u.test(text.slice(Math.max(0, (body ? body.start : from) - 2), body ? body.start : from)),
      organization: body,
      region,
      anaphor,
    })
    pos = body
      ? body.start
      : region
        ? ((around.regionEnding.get(start) ?? around.regionEnding.get(start + 1))?.start ?? from)
        : from
    // 甲局原局长、现任乙协会会长
    const since = /[、,兼](?:现任|时任|曾任|原任|现为|现|原|并任)$/u.exec(text.slice(Math.max(floor, pos - 3), pos))
    if (since) pos -= since[0].length - 1
    if (text.startsWith('兼任', pos - 2)) pos -= 2
    else if (/[、兼和及,]/u.test(text[pos - 1] ?? '') && !(text[pos - 1] === ',' && !heads.longestBefore(text, pos - 1, floor)))
      pos -= 1
    else break
    if (text[pos] === ',' && found.length > 0 && around.bodyEnding.size === 0) break
  }
  // 当选主席，原主席甲: what stands before a comma belongs to the name behind only with a body of its own.
  const offices = found.reverse()
  const apart = offices.findLastIndex(
    (office, i) =>
      i < offices.length - 1 &&
      text[office.end] === ',' &&
      !office.organization &&
      !office.region &&
      !isHeadOfRegion(office.head),
  )
  return inherit(offices.slice(apart + 1))
}

/** A title without a body has that of the title before it in the same list; heads of regions and delegates do not. */
function inherit(offices: readonly ReadOffice[]): ReadOffice[] {
  let body: OrganizationFind | null = null
  let anaphor: string | null = null
  return offices.map(office => {
    if (office.organization) {
      body = office.organization
      return office
    }
    if (office.anaphor) anaphor = office.anaphor
    if (office.region || isHeadOfRegion(office.head) || UNPLACED.has(office.title)) return office
    return { ...office, organization: body, anaphor: body ? null : anaphor }
  })
}

/** The title that ends at the place; where a body's name goes into it (党委 of 石门镇党委书记), only what follows that. */
function headBefore(text: string, pos: number, floor: number, around: Surroundings): { start: number; value: PersonRole } | null {
  const { heads } = titleLexicon()
  const head = heads.longestBefore(text, pos, floor)
  if (!head) return null
  for (let at = pos - 1; at > head.start; at--) {
    if (!around.bodyEnding.has(at)) continue
    const rest = heads.longestBefore(text, pos, at)
    if (rest && (rest.start === at || titleLexicon().modifiers.has(text.slice(at, rest.start)))) return rest
  }
  return head
}

/** A division counts to the title, and the body is what it is a division of: 云溪公司市场部|经理 is 市场部经理 of 云溪公司. */
function wholeBody(body: OrganizationFind | null, around: Surroundings): OrganizationFind | null {
  if (!body?.isDivision || body.parentEnd === null) return body
  return around.bodyEnding.get(body.parentEnd) ?? body
}

/** How the names of divisions end. */
const ENDS_DIVISION = /(?:[科室处部组队区系院所站线]|中心|车间|事务|业务|板块|项目|事业群)$/u
/** Words of grammar of one character, which stand in no name of a division. */
const GRAMMAR = /[在对向从由把被让给为以于是也都又还就将曾已正不再很更最请这那其该]/u
const BEFORE_BODY = new Set(officeBodies.before)

/** The body whose name ends at or shortly before `start`, with nothing but a division between. */
function bodyBefore(zone: Zone, start: number, around: Surroundings, floor: number): OrganizationFind | null {
  const text = zone.folded
  // What ends in 科 or 处 before a title is the name of a division, whatever words it is made of.
  const inDivision = ENDS_DIVISION.test(text.slice(Math.max(0, start - 2), start))
  for (let at = start; at > floor && start - at <= LONGEST_DIVISION; at--) {
    const body = around.bodyEnding.get(at)
    if (body && body.start >= floor) return body
    // 《海州日报》记者
    if (at === start && /[》”]/u.test(text[at - 1] as string)) {
      const quoted = around.bodyEnding.get(at - 1)
      if (quoted && quoted.start >= floor && /[《“]/u.test(text[quoted.start - 1] ?? '')) return quoted
    }
    const code = text.charCodeAt(at - 1)
    if (code === 41) {
      const open = lastCharWithin(text, '(', at - 16, at)
      const before = open > floor ? around.bodyEnding.get(open) : undefined
      return before ?? null
    }
    if (isMark(code) && code !== 32) return null
    // 副总裁兼|市场部总监
    if (text[at - 1] === '兼') return null
    if (isWordStart(zone, at) || (at === start && wordBounds(zone, at - 1).end === at)) {
      const form = text.slice(wordBounds(zone, at - 1).start, at)
      const tag = tagAt(zone, at - 1)
      if (
        form.length > 1 &&
        /^(?:v|vd|c|p|d|r|t)$/u.test(tag) &&
        !mayModify(form) &&
        !(inDivision && /^[vd]/u.test(tag) && !BEFORE_BODY.has(form))
      )
        return null
      if (form.length === 1 && /^(?:p|c|r|d)$/u.test(tag) && GRAMMAR.test(form)) return null
    }
  }
  return null
}

/** The region that ends at a title such as 区长, or overlaps its first character (云溪市长). */
function placeBefore(text: string, start: number, around: Surroundings): { key: string; start: number; end: number } | null {
  const direct = around.regionEnding.get(start)
  if (direct) return { key: direct.key, start: direct.start, end: direct.end }
  const overlapping = around.regionEnding.get(start + 1)
  // 代县长 is an acting one.
  if (overlapping && text[start - 1] === '代' && overlapping.start === start - 1) return null
  if (overlapping && /[省市县区州盟旗镇乡]/u.test(text[start] as string))
    return { key: overlapping.key, start: overlapping.start, end: overlapping.end }
  return null
}

/** As far left as words of a division go: 政务服务处|处长, 公共事务|总监. */
function widen(zone: Zone, start: number, around: Surroundings, floor: number): number {
  const text = zone.folded
  let at = start
  while (at > floor && start - at < 12) {
    const code = text.charCodeAt(at - 1)
    // 、海州国总统
    if (isMark(code) || endsPhrase(code) || text[at - 1] === '兼' || around.regionEnding.get(at)?.level === 'country') break
    const word = wordBounds(zone, at - 1)
    const tag = tagAt(zone, at - 1)
    const from = Math.min(word.start, at - 1)
    const form = text.slice(from, at)
    if (
      /^(?:兼|的|在|由|是|任)$/u.test(form) ||
      (!/^(?:n|vn|j|b|s|m|x|a|g|z|q)/u.test(tag) && form.length > 1 && !/^(?:v|f)$/u.test(tag))
    )
      break
    if (/^v$/u.test(tag) && form.length > 1 && !mayModify(form)) break
    if (/^(?:公司|集团|企业|学校|医院|协会|研究院|研究所|银行|园区|工厂|中心|合作社)$/u.test(form)) break
    at = from
  }
  return Math.max(at, floor)
}

/** Verbs that stand in the names of divisions and before titles: 新闻发布处, 相关负责人. */
function mayModify(form: string): boolean {
  return bodyLexicon().inside.has(form) || /^(?:转型|党建|检修|执行|相关|有关|发布|宣传|审批|调度|分管|常驻)$/u.test(form)
}
