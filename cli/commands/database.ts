/** `maitu database …`: the managed Neo4j by hand. */
import { Command } from 'commander'
import { openDatabase } from '../../database/connection'
import { ManagedDatabase, type ManagedStatus } from '../../database/managed/managed-database'
import { InvalidInputError } from '../../model/errors'
import { type Edge, type Run } from '../edge'
import { managedDatabase } from '../graph'

export function databaseCommand(run: Run): Command {
  const command = new Command('database').description('Start, stop, look at or empty the database')
  command
    .command('start')
    .description('Start the Neo4j that Maitu runs itself, and keep it running until "database stop"')
    .addHelpText('after', '\nExample:\n  maitu database start\n  MAITU_DATA=/srv/maitu maitu database start')
    .action(() => run(start))
  command
    .command('stop')
    .description('Stop it')
    .option('--force', 'also while processes use it')
    .addHelpText('after', '\nExample:\n  maitu database stop')
    .action((options: { force?: boolean }) => run(edge => stop(edge, options.force ?? false)))
  command
    .command('status')
    .description('Say whether it runs, where, and who uses it')
    .addHelpText('after', '\nExample:\n  maitu database status')
    .action(() => run(status))
  return command
}

async function start(edge: Edge): Promise<'done'> {
  const status = await managedOnly(edge).startAndKeep()
  edge.terminal.say(describe(status))
  return 'done'
}

async function stop(edge: Edge, force: boolean): Promise<'done'> {
  const stopped = await managedOnly(edge).stop({ force })
  edge.terminal.say(stopped ? 'Neo4j is stopped.' : 'No Neo4j was running.')
  return 'done'
}

async function status(edge: Edge): Promise<'done'> {
  const managed = managedDatabase(edge)
  if (managed) {
    edge.terminal.say(describe(managed.status()))
    return 'done'
  }
  const { settings } = edge
  if (settings.database.kind !== 'server') return 'done'
  const database = await openDatabase(settings.database)
  const { uri, agent } = database.server
  await database.close()
  edge.terminal.say(
    `${agent.replace('/', ' ')} answers at ${uri}, database ${settings.database.database ?? "the server's default"}.`,
  )
  return 'done'
}

function describe(status: ManagedStatus): string {
  const lines = [
    status.running ? `Neo4j runs at ${status.uri} (process ${status.pid}).` : 'Neo4j does not run.',
    `Data directory: ${status.dataDir}`,
    `Database: ${status.database}`,
  ]
  if (status.running) {
    const users = status.users.map(user => `${user.purpose} (process ${user.pid})`)
    lines.push(
      `Users: ${users.length > 0 ? users.join(', ') : 'none'}${status.pinned ? '; kept running until "maitu database stop"' : ''}`,
    )
  }
  return lines.join('\n')
}

function managedOnly(edge: Edge): ManagedDatabase {
  const managed = managedDatabase(edge)
  if (managed === null) {
    throw new InvalidInputError(
      'NEO4J_URI',
      'is set, so the database is a server of its own, which Maitu neither starts nor stops. Unset it to work with the one that Maitu runs itself.',
    )
  }
  return managed
}
