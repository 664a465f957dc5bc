/**
 * Cursors: the sort values of a row, so that a page continues after the row itself, whatever came or went before it. With them goes which list the row stands
 * in, so that a cursor is not taken for one of another list, filter or order whose rows happen to sort by values of the same kind.
 */
import { createHash } from 'node:crypto'
import { InvalidInputError } from '../../model/errors'

export type SortValue = string | number
export type SortValues = readonly SortValue[]

/** Where a row stands: in which list (`listName`), of which thing (an id; empty for lists that hang at nothing), and where in it. */
export interface Place {
  readonly list: string
  readonly parent: string
  readonly values: SortValues
}

/** The argument that brings a cursor. */
export type CursorArgument = 'after' | 'before'

/** The short name of a list among all lists: the same for the same field, filter and order, whatever the order in which a filter's fields are written. */
export function listName(...parts: readonly unknown[]): string {
  return createHash('sha1').update(JSON.stringify(parts, inOrder)).digest('base64url').slice(0, 8)
}

/** Fields by name, and those that say nothing left out. */
function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

/** The opaque form of a row's place. */
export function encodeCursor({ list, parent, values }: Place): string {
  return Buffer.from(JSON.stringify([list, parent, ...values])).toString('base64url')
}

/** The place in a cursor. Throws InvalidInputError naming the argument where it is none of ours. */
export function decodeCursor(cursor: string, argument: CursorArgument): Place {
  if (cursor.length <= 2000) {
    try {
      const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
      if (Array.isArray(values) && values.every(value => typeof value === 'string' || Number.isFinite(value))) {
        const [list, parent, ...rest] = values as readonly SortValue[]
        if (typeof list === 'string' && typeof parent === 'string') return { list, parent, values: rest }
      }
    } catch {
      // falls through to the one answer for everything that is no cursor
    }
  }
  throw new InvalidInputError(argument, 'is not a cursor of this list; pass an endCursor or startCursor as it was given')
}

/** The error for a cursor that was given for a row of another list. */
export function ofAnotherList(argument: CursorArgument): InvalidInputError {
  return new InvalidInputError(
    argument,
    'is a cursor of another list; pass one that this list gave, with the same filter, the same order and of the same thing',
  )
}
