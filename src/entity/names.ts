/** Names as people type them, brought to the forms that the graph holds. */
import { simplified } from '../../model/simplified'

/** The text in simplified characters, full-width letters and odd spaces evened out. */
export function toSimplified(text: string): string {
  return simplified(text.normalize('NFKC').trim())
}

/** The forms under which a typed name may stand in the graph: as typed, evened out, simplified. */
export function formsOf(name: string): readonly string[] {
  const even = name.normalize('NFKC').trim()
  return [...new Set([name, even, simplified(even)])]
}

/** Under what else than the typed name the graph may hold a body. */
export interface MeantBody {
  /** Identity keys: the body itself, whatever the texts call it (国家发展和改革委员会 for 发改委). */
  readonly keys: readonly string[]
  /** The organ that it is one of, by the full name that those of all regions share (发展改革委员会 for 发改委); null where it is none. */
  readonly organ: string | null
}

/** Reads a typed name as that of a body. The importer's rules do it, so it is handed in. */
export type ReadBodyName = (typed: string) => MeantBody

export const NO_OTHER_NAMES: ReadBodyName = () => ({ keys: [], organ: null })

/** The form of a Name that is never printed: what bodies that may be one have in common (schema/README.md). */
export const likenessOf = (organ: string): string => `\u0001${organ}`
