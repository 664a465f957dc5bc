/**
 * What took a whole list to find out, remembered until the graph changes: how many rows lists have, in what order a search found its matches. A page costs a
 * page, but counting and ranking cost the list, and the same lists are asked for again and again. Every transaction of the loader counts up a turn; what is
 * remembered is told only while the turn is the one before it was found out.
 */
import { createHash } from 'node:crypto'

/** The graph as it stands: binds `version`, null where no loader ever wrote. A statement begins with it, so that what is counted is not older. */
export const GRAPH_VERSION =
  "OPTIONAL MATCH (lock:WriteLock {name: 'graph'})\nWITH elementId(lock) + ' ' + coalesce(lock.turn, 0) AS version"

/** What came into the graph past the loader shows after so long. */
const MAX_AGE_MS = 60_000
const MAX_COUNTS = 20_000

interface Known<Value> {
  readonly version: string
  readonly value: Value
  readonly since: number
}

/** The name of a list among all lists: what it is, over what, of whom. */
export function listKey(...parts: readonly unknown[]): string {
  return createHash('sha1').update(JSON.stringify(parts)).digest('base64')
}

/** Values by the key of their list, of which those found out first are forgotten first once they weigh too much together. */
export class Remembered<Value> {
  private readonly known = new Map<string, Known<Value>>()
  private weight = 0

  constructor(
    private readonly most: number,
    private readonly weigh: (value: Value) => number = () => 1,
    private readonly now: () => number = Date.now,
  ) {}

  /** What was found out, to be used if the version of the graph turns out to be the same; null where it is not worth asking for the version. */
  recall(key: string): Value | null {
    const known = this.known.get(key)
    return known !== undefined && this.now() - known.since < MAX_AGE_MS ? known.value : null
  }

  /** The value, where it is known for the graph as it stands. */
  of(key: string, version: string | null): Value | null {
    const known = this.known.get(key)
    return known !== undefined && known.version === version ? known.value : null
  }

  remember(key: string, version: string | null, value: Value): void {
    this.forget(key)
    if (version === null) return
    this.known.set(key, { version, value, since: this.now() })
    this.weight += this.weigh(value)
    while (this.weight > this.most) this.forget(this.known.keys().next().value as string)
  }

  private forget(key: string): void {
    const known = this.known.get(key)
    if (known === undefined) return
    this.known.delete(key)
    this.weight -= this.weigh(known.value)
  }
}

/** How many rows lists have. */
export class Counts extends Remembered<number> {
  constructor(now?: () => number) {
    super(MAX_COUNTS, undefined, now)
  }
}
