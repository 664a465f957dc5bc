/** What readers wrote below an article of a site. */
import { simplified } from '../../model/simplified'
import furniture from '../lexicons/page-furniture.json'

/** 热门跟贴, 网友评论（3）, 【精选留言】 */
const ABOVE_COMMENTS = new RegExp(`^[^\\p{L}\\p{N}]{0,2}(?:${furniture.comments.join('|')})(?![\\u4e00-\\u9fff])`, 'u')
/** `某网友：说得好。`, `说得好 顶[91]` */
const COMMENT = /^(?:@|[^，。：！？]{1,20}[：:])|(?:顶|赞|支持|踩|回复)\s?[[（(]?\d*[\])）]?$/u
/** No longer is what readers write, and the line above it. */
const COMMENT_LENGTH = 120
const HEADING_LENGTH = 30

/** Whether readers' comments stand below the line. */
export function isAboveComments(text: string): boolean {
  return text.length <= HEADING_LENGTH && ABOVE_COMMENTS.test(simplified(text))
}

/** Whether the text, below such a line, is one of the comments. */
export function isComment(text: string): boolean {
  return text.length <= COMMENT_LENGTH && COMMENT.test(simplified(text))
}
