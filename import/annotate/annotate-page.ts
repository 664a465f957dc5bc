/** The stage that finds everything named on a page: people, bodies, regions, policies, and who holds which office. */

import { gather } from '../gather'
import type { AnnotatedPage, Mention } from '../values/annotations'
import type { SegmentedPage } from '../values/document'
import type { OrganizationFind, PersonFind, RegionFind } from './finds'
import { buildOrganizations } from './join/build-organizations'
import { buildPeople } from './join/build-people'
import { buildPolicies } from './join/build-policies'
import { buildRegions } from './join/build-regions'
import { findOfOffice } from './organizations/find-of-office'
import { findOrganizations } from './organizations/find-organizations'
import { seats } from './organizations/seat'
import { specialHome } from './organizations/special-regions'
import { findPeople } from './people/find-people'
import { isWordSurname, surnameLength } from './people/name-shape'
import { findIssuer } from './policies/find-issuer'
import { findPolicies } from './policies/find-policies'
import { findOffices } from './positions/find-offices'
import { findRegions } from './regions/find-regions'
import { ownRegions } from './regions/own-region'
import { fold } from './text/fold'
import { lastStartingBefore } from './text/search'
import { type Zone, zonesOf } from './text/zone'

/**
 * Everything named on a page, with all places where it is named, in the articles' bodies, the text around them and the furniture. Offsets are UTF-16 code
 * units of the text in question, and `text.slice(start, end)` is the quote. The same page gives the same result.
 */
export function annotatePage(page: SegmentedPage): AnnotatedPage {
  const zones = zonesOf(page)
  const everyRegion = findRegions(zones)
  const ownRegion = ownRegions(page, zones, everyRegion)
  const named = findOrganizations(page, zones, everyRegion, ownRegion)
  const bodyEnds = named.map(finds => new Set(finds.map(({ end }) => end)))
  const people = findPeople(page, zones, blockedBy(zones, named, everyRegion), bodyEnds)
  const bodies = named.map((finds, i) => {
    const more = findOfOffice(
      zones[i] as Zone,
      people[i] as readonly PersonFind[],
      finds,
      everyRegion[i] as readonly RegionFind[],
      ownRegion,
    )
    return more.length === 0 ? finds : [...finds, ...more].sort((a, b) => a.start - b.start || b.end - a.end)
  })
  const regions = everyRegion.map((finds, i) =>
    withoutNames(finds, bodies[i] as readonly OrganizationFind[], people[i] as readonly PersonFind[]),
  )
  const held = zones.map((zone, i) =>
    findOffices(
      zone,
      people[i] as readonly PersonFind[],
      bodies[i] as readonly OrganizationFind[],
      everyRegion[i] as readonly RegionFind[],
      ownRegion,
      authorsOf(page, zone),
    ),
  )
  const offices = gather(held, ({ offices }) => offices)
  const callings = gather(held, ({ callings }) => callings)
  const policies = gather(findPolicies(zones, bodies), finds => finds)

  const builtRegions = buildRegions(
    zones,
    gather(regions, finds => finds),
  )
  const builtBodies = buildOrganizations(
    zones,
    bodies,
    builtRegions.idOf,
    seats(zones, everyRegion, ownRegion, specialHome(zones, everyRegion)),
    everyRegion,
  )
  const governments = new Map<string, string>()
  for (const finds of bodies)
    for (const find of finds) {
      const id = find.region && /^(?:政府|行署)$/u.test(find.stem) ? builtBodies.idOf(find) : null
      if (id && find.region) governments.set(find.region, id)
    }
  const idOfName = new Map<string, string>()
  for (const { id, aliases } of builtBodies.entities) for (const alias of aliases) idOfName.set(fold(alias), id)
  const outletOf = (article: number): string | null => {
    const outlet = page.articles[article]?.outlet ?? page.outlet
    const name = outlet && /^本[报刊台网社]/u.test(outlet) ? page.outlet : outlet
    return name ? (idOfName.get(fold(name)) ?? null) : null
  }
  const builtPeople = buildPeople(
    page,
    zones,
    people,
    offices,
    callings,
    builtBodies.idOf,
    builtRegions.idOf,
    region => governments.get(region) ?? null,
    outletOf,
  )
  const builtPolicies = buildPolicies(zones, policies, find =>
    findIssuer(zones, find, bodies, regions, builtBodies.idOf, builtRegions.idOf),
  )
  const mentions: Mention[] = [
    ...builtPeople.mentions,
    ...builtBodies.mentions,
    ...builtRegions.mentions,
    ...builtPolicies.mentions,
  ]
  return {
    page,
    entities: [...builtPeople.entities, ...builtBodies.entities, ...builtRegions.entities, ...builtPolicies.entities],
    mentions: mentions.sort(inReadingOrder),
    positions: builtPeople.positions,
  }
}

