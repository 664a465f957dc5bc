/** What the policy rules give: a policy with every place where it is named, and the joining of finds into such groups. */
import type { PolicyKind } from '../../../model/vocabulary'
import { gather } from '../../gather'
import synonyms from '../../lexicons/policy-synonyms.json'
import { fold } from '../text/fold'
import type { Zone } from '../text/zone'

/** A place where a rule sees a policy named. `forms` are names under which it may come again, the fullest first. */
export interface PolicySighting {
  readonly zone: number
  readonly start: number
  readonly end: number
  readonly kind: PolicyKind
  readonly forms: readonly string[]
  readonly rule: string
  /** How many articles the text says it has: by this number alone it may come again. */
  readonly number?: string | undefined
}

/** The sighting of a name that may come again as it is printed there. */
export function sightingAt(zone: Zone, start: number, end: number, kind: PolicyKind, rule: string): PolicySighting {
  return { zone: zone.index, start, end, kind, forms: [zone.text.slice(start, end)], rule }
}

/** A policy of the page. Names are as printed; `sightings` are in reading order. */
export interface PolicyGroup {
  readonly name: string
  readonly kind: PolicyKind
  readonly aliases: readonly string[]
  readonly sightings: readonly PolicySighting[]
}

const CANONICAL = new Map<string, string>()
for (const { name, short } of synonyms.entries)
  for (const form of [name, ...short]) if (!CANONICAL.has(comparable(form))) CANONICAL.set(comparable(form), comparable(name))

/** The form in which names of policies are compared within a page: folded, without marks and blanks and without 中华人民共和国. */
export function comparable(name: string): string {
  return fold(name)
    .replace(/[\s“”‘’"'《》〈〉·]/gu, '')
    .replace(/^中华人民共和国(?=.{2})/u, '')
}

/** Joins sightings that share a form, or whose forms are names of one known policy. The fullest printed name of a group is its name. */
export function groupSightings(sightings: readonly PolicySighting[]): PolicyGroup[] {
  const groupOf = new Map<string, PolicySighting[]>()
  const groups = new Set<PolicySighting[]>()
  for (const sighting of sightings) {
    const keys = keysOf(sighting)
    let group: PolicySighting[] | undefined
    for (const key of keys) {
      const other = groupOf.get(key)
      if (!other || other === group) continue
      if (!group) group = other
      else {
        // A name that two groups share makes them one: “高技通”, and later 高技能人员计划（简称“高技通”）.
        group.push(...other)
        groups.delete(other)
        for (const moved of other) for (const each of keysOf(moved)) if (groupOf.get(each) === other) groupOf.set(each, group)
      }
    }
    group ??= []
    groups.add(group)
    group.push(sighting)
    for (const key of keys) if (!groupOf.has(key)) groupOf.set(key, group)
  }
  return [...groups].map(toGroup)
}

function keysOf({ forms, number }: PolicySighting): readonly string[] {
  const keys: string[] = []
  for (const form of forms) {
    const key = comparable(form)
    keys.push(key)
    const canonical = CANONICAL.get(key)
    if (canonical) keys.push(`=${canonical}`)
    // “云溪人才40条” and “40条”, “人才40条” are one.
    const counted = /(?:\d{1,3}|[一二三四五六七八九十]{1,3})条(?=(?:政策|措施|意见|举措)?$)/u.exec(key)
    if (counted) keys.push(`#${counted[0]}`)
  }
  if (number) keys.push(`#${number}条`)
  return keys
}

function toGroup(sightings: readonly PolicySighting[]): PolicyGroup {
  const named = sightings.filter(({ rule }) => rule !== 'short-title')
  const first = (named.length > 0 ? named : sightings).reduce((best, each) =>
    (each.forms[0]?.length ?? 0) > (best.forms[0]?.length ?? 0) ? each : best,
  )
  const aliases = [...new Set(gather(sightings, ({ forms }) => forms))]
  return { name: first.forms[0] as string, kind: first.kind, aliases, sightings }
}
