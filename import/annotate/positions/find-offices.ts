/** Finds who holds which office: offices before the name, in brackets or after a comma behind it, and after 任 and 当选. */
import type { PersonRole } from '../../../model/vocabulary'
import titles from '../../lexicons/titles.json'
import type { OfficeFind, OrganizationFind, PersonFind, RegionFind } from '../finds'
import { isTraditional } from '../organizations/special-regions'
import { isHeadOfRegion } from '../people/title-lexicon'
import { fold } from '../text/fold'
import { lastCharWithin, lastStartingBefore } from '../text/search'
import type { Zone } from '../text/zone'
import { addressedBy, behindName, intoOffice } from './behind-name'
import { pointedOffices } from './pointed-offices'
import { DIVISION, type ReadOffice, readOffices, type Surroundings } from './read-offices'

/** The region that a title such as 副市长 means where the text does not say. */
export type OwnRegion = (level: string, zone: Zone, at: number) => string | null

const KIND_OF = titles.bodyOf as Readonly<Record<string, string>>
const COMPANY_LIKE = /公司|集团|企业|厂/u

/** Offices, and words for callings (村民, 学生) that give a role and are no office. */
export function findOffices(
  zone: Zone,
  people: readonly PersonFind[],
  bodies: readonly OrganizationFind[],
  regions: readonly RegionFind[],
  ownRegion: OwnRegion,
  byline: readonly string[] = [],
): { readonly offices: OfficeFind[]; readonly callings: OfficeFind[] } {
  const callings: OfficeFind[] = []
  const around: Surroundings = { bodyEnding: longestByEnd(bodies), regionEnding: longestByEnd(regions) }
  const found: OfficeFind[] = []
  let last: { end: number; offices: readonly ReadOffice[] } = { end: -1, offices: [] }
  let floor = 0
  for (const person of people) {
    const read = officesOf(zone, person, around, floor)
    let offices: readonly ReadOffice[] = read
    // 就座的市领导有:甲、乙
    const leaders = offices.length === 0 ? leadersBefore(zone, person.start) : null
    if (leaders) offices = [leaders]
    // 副主席甲、乙出席: the second shares the title of the first; 播音: 甲 乙 that of the press.
    const shares = last.offices.at(-1)?.role === 'journalist' ? /[、和 /]/u : /[、和]/u
    if (
      offices.length === 0 &&
      last.offices.length > 0 &&
      shares.test(zone.folded[person.start - 1] ?? '') &&
      (person.start - last.end === 1 || IN_BRACKETS.test(zone.folded.slice(last.end, person.start - 1)))
    )
      offices = [last.offices.at(-1) as ReadOffice]
    // 民事检察厅厅长甲、副厅长乙: the second is of the body of the first.
    const former = last.offices.at(-1)
    const only = offices.length === 1 ? (offices[0] as ReadOffice) : null
    if (
      former &&
      only &&
      !only.organization &&
      !only.anaphor &&
      only.head === former.head &&
      only.start - last.end === 1 &&
      /[、,]/u.test(zone.folded[last.end] as string)
    )
      offices = [{ ...only, organization: former.organization, anaphor: former.anaphor }]
    const heirs = heirsOf(last.offices, offices, zone.folded.slice(last.end, Math.max(last.end, offices[0]?.start ?? 0)))
    if (heirs) offices = heirs
    last = { end: person.end, offices }
    floor = person.end
    const owns = offices.map(office => place(office, person))
    for (const [i, office] of offices.entries()) {
      const own = owns[i] as OfficeFind
      // 总经理、党委副书记甲: what the context says of one holds for the others.
      const shared = owns.find(({ organization }, j) => organization && !offices[j]?.organization)?.organization ?? null
      const placed: OfficeFind =
        own.organization || own.region || !shared || office.role === 'expert' || isUnplaced(own.title)
          ? own
          : { ...own, organization: shared, role: roleOf(office, shared) }
      // 村民, 学生, 经理 without a body are what somebody is, not an office; the role says it.
      const standsAlone =
        (office.role === 'executive' && isIndefinite(zone, office)) ||
        isUnplaced(office.title) ||
        titles.alone.includes(fold(office.title).replace(/^[原前老]/u, '')) ||
        /区议员$/u.test(fold(office.title))
      if (placed.organization || placed.region || standsAlone || isHeadOfRegion(office.head) || office.role === 'journalist')
        found.push(placed)
      else callings.push(placed)
    }
  }
  for (const { name, start, end, offices, author } of pointedOffices(zone, people, around, byline))
    for (const office of offices) {
      const person: PersonFind = { zone: zone.index, start, end, rule: 'pointed', name, form: 'short' }
      const placed = place(office, person)
      if (placed.organization) found.push({ ...placed, start, end, rule: author ? 'office-of-author' : 'office' })
    }
  // 辩护律师、蜀衡律师事务所律师甲: a title without a body that the same person has with one.
  const named = new Set(found.filter(({ organization }) => organization).map(heldBy))
  return { offices: found.filter(office => office.organization || office.region || !named.has(heldBy(office))), callings }

  function place(office: ReadOffice, person: PersonFind): OfficeFind {
    // 抚州一家数字医疗企业的创始人: the text does not say of which.
    const unplaced = isUnplaced(office.title) || isIndefinite(zone, office)
    let organization = office.organization
    let region = office.region
    if (!organization && !region && isHeadOfRegion(office.head)) region = ownRegion(levelOf(office.head), zone, person.start)
    if (!organization && !region && !unplaced && (office.anaphor || KIND_OF[office.head])) organization = bodyBefore(office)
    return {
      zone: zone.index,
      start: Math.min(office.start, person.start),
      end: person.end,
      rule: 'office',
      person,
      organization,
      region,
      title: office.title,
      role: roleOf(office, organization, organization ? nameIn(zone, organization) : undefined),
      former: office.former,
    }
  }

  /** The last body before the title that can have it: 公司 a company, 院长 an institute or court. */
  function bodyBefore(office: ReadOffice): OrganizationFind | null {
    let best: OrganizationFind | null = null
    for (let i = lastStartingBefore(bodies, office.start); i >= 0; i--) {
      const body = bodies[i] as OrganizationFind
      if (office.start - body.start > FARTHEST_BODY || (best && body.end <= best.start)) break
      if (body.end > office.start || !fits(body, office, zone)) continue
      // 集团 means the body that is called so before one of its parts; else the whole name before its beginning.
      const called = office.anaphor === '集团' && best !== null && /集团$/u.test(nameIn(zone, best))
      if (
        !best ||
        (!called && body.end - body.start > best.end - best.start) ||
        (office.anaphor === '集团' && !called && /集团$/u.test(nameIn(zone, body)))
      )
        best = body
    }
    return best
  }
}

