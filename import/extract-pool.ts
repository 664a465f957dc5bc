/** Runs the chain in several threads. The records come in the order of the documents, and no more of them are held than the threads have in hand. */
import { availableParallelism } from 'node:os'
import { extname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { DocumentError } from '../model/errors'
import type { ExtractionRecord } from '../model/extraction-record'
import type { Answer } from './extract-worker'
import type { SourceDocument } from './values/document'

/** A document with its record, or the reason why there is none. */
export type Extracted =
  | { readonly document: SourceDocument; readonly record: ExtractionRecord; readonly error?: undefined }
  | { readonly document?: SourceDocument; readonly record?: undefined; readonly error: DocumentError }

/** What the pool is fed: documents, and failures of reading, which are passed on in their place. */
export type Fed =
  | { readonly document: SourceDocument; readonly error?: undefined }
  | { readonly document?: undefined; readonly error: DocumentError }

/** Documents are sent together until they hold this many characters, so that small ones do not wait for the post. */
const BATCH = 40_000
const AHEAD = 2

/**
 * Extracts the documents in `threads` threads (one for each core, if not said) and gives the results in the order of the documents.
 * A failure of a document is given as its result; the failure of a thread is thrown. The threads end with the iteration, however it ends.
 */
export async function* extractAll(
  documents: AsyncIterable<Fed> | Iterable<Fed>,
  threads: number = availableParallelism(),
): AsyncGenerator<Extracted> {
  const lanes = Array.from({ length: Math.max(1, threads) }, () => new Lane())
  const waiting: Promise<readonly Extracted[]>[] = []
  try {
    let next = 0
    for await (const batch of batches(documents)) {
      waiting.push((lanes[next++ % lanes.length] as Lane).run(batch))
      if (waiting.length >= lanes.length * AHEAD) yield* await (waiting.shift() as Promise<readonly Extracted[]>)
    }
    for (const results of waiting) yield* await results
  } finally {
    for (const results of waiting) results.catch(() => {})
    await Promise.all(lanes.map(lane => lane.end()))
  }
}

async function* batches(documents: AsyncIterable<Fed> | Iterable<Fed>): AsyncGenerator<readonly Fed[]> {
  let batch: Fed[] = []
  let size = 0
  for await (const one of documents) {
    batch.push(one)
    size += one.document?.text.length ?? 0
    if (size >= BATCH || batch.length >= 200) {
      yield batch
      batch = []
      size = 0
    }
  }
  if (batch.length > 0) yield batch
}

/** One thread, which answers in the order in which it is asked. */
class Lane {
  private readonly worker = new Worker(join(__dirname, `extract-worker${extname(__filename)}`))
  private readonly asked: { resolve: (answers: readonly Answer[]) => void; reject: (error: Error) => void }[] = []

  constructor() {
    this.worker.on('message', (answers: readonly Answer[]) => this.asked.shift()?.resolve(answers))
    this.worker.on('error', error => {
      for (const one of this.asked.splice(0)) one.reject(error)
    })
  }

  async run(batch: readonly Fed[]): Promise<readonly Extracted[]> {
    const documents = batch.flatMap(one => (one.document ? [one.document] : []))
    const answers = await new Promise<readonly Answer[]>((resolve, reject) => {
      this.asked.push({ resolve, reject })
      this.worker.postMessage(documents)
    })
    let next = 0
    return batch.map((one): Extracted => {
      if (one.error) return { error: one.error }
      const { record, failed } = answers[next++] as Answer
      if (record) return { document: one.document, record }
      return { document: one.document, error: new DocumentError(failed.document, failed.reason, failed.line) }
    })
  }

  async end(): Promise<void> {
    await this.worker.terminate()
  }
}
