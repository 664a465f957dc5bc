/** A stretch of text that names are read in: the body of an article, a line that surrounds it, or furniture of the page. */
import { cutEach, cutWords, tagOfWord } from '../../lexicons/words'
import type { SegmentedPage } from '../../values/document'
import { fold } from './fold'
import { pairsOf } from './trie'

export type ZoneKind = 'text' | 'title' | 'subtitle' | 'byline' | 'caption' | 'credit' | 'furniture'

/** A stretch of text with its words. Offsets of all finds point into `text`; `folded` has the same length and is what is matched. */
export interface Zone {
  readonly index: number
  /** Index in `page.articles`, -1 for furniture. */
  readonly article: number
  readonly place: 'text' | number
  readonly kind: ZoneKind
  readonly text: string
  readonly folded: string
  /** Where dictionaries are looked for in `folded`: see `Trie.next`. */
  readonly pairs: Uint16Array
  /** For each character the index of its word; one more entry at the end. */
  readonly wordAt: Int32Array
  /** Start of each word, and the length of the text. */
  readonly starts: Int32Array
  /** Part of speech of each word, once it was asked for; see `tagOf`. */
  readonly tags: (string | undefined)[]
}

/** A text as a zone with its words; `words` are those of `folded`, cut here where the caller has not cut them. */
export function makeZone(
  index: number,
  article: number,
  place: 'text' | number,
  kind: ZoneKind,
  text: string,
  folded = fold(text),
  words = cutWords(folded),
): Zone {
  const wordAt = new Int32Array(folded.length + 1)
  const starts = new Int32Array(words.length + 1)
  let at = 0
  for (let i = 0; i < words.length; i++) {
    const end = at + (words[i] as string).length
    starts[i] = at
    while (at < end) wordAt[at++] = i
  }
  starts[words.length] = folded.length
  wordAt[folded.length] = words.length
  return { index, article, place, kind, text, folded, pairs: pairsOf(folded), wordAt, starts, tags: [] }
}

/** All zones of a page, bodies first in reading order, each followed by what surrounds it, then the furniture. */
export function zonesOf(page: SegmentedPage): Zone[] {
  const stretches: Pick<Zone, 'article' | 'place' | 'kind' | 'text'>[] = []
  page.articles.forEach((article, a) => {
    stretches.push({ article: a, place: 'text', kind: 'text', text: article.text })
    article.surroundings.forEach(({ kind, text }, s) => {
      stretches.push({ article: a, place: s, kind, text })
    })
  })
  page.furniture.forEach(({ text }, b) => {
    stretches.push({ article: -1, place: b, kind: 'furniture', text })
  })
  const folded = stretches.map(({ text }) => fold(text))
  const words = cutEach(folded)
  return stretches.map(({ article, place, kind, text }, i) => makeZone(i, article, place, kind, text, folded[i], words[i]))
}

/** Whether a word starts at the place. */
export function isWordStart(zone: Zone, at: number): boolean {
  return zone.starts[zone.wordAt[at] as number] === at
}

/** The part of speech of the word that the character at the place belongs to. */
export function tagAt(zone: Zone, at: number): string {
  return tagOf(zone, zone.wordAt[at] as number)
}

/** The part of speech of a word, in the letters of jieba; '' behind the last one. */
export function tagOf(zone: Zone, index: number): string {
  const known = zone.tags[index]
  if (known !== undefined) return known
  const end = zone.starts[index + 1]
  const tag = end === undefined ? '' : tagOfWord(zone.folded, zone.starts[index] as number, end)
  zone.tags[index] = tag
  return tag
}

/** A test of parts of speech by a regular expression, which is asked once for each of the hundred that there are. */
export function tagTest(shape: RegExp): (tag: string) => boolean {
  const known = new Map<string, boolean>()
  return tag => {
    const held = known.get(tag)
    if (held !== undefined) return held
    const fits = shape.test(tag)
    known.set(tag, fits)
    return fits
  }
}

/** Start and end of the word that the character at the place belongs to. */
export function wordBounds(zone: Zone, at: number): { readonly start: number; readonly end: number } {
  const word = zone.wordAt[at] as number
  return { start: zone.starts[word] as number, end: zone.starts[word + 1] as number }
}
