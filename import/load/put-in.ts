/** Puts a document's facts into the graph. The caller holds the write lock; the document is not there. */
import type { Transaction } from '../../database/connection'
import type { Statement } from '../../database/statement'
import { InvariantError } from '../../model/errors'
import type { ResolvedDocument } from '../values/resolved'
import { addClaims } from './add-claims'
import { sumClaims } from './aggregates'
import { changeEntities, EntityChanges } from './change-entities'
import { claimInRegion, figureInRegion, hierarchy } from './claim-regions'
import { recompare } from './compare-stored'
import { type Decided, nameFor } from './decided'
import { claimFacts, identityRows, ownerOf, regionRows, seatRows } from './document-share'
import type { Edge } from './edge'
import { type IdentityPlan, type KeyGroup, planIdentity } from './identity'
import { joinEntities } from './join-entities'
import { addHeld } from './keep-held'
import { resuspect } from './keep-suspects'
import { FACTS, type FactKind, type LoadSource, projectDocument } from './project-document'
import {
  articleId,
  type Reading,
  type ReferenceLine,
  readingsOf,
  readReferenceLine,
  referenceLines,
  tallyOfReading,
} from './readings'
import { joinPrintings, printingsLike } from './reprints'
import type { Rules } from './rules'
import * as cypher from './statements'
import { entry, SAYS } from './tally'

/** A document to be put in. */
export interface Incoming {
  readonly resolved: ResolvedDocument
  readonly source: LoadSource
  readonly importedAt: string
  readonly decided: Decided
  /** Key → a key of the same part, where entities are made anew and it is known what they are. */
  readonly assigned?: ReadonlyMap<string, string>
}

/** Gives the ids of the entities that the document names. */
export async function putIn(transaction: Transaction, incoming: Incoming, rules: Rules): Promise<readonly string[]> {
  const { resolved, source, importedAt, decided } = incoming
  const readings = readingsOf(resolved, decided.splits)
  const references = referenceLines(resolved)
  const lines = references.map(readReferenceLine)
  const { plan, known } = await identify(transaction, readings, lines, incoming, rules)
  const entityOf = (key: string): string => {
    const id = plan.entityOf.get(key)
    if (id === undefined) throw new InvariantError(`The identity key ${key} has no entity.`)
    return id
  }
  const rows = projectDocument(resolved, readings, source, ownerOf(readings, entityOf), entityOf)
  const above = hierarchy(lines, entityOf, new Map(rows.edges.REGION_PART_OF.map(({ from, to }) => [from, to])))
  const claims = claimFacts(rows, above)

  const changes = new EntityChanges(plan.entities, 1)
  for (const reading of readings) changes.add(entityOf(reading.keys[0] as string), tallyOfReading(reading.type, reading.props))
  for (const line of lines) changes.add(entityOf(line.key), line.tally)
  for (const { id, name } of namesByHand(plan, decided)) changes.add(id, new Map([[entry(SAYS.renamed, name), 1]]))
  for (const { from, props } of rows.edges.MENTIONED_IN) changes.addMentions(from, props.count as number)
  changes.addClaims(sumClaims(claims, 1).claimCounts)
  const { changed, written } = await changeEntities(transaction, changes)

  const { keys, links } = identityRows(readings, lines, references)
  const fresh = new Set(plan.entities.filter(({ was }) => was.length === 0).map(({ id }) => id))
  const above1 = regionRows(lines, entityOf).filter(({ from, to }) => fresh.has(from) || fresh.has(to))
  const inRegion = claims.flatMap((claim, index) => claimInRegion(rows.claims[index] as { id: string }, claim.shares))
  const measured = rows.figures.flatMap(figure => figureInRegion(figure, above))
  // Sent one after another without waiting, so they run in this order: what a statement matches stands before it.
  const printings = resolved.articles.map(article => ({ ...article, id: articleId(resolved.record, article.localId) }))
  const [others] = await Promise.all([
    printingsLike(transaction, printings),
    written,
    transaction.run(cypher.CREATE_DOCUMENT, { props: rows.document, importedAt }),
    run(transaction, cypher.CREATE_ARTICLES, rows.articles),
    run(transaction, cypher.CREATE_CLAIMS, rows.claims),
    run(transaction, cypher.CREATE_FIGURES, rows.figures),
    run(transaction, cypher.SUPPORT_KEYS, keys),
    run(
      transaction,
      cypher.IDENTIFY,
      keys.filter(({ key }) => !known.has(key)).map(({ key }) => ({ key, entity: entityOf(key) })),
    ),
    run(transaction, cypher.LINK_KEYS, links),
    ...Object.keys(FACTS).map(kind => relate(transaction, kind as FactKind, rows.edges[kind as FactKind])),
    run(transaction, cypher.REGION_PARENTS, above1),
    seat(transaction, readings, entityOf),
    run(transaction, cypher.CLAIM_IN_REGION, inRegion),
    run(transaction, cypher.FIGURE_IN_REGION, measured),
    addClaims(transaction, claims),
    addHeld(transaction, rows.edges.HOLDS),
    run(transaction, cypher.DEGREES, changes.ids),
  ])
  const compared = rows.figures.flatMap(({ comparisonKey }) => (typeof comparisonKey === 'string' ? [comparisonKey] : []))
  await Promise.all([recompare(transaction, compared, rules), resuspect(transaction, changed, rules)])
  await joinPrintings(transaction, printings, others, rules)
  return changes.ids
}

