/** What the rules of the stage find before finds are joined to entities. All places are offsets into the text of one zone. */

import type { OrganizationKind, PersonRole, PolicyKind, RegionLevel } from '../../model/vocabulary'
import type { Division } from '../lexicons/gazetteer'

interface Find {
  /** Index of the zone. */
  readonly zone: number
  readonly start: number
  readonly end: number
  readonly rule: string
}

/** A region as printed in one place. `key` tells regions apart: the code, or the name of what has none. */
export interface RegionFind extends Find {
  readonly key: string
  readonly name: string
  readonly level: RegionLevel
  readonly division: Division | null
  /** For what has no code of its own: the code of the division around it, where known. */
  readonly within: string | null
  /** Where the region above it stands directly before: the start of that. */
  readonly nestedFrom: number | null
}

/** A body as printed in one place. */
export interface OrganizationFind extends Find {
  readonly kind: OrganizationKind
  /** Key of the region that its name or its context gives, or null. */
  readonly region: string | null
  /** The name without the region before it, in its regular full form, so that long and short forms meet. */
  readonly stem: string
  /** Whether the name itself names the region; else the region comes from the context. */
  readonly ownRegion: boolean
  /** Start and end of the body it is a part of, inside this find. */
  readonly parentEnd: number | null
  /** Whether it is a part (处, 部) that a title names as well as the body does. */
  readonly isDivision?: boolean
  readonly form: 'name' | 'short'
}

export interface PersonFind extends Find {
  readonly name: string
  readonly form: 'name' | 'short' | 'title'
}

export interface PolicyFind extends Find {
  readonly kind: PolicyKind
  readonly name: string
  readonly form: 'name' | 'short'
  /** Longer and shorter printed forms of the name at this place (制造业“某某”工程 around “某某”). */
  readonly aliases?: readonly string[]
}

/** Words that stand around a name and say what its bearer is. */
export interface OfficeFind extends Find {
  readonly person: PersonFind
  readonly organization: OrganizationFind | null
  readonly region: string | null
  readonly title: string
  readonly role: PersonRole
  readonly former: boolean
}
