/** What the service asks of the database: one statement in, its rows as plain values out. One reader is made for each request. */
import type { Params, Statement } from '../database/statement'

/** Runs reading statements. */
export interface Reader {
  read<Row>(statement: Statement<Row>, params?: Params): Promise<Row[]>
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

  constructor(
    private readonly database: ServiceDatabase,
    private readonly bounds: StatementBounds = {},
    private readonly onStatement: OnStatement = () => {},
  ) {}

  async read<Row>(statement: Statement<Row>, params?: Params): Promise<Row[]> {
    const start = performance.now()
    this.statements++
    try {
      const rows = await this.database.read(statement, params, this.bounds)
      this.rows += rows.length
      return rows
    } finally {
      const milliseconds = performance.now() - start
      this.milliseconds += milliseconds
      this.onStatement(statement.name, milliseconds)
    }
  }
}
