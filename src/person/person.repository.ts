/** People: as lists, with the offices they hold and what they speak on. */
import { statement } from '../../database/statement'
import { type ArticleRow, articleMap, type EvidenceRow, evidenceList } from '../article/article.row'
import type { Batch, ByIds } from '../batch'
import { listEntities, nameRule } from '../entity/entity.listing'
import type { EntityRepository } from '../entity/entity.repository'
import { entityMap, type OrganizationRow, type PersonRow, type PolicyRow, type RegionRow } from '../entity/entity.row'
import type { References, Rules } from '../filter/compile'
import { seatOf } from '../organization/organization.repository'
import { type Connection, toConnection } from '../relay/connection'
import type { Fields } from '../relay/fields'
import type { Listing } from '../relay/listing'
import type { Page } from '../relay/page'
import type { PersonFilter } from './person.type'

export interface PositionRow {
  readonly title: string
  readonly organization?: OrganizationRow | null
  readonly region?: RegionRow | null
  /** Like the days and the evidence, there only where it is asked for. */
  readonly former?: boolean
  readonly firstSeen?: string | null
  readonly lastSeen?: string | null
  readonly evidence: readonly EvidenceRow[]
}

/** A position as statements return it. */
export interface PositionResult extends Omit<PositionRow, 'evidence'> {
  readonly sources?: readonly { article: ArticleRow; places: readonly Omit<EvidenceRow, 'article'>[] }[]
}

/** A person with the offices, where the statement that gave the person was asked for them. */
export interface OfficialRow extends PersonRow {
  readonly positions?: readonly PositionResult[]
}

/** What is asked of positions beside title and body; each costs a look at the articles, or at the bodies. */
export interface PositionDetails {
  /** The places that say so. */
  readonly evidence: boolean
  /** The region of the body. */
  readonly seat: boolean
  /** Those of bodies and regions. */
  readonly fields: Fields
}

/** The articles that show one position, the earliest ones. */
const SHOWN_SOURCES = 20

/** The first articles that give a position, with the places, for the pair of person, body and title in `pair`. */
const SOURCES = `COLLECT {
    MATCH ()-[h:HOLDS]->() USING INDEX h:HOLDS(pair, day) WHERE h.pair = pair AND h.day >= ''
    WITH h ORDER BY h.pair, h.day LIMIT ${SHOWN_SOURCES}
    MATCH (a:Article {id: h.article})
    RETURN {article: ${articleMap('a')}, places: ${evidenceList('h', 'a')}} ORDER BY a.day, a.id
  }`
const TITLE_SOURCE = `[{article: ${articleMap('a')}, places: ${evidenceList('h', 'a')}}]`

/** Where a position is: the body, its region where asked for, the region of the office. */
const placeMap = (seat: boolean, fields: Fields): string => {
  const region = seat ? `, region: ${entityMap('seat', '', fields)}` : ''
  return `organization: CASE WHEN place:Organization THEN ${entityMap('place', region, fields)} END,
    region: CASE WHEN place:Region THEN ${entityMap('place', '', fields)} ELSE head(COLLECT { MATCH (given:Region {id: regionId}) RETURN ${entityMap('given', '', fields)} }) END`
}

/** What of a position is returned only where it is asked for. */
const facts = ({ evidence, fields }: PositionDetails, sources: string): string =>
  [
    'title: title',
    ...['former', 'firstSeen', 'lastSeen'].filter(fact => fields === null || fields.has(fact)).map(fact => `${fact}: ${fact}`),
    ...(evidence ? [`sources: ${sources}`] : []),
  ].join(', ')

/**
 * Binds `positions` to the offices of a person variable: one for each title in each body or region, and for each title without one, from all articles that give
 * it; those seen last first.
 */
export const positionsOf = (person: string, details: PositionDetails): string => {
  const { evidence, seat, fields } = details
  return `CALL (${person}) {
  CALL (${person}) {
    MATCH (${person})-[held:HELD]->(place)${seat ? `\n    ${seatOf('place')}` : ''}
    WITH place, ${seat ? 'seat, ' : ''}held.pair AS pair, held.title AS title, coalesce(held.former, false) AS former, held.firstSeen AS firstSeen, held.lastSeen AS lastSeen, held.count AS said, held.regionId AS regionId
    RETURN lastSeen, said, {${facts(details, SOURCES)}, ${placeMap(seat, fields)}} AS position
    UNION ALL
    MATCH (${person})-[h:HOLDS_TITLE]->(a:Article)
    WITH h.title AS title, coalesce(h.former, false) AS former, min(a.publishedOn) AS firstSeen, max(a.publishedOn) AS lastSeen, count(h) AS said${evidence ? `,\n      collect(head(${TITLE_SOURCE}))[0..${SHOWN_SOURCES}] AS sources` : ''}
    RETURN lastSeen, said, {${facts(details, 'sources')}} AS position
  }
  WITH position ORDER BY coalesce(lastSeen, '') DESC, said DESC, position.title, position.organization.id
  RETURN collect(position) AS positions
}`
}

const positionsText = (details: PositionDetails): string => `UNWIND $ids AS id
MATCH (me:Person {id: id})
${positionsOf('me', details)}
RETURN id, positions AS value`

const positionStatements = new WeakMap<PositionDetails, ByIds<PositionResult[]>>()

/** The statement for these details, made once; each is named for the maps that it returns. */
function positionsStatement(details: PositionDetails): ByIds<PositionResult[]> {
  let made = positionStatements.get(details)
  if (made === undefined) {
    const { evidence, seat, fields } = details
    const name = `person.positions${evidence ? '.evidence' : ''}${seat ? '.seat' : ''} ${entityMap('place', '', fields)} ${facts({ ...details, evidence: false }, '')}`
    made = statement<{ id: string; value: PositionResult[] }>(name, positionsText(details))
    positionStatements.set(details, made)
  }
  return made
}

