/**
 * Finds organs of party, state and mass organizations by how they are named: a region, or 省, 市, 县 where the own one is meant, then the organ.
 * 海州省工信厅, 中共云溪市委, 市委宣传部, 县农业农村局, 沙河镇党委, 临江新区管委会.
 */
import type { OrganizationKind } from '../../../model/vocabulary'
import { oneOf } from '../../characters'
import { chainOf, divisionOf } from '../../lexicons/gazetteer'
import type { OrganizationFind, RegionFind } from '../finds'
import { titleLexicon } from '../people/title-lexicon'
import { isMark } from '../text/marks'
import { charWithin, lastStartingBefore } from '../text/search'
import { isWordStart, wordBounds, type Zone } from '../text/zone'
import { bodyLexicon } from './body-lexicon'
import { fullName, isTraditional, organsOf, specialRegion } from './special-regions'

const DEPARTMENT_ENDS = [
  '委员会办公室',
  '委员会',
  '管理委员会',
  '管理局',
  '局',
  '厅',
  '委',
  '办公室',
  '办',
  '部',
  '总队',
  '支队',
  '大队',
]
/** `市场`, `县城`, `省份` begin with a prefix and name no organ. */
const GENERIC_LEVELS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    省: 'province',
    自治区: 'province',
    市: 'prefecture',
    州: 'prefecture',
    自治州: 'prefecture',
    盟: 'prefecture',
    县: 'county',
    区: 'county',
    旗: 'county',
    自治县: 'county',
    镇: 'township',
    乡: 'township',
  }),
)

/** What stands between two bodies of a list. */
const joins = oneOf('和与及、')

/** Where the own region of a prefix (省, 市, 县) is looked for. */
export type OwnRegion = (level: string, zone: Zone, at: number) => string | null

/** What a place of the text is: inside a region or its start, the end of one. */
const INSIDE = 1
const END = 2

