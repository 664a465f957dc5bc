/** Says who issued a policy: the body or region before a word of issuing, or the region that its name begins with. */
import type { OrganizationFind, PolicyFind, RegionFind } from '../finds'
import { lastCharWithin, lastStartingBefore } from '../text/search'
import type { Zone } from '../text/zone'

const ISSUING =
  /(?:印发|出台|发布|制定|下发|颁布|推出|推行|启动|实施|开展|修订|施行|公布|提出|建立|创新|审议通过|通过|打造|部署)[^,。;]{0,12}$/u

export function findIssuer(
  zones: readonly Zone[],
  find: PolicyFind,
  bodies: readonly (readonly OrganizationFind[])[],
  regions: readonly (readonly RegionFind[])[],
  organizationId: (find: OrganizationFind) => string | null,
  regionId: ReadonlyMap<string, string>,
): string | null {
  const zone = zones[find.zone] as Zone
  const mine = regions[find.zone] as readonly RegionFind[]
  const places = bodies[find.zone] as readonly OrganizationFind[]
  // 《中共海州省委关于…的意见》, 《海州省养老服务条例》: the title begins with who issues it.
  const opening = startingAt(places, find.start)
  if (opening) return organizationId(opening)
  const first = startingAt(mine, find.start)
  if (first && first.level !== 'country') return regionId.get(first.key) ?? null
  const from =
    Math.max(
      lastCharWithin(zone.folded, '。', find.start - FAR, find.start),
      lastCharWithin(zone.folded, '\n', find.start - FAR, find.start),
      find.start - FAR,
    ) + 1
  const before = zone.folded.slice(Math.max(from, find.start - 40), find.start)
  if (!ISSUING.test(before)) return null
  const body = lastWithin(places, from, find.start)
  const region = lastWithin(
    mine
      .slice(Math.max(0, lastStartingBefore(mine, from)), lastStartingBefore(mine, find.start) + 1)
      .filter(({ level }) => level !== 'country'),
    from,
    find.start,
  )
  if (region && (!body || region.end > body.end)) return regionId.get(region.key) ?? null
  return body ? organizationId(body) : null
}

/** How far before a policy its issuer may stand. */
const FAR = 400

function startingAt<T extends { readonly start: number; readonly end: number }>(finds: readonly T[], at: number): T | null {
  const find = finds[lastStartingBefore(finds, at) + 1]
  return find?.start === at ? find : null
}

/** The find within the stretch that ends last, of equals the longest. */
function lastWithin<T extends { readonly start: number; readonly end: number }>(
  finds: readonly T[],
  from: number,
  to: number,
): T | null {
  let best: T | null = null
  for (let i = lastStartingBefore(finds, to); i >= 0 && (finds[i] as T).start >= from; i--) {
    const find = finds[i] as T
    if (find.end <= to && (!best || find.end > best.end || (find.end === best.end && find.start < best.start))) best = find
  }
  return best
}