/** 市人大常委会主任甲主持会议，副主任乙、秘书长丙出席: deputies later in the sentence are of the body of the one before. */
function heirsOf(former: readonly ReadOffice[], offices: readonly ReadOffice[], between: string): readonly ReadOffice[] | null {
  if (offices.length === 0 || former.length === 0 || between.length > 24 || /[。;\n]/u.test(between)) return null
  if (offices.some(({ organization, anaphor, region }) => organization || anaphor || region)) return null
  for (const { organization, head } of former) {
    if (!organization) continue
    const follows = offices.some(
      office =>
        (office.head === head && /^(?:常务)?副/u.test(office.title)) ||
        (office.title === '秘书长' && /(?:主任|会长|主席)$/u.test(head)) ||
        (/^党[组委]副书记$/u.test(office.title) && /书记$/u.test(head)),
    )
    if (follows) return offices.map(office => (isHeadOfRegion(office.head) ? office : { ...office, organization }))
  }
  return null
}

/** What stands behind a name in a list: (女), (蒙古族). */
const IN_BRACKETS = /^\([^()]{1,6}\)$/u
const LEADERS = /(?:[省市县区州旗]?(?:领导|四大班子成员))(?:还?有|是|为)?:$/u

/** That the names of a list are those of leaders, where the place follows a word for them and a colon. */
function leadersBefore(zone: Zone, at: number): ReadOffice | null {
  if (zone.folded[at - 1] !== ':') return null
  const word = LEADERS.exec(zone.folded.slice(Math.max(0, at - 10), at))
  if (!word) return null
  const title = word[0].replace(/(?:还?有|是|为)?:$/u, '')
  return {
    start: at - word[0].length,
    end: at,
    title,
    head: title,
    role: 'official',
    former: false,
    organization: null,
    region: null,
    anaphor: null,
  }
}

