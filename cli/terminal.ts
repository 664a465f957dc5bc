/** What people see on the terminal: results on standard output, everything else on standard error. */
import type { Progress } from '../database/managed/report'

/** How often a line of progress is written where the terminal cannot rewrite one. */
const QUIET_MS = 5_000
const REFRESH_MS = 150

export class Terminal {
  private task: string | null = null
  private begun = 0
  private shown = 0
  private lineIsOpen = false

  constructor(
    private readonly out: NodeJS.WriteStream = process.stdout,
    private readonly err: NodeJS.WriteStream = process.stderr,
  ) {}

  /** A result: what somebody asked for. */
  say(text: string): void {
    this.closeLine()
    this.out.write(`${text}\n`)
  }

  /** What is going on. */
  note(text: string): void {
    this.closeLine()
    this.err.write(`${text}\n`)
  }

  /** Work that may take long: its beginning, how far it is, its end. */
  readonly report = (progress: Progress): void => {
    switch (progress.kind) {
      case 'begin':
        this.task = progress.task
        this.begun = Date.now()
        this.shown = Date.now()
        this.write(`${progress.task} …`)
        break
      case 'progress': {
        const now = Date.now()
        if (now - this.shown < (this.err.isTTY ? REFRESH_MS : QUIET_MS)) break
        this.shown = now
        const count = progress.of === null ? `${progress.done}` : `${progress.done} of ${progress.of}`
        this.write(`${this.task ?? ''}: ${progress.unit} ${count}`)
        break
      }
      case 'end': {
        const seconds = (Date.now() - this.begun) / 1000
        if (this.err.isTTY || seconds >= 2) this.write(`${this.task ?? ''}: done in ${seconds.toFixed(1)} s`)
        this.closeLine()
        this.task = null
      }
    }
  }

  /** Rewrites the last line on a terminal, writes a new one into a file. */
  private write(line: string): void {
    if (!this.err.isTTY) {
      this.err.write(`${line}\n`)
      return
    }
    this.err.write(`\r\u001b[K${line}`)
    this.lineIsOpen = true
  }

  private closeLine(): void {
    if (this.lineIsOpen) this.err.write('\n')
    this.lineIsOpen = false
  }
}
