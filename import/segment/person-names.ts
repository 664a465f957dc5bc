/** Tells the names of people in bylines, where little but names stands. */

import { simplified } from '../../model/simplified'
import { divisionsNamed } from '../lexicons/gazetteer'
import nameWords from '../lexicons/name-words.json'
import furniture from '../lexicons/page-furniture.json'
import surnames from '../lexicons/surnames.json'
import { words } from '../lexicons/words'

const SINGLE = new Set(surnames.single)
/** Characters with which names of Tibetans, Mongols, Uyghurs and foreigners are written: 罗布次仁 is one name. */
const TRANSCRIPTION = new Set(nameWords.transcription)
/** Words of a web page that look like names: 字号. */
const CONTROLS = new Set(furniture.controls)
const COMPOUND = new Set(surnames.compound)

/** Whether the token has the shape of a Chinese name: a surname and one or two more characters, or a transcribed name with ·. */
export function looksLikeName(printed: string): boolean {
  const token = simplified(printed)
  if (/^[\u4e00-\u9fff]{1,8}[·•・‧][\u4e00-\u9fff·•・‧]{1,12}$/u.test(token))
    return token.length >= 6 && isMostlyTranscribed(token)
  if (!/^[\u4e00-\u9fff\u3400-\u4dbf]{2,4}$/u.test(token) || /..[报网社]$|[的了]/u.test(token) || CONTROLS.has(token))
    return false
  if (COMPOUND.has(token.slice(0, 2))) return token.length >= 3
  return token.length <= 3 && SINGLE.has(token[0] as string)
}

/** Whether the token is a name by its shape, where a line is cut at its blanks: 甲乙丙, 次仁央宗. */
export function isNamePiece(token: string): boolean {
  if (/(?:记者|[讯评]员|作者|编辑|摄影|新闻)$/u.test(token)) return false
  return (
    looksLikeName(token) || (token.length >= 3 && token.length <= 8 && isTranscribed(token.replace(/·/gu, '')) && !isPlace(token))
  )
}

/** The names in a run of characters without separators: 张三李四 is two names, 欧阳瑾 one. A run that is no sum of names stays one. */
export function splitNames(token: string): readonly string[] {
  if (token.length <= 3 || looksLikeName(token) || isTranscribed(token) || !/^[\u4e00-\u9fff]+$/u.test(token)) return [token]
  // 万玛才旦, 巴特那生: two names of two characters hold hardly so many of these
  if (token.length === 4 && [...token].filter(isTranscribed).length >= 3) return [token]
  return divide(token) ?? [token]
}

function divide(rest: string): readonly string[] | null {
  if (rest === '') return []
  for (const length of [3, 2, 4]) {
    if (rest.length < length) continue
    const head = rest.slice(0, length)
    if (!looksLikeName(head)) continue
    const tail = divide(rest.slice(length))
    if (tail) return [head, ...tail]
  }
  return null
}

/** Whether the token may be a transcribed name: it holds only characters with which names of other languages are written. */
export function isTranscribed(token: string): boolean {
  return [...simplified(token)].every(char => TRANSCRIPTION.has(char))
}

/** Whether at least half of its characters are such, as in 努尔比亚·吐尔逊; the name of a column, 山海新观察·之三, has other ones. */
function isMostlyTranscribed(token: string): boolean {
  const chars = [...simplified(token)].filter(char => /[\u4e00-\u9fff]/u.test(char))
  return chars.filter(char => TRANSCRIPTION.has(char)).length * 2 >= chars.length
}

/** Whether the token is the name of an administrative division, long or short. */
export function isPlace(token: string): boolean {
  return token.length >= 2 && divisionsNamed(simplified(token)).length > 0
}

/** Whether the token is a common word of the language and no name: 金融, 文化. */
export function isWord(token: string): boolean {
  const [first, second] = words().tag(simplified(token), false)
  return first !== undefined && second === undefined && !first.tag.startsWith('nr')
}

/** Whether the token is a row of common words of two or more characters: 走进位于. */
export function isWords(token: string): boolean {
  return words()
    .tag(simplified(token), false)
    .every(({ word, tag }) => word.length >= 2 && !tag.startsWith('nr') && tag !== 'x')
}

/** Whether a common word of two or more characters stands in the token: 走基层. */
export function holdsWord(token: string): boolean {
  return words()
    .tag(simplified(token), false)
    .some(({ word, tag }) => word.length >= 2 && !tag.startsWith('nr') && tag !== 'x')
}
