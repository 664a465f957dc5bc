/**
 * Measures a first load in bulk (`npm run bench:bulk`): generated articles, from text to a queryable graph. Options: --articles N; --from text (the whole
 * chain) or records (without reading, to measure loading alone); --keep leaves the graph in MAITU_DATA, for other measurements.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '../database/connection'
import { ManagedDatabase } from '../database/managed/managed-database'
import { statement } from '../database/statement'
import { extractAll } from '../import/extract-pool'
import { GRAPH_RULES } from '../import/graph-rules'
import { type BulkStage, bulkLoad } from '../import/load/bulk/bulk-load'
import type { Arriving } from '../import/load/bulk/load-corpus'
import { EXTRACTOR_VERSION } from '../import/pipeline'
import { resolveDocument } from '../import/resolve/resolve-document'
import { ArticleGenerator, ofSize } from './generate'
import { CACHE } from './neo4j'

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '100000' },
    from: { type: 'string', default: 'text' },
    keep: { type: 'boolean', default: false },
  },
})
const ARTICLES = Number(values.articles)
const MIGRATIONS = join(__dirname, '..', 'schema', 'migrations')
const QUERY = statement<{ documents: number; claims: number }>(
  'bench.loaded',
  'MATCH (document:Document) WITH count(document) AS documents MATCH (claim:Claim) RETURN documents, count(claim) AS claims',
)

async function* fromText(generator: ArticleGenerator): AsyncGenerator<Arriving> {
  const texts = function* () {
    for (const { document } of generator.articles()) yield { document }
  }
  for await (const { document, made, error } of extractAll(texts(), 'resolved')) {
    if (error) yield { error }
    else yield { resolved: made, source: { ...document, extractor: EXTRACTOR_VERSION } }
  }
}

async function* fromRecords(generator: ArticleGenerator): AsyncGenerator<Arriving> {
  for (const { document, record } of generator.articles())
    yield { resolved: resolveDocument(record), source: { ...document, extractor: EXTRACTOR_VERSION } }
}

async function run(): Promise<void> {
  const own = values.keep ? process.env.MAITU_DATA : undefined
  if (values.keep && !own) throw new Error('--keep wants MAITU_DATA, the folder that shall hold the graph.')
  const dataDir = own ?? mkdtempSync(join(tmpdir(), 'maitu-bench-'))
  const managed = new ManagedDatabase({ dataDir, cacheDir: CACHE })
  // A server that runs already is no part of the load.
  const joined = await managed.join('bench')
  const generator = new ArticleGenerator(ofSize(ARTICLES))
  const begun = performance.now()
  const stages: { readonly stage: BulkStage; readonly at: number }[] = []
  let told = 0
  try {
    const files = await bulkLoad(managed, values.from === 'records' ? fromRecords(generator) : fromText(generator), {
      migrations: MIGRATIONS,
      rules: GRAPH_RULES,
      signal: new AbortController().signal,
      onStage: stage => stages.push({ stage, at: performance.now() }),
      onProgress: done => {
        if (performance.now() - told < 10_000) return
        told = performance.now()
        process.stderr.write(`${stages.at(-1)?.stage}: ${done}\n`)
      },
      onFailure: error => process.stderr.write(`${error.message}\n`),
    })
    const ended = performance.now()
    const seconds = (ended - begun) / 1000
    stages[0] = { stage: 'reading', at: begun }
    say(`${files.documents} articles, ${files.nodes} nodes, ${files.relationships} relationships, ${files.failed} failed`)
    say(`${(seconds / 60).toFixed(1)} minutes, ${(files.documents / seconds).toFixed(0)} articles/s`)
    for (const [index, { stage, at }] of stages.entries()) {
      const spent = ((stages[index + 1]?.at ?? ended) - at) / 1000
      say(`  ${stage.padEnd(10)} ${spent.toFixed(1).padStart(8)} s  ${((100 * spent) / seconds).toFixed(0).padStart(3)} %`)
    }
    say(
      `peak memory of the Node process with its threads: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB (allowed 1536)`,
    )
    await lookUp(managed)
  } finally {
    await joined.leave()
    if (!own) rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Asks the graph, so that "queryable" is not only said. */
async function lookUp(managed: ManagedDatabase): Promise<void> {
  const joined = await managed.join('bench')
  const database = await openDatabase(joined.connection)
  const [row] = await database.read(QUERY)
  say(`the graph answers: ${row?.documents} documents, ${row?.claims} claims`)
  await database.close()
  await joined.leave()
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

run().catch(error => {
  console.error(error)
  process.exitCode = 1
})
