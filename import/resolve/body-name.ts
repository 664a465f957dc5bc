/** What body a name means that somebody types, so that 发改委 finds 国家发展和改革委员会, and 湖北省发改委 finds 湖北省发展和改革委员会, whatever the texts call them. */
import { regularOrganName } from './organ-name'
import { readOrganizationName } from './organization-name'

/** Longer texts are no names. */
const LONGEST = 40

/**
 * The identity keys that the bodies of this name have, none where the name alone tells no body; and the full name that the organs of this kind share in all
 * regions, null where it is no organ's.
 */
export function readBodyName(typed: string): { readonly keys: readonly string[]; readonly organ: string | null } {
  if (typed.length === 0 || typed.length > LONGEST) return { keys: [], organ: null }
  const { key, distinctive } = readOrganizationName(typed)
  return { keys: distinctive ? [key] : [], organ: regularOrganName(typed) }
}
