/**
 * Measures the chain from text to record: its speed against jieba tagging the same text, how it scales over threads, and its memory.
 * `npm run bench:extract [-- --megabytes 20 --pool-megabytes 60 --articles 100000 --threads 2]`; exits with 1 where a bound is missed.
 */
import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { extractAll, type Fed } from '../import/extract-pool'
import { words } from '../import/lexicons/words'
import { extractDocument } from '../import/pipeline'
import type { SourceDocument } from '../import/values/document'
import { ARTICLES, PAGES, templates, vary } from './make-corpus'

const MOST_TIMES_JIEBA = 6
const LEAST_SCALING = 1.7
const MOST_MEMORY = 500

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      megabytes: { type: 'string', default: '20' },
      'pool-megabytes': { type: 'string', default: '60' },
      articles: { type: 'string', default: '100000' },
      threads: { type: 'string', default: '2' },
      memory: { type: 'boolean', default: false },
    },
  })
  if (values.memory) {
    streamArticles(Number(values.articles))
    return
  }
  const documents = corpus(ARTICLES, Number(values.megabytes) * 1e6)
  const megabytes = documents.reduce((sum, document) => sum + Buffer.byteLength(document.text), 0) / 1e6
  console.log(`corpus        ${documents.length} pages, ${megabytes.toFixed(1)} MB, names and numbers others in every copy`)

  const taken = inTurns(documents)
  const { ours, theirs } = taken
  const ratio = ours.clock / theirs.clock
  console.log(`jieba tag     ${theirs.clock.toFixed(1)} s  ${(megabytes / theirs.clock).toFixed(2)} MB/s`)
  console.log(
    `one thread    ${ours.clock.toFixed(1)} s  ${(megabytes / ours.clock).toFixed(2)} MB/s  ${timesJieba(taken)} (at most ${MOST_TIMES_JIEBA})`,
  )
  console.log(
    `… of pages    ${timesJieba(inTurns(corpus(PAGES, Number(values.megabytes) * 0.4e6)))}, on the denser annotated pages of the tests`,
  )

  const threads = Number(values.threads)
  const archive = corpus(ARTICLES, Number(values['pool-megabytes']) * 1e6)
  const single = await pooled(archive, 1)
  const several = await pooled(archive, threads)
  const scaling = single / several
  console.log(
    `pool of 1     ${single.toFixed(1)} s  over ${values['pool-megabytes']} MB, after each thread has warmed up on a tenth of them`,
  )
  console.log(
    `pool of ${threads}     ${several.toFixed(1)} s  ${scaling.toFixed(2)} times as fast (at least ${LEAST_SCALING} on two cores)`,
  )

  // in a process of its own, which holds no corpus
  const own = [...process.execArgv, __filename, '--memory', '--articles', values.articles]
  const most = Number(execFileSync(process.execPath, own, { stdio: ['ignore', 'pipe', 'inherit'] }).toString())
  console.log(
    `memory        ${most.toFixed(0)} MB resident at most over ${values.articles} articles streamed (at most ${MOST_MEMORY})`,
  )
  if (ratio > MOST_TIMES_JIEBA || scaling < LEAST_SCALING || most > MOST_MEMORY) process.exitCode = 1
}

function corpus(folders: readonly string[], size: number): readonly SourceDocument[] {
  const pages = templates(folders)
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

/** What work took: seconds by the clock, and seconds of processor time, in which the compiler and the collector of garbage on other threads count too. */
interface Taken {
  clock: number
  processor: number
}

/**
 * What the chain and jieba take for the same documents, a hundred at a time in turns, so that both meet the same machine. Beside other programs only the
 * processor time says something. A tenth of the documents warms both up first.
 */
function inTurns(documents: readonly SourceDocument[]): { readonly ours: Taken; readonly theirs: Taken } {
  const turns = (some: readonly SourceDocument[], ours: Taken, theirs: Taken) => {
    for (let from = 0; from < some.length; from += 100) {
      const hundred = some.slice(from, from + 100)
      timed(theirs, () => {
        for (const document of hundred) words().tag(document.text)
      })
      timed(ours, () => {
        for (const document of hundred) extractDocument(document)
      })
    }
    return { ours, theirs }
  }
  turns(documents.slice(0, documents.length / 10), nothing(), nothing())
  return turns(documents, nothing(), nothing())
}

function nothing(): Taken {
  return { clock: 0, processor: 0 }
}

function timed(sum: Taken, work: () => void): void {
  const begin = performance.now()
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  sum.processor += (user + system) / 1e6
  sum.clock += (performance.now() - begin) / 1e3
}

/** How many times what jieba takes the chain takes. */
function timesJieba({ ours, theirs }: { readonly ours: Taken; readonly theirs: Taken }): string {
  const [clock, processor] = [ours.clock / theirs.clock, ours.processor / theirs.processor]
  return `${clock.toFixed(2)} times jieba by the clock, ${processor.toFixed(2)} in processor time`
}

/**
 * Seconds on the clock for all documents in a pool, without the start of its threads. V8 compiles the chain anew for each thread, one thread's on the core that
 * the other would work on; archives are larger than what that takes. So each thread warms up on a tenth of the documents first, as in `inTurns`, and there are
 * more of them than the comparison with jieba needs.
 */
async function pooled(documents: readonly SourceDocument[], threads: number): Promise<number> {
  let start = 0
  let count = 0
  const tenth = documents.slice(0, documents.length / 10)
  const warm = Array.from({ length: threads }, () => tenth).flat()
  function* fed(): Generator<Fed> {
    for (const document of [...warm, ...documents]) yield { document }
  }
  for await (const { error } of extractAll(fed(), 'file', { threads })) {
    if (error) throw error
    if (++count === warm.length) start = performance.now()
  }
  return (performance.now() - start) / 1000
}

/** Extracts so many articles, made one page after the other, and prints the largest resident memory in megabytes. */
function streamArticles(wanted: number): void {
  const pages = templates([...ARTICLES, ...PAGES])
  let most = 0
  let count = 0
  for (let copy = 0; count < wanted; copy++) {
    for (const page of pages) {
      count += extractDocument(vary(page, copy)).articles.length
      if (count >= wanted) break
    }
    most = Math.max(most, process.memoryUsage.rss() / 1e6)
  }
  console.log(most)
}

void main()
