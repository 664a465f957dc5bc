/** Claims: by id, as lists with filters, and what hangs at them. */
import { statement } from '../../database/statement'
import { labelOfId } from '../../model/ids'
import type { Batch, ByIds } from '../batch'
import type { EntityRepository } from '../entity/entity.repository'
import { all, Conditions, compile, meetsNothing, type Rules, referencesIn } from '../filter/compile'
import { type Connection, countOf, emptyPage, toConnection } from '../relay/connection'
import { type Below, counted, type Listing, type ListingRow, pageBelow, type SortKey } from '../relay/listing'
import type { Page } from '../relay/page'
import { type AskedOfClaims, type ClaimDetails, type ClaimRow, claimDetailsMap, claimMap, inOrder } from './claim.row'
import {
  ABOUT_THING,
  byIndex,
  EARLIEST_FIRST,
  type Found,
  IN_REGION,
  LATEST_FIRST,
  MADE_BY,
  OF_BODY,
  REFERENCES,
  startOf,
} from './claim.starts'
import type { ClaimFilter } from './claim.type'

const BY_IDS: ByIds<ClaimRow> = statement(
  'claim.byIds',
  `UNWIND $ids AS id MATCH (c:Claim {id: id}) RETURN id, ${claimMap('c')} AS value`,
)

const DETAILS: ByIds<ClaimDetails> = statement(
  'claim.details',
  `UNWIND $ids AS id MATCH (c:Claim {id: id}) RETURN id, ${claimDetailsMap('c')} AS value`,
)

const IN_READING_ORDER: readonly SortKey[] = [{ expression: 'c.starts[0]' }, { expression: 'c.id' }]

/** The orders of claims by the words of ClaimOrder. */
const ORDERS: Readonly<Record<string, readonly SortKey[]>> = { published_on_desc: LATEST_FIRST, published_on_asc: EARLIEST_FIRST }

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
    const start = startOf(filter, cypher, latestFirst)
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
