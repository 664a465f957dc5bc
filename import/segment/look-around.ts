/** What stands around a block of a page. */
import type { Block } from '../values/document'
import { readByline } from './byline'
import { readDateline } from './dateline'

/** No more blocks below a heading than these tell what it is. */
const LOOK_AHEAD = 12

/** The text from the block at `at` to the next heading. */
export function textBelow(blocks: readonly Block[], at: number): readonly Block[] {
  const found = [blocks[at] as Block]
  for (let i = at + 1; i < blocks.length && found.length < LOOK_AHEAD; i++) {
    const one = blocks[i] as Block
    if (one.kind === 'headline') break
    if (one.kind === 'text') found.push(one)
  }
  return found
}

/** Number of empty lines above a block, those not counted that stand between all lines of the page. */
export function gapAbove(source: string, block: Block): number {
  let lines = 0
  for (let at = block.source.start - 1; at >= 0 && /\s/u.test(source[at] as string); at--) if (source[at] === '\n') lines++
  return Math.max(0, lines - spacingOf(source))
}

/** Whether the second block stands directly below the first. */
export function isBelow(first: Block, second: Block, source: string): boolean {
  const between = source.slice(first.source.end, second.source.start)
  // the pieces of a page that is one line
  if (between === ' ') return true
  const breaks = between.split('\n')
  return breaks.length > 1 && breaks.length - 1 <= spacingOf(source) && breaks.every(line => line.trim() === '')
}

/** Of the line breaks of a page set wide, at least this share are double. */
const WIDE = 0.9

let measured = { source: '', spacing: 1 }

/** How many line breaks stand between two lines of the page: 2 where an empty line follows nearly every line and so tells nothing. */
function spacingOf(source: string): number {
  if (measured.source !== source) {
    const more = source.match(/\n[^\S\n]*\n\s*\S/gu)?.length ?? 0
    const single = more > 4 ? (source.match(/\S[^\S\n]*\n[^\S\n]*\S/gu)?.length ?? 0) : 0
    measured = { source, spacing: more > 4 && more >= (single + more) * WIDE ? 2 : 1 }
  }
  return measured.spacing
}

/** Whether text without a dateline follows the block at `at`. */
export function goesOn(blocks: readonly Block[], at: number): boolean {
  const next = blocks[at + 1]
  return next?.kind === 'text' && readDateline(next.text) === null
}

/** Whether a byline or a dateline stands below the block at `at`. */
export function isAboveByline(blocks: readonly Block[], at: number): boolean {
  const next = blocks[at + 1]
  return next !== undefined && (readByline(next.text) !== null || readDateline(next.text) !== null)
}

/** No headline behind a dateline is longer than this. */
const HEADLINE = 40

/** Whether what stands behind the dateline of a line is a headline: no sentence, above a text or the names of its writers. */
export function isHeadlineBehind({ text }: Block, end: number, next: Block | undefined): boolean {
  const rest = text.slice(end)
  if (!/^[【［[]/u.test(text) || rest.length < 5 || rest.length > HEADLINE || /[。；，]/u.test(rest)) return false
  return next !== undefined && (next.kind === 'text' || readByline(next.text) !== null)
}
