/**
 * Items that are put aside on disk by a key and come back grouped by it. They are scattered over files by a hash of the key, so that one file after the
 * other fits into memory however many there are.
 */
import { LineFile, readLines } from './line-file'

const FILES = 32
const HASH_START = 0x811c9dc5
const HASH_FACTOR = 0x01000193

/** `T` is what JSON can hold. */
export class Scattered<T> {
  private readonly files: readonly LineFile[]

  /** The files are called after `path`, with a number behind it. */
  constructor(path: string) {
    this.files = Array.from({ length: FILES }, (_, number) => new LineFile(`${path}.${number}`))
  }

  add(key: string, item: T): void {
    this.files[hashOf(key) % FILES]?.line(JSON.stringify([key, item]))
  }

  /** Ends the adding. */
  close(): void {
    for (const file of this.files) file.close()
  }

  /** The items of each key, in the order in which they came. */
  *groups(): Generator<readonly T[]> {
    for (const { path } of this.files) {
      const groups = new Map<string, T[]>()
      for (const line of readLines(path)) {
        const [key, item] = JSON.parse(line) as [string, T]
        const group = groups.get(key)
        if (group) group.push(item)
        else groups.set(key, [item])
      }
      yield* groups.values()
    }
  }
}

/** FNV-1a over UTF-16 code units. */
function hashOf(text: string): number {
  let hash = HASH_START
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), HASH_FACTOR)
  return hash >>> 0
}
