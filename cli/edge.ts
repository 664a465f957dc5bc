/** What every command gets: the settings, the log, the terminal, and the wish of the user to stop. */
import { resolve } from 'node:path'
import type { Logger } from 'pino'
import { createLog } from './log'
import { readSettings, type Settings } from './settings'
import { Terminal } from './terminal'

export interface Edge {
  readonly settings: Settings
  readonly log: Logger
  readonly terminal: Terminal
  /** Aborted by Ctrl-C, SIGTERM or a closed terminal. */
  readonly signal: AbortSignal
}

/** How a command ended: everything done, or some inputs failed. */
export type Outcome = 'done' | 'some failed'

/** The reason of the signal: the user wants an end. */
export class Stopped extends Error {}

/** Sets up the edge. Throws a ConfigurationError that names all mistakes in the environment. */
export function createEdge(env: NodeJS.ProcessEnv): Edge {
  const settings = readSettings(env)
  return { settings, log: createLog(settings.logLevel), terminal: new Terminal(), signal: stopSignal() }
}

/** Aborts at the first signal to stop; the second ends the process at once. */
function stopSignal(): AbortSignal {
  const controller = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (controller.signal.aborted && name === 'SIGINT') process.exit(130)
      controller.abort(new Stopped(`stopped by ${name}`))
    })
  }
  return controller.signal
}

/** Whether an error only says that the user wanted an end. */
export function isStop(error: unknown): boolean {
  return error instanceof Stopped || (error instanceof Error && error.name === 'AbortError')
}

/** A path as the user meant it: npm runs scripts in the package's folder and keeps the user's own in INIT_CWD. */
export function userPath(path: string, env: NodeJS.ProcessEnv = process.env): string {
  return resolve(env.npm_lifecycle_event ? (env.INIT_CWD ?? '.') : '.', path)
}
