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

/** 青溪时评: a column of comments that bears the name of its paper or place. */
const NAMED_GENRE =
  /^[\u4e00-\u9fff]{2,4}(?:评论|社评|社论|时评|短评|快评|锐评|微评|漫笔|杂谈|随笔|手记|茶座|絮语|小档案|档案|小资料|公告|通告)$/u

/** Whether the heading names the kind of the article below it and nothing else: 社评, ■ 短 评, 名词解释. */
export function isGenre(text: string): boolean {
  if (text.length > 12) return false
  const bare = simplified(text).replace(/[\s■●◆▲□○◎【】[\]《》：:·]/gu, '')
  return GENRES.has(bare) || NAMED_GENRE.test(bare)
}

/** What stands in a box of its own beside an article: 话你知, 名词解释丨某物. */
const BOXED =
  /^[■●◆▲□○◎【[]? ?(?:话你知|知多点|小百科|小知识|知识窗|知识链接|名词解释|小资料|小档案|小贴士|新闻背景|背景资料|新闻链接|相关链接)(?:$|[】\]：:丨|｜· ])/u

/** Whether the heading is that of a box beside an article. */
export function isBoxed(text: string): boolean {
  return text.length <= 30 && BOXED.test(simplified(text))
}