const isUnplaced = (title: string): boolean => titles.unplaced.includes(fold(title))

/** Whether the office is of a body that the text gives no name: 一家企业的创始人. */
function isIndefinite(zone: Zone, office: ReadOffice): boolean {
  return /(?:一家|某家|某)[^,。;、]{0,16}(?:企业|公司|工厂|机构|学校|医院|银行|单位)的?$/u.test(
    zone.folded.slice(Math.max(0, office.start - 24), office.start),
  )
}

const heldBy = ({ person, title }: OfficeFind): string => `${person.name}|${person.start}|${title}`

/** How far back a title is joined to a body that is named before it. */
const FARTHEST_BODY = 640

/** How far before a division the body may stand that it is of. */
const NEAR_DIVISION = 160

function nameIn(zone: Zone, body: OrganizationFind): string {
  return zone.folded.slice(body.start, body.end)
}

function fits(body: OrganizationFind, office: ReadOffice, zone: Zone): boolean {
  const name = zone.folded.slice(body.start, body.end)
  const anaphor = office.anaphor
  if (anaphor === DIVISION) return !body.isDivision && office.start - body.end < NEAR_DIVISION && body.kind !== 'media'
  if (anaphor) {
    if (COMPANY_LIKE.test(anaphor)) return body.kind === 'company'
    const last = anaphor.replace(/的$/u, '').at(-1) as string
    return name.endsWith(anaphor.replace(/^(?:该|本)/u, '')) || name.endsWith(last) || (last === '校' && /[学院]$/u.test(name))
  }
  // 主席 alone heads the company that the news of it names, in papers of Hong Kong.
  if (body.kind === 'company' && /^(?:副|联席|署理)?主席$/u.test(office.title) && isTraditional(zone)) return true
  const kind = KIND_OF[office.head]
  if (!kind) return false
  if (/^(?:局长|厅长|关长)$/u.test(office.head)) return new RegExp(`${office.head[0]}$`, 'u').test(name)
  if (/^(?:大队长|支队长|总队长)$/u.test(office.head)) return name.endsWith(office.head.slice(0, 2))
  if (/教练$/u.test(office.head)) return /队$/u.test(name)
  if (/^[场园馆站台行]长$/u.test(office.head)) return name.endsWith(office.head[0] as string)
  if (/(?:教师|老师|班主任)$/u.test(office.head)) return body.kind === 'school' || body.kind === 'university'
  if (office.head === '院长') return /[院]$/u.test(name)
  if (office.head === '校长') return body.kind === 'school' || body.kind === 'university'
  if (office.head === '所长') return /所$/u.test(name)
  if (/^(?:检察长|检察官)$/u.test(office.head)) return name.endsWith('检察院')
  if (/^(?:庭长|法官)$/u.test(office.head)) return name.endsWith('法院')
  return body.kind === kind
}

function officesOf(zone: Zone, person: PersonFind, around: Surroundings, floor: number): ReadOffice[] {
  const text = zone.folded
  if (person.form === 'title') return []
  let end = person.start
  while (end > floor && /[ :/]/u.test(text[end - 1] as string) && person.start - end < 3) end--
  // 助理总裁(货币管理)甲
  if (text[end - 1] === ')') return beforeBracket(zone, end, around, floor)
  // 现任体校副校长的甲
  if (text[end - 1] === '的') {
    const held = readOffices(zone, end - 1, around, floor)
    return held.filter(
      office =>
        (office.organization || office.region) &&
        HOLDING.test(text.slice(Math.max(0, placeStart(office, around) - 2), placeStart(office, around))),
    )
  }
  // 主持人(甲):
  if (text[end - 1] === '(') return readOffices(zone, end - 1, around, floor).filter(office => office.role === 'journalist')
  const before = readOffices(zone, end, around, floor).filter(
    office => end === person.start || office.role === 'journalist' || /^ {1,3}$/u.test(text.slice(end, person.start)),
  )
  if (before.length === 0) {
    const behind = behindName(zone, person, around)
    const address = behind.length === 0 ? addressedBy(zone, person, around) : null
    return address ? [address] : [...behind]
  }
  // 大豆专家甲教授; 原主席乙被聘为名誉主席
  const address = before.some(({ organization, head }) => organization || head === '教授')
    ? null
    : addressedBy(zone, person, around)
  return [...before, ...(address ? [address] : []), ...intoOffice(zone, person, around)]
}

