/** The documents that a command was given: read one after the other, each failure named, the rest going on. */
import type { Fed } from '../import/extract-pool'
import { readPaths } from '../import/read/read-paths'
import type { DocumentMeta, SourceDocument } from '../import/values/document'
import { DocumentError, InvalidInputError } from '../model/errors'
import { type Edge, type Outcome, userPath } from './edge'

/** What the command line says about all documents of a call. */
export interface MetaOptions {
  readonly publishedOn?: string
  readonly publisher?: string
  readonly url?: string
}

type Arriving<T> = (T & { readonly error?: undefined }) | { readonly error: DocumentError }

/** The documents of the paths with what the command line says of them, and failures of reading in their place. */
export async function* documentsOf(paths: readonly string[], meta: DocumentMeta): AsyncGenerator<Fed> {
  for await (const one of readPaths(paths))
    yield one.error ? one : { document: { ...one.document, meta: { ...one.document.meta, ...meta } } }
}

/**
 * Does `work` with each document that arrives, or with what was made of it. A document that cannot be read or worked on is named and counted, and the others go on;
 * any other error ends the call. `task` is what the terminal shows, `paths` what was asked for; `expected` is the number of documents where it is known.
 */
export async function forEachDocument<T extends { readonly document: SourceDocument }>(
  edge: Edge,
  task: string,
  paths: readonly string[],
  arriving: AsyncIterable<Arriving<T>>,
  work: (arrived: T) => Promise<void> | void,
  expected: number | null = null,
): Promise<Outcome> {
  const { terminal, log, signal } = edge
  let done = 0
  let failed = 0
  const fail = (error: DocumentError): void => {
    failed++
    log.info({ event: 'document.failed', document: error.document, reason: error.reason })
    terminal.note(`Failed: ${error.message}`)
  }
  terminal.report({ kind: 'begin', task })
  for await (const one of arriving) {
    signal.throwIfAborted()
    if (one.error) {
      fail(one.error)
      continue
    }
    try {
      await work(one)
      done++
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error
      fail(error)
    }
    terminal.report({ kind: 'progress', done: done + failed, of: expected, unit: 'documents' })
    // Extraction is synchronous; the signals of the user get their turn here.
    await new Promise(resolve => setImmediate(resolve))
  }
  terminal.report({ kind: 'end' })
  if (done + failed === 0) terminal.note(`Nothing to read is in ${paths.join(', ')}.`)
  noteFailed(edge, failed)
  return failed > 0 || done === 0 ? 'some failed' : 'done'
}

/** Says at the end how many documents failed, since the lines that name them may be far up. */
export function noteFailed({ terminal }: Edge, failed: number): void {
  if (failed > 0) terminal.note(`${failed} failed; each is named above with the reason.`)
}

/** The paths as the user meant them; `-` is standard input. */
export function userPaths(paths: readonly string[]): string[] {
  return paths.map(path => (path === '-' ? path : userPath(path)))
}

/** Checks what the command line says about the documents. Throws an InvalidInputError that names the option. */
export function checkMeta({ publishedOn, publisher, url }: MetaOptions): DocumentMeta {
  if (publishedOn !== undefined && !isDate(publishedOn))
    throw new InvalidInputError('--published-on', `"${publishedOn}" is no date. Example: 2025-07-10`)
  if (publisher !== undefined && publisher.trim() === '')
    throw new InvalidInputError('--publisher', 'is empty. Example: 峡江晨报')
  if (url !== undefined && !URL.canParse(url))
    throw new InvalidInputError('--url', `"${url}" is no address. Example: https://example.org/page.html`)
  return {
    ...(publishedOn === undefined ? {} : { publishedOn }),
    ...(publisher === undefined ? {} : { publisher: publisher.trim() }),
    ...(url === undefined ? {} : { url }),
  }
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
