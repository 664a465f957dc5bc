/** Which region 省, 市, 县 mean where the text means its own: that of the paper, else the one spoken of last. */
import { chainOf, type Division, divisionOf, divisionsNamed } from '../../lexicons/gazetteer'
import type { SegmentedPage } from '../../values/document'
import type { RegionFind } from '../finds'
import { lastStartingBefore } from '../text/search'
import type { Zone } from '../text/zone'

const MUNICIPALITIES = new Set(['110000', '120000', '310000', '500000', '810000', '820000'])

export type OwnRegion = (level: string, zone: Zone, at: number) => string | null

/** Gives the key of the own region of a level at a place, or null. `perZone` are the regions of each zone. */
export function ownRegions(page: SegmentedPage, zones: readonly Zone[], perZone: readonly (readonly RegionFind[])[]): OwnRegion {
  const home = homeOf(page, zones, perZone)
  const counts = new Map<string, number>()
  for (const finds of perZone)
    for (const { division, level, key, within } of finds) {
      const codes = division ? chainOf(division.code) : within ? chainOf(within) : []
      for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
      if (level === 'township' || level === 'zone') counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  const mostNamed = new Map<string, string | null>()
  return (level, zone, at) => {
    if (level !== 'township' && home) {
      const code = atLevel(home.code, level, home)
      if (code) return code
    }
    const finds = perZone[zone.index] ?? []
    const before = lastStartingBefore(finds, at)
    for (let i = before; i >= 0 && i > before - NEAR; i--) {
      const key = keyAt(finds[i] as RegionFind, level)
      if (key) return key
    }
    for (let i = before + 1; i < finds.length && i <= before + NEAR; i++) {
      const key = keyAt(finds[i] as RegionFind, level)
      if (key) return key
    }
    const known = mostNamed.get(level)
    if (known !== undefined) return known
    let best: string | null = null
    for (const [code, count] of counts) {
      const division = divisionOf(code)
      if (!division || atLevel(code, level, division) !== code) continue
      if (!best || count > (counts.get(best) ?? 0)) best = code
    }
    mostNamed.set(level, best)
    return best
  }
}

/** How many regions before and after a place are looked at for the one it means. */
const NEAR = 100

function keyAt(find: RegionFind, level: string): string | null {
  if (level === 'township') return find.level === 'township' ? find.key : null
  const code = find.division?.code ?? find.within
  if (!code) return null
  const division = divisionOf(code)
  return division ? atLevel(code, level, division) : null
}

/** The division of the level in the chain of a code; the 市 of a municipality is the municipality, that of a county-level city the city. */
function atLevel(code: string, level: string, self: Division): string | null {
  if (level === 'prefecture' && self.level === 'county' && self.name.endsWith('市')) return self.code
  for (const above of chainOf(code)) {
    if (divisionOf(above)?.level === level) return above
    if (level === 'prefecture' && MUNICIPALITIES.has(above)) return above
  }
  return null
}

/** The division that the page's own paper belongs to: named in its name or in the furniture. */
function homeOf(page: SegmentedPage, zones: readonly Zone[], perZone: readonly (readonly RegionFind[])[]): Division | null {
  const outlet = page.outlet ?? ''
  for (let length = Math.min(8, outlet.length); length >= 2; length--)
    for (let at = 0; at + length <= outlet.length; at++) {
      const named = divisionsNamed(outlet.slice(at, at + length)).filter(
        ({ level }) => level !== 'county' || mentioned(outlet.slice(at, at + length), perZone),
      )
      if (named[0]) return named.find(({ code }) => perZone.some(finds => finds.some(find => find.key === code))) ?? named[0]
    }
  for (const zone of zones)
    if (zone.kind === 'furniture')
      for (const find of perZone[zone.index] ?? [])
        if (find.division && /主管|主办|日报|报社|出版/u.test(zone.folded)) return find.division
  return null
}

function mentioned(form: string, perZone: readonly (readonly RegionFind[])[]): boolean {
  return perZone.some(finds => finds.some(({ division }) => division && (division.name === form || division.short === form)))
}
