/** Which figures of one metric and subject are held side by side. Pure. */
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
