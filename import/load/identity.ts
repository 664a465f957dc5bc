/** Which entities the identity keys of a document make, given what the graph knows of these keys. Pure. */
import { idOf } from '../../model/ids'
import { type EntityType, LABEL_OF_ENTITY } from '../../model/vocabulary'

/** Keys that are borne together and so are one. */
export interface KeyGroup {
  readonly type: EntityType
  readonly keys: readonly string[]
}

/** What the graph knows of a key: its entity and the smallest key of that. */
export interface KnownKey {
  readonly key: string
  readonly entity: string
  readonly smallest: string
}

/** An entity that has to be made, or into which others flow. */
export interface PlannedEntity {
  readonly id: string
  readonly type: EntityType
  /** Its smallest identity key. */
  readonly key: string
  /** Ids of the entities that it has been so far; empty for a new one, itself alone where nothing changes. */
  readonly was: readonly string[]
}

export interface IdentityPlan {
  readonly entities: readonly PlannedEntity[]
  /** Key → id of its entity, for every key of the groups. */
  readonly entityOf: ReadonlyMap<string, string>
}

export function entityId(type: EntityType, smallestKey: string): string {
  return idOf(LABEL_OF_ENTITY[type], smallestKey)
}

/** What decisions by hand say of keys. */
export interface KeyRules {
  /** Sets of keys of which those that are there are one. */
  readonly merged: readonly (readonly string[])[]
  /** Two sets of keys that never become one by what documents say. */
  readonly apart: readonly { readonly a: readonly string[]; readonly b: readonly string[] }[]
}

/**
 * Joins the groups with one another and with what the graph holds: whoever shares a key is one. `known` has the keys of the groups and those of the
 * rules that the graph has; keys of the rules that nobody bears count for nothing.
 */
export function planIdentity(
  groups: readonly KeyGroup[],
  known: ReadonlyMap<string, KnownKey>,
  rules: KeyRules = { merged: [], apart: [] },
): IdentityPlan {
  const sets = new DisjointSets()
  for (const { key, smallest } of known.values()) sets.join(smallest, key)
  const borne = new Set(groups.flatMap(({ keys }) => keys))
  const isThere = (key: string): boolean => borne.has(key) || known.has(key)
  const apart = rules.apart.map(({ a, b }) => ({ a: a.filter(isThere), b: b.filter(isThere) }))
  const join = (a: string, b: string): void => {
    const [x, y] = [sets.find(a), sets.find(b)]
    const has = (side: readonly string[], root: string): boolean => side.some(key => sets.find(key) === root)
    if (x === y || apart.some(pair => (has(pair.a, x) && has(pair.b, y)) || (has(pair.a, y) && has(pair.b, x)))) return
    sets.join(x, y)
  }
  for (const keys of rules.merged) {
    const [first, ...others] = keys.filter(isThere)
    if (first !== undefined) for (const other of others) join(first, other)
  }
  for (const { keys } of groups) for (const key of keys) join(keys[0] as string, key)
  const components = new Map<string, { type: EntityType; smallest: string; was: Set<string> }>()
  for (const { type, keys } of groups) {
    for (const key of keys) {
      const root = sets.find(key)
      const component = components.get(root) ?? { type, smallest: key, was: new Set<string>() }
      components.set(root, component)
      if (key < component.smallest) component.smallest = key
    }
  }
  for (const { key, entity, smallest } of known.values()) {
    const component = components.get(sets.find(key))
    if (!component) continue
    component.was.add(entity)
    if (smallest < component.smallest) component.smallest = smallest
  }
  const ids = new Map([...components].map(([root, { type, smallest }]) => [root, entityId(type, smallest)]))
  return {
    entities: [...components].map(([root, { type, smallest, was }]) => ({
      id: ids.get(root) as string,
      type,
      key: smallest,
      was: [...was].sort(),
    })),
    entityOf: new Map(groups.flatMap(({ keys }) => keys.map(key => [key, ids.get(sets.find(key)) as string] as const))),
  }
}

/** Sets of strings that are joined and never parted. */
export class DisjointSets {
  private readonly parents = new Map<string, string>()

  find(item: string): string {
    let root = item
    for (let parent = this.parents.get(root); parent !== undefined && parent !== root; parent = this.parents.get(root))
      root = parent
    for (let at = item; at !== root; ) {
      const next = this.parents.get(at) as string
      this.parents.set(at, root)
      at = next
    }
    return root
  }

  join(a: string, b: string): void {
    const [rootA, rootB] = [this.find(a), this.find(b)]
    if (rootA !== rootB) this.parents.set(rootB, rootA)
  }
}
