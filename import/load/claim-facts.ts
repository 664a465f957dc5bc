/** What the graph says of claims, as the sums over them want it. */
import type { ClaimFacts } from './aggregates'
import type { RegionShare } from './claim-regions'

export interface ClaimRow {
  readonly id: string
  readonly speakerId: string | null
  readonly office: string | null
  readonly publishedOn: string | null
  readonly about: readonly string[]
  readonly shares: readonly RegionShare[]
}

/** The end of a statement that has matched `claim`. */
export const CLAIM_COLUMNS = `RETURN claim.id AS id, claim.speakerId AS speakerId, claim.publishedOn AS publishedOn,
     head(COLLECT { MATCH ()-[made:MADE]->(claim) RETURN made.regionId }) AS office,
     COLLECT { MATCH (claim)-[:ABOUT]->(thing) RETURN DISTINCT thing.id } AS about,
     COLLECT { MATCH (claim)-[share:IN_REGION]->(region)
       RETURN {region: region.id, office: share.office, about: share.about, direct: share.direct} } AS shares`

export function claimFactsOf(rows: readonly ClaimRow[]): ClaimFacts[] {
  return rows.map(row => ({ ...row }))
}
