import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ManagedDatabase } from '../../database/managed/managed-database'
import { statement } from '../../database/statement'
import { cacheDir } from '../support/cache'
import { ask, maitu, ROOT, type RunningService, serve } from '../support/maitu'
import { freshDatabase, testConnection } from '../support/neo4j'

const COUNT = statement<{ count: number }>('test.countDocuments', 'MATCH (document:Document) RETURN count(document) AS count')
const FOREIGN = statement('test.foreign', 'CREATE (:Invoice {n: 1})')

const SAMPLE = join(ROOT, 'samples', 'agency-report.txt')

let dataDir: string
let service: RunningService | null = null

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'maitu-service-'))
})
afterEach(async () => {
  if (service?.child.exitCode === null) await service.end('SIGKILL')
  service = null
  await new ManagedDatabase({ dataDir, cacheDir }).stop({ force: true })
  rmSync(dataDir, { recursive: true, force: true })
})

async function documents(url: string): Promise<string[]> {
  const answer = await ask(url, '{ documents(first: 50) { edges { node { name } } } }')
  if (answer.errors) throw new Error(JSON.stringify(answer.errors))
  const { documents } = answer.data as { documents: { edges: { node: { name: string } }[] } }
  return documents.edges.map(edge => edge.node.name).sort()
}

describe('the service', () => {
  it('starts with the samples, takes an import while it runs, survives a kill, and stops cleanly', async () => {
    service = await serve({ MAITU_DATA: dataDir })
    expect(await (await fetch(`${service.url}/health`)).json()).toEqual({ status: 'ok' })
    expect(await (await fetch(`${service.url}/ready`)).json()).toEqual({ ready: true })
    const samples = await documents(service.url)
    expect(samples).toContain('agency-report.txt')
    expect(samples).not.toContain('README.md')

    const again = await maitu(['import', SAMPLE], { MAITU_DATA: dataDir })
    expect(again).toMatchObject({ status: 0, stdout: '0 imported, 0 updated, 1 unchanged\n' })
    const piped = await maitu(
      ['import', '-', '--published-on', '2025-03-04'],
      { MAITU_DATA: dataDir },
      '江城晚报\n\n本市公交线路增加\n\n本报讯 江城市新开三条公交线路。\n',
    )
    expect(piped).toMatchObject({ status: 0, stdout: '1 imported, 0 updated, 0 unchanged\n' })
    expect(await documents(service.url)).toHaveLength(samples.length + 1)

    const managed = new ManagedDatabase({ dataDir, cacheDir })
    const { pid } = managed.status()
    expect(await service.end('SIGKILL')).toBeNull()
    service = await serve({ MAITU_DATA: dataDir })
    expect(managed.status().pid).toBe(pid)
    expect(await documents(service.url)).toHaveLength(samples.length + 1)

    expect(await service.end('SIGTERM')).toBe(0)
    expect(service.output()).toMatch(/Stopped\./)
    expect(managed.status()).toMatchObject({ running: false, users: [] })
  })

  it('shares its database with a second one on the same data directory', async () => {
    service = await serve({ MAITU_DATA: dataDir, MAITU_SAMPLES: 'false' })
    const second = await serve({ MAITU_DATA: dataDir, MAITU_SAMPLES: 'false' })
    expect(await documents(second.url)).toEqual([])
    expect(await service.end('SIGINT')).toBe(0)
    expect(await documents(second.url)).toEqual([])
    expect(await second.end('SIGINT')).toBe(0)
    expect(new ManagedDatabase({ dataDir, cacheDir }).status()).toMatchObject({ running: false })
  })

  it('on a server of its own gets no samples, leaves what others keep there, and resets only what is its own', async () => {
    const database = await freshDatabase()
    await database.write(FOREIGN)
    const { uri, password } = testConnection()
    const env = { NEO4J_URI: uri, NEO4J_PASSWORD: password, NEO4J_DATABASE: 'neo4j' }

    service = await serve(env)
    expect(await documents(service.url)).toEqual([])
    expect(await maitu(['import', SAMPLE], env)).toMatchObject({ status: 0 })
    expect(await documents(service.url)).toEqual(['agency-report.txt'])
    expect(await service.end('SIGTERM')).toBe(0)

    expect(await maitu(['database', 'reset'], env)).toMatchObject({ status: 2, stderr: expect.stringMatching(/reset neo4j/) })
    expect(await database.read(COUNT)).toEqual([{ count: 1 }])
    expect(await maitu(['database', 'reset', 'neo4j'], env)).toMatchObject({ status: 0 })
    expect(await database.read(COUNT)).toEqual([{ count: 0 }])
    expect(await database.read(statement<{ n: number }>('test.invoices', 'MATCH (i:Invoice) RETURN i.n AS n'))).toEqual([
      { n: 1 },
    ])
    await database.close()
  })
})
