/** One request from its arrival to its answer: who asks, how long it may take, what it has cost so far. */
import type { Editing } from './decision/editing'
import { LIMITS } from './limits/limits'
import { overTime } from './limits/refusal'
import { type OnStatement, RequestReader, type ServiceDatabase } from './reader'

export class RequestState {
  readonly started = performance.now()
  readonly reader: RequestReader
  /** Known once the operation is. */
  operationName: string | null = null
  /** The first field of the operation, a name of the schema; null before the operation is known. */
  field: string | null = null
  kind: 'query' | 'mutation' | 'subscription' | null = null
  cost: number | null = null
  /** Whether what is wrong, if anything is, lies in the operation and not in the HTTP request around it. */
  isWellFormed = false
  private readonly controller = new AbortController()
  private timer: NodeJS.Timeout
  private readonly endings: (() => void)[] = []

  constructor(
    readonly id: string,
    /** The name of the editor's token, or null for readers. */
    readonly editor: string | null,
    parts: { readonly database: ServiceDatabase; readonly onStatement?: OnStatement },
    timeMs: number = LIMITS.timeMs,
  ) {
    this.reader = new RequestReader(parts.database, { timeoutMs: timeMs, signal: this.controller.signal }, parts.onStatement)
    this.timer = this.limitTo(timeMs)
  }

  /** Aborted when the time is over or nobody waits for the answer any more. */
  get signal(): AbortSignal {
    return this.controller.signal
  }

  get milliseconds(): number {
    return performance.now() - this.started
  }

  /** Gives the request another time, counted from now. */
  extend(timeMs: number): void {
    clearTimeout(this.timer)
    this.timer = this.limitTo(timeMs)
  }

  /** Ends what runs for this request in the database. */
  abandon(): void {
    this.controller.abort(new Error('The client has gone.'))
  }

  /** Calls `ending` when the request ends. */
  onEnd(ending: () => void): void {
    this.endings.push(ending)
  }

  end(): void {
    clearTimeout(this.timer)
    for (const ending of this.endings.splice(0)) ending()
  }

  private limitTo(timeMs: number): NodeJS.Timeout {
    return setTimeout(() => this.controller.abort(overTime(timeMs)), timeMs).unref()
  }
}

/** What the server itself wants of the context of a request. */
export interface ServerContext {
  readonly request: RequestState
  /** What editors can do; null where nobody can. */
  readonly editing: Editing | null
}
