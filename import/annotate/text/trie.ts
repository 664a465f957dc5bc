/** A dictionary of strings that is walked along a text, forwards or backwards. */

interface Node<T> {
  next: Map<number, Node<T>> | null
  value: T | undefined
}

/** Strings with values; finding the longest that starts (or ends) at a place costs its length. */
export class Trie<T> {
  private readonly forward: Node<T> = { next: null, value: undefined }
  private readonly backward: Node<T> = { next: null, value: undefined }
  /** For each code unit whether a string begins (1) or ends (2) with it: most places of a text are dismissed by this alone. */
  private readonly edges = new Uint8Array(65536)

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [key, value] of entries) {
      insert(this.forward, key, value, 0, 1)
      insert(this.backward, key, value, key.length - 1, -1)
      const first = key.charCodeAt(0)
      const last = key.charCodeAt(key.length - 1)
      this.edges[first] = (this.edges[first] as number) | 1
      this.edges[last] = (this.edges[last] as number) | 2
    }
  }

  /** The longest string that starts at `at`, as its end and value, or null. */
  longest(text: string, at: number, limit = text.length): { readonly end: number; readonly value: T } | null {
    if (!((this.edges[text.charCodeAt(at)] as number) & 1)) return null
    let node: Node<T> | undefined = this.forward
    let found: { end: number; value: T } | null = null
    for (let i = at; i < limit; i++) {
      node = node.next?.get(text.charCodeAt(i))
      if (!node) break
      if (node.value !== undefined) found = { end: i + 1, value: node.value }
    }
    return found
  }

  /** All strings that start at `at`, shortest first. */
  all(text: string, at: number): { readonly end: number; readonly value: T }[] {
    if (!((this.edges[text.charCodeAt(at)] as number) & 1)) return []
    let node: Node<T> | undefined = this.forward
    const found: { end: number; value: T }[] = []
    for (let i = at; i < text.length; i++) {
      node = node.next?.get(text.charCodeAt(i))
      if (!node) break
      if (node.value !== undefined) found.push({ end: i + 1, value: node.value })
    }
    return found
  }

  /** The longest string that ends at `end` and starts at or after `floor`, as its start and value, or null. */
  longestBefore(text: string, end: number, floor = 0): { readonly start: number; readonly value: T } | null {
    if (end <= floor || !((this.edges[text.charCodeAt(end - 1)] as number) & 2)) return null
    let node: Node<T> | undefined = this.backward
    let found: { start: number; value: T } | null = null
    for (let i = end - 1; i >= floor; i--) {
      node = node.next?.get(text.charCodeAt(i))
      if (!node) break
      if (node.value !== undefined) found = { start: i, value: node.value }
    }
    return found
  }

  /** Whether the string is in the dictionary. */
  has(key: string): boolean {
    return this.get(key) !== undefined
  }

  get(key: string): T | undefined {
    let node: Node<T> | undefined = this.forward
    for (let i = 0; i < key.length && node; i++) node = node.next?.get(key.charCodeAt(i))
    return node?.value
  }
}

function insert<T>(root: Node<T>, key: string, value: T, from: number, step: 1 | -1): void {
  let node = root
  for (let i = from; i >= 0 && i < key.length; i += step) {
    node.next ??= new Map()
    const code = key.charCodeAt(i)
    let child = node.next.get(code)
    if (!child) {
      child = { next: null, value: undefined }
      node.next.set(code, child)
    }
    node = child
  }
  node.value ??= value
}
