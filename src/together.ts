/** Statements that a request asks in one turn of the event loop go to the database as one: each way there and back costs as much as reading a few hundred values. */
import type { Params, Statement } from '../database/statement'
import type { Reader } from './reader'

/** A statement whose columns are known, so that it can stand in another. */
export interface Part<Row> {
  readonly statement: Statement<Row>
  readonly params: Params
  readonly columns: readonly (keyof Row & string)[]
}

interface Waiting extends Part<never> {
  resolve(rows: readonly never[]): void
  reject(error: unknown): void
}

/** More in one would take long to plan. */
const MOST = 4

/** Reads for one request. */
export class Together {
  private waiting: Waiting[] = []

  constructor(private readonly reader: Reader) {}

  read<Row>(part: Part<Row>): Promise<Row[]> {
    return new Promise((resolve, reject) => {
      // After everything that already waits for this turn to end, which asks too. The rows go back to whom they belong to.
      if (this.waiting.length === 0) process.nextTick(() => this.send())
      this.waiting.push({ ...part, resolve, reject } as unknown as Waiting)
    })
  }

  private send(): void {
    const waiting = this.waiting.splice(0)
    for (let from = 0; from < waiting.length; from += MOST) {
      const parts = waiting.slice(from, from + MOST)
      this.ask(parts).catch(error => {
        for (const part of parts) part.reject(error)
      })
    }
  }

  private async ask(parts: readonly Waiting[]): Promise<void> {
    const [only] = parts
    if (parts.length === 1 && only) return only.resolve(await this.reader.read(only.statement, only.params))
    const { statement, params } = joined(parts)
    const [row] = await this.reader.read(statement, params)
    parts.forEach((part, i) => {
      part.resolve((row?.[`rows${i}`] ?? []) as never[])
    })
  }
}

/** One statement of several; each keeps its parameters under names of its own. */
export function joined(parts: readonly Part<never>[]): { statement: Statement<Record<string, unknown[]>>; params: Params } {
  const calls = parts.map(({ statement, columns }, i) => {
    const text = statement.text.replace(/\$(?=[a-z])/gi, `$part${i}_`)
    return `CALL () {\nCALL () {\n${text}\n}\nRETURN collect({${columns.map(column => `${column}: ${column}`).join(', ')}}) AS rows${i}\n}`
  })
  const params = parts.flatMap((part, i) => Object.entries(part.params).map(([name, value]) => [`part${i}_${name}`, value]))
  return {
    statement: { name: 'together', text: `${calls.join('\n')}\nRETURN ${parts.map((_, i) => `rows${i}`).join(', ')}` },
    params: Object.fromEntries(params),
  }
}
