/** The segment stage: a cleaned page cut into its articles, in reading order. */
import type { RecordWarning } from '../../model/extraction-record'
import type { CleanPage, SegmentedPage } from '../values/document'
import { cutPaper } from './cut-paper'
import { cutWeb } from './cut-web'
import { readBounds } from './dates'
import { finish } from './draft'
import { pageDate, pageOutlet } from './masthead'

/** Cuts the page into its articles. A page of one article is one. */
export function segmentPage(page: CleanPage): SegmentedPage {
  const { document } = page
  const { drafts, furniture, title } = page.layout === 'web' ? cutWeb(page) : cutPaper(page)
  const outlet = pageOutlet(page, furniture, title) ?? document.meta.publisher ?? null
  const publishedOn = document.meta.publishedOn ?? pageDate(page, furniture)
  const articles = drafts
    .filter(draft => draft.body.length > 0)
    .map((draft, i) => finish(draft, i, outlet, document.text))
    .map(article => ({ ...article, publishedOn, publishedBetween: publishedOn === null ? readBounds(article.text) : null }))
  const warnings: RecordWarning[] = []
  if (articles.length === 0) warnings.push({ code: 'NO_ARTICLE', message: 'No article was found on this page.', line: null })
  return { document, publishedOn, outlet, articles, furniture, warnings }
}
