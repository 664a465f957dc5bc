/** Claims as statements return them. */
import type { ClaimMode } from '../../model/vocabulary'
import { type ArticleRow, articleMap } from '../article/article.row'
import { type EntityRow, entityMap, type OrganizationRow, type RegionRow } from '../entity/entity.row'
import { type FigureRow, figureMap } from '../figure/figure.row'

export interface ClaimRow {
  readonly id: string
  readonly text: string
  readonly mode: ClaimMode
  readonly verb: string | null
  readonly spans: readonly string[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly attributionStart: number | null
  readonly attributionEnd: number | null
  readonly publishedOn: string | null
  readonly articleId: string
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
export const ALL_DETAILS: ReadonlySet<ClaimDetail> = new Set(['speaker', 'position', 'about', 'figures', 'article'])

export interface SpeakerPositionRow {
  readonly title: string
  readonly organization: OrganizationRow | null
  readonly region: RegionRow | null
}

export const claimMap = (variable: string, more = ''): string =>
  `${variable} {.id, .text, .mode, .verb, .spans, .starts, .ends, .attributionStart, .attributionEnd, .publishedOn, .articleId${more}}`

const POSITION = `CASE WHEN m.title IS NULL THEN null ELSE {
      title: m.title,
      organization: head(COLLECT { MATCH (office:Organization {id: m.organizationId}) RETURN ${entityMap('office')} }),
      region: head(COLLECT { MATCH (place:Region {id: m.regionId}) RETURN ${entityMap('place')} })
    } END`

/** The details of a claim variable. A body or region of the office is found by its id, since the office is a property of the speaking. */
export function claimDetailsMap(variable: string, wanted: ReadonlySet<ClaimDetail>): string {
  const parts: string[] = []
  if (wanted.has('speaker') || wanted.has('position')) {
    parts.push(
      `speaker: head([(s)-[m:MADE]->(${variable}) | {entity: ${entityMap('s')}, position: ${wanted.has('position') ? POSITION : 'null'}}])`,
    )
  }
  if (wanted.has('about')) parts.push(`about: [(${variable})-[:ABOUT]->(topic) | ${entityMap('topic')}]`)
  if (wanted.has('figures')) {
    const subject = wanted.has('subject') ? `, subject: head([(f)-[:MEASURES]->(measured) | ${entityMap('measured')}])` : ''
    parts.push(`figures: [(${variable})-[:STATES]->(f) | ${figureMap('f', subject)}]`)
  }
  if (wanted.has('article')) {
    const outlet = wanted.has('outlet')
      ? `, outlet: head(COLLECT { MATCH (outlet:Organization {id: a.outletId}) RETURN ${entityMap('outlet')} })`
      : ''
    parts.push(`article: head([(${variable})-[:STATED_IN]->(a) | ${articleMap('a', outlet)}])`)
  }
  return `{${parts.join(',\n    ')}}`
}

/** The details with their lists in order: topics by number of mentions, figures as they are read. */
export function inOrder(details: ClaimDetails): ClaimDetails {
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
