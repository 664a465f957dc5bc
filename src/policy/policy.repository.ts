/** Policies: as lists, with who issued them, who speaks on them, and when. */
import { statement } from '../../database/statement'
import type { Batch, ByIds } from '../batch'
import { claimsBelow, type SaidOnPolicy } from '../claim/claim.repository'
import type { AskedOfClaims } from '../claim/claim.row'
import { listEntities, nameRule } from '../entity/entity.listing'
import type { EntityRepository } from '../entity/entity.repository'
import { type EntityRow, entityMap, type PolicyRow, type RegionRow } from '../entity/entity.row'
import { all, Conditions, type References, type Rules, referencesIn } from '../filter/compile'
import { holdsOfficeAt, holdsOfficeIn, type PositionDetails, positionsOf } from '../person/person.repository'
import { type Connection, toConnection } from '../relay/connection'
import type { Fields } from '../relay/fields'
import type { Listing } from '../relay/listing'
import { type Page, rowsOf } from '../relay/page'
import type { PolicyFilter, SpeakerFilter } from './policy.type'

/** Every article that names a popular policy says who issued it, so only so many of them are heard. */
const SAYINGS = 100

const ISSUERS: ByIds<EntityRow[]> = statement(
  'policy.issuers',
  `UNWIND $ids AS id
CALL (id) { MATCH (:Policy {id: id})-[i:ISSUED_BY]->(e:Entity) RETURN i, e LIMIT ${SAYINGS} }
WITH id, e, count(i) AS said ORDER BY said DESC, e.id
RETURN id, collect(${entityMap('e')}) AS value`,
)

const REGIONS: ByIds<RegionRow[]> = statement(
  'policy.regions',
  `UNWIND $ids AS id
CALL (id) { MATCH (:Policy {id: id})-[i:APPLIES_TO]->(r:Region) RETURN i, r LIMIT ${SAYINGS} }
WITH id, r, count(i) AS said ORDER BY said DESC, r.id
RETURN id, collect(${entityMap('r')}) AS value`,
)

export interface SpeakerItem {
  readonly speaker: EntityRow
  readonly claimCount: number
  /** Like the days, there only where they are asked for. */
  readonly claims?: SaidOnPolicy['claims']
  readonly firstSeen?: string | null
  readonly lastSeen?: string | null
}

/** What is asked of the speakers of a policy, and comes with them. */
export interface AskedOfSpeakers {
  /** Fields of the speaker, and of what the edge says of the speaking. */
  readonly fields: Fields
  readonly said: Fields
  readonly positions: PositionDetails | null
  /** The first page of what each says on the policy. */
  readonly claims: { readonly page: Page; readonly asked: AskedOfClaims } | null
}

/** Days that an edge gives only where they are asked for. */
const DAYS = ['firstSeen', 'lastSeen'] as const

/** The row of a speaker, with what is looked up for those of the page. */
function speakerItem({ fields, said, positions, claims }: AskedOfSpeakers): Pick<Listing<SpeakerItem>, 'item' | 'more'> {
  const days = DAYS.filter(day => said === null || said.has(day)).map(day => `, ${day}: s.${day}`)
  const speaker = entityMap('p', positions === null ? '' : ', positions: positions', fields)
  const pair = "p.id + '|' + parent"
  return {
    item: `{speaker: ${speaker}, claimCount: s.claimCount${days.join('')}${claims === null ? '' : ', claims: claims'}}`,
    more: [
      positions === null ? '' : positionsOf('p', positions),
      claims === null ? '' : claimsBelow(pair, claims.page, claims.asked, { of: 'p, parent', limit: '$claims', as: 'claims' }),
    ].join('\n'),
  }
}

/** How the speakers of a policy are found for each order. Their ranks hold the policy and the order, so that the index gives a page without the rest. */
const SPEAKERS: Readonly<Record<string, Pick<Listing<SpeakerItem>, 'keys'> & { readonly found: string }>> = {
  claim_count_desc: {
    found: "-[s:SPEAKS_ON]->(y:Policy) USING INDEX s:SPEAKS_ON(rank) WHERE s.rank STARTS WITH parent + '|'",
    keys: [{ expression: 's.rank' }],
  },
  name_asc: {
    found: '-[s:SPEAKS_ON]->(y:Policy) WHERE y.id = parent',
    keys: [{ expression: 'p.name' }, { expression: 'p.id' }],
  },
}

const SPEAKER_REFERENCES: References<SpeakerFilter> = { organization: 'Organization', region: 'Place' }

export interface TimelineRow {
  readonly period: string
  readonly claimCount: number
  readonly speakerCount: number
  readonly articleCount: number
}

