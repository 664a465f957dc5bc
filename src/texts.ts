/** Whole texts of articles and documents. A row can be a megabyte of them, so they are bounded in characters where all else is bounded in rows. */
import { statement } from '../database/statement'
import type { ByIds } from './batch'
import { LIMITS } from './limits/limits'
import { overLimit } from './limits/refusal'

/** A text, null where it is too much with the others that are asked for; `together` is how many characters they have. */
export interface TextRow {
  readonly text: string | null
  readonly together: number
}

/** The statement for the texts of nodes with this label. No text leaves the database where all of them are too much. */
export const textsOf = (name: string, label: 'Article' | 'Document'): ByIds<TextRow> =>
  statement(
    name,
    `UNWIND $ids AS id
MATCH (node:${label} {id: id})
WITH collect({id: id, node: node}) AS found, sum(size(node.text)) AS together
UNWIND found AS one
RETURN one.id AS id, {together: together, text: CASE WHEN together <= ${LIMITS.textsLength} THEN one.node.text END} AS value`,
  )

/** The text of a row, empty where there is none. Throws the GraphQLError with which too much is refused. */
export function textIn(row: TextRow | null): string {
  if (row === null) return ''
  if (row.text === null && row.together > LIMITS.textsLength)
    throw overLimit('textsLength', row.together, LIMITS.textsLength, 'Ask for the texts of fewer articles or documents at once.')
  return row.text ?? ''
}
