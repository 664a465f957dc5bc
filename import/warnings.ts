/** Doubts about a document: they are collected and never stop anything. */
import type { RecordWarning } from '../model/extraction-record'

export const WARNING_CODES = ['NO_ARTICLE', 'NO_TITLE', 'LOST_CHARACTERS', 'CONTINUES_ELSEWHERE'] as const
export type WarningCode = (typeof WARNING_CODES)[number]

/** A warning with the line that it is about, or none. */
export function warning(code: WarningCode, message: string, line: number | null = null): RecordWarning {
  return { code, message, line }
}

/** Gives the 1-based line of an offset. The line ends are sought once, when a line is first asked for. */
export function linesOf(source: string): (offset: number) => number {
  let ends: number[] | null = null
  return offset => {
    if (ends === null) {
      ends = []
      for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) ends.push(at)
    }
    let low = 0
    let high = ends.length
    while (low < high) {
      const mid = (low + high) >> 1
      if ((ends[mid] as number) < offset) low = mid + 1
      else high = mid
    }
    return low + 1
  }
}
