/** Identity keys of a person: the name together with what speaks for it. A name alone never makes two people one. */

import type { RecordPerson, RecordPosition } from '../../model/extraction-record'
import nameFrequencies from '../lexicons/name-frequencies.json'
import uniqueOffices from '../lexicons/unique-offices.json'
import { normaliseName } from './normalise'

/** An identity key with the reason in words. */
export interface ReasonedKey {
  readonly key: string
  readonly reason: string
}

const COMMON_SURNAMES = new Set(nameFrequencies.surnames)
const COMMON_GIVEN = new Set(nameFrequencies.given)
const UNIQUE_OFFICES = new Set(uniqueOffices.entries)

/** What the document says of the person's offices, with the bodies and regions already read into keys. */
export interface PersonContext {
  readonly positions: readonly RecordPosition[]
  /** Identity keys of an organization of the record. */
  readonly organizationKeys: (localId: string) => readonly string[]
  /** Identity key of a region of the record. */
  readonly regionKey: (localId: string) => string | null
  /** Identity keys of the papers and agencies whose bylines name the person. */
  readonly outletKeys: readonly string[]
}

/**
 * The keys, none where nothing but the name is known. Offices in a body, the headship of a region, offices of which there is one,
 * the paper of a byline; and for a rare full name the role alone.
 */
export function personKeys(person: RecordPerson, context: PersonContext): readonly ReasonedKey[] {
  const name = normaliseName(person.name)
  const keys: ReasonedKey[] = []
  const add = (by: string, reason: string) => keys.push({ key: `person|${name}|${by}`, reason })
  for (const position of context.positions) {
    const title = normaliseName(position.title)
    if (UNIQUE_OFFICES.has(title))
      add(`office|${title.replace(/^(?:中共中央|国务院)/u, '')}`, `name and the office ${position.title}`)
    for (const key of position.organization ? context.organizationKeys(position.organization) : [])
      add(key, `name and ${position.title} of one body`)
    const region = position.region ? context.regionKey(position.region) : null
    if (region) add(`${region}|${headship(title)}`, `name and ${position.title} of one region`)
  }
  for (const key of context.outletKeys) add(key, 'name and the paper of the byline')
  if (isRareName(name)) add(`role|${person.role}`, `a rare name and the role ${person.role}`)
  return keys
}

/** 市长 and 副市长 of one region are offices of one government. */
function headship(title: string): string {
  return /[省市区县州盟旗镇乡]长$|行政长官$/u.test(title) ? 'government' : 'office'
}

/**
 * Whether a full name is rare enough to tell a person within a role: three characters or more, and either the surname or a character of the given name
 * is outside the frequent ones while the given name is no repeated character. Two-character names are never rare.
 */
export function isRareName(name: string): boolean {
  const characters = [...name]
  if (characters.length < 3) return false
  if (characters.length > 4) return true
  const given = characters.slice(1)
  const uncommon = given.filter(character => !COMMON_GIVEN.has(character)).length
  if (COMMON_SURNAMES.has(characters[0] as string)) return uncommon >= 1
  return uncommon >= 1 || given.length >= 3 || !COMMON_SURNAMES.has(characters[0] as string)
}
