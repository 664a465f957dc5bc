/**
 * Brings the characters of a line into one form: full-width digits and letters become ASCII, punctuation beside Chinese becomes full-width, radicals
 * and compatibility ideographs (from PDF fonts) become the ordinary characters, corner brackets become quotation marks, and every kind of blank one space.
 */
import { type MappedText, MappedWriter } from '../../model/mapped-text'
import { BLANKS, oneOf } from '../characters'

const WIDE = new Map([
  [',', '，'],
  [':', '：'],
  [';', '；'],
  ['?', '？'],
  ['!', '！'],
  ['(', '（'],
  [')', '）'],
])
const isNarrow = oneOf([...WIDE.keys()].join(''))
const QUOTES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '「': '“',
    '」': '”',
    '『': '‘',
    '』': '’',
    '﹁': '“',
    '﹂': '”',
    '＂': '"',
    '＇': "'",
    '〝': '“',
    '〞': '”',
    '｢': '“',
    '｣': '”',
    '〖': '【',
    '〗': '】',
  }),
)
const isQuote = oneOf([...QUOTES.keys()].join(''))

const isBlank = oneOf(BLANKS)
const DROPPED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffd\ufffe\uffff]/u

/** Whether the code unit belongs to Chinese text: an ideograph, Chinese punctuation or a full-width form. */
export function isChinese(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0x3001 && code <= 0x3020) ||
    (code >= 0xff01 && code <= 0xff0f) ||
    (code >= 0xff1a && code <= 0xff20) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    code === 0x3007 ||
    code === 0x201c ||
    code === 0x201d ||
    code === 0x2014 ||
    code === 0x2026 ||
    (code >= 0xd840 && code <= 0xdfff)
  )
}

/** The line from `start` to `end` of the source with its characters mended. Runs of blanks become one space; blanks at both ends go. */
export function mendCharacters(source: string, start: number, end: number): MappedText {
  const writer = new MappedWriter()
  let from = -1 // start of the stretch that is copied unchanged
  let blank = false
  let written = false
  const flush = (to: number) => {
    if (from >= 0) writer.copy(source.slice(from, to), from)
    from = -1
  }
  for (let i = start; i < end; i++) {
    const code = source.charCodeAt(i)
    // Markdown's marks of emphasis and headings are no text
    if (
      (code === 0x2a && source.charCodeAt(i + 1) === 0x2a) ||
      (code === 0x23 && !written && /[# ]/u.test(source[i + 1] ?? ''))
    ) {
      flush(i)
      if (code === 0x2a) i++
      continue
    }
    if (code > 0x20 && code < 0x7f) {
      if (blank && written) writer.put(' ')
      blank = false
      written = true
      const wide = isNarrow(code) ? WIDE.get(source[i] as string) : undefined
      if (wide !== undefined && besideChinese(source, i, start, end)) {
        flush(i)
        writer.copy(wide, i)
      } else if (from < 0) from = i
      continue
    }
    if (code >= 0x4e00 && code <= 0x9fff) {
      if (blank && written) writer.put(' ')
      blank = false
      written = true
      if (from < 0) from = i
      continue
    }
    if (isBlank(code)) {
      flush(i)
      blank = true
      continue
    }
    // most of what is left is Chinese punctuation and full-width forms
    const char = source[i] as string
    if (!isChinese(code) && DROPPED.test(char)) {
      flush(i)
      continue
    }
    if (blank && written) writer.put(' ')
    blank = false
    written = true
    const mended = (isQuote(code) ? QUOTES.get(char) : undefined) ?? unified(char, code)
    if (mended === char) {
      if (from < 0) from = i
    } else {
      flush(i)
      writer.copy(mended, i)
    }
  }
  flush(end)
  return writer.done()
}

/** The ordinary character for a full-width letter or digit, a radical or a compatibility ideograph; other characters stay. */
function unified(char: string, code: number): string {
  const fullWidth = code >= 0xff10 && code <= 0xff5e && char !== '～' && !'：；？［］｛｝｜'.includes(char)
  const radical = (code >= 0x2e80 && code <= 0x2fdf) || (code >= 0xf900 && code <= 0xfaff)
  if (char === '％' || char === '．' || char === '＋' || char === '－' || char === '／' || char === '＂')
    return char.normalize('NFKC')
  if (!fullWidth && !radical) return char
  const plain = char.normalize('NFKC')
  return plain.length === 1 ? plain : char
}

/** Whether the nearest character that is no blank, on either side, is Chinese; `1,000` and `12:30` keep their marks. */
function besideChinese(source: string, at: number, start: number, end: number): boolean {
  let left = at - 1
  while (left >= start && left > at - 4 && isBlank(source.charCodeAt(left))) left--
  let right = at + 1
  while (right < end && right < at + 4 && isBlank(source.charCodeAt(right))) right++
  const before = left >= start ? source.charCodeAt(left) : 0
  const after = right < end ? source.charCodeAt(right) : 0
  if (isDigit(before) && isDigit(after) && left === at - 1 && right === at + 1 && source[at] !== '(' && source[at] !== ')') {
    return false
  }
  if (isChinese(before) || isChinese(after)) return true
  // `30亿t,同比` and `62.1%,` : a comma after a unit or a closing quotation mark ends a Chinese clause
  return source[at] === ',' && (before === 0x25 || before === 0x22 || before === 0x27) && !(after >= 0x41 && after <= 0x7a)
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}
