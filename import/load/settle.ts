/** Lets entities be what their identity keys make of them, after support was withdrawn or a decision made. The caller holds the write lock. */
import type { Transaction } from '../../database/connection'
import { statement } from '../../database/statement'
import type { EntityType } from '../../model/vocabulary'
import { entityId } from './identity'
import { joinEntities } from './join-entities'
import { partition } from './partition'
import { putIn } from './put-in'
import { readDocument } from './read-document'
import type { Rules } from './rules'
import { takeOut } from './take-out'

const KEYS = statement<{ entity: string; type: EntityType; smallest: string; keys: readonly { key: string; alive: boolean }[] }>(
  'settle.keys',
  `UNWIND $ids AS id
   MATCH (entity:Entity {id: id})
   RETURN entity.id AS entity, toLower(entity.searchType) AS type, entity.key AS smallest,
     COLLECT { MATCH (key:IdentityKey)-[:IDENTIFIES]->(entity) RETURN {key: key.key, alive: key.support + key.needed > 0} } AS keys`,
)
const LINKS = statement<{ a: string; b: string }>(
  'settle.links',
  `UNWIND $keys AS key
   MATCH (a:IdentityKey {key: key})-[link:SAME_AS]->(b:IdentityKey)
   WHERE link.support > 0 OR link.decision IS NOT NULL
   RETURN a.key AS a, b.key AS b`,
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

/** Settles the entities. One that falls apart is made anew from the documents that read it. */
export async function settle(transaction: Transaction, ids: readonly string[], rules: Rules): Promise<void> {
  const entities = await transaction.run(KEYS, { ids })
  const dead = entities.flatMap(({ keys }) => keys.filter(({ alive }) => !alive).map(({ key }) => key))
  if (dead.length > 0) await transaction.run(DELETE_KEYS, { keys: dead })
  const gone = entities.filter(({ keys }) => keys.every(({ alive }) => !alive)).map(({ entity }) => entity)
  if (gone.length > 0) await transaction.run(DELETE_ENTITIES, { ids: gone })
  const left = entities.filter(({ keys }) => keys.some(({ alive }) => alive))
  const alive = left.flatMap(({ keys }) => keys.filter(key => key.alive).map(({ key }) => key))
  const links = await transaction.run(LINKS, { keys: alive })
  const renamed: { id: string; type: EntityType; key: string; was: readonly string[] }[] = []
  const broken: string[] = []
  for (const { entity, type, keys } of left) {
    const parts = partition(
      keys.filter(key => key.alive).map(({ key }) => key),
      links,
    )
    const smallest = parts[0]?.[0] as string
    if (parts.length > 1) broken.push(entity)
    else if (entityId(type, smallest) !== entity)
      renamed.push({ id: entityId(type, smallest), type, key: smallest, was: [entity] })
  }
  if (renamed.length > 0) await joinEntities(transaction, renamed, rules)
  if (broken.length > 0) await makeAnew(transaction, broken, rules)
}

/** Takes out all documents that read the entities and puts them in again: their keys meet as the graph now has them. */
export async function makeAnew(transaction: Transaction, entities: readonly string[], rules: Rules): Promise<void> {
  const documents = await transaction.run(DOCUMENTS, { ids: entities })
  const stored = []
  const touched = new Set(entities)
  for (const { id } of documents) {
    const document = await readDocument(transaction, id)
    if (document) stored.push(document)
    for (const entity of await takeOut(transaction, id, rules)) touched.add(entity)
  }
  const others = [...touched].filter(id => !entities.includes(id))
  await clear(transaction, entities)
  for (const { resolved, source, importedAt } of stored) {
    await putIn(transaction, { resolved, source, importedAt, hasDecisions: true }, rules)
  }
  await settle(transaction, others, rules)
}

/** Removes entities that no document reads any more, and their keys. What the reference hierarchy needs of them stays. */
async function clear(transaction: Transaction, ids: readonly string[]): Promise<void> {
  const entities = await transaction.run(KEYS, { ids })
  const dead = entities.flatMap(({ keys }) => keys.filter(({ alive }) => !alive).map(({ key }) => key))
  await transaction.run(DELETE_KEYS, { keys: dead })
  const gone = entities.filter(({ keys }) => keys.every(({ alive }) => !alive)).map(({ entity }) => entity)
  await transaction.run(DELETE_ENTITIES, { ids: gone })
}
