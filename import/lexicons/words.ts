/** The dictionary of common words, for telling whether characters on both sides of a break belong together. */
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict'

let loaded: Jieba | null = null

/** The segmenter with its default dictionary, loaded once for each thread. */
export function words(): Jieba {
  loaded ??= Jieba.withDict(dict)
  return loaded
}
