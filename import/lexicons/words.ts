/** The dictionary of common words, for telling whether characters on both sides of a break belong together. */
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict'

let loaded: Jieba | null = null

/** The segmenter with its default dictionary, loaded once for each thread. */
export function words(): Jieba {
  loaded ??= Jieba.withDict(dict)
  return loaded
}

let tags: Map<string, string> | null = null

/** The words of the text, by the dictionary alone. */
export function cutWords(text: string): readonly string[] {
  return words().cut(text, false)
}

/**
 * The part of speech of a word that `cutWords` gave, in the letters of jieba. jieba's own `tag` gives the same but takes twice the time of cutting, for
 * every word; most of them are never asked for.
 */
export function tagOfWord(word: string): string {
  tags ??= readTags()
  return tags.get(word) ?? tagOfUnknown(word)
}

/** Word, frequency and part of speech stand in each line of the dictionary. */
function readTags(): Map<string, string> {
  const read = new Map<string, string>()
  const interned = new Map<string, string>()
  for (const line of new TextDecoder().decode(dict).split('\n')) {
    const [word, , tag] = line.trim().split(' ')
    if (!word || !tag) continue
    const one = interned.get(tag) ?? tag
    interned.set(one, one)
    read.set(word, one)
  }
  return read
}

/** A number, a Latin word, or neither. */
function tagOfUnknown(word: string): string {
  let latin = 0
  let digits = 0
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    if (code >= 48 && code <= 57) digits++
    else if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) latin++
  }
  if (latin + digits === 0) return 'x'
  return latin === 0 ? 'm' : 'eng'
}
