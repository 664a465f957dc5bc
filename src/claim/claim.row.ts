/** Claims as statements return them. */
import type { ClaimMode } from '../../model/vocabulary'
import { type ArticleRow, articleMap } from '../article/article.row'
import { type EntityRow, entityMap, type OrganizationRow, type RegionRow } from '../entity/entity.row'
import { type FigureRow, figureMap } from '../figure/figure.row'
import { type Fields, type Properties, projection } from '../relay/fields'

export interface ClaimRow {
  readonly id: string
  readonly text: string
  readonly mode: ClaimMode
  readonly verb: string | null
  /** The pieces where there are several; null where the text is the only one. */
  readonly spans: readonly string[] | null
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly publishedOn: string | null
  /** What hangs at the claim, where the statement that gave it was asked for that. */
  readonly details?: ClaimDetails
}

/** What hangs at a claim. Where only some of it was asked for, the rest is left out. */
export interface ClaimDetails {
  readonly speaker: { readonly entity: EntityRow; readonly position: SpeakerPositionRow | null } | null
  readonly about: readonly EntityRow[]
  readonly figures: readonly FigureRow[]
  readonly article: ArticleRow
}

/** Which details are asked for; `outlet` is that of the article, `subject` that of the figures. */
export type ClaimDetail = keyof ClaimDetails | 'position' | 'outlet' | 'subject'

/** What of claims is asked for: fields of their own, what hangs at them, and which fields of all of that. */
export interface AskedOfClaims {
  readonly own: Fields
  readonly details: ReadonlySet<ClaimDetail>
  readonly fields: Fields
}
const EVERYTHING: AskedOfClaims = {
  own: null,
  details: new Set(['speaker', 'position', 'about', 'figures', 'article']),
  fields: null,
}

export interface SpeakerPositionRow {
  readonly title: string
  readonly organization: OrganizationRow | null
  readonly region: RegionRow | null
}

const PROPERTIES: Properties = {
  text: ['text', 'evidence'],
  mode: ['mode'],
  verb: ['verb'],
  publishedOn: ['publishedOn'],
  starts: ['evidence'],
  ends: ['evidence'],
}

export function claimMap(variable: string, more = '', fields: Fields = null): string {
  const spans =
    fields === null || fields.has('evidence') ? `, spans: CASE WHEN size(${variable}.starts) > 1 THEN ${variable}.spans END` : ''
  return `${variable} {${projection(PROPERTIES, fields)}${spans}${more}}`
}

const positionMap = (fields: Fields): string => `CASE WHEN m.title IS NULL THEN null ELSE {
      title: m.title,
      organization: head(COLLECT { MATCH (office:Organization {id: m.organizationId}) RETURN ${entityMap('office', '', fields)} }),
      region: head(COLLECT { MATCH (place:Region {id: m.regionId}) RETURN ${entityMap('place', '', fields)} })
    } END`

/** The details of a claim variable. A body or region of the office is found by its id, since the office is a property of the speaking. */
export function claimDetailsMap(variable: string, { details, fields }: AskedOfClaims = EVERYTHING): string {
  const parts: string[] = []
  if (details.has('speaker') || details.has('position')) {
    const position = details.has('position') ? positionMap(fields) : 'null'
    parts.push(`speaker: head([(s)-[m:MADE]->(${variable}) | {entity: ${entityMap('s', '', fields)}, position: ${position}}])`)
  }
  if (details.has('about')) {
    const order = fields === null || fields.has('mentionCount') ? '' : ', mentionCount: coalesce(topic.mentionCount, 0)'
    parts.push(`about: [(${variable})-[:ABOUT]->(topic) | ${entityMap('topic', order, fields)}]`)
  }
  if (details.has('figures')) {
    const subject = details.has('subject')
      ? `, subject: head([(f)-[:MEASURES]->(measured) | ${entityMap('measured', '', fields)}])`
      : ''
    parts.push(`figures: [(${variable})-[:STATES]->(f) | ${figureMap('f', subject)}]`)
  }
  if (details.has('article')) {
    const outlet = details.has('outlet')
      ? `, outlet: head(COLLECT { MATCH (outlet:Organization {id: a.outletId}) RETURN ${entityMap('outlet', '', fields)} })`
      : ''
    parts.push(
      `article: head([(${variable})-[:STATED_IN]->(a) | ${articleMap('a', outlet, outlet === '' ? fields : without(fields, 'outlet'))}])`,
    )
  }
  return `{${parts.join(',\n    ')}}`
}

/** The fields but one, which comes in another way. */
const without = (fields: Fields, field: string): Fields => fields && new Set([...fields].filter(name => name !== field))

/** The details with their lists in order: topics by number of mentions, figures as they are read. */
export function inOrder(details: ClaimDetails): ClaimDetails {
  if (!(details.about?.length > 1) && !(details.figures?.length > 1)) return details
  const about =
    details.about?.length > 1
      ? [...details.about].sort((a, b) => b.mentionCount - a.mentionCount || (a.id < b.id ? -1 : 1))
      : details.about
  const figures =
    details.figures?.length > 1
      ? [...details.figures].sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
      : details.figures
  return { ...details, about, figures }
}
