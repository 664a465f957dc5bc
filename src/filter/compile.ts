/** Filters as Cypher: every field of a filter is a rule that gives a predicate, `and`, `or` and `not` join them, values go as parameters. */
import type { Params } from '../../database/statement'
import { InvalidInputError } from '../../model/errors'
import type { DateRange, EntityFilter, NameFilter, RegionFilterRef, WordFilter, WordingFilter } from './inputs'

/** How deep `and`, `or` and `not` may nest, and how many conditions one filter may have. */
const MAX_DEPTH = 6
const MAX_CONDITIONS = 60

/** Filters that can be joined. */
export interface Joined<Self> {
  and?: Self[] | null
  or?: Self[] | null
  not?: Self | null
}

/** Gives the predicate of one field's value. */
export type Rule<Value> = (value: Value, cypher: Conditions) => string
export type Rules<Filter> = {
  readonly [Field in Exclude<keyof Filter, 'and' | 'or' | 'not'>]-?: Rule<NonNullable<Filter[Field]>>
}

/** Fields of a filter that name entities, each with what it may name. */
export type References<Filter> = Partial<Record<keyof Filter, ReferenceType>>
/**
 * With `within` a region means more than itself: as `RegionWithin` its members too where it is a set of provinces (东北), for what is kept for all regions above a
 * place; as `RegionBelow` all that lies in it. `Place` is a region, or all below it, with the bodies that are there.
 */
export type ReferenceType =
  | 'Person'
  | 'Organization'
  | 'Region'
  | 'RegionWithin'
  | 'RegionBelow'
  | 'Place'
  | 'PlaceBelow'
  | 'Policy'
  | 'Entity'

/** Ids by type and reference, as the entity repository found them. */
export type Resolved = ReadonlyMap<string, readonly string[]>
export const referenceKey = (type: ReferenceType, reference: string): string => `${type} ${reference}`

/** The parameters that conditions need, collected while they are written. */
export class Conditions {
  private readonly values: Record<string, unknown> = {}
  private count = 0

  constructor(private readonly resolved: Resolved) {}

  get params(): Params {
    return this.values
  }

  /** The name under which the value goes to the database. */
  param(value: unknown): string {
    const name = `filter${Object.keys(this.values).length}`
    this.values[name] = value
    return `$${name}`
  }

  /** The ids of the entities that a field names. */
  idsOf(filter: EntityFilter | NameFilter, type: ReferenceType): readonly string[] {
    return [...new Set(listed(filter).flatMap(reference => this.resolved.get(referenceKey(type, reference)) ?? []))]
  }

  /** The ids of the regions that a field names, as `regions` gives them to the database. */
  idsIn(filter: RegionFilterRef): readonly string[] {
    return this.idsOf(filter, scoped('Region', filter))
  }

  /** A parameter with the ids of the regions that a field names; with `within` the members of sets of provinces among them. */
  regions(filter: RegionFilterRef): string {
    return this.ids(filter, scoped('Region', filter))
  }

  /** A parameter with the ids of the regions that a field names; with `within` of all that lie in them. */
  regionsBelow(filter: RegionFilterRef): string {
    return this.ids(filter, scoped('RegionBelow', filter))
  }

  /** A parameter with the ids of the regions that a field names, with `within` of all that lie in them, and of the bodies that are there. */
  places(filter: RegionFilterRef): string {
    return this.ids(filter, scoped('Place', filter))
  }

  /** A parameter with the ids of the entities that a field names. */
  ids(filter: EntityFilter | NameFilter, type: ReferenceType): string {
    return this.param(this.idsOf(filter, type))
  }

  /** Compares an expression with words of a closed list. */
  words(expression: string, filter: WordFilter): string {
    return all([
      filter.eq == null ? null : `${expression} = ${this.param(filter.eq)}`,
      filter.in == null ? null : `${expression} IN ${this.param(filter.in)}`,
    ])
  }

  wording(expression: string, filter: WordingFilter): string {
    return all([
      filter.eq == null ? null : `${expression} = ${this.param(filter.eq)}`,
      filter.in == null ? null : `${expression} IN ${this.param(filter.in)}`,
      filter.contains == null ? null : `${expression} CONTAINS ${this.param(filter.contains)}`,
    ])
  }

  days(expression: string, range: DateRange): string {
    return all([
      range.from == null ? null : `${expression} >= ${this.param(range.from)}`,
      range.to == null ? null : `${expression} <= ${this.param(range.to)}`,
      range.eq == null ? null : `${expression} = ${this.param(range.eq)}`,
    ])
  }

  /** Every word of the text occurs in the expression. */
  text(expression: string, text: string): string {
    const words = text.trim().split(/\s+/u).filter(Boolean)
    return all(words.map(word => `toLower(${expression}) CONTAINS toLower(${this.param(word)})`))
  }

