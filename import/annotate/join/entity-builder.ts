/** Gathers finds into entities: forms, mentions, and which finds are one. */
import type { Mention } from '../../values/annotations'
import { fold } from '../text/fold'
import type { Zone } from '../text/zone'

interface Placed {
  readonly zone: number
  readonly start: number
  readonly end: number
  readonly rule: string
}

/** One entity in the making. */
export interface Group<F extends Placed> {
  readonly finds: F[]
  /** Forms as printed, in the order of their first place. */
  readonly forms: Set<string>
}

/** Groups finds that share a key; a find may carry several keys, and joins what they name. */
export class Groups<F extends Placed> {
  private readonly parent = new Map<string, string>()
  private readonly finds: { readonly find: F; readonly key: string }[] = []

  add(find: F, keys: readonly string[]): void {
    const [first, ...others] = keys as [string, ...string[]]
    const root = this.root(first)
    for (const other of others) {
      const joined = this.root(other)
      if (joined !== root) this.parent.set(joined, this.root(first))
    }
    this.finds.push({ find, key: first })
  }

  private root(key: string): string {
    let at = key
    for (let up = this.parent.get(at); up !== undefined && up !== at; up = this.parent.get(at)) at = up
    if (!this.parent.has(at)) this.parent.set(at, at)
    let walk = key
    while (walk !== at) {
      const next = this.parent.get(walk) ?? at
      this.parent.set(walk, at)
      walk = next
    }
    return at
  }

  /** The groups, in the order of their first find. */
  groups(zones: readonly Zone[]): Map<string, Group<F>> {
    const out = new Map<string, Group<F>>()
    for (const { find, key } of this.finds) {
      const root = this.root(key)
      let group = out.get(root)
      if (!group) {
        group = { finds: [], forms: new Set() }
        out.set(root, group)
      }
      group.finds.push(find)
      group.forms.add((zones[find.zone] as Zone).text.slice(find.start, find.end))
    }
    return out
  }
}

/** A mention of the entity where the find stands. */
export function mentionOf(entity: string, find: Placed, form: Mention['form'], zones: readonly Zone[]): Mention {
  const zone = zones[find.zone] as Zone
  return {
    entity,
    article: zone.article,
    place: zone.place,
    span: { start: find.start, end: find.end },
    quote: zone.text.slice(find.start, find.end),
    form,
    rule: find.rule,
  }
}

/** The longest of the forms, of equals the first; forms are compared without blanks. */
export function longest(forms: Iterable<string>): string {
  let best = ''
  for (const form of forms) if (fold(form).length > best.length) best = form
  return best
}
