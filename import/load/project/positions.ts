/** Who holds which title where, as relationships. */
import { DocumentError } from '../../../model/errors'
import type { Evidence, RecordPosition } from '../../../model/extraction-record'
import { heldPair } from '../held'
import type { Projection } from './projection'

/** States a position, once for each article that gives it. Throws a DocumentError where the document has no article to put it in. */
export function projectPosition(page: Projection, position: RecordPosition, ordinal: number): void {
  const byArticle = new Map<string | null, Evidence[]>()
  for (const piece of position.evidence) byArticle.set(piece.article, [...(byArticle.get(piece.article) ?? []), piece])
  if (byArticle.size === 0) byArticle.set(null, [])
  for (const [article, pieces] of byArticle) {
    const person = page.who(position.person, article)
    const props = {
      ordinal,
      title: position.title,
      former: position.former,
      document: page.document,
      fromLocalId: position.person,
      organizationLocalId: position.organization,
      regionLocalId: position.region,
      ...page.evidence(pieces),
    }
    const at = position.organization ?? position.region
    if (at === null) page.edge('HOLDS_TITLE', person, page.idOfArticle(article ?? articleOf(page, position.person)), props)
    else {
      const regionId = position.region === null ? null : page.who(position.region, article)
      const place = page.who(at, article)
      const pair = heldPair(person, place, position.title, position.former)
      page.edge('HOLDS', person, place, { ...props, regionId, pair, day: article === null ? '' : page.dayOf(article) })
    }
  }
}

/** The article that a person stands in first; a title without a place is put there. */
function articleOf(page: Projection, person: string): string {
  const listed = page.record.people.find(({ id }) => id === person)?.articles[0] ?? page.record.articles[0]?.id
  if (listed === undefined) throw new DocumentError(page.record.document, 'a position stands in a document without articles')
  return listed
}
