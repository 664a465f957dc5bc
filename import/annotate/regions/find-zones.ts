/** Finds new areas and development zones by how their names end: 云溪高新区, 海州（临江）科学城, 海州—云溪都市圈. */
import zoneNames from '../../lexicons/zones.json'
import type { RegionFind } from '../finds'
import { bodyLexicon } from '../organizations/body-lexicon'
import { fold } from '../text/fold'
import { isMark } from '../text/marks'
import { lastCharWithin } from '../text/search'
import { Trie } from '../text/trie'
import { isWordStart, tagAt, wordBounds, type Zone } from '../text/zone'
import { zoneKey } from './region-forms'

let ends: Trie<boolean> | null = null

/** Zones whose name starts with a region of `regions` (ordered, of this zone) or with a name that is no common word. */
export function findZones(zone: Zone, regions: readonly RegionFind[]): RegionFind[] {
  ends ??= new Trie(zoneNames.ends.map(end => [fold(end), zoneNames.unnamed.includes(end)] as const))
  const covered = new Uint8Array(zone.text.length)
  for (const region of regions) covered.fill(1, region.start, region.end)
  const startOf = new Map(regions.map(find => [find.end, find]))
  const found: RegionFind[] = []
  const text = zone.folded
  for (let at = ends.next(text, zone.pairs, 0); at < text.length; at = ends.next(text, zone.pairs, at + 1)) {
    if (text.charCodeAt(at) < 0x4e00) continue
    const hit = ends.longest(text, at)
    if (!hit) continue
    const left = leftOf(zone, at, startOf)
    if (left && !covered.subarray(at, hit.end).includes(1)) {
      const region = startOf.get(left.named ?? -1) ?? null
      const name = zone.text.slice(left.start, hit.end)
      const weak = hit.value && (!region || at === region.end)
      if (!weak && name.length <= 26 && !/^(?:国家级?|省级|自由|综合|高新技术)/u.test(name))
        found.push({
          zone: zone.index,
          start: left.start,
          end: hit.end,
          rule: 'zone-by-ending',
          key: zoneKey(name),
          name,
          level: 'zone',
          division: null,
          within: region?.division?.code ?? region?.within ?? null,
          nestedFrom: null,
        })
      at = hit.end - 1
    }
  }
  return found
}

/** Where the name of a zone starts, walking left over words that may stand in it; `named` is the end of the region it starts with. */
function leftOf(
  zone: Zone,
  at: number,
  regionEnding: ReadonlyMap<number, RegionFind>,
): { start: number; named: number | null } | null {
  const text = zone.folded
  let start = at
  let named: number | null = null
  let singles = 0
  let strange = false
  let placed = false
  while (start > 0 && at - start < 22) {
    if (text[start - 1] === ')') {
      const open = lastCharWithin(text, '(', start - 16, start)
      const inner = open > 0 ? regionEnding.get(start - 1) : undefined
      if (!inner || inner.start !== open + 1) break
      start = open
      named = inner.end
      // 西部(云溪)科学城
      const lead = macroLead(text, start)
      if (lead !== null) return { start: lead, named }
      continue
    }
    const region = regionEnding.get(start)
    if (region) {
      start = region.start
      named = region.end
      break
    }
    if (isMark(text.charCodeAt(start - 1))) break
    const word = wordBounds(zone, start - 1)
    const tag = tagAt(zone, start - 1)
    if (!isWordStart(zone, start) && start === at) break
    if (/^(?:[pcrdye]|u.*|t|m|q|f|zg?)$/u.test(tag) && word.end - word.start === 1) break
    if (/^v/u.test(tag) && word.end - word.start > 1 && !/^vn$/u.test(tag)) break
    if (word.end - word.start >= 2 && !/^(?:n[a-z]*|j|vn|b|s)$/u.test(tag)) break
    const form = text.slice(word.start, start)
    if (/^(?:建设|打造|创建|推进)$/u.test(form) || bodyLexicon().stop.has(form)) break
    singles = form.length === 1 ? singles + 1 : 0
    if (singles >= 2) strange = true
    start = word.start
    placed ||= /^n[sz]/u.test(tag)
    if (/^n[sz]/u.test(tag) && form.length > 1) {
      named = start
      break
    }
  }
  // 洋岭保税区: the name begins with what is no word.
  if (named === null && strange && start < at && at - start <= (placed ? 4 : 8)) named = start
  return named === null ? null : { start, named }
}

/** Start of 东部, 西部 directly before a bracket, or null. */
function macroLead(text: string, at: number): number | null {
  return /^[东西南北中]部$/u.test(text.slice(at - 2, at)) ? at - 2 : null
}
