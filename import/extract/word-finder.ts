import { oneOf } from '../characters'

/** Finds the words of a list in a text, the longest first, in time linear in the text. */
export interface WordFinder {
  /** The longest word of the list that starts at the offset, or null. */
  readonly at: (text: string, offset: number) => string | null
  /** The longest word of the list that ends at the offset (exclusive), or null. */
  readonly endingAt: (text: string, offset: number) => string | null
}

/** A finder for the words; the work at an offset is bounded by the number of words that share a first (or last) character. */
export function wordFinder(words: Iterable<string>): WordFinder {
  const byFirst = new Map<string, string[]>()
  const byLast = new Map<string, string[]>()
  for (const word of new Set(words)) {
    put(byFirst, word[0] as string, word)
    put(byLast, word[word.length - 1] as string, word)
  }
  const byLength = (a: string, b: string): number => b.length - a.length
  for (const list of [...byFirst.values(), ...byLast.values()]) list.sort(byLength)
  const begins = oneOf([...byFirst.keys()].join(''))
  const ends = oneOf([...byLast.keys()].join(''))
  const second = secondOf([...byFirst.values()].flat(), 0, 1)
  const lastButOne = secondOf([...byLast.values()].flat(), -1, -2)
  return {
    at: (text, offset) => {
      if (!begins(text.charCodeAt(offset)) || !second(text.charCodeAt(offset), text.charCodeAt(offset + 1))) return null
      const words = byFirst.get(text.charAt(offset)) ?? []
      for (const word of words) if (text.startsWith(word, offset)) return word
      return null
    },
    endingAt: (text, offset) => {
      if (!ends(text.charCodeAt(offset - 1)) || !lastButOne(text.charCodeAt(offset - 1), text.charCodeAt(offset - 2))) return null
      const words = byLast.get(text.charAt(offset - 1)) ?? []
      for (const word of words) if (text.startsWith(word, offset - word.length)) return word
      return null
    },
  }
}

/**
 * A test whether a word may have the second of two code units beside the first; a word of one code unit has any. Nearly all places at which the first alone fits
 * are dismissed by this. Another pair may pass for one of a word, none that is of one fails.
 */
function secondOf(words: readonly string[], first: number, second: number): (first: number, second: number) => boolean {
  const size = 2 ** Math.max(8, Math.ceil(Math.log2(words.length * 8)))
  const pairs = new Uint8Array(size)
  const alone = oneOf(words.filter(word => word.length === 1).join(''))
  const slot = (one: number, other: number) => (Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b)) & (size - 1)
  for (const word of words)
    if (word.length > 1) pairs[slot(word.at(first)?.charCodeAt(0) ?? 0, word.at(second)?.charCodeAt(0) ?? 0)] = 1
  return (one, other) => pairs[slot(one, other)] === 1 || alone(one)
}

function put(map: Map<string, string[]>, key: string, word: string): void {
  const list = map.get(key)
  if (list) list.push(word)
  else map.set(key, [word])
}
