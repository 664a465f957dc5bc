/** The policies of a page: all rules in their order, then every further place where a name that was found stands again. */

import { gather } from '../../gather'
import type { PolicyFind } from '../finds'
import { fold } from '../text/fold'
import { lastStartingBefore } from '../text/search'
import { Trie } from '../text/trie'
import type { Zone } from '../text/zone'
import { isRead } from './name-candidates'
import { withNicknames } from './nicknames'
import { findPatternedNames } from './patterned-names'
import { groupSightings, type PolicySighting } from './policy-group'
import { findQuotedNames } from './quoted-names'
import { findSetNames, setNameKind } from './set-names'
import { findTitles } from './titles'
import { findUnquotedNames } from './unquoted-names'
import { findWeighedNames } from './weighed-names'

/** Names shorter than this are sought again only inside the marks that first set them off. */
const SHORTEST_REPEATED = 3

interface Span {
  readonly start: number
  readonly end: number
}

/**
 * The finds of each zone in reading order; finds of one policy carry the same `name`. Where two rules see one stretch, the earlier rule has it. `bodies` are the names
 * of bodies in each zone: none of them is part of a policy's name that is read without marks, and no set name inside one is a policy.
 */
export function findPolicies(zones: readonly Zone[], bodies: readonly (readonly Span[])[] = []): PolicyFind[][] {
  const taken = new Map(zones.map(({ index, text }) => [index, new Uint8Array(text.length)]))
  const kept: PolicySighting[] = []
  const keep = (sightings: readonly PolicySighting[]) => {
    for (const sighting of sightings) {
      const marks = taken.get(sighting.zone) as Uint8Array
      if (marks.subarray(sighting.start, sighting.end).includes(1)) continue
      marks.fill(1, sighting.start, sighting.end)
      kept.push(sighting)
    }
  }
  keep(findTitles(zones))
  const readable = zones.filter(isRead)
  keep(gather(readable, findQuotedNames))
  const inBody = new Map(zones.map((zone, i) => [zone.index, covered(zone, bodies[i] ?? [])]))
  const setNames = gather(readable, findSetNames).filter(
    ({ zone, start, end, rule }) => rule === 'law' || !inBody.get(zone)?.subarray(start, end).includes(1),
  )
  const unquoted = gather(readable, zone => [...findUnquotedNames(zone, inBody.get(zone.index)), ...findPatternedNames(zone)])
  // 乡村振兴十大工程 is one name, though 乡村振兴 is a name as well.
  const setNamesOf = new Map<number, PolicySighting[]>()
  for (const name of setNames) {
    const list = setNamesOf.get(name.zone)
    if (list) list.push(name)
    else setNamesOf.set(name.zone, [name])
  }
  const setNameAt = new Map(setNames.map(name => [`${name.zone}:${name.start}`, name.end]))
  keep(
    unquoted.filter(
      ({ zone, start, end, rule }) =>
        rule === 'partnership' ||
        (setNameAt.get(`${zone}:${start}`) ?? end) < end ||
        goesBeyond(setNamesOf.get(zone) ?? [], start, end),
    ),
  )
  keep(setNames)
  keep(unquoted)
  const weighed = findWeighedNames(readable, inBody)
  const { names, replaced } = around(kept, weighed)
  for (const { zone, start, end } of replaced) (taken.get(zone) as Uint8Array).fill(0, start, end)
  kept.splice(0, kept.length, ...kept.filter(each => !replaced.has(each)))
  keep(names)
  const nicknamed = withNicknames(kept, zones)
  kept.splice(0, kept.length, ...nicknamed)
  keep(repeated(readable, kept))
  kept.sort((a, b) => a.zone - b.zone || a.start - b.start)
  const finds: PolicyFind[][] = zones.map(() => [])
  const place = new Map(zones.map(({ index }, i) => [index, i]))
  for (const { name, kind, sightings } of groupSightings(joined(kept)))
    for (const { zone, start, end, rule, forms } of sightings)
      finds[place.get(zone) as number]?.push({
        zone,
        start,
        end,
        rule,
        kind,
        name,
        form: forms[0] === name ? 'name' : 'short',
        aliases: forms,
      })
  for (const list of finds) list.sort((a, b) => a.start - b.start)
  return finds
}

