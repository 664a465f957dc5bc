/** All regions of a page, in the order of the rules: reference data, zones, towns and villages. */
import { chainOf } from '../../lexicons/gazetteer'
import type { RegionFind } from '../finds'
import type { Zone } from '../text/zone'
import { findDivisions } from './find-divisions'
import { findTownships } from './find-townships'
import { findZones } from './find-zones'
import { resolveDivisions } from './resolve-divisions'

/** The regions of each zone in reading order. A zone's name that starts with a region holds that region too. */
export function findRegions(zones: readonly Zone[]): RegionFind[][] {
  const divisions = resolveDivisions(zones.map(findDivisions)).map((finds, i) =>
    finds.filter(find => !isInName(zones[i] as Zone, find, finds)),
  )
  const spoken = new Set(divisions.flatMap(finds => finds.flatMap(({ division }) => (division ? chainOf(division.code) : []))))
  const speaksOfChina =
    divisions.some(finds => finds.some(find => find.key === 'country|中国')) &&
    zones.some(zone => /我国|新中国|(?<!全国)中国(?![人科农工建银石电移联铁航船])/u.test(zone.folded))
  return zones.map((zone, i) => {
    // 全国 alone is more a word for everywhere than the name of the country.
    const base = (divisions[i] as RegionFind[]).filter(
      find => (find.key !== 'country|中国' || speaksOfChina) && !isOfPeople(zone, find) && !isReporter(zone, find),
    )
    const found = [...base, ...findTownships(zone, base, spoken)]
    return [...found, ...findZones(zone, found)].sort((a, b) => a.start - b.start || b.end - a.end)
  })
}

/** 《中国…目录》, 2023中国海州博览会: the name of the country that begins the name of something else. */
function isInName({ folded }: Zone, { key, start, end }: RegionFind, finds: readonly RegionFind[]): boolean {
  if (key !== 'country|中国' || folded.slice(start, end) !== '中国') return false
  return /[《〈“\d]/u.test(folded[start - 1] ?? '') || finds.some(other => other.start === end)
}

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
