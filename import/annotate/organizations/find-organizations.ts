/** All bodies of a page, in the order of the rules: reference data, organs, outlets, endings, items before 等企业, short forms of what was found. */
import type { SegmentedPage } from '../../values/document'
import type { OrganizationFind, RegionFind } from '../finds'
import type { OwnRegion } from '../regions/own-region'
import { lastStartingBefore } from '../text/search'
import type { Zone } from '../text/zone'
import { findByEnding } from './find-by-ending'
import { findByOffice } from './find-by-office'
import { findCorps } from './find-corps'
import { findEnumerated } from './find-enumerated'
import { findKnown } from './find-known'
import { findListed } from './find-listed'
import { findOrgans } from './find-organs'
import { findOutlets, outletNames } from './find-outlets'
import { findShortForms } from './find-short-forms'
import { specialHome, specialRegion } from './special-regions'
import { LONGEST_NAME } from './walk-left'

/** The bodies of each zone in reading order; one may lie inside another, of which it is a part or which is a part of it. */
export function findOrganizations(
  page: SegmentedPage,
  zones: readonly Zone[],
  regions: readonly (readonly RegionFind[])[],
  ownRegion: OwnRegion,
): OrganizationFind[][] {
  const outlets = outletNames(page)
  const home =
    specialHome(zones, regions) ??
    zones.map((zone, i) => specialRegion(regions[i] as readonly RegionFind[], zone)).find(code => code !== null) ??
    null
  const first = zones.map((zone, i) => {
    const mine = regions[i] as readonly RegionFind[]
    const known = [...findKnown(zone), ...findOutlets(outlets, zone)]
    const corps = findCorps(zone, mine)
    const organs = [...corps, ...findOrgans(zone, mine, ownRegion, home).filter(find => !crosses(find, corps))].sort(
      (a, b) => a.start - b.start,
    )
    const base = [...organs, ...known.filter(find => !crosses(find, organs))]
    const byEnding = findByEnding(zone, mine, base, ownRegion)
    const all = withoutCuts(distinctSpans([...base, ...byEnding]), zone)
    const more = distinctSpans([...all, ...findEnumerated(zone, all), ...findListed(zone, all)])
    return distinctSpans([...more, ...findByOffice(zone, more, mine)])
  })
  const named = first.map(meantByCouncils)
  const short = findShortForms(zones, named, regions)
  return named.map((finds, i) => {
    const shorter = short[i] as OrganizationFind[]
    const read = new Set(shorter.map(({ start, end }) => `${start}-${end}`))
    const others = finds.filter(
      ({ rule, start, end }) =>
        !/^(?:brand-and-trade|ending-none|brand-before-office)$/u.test(rule) || !read.has(`${start}-${end}`),
    )
    return distinctSpans([...others, ...shorter]).sort((a, b) => a.start - b.start || b.end - a.end)
  })
}

/** 管委会 alone is the one that the zone names in full before. */
function meantByCouncils(finds: readonly OrganizationFind[]): OrganizationFind[] {
  const last = new Map<string, OrganizationFind>()
  return finds.map(find => {
    const council = /(?:管委会|村委会|居委会)$/u.exec(find.stem)?.[0]
    if (!council) return find
    const before = last.get(council)
    if (find.form === 'short' && find.stem === council && before)
      return { ...find, stem: before.stem, region: before.region, ownRegion: before.ownRegion, rule: 'council-again' }
    if (find.form === 'name') last.set(council, find)
    return find
  })
}

/** Whether the find crosses an organ or holds one: of 海州省发展改革委 the organ counts, not 发展改革委员会 behind it. */
function crosses(find: OrganizationFind, organs: readonly OrganizationFind[]): boolean {
  for (let i = lastStartingBefore(organs, find.end); i >= 0; i--) {
    const organ = organs[i] as OrganizationFind
    if (find.start - organ.start > LONGEST_NAME) return false
    if (organ.end > find.start && !(organ.start <= find.start && organ.end >= find.end)) return true
  }
  return false
}

/** Each span once, the earlier rule first; of two that cross each other the longer one. */
function distinctSpans(finds: readonly OrganizationFind[]): OrganizationFind[] {
  const kept: OrganizationFind[] = []
  for (const find of [...finds].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (last && last.start === find.start && last.end === find.end) continue
    if (last && find.start < last.end && find.end > last.end && find.start > last.start) {
      if (find.end - find.start <= last.end - last.start) continue
      kept.pop()
    }
    kept.push(find)
  }
  return kept
}

/** Leaves out what a longer find shows to be the beginning or the inside of a name: 云溪科技 of 云溪科技有限公司, 发展改革委 of 海州省发展改革委. */
function withoutCuts(finds: readonly OrganizationFind[], zone: Zone): OrganizationFind[] {
  const around: OrganizationFind[] = []
  return finds.filter(find => {
    while (around.length > 0 && (around.at(-1) as OrganizationFind).end <= find.start) around.pop()
    const cut = around.some(other => other.end >= find.end && isCut(find, other, zone))
    around.push(find)
    return !cut
  })
}

function isCut(find: OrganizationFind, other: OrganizationFind, zone: Zone): boolean {
  if (other.start < find.start) return find.rule === 'known-body' || find.rule === 'brand-and-trade'
  if (find.rule !== 'known-body') return other.parentEnd !== find.end
  return find.form === 'short' && !/(?:集团|公司|大学|学院|院|[部委局])$/u.test(zone.folded.slice(find.start, find.end))
}
