/** What Prometheus can ask: operations, statements, and the process itself. Labels are names of the schema and of our statements, never what clients send. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { RequestState } from '../request'

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export class Metrics {
  private readonly registry = new Registry()
  private readonly operations = new Counter({
    name: 'maitu_operations_total',
    help: 'Operations answered, by their first field and how they ended (ok, or the code of an error).',
    labelNames: ['field', 'outcome'],
    registers: [this.registry],
  })
  private readonly operationSeconds = new Histogram({
    name: 'maitu_operation_seconds',
    help: 'Time from the arrival of an operation to its answer.',
    labelNames: ['field'],
    buckets: SECONDS,
    registers: [this.registry],
  })
  private readonly statementSeconds = new Histogram({
    name: 'maitu_statement_seconds',
    help: 'Time of a statement in the database, the way there and back included.',
    labelNames: ['statement'],
    buckets: SECONDS,
    registers: [this.registry],
  })
  private readonly rows = new Counter({
    name: 'maitu_rows_total',
    help: 'Rows that the database returned.',
    registers: [this.registry],
  })
  private readonly running = new Gauge({
    name: 'maitu_requests_running',
    help: 'Requests that are being answered.',
    registers: [this.registry],
  })
  private readonly ready = new Gauge({
    name: 'maitu_ready',
    help: '1 where the database answered the last time that /ready was asked.',
    registers: [this.registry],
  })

  constructor() {
    collectDefaultMetrics({ register: this.registry })
  }

  operation(request: RequestState, codes: readonly string[]): void {
    const field = request.field ?? 'none'
    this.operations.inc({ field, outcome: codes[0] ?? 'ok' })
    this.operationSeconds.observe({ field }, request.milliseconds / 1000)
    this.rows.inc(request.reader.rows)
  }

  readonly statement = (statement: string, milliseconds: number): void => {
    this.statementSeconds.observe({ statement }, milliseconds / 1000)
  }

  arrived(): void {
    this.running.inc()
  }

  answered(): void {
    this.running.dec()
  }

  readiness(ready: boolean): void {
    this.ready.set(ready ? 1 : 0)
  }

  get contentType(): string {
    return this.registry.contentType
  }

  text(): Promise<string> {
    return this.registry.metrics()
  }
}
