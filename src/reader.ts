/** What the service asks of the database: one statement in, its rows as plain values out. One reader is made for each request. */
import type { Params, Statement } from '../database/statement'

/** Runs reading statements. */
export interface Reader {
  read<Row>(statement: Statement<Row>, params?: Params): Promise<Row[]>
}

/** Whether the database answers and holds the schema that this version needs; `problem` is a sentence for people. */
export type Readiness = { readonly ready: true } | { readonly ready: false; readonly problem: string }

/** The database as the service sees it; `timeoutMs` bounds a statement in the server. */
export interface ServiceDatabase {
  read<Row>(statement: Statement<Row>, params?: Params, options?: { readonly timeoutMs?: number }): Promise<Row[]>
  readiness(): Promise<Readiness>
}

/** A reader for one request: every statement gets what is left of the request's time, and is counted. */
export class RequestReader implements Reader {
  statements = 0
  rows = 0
  milliseconds = 0
  private readonly deadline: number

  constructor(
    private readonly database: ServiceDatabase,
    timeLimitMs: number,
  ) {
    this.deadline = performance.now() + timeLimitMs
  }

  async read<Row>(statement: Statement<Row>, params?: Params): Promise<Row[]> {
    const start = performance.now()
    this.statements++
    const rows = await this.database.read(statement, params, { timeoutMs: Math.max(1, Math.round(this.deadline - start)) })
    this.rows += rows.length
    this.milliseconds += performance.now() - start
    return rows
  }
}
