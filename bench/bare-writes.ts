/**
 * The rows that the loader writes, written barely: for every batch one `UNWIND … MERGE`, nothing read, nothing looked up, nothing checked. What the
 * loader takes beyond that is its own cost.
 */
import type { Database, Transaction } from '../database/connection'
import type { Params, Statement } from '../database/statement'
import { AGGREGATES } from '../import/load/aggregates'
import { FACTS } from '../import/load/project-document'

/** A batch as the loader sent it. */
export interface Batch {
  readonly statement: string
  readonly params: Params
}

/** The database, with every batch that a transaction writes noted in `batches`. */
export function recording(database: Database, batches: Batch[]): Database {
  return {
    ...bound(database),
    inTransaction: (work, options) =>
      database.inTransaction(transaction => {
        batches.length = 0
        const noted: Transaction = {
          run: (statement, params = {}) => {
            if (statement.name in BARE) batches.push({ statement: statement.name, params })
            else if (!LEFT_OUT.test(statement.name))
              throw new Error(`Say in bare-writes.ts what ${statement.name} is when written barely.`)
            return transaction.run(statement, params)
          },
        }
        return work(noted)
      }, options),
  }
}

/** Writes the batches of one document in one transaction. */
export async function writeBarely(database: Database, batches: readonly Batch[]): Promise<void> {
  await database.inTransaction(async transaction => {
    await Promise.all(batches.map(({ statement, params }) => transaction.run(BARE[statement] as Statement, params)))
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

/** Statements that write no rows: the lock, look-ups, and what moves or computes what stands there already. */
const LEFT_OUT =
  /^(?:load\.(?:lock|current|keys|entities|seats|readAggregates|degrees|carryRoles|updateNames|removeNames|removeAggregates)|compare\.(?:neighbours|unlink|uncounted)|reprints\.(?!link$)|claims\.dates|join\.|place\.|recompute\.|settle\.|decide\.|decisions\.|held\.(?:read|holdsOf|holdsAt|remove)|suspects\.(?:bearers|pairs|clear))/

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
  'load.createDocument': 'MERGE (node:Document {id: $props.id}) SET node = $props, node.importedAt = $importedAt',
  ...Object.fromEntries(
    ['Article', 'Claim', 'Figure'].map(label => [
      `load.create${label}s`,
      `UNWIND $rows AS row MERGE (node:${label} {id: row.id}) SET node = row`,
    ]),
  ),
  ...Object.fromEntries(
    ['Person', 'Organization', 'Region', 'Policy'].map(label => [
      `load.createEntities.${label}`,
      `UNWIND $rows AS row MERGE (node:${label} {id: row.props.id}) SET node:Entity, node = row.props`,
    ]),
  ),
  'load.updateEntities': 'UNWIND $rows AS row MERGE (node:Entity {id: row.id}) SET node += row.props',
  'load.supportKeys': 'UNWIND $rows AS row MERGE (key:IdentityKey {key: row.key}) SET key += row',
  'load.identify': `UNWIND $rows AS row
   MATCH (a:IdentityKey {key: row.key})
   MATCH (b:Entity {id: row.entity})
   MERGE (a)-[:IDENTIFIES]->(b)`,
  'load.linkKeys': `UNWIND $rows AS row
   MATCH (a:IdentityKey {key: row.a})
   MATCH (b:IdentityKey {key: row.b})
   MERGE (a)-[edge:SAME_AS]->(b)
   SET edge.support = row.support`,
  ...Object.fromEntries(Object.entries(FACTS).map(([kind, [from, type, to]]) => [`load.relate.${kind}`, relate(from, type, to)])),
  'load.claimInRegion': relate('Claim', 'IN_REGION', 'Region'),
  'load.figureInRegion': relate('Figure', 'IN_REGION', 'Region'),
  'load.regionParents': `UNWIND $rows AS row
   MATCH (a:Region {id: row.from})
   MATCH (b:Region {id: row.to})
   MERGE (a)-[edge:PART_OF]->(b)
   SET edge.source = 'REFERENCE', edge.member = row.member`,
  'load.createSeats': `UNWIND $rows AS row
   MATCH (a:Organization {id: row.from})
   MATCH (b:Region {id: row.to})
   MERGE (a)-[edge:LOCATED_IN]->(b)
   SET edge.source = 'REFERENCE', edge.pair = row.pair, edge.support = row.support`,
  'load.createNames': `UNWIND $rows AS row
   MERGE (name:Name {form: row.form, type: row.type})
   SET name.pinyin = row.pinyin, name.initials = row.initials
   WITH name, row
   MATCH (entity:Entity {id: row.entity})
   MERGE (name)-[edge:NAMES]->(entity)
   SET edge.count = row.count`,
  ...Object.fromEntries(
    AGGREGATES.flatMap(type => [
      [`load.createAggregates.${type}`, relate(AGGREGATE_ENDS[type][0], type, AGGREGATE_ENDS[type][1])],
      [
        `load.updateAggregates.${type}`,
        `UNWIND $rows AS row
   MATCH (a:Entity {id: split(row.pair, '|')[0]})
   MATCH (b:Entity {id: split(row.pair, '|')[1]})
   MERGE (a)-[edge:${type}]->(b)
   SET edge += row.props`,
      ],
    ]),
  ),
  'compare.link': relate('Figure', 'COMPARED_WITH', 'Figure'),
  'held.create': relate('Person', 'HELD', 'Entity'),
  'held.update': `UNWIND $rows AS row
   MATCH (a:Entity {id: row.from})
   MATCH (b:Entity {id: row.to})
   MERGE (a)-[edge:HELD]->(b)
   SET edge += row.props`,
  'suspects.create': relate('Entity', 'POSSIBLY_SAME', 'Entity'),
  'reprints.link': `UNWIND $rows AS row
   MATCH (a:Article {id: row.id})
   MATCH (b:Article {id: row.of})
   MERGE (a)-[edge:REPRINT_OF]->(b)
   SET edge.similarity = row.similarity`,
}

const BARE: Readonly<Record<string, Statement>> = Object.fromEntries(
  Object.entries(texts).map(([name, text]) => [name, { name: `bare.${name}`, text }]),
)
