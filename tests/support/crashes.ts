/** Importers and servers that are ended at seeded moments: each trial goes on until everything is loaded, and gives the fingerprint of the graph. */
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Random } from '../../bench/random'
import { type ConnectionOptions, type Database, openDatabase } from '../../database/connection'
import type { ManagedDatabase } from '../../database/managed/managed-database'
import { migrate, readMigrations } from '../../database/migrate'
import type { BulkStage } from '../../import/load/bulk/bulk-load'
import { fingerprint } from '../../import/load/fingerprint'
import { cacheDir } from './cache'
import { emptyDatabase, MIGRATIONS } from './neo4j'

/** How an importer ended. */
interface Ended {
  readonly code: number | null
  readonly errors: string
}

export class Crashes {
  constructor(
    private readonly managed: ManagedDatabase,
    private readonly documents: number,
  ) {}

  /** The fingerprint of the graph that comes without any crash. */
  async undisturbed(): Promise<string> {
    await this.withDatabase(emptyDatabase)
    await this.loadAll()
    return this.fingerprint()
  }

  /** Kills the importer at each of the moments, then loads to the end. */
  async killImporter(seed: number, moments: number): Promise<string> {
    await this.withDatabase(emptyDatabase)
    const random = new Random(seed)
    for (let moment = 0; moment < moments; moment++) {
      const importer = new Importer(await this.connection(), this.documents)
      await importer.after(1 + random.below(Math.max(1, Math.floor(this.documents / moments))))
      await delay(random.below(200))
      importer.kill()
      await importer.ended
    }
    await this.loadAll()
    return this.fingerprint()
  }

  /** Kills the server at each of the moments, starts it again, then loads to the end. */
  async killServer(seed: number, moments: number): Promise<string> {
    await this.withDatabase(emptyDatabase)
    const random = new Random(seed)
    for (let moment = 0; moment < moments; moment++) {
      const importer = new Importer(await this.connection(), this.documents)
      await importer.after(1 + random.below(Math.max(1, Math.floor(this.documents / moments))))
      await delay(random.below(200))
      process.kill(this.managed.status().pid as number, 'SIGKILL')
      await this.managed.startAndKeep()
      // It may live through it: the driver tries again for half a minute.
      await importer.ended
    }
    await this.loadAll()
    return this.fingerprint()
  }

  /** Two importers at once on halves. */
  async twoAtOnce(): Promise<string> {
    await this.withDatabase(emptyDatabase)
    const connection = await this.connection()
    const importers = [0, 1].map(part => new Importer(connection, this.documents, part, 2))
    for (const { code, errors } of await Promise.all(importers.map(importer => importer.ended)))
      if (code !== 0) throw new Error(`An importer failed: ${errors}`)
    return this.fingerprint()
  }

  /** Takes the server away while documents are loaded. Gives what the importer said, and the fingerprint after all is loaded in the end. */
  async serverGone(): Promise<{ readonly said: string; readonly code: number | null; readonly fingerprint: string }> {
    await this.withDatabase(emptyDatabase)
    const importer = new Importer(await this.connection(), this.documents)
    await importer.after(3)
    await this.managed.stop({ force: true })
    const { code, errors } = await importer.ended
    await this.managed.startAndKeep()
    // On a crowded machine the importer may be done before the server is gone.
    if (code === 0) return this.serverGone()
    await this.loadAll()
    return { said: errors, code, fingerprint: await this.fingerprint() }
  }

  /** Fills the disk with a file while documents are loaded, and takes the file away again. */
  async diskFull(filler: string): Promise<{ readonly said: string; readonly fingerprint: string }> {
    await this.withDatabase(emptyDatabase)
    const importer = new Importer(await this.connection(), this.documents)
    await importer.after(3)
    fill(filler)
    const { code, errors } = await importer.ended
    if (code === 0) throw new Error('The disk was too large: everything found room.')
    rmSync(filler)
    // A Neo4j that could not write may have shut its database down until it starts again.
    await this.managed.stop({ force: true })
    await this.managed.startAndKeep()
    await this.loadAll()
    return { said: errors, fingerprint: await this.fingerprint() }
  }

