/** The kinds of articles that papers name above or before their headlines: 社论, 记者手记, 短评. */
import { simplified } from '../../model/simplified'
import headingWords from '../lexicons/heading-words.json'

const GENRES = new Set(headingWords.genres)
/** `记者手记 路是给谁修的`: the kind of an article before its headline. */
export const GENRE_BEFORE = new RegExp(
  `^[■●◆▲□○◎【\\[]? ?(?:${headingWords.genres.join('|')})[】\\]]? ?[ ：:丨|｜·] ?(?=.{4})`,
  'u',
)

/** `一家之言 / 甲乙`: the kind of an article before its writer. */
export const GENRE_APART = new RegExp(
  `^(?:${headingWords.genres.join('|')})\\s*[/／|｜丨□■◎]\\s*(?=[\\u4e00-\\u9fff ]{2,12}$)`,
  'u',
)

/** Whether the heading names the kind of the article below it and nothing else: 社评, ■ 短 评, 名词解释. */
export function isGenre(text: string): boolean {
  return text.length <= 12 && GENRES.has(simplified(text).replace(/[\s■●◆▲□○◎【】[\]《》：:·]/gu, ''))
}
