/**
 * The rows that the loader writes, written barely: for every batch one `UNWIND … MERGE`, nothing read, nothing looked up, nothing checked. What the
 * loader takes beyond that is its own cost.
 */
import type { Database, Transaction } from '../database/connection'
import type { Statement } from '../database/statement'
import { AGGREGATES } from '../import/load/aggregates'
import { FACTS } from '../import/load/facts'

/** Rows of one kind, as the loader sent them. */
export interface Batch {
  readonly kind: string
  readonly rows: readonly unknown[]
}

/** The database, with all rows that a transaction writes noted in `batches`. */
export function recording(database: Database, batches: Batch[]): Database {
  return {
    ...bound(database),
    inTransaction: (work, options) =>
      database.inTransaction(transaction => {
        batches.length = 0
        const noted: Transaction = {
          run: (statement, params = {}) => {
            if (WRITING.test(statement.name)) batches.push(...batchesOf(params.rows as Rows))
            else if (statement.name === 'reprints.link') batches.push({ kind: 'reprints', rows: params.rows as unknown[] })
            else if (!LEFT_OUT.test(statement.name))
              throw new Error(`Say in bare-writes.ts what ${statement.name} is when written barely.`)
            return transaction.run(statement, params)
          },
        }
        return work(noted)
      }, options),
  }
}

type Rows = Readonly<Record<string, readonly unknown[]>>

/** One batch for each label and type, as somebody would write them who has the rows already. */
function batchesOf(parts: Rows): Batch[] {
  return Object.entries(parts).flatMap(([part, rows]): Batch[] => {
    if (part === 'entities') return perLabel(rows as readonly LabelledRow[])
    if (part === 'newKeys') {
      const keys = (rows as readonly KeyRow[]).map(({ entity, ...key }) => key)
      const ends = (rows as readonly KeyRow[]).map(({ key, entity }) => ({ key, entity }))
      return [
        { kind: 'supportedKeys', rows: keys },
        { kind: 'identified', rows: ends },
      ]
    }
    if (part in BARE) return [{ kind: part, rows }]
    if (MOVED.test(part)) return []
    throw new Error(`Say in bare-writes.ts what ${part} is when written barely.`)
  })
}

interface LabelledRow {
  readonly label: string
  readonly props: unknown
}
interface KeyRow {
  readonly key: string
  readonly entity: string
}

function perLabel(rows: readonly LabelledRow[]): Batch[] {
  const labels = [...new Set(rows.map(({ label }) => label))]
  return labels.map(label => ({ kind: label, rows: rows.filter(row => row.label === label).map(({ props }) => props) }))
}

/** Writes the batches of one document in one transaction. */
export async function writeBarely(database: Database, batches: readonly Batch[]): Promise<void> {
  await database.inTransaction(async transaction => {
    await Promise.all(batches.map(({ kind, rows }) => transaction.run(BARE[kind] as Statement, { rows })))
  })
}

/** Class methods do not survive a spread. */
function bound(database: Database): Database {
  return {
    read: database.read.bind(database),
    write: database.write.bind(database),
    inTransaction: database.inTransaction.bind(database),
    inReadTransaction: database.inReadTransaction.bind(database),
    runAlone: database.runAlone.bind(database),
    plan: database.plan.bind(database),
    observe: database.observe.bind(database),
    ping: database.ping.bind(database),
    server: database.server,
    close: database.close.bind(database),
  }
}

const WRITING = /^write\./
/** Statements that write no rows: the lock, look-ups, and what moves or computes what stands there already. */
const LEFT_OUT =
  /^(?:load\.|compare\.|reprints\.|claims\.dates|join\.|place\.|recompute\.|settle\.|decide\.|decisions\.|held\.|suspects\.)/
/** Rows that take away or carry over what stands there already. */
const MOVED = /^(?:countedNames|lostNames|unsuspected|lost_.*|uncompared|supportedSeats|carriedRoles)$/

function relate(from: string, type: string, to: string): string {
  return `UNWIND $rows AS row
   MATCH (a:${from} {id: row.from})
   MATCH (b:${to} {id: row.to})
   MERGE (a)-[edge:${type}]->(b)
   SET edge = row.props`
}

