/** Simplified characters one for one, so that a rule written once reads a page in traditional characters too and offsets stay what they are. */
import { Converter } from 'opencc-js'

const convert = Converter({ from: 'hk', to: 'cn' })
const known = new Map<string, string>()

/** The text with each traditional character replaced by its simplified form where that is one character; the length does not change. */
export function simplified(text: string): string {
  let out = ''
  let from = 0
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) < 0x3400) continue
    const character = text[i] as string
    const plain = known.get(character) ?? learn(character)
    if (plain !== character) {
      out += text.slice(from, i) + plain
      from = i + 1
    }
  }
  return from === 0 ? text : out + text.slice(from)
}

function learn(character: string): string {
  const converted = convert(character)
  const plain = converted.length === 1 ? converted : character
  known.set(character, plain)
  return plain
}
