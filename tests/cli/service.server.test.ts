/** The service with the Neo4j that it runs itself: how it starts, shares it and stops. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ManagedDatabase } from '../../database/managed/managed-database'
import { cacheDir } from '../support/cache'
import { documents, maitu, ROOT, type RunningService, serve } from '../support/maitu'

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
})
