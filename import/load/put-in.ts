/** Puts a document's facts into the graph. The caller holds the write lock; the document is not there. */
import type { Transaction } from '../../database/connection'
import { InvariantError } from '../../model/errors'
import type { ResolvedDocument } from '../values/resolved'
import { type ClaimFacts, pairKey, sumClaims } from './aggregates'
import { changedEntities, EntityChanges, type EntityState } from './change-entities'
import { type Above, claimInRegion, figureInRegion, hierarchy } from './claim-regions'
import { askedNeighbours, comparedAround, type GroupedFigure, groupedFigure, type NeighbourFigure } from './comparisons'
import { type Decided, nameFor } from './decided'
import { countEnds } from './degrees'
import { claimFacts, identityRows, ownerOf, regionRows, seatRows } from './document-share'
import type { Edge } from './edge'
import { FACTS, type FactKind } from './facts'
import { type GraphRows, together } from './graph-rows'
import { addedHeld, sumHeld } from './held'
import { type IdentityPlan, type KeyGroup, planIdentity } from './identity'
import { joinEntities } from './join-entities'
import { addedSums, askedSums } from './keep-aggregates'
import { joinPrintings } from './keep-printings'
import { resuspect } from './keep-suspects'
import type { LoadSource } from './load-source'
import { lookUp } from './look-up'
import { plainReprints } from './printings'
import { type DocumentRows, projectDocument } from './project/document'
import {
  articleId,
  type Reading,
  type ReferenceLine,
  readingsOf,
  readReferenceLine,
  referenceLines,
  tallyOfReading,
} from './readings'
import type { Rules } from './rules'
import * as cypher from './statements'
import { suspicionsOf } from './suspects'
import { entry, SAYS } from './tally'
import { withoutCounting } from './uncounted'
import { writeRows } from './write-rows'

/** A document to be put in. */
export interface Incoming {
  readonly resolved: ResolvedDocument
  readonly source: LoadSource
  readonly importedAt: string
  readonly decided: Decided
  /** Key → a key of the same part, where entities are made anew and it is known what they are. */
  readonly assigned?: ReadonlyMap<string, string>
  /** The entities of the document's keys, where they have been asked for and nothing is decided. */
  readonly known?: readonly cypher.KnownEntity[]
}

/** Gives the ids of the entities that the document names. */
export async function putIn(transaction: Transaction, incoming: Incoming, rules: Rules): Promise<readonly string[]> {
  const { resolved, source, importedAt, decided } = incoming
  const readings = readingsOf(resolved, decided.splits)
  const references = referenceLines(resolved)
  const lines = references.map(readReferenceLine)
  const { plan, known, states } = await identify(transaction, readings, lines, incoming, rules)
  const entityOf = (key: string): string => {
    const id = plan.entityOf.get(key)
    if (id === undefined) throw new InvariantError(`The identity key ${key} has no entity.`)
    return id
  }
  const projected = projectDocument(resolved, readings, source, ownerOf(readings, entityOf), entityOf)
  const above = hierarchy(lines, entityOf, new Map(projected.edges.REGION_PART_OF.map(({ from, to }) => [from, to])))
  const claims = claimFacts(projected, above)
  const held = sumHeld(projected.edges.HOLDS)
  const seats = seatRows(readings, entityOf)
  const printings = resolved.articles.map(article => ({ ...article, id: articleId(resolved.record, article.localId) }))

  const changes = new EntityChanges(plan.entities, 1)
  for (const reading of readings) changes.add(entityOf(reading.keys[0] as string), tallyOfReading(reading.type, reading.props))
  for (const line of lines) changes.add(entityOf(line.key), line.tally)
  for (const { id, name } of namesByHand(plan, decided)) changes.add(id, new Map([[entry(SAYS.renamed, name), 1]]))
  for (const { from, props } of projected.edges.MENTIONED_IN) changes.addMentions(from, props.count as number)
  const { rows: entityRows, suspects, names } = changedEntities(changes, states, rules)

  const found = await lookUp(transaction, {
    ...askedSums([...sumClaims(claims, 1).aggregates.values()]),
    ...askedNeighbours(projected.figures.flatMap(groupedFigure).map(({ comparisonKey }) => comparisonKey)),
    held: held.map(({ pair }) => pair),
    seats: seats.map(({ pair }) => pair),
    bands: printings.flatMap(({ bands }) => (bands ? [bands] : [])),
    names: suspects.flatMap(({ bearer: { type }, forms }) => forms.map(form => ({ form, type }))),
  })

  const reprints = plainReprints(printings, found.printings, rules)
  const reprinted = new Set(reprints?.map(({ id }) => id))
  const rows = withoutCounting(projected, reprinted)
  const { aggregates, claimCounts } = sumClaims(
    claims.filter((_, index) => rows.claims[index]?.counted),
    1,
  )
  const figures = rows.figures.filter(({ counted }) => counted).flatMap(groupedFigure)
  const fresh = new Set(plan.entities.filter(({ was }) => was.length === 0).map(({ id }) => id))
  const isSeated = new Set(found.seats)
  const placed: GraphRows = {
    ...rows.edges,
    REGION_PARENT: onceEach(regionRows(lines, entityOf))
      .filter(({ from, to }) => fresh.has(from) || fresh.has(to))
      .map(({ from, to, member }) => ({ from, to, props: { source: 'REFERENCE', member } })),
    SEAT: seats
      .filter(({ pair }) => !isSeated.has(pair))
      .map(({ pair, from, to, support }) => ({ from, to, props: { source: 'REFERENCE', pair, support } })),
  }
  const suspicions = decided.apart.length > 0 ? null : suspicionsOf(suspects, found.names, rules)
  const { keys, links } = identityRows(readings, lines, references)
  await writeRows(
    transaction,
    together(
      entityRows(claimCounts, degreesOf(placed)),
      placed,
      inRegions(rows, claims, above),
      addedSums([...aggregates.values()], found),
      addedHeld(held, found.held),
      comparedWith(figures, found.neighbours, rules),
      {
        documents: [{ ...rows.document, importedAt }],
        articles: rows.articles,
        claims: rows.claims,
        figures: rows.figures,
        REPRINT_OF: reprints?.map(({ id, of, similarity }) => ({ from: id, to: of, props: { similarity } })) ?? [],
        newKeys: keys.filter(({ key }) => !known.has(key)).map(row => ({ ...row, entity: entityOf(row.key) })),
        supportedKeys: keys.filter(({ key }) => known.has(key)),
        linkedKeys: links,
        supportedSeats: seats.filter(({ pair }) => isSeated.has(pair)),
        unsuspected: suspicions === null ? [] : suspects.flatMap(({ bearer: { id }, isNew }) => (isNew ? [] : [id])),
        suspected: suspicions ?? [],
      },
    ),
  )
  if (suspicions === null) await resuspect(transaction, { ids: suspects.map(({ bearer }) => bearer.id), names }, rules)
  if (reprints === null) {
    const others = found.printings.map(({ printing }) => printing)
    await joinPrintings(transaction, printings, others, rules)
  }
  return changes.ids
}

