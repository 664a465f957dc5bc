/**
 * Tells a quotation that says something (“我们不怕晚。”) from a word in quotation marks (“老字号”): it ends as a sentence or a clause ends, or
 * it is long, or a verb of saying or a colon introduces it.
 */
import type { ArticleView } from '../article-view'
import type { Quotation } from '../quotations'

const ENDS = new Set(['。', '！', '？', '!', '?', '…', '，', ',', '～', '；'])
const LONG = 16

export function isStatement(view: ArticleView, quotation: Quotation): boolean {
  const length = quotation.to - quotation.from
  if (length <= 0) return false
  const last = view.text[quotation.to - 1] as string
  if (ENDS.has(last)) return true
  const before = view.text[quotation.start - 1]
  const after = view.text[quotation.end]
  if (before === '：' || before === ':') return length >= 6
  const free = before === undefined || before === '\n' || before === '。' || before === '，' || before === ','
  const ends = after === undefined || after === '\n' || after === '。' || after === '，' || after === ','
  return free && ends && length >= LONG
}