const AGGREGATE_ENDS = {
  SPEAKS_ON: ['Entity', 'Policy'],
  SPEAKS_IN: ['Person', 'Region'],
  SPOKEN_OF_IN: ['Policy', 'Region'],
} as const
const texts: Record<string, string> = {
  ...Object.fromEntries(
    [
      ['documents', 'Document'],
      ['articles', 'Article'],
      ['claims', 'Claim'],
      ['figures', 'Figure'],
    ].map(([kind, label]) => [kind, `UNWIND $rows AS row MERGE (node:${label} {id: row.id}) SET node = row`]),
  ),
  ...Object.fromEntries(
    ['Person', 'Organization', 'Region', 'Policy'].map(label => [
      label,
      `UNWIND $rows AS row MERGE (node:${label} {id: row.id}) SET node:Entity, node = row`,
    ]),
  ),
  changedEntities: 'UNWIND $rows AS row MERGE (node:Entity {id: row.id}) SET node += row.props',
  supportedKeys: 'UNWIND $rows AS row MERGE (key:IdentityKey {key: row.key}) SET key += row',
  identified: `UNWIND $rows AS row
   MATCH (a:IdentityKey {key: row.key})
   MATCH (b:Entity {id: row.entity})
   MERGE (a)-[:IDENTIFIES]->(b)`,
  linkedKeys: `UNWIND $rows AS row
   MATCH (a:IdentityKey {key: row.a})
   MATCH (b:IdentityKey {key: row.b})
   MERGE (a)-[edge:SAME_AS]->(b)
   SET edge.support = row.support`,
  ...Object.fromEntries(Object.entries(FACTS).map(([kind, [from, type, to]]) => [kind, relate(from, type, to)])),
  CLAIM_IN_REGION: relate('Claim', 'IN_REGION', 'Region'),
  FIGURE_IN_REGION: relate('Figure', 'IN_REGION', 'Region'),
  CLAIM_REPRINTED_IN_REGION: relate('Claim', 'REPRINTED_IN_REGION', 'Region'),
  FIGURE_REPRINTED_IN_REGION: relate('Figure', 'REPRINTED_IN_REGION', 'Region'),
  REPRINT_OF: relate('Article', 'REPRINT_OF', 'Article'),
  REGION_PARENT: relate('Region', 'PART_OF', 'Region'),
  SEAT: relate('Organization', 'LOCATED_IN', 'Region'),
  newNames: `UNWIND $rows AS row
   MERGE (name:Name {form: row.form, type: row.type})
   SET name.pinyin = row.pinyin, name.initials = row.initials
   WITH name, row
   MATCH (entity:Entity {id: row.entity})
   MERGE (name)-[edge:NAMES]->(entity)
   SET edge.count = row.count`,
  ...Object.fromEntries(
    AGGREGATES.flatMap(type => [
      [`new_${type}`, relate(AGGREGATE_ENDS[type][0], type, AGGREGATE_ENDS[type][1])],
      [
        `changed_${type}`,
        `UNWIND $rows AS row
   MATCH (a:Entity {id: split(row.pair, '|')[0]})
   MATCH (b:Entity {id: split(row.pair, '|')[1]})
   MERGE (a)-[edge:${type}]->(b)
   SET edge += row.props`,
      ],
    ]),
  ),
  newHeld: relate('Person', 'HELD', 'Entity'),
  changedHeld: `UNWIND $rows AS row
   MATCH (a:Entity {id: row.from})
   MATCH (b:Entity {id: row.to})
   MERGE (a)-[edge:HELD]->(b)
   SET edge += row.props`,
  compared: relate('Figure', 'COMPARED_WITH', 'Figure'),
  suspected: relate('Entity', 'POSSIBLY_SAME', 'Entity'),
  reprints: `UNWIND $rows AS row
   MATCH (a:Article {id: row.id})
   MATCH (b:Article {id: row.of})
   MERGE (a)-[edge:REPRINT_OF]->(b)
   SET edge.similarity = row.similarity`,
}

const BARE: Readonly<Record<string, Statement>> = Object.fromEntries(
  Object.entries(texts).map(([name, text]) => [name, { name: `bare.${name}`, text }]),
)
