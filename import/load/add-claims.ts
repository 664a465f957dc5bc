/** Keeps the sums over claims: SPEAKS_ON, SPEAKS_IN, SPOKEN_OF_IN. */
import type { Transaction } from '../../database/connection'
import { AGGREGATES, type AggregateDelta, type AggregateType, type ClaimFacts, pairKey, rankOf, sumClaims } from './aggregates'
import * as cypher from './statements'

/** Adds claims to the sums; with `only`, to those that one of these entities is an end of. */
export async function addClaims(
  transaction: Transaction,
  claims: readonly ClaimFacts[],
  { only }: { readonly only?: ReadonlySet<string> } = {},
): Promise<void> {
  const all = [...sumClaims(claims, 1).aggregates.values()]
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
}

async function addTo(transaction: Transaction, type: AggregateType, deltas: readonly AggregateDelta[]): Promise<void> {
  if (deltas.length === 0) return
  const pairs = deltas.map(({ from, to }) => pairKey(from, to))
  const states = new Map((await transaction.run(cypher.READ_AGGREGATES[type], { pairs })).map(state => [state.pair, state]))
  const created: unknown[] = []
  const updated: unknown[] = []
  for (const delta of deltas) {
    const pair = pairKey(delta.from, delta.to)
    const state = states.get(pair)
    const dates = [...delta.dates, state?.firstSeen, state?.lastSeen].filter(date => typeof date === 'string').sort()
    const sums = {
      claimCount: (state?.claimCount ?? 0) + delta.count,
      directCount: (state?.directCount ?? 0) + delta.direct,
      firstSeen: dates[0] ?? null,
      lastSeen: dates.at(-1) ?? null,
    }
    const props = { ...sums, ...propsOf(type, delta.from, delta.to, sums.claimCount), direct: sums.directCount > 0 }
    if (state) updated.push({ pair, props })
    else created.push({ from: delta.from, to: delta.to, props: { pair, ...props } })
  }
  await Promise.all([
    created.length > 0 ? transaction.run(cypher.CREATE_AGGREGATES[type], { rows: created }) : [],
    updated.length > 0 ? transaction.run(cypher.UPDATE_AGGREGATES[type], { rows: updated }) : [],
  ])
}

/** What pages of a policy's or a region's speakers are looked up by. */
export function propsOf(type: AggregateType, from: string, to: string, count: number): Readonly<Record<string, string>> {
  return { [type === 'SPEAKS_ON' ? 'policyId' : 'regionId']: to, rank: rankOf(to, count, from) }
}
