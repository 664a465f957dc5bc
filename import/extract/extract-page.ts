/** Finds what is said on a page: attributed statements and figures. */

import { gather } from '../gather'
import type { AnnotatedPage } from '../values/annotations'
import type { ExtractedPage } from '../values/statements'
import { viewArticles } from './article-view'
import { findClaims } from './claims/find-claims'
import { unnamedBodies } from './claims/unnamed-bodies'
import { findFigures } from './figures/find-figures'

/**
 * The page with its claims and figures in reading order; claim ids are `c1`, `c2` … over the whole page.
 * Bodies that only an attribution names are added to the entities, with ids `x1`, `x2` … and their mentions.
 */
export function extractPage(annotated: AnnotatedPage): ExtractedPage {
  let count = 0
  const nextId = (): string => `c${++count}`
  const bodies = unnamedBodies()
  const views = viewArticles(annotated)
  const claims = gather(views, view => findClaims(view, nextId, bodies))
  const entities = [...annotated.entities, ...bodies.entities]
  const complete = { ...annotated, entities, mentions: [...annotated.mentions, ...bodies.mentions] }
  const figures = gather(bodies.entities.length === 0 ? views : viewArticles(complete), view => findFigures(view, claims))
  return { annotated: complete, entities, claims, figures }
}
