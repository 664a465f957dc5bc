/** The connection to Neo4j: named statements in, plain rows out. The only way to the database for everybody else. */
import { setTimeout } from 'node:timers/promises'
import neo4j, { type AuthToken, type Driver, type ManagedTransaction, Neo4jError, type Session } from 'neo4j-driver'
import { isNewEnough, toDatabaseError, tooOld, type Whereabouts } from './failures'
import type { Params, Statement } from './statement'
import { fromDriver, toDriver } from './values'

/** How often a statement outside a transaction is tried where the server calls its failure transient. */
const ALONE_ATTEMPTS = 6

/** Where the database is and how to get in. `database` left out is the server's default. */
export interface ConnectionOptions {
  readonly uri: string
  readonly username: string
  readonly password: string
  readonly database?: string
  /** Hears of every statement that has run. */
  readonly onStatement?: StatementListener
}

/** One statement that has run (or failed), for logs, metrics and tests that count round trips. */
export interface StatementEvent {
  readonly name: string
  readonly mode: 'read' | 'write'
  readonly milliseconds: number
  readonly rows: number
  readonly failed: boolean
}
export type StatementListener = (event: StatementEvent) => void

/** Bounds of one statement or transaction. */
export interface RunOptions {
  /** The server gives up after so long. */
  readonly timeoutMs?: number
  /** Ends the work in the server as well; the call rejects with the signal's reason. */
  readonly signal?: AbortSignal
}

/** A transaction that is under way: all of its statements count, or none. */
export interface Transaction {
  run<Row>(statement: Statement<Row>, params?: Params): Promise<Row[]>
}

/** An open database. Safe to share between requests; every call takes a session of its own and sees what earlier calls wrote. */
export interface Database {
  /** Runs one reading statement. Retries by itself what the server calls transient; a server that is away is an error at once. */
  read<Row>(statement: Statement<Row>, params?: Params, options?: RunOptions): Promise<Row[]>
  /** Runs one writing statement in a transaction of its own, with retries. */
  write<Row>(statement: Statement<Row>, params?: Params, options?: RunOptions): Promise<Row[]>
  /** Runs several statements as one. `work` runs again from its start after a deadlock or a lost leader, so it changes nothing but the database. */
  inTransaction<T>(work: (transaction: Transaction) => Promise<T>, options?: RunOptions): Promise<T>
  /** The same for reading only: one consistent view in one session. */
  inReadTransaction<T>(work: (transaction: Transaction) => Promise<T>, options?: RunOptions): Promise<T>
  /** Runs a statement outside a managed transaction, as CALL { … } IN TRANSACTIONS and schema commands want it. No retries. */
  runAlone<Row>(statement: Statement<Row>, params?: Params): Promise<Row[]>
  /** The names of the operators the server would run the statement with (`NodeUniqueIndexSeek`, `AllNodesScan`, …), without running it. */
  plan(statement: Statement<unknown>, params?: Params): Promise<string[]>
  /** Hears of every statement from now on; call the result to stop. */
  observe(listener: StatementListener): () => void
  /** Resolves when the server answers, throws a DatabaseError that says why when it does not. */
  ping(): Promise<void>
  readonly server: ServerFacts
  close(): Promise<void>
}

export interface ServerFacts {
  readonly uri: string
  /** As the server calls itself: `Neo4j/5.26.30`. */
  readonly agent: string
  /** Null is the server's default. */
  readonly database: string | null
}

/**
 * Opens the database and makes sure that it answers, lets us in and is new enough.
 * Throws a DatabaseError for a wrong password, an unreachable server, an unknown database or a server that is too old; nothing stays open then.
 */
export async function openDatabase(options: ConnectionOptions): Promise<Database> {
  const driver = createDriver(options)
  try {
    const agent = (await driver.getServerInfo({ database: options.database })).agent ?? 'Neo4j/0.0'
    if (!isNewEnough(agent)) throw tooOld(agent, options.uri)
    const database = new OpenDatabase(driver, options, agent)
    await database.ping()
    return database
  } catch (error) {
    await driver.close()
    throw toDatabaseError(error, whereabouts(options))
  }
}

function createDriver(options: ConnectionOptions): Driver {
  const auth: AuthToken = neo4j.auth.basic(options.username, options.password)
  return neo4j.driver(options.uri, auth, {
    disableLosslessIntegers: true,
    connectionTimeout: 5_000,
    connectionAcquisitionTimeout: 15_000,
    maxTransactionRetryTime: 30_000,
    userAgent: 'maitu',
    telemetryDisabled: true,
    // Nobody reads them, and the server sends them with every answer.
    notificationFilter: { minimumSeverityLevel: 'OFF' },
  })
}

function whereabouts(options: ConnectionOptions): Whereabouts {
  return { uri: options.uri, username: options.username, database: options.database }
}

const PING: Statement = { name: 'database.ping', text: 'RETURN 1 AS one' }

class OpenDatabase implements Database {
  private readonly listeners = new Set<StatementListener>()
  readonly server: ServerFacts

  constructor(
    private readonly driver: Driver,
    private readonly options: ConnectionOptions,
    agent: string,
  ) {
    this.server = { uri: options.uri, agent, database: options.database ?? null }
    if (options.onStatement) this.listeners.add(options.onStatement)
  }

  read<Row>(statement: Statement<Row>, params: Params = {}, options: RunOptions = {}): Promise<Row[]> {
    return this.withSession('read', session => this.readIn(session, statement, params, options), options.signal)
  }

