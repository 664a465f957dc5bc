/** Queries for the full-text index, made from what people type: everything in it is text, nothing is syntax. */

/** The longest text that is searched for, in UTF-16 code units, and the most words; what is beyond is left out. */
const MAX_LENGTH = 200
const MAX_WORDS = 8

const HAN = /^\p{Script=Han}+$/u

/** The words of a typed text in lower case: runs of letters and digits. All else, Lucene's syntax included, parts words. */
export function wordsOf(text: string): readonly string[] {
  const words = text
    .slice(0, MAX_LENGTH)
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu)
  return (words ?? []).slice(0, MAX_WORDS)
}

/**
 * The query for one word in one field. The index holds pairs of neighbouring characters for Chinese (Lucene's `cjk` analyzer): several characters are a
 * phrase, one alone is the beginning of a pair. Latin words match from their beginning, as one types.
 */
function wordIn(field: string, word: string): string {
  if (!HAN.test(word))
    return /^[\p{Script=Latin}\p{N}]+$/u.test(word) && word.length > 1
      ? `(${field}:"${word}"^2 OR ${field}:${word}*)`
      : `${field}:"${word}"`
  const characters = [...word]
  if (characters.length === 1) return `(${field}:${word} OR ${field}:${word}*)`
  const phrase = `${field}:"${word}"`
  if (characters.length < 4) return phrase
  const pairs = characters.slice(1).map((character, i) => `+${field}:"${characters[i]}${character}"`)
  return `(${phrase}^4 OR (${pairs.join(' ')}))`
}

/** All of the words in one field; null where the text has no word at all. */
export function allWordsIn(field: string, words: readonly string[]): string | null {
  return words.length === 0 ? null : `(${words.map(word => `+${wordIn(field, word)}`).join(' ')})`
}

/** What a full-text index answers nothing to. */
export const NOTHING = 'searchType:nothing'

/** The query for claims, or articles, that have all words of the text. */
export function fullTextQuery(text: string, type: 'claim' | 'article'): string {
  const words = wordsOf(text)
  const body = allWordsIn('text', words)
  if (body === null) return NOTHING
  const searched = type === 'article' ? `(${allWordsIn('title', words)}^3 OR ${body})` : body
  return `+searchType:${type} +${searched}`
}
