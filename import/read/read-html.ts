/** Reads a web page: its article by Readability, the lines around it that say who wrote it, when and where. */
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { DocumentError } from '../../model/errors'
import type { SourceDocument } from '../values/document'
import { blockLines, type DomNode } from './block-lines'
import { decodeText } from './decode-text'

/** Characters of running text below which a page holds no article. */
const SHORTEST = 60
const MOST_ELEMENTS = 40_000
/** A page's elements nest less deep than this; the parser and Readability walk them recursively. */
const DEEPEST = 500
const CLOSED_BY_ITSELF = /^(?:br|img|meta|link|input|hr|area|base|col|embed|source|track|wbr|p|li|td|tr|th|dd|dt|option)$/iu
const AROUND =
  /(?:来源|來源|作者|记者|記者|撰文|通讯员|责任编辑|责编|編輯|编辑)[：:\s（(]|(?:19|20)\d{2}[-年/.]\d{1,2}[-月/.]\d{1,2}/u

type ReadableDocument = ConstructorParameters<typeof Readability>[0]

/** The document of a web page. Throws a DocumentError where the page holds no article. */
export function readHtml(name: string, bytes: Uint8Array): SourceDocument {
  return htmlDocument(name, decodeHtml(name, bytes))
}

/** The page's own declaration of its encoding goes before any guess. */
function decodeHtml(name: string, bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
  const declared = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{3,20})/iu.exec(head)?.[1]?.toLowerCase()
  if (declared && /^(?:gb2312|gbk|gb18030|big5|big5-hkscs)$/u.test(declared)) {
    const text = new TextDecoder(declared.startsWith('gb') ? 'gb18030' : 'big5').decode(bytes)
    if (!text.includes('\ufffd')) return text
  }
  return decodeText(name, bytes).text
}

function htmlDocument(name: string, html: string): SourceDocument {
  const problem = outOfBounds(html)
  if (problem) throw new DocumentError(name, problem)
  // a < that begins no tag is text
  const marked = html.replace(/<(?![a-zA-Z/!?])/gu, '&lt;')
  const { document } = parseHTML(/<body|<html/iu.test(marked) ? marked : `<html><body>${marked}</body></html>`)
  const meta = readMeta(document)
  const all = document.body ? blockLines(document.body as unknown as DomNode) : []
  const article = readable(document as unknown as ReadableDocument)
  const parsed = article?.content ? parseHTML(`<html><body>${article.content}</body></html>`).document.body : null
  const body = parsed ? blockLines(parsed as unknown as DomNode) : []
  const running = body.filter(line => /[。！？；]/u.test(line)).join('').length
  if (running < SHORTEST) throw new DocumentError(name, 'the page holds no article')
  const title = headline(article?.title ?? '', all)
  const text = [title, ...around(all, body, title), ...body.filter(line => line !== title)].join('\n\n')
  return { name, text, meta: { ...meta, ...(title ? { title } : {}) } }
}

/** Lines above and below the article that name writers, source or time. Those above come first. */
function around(all: readonly string[], body: readonly string[], title: string): readonly string[] {
  const inside = new Set(body)
  const first = all.findIndex(line => inside.has(line) && line.length > 30)
  return all
    .filter(
      (line, i) =>
        line !== title && !inside.has(line) && line.length < 120 && AROUND.test(line) && Math.abs(i - Math.max(first, 0)) < 40,
    )
    .slice(0, 6)
}

function readable(document: ReadableDocument): { title?: string | null; content?: string | null } | null {
  try {
    return new Readability(document, { maxElemsToParse: MOST_ELEMENTS, charThreshold: 120 }).parse()
  } catch {
    return null
  }
}

/** The page's title without the names of section and site; the headline on the page where the title says more or less than it. */
function headline(title: string, lines: readonly string[]): string {
  const bare = title.replace(/(?:\s*(?:--|——|_|\||–|-)\s*[^-_|—–]{2,14})+$/u, '').trim() || title.trim()
  return (
    lines.find(
      line => line.length >= 6 && line.length <= 60 && (line === bare || line.replace(/\s/gu, '') === bare.replace(/\s/gu, '')),
    ) ?? bare
  )
}

function readMeta(document: {
  querySelector(selector: string): { getAttribute(name: string): string | null } | null
}): SourceDocument['meta'] {
  const of = (...selectors: string[]) => {
    for (const selector of selectors) {
      const value = document.querySelector(selector)?.getAttribute('content')?.trim()
      if (value) return value
    }
    return null
  }
  const published = of(
    'meta[property="article:published_time"]',
    'meta[name="publishdate"]',
    'meta[name="PubDate"]',
    'meta[name="pubdate"]',
  )
  const day = published ? /^((?:19|20)\d{2})[-/年.](\d{1,2})[-/月.](\d{1,2})/u.exec(published) : null
  const site = of('meta[property="og:site_name"]', 'meta[name="SiteName"]')
  const url = of('meta[property="og:url"]') ?? document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? null
  return {
    ...(day ? { publishedOn: `${day[1]}-${(day[2] as string).padStart(2, '0')}-${(day[3] as string).padStart(2, '0')}` } : {}),
    ...(site ? { publisher: site } : {}),
    ...(url && URL.canParse(url) ? { url } : {}),
  }
}

/** Why the page is none that was printed, or null: the parser and Readability take too long on so many elements, or walk too deep. */
function outOfBounds(html: string): string | null {
  let depth = 0
  let elements = 0
  for (const match of html.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9]{0,15})[^<>]{0,2000}?(\/?)>/gu)) {
    if (!match[1] && ++elements > MOST_ELEMENTS)
      return `the page has more than ${MOST_ELEMENTS} elements; it is no page that was printed`
    if (match[3] || CLOSED_BY_ITSELF.test(match[2] as string)) continue
    depth = Math.max(0, depth + (match[1] ? -1 : 1))
    if (depth > DEEPEST) return `the page nests its elements deeper than ${DEEPEST}; it is no page that was printed`
  }
  return null
}