  /**
   * Kills a bulk load so many milliseconds after the begin of a stage. Gives the fingerprint of the graph as it is found then, and of the one after the
   * bulk load has run again to its end.
   */
  async killBulk(killAt: BulkStage, after: number): Promise<{ readonly found: string; readonly fingerprint: string }> {
    await this.withDatabase(emptyDatabase)
    const killed = await this.bulk({ killAt, after })
    if (killed.code !== null) throw new Error(`The bulk load was not killed at ${killAt}: ${killed.errors}`)
    // Killed while it switches it leaves no server behind.
    await this.managed.startAndKeep()
    const found = await this.fingerprint()
    const { code, errors } = await this.bulk({})
    if (code !== 0) throw new Error(`The bulk load failed: ${errors}`)
    return { found, fingerprint: await this.fingerprint() }
  }

  /** The fingerprint of the graph without anything. */
  async empty(): Promise<string> {
    await this.withDatabase(emptyDatabase)
    return this.fingerprint()
  }

  private bulk(kill: { readonly killAt?: BulkStage; readonly after?: number }): Promise<Ended> {
    const { dataDir } = this.managed.status()
    const task = JSON.stringify({ dataDir, cacheDir, migrations: MIGRATIONS, documents: this.documents, ...kill })
    const child = spawn(process.execPath, [join(__dirname, 'load-in-bulk.cjs'), task], { stdio: ['ignore', 'ignore', 'pipe'] })
    let errors = ''
    child.stderr.on('data', chunk => {
      errors += chunk
    })
    return new Promise(resolve => child.on('close', code => resolve({ code, errors })))
  }

  private async loadAll(): Promise<void> {
    const { code, errors } = await new Importer(await this.connection(), this.documents).ended
    if (code !== 0) throw new Error(`The importer failed: ${errors}`)
  }

  private fingerprint(): Promise<string> {
    return this.withDatabase(fingerprint)
  }

  private async connection(): Promise<ConnectionOptions> {
    const joined = await this.managed.join('test')
    await joined.leave()
    return joined.connection
  }

  private async withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
    const database = await openDatabase(await this.connection())
    try {
      await migrate(database, readMigrations(MIGRATIONS))
      return await work(database)
    } finally {
      await database.close()
    }
  }
}

/** Writes a file until the disk is full. */
function fill(path: string): void {
  const file = openSync(path, 'w')
  try {
    for (const block = Buffer.alloc(1 << 16); ; ) writeSync(file, block)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  } finally {
    closeSync(file)
  }
}

/** A process that loads documents. */
class Importer {
  private readonly child: ChildProcess
  private done = 0
  private waiting: (() => void)[] = []
  readonly ended: Promise<Ended>

  constructor(connection: ConnectionOptions, documents: number, part = 0, parts = 1) {
    const task = JSON.stringify({ connection, documents, part, parts })
    this.child = spawn(process.execPath, [join(__dirname, 'load-documents.cjs'), task], { stdio: ['ignore', 'pipe', 'pipe'] })
    let errors = ''
    this.child.stderr?.on('data', chunk => {
      errors += chunk
    })
    this.child.stdout?.on('data', chunk => {
      this.done += String(chunk).split('\n').length - 1
      this.wake()
    })
    this.ended = new Promise(resolve => {
      this.child.on('close', code => {
        this.done = Number.POSITIVE_INFINITY
        this.wake()
        resolve({ code, errors })
      })
    })
  }

  /** Resolves when so many documents are loaded, or the process has ended. */
  async after(documents: number): Promise<void> {
    while (this.done < documents) await new Promise<void>(resolve => this.waiting.push(resolve))
  }

  kill(): void {
    this.child.kill('SIGKILL')
  }

  private wake(): void {
    for (const resolve of this.waiting.splice(0)) resolve()
  }
}