const HOLDING = /(?:现任|时任|担任|身为|曾任|作为|出任)$/u

/** Where an office starts, with the region whose head it is. */
function placeStart(office: ReadOffice, { regionEnding }: Surroundings): number {
  const place = office.region ? (regionEnding.get(office.start) ?? regionEnding.get(office.start + 1)) : undefined
  return place ? (place.nestedFrom ?? place.start) : office.start
}

/** An office with a bracket that says for what: 助理总裁(货币管理). */
function beforeBracket(zone: Zone, end: number, around: Surroundings, floor: number): ReadOffice[] {
  const open = lastCharWithin(zone.folded, '(', end - 12, end)
  if (open <= floor) return []
  return readOffices(zone, open, around, floor).map((office, i, all) =>
    i === all.length - 1 ? { ...office, end, title: office.title + zone.text.slice(open, end) } : office,
  )
}

function longestByEnd<T extends { readonly start: number; readonly end: number }>(finds: readonly T[]): Map<number, T> {
  const map = new Map<number, T>()
  for (const find of finds) {
    const other = map.get(find.end)
    if (!other || other.start > find.start) map.set(find.end, find)
  }
  return map
}

function levelOf(head: string): string {
  return head.startsWith('省')
    ? 'province'
    : /^[县区旗]/u.test(head)
      ? 'county'
      : /^[镇乡]/u.test(head)
        ? 'township'
        : head === '行政长官' || head === '特首'
          ? 'province'
          : 'prefecture'
}

const PUBLIC_CENTRE = /(?:服务|发展|推进|管理|促进|指导|执法|保障|推广|信访|政务|交易|气象|防治|疾控|事务|融媒体|指挥|治理)中心$/u

/** The role that a title gives, by the kind of body where the title alone leaves it open (主任, 院长, 会长). */
function roleOf(office: ReadOffice, body: OrganizationFind | null, bodyName?: string): PersonRole {
  const { role, head, title } = office
  if (!body && /负责人$/u.test(head) && !office.anaphor) return 'other'
  // A chairman of whom the text says no body heads a company.
  if (!body && /^(?:副)?主席$/u.test(title)) return 'executive'
  if (!body && /^退休/u.test(title)) return 'other'
  if (!body) return office.anaphor && COMPANY_LIKE.test(office.anaphor) && role === 'official' ? 'executive' : role
  const kind = body.kind
  if (/^退休/u.test(title)) return 'other'
  // The head of a whole college, not of a department of science.
  if (/院长$/u.test(head) && /(?:职业|技师|专科|技术)[\u4e00-\u9fff]{0,4}学[院校]$/u.test(bodyName ?? '')) return 'executive'
  if (/总工程师$/u.test(head) && kind === 'company') return 'expert'
  if (role === 'official') {
    if (/村/u.test(title)) return 'official'
    if (/^(?:政委|政治委员|司令员|司令|参谋长)$/u.test(head)) return 'official'
    if (/^(?:局长|厅长|处长|科长|司长|署长)$/u.test(head) && kind !== 'company') return 'official'
    if (kind !== 'company' && PUBLIC_CENTRE.test(bodyName ?? '')) return 'official'
    if (kind === 'company' || kind === 'association' || kind === 'park') return 'executive'
    if (kind === 'university' || kind === 'research')
      return /书记|负责人/u.test(head) && kind === 'university' ? 'official' : 'expert'
    if (kind === 'school') return 'executive'
    if (kind === 'media') return 'journalist'
    if (kind === 'other') return /主任|院长/u.test(head) ? 'expert' : 'executive'
  }
  if (kind === 'association' && /(?:学会|研究会)$/u.test(bodyName ?? '')) return 'expert'
  if (role === 'executive' && (kind === 'government' || kind === 'party' || kind === 'legislature')) return 'official'
  if (/校长$/u.test(head) && (kind === 'school' || kind === 'university')) return 'executive'
  if (
    role === 'expert' &&
    (kind === 'government' || kind === 'party') &&
    /(?:总(?:工程|规划|农艺|兽医|畜牧|经济|会计|统计)师|顾问)$/u.test(head)
  )
    return 'official'
  return role
}
