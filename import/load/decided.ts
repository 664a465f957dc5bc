/** What decisions by hand mean for identity keys. Pure. */
import type { EntityType } from '../../model/vocabulary'
import type { Split } from './readings'

/** Kinds of decisions; `undo` takes another one back. */
export const DECISION_KINDS = ['merge', 'keep_apart', 'split', 'rename', 'undo'] as const
export type DecisionKind = (typeof DECISION_KINDS)[number]

/** What was decided, in identity keys and ids of articles, so that it outlives nodes. */
export type DecisionPayload =
  | {
      readonly kind: 'merge' | 'keep_apart'
      readonly type: EntityType
      readonly a: readonly string[]
      readonly b: readonly string[]
    }
  | { readonly kind: 'split'; readonly type: EntityType; readonly keys: readonly string[]; readonly articles: readonly string[] }
  | { readonly kind: 'rename'; readonly type: EntityType; readonly keys: readonly string[]; readonly name: string }
  | { readonly kind: 'undo'; readonly decision: string }

/** A decision as a record of its own: exported, imported, never rewritten. */
export interface DecisionRecord {
  readonly id: string
  readonly payload: DecisionPayload
  readonly reason: string
  readonly by: string
  /** ISO date and time. */
  readonly decidedAt: string
  /** Place in the order of decisions. */
  readonly ordinal: number
}

/** Two sets of keys that shall be one, or shall never be. */
interface Pair {
  readonly a: readonly string[]
  readonly b: readonly string[]
}

/** The decisions in force. */
export interface Decided {
  readonly merges: readonly Pair[]
  readonly apart: readonly Pair[]
  readonly splits: readonly Split[]
  readonly renames: readonly { readonly keys: ReadonlySet<string>; readonly name: string }[]
}

export const NOTHING_DECIDED: Decided = { merges: [], apart: [], splits: [], renames: [] }

/** Ids of the decisions that are taken back. An undo can be undone; the later record counts. */
export function undoneDecisions(records: readonly DecisionRecord[]): ReadonlySet<string> {
  const undone = new Set<string>()
  const sorted = [...records].sort(later)
  for (const { id, payload } of sorted) if (payload.kind === 'undo' && !undone.has(id)) undone.add(payload.decision)
  return undone
}

/** Latest first. */
function later(a: DecisionRecord, b: DecisionRecord): number {
  return b.ordinal - a.ordinal || (a.id < b.id ? -1 : 1)
}

/** What is in force of the records. Of several names for one key the latest stands. */
export function decidedBy(records: readonly DecisionRecord[]): Decided {
  const undone = undoneDecisions(records)
  const active = [...records].filter(({ id }) => !undone.has(id)).sort(later)
  const of = <K extends DecisionPayload['kind']>(kind: K) =>
    active.flatMap(({ id, payload }) =>
      payload.kind === kind ? [{ id, ...(payload as Extract<DecisionPayload, { kind: K }>) }] : [],
    )
  return {
    merges: of('merge'),
    apart: of('keep_apart'),
    splits: of('split').map(({ id, keys, articles }) => ({ id, keys: new Set(keys), articles: new Set(articles) })),
    renames: of('rename').map(({ keys, name }) => ({ keys: new Set(keys), name })),
  }
}

/** All keys that decisions speak of. */
export function keysOf({ merges, apart, splits, renames }: Decided): readonly string[] {
  return [
    ...new Set([
      ...[...merges, ...apart].flatMap(({ a, b }) => [...a, ...b]),
      ...[...splits, ...renames].flatMap(({ keys }) => [...keys]),
    ]),
  ]
}

/** The name that a decision gives to whoever bears one of the keys, or null. */
export function nameFor(keys: readonly string[], { renames }: Decided): string | null {
  return renames.find(rename => keys.some(key => rename.keys.has(key)))?.name ?? null
}
