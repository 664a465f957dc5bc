/** Claims: by id, as lists with filters, and what hangs at them. */
import { statement } from '../../database/statement'
import { labelOfId } from '../../model/ids'
import type { Batch, ByIds } from '../batch'
import type { EntityRepository } from '../entity/entity.repository'
import { all, Conditions, compile, type References, type Rules, referencesIn } from '../filter/compile'
import { type Connection, toConnection } from '../relay/connection'
import type { Listing, SortKey } from '../relay/listing'
import type { Page } from '../relay/page'
import { fullTextQuery } from '../search/full-text'
import { type ClaimDetails, type ClaimRow, claimDetailsMap, claimMap } from './claim.row'
import type { ClaimFilter } from './claim.type'

const BY_IDS: ByIds<ClaimRow> = statement(
  'claim.byIds',
  `UNWIND $ids AS id MATCH (c:Claim {id: id}) RETURN id, ${claimMap('c')} AS value`,
)

const DETAILS: ByIds<ClaimDetails> = statement(
  'claim.details',
  `UNWIND $ids AS id MATCH (c:Claim {id: id}) RETURN id, ${claimDetailsMap('c')} AS value`,
)

const LATEST_FIRST: readonly SortKey[] = [{ expression: "coalesce(c.publishedOn, '')", descending: true }, { expression: 'c.id' }]
const EARLIEST_FIRST: readonly SortKey[] = [{ expression: "coalesce(c.publishedOn, '9999')" }, { expression: 'c.id' }]
const IN_READING_ORDER: readonly SortKey[] = [{ expression: 'c.starts[0]' }, { expression: 'c.id' }]

/** The orders of claims by the words of ClaimOrder. */
const ORDERS: Readonly<Record<string, readonly SortKey[]>> = { published_on_desc: LATEST_FIRST, published_on_asc: EARLIEST_FIRST }

/** What the claims of something are: each binds `c` for the id in `parent`. */
const OF = {
  speaker: 'MATCH (:Entity {id: parent})-[:MADE]->(c:Claim)',
  policy: 'MATCH (:Policy {id: parent})<-[:ABOUT]-(c:Claim)',
  organization: `CALL (parent) {
    MATCH (:Organization {id: parent})-[:MADE]->(c:Claim) RETURN c
    UNION
    MATCH (:Organization {id: parent})<-[:ABOUT]-(c:Claim) RETURN c
    UNION
    MATCH (:Organization {id: parent})<-[:HOLDS]-(:Person)-[m:MADE]->(c:Claim) WHERE m.organizationId = parent RETURN c
  }`,
  'region.self': 'MATCH (:Region {id: parent})<-[:IN_REGION {direct: true}]-(c:Claim)',
  'region.below': 'MATCH (:Region {id: parent})<-[:IN_REGION]-(c:Claim)',
  'region.members': 'MATCH (:Region {id: parent})<-[:PART_OF*0..1]-(:Region)<-[:IN_REGION]-(c:Claim)',
} as const
export type ClaimOwner = keyof typeof OF

const OF_ARTICLE = 'MATCH (:Article {id: parent})<-[:STATED_IN]-(c:Claim)'

/** The claims of one speaker on one policy; \`parent\` is both ids. */
const OF_SPEAKER_ON_POLICY = `WITH parent, split(parent, ' ') AS pair
  MATCH (:Entity {id: pair[0]})-[:MADE]->(c:Claim) WHERE EXISTS { (c)-[:ABOUT]->(:Policy {id: pair[1]}) }
  WITH parent, c`

/** A claim that a reprint repeats is counted, and listed, once. */
const COUNTED = 'coalesce(c.counted, true)'

const REFERENCES: References<ClaimFilter> = {
  speaker: 'Entity',
  policy: 'Policy',
  organization: 'Organization',
  region: 'Region',
  outlet: 'Organization',
}

const RULES: Rules<ClaimFilter> = {
  speaker: (filter, cypher) => `EXISTS { MATCH (x:Entity)-[:MADE]->(c) WHERE x.id IN ${cypher.ids(filter, 'Entity')} }`,
  speakerRole: (filter, cypher) => cypher.words('c.speakerRole', filter),
  speakerKind: (filter, cypher) => cypher.words('c.speakerKind', filter),
  policy: (filter, cypher) => `EXISTS { MATCH (c)-[:ABOUT]->(x:Policy) WHERE x.id IN ${cypher.ids(filter, 'Policy')} }`,
  organization: (filter, cypher) => {
    const ids = cypher.ids(filter, 'Organization')
    return `(EXISTS { MATCH (c)-[:ABOUT]->(x:Organization) WHERE x.id IN ${ids} } OR EXISTS { MATCH (x)-[m:MADE]->(c) WHERE x.id IN ${ids} OR m.organizationId IN ${ids} })`
  },
  region: (filter, cypher) =>
    `EXISTS { MATCH (c)-[x:IN_REGION]->(y:Region) WHERE y.id IN ${cypher.regions(filter)}${filter.within ? '' : ' AND x.direct'} }`,
  outlet: (filter, cypher) =>
    `EXISTS { MATCH (c)-[:STATED_IN]->(x:Article) WHERE x.outletId IN ${cypher.ids(filter, 'Organization')} }`,
  publishedOn: (range, cypher) => cypher.days('c.publishedOn', range),
  mode: (filter, cypher) => cypher.words('c.mode', filter),
  text: (filter, cypher) => (filter.contains == null ? 'true' : cypher.text('c.text', filter.contains)),
  hasFigures: (wanted, cypher) => `coalesce(c.hasFigures, false) = ${cypher.param(wanted)}`,
}

