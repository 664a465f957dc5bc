/**
 * Computes everything that follows from the facts of some entities anew: tallies, profiles, names, counts, sums over claims. What loading adds up
 * step by step is the same as what this gives; it is used where adding up is not possible, as when two entities become one.
 */
import type { Transaction } from '../../database/connection'
import { statement } from '../../database/statement'
import type { EntityType } from '../../model/vocabulary'
import type { ClaimFacts } from './aggregates'
import { NameChanges } from './change-entities'
import { CLAIM_COLUMNS } from './claim-facts'
import { decidedBy, nameFor } from './decided'
import { DEGREES } from './degrees'
import { profileOf } from './entity-profile'
import { addClaims } from './keep-aggregates'
import { recountHeldOf } from './keep-held'
import { resuspect } from './keep-suspects'
import { readDecisions } from './read-decisions'
import { readReferenceLine, tallyOfReading } from './readings'
import type { Rules } from './rules'
import { addTallies, entry, SAYS, type Tally, writeTally } from './tally'
import { writeRows } from './write-rows'

const READINGS = statement<{ id: string; type: EntityType; props: Record<string, unknown> }>(
  'recompute.readings',
  `UNWIND $ids AS id
   MATCH (entity:Entity {id: id})-[reading:READ_IN]->()
   RETURN id, toLower(entity.searchType) AS type, properties(reading) AS props`,
)
const REFERENCES = statement<{ id: string; reference: string; needed: number }>(
  'recompute.references',
  `UNWIND $ids AS id
   MATCH (entity:Entity {id: id})<-[:IDENTIFIES]-(key:IdentityKey)
   WHERE key.needed > 0
   RETURN id, key.reference AS reference, key.needed AS needed`,
)
const KEYS = statement<{ id: string; keys: readonly string[] }>(
  'recompute.keys',
  `UNWIND $ids AS id
   MATCH (entity:Entity {id: id})
   RETURN id, COLLECT { MATCH (key:IdentityKey)-[:IDENTIFIES]->(entity) WHERE key.support + key.needed > 0 RETURN key.key } AS keys`,
)
const COUNTS = statement<{ id: string; type: EntityType; mentions: number; claims: number }>(
  'recompute.counts',
  `UNWIND $ids AS id
   MATCH (entity:Entity {id: id})
   RETURN id, toLower(entity.searchType) AS type,
     reduce(sum = 0, count IN COLLECT { MATCH (entity)-[edge:MENTIONED_IN]->() RETURN edge.count } | sum + count) AS mentions,
     CASE WHEN entity:Person OR entity:Organization
       THEN COUNT { MATCH (entity)-[:MADE]->(claim) WHERE claim.counted RETURN DISTINCT claim }
       ELSE COUNT { MATCH (entity)<-[:ABOUT]-(claim) WHERE claim.counted RETURN DISTINCT claim } END AS claims`,
)
const CLAIMS = statement<ClaimFacts>(
  'recompute.claims',
  `UNWIND $ids AS id
   MATCH (:Entity {id: id})-[:MADE|ABOUT|IN_REGION]-(claim:Claim)
   WHERE claim.counted
   WITH DISTINCT claim
   ${CLAIM_COLUMNS}`,
)

/** The entities have no computed relationships or names left when this begins. */
export async function recomputeEntities(transaction: Transaction, ids: readonly string[], rules: Rules): Promise<void> {
  const tallies = new Map<string, Tally[]>()
  const add = (id: string, tally: Tally): void => void tallies.set(id, [...(tallies.get(id) ?? []), tally])
  for (const { id, type, props } of await transaction.run(READINGS, { ids })) add(id, tallyOfReading(type, props))
  const decided = decidedBy(await readDecisions(transaction))
  if (decided.renames.length > 0) {
    for (const { id, keys } of await transaction.run(KEYS, { ids })) {
      const name = nameFor(keys, decided)
      if (name !== null) add(id, new Map([[entry(SAYS.renamed, name), 1]]))
    }
  }
  for (const { id, reference, needed } of await transaction.run(REFERENCES, { ids })) {
    add(id, new Map([...readReferenceLine(reference).tally].map(([key]) => [key, needed])))
  }
  const names = new NameChanges(rules)
  const rows = (await transaction.run(COUNTS, { ids })).map(({ id, type, mentions, claims }) => {
    const tally = addTallies(...(tallies.get(id) ?? []))
    names.compare(id, type, new Map(), tally)
    return { id, props: { tally: writeTally(tally), mentionCount: mentions, claimCount: claims, ...profileOf(type, tally) } }
  })
  await writeRows(transaction, { changedEntities: rows, ...names.rows })
  await addClaimsOf(transaction, new Set(ids))
  await recountHeldOf(transaction, ids)
  await transaction.run(DEGREES, { ids })
  await resuspect(transaction, { ids, names: names.forms }, rules)
}

/** Adds those sums that one of the entities is an end of. */
async function addClaimsOf(transaction: Transaction, ids: ReadonlySet<string>): Promise<void> {
  const claims = await transaction.run(CLAIMS, { ids: [...ids] })
  await addClaims(transaction, claims, { only: ids })
}
