/** The parts that identity keys fall into by their links and by what was decided. Pure. */
import type { Decided } from './decided'
import { DisjointSets } from './identity'

/** Two keys that documents say to be one; how many do. */
export interface KeyLink {
  readonly a: string
  readonly b: string
  readonly support: number
}

/**
 * Connected keys, each part sorted, the parts by their smallest key. Decided merges join first, then links by support; none joins what is to be kept apart,
 * so the result depends on the links alone and not on the order in which they came.
 */
export function partition(keys: readonly string[], links: readonly KeyLink[], decided: Decided): readonly (readonly string[])[] {
  const sets = new DisjointSets()
  const known = new Set(keys)
  const apart = decided.apart
    .map(({ a, b }) => ({ a: a.filter(key => known.has(key)), b: b.filter(key => known.has(key)) }))
    .filter(({ a, b }) => a.length > 0 && b.length > 0)
  const parts = (side: readonly string[]): ReadonlySet<string> => new Set(side.map(key => sets.find(key)))
  const violates = (x: string, y: string): boolean =>
    apart.some(({ a, b }) => {
      const [inA, inB] = [parts(a), parts(b)]
      return (inA.has(x) && inB.has(y)) || (inA.has(y) && inB.has(x))
    })
  const join = (a: string, b: string): void => {
    const [x, y] = [sets.find(a), sets.find(b)]
    if (x !== y && !violates(x, y)) sets.join(x, y)
  }
  for (const { a, b } of decided.merges) {
    const [first, ...others] = [...a, ...b].filter(key => known.has(key)).sort()
    if (first !== undefined) for (const other of others) join(first, other)
  }
  const sorted = apart.length > 0 ? [...links].sort(strongest) : links
  for (const { a, b } of sorted) if (known.has(a) && known.has(b)) join(a, b)
  const found = new Map<string, string[]>()
  for (const key of [...keys].sort()) found.set(sets.find(key), [...(found.get(sets.find(key)) ?? []), key])
  return [...found.values()]
}

function strongest(x: KeyLink, y: KeyLink): number {
  return y.support - x.support || (x.a === y.a ? (x.b < y.b ? -1 : 1) : x.a < y.a ? -1 : 1)
}
