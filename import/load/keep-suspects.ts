/** Keeps POSSIBLY_SAME: pairs of entities that share a printed form and may be one. A function of what the graph holds, not of how it came. */
import type { Transaction } from '../../database/connection'
import { statement } from '../../database/statement'
import { decidedBy } from './decided'
import { BEARER } from './look-up'
import { readDecisions } from './read-decisions'
import type { Rules } from './rules'
import { KEYS } from './statements'
import { type Bearer, MOST_BEARERS, suspect } from './suspects'
import { writeRows } from './write-rows'

/** Who else bears the forms that have come or gone; with one bearer too many all pairs of the form go. */
const BEARERS = statement<{ id: string }>(
  'suspects.bearers',
  `UNWIND $names AS row
   MATCH (name:Name {form: row.form, type: row.type})
   WHERE COUNT { (name)-[:NAMES]->() } IN [$most, $most + 1]
   MATCH (name)-[:NAMES]->(entity:Entity)
   RETURN DISTINCT entity.id AS id`,
)
const PAIRS = statement<{ a: Bearer; b: Bearer; forms: readonly string[] }>(
  'suspects.pairs',
  `UNWIND $ids AS id
   MATCH (a:Entity {id: id})<-[:NAMES]-(name:Name)
   WITH a, name, COUNT { (name)-[:NAMES]->() } AS bearers
   WHERE bearers > 1 AND bearers <= $most
   MATCH (name)-[:NAMES]->(b:Entity)
   WHERE a <> b
   WITH a, b, collect(name.form) AS forms
   RETURN ${BEARER('a')} AS a, ${BEARER('b')} AS b, forms`,
)
/** Entities whose forms, name or role changed, and the forms that came to them or left them. */
export interface Changed {
  readonly ids: readonly string[]
  readonly names: readonly { readonly form: string; readonly type: string }[]
}

/** Finds the suspects among the changed entities and all others anew. */
export async function resuspect(transaction: Transaction, { ids, names }: Changed, rules: Rules): Promise<void> {
  if (ids.length === 0 && names.length === 0) return
  const bearers = names.length > 0 ? await transaction.run(BEARERS, { names, most: MOST_BEARERS }) : []
  const all = [...new Set([...ids, ...bearers.map(({ id }) => id)])]
  await writeRows(transaction, { unsuspected: all })
  const pairs = await transaction.run(PAIRS, { ids: all, most: MOST_BEARERS })
  if (pairs.length === 0) return
  const apart = await keptApart(transaction)
  const found = pairs.flatMap(({ a, b, forms }) => suspect(a, b, forms, rules) ?? [])
  const once = new Map(found.map(row => [`${row.from} ${row.to}`, row]))
  const rows = [...once].filter(([pair]) => !apart.has(pair)).map(([, row]) => row)
  await writeRows(transaction, { suspected: rows })
}

/** Pairs of entities, the smaller id first, that a decision keeps apart. */
async function keptApart(transaction: Transaction): Promise<ReadonlySet<string>> {
  const { apart } = decidedBy(await readDecisions(transaction))
  if (apart.length === 0) return new Set()
  const keys = apart.flatMap(({ a, b }) => [...a, ...b])
  const entityOf = new Map((await transaction.run(KEYS, { keys })).map(({ key, entity }) => [key, entity]))
  return new Set(
    apart.flatMap(({ a, b }) => a.flatMap(x => b.map(y => [entityOf.get(x) ?? '', entityOf.get(y) ?? ''].sort().join(' ')))),
  )
}
