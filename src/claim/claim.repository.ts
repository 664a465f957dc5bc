/** Claims: by id, as lists with filters, and what hangs at them. */
import { statement } from '../../database/statement'
import { labelOfId } from '../../model/ids'
import type { Batch, ByIds } from '../batch'
import type { EntityRepository } from '../entity/entity.repository'
import {
  all,
  Conditions,
  compile,
  listed,
  meetsNothing,
  namesNobody,
  type References,
  type Rules,
  referencesIn,
} from '../filter/compile'
import type { WordFilter } from '../filter/inputs'
import { type Connection, countOf, emptyPage, toConnection } from '../relay/connection'
import { type Below, counted, type Listing, type ListingRow, pageBelow, type SortKey } from '../relay/listing'
import type { Page } from '../relay/page'
import { fullTextQuery } from '../search/full-text'
import { type AskedOfClaims, type ClaimDetails, type ClaimRow, claimDetailsMap, claimMap, inOrder } from './claim.row'
import type { ClaimFilter } from './claim.type'

const BY_IDS: ByIds<ClaimRow> = statement(
  'claim.byIds',
  `UNWIND $ids AS id MATCH (c:Claim {id: id}) RETURN id, ${claimMap('c')} AS value`,
)

const DETAILS: ByIds<ClaimDetails> = statement(
  'claim.details',
  `UNWIND $ids AS id MATCH (c:Claim {id: id}) RETURN id, ${claimDetailsMap('c')} AS value`,
)

const LATEST_FIRST: readonly SortKey[] = [{ expression: 'c.day', descending: true }, { expression: 'c.id' }]
const EARLIEST_FIRST: readonly SortKey[] = [{ expression: "coalesce(c.publishedOn, '9999')" }, { expression: 'c.id' }]
const IN_READING_ORDER: readonly SortKey[] = [{ expression: 'c.starts[0]' }, { expression: 'c.id' }]

/** The orders of claims by the words of ClaimOrder. */
const ORDERS: Readonly<Record<string, readonly SortKey[]>> = { published_on_desc: LATEST_FIRST, published_on_asc: EARLIEST_FIRST }

/** How the claims of something are found. With `indexed` they come from an index on relationships of counted claims that holds their days in order. */
type Found = Pick<Listing<ClaimRow>, 'match' | 'indexed'>

/** By an index of a relationship whose property names the thing; it holds the days in order and nothing that is not counted. */
function byIndex(pattern: string, type: string, property: string, value: string, more = ''): Found {
  const match = `MATCH ${pattern} USING INDEX x:${type}(${property}, day) WHERE x.${property} = ${value} AND x.day >= ''${more}`
  return { match, indexed: [`x.${property}`] }
}

const MADE_BY = (value: string): Found => byIndex('()-[x:MADE]->(c:Claim)', 'MADE', 'speakerId', value)
const ABOUT_THING = (value: string): Found => byIndex('(c:Claim)-[x:ABOUT]->()', 'ABOUT', 'thingId', value)
const IN_REGION = (value: string, within: boolean): Found =>
  byIndex('(c:Claim)-[x:IN_REGION]->()', 'IN_REGION', 'regionId', value, within ? '' : ' AND x.direct')

/** Binds `c` to what a body says, what people say who hold an office in it, and what is said about it. */
const OF_BODY = (id: string): string => `CALL (${id}) {
    MATCH (:Organization {id: ${id}})-[:MADE]->(c:Claim) RETURN c
    UNION
    MATCH (:Organization {id: ${id}})<-[:ABOUT]-(c:Claim) RETURN c
    UNION
    MATCH ()-[m:MADE]->(c:Claim) USING INDEX m:MADE(organizationId) WHERE m.organizationId = ${id} RETURN c
  }`

/** What the claims of something are: each binds `c` for the id in `parent`. */
const OF: Readonly<Record<ClaimOwner, Found>> = {
  speaker: MADE_BY('parent'),
  policy: ABOUT_THING('parent'),
  organization: { match: `${OF_BODY('parent')}\n  WITH DISTINCT parent, c` },
  'region.self': IN_REGION('parent', false),
  'region.below': IN_REGION('parent', true),
  'region.members': {
    match: 'MATCH (:Region {id: parent})<-[:PART_OF*0..1]-(:Region)<-[:IN_REGION]-(c:Claim) WITH DISTINCT parent, c',
  },
}
export type ClaimOwner = 'speaker' | 'policy' | 'organization' | 'region.self' | 'region.below' | 'region.members'

