/** Simplified characters one for one, so that a rule written once reads a page in traditional characters too and every offset stays what it is. */
import { Converter } from 'opencc-js'

const FIRST = 0x3400
const LAST = 0x9fff

let table: Uint16Array | null = null

/** The text with each traditional character replaced by its simplified one (OpenCC, Taiwan and Hong Kong forms). Its length does not change. */
export function simplified(text: string): string {
  table ??= build()
  let out = ''
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < FIRST || code > LAST) continue
    const plain = table[code - FIRST] as number
    if (plain !== code) {
      out += text.slice(from, i) + String.fromCharCode(plain)
      from = i + 1
    }
  }
  return from === 0 ? text : out + text.slice(from)
}

function build(): Uint16Array {
  const all: string[] = []
  for (let code = FIRST; code <= LAST; code++) all.push(String.fromCharCode(code))
  const map = Uint16Array.from(all, char => char.charCodeAt(0))
  for (const from of ['t', 'hk'] as const) {
    const converted = Converter({ from, to: 'cn' })(all.join('\n')).split('\n')
    converted.forEach((char: string, i: number) => {
      if (char.length === 1 && map[i] === FIRST + i) map[i] = char.charCodeAt(0)
    })
  }
  return map
}
