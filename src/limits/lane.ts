/** Large operations take turns, so that small ones are answered at once whatever else is asked. */
import { tooBusy } from './refusal'

/** From this cost on an operation takes its turn. */
export const LARGE = 3_000

/** So many large operations run side by side, and so many wait; more are refused. */
export class Lane {
  private running = 0
  private readonly waiting: (() => void)[] = []

  constructor(
    private readonly width = 2,
    private readonly length = 32,
  ) {}

  /**
   * Waits for a turn and gives the function that ends it. Throws where too many wait already, and with the signal's reason where the request ends before
   * its turn comes.
   */
  async enter(signal: AbortSignal): Promise<() => void> {
    if (this.running < this.width) this.running++
    else await this.turn(signal)
    let over = false
    return () => {
      if (over) return
      over = true
      const next = this.waiting.shift()
      if (next) next()
      else this.running--
    }
  }

  private turn(signal: AbortSignal): Promise<void> {
    if (this.waiting.length >= this.length) throw tooBusy()
    return new Promise((resolve, reject) => {
      const go = (): void => {
        signal.removeEventListener('abort', stop)
        resolve()
      }
      const stop = (): void => {
        this.waiting.splice(this.waiting.indexOf(go), 1)
        reject(signal.reason)
      }
      signal.addEventListener('abort', stop, { once: true })
      this.waiting.push(go)
    })
  }
}
