/** A text file that is written line by line and read again line by line, with a bounded part of it in memory. */
import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'

/** Bytes that wait to be written. Several dozen files are open at once. */
const BUFFER_SIZE = 128 * 1024
const READ_SIZE = 256 * 1024
const LINE_END = 10
/** No UTF-16 code unit takes more bytes in UTF-8. */
const MOST_BYTES = 3

export class LineFile {
  private readonly descriptor: number
  // Lines that waited as strings would outlive the young generation of the heap, and all that is written would pass through the old one.
  private readonly waiting = Buffer.allocUnsafeSlow(BUFFER_SIZE)
  private size = 0

  /** Makes the file, or empties one that is there. */
  constructor(readonly path: string) {
    this.descriptor = openSync(path, 'w')
  }

  line(text: string): void {
    const most = text.length * MOST_BYTES + 1
    if (this.size + most > BUFFER_SIZE) this.flush()
    if (most > BUFFER_SIZE) this.write(Buffer.from(`${text}\n`))
    else {
      this.size += this.waiting.write(text, this.size)
      this.waiting[this.size++] = LINE_END
    }
  }

  close(): void {
    this.flush()
    closeSync(this.descriptor)
  }

  private flush(): void {
    this.write(this.waiting.subarray(0, this.size))
    this.size = 0
  }

  private write(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) at += writeSync(this.descriptor, bytes, at)
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
