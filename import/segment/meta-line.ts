/** Reads the line under a headline that names writer, source and time: `2023年12月05日 作者：甲乙 摄影：丙丁 来源：某某网`. */
import { simplified } from '../../model/simplified'
import { type Byline, parsePeople } from './byline'

const WRITERS =
  /(?:(?:作者|记者|記者|撰文|撰稿|采写|文字|文)\s*[：:丨|]|(?:记者|記者|作者|通讯员)(?= ))\s*((?:[\u4e00-\u9fff·]{1,6}[ 、，/]*){1,8}?)(?=\s*(?:摄影|摄|图|来源|來源|编辑|责编|责任|审核|校对|浏览|点击|阅读|时间|发布|字号|日期|[\u4e00-\u9fff]{2,5}[：:]|\d|$|[（(丨|【[]|[A-Z]))/u

/** `原创 甲乙 某某发布 2023-05-11`: who wrote, before the name of the account. */
const ORIGINAL = /^(?:原创|原創)[ ：:]+([\u4e00-\u9fff·]{2,4}(?:[ 、][\u4e00-\u9fff·]{2,3})*?)(?= \S{2,20} (?:19|20)\d\d)/u

/** The writers that the line names, or null. */
export function readMetaLine(text: string): Byline | null {
  const original = text.startsWith('原') ? ORIGINAL.exec(text)?.[1] : undefined
  const writers = original === undefined ? null : parsePeople(original, false)
  if (writers && writers.names.length > 0) return { ...writers, word: '作者' }
  const match = /[：:丨|]/u.test(text) ? WRITERS.exec(simplified(text)) : null
  if (!match) return null
  const at = match.index + match[0].indexOf(match[1] as string)
  const latin = /^\s*([A-Z][a-z]+(?: [A-Z][a-z]+){1,2}?)(?= [A-Z]|\s*$|[（(,，])/u.exec(
    text.slice(match.index + match[0].length),
  )?.[1]
  const people = parsePeople(text.slice(at, at + (match[1] as string).length), true)
  return people && people.names.length > 0
    ? { ...people, names: latin ? [...people.names, latin] : people.names, word: people.word ?? '作者' }
    : null
}
