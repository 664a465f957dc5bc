/** Crashes while loading: whatever ends when, running again ends in the same graph. Twenty moments of each kind: scripts/crash-safety.ts. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ManagedDatabase } from '../../database/managed/managed-database'
import { cacheDir } from '../support/cache'
import { Crashes } from '../support/crashes'

// It is killed and started again, so it is no server that other tests use.
const dataDir = mkdtempSync(join(tmpdir(), 'maitu-test-'))
const managed = new ManagedDatabase({ dataDir, cacheDir })
const crashes = new Crashes(managed, 12)
let expected: string

beforeAll(async () => {
  await managed.startAndKeep()
  expected = await crashes.undisturbed()
})
afterAll(async () => {
  await managed.stop({ force: true })
  rmSync(dataDir, { recursive: true, force: true })
})

describe('loading again after a crash', () => {
  test('gives the same graph where the importer was killed', async () => {
    expect(await crashes.killImporter(1, 2)).toBe(expected)
  })

  test('gives the same graph where Neo4j was killed', async () => {
    expect(await crashes.killServer(1, 1)).toBe(expected)
  })

  test('gives the same graph where Neo4j went away; the importer says so and leaves no document half there', async () => {
    const { said, code, fingerprint } = await crashes.serverGone()
    expect(code).toBe(1)
    expect(said).toMatch(/^DatabaseError: Neo4j at bolt:\/\/127\.0\.0\.1:\d+ cannot be reached/)
    expect(fingerprint).toBe(expected)
  })
})

test('two importers at once on halves give the same graph as one', async () => {
  expect(await crashes.twoAtOnce()).toBe(expected)
})

describe('a bulk load that is killed', () => {
  test('while the database is built leaves the old graph, and gives the whole one when it runs again', async () => {
    const empty = await crashes.empty()
    const { found, fingerprint } = await crashes.killBulk('building', 500)
    expect(found).toBe(empty)
    expect(fingerprint).toBe(expected)
  })

  test('after the switch gives the whole graph when it runs again', async () => {
    expect((await crashes.killBulk('indexing', 100)).fingerprint).toBe(expected)
  })
})
