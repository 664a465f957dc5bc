/**
 * Numbers in a row that share a word: `产量、产值分别增长12%和15.3%` says each of two things of one before, and both are changes.
 */
import { type ArticleView, mentionsIn } from '../article-view'
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
  if (named.length === length) return withShared(named)
  return stated.length >= length ? stated.slice(-length) : null
}

/** 甲、乙、丙产业链营业收入: what the last part ends with is measured of all. The head of the last part is taken to be as long as the longest of the others. */
function withShared(parts: readonly string[]): readonly string[] {
  const last = parts.at(-1) as string
  const others = parts.slice(0, -1).map(part => part.replace(/^(?:其中|全[省市县区州国]|今年|去年)/, ''))
  const head = Math.max(...others.map(part => part.length))
  if (last.length < head + SHORTEST_SHARED || others.some(part => MEASURED.test(part)) || !MEASURED.test(last)) return parts
  const shared = last.slice(head)
  return [...others.map(part => part + shared), last]
}

const SHORTEST_SHARED = 3
const MEASURED = /(?:[额率量值数比价]|收入|面积|投资|里程|利润|人次|规模)$/

/**
 * The regions or bodies of the row that begins with `candidates[index]` where its clause says 分别 and its sentence enumerates as many of them
 * (`甲市、乙市数量居前两位，分别为15家和12家`), or null.
 */
export function respectiveSubjects(view: ArticleView, candidates: readonly Candidate[], index: number): readonly string[] | null {
  const first = candidates[index] as Candidate
  if (!view.plain.slice(first.clauseStart, first.start).includes('分别')) return null
  let length = 1
  while (followsInRow(view, candidates[index + length - 1], candidates[index + length])) length++
  if (length < 2) return null
  const row: string[] = []
  let end = -1
  for (const mention of mentionsIn(view.mentions, first.sentenceStart, first.start)) {
    const { type } = view.entityOf(mention)
    if (type !== 'region' && type !== 'organization') continue
    if (end < 0 || !/^(?:、|和|与|及)$/.test(view.plain.slice(end, mention.span.start))) {
      if (row.length === length) break
      row.length = 0
      // 对甲国、乙国分别出口…: to whom, and not who.
      if (/[对向从自给为比较往到]/.test(view.plain[mention.span.start - 1] ?? '')) return null
    }
    row.push(mention.entity)
    end = mention.span.end
  }
  return row.length === length ? row : null
}