/** The claims and figures of a document in the regions they belong to. */
function inRegions(rows: DocumentRows, claims: readonly ClaimFacts[], above: Above): GraphRows {
  const sides = (all: DocumentRows['claims'], edgesOf: (row: (typeof all)[number], index: number) => readonly Edge[]) => {
    const [counted, reprinted] = [[] as Edge[], [] as Edge[]]
    for (const [index, row] of all.entries()) (row.counted ? counted : reprinted).push(...edgesOf(row, index))
    return { counted, reprinted }
  }
  const ofClaims = sides(rows.claims, (claim, index) => claimInRegion(claim, (claims[index] as ClaimFacts).shares))
  const ofFigures = sides(rows.figures, figure => figureInRegion(figure, above))
  return {
    CLAIM_IN_REGION: ofClaims.counted,
    CLAIM_REPRINTED_IN_REGION: ofClaims.reprinted,
    FIGURE_IN_REGION: ofFigures.counted,
    FIGURE_REPRINTED_IN_REGION: ofFigures.reprinted,
  }
}

/** The comparisons that new figures make and unmake among those beside them. */
function comparedWith(figures: readonly GroupedFigure[], neighbours: readonly NeighbourFigure[], rules: Rules): GraphRows {
  const keys = figures.map(({ comparisonKey }) => comparisonKey)
  return comparedAround(keys, [...neighbours, ...figures.map(figure => ({ figure, compared: [] }))], rules)
}

/** Two regions of the reference can be one by decision. */
function onceEach<T extends { readonly from: string; readonly to: string }>(rows: readonly T[]): readonly T[] {
  return [...new Map(rows.map(row => [pairKey(row.from, row.to), row])).values()]
}

/** What relationships by kind are to the degrees of entities. */
function degreesOf(rows: GraphRows): ReadonlyMap<string, number> {
  const degrees = new Map<string, number>()
  const types: Readonly<Record<string, string>> = { REGION_PARENT: 'PART_OF', SEAT: 'LOCATED_IN' }
  for (const [kind, edges] of Object.entries(rows)) {
    const type = types[kind] ?? FACTS[kind as FactKind][1]
    for (const { from, to } of edges as readonly Edge[]) countEnds(degrees, type, from, to)
  }
  return degrees
}

/** Finds out who the document's entities are, and joins entities of the graph that it shows to be one. */
async function identify(
  transaction: Transaction,
  readings: readonly Reading[],
  lines: readonly ReferenceLine[],
  { decided, assigned, known: askedFor }: Incoming,
  rules: Rules,
): Promise<{ plan: IdentityPlan; known: ReadonlySet<string>; states: readonly EntityState[] }> {
  const borne: KeyGroup[] = [...readings, ...lines.map(({ key }) => ({ type: 'region' as const, keys: [key] }))]
  // Where it is known what becomes of an entity, a reading's keys are joined to their parts and not to one another.
  const groups = borne.flatMap(({ type, keys }): KeyGroup[] =>
    keys.some(key => assigned?.has(key)) ? keys.map(key => ({ type, keys: [key] })) : [{ type, keys }],
  )
  const merged = [...decided.merges.map(({ a, b }) => [...a, ...b]), ...partsOf(assigned)]
  const keys = new Set(groups.flatMap(group => group.keys))
  const concerned = [...merged, ...decided.apart.map(({ a, b }) => [...a, ...b])]
  const wanted = [...new Set([...keys, ...concerned.flat()])]
  const entities = askedFor ?? (await transaction.run(cypher.KNOWN, { keys: wanted }))
  const found = new Map(
    entities.flatMap(({ state, smallest, keys }) => keys.map(key => [key, { key, entity: state.id, smallest }] as const)),
  )
  const plan = planIdentity(groups, found, { merged, apart: decided.apart })
  const known = new Set([...found.keys()].filter(key => keys.has(key)))
  const joining = plan.entities.filter(({ id, was }) => was.length > 1 || (was.length === 1 && was[0] !== id))
  if (joining.length === 0) return { plan, known, states: entities.map(({ state }) => state) }
  await joinEntities(transaction, joining, rules)
  return { plan, known, states: await transaction.run(cypher.ENTITIES, { ids: plan.entities.map(({ id }) => id) }) }
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
