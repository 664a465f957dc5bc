/**
 * Puts the pieces of text on a page into reading order. The page is cut recursively at its white space: at a gutter that runs from top to
 * bottom into columns, left before right; where a headline spans the columns, first above or below it. (Recursive XY-cut: G. Nagy, S. Seth, 1984.)
 */

/** A piece of text with its box; y grows downwards, all in points. */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** Size of the type. */
  readonly height: number
}

/** A gutter is at least this wide, measured in the size of the type. */
const GUTTER = 0.9
/** Pieces of one line stand this near to each other, measured in the size of the type. */
const WORD_GAP = 1.15
const DEEPEST = 40
/** A page with more pieces is read from top to bottom as it stands. */
const MOST_PIECES = 20_000

/** The lines of the page in reading order; an empty line separates its parts, 　　 marks a line that is set in. */
export function linesInOrder(pieces: readonly Piece[]): readonly string[] {
  const lines = toLines(pieces.filter(piece => piece.text.trim() !== ''))
  const out: string[] = []
  let before: Piece | undefined
  for (const part of lines.length > MOST_PIECES ? [lines] : cut(lines, 0)) {
    if (before && !goesOn(before, part[0] as Piece)) out.push('')
    for (const line of write(part)) out.push(line)
    before = part.at(-1)
  }
  return out
}

/** Whether a column breaks off in mid-sentence and the next one, in the same type, takes it up. */
function goesOn(before: Piece, after: Piece): boolean {
  const ratio = after.height / before.height
  return ratio < 1.1 && ratio > 0.9 && before.text.length > 6 && !/[。！？”）：]$/u.test(before.text.trim())
}

/** Joins the pieces that stand side by side on one line. */
function toLines(pieces: readonly Piece[]): Piece[] {
  const sorted = [...pieces].sort((a, b) => a.y - b.y || a.x - b.x)
  const lines: Piece[] = []
  let row: Piece[] = []
  const flush = () => {
    row.sort((a, b) => a.x - b.x)
    let last: Piece | null = null
    for (const piece of row) {
      const gap: number = last ? piece.x - (last.x + last.width) : Number.POSITIVE_INFINITY
      const size: number = Math.max(piece.height, last?.height ?? 0)
      if (last && gap < WORD_GAP * size && gap > -size) {
        last = joinPieces(last, piece, gap, size)
        lines[lines.length - 1] = last
      } else {
        last = piece
        lines.push(piece)
      }
    }
    row = []
  }
  for (const piece of sorted) {
    const first = row[0]
    if (first && piece.y - first.y > 0.5 * Math.min(first.height, piece.height)) flush()
    row.push(piece)
  }
  flush()
  return lines
}

function joinPieces(left: Piece, right: Piece, gap: number, size: number): Piece {
  const words = /[A-Za-z0-9,.]$/u.test(left.text) && /^[A-Za-z0-9]/u.test(right.text)
  const between = gap > (words ? 0.3 : 0.6) * size ? ' ' : ''
  const end = Math.max(right.x + right.width, left.x + left.width)
  return { text: left.text + between + right.text, x: left.x, y: Math.min(left.y, right.y), width: end - left.x, height: size }
}

function cut(lines: readonly Piece[], depth: number): Piece[][] {
  if (lines.length <= 1 || depth > DEEPEST) return lines.length === 0 ? [] : [[...lines]]
  const size = median(lines.map(line => line.height))
  const columns = splitColumns(lines, size)
  if (columns) return columns.flatMap(column => cut(column, depth + 1))
  const rows = splitRows(lines, size)
  if (rows) return rows.flatMap(row => cut(row, depth + 1))
  return [[...lines].sort((a, b) => a.y - b.y || a.x - b.x)]
}

/** The parts left and right of the gutters that run through all lines, or null. */
function splitColumns(lines: readonly Piece[], size: number): Piece[][] | null {
  const byLeft = [...lines].sort((a, b) => a.x - b.x)
  const columns: Piece[][] = []
  let right = Number.NEGATIVE_INFINITY
  for (const line of byLeft) {
    if (columns.length === 0 || line.x - right > GUTTER * size) columns.push([])
    columns.at(-1)?.push(line)
    right = Math.max(right, line.x + line.width)
  }
  return columns.length > 1 ? columns : null
}

/** The parts above and below the white space that lets one of them fall into columns; null where none does. */
function splitRows(lines: readonly Piece[], size: number): Piece[][] | null {
  const sorted = [...lines].sort((a, b) => a.y - b.y)
  let bottom = Number.NEGATIVE_INFINITY
  const gaps: { at: number; size: number }[] = []
  sorted.forEach((line, i) => {
    if (i > 0 && line.y > bottom) gaps.push({ at: i, size: line.y - bottom })
    bottom = Math.max(bottom, line.y + line.height)
  })
  const limited = gaps.slice(0, 400)
  for (const gap of limited) if (splitColumns(sorted.slice(gap.at), size)) return [sorted.slice(0, gap.at), sorted.slice(gap.at)]
  for (const gap of limited.toReversed())
    if (splitColumns(sorted.slice(0, gap.at), size)) return [sorted.slice(0, gap.at), sorted.slice(gap.at)]
  // a page of several articles, each in columns under its headline: the widest white space first
  const widest = gaps.reduce<{ at: number; size: number } | null>(
    (best, gap) => (!best || gap.size > best.size ? gap : best),
    null,
  )
  return widest && widest.size > 1.6 * size ? [sorted.slice(0, widest.at), sorted.slice(widest.at)] : null
}

/** The lines of one part. A change of the size of type, or white space, is an empty line. */
function write(lines: readonly Piece[]): string[] {
  const left = lines.reduce((least, line) => Math.min(least, line.x), Number.POSITIVE_INFINITY)
  const out: string[] = []
  let before: Piece | null = null
  for (const line of lines) {
    if (before) {
      const ratio = line.height / before.height
      if (ratio > 1.2 || ratio < 0.83 || line.y - (before.y + before.height) > 1.3 * line.height) out.push('')
    }
    const indent = line.x - left > 1.4 * line.height && line.x - left < 4 * line.height
    out.push((indent ? '　　' : '') + line.text.trim())
    before = line
  }
  return out
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 1
}
