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

/** Policies issued there (by the region or a body in it), that apply there, or that claims of the region are about. */
const policiesListing = (within: boolean): Listing<Counted<PolicyRow>> => ({
  name: `region.policies${within ? 'Within' : ''}`,
  match: `CALL (parent) {
    ${scope(within)} MATCH (r)<-[:APPLIES_TO|ISSUED_BY]-(y:Policy) RETURN y, null AS c
    UNION
    ${scope(within)} MATCH (r)<-[:LOCATED_IN]-(:Organization)<-[:ISSUED_BY]-(y:Policy) RETURN y, null AS c
    UNION
    MATCH (:Region {id: parent})<-[in:IN_REGION]-(c:Claim)-[:ABOUT]->(y:Policy)${within ? '' : ' WHERE in.direct'} RETURN y, c
  }
  WITH y, count(CASE WHEN coalesce(c.counted, true) THEN c END) AS claims`,
  keys: [{ expression: 'claims', descending: true }, ...byMentions('y')],
  item: `{node: ${entityMap('y')}, claimCount: claims}`,
})

/** People who speak holding an office there. */
const speakersListing = (within: boolean): Listing<Counted<PersonRow>> => ({
  name: `region.speakers${within ? 'Within' : ''}`,
  match: `MATCH (:Region {id: parent})<-[in:IN_REGION {office: true}]-(c:Claim)<-[:MADE]-(p:Person)
  WHERE coalesce(c.counted, true)${within ? '' : ' AND in.direct'}
  WITH p, count(DISTINCT c) AS claims`,
  keys: [{ expression: 'claims', descending: true }, { expression: 'p.id' }],
  item: `{node: ${entityMap('p')}, claimCount: claims}`,
})

const LIST = {
  label: 'Region',
  references: { region: 'Region' } satisfies References<RegionFilter>,
  rules: {
    name: nameRule('Region'),
    level: (filter, cypher) => cypher.words('e.level', filter),
    region: (filter, cypher) =>
      `EXISTS { MATCH (e)-[:PART_OF${filter.within ? '*1..7' : ''}]->(r:Region) WHERE r.id IN ${cypher.ids(filter, 'Region')} }`,
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

  async policies(region: string, within: boolean, page: Page): Promise<Connection<PolicyRow, { claimCount: number }>> {
    return toConnection(await this.batch.list(policiesListing(within), page, {}, region), page, item => item)
  }

  async speakers(region: string, within: boolean, page: Page): Promise<Connection<PersonRow, { claimCount: number }>> {
    return toConnection(await this.batch.list(speakersListing(within), page, {}, region), page, item => item)
  }
}
