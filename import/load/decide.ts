/**
 * Decisions by hand about who is who, after the model of nomenklatura's resolver: records of their own, transitive, undone by another record.
 * Nothing that was read is rewritten; what follows from a decision is computed anew.
 */
import { createHash } from 'node:crypto'
import type { Database, Transaction } from '../../database/connection'
import { statement } from '../../database/statement'
import { InvalidInputError } from '../../model/errors'
import type { EntityType } from '../../model/vocabulary'
import { type DecisionPayload, type DecisionRecord, decidedBy, NOTHING_DECIDED, undoneDecisions } from './decided'
import { resuspect } from './keep-suspects'
import { type KeyLink, partition } from './partition'
import { readDecisions } from './read-decisions'
import { splitKey } from './readings'
import type { Rules } from './rules'
import { makeAnew, settle } from './settle'
import { KEYS, LOCK } from './statements'

/** Why, and who decided. */
export interface Grounds {
  readonly reason: string
  readonly by: string
}

/** An entity by an id that it has or had, with its keys. */
interface Found {
  readonly entity: string
  readonly type: EntityType
  readonly keys: readonly string[]
  /** The key whose id was asked for. */
  readonly own: string
}

const FIND = statement<Found>(
  'decide.find',
  `MATCH (own:IdentityKey {id: $id})-[:IDENTIFIES]->(entity:Entity)
   RETURN entity.id AS entity, toLower(entity.searchType) AS type, own.key AS own,
     COLLECT { MATCH (key:IdentityKey)-[:IDENTIFIES]->(entity) RETURN key.key } AS keys`,
)
const LINKS = statement<KeyLink>(
  'decide.links',
  `UNWIND $keys AS key
   MATCH (a:IdentityKey {key: key})-[link:SAME_AS]->(b:IdentityKey)
   RETURN a.key AS a, b.key AS b, link.support AS support`,
)
const CREATE = statement(
  'decide.create',
  `UNWIND $rows AS row
   MERGE (decision:Decision {id: row.id})
   SET decision += row.props
   WITH count(*) AS made
   MATCH (lock:WriteLock {name: 'graph'})
   SET lock.decisions = coalesce(lock.decisions, 0) + made`,
)
const MARK = statement('decide.mark', 'MATCH (decision:Decision) SET decision.undone = decision.id IN $undone')
const READ_BY = statement<{ entity: string; article: string }>(
  'decide.readBy',
  'UNWIND $articles AS id MATCH (article:Article {id: id})<-[:MENTIONED_IN]-(entity:Entity {id: $entity}) RETURN entity.id AS entity, article.id AS article',
)

/** Lets two entities be one. Both ids resolve to it from then on. Gives the id of the decision. */
export function mergeEntities(
  database: Database,
  survivor: string,
  merged: string,
  grounds: Grounds,
  rules: Rules,
): Promise<string> {
  return decide(database, grounds, rules, async transaction => {
    const [a, b] = [await find(transaction, 'survivor', survivor), await find(transaction, 'merged', merged)]
    if (a.type !== b.type)
      throw new InvalidInputError('merged', `${merged} is a ${b.type}, ${survivor} a ${a.type}; only like can be merged.`)
    if (a.entity === b.entity) throw new InvalidInputError('merged', `${merged} and ${survivor} are one already.`)
    const apart = decidedBy(await readDecisions(transaction)).apart.find(pair => concerns(pair.a, pair.b, a.keys, b.keys))
    if (apart) throw new InvalidInputError('merged', `${merged} and ${survivor} are kept apart by a decision; undo that first.`)
    return { kind: 'merge', type: a.type, a: await partOf(transaction, a), b: await partOf(transaction, b) }
  })
}

/** Lets two entities never become one, whatever documents say. Gives the id of the decision. */
export function keepApart(database: Database, first: string, second: string, grounds: Grounds, rules: Rules): Promise<string> {
  return decide(database, grounds, rules, async transaction => {
    const [a, b] = [await find(transaction, 'a', first), await find(transaction, 'b', second)]
    if (a.type !== b.type)
      throw new InvalidInputError('b', `${second} is a ${b.type}, ${first} a ${a.type}; they are apart already.`)
    if (a.entity === b.entity)
      throw new InvalidInputError('b', `${first} and ${second} are one; split them, or undo what joined them.`)
    return { kind: 'keep_apart', type: a.type, a: a.keys, b: b.keys }
  })
}

/** Takes what some articles say of an entity out of it, into one of its own. Gives the id of the decision. */
export function splitEntity(
  database: Database,
  entity: string,
  articles: readonly string[],
  grounds: Grounds,
  rules: Rules,
): Promise<string> {
  return decide(database, grounds, rules, async transaction => {
    const found = await find(transaction, 'entity', entity)
    const known = new Set((await transaction.run(READ_BY, { articles, entity: found.entity })).map(row => row.article))
    const unknown = articles.filter(id => !known.has(id))
    if (articles.length === 0) throw new InvalidInputError('articles', 'none is given; name the articles that speak of another.')
    if (unknown.length > 0) throw new InvalidInputError('articles', `${unknown.join(', ')} do not mention ${entity}.`)
    return { kind: 'split', type: found.type, keys: found.keys, articles: [...articles].sort() }
  })
}

