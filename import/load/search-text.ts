/** What names are searched by: the forms in simplified characters, their pinyin and initials. */
import { pinyin } from 'pinyin-pro'
import { simplified } from '../../model/simplified'

// The same names come again and again in a load, and spelling is most of what a profile costs.
const REMEMBERED = 50_000
const spelled = new Map<string, Spelling>()

/** A form spelled in pinyin: `shengujituan` and its initials `sgjt`; what is not Chinese stands as it is, lower case. */
export interface Spelling {
  readonly pinyin: string
  readonly initials: string
}

export function spell(form: string): Spelling {
  const known = spelled.get(form)
  if (known) return known
  if (spelled.size >= REMEMBERED) spelled.clear()
  const spelling = spellNow(form)
  spelled.set(form, spelling)
  return spelling
}

function spellNow(form: string): Spelling {
  const syllables = pinyin(simplified(form), { toneType: 'none', type: 'array', v: true }).map(syllable =>
    syllable.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''),
  )
  return { pinyin: syllables.join(''), initials: syllables.map(syllable => syllable.slice(0, 1)).join('') }
}

/** Everything that finds an entity, separated by spaces, each once. */
export function searchText(forms: readonly string[]): string {
  const words = new Set<string>()
  for (const form of forms) words.add(simplified(form))
  for (const form of forms) {
    const { pinyin: full, initials } = spell(form)
    words.add(full)
    words.add(initials)
  }
  words.delete('')
  return [...words].join(' ')
}
