/** Runs the chain in several threads. The results come in the order of the documents, and no more of them are held than the threads have in hand. */
import { availableParallelism } from 'node:os'
import { extname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { DocumentError } from '../model/errors'
import type { Answer, Forms } from './extract-worker'
import type { SourceDocument } from './values/document'

/** A document with what was made of it, or the reason why there is nothing. */
export type Extracted<F extends keyof Forms> =
  | { readonly document: SourceDocument; readonly made: Forms[F]; readonly error?: undefined }
  | { readonly document?: SourceDocument; readonly made?: undefined; readonly error: DocumentError }

/** What the pool is fed: documents, and failures of reading, which are passed on in their place. */
export type Fed =
  | { readonly document: SourceDocument; readonly error?: undefined }
  | { readonly document?: undefined; readonly error: DocumentError }

/** Documents are sent together until they hold this many characters, so that small ones do not wait for the post. */
const BATCH = 20_000
/** How many batches are under way for each thread, so that none waits while the first in order is still at work. */
const AHEAD = 4
/**
 * The most that the old generation of a thread's heap may take. A document of 20 MB, the largest that is read, fits well; without a bound Node lets garbage
 * gather to four times of what is in use before it collects, with one below 2 GB to less than twice, for the same processor time.
 */
const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 1536 }

export interface PoolOptions {
  /** One for each core, if not said. */
  readonly threads?: number
  /** Ends the threads in the midst of a document; the iteration then throws the signal's reason. */
  readonly signal?: AbortSignal
}

/**
 * Makes `form` of the documents in several threads and gives the results in the order of the documents. The text of a file and what
 * is resolved are made by the threads, too: what a caller does with a result is what they wait for.
 * A failure of a document is given as its result; the failure of a thread is thrown. The threads end with the iteration, however it ends.
 */
export async function* extractAll<F extends keyof Forms>(
  documents: AsyncIterable<Fed> | Iterable<Fed>,
  form: F,
  { threads = availableParallelism(), signal }: PoolOptions = {},
): AsyncGenerator<Extracted<F>> {
  const lanes: Lane<F>[] = []
  const waiting: Promise<readonly Extracted<F>[]>[] = []
  const stop = () => {
    for (const lane of lanes) lane.fail(signal?.reason as Error)
  }
  signal?.addEventListener('abort', stop)
  try {
    for await (const batch of batches(documents)) {
      signal?.throwIfAborted()
      const results = laneFor(lanes, form, threads).run(batch)
      // It is awaited in its turn, and may fail before.
      results.catch(() => {})
      waiting.push(results)
      if (waiting.length >= threads * AHEAD) yield* await (waiting.shift() as Promise<readonly Extracted<F>[]>)
    }
    for (const results of waiting) yield* await results
  } finally {
    signal?.removeEventListener('abort', stop)
    await Promise.all(lanes.map(lane => lane.end()))
  }
}

/** The thread with the least to do; a new one where all have something to do and there may be more. */
function laneFor<F extends keyof Forms>(lanes: Lane<F>[], form: F, threads: number): Lane<F> {
  const idlest = lanes.reduce<Lane<F> | null>((least, lane) => (least && least.load <= lane.load ? least : lane), null)
  if (idlest && (idlest.load === 0 || lanes.length >= Math.max(1, threads))) return idlest
  const lane = new Lane(form)
  lanes.push(lane)
  return lane
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
class Lane<F extends keyof Forms> {
  private readonly worker: Worker
  private readonly asked: { resolve: (answers: readonly Answer<F>[]) => void; reject: (error: Error) => void }[] = []
  private failure: Error | null = null
  /** Characters sent and not yet answered. */
  load = 0

  constructor(form: F) {
    this.worker = new Worker(join(__dirname, `extract-worker${extname(__filename)}`), {
      workerData: form,
      resourceLimits: RESOURCE_LIMITS,
    })
    this.worker.on('message', (answers: readonly Answer<F>[]) => this.asked.shift()?.resolve(answers))
    this.worker.on('error', error => this.fail(error))
  }

  /** Answers nothing any more. */
  fail(error: Error): void {
    this.failure = error
    for (const one of this.asked.splice(0)) one.reject(error)
  }

  async run(batch: readonly Fed[]): Promise<readonly Extracted<F>[]> {
    const documents = batch.flatMap(one => (one.document ? [one.document] : []))
    const size = documents.reduce((sum, { text }) => sum + text.length, 1)
    this.load += size
    const answers = await new Promise<readonly Answer<F>[]>((resolve, reject) => {
      if (this.failure) return reject(this.failure)
      this.asked.push({ resolve, reject })
      this.worker.postMessage(documents)
    })
    this.load -= size
    let next = 0
    return batch.map((one): Extracted<F> => {
      if (one.error) return { error: one.error }
      const { made, failed } = answers[next++] as Answer<F>
      if (failed) return { document: one.document, error: new DocumentError(failed.document, failed.reason, failed.line) }
      return { document: one.document, made }
    })
  }

  async end(): Promise<void> {
    await this.worker.terminate()
  }
}
