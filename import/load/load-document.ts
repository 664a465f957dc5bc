/** Loads one document into the graph, in one transaction: all of it or nothing, and nothing where it is there already. */
import type { Database, Transaction } from '../../database/connection'
import { InvariantError } from '../../model/errors'
import { idOf } from '../../model/ids'
import { LABEL_OF_ENTITY } from '../../model/vocabulary'
import type { ResolvedDocument } from '../values/resolved'
import { addClaims } from './add-claims'
import type { ClaimFacts } from './aggregates'
import { pairKey } from './aggregates'
import { changeEntities, EntityChanges } from './change-entities'
import { claimInRegion, figureInRegion, hierarchy, sharesOf } from './claim-regions'
import { entityId, type KeyGroup, planIdentity } from './identity'
import { joinEntities } from './join-entities'
import { type DocumentRows, type Edge, FACTS, type FactKind, type LoadSource, projectDocument, readAs } from './project-document'
import {
  documentId,
  type Reading,
  type ReferenceLine,
  readingsOf,
  readReferenceLine,
  referenceLines,
  tallyOfReading,
} from './readings'
import { removeFacts } from './remove-document'
import * as cypher from './statements'

export type LoadStatus = 'IMPORTED' | 'UPDATED' | 'UNCHANGED'

export interface LoadOutcome {
  readonly status: LoadStatus
  /** Id of the document. */
  readonly document: string
}

/** Whether the graph holds the document as this extractor reads it. Costs one read. */
export async function isLoaded(database: Database, source: LoadSource): Promise<boolean> {
  const [current] = await database.read(cypher.CURRENT, { id: idOf('Document', source.name) })
  return current?.readAs === readAs(source)
}

/**
 * Loads a document. What an earlier version of it said is taken out first. Throws a DocumentError where the record breaks a rule and a DatabaseError
 * where the database gives up; the graph is then as it was.
 */
export async function loadDocument(database: Database, resolved: ResolvedDocument, source: LoadSource): Promise<LoadOutcome> {
  const document = documentId(resolved.record)
  if (await isLoaded(database, source)) return { status: 'UNCHANGED', document }
  const importedAt = new Date().toISOString()
  return database.inTransaction(async transaction => {
    await transaction.run(cypher.LOCK)
    const [current] = await transaction.run(cypher.CURRENT, { id: document })
    if (current?.readAs === readAs(source)) return { status: 'UNCHANGED', document }
    if (current) await removeFacts(transaction, document)
    await putIn(transaction, resolved, source, importedAt)
    return { status: current ? 'UPDATED' : 'IMPORTED', document }
  })
}

async function putIn(
  transaction: Transaction,
  resolved: ResolvedDocument,
  source: LoadSource,
  importedAt: string,
): Promise<void> {
  const readings = readingsOf(resolved)
  const references = referenceLines(resolved)
  const lines = references.map(readReferenceLine)
  const { plan, known } = await identify(transaction, readings, lines)
  const entityOf = (key: string): string => {
    const id = plan.entityOf.get(key)
    if (id === undefined) throw new InvariantError(`The identity key ${key} has no entity.`)
    return id
  }
  const owner = ownerOf(readings, entityOf)
  const rows = projectDocument(resolved, readings, source, owner, entityOf)

  const changes = new EntityChanges(plan)
  for (const reading of readings) {
    changes.add(entityOf(reading.keys[0] as string), tallyOfReading(reading.type, reading.props))
  }
  for (const line of lines) changes.add(entityOf(line.key), line.tally)
  for (const { from, props } of rows.edges.MENTIONED_IN) changes.addMentions(from, props.count as number)

  const within = new Map(rows.edges.REGION_PART_OF.map(({ from, to }) => [from, to]))
  const above = hierarchy(lines, entityOf, within)
  const claims = claimFacts(rows, above)
  changes.addClaims(claims)

  await changeEntities(transaction, changes)
  // Sent one after another without waiting, so they run in this order: what a statement matches stands before it.
  await Promise.all([
    transaction.run(cypher.CREATE_DOCUMENT, { props: rows.document, importedAt }),
    run(transaction, cypher.CREATE_ARTICLES, rows.articles),
    run(transaction, cypher.CREATE_CLAIMS, rows.claims),
    run(transaction, cypher.CREATE_FIGURES, rows.figures),
    supportKeys(transaction, readings, lines, references, entityOf, known),
    ...Object.keys(FACTS).map(kind => relate(transaction, kind as FactKind, rows.edges[kind as FactKind])),
    relateRegions(transaction, lines, entityOf, new Set(plan.entities.filter(({ was }) => was.length === 0).map(({ id }) => id))),
    seat(transaction, readings, entityOf),
    run(
      transaction,
      cypher.CLAIM_IN_REGION,
      claims.flatMap((claim, index) => claimInRegion(rows.claims[index] as { id: string }, claim.shares)),
    ),
    run(
      transaction,
      cypher.FIGURE_IN_REGION,
      rows.figures.flatMap(figure => figureInRegion(figure.id, figure.regionId as string | null, above)),
    ),
  ])
  await addClaims(transaction, claims)
  await transaction.run(cypher.DEGREES, { ids: changes.ids })
}

/** Runs a batch, or nothing where there are no rows. */
async function run(transaction: Transaction, statement: typeof cypher.CREATE_ARTICLES, rows: readonly unknown[]): Promise<void> {
  if (rows.length > 0) await transaction.run(statement, { rows })
}