  write<Row>(statement: Statement<Row>, params: Params = {}, options: RunOptions = {}): Promise<Row[]> {
    return this.managed('write', transaction => transaction.run(statement, params), options)
  }

  inTransaction<T>(work: (transaction: Transaction) => Promise<T>, options: RunOptions = {}): Promise<T> {
    return this.managed('write', work, options)
  }

  inReadTransaction<T>(work: (transaction: Transaction) => Promise<T>, options: RunOptions = {}): Promise<T> {
    return this.managed('read', work, options)
  }

  runAlone<Row>(statement: Statement<Row>, params: Params = {}): Promise<Row[]> {
    return this.withSession('write', async session => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await this.timed(statement, 'write', () => session.run(statement.text, toDriver(params)))
        } catch (error) {
          // Two starts that make constraints at once can deadlock; the server undid the loser's, so it may simply run again.
          if (attempt >= ALONE_ATTEMPTS || !(error instanceof Neo4jError) || !error.code.startsWith('Neo.TransientError.'))
            throw error
          await setTimeout(attempt * 100 * (1 + Math.random()))
        }
      }
    })
  }

  async plan(statement: Statement<unknown>, params: Params = {}): Promise<string[]> {
    return this.withSession('read', async session => {
      const { summary } = await session.run(`EXPLAIN ${statement.text}`, toDriver(params))
      return summary.plan === false ? [] : operators(summary.plan)
    })
  }

  observe(listener: StatementListener): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  async ping(): Promise<void> {
    await this.withSession('read', session => session.run(PING.text))
  }

  close(): Promise<void> {
    return this.driver.close()
  }

  /**
   * An auto-commit statement is one round trip where a managed transaction is three. What the server calls transient is tried again as a transaction; a
   * connection that broke is replaced once, so that a server that is away is known at once.
   */
  private async readIn<Row>(session: Session, statement: Statement<Row>, params: Params, options: RunOptions): Promise<Row[]> {
    const config = options.timeoutMs === undefined ? undefined : { timeout: options.timeoutMs }
    const once = (): Promise<Row[]> =>
      this.timed(statement, 'read', () => withoutStack(() => session.run(statement.text, toDriver(params), config)))
    try {
      return await once()
    } catch (error) {
      if (options.signal?.aborted || !(error instanceof Neo4jError) || !error.retriable) throw error
      if (!error.code.startsWith('Neo.')) return once()
      return this.managed('read', transaction => transaction.run(statement, params), options)
    }
  }

  private managed<T>(mode: 'read' | 'write', work: (transaction: Transaction) => Promise<T>, options: RunOptions): Promise<T> {
    const run = (inner: ManagedTransaction): Promise<T> =>
      work({
        run: (statement, params = {}) => this.timed(statement, mode, () => inner.run(statement.text, toDriver(params))),
      })
    const config = options.timeoutMs === undefined ? undefined : { timeout: options.timeoutMs }
    return this.withSession(
      mode,
      session => (mode === 'read' ? session.executeRead(run, config) : session.executeWrite(run, config)),
      options.signal,
    )
  }

  private async withSession<T>(mode: 'read' | 'write', work: (session: Session) => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted()
    const session = this.driver.session({
      database: this.options.database,
      defaultAccessMode: mode === 'read' ? neo4j.session.READ : neo4j.session.WRITE,
      bookmarkManager: this.driver.executeQueryBookmarkManager,
    })
    // Closing the session resets its connection, and that interrupts what the server is doing for it.
    const stop = (): void => void session.close().catch(() => {})
    signal?.addEventListener('abort', stop, { once: true })
    try {
      return await work(session)
    } catch (error) {
      signal?.throwIfAborted()
      throw toDatabaseError(error, whereabouts(this.options), nameOf(error))
    } finally {
      signal?.removeEventListener('abort', stop)
      await session.close()
    }
  }

  private async timed<Row>(
    statement: Statement<Row>,
    mode: 'read' | 'write',
    run: () => PromiseLike<{ records: Parameters<typeof fromDriver>[0][] }>,
  ): Promise<Row[]> {
    const start = performance.now()
    let rows = 0
    let failed = true
    try {
      const { records } = await run()
      rows = records.length
      failed = false
      return records.map(record => fromDriver<Row>(record))
    } catch (error) {
      remember(error, statement.name)
      throw error
    } finally {
      const milliseconds = Math.round((performance.now() - start) * 10) / 10
      for (const listener of this.listeners) listener({ name: statement.name, mode, milliseconds, rows, failed })
    }
  }
}

/** The driver takes a stack trace for every statement, a fifth of its time; errors of ours name the statement instead. */
function withoutStack<T>(run: () => T): T {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    return run()
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

/** Which statement an error came from. The driver decides on retries by the error itself, so it passes through unwrapped until the transaction is over. */
const failedStatements = new WeakMap<object, string>()

function remember(error: unknown, name: string): void {
  if (typeof error === 'object' && error !== null) failedStatements.set(error, name)
}

function nameOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null ? failedStatements.get(error) : undefined
}

interface PlanNode {
  readonly operatorType: string
  readonly children: readonly PlanNode[]
}

function operators(plan: PlanNode): string[] {
  return [plan.operatorType.replace(/@.*$/, ''), ...plan.children.flatMap(operators)]
}