/** 茶产业高质量发展三年行动, 白水流域生态补偿试点工程: the name of a deed around that of an idea, or around another with a noun of its own behind it. */
function goesBeyond(setNames: readonly PolicySighting[], start: number, end: number): boolean {
  const name = setNames[lastStartingBefore(setNames, end)]
  return name !== undefined && name.start > start && (name.kind === 'concept' ? name.end < end : name.end + 3 <= end)
}

/** Rules that see where a name begins and ends. */
const OWN_EDGES = /^(?:law|title|partnership|head-system|deeds-for-all|listed-name)$/u

/**
 * The weighed names with the forms of what stands inside them and is the same policy: “日监测”制度 in 农资保供“日监测”制度. They take the place of that, and of the set names that are a part
 * of them; none where another name reaches into it or holds it.
 */
function around(kept: readonly PolicySighting[], weighed: readonly PolicySighting[]) {
  const byZone = new Map<number, PolicySighting[]>()
  for (const each of [...kept].sort((a, b) => a.start - b.start)) {
    const list = byZone.get(each.zone)
    if (list) list.push(each)
    else byZone.set(each.zone, [each])
  }
  const replaced = new Set<PolicySighting>()
  const names = weighed.flatMap(name => {
    const list = byZone.get(name.zone) ?? []
    const inside: PolicySighting[] = []
    for (let i = lastStartingBefore(list, name.end); i >= 0 && (list[i] as PolicySighting).end > name.start; i--)
      inside.push(list[i] as PolicySighting)
    if (inside.some(({ start, end, rule }) => start < name.start || end > name.end || OWN_EDGES.test(rule))) return []
    const same = inside.filter(
      ({ start, end, rule }) => rule !== 'set-name' || end === name.end || (start === name.start && end + 4 >= name.end),
    )
    if (same.length > 1) return []
    for (const each of inside) replaced.add(each)
    const inner = same[0]
    const borne = inner && (inner.rule === 'quoted-name' || (inner.rule === 'set-name' && inner.end === name.end)) ? inner : name
    return [{ ...name, kind: borne.kind, forms: [...new Set([...name.forms, ...(inner?.forms ?? [])])] }]
  })
  return { names, replaced }
}

/** 1 for each character of a body's name. */
function covered(zone: Zone, bodies: readonly Span[]): Uint8Array {
  const taken = new Uint8Array(zone.text.length)
  for (const { start, end } of bodies) taken.fill(1, start, end)
  return taken
}

/** A set name directly behind a quoted one is its bearer: “四提两清”安全战略. */
function joined(sightings: readonly PolicySighting[]): PolicySighting[] {
  return sightings.map((sighting, i) => {
    const before = sightings[i - 1]
    if (sighting.rule !== 'set-name') return sighting
    if (
      before?.rule === 'quoted-name' &&
      !before.forms.some(setNameKind) &&
      before.zone === sighting.zone &&
      before.end + 1 === sighting.start
    )
      return { ...sighting, forms: [...before.forms, ...sighting.forms] }
    return sighting
  })
}

function repeated(zones: readonly Zone[], found: readonly PolicySighting[]): PolicySighting[] {
  const forms: [string, PolicySighting][] = []
  for (const sighting of found) {
    if (sighting.rule === 'set-name' || sighting.rule === 'short-title') continue
    for (const form of sighting.forms) {
      const folded = fold(form)
      if (folded.replace(/[“”]/gu, '').length >= SHORTEST_REPEATED) forms.push([folded, sighting])
    }
  }
  const names = new Trie(forms)
  const again: PolicySighting[] = []
  for (const zone of zones)
    for (let at = names.next(zone.folded, zone.pairs, 0); at < zone.folded.length; at = names.next(zone.folded, zone.pairs, at)) {
      const hit = names.longest(zone.folded, at)
      if (hit)
        again.push({
          ...hit.value,
          zone: zone.index,
          start: at,
          end: hit.end,
          forms: [hit.value.forms[0] as string, zone.text.slice(at, hit.end)],
          rule: 'repeated-name',
        })
      at = hit ? hit.end : at + 1
    }
  return again
}
