/** Organizations: as lists, with their place, their people and their policies. */
import { statement } from '../../database/statement'
import type { Batch, ByIds } from '../batch'
import { byMentions, listEntities, nameRule } from '../entity/entity.listing'
import { type EntityRepository, isLocatedIn } from '../entity/entity.repository'
import { entityMap, type OrganizationRow, type PersonRow, type PolicyRow, type RegionRow } from '../entity/entity.row'
import type { References, Rules } from '../filter/compile'
import { type Connection, toConnection } from '../relay/connection'
import type { Listing } from '../relay/listing'
import type { Page } from '../relay/page'
import type { OrganizationFilter } from './organization.type'

/** Binds `seat` to the region of an organization variable: where most of 20 articles that say so put it; of equals the one named most. Null where none does. */
export const seatOf = (organization: string): string => `CALL (${organization}) {
  OPTIONAL MATCH (${organization})-[located:LOCATED_IN]->(seat:Region) WITH seat, located LIMIT 20
  WITH seat, count(located) AS times ORDER BY times DESC, coalesce(seat.mentionCount, 0) DESC, seat.id LIMIT 1
  RETURN seat
}`

const REGIONS: ByIds<RegionRow | null> = statement(
  'organization.regions',
  `UNWIND $ids AS id
MATCH (o:Organization {id: id})
${seatOf('o')}
RETURN id, ${entityMap('seat')} AS value`,
)

const PARENTS: ByIds<OrganizationRow> = statement(
  'organization.parents',
  `UNWIND $ids AS id
MATCH (:Organization {id: id})-[part:PART_OF]->(p:Organization)
WITH id, p, count(part) AS said ORDER BY said DESC, coalesce(p.mentionCount, 0) DESC, p.id
RETURN id, head(collect(${entityMap('p')})) AS value`,
)

interface Member {
  readonly person: PersonRow
  readonly titles: readonly string[]
}

/** People of the organization and of its parts. */
const PEOPLE: Listing<Member> = {
  name: 'organization.people',
  match: `MATCH (:Organization {id: parent})<-[:PART_OF*0..4]-(o:Organization)<-[h:HELD]-(p:Person)
  WITH p, h.title AS title, sum(h.count) AS said ORDER BY said DESC, title
  WITH p, collect(title) AS titles`,
  keys: byMentions('p'),
  item: `{person: ${entityMap('p')}, titles: titles}`,
}

const PARTS: Listing<OrganizationRow> = {
  name: 'organization.parts',
  match: 'MATCH (:Organization {id: parent})<-[:PART_OF]-(o:Organization) WITH DISTINCT o',
  keys: byMentions('o'),
  item: entityMap('o'),
}

interface ConnectedPolicy {
  readonly policy: PolicyRow
  readonly claimCount: number
}

/** Policies that it issued, that it or its people speak on, or that are spoken of together with it. */
const POLICIES: Listing<ConnectedPolicy> = {
  name: 'organization.policies',
  match: `CALL (parent) {
    MATCH (:Organization {id: parent})<-[:ISSUED_BY]-(y:Policy) RETURN y, null AS c
    UNION
    MATCH (:Organization {id: parent})-[:MADE]->(c:Claim)-[:ABOUT]->(y:Policy) RETURN y, c
    UNION
    MATCH (:Organization {id: parent})<-[:HELD]-(p:Person) WITH DISTINCT p, parent MATCH (p)-[m:MADE]->(c:Claim)-[:ABOUT]->(y:Policy) WHERE m.organizationId = parent RETURN y, c
    UNION
    MATCH (:Organization {id: parent})<-[:ABOUT]-(c:Claim)-[:ABOUT]->(y:Policy) RETURN y, c
  }
  WITH y, count(CASE WHEN coalesce(c.counted, true) THEN c END) AS claims`,
  keys: byMentions('y'),
  item: `{policy: ${entityMap('y')}, claimCount: claims}`,
}

const LIST = {
  label: 'Organization',
  references: { region: 'RegionBelow', parent: 'Organization' } satisfies References<OrganizationFilter>,
  rules: {
    name: nameRule('Organization'),
    kind: (filter, cypher) => cypher.words('e.kind', filter),
    region: (filter, cypher) => isLocatedIn('e', cypher.regionsBelow(filter)),
    parent: (filter, cypher) =>
      `EXISTS { MATCH (e)-[:PART_OF]->(p:Organization) WHERE p.id IN ${cypher.ids(filter, 'Organization')} }`,
  } satisfies Rules<OrganizationFilter>,
} as const

export class OrganizationRepository {
  constructor(
    private readonly batch: Batch,
    private readonly entities: EntityRepository,
  ) {}

  list(filter: OrganizationFilter, page: Page): Promise<Connection<OrganizationRow>> {
    return listEntities<OrganizationFilter, OrganizationRow>(this.batch, this.entities, LIST, filter, page)
  }

  /** Where it is; null where nothing says so. */
  region(organization: string): Promise<RegionRow | null> {
    return this.batch.byId(REGIONS, organization)
  }

  /** The organization of which it is a part; null where nothing says so. */
  parent(organization: string): Promise<OrganizationRow | null> {
    return this.batch.byId(PARENTS, organization)
  }

  async people(organization: string, page: Page): Promise<Connection<PersonRow, { title: string }>> {
    return toConnection(await this.batch.list(PEOPLE, page, {}, organization), page, ({ person, titles }) => ({
      node: person,
      title: titles.join('、'),
    }))
  }

  async parts(organization: string, page: Page): Promise<Connection<OrganizationRow>> {
    return toConnection(await this.batch.list(PARTS, page, {}, organization), page, node => ({ node }))
  }

  async policies(organization: string, page: Page): Promise<Connection<PolicyRow, { claimCount: number }>> {
    return toConnection(await this.batch.list(POLICIES, page, {}, organization), page, ({ policy, claimCount }) => ({
      node: policy,
      claimCount,
    }))
  }
}
