/** The articles of a document as rows, with who wrote and who printed them and where each entity is named. */
import type { Evidence, RecordArticle } from '../../../model/extraction-record'
import type { Projection, Row } from './projection'

/** The row of an article; states who wrote it and who printed it. */
export function projectArticle(page: Projection, article: RecordArticle): Row {
  const id = page.idOfArticle(article.id)
  const resolved = page.resolved.articles.find(({ localId }) => localId === article.id)
  const outletId = article.outlet === null ? null : publishedBy(page, article, article.outlet, 'outlet')
  const publisherId = page.record.outlet === null ? null : publishedBy(page, article, page.record.outlet, 'publisher')
  page.edge('ARTICLE_OF', id, page.document)
  article.byline.forEach((name, ordinal) => {
    const person = page.record.people.find(({ name: own, aliases }) => own === name || aliases.includes(name))
    if (person) page.edge('WROTE', page.who(person.id, article.id), id, { ordinal, localId: person.id })
  })
  const bands = Object.fromEntries((resolved?.bands ?? []).map((band, index) => [`band${index + 1}`, band]))
  return {
    id,
    documentId: page.document,
    localId: article.id,
    ordinal: article.ordinal,
    title: article.title,
    subtitle: article.subtitle,
    byline: article.byline,
    outlet: article.outlet,
    kind: article.kind,
    publishedOn: article.publishedOn,
    day: article.publishedOn ?? '',
    publishedFrom: article.publishedBetween?.[0] ?? null,
    publishedTo: article.publishedBetween?.[1] ?? null,
    isBounded: article.publishedBetween !== null,
    first: article.first,
    last: article.last,
    text: article.text,
    runs: article.runs.flat(),
    signature: resolved?.signature ?? null,
    ...bands,
    outletId,
    publisherId,
    searchType: 'ARTICLE',
    counted: true,
  }
}

function publishedBy(page: Projection, article: RecordArticle, name: string, as: 'outlet' | 'publisher'): string | null {
  const body = page.record.organizations.find(({ name: own, aliases }) => own === name || aliases.includes(name))
  if (!body) return null
  const organization = page.who(body.id, article.id)
  page.edge('PUBLISHED_BY', page.idOfArticle(article.id), organization, { as, localId: body.id })
  return organization
}

/** States where each entity is named, an article at a time. */
export function projectMentions(page: Projection): void {
  for (const entity of [...page.record.people, ...page.record.organizations, ...page.record.regions, ...page.record.policies]) {
    const places = new Map<string, Evidence[]>()
    for (const mention of entity.mentions) places.set(mention.article, [...(places.get(mention.article) ?? []), mention])
    if ('articles' in entity) for (const article of entity.articles) if (!places.has(article)) places.set(article, [])
    for (const [article, evidence] of places) {
      const self = page.who(entity.id, article)
      page.edge('MENTIONED_IN', self, page.idOfArticle(article), {
        localId: entity.id,
        entityId: self,
        day: page.dayOf(article),
        count: evidence.length,
        ...page.placesOf(evidence),
      })
    }
  }
}
