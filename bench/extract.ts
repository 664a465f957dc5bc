/**
 * Measures the chain from text to record: its speed against jieba tagging the same text, how it scales over threads, and its memory.
 * `npm run bench:extract [-- --megabytes 20 --articles 100000 --threads 2]`; exits with 1 where a bound is missed.
 */
import { parseArgs } from 'node:util'
import { extractAll, type Fed } from '../import/extract-pool'
import { words } from '../import/lexicons/words'
import { extractDocument } from '../import/pipeline'
import type { SourceDocument } from '../import/values/document'
import { templates, vary } from './make-corpus'

const MOST_TIMES_JIEBA = 6
const LEAST_SCALING = 1.7
const MOST_MEMORY = 500

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      megabytes: { type: 'string', default: '20' },
      articles: { type: 'string', default: '100000' },
      threads: { type: 'string', default: '2' },
    },
  })
  const pages = templates()
  const documents = corpus(Number(values.megabytes) * 1e6)
  const bytes = documents.reduce((sum, document) => sum + Buffer.byteLength(document.text), 0)
  console.log(`corpus: ${documents.length} pages, ${(bytes / 1e6).toFixed(1)} MB, from ${pages.length} templates`)
  for (const document of documents.slice(0, 60)) {
    extractDocument(document)
    words().tag(document.text)
  }

  // in turns, so that both meet the same machine
  let ours = 0
  let theirs = 0
  let articles = 0
  for (let from = 0; from < documents.length; from += 100) {
    const some = documents.slice(from, from + 100)
    theirs += timed(() => {
      for (const document of some) words().tag(document.text)
    })
    ours += timed(() => {
      for (const document of some) articles += extractDocument(document).articles.length
    })
  }
  const ratio = ours / theirs
  console.log(`jieba tag     ${theirs.toFixed(1)} s  ${(bytes / 1e6 / theirs).toFixed(2)} MB/s`)
  console.log(
    `one thread    ${ours.toFixed(1)} s  ${(bytes / 1e6 / ours).toFixed(2)} MB/s  ${articles} articles  ${ratio.toFixed(2)} times jieba (bound ${MOST_TIMES_JIEBA})`,
  )

  const threads = Number(values.threads)
  const single = await pooled(documents, 1)
  const several = await pooled(documents, threads)
  const scaling = single / several
  console.log(
    `pool of 1     ${single.toFixed(1)} s\npool of ${threads}     ${several.toFixed(1)} s  ${scaling.toFixed(2)} times as fast (bound ${LEAST_SCALING} on two)`,
  )

  const memory = await streamed(Number(values.articles))
  console.log(
    `memory        ${memory.megabytes.toFixed(0)} MB at most over ${memory.articles} articles streamed (bound ${MOST_MEMORY})`,
  )
  if (ratio > MOST_TIMES_JIEBA || scaling < LEAST_SCALING || memory.megabytes > MOST_MEMORY) process.exitCode = 1

  function corpus(size: number): readonly SourceDocument[] {
    const made: SourceDocument[] = []
    for (let copy = 0, sum = 0; sum < size; copy++) {
      for (const page of pages) {
        const document = vary(page, copy)
        made.push(document)
        sum += Buffer.byteLength(document.text)
      }
    }
    return made
  }

  async function streamed(wanted: number): Promise<{ megabytes: number; articles: number }> {
    let most = 0
    let count = 0
    for (let copy = 0; count < wanted; copy++) {
      for (const page of pages) {
        count += extractDocument(vary(page, 100_000 + copy)).articles.length
        if (count >= wanted) break
      }
      if (copy % 10 === 0) {
        most = Math.max(most, process.memoryUsage.rss() / 1e6)
        await new Promise(resolve => setImmediate(resolve))
      }
    }
    return { megabytes: most, articles: count }
  }
}

/** Seconds for the whole corpus in a pool, without the start of its threads. */
async function pooled(documents: readonly SourceDocument[], threads: number): Promise<number> {
  let start = 0
  let count = 0
  const warm = documents.slice(0, 60 * threads)
  function* fed(): Generator<Fed> {
    for (const document of [...warm, ...documents]) yield { document }
  }
  for await (const { error } of extractAll(fed(), threads)) {
    if (error) throw error
    if (++count === warm.length) start = performance.now()
  }
  return (performance.now() - start) / 1000
}

/** Seconds of processor time, which other programs on the machine do not change as they change the clock's. */
function timed(work: () => void): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

void main()
