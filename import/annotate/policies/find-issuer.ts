/** Says who issued a policy: the body or region before a word of issuing, or the region that its name begins with. */
import type { OrganizationFind, PolicyFind, RegionFind } from '../finds'
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
  const first = mine.find(region => region.start === find.start && region.level !== 'country')
  if (first) return regionId.get(first.key) ?? null
  const from = Math.max(zone.folded.lastIndexOf('。', find.start), zone.folded.lastIndexOf('\n', find.start)) + 1
  const before = zone.folded.slice(Math.max(from, find.start - 40), find.start)
  if (!ISSUING.test(before)) return null
  let best: { at: number; id: string | null } = { at: -1, id: null }
  for (const body of bodies[find.zone] as readonly OrganizationFind[])
    if (body.start >= from && body.end <= find.start && body.end > best.at) best = { at: body.end, id: organizationId(body) }
  for (const region of mine)
    if (region.start >= from && region.end <= find.start && region.end > best.at && region.level !== 'country')
      best = { at: region.end, id: regionId.get(region.key) ?? null }
  return best.id
}
