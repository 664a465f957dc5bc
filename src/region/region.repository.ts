/** Regions: as lists, with their place in the hierarchy and what is there. */
import { statement } from '../../database/statement'
import type { Batch, ByIds } from '../batch'
import { byMentions, listEntities, nameRule } from '../entity/entity.listing'
import type { EntityRepository } from '../entity/entity.repository'
import { entityMap, type OrganizationRow, type PersonRow, type PolicyRow, type RegionRow } from '../entity/entity.row'
import type { References, Rules } from '../filter/compile'
import { type Connection, toConnection } from '../relay/connection'
import type { Listing } from '../relay/listing'
import type { Page } from '../relay/page'
import type { RegionFilter } from './region.type'

/** All regions above, the nearest first; a set of provinces after the province's own line. */
const ANCESTORS: ByIds<RegionRow[]> = statement(
  'region.ancestors',
  `UNWIND $ids AS id
MATCH path = (:Region {id: id})-[:PART_OF*1..7]->(above:Region)
WITH id, above, min(length(path)) AS steps
ORDER BY above.level = 'macro_region', steps, above.id
RETURN id, collect(${entityMap('above')}) AS value`,
)

const CHILDREN: Listing<RegionRow> = {
  name: 'region.children',
  match: 'MATCH (:Region {id: parent})<-[:PART_OF]-(r:Region) WITH DISTINCT r',
  keys: byMentions('r'),
  item: entityMap('r'),
}

/** The region itself, or with everything below it; binds \`r\`. */
const SELF = 'MATCH (r:Region {id: parent})'
const BELOW = 'MATCH (:Region {id: parent})<-[:PART_OF*0..7]-(r:Region) WITH DISTINCT parent, r'
const scope = (within: boolean): string => (within ? BELOW : SELF)

/**
 * How far a list about a region reaches: the region itself; with everything below it; or, for a set of provinces, with its members, since sums are kept for
 * regions of the hierarchy alone.
 */
export type Reach = 'self' | 'below' | 'members'

/** Binds \`r\` to the regions that hold the sums for a reach. */
const HOLDERS: Readonly<Record<Reach, string>> = {
  self: SELF,
  below: SELF,
  members: 'MATCH (:Region {id: parent})<-[:PART_OF*0..1]-(r:Region) WITH DISTINCT parent, r',
}
const SUM: Readonly<Record<Reach, string>> = { self: 's.directCount', below: 's.claimCount', members: 's.claimCount' }

interface Counted<Row> {
  readonly node: Row
  readonly claimCount: number
}

const organizationsListing = (within: boolean): Listing<OrganizationRow> => ({
  name: `region.organizations${within ? 'Within' : ''}`,
  match: `${scope(within)}
  MATCH (r)<-[:LOCATED_IN]-(o:Organization)
  WITH DISTINCT o`,
  keys: byMentions('o'),
  item: entityMap('o'),
})

/** Policies that claims of the region are about, that apply there, or that are issued there, by the region or a body in it. */
const policiesListing = (reach: Reach): Listing<Counted<PolicyRow>> => ({
  name: `region.policies.${reach}`,
  match: `CALL (parent) {
    ${HOLDERS[reach]} MATCH (r)<-[s:SPOKEN_OF_IN]-(y:Policy) WHERE ${SUM[reach]} > 0 RETURN y, ${SUM[reach]} AS said
    UNION ALL
    ${scope(reach !== 'self')} MATCH (r)<-[:APPLIES_TO|ISSUED_BY]-(y:Policy) RETURN DISTINCT y, 0 AS said
    UNION ALL
    ${scope(reach !== 'self')} MATCH (r)<-[:LOCATED_IN]-(:Organization)<-[:ISSUED_BY]-(y:Policy) RETURN DISTINCT y, 0 AS said
  }
  WITH y, sum(said) AS claims`,
  keys: byMentions('y'),
  item: `{node: ${entityMap('y')}, claimCount: claims}`,
})

/** People who speak holding an office there. Below a region their ranks hold the order, so that the index gives a page without the rest. */
const speakersListing = (reach: Reach): Listing<Counted<PersonRow>> =>
  reach === 'below'
    ? {
        name: 'region.speakers.below',
        match: "MATCH (p:Person)-[s:SPEAKS_IN]->(:Region) USING INDEX s:SPEAKS_IN(rank) WHERE s.rank STARTS WITH parent + '|'",
        keys: [{ expression: 's.rank' }],
        item: `{node: ${entityMap('p')}, claimCount: s.claimCount}`,
      }
    : {
        name: `region.speakers.${reach}`,
        match: `${HOLDERS[reach]} MATCH (r)<-[s:SPEAKS_IN]-(p:Person) WHERE ${SUM[reach]} > 0
  WITH p, sum(${SUM[reach]}) AS claims`,
        keys: [{ expression: 'claims', descending: true }, { expression: 'p.id' }],
        item: `{node: ${entityMap('p')}, claimCount: claims}`,
      }

/** How far a list about this region reaches. */
export function reachOf(region: RegionRow, within: boolean): Reach {
  if (!within) return 'self'
  return region.level === 'macro_region' ? 'members' : 'below'
}

const LIST = {
  label: 'Region',
  references: { region: 'Region' } satisfies References<RegionFilter>,
  rules: {
    name: nameRule('Region'),
    level: (filter, cypher) => cypher.words('e.level', filter),
    region: (filter, cypher) =>
      `EXISTS { MATCH (e)-[:PART_OF${filter.within ? '*1..7' : ''}]->(r:Region) WHERE r.id IN ${cypher.regions(filter)} }`,
  } satisfies Rules<RegionFilter>,
} as const

export class RegionRepository {
  constructor(
    private readonly batch: Batch,
    private readonly entities: EntityRepository,
  ) {}

  list(filter: RegionFilter, page: Page): Promise<Connection<RegionRow>> {
    return listEntities<RegionFilter, RegionRow>(this.batch, this.entities, LIST, filter, page)
  }

  /** The regions above, the nearest first; sets of provinces last. */
  async ancestors(region: string): Promise<RegionRow[]> {
    return (await this.batch.byId(ANCESTORS, region)) ?? []
  }

  async children(region: string, page: Page): Promise<Connection<RegionRow>> {
    return toConnection(await this.batch.list(CHILDREN, page, {}, region), page, node => ({ node }))
  }

  async organizations(region: string, within: boolean, page: Page): Promise<Connection<OrganizationRow>> {
    return toConnection(await this.batch.list(organizationsListing(within), page, {}, region), page, node => ({ node }))
  }

  async policies(region: RegionRow, within: boolean, page: Page): Promise<Connection<PolicyRow, { claimCount: number }>> {
    return toConnection(await this.batch.list(policiesListing(reachOf(region, within)), page, {}, region.id), page, item => item)
  }

  async speakers(region: RegionRow, within: boolean, page: Page): Promise<Connection<PersonRow, { claimCount: number }>> {
    return toConnection(await this.batch.list(speakersListing(reachOf(region, within)), page, {}, region.id), page, item => item)
  }
}
