/** How claims are asked of the graph as the sums over them want them. */

/** The end of a statement that has matched `claim`; rows are ClaimFacts. */
export const CLAIM_COLUMNS = `RETURN claim.id AS id, claim.speakerId AS speakerId, claim.publishedOn AS publishedOn,
     head(COLLECT { MATCH ()-[made:MADE]->(claim) RETURN made.regionId }) AS office,
     COLLECT { MATCH (claim)-[:ABOUT]->(thing) RETURN DISTINCT thing.id } AS about,
     COLLECT { MATCH (claim)-[share:IN_REGION|REPRINTED_IN_REGION]->(region)
       RETURN {region: region.id, office: share.office, about: share.about, direct: share.direct} } AS shares`
