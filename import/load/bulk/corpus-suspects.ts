/** Which entities of a whole corpus may be one: those that share a printed form which not too many bear. */
import type { Rules } from '../rules'
import { type Bearer, MOST_BEARERS, type Suspicion, suspect } from '../suspects'

/** The suspicions among the bearers of each form. `bearersOf` gives for each form of a type the entities that it names. */
export function findSuspicions(
  bearersOf: ReadonlyMap<string, { readonly form: string; readonly bearers: readonly Bearer[] }>,
  rules: Rules,
): readonly Suspicion[] {
  const pairs = new Map<string, { readonly a: Bearer; readonly b: Bearer; readonly forms: string[] }>()
  for (const { form, bearers } of bearersOf.values()) {
    if (bearers.length < 2 || bearers.length > MOST_BEARERS) continue
    for (const [index, a] of bearers.entries()) {
      for (const b of bearers.slice(index + 1)) {
        const key = a.id < b.id ? `${a.id} ${b.id}` : `${b.id} ${a.id}`
        const pair = pairs.get(key) ?? { a, b, forms: [] }
        pairs.set(key, pair)
        pair.forms.push(form)
      }
    }
  }
  return [...pairs.values()].flatMap(({ a, b, forms }) => suspect(a, b, forms, rules) ?? [])
}
