/** The outline of a page: which of its lines are headline and body of each article, and what the others are. */
import type { Line } from '../values/document'
import { readDateline } from './dateline'
import { bylineOf } from './line-byline'
import type { LineLabel } from './line-labels'

/** The numbers of the first and of the last line. */
export type LineSpan = readonly [first: number, last: number]

export interface OutlinedArticle {
  /** Null where it has none, or where it stands in the first line of the body. */
  readonly title: LineSpan | null
  readonly body: LineSpan
}

/** A heading within a body is no longer than this. */
const SECTION = 30
/** As many headings above a headline belong to it. */
const ABOVE = 4

/** What each line is on a page of these articles, in reading order. What belongs to none of them is told by its own look. */
export function labelsOf(lines: readonly Line[], articles: readonly OutlinedArticle[]): LineLabel[] {
  const labels = lines.map((): LineLabel => 'apart')
  for (const { title, body } of articles) {
    const [from, to] = body
    labels[from] = 'first'
    for (let i = from + 1; i <= to; i++) labels[i] = within(lines, i, to)
    if (title) for (let i = title[0]; i <= title[1]; i++) labels[i] = i === title[0] ? 'title' : 'title-more'
  }
  for (const [i, line] of lines.entries()) {
    if (labels[i] !== 'apart') continue
    if (line.kind === 'caption') labels[i] = 'caption'
    else if (isByline(line)) labels[i] = 'byline'
  }
  for (const { title, body } of articles) {
    if (!title) continue
    for (let i = title[1] + 1; i < body[0]; i++) if (isHeading(labels[i], lines[i])) labels[i] = 'heading'
    for (let i = title[0] - 1; i >= title[0] - ABOVE && isHeading(labels[i], lines[i]); i--) {
      labels[i] = 'heading'
      if (lines[i]?.gap) break
    }
  }
  return labels
}

function within(lines: readonly Line[], i: number, to: number): LineLabel {
  const { text, kind } = lines[i] as Line
  if (kind === 'caption') return 'caption'
  const next = lines[i + 1]
  if (kind !== 'headline' || i === to || !next) return 'body'
  const isShort = text.length <= SECTION && !/[。，；]|[！？”]$/u.test(text)
  const isAfterEnd = /[。！？”：）)]$/u.test((lines[i - 1] as Line).text)
  return isShort && isAfterEnd && (next.indent >= 2 || next.text.length > text.length * 1.2) ? 'section' : 'body'
}

function isHeading(label: LineLabel | undefined, line: Line | undefined): boolean {
  return label === 'apart' && line?.kind === 'headline'
}

function isByline(line: Line): boolean {
  if (line.kind === 'furniture' || line.text.length > 120) return false
  return bylineOf(line) !== null || (WHOLE.test(line.text) && readDateline(line.text)?.end === line.text.length)
}

/** A line that is nothing but a dateline ends so. */
const WHOLE = /(?:[讯訊电電]|消息|[）)】])$/u

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
