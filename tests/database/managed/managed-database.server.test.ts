import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { openDatabase } from '../../../database/connection'
import { ManagedDatabase } from '../../../database/managed/managed-database'
import { statement } from '../../../database/statement'
import { cacheDir } from '../../support/cache'

const CREATE = statement('test.createMark', 'CREATE (:Mark)')
const COUNT = statement<{ count: number }>('test.countMarks', 'MATCH (mark:Mark) RETURN count(mark) AS count')

let dataDir: string
let managed: ManagedDatabase
const processes: ChildProcess[] = []

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'maitu-managed-'))
  managed = new ManagedDatabase({ dataDir, cacheDir })
})
afterAll(async () => {
  for (const child of processes) child.kill('SIGKILL')
  await managed.stop({ force: true })
  rmSync(dataDir, { recursive: true, force: true })
})

/** Another process that joins; resolves when it has. */
async function anotherProcess(): Promise<{ child: ChildProcess; uri: string; started: boolean }> {
  const child = spawn(process.execPath, [join(__dirname, '..', '..', 'support', 'join-database.cjs'), dataDir, cacheDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  processes.push(child)
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  return { child, ...(JSON.parse(line) as { uri: string; started: boolean }) }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const exited = once(child, 'exit')
  child.kill(signal)
  await exited
}

describe('the managed database', () => {
  it('is one server for all processes that begin at the same time, and stops when the last has left', async () => {
    const [first, second] = await Promise.all([anotherProcess(), anotherProcess()])
    expect(first.uri).toBe(second.uri)
    expect([first.started, second.started].sort()).toEqual([false, true])

    await end(first.child, 'SIGTERM')
    expect(managed.status()).toMatchObject({ running: true, users: [{ purpose: 'test' }] })
    await expect(managed.stop()).rejects.toThrow(/in use by test \(process \d+\)/)

    await end(second.child, 'SIGTERM')
    expect(managed.status()).toMatchObject({ running: false, users: [] })
  })

  it('keeps its data from start to start and its password to its owner', async () => {
    const joined = await managed.join('test')
    const database = await openDatabase(joined.connection)
    await database.write(CREATE)
    await database.close()
    expect(await joined.leave()).toEqual({ stopped: true })
    expect(statSync(join(dataDir, 'password')).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(dataDir, 'neo4j', 'conf', 'neo4j.conf'), 'utf8')).not.toContain(joined.connection.password)

    const again = await managed.join('test')
    const reopened = await openDatabase(again.connection)
    expect(await reopened.read(COUNT)).toEqual([{ count: 1 }])
    await reopened.close()
    await again.leave()
  })

  it('is taken over from an owner that was killed, who no longer counts as a user', async () => {
    const owner = await anotherProcess()
    await end(owner.child, 'SIGKILL')
    expect(managed.status()).toMatchObject({ running: true, users: [] })

    const joined = await managed.join('test')
    expect(joined).toMatchObject({ started: false, connection: { uri: owner.uri } })
    expect(await joined.leave()).toEqual({ stopped: true })
  })

  it('starts afresh where a server runs that nobody wrote down', async () => {
    const owner = await anotherProcess()
    rmSync(join(dataDir, 'server.json'))
    await end(owner.child, 'SIGKILL')
    const joined = await managed.join('test')
    expect(joined.started).toBe(true)
    await joined.leave()
  })

  it('stays up without users once it is told to, until it is told to stop', async () => {
    expect(await managed.startAndKeep()).toMatchObject({ running: true, pinned: true })
    const joined = await managed.join('test')
    expect(await joined.leave()).toEqual({ stopped: false })
    expect(await managed.stop()).toBe(true)
    expect(await managed.stop()).toBe(false)
  })

  it('forgets everything at a reset', async () => {
    await managed.reset()
    const joined = await managed.join('test')
    const database = await openDatabase(joined.connection)
    expect(await database.read(COUNT)).toEqual([{ count: 0 }])
    await database.close()
    await joined.leave()
  })
})