/** The organs of a zone; `home` is the special region whose papers the page is from, for zones in traditional characters that name none. */
export function findOrgans(
  zone: Zone,
  regions: readonly RegionFind[],
  ownRegion: OwnRegion,
  home: string | null = null,
): OrganizationFind[] {
  const { prefixes } = bodyLexicon()
  const text = zone.folded
  const found: OrganizationFind[] = []
  const longestAt = new Map<number, RegionFind>()
  const marks = new Uint8Array(text.length + 1)
  for (const region of regions) {
    if (region.level === 'country' || region.level === 'macro_region') continue
    marks.fill(INSIDE, region.start + 1, region.end)
    const other = longestAt.get(region.end)
    if (!other || other.start > region.start) longestAt.set(region.end, region)
  }
  for (const region of regions) marks[region.start] = INSIDE
  for (const end of longestAt.keys()) marks[end] = (marks[end] as number) | END
  const code = specialRegion(regions, zone) ?? (home !== null && isTraditional(zone) ? home : null)
  const alone = code === null ? null : { code, names: organsOf(code) }
  let nextPrefix = prefixes.next(text, zone.pairs, 0)
  for (let at = 0; at < text.length; at++) {
    const own = alone?.names.longest(text, at)
    if (alone && own && (isWordStart(zone, at) || (marks[at] as number) & END)) {
      // 香港入境處
      const place = longestAt.get(at)?.key === alone.code ? (longestAt.get(at) as RegionFind).start : at
      push(place, { end: own.end, kind: own.value, stem: fullName(text.slice(at, own.end)), parentEnd: null }, alone.code, false)
      at = own.end - 1
      continue
    }
    const region = (marks[at] as number) & END ? longestAt.get(at) : undefined
    if (region) {
      const organ = organAt(text, zone, at, region)
      if (organ) {
        let start = region.nestedFrom ?? region.start
        // 海州市临江新区管委会
        const around = region.level === 'zone' ? longestAt.get(start) : undefined
        if (around?.division) start = around.nestedFrom ?? around.start
        if (text.startsWith('中共', start - 2)) start -= 2
        // 国家税务总局海州省税务局: the head of the administration.
        start = bodyLexicon().heads.longestBefore(text, start)?.start ?? start
        push(start, organ, region.key, true)
        continue
      }
    }
    if ((marks[at] as number) & INSIDE) continue
    const opens = at === 0 || isMark(text.charCodeAt(at - 1))
    const bare = opens ? departmentAt(text, zone, at) : null
    if (bare && /[局厅委]$/u.test(text.slice(at, bare.end)) && titleLexicon().heads.longest(text, bare.end)) {
      push(at, bare, ownRegion('prefecture', zone, at), false)
      at = bare.end - 1
      continue
    }
    const division = opens ? bareDivision(text, zone, at) : -1
    if (division > 0) {
      push(at, { end: division, kind: 'government', stem: text.slice(at, division), parentEnd: null }, null, false)
      at = division - 1
      continue
    }
    const council = bareCouncil(text, at)
    if (council > 0) {
      const stem = text.slice(at, council).replace(/^(?:园区|社区)/u, '')
      push(at, { end: council, kind: 'government', stem, parentEnd: null }, placeAround(regions, at), false)
      at = council - 1
      continue
    }
    if (nextPrefix < at) nextPrefix = prefixes.next(text, zone.pairs, at)
    const prefix = nextPrefix === at ? prefixes.longest(text, at) : null
    if (!prefix || !(isWordStart(zone, at) || region || joins(text.charCodeAt(at - 1)))) continue
    const organ = organAt(text, zone, prefix.end, null) ?? bureauAt(text, zone, at, prefix.end)
    if (!organ || (region && !/^[委政人]/u.test(text[prefix.end] as string))) continue
    const word = text.slice(at, prefix.end)
    // 临江新区|区委: the prefix repeats what the region before it is.
    const start = region ? (region.nestedFrom ?? region.start) : text.startsWith('中共', at - 2) ? at - 2 : partyBefore(text, at)
    const zoneKey = word.length === 2 && word.endsWith('区') ? zoneAround(regions, at) : undefined
    push(
      start,
      organ,
      region
        ? region.key
        : (zoneKey ?? autonomous(regions, word, at) ?? ownRegion(GENERIC_LEVELS.get(word) ?? 'prefecture', zone, at)),
      region !== undefined,
    )
    at = organ.end - 1
  }
  return found

  function push(start: number, organ: Organ, region: string | null, own: boolean): void {
    const last = found.at(-1)
    if (last && last.start <= start && last.end >= organ.end) return
    found.push({
      zone: zone.index,
      start,
      end: withSecondName(text, organ.end),
      rule: own ? 'organ-of-region' : 'organ-of-own-region',
      kind: organ.kind,
      region,
      stem: organ.stem,
      ownRegion: own,
      parentEnd: organ.parentEnd,
      form: own ? 'name' : 'short',
    })
  }
}

/** Start of the name of a party directly before 省委, 市委 (民盟省委), else the place itself. */
function partyBefore(text: string, at: number): number {
  const party = /(?:民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|共青团)$/u.exec(text.slice(Math.max(0, at - 4), at))
  return party && /^[省市县区州]委(?!员)/u.test(text.slice(at, at + 3)) ? at - party[0].length : at
}

const DIVISION_OF_MINISTRY = /^[\u4e00-\u9fff]{2,8}?司(?=[、,。;]|负责|有关|相关|司长|副司长|会同|联合|主要)/u

/** End of a department of a ministry that the text names alone behind a mark (种植业司、计财司负责同志), or -1. */
function bareDivision(text: string, zone: Zone, at: number): number {
  const close = charWithin(text, '司', at + 2, at + 9)
  if (close < 0) return -1
  const name = DIVISION_OF_MINISTRY.exec(text.slice(at, at + 14))?.[0]
  if (!name || /[公上有官各]司$/u.test(name) || /[的了在和与由从]/u.test(name)) return -1
  return wordBounds(zone, at + name.length - 1).start === at ? -1 : at + name.length
}

/** End of a council that the text names without its village or park (村委会主任, 园区管委会有关负责人), or -1. */
function bareCouncil(text: string, at: number): number {
  const first = text.charCodeAt(at)
  if (first !== 0x6751 && first !== 0x5c45 && first !== 0x7ba1 && first !== 0x56ed && first !== 0x793e) return -1
  const name = /^(?:村委会|村民委员会|居委会|社区居委会|园区管委会|管委会)/u.exec(text.slice(at, at + 5))?.[0]
  if (!name || !(at === 0 || isMark(text.charCodeAt(at - 1)) || /[据在由从和对向经]/u.test(text[at - 1] as string))) return -1
  const end = at + name.length
  const { heads, modifiers } = titleLexicon()
  return heads.longest(text, end) || modifiers.longest(text, end) || /^(?:有关|相关)/u.test(text.slice(end, end + 2)) ? end : -1
}

