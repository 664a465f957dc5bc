/** Words for generated sentences: frequent two-character nouns of jieba's dictionary that name nobody and no body. */
import { dict } from '@node-rs/jieba/dict'

/** Characters of offices, bodies, places and numbers: a generated noun must not look like a name. */
const NAMING =
  /[人长员者家国省市县区州旗镇乡村街院校部厅局委会党社团司军队所站台馆厂店报刊书记民官兵师生男女子孩父母兄弟姐妹妻夫王帝皇后神佛东南西北中京沪年月日时分秒上下前后一二三四五六七八九十百千万亿两半各每某]/u
const NOUNS = 600
const ACTIONS = 180

export interface Vocabulary {
  readonly nouns: readonly string[]
  /** Nouns that are verbs as well: 建设, 研究. */
  readonly actions: readonly string[]
}

export function readVocabulary(): Vocabulary {
  const found: Record<'n' | 'vn', { word: string; count: number }[]> = { n: [], vn: [] }
  for (const line of dict.toString().split('\n')) {
    const [word = '', count = '', tag = ''] = line.trim().split(' ')
    if ((tag === 'n' || tag === 'vn') && word.length === 2 && !NAMING.test(word)) found[tag].push({ word, count: Number(count) })
  }
  const frequent = (words: { word: string; count: number }[], size: number) =>
    words
      .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
      .slice(0, size)
      .map(({ word }) => word)
  return { nouns: frequent(found.n, NOUNS), actions: frequent(found.vn, ACTIONS) }
}
