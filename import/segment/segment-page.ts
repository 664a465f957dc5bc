/** The segment stage: a cleaned page cut into its articles, in reading order. */
import type { RecordWarning } from '../../model/extraction-record'
import type { CleanPage, SegmentedPage } from '../values/document'
import { cutPaper } from './cut-paper'
import { cutWeb } from './cut-web'
import { readBounds } from './dates'
import { type Draft, finish } from './draft'
import { pageDate, pageOutlet } from './masthead'

/** Cuts the page into its articles. A page of one article is one. */
export function segmentPage(page: CleanPage): SegmentedPage {
  const { document } = page
  const { drafts: found, furniture, title } = page.layout === 'web' ? cutWeb(page) : cutPaper(page)
  const drafts = document.meta.title === undefined ? found : asOne(found)
  const outlet = pageOutlet(page, furniture, title) ?? document.meta.publisher ?? null
  const publishedOn = pageDate(page, furniture) ?? document.meta.publishedOn ?? null
  const articles = drafts
    .filter(draft => draft.body.length > 0)
    .map((draft, i) => finish(draft, i, outlet, document.text))
    .map(article => ({ ...article, publishedOn, publishedBetween: publishedOn === null ? readBounds(article.text) : null }))
  const warnings: RecordWarning[] = []
  if (articles.length === 0) warnings.push({ code: 'NO_ARTICLE', message: 'No article was found on this page.', line: null })
  return { document, publishedOn, outlet, articles, furniture, warnings }
}

/** Where the source itself says that it holds one article under one title, what looked like several is one. */
function asOne(drafts: readonly Draft[]): readonly Draft[] {
  const [first, ...others] = drafts
  if (!first) return drafts
  for (const other of others) {
    for (const paragraph of [...other.headings, ...other.body]) first.body.push(paragraph)
    for (const byline of other.bylines) first.bylines.push(byline)
    for (const caption of other.captions) first.captions.push(caption)
    first.bullets += other.bullets
  }
  return [first]
}
