/** Entities as statements return them. */
import type { OrganizationKind, PersonRole, PolicyKind, RegionLevel } from '../../model/vocabulary'

/** What all entities have in common. The kind of entity is in its id. */
export interface EntityRow {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly mentionCount: number
  readonly claimCount: number
  readonly degree: number
  /** The others that bear the name by which this one was looked up. */
  readonly candidates?: readonly EntityRow[]
}
export interface PersonRow extends EntityRow {
  readonly role: PersonRole
}
export interface OrganizationRow extends EntityRow {
  readonly kind: OrganizationKind
  /** Where it is, where the statement that gave it was asked for it. */
  readonly region?: RegionRow | null
}
export interface RegionRow extends EntityRow {
  readonly level: RegionLevel
  readonly adcode: string | null
}
export interface PolicyRow extends EntityRow {
  readonly kind: PolicyKind
}

/** The map that a statement returns for an entity variable. */
export const entityMap = (variable: string, more = ''): string =>
  `${variable} {.id, .name, .aliases, .role, .kind, .level, .adcode, mentionCount: coalesce(${variable}.mentionCount, 0), claimCount: coalesce(${variable}.claimCount, 0), degree: coalesce(${variable}.degree, 0)${more}}`
