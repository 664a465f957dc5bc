/**
 * Takes stray spaces out of running Chinese text (`高质量 发展` is one word that a line break cut) and mends OCR's ` and ` for 和.
 * A space between Latin words or numbers stays, but for a number that was broken where the words around it were.
 */
import { type MappedText, MappedWriter } from '../../model/mapped-text'

import { TORN_WORDS } from '../lexicons/openings'
import { matches } from '../matches'

const LATIN = /[A-Za-z0-9@.,:;!?%+#&'"/_()-]/u

/** A number whose digits a scan sets apart one by one: 1 2 0平方米, 3 . 5万元. */
const TORN_NUMBER = /\d \. ?\d|(?<![\d.])\d \d(?!\d)/gu

/** Whether the blank stands within such a number. */
function tears(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at)
  const after = text.slice(at + 1, at + 3)
  return /(?:^|[^\d])\d$|\.$/u.test(before) && /^(?:\d(?:[^\d]|$)|[.%])/u.test(after)
}

/** 本报讯 记者甲乙 通讯员丙丁 before the text: roles that run into names. */
const OPENING =
  /^[【（(]?[\u4e00-\u9fff\d]{0,14}(?:讯|訊|电|電|消息)[】）)]? ?(?:(?:全媒体|见习|实习|特约|首席|本报)*(?:记者|記者|通讯员|通訊員|实习生)[\u4e00-\u9fff·]{2,4}(?:[、 ][\u4e00-\u9fff·]{2,4}){0,3}? )+/u

/** The text without stray spaces. ` and ` between Chinese characters becomes 和, which stands nowhere in the source. */
export function squeezeSpaces(from: MappedText): MappedText {
  if (!from.text.includes(' ')) return from
  const { text } = from
  const kept = spacesBetweenNames(text)
  const torn = (text.match(TORN_NUMBER)?.length ?? 0) >= 2
  const broken = (text.match(/[\u4e00-\u9fff，。] [\u4e00-\u9fff]/gu)?.length ?? 0) >= 2
  const writer = new MappedWriter()
  let start = 0
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
    if (at < start || kept.has(at)) continue
    const before = at > 0 ? (text[at - 1] as string) : ''
    const after = text[at + 1] ?? ''
    if (!LATIN.test(before) && text.startsWith(' and ', at) && at + 5 < text.length && !LATIN.test(text[at + 5] as string)) {
      writer.append(from, start, at)
      writer.put('和')
      start = at + 5
    } else if (
      !(LATIN.test(before) && LATIN.test(after)) ||
      (broken && /[\d.]/u.test(before) && /[\d.%]/u.test(after)) ||
      (torn && tears(text, at))
    ) {
      writer.append(from, start, at)
      start = at + 1
    }
  }
  writer.append(from, start, text.length)
  return writer.done()
}

const IN_PARENTHESES = /[（(]((?:[\u4e00-\u9fff·]{1,10}[ 、，/]+){1,14}[\u4e00-\u9fff·]{1,8})[)）]/gu
const BEHIND_WORD = /(?:记者|記者|通讯员|通訊員|实习生|作者)(?: [\u4e00-\u9fff·]{2,4}(?= |$|[，、）)】]))+ ?/gu

/** The blanks that separate names: `（记者 甲乙 丙丁）`, `记者 甲乙 丙丁 通讯员 戊己`, `（甲乙 丙丁 戊己）`. */
function spacesBetweenNames(text: string): ReadonlySet<number> {
  const kept = new Set<number>()
  const keep = (start: number, part: string) => {
    for (let i = part.indexOf(' '); i >= 0; i = part.indexOf(' ', i + 1)) kept.add(start + i)
    for (const torn of matches(part, TORN_WORDS))
      for (let i = torn[0].indexOf(' '); i >= 0; i = torn[0].indexOf(' ', i + 1)) kept.delete(start + torn.index + i)
  }
  for (const match of matches(text, IN_PARENTHESES)) keep(match.index, match[0])
  for (const match of matches(text, BEHIND_WORD)) keep(match.index, match[0])
  const opening = OPENING.exec(text)
  if (opening) keep(0, opening[0])
  return kept
}
