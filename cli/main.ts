#!/usr/bin/env node
/** The command line of Maitu: which commands there are, and how each ends. */
import './production'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command, CommanderError } from 'commander'
import { ConfigurationError, DatabaseError, InvalidInputError, MaituError } from '../model/errors'
import { compareCommand } from './commands/compare'
import { databaseCommand } from './commands/database'
import { decisionsCommand } from './commands/decisions'
import { documentsCommand } from './commands/documents'
import { extractCommand } from './commands/extract'
import { fingerprintCommand } from './commands/fingerprint'
import { importCommand } from './commands/import'
import { removeCommand } from './commands/remove'
import { serveCommand } from './commands/serve'
import { createEdge, isStop, type Run } from './edge'
import { loadEnvironmentFile } from './environment-file'
import { ROOT } from './root'

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

function program(run: Run): Command {
  const maitu = new Command('maitu')
    .description(
      'Reads Chinese newspaper pages into a graph of people, organizations, regions, policies and claims, and answers questions about it over GraphQL.',
    )
    .version(packageVersion())
    .addCommand(serveCommand(run))
    .addCommand(importCommand(run))
    .addCommand(extractCommand(run))
    .addCommand(documentsCommand(run))
    .addCommand(removeCommand(run))
    .addCommand(fingerprintCommand(run))
    .addCommand(decisionsCommand(run))
    .addCommand(compareCommand(run))
    .addCommand(databaseCommand(run))
    .addHelpText(
      'after',
      '\nSettings are environment variables, or lines of a file .env; .env.example lists them.\nExit codes: 0 done, 1 done with some inputs failed, 2 wrong usage or configuration.',
    )
  throwInsteadOfExit(maitu)
  return maitu
}

/** Commander ends the process by itself, with 1 for wrong usage; here it throws, and the code is ours. */
function throwInsteadOfExit(command: Command): void {
  command.exitOverride().showHelpAfterError('(add --help for how it is used)')
  for (const inner of command.commands) throwInsteadOfExit(inner)
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

function packageVersion(): string {
  return (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

main(process.argv.slice(2)).then(code => {
  process.exitCode = code
})
