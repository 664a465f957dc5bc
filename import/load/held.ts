/** Offices held, summed over the articles that say so. Pure. */
import type { Edge } from './edge'
import type { GraphRows } from './graph-rows'

/** A change of one sum: by how many articles, and their days. */
export interface HeldDelta {
  readonly pair: string
  readonly from: string
  readonly to: string
  readonly title: string
  readonly former: boolean
  readonly regionId: string | null
  readonly count: number
  /** Days, known ones only, sorted. */
  readonly days: readonly string[]
}

/** A sum as it stands. */
export interface HeldState {
  readonly pair: string
  readonly count: number
  readonly firstSeen: string | null
  readonly lastSeen: string | null
  readonly regionId: string | null
}

/** The key under which HELD and the HOLDS that it sums up are looked up. */
export function heldPair(person: string, place: string, title: string, former: boolean): string {
  return `${person}|${place}|${title}|${former ? 'former' : 'held'}`
}

export function sumHeld(holds: readonly Edge[]): readonly HeldDelta[] {
  const sums = new Map<string, HeldDelta>()
  for (const { from, to, props } of holds) {
    const { title, former, regionId, day } = props as { title: string; former: boolean; regionId: string | null; day: string }
    const pair = heldPair(from, to, title, former)
    const sum = sums.get(pair) ?? { pair, from, to, title, former, regionId, count: 0, days: [] }
    // Where articles name several regions for one office the smallest id is kept, so that order does not matter.
    const region = [sum.regionId, regionId].filter(id => id !== null).sort()[0] ?? null
    sums.set(pair, { ...sum, regionId: region, count: sum.count + 1, days: day === '' ? sum.days : [...sum.days, day].sort() })
  }
  return [...sums.values()]
}

/** Properties of HELD. */
export function heldProps({ pair, title, former, regionId, count, days }: HeldDelta): Readonly<Record<string, unknown>> {
  return { pair, title, former, regionId, count, firstSeen: days[0] ?? null, lastSeen: days.at(-1) ?? null }
}

/** The rows that add the changes to the sums that are there. */
export function addedHeld(
  deltas: readonly HeldDelta[],
  states: readonly HeldState[],
): Pick<GraphRows, 'newHeld' | 'changedHeld'> {
  const known = new Map(states.map(state => [state.pair, state]))
  const [newHeld, changedHeld] = [[] as unknown[], [] as unknown[]]
  for (const delta of deltas) {
    const state = known.get(delta.pair)
    if (!state) {
      newHeld.push(heldRow(delta))
      continue
    }
    const days = [...delta.days, state.firstSeen, state.lastSeen].filter(day => day !== null).sort()
    const regionId = [delta.regionId, state.regionId].filter(id => id !== null).sort()[0] ?? null
    changedHeld.push(heldRow({ ...delta, count: state.count + delta.count, days, regionId }))
  }
  return { newHeld, changedHeld }
}

export function heldRow(delta: HeldDelta): {
  readonly pair: string
  readonly from: string
  readonly to: string
  readonly props: Readonly<Record<string, unknown>>
} {
  return { pair: delta.pair, from: delta.from, to: delta.to, props: heldProps(delta) }
}
