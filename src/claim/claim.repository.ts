/** Claims: by id, as lists with filters, and what hangs at them. */
import { statement } from '../../database/statement'
import { labelOfId } from '../../model/ids'
import type { Batch, ByIds } from '../batch'
import type { EntityRepository } from '../entity/entity.repository'
import { all, Conditions, compile, listed, type References, type Rules, referencesIn } from '../filter/compile'
import { type Connection, countOf, toConnection } from '../relay/connection'
import { counted, type Listing, type SortKey } from '../relay/listing'
import type { Page } from '../relay/page'
import { fullTextQuery } from '../search/full-text'
import { ALL_DETAILS, type ClaimDetail, type ClaimDetails, type ClaimRow, claimDetailsMap, claimMap, inOrder } from './claim.row'
import type { ClaimFilter } from './claim.type'

const BY_IDS: ByIds<ClaimRow> = statement(
  'claim.byIds',
  `UNWIND $ids AS id MATCH (c:Claim {id: id}) RETURN id, ${claimMap('c')} AS value`,
)

const DETAILS: ByIds<ClaimDetails> = statement(
  'claim.details',
  `UNWIND $ids AS id MATCH (c:Claim {id: id}) RETURN id, ${claimDetailsMap('c', ALL_DETAILS)} AS value`,
)

const LATEST_FIRST: readonly SortKey[] = [{ expression: 'c.day', descending: true }, { expression: 'c.id' }]
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

/** Where a list of claims starts from: what binds `c` to every claim that can meet the filter, once, and what of the filter that settles. */
interface Start extends Pick<Listing<ClaimRow>, 'match' | 'indexed'> {
  readonly settles: readonly (keyof ClaimFilter)[]
  /** The latest first by an index; else the keys of the order. */
  readonly keys?: readonly SortKey[]
}

type StartFrom = (filter: ClaimFilter, cypher: Conditions, latestFirst: boolean) => Start | null

/** The ways to start, the most telling condition first. */
const STARTS: readonly StartFrom[] = [
  ({ speaker }, cypher) =>
    speaker == null
      ? null
      : {
          settles: ['speaker'],
          match: `MATCH (s:Entity)-[:MADE]->(c:Claim) WHERE s.id IN ${cypher.ids(speaker, 'Entity')} WITH DISTINCT parent, c`,
        },
  ({ text }, cypher) => {
    if (text?.contains == null) return null
    const query = cypher.param(fullTextQuery(text.contains, 'claim'))
    return { settles: ['text'], match: `CALL db.index.fulltext.queryNodes('search', ${query}) YIELD node AS c WITH parent, c` }
  },
  ({ policy }, cypher) =>
    policy == null
      ? null
      : {
          settles: ['policy'],
          match: `MATCH (p:Policy)<-[:ABOUT]-(c:Claim) WHERE p.id IN ${cypher.ids(policy, 'Policy')} WITH DISTINCT parent, c`,
        },
  inOneRegion,
  ({ region }, cypher) =>
    region == null
      ? null
      : {
          settles: ['region'],
          match: `MATCH (r:Region)<-[x:IN_REGION]-(c:Claim) WHERE r.id IN ${cypher.regions(region)}${region.within ? '' : ' AND x.direct'} WITH DISTINCT parent, c`,
        },
  (_, __, latestFirst) =>
    latestFirst ? { settles: [], match: "MATCH (c:Claim) USING INDEX c:Claim(day) WHERE c.day >= ''", keys: LATEST_FIRST } : null,
]

/**
 * The claims of one region, the latest first, with one role or all: the index of the relationship holds them in this order, so that a page costs the page.
 * Only claims that are counted have the relationship.
 */
function inOneRegion({ region, speakerRole }: ClaimFilter, cypher: Conditions, latestFirst: boolean): Start | null {
  if (region == null || !latestFirst) return null
  const ids = cypher.idsIn(region)
  if (ids.length !== 1) return null
  const roles = speakerRole == null ? [] : listed(speakerRole)
  const role = new Set(roles).size === 1 ? roles[0] : null
  const conditions = [
    `x.regionId = ${cypher.param(ids[0])}`,
    role === null ? null : `x.role = ${cypher.param(role)}`,
    "x.day >= ''",
    region.within ? null : 'x.direct',
  ].filter(condition => condition !== null)
  const index = role === null ? 'regionId, day' : 'regionId, role, day'
  return {
    settles: role === null ? ['region'] : ['region', 'speakerRole'],
    match: `MATCH (c:Claim)-[x:IN_REGION]->(:Region) USING INDEX x:IN_REGION(${index}) WHERE ${conditions.join(' AND ')}`,
    indexed: role === null ? ['x.regionId'] : ['x.regionId', 'x.role'],
    keys: [{ expression: 'x.day', descending: true }, { expression: 'c.id' }],
  }
}

