/** The generated graph that is asked: built in bulk where the data directory does not hold one of that size yet. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, openDatabase } from '../../database/connection'
import type { ManagedDatabase } from '../../database/managed/managed-database'
import { migrate, readMigrations } from '../../database/migrate'
import { GRAPH_RULES } from '../../import/graph-rules'
import { finishBulkLoad } from '../../import/load/bulk/finish'
import { type Arriving, importFiles, writeCorpus } from '../../import/load/bulk/load-corpus'
import { resolveDocument } from '../../import/resolve/resolve-document'
import { ArticleGenerator, FULL_SIZE, type GeneratorOptions } from '../generate'

const MIGRATIONS = join(__dirname, '..', '..', 'schema', 'migrations')
/** The time of the import is a property of the graph, so it is always the same. */
const IMPORTED_AT = '2025-01-01T00:00:00.000Z'

/** A corpus in which people, organizations and policies grow along with the articles. */
export function sizes(articles: number, seed: number): GeneratorOptions {
  const share = articles / FULL_SIZE.articles
  const part = (whole: number): number => Math.max(20, Math.round(whole * share))
  return {
    seed,
    articles,
    claims: part(FULL_SIZE.claims),
    people: part(FULL_SIZE.people),
    organizations: part(FULL_SIZE.organizations),
    policies: part(FULL_SIZE.policies),
  }
}

/** Makes sure that the data directory holds the graph of so many articles. Another graph in it is replaced. */
export async function ensureGraph(
  managed: ManagedDatabase,
  articles: number,
  seed: number,
  say: (text: string) => void,
): Promise<void> {
  const joined = await managed.join('bench')
  const held = await withDatabase(joined.connection, async database => {
    await migrate(database, readMigrations(MIGRATIONS)).catch(() => [])
    const [row] = await database.read<{ count: number }>({
      name: 'bench.count',
      text: 'MATCH (d:Document) RETURN count(d) AS count',
    })
    return row?.count ?? 0
  })
  await joined.leave()
  if (held === articles) return
  await managed.stop({ force: true })
  await managed.reset()

  const folder = join(managed.status().dataDir, 'bench-files')
  const begun = await managed.join('bench')
  const start = performance.now()
  const generator = new ArticleGenerator(sizes(articles, seed))
  const files = await writeCorpus(arriving(generator), {
    folder,
    rules: GRAPH_RULES,
    importedAt: IMPORTED_AT,
    onFailure: error => {
      throw error
    },
    onProgress: () => {},
  })
  const admin = await managed.admin()
  await importFiles(admin, files, 'bench', join(folder, 'report.txt'))
  await managed.whileStopped(async stopped => stopped.use('bench'), { own: 1 })
  await begun.leave()
  const after = await managed.join('bench')
  await withDatabase(after.connection, async database => {
    await migrate(database, readMigrations(MIGRATIONS))
    await finishBulkLoad(database)
  })
  rmSync(folder, { recursive: true, force: true })
  await after.leave()
  say(`built the graph of ${articles} articles in ${((performance.now() - start) / 1000).toFixed(0)} s`)
}

async function* arriving(generator: ArticleGenerator): AsyncGenerator<Arriving> {
  for (const { document, record } of generator.articles())
    yield { resolved: resolveDocument(record), source: { ...document, extractor: 'generated' } }
}

async function withDatabase<T>(
  connection: Parameters<typeof openDatabase>[0],
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(connection)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}
