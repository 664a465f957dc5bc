/** Chance that repeats: the same seed gives the same numbers. */

/** A source of numbers (Mulberry32, Tommy Ettinger 2017). */
export class Random {
  private state: number

  /** The parts of a seed are mixed, so that article 7 of seed 1 can be made without the six before it. */
  constructor(...seed: readonly number[]) {
    this.state = seed.reduce((mixed, part) => scramble(mixed ^ scramble(part + 0x9e3779b9)), 0x2545f491)
  }

  /** A number from 0 up to but not including 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  /** A whole number from 0 up to but not including `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit)
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  pick<T>(list: readonly T[]): T {
    const picked = list[this.below(list.length)]
    if (picked === undefined) throw new Error('Nothing to pick from.')
    return picked
  }

  /** The list in a random order. */
  shuffle<T>(list: readonly T[]): T[] {
    const shuffled = [...list]
    for (let i = shuffled.length - 1; i > 0; i--) {
      const j = this.below(i + 1)
      ;[shuffled[i], shuffled[j]] = [shuffled[j] as T, shuffled[i] as T]
    }
    return shuffled
  }
}

/** Ranks drawn after Zipf's law with exponent 1: rank r is drawn r times as seldom as rank 1. */
export class Zipf {
  private readonly upTo: Float64Array

  constructor(readonly size: number) {
    this.upTo = new Float64Array(size)
    let sum = 0
    for (let rank = 1; rank <= size; rank++) {
      sum += 1 / rank
      this.upTo[rank - 1] = sum
    }
  }

  /** A 0-based rank. */
  draw(random: Random): number {
    const at = random.next() * (this.upTo[this.size - 1] ?? 0)
    let low = 0
    let high = this.size - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.upTo[middle] as number) <= at) low = middle + 1
      else high = middle
    }
    return low
  }
}

function scramble(value: number): number {
  let mixed = value | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
