/** Text that was made from a source and remembers where each piece of it stands there. */
import { firstRunAfter, type Run } from './span'

/** `text` with the runs that lead back to the source (see `Run`). */
export interface MappedText {
  readonly text: string
  readonly runs: readonly Run[]
}

/** Writes a mapped text from left to right. */
export class MappedWriter {
  private readonly pieces: string[] = []
  private length = 0
  private readonly runs: [number, number, number][] = []

  /** Appends characters that stand, one for one, at `source`; only width or the shape of a quotation mark may differ. */
  copy(text: string, source: number): void {
    if (text === '') return
    const last = this.runs.at(-1)
    if (last && last[0] + last[2] === this.length && last[1] + last[2] === source) last[2] += text.length
    else this.runs.push([this.length, source, text.length])
    this.put(text)
  }

  /** Appends characters that stand nowhere in the source: a join, a repair. */
  put(text: string): void {
    this.pieces.push(text)
    this.length += text.length
  }

  /** Appends a piece of another mapped text. */
  append(from: MappedText, start = 0, end = from.text.length): void {
    let at = start
    for (let i = firstRunAfter(from.runs, start); i < from.runs.length; i++) {
      const [runAt, source, length] = from.runs[i] as Run
      const a = Math.max(runAt, start)
      const b = Math.min(runAt + length, end)
      if (a >= b) {
        if (runAt >= end) break
        continue
      }
      if (a > at) this.put(from.text.slice(at, a))
      this.copy(from.text.slice(a, b), source + a - runAt)
      at = b
    }
    if (at < end) this.put(from.text.slice(at, end))
  }

  get size(): number {
    return this.length
  }

  done(): MappedText {
    return { text: this.pieces.join(''), runs: this.runs }
  }
}

/** The piece of a mapped text from `start` to `end`. */
export function sliceMapped(from: MappedText, start: number, end: number): MappedText {
  if (start === 0 && end === from.text.length) return from
  const writer = new MappedWriter()
  writer.append(from, start, end)
  return writer.done()
}

/** The piece without white space at its ends. */
export function trimMapped(from: MappedText): MappedText {
  const start = from.text.length - from.text.trimStart().length
  return sliceMapped(from, start, Math.max(start, from.text.trimEnd().length))
}

/** The pieces one after the other with `between` (which stands nowhere in the source) in the gaps. */
export function joinMapped(pieces: readonly MappedText[], between: string): MappedText {
  const writer = new MappedWriter()
  pieces.forEach((piece, i) => {
    if (i > 0 && between !== '') writer.put(between)
    writer.append(piece)
  })
  return writer.done()
}
