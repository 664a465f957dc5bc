/** A dictionary of strings that is walked along a text, forwards or backwards. */
import { oneOf } from '../../characters'

/** Nodes and the edges between them, as one open-addressed table of numbers: many small maps take several times the time and the memory. */
class Edges {
  private used = 0
  private nodes = 1
  private mask: number
  /** For each slot: node from which, code unit, node to which; 0 as the last where the slot is free. */
  private table: Int32Array

  constructor(slots = 64) {
    this.mask = slots - 1
    this.table = new Int32Array(slots * 3)
  }

  /** The node that a code unit leads to, or 0. */
  follow(node: number, code: number): number {
    const { table, mask } = this
    let slot = mix(node, code) & mask
    for (;;) {
      const to = table[slot * 3 + 2] as number
      if (to === 0 || (table[slot * 3] === node && table[slot * 3 + 1] === code)) return to
      slot = (slot + 1) & mask
    }
  }

  /** The node that a code unit leads to; a new one where there is none. */
  add(node: number, code: number): number {
    const known = this.follow(node, code)
    if (known !== 0) return known
    if (this.used * 2 > this.mask) this.grow()
    this.put(node, code, this.nodes)
    return this.nodes++
  }

  private put(node: number, code: number, to: number): void {
    let slot = mix(node, code) & this.mask
    while (this.table[slot * 3 + 2] !== 0) slot = (slot + 1) & this.mask
    this.table[slot * 3] = node
    this.table[slot * 3 + 1] = code
    this.table[slot * 3 + 2] = to
    this.used++
  }

  private grow(): void {
    const old = this.table
    this.mask = this.mask * 2 + 1
    this.table = new Int32Array((this.mask + 1) * 3)
    this.used = 0
    for (let at = 0; at < old.length; at += 3)
      if (old[at + 2] !== 0) this.put(old[at] as number, old[at + 1] as number, old[at + 2] as number)
  }
}

function mix(node: number, code: number): number {
  const h = Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)
  return h ^ (h >>> 15)
}

/** A number for two code units, of which the second may be none. */
function pair(outer: number, inner: number): number {
  const h = Math.imul(outer, 0x9e3779b1) ^ Math.imul(inner, 0x85ebca6b)
  return h ^ (h >>> 16)
}

/**
 * For each character of a text a number for it and the one behind it, which is what `Trie.next` looks at: many dictionaries are looked for in one text, and
 * this is worked out once for all of them.
 */
export function pairsOf(text: string): Uint16Array {
  const pairs = new Uint16Array(text.length)
  const last = text.length - 1
  let code = text.charCodeAt(0)
  for (let at = 0; at < last; at++) {
    const behind = text.charCodeAt(at + 1)
    pairs[at] = pair(code, behind)
    code = behind
  }
  if (last >= 0) pairs[last] = pair(code, 0)
  return pairs
}

/** Strings with values; finding the longest that starts (or ends) at a place costs its length. Of two values of a string the first counts. */
export class Trie<T> {
  private readonly entries: readonly (readonly [string, T])[]
  private readonly forward = new Edges()
  private readonly values: (T | undefined)[] = [undefined]
  /** Made when it is first asked for: most dictionaries are only walked forwards. */
  private backward: { readonly edges: Edges; readonly values: (T | undefined)[] } | null = null
  /** Which two code units a string may begin with (1) and end with (2), or one where a string has no more: most places of a text are dismissed by this alone. */
  private readonly pairs: Uint8Array
  private readonly pairMask: number
  /** Whether there is a string of one code unit. */
  private readonly hasSingle: boolean
  /** One bit for each code unit that is a string by itself; made when it is first asked for. */
  private singles: ((code: number) => boolean) | null = null

  constructor(entries: Iterable<readonly [string, T]>) {
    this.entries = [...entries]
    this.pairMask = this.entries.length < 100 ? 1023 : this.entries.length < 2000 ? 8191 : 65535
    this.pairs = new Uint8Array(this.pairMask + 1)
    this.hasSingle = this.entries.some(([key]) => key.length === 1)
    for (const [key, value] of this.entries) {
      let node = 0
      for (let i = 0; i < key.length; i++) node = this.forward.add(node, key.charCodeAt(i))
      this.values[node] ??= value
      this.mark(key.charCodeAt(0), key.charCodeAt(1), 1)
      this.mark(key.charCodeAt(key.length - 1), key.charCodeAt(key.length - 2), 2)
    }
  }

