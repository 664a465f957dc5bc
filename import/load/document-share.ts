/** What one document adds to the graph beside its own nodes: to entities, identity keys, regions and sums. The same, taken away, removes it. Pure. */
import { InvariantError } from '../../model/errors'
import { idOf } from '../../model/ids'
import { type EntityType, LABEL_OF_ENTITY } from '../../model/vocabulary'
import { type ClaimFacts, pairKey } from './aggregates'
import { type Above, sharesOf } from './claim-regions'
import type { DocumentRows } from './project/document'
import type { Owner } from './project/projection'
import type { Reading, ReferenceLine } from './readings'

/** Gives the entity of an identity key. */
export type EntityOfKey = (key: string) => string

/** Who a local entity is in an article, or in the document as a whole. */
export function ownerOf(readings: readonly Reading[], entityOf: EntityOfKey): Owner {
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

/** The claims of a document as the sums over claims want them, in the order of `rows.claims`. */
export function claimFacts(rows: DocumentRows, above: Above): ClaimFacts[] {
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

/** An identity key with the support of one document: readings that bear it, and the reference hierarchy's need of it. */
export interface KeyRow {
  readonly key: string
  readonly id: string
  readonly type: EntityType
  support: number
  needed: number
  reference: string | null
}

/** Two keys that readings bear together; `a` is the smaller. */
export interface LinkRow {
  readonly a: string
  readonly b: string
  support: number
}

export function identityRows(
  readings: readonly Reading[],
  lines: readonly ReferenceLine[],
  references: readonly string[],
): { readonly keys: readonly KeyRow[]; readonly links: readonly LinkRow[] } {
  const rows = new Map<string, KeyRow>()
  const row = (key: string, type: EntityType): KeyRow => {
    const made = rows.get(key) ?? { key, id: idOf(LABEL_OF_ENTITY[type], key), type, support: 0, needed: 0, reference: null }
    rows.set(key, made)
    return made
  }
  const links = new Map<string, LinkRow>()
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
    needed.reference = withoutPlace(references[index] as string)
  }
  return { keys: [...rows.values()], links: [...links.values()] }
}

/** What reference data says of a region itself. Which macro-regions a document sets it in depends on the document. */
function withoutPlace(line: string): string {
  return JSON.stringify((JSON.parse(line) as unknown[]).slice(0, 5))
}

/** PART_OF between regions of the reference; `member` where the upper one is a set of provinces. */
export interface RegionRow {
  readonly from: string
  readonly to: string
  readonly member: boolean
}

export function regionRows(lines: readonly ReferenceLine[], entityOf: EntityOfKey): readonly RegionRow[] {
  return lines.flatMap(({ key, parent, memberOf }) => [
    ...(parent === null ? [] : [{ from: entityOf(key), to: entityOf(parent), member: false }]),
    ...memberOf.map(set => ({ from: entityOf(key), to: entityOf(set), member: true })),
  ])
}

/** LOCATED_IN from reference data: one relationship for all documents, with the number of readings that need it. */
export interface SeatRow {
  readonly pair: string
  readonly from: string
  readonly to: string
  support: number
}

export function seatRows(readings: readonly Reading[], entityOf: EntityOfKey): readonly SeatRow[] {
  const rows = new Map<string, SeatRow>()
  for (const { keys, props } of readings) {
    if (typeof props.seat !== 'string') continue
    const [from, to] = [entityOf(keys[0] as string), entityOf(props.seat)]
    const pair = pairKey(from, to)
    const row = rows.get(pair) ?? { pair, from, to, support: 0 }
    row.support++
    rows.set(pair, row)
  }
  return [...rows.values()]
}
