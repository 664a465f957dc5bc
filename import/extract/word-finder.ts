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
  return {
    at: (text, offset) => {
      if (!begins(text.charCodeAt(offset))) return null
      return byFirst.get(text[offset] as string)?.find(word => text.startsWith(word, offset)) ?? null
    },
    endingAt: (text, offset) => {
      if (!ends(text.charCodeAt(offset - 1))) return null
      return byLast.get(text[offset - 1] as string)?.find(word => text.startsWith(word, offset - word.length)) ?? null
    },
  }
}

function put(map: Map<string, string[]>, key: string, word: string): void {
  const list = map.get(key)
  if (list) list.push(word)
  else map.set(key, [word])
}