/** Which of a filter's own conditions the search starts from, the most telling first; each binds `c` to every claim that can meet it, once. */
const STARTS: readonly { readonly field: keyof ClaimFilter; match(filter: ClaimFilter, cypher: Conditions): string }[] = [
  {
    field: 'speaker',
    match: ({ speaker }, cypher) =>
      `MATCH (s:Entity)-[:MADE]->(c:Claim) WHERE s.id IN ${cypher.ids(speaker ?? {}, 'Entity')} WITH DISTINCT parent, c`,
  },
  {
    field: 'text',
    match: ({ text }, cypher) =>
      `CALL db.index.fulltext.queryNodes('search', ${cypher.param(fullTextQuery(text?.contains ?? '', 'claim'))}) YIELD node AS c`,
  },
  {
    field: 'policy',
    match: ({ policy }, cypher) =>
      `MATCH (p:Policy)<-[:ABOUT]-(c:Claim) WHERE p.id IN ${cypher.ids(policy ?? {}, 'Policy')} WITH DISTINCT parent, c`,
  },
  {
    field: 'region',
    match: ({ region }, cypher) =>
      `MATCH (r:Region)<-[x:IN_REGION]-(c:Claim) WHERE r.id IN ${cypher.regions(region ?? {})}${region?.within ? '' : ' AND x.direct'} WITH DISTINCT parent, c`,
  },
]

export class ClaimRepository {
  constructor(
    private readonly batch: Batch,
    private readonly entities: EntityRepository,
  ) {}

  async find(id: string): Promise<ClaimRow | null> {
    return labelOfId(id) === 'Claim' ? this.batch.byId(BY_IDS, id) : null
  }

  /** What hangs at a claim: speaker, topics, figures, article. */
  details(claim: ClaimRow): ClaimDetails | Promise<ClaimDetails> {
    return claim.details ?? (this.batch.byId(DETAILS, claim.id) as Promise<ClaimDetails>)
  }

  /** Claims that meet the filter. With `details` each comes with what hangs at it. */
  async list(filter: ClaimFilter, order: string, page: Page, details: boolean): Promise<Connection<ClaimRow>> {
    const cypher = new Conditions(await this.entities.resolve(referencesIn(filter, REFERENCES)))
    const start = STARTS.find(({ field }) => filter[field] != null && !(field === 'text' && filter.text?.contains == null))
    const { [start?.field ?? 'and']: taken, ...others } = filter
    const match = `${start?.match(filter, cypher) ?? 'MATCH (c:Claim)'}
  WITH parent, c WHERE ${all([COUNTED, compile((start ? others : filter) as ClaimFilter, RULES, cypher)])}`
    return this.page({ name: 'claim.list', match, keys: ORDERS[order] ?? LATEST_FIRST }, page, details, cypher.params)
  }

  /** The claims of an entity, as its kind has them, that meet the filter. */
  async listOf(
    owner: ClaimOwner,
    id: string,
    filter: ClaimFilter,
    order: string,
    page: Page,
    details: boolean,
  ): Promise<Connection<ClaimRow>> {
    const cypher = new Conditions(await this.entities.resolve(referencesIn(filter, REFERENCES)))
    const match = `${OF[owner]}
  WITH DISTINCT parent, c WHERE ${all([COUNTED, compile(filter, RULES, cypher)])}`
    return this.page({ name: `claim.of.${owner}`, match, keys: ORDERS[order] ?? LATEST_FIRST }, page, details, cypher.params, id)
  }

  /** The claims of an article in reading order. */
  listInArticle(article: string, page: Page, details: boolean): Promise<Connection<ClaimRow>> {
    return this.page({ name: 'claim.ofArticle', match: OF_ARTICLE, keys: IN_READING_ORDER }, page, details, {}, article)
  }

  /** What one speaker says on one policy, the latest first. */
  listOnPolicy(speaker: string, policy: string, page: Page, details: boolean): Promise<Connection<ClaimRow>> {
    const match = `${OF_SPEAKER_ON_POLICY} WHERE ${COUNTED}`
    return this.page({ name: 'claim.ofSpeakerOnPolicy', match, keys: LATEST_FIRST }, page, details, {}, `${speaker} ${policy}`)
  }

  private async page(
    from: Omit<Listing<ClaimRow>, 'item'>,
    page: Page,
    details: boolean,
    params: Readonly<Record<string, unknown>>,
    parent?: string,
  ): Promise<Connection<ClaimRow>> {
    const item = claimMap('c', details ? `, details: ${claimDetailsMap('c')}` : '')
    return toConnection(await this.batch.list({ ...from, item }, page, params, parent), page, node => ({ node }))
  }
}
