#!/usr/bin/env node
/** The command line of Maitu, and how a call ends. */
import './production'
import { CommanderError } from 'commander'
import { ConfigurationError, DatabaseError, InvalidInputError, MaituError } from '../model/errors'
import { createEdge, isStop } from './edge'
import { loadEnvironmentFile } from './environment-file'
import { program, type Run } from './program'

const EXIT = { done: 0, 'some failed': 1, wrong: 2, stopped: 130 } as const

async function main(argv: readonly string[]): Promise<number> {
  let exit: number = EXIT.done
  const run: Run = async command => {
    exit = EXIT[await command(createEdge(process.env))]
  }
  try {
    loadEnvironmentFile()
    await program(run).parseAsync(argv, { from: 'user' })
    return exit
  } catch (error) {
    return explain(error)
  }
}

/** Says on standard error what went wrong, and gives the exit code. Where it comes from is shown with LOG_LEVEL=debug only. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrong
  if (isStop(error)) {
    process.stderr.write('Stopped.\n')
    return EXIT.stopped
  }
  const debug = process.env.LOG_LEVEL?.toLowerCase() === 'debug'
  if (error instanceof ConfigurationError)
    process.stderr.write(`The settings cannot be used:\n${error.problems.map(problem => `  - ${problem}\n`).join('')}`)
  else if (error instanceof MaituError) process.stderr.write(`${error.message}\n`)
  else
    process.stderr.write(
      `Maitu failed in a way that it should not: ${messageOf(error)}\nRun it again with LOG_LEVEL=debug to see where, and report it please.\n`,
    )
  if (debug) console.error(error)
  return error instanceof ConfigurationError || error instanceof InvalidInputError || error instanceof DatabaseError
    ? EXIT.wrong
    : EXIT['some failed']
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

main(process.argv.slice(2)).then(code => {
  process.exitCode = code
})