export interface InitiativeItem {
  readonly policy: PolicyRow
  readonly claimCount: number
  readonly firstSeen: string | null
  readonly lastSeen: string | null
}

const INITIATIVES: Listing<InitiativeItem> = {
  name: 'speaker.initiatives',
  match: 'MATCH (:Entity {id: parent})-[s:SPEAKS_ON]->(y:Policy)',
  keys: [{ expression: 's.claimCount', descending: true }, { expression: 'y.id' }],
  item: `{policy: ${entityMap('y')}, claimCount: s.claimCount, firstSeen: s.firstSeen, lastSeen: s.lastSeen}`,
}

export interface CoSpeakerItem {
  readonly person: PersonRow
  readonly policies: readonly PolicyRow[]
  readonly claimCount: number
}

/** Bounded: the 30 policies on which the person speaks most, and for each the 200 who speak most on it. */
const CO_SPEAKERS: Listing<CoSpeakerItem> = {
  name: 'person.coSpeakers',
  match: `MATCH (me:Person {id: parent})-[mine:SPEAKS_ON]->(y:Policy)
  WITH me, y ORDER BY mine.claimCount DESC, y.id LIMIT 30
  CALL (me, y) {
    MATCH (y)<-[theirs:SPEAKS_ON]-(p:Person) WHERE p <> me
    RETURN p, theirs.claimCount AS claims ORDER BY claims DESC, p.id LIMIT 200
  }
  WITH p, collect(y) AS shared, sum(claims) AS claims`,
  keys: [{ expression: 'size(shared)', descending: true }, { expression: 'claims', descending: true }, { expression: 'p.id' }],
  item: `{person: ${entityMap('p')}, policies: [y IN shared | ${entityMap('y')}], claimCount: claims}`,
}

const LIST = {
  label: 'Person',
  references: { organization: 'Organization', region: 'Place', policy: 'Policy' } satisfies References<PersonFilter>,
  rules: {
    name: nameRule('Person'),
    role: (filter, cypher) => cypher.words('e.role', filter),
    organization: (filter, cypher) => holdsOfficeIn('e', cypher.ids(filter, 'Organization')),
    region: (filter, cypher) => holdsOfficeAt('e', cypher.places(filter)),
    policy: (filter, cypher) => `EXISTS { MATCH (e)-[:SPEAKS_ON]->(y:Policy) WHERE y.id IN ${cypher.ids(filter, 'Policy')} }`,
  } satisfies Rules<PersonFilter>,
} as const

/** The predicate that a person holds an office in one of these bodies or in a part of one. */
export const holdsOfficeIn = (person: string, ids: string): string =>
  `EXISTS { MATCH (${person})-[:HELD]->(:Organization)-[:PART_OF*0..4]->(body:Organization) WHERE body.id IN ${ids} }`

/** The predicate that a person holds an office in one of these regions or bodies. */
export const holdsOfficeAt = (person: string, ids: string): string =>
  `EXISTS { MATCH (${person})-[:HELD]->(place) WHERE place.id IN ${ids} }`

export class PersonRepository {
  constructor(
    private readonly batch: Batch,
    private readonly entities: EntityRepository,
  ) {}

  list(filter: PersonFilter, page: Page): Promise<Connection<PersonRow>> {
    return listEntities<PersonFilter, PersonRow>(this.batch, this.entities, LIST, filter, page)
  }

  /** The offices of a person, those seen last first. */
  async positions(person: string, details: PositionDetails): Promise<PositionRow[]> {
    return toPositions((await this.batch.byId(positionsStatement(details), person)) ?? [])
  }

  /** The policies on which a person or body speaks, those with the most claims first. */
  async initiatives(speaker: string, page: Page): Promise<Connection<PolicyRow, Omit<InitiativeItem, 'policy'>>> {
    return toConnection(await this.batch.list(INITIATIVES, page, {}, speaker), page, ({ policy, ...said }) => ({
      node: policy,
      ...said,
    }))
  }

  /** Who speaks on the same policies, those who share the most first. */
  async coSpeakers(person: string, page: Page): Promise<Connection<PersonRow, Omit<CoSpeakerItem, 'person'>>> {
    return toConnection(await this.batch.list(CO_SPEAKERS, page, {}, person), page, ({ person: node, ...shared }) => ({
      node,
      ...shared,
    }))
  }
}

/** The positions that a statement returned, each with its evidence in one list. */
export function toPositions(results: readonly PositionResult[]): PositionRow[] {
  return joined(
    results.map(({ sources = [], ...row }) => ({
      ...row,
      evidence: sources.flatMap(({ article, places }) => places.map(place => ({ ...place, article }))),
    })),
  )
}

/** One position for each title in each place: where some texts call it a former office and others do not, they speak of one. */
function joined(positions: readonly PositionRow[]): PositionRow[] {
  const byPlace = new Map<string, PositionRow>()
  for (const position of positions) {
    const key = [position.title, position.organization?.id, position.region?.id].join(' ')
    const known = byPlace.get(key)
    byPlace.set(key, known ? join(known, position) : position)
  }
  return [...byPlace.values()]
}

function join(a: PositionRow, b: PositionRow): PositionRow {
  const days = (...seen: (string | null | undefined)[]): string[] => seen.filter(day => day != null).sort()
  return {
    ...a,
    former: (a.former ?? false) && (b.former ?? false),
    firstSeen: days(a.firstSeen, b.firstSeen)[0] ?? null,
    lastSeen: days(a.lastSeen, b.lastSeen).at(-1) ?? null,
    evidence: [...a.evidence, ...b.evidence],
  }
}
