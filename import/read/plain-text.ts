/** Text that may be HTML, as text. */
import { parseHTML } from 'linkedom'
import { blockLines, type DomNode } from './block-lines'

const TAGS = /<\/?(?:p|div|br|span|strong|img|a|section|h[1-6]|table|ul|li)\b[^<>]{0,500}>/iu

/** The text; where it is marked up, its blocks as paragraphs. */
export function plainText(content: string): string {
  if (!TAGS.test(content)) return content
  const { document } = parseHTML(`<html><body>${content}</body></html>`)
  return blockLines(document.body as unknown as DomNode).join('\n\n')
}