  private mark(outer: number, inner: number, bit: number): void {
    const at = pair(outer, inner) & this.pairMask
    this.pairs[at] = (this.pairs[at] as number) | bit
  }

  /** Whether a string may begin (1) or end (2) with these two code units; a string of one code unit is marked as if nothing followed it. */
  private may(outer: number, inner: number, bit: number): boolean {
    const { pairs, pairMask } = this
    if (((pairs[pair(outer, inner) & pairMask] as number) & bit) !== 0) return true
    return this.hasSingle && ((pairs[pair(outer, 0) & pairMask] as number) & bit) !== 0
  }

  /** The first place from `at` on where a string may start, or the length of the text. `pairs` are those of the text (`pairsOf`). */
  next(text: string, pairs: Uint16Array, at: number): number {
    const { pairs: table, pairMask } = this
    const length = pairs.length
    let place = at
    if (!this.hasSingle) {
      while (place < length && ((table[(pairs[place] as number) & pairMask] as number) & 1) === 0) place++
      return place
    }
    this.singles ??= oneOf(this.entries.map(([key]) => (key.length === 1 ? key : '')).join(''))
    const { singles } = this
    while (
      place < length &&
      ((table[(pairs[place] as number) & pairMask] as number) & 1) === 0 &&
      !singles(text.charCodeAt(place))
    )
      place++
    return place
  }

  /** The longest string that starts at `at`, as its end and value, or null. */
  longest(text: string, at: number, limit = text.length): { readonly end: number; readonly value: T } | null {
    if (at >= limit || at < 0 || !this.may(text.charCodeAt(at), text.charCodeAt(at + 1), 1)) return null
    const { forward, values } = this
    let node = 0
    let end = -1
    let value: T | undefined
    for (let i = at; i < limit; i++) {
      node = forward.follow(node, text.charCodeAt(i))
      if (node === 0) break
      const here = values[node]
      if (here !== undefined) {
        end = i + 1
        value = here
      }
    }
    return end < 0 ? null : { end, value: value as T }
  }

  /** All strings that start at `at`, shortest first. */
  all(text: string, at: number): readonly { readonly end: number; readonly value: T }[] {
    if (at >= text.length || at < 0 || !this.may(text.charCodeAt(at), text.charCodeAt(at + 1), 1)) return NONE
    const found: { end: number; value: T }[] = []
    let node = 0
    for (let i = at; i < text.length; i++) {
      node = this.forward.follow(node, text.charCodeAt(i))
      if (node === 0) break
      const value = this.values[node]
      if (value !== undefined) found.push({ end: i + 1, value })
    }
    return found
  }

  /** The longest string that ends at `end` and starts at or after `floor`, as its start and value, or null. */
  longestBefore(text: string, end: number, floor = 0): { readonly start: number; readonly value: T } | null {
    if (end <= floor || end > text.length || !this.may(text.charCodeAt(end - 1), text.charCodeAt(end - 2), 2)) return null
    const { edges, values } = this.turned()
    let node = 0
    let start = -1
    let value: T | undefined
    for (let i = end - 1; i >= floor; i--) {
      node = edges.follow(node, text.charCodeAt(i))
      if (node === 0) break
      const here = values[node]
      if (here !== undefined) {
        start = i
        value = here
      }
    }
    return start < 0 ? null : { start, value: value as T }
  }

  /** Whether the string is in the dictionary. */
  has(key: string): boolean {
    return this.get(key) !== undefined
  }

  get(key: string): T | undefined {
    let node = 0
    for (let i = 0; i < key.length; i++) {
      node = this.forward.follow(node, key.charCodeAt(i))
      if (node === 0) return undefined
    }
    return this.values[node]
  }

  private turned(): { readonly edges: Edges; readonly values: (T | undefined)[] } {
    if (this.backward) return this.backward
    const edges = new Edges()
    const values: (T | undefined)[] = [undefined]
    for (const [key, value] of this.entries) {
      let node = 0
      for (let i = key.length - 1; i >= 0; i--) node = edges.add(node, key.charCodeAt(i))
      values[node] ??= value
    }
    this.backward = { edges, values }
    return this.backward
  }
}

const NONE: readonly never[] = []