/** How many characters of a date name the month or the year. */
const LENGTH_OF_UNIT: Readonly<Record<string, number>> = { month: 7, year: 4 }

const timelineStatement = (length: number): ByIds<TimelineRow[]> =>
  statement(
    `policy.timeline${length}`,
    `UNWIND $ids AS id
MATCH (:Policy {id: id})<-[:ABOUT]-(c:Claim) WHERE c.publishedOn IS NOT NULL AND coalesce(c.counted, true)
WITH id, substring(c.publishedOn, 0, ${length}) AS period, count(c) AS claims, count(DISTINCT c.speakerId) AS speakers, count(DISTINCT c.articleId) AS articles
ORDER BY period
RETURN id, collect({period: period, claimCount: claims, speakerCount: speakers, articleCount: articles}) AS value`,
  )

const LIST = {
  label: 'Policy',
  references: { issuer: 'Entity', region: 'RegionBelow' } satisfies References<PolicyFilter>,
  rules: {
    name: nameRule('Policy'),
    kind: (filter, cypher) => cypher.words('e.kind', filter),
    issuer: (filter, cypher) => `EXISTS { MATCH (e)-[:ISSUED_BY]->(i:Entity) WHERE i.id IN ${cypher.ids(filter, 'Entity')} }`,
    region: (filter, cypher) =>
      `EXISTS { CALL (e) { MATCH (e)-[:APPLIES_TO]->(r) RETURN r LIMIT ${SAYINGS} } WITH r WHERE r.id IN ${cypher.regionsBelow(filter)} RETURN r }`,
  } satisfies Rules<PolicyFilter>,
} as const

/** Which speakers of which policy. */
interface Asked {
  readonly policy: string
  readonly predicate: string
  readonly order: string
  readonly page: Page
  readonly what: AskedOfSpeakers
}

export type SpeakerConnection = Connection<EntityRow, Omit<SpeakerItem, 'speaker'> & { readonly policy: string }>

export class PolicyRepository {
  constructor(
    private readonly batch: Batch,
    private readonly entities: EntityRepository,
  ) {}

  list(filter: PolicyFilter, page: Page): Promise<Connection<PolicyRow>> {
    return listEntities<PolicyFilter, PolicyRow>(this.batch, this.entities, LIST, filter, page)
  }

  async issuers(policy: string): Promise<EntityRow[]> {
    return (await this.batch.byId(ISSUERS, policy)) ?? []
  }

  async regions(policy: string): Promise<RegionRow[]> {
    return (await this.batch.byId(REGIONS, policy)) ?? []
  }

  /** The people who speak on a policy. */
  async speakers(
    policy: string,
    filter: SpeakerFilter,
    order: string,
    page: Page,
    what: AskedOfSpeakers,
  ): Promise<SpeakerConnection> {
    const cypher = new Conditions(
      await this.entities.resolve(referencesIn(filter as SpeakerFilter & { and?: never }, SPEAKER_REFERENCES)),
    )
    const { role, organization, region } = filter
    const predicate = all([
      role == null ? null : cypher.words('s.role', role),
      organization == null ? null : holdsOfficeIn('p', cypher.ids(organization, 'Organization')),
      region == null ? null : holdsOfficeAt('p', cypher.places(region)),
    ])
    return this.speaking('Person', { policy, predicate, order, page, what }, cypher)
  }

  /** The bodies that speak on a policy without a named person. */
  speakingOrganizations(policy: string, order: string, page: Page, what: AskedOfSpeakers): Promise<SpeakerConnection> {
    return this.speaking('Organization', { policy, predicate: 'true', order, page, what }, new Conditions(new Map()))
  }

  /** Claims on a policy by month or year; only those with a known day. */
  async timeline(policy: string, unit: string): Promise<TimelineRow[]> {
    return (await this.batch.byId(timelineStatement(LENGTH_OF_UNIT[unit] ?? 7), policy)) ?? []
  }

  private async speaking(
    label: 'Person' | 'Organization',
    { policy, predicate, order, page, what }: Asked,
    cypher: Conditions,
  ): Promise<SpeakerConnection> {
    const { found, keys } = SPEAKERS[order] as (typeof SPEAKERS)[string]
    const listing: Listing<SpeakerItem> = {
      name: `policy.speakers${label}`,
      match: `MATCH (p:${label})${found} AND ${predicate}`,
      keys,
      ...speakerItem(what),
    }
    const params = what.claims === null ? cypher.params : { ...cypher.params, claims: rowsOf(what.claims.page) }
    return toConnection(await this.batch.list(listing, page, params, policy), page, ({ speaker, ...said }) => ({
      node: speaker,
      policy,
      ...said,
    }))
  }
}
