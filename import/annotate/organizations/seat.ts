/** Where a body is whose name does not say: the place inside a known name, the place spoken of just before, the region of the page. */

import type { OrganizationKind } from '../../../model/vocabulary'
import { divisionsNamed, isWithin } from '../../lexicons/gazetteer'
import type { OrganizationFind, RegionFind } from '../finds'
import type { OwnRegion } from '../regions/own-region'
import { lastCharWithin } from '../text/search'
import type { Zone } from '../text/zone'

/** How far before a firm that is called after its province the place may stand that it is in. */
const FARTHEST_SEAT = 90

/** How far before a body the place may stand that it is in. */
const NEAR = 60

/** 位于云溪县的海州长河纺织有限公司, 在云溪县，海州…: a place right before the name. */
const AT = /(?:在|位于|地处|走进|来到|落户|来自)[^，,。；]{0,24}$/u
/** What may stand between that place and the name. */
const BETWEEN = /^(?:境内)?[的,]?[“]?$/u

/**
 * Gives the key of the region of a body from all places where it is named, or null. `named` is the region that its own name says: a firm that is called after its
 * province is where the words right before it say.
 */
export function seats(
  zones: readonly Zone[],
  regions: readonly (readonly RegionFind[])[],
  ownRegion: OwnRegion,
  special: string | null = null,
): (finds: readonly OrganizationFind[], named: string | null) => string | null {
  // 江西…有限公司 in the news of a county of the province is there.
  const localSeat = (find: OrganizationFind, province: string): string | null => {
    const list = places[find.zone] ?? []
    const near = lastWithin(list, Math.max(0, find.start - FARTHEST_SEAT), find.start)
    if (
      near?.division &&
      near.level === 'county' &&
      isWithin(near.division.code, province) &&
      !/\n/u.test((zones[find.zone] as Zone).folded.slice(near.end, find.start))
    )
      return near.key
    return null
  }
  const places = regions.map(list => list.filter(({ level }) => level !== 'country' && level !== 'macro_region'))
  return (finds, named) => {
    if (named !== null) {
      if (!/0000$/u.test(named)) return named
      for (const find of finds) {
        const near = find.kind === 'company' ? rightBefore(zones[find.zone] as Zone, places[find.zone] ?? [], find) : null
        if (near) return near.key
      }
      const company = finds.find(({ kind }) => kind === 'company')
      return (company && localSeat(company, named)) ?? named
    }
    for (const find of finds) {
      const inside = lastWithin(places[find.zone] ?? [], find.start, find.end)
      if (inside) return inside.key
    }
    const byName = seatOfName(zones[(finds[0] as OrganizationFind).zone] as Zone, finds[0] as OrganizationFind)
    if (byName) return byName
    // 中国果业协会, 全国妇联 in the news of a town are guests there.
    if (finds.some(find => isNational(find, zones[find.zone] as Zone))) return null
    const votes = new Map<string, number>()
    for (const find of finds) {
      const zone = zones[find.zone] as Zone
      const from = Math.max(lastCharWithin(zone.folded, '\n', find.start - NEAR, find.start) + 1, find.start - NEAR)
      const near = lastWithin(places[find.zone] ?? [], from, find.start)
      if (near && near.level !== 'province') votes.set(near.key, (votes.get(near.key) ?? 0) + 1)
    }
    const most = [...votes].sort((a, b) => b[1] - a[1])[0]
    if (most) return most[0]
    const first = finds[0] as OrganizationFind
    if (special !== null) return special
    return (
      ownRegion('prefecture', zones[first.zone] as Zone, first.start) ??
      ownRegion('province', zones[first.zone] as Zone, first.start)
    )
  }
}

/** The prefecture or province that a name begins with where it names no region (厦门大学), or null. */
function seatOfName({ folded }: Zone, { start, end, kind }: OrganizationFind): string | null {
  if (kind === 'media') return null
  for (let length = 4; length >= 2; length--) {
    if (end - start < length + 2) continue
    const named = divisionsNamed(folded.slice(start, start + length)).find(({ level }) => level !== 'county')
    if (named) return named.code
  }
  return null
}

/** Bodies of the whole country that the page around them says nothing of; firms, universities and institutes called 中国… are somewhere in it. */
const NATIONAL_KINDS: ReadonlySet<OrganizationKind> = new Set(['government', 'party', 'legislature', 'association'])
const NATIONAL_NAME = /^(?:中国|中华|全国|国家|国务院|中共中央|中央|最高人民)/u

const isNational = ({ kind, start, end }: OrganizationFind, { folded }: Zone): boolean =>
  NATIONAL_KINDS.has(kind) && NATIONAL_NAME.test(folded.slice(start, end))

/** The place below a province that stands right before a name, with 在 or 位于 before it or 的 behind it. */
function rightBefore(zone: Zone, places: readonly RegionFind[], find: OrganizationFind): RegionFind | null {
  const place = lastWithin(places, Math.max(0, find.start - 30), find.start)
  if (!place || place.level === 'province' || !BETWEEN.test(zone.folded.slice(place.end, find.start))) return null
  const before = zone.folded.slice(Math.max(0, place.start - 26), place.start)
  return AT.test(before) || zone.folded[place.end] === '的' ? place : null
}

/** The last place that stands within the stretch; the list is in reading order. */
function lastWithin(places: readonly RegionFind[], start: number, end: number): RegionFind | null {
  let low = 0
  let high = places.length
  while (low < high) {
    const mid = (low + high) >> 1
    if ((places[mid] as RegionFind).start < end) low = mid + 1
    else high = mid
  }
  for (let i = low - 1; i >= 0 && i >= low - 6; i--) {
    const place = places[i] as RegionFind
    if (place.start >= start && place.end <= end) return place
  }
  return null
}
