/** Cursors: the sort values of a row, so that a page continues after the row itself, whatever came or went before it. */
import { InvalidInputError } from '../../model/errors'

export type SortValue = string | number
export type SortValues = readonly SortValue[]

/** The opaque form of a row's sort values. */
export function encodeCursor(values: SortValues): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/** The sort values in a cursor. Throws InvalidInputError naming the argument where it is none of ours. */
export function decodeCursor(cursor: string, argument: 'after' | 'before'): SortValues {
  if (cursor.length <= 2000) {
    try {
      const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
      if (Array.isArray(values) && values.every(value => typeof value === 'string' || Number.isFinite(value))) return values
    } catch {
      // falls through to the one answer for everything that is no cursor
    }
  }
  throw new InvalidInputError(argument, 'is not a cursor of this list; pass an endCursor or startCursor as it was given')
}
