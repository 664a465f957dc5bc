/**
 * Numbers in a row that share a word: `产量、产值分别增长12%和15.3%` says each of two things of one before, and both are changes.
 */
import type { ArticleView } from '../article-view'
import type { Candidate } from './candidate'

const BETWEEN = /^(?:和|、|及|与|以及|，|,|\s)+$/

/** True where nothing but 和 or 、 stands between a number and the one before. */
export function followsInRow(view: ArticleView, before: Candidate | undefined, candidate: Candidate | undefined): boolean {
  if (!before || !candidate || candidate.start - before.end > 3) return false
  if (/^或者?$/.test(view.plain.slice(before.end, candidate.start))) return true
  if (before.kind !== candidate.kind) return false
  return BETWEEN.test(view.plain.slice(before.end, candidate.start))
}

/**
 * The metrics of the row that begins with `candidates[index]` where its clause says 分别: the last ones that the sentence has stated, or the parts
 * of an enumeration right before. Null where there are not as many as numbers.
 */
export function respectiveMetrics(
  view: ArticleView,
  candidates: readonly Candidate[],
  index: number,
  stated: readonly string[],
): readonly string[] | null {
  const first = candidates[index] as Candidate
  const clause = view.plain.slice(first.clauseStart, first.start)
  const at = clause.lastIndexOf('分别')
  if (at < 0) return null
  let length = 1
  while (followsInRow(view, candidates[index + length - 1], candidates[index + length])) length++
  if (length < 2) return null
  const named = clause
    .slice(0, at)
    .split(/[、和及与]/)
    .map(part => part.trim())
    .filter(part => part.length >= 2)
  if (named.length === length) return named
  return stated.length >= length ? stated.slice(-length) : null
}
