/** The Neo4j process of a data directory: started, found again, stopped. Callers hold the directory's lock. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { DatabaseError } from '../../model/errors'
import { type ConnectionOptions, openDatabase } from '../connection'
import { neo4jJars } from './artefacts'
import { type DataDirectory, readDatabaseName, readJson, readOrMakePassword, writeJson } from './data-directory'
import { findJava } from './java'
import { endProcess, findByCommandLine, identify, isAlive, type ProcessId } from './processes'
import type { Report } from './report'

/** A running server. */
export interface Server extends ProcessId {
  readonly port: number
}

/** What starting needs besides the data directory. */
export interface StartOptions {
  readonly cacheDir: string
  readonly report: Report
  readonly signal?: AbortSignal
}

const USERNAME = 'neo4j'
/** Bolt answers after about 5 s; a slow disk or a recovery after a crash takes longer. */
const START_PATIENCE_MS = 180_000
const STOP_PATIENCE_MS = 30_000

const JVM_FLAGS = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent'].map(
  name => `--add-opens=java.base/${name}=ALL-UNNAMED`,
)

/** The server that is written down for this directory and runs, or null. */
export function readServer(directory: DataDirectory): Server | null {
  const server = readJson<Server>(directory.server)
  return server && isAlive(server) ? server : null
}

/** The server that runs for this directory, or null. One that nobody wrote down, because its owner died first, is stopped. */
export async function findServer(directory: DataDirectory): Promise<Server | null> {
  const server = readServer(directory)
  if (server) return server
  for (const stray of findByCommandLine(`--home-dir=${directory.home} `)) await endProcess(stray, STOP_PATIENCE_MS)
  return null
}

/** How to connect to the running server. */
export function connectionTo(directory: DataDirectory, server: Server): ConnectionOptions {
  return {
    uri: `bolt://127.0.0.1:${server.port}`,
    username: USERNAME,
    password: readOrMakePassword(directory).password,
    database: readDatabaseName(directory),
  }
}

/** Starts the server and waits until it answers. On failure or abort nothing is left running, and the DatabaseError quotes what Neo4j said. */
export async function startServer(directory: DataDirectory, options: StartOptions): Promise<Server> {
  const java = await findJava()
  const jars = await neo4jJars(options.cacheDir, options.report, options.signal)
  await setPassword(directory, java, jars)
  options.report({ kind: 'begin', task: 'Starting Neo4j' })
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(readJson<Server>(directory.server)?.port)
    const { child, server } = launch(directory, java, jars, port)
    try {
      await untilReady(directory, child, server, options.signal)
      options.report({ kind: 'end' })
      return server
    } catch (error) {
      await endProcess(server, STOP_PATIENCE_MS)
      rmSync(directory.server, { force: true })
      // Another program may have taken the port between our look and Neo4j's.
      if (attempt < 3 && /Address already in use/i.test(consoleText(directory))) continue
      throw error
    }
  }
}

/** Stops the server and waits until it is gone. */
export async function stopServer(directory: DataDirectory, server: Server): Promise<void> {
  await endProcess(server, STOP_PATIENCE_MS)
  rmSync(directory.server, { force: true })
}

/** Runs neo4j-admin on the directory's home (`['database', 'dump', …]`). Throws a DatabaseError with its output where it fails. */
export async function runAdmin(directory: DataDirectory, java: string, jars: string, args: readonly string[]): Promise<string> {
  const { error, output } = await new Promise<{ error: Error | null; output: string }>(resolve => {
    execFile(
      java,
      [...JVM_FLAGS, '-cp', join(jars, '*'), 'org.neo4j.cli.AdminTool', ...args],
      { env: { ...process.env, NEO4J_HOME: directory.home, NEO4J_CONF: join(directory.home, 'conf') }, maxBuffer: 64 << 20 },
      (failure, stdout, stderr) => resolve({ error: failure, output: `${stdout}${stderr}` }),
    )
  })
  if (error) {
    const said = output.split('\n').filter(line => line.trim() !== '' && !/WARNING|sun\.misc\.Unsafe|^\s+at /.test(line))
    throw new DatabaseError(
      `neo4j-admin ${args.slice(0, 2).join(' ')} failed: ${said.slice(-5).join(' ').slice(0, 800)}`,
      { args, output },
      error,
    )
  }
  return output
}

async function setPassword(directory: DataDirectory, java: string, jars: string): Promise<void> {
  writeConfiguration(directory, 0)
  const login = join(directory.home, 'data', 'dbms', 'auth.ini')
  if (existsSync(login) && existsSync(directory.password)) return
  const hasData = existsSync(join(directory.home, 'data', 'databases', 'system'))
  if (hasData && !existsSync(directory.password)) {
    throw new DatabaseError(
      `The password file ${directory.password} is missing, and the data beside it opens with no other. Put the file back, or start afresh with "maitu database reset".`,
    )
  }
  const { password } = readOrMakePassword(directory)
  await runAdmin(directory, java, jars, ['dbms', 'set-initial-password', password])
}

