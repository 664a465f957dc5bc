/** The form in which names are compared across documents: one width, simplified characters, no spaces, no quotation or title marks. */
import { simplified } from '../../model/simplified'

const DROP = /[\s“”‘’"'「」『』《》〈〉＂＇·•]/gu
const CACHE_LIMIT = 20_000
const cache = new Map<string, string>()

/** The comparable form of a printed name. */
export function normaliseName(name: string): string {
  const known = cache.get(name)
  if (known !== undefined) return known
  const form = simplified(name.normalize('NFKC').replace(DROP, '')).replace(/[（]/gu, '(').replace(/[）]/gu, ')')
  if (cache.size >= CACHE_LIMIT) cache.clear()
  cache.set(name, form)
  return form
}