/** The latest first where an index of relationships gives the claims. */
const LATEST_INDEXED: readonly SortKey[] = [{ expression: 'x.day', descending: true }, { expression: 'c.id' }]

const OF_ARTICLE = 'MATCH (:Article {id: parent})<-[:STATED_IN]-(c:Claim)'

/** The claims of one speaker on one policy, named by both ids. */
const OF_PAIR = (pair: string): Found => byIndex('(c:Claim)-[x:ABOUT]->()', 'ABOUT', 'pair', pair)
const ON_POLICY = listingOf('claim.ofSpeakerOnPolicy', OF_PAIR('parent'), 'true', LATEST_FIRST)

/** What a speaker says on a policy. `claims` are there where they came with the speaker; `claimCount` is how many there are in all. */
export interface SaidOnPolicy {
  readonly speaker: string
  readonly policy: string
  readonly claimCount: number
  readonly claims?: ListingRow<ClaimRow>['items']
}

/** The first page of what a speaker says on a policy, as a subquery that knows the ids of both by `pair`. */
export function claimsBelow(pair: string, page: Page, asked: AskedOfClaims, below: Below): string {
  return pageBelow({ ...listingOf(ON_POLICY.name, OF_PAIR(pair), 'true', LATEST_FIRST), item: itemFor(asked) }, page, below)
}

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

/**
 * Where a list of claims starts from: what binds `c` to every claim that can meet the filter, once, and what of the filter that settles. With `keys` the claims come
 * from an index on nodes that holds their days in order, behind what is the same for all of them (`same`).
 */
interface Start extends Found {
  readonly settles: readonly (keyof ClaimFilter)[]
  readonly keys?: readonly SortKey[]
  readonly same?: readonly string[]
  readonly isUnnarrowed?: boolean
}

type StartFrom = (filter: ClaimFilter, cypher: Conditions, latestFirst: boolean) => Start | null

/** The ways to start, the most telling condition first. The claims of one entity come from an index that holds their days in order. */
const STARTS: readonly StartFrom[] = [
  ({ speaker }, cypher) => {
    if (speaker == null) return null
    const ids = cypher.idsOf(speaker, 'Entity')
    if (ids.length === 1) return { settles: ['speaker'], ...MADE_BY(cypher.param(ids[0])) }
    return {
      settles: ['speaker'],
      match: `MATCH (s:Entity)-[:MADE]->(c:Claim) WHERE s.id IN ${cypher.param(ids)} WITH DISTINCT parent, c`,
      isUnnarrowed: true,
    }
  },
  ({ text }, cypher) => {
    if (text?.contains == null) return null
    const query = cypher.param(fullTextQuery(text.contains, 'claim'))
    return {
      settles: ['text'],
      match: `CALL db.index.fulltext.queryNodes('search', ${query}) YIELD node AS c WITH parent, c`,
      isUnnarrowed: true,
    }
  },
  ({ policy }, cypher) => {
    if (policy == null) return null
    const ids = cypher.idsOf(policy, 'Policy')
    if (ids.length === 1) return { settles: ['policy'], ...ABOUT_THING(cypher.param(ids[0])) }
    return {
      settles: ['policy'],
      match: `MATCH (p:Policy)<-[:ABOUT]-(c:Claim) WHERE p.id IN ${cypher.param(ids)} WITH DISTINCT parent, c`,
      isUnnarrowed: true,
    }
  },
  ({ region, speakerRole }, cypher) => {
    if (region == null) return null
    const ids = cypher.idsIn(region)
    const within = region.within ?? false
    if (ids.length === 1) return inOneRegion(ids[0] as string, within, speakerRole ?? {}, cypher)
    const direct = within ? '' : ' AND x.direct'
    return {
      settles: ['region'],
      match: `MATCH (r:Region)<-[x:IN_REGION]-(c:Claim) WHERE r.id IN ${cypher.param(ids)}${direct} WITH DISTINCT parent, c`,
      isUnnarrowed: true,
    }
  },
  ({ organization }, cypher) => {
    if (organization == null) return null
    const ids = cypher.param(cypher.idsOf(organization, 'Organization'))
    return {
      settles: ['organization'],
      match: `UNWIND ${ids} AS body\n  ${OF_BODY('body')}\n  WITH DISTINCT parent, c`,
    }
  },
  ({ outlet }, cypher, latestFirst) => {
    const ids = outlet == null ? [] : cypher.idsOf(outlet, 'Organization')
    if (ids.length !== 1 || !latestFirst) return null
    return {
      settles: ['outlet'],
      match: `MATCH (a:Article) USING INDEX a:Article(outletId, day) WHERE a.outletId = ${cypher.param(ids[0])} AND a.day >= ''
  MATCH (a)<-[:STATED_IN]-(c:Claim)`,
      same: ['a.outletId'],
      keys: [{ expression: 'a.day', descending: true }, { expression: 'c.id' }],
    }
  },
  ({ or }, cypher) => (or == null ? null : fromAnyOf(or, cypher)),
  ({ speakerKind }, cypher, latestFirst) => byWord('speakerKind', speakerKind, cypher, latestFirst),
  ({ speakerRole }, cypher, latestFirst) => byWord('speakerRole', speakerRole, cypher, latestFirst),
  ({ mode }, cypher, latestFirst) => byWord('mode', mode, cypher, latestFirst),
]