export class ClaimRepository {
  constructor(
    private readonly batch: Batch,
    private readonly entities: EntityRepository,
  ) {}

  async find(id: string): Promise<ClaimRow | null> {
    return labelOfId(id) === 'Claim' ? this.batch.byId(BY_IDS, id) : null
  }

  /** What hangs at a claim: speaker, topics, figures, article. */
  async details(claim: string): Promise<ClaimDetails> {
    return inOrder((await this.batch.byId(DETAILS, claim)) as ClaimDetails)
  }

  /** Claims that meet the filter. Each comes with the given details. */
  async list(filter: ClaimFilter, order: string, page: Page, details: ReadonlySet<ClaimDetail>): Promise<Connection<ClaimRow>> {
    const cypher = new Conditions(await this.entities.resolve(referencesIn(filter, REFERENCES)))
    const latestFirst = order === 'published_on_desc'
    const start = firstOf(STARTS, from => from(filter, cypher, latestFirst)) ?? { match: 'MATCH (c:Claim)', settles: [] }
    const others = Object.fromEntries(
      Object.entries(filter).filter(([field]) => !(start.settles as readonly string[]).includes(field)),
    )
    const rest = compile(others as ClaimFilter, RULES, cypher)
    const conditions = all([start.indexed ? null : COUNTED, rest])
    const match = conditions === 'true' ? start.match : `${start.match}\n  WITH *\n  WHERE ${conditions}`
    // A region's claims are counted by their relationships alone, without a look at the claims.
    const count =
      start.indexed && rest === 'true' ? counted(start.match.replace('(c:Claim)', '()').replace('(:Region)', '()')) : undefined
    const listing = {
      name: 'claim.list',
      match,
      keys: start.keys ?? ORDERS[order] ?? LATEST_FIRST,
      indexed: start.indexed,
      count,
    }
    return this.page(listing, page, details, cypher.params)
  }

  /** The claims of an entity, as its kind has them, that meet the filter. */
  async listOf(
    owner: ClaimOwner,
    id: string,
    filter: ClaimFilter,
    order: string,
    page: Page,
    details: ReadonlySet<ClaimDetail>,
  ): Promise<Connection<ClaimRow>> {
    const cypher = new Conditions(await this.entities.resolve(referencesIn(filter, REFERENCES)))
    const match = `${OF[owner]}
  WITH DISTINCT parent, c WHERE ${all([COUNTED, compile(filter, RULES, cypher)])}`
    return this.page({ name: `claim.of.${owner}`, match, keys: ORDERS[order] ?? LATEST_FIRST }, page, details, cypher.params, id)
  }

  /** The claims of an article in reading order. */
  listInArticle(article: string, page: Page, details: ReadonlySet<ClaimDetail>): Promise<Connection<ClaimRow>> {
    return this.page({ name: 'claim.ofArticle', match: OF_ARTICLE, keys: IN_READING_ORDER }, page, details, {}, article)
  }

  /** What one speaker says on one policy, the latest first. How much it is, is known from the speaking: `total`. */
  async listOnPolicy(said: { speaker: string; policy: string; total: number }, page: Page, details: ReadonlySet<ClaimDetail>) {
    const match = `${OF_SPEAKER_ON_POLICY} WHERE ${COUNTED}`
    const listing = { name: 'claim.ofSpeakerOnPolicy', match, keys: LATEST_FIRST }
    const rows = await this.page(listing, { ...page, counted: false }, details, {}, `${said.speaker} ${said.policy}`)
    return page.counted ? { ...rows, ...countOf(said.total) } : rows
  }

  private async page(
    from: Omit<Listing<ClaimRow>, 'item'>,
    page: Page,
    details: ReadonlySet<ClaimDetail>,
    params: Readonly<Record<string, unknown>>,
    parent?: string,
  ): Promise<Connection<ClaimRow>> {
    const item = claimMap('c', details.size > 0 ? `, details: ${claimDetailsMap('c', details)}` : '')
    return toConnection(await this.batch.list({ ...from, item }, page, params, parent), page, node => ({
      node: node.details ? { ...node, details: inOrder(node.details) } : node,
    }))
  }
}

/** The first result that is not null. */
function firstOf<Item, Result>(items: readonly Item[], get: (item: Item) => Result | null): Result | null {
  for (const item of items) {
    const result = get(item)
    if (result !== null) return result
  }
  return null
}
