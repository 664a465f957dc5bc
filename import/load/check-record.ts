/** What holds for every record that is loaded. */
import { DocumentError } from '../../model/errors'
import type { Evidence } from '../../model/extraction-record'
import type { ResolvedDocument } from '../values/resolved'

/** The rules that a record keeps; the first broken one ends the document. */
export function checkRecord({ record, entities }: ResolvedDocument): void {
  const fail = (reason: string): never => {
    throw new DocumentError(record.document, `the extraction record breaks a rule: ${reason}`)
  }
  const articles = new Map(record.articles.map(article => [article.id, article]))
  const local = new Set<string>()
  for (const entity of [...record.people, ...record.organizations, ...record.regions, ...record.policies]) {
    if (local.has(entity.id)) fail(`two entities have the id ${entity.id}`)
    local.add(entity.id)
  }
  for (const { localId, keys } of entities) if (keys.length === 0) fail(`the entity ${localId} has no identity key`)
  if (entities.length !== local.size) fail('entities and resolved entities are not the same')
  if (articles.size !== record.articles.length) fail('two articles have the same id')
  const known = (id: string | null, what: string): void => {
    if (id !== null && !local.has(id)) fail(`${what} names the entity ${id}, which the record does not have`)
  }
  const inPlace = (evidence: Evidence, what: string): void => {
    const article = articles.get(evidence.article)
    if (!article) fail(`${what} stands in the article ${evidence.article}, which the record does not have`)
    else if (
      evidence.start < 0 ||
      evidence.end > article.text.length ||
      article.text.slice(evidence.start, evidence.end) !== evidence.quote
    )
      fail(
        `${what}: the quote "${evidence.quote.slice(0, 30)}" is not at ${evidence.start}–${evidence.end} of article ${evidence.article}`,
      )
  }
  for (const entity of [...record.people, ...record.organizations, ...record.regions, ...record.policies])
    for (const mention of entity.mentions) inPlace(mention, `a mention of ${entity.id}`)
  for (const body of record.organizations) {
    known(body.region, `the region of ${body.id}`)
    known(body.parent, `the parent of ${body.id}`)
  }
  for (const policy of record.policies) known(policy.issuer, `the issuer of ${policy.id}`)
  for (const position of record.positions) {
    known(position.person, 'a position')
    known(position.organization, 'a position')
    known(position.region, 'a position')
    for (const piece of position.evidence) inPlace(piece, `a position of ${position.person}`)
  }
  const claims = new Set<string>()
  for (const claim of record.claims) {
    if (claims.has(claim.id)) fail(`two claims have the id ${claim.id}`)
    claims.add(claim.id)
    if (!articles.has(claim.article)) fail(`claim ${claim.id} stands in an article that the record does not have`)
    known(claim.speaker, `claim ${claim.id}`)
    for (const about of claim.about) known(about, `claim ${claim.id}`)
    for (const piece of claim.evidence) {
      inPlace(piece, `claim ${claim.id}`)
      if (piece.article !== claim.article) fail(`claim ${claim.id} has evidence in another article`)
    }
    if (claim.attribution) inPlace(claim.attribution, `claim ${claim.id}`)
  }
  for (const figure of record.figures) {
    if (!articles.has(figure.article)) fail('a figure stands in an article that the record does not have')
    if (figure.claim !== null && !claims.has(figure.claim))
      fail(`a figure belongs to the claim ${figure.claim}, which the record does not have`)
    known(figure.subject, 'a figure')
    inPlace(figure.evidence, `a figure (${figure.metric})`)
  }
}
