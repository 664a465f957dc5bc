/**
 * How many rows lists have, remembered until the graph changes. A page costs a page, but counting costs the list, and the same lists are asked for again
 * and again. Every transaction of the loader counts up a turn; a count is told only while the turn is the one before it was counted.
 */
import { createHash } from 'node:crypto'

/** The graph as it stands: binds `version`, null where no loader ever wrote. A statement begins with it, so that what is counted is not older. */
export const GRAPH_VERSION =
  "OPTIONAL MATCH (lock:WriteLock {name: 'graph'})\nWITH elementId(lock) + ' ' + coalesce(lock.turn, 0) AS version"

/** What came into the graph past the loader shows after so long. */
const MAX_AGE_MS = 60_000
const MAX_COUNTS = 20_000

interface Known {
  readonly version: string
  readonly total: number
  readonly since: number
}

export class Counts {
  private readonly known = new Map<string, Known>()

  constructor(private readonly now: () => number = Date.now) {}

  /** The name of a list among all lists: what it is, over what, of whom. */
  static key(...parts: readonly unknown[]): string {
    return createHash('sha1').update(JSON.stringify(parts)).digest('base64')
  }

  /** Whether it is worth asking for the version alone. */
  knows(key: string): boolean {
    const known = this.known.get(key)
    return known !== undefined && this.now() - known.since < MAX_AGE_MS
  }

  /** The count, where it is known for the graph as it stands. */
  of(key: string, version: string | null): number | null {
    const known = this.known.get(key)
    return known !== undefined && known.version === version ? known.total : null
  }

  remember(key: string, version: string | null, total: number): void {
    this.known.delete(key)
    if (version === null) return
    this.known.set(key, { version, total, since: this.now() })
    if (this.known.size > MAX_COUNTS) this.known.delete(this.known.keys().next().value as string)
  }
}