/** Gives an entity a name. Gives the id of the decision. */
export function renameEntity(database: Database, entity: string, name: string, grounds: Grounds, rules: Rules): Promise<string> {
  return decide(database, grounds, rules, async transaction => {
    const found = await find(transaction, 'entity', entity)
    if (name.trim() === '') throw new InvalidInputError('name', 'it is empty.')
    return { kind: 'rename', type: found.type, keys: found.keys, name: name.trim() }
  })
}

/** Takes a decision back. Gives the id of the decision that does. */
export function undoDecision(database: Database, decision: string, grounds: Grounds, rules: Rules): Promise<string> {
  return decide(database, grounds, rules, async transaction => {
    const records = await readDecisions(transaction)
    if (!records.some(({ id }) => id === decision)) throw new InvalidInputError('decision', `there is no decision ${decision}.`)
    if (undoneDecisions(records).has(decision)) throw new InvalidInputError('decision', `${decision} is undone already.`)
    return { kind: 'undo', decision }
  })
}

/** All records, in their order. */
export async function exportDecisions(database: Database): Promise<readonly DecisionRecord[]> {
  return database.inReadTransaction(transaction => readDecisions(transaction))
}

/** Adds records that the graph does not have, and lets them take effect. Gives their number. */
export async function importDecisions(database: Database, records: readonly DecisionRecord[], rules: Rules): Promise<number> {
  return database.inTransaction(async transaction => {
    await transaction.run(LOCK)
    const before = await readDecisions(transaction)
    const known = new Set(before.map(({ id }) => id))
    const fresh = records.filter(({ id }) => !known.has(id))
    if (fresh.length > 0) await record(transaction, before, fresh, rules)
    return fresh.length
  })
}

async function decide(
  database: Database,
  { reason, by }: Grounds,
  rules: Rules,
  judge: (transaction: Transaction) => Promise<DecisionPayload>,
): Promise<string> {
  const decidedAt = new Date().toISOString()
  return database.inTransaction(async transaction => {
    await transaction.run(LOCK)
    const payload = await judge(transaction)
    const before = await readDecisions(transaction)
    const ordinal = (before.at(-1)?.ordinal ?? 0) + 1
    const id = `dec_${createHash('sha256')
      .update(JSON.stringify([ordinal, payload, reason, by]))
      .digest('hex')
      .slice(0, 20)}`
    await record(transaction, before, [{ id, payload, reason, by, decidedAt, ordinal }], rules)
    return id
  })
}

/** Writes records and lets the graph be as all records together say. */
async function record(
  transaction: Transaction,
  before: readonly DecisionRecord[],
  fresh: readonly DecisionRecord[],
  rules: Rules,
): Promise<void> {
  const rows = fresh.map(({ id, payload, ...facts }) => ({
    id,
    props: { ...facts, kind: payload.kind, payload: JSON.stringify(payload), undone: false },
  }))
  await transaction.run(CREATE, { rows })
  const all = [...before, ...fresh]
  await transaction.run(MARK, { undone: [...undoneDecisions(all)] })
  const decided = decidedBy(all)
  const concerned = fresh.flatMap(({ payload }) => targetsOf(payload, all))
  const keys = [...new Set(concerned.flatMap(({ id, payload }) => keysOfPayload(id, payload)))]
  const entities = async (): Promise<readonly string[]> => [
    ...new Set((await transaction.run(KEYS, { keys })).map(({ entity }) => entity)),
  ]
  if (concerned.some(({ payload }) => payload.kind === 'split')) await makeAnew(transaction, await entities(), decided, rules)
  await settle(transaction, await entities(), decided, rules)
  await resuspect(transaction, { ids: await entities(), names: [] }, rules)
}

/** The decision itself, or for an undo what it takes back or brings back. */
function targetsOf(
  payload: DecisionPayload,
  all: readonly DecisionRecord[],
): readonly { id: string; payload: DecisionPayload }[] {
  if (payload.kind !== 'undo') return all.filter(record => record.payload === payload)
  const target = all.find(({ id }) => id === payload.decision)
  return target ? targetsOf(target.payload, all) : []
}

function keysOfPayload(id: string, payload: DecisionPayload): readonly string[] {
  if (payload.kind === 'undo') return []
  if (payload.kind === 'split') return [...payload.keys, splitKey(payload.type, id)]
  return payload.kind === 'rename' ? payload.keys : [...payload.a, ...payload.b]
}

async function find(transaction: Transaction, argument: string, id: string): Promise<Found> {
  const [found] = await transaction.run(FIND, { id })
  if (!found) throw new InvalidInputError(argument, `there is no entity ${id}.`)
  return found
}

/** The keys that documents join with the one that was asked for: what other merges have added is theirs to keep or to undo. */
async function partOf(transaction: Transaction, { keys, own }: Found): Promise<readonly string[]> {
  const links = await transaction.run(LINKS, { keys })
  const parts = partition(keys, links, NOTHING_DECIDED)
  return parts.find(part => part.includes(own)) ?? keys
}

function concerns(a: readonly string[], b: readonly string[], x: readonly string[], y: readonly string[]): boolean {
  const meets = (one: readonly string[], other: readonly string[]): boolean => one.some(key => other.includes(key))
  return (meets(a, x) && meets(b, y)) || (meets(a, y) && meets(b, x))
}
