/** Reads Markdown: its text without the marks, its front matter as what is known about it. */
import { parseHTML } from 'linkedom'
import { marked } from 'marked'
import { DocumentError } from '../../model/errors'
import type { DocumentMeta, SourceDocument } from '../values/document'
import { blockLines, type DomNode } from './block-lines'
import { decodeText } from './decode-text'
import { isoDay } from './iso-day'

/** Characters of a paragraph above which a file is read as plain text. */
const LONGEST = 20_000

/** The document of a Markdown file. Throws a DocumentError where it holds no text. */
export function readMarkdown(name: string, bytes: Uint8Array): SourceDocument {
  const { text } = decodeText(name, bytes)
  const front = /^---\r?\n([\s\S]{0,4000}?)\r?\n---\r?\n/u.exec(text)
  const body = front ? text.slice(front[0].length) : text
  // the marks of a paragraph are matched with one another, which takes too long in one that nobody wrote
  if (body.split(/\n\s*\n/u).some(paragraph => paragraph.length > LONGEST)) return { name, text, meta: {} }
  const html = marked.parse(body, { async: false })
  const { document } = parseHTML(`<html><body>${html}</body></html>`)
  const lines = blockLines(document.body as unknown as DomNode)
  if (lines.length === 0) throw new DocumentError(name, 'the file holds no text')
  const meta = front ? frontMatter(front[1] as string) : {}
  const title = meta.title && !lines.slice(0, 3).includes(meta.title) ? [meta.title] : []
  return { name, text: [...title, ...lines].join('\n\n'), meta: withoutTitle(meta) }
}

/** A headline in the front matter stands in the text; a page of several articles has no one title. */
function withoutTitle({ title: _, ...meta }: DocumentMeta): DocumentMeta {
  return meta
}

function frontMatter(text: string): DocumentMeta {
  const field = (names: string) => new RegExp(`^(?:${names})\\s*[:：]\\s*["']?(.+?)["']?\\s*$`, 'imu').exec(text)?.[1] ?? null
  const title = field('title|标题')
  const publishedOn = isoDay(field('date|published|日期'))
  const publisher = field('source|publisher|来源')
  const url = field('url|link')
  return {
    ...(title ? { title } : {}),
    ...(publishedOn ? { publishedOn } : {}),
    ...(publisher ? { publisher } : {}),
    ...(url && URL.canParse(url) ? { url } : {}),
  }
}