/** Runs a batch, or nothing where there are no rows. */
async function run(transaction: Transaction, statement: Statement, rows: readonly unknown[]): Promise<void> {
  if (rows.length > 0) await transaction.run(statement, { rows })
}

/** Finds out who the document's entities are, and joins entities of the graph that it shows to be one. */
async function identify(
  transaction: Transaction,
  readings: readonly Reading[],
  lines: readonly ReferenceLine[],
  { decided, assigned }: Incoming,
  rules: Rules,
): Promise<{ plan: IdentityPlan; known: ReadonlyMap<string, unknown> }> {
  const borne: KeyGroup[] = [...readings, ...lines.map(({ key }) => ({ type: 'region' as const, keys: [key] }))]
  // Where it is known what becomes of an entity, a reading's keys are joined to their parts and not to one another.
  const groups = borne.flatMap(({ type, keys }): KeyGroup[] =>
    keys.some(key => assigned?.has(key)) ? keys.map(key => ({ type, keys: [key] })) : [{ type, keys }],
  )
  const merged = [...decided.merges.map(({ a, b }) => [...a, ...b]), ...partsOf(assigned)]
  const keys = new Set(groups.flatMap(group => group.keys))
  const concerned = [...merged, ...decided.apart.map(({ a, b }) => [...a, ...b])]
  const wanted = [...new Set([...keys, ...concerned.flat()])]
  const found = new Map((await transaction.run(cypher.KEYS, { keys: wanted })).map(row => [row.key, row]))
  const plan = planIdentity(groups, found, { merged, apart: decided.apart })
  const known = new Map([...found].filter(([key]) => keys.has(key)))
  const joining = plan.entities.filter(({ id, was }) => was.length > 1 || (was.length === 1 && was[0] !== id))
  if (joining.length > 0) await joinEntities(transaction, joining, rules)
  return { plan, known }
}

function partsOf(assigned: ReadonlyMap<string, string> | undefined): readonly (readonly string[])[] {
  const parts = new Map<string, string[]>()
  for (const [key, part] of assigned ?? []) parts.set(part, [...(parts.get(part) ?? []), key])
  return [...parts.values()]
}

/** Names that decisions give to entities that come into the graph with a key of theirs. */
function namesByHand(plan: IdentityPlan, decided: Decided): readonly { readonly id: string; readonly name: string }[] {
  if (decided.renames.length === 0) return []
  const keys = new Map<string, string[]>()
  for (const [key, id] of plan.entityOf) keys.set(id, [...(keys.get(id) ?? []), key])
  return plan.entities.flatMap(({ id, was }) => {
    const name = was.length === 0 ? nameFor(keys.get(id) ?? [], decided) : null
    return name === null ? [] : [{ id, name }]
  })
}

async function relate(transaction: Transaction, kind: FactKind, edges: readonly Edge[]): Promise<void> {
  if (edges.length === 0) return
  const [row] = await transaction.run(cypher.RELATE[kind], { rows: edges })
  if (row?.made !== edges.length) {
    throw new InvariantError(`Of ${edges.length} relationships ${FACTS[kind].join(' ')} only ${row?.made ?? 0} found both ends.`)
  }
}

async function seat(transaction: Transaction, readings: readonly Reading[], entityOf: (key: string) => string): Promise<void> {
  const rows = seatRows(readings, entityOf)
  if (rows.length === 0) return
  const known = new Set((await transaction.run(cypher.SEATS, { rows })).map(({ pair }) => pair))
  await run(
    transaction,
    cypher.CREATE_SEATS,
    rows.filter(({ pair }) => !known.has(pair)),
  )
}