/** All claims, the latest first from an index that holds their days in order, as far as the filter bounds these. */
function fromAll({ publishedOn }: ClaimFilter, cypher: Conditions, latestFirst: boolean): Start {
  const days = publishedOn == null ? 'true' : cypher.days('c.day', publishedOn)
  if (!latestFirst) return { settles: [], match: 'MATCH (c:Claim)', isUnnarrowed: true }
  return {
    settles: [],
    match: `MATCH (c:Claim) USING INDEX c:Claim(day) WHERE ${all([days === 'true' ? "c.day >= ''" : "c.day > ''", days])}`,
    keys: LATEST_FIRST,
    same: [],
    isUnnarrowed: true,
  }
}

/** The claims with one word of a closed list, from the index of these words. */
function byWord(
  field: 'speakerKind' | 'speakerRole' | 'mode',
  filter: WordFilter | null | undefined,
  cypher: Conditions,
  latestFirst: boolean,
): Start | null {
  const words = new Set(listed(filter ?? {}))
  if (words.size !== 1 || !latestFirst) return null
  return {
    settles: [field],
    match: `MATCH (c:Claim) USING INDEX c:Claim(${field}, day) WHERE c.${field} = ${cypher.param([...words][0])} AND c.day >= ''`,
    same: [`c.${field}`],
    keys: LATEST_FIRST,
    isUnnarrowed: true,
  }
}

/** More in one statement would take long to plan. */
const MOST_STARTS = 8

/** Where each of several filters tells where to start, their claims together; those that name nobody have none. The filters are left to be met. */
function fromAnyOf(filters: readonly ClaimFilter[], cypher: Conditions): Start | null {
  const starts: Start[] = []
  for (const filter of filters) {
    if (namesNobody(filter, REFERENCES, cypher)) continue
    const start = firstOf(STARTS, from => from(filter, cypher, false))
    if (start === null) return null
    starts.push(start)
  }
  if (starts.length === 0 || starts.length > MOST_STARTS) return null
  const parts = starts.map(({ match }) => `${match} RETURN c`)
  const match = `CALL (parent) {\n    ${parts.join('\n    UNION\n    ')}\n  }\n  WITH DISTINCT parent, c`
  return { settles: [], match, isUnnarrowed: true }
}

