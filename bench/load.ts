/**
 * Measures the loader (`npm run bench:load`): against the same rows written barely, an unchanged import, and whether the cost of a document grows with
 * the graph. Options: --articles N (compared with bare writes), --growth N (documents of the growth test, 0 leaves it out), --rounds N.
 */
import { parseArgs } from 'node:util'
import type { Database } from '../database/connection'
import { statement } from '../database/statement'
import { GRAPH_RULES } from '../import/graph-rules'
import { isLoaded, loadDocument } from '../import/load/load-document'
import type { LoadSource } from '../import/load/load-source'
import { resolveDocument } from '../import/resolve/resolve-document'
import type { ResolvedDocument } from '../import/values/resolved'
import { type Batch, recording, writeBarely } from './bare-writes'
import { ArticleGenerator, ofSize } from './generate'
import { processorSeconds, withBenchDatabase } from './neo4j'

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '2000' },
    growth: { type: 'string', default: '20000' },
    'warm-up': { type: 'string', default: '300' },
    rounds: { type: 'string', default: '2' },
    profile: { type: 'boolean', default: false },
  },
})
const ARTICLES = Number(values.articles)
const GROWTH = Number(values.growth)
const WARM_UP = Number(values['warm-up'])
const WINDOW = 1_000
const CLEAR = statement(
  'bench.clear',
  'MATCH (node) WHERE NOT node:Migration CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 5000 ROWS',
)

interface Loadable {
  readonly resolved: ResolvedDocument
  readonly source: LoadSource
}

function* documents(generator: ArticleGenerator, from: number, to: number): Generator<Loadable> {
  for (const { document, record } of generator.articles(from, to))
    yield { resolved: resolveDocument(record), source: { ...document, extractor: 'bench' } }
}

/** Loads the documents and gives the milliseconds of each. */
async function load(database: Database, loadables: Iterable<Loadable>, after?: () => void): Promise<number[]> {
  const times: number[] = []
  for (const { resolved, source } of loadables) {
    const start = performance.now()
    await loadDocument(database, resolved, source, GRAPH_RULES)
    times.push(performance.now() - start)
    after?.()
  }
  return times
}

async function againstBare(database: Database, server: number): Promise<void> {
  const generator = new ArticleGenerator(ofSize(ARTICLES))
  const all = [...documents(generator, 0, ARTICLES)]
  const other = [...documents(new ArticleGenerator(ofSize(WARM_UP, 2)), 0, WARM_UP)]
  const totals: { loader: number; bare: number }[] = []
  for (let round = 1; round <= Number(values.rounds); round++) {
    await warmUp(database, other)
    const batches: Batch[][] = []
    const last: Batch[] = []
    const idle = processorSeconds(server)
    const loader = sum(await load(recording(database, last), all, () => batches.push([...last])))
    const loaded = processorSeconds(server)
    if (round === 1) await unchanged(database, all)
    await warmUp(database, other)
    const before = processorSeconds(server)
    const start = performance.now()
    for (const one of batches) await writeBarely(database, one)
    const bare = performance.now() - start
    const written = processorSeconds(server)
    totals.push({ loader, bare })
    say(
      `round ${round}: loader ${perDocument(loader, ARTICLES)}, bare ${perDocument(bare, ARTICLES)}, ${(loader / bare).toFixed(2)} × (allowed 1.50)`,
    )
    if (idle !== null && loaded !== null && before !== null && written !== null)
      say(
        `  processor time of Node and Neo4j: loader ${perDocument((loaded - idle) * 1000, ARTICLES)}, bare ${perDocument((written - before) * 1000, ARTICLES)}, ${((loaded - idle) / (written - before)).toFixed(2)} ×`,
      )
  }
  const loader = Math.min(...totals.map(one => one.loader))
  const bare = Math.min(...totals.map(one => one.bare))
  say(
    `best of ${totals.length}: ${(loader / bare).toFixed(2)} × of bare UNWIND … MERGE over ${ARTICLES} documents (allowed 1.50)`,
  )
}

/** Both ways once over other documents, so that neither pays for plans and compilers; then the graph is empty. */
async function warmUp(database: Database, other: readonly Loadable[]): Promise<void> {
  await database.runAlone(CLEAR)
  const last: Batch[] = []
  const batches: Batch[][] = []
  await load(recording(database, last), other, () => batches.push([...last]))
  await database.runAlone(CLEAR)
  for (const one of batches) await writeBarely(database, one)
  await database.runAlone(CLEAR)
}

async function unchanged(database: Database, all: readonly Loadable[]): Promise<void> {
  let statements = 0
  const stop = database.observe(() => statements++)
  const start = performance.now()
  const sample = all.slice(0, 500)
  for (const { source } of sample) if (!(await isLoaded(database, source))) throw new Error(`${source.name} is not loaded.`)
  stop()
  say(
    `unchanged: ${statements / sample.length} statements and ${perDocument(performance.now() - start, sample.length)} (allowed 1 read)`,
  )
}

async function growth(database: Database, server: number): Promise<void> {
  await database.runAlone(CLEAR)
  const generator = new ArticleGenerator(ofSize(GROWTH))
  const times: number[] = []
  // Other programs on the machine make the time of the clock longer, and this one hardly.
  const busy: number[] = []
  for (let from = 0; from < GROWTH; from += WINDOW) {
    const window = [...documents(generator, from, Math.min(GROWTH, from + WINDOW))]
    const before = processorSeconds(server) ?? 0
    times.push(...(await load(database, window)))
    busy.push(((processorSeconds(server) ?? 0) - before) * 1000)
    say(
      `  documents ${from + 1}–${from + WINDOW}: ${perDocument(sum(times.slice(from)), WINDOW)}, median ${median(times.slice(from)).toFixed(1)} ms, processor time ${perDocument(busy.at(-1) ?? 0, WINDOW)}`,
    )
  }
  const first = times.slice(WINDOW, 2 * WINDOW)
  const last = times.slice(-WINDOW)
  say(
    `growth: the last ${WINDOW} of ${GROWTH} take ${(sum(last) / sum(first)).toFixed(2)} × the first ${WINDOW} after ${WINDOW} to warm up (allowed 1.30); medians ${(median(last) / median(first)).toFixed(2)} ×, processor time ${((busy.at(-1) ?? 0) / (busy[1] ?? 0)).toFixed(2)} ×`,
  )
}

/** Where the time of a document goes, by statement. */
function profile(database: Database): void {
  const spent = new Map<string, { milliseconds: number; runs: number }>()
  database.observe(({ name, milliseconds }) => {
    const known = spent.get(name) ?? { milliseconds: 0, runs: 0 }
    spent.set(name, { milliseconds: known.milliseconds + milliseconds, runs: known.runs + 1 })
  })
  process.once('beforeExit', () => {
    for (const [name, { milliseconds, runs }] of [...spent].sort((a, b) => b[1].milliseconds - a[1].milliseconds).slice(0, 40))
      say(`${name.padEnd(36)} ${String(runs).padStart(8)} runs ${(milliseconds / runs).toFixed(2).padStart(9)} ms each`)
  })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0
}

function perDocument(milliseconds: number, count: number): string {
  return `${(milliseconds / count).toFixed(2)} ms a document`
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

withBenchDatabase(async (database, server) => {
  if (values.profile) profile(database)
  if (ARTICLES > 0) await againstBare(database, server)
  if (GROWTH > 0) await growth(database, server)
}).catch(error => {
  console.error(error)
  process.exitCode = 1
})
