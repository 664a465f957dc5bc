/** The outline of a page: which of its lines are headline and body of each article, and what the others are. */
import type { Line } from '../values/document'
import { RULED_AS } from './line-features'
import type { LineLabel } from './line-labels'

/** The numbers of the first and of the last line. */
export type LineSpan = readonly [first: number, last: number]

export interface OutlinedArticle {
  /** Null where it has none, or where it stands in the first line of the body. */
  readonly title: LineSpan | null
  readonly body: LineSpan
}

/** An article as the rules cut it. */
export interface RuledArticle extends OutlinedArticle {
  /** Whether the headline stands in the first line of the body. */
  readonly isItem: boolean
  /** The lines of other headings, of bylines and captions. */
  readonly headings: readonly LineSpan[]
  readonly bylines: readonly LineSpan[]
  readonly captions: readonly LineSpan[]
}

/**
 * What the rules take each line for, by the number of its label: as a label, and as a feature of `line-features`, which knows the first line of a text with the
 * headline in it besides.
 */
export function ruledLabels(
  lines: readonly Line[],
  articles: readonly RuledArticle[],
): { readonly taken: Uint8Array; readonly features: Uint8Array } {
  const features = new Uint8Array(lines.length)
  for (const { body } of articles) features.fill(RULED_AS.body, body[0], body[1] + 1)
  for (const { body, isItem } of articles) features[body[0]] = isItem ? RULED_AS.item : RULED_AS.first
  const mark = (spans: readonly LineSpan[], label: number, isWithin: boolean) => {
    for (const [from, to] of spans)
      for (let i = from; i <= to; i++) if (features[i] === 0 || (isWithin && features[i] === RULED_AS.body)) features[i] = label
  }
  for (const { title, headings, bylines, captions } of articles) {
    const isAbove = (span: LineSpan) => title !== null && span[1] < title[0]
    mark(headings.filter(isAbove), RULED_AS.kicker, false)
    mark(headings, RULED_AS.heading, false)
    mark(bylines, RULED_AS.byline, true)
    mark(captions, RULED_AS.caption, true)
  }
  for (const { title } of articles) {
    if (!title) continue
    features.fill(RULED_AS.titleMore, title[0], title[1] + 1)
    features[title[0]] = RULED_AS.title
  }
  return { features, taken: features.map(label => (label === RULED_AS.item ? RULED_AS.first : label)) }
}

/** The articles that the labels outline. A body that has no beginning goes on the one above. */
export function articlesOf(labels: readonly LineLabel[]): OutlinedArticle[] {
  const found: { title: LineSpan | null; body: [number, number] }[] = []
  let title: [number, number] | null = null
  for (const [i, label] of labels.entries()) {
    if (label === 'title') title = [i, i]
    else if (label === 'title-more' && title) title[1] = i
    else if (label === 'first' || (label === 'body' && (title || found.length === 0))) {
      found.push({ title, body: [i, i] })
      title = null
    } else if (label === 'body') (found.at(-1) as (typeof found)[number]).body[1] = i
  }
  return found
}
