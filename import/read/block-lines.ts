/** The text of an HTML tree as lines: one for each block, in document order. */

/** The part of the DOM that is needed here; linkedom's nodes have it. */
export interface DomNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly childNodes: Iterable<DomNode>
}

const SKIPPED = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'HEAD',
  'IFRAME',
  'SVG',
  'BUTTON',
  'SELECT',
  'INPUT',
  'TEXTAREA',
])
const INLINE = new Set(
  'A ABBR B BDI BDO BIG CITE CODE DEL DFN EM FONT I INS KBD LABEL MARK Q S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR RUBY RB RT RP'.split(
    ' ',
  ),
)

/** The lines of the tree; blanks are collapsed and empty lines left out. Walks without recursion, so that depth does no harm. */
export function blockLines(root: DomNode): readonly string[] {
  const lines: string[] = []
  let line = ''
  const end = () => {
    const text = line.replace(/[ \t\r\n\f]+/gu, ' ').trim()
    if (text !== '') lines.push(text)
    line = ''
  }
  const stack: (DomNode | 'end')[] = [root]
  while (stack.length > 0) {
    const node = stack.pop() as DomNode | 'end'
    if (node === 'end') {
      end()
      continue
    }
    if (node.nodeType === 3) {
      line += node.textContent ?? ''
      continue
    }
    if (node.nodeType !== 1 && node.nodeType !== 9 && node.nodeType !== 11) continue
    const name = node.nodeName.toUpperCase()
    if (SKIPPED.has(name)) continue
    if (name === 'BR') {
      end()
      continue
    }
    if (!INLINE.has(name)) {
      end()
      stack.push('end')
    }
    for (const child of [...node.childNodes].reverse()) stack.push(child)
  }
  end()
  return lines
}
