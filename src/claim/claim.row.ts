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

/** What hangs at a claim: one statement gives all of it. */
export interface ClaimDetails {
  readonly speaker: { readonly entity: EntityRow; readonly position: SpeakerPositionRow | null } | null
  readonly about: readonly EntityRow[]
  readonly figures: readonly FigureRow[]
  readonly article: ArticleRow
}

export interface SpeakerPositionRow {
  readonly title: string
  readonly organization: OrganizationRow | null
  readonly region: RegionRow | null
}

export const claimMap = (variable: string, more = ''): string =>
  `${variable} {.id, .text, .mode, .verb, .spans, .starts, .ends, .attributionStart, .attributionEnd, .publishedOn, .articleId${more}}`

/** The details of a claim variable. A body or region of the office is found by its id, since the office is a property of the speaking. */
export const claimDetailsMap = (variable: string): string => `{
    speaker: head([(s:Entity)-[m:MADE]->(${variable}) | {entity: ${entityMap('s')}, position: CASE WHEN m.title IS NULL THEN null ELSE {
      title: m.title,
      organization: head(COLLECT { MATCH (office:Organization {id: m.organizationId}) RETURN ${entityMap('office')} }),
      region: head(COLLECT { MATCH (place:Region {id: m.regionId}) RETURN ${entityMap('place')} })
    } END}]),
    about: COLLECT { MATCH (${variable})-[:ABOUT]->(topic:Entity) RETURN ${entityMap('topic')} ORDER BY topic.mentionCount DESC, topic.id },
    figures: COLLECT { MATCH (${variable})-[:STATES]->(f:Figure) RETURN ${figureMap('f')} ORDER BY f.start, f.id },
    article: head([(${variable})-[:STATED_IN]->(a:Article) | ${articleMap('a')}])
  }`