/** Key of the autonomous region, prefecture or county around the place that is named last before 自治区, 自治州, 自治县. */
function autonomous(regions: readonly RegionFind[], word: string, at: number): string | null {
  if (!word.startsWith('自治')) return null
  const from = lastStartingBefore(regions, at)
  for (let i = from; i >= 0; i--) {
    const { division, within } = regions[i] as RegionFind
    const code = division?.code ?? within
    const above = code ? chainOf(code).find(other => divisionOf(other)?.name.endsWith(word)) : undefined
    if (above) return above
  }
  return null
}

/** Key of the zone that is named last before the place: 园区 and 新区 mean it. */
function zoneAround(regions: readonly RegionFind[], at: number): string | null {
  for (let i = lastStartingBefore(regions, at); i >= 0; i--) {
    const { level, key } = regions[i] as RegionFind
    if (level === 'zone') return key
  }
  return null
}

/** Key of the village, town or zone that is named last before the place, or null. */
function placeAround(regions: readonly RegionFind[], at: number): string | null {
  for (let i = lastStartingBefore(regions, at); i >= 0; i--) {
    const { level, key } = regions[i] as RegionFind
    if (level === 'township' || level === 'zone' || level === 'county') return key
  }
  return null
}

const BUREAU =
  /^[\u4e00-\u9fff]{2,4}?办(?=$|[、,。;:)）(]|主任|副主任|常务|负责|相关|有关|工作人员|党组|牵头|联合|会同|统计|等|专职|和|与)/u

/** An office that is called after what it does, whatever that is: 市分类办, 县厕改办. */
function bureauAt(text: string, zone: Zone, at: number, from: number): Organ | null {
  if (text.indexOf('办', from + 2) > from + 4 || !text.slice(from, from + 6).includes('办') || wordBounds(zone, at).end !== from)
    return null
  const name = BUREAU.exec(text.slice(from, from + 10))?.[0]
  if (!name || /[的了在和与由从里内各]/u.test(name)) return null
  const { endInWord } = bodyLexicon()
  if (endInWord.has(name.slice(-2))) return null
  return { end: from + name.length, kind: 'government', stem: `${name}公室`, parentEnd: null }
}

const beginsTerm = oneOf('第一二三四五六七八九十')

interface Organ {
  readonly end: number
  readonly kind: OrganizationKind
  readonly stem: string
  readonly parentEnd: number | null
}

/** The organ whose name goes on at `at` after a region or prefix, or null. */
function organAt(text: string, zone: Zone, at: number, region: RegionFind | null): Organ | null {
  const { tails } = bodyLexicon()
  // 省十三届人大常委会
  const term = beginsTerm(text.charCodeAt(at))
    ? /^第?[一二三四五六七八九十]{1,3}届(?=人大常委会|政协常委会|人民代表大会常务委员会)/u.exec(text.slice(at, at + 16))
    : null
  if (term) return organAt(text, zone, at + term[0].length, region)
  const department = departmentAt(text, zone, at)
  const tail = tails.longest(text, at)
  if (tail && (!department || tail.end >= department.end)) {
    const word = text.slice(at, tail.end)
    if (!endsWell(zone, text, at, tail.end, word)) return department
    if (region === null && word.length === 1 && !/^[省市县区州盟旗]委/u.test(text.slice(at - 1, tail.end))) return department
    const parentEnd =
      /^委.|^政府.|^人大.|^政协./u.test(word) && !/^委员会/u.test(word) ? at + (word.startsWith('委') ? 1 : 2) : null
    return { end: tail.end, kind: tail.value, stem: canonicalTail(word), parentEnd }
  }
  return department
}

