/** The segment stage: a cleaned page cut into its articles, in reading order. */
import type { RecordWarning } from '../../model/extraction-record'
import type { MappedText } from '../../model/mapped-text'
import type { Article, Block, CleanPage, SegmentedPage } from '../values/document'
import { linesOf, warning } from '../warnings'
import { cutPaper } from './cut-paper'
import { cutSaved } from './cut-web'
import { readBounds } from './dates'
import { type Draft, finish } from './draft'
import { pageDate, pageOutlet } from './masthead'
import { withSecondOpinion } from './second-opinion'

/** Cuts the page into its articles. A page of one article is one. */
export function segmentPage(page: CleanPage): SegmentedPage {
  const { document } = page
  const { drafts: cut, furniture: around, title, isMarked } = page.layout === 'paper' ? cutPaper(page) : cutSaved(page)
  const found = cut.filter(draft => draft.body.length > 0)
  const apart = [...around, ...cut.filter(draft => draft.body.length === 0).flatMap(linesOfDraft)]
  const { drafts, furniture } =
    document.meta.title === undefined
      ? withSecondOpinion(page, { drafts: found, furniture: apart, isMarked })
      : { drafts: asOne(found), furniture: apart }
  const outlet = pageOutlet(page, furniture, title) ?? document.meta.publisher ?? null
  // a date line that the second look put into an article is still the page's
  const publishedOn = pageDate(page, furniture) ?? pageDate(page, apart) ?? document.meta.publishedOn ?? null
  const articles = drafts
    .map((draft, i) => finish(draft, i, outlet, document.text))
    .map(article => ({ ...article, publishedOn, publishedBetween: publishedOn === null ? readBounds(article.text) : null }))
  const warnings = doubts(page, articles)
  return { document, publishedOn, outlet, articles, furniture, warnings }
}

/** What may be wrong with the page: no article, an article without a headline, characters that are lost, text that stands on another page. */
function doubts({ document, blocks }: CleanPage, articles: readonly Article[]): readonly RecordWarning[] {
  const { text } = document
  const found: RecordWarning[] = []
  const lineOf = linesOf(text)
  if (articles.length === 0) found.push(warning('NO_ARTICLE', 'No article was found on this page.'))
  for (const article of articles) {
    const at = article.runs[0]?.[1]
    if (article.title === '')
      found.push(warning('NO_TITLE', `Article ${article.id} has no headline.`, at === undefined ? null : lineOf(at)))
  }
  const lost = text.indexOf('\ufffd')
  if (lost >= 0) found.push(warning('LOST_CHARACTERS', 'Some characters could not be read from the file.', lineOf(lost)))
  for (const block of blocks) {
    if (block.kind === 'continuation' && /[转上接轉]/u.test(block.text))
      found.push(
        warning('CONTINUES_ELSEWHERE', `An article goes on or begins on another page: ${block.text}`, lineOf(block.source.start)),
      )
  }
  return found
}

/** The lines of a draft to which no text came. */
function linesOfDraft({ headings, bylines, captions, abstract }: Draft): readonly Block[] {
  const others = [...bylines.map(({ block }) => block), ...(abstract ? [abstract] : [])]
  return [...headings, ...others.map(asFurniture), ...captions]
}

function asFurniture(text: MappedText): Block {
  const first = text.runs[0]
  const last = text.runs.at(-1)
  return { ...text, kind: 'furniture', source: { start: first?.[1] ?? 0, end: last ? last[1] + last[2] : 0 } }
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
