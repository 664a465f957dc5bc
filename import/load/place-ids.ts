/** Where the graph keeps the id of an entity beside the relationship, so that a page need not follow it; all change with the id. */
import { statement } from '../../database/statement'

/** Statements that put the new id in the place of the old one. changed: {was, id}; the entity bears the new id already. */
export const PLACED = [
  statement(
    'place.speaker',
    `UNWIND $changed AS row
     MATCH (:Entity {id: row.id})-[made:MADE]->(claim:Claim)
     SET claim.speakerId = row.id, made.speakerId = CASE WHEN made.speakerId IS NULL THEN null ELSE row.id END`,
  ),
  statement(
    'place.about',
    `UNWIND $changed AS row
     MATCH (thing:Entity {id: row.id})<-[about:ABOUT]-(claim:Claim)
     WHERE about.thingId IS NOT NULL
     SET about.thingId = row.id, about.pair = claim.speakerId + '|' + row.id`,
  ),
  statement(
    'place.aboutPair',
    `UNWIND $changed AS row
     MATCH (:Entity {id: row.id})-[:MADE]->(claim:Claim)-[about:ABOUT]->(thing:Entity)
     WHERE about.thingId IS NOT NULL
     SET about.pair = row.id + '|' + thing.id`,
  ),
  statement(
    'place.mentions',
    'UNWIND $changed AS row MATCH (:Entity {id: row.id})-[mention:MENTIONED_IN]->() SET mention.entityId = row.id',
  ),
  statement(
    'place.holds',
    `UNWIND $changed AS row
     MATCH (:Entity {id: row.id})-[holds:HOLDS]-()
     WITH holds, startNode(holds).id + '|' + endNode(holds).id AS ends
     SET holds.pair = ends + '|' + holds.title + CASE WHEN holds.former THEN '|former' ELSE '|held' END`,
  ),
  statement(
    'place.subject',
    `UNWIND $changed AS row
     MATCH (:Entity {id: row.id})<-[:MEASURES]-(figure:Figure)
     SET figure.subjectId = row.id,
       figure.comparisonKey = CASE WHEN figure.comparisonKey IS NULL THEN null
         ELSE row.id + substring(figure.comparisonKey, size(row.was)) END`,
  ),
  statement(
    'place.comparison',
    `UNWIND $changed AS row
     MATCH (:Entity {id: row.id})<-[:MEASURES]-(:Figure)-[edge:COMPARED_WITH]->(:Figure)
     SET edge.subjectId = row.id`,
  ),
  statement(
    'place.outlet',
    `UNWIND $changed AS row
     MATCH (:Entity {id: row.id})<-[edge:PUBLISHED_BY]-(article:Article)
     FOREACH (_ IN CASE WHEN edge.as = 'outlet' THEN [1] ELSE [] END | SET article.outletId = row.id)
     FOREACH (_ IN CASE WHEN edge.as = 'publisher' THEN [1] ELSE [] END | SET article.publisherId = row.id)`,
  ),
  statement(
    'place.office',
    'UNWIND $changed AS row MATCH ()-[edge:MADE {organizationId: row.was}]->() SET edge.organizationId = row.id',
  ),
  statement(
    'place.officeRegion',
    'UNWIND $changed AS row MATCH ()-[edge:MADE {regionId: row.was}]->() SET edge.regionId = row.id',
  ),
  statement(
    'place.figureRegion',
    'UNWIND $changed AS row MATCH (figure:Figure {regionId: row.was}) SET figure.regionId = row.id',
  ),
  statement(
    'place.inRegion',
    'UNWIND $changed AS row MATCH (:Entity {id: row.id})<-[edge:IN_REGION|REPRINTED_IN_REGION]-() SET edge.regionId = row.id',
  ),
  statement(
    'place.seatOfBody',
    `UNWIND $changed AS row
     MATCH (body:Entity {id: row.id})-[edge:LOCATED_IN {source: 'REFERENCE'}]->(region)
     WITH body, region, collect(edge) AS edges, sum(edge.support) AS support
     FOREACH (extra IN tail(edges) | DELETE extra)
     FOREACH (kept IN edges[0..1] | SET kept.pair = body.id + '|' + region.id, kept.support = support)`,
  ),
  statement(
    'place.seatInRegion',
    `UNWIND $changed AS row
     MATCH (region:Entity {id: row.id})<-[edge:LOCATED_IN {source: 'REFERENCE'}]-(body)
     WITH body, region, collect(edge) AS edges, sum(edge.support) AS support
     FOREACH (extra IN tail(edges) | DELETE extra)
     FOREACH (kept IN edges[0..1] | SET kept.pair = body.id + '|' + region.id, kept.support = support)`,
  ),
] as const
