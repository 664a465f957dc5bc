/** Which entities may be one although nothing says so for certain. Pure. */
import type { EntityType } from '../../model/vocabulary'
import { isLikeness } from './entity-profile'
import type { Rules } from './rules'

/** A name that more entities bear says nothing about any two of them (省委, 王伟). */
export const MOST_BEARERS = 8

/** An entity as suspicion sees it. */
export interface Bearer {
  readonly id: string
  readonly type: EntityType
  readonly name: string
  /** Role of a person, kind of a body or policy. */
  readonly role: string | null
  /** A division with a code of its own is told from all others by it. */
  readonly adcode: string | null
}

/** A form with those who bear it; of more than `MOST_BEARERS` only their number. */
export interface BorneName {
  readonly form: string
  readonly type: string
  readonly count: number
  readonly bearers: readonly Bearer[]
}

/** An entity whose forms, name or role changed, as it is now. */
export interface SuspectEntity {
  readonly bearer: Bearer
  /** Everything that it is printed as. */
  readonly forms: readonly string[]
  readonly isNew: boolean
}

export interface Suspicion {
  readonly from: string
  readonly to: string
  readonly props: { readonly score: number; readonly reasons: readonly string[] }
}

/**
 * The suspicion that two entities of one type that share printed forms, or are alike only, are one; null where they are plainly two. Names that are alike only
 * raise it where comparing them leaves it open, and the two are of one kind.
 */
export function suspect(a: Bearer, b: Bearer, forms: readonly string[], rules: Rules): Suspicion | null {
  if (a.adcode !== null && b.adcode !== null) return null
  const [first, second] = a.id < b.id ? [a, b] : [b, a]
  const shared = forms.filter(form => !isLikeness(form)).sort()
  const reasons = shared.length > 0 ? [`both are printed as ${shared.join(', ')}`] : []
  let score = 0.4
  if (a.type !== 'person') {
    const { judgement, why } = rules.compareNames(a.type, first.name, second.name)
    if (judgement === 'different') return null
    reasons.push(why)
    score = judgement === 'same' ? 0.7 : 0.5
    if (shared.length === 0) {
      if (judgement === 'unsure' && a.role !== b.role) return null
      score -= 0.2
    }
  } else if (shared.some(form => [...form].length >= 3)) {
    reasons.push('a name of three characters or more')
    score += 0.1
  }
  if (a.role !== null && a.role === b.role) {
    reasons.push(`both are ${a.role}`)
    score += 0.2
  }
  return { from: first.id, to: second.id, props: { score: Math.round(score * 100) / 100, reasons } }
}

/**
 * The suspicions of entities whose forms, name or role changed, given who bears their forms in the graph so far; null where a form gets more
 * bearers than speak for anything, because what others were suspected of by it goes then.
 */
export function suspicionsOf(
  changed: readonly SuspectEntity[],
  names: readonly BorneName[],
  rules: Rules,
): readonly Suspicion[] | null {
  const now = new Map(changed.map(entity => [entity.bearer.id, entity.bearer]))
  const bearersOf = new Map<string, Map<string, Bearer>>()
  for (const { bearer, forms } of changed)
    for (const form of forms) {
      const place = nameOf(bearer.type, form)
      bearersOf.set(place, (bearersOf.get(place) ?? new Map<string, Bearer>()).set(bearer.id, bearer))
    }
  const tooMany = new Set<string>()
  for (const { form, type, count, bearers } of names) {
    const place = nameOf(type, form)
    const all = bearersOf.get(place)
    if (count > MOST_BEARERS) tooMany.add(place)
    else if (all) for (const bearer of bearers) all.set(bearer.id, now.get(bearer.id) ?? bearer)
    if (count <= MOST_BEARERS && all && all.size > MOST_BEARERS) return null
  }
  for (const [place, bearers] of bearersOf) if (bearers.size > MOST_BEARERS) tooMany.add(place)
  const pairs = new Map<string, { readonly a: Bearer; readonly b: Bearer; readonly forms: string[] }>()
  for (const { bearer: a, forms } of changed) {
    for (const form of forms) {
      const place = nameOf(a.type, form)
      if (tooMany.has(place)) continue
      for (const b of bearersOf.get(place)?.values() ?? []) {
        if (a.id === b.id || (now.has(b.id) && b.id < a.id)) continue
        const key = `${a.id} ${b.id}`
        const pair = pairs.get(key) ?? { a, b, forms: [] }
        pairs.set(key, pair)
        pair.forms.push(form)
      }
    }
  }
  return [...pairs.values()].flatMap(({ a, b, forms }) => suspect(a, b, forms, rules) ?? [])
}

function nameOf(type: string, form: string): string {
  return `${type} ${form}`
}
