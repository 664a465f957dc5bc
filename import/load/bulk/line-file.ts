/** A text file that is written line by line and read again line by line, with a bounded part of it in memory. */
import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'

const FLUSH_AT = 1 << 20
const READ_SIZE = 1 << 20

export class LineFile {
  private readonly descriptor: number
  private waiting: string[] = []
  private size = 0

  /** Makes the file, or empties one that is there. */
  constructor(readonly path: string) {
    this.descriptor = openSync(path, 'w')
  }

  line(text: string): void {
    this.waiting.push(text)
    this.size += text.length
    if (this.size >= FLUSH_AT) this.flush()
  }

  close(): void {
    this.flush()
    closeSync(this.descriptor)
  }

  private flush(): void {
    if (this.waiting.length === 0) return
    const bytes = Buffer.from(`${this.waiting.join('\n')}\n`)
    for (let at = 0; at < bytes.length; ) at += writeSync(this.descriptor, bytes, at)
    this.waiting = []
    this.size = 0
  }
}

/** The lines of a file, one after the other. */
export function* readLines(path: string): Generator<string> {
  const descriptor = openSync(path, 'r')
  const decoder = new StringDecoder('utf8')
  const buffer = Buffer.allocUnsafe(READ_SIZE)
  const begun: string[] = []
  try {
    for (let read = readSync(descriptor, buffer); read > 0; read = readSync(descriptor, buffer)) {
      const text = decoder.write(buffer.subarray(0, read))
      let from = 0
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
        begun.push(text.slice(from, end))
        yield begun.join('')
        begun.length = 0
        from = end + 1
      }
      if (from < text.length) begun.push(text.slice(from))
    }
    if (begun.length > 0) yield begun.join('')
  } finally {
    closeSync(descriptor)
  }
}
