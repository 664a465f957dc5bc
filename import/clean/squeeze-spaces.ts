/**
 * Takes stray spaces out of running Chinese text (`高质量 发展` is one word that a line break cut) and mends OCR's ` and ` for 和.
 * A space between Latin words or numbers stays.
 */
import { type MappedText, MappedWriter } from '../../model/mapped-text'

const LATIN = /[A-Za-z0-9@.,:;!?%+#&'"/_()-]/u

/** The text without stray spaces. ` and ` between Chinese characters becomes 和, which stands nowhere in the source. */
export function squeezeSpaces(from: MappedText): MappedText {
  if (!from.text.includes(' ')) return from
  const { text } = from
  const writer = new MappedWriter()
  let start = 0
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
    if (at < start) continue
    const before = at > 0 ? (text[at - 1] as string) : ''
    const after = text[at + 1] ?? ''
    if (!LATIN.test(before) && text.startsWith(' and ', at) && at + 5 < text.length && !LATIN.test(text[at + 5] as string)) {
      writer.append(from, start, at)
      writer.put('和')
      start = at + 5
    } else if (!(LATIN.test(before) && LATIN.test(after))) {
      writer.append(from, start, at)
      start = at + 1
    }
  }
  writer.append(from, start, text.length)
  return writer.done()
}
