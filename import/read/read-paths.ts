/** Reads files, folders and standard input. One of the two stages that touch the world. */
import { createReadStream, opendirSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { DocumentError } from '../../model/errors'
import { decodeText } from './decode-text'
import type { Read } from './outcome'
import { readDocx } from './read-docx'
import { readHtml } from './read-html'
import { readJson, readJsonLine } from './read-json'
import { readMarkdown } from './read-markdown'
import { readPdf } from './read-pdf'

export type { Read }

/** Larger files are no newspaper pages. A .jsonl file may be of any size; the limit holds for each of its lines. */
export const LARGEST = 20 * 1024 * 1024
const TOO_LARGE = 'is larger than 20 MB; cut it into pages'

/**
 * The documents of files and folders (with all that lies in them, in the order of names), and of standard input for `-`. What cannot be read is
 * given as an error with name, reason and, where known, line; the others go on. A document is named by its file, or, where a folder was given, by its path
 * below that folder; a second one of the same name is an error, because it would take the place of the first.
 */
export async function* readPaths(paths: readonly string[]): AsyncGenerator<Read> {
  const seen = new Set<string>()
  for (const path of paths) {
    for await (const read of path === '-' ? readInput(process.stdin) : readPath(path, basename(path), '')) {
      const { document } = read
      if (document && seen.has(document.name))
        yield { error: new DocumentError(document.name, 'comes twice; give the folder that holds both, or rename one of them') }
      else {
        if (document) seen.add(document.name)
        yield read
      }
    }
  }
}

/** The documents of a file or folder. `below` is the way from the folder that was given to this one, with a slash at its end. */
async function* readPath(path: string, name: string, below: string): AsyncGenerator<Read> {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) {
    yield { error: new DocumentError(path, 'there is no such file or folder') }
    return
  }
  if (stat.isDirectory()) {
    for (const entry of namesIn(path)) yield* readPath(join(path, entry), `${below}${entry}`, `${below}${entry}/`)
    return
  }
  if (!stat.isFile()) yield { error: new DocumentError(name, 'is neither a file nor a folder') }
  else if (extname(name).toLowerCase() === '.jsonl') yield* readJsonLines(name, createReadStream(path, 'utf8'))
  else if (stat.size > LARGEST) yield { error: new DocumentError(name, TOO_LARGE) }
  else yield* guarded(name, () => readFileSync(path))
}

/** What nobody means who gives a folder of pages: notes about them. */
const ASIDE = /^\.|^readme(?:\.|$)|\.meta\.json$/iu

/** The names in a folder, sorted, without hidden files and notes. */
function namesIn(folder: string): readonly string[] {
  const names: string[] = []
  const handle = opendirSync(folder)
  for (let entry = handle.readSync(); entry; entry = handle.readSync()) if (!ASIDE.test(entry.name)) names.push(entry.name)
  handle.closeSync()
  return names.sort()
}

async function* readInput(stream: NodeJS.ReadableStream): AsyncGenerator<Read> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk))
    size += chunk.length
    if (size > LARGEST) {
      yield { error: new DocumentError('stdin', TOO_LARGE) }
      return
    }
  }
  yield* guarded('stdin', () => Buffer.concat(chunks))
}

async function* readJsonLines(name: string, stream: NodeJS.ReadableStream): AsyncGenerator<Read> {
  let line = 0
  for await (const text of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    line++
    if (text.length > LARGEST) yield { error: new DocumentError(name, `the line ${TOO_LARGE}`, line) }
    else {
      const read = readJsonLine(name, line === 1 ? text.replace(/^\ufeff/u, '') : text, line)
      if (read) yield read
    }
  }
  if (line === 0) yield { error: new DocumentError(name, 'the file is empty') }
}

/** Every failure of a reader ends this document only. */
async function* guarded(name: string, bytes: () => Uint8Array): AsyncGenerator<Read> {
  try {
    yield* readBytes(name, bytes())
  } catch (cause) {
    yield {
      error:
        cause instanceof DocumentError
          ? cause
          : new DocumentError(name, `cannot be read (${(cause as Error).message})`, null, cause),
    }
  }
}

/** The documents of a file's bytes. What they begin with decides on the format, and the ending where that is not enough. */
async function* readBytes(name: string, bytes: Uint8Array): AsyncGenerator<Read> {
  const ending = extname(name).toLowerCase()
  const start = Buffer.from(bytes.subarray(0, 512)).toString('latin1')
  if (bytes.length === 0) throw new DocumentError(name, 'the file is empty')
  if (start.startsWith('%PDF-')) yield { document: await readPdf(name, bytes) }
  else if (ending === '.pdf') throw new DocumentError(name, 'the file is no PDF')
  else if (start.startsWith('PK\u0003\u0004') || ending === '.docx') yield { document: await readDocx(name, bytes) }
  else if (/^\.x?html?$/u.test(ending) || /^\s*(?:<!doctype html|<html)/iu.test(start)) yield { document: readHtml(name, bytes) }
  else if (ending === '.json' || (name === 'stdin' && /^\s*[[{]\s*["{]/u.test(start))) yield* readJson(name, bytes)
  else if (ending === '.md' || ending === '.markdown') yield { document: readMarkdown(name, bytes) }
  else yield { document: { name, text: decodeText(name, bytes).text, meta: {} } }
}
