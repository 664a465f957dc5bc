/** `maitu serve`: the GraphQL service, with everything it needs brought up first and taken down again at the end. */
import { createServer } from 'node:net'
import { readBodyName } from '../../import/resolve/body-name'
import { InvalidInputError } from '../../model/errors'
import { isLoopback } from '../../src/access/hosts'
import type { Editing } from '../../src/decision/editing'
import type { ServiceDatabase } from '../../src/reader'
import { type Service, startService } from '../../src/service'
import { type Edge, isStop } from '../edge'
import { editingThread } from '../editing'
import { withGraph } from '../graph'
import { EXAMPLES, PLAYGROUND } from '../root'
import { importSamples } from '../samples'
import { serviceDatabase } from '../service-database'

export async function serve(edge: Edge): Promise<'done'> {
  await refuseTakenPort(edge)
  await withGraph(edge, 'serve', async graph => {
    if (graph.isManaged && edge.settings.samples) await importSamples(edge, graph.database)
    edge.signal.throwIfAborted()
    const editors = edge.settings.editors.size > 0 ? editingThread(() => graph.whereNow() ?? graph.connection) : null
    const database = serviceDatabase(graph.database, graph.whereNow)
    try {
      const service = await start(edge, database, editors?.editing ?? null)
      announce(edge, service)
      await stopped(edge.signal)
      edge.terminal.note('Stopping …')
      await service.close()
    } finally {
      await editors?.close()
      await database.close()
    }
  }).catch(error => {
    // Being told to stop while still starting is no failure.
    if (!edge.signal.aborted || !isStop(error)) throw error
  })
  edge.terminal.note('Stopped.')
  return 'done'
}

async function start(edge: Edge, database: ServiceDatabase, editing: Editing | null): Promise<Service> {
  const { settings, log } = edge
  try {
    return await startService({
      database,
      settings: { ...settings, playgroundBundle: PLAYGROUND, examples: EXAMPLES },
      editing,
      readBodyName,
      log,
    })
  } catch (error) {
    throw isListenError(error) ? cannotListen(edge, error) : error
  }
}

function announce({ terminal, settings }: Edge, { url }: Service): void {
  terminal.say(
    [
      'Maitu is ready.',
      ...(settings.playground ? [`  Playground   ${url}/graphql   (open it in a browser)`] : []),
      `  GraphQL      POST ${url}/graphql`,
      `  Health       ${url}/health and ${url}/ready`,
      'Ctrl-C stops it.',
    ].join('\n'),
  )
  if (!isLoopback(settings.host) && !settings.publicRead && settings.editors.size === 0)
    terminal.note(
      `Nobody may read yet: with HOST=${settings.host} reading needs a token, and MAITU_EDITOR_TOKENS names none. Set MAITU_EDITOR_TOKENS=name:token, or MAITU_PUBLIC_READ=true to open it to everybody.`,
    )
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

/** Looks before Neo4j is started for nothing. */
function refuseTakenPort(edge: Edge): Promise<void> {
  const { host, port } = edge.settings
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(edge, error)))
    probe.listen({ host, port }, () => probe.close(() => resolve()))
  })
}

function isListenError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && (error as NodeJS.ErrnoException).syscall === 'listen'
}

function cannotListen({ settings }: Edge, error: NodeJS.ErrnoException): Error {
  const { host, port } = settings
  switch (error.code) {
    case 'EADDRINUSE':
      return new InvalidInputError(
        'PORT',
        `${port} is taken on ${host} by a program that runs already, perhaps a Maitu started before. End it, or choose another port. Example: PORT=${port === 4001 ? 4002 : 4001}`,
      )
    case 'EACCES':
      return new InvalidInputError(
        'PORT',
        `${port} may only be used by the administrator. Choose one above 1023. Example: PORT=4000`,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new InvalidInputError('HOST', `${host} is no address of this machine. Example: HOST=127.0.0.1`)
    default:
      return new InvalidInputError(
        'HOST',
        `${host} with port ${port} cannot be listened on (${error.message}). Example: HOST=127.0.0.1`,
      )
  }
}
