/** Which figures of one metric and subject are held side by side. Pure. */
import { Float } from '../../database/values'
import type { GraphRows } from './graph-rows'
import type { ComparableFigure, Rules } from './rules'

/**
 * How far apart, in the order of print, two figures of one group may stand to be compared. It bounds what a new figure costs, and it is a
 * property of the set, not of the order of loading: a count that two thousand articles print is not compared two million times.
 */
export const COMPARISON_REACH = 12

/** A figure with its place in its group. */
export interface GroupedFigure extends ComparableFigure {
  readonly id: string
  readonly articleId: string
  readonly metric: string
  readonly subjectId: string
  /** Figures with the same text up to the place are a group; the rest orders it. */
  readonly comparisonKey: string
  /** False in printings that do not lead. */
  readonly counted: boolean
}

export interface Comparison {
  readonly from: string
  readonly to: string
  readonly props: { readonly verdict: string; readonly metric: string; readonly subjectId: string; readonly why: string }
}

const PLACE = '\u0001'

/** The group and the place in it; null for what has no subject and is compared with nothing. */
export function comparisonKey(figure: {
  readonly id: string
  readonly subjectId: string | null
  readonly metricKey: string
  readonly unitKey: string
  readonly change: boolean
  readonly publishedOn: string | null
}): string | null {
  if (figure.subjectId === null) return null
  const group = [figure.subjectId, figure.metricKey, figure.unitKey, figure.change ? 'change' : 'level'].join('|')
  return `${group}${PLACE}${figure.publishedOn ?? '9999'}|${figure.id}`
}

/** The part of a comparison key that all figures of the group share. */
export function groupOf(key: string): string {
  return key.slice(0, key.indexOf(PLACE) + 1)
}

/** The first text after all keys of a group. */
export function endOf(group: string): string {
  return `${group.slice(0, -1)}\u0002`
}

/** The place of a figure in its group, and the group from its beginning to its end. */
export interface FigurePlace {
  readonly at: string
  readonly from: string
  readonly to: string
}

/** A figure of the graph with the ids of those that it is compared with. */
export interface NeighbourFigure {
  readonly figure: GroupedFigure
  readonly compared: readonly string[]
}

/** What has to be asked of the graph to compare anew around the places (comparison keys) where figures come or go. */
export function askedNeighbours(keys: readonly string[]): { readonly places: readonly FigurePlace[]; readonly reach: number } {
  const groups = byGroup(keys, key => key)
  const places = [...groups].flatMap(([group, inGroup]) => inGroup.map(at => ({ at, from: group, to: endOf(group) })))
  // Every figure that comes moves the others one place, so the neighbourhood is read wider by their number.
  const reach = COMPARISON_REACH + Math.max(0, ...[...groups.values()].map(({ length }) => length)) + 1
  return { places, reach }
}

/** The comparisons around the places that are there and should not be, and that should be and are not. */
export function comparedAround(
  keys: readonly string[],
  neighbours: readonly NeighbourFigure[],
  rules: Rules,
): Pick<GraphRows, 'uncompared' | 'compared'> {
  const { reach } = askedNeighbours(keys)
  const places = byGroup(keys, key => key)
  const [uncompared, compared] = [new Map<string, unknown>(), new Map<string, unknown>()]
  for (const [group, members] of byGroup(neighbours, ({ figure }) => figure.comparisonKey)) {
    for (const run of runsOf(members, places.get(group) ?? [], reach)) {
      const wanted = compareNeighbours(
        run.map(({ figure }) => figure),
        rules,
      )
      const inRun = new Set(run.map(({ figure }) => figure.id))
      const has = new Set(run.flatMap(one => one.compared.map(other => `${one.figure.id} ${other}`)))
      const wants = new Set(wanted.map(({ from, to }) => `${from} ${to}`))
      for (const one of run)
        for (const to of one.compared) {
          const pair = `${one.figure.id} ${to}`
          if (inRun.has(to) && !wants.has(pair)) uncompared.set(pair, { from: one.figure.id, to })
        }
      for (const comparison of wanted) {
        const pair = `${comparison.from} ${comparison.to}`
        if (!has.has(pair)) compared.set(pair, comparison)
      }
    }
  }
  return { uncompared: [...uncompared.values()], compared: [...compared.values()] }
}

/** The neighbourhood of each place, as runs without gaps: figures that were read for another place of the group may lie far away. */
function runsOf(
  members: readonly NeighbourFigure[],
  places: readonly string[],
  reach: number,
): readonly (readonly NeighbourFigure[])[] {
  const sorted = [...members].sort((a, b) => (a.figure.comparisonKey < b.figure.comparisonKey ? -1 : 1))
  return places.map(place => {
    const after = sorted.findIndex(({ figure }) => figure.comparisonKey >= place)
    const middle = after < 0 ? sorted.length : after
    return sorted.slice(Math.max(0, middle - reach), middle + reach)
  })
}

function byGroup<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groupOf(keyOf(item))
    const known = groups.get(group)
    if (known) known.push(item)
    else groups.set(group, [item])
  }
  return groups
}

/** A row of project/figures.ts as comparing wants it; nothing where it is compared with nothing. */
export function groupedFigure(row: Readonly<Record<string, unknown>>): readonly GroupedFigure[] {
  if (typeof row.comparisonKey !== 'string') return []
  const { id, articleId, metric, subjectId, comparisonKey, counted, qualifier, change, unitKey, periodFrom, periodTo } = row
  const value = row.value instanceof Float ? row.value.value : row.value
  const figure = {
    id,
    articleId,
    metric,
    subjectId,
    comparisonKey,
    counted,
    value,
    qualifier,
    change,
    unitKey,
    periodFrom,
    periodTo,
  }
  // What project/figures.ts wrote, as it wrote it.
  return [figure as GroupedFigure]
}

/** All comparisons within a run of neighbouring figures of one group, in the order of their keys. */
export function compareNeighbours(figures: readonly GroupedFigure[], rules: Rules): readonly Comparison[] {
  const counted = figures.filter(figure => figure.counted)
  return counted.flatMap((a, index) =>
    counted.slice(index + 1, index + 1 + COMPARISON_REACH).flatMap((b): Comparison[] => {
      if (a.articleId === b.articleId) return []
      const judged = rules.compareFigures(a, b)
      if (judged === null) return []
      return [
        { from: a.id, to: b.id, props: { verdict: judged.verdict, metric: a.metric, subjectId: a.subjectId, why: judged.why } },
      ]
    }),
  )
}
