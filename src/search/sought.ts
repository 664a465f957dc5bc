/** What a typed text means for names and for the full-text index, as parameters of the statements. */
import { formsOf, likenessOf, type ReadBodyName, toSimplified } from '../entity/names'
import { allWordsIn } from './full-text'

/** What there is to find, by the fields of the index that it has; only these are looked into. */
const FIELDS = {
  searchText: { types: ['PERSON', 'ORGANIZATION', 'REGION', 'POLICY'], boost: '^4' },
  title: { types: ['ARTICLE'], boost: '^2' },
  text: { types: ['CLAIM', 'ARTICLE'], boost: '' },
} as const
const TYPES = 6

/** No name begins with it. An empty text would make the index give all names before a condition could say no. */
const NO_NAME = '\uffff'

export interface Sought {
  /** Names that are meant exactly, and how a name may begin. */
  readonly forms: readonly string[]
  readonly typed: string
  readonly latin: string
  /** Identity keys of the body that is meant, and what organs of its kind have in common. */
  readonly keys: readonly string[]
  readonly organs: readonly string[]
  readonly types: readonly string[]
  readonly words: readonly string[]
  /** The query for the index, in two parts: what is pinned comes between. */
  readonly head: string
  readonly tail: string
  // Parameters are looked up by name.
  readonly [name: string]: unknown
}

/** Of things of these types (upper case): names, headlines and texts with all words. */
export function soughtFor(text: string, words: readonly string[], types: readonly string[], readBodyName: ReadBodyName): Sought {
  const latin = words.join('')
  const isLatin = words.every(word => /^[\p{Script=Latin}\p{N}]+$/u.test(word))
  const typed = toSimplified(text)
  const { keys, organ } = readBodyName(typed)
  const clauses = Object.entries(FIELDS)
    .filter(([, field]) => field.types.some(type => types.includes(type)))
    .map(([name, { boost }]) => `${allWordsIn(name, name === 'searchText' && isLatin ? [latin] : words)}${boost}`)
  return {
    forms: formsOf(text),
    typed,
    latin: /^[a-z0-9ü]+$/u.test(latin) ? latin : NO_NAME,
    keys,
    organs: organ === null ? [] : [likenessOf(organ)],
    types,
    words,
    // Asked of every match, the type costs as much as the words, and it says nothing of how well they match.
    head: types.length < TYPES ? `+searchType:(${types.map(type => type.toLowerCase()).join(' ')})^0 +(` : '+(',
    tail: `${clauses.join(' ')})`,
  }
}
