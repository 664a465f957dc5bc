/** The parts that identity keys fall into by their links. Pure. */
import { DisjointSets } from './identity'

/** Connected keys, each part sorted, the parts by their smallest key. */
export function partition(
  keys: readonly string[],
  links: readonly { readonly a: string; readonly b: string }[],
): readonly (readonly string[])[] {
  const sets = new DisjointSets()
  const known = new Set(keys)
  for (const { a, b } of links) if (known.has(a) && known.has(b)) sets.join(a, b)
  const parts = new Map<string, string[]>()
  for (const key of [...keys].sort()) {
    const root = sets.find(key)
    parts.set(root, [...(parts.get(root) ?? []), key])
  }
  return [...parts.values()]
}
