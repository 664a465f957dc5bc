/** `maitu database …`: the managed Neo4j by hand. */
import { Command } from 'commander'
import { clearDatabase, databaseName } from '../../database/clear'
import { type Database, openDatabase } from '../../database/connection'
import { dumpDatabase, loadDatabase } from '../../database/managed/backup'
import { ManagedDatabase, type ManagedStatus } from '../../database/managed/managed-database'
import { readMigrations } from '../../database/migrate'
import { statement } from '../../database/statement'
import { InvalidInputError, InvariantError } from '../../model/errors'
import { type Edge, type Run, userPath } from '../edge'
import { managedDatabase, withGraph } from '../graph'
import { MIGRATIONS } from '../root'

const COUNT_DOCUMENTS = statement<{ documents: number }>(
  'database.countDocuments',
  'MATCH (document:Document) RETURN count(document) AS documents',
)

export function databaseCommand(run: Run): Command {
  const command = new Command('database')
    .description('Start, stop, look at, empty, back up or bring back the database')
    .addHelpText('after', '\nExamples:\n  maitu database status\n  maitu database dump maitu-2025-07-10.dump')
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
  command
    .command('reset')
    .description('Delete everything that Maitu has stored. What others keep in the same Neo4j stays')
    .argument('[name]', 'the name of the database; needed where NEO4J_URI names a server')
    .addHelpText(
      'after',
      '\nExamples:\n  maitu database reset\n  NEO4J_URI=bolt://127.0.0.1:7687 NEO4J_PASSWORD=… maitu database reset neo4j',
    )
    .action((name: string | undefined) => run(edge => reset(edge, name)))
  command
    .command('dump')
    .description('Write the whole database into one file, as a backup; it is stopped meanwhile')
    .argument('<file>', 'the file to write')
    .addHelpText('after', '\nExample:\n  maitu database dump maitu-2025-07-10.dump')
    .action((file: string) => run(edge => dump(edge, file)))
  command
    .command('load')
    .description('Put the database of such a file in the place of the one in use')
    .argument('<file>', 'a file that "database dump" has written')
    .option('--overwrite', 'also where the graph in use holds documents')
    .addHelpText('after', '\nExample:\n  maitu database load maitu-2025-07-10.dump')
    .action((file: string, options: { overwrite?: boolean }) => run(edge => load(edge, file, options.overwrite ?? false)))
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
  await withServer(edge, async database => {
    const { uri, agent } = database.server
    edge.terminal.say(`${agent.replace('/', ' ')} answers at ${uri}, database "${await databaseName(database)}".`)
  })
  return 'done'
}

async function dump(edge: Edge, file: string): Promise<'done'> {
  const path = userPath(file)
  edge.terminal.report({ kind: 'begin', task: 'Writing the database' })
  await dumpDatabase(managedOnly(edge), path)
  edge.terminal.report({ kind: 'end' })
  edge.terminal.say(path)
  return 'done'
}

async function load(edge: Edge, file: string, overwrite: boolean): Promise<'done'> {
  const managed = managedOnly(edge)
  if (!overwrite) await withGraph(edge, 'database load', ({ database }) => refuseDocuments(database))
  edge.terminal.report({ kind: 'begin', task: 'Loading the database' })
  await loadDatabase(managed, userPath(file))
  edge.terminal.report({ kind: 'end' })
  await withGraph(edge, 'database load', async ({ database }) => {
    const [row] = await database.read(COUNT_DOCUMENTS)
    edge.terminal.say(`The graph holds ${row?.documents ?? 0} documents.`)
  })
  return 'done'
}

async function refuseDocuments(database: Database): Promise<void> {
  const [row] = await database.read(COUNT_DOCUMENTS)
  if (row && row.documents > 0)
    throw new InvalidInputError(
      '--overwrite',
      `is missing, and the graph in use holds ${row.documents} documents, which loading replaces. Write them into a file first with "maitu database dump FILE", or add --overwrite.`,
    )
}

async function reset(edge: Edge, name: string | undefined): Promise<'done'> {
  const managed = managedDatabase(edge)
  if (managed) {
    await managed.reset()
    edge.terminal.say('The database is empty; the next start begins afresh.')
    return 'done'
  }
  await withServer(edge, async database => {
    const actual = await databaseName(database)
    if (name !== actual) {
      const said = name === undefined ? 'is missing' : `is "${name}"`
      throw new InvalidInputError(
        'name',
        `${said}, and the database at ${database.server.uri} is "${actual}". To delete what Maitu has stored there: maitu database reset ${actual}`,
      )
    }
    const deleted = await clearDatabase(database, readMigrations(MIGRATIONS))
    edge.terminal.say(`${deleted} nodes of Maitu, its constraints and its indexes are gone from the database "${actual}".`)
  })
  return 'done'
}

/** Works with the server of the settings as it is, without applying migrations. */
async function withServer<T>({ settings }: Edge, work: (database: Database) => Promise<T>): Promise<T> {
  if (settings.database.kind !== 'server') throw new InvariantError('Only a server of its own is opened so.')
  const database = await openDatabase(settings.database)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
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
