/** Entities as statements return them. */

import type { OrganizationKind, PersonRole, PolicyKind, RegionLevel } from '../../model/vocabulary'
import { type Fields, type Properties, projection } from '../relay/fields'

/** What all entities have in common. The kind of entity is in its id. */
export interface EntityRow {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly mentionCount: number
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

const PROPERTIES: Properties = {
  name: ['name'],
  aliases: ['aliases'],
  role: ['role'],
  kind: ['kind'],
  // How far lists about a region reach follows from its level.
  level: ['level', 'organizations', 'policies', 'speakers', 'claims', 'figures'],
  adcode: ['adcode'],
}

/** The map that a statement returns for an entity variable. */
export function entityMap(variable: string, more = '', fields: Fields = null): string {
  const count = fields === null || fields.has('mentionCount') ? `, mentionCount: coalesce(${variable}.mentionCount, 0)` : ''
  return `${variable} {${projection(PROPERTIES, fields)}${count}${more}}`
}