  /** Counts a condition; a filter with too many of them is refused. */
  admit(depth: number): void {
    this.count++
    if (depth > MAX_DEPTH) throw new InvalidInputError('filter', `nests and, or and not deeper than ${MAX_DEPTH}`)
    if (this.count > MAX_CONDITIONS) throw new InvalidInputError('filter', `has more than ${MAX_CONDITIONS} conditions`)
  }
}

/** What a field of this type means with and without `within`. */
const SCOPES: Partial<Record<ReferenceType, readonly [self: ReferenceType, within: ReferenceType]>> = {
  Region: ['Region', 'RegionWithin'],
  RegionBelow: ['Region', 'RegionBelow'],
  Place: ['Place', 'PlaceBelow'],
}

const scoped = (type: ReferenceType, filter: RegionFilterRef): ReferenceType => SCOPES[type]?.[filter.within ? 1 : 0] ?? type

/** All references in `eq` and `in`. An empty condition names nothing. */
export function listed<Value extends string>(filter: { eq?: Value | null; in?: Value[] | null }): readonly Value[] {
  return [...(filter.eq == null ? [] : [filter.eq]), ...(filter.in ?? [])]
}

/** The predicate of a whole filter; `true` where it asks for nothing. */
export function compile<Filter extends Joined<Filter>>(
  filter: Filter,
  rules: Rules<Filter>,
  cypher: Conditions,
  depth = 0,
): string {
  cypher.admit(depth)
  const parts: (string | null)[] = []
  for (const [field, value] of Object.entries(filter)) {
    if (value == null) continue
    if (field === 'and') parts.push(all((value as Filter[]).map(inner => compile(inner, rules, cypher, depth + 1))))
    else if (field === 'or') parts.push(any((value as Filter[]).map(inner => compile(inner, rules, cypher, depth + 1))))
    else if (field === 'not') parts.push(`NOT coalesce(${compile(value as Filter, rules, cypher, depth + 1)}, false)`)
    else parts.push((rules as Readonly<Record<string, Rule<unknown>>>)[field]?.(value, cypher) ?? null)
  }
  return all(parts)
}

/**
 * Whether the filter asks for an entity that nothing is called, so that nothing meets it and nobody has to look. Throws as `compile` does where the filter is too
 * large.
 */
export function meetsNothing<Filter extends Joined<Filter>>(
  filter: Filter,
  rules: Rules<Filter>,
  references: References<Filter>,
  cypher: Conditions,
): boolean {
  if (!namesNobody(filter, references, cypher)) return false
  compile(filter, rules, cypher)
  return true
}

/** Whether the filter asks for an entity that nothing is called. What stands below `not` says nothing of it. */
export function namesNobody<Filter extends Joined<Filter>>(
  filter: Filter,
  references: References<Filter>,
  cypher: Conditions,
): boolean {
  const isUnknown = ([field, type]: [keyof Filter, ReferenceType]): boolean => {
    const value = filter[field] as RegionFilterRef | null | undefined
    return value != null && cypher.idsOf(value, scoped(type, value)).length === 0
  }
  const named = Object.entries(references) as [keyof Filter, ReferenceType][]
  return (
    named.some(isUnknown) ||
    (filter.and ?? []).some(inner => namesNobody(inner, references, cypher)) ||
    (filter.or?.every(inner => namesNobody(inner, references, cypher)) ?? false)
  )
}

/** Whether the filter, or one joined in it, has a condition for the field. */
export function asksFor<Filter extends Joined<Filter>>(filter: Filter, field: keyof Filter): boolean {
  const joined = [...(filter.and ?? []), ...(filter.or ?? []), ...(filter.not ? [filter.not] : [])]
  return filter[field] != null || joined.some(inner => asksFor(inner, field))
}

/** All references to entities in a filter, with what they may name. */
export function referencesIn<Filter extends Joined<Filter>>(
  filter: Filter,
  fields: References<Filter>,
): { type: ReferenceType; reference: string }[] {
  const found: { type: ReferenceType; reference: string }[] = []
  for (const [field, value] of Object.entries(filter)) {
    if (value == null) continue
    if (field === 'and' || field === 'or') found.push(...(value as Filter[]).flatMap(inner => referencesIn(inner, fields)))
    else if (field === 'not') found.push(...referencesIn(value as Filter, fields))
    else {
      const type = (fields as Readonly<Record<string, ReferenceType>>)[field]
      if (type)
        found.push(
          ...listed(value as EntityFilter).map(reference => ({ type: scoped(type, value as RegionFilterRef), reference })),
        )
    }
  }
  return found
}

/** Joins predicates; `true` where there are none. */
export function all(parts: readonly (string | null)[]): string {
  const there = parts.filter(part => part !== null && part !== 'true')
  return there.length === 0 ? 'true' : there.length === 1 ? (there[0] as string) : `(${there.join(' AND ')})`
}

/** Any of the predicates; `false` where there are none. */
export function any(parts: readonly string[]): string {
  return parts.length === 0 ? 'false' : `(${parts.join(' OR ')})`
}
