/** What a document changes of the entities it names. Pure. */
import { type EntityType, LABEL_OF_ENTITY } from '../../model/vocabulary'
import { attributesOf, nameCounts, type Profile, profileOf, spellingOf } from './entity-profile'
import type { GraphRows } from './graph-rows'
import type { PlannedEntity } from './identity'
import type { Rules } from './rules'
import type { SuspectEntity } from './suspects'
import { addTallies, negate, readTally, type Tally, writeTally } from './tally'

/** An entity as the loader knows it before it adds to it. */
export interface EntityState {
  readonly id: string
  readonly tally: readonly string[]
  readonly mentionCount: number
  readonly claimCount: number
  readonly degree: number
  /** Role of a person, kind of a body or policy. */
  readonly role: string | null
  readonly name: string
  readonly adcode: string | null
}

interface Change {
  readonly type: EntityType
  readonly key: string
  readonly isNew: boolean
  readonly tallies: Tally[]
  mentions: number
}

/** Collects the shares of a document in its entities; what goes has the sign -1. */
export class EntityChanges {
  private readonly changes = new Map<string, Change>()

  constructor(
    entities: readonly PlannedEntity[],
    private readonly sign: 1 | -1,
  ) {
    for (const { id, type, key, was } of entities) {
      this.changes.set(id, { type, key, isNew: was.length === 0, tallies: [], mentions: 0 })
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
}

/** The rows that write the changes, and what in them makes suspicions come and go. */
export interface ChangedEntities {
  /** Given by how much the number of claims of an entity changes, and that of the relationships it is an end of. */
  readonly rows: (claims: ReadonlyMap<string, number>, degrees: ReadonlyMap<string, number>) => GraphRows
  /** Those whose forms, name or role changed, as they are now. */
  readonly suspects: readonly SuspectEntity[]
  /** The forms that came to them or left them. */
  readonly names: readonly { readonly form: string; readonly type: EntityType }[]
}

/** Counts, tallies with all that follows from them, names. `states` has every entity that is there. */
export function changedEntities(changes: EntityChanges, states: readonly EntityState[], rules: Rules): ChangedEntities {
  const stateOf = new Map(states.map(state => [state.id, state]))
  const entities: { readonly label: string; readonly props: EntityProps }[] = []
  const changed: { readonly id: string; readonly props: EntityProps }[] = []
  const carriedRoles: string[] = []
  const suspects: SuspectEntity[] = []
  const names = new NameChanges(rules)
  for (const [id, { type, key, tallies, mentions }] of changes.entries()) {
    const state = stateOf.get(id)
    const before = readTally(state?.tally ?? [])
    const after = addTallies(before, ...tallies)
    const counts = {
      key,
      tally: writeTally(after),
      mentionCount: (state?.mentionCount ?? 0) + mentions,
    }
    const isOtherForm = names.compare(id, type, before, after)
    // Names follow from what is said, whatever the number of documents that say it.
    const profile: Profile = state && saysTheSame(before, after) ? attributesOf(type, after) : profileOf(type, after)
    const name = typeof profile.name === 'string' ? profile.name : (state?.name ?? '')
    const role = textOf(profile.role) ?? textOf(profile.kind)
    if (state) changed.push({ id, props: { ...counts, ...profile } })
    else entities.push({ label: LABEL_OF_ENTITY[type], props: { id, ...counts, ...profile } })
    const isOtherRole = state !== undefined && state.role !== role
    if (isOtherRole) carriedRoles.push(id)
    if (isOtherForm || isOtherRole || (state !== undefined && state.name !== name)) {
      const bearer = { id, type, name, role, adcode: textOf(profile.adcode) }
      suspects.push({ bearer, forms: [...nameCounts(type, after, rules).keys()], isNew: state === undefined })
    }
  }
  const rows: ChangedEntities['rows'] = (claims, degrees) => {
    const count = (id: string, props: EntityProps): void => {
      props.claimCount = (stateOf.get(id)?.claimCount ?? 0) + (claims.get(id) ?? 0)
      props.degree = (stateOf.get(id)?.degree ?? 0) + (degrees.get(id) ?? 0)
    }
    for (const { props } of entities) count(props.id as string, props)
    for (const { id, props } of changed) count(id, props)
    return { entities, changedEntities: changed, carriedRoles, ...names.rows }
  }
  return { rows, suspects, names: names.forms }
}

type EntityProps = Record<string, unknown>

function saysTheSame(before: Tally, after: Tally): boolean {
  if (before.size !== after.size) return false
  for (const key of after.keys()) if (!before.has(key)) return false
  return true
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** Which names begin or cease to name an entity, or name it in another number of documents. */
export class NameChanges {
  private readonly created: unknown[] = []
  private readonly counted: unknown[] = []
  private readonly lost: unknown[] = []
  /** The forms that came to an entity or left it. */
  readonly forms: { readonly form: string; readonly type: EntityType }[] = []

  constructor(private readonly rules: Rules) {}

  /** Whether a form came or left. */
  compare(entity: string, type: EntityType, before: Tally, after: Tally): boolean {
    const [was, is] = [nameCounts(type, before, this.rules), nameCounts(type, after, this.rules)]
    const moved = this.forms.length
    for (const [form, count] of is) {
      if (!was.has(form)) {
        this.created.push({ form, type, entity, count, ...spellingOf(form) })
        this.forms.push({ form, type })
      } else if (was.get(form) !== count) this.counted.push({ form, type, entity, count })
    }
    for (const form of was.keys()) {
      if (is.has(form)) continue
      this.lost.push({ form, type, entity })
      this.forms.push({ form, type })
    }
    return this.forms.length > moved
  }

  get rows(): Pick<GraphRows, 'newNames' | 'countedNames' | 'lostNames'> {
    return { newNames: this.created, countedNames: this.counted, lostNames: this.lost }
  }
}
