/** Finds what is said on a page: attributed statements and figures. */
import type { AnnotatedPage } from '../values/annotations'
import type { ExtractedPage } from '../values/statements'
import { viewArticles } from './article-view'
import { findClaims } from './claims/find-claims'
import { findFigures } from './figures/find-figures'

/** The page with its claims and figures in reading order; claim ids are `c1`, `c2` … over the whole page. */
export function extractPage(annotated: AnnotatedPage): ExtractedPage {
  let count = 0
  const nextId = (): string => `c${++count}`
  const views = viewArticles(annotated)
  const claims = views.flatMap(view => findClaims(view, nextId))
  const figures = views.flatMap(view => findFigures(view, claims))
  return { annotated, entities: annotated.entities, claims, figures }
}
