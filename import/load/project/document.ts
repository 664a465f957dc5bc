/** A resolved document as rows of the graph: the nodes it owns and the relationships that state its facts. Pure. */

import type { ResolvedDocument } from '../../values/resolved'
import { checkRecord } from '../check-record'
import type { Edge } from '../edge'
import type { FactKind } from '../facts'
import { contentHash, type LoadSource, readAs } from '../load-source'
import { type Reading, referenceLines } from '../readings'
import { projectArticle, projectMentions } from './articles'
import { projectClaim } from './claims'
import { projectBodies, projectPolicies, projectZones } from './entities'
import { projectFigures } from './figures'
import { projectPosition } from './positions'
import { type Owner, Projection, type RegionOwner, type Row } from './projection'

export interface DocumentRows {
  readonly document: Row
  readonly articles: readonly Row[]
  readonly claims: readonly Row[]
  readonly figures: readonly Row[]
  readonly edges: Readonly<Record<FactKind, readonly Edge[]>>
}

/** The rows of a document. Throws a DocumentError where the record breaks a rule: an evidence that is not in its place, an id that nobody has. */
export function projectDocument(
  resolved: ResolvedDocument,
  readings: readonly Reading[],
  source: LoadSource,
  owner: Owner,
  regionOwner: RegionOwner,
): DocumentRows {
  checkRecord(resolved)
  const page = new Projection(resolved, owner, regionOwner)
  for (const { localId, scope, props } of readings) page.edge('READ_IN', owner(localId, scope?.[0] ?? null), page.document, props)
  const articles = page.record.articles.map(article => projectArticle(page, article))
  projectMentions(page)
  for (const [ordinal, position] of page.record.positions.entries()) projectPosition(page, position, ordinal)
  const claims = page.record.claims.map((claim, ordinal) => projectClaim(page, claim, ordinal))
  const figures = projectFigures(page)
  projectBodies(page)
  projectZones(page)
  projectPolicies(page)
  return { document: documentRow(page, source), articles, claims, figures, edges: page.edges }
}

function documentRow(page: Projection, source: LoadSource): Row {
  const { record } = page
  return {
    id: page.document,
    name: record.document,
    contentHash: contentHash(source.text),
    extractor: source.extractor,
    text: source.text,
    publishedOn: record.publishedOn,
    outlet: record.outlet,
    publisher: source.meta.publisher ?? null,
    meta: JSON.stringify(source.meta),
    readAs: readAs(source),
    url: record.url,
    warnings: record.warnings.map(warning => JSON.stringify(warning)),
    referenceRegions: referenceLines(page.resolved),
  }
}
