/** Lets entities be what their identity keys make of them, after support was withdrawn or a decision made. The caller holds the write lock. */
import type { Transaction } from '../../database/connection'
import { statement } from '../../database/statement'
import type { EntityType } from '../../model/vocabulary'
import { type Decided, keysOf, nameFor } from './decided'
import { entityId, type PlannedEntity } from './identity'
import { dropComputed, joinEntities } from './join-entities'
import { type KeyLink, partition } from './partition'
import { putIn } from './put-in'
import { readDocument } from './read-document'
import { recomputeEntities } from './recompute-entities'
import type { Rules } from './rules'
import { KEYS as ENTITIES_OF_KEYS } from './statements'
import { takeOut } from './take-out'

interface EntityKeys {
  readonly entity: string
  readonly type: EntityType
  readonly name: string | null
  readonly keys: readonly { readonly key: string; readonly alive: boolean }[]
}
const KEYS = statement<EntityKeys>(
  'settle.keys',
  `UNWIND $ids AS id
   MATCH (entity:Entity {id: id})
   RETURN entity.id AS entity, toLower(entity.searchType) AS type,
     head([line IN entity.tally WHERE line STARTS WITH '1\\td\\t' | substring(line, 4)]) AS name,
     COLLECT { MATCH (key:IdentityKey)-[:IDENTIFIES]->(entity) RETURN {key: key.key, alive: key.support + key.needed > 0} } AS keys`,
)
const LINKS = statement<KeyLink>(
  'settle.links',
  `UNWIND $keys AS key
   MATCH (a:IdentityKey {key: key})-[link:SAME_AS]->(b:IdentityKey)
   WHERE link.support > 0
   RETURN a.key AS a, b.key AS b, link.support AS support`,
)
const DELETE_KEYS = statement(
  'settle.deleteKeys',
  'UNWIND $keys AS wanted MATCH (key:IdentityKey {key: wanted}) DETACH DELETE key',
)
const DELETE_ENTITIES = statement(
  'settle.deleteEntities',
  `UNWIND $ids AS id
   MATCH (entity:Entity {id: id})
   OPTIONAL MATCH (name:Name)-[:NAMES]->(entity)
   WITH entity, collect(name) AS names
   DETACH DELETE entity
   WITH names UNWIND names AS name
   WITH DISTINCT name
   WHERE NOT EXISTS { (name)-[:NAMES]->() }
   DELETE name`,
)
const DOCUMENTS = statement<{ id: string }>(
  'settle.documents',
  'UNWIND $ids AS id MATCH (:Entity {id: id})-[:READ_IN]->(document:Document) RETURN DISTINCT document.id AS id ORDER BY id',
)

/** Those of the entities that a decision in force speaks of, with all others that it speaks of. */
export async function concernedBy(
  transaction: Transaction,
  decided: Decided,
  entities: readonly string[],
): Promise<readonly string[]> {
  const among = new Set(entities)
  const rows = await transaction.run(ENTITIES_OF_KEYS, { keys: keysOf(decided) })
  const entityOf = new Map(rows.map(({ key, entity }) => [key, entity]))
  const groups = [...decided.merges, ...decided.apart].map(({ a, b }) => [...a, ...b])
  const ids = [...groups, ...decided.renames.map(({ keys }) => [...keys])].map(keys =>
    keys.flatMap(key => entityOf.get(key) ?? []),
  )
  return [...new Set(ids.filter(group => group.some(id => among.has(id))).flat())]
}

