/** Folding of text for matching: simplified characters, half-width letters and one form of each mark, character for character. */
import { simplified } from '../../../model/simplified'

let table: Uint16Array | null = null

function build(): Uint16Array {
  const map = new Uint16Array(65536)
  for (let code = 0; code < map.length; code++) map[code] = simplified(String.fromCharCode(code)).charCodeAt(0)
  for (let code = 0xff01; code <= 0xff5e; code++) map[code] = code - 0xfee0
  for (const [from, to] of [
    '　 ',
    '\u00a0 ',
    '\u2002 ',
    '\u2003 ',
    '「“',
    '『“',
    '」”',
    '』”',
    '＂"',
    '〝“',
    '〞”',
    '‧·',
    '•·',
    '・·',
    '∙·',
    '･·',
    '—-',
    '–-',
    '﹑、',
    '〈《',
    '〉》',
  ].map(pair => [pair.charCodeAt(0), pair.charCodeAt(1)] as const))
    map[from] = to
  return map
}

/**
 * The text with traditional characters made simplified (OpenCC, character by character), full-width letters and marks made half-width and quotation marks and middle dots
 * made one. It has the same length, so that every offset holds in both.
 */
export function fold(text: string): string {
  table ??= build()
  let from = 0
  while (from < text.length && table[text.charCodeAt(from)] === text.charCodeAt(from)) from++
  if (from === text.length) return text
  const out = new Uint16Array(text.length)
  for (let i = 0; i < text.length; i++) out[i] = table[text.charCodeAt(i)] as number
  return Buffer.from(out.buffer).toString('utf16le')
}
