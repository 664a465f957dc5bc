/**
 * Writes rows. What a statement costs of itself is more than most of a document's rows cost, so the many kinds are parts of three statements. The
 * caller holds the write lock.
 */
import type { Transaction } from '../../database/connection'
import { type Statement, statement } from '../../database/statement'
import { InvariantError } from '../../model/errors'
import { type GraphRows, NODES, RELATIONSHIPS, SUMS } from './graph-rows'
import { PLANNED_ONCE } from './statements'

interface Writer {
  readonly parts: ReadonlySet<string>
  /** Parts whose relationships are counted. */
  readonly counted: readonly string[]
  readonly statement: Statement<Record<string, number>>
}

function writer(name: string, parts: Readonly<Record<string, string>>): Writer {
  const counted = Object.keys(parts).filter(part => (parts[part] as string).includes('SET edge = row.props'))
  const texts = Object.entries(parts).map(
    ([part, text]) =>
      `CALL () {
     UNWIND $rows.${part} AS row
     ${text}${counted.includes(part) ? `\n     RETURN count(*) AS ${part}` : ''}
   }`,
  )
  const text = `${PLANNED_ONCE} ${texts.join('\n   ')}${counted.length > 0 ? `\n   RETURN ${counted.join(', ')}` : ''}`
  return { parts: new Set(Object.keys(parts)), counted, statement: statement(name, text) }
}

/** In this order: what a part matches stands before it. */
const WRITERS = [writer('write.nodes', NODES), writer('write.relationships', RELATIONSHIPS), writer('write.sums', SUMS)]

/** Writes the rows. Throws an InvariantError where a relationship does not find both of its ends. */
export async function writeRows(transaction: Transaction, rows: GraphRows): Promise<void> {
  await Promise.all(WRITERS.map(writer => runWriter(transaction, writer, rows)))
}

async function runWriter(transaction: Transaction, { parts, counted, statement }: Writer, all: GraphRows): Promise<void> {
  const rows = Object.fromEntries(Object.entries(all).filter(([part, some]) => some.length > 0 && parts.has(part)))
  if (Object.keys(rows).length === 0) return
  const [made] = await transaction.run(statement, { rows })
  for (const part of counted) {
    const sent = rows[part]?.length ?? 0
    if (made?.[part] !== sent)
      throw new InvariantError(`Of ${sent} relationships ${part} only ${made?.[part] ?? 0} found both ends.`)
  }
}
