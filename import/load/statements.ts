/** What loading asks before it knows what a document changes. Writers hold the write lock from their first statement on. */
import { statement } from '../../database/statement'
import type { EntityState } from './change-entities'

/**
 * Before a statement whose every part begins at an index: its plan is right whatever the graph holds, and planning it anew each time the graph has
 * grown fourfold costs more than it does.
 */
export const PLANNED_ONCE = 'CYPHER replan=skip'

/** One writer at a time: readers are not held up, other importers wait here until the transaction ends. Gives the number of decisions made so far. */
export const LOCK = statement<{ decisions: number }>(
  'load.lock',
  `MERGE (lock:WriteLock {name: 'graph'}) SET lock.turn = coalesce(lock.turn, 0) + 1
   RETURN coalesce(lock.decisions, 0) AS decisions`,
)

export const CURRENT = statement<{ contentHash: string; extractor: string; readAs: string }>(
  'load.current',
  'MATCH (document:Document {id: $id}) RETURN document.contentHash AS contentHash, document.extractor AS extractor, document.readAs AS readAs',
)

export const KEYS = statement<{ key: string; entity: string; smallest: string }>(
  'load.keys',
  `UNWIND $keys AS wanted
   MATCH (key:IdentityKey {key: wanted})-[:IDENTIFIES]->(entity:Entity)
   RETURN key.key AS key, entity.id AS entity, entity.key AS smallest`,
)

const STATE = `{ .id, .tally, .mentionCount, .claimCount, .degree, role: coalesce(entity.role, entity.kind), .name, .adcode }`

/** ids */
export const ENTITIES = statement<EntityState>(
  'load.entities',
  `UNWIND $ids AS id
   MATCH (entity:Entity {id: id})
   WITH entity ${STATE} AS state
   RETURN state.id AS id, state.tally AS tally, state.mentionCount AS mentionCount, state.claimCount AS claimCount, state.degree AS degree,
     state.role AS role, state.name AS name, state.adcode AS adcode`,
)

/** An entity that some keys identify. */
export interface KnownEntity {
  readonly state: EntityState
  /** The smallest of all its keys. */
  readonly smallest: string
  /** Those of its keys that were asked for. */
  readonly keys: readonly string[]
}
const KNOWN_TO = `UNWIND $keys AS wanted
     MATCH (key:IdentityKey {key: wanted})-[:IDENTIFIES]->(entity:Entity)
     WITH entity, collect(key.key) AS keys`

export const KNOWN = statement<KnownEntity>(
  'load.known',
  `${KNOWN_TO}
   RETURN entity ${STATE} AS state, entity.key AS smallest, keys`,
)

/** The lock, what the graph has of the document, and the entities of its keys: what is read stands after the lock is had. */
export const OPEN = statement<{ decisions: number; readAs: readonly string[]; known: readonly KnownEntity[] }>(
  'load.open',
  `${PLANNED_ONCE} MERGE (lock:WriteLock {name: 'graph'}) SET lock.turn = coalesce(lock.turn, 0) + 1
   WITH lock
   RETURN coalesce(lock.decisions, 0) AS decisions,
     COLLECT { MATCH (document:Document {id: $id}) RETURN document.readAs } AS readAs,
     COLLECT {
     ${KNOWN_TO}
     RETURN {state: entity ${STATE}, smallest: entity.key, keys: keys}
     } AS known`,
)
