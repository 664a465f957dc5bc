/** What the graph shows of an entity, computed from the tally of what documents and reference data say. */
import { type EntityType, ORGANIZATION_KINDS, PERSON_ROLES, POLICY_KINDS, REGION_LEVELS } from '../../model/vocabulary'
import type { Rules } from './rules'
import { type Spelling, searchText, spell } from './search-text'
import { SAYS, type Tally } from './tally'

/** Properties of an entity's node that follow from its tally. */
export type Profile = Readonly<Record<string, string | boolean | readonly string[] | null>>

const ATTRIBUTES: Readonly<Record<EntityType, readonly (readonly [attribute: string, order: readonly string[]])[]>> = {
  person: [['role', PERSON_ROLES]],
  organization: [['kind', ORGANIZATION_KINDS]],
  region: [
    ['level', REGION_LEVELS],
    ['adcode', []],
  ],
  policy: [['kind', POLICY_KINDS]],
}

/** The profile: a decision's name, else the reference's, else the printed one of smallest rank, then the longest, then the smallest. */
export function profileOf(type: EntityType, tally: Tally): Profile {
  const name = nameOf(tally)
  const aliases = [name, ...formsOf(tally).filter(form => form !== name)]
  return { name, aliases, searchType: type.toUpperCase(), searchText: searchText(aliases), ...attributesOf(type, tally) }
}

/** What of the profile depends on how often it is said. */
export function attributesOf(type: EntityType, tally: Tally): Profile {
  const profile: Record<string, string | boolean | null> = {}
  for (const [attribute, order] of ATTRIBUTES[type]) profile[attribute] = mostSaid(tally, attribute, order)
  if (type === 'region') {
    const reference = first(tally, SAYS.reference)
    profile.reference = reference !== null
    if (reference) {
      profile.level = reference[1] || null
      profile.adcode = reference[2] || null
    }
  }
  return profile
}

/** Every form that finds the entity, sorted. */
export function formsOf(tally: Tally): readonly string[] {
  const forms = new Set<string>()
  for (const key of tally.keys()) {
    const [says, a, b] = key.split('\t') as [string, string, string]
    if (says === SAYS.form || says === SAYS.referenceForm || says === SAYS.renamed || says === SAYS.reference) forms.add(a)
    if (says === SAYS.name) forms.add(b)
  }
  return [...forms].sort()
}

/** Stands before a likeness, so that no printed form is one: nobody asks for a name with a control character. */
const LIKENESS = '\u0001'

export function isLikeness(form: string): boolean {
  return form.startsWith(LIKENESS)
}

/**
 * Forms as look-ups know them (NFKC), with the number of documents' entities that print them; and, never printed, the likenesses of the shown name, by which
 * entities find those that they may be.
 */
export function nameCounts(type: EntityType, tally: Tally, rules: Rules): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const form of formsOf(tally)) {
    const key = form.normalize('NFKC')
    counts.set(key, (counts.get(key) ?? 0) + (tally.get(`${SAYS.form}\t${form}`) ?? 0))
  }
  for (const likeness of rules.likenesses(type, nameOf(tally))) counts.set(LIKENESS + likeness, 0)
  return counts
}

/** How a form is found by its sound; a likeness is not. */
export function spellingOf(form: string): Spelling | Readonly<Record<keyof Spelling, null>> {
  return isLikeness(form) ? { pinyin: null, initials: null } : spell(form)
}

function nameOf(tally: Tally): string {
  const renamed = first(tally, SAYS.renamed)
  if (renamed) return renamed[0] as string
  const reference = first(tally, SAYS.reference)
  if (reference) return reference[0] as string
  let best: readonly [rank: number, name: string] | null = null
  for (const key of tally.keys()) {
    const [says, rank, name] = key.split('\t') as [string, string, string]
    if (says === SAYS.name && (best === null || isBetter([Number(rank), name], best))) best = [Number(rank), name]
  }
  return best?.[1] ?? ''
}

function isBetter(a: readonly [number, string], b: readonly [number, string]): boolean {
  if (a[0] !== b[0]) return a[0] < b[0]
  if (a[1].length !== b[1].length) return a[1].length > b[1].length
  return a[1] < b[1]
}

/** The values of the smallest entry of a kind, or null. */
function first(tally: Tally, says: string): readonly string[] | null {
  let found: string | null = null
  for (const key of tally.keys()) if (key.startsWith(`${says}\t`) && (found === null || key < found)) found = key
  return found === null ? null : found.split('\t').slice(1)
}

function mostSaid(tally: Tally, attribute: string, order: readonly string[]): string | null {
  let best: { value: string; count: number } | null = null
  for (const [key, count] of tally) {
    const [says, of, value] = key.split('\t') as [string, string, string]
    if (says !== SAYS.value || of !== attribute) continue
    if (best === null || count > best.count || (count === best.count && precedes(value, best.value, order)))
      best = { value, count }
  }
  return best?.value ?? null
}

function precedes(a: string, b: string, order: readonly string[]): boolean {
  const difference = order.indexOf(a) - order.indexOf(b)
  return difference === 0 ? a < b : difference < 0
}
