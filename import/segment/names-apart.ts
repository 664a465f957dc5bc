/** Names in a line of their own that the line alone does not show to be names: beside the name of a column, set wide below a text. */
import { simplified } from '../../model/simplified'
import type { Block } from '../values/document'
import { type Byline, readByline } from './byline'
import { readDateline } from './dateline'
import { isGenre } from './genre'
import { isBelow } from './look-around'
import { isWord, looksLikeName } from './person-names'
import { BRIEFS } from './signs'

/** The name of a column and, set apart, a name. */
const COLUMN_WRITER = /^([■●◆▲□◎\s]*)([\u4e00-\u9fff／/·]{2,10}[^\u4e00-\u9fff，。：:、“”]{1,6})([\u4e00-\u9fff]{2,3})$/u

/**
 * Where the name of a column stands that has its writer beside it, above a headline and a text that does not speak of them: 街坊茶座／甲乙; or null.
 * `isSigned` says that the text above has its writers, so that the line does not sign it.
 */
export function columnWriter(
  blocks: readonly Block[],
  at: number,
  isSigned: boolean,
): { readonly start: number; readonly end: number; readonly byline: Byline } | null {
  const { text } = blocks[at] as Block
  const column = text.length <= 20 ? COLUMN_WRITER.exec(text) : null
  const next = blocks[at + 1]
  const below = blocks[at + 2]
  if (!column || next?.kind !== 'headline' || below?.kind !== 'text' || readByline(next.text) !== null) return null
  const [, signs, label, name] = column as unknown as [string, string, string, string]
  // 城东读者 甲乙 may sign what stands above
  if (!isSigned && /[\u4e00-\u9fff] *$/u.test(label)) return null
  const plain = simplified(name)
  if (!looksLikeName(plain) || isWord(plain) || next.text.includes(name) || below.text.includes(name)) return null
  if (readDateline(below.text) !== null) return null
  const end = signs.length + label.replace(/[^\u4e00-\u9fff]+$/u, '').length
  return { start: signs.length, end, byline: alone(name) }
}

/** The name directly below a text that is set wide, so that a word too is one: 管 乐; or null. */
export function wideName(blocks: readonly Block[], at: number, source: string): Byline | null {
  const block = blocks[at] as Block
  if (block.text.length !== 3 || !/^[\u4e00-\u9fff] [\u4e00-\u9fff]$/u.test(block.text)) return null
  const name = block.text.replace(' ', '')
  const plain = simplified(name)
  const before = blocks[at - 1]
  const next = blocks[at + 1]
  if (before?.kind !== 'text' || !isBelow(before, block, source)) return null
  if (next && next.kind !== 'furniture' && isBelow(block, next, source)) return null
  return looksLikeName(plain) && !isGenre(name) && !BRIEFS.test(plain) ? alone(name) : null
}

function alone(name: string): Byline {
  return { names: [name], others: [], outlet: null, word: null }
}