/** Settles the entities. One that falls apart is made anew from the documents that read it. */
export async function settle(transaction: Transaction, ids: readonly string[], decided: Decided, rules: Rules): Promise<void> {
  const left = await clear(transaction, [...new Set(ids)])
  const alive = left.flatMap(({ keys }) => keys.filter(key => key.alive).map(({ key }) => key))
  if (alive.length === 0) return
  const links = await transaction.run(LINKS, { keys: alive })
  const parts = partition(alive, links, decided)
  const entityOf = new Map(left.flatMap(({ entity, keys }) => keys.map(({ key }) => [key, entity] as const)))
  const typeOf = new Map(left.map(({ entity, type }) => [entity, type]))
  const partsOf = new Map<string, number>()
  const spans = parts.map(part => [...new Set(part.map(key => entityOf.get(key) as string))])
  for (const entities of spans) for (const entity of entities) partsOf.set(entity, (partsOf.get(entity) ?? 0) + 1)

  const joined: PlannedEntity[] = []
  const broken = new Set<string>()
  for (const [index, entities] of spans.entries()) {
    const key = parts[index]?.[0] as string
    const type = typeOf.get(entities[0] as string) as EntityType
    const id = entityId(type, key)
    if (entities.some(entity => (partsOf.get(entity) ?? 0) > 1)) for (const entity of entities) broken.add(entity)
    else if (entities.length > 1 || entities[0] !== id) joined.push({ id, type, key, was: [...entities].sort() })
  }
  if (joined.length > 0) await joinEntities(transaction, joined, rules)
  if (broken.size > 0) {
    const assigned = new Map(parts.flatMap(part => part.map(key => [key, part[0] as string] as const)))
    await makeAnew(transaction, [...broken], decided, rules, assigned)
  }
  const still = left.filter(({ entity }) => !broken.has(entity) && !joined.some(({ was }) => was.includes(entity)))
  await rename(transaction, still, decided, rules)
}

/** Computes those anew whose name by hand is another now. */
async function rename(transaction: Transaction, entities: readonly EntityKeys[], decided: Decided, rules: Rules): Promise<void> {
  const changed = entities.filter(({ name, keys }) => {
    const wanted = nameFor(
      keys.filter(({ alive }) => alive).map(({ key }) => key),
      decided,
    )
    return wanted !== name
  })
  if (changed.length === 0) return
  const ids = changed.map(({ entity }) => entity)
  await dropComputed(transaction, ids)
  await recomputeEntities(transaction, ids, rules)
}

/**
 * Takes out all documents that read the entities and puts them in again: their keys meet as the graph and the decisions now have it.
 * `assigned` says what part a key belongs to where that does not follow from one document alone.
 */
export async function makeAnew(
  transaction: Transaction,
  entities: readonly string[],
  decided: Decided,
  rules: Rules,
  assigned?: ReadonlyMap<string, string>,
): Promise<void> {
  const documents = await transaction.run(DOCUMENTS, { ids: entities })
  const stored = []
  const touched = new Set(entities)
  for (const { id } of documents) {
    const document = await readDocument(transaction, id)
    if (document) stored.push(document)
    for (const entity of await takeOut(transaction, id, rules)) touched.add(entity)
  }
  await clear(transaction, entities)
  for (const { resolved, source, importedAt } of stored) {
    await putIn(transaction, { resolved, source, importedAt, decided, assigned }, rules)
  }
  const others = [...touched].filter(id => !entities.includes(id))
  if (others.length > 0) await settle(transaction, others, decided, rules)
}

/** Removes keys that nothing supports, and entities without keys. Gives what is left, with its living keys. */
async function clear(transaction: Transaction, ids: readonly string[]): Promise<readonly EntityKeys[]> {
  const entities = await transaction.run(KEYS, { ids })
  const dead = entities.flatMap(({ keys }) => keys.filter(({ alive }) => !alive).map(({ key }) => key))
  if (dead.length > 0) await transaction.run(DELETE_KEYS, { keys: dead })
  const isGone = ({ keys }: EntityKeys): boolean => keys.every(({ alive }) => !alive)
  const gone = entities.filter(isGone).map(({ entity }) => entity)
  if (gone.length > 0) await transaction.run(DELETE_ENTITIES, { ids: gone })
  return entities.filter(entity => !isGone(entity)).map(entity => ({ ...entity, keys: entity.keys.filter(({ alive }) => alive) }))
}
