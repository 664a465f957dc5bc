/**
 * The Neo4j that Maitu runs by itself. Whoever needs it joins; the first starts it, the last to leave stops it. The server is a process of its own,
 * so it outlives an owner that was killed: the next to join takes it over.
 */
import { rmSync, writeFileSync } from 'node:fs'
import { DatabaseError } from '../../model/errors'
import type { ConnectionOptions } from '../connection'
import { neo4jJars } from './artefacts'
import { type DataDirectory, dataDirectory, prepareDataDirectory, readDatabaseName } from './data-directory'
import { findJava } from './java'
import { withLock } from './lock'
import type { Report } from './report'
import { connectionTo, findServer, readServer, runAdmin, type Server, startServer, stopServer } from './server'
import { enter, isPinned, liveUsers, setPinned, type User } from './users'

export interface ManagedOptions {
  readonly dataDir: string
  readonly cacheDir: string
  readonly report?: Report
  /** Ends a start that is under way. */
  readonly signal?: AbortSignal
}

/** A place at the database: how to connect, and how to leave. */
export interface Joined {
  readonly connection: ConnectionOptions
  /** Whether this call started the server. */
  readonly started: boolean
  /** Gives the place back. Stops the server where nobody else uses it. */
  leave(): Promise<{ stopped: boolean }>
}

export interface ManagedStatus {
  readonly dataDir: string
  readonly running: boolean
  readonly pid: number | null
  readonly uri: string | null
  readonly database: string
  readonly users: readonly User[]
  /** Stays up without users. */
  readonly pinned: boolean
}

/** neo4j-admin at work on a data directory. */
export interface Admin {
  /** Runs a command of neo4j-admin: `['database', 'dump', NAME, '--to-path=…']`. Gives its output, throws a DatabaseError. */
  run(args: readonly string[]): Promise<string>
  /** The database in use. */
  readonly database: string
  /** The name for a database that is built beside it. Two names take turns, so what an unfinished build left is overwritten by the next. */
  readonly spare: string
  /** Makes another database the one in use from the next start on. */
  use(database: string): void
}

const TURNS = ['maitu-a', 'maitu-b'] as const

export class ManagedDatabase {
  private readonly directory: DataDirectory
  private readonly report: Report

  constructor(private readonly options: ManagedOptions) {
    this.directory = dataDirectory(options.dataDir)
    this.report = options.report ?? (() => {})
  }

  /** Joins the running server of the data directory, or starts it. `purpose` is shown to others: `serve`, `import`. */
  async join(purpose: string): Promise<Joined> {
    prepareDataDirectory(this.directory)
    return this.locked(async () => {
      const exit = enter(this.directory, purpose)
      try {
        const running = await findServer(this.directory)
        const server = running ?? (await this.start())
        return { connection: connectionTo(this.directory, server), started: running === null, leave: () => this.leave(exit) }
      } catch (error) {
        exit()
        throw error
      }
    })
  }

  /** Starts the server where it does not run and keeps it up until `stop`. */
  async startAndKeep(): Promise<ManagedStatus> {
    prepareDataDirectory(this.directory)
    await this.locked(async () => {
      if ((await findServer(this.directory)) === null) await this.start()
      setPinned(this.directory, true)
    })
    return this.status()
  }

  /** Stops the server. Throws a DatabaseError that names the processes where some use it, unless `force`. Gives whether one ran. */
  async stop({ force = false } = {}): Promise<boolean> {
    const status = this.status()
    if (!status.running && !status.pinned) return false
    return this.locked(async () => {
      if (!force) this.refuseWhileUsed('stop')
      return this.stopNow()
    })
  }

  /** How to connect to the server that runs now, null where none does. It changes where the server is stopped and started again. */
  connection(): ConnectionOptions | null {
    const server = readServer(this.directory)
    return server && connectionTo(this.directory, server)
  }

  /** What runs for the data directory now. Changes nothing but stale entries. */
  status(): ManagedStatus {
    const server = readServer(this.directory)
    return {
      dataDir: this.directory.root,
      running: server !== null,
      pid: server?.pid ?? null,
      uri: server && connectionTo(this.directory, server).uri,
      database: readDatabaseName(this.directory),
      users: liveUsers(this.directory),
      pinned: isPinned(this.directory),
    }
  }

  /** Deletes all data of the managed database; the next start begins afresh. Throws where processes use it. */
  async reset(): Promise<void> {
    prepareDataDirectory(this.directory)
    await this.locked(async () => {
      this.refuseWhileUsed('reset')
      await this.stopNow()
      for (const path of [this.directory.home, this.directory.password, this.directory.databaseName]) {
        rmSync(path, { recursive: true, force: true })
      }
    })
  }

  /**
   * Runs neo4j-admin commands while the server is stopped, and starts it again where it was kept up. `own` tells of places that the caller itself holds
   * and has no connection open for. Throws where others use the database.
   */
  async whileStopped<T>(work: (admin: Admin) => Promise<T>, { own = 0 } = {}): Promise<T> {
    prepareDataDirectory(this.directory)
    return this.locked(async () => {
      this.refuseWhileUsed('work on', own)
      const wasPinned = isPinned(this.directory)
      const server = await findServer(this.directory)
      if (server) await stopServer(this.directory, server)
      try {
        return await work(await this.admin())
      } finally {
        if (server && (wasPinned || own > 0)) await this.start()
      }
    })
  }

  /** neo4j-admin for commands that work beside a running server, such as `database import full` under another name. */
  async admin(): Promise<Admin> {
    const java = await findJava()
    const jars = await neo4jJars(this.options.cacheDir, this.report, this.options.signal)
    const database = readDatabaseName(this.directory)
    return {
      run: args => runAdmin(this.directory, java, jars, args),
      database,
      spare: database === TURNS[0] ? TURNS[1] : TURNS[0],
      use: database => writeFileSync(this.directory.databaseName, `${database}\n`),
    }
  }

  private async leave(exit: () => void): Promise<{ stopped: boolean }> {
    return this.locked(async () => {
      exit()
      if (liveUsers(this.directory).length > 0 || isPinned(this.directory)) return { stopped: false }
      return { stopped: await this.stopNow() }
    })
  }

  private async stopNow(): Promise<boolean> {
    setPinned(this.directory, false)
    const server = await findServer(this.directory)
    if (server) await stopServer(this.directory, server)
    return server !== null
  }

  private start(): Promise<Server> {
    const { cacheDir, signal } = this.options
    return startServer(this.directory, { cacheDir, report: this.report, signal })
  }

  private refuseWhileUsed(what: string, own = 0): void {
    const users = liveUsers(this.directory).filter(user => own === 0 || user.pid !== process.pid)
    if (users.length === 0) return
    const names = users.map(user => `${user.purpose} (process ${user.pid})`).join(', ')
    throw new DatabaseError(
      `The database of ${this.directory.root} is in use by ${names}. End ${users.length === 1 ? 'it' : 'them'} first, then ${what} it.`,
      {
        users,
      },
    )
  }

  private locked<T>(work: () => Promise<T>): Promise<T> {
    return withLock(this.directory.lock, work)
  }
}
