/** A first load in bulk: the same graph as document by document, and nothing lost where it ends early. It needs a Neo4j of its own, which it may restart. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ArticleGenerator, ofSize } from '../../../bench/generate'
import { type Database, openDatabase } from '../../../database/connection'
import { ManagedDatabase } from '../../../database/managed/managed-database'
import { migrate, readMigrations } from '../../../database/migrate'
import { GRAPH_RULES } from '../../../import/graph-rules'
import { type BulkOptions, type BulkStage, bulkLoad } from '../../../import/load/bulk/bulk-load'
import type { Arriving } from '../../../import/load/bulk/load-corpus'
import { fingerprint } from '../../../import/load/fingerprint'
import { loadDocument } from '../../../import/load/load-document'
import { resolveDocument } from '../../../import/resolve/resolve-document'
import { cacheDir } from '../../support/cache'
import { emptyDatabase, MIGRATIONS } from '../../support/neo4j'

const generator = new ArticleGenerator({ ...ofSize(40), people: 120, organizations: 100, policies: 30 })
const documents = [...generator.articles()].map(({ document, record }) => ({
  resolved: resolveDocument(record),
  source: { ...document, extractor: 'test' },
}))
const dataDir = mkdtempSync(join(tmpdir(), 'maitu-test-'))
const managed = new ManagedDatabase({ dataDir, cacheDir })
afterAll(async () => {
  await managed.stop({ force: true })
  rmSync(dataDir, { recursive: true, force: true })
})

async function* all(): AsyncGenerator<Arriving> {
  // The first document comes twice, as another text and as itself: the last of a name counts.
  const [first] = documents
  if (first) yield { ...first, source: { ...first.source, text: `${first.source.text}\n` } }
  yield* documents
}

function load(overrides: Partial<BulkOptions> = {}) {
  return bulkLoad(managed, all(), {
    migrations: MIGRATIONS,
    rules: GRAPH_RULES,
    signal: new AbortController().signal,
    onStage: () => {},
    onProgress: () => {},
    onFailure: error => {
      throw error
    },
    ...overrides,
  })
}

async function withLiveGraph<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const joined = await managed.join('test')
  const database = await openDatabase(joined.connection)
  try {
    await migrate(database, readMigrations(MIGRATIONS))
    return await work(database)
  } finally {
    await database.close()
    await joined.leave()
  }
}

describe('a first load in bulk', () => {
  let expected: string

  beforeAll(async () => {
    await managed.startAndKeep()
    expected = await withLiveGraph(async database => {
      for (const { resolved, source } of documents) await loadDocument(database, resolved, source, GRAPH_RULES)
      return fingerprint(database)
    })
  })

  test('is refused where the graph holds documents, and says what to do', async () => {
    await expect(load()).rejects.toThrow(/the graph holds 40 documents. Leave --bulk out .* or begin afresh/)
    expect(await withLiveGraph(fingerprint)).toBe(expected)
  })

  test('leaves the old graph where it ends before the switch', async () => {
    await withLiveGraph(emptyDatabase)
    const empty = await withLiveGraph(fingerprint)
    const before = managed.status().database
    const stopping = new AbortController()
    const stopAt = (stage: BulkStage) => stage === 'building' && stopping.abort(new Error('stopped'))
    await expect(load({ signal: stopping.signal, onStage: stopAt })).rejects.toThrow('stopped')
    expect(managed.status().database).toBe(before)
    expect(await withLiveGraph(fingerprint)).toBe(empty)
  })

  test('gives the graph that loading document by document gives', async () => {
    const stages: BulkStage[] = []
    const { counts, failed } = await load({ onStage: stage => stages.push(stage) })
    expect(stages).toEqual(['reading', 'writing', 'building', 'switching', 'indexing'])
    expect({ counts, failed }).toEqual({ counts: { IMPORTED: 40, UPDATED: 1, UNCHANGED: 0 }, failed: 0 })
    expect(await withLiveGraph(fingerprint)).toBe(expected)
  })
})
