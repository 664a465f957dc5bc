/** What the extract stage finds: attributed statements and figures, with places in the article's text. */
import type { ArticleSpan } from '../../model/span'
import type { ClaimMode, Qualifier } from '../../model/vocabulary'
import type { AnnotatedPage, Entity } from './annotations'

export interface Claim {
  readonly id: string
  /** Index in `page.articles`. */
  readonly article: number
  /** Entity id of the speaker, or null. */
  readonly speaker: string | null
  readonly spans: readonly ArticleSpan[]
  readonly mode: ClaimMode
  readonly verb: string | null
  /** The attribution phrase, speaker and verb. */
  readonly attribution: ArticleSpan | null
  readonly about: readonly string[]
  readonly rule: string
}

export interface Figure {
  readonly article: number
  readonly claim: string | null
  readonly span: ArticleSpan
  readonly metric: string
  readonly value: number
  readonly unit: string
  readonly subject: string | null
  readonly period: string | null
  readonly change: boolean
  readonly qualifier: Qualifier | null
  readonly rule: string
}

/**
 * A page with everything that is said in it. `entities` are those of the annotated page, with what only an attribution shows added
 * (the body for which an unnamed speaker stands).
 */
export interface ExtractedPage {
  readonly annotated: AnnotatedPage
  readonly entities: readonly Entity[]
  readonly claims: readonly Claim[]
  readonly figures: readonly Figure[]
}
