/** What a document changes of the entities it names, and how it is written. */
import type { Transaction } from '../../database/connection'
import { type EntityType, LABEL_OF_ENTITY } from '../../model/vocabulary'
import { nameCounts, profileOf } from './entity-profile'
import type { PlannedEntity } from './identity'
import type { Changed } from './keep-suspects'
import { spell } from './search-text'
import * as cypher from './statements'
import { addTallies, negate, readTally, type Tally, writeTally } from './tally'

interface Change {
  readonly type: EntityType
  readonly key: string
  readonly isNew: boolean
  readonly tallies: Tally[]
  mentions: number
  claims: number
}

/** Collects the shares of a document in its entities; what goes has the sign -1. */
export class EntityChanges {
  private readonly changes = new Map<string, Change>()

  constructor(
    entities: readonly PlannedEntity[],
    private readonly sign: 1 | -1,
  ) {
    for (const { id, type, key, was } of entities) {
      this.changes.set(id, { type, key, isNew: was.length === 0, tallies: [], mentions: 0, claims: 0 })
    }
  }

  get ids(): readonly string[] {
    return [...this.changes.keys()]
  }

  entries(): Iterable<[string, Change]> {
    return this.changes.entries()
  }

  add(entity: string, tally: Tally): void {
    this.changes.get(entity)?.tallies.push(this.sign === 1 ? tally : negate(tally))
  }

  addMentions(entity: string, count: number): void {
    const change = this.changes.get(entity)
    if (change) change.mentions += this.sign * count
  }

  /** Counts of claims carry their sign. */
  addClaims(counts: ReadonlyMap<string, number>): void {
    for (const [entity, count] of counts) {
      const change = this.changes.get(entity)
      if (change) change.claims += count
    }
  }
}

/**
 * Writes the changes: counts, tallies with all that follows from them, names. Gives what makes
 * suspicions come and go once everything is sent: what is sent later runs after it, and `written` is awaited with that.
 */
export async function changeEntities(
  transaction: Transaction,
  changes: EntityChanges,
): Promise<{ readonly changed: Changed; readonly written: Promise<unknown> }> {
  const existing = [...changes.entries()].filter(([, { isNew }]) => !isNew).map(([id]) => id)
  const states = new Map((await transaction.run(cypher.ENTITIES, { ids: existing })).map(state => [state.id, state]))
  const created: Record<cypher.EntityLabel, unknown[]> = { Person: [], Organization: [], Region: [], Policy: [] }
  const updated: unknown[] = []
  const names = new NameChanges()
  const otherRole: string[] = []
  const otherName: string[] = []
  for (const [id, { type, key, tallies, mentions, claims }] of changes.entries()) {
    const state = states.get(id)
    const before = readTally(state?.tally ?? [])
    const after = addTallies(before, ...tallies)
    const profile = profileOf(type, after)
    const props = {
      key,
      tally: writeTally(after),
      mentionCount: (state?.mentionCount ?? 0) + mentions,
      claimCount: (state?.claimCount ?? 0) + claims,
      ...profile,
    }
    names.compare(id, type, before, after)
    if (!state) created[LABEL_OF_ENTITY[type] as cypher.EntityLabel].push({ props: { id, degree: 0, ...props } })
    else {
      updated.push({ id, props })
      if (state.role !== (profile.role ?? profile.kind ?? null)) otherRole.push(id)
      if (state.name !== profile.name) otherName.push(id)
    }
  }
  const written = Promise.all([
    ...Object.entries(created).map(([label, rows]) =>
      rows.length > 0 ? transaction.run(cypher.CREATE_ENTITIES[label as cypher.EntityLabel], { rows }) : [],
    ),
    updated.length > 0 ? transaction.run(cypher.UPDATE_ENTITIES, { rows: updated }) : [],
    names.write(transaction),
    otherRole.length > 0 ? transaction.run(cypher.CARRY_ROLES, { ids: otherRole }) : [],
  ])
  const changed = { ids: [...new Set([...otherRole, ...otherName, ...names.entities])], names: names.forms }
  return { changed, written }
}

/** Which names begin or cease to name an entity, or name it in another number of documents. */
export class NameChanges {
  private readonly created: unknown[] = []
  private readonly updated: unknown[] = []
  private readonly removed: unknown[] = []
  /** Entities that a form came to or left. */
  readonly entities: string[] = []
  /** The forms that did. */
  readonly forms: { readonly form: string; readonly type: EntityType }[] = []

  compare(entity: string, type: EntityType, before: Tally, after: Tally): void {
    const [was, is] = [nameCounts(before), nameCounts(after)]
    for (const [form, count] of is) {
      if (!was.has(form)) {
        this.created.push({ form, type, entity, count, ...spell(form) })
        this.moved(entity, type, form)
      } else if (was.get(form) !== count) this.updated.push({ form, entity, count })
    }
    for (const form of was.keys()) {
      if (is.has(form)) continue
      this.removed.push({ form, entity })
      this.moved(entity, type, form)
    }
  }

  private moved(entity: string, type: EntityType, form: string): void {
    this.entities.push(entity)
    this.forms.push({ form, type })
  }

  async write(transaction: Transaction): Promise<void> {
    await Promise.all([
      this.created.length > 0 ? transaction.run(cypher.CREATE_NAMES, { rows: this.created }) : [],
      this.updated.length > 0 ? transaction.run(cypher.UPDATE_NAMES, { rows: this.updated }) : [],
      this.removed.length > 0 ? transaction.run(cypher.REMOVE_NAMES, { rows: this.removed }) : [],
    ])
  }
}
