/** Where a body is whose name does not say: the place inside a known name, the place spoken of just before, the region of the page. */
import type { OrganizationFind, RegionFind } from '../finds'
import type { OwnRegion } from '../regions/own-region'
import { lastCharWithin } from '../text/search'
import type { Zone } from '../text/zone'

/** How far before a body the place may stand that it is in. */
const NEAR = 60

/** Gives the key of the region of a body from all places where it is named, or null. */
export function seats(
  zones: readonly Zone[],
  regions: readonly (readonly RegionFind[])[],
  ownRegion: OwnRegion,
): (finds: readonly OrganizationFind[]) => string | null {
  const places = regions.map(list => list.filter(({ level }) => level !== 'country' && level !== 'macro_region'))
  return finds => {
    for (const find of finds) {
      const inside = lastWithin(places[find.zone] ?? [], find.start, find.end)
      if (inside) return inside.key
    }
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
    return (
      ownRegion('prefecture', zones[first.zone] as Zone, first.start) ??
      ownRegion('province', zones[first.zone] as Zone, first.start)
    )
  }
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