/** The claims of one region with one role or all. */
function inOneRegion(region: string, within: boolean, role: WordFilter, cypher: Conditions): Start {
  const roles = new Set(listed(role))
  if (roles.size !== 1) return { settles: ['region'], ...IN_REGION(cypher.param(region), within) }
  const conditions = `x.regionId = ${cypher.param(region)} AND x.role = ${cypher.param([...roles][0])} AND x.day >= ''${within ? '' : ' AND x.direct'}`
  return {
    settles: ['region', 'speakerRole'],
    match: `MATCH (c:Claim)-[x:IN_REGION]->() USING INDEX x:IN_REGION(regionId, role, day) WHERE ${conditions}`,
    indexed: ['x.regionId', 'x.role'],
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

  /** Claims that meet the filter. Each comes with what is asked of it. */
  async list(filter: ClaimFilter, order: string, page: Page, asked: AskedOfClaims): Promise<Connection<ClaimRow>> {
    const cypher = new Conditions(await this.entities.resolve(referencesIn(filter, REFERENCES)))
    if (meetsNothing(filter, RULES, REFERENCES, cypher)) return emptyPage(page)
    const latestFirst = order === 'published_on_desc'
    const start = firstOf(STARTS, from => from(filter, cypher, latestFirst)) ?? fromAll(filter, cypher, latestFirst)
    const others = Object.fromEntries(
      Object.entries(filter).filter(([field]) => !(start.settles as readonly string[]).includes(field)),
    )
    const keys = start.keys ?? ORDERS[order] ?? LATEST_FIRST
    const listing = listingOf('claim.list', start, compile(others as ClaimFilter, RULES, cypher), keys)
    return this.page(
      { ...listing, indexed: start.same ?? listing.indexed, isUnnarrowed: start.isUnnarrowed },
      page,
      asked,
      cypher.params,
    )
  }

  /** The claims of an entity, as its kind has them, that meet the filter. */
  async listOf(
    owner: ClaimOwner,
    id: string,
    filter: ClaimFilter,
    order: string,
    page: Page,
    asked: AskedOfClaims,
  ): Promise<Connection<ClaimRow>> {
    const cypher = new Conditions(await this.entities.resolve(referencesIn(filter, REFERENCES)))
    const keys = ORDERS[order] ?? LATEST_FIRST
    return this.page(
      listingOf(`claim.of.${owner}`, OF[owner], compile(filter, RULES, cypher), keys),
      page,
      asked,
      cypher.params,
      id,
    )
  }

  /** The claims of an article in reading order. */
  listInArticle(article: string, page: Page, asked: AskedOfClaims): Promise<Connection<ClaimRow>> {
    return this.page({ name: 'claim.ofArticle', match: OF_ARTICLE, keys: IN_READING_ORDER }, page, asked, {}, article)
  }

  /** What one speaker says on one policy, the latest first. How much it is, is known from the speaking. */
  listOnPolicy(said: SaidOnPolicy, page: Page, asked: AskedOfClaims): Eventually<Connection<ClaimRow>> {
    const parent = `${said.speaker}|${said.policy}`
    const total = page.counted ? said.claimCount : null
    if (said.claims !== undefined) return toClaims({ parent, items: said.claims, total }, page)
    return this.page(ON_POLICY, { ...page, counted: false }, asked, {}, parent).then(rows => ({ ...rows, ...countOf(total) }))
  }

  private async page(
    from: Omit<Listing<ClaimRow>, 'item'>,
    page: Page,
    asked: AskedOfClaims,
    params: Readonly<Record<string, unknown>>,
    parent?: string,
  ): Promise<Connection<ClaimRow>> {
    return toClaims(await this.batch.list({ ...from, item: itemFor(asked) }, page, params, parent), page)
  }
}

type Eventually<Value> = Value | Promise<Value>

function toClaims(row: ListingRow<ClaimRow>, page: Page): Connection<ClaimRow> {
  return toConnection(row, page, node => {
    const details = node.details && inOrder(node.details)
    return { node: details === node.details ? node : { ...node, details } }
  })
}

const items = new WeakMap<AskedOfClaims, string>()

/** The map of a claim in a list, written once for what is asked. */
function itemFor(asked: AskedOfClaims): string {
  const known = items.get(asked)
  if (known !== undefined) return known
  const item = claimMap('c', asked.details.size > 0 ? `, details: ${claimDetailsMap('c', asked)}` : '', asked.own)
  items.set(asked, item)
  return item
}

/** The listing of what is found, as far as it meets the rest of a filter. An index that holds the order is used for it, and its relationships are counted alone. */
function listingOf(name: string, found: Found, rest: string, keys: readonly SortKey[]): Omit<Listing<ClaimRow>, 'item'> {
  const meeting = (match: string, conditions: string): string =>
    conditions === 'true' ? match : `${match}\n  WITH * WHERE ${conditions}`
  if (!found.indexed) return { name, match: meeting(found.match, all([COUNTED, rest])), keys }
  const count = rest === 'true' ? counted(found.match.replace('(c:Claim)', '()')) : counted(meeting(found.match, rest))
  const common = { name, indexed: found.indexed, count }
  if (keys !== EARLIEST_FIRST) return { ...common, match: meeting(found.match, rest), keys: LATEST_INDEXED }
  // Without a known day comes last, though the index has it first.
  const [dated, undated] = ["x.day > ''", "x.day = ''"].map(days => meeting(found.match.replace("x.day >= ''", days), rest)) as [
    string,
    string,
  ]
  return {
    ...common,
    match: dated,
    keys: [{ expression: 'x.day' }, { expression: 'c.id' }],
    afterwards: { match: undated, keys: [{ expression: "'9999'" }, { expression: 'c.id' }], binds: 'c' },
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
