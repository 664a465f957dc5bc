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
import * as cypher from './statements'

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

/** Adds claims to the sums; with `only`, to those that one of these entities is an end of. Gives how many claims each entity gains. */
export async function addClaims(
  transaction: Transaction,
  claims: readonly ClaimFacts[],
  { only }: { readonly only?: ReadonlySet<string> } = {},
): Promise<ReadonlyMap<string, number>> {
  const { aggregates, claimCounts } = sumClaims(claims, 1)
  const all = [...aggregates.values()]
  const deltas = only ? all.filter(({ from, to }) => only.has(from) || only.has(to)) : all
  await Promise.all(
    AGGREGATES.map(type =>
      addTo(
        transaction,
        type,
        deltas.filter(delta => delta.type === type),
      ),
    ),
  )
  return claimCounts
}

/** Takes claims out of the sums. They are gone from the graph, or count no more. Gives how many claims each entity gains: none or less. */
export async function removeClaims(
  transaction: Transaction,
  claims: readonly ClaimFacts[],
): Promise<ReadonlyMap<string, number>> {
  const { aggregates, claimCounts } = sumClaims(claims, -1)
  const deltas = [...aggregates.values()]
  await Promise.all(
    AGGREGATES.map(type =>
      takeFrom(
        transaction,
        type,
        deltas.filter(delta => delta.type === type),
      ),
    ),
  )
  return claimCounts
}

async function addTo(transaction: Transaction, type: AggregateType, deltas: readonly AggregateDelta[]): Promise<void> {
  if (deltas.length === 0) return
  const states = await statesOf(transaction, type, deltas)
  const created: unknown[] = []
  const updated: unknown[] = []
  for (const delta of deltas) {
    const pair = pairKey(delta.from, delta.to)
    const state = states.get(pair)
    const seen = [...delta.dates, state?.firstSeen, state?.lastSeen].filter(date => typeof date === 'string').sort()
    const props = aggregateProps(type, delta.from, delta.to, {
      claimCount: (state?.claimCount ?? 0) + delta.count,
      directCount: (state?.directCount ?? 0) + delta.direct,
      firstSeen: seen[0] ?? null,
      lastSeen: seen.at(-1) ?? null,
    })
    if (state) updated.push({ pair, props })
    else created.push({ from: delta.from, to: delta.to, props })
  }
  await Promise.all([
    created.length > 0 ? transaction.run(cypher.CREATE_AGGREGATES[type], { rows: created }) : [],
    updated.length > 0 ? transaction.run(cypher.UPDATE_AGGREGATES[type], { rows: updated }) : [],
  ])
}

async function takeFrom(transaction: Transaction, type: AggregateType, deltas: readonly AggregateDelta[]): Promise<void> {
  if (deltas.length === 0) return
  const states = await statesOf(transaction, type, deltas)
  const ending = deltas.filter(delta => states.get(pairKey(delta.from, delta.to))?.claimCount === -delta.count)
  const gone = new Set(ending.map(({ from, to }) => pairKey(from, to)))
  const left = deltas.map(delta => ({ ...delta, pair: pairKey(delta.from, delta.to) })).filter(({ pair }) => !gone.has(pair))
  const seen = new Map((await transaction.run(DATES[type], { rows: left })).map(row => [row.pair, row]))
  const updated = left.flatMap(({ pair, from, to, count, direct }) => {
    const state = states.get(pair)
    if (!state) return []
    const sums = {
      claimCount: state.claimCount + count,
      directCount: state.directCount + direct,
      firstSeen: seen.get(pair)?.firstSeen ?? null,
      lastSeen: seen.get(pair)?.lastSeen ?? null,
    }
    return [{ pair, props: aggregateProps(type, from, to, sums) }]
  })
  await Promise.all([
    gone.size > 0 ? transaction.run(cypher.REMOVE_AGGREGATES[type], { pairs: [...gone] }) : [],
    updated.length > 0 ? transaction.run(cypher.UPDATE_AGGREGATES[type], { rows: updated }) : [],
  ])
}

async function statesOf(transaction: Transaction, type: AggregateType, deltas: readonly AggregateDelta[]) {
  const pairs = deltas.map(({ from, to }) => pairKey(from, to))
  return new Map((await transaction.run(cypher.READ_AGGREGATES[type], { pairs })).map(state => [state.pair, state]))
}
