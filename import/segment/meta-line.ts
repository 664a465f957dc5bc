/** Reads the line under a headline that names writer, source and time: `2023年12月05日 作者：甲乙 摄影：丙丁 来源：某某网`. */
import { simplified } from '../../model/simplified'
import { type Byline, parsePeople } from './byline'
import { isNamePiece, isPlace, isWord, looksLikeName } from './person-names'

const WRITERS =
  /(?:(?:作者|记者|記者|撰文|撰稿|采写|文字|文)\s*[：:丨|】]|(?:采写|撰文|记者|作者)\s*[/／]|(?:记者|記者|作者|通讯员)(?= ))\s*((?:[\u4e00-\u9fff·]{1,6}[ 、，/]*){1,8}?)(?=\s*(?:摄影|摄|图|来源|來源|编辑|责编|责任|审核|校对|浏览|点击|阅读|时间|发布|字号|日期|[\u4e00-\u9fff]{2,5}[：:]|\d|$|[（(丨|【[]|[A-Z]))/u

/** `原创 甲乙 某某发布 2023-05-11`: who wrote, before the name of the account. */
const ORIGINAL = /^(?:原创|原創)[ ：:]+([\u4e00-\u9fff·]{2,4}(?:[ 、][\u4e00-\u9fff·]{2,3})*?)(?= \S{2,20} (?:19|20)\d\d)/u

/** `甲乙 某某新闻 2023-05-11 09:48`: who wrote, the house and the time. */
const BEFORE_HOUSE =
  /^([\u4e00-\u9fff]{2,3}(?:[ 、][\u4e00-\u9fff]{2,3}){0,2}) [\u4e00-\u9fff+·]{2,10} (?=(?:19|20)\d\d[-年/.]\d{1,2}[-月/.]\d{1,2}日? \d{1,2}[:：]\d\d)/u

/** The writers that the line names, or null. */
export function readMetaLine(text: string): Byline | null {
  const leading = BEFORE_HOUSE.exec(text)?.[1]?.split(/[ 、]/u)
  if (leading?.every(name => looksLikeName(name) && !isWord(name) && !isPlace(name)))
    return { names: leading, others: [], outlet: null, word: '作者' }
  const original = text.startsWith('原') ? ORIGINAL.exec(text)?.[1] : undefined
  const writers = original === undefined ? null : parsePeople(original, false)
  if (writers && writers.names.length > 0) return { ...writers, word: '作者' }
  const match = /[：:丨|/／】]/u.test(text) ? WRITERS.exec(simplified(text)) : null
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

/** Words before the names of those who wrote, wherever they stand in a line. */
const WRITING =
  /(?<!图[/／：:]|摄影[/／：: ])(?:[\u4e00-\u9fff\d+]{0,12}(?<!(?:摄影|图片|图|视频))(?:记者|記者|通讯员|通訊員|实习生|實習生)|作者|撰文|撰稿|采写|採寫|执笔|供稿|文字|(?<![\u4e00-\u9fff])文)(?:[ ：:丨|/／]+|(?=[\u4e00-\u9fff]{2,4}(?![\u4e00-\u9fff])))/gu

/** Whether such a word may stand in the text. */
export const MAY_NAME_WRITERS = /记者|記者|[讯訊][员員]|实习生|實習生|作者|撰|[采採][写寫]|执笔|供稿|文字? ?[：:丨|/／]/u

/**
 * The writers that a line of a saved page names among other things: each such word with the names behind it, up to the first token that is none.
 * `2015年5月11日 来源：某某网 作者：甲乙 丙丁 用微信扫描`, `（记者：甲乙 通讯员：丙丁）`, `本报记者 甲乙 通讯员 丙丁 2019-05-11`.
 */
export function readWriters(printed: string): Byline | null {
  if (!MAY_NAME_WRITERS.test(printed)) return null
  const text = simplified(printed)
  let names: string[] = []
  let outlet: string | null = null
  for (const word of text.matchAll(WRITING)) {
    let at = word.index + word[0].length
    for (;;) {
      const token = /^[ 、，,/／]*([\u4e00-\u9fff·]{2,8})(?:报道)?(?=$|[ 、，,/／；;（(）)】\]|｜丨\d])/u.exec(
        text.slice(at, at + 14),
      )
      if (!token || !isNamePiece(token[1] as string)) break
      const from = at + token[0].indexOf(token[1] as string)
      names.push(printed.slice(from, from + (token[1] as string).length))
      at += token[0].length
    }
    outlet ??= parsePeople(word[0].replace(/[ ：:丨|/／]+$/u, ''), true)?.outlet ?? null
  }
  names = [...new Set(names)]
  return names.length > 0 ? { names, others: [], outlet, word: '记者' } : null
}