/** Finds out who the document's entities are, and joins entities of the graph that it shows to be one. */
async function identify(transaction: Transaction, readings: readonly Reading[], lines: readonly ReferenceLine[]) {
  const groups: KeyGroup[] = [...readings, ...lines.map(({ key }) => ({ type: 'region' as const, keys: [key] }))]
  const keys = [...new Set(groups.flatMap(group => group.keys))]
  const found = await transaction.run(cypher.KEYS, { keys })
  const known = new Map(found.map(row => [row.key, row]))
  const plan = planIdentity(groups, known)
  const joining = plan.entities.filter(({ id, was }) => was.length > 1 || (was.length === 1 && was[0] !== id))
  if (joining.length > 0) await joinEntities(transaction, joining)
  return { plan, known }
}

/** Who a local entity is in an article, or in the document as a whole. */
function ownerOf(
  readings: readonly Reading[],
  entityOf: (key: string) => string,
): (localId: string, article: string | null) => string {
  const whole = new Map<string, string>()
  const parts = new Map<string, string>()
  for (const { localId, keys, scope } of readings) {
    const id = entityOf(keys[0] as string)
    if (!whole.has(localId)) whole.set(localId, id)
    for (const article of scope ?? []) parts.set(`${localId} ${article}`, id)
  }
  return (localId, article) => {
    const id = (article === null ? undefined : parts.get(`${localId} ${article}`)) ?? whole.get(localId)
    if (id === undefined) throw new InvariantError(`The local entity ${localId} has no reading.`)
    return id
  }
}

function claimFacts(rows: DocumentRows, above: (region: string) => readonly string[]): ClaimFacts[] {
  const about = new Map<string, string[]>()
  for (const { from, to } of rows.edges.ABOUT) about.set(from, [...(about.get(from) ?? []), to])
  const office = new Map(rows.edges.MADE.map(({ to, props }) => [to, props.regionId as string | null]))
  return rows.claims.map(claim => {
    const things = [...new Set(about.get(claim.id) ?? [])]
    const region = office.get(claim.id) ?? null
    return {
      id: claim.id,
      speakerId: claim.speakerId as string | null,
      office: region,
      publishedOn: claim.publishedOn as string | null,
      about: things,
      shares: sharesOf(
        region,
        things.filter(id => id.startsWith('reg_')),
        above,
      ),
    }
  })
}

async function relate(transaction: Transaction, kind: FactKind, edges: readonly Edge[]): Promise<void> {
  if (edges.length === 0) return
  const [row] = await transaction.run(cypher.RELATE[kind], { rows: edges })
  if (row?.made !== edges.length) {
    throw new InvariantError(`Of ${edges.length} relationships ${FACTS[kind].join(' ')} only ${row?.made ?? 0} found both ends.`)
  }
}

async function supportKeys(
  transaction: Transaction,
  readings: readonly Reading[],
  lines: readonly ReferenceLine[],
  references: readonly string[],
  entityOf: (key: string) => string,
  known: ReadonlyMap<string, unknown>,
): Promise<void> {
  const rows = new Map<
    string,
    { key: string; id: string; type: string; support: number; needed: number; reference: string | null }
  >()
  const row = (key: string, type: Reading['type']) => {
    const made = rows.get(key) ?? { key, id: idOf(LABEL_OF_ENTITY[type], key), type, support: 0, needed: 0, reference: null }
    rows.set(key, made)
    return made
  }
  const links = new Map<string, { a: string; b: string; support: number }>()
  for (const { type, keys } of readings) {
    for (const key of keys) row(key, type).support++
    const [a, ...others] = keys as readonly [string, ...string[]]
    for (const b of others) {
      const link = links.get(`${a}\n${b}`) ?? { a, b, support: 0 }
      link.support++
      links.set(`${a}\n${b}`, link)
    }
  }
  for (const [index, { key }] of lines.entries()) {
    const needed = row(key, 'region')
    needed.needed++
    needed.reference = references[index] as string
  }
  const fresh = [...rows.keys()].filter(key => !known.has(key)).map(key => ({ key, entity: entityOf(key) }))
  await Promise.all([
    run(transaction, cypher.SUPPORT_KEYS, [...rows.values()]),
    run(transaction, cypher.IDENTIFY, fresh),
    run(transaction, cypher.LINK_KEYS, [...links.values()]),
  ])
}

/** The hierarchy above regions that the graph did not have. */
async function relateRegions(
  transaction: Transaction,
  lines: readonly ReferenceLine[],
  entityOf: (key: string) => string,
  fresh: ReadonlySet<string>,
): Promise<void> {
  const rows = lines.flatMap(({ key, parent, memberOf }) => [
    ...(parent === null ? [] : [{ from: entityOf(key), to: entityOf(parent), member: false }]),
    ...memberOf.map(set => ({ from: entityOf(key), to: entityOf(set), member: true })),
  ])
  await run(
    transaction,
    cypher.REGION_PARENTS,
    rows.filter(({ from, to }) => fresh.has(from) || fresh.has(to)),
  )
}

/** Where reference data puts the bodies: one relationship for all documents, with the number of those that need it. */
async function seat(transaction: Transaction, readings: readonly Reading[], entityOf: (key: string) => string): Promise<void> {
  const rows = new Map<string, { pair: string; from: string; to: string; support: number }>()
  for (const { keys, props } of readings) {
    if (typeof props.seat !== 'string') continue
    const [from, to] = [entityOf(keys[0] as string), entityOf(props.seat)]
    const pair = pairKey(from, to)
    rows.set(pair, { pair, from, to, support: (rows.get(pair)?.support ?? 0) + 1 })
  }
  if (rows.size === 0) return
  const known = new Set((await transaction.run(cypher.SEATS, { rows: [...rows.values()] })).map(({ pair }) => pair))
  await run(
    transaction,
    cypher.CREATE_SEATS,
    [...rows.values()].filter(({ pair }) => !known.has(pair)),
  )
}
