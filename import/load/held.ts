/** Offices held, summed over the articles that say so. Pure. */
import type { Edge } from './edge'

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
