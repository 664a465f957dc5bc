/** Turns the bytes of a text file into text: UTF-8, UTF-16, GB18030 (with GBK and GB2312) and Big5 are recognised. */
import { analyse } from 'chardet'
import { DocumentError } from '../../model/errors'

const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** The commonest characters of simplified and of traditional print; a right decoding is full of them, a wrong one is not. */
const COMMON = new Set(
  '的一是不了在人有我他这为之大来以个中上们到说国和地也子时道出而要于就下得可你年生自会那后能对着事其里所去行过家十用发天如然作方成者多日都三小军二无同么经法当起与好看学进种将还分此心前面又定见只主没公从本次长新市区工业部省政府记者民委会议经济社全县农展管理建设教育我们月日电报讯這為來個們說國時會後對裡過發無經當與學進種將還見沒從長業記議濟縣農報訊區電點開關動員實體現應機總辦據華萬產萬與於及或港府司局長政策署特別行政黨書',
)
const SAMPLE = 64 * 1024
/** Share of common characters among the Chinese ones that Chinese print always reaches. */
const PLAUSIBLE = 0.12

export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
  /** Characters that the bytes did not give. */
  readonly lost: number
}

/** The text of the bytes. Throws a DocumentError that says why where there is none: empty, binary, or in no known encoding. */
export function decodeText(name: string, bytes: Uint8Array): Decoded {
  if (bytes.length === 0) throw new DocumentError(name, 'the file is empty')
  const marked = byMark(bytes)
  if (marked) return checked(name, marked)
  const utf8 = decode(bytes, 'utf-8')
  if (utf8.lost === 0 && !hasNull(bytes)) return checked(name, utf8)
  const best = guess(bytes, utf8)
  if (!best)
    throw new DocumentError(
      name,
      `the file is ${hasNull(bytes) ? 'binary' : 'in no encoding that is known (UTF-8, UTF-16, GB18030, Big5)'}`,
      lineOfDamage(bytes),
    )
  return checked(name, best)
}

function byMark(bytes: Uint8Array): Decoded | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return decode(bytes.subarray(3), 'utf-8')
  if (a === 0xff && b === 0xfe) return decode(bytes.subarray(2), 'utf-16le')
  if (a === 0xfe && b === 0xff) return decode(bytes.subarray(2), 'utf-16be')
  return null
}

function decode(bytes: Uint8Array, encoding: Encoding): Decoded {
  const text = new TextDecoder(encoding).decode(bytes)
  let lost = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) lost++
  return { text, encoding, lost }
}

/** The most plausible decoding, or null: the detector proposes an order, the share of common characters decides. */
function guess(bytes: Uint8Array, utf8: Decoded): Decoded | null {
  const sample = bytes.subarray(0, SAMPLE)
  const proposed = analyse(sample).map(match => match.name.toLowerCase())
  let best: { encoding: Encoding; score: number } | null = null
  for (const encoding of ENCODINGS) {
    if (hasNull(sample) !== encoding.startsWith('utf-16') && !(encoding.startsWith('utf-16') && proposed.includes(encoding)))
      continue
    const score = plausibility(decode(sample, encoding)) + (proposed[0] === encoding ? 0.05 : 0)
    if (score >= PLAUSIBLE && (!best || score > best.score)) best = { encoding, score }
  }
  if (!best) return null
  const found = best.encoding === 'utf-8' ? utf8 : decode(bytes, best.encoding)
  return found.lost > found.text.length * 0.02 ? null : found
}

/** Share of common characters among all that are not ASCII, less what cannot be; -1 where too much is lost. */
function plausibility({ text, lost }: Decoded): number {
  let chinese = 0
  let common = 0
  let odd = lost
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x80) {
      if (code < 0x20 && code !== 10 && code !== 13 && code !== 9 && code !== 12) odd += 2
      continue
    }
    if (code >= 0x4e00 && code <= 0x9fff) {
      chinese++
      if (COMMON.has(text[i] as string)) common++
    } else if ((code >= 0xe000 && code <= 0xf8ff) || (code >= 0x80 && code < 0xa0) || (code >= 0xac00 && code <= 0xd7ff)) odd++
  }
  if (odd > text.length * 0.02) return -1
  return chinese === 0 ? 0 : common / chinese
}

function checked(name: string, decoded: Decoded): Decoded {
  const { text } = decoded
  let control = 0
  let first = -1
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x20 && code !== 10 && code !== 13 && code !== 9 && code !== 12) {
      control++
      if (first < 0) first = i
    }
  }
  if (control > 4 && control > text.length * 0.005)
    throw new DocumentError(name, 'the file is binary', text.slice(0, first).split('\n').length)
  if (decoded.lost > 4 && decoded.lost > text.length * 0.02)
    throw new DocumentError(
      name,
      'the file is damaged: too many of its bytes are no characters',
      text.slice(0, text.indexOf('\ufffd')).split('\n').length,
    )
  if (text.trim() === '') throw new DocumentError(name, 'the file is empty')
  return decoded
}

function hasNull(bytes: Uint8Array): boolean {
  return bytes.subarray(0, SAMPLE).includes(0)
}

/** The 1-based line of the first byte that no text holds. */
function lineOfDamage(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, 1024 * 1024))
  const at = text.search(/[\ufffd\u0000]/u)
  return text.slice(0, Math.max(at, 0)).split('\n').length
}
