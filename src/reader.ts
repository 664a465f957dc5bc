/** What the service asks of the database: one statement in, its rows as plain values out. One reader is made for each request. */
import type { Params, Statement } from '../database/statement'
import { tooBroad } from './limits/refusal'

/** Runs reading statements. */
export interface Reader {
  /** With `withinMs` it is given up when all that is read so by the request has taken so long. */
  read<Row>(statement: Statement<Row>, params?: Params, withinMs?: number): Promise<Row[]>
}

/** Whether the database answers and holds the schema that this version needs; `problem` is a sentence for people. */
export type Readiness = { readonly ready: true } | { readonly ready: false; readonly problem: string }

/** Bounds of one statement: the server gives up after `timeoutMs`, and at once where `signal` is aborted. */
export interface StatementBounds {
  readonly timeoutMs?: number
  readonly signal?: AbortSignal
}

/** The database as the service sees it. */
export interface ServiceDatabase {
  read<Row>(statement: Statement<Row>, params?: Params, bounds?: StatementBounds): Promise<Row[]>
  readiness(): Promise<Readiness>
}

/** Hears of each statement of a request when it has ended. */
export type OnStatement = (statement: string, milliseconds: number) => void

/** A reader for one request: every statement ends with the request, and is counted. */
export class RequestReader implements Reader {
  statements = 0
  rows = 0
  /** The time of all statements together, those that ran side by side each with its own. */
  milliseconds = 0
  /** The part of it that what is given up after some time has taken. */
  private hurried = 0

  constructor(
    private readonly database: ServiceDatabase,
    private readonly bounds: StatementBounds = {},
    private readonly onStatement: OnStatement = () => {},
  ) {}

  async read<Row>(statement: Statement<Row>, params?: Params, withinMs?: number): Promise<Row[]> {
    const start = performance.now()
    this.statements++
    const { signal } = this.bounds
    const hurry = withinMs === undefined ? null : AbortSignal.timeout(Math.max(1, withinMs - this.hurried))
    const bounds = hurry === null ? this.bounds : { ...this.bounds, signal: signal ? AbortSignal.any([signal, hurry]) : hurry }
    try {
      const rows = await this.database.read(statement, params, bounds)
      this.rows += rows.length
      return rows
    } catch (error) {
      throw hurry?.aborted && !signal?.aborted ? tooBroad(withinMs as number) : error
    } finally {
      const milliseconds = performance.now() - start
      this.milliseconds += milliseconds
      if (hurry) this.hurried += Math.ceil(milliseconds)
      this.onStatement(statement.name, milliseconds)
    }
  }
}
