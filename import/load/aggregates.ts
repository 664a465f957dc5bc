/** Sums over claims that the graph keeps, so that a page of speakers costs a page: who speaks on what, and where. Pure. */
import type { RegionShare } from './claim-regions'

/** What the sums need to know of a claim. */
export interface ClaimFacts {
  readonly id: string
  readonly speakerId: string | null
  /** The region of the office in which the speaker speaks, or null. */
  readonly office: string | null
  readonly publishedOn: string | null
  /** Ids of what it is about, each once. */
  readonly about: readonly string[]
  readonly shares: readonly RegionShare[]
}

export const AGGREGATES = ['SPEAKS_ON', 'SPEAKS_IN', 'SPOKEN_OF_IN'] as const
export type AggregateType = (typeof AGGREGATES)[number]

/** A change of one sum: by how many claims, and the dates they were printed. */
export interface AggregateDelta {
  readonly type: AggregateType
  readonly from: string
  readonly to: string
  count: number
  /** How many of these claims concern the region itself and not one below it. */
  direct: number
  readonly dates: string[]
}

/** How claims change the sums: by aggregate, and the number of claims of each entity. `sign` is 1 for claims that come, -1 for those that go. */
export interface ClaimSums {
  readonly aggregates: ReadonlyMap<string, AggregateDelta>
  readonly claimCounts: ReadonlyMap<string, number>
}

/** The key under which an aggregate relationship is looked up. */
export function pairKey(from: string, to: string): string {
  return `${from}|${to}`
}

export function sumClaims(claims: readonly ClaimFacts[], sign: 1 | -1): ClaimSums {
  const aggregates = new Map<string, AggregateDelta>()
  const claimCounts = new Map<string, number>()
  const count = (entity: string): void => void claimCounts.set(entity, (claimCounts.get(entity) ?? 0) + sign)
  const add = (type: AggregateType, from: string, to: string, claim: ClaimFacts, direct: boolean): void => {
    const key = `${type}|${pairKey(from, to)}`
    const delta = aggregates.get(key) ?? { type, from, to, count: 0, direct: 0, dates: [] }
    aggregates.set(key, delta)
    delta.count += sign
    if (direct) delta.direct += sign
    if (claim.publishedOn !== null) delta.dates.push(claim.publishedOn)
  }
  for (const claim of claims) {
    const policies = claim.about.filter(id => id.startsWith('pol_'))
    const { speakerId } = claim
    if (speakerId !== null) {
      count(speakerId)
      for (const policy of policies) add('SPEAKS_ON', speakerId, policy, claim, true)
      if (speakerId.startsWith('per_'))
        for (const { region, office } of claim.shares)
          if (office) add('SPEAKS_IN', speakerId, region, claim, region === claim.office)
    }
    for (const id of claim.about) if (id.startsWith('pol_') || id.startsWith('reg_')) count(id)
    for (const policy of policies)
      for (const { region, direct } of claim.shares) add('SPOKEN_OF_IN', policy, region, claim, direct)
  }
  return { aggregates, claimCounts }
}

/** The sortable place of an aggregate among those of one policy or region: most claims first, then by id. */
export function rankOf(group: string, count: number, member: string): string {
  return `${group}|${String(999_999_999 - count).padStart(9, '0')}|${member}`
}

export interface AggregateSums {
  readonly claimCount: number
  readonly directCount: number
  readonly firstSeen: string | null
  readonly lastSeen: string | null
}

/** Properties of an aggregate relationship; role and kind of the speaker come from its node. */
export function aggregateProps(
  type: AggregateType,
  from: string,
  to: string,
  sums: AggregateSums,
): Readonly<Record<string, unknown>> {
  return {
    pair: pairKey(from, to),
    [type === 'SPEAKS_ON' ? 'policyId' : 'regionId']: to,
    rank: rankOf(to, sums.claimCount, from),
    ...sums,
    direct: sums.directCount > 0,
  }
}