/** Who wrote the article of the zone; for the furniture of a page who wrote its only commentary (（作者系…） at the end of a column). */
function authorsOf(page: SegmentedPage, zone: Zone): readonly string[] {
  const article = page.articles[zone.article]
  if (article) return article.byline
  const commentaries = page.articles.filter(({ kind }) => kind === 'commentary')
  return commentaries.length === 1 ? (commentaries[0]?.byline ?? []) : []
}

/** Countries and macro-regions inside the name of a body (中国银行, 西北大学) are no mentions, nor are places inside the name of a person. */
function withoutNames(
  regions: readonly RegionFind[],
  bodies: readonly OrganizationFind[],
  people: readonly PersonFind[],
): RegionFind[] {
  const inBody = spansOf(bodies)
  const inPerson = spansOf(people)
  return regions.filter(
    region => !inPerson(region) && ((region.level !== 'country' && region.level !== 'macro_region') || !inBody(region)),
  )
}

/** Whether a span lies inside one of the spans and is shorter. */
function spansOf(finds: readonly Span[]): (span: Span) => boolean {
  const sorted = [...finds].sort((a, b) => a.start - b.start)
  return ({ start, end }) => {
    const last = lastStartingBefore(sorted, start + 1)
    for (let i = last; i >= 0 && i > last - 8; i--) {
      const find = sorted[i] as Span
      if (find.end >= end && find.end - find.start > end - start) return true
    }
    return false
  }
}

interface Span {
  readonly start: number
  readonly end: number
}

/** Where no person is: inside the name of a body, or across the name of a division. */
function blockedBy(
  zones: readonly Zone[],
  bodies: readonly (readonly OrganizationFind[])[],
  regions: readonly (readonly RegionFind[])[],
): (find: Pick<PersonFind, 'zone' | 'start' | 'end' | 'rule'>) => boolean {
  // 市长李长春: a given name that is the short name of a region.
  const short = regions.map(finds =>
    finds.filter(({ rule, level, start, end }) => rule === 'division-short' || (level === 'macro_region' && end - start === 2)),
  )
  const given = short.map(finds => new Map(finds.map(({ start, end }) => [end, start] as const)))
  const whole = short.map(finds => new Map(finds.map(({ start, end }) => [start, end] as const)))
  const covers = bodies.map((finds, i) => {
    const taken = new Uint8Array((zones[i] as Zone).text.length)
    for (const find of finds) taken.fill(1, find.start, find.end)
    for (const find of regions[i] ?? [])
      if (find.end - find.start > 2 || find.level !== 'county') taken.fill(1, find.start, find.end)
    return taken
  })
  return ({ zone, start, end, rule }) => {
    const region = whole[zone]?.get(start)
    if (region === end && rule !== 'name-after-title') return true
    // 濮阳 and 东方 are surnames too.
    const { folded } = zones[zone] as Zone
    const surname = surnameLength(folded, start)
    if (surname > 0 && given[zone]?.get(end) === start + surname && !isWordSurname(folded[start] as string)) return false
    // 副市长娄底红: a name that begins with that of a city.
    const named =
      region === start + 2 &&
      end === start + 3 &&
      rule === 'name-after-title' &&
      /[,、(:说表介参出主指强在告认透坦率带与和就对也则建补称]/u.test(folded[end] ?? ',')
    const from = named ? region : start + (surname === 2 ? 2 : 0)
    for (let at = from; at < end; at++) if (covers[zone]?.[at]) return true
    return false
  }
}

function inReadingOrder(a: Mention, b: Mention): number {
  const article = (mention: Mention): number => (mention.article < 0 ? Number.MAX_SAFE_INTEGER : mention.article)
  const place = (mention: Mention): number => (mention.place === 'text' ? -1 : mention.place)
  return article(a) - article(b) || place(a) - place(b) || a.span.start - b.span.start || b.span.end - a.span.end
}
