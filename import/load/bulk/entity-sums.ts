/** What all documents of a corpus say of its entities, added up. */
import { AGGREGATES, type AggregateType, type ClaimFacts, pairKey, sumClaims } from '../aggregates'
import type { HeldDelta } from '../held'
import type { Tally } from '../tally'

export interface EntitySum {
  readonly tally: Map<string, number>
  mentions: number
  claims: number
}

export interface AggregateSum {
  readonly type: AggregateType
  readonly from: string
  readonly to: string
  claimCount: number
  directCount: number
  firstSeen: string | null
  lastSeen: string | null
}

export class EntitySums {
  private readonly entities = new Map<string, EntitySum>()
  private readonly sums = new Map<string, AggregateSum>()
  private readonly offices = new Map<string, HeldDelta>()

  of(entity: string): EntitySum {
    const known = this.entities.get(entity)
    if (known) return known
    const made: EntitySum = { tally: new Map(), mentions: 0, claims: 0 }
    this.entities.set(entity, made)
    return made
  }

  get aggregates(): Iterable<AggregateSum> {
    return this.sums.values()
  }

  /** Offices held, over all documents. */
  get held(): Iterable<HeldDelta> {
    return this.offices.values()
  }

  addHeld(deltas: readonly HeldDelta[]): void {
    for (const delta of deltas) {
      const known = this.offices.get(delta.pair)
      if (!known) {
        this.offices.set(delta.pair, delta)
        continue
      }
      const days = [...known.days, ...delta.days].sort()
      const regionId = [known.regionId, delta.regionId].filter(id => id !== null).sort()[0] ?? null
      // Only the first and the last day are asked for.
      this.offices.set(delta.pair, {
        ...known,
        regionId,
        count: known.count + delta.count,
        days: [days[0], days.at(-1)].flatMap(day => day ?? []),
      })
    }
  }

  addTally(entity: string, tally: Tally): void {
    const sum = this.of(entity).tally
    for (const [key, count] of tally) sum.set(key, (sum.get(key) ?? 0) + count)
  }

  /** Adds claims that count. */
  addClaims(claims: readonly ClaimFacts[]): void {
    const { aggregates, claimCounts } = sumClaims(claims, 1)
    for (const [entity, count] of claimCounts) this.of(entity).claims += count
    for (const { type, from, to, count, direct, dates } of aggregates.values()) {
      const sum = this.aggregate(type, from, to)
      sum.claimCount += count
      sum.directCount += direct
      for (const date of dates) {
        if (sum.firstSeen === null || date < sum.firstSeen) sum.firstSeen = date
        if (sum.lastSeen === null || date > sum.lastSeen) sum.lastSeen = date
      }
    }
  }

  private aggregate(type: AggregateType, from: string, to: string): AggregateSum {
    const key = `${AGGREGATES.indexOf(type)}${pairKey(from, to)}`
    const known = this.sums.get(key)
    if (known) return known
    const made: AggregateSum = { type, from, to, claimCount: 0, directCount: 0, firstSeen: null, lastSeen: null }
    this.sums.set(key, made)
    return made
  }
}
