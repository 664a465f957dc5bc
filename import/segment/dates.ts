/** Finds when a page appeared, where it says so: in its masthead or date line, never in a licence or in running text. */
import { matches } from '../matches'

const DIGITS: Readonly<Record<string, string>> = {
  〇: '0',
  '○': '0',
  Ｏ: '0',
  O: '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
}

/** The first full date in the text as an ISO date, or null: 2024年4月1日, 2024-04-01 09:30, 2024/4/1, 二〇二四年四月一日. */
export function readDate(text: string): string | null {
  // a scan makes 0 the letter O
  if (/\d[Oo]\d/u.test(text)) return readDate(text.replace(/(?<=\d)[Oo](?=\d)/gu, '0'))
  if (/(?<!\d)\d \d(?: \d| ?[年月日])/u.test(text)) return readDate(text.replace(/(?<=(?<!\d)\d) (?=\d(?!\d))/gu, ''))
  const western = /((?:19|20)\d{2})\s*(?:年|[-./])\s*(\d{1,2})\s*(?:月|[-./])\s*(\d{1,2})(?:\s*日|(?!\d))/u.exec(text)
  if (western) return iso(Number(western[1]), Number(western[2]), Number(western[3]))
  const chinese =
    /([一二][〇○Ｏ零九O][〇○Ｏ零一二三四五六七八九O]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/u.exec(
      text,
    )
  if (!chinese) return null
  const year = [...(chinese[1] as string)].map(char => DIGITS[char] ?? '').join('')
  return iso(Number(year), count(chinese[2] as string), count(chinese[3] as string))
}

function count(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['0', text]
  const digit = (part: string | undefined, empty: number) => (part ? Number(DIGITS[part] ?? part) : empty)
  return (text.includes('十') ? digit(tens, 1) : 0) * 10 + digit(ones, 0)
}

/** The date as YYYY-MM-DD, or null where there is no such day. */
export function iso(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return date.toISOString().slice(0, 10)
}

const UP_TO = /截[至止]到?((?:19|20)\d{2})年(?:(\d{1,2})月)?(底|末)?/gu
const DAY_PAST = /((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日(?!起|前|之前|至|—|-|开始|将)/gu

/**
 * Bounds of the time of printing that running text gives: not before the latest day, month or year that it speaks of as past
 * (截至2024年底, 2022年10月24日摄). Days that are still to come (…日起, …日前) do not count.
 */
export function readBounds(text: string): readonly [from: string | null, to: string | null] | null {
  let from: string | null = null
  const later = (date: string | null) => {
    if (date && (from === null || date > from)) from = date
  }
  for (const match of matches(text, UP_TO)) {
    const year = Number(match[1])
    const month = match[2] ? Number(match[2]) : match[3] ? 12 : 1
    later(month === 12 && !match[2] ? iso(year, 12, 31) : iso(year, month, 1))
  }
  for (const match of matches(text, DAY_PAST)) later(iso(Number(match[1]), Number(match[2]), Number(match[3])))
  return from === null ? null : [from, null]
}
