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