/** 委 ends a name unless it begins 委员, 委托; other ends must end a word. */
function endsWell(zone: Zone, text: string, at: number, end: number, word: string): boolean {
  if (word === '委') return !/[托员派屈婉]/u.test(text[end] ?? '') || text.startsWith('委员会', at)
  if (/[人大]$/u.test(word) && text.startsWith('代表', end)) return false
  return (
    isWordStart(zone, end) ||
    isMark(text.charCodeAt(end)) ||
    wordBounds(zone, end - 1).start < at + word.length - 1 ||
    word.length >= 3
  )
}

/** A department: one or more stems of the lexicon and an end: 文化和旅游局, 住房城乡建设厅. */
function departmentAt(text: string, zone: Zone, at: number): Organ | null {
  const { stems } = bodyLexicon()
  const parts: string[] = []
  let from = at
  for (let turn = 0; turn < 4; turn++) {
    const options = stems.all(text, from)
    if (options.length === 0) return null
    let next = -1
    for (let i = options.length - 1; i >= 0; i--) {
      const { end, value } = options[i] as { end: number; value: string }
      for (const ending of DEPARTMENT_ENDS)
        if (text.startsWith(ending, end)) {
          const close = end + ending.length
          if (
            !isWordStart(zone, close) &&
            wordBounds(zone, close).end > close &&
            !/[党副原局厅主]/u.test(text[close] ?? '') &&
            ending.length === 1
          )
            continue
          if (ending === '部' && /[门分队署]/u.test(text[close] ?? '')) continue
          return {
            end: close,
            kind: 'government',
            stem: [...parts, value].join('和') + endingForm(ending),
            parentEnd: null,
          }
        }
      if (next < 0 && (/[和与及]/u.test(text[end] ?? '') || stems.longest(text, end))) {
        next = /[和与及]/u.test(text[end] ?? '') ? end + 1 : end
        parts.push(value)
      }
    }
    if (next < 0) return null
    from = next
  }
  return null
}

/** 委 and 委员会, 办 and 办公室 are one. */
function endingForm(ending: string): string {
  return ending === '委' ? '委员会' : ending === '办' ? '办公室' : ending
}

const CANONICAL: ReadonlyMap<string, string> = new Map(
  Object.entries({
    委员会: '委',
    人民政府: '政府',
    人民政府办公厅: '政府办公厅',
    人民政府办公室: '政府办公室',
    政府办: '政府办公室',
    政府新闻办: '政府新闻办公室',
    人民政府新闻办公室: '政府新闻办公室',
    人民武装部: '人武部',
    武装部: '人武部',
    疾病预防控制中心: '疾控中心',
    足协: '足球协会',
    篮协: '篮球协会',
    田协: '田径协会',
    消协: '消费者协会',
    律协: '律师协会',
    作协: '作家协会',
    记协: '新闻工作者协会',
    美协: '美术家协会',
    书协: '书法家协会',
    音协: '音乐家协会',
    消保委: '消费者权益保护委员会',
    教委: '教育委员会',
    交委: '交通委员会',
    建委: '住房和城乡建设委员会',
    安委办: '安委会办公室',
    市委: '委',
    区委: '委',
    县委: '委',
    州委: '委',
    盟委: '委',
    旗委: '委',
    省委: '委',
    党委: '委',
    人民代表大会: '人大',
    人民代表大会常务委员会: '人大常委会',
    纪律检查委员会: '纪委',
    监察委员会: '监委',
    人民法院: '法院',
    中级人民法院: '中级法院',
    中院: '中级法院',
    高级人民法院: '高级法院',
    高院: '高级法院',
    人民检察院: '检察院',
    管理委员会: '管委会',
    妇女联合会: '妇联',
    工商业联合会: '工商联',
    科学技术协会: '科协',
    残疾人联合会: '残联',
    中医医院: '中医院',
    街道办: '街道办事处',
  }),
)

function canonicalTail(word: string): string {
  return CANONICAL.get(word) ?? word
}

/** The end of a second name in brackets: 海州市文化局(体育局). */
function withSecondName(text: string, end: number): number {
  if (text[end] !== '(') return end
  const close = charWithin(text, ')', end, end + 16)
  // 海州省发展改革委(省对口办): what hangs on the body is a body of its own.
  return close > 0 && close - end <= 14 && /^[^省市县区州旗].*[局办委厅部]$/u.test(text.slice(end + 1, close)) ? close + 1 : end
}
