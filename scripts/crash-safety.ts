/**
 * Ends importers and Neo4j at seeded moments, fills a small disk, and sees that loading again always ends in the same graph:
 * node -r ./scripts/register-ts.cjs scripts/crash-safety.ts [--moments 20] [--documents 40] [--seed 1] [--parts halves,gone,importer,server,bulk,disk]
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ManagedDatabase } from '../database/managed/managed-database'
import { cacheDir } from '../tests/support/cache'
import { Crashes } from '../tests/support/crashes'

const { values } = parseArgs({
  options: {
    moments: { type: 'string', default: '20' },
    documents: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    parts: { type: 'string', default: 'halves,gone,importer,server,bulk,disk' },
  },
})
const MOMENTS = Number(values.moments)
const DOCUMENTS = Number(values.documents)
const SEED = Number(values.seed)
const PARTS = new Set(values.parts.split(','))
/** Stages of a bulk load with the milliseconds after which it is killed. */
const BULK_MOMENTS = [
  ['reading', 20],
  ['writing', 5],
  ['building', 500],
  ['building', 3_000],
  ['switching', 100],
  ['switching', 2_000],
  ['indexing', 100],
] as const
/** Room for a fresh Neo4j and some documents. */
const SMALL_DISK = '700m'
let failed = 0

async function run(): Promise<void> {
  const expected = await onFolder(mkdtempSync(join(tmpdir(), 'maitu-crash-')), async crashes => {
    const undisturbed = await crashes.undisturbed()
    if (PARTS.has('halves')) compare('two importers at once on halves', await crashes.twoAtOnce(), undisturbed)
    if (PARTS.has('gone')) {
      const { said, fingerprint } = await crashes.serverGone()
      compare(`Neo4j gone in the middle (${said.trim().slice(0, 120)})`, fingerprint, undisturbed)
    }
    if (PARTS.has('importer'))
      compare(`importer killed at ${MOMENTS} moments`, await crashes.killImporter(SEED, MOMENTS), undisturbed)
    if (PARTS.has('server')) compare(`Neo4j killed at ${MOMENTS} moments`, await crashes.killServer(SEED, MOMENTS), undisturbed)
    if (PARTS.has('bulk')) await killBulk(crashes, undisturbed)
    return undisturbed
  })
  if (PARTS.has('disk')) await diskFull(expected)
  process.exitCode = failed > 0 ? 1 : 0
}

/** Until the switch a killed bulk load leaves the graph as it was; run again, it gives the whole one. */
async function killBulk(crashes: Crashes, undisturbed: string): Promise<void> {
  const empty = await crashes.empty()
  for (const [stage, after] of BULK_MOMENTS) {
    const { found, fingerprint } = await crashes.killBulk(stage, after)
    if (stage === 'reading' || stage === 'writing' || stage === 'building')
      compare(`the old graph stays where a bulk load is killed ${after} ms into ${stage}`, found, empty)
    compare(`a bulk load run again after one killed ${after} ms into ${stage}`, fingerprint, undisturbed)
  }
}

/** A small disk that fills while documents are loaded, and is emptied again. Mounting one wants root. */
async function diskFull(expected: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'maitu-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SMALL_DISK}`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    say('skipped: disk full (a small tmpfs can only be mounted by root)')
    rmSync(folder, { recursive: true, force: true })
    return
  }
  try {
    await onFolder(join(folder, 'data'), async crashes => {
      const { said, fingerprint } = await crashes.diskFull(join(folder, 'filler'))
      compare(`disk full (${said.trim().slice(0, 160)})`, fingerprint, expected)
    })
  } finally {
    // Lazily: a server that did not stop in time must not hide what went wrong.
    execFileSync('umount', ['-l', folder])
    rmSync(folder, { recursive: true, force: true })
  }
}

async function onFolder<T>(dataDir: string, work: (crashes: Crashes) => Promise<T>): Promise<T> {
  const managed = new ManagedDatabase({ dataDir, cacheDir })
  try {
    await managed.startAndKeep()
    return await work(new Crashes(managed, DOCUMENTS))
  } finally {
    await managed.stop({ force: true })
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function compare(what: string, fingerprint: string, expected: string): void {
  const isSame = fingerprint === expected
  if (!isSame) failed++
  say(`${isSame ? 'same graph' : 'ANOTHER GRAPH'}: ${what}`)
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

run().catch(error => {
  console.error(error)
  process.exitCode = 1
})
