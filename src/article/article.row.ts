/** Articles and places in them, as statements return them. */
import type { ArticleKind } from '../../model/vocabulary'
import type { OrganizationRow } from '../entity/entity.row'
import { type Fields, type Properties, projection } from '../relay/fields'

export interface ArticleRow {
  readonly id: string
  readonly title: string
  readonly subtitle: string | null
  readonly kind: ArticleKind
  readonly ordinal: number
  readonly publishedOn: string | null
  readonly publishedFrom: string | null
  readonly publishedTo: string | null
  readonly outletId: string | null
  readonly publisherId: string | null
  /** The agency or paper of the byline, where the statement that gave the article was asked for it. */
  readonly outlet?: OrganizationRow | null
}

/** The map that a statement returns for an article variable; the text is left out, it is asked for where it is wanted. */
export const articleMap = (variable: string, more = '', fields: Fields = null): string =>
  `${variable} {${projection(PROPERTIES, fields)}${more}}`

const PROPERTIES: Properties = {
  title: ['title'],
  subtitle: ['subtitle'],
  kind: ['kind'],
  ordinal: ['ordinal'],
  publishedOn: ['publishedOn', 'publishedBetween'],
  publishedFrom: ['publishedBetween'],
  publishedTo: ['publishedBetween'],
  outletId: ['outlet'],
  publisherId: ['publisher'],
}

/** A place in an article with the words that stand there. */
export interface EvidenceRow {
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly article: ArticleRow
}

/** The words at an index of parallel lists of starts and ends, as an expression over an article's text. Cypher counts in UTF-16 code units as we do. */
export const quoteAt = (article: string, starts: string, ends: string, index: string): string =>
  `substring(${article}.text, ${starts}[${index}], ${ends}[${index}] - ${starts}[${index}])`

/** The list of evidence that a relationship carries, as an expression: only places in the body, since only those stand in the article's text. */
export const evidenceList = (relationship: string, article: string): string =>
  `[i IN range(0, size(${relationship}.starts) - 1) WHERE coalesce(${relationship}.places[i], -1) = -1 | {start: ${relationship}.starts[i], end: ${relationship}.ends[i], quote: ${quoteAt(article, `${relationship}.starts`, `${relationship}.ends`, 'i')}}]`
