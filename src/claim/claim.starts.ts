/** Where lists of claims start from: the indexes that give the claims of something, and which of them narrows a filter most. */
import { all, type Conditions, listed, namesNobody, type References } from '../filter/compile'
import type { WordFilter } from '../filter/inputs'
import type { Listing, SortKey } from '../relay/listing'
import { fullTextQuery } from '../search/full-text'
import type { ClaimRow } from './claim.row'
import type { ClaimFilter } from './claim.type'

export const LATEST_FIRST: readonly SortKey[] = [{ expression: 'c.day', descending: true }, { expression: 'c.id' }]
export const EARLIEST_FIRST: readonly SortKey[] = [{ expression: "coalesce(c.publishedOn, '9999')" }, { expression: 'c.id' }]

/** How the claims of something are found. With `indexed` they come from an index on relationships of counted claims that holds their days in order. */
export type Found = Pick<Listing<ClaimRow>, 'match' | 'indexed'>

/** By an index of a relationship whose property names the thing; it holds the days in order and nothing that is not counted. */
export function byIndex(pattern: string, type: string, property: string, value: string, more = ''): Found {
  const match = `MATCH ${pattern} USING INDEX x:${type}(${property}, day) WHERE x.${property} = ${value} AND x.day >= ''${more}`
  return { match, indexed: [`x.${property}`] }
}

export const MADE_BY = (value: string): Found => byIndex('()-[x:MADE]->(c:Claim)', 'MADE', 'speakerId', value)
export const ABOUT_THING = (value: string): Found => byIndex('(c:Claim)-[x:ABOUT]->()', 'ABOUT', 'thingId', value)
export const IN_REGION = (value: string, within: boolean): Found =>
  byIndex('(c:Claim)-[x:IN_REGION]->()', 'IN_REGION', 'regionId', value, within ? '' : ' AND x.direct')

/** Binds `c` to what a body says, what people say who hold an office in it, and what is said about it. */
export const OF_BODY = (id: string): string => `CALL (${id}) {
    MATCH (:Organization {id: ${id}})-[:MADE]->(c:Claim) RETURN c
    UNION
    MATCH (:Organization {id: ${id}})<-[:ABOUT]-(c:Claim) RETURN c
    UNION
    MATCH ()-[m:MADE]->(c:Claim) USING INDEX m:MADE(organizationId) WHERE m.organizationId = ${id} RETURN c
  }`

export const REFERENCES: References<ClaimFilter> = {
  speaker: 'Entity',
  policy: 'Policy',
  organization: 'Organization',
  region: 'Region',
  outlet: 'Organization',
}

/**
 * Where a list of claims starts from: what binds `c` to every claim that can meet the filter, once, and what of the filter that settles. With `keys` the claims come
 * from an index on nodes that holds their days in order, behind what is the same for all of them (`same`).
 */
export interface Start extends Found {
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

/** Where the list of the claims that meet a filter starts from. */
export function startOf(filter: ClaimFilter, cypher: Conditions, latestFirst: boolean): Start {
  return firstOf(STARTS, from => from(filter, cypher, latestFirst)) ?? fromAll(filter, cypher, latestFirst)
}

/** The first result that is not null. */
function firstOf<Item, Result>(items: readonly Item[], get: (item: Item) => Result | null): Result | null {
  for (const item of items) {
    const result = get(item)
    if (result !== null) return result
  }
  return null
}