function writeConfiguration(directory: DataDirectory, port: number): void {
  const lines = [
    '# Written by Maitu at every start.',
    `server.bolt.listen_address=127.0.0.1:${port}`,
    'server.http.enabled=false',
    'server.https.enabled=false',
    `initial.dbms.default_database=${readDatabaseName(directory)}`,
    // Without it, stopping waits ten seconds for Bolt's thread pools.
    'internal.server.bolt.thread_pool_shutdown_wait_time=200ms',
    `server.memory.pagecache.size=${shareOfMemory(4096)}m`,
    'db.tx_log.preallocate=false',
    'db.tx_log.rotation.retention_policy=1 days 200M',
    'dbms.usage_report.enabled=false',
  ]
  writeFileSync(join(directory.home, 'conf', 'neo4j.conf'), `${lines.join('\n')}\n`)
}

/** A quarter of the machine's memory in MB, bounded. What the page cache may take it takes only where the graph is as large. */
const shareOfMemory = (most: number): number => Math.min(most, Math.max(256, Math.floor(totalmem() / 4 / 2 ** 20)))

function consoleFile(directory: DataDirectory): string {
  return join(directory.home, 'logs', 'console.log')
}

/** Everything that this start has said. */
function consoleText(directory: DataDirectory): string {
  return [consoleFile(directory), join(directory.home, 'logs', 'neo4j.log')]
    .filter(file => existsSync(file))
    .map(file => readFileSync(file, 'utf8').slice(-20_000))
    .join('\n')
}

function launch(directory: DataDirectory, java: string, jars: string, port: number): { child: ChildProcess; server: Server } {
  writeConfiguration(directory, port)
  const heap = Math.max(512, shareOfMemory(2048))
  const out = openSync(consoleFile(directory), 'w')
  const child = spawn(
    java,
    [
      ...JVM_FLAGS,
      `-Xmx${heap}m`,
      '-XX:+ExitOnOutOfMemoryError',
      '-cp',
      join(jars, '*'),
      'org.neo4j.server.CommunityEntryPoint',
      `--home-dir=${directory.home}`,
      `--config-dir=${join(directory.home, 'conf')}`,
    ],
    { detached: true, stdio: ['ignore', out, out], cwd: directory.home },
  )
  closeSync(out)
  child.on('error', () => {})
  child.unref()
  const id = child.pid === undefined ? null : identify(child.pid)
  if (id === null) throw new DatabaseError(`Neo4j did not start: ${java} could not be run. See ${consoleFile(directory)}.`)
  const server = { ...id, port }
  writeJson(directory.server, server)
  return { child, server }
}

async function untilReady(directory: DataDirectory, child: ChildProcess, server: Server, signal?: AbortSignal): Promise<void> {
  const until = Date.now() + START_PATIENCE_MS
  while (!(await answers(server.port))) {
    signal?.throwIfAborted()
    if (child.exitCode !== null || child.signalCode !== null || !isAlive(server)) throw didNotStart(directory, 'stopped at once')
    if (Date.now() > until) throw didNotStart(directory, `did not answer within ${START_PATIENCE_MS / 1000} s`)
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  await untilDatabaseAnswers(directory, server, until, signal)
}

/** Bolt may accept connections shortly before the database is online. */
async function untilDatabaseAnswers(
  directory: DataDirectory,
  server: Server,
  until: number,
  signal?: AbortSignal,
): Promise<void> {
  for (;;) {
    try {
      const database = await openDatabase(connectionTo(directory, server))
      await database.close()
      return
    } catch (error) {
      signal?.throwIfAborted()
      const code = error instanceof DatabaseError ? String(error.details.code) : ''
      if (code.includes('Security') || Date.now() > until || !isAlive(server)) throw error
      await new Promise(resolve => setTimeout(resolve, 200))
    }
  }
}

function didNotStart(directory: DataDirectory, how: string): DatabaseError {
  const said = consoleText(directory)
    .split('\n')
    .filter(line => /ERROR|Exception|Error|error/.test(line) && !/^\s+at /.test(line))
  return new DatabaseError(
    `Neo4j ${how}${said.length > 0 ? `: ${(said.at(-1) as string).trim().slice(0, 400)}` : ''}. Its log is ${join(directory.home, 'logs')}.`,
    { log: said.slice(-20) },
  )
}

function answers(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ port, host: '127.0.0.1' })
    const done = (result: boolean): void => {
      socket.destroy()
      resolve(result)
    }
    socket.once('connect', () => done(true)).once('error', () => done(false))
    socket.setTimeout(1_000, () => done(false))
  })
}

/** A free loopback port: the one used before where it still is free, so that clients that hold on to it find the server again. */
async function freePort(preferred = 0): Promise<number> {
  const port = await tryListen(preferred)
  return port ?? ((await tryListen(0)) as number)
}

function tryListen(port: number): Promise<number | null> {
  return new Promise(resolve => {
    const probe = createServer()
    probe.once('error', () => resolve(null))
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : null))
    })
  })
}
