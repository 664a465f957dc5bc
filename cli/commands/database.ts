/** `maitu database …`: the managed Neo4j by hand. */
import { clearDatabase, databaseName } from '../../database/clear'
import { type Database, openDatabase } from '../../database/connection'
import { dumpDatabase, loadDatabase } from '../../database/managed/backup'
import { ManagedDatabase, type ManagedStatus } from '../../database/managed/managed-database'
import { readMigrations } from '../../database/migrate'
import { statement } from '../../database/statement'
import { InvalidInputError, InvariantError } from '../../model/errors'
import { type Edge, userPath } from '../edge'
import { managedDatabase, withGraph } from '../graph'
import { MIGRATIONS } from '../root'

const COUNT_DOCUMENTS = statement<{ documents: number }>(
  'database.countDocuments',
  'MATCH (document:Document) RETURN count(document) AS documents',
)

export async function start(edge: Edge): Promise<'done'> {
  const status = await managedOnly(edge).startAndKeep()
  edge.terminal.say(describe(status))
  return 'done'
}

export async function stop(edge: Edge, force: boolean): Promise<'done'> {
  const stopped = await managedOnly(edge).stop({ force })
  edge.terminal.say(stopped ? 'Neo4j is stopped.' : 'No Neo4j was running.')
  return 'done'
}

export async function status(edge: Edge): Promise<'done'> {
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

export async function dump(edge: Edge, file: string): Promise<'done'> {
  const path = userPath(file)
  edge.terminal.report({ kind: 'begin', task: 'Writing the database' })
  await dumpDatabase(managedOnly(edge), path)
  edge.terminal.report({ kind: 'end' })
  edge.terminal.say(path)
  return 'done'
}

export async function load(edge: Edge, file: string, overwrite: boolean): Promise<'done'> {
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

export async function reset(edge: Edge, name: string | undefined): Promise<'done'> {
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
