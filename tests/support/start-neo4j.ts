/** Starts the one Neo4j that all integration tests of a run share, on data of its own that goes away with it. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ManagedDatabase } from '../../database/managed/managed-database'
import { cacheDir } from './cache'

export default async function startNeo4j(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'maitu-test-'))

  const managed = new ManagedDatabase({
    dataDir,
    cacheDir,
    report: progress => progress.kind === 'begin' && process.stderr.write(`${progress.task} …\n`),
  })
  const joined = await managed.join('test')
  process.env.MAITU_TEST_NEO4J_URI = joined.connection.uri
  process.env.MAITU_TEST_NEO4J_PASSWORD = joined.connection.password
  globalThis.maituTestNeo4j = { joined, dataDir }
}
