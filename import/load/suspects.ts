/** Which entities may be one although nothing says so for certain. Pure. */
import type { EntityType } from '../../model/vocabulary'
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

export interface Suspicion {
  readonly from: string
  readonly to: string
  readonly props: { readonly score: number; readonly reasons: readonly string[] }
}

/** The suspicion that two entities of one type that share printed forms are one, or null where they are plainly two. */
export function suspect(a: Bearer, b: Bearer, forms: readonly string[], rules: Rules): Suspicion | null {
  if (a.adcode !== null && b.adcode !== null) return null
  const [first, second] = a.id < b.id ? [a, b] : [b, a]
  const shared = [...forms].sort()
  const reasons = [`both are printed as ${shared.join(', ')}`]
  let score = 0.4
  if (a.type !== 'person') {
    const { judgement, why } = rules.compareNames(a.type, first.name, second.name)
    if (judgement === 'different') return null
    reasons.push(why)
    score = judgement === 'same' ? 0.7 : 0.5
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
