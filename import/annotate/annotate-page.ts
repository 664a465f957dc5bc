/** The annotate stage: everything named on a page. */
import type { AnnotatedPage } from '../values/annotations'
import type { SegmentedPage } from '../values/document'

/** Finds nothing yet. */
export function annotatePage(page: SegmentedPage): AnnotatedPage {
  return { page, entities: [], mentions: [], positions: [] }
}
