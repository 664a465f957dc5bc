/** Places in texts. All offsets are UTF-16 code units, `end` exclusive. */

declare const where: unique symbol

/** A place in the text of one article, as the API shows it. */
export interface ArticleSpan {
  readonly start: number
  readonly end: number
  readonly [where]?: 'article'
}

/** A place in the original text of a document, as it was read. */
export interface SourceSpan {
  readonly start: number
  readonly end: number
  readonly [where]?: 'source'
}

/**
 * A run of an article's text that stands in the source: `length` characters at `at` in the article, one for one at `source` in the document, unchanged but
 * for the width of a character and the shape of a quotation mark. What cleaning put in its own place (a join, 和 for ` and `) lies in no run.
 */
export type Run = readonly [at: number, source: number, length: number]

/**
 * The place in the source that a span of the article came from: from the first to the last of its characters that stand there.
 * Null where none does. Runs are ordered by their place in the article.
 */
export function toSource(runs: readonly Run[], span: ArticleSpan): SourceSpan | null {
  let start = -1
  let end = -1
  for (let i = firstRunAfter(runs, span.start); i < runs.length; i++) {
    const [at, source, length] = runs[i] as Run
    if (at >= span.end) break
    const from = Math.max(at, span.start)
    const to = Math.min(at + length, span.end)
    if (start < 0) start = source + from - at
    end = source + to - at
  }
  return start < 0 ? null : { start, end }
}

/** The index of the first run that ends after the offset. */
export function firstRunAfter(runs: readonly Run[], offset: number): number {
  let low = 0
  let high = runs.length
  while (low < high) {
    const mid = (low + high) >> 1
    const run = runs[mid] as Run
    if (run[0] + run[2] <= offset) low = mid + 1
    else high = mid
  }
  return low
}
