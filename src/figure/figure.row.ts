/** Figures as statements return them. */
import type { Qualifier } from '../../model/vocabulary'
import type { EntityRow } from '../entity/entity.row'

export interface FigureRow {
  readonly id: string
  readonly metric: string
  readonly value: number
  readonly unit: string
  readonly period: string | null
  readonly periodFrom: string | null
  readonly periodTo: string | null
  readonly change: boolean
  readonly qualifier: Qualifier | null
  readonly text: string
  readonly start: number
  readonly end: number
  readonly articleId: string
  readonly subjectId: string | null
  /** Whose number it is, where the statement that gave the figure was asked for it. */
  readonly subject?: EntityRow | null
}

export const figureMap = (variable: string, more = ''): string =>
  `${variable} {.id, .metric, .value, .unit, .period, .periodFrom, .periodTo, change: coalesce(${variable}.change, false), .qualifier, .text, .start, .end, .articleId, .subjectId${more}}`
