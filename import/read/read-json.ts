/** Reads articles kept as JSON: one object, a list of them, or one in each line. Title, content, date, source and address are looked for under their usual names. */
import { DocumentError } from '../../model/errors'
import type { DocumentMeta, SourceDocument } from '../values/document'
import { decodeText } from './decode-text'
import { isoDay } from './iso-day'
import type { Read } from './outcome'
import { plainText } from './plain-text'

const NAMES = {
  title: ['title', 'headline', '标题', '題目'],
  content: ['content', 'text', 'body', 'article', '正文', '内容', '內容'],
  date: [
    'date',
    'publishedOn',
    'published_on',
    'publishedAt',
    'published_at',
    'publishDate',
    'publish_date',
    'pubDate',
    'time',
    '日期',
    '发布时间',
  ],
  source: ['source', 'publisher', 'outlet', 'site', 'media', '来源', '來源', '媒体'],
  url: ['url', 'link', 'href', '链接'],
} as const

/** The documents of a JSON file; several are named NAME#1, NAME#2 … Each that holds no text is an error of its own. */
export function* readJson(name: string, bytes: Uint8Array): Generator<Read> {
  const { text } = decodeText(name, bytes)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    // JSON Lines under another name
    if (/\}\s*\n\s*\{/u.test(text)) {
      yield* readLines(name, text.split('\n'))
      return
    }
    yield {
      error: new DocumentError(
        name,
        `the file is no JSON (${(cause as Error).message})`,
        lineOfError(text, cause as Error),
        cause,
      ),
    }
    return
  }
  const list = listOf(value)
  if (list.length === 0) yield { error: new DocumentError(name, 'the file holds no article') }
  for (const [i, one] of list.entries())
    yield fromValue(list.length === 1 && !Array.isArray(value) ? name : `${name}#${i + 1}`, one, null)
}

/** The document of one line of a JSON Lines file. `line` is 1-based. */
export function readJsonLine(name: string, text: string, line: number): Read | null {
  if (text.trim() === '') return null
  try {
    return fromValue(`${name}#${line}`, JSON.parse(text), line, name)
  } catch (cause) {
    return { error: new DocumentError(name, `the line is no JSON (${(cause as Error).message})`, line, cause) }
  }
}

function* readLines(name: string, lines: readonly string[]): Generator<Read> {
  for (const [i, line] of lines.entries()) {
    const read = readJsonLine(name, line, i + 1)
    if (read) yield read
  }
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (typeof value === 'object' && value !== null) {
    const inner =
      (value as Record<string, unknown>).articles ??
      (value as Record<string, unknown>).items ??
      (value as Record<string, unknown>).documents
    if (Array.isArray(inner)) return inner
  }
  return [value]
}

function fromValue(name: string, value: unknown, line: number | null, file = name): Read {
  if (typeof value !== 'object' || value === null)
    return { error: new DocumentError(file, 'expected an object with title and content', line) }
  const fields = value as Record<string, unknown>
  const of = (names: readonly string[]) =>
    names.map(key => fields[key]).find(found => found !== undefined && found !== null && found !== '')
  const content = asText(of(NAMES.content))
  if (content === '')
    return { error: new DocumentError(file, `there is no text under any of: ${NAMES.content.join(', ')}`, line) }
  const title = asText(of(NAMES.title)).replace(/\s+/gu, ' ').trim()
  const publishedOn = isoDay(of(NAMES.date))
  const publisher = asText(of(NAMES.source)).trim()
  const url = asText(of(NAMES.url)).trim()
  const meta: DocumentMeta = {
    ...(title ? { title } : {}),
    ...(publishedOn ? { publishedOn } : {}),
    ...(publisher ? { publisher } : {}),
    ...(URL.canParse(url) ? { url } : {}),
  }
  const body = plainText(content)
  const document: SourceDocument = { name, text: title && !body.startsWith(title) ? `${title}\n\n${body}` : body, meta }
  return { document }
}

function asText(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value) && value.every(part => typeof part === 'string')) return value.join('\n')
  return ''
}

function lineOfError(text: string, error: Error): number | null {
  const at = /position (\d+)/u.exec(error.message)?.[1]
  return at === undefined ? null : text.slice(0, Number(at)).split('\n').length
}
