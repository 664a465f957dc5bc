/** All regions of a page, in the order of the rules: reference data, zones, towns and villages. */
import { chainOf } from '../../lexicons/gazetteer'
import type { RegionFind } from '../finds'
import { fold } from '../text/fold'
import { isMark } from '../text/marks'
import { isWordStart, type Zone } from '../text/zone'
import { findDivisions } from './find-divisions'
import { findTownships } from './find-townships'
import { findZones } from './find-zones'
import { resolveDivisions } from './resolve-divisions'

/** The regions of each zone in reading order. A zone's name that starts with a region holds that region too. */
export function findRegions(zones: readonly Zone[]): RegionFind[][] {
  const divisions = resolveDivisions(zones.map(findDivisions)).map((finds, i) =>
    finds.filter(find => !isInName(zones[i] as Zone, find, finds)),
  )
  const spoken = new Set<string>()
  for (const finds of divisions)
    for (const { division } of finds) if (division) for (const code of chainOf(division.code)) spoken.add(code)
  const speaksOfChina =
    divisions.some(finds => finds.some(find => find.key === 'country|中国')) &&
    zones.some(zone => SPEAKS_OF_CHINA.test(zone.folded) || (zone.folded.includes('全国') && COUNTS_FOR_CHINA.test(zone.folded)))
  const found = zones.map((zone, i) => {
    // 全国 is more a word for everywhere than the name of the country, unless something is counted of it.
    const base = (divisions[i] as RegionFind[]).filter(
      find => (find.key !== 'country|中国' || speaksOfChina) && !isOfPeople(zone, find) && !isReporter(zone, find),
    )
    const known = [...base, ...findTownships(zone, base, spoken)]
    return [...known, ...findZones(zone, known)]
  })
  const again = townsAgain(zones, found)
  return found.map((finds, i) => [...finds, ...(again[i] as RegionFind[])].sort((a, b) => a.start - b.start || b.end - a.end))
}

/** No page names as many towns and villages. */
const MOST_TOWNS = 200
const SHORTEST_TOWN = 3

/** Towns and villages that the page names with the region above them once and by their own name afterwards. */
function townsAgain(zones: readonly Zone[], found: readonly (readonly RegionFind[])[]): RegionFind[][] {
  const towns = new Map<string, RegionFind>()
  for (const finds of found)
    for (const find of finds)
      if (find.level === 'township' && find.name.length >= SHORTEST_TOWN && towns.size < MOST_TOWNS)
        towns.set(fold(find.name), find)
  return zones.map((zone, i) => {
    const more: RegionFind[] = []
    const taken = new Uint8Array(towns.size > 0 ? zone.folded.length : 0)
    if (towns.size > 0) for (const { start, end } of found[i] as RegionFind[]) taken.fill(1, start, end)
    for (const [name, town] of towns)
      for (let start = zone.folded.indexOf(name); start >= 0; start = zone.folded.indexOf(name, start + name.length)) {
        const end = start + name.length
        if (!isWordStart(zone, start) && !isMark(zone.folded.charCodeAt(start - 1))) continue
        if (taken[start] || taken[end - 1]) continue
        taken.fill(1, start, end)
        more.push({ ...town, zone: zone.index, start, end, nestedFrom: null })
      }
    return more
  })
}

/** 《中国…目录》, 2023中国海州博览会: the name of the country that begins the name of something else. */
function isInName({ folded }: Zone, { key, start, end }: RegionFind, finds: readonly RegionFind[]): boolean {
  if (key !== 'country|中国' || folded.slice(start, end) !== '中国') return false
  return /[《〈“\d]/u.test(folded[start - 1] ?? '') || finds.some(other => other.start === end)
}

const SPEAKS_OF_CHINA = /我国|新中国|(?<!全国)中国(?![人科农工建银石电移联铁航船])/u
/** 全国已有养老机构4万家, at the beginning of a clause. */
const COUNTS_FOR_CHINA =
  /(?:^|[。，,；;：:！？\n“])[^，,。；0-9]{0,8}(?<![占居于过超比较与在为和高出有及]|面向|来自|遍及|覆盖)全国(?!的|同期|人大|政协|工商|总工|妇联|[第首各最前一百十]|平均|文明|优秀|先进|重点|劳动|五一|示范|两会|青年|大赛|统一|[^，,。；0-9]{0,10}(?:赛|活动|会议))[^，,。；]{0,24}?[0-9]/u

/** 朝鲜族, 俄罗斯族: a people of China, no country. */
function isOfPeople({ folded }: Zone, { level, end }: RegionFind): boolean {
  return level === 'country' && folded[end] === '族'
}

/** 记者 武川 摄: the name of a reporter that is the short name of a county too. */
function isReporter({ folded }: Zone, { rule, level, start, end }: RegionFind): boolean {
  if (rule !== 'division-short' || level === 'province' || folded[start - 1] !== ' ') return false
  return (
    /(?:记者|通讯员|摄影) $/u.test(folded.slice(Math.max(0, start - 4), start)) &&
    /^ ?(?:摄(?!影展)|整理|制图|\n|$)/u.test(folded.slice(end, end + 4))
  )
}
