/** Doubts about a document: they are collected and never stop anything. */
import type { RecordWarning } from '../model/extraction-record'

export const WARNING_CODES = ['NO_ARTICLE', 'NO_TITLE', 'LOST_CHARACTERS', 'CONTINUES_ELSEWHERE'] as const
export type WarningCode = (typeof WARNING_CODES)[number]

/** A warning with its place: the 1-based line of `offset` in the source, or none. */
export function warning(code: WarningCode, message: string, source?: string, offset?: number): RecordWarning {
  return { code, message, line: source === undefined || offset === undefined ? null : lineOf(source, offset) }
}

/** The 1-based line of an offset. */
export function lineOf(source: string, offset: number): number {
  let line = 1
  for (let at = source.indexOf('\n'); at >= 0 && at < offset; at = source.indexOf('\n', at + 1)) line++
  return line
}
