/** The statements of a document as rows, with who made them in which office, and what they are about. */
import type { RecordArticle, RecordClaim, RecordPosition } from '../../../model/extraction-record'
import { idOf } from '../../../model/ids'
import { pairKey } from '../aggregates'
import type { Projection, Row } from './projection'

/** The row of the statement with this ordinal; states its speaker and what it is about. */
export function projectClaim(page: Projection, claim: RecordClaim, ordinal: number): Row {
  const article = page.articles.get(claim.article) as RecordArticle
  const id = idOf('Claim', page.document, claim.id)
  const articleNode = page.idOfArticle(claim.article)
  const speakerPerson = page.record.people.find(({ id: person }) => person === claim.speaker)
  const speakerBody = page.record.organizations.find(({ id: body }) => body === claim.speaker)
  const speakerId = claim.speaker === null ? null : page.who(claim.speaker, claim.article)
  if (speakerId !== null && claim.speaker !== null) {
    const office = speakerPerson ? officeAt(page, speakerPerson.id, claim) : null
    const at = speakerPerson ? (office?.organization ?? null) : (speakerBody?.id ?? null)
    page.edge('MADE', speakerId, id, {
      localId: claim.speaker,
      speakerId,
      day: page.dayOf(claim.article),
      title: office?.title ?? null,
      organizationId: office?.organization ? page.who(office.organization, claim.article) : null,
      regionId: (office?.region ? page.regionOf(office.region, claim.article) : null) ?? page.regionOf(at, claim.article),
    })
  }
  page.edge('STATED_IN', id, articleNode)
  claim.about.forEach((localId, place) => {
    const thingId = page.who(localId, claim.article)
    const pair = speakerId === null ? null : pairKey(speakerId, thingId)
    page.edge('ABOUT', id, thingId, { ordinal: place, localId, thingId, pair, day: page.dayOf(claim.article) })
  })
  const attribution = claim.attribution
  const places = page.placesOf(claim.evidence)
  return {
    id,
    localId: claim.id,
    ordinal,
    articleId: articleNode,
    spans: claim.spans,
    text: claim.spans.join('……'),
    mode: claim.mode,
    verb: claim.verb,
    ...places,
    attributionStart: attribution?.start ?? null,
    attributionEnd: attribution?.end ?? null,
    attributionSources: attribution ? (page.placesOf([attribution]).sources ?? null) : null,
    publishedOn: article.publishedOn,
    day: article.publishedOn ?? '',
    speakerId,
    speakerRole: speakerPerson?.role ?? null,
    speakerKind: speakerBody?.kind ?? null,
    hasFigures: page.record.figures.some(figure => figure.claim === claim.id),
    counted: true,
    searchType: 'CLAIM',
  }
}

/** The office in which a person speaks: one that the same article gives, the nearest before the statement; never a former one. */
function officeAt(page: Projection, person: string, claim: RecordClaim): RecordPosition | null {
  const at = claim.attribution?.start ?? claim.evidence[0]?.start ?? 0
  let best: { readonly position: RecordPosition; readonly distance: number } | null = null
  for (const position of page.record.positions) {
    if (position.person !== person || position.former) continue
    const near = position.evidence
      .filter(({ article }) => article === claim.article)
      .map(({ start }) => (start <= at ? at - start : 1_000_000 + start - at))
    const distance = Math.min(...near, position.evidence.length === 0 || near.length === 0 ? 2_000_000 : 3_000_000)
    const penalty = position.organization === null && position.region === null ? 4_000_000 : 0
    if (best === null || distance + penalty < best.distance) best = { position, distance: distance + penalty }
  }
  return best?.position ?? null
}
