/** Keeps the sums over claims: SPEAKS_ON, SPEAKS_IN, SPOKEN_OF_IN. */
import type { Transaction } from '../../database/connection'
import { statement } from '../../database/statement'
import {
  AGGREGATES,
  type AggregateDelta,
  type AggregateType,
  aggregateProps,
  type ClaimFacts,
  pairKey,
  sumClaims,
} from './aggregates'
import type { GraphRows } from './graph-rows'
import { type AggregateState, type Asked, type Found, lookUp } from './look-up'
import { writeRows } from './write-rows'

/** pairs: {pair, from, to}: the dates of the claims that a sum is over. */
const DATES = {
  SPEAKS_ON: dates('SPEAKS_ON', 'MATCH (:Entity {id: row.from})-[:MADE]->(claim:Claim)-[:ABOUT]->(:Policy {id: row.to})'),
  SPEAKS_IN: dates(
    'SPEAKS_IN',
    'MATCH (:Person {id: row.from})-[:MADE]->(claim:Claim)-[:IN_REGION {office: true}]->(:Region {id: row.to})',
  ),
  SPOKEN_OF_IN: dates(
    'SPOKEN_OF_IN',
    'MATCH (:Policy {id: row.from})<-[:ABOUT]-(claim:Claim)-[:IN_REGION]->(:Region {id: row.to})',
  ),
} as const

function dates(type: AggregateType, match: string) {
  return statement<{ pair: string; firstSeen: string | null; lastSeen: string | null }>(
    `claims.dates.${type}`,
    `UNWIND $rows AS row
     ${match}
     WHERE claim.counted
     RETURN row.pair AS pair, min(claim.publishedOn) AS firstSeen, max(claim.publishedOn) AS lastSeen`,
  )
}

type Seen = Pick<AggregateState, 'firstSeen' | 'lastSeen'>
const NEVER: Seen = { firstSeen: null, lastSeen: null }

/** The sums that these changes are added to. */
export function askedSums(deltas: readonly AggregateDelta[]): Asked {
  return byType(deltas, of => of.map(({ from, to }) => pairKey(from, to)))
}

/** The rows that add the changes to the sums that are there. */
export function addedSums(deltas: readonly AggregateDelta[], found: Found): GraphRows {
  const rows: Record<string, unknown[]> = {}
  for (const type of AGGREGATES) {
    const states = statesOf(found, type)
    const [created, changed] = [[] as unknown[], [] as unknown[]]
    for (const delta of deltas) {
      if (delta.type !== type) continue
      const pair = pairKey(delta.from, delta.to)
      const state = states.get(pair)
      const seen = [...delta.dates, state?.firstSeen, state?.lastSeen].filter(date => typeof date === 'string').sort()
      const props = aggregateProps(type, delta.from, delta.to, {
        claimCount: (state?.claimCount ?? 0) + delta.count,
        directCount: (state?.directCount ?? 0) + delta.direct,
        firstSeen: seen[0] ?? null,
        lastSeen: seen.at(-1) ?? null,
      })
      if (state) changed.push({ pair, props })
      else created.push({ from: delta.from, to: delta.to, props })
    }
    rows[`new_${type}`] = created
    rows[`changed_${type}`] = changed
  }
  return rows
}

/** Adds claims to the sums; with `only`, to those that one of these entities is an end of. Gives how many claims each entity gains. */
export async function addClaims(
  transaction: Transaction,
  claims: readonly ClaimFacts[],
  { only }: { readonly only?: ReadonlySet<string> } = {},
): Promise<ReadonlyMap<string, number>> {
  const { aggregates, claimCounts } = sumClaims(claims, 1)
  const all = [...aggregates.values()]
  const deltas = only ? all.filter(({ from, to }) => only.has(from) || only.has(to)) : all
  await writeRows(transaction, addedSums(deltas, await lookUp(transaction, askedSums(deltas))))
  return claimCounts
}

/** Takes claims out of the sums. They are gone from the graph, or count no more. Gives how many claims each entity gains: none or less. */
export async function removeClaims(
  transaction: Transaction,
  claims: readonly ClaimFacts[],
): Promise<ReadonlyMap<string, number>> {
  const { aggregates, claimCounts } = sumClaims(claims, -1)
  const deltas = [...aggregates.values()]
  const found = await lookUp(transaction, askedSums(deltas))
  const rows: Record<string, unknown[]> = {}
  await Promise.all(
    AGGREGATES.map(async type => {
      const states = statesOf(found, type)
      const ofType = deltas.filter(delta => delta.type === type).map(delta => ({ ...delta, pair: pairKey(delta.from, delta.to) }))
      const gone = new Set(ofType.filter(({ pair, count }) => states.get(pair)?.claimCount === -count).map(({ pair }) => pair))
      const left = ofType.filter(({ pair }) => !gone.has(pair))
      // Only the first and the last day are kept, so what goes from between them changes neither.
      const atEnd = left.filter(({ pair, dates }) => {
        const { firstSeen, lastSeen } = states.get(pair) ?? {}
        return dates.some(date => date === firstSeen || date === lastSeen)
      })
      const asked = atEnd.length > 0 ? await transaction.run(DATES[type], { rows: atEnd }) : []
      const seen = new Map<string, Seen>(asked.map(row => [row.pair, row]))
      rows[`lost_${type}`] = [...gone]
      rows[`changed_${type}`] = left.flatMap(({ pair, from, to, count, direct }) => {
        const state = states.get(pair)
        if (!state) return []
        const { firstSeen, lastSeen } = seen.get(pair) ?? (atEnd.some(end => end.pair === pair) ? NEVER : state)
        const sums = {
          claimCount: state.claimCount + count,
          directCount: state.directCount + direct,
          firstSeen,
          lastSeen,
        }
        return [{ pair, props: aggregateProps(type, from, to, sums) }]
      })
    }),
  )
  await writeRows(transaction, rows)
  return claimCounts
}

function statesOf(found: Found, type: AggregateType): ReadonlyMap<string, AggregateState> {
  return new Map(found[type].map(state => [state.pair, state]))
}

function byType<T>(
  deltas: readonly AggregateDelta[],
  give: (of: readonly AggregateDelta[]) => T,
): Readonly<Record<AggregateType, T>> {
  return Object.fromEntries(AGGREGATES.map(type => [type, give(deltas.filter(delta => delta.type === type))])) as Record<
    AggregateType,
    T
  >
}
