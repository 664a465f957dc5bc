/** The dictionary of common words, for telling whether characters on both sides of a break belong together. */
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict'
import { WordTags } from './word-tags'

let loaded: Jieba | null = null

/** The segmenter with its default dictionary, loaded once for each thread. */
export function words(): Jieba {
  loaded ??= Jieba.withDict(dict)
  return loaded
}

let tags: WordTags | null = null

/** The words of the text, by the dictionary alone. */
export function cutWords(text: string): readonly string[] {
  return words().cut(text, false)
}

/** The words of each of the texts. They are cut in one call, which costs as much as some fifty characters do; no word goes over the end of a line. */
export function cutEach(texts: readonly string[]): readonly string[][] {
  const words = cutWords(texts.join('\n'))
  let next = 0
  return texts.map(text => {
    const own: string[] = []
    for (let length = 0; length < text.length; next++) {
      const word = words[next] as string
      own.push(word)
      length += word.length
    }
    // the end of the line
    next++
    return own
  })
}

/**
 * The part of speech of a word that `cutWords` found from `start` to `end`, in the letters of jieba. jieba's own `tag` gives the same but takes twice the
 * time of cutting, for every word; most of them are never asked for.
 */
export function tagOfWord(text: string, start: number, end: number): string {
  return tagInDictionary(text, start, end) ?? tagOfUnknown(text, start, end)
}

/** The part of speech that the dictionary has for the stretch, or null where it is no word of it. */
export function tagInDictionary(text: string, start: number, end: number): string | null {
  tags ??= new WordTags(dict)
  const known = tags.of(text, start, end)
  return known > 0 ? (tags.names[known] as string) : null
}

/** A number, a Latin word, or neither. */
function tagOfUnknown(text: string, start: number, end: number): string {
  let latin = 0
  let digits = 0
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code >= 48 && code <= 57) digits++
    else if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) latin++
  }
  if (latin + digits === 0) return 'x'
  return latin === 0 ? 'm' : 'eng'
}
