/** Neo4j goes away under a running service and comes back. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ManagedDatabase } from '../../database/managed/managed-database'
import { cacheDir } from '../support/cache'
import { ask, type RunningService, serve } from '../support/maitu'

const PEOPLE = '{ people(first: 1) { edges { node { name } } } }'
const dataDir = mkdtempSync(join(tmpdir(), 'maitu-restart-'))
const managed = new ManagedDatabase({ dataDir, cacheDir })
let service: RunningService | null = null

afterAll(async () => {
  if (service?.child.exitCode === null) await service.end('SIGTERM')
  await managed.stop({ force: true })
  rmSync(dataDir, { recursive: true, force: true })
})

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 300_000
  while (!(await isSo())) {
    if (Date.now() > end)
      throw new Error(`It did not come about within 300 s: ${await (await fetch(`${service?.url}/ready`)).text()}`)
    await new Promise(resolve => setTimeout(resolve, 200))
  }
}

it('requests fail clearly and soon while Neo4j is away, /ready says so, and the service recovers by itself', async () => {
  await managed.startAndKeep()
  service = await serve({ MAITU_DATA: dataDir, MAITU_SAMPLES: 'false' })
  const { url } = service
  const ready = (): Promise<Response> => fetch(`${url}/ready`)
  expect((await ask(url, PEOPLE)).errors).toBeUndefined()
  expect((await ready()).status).toBe(200)

  process.kill(managed.status().pid as number, 'SIGKILL')
  await until(async () => !managed.status().running)
  // Not TIME_LIMIT_EXCEEDED: it does not try until the request's time is over.
  const away = await ask(url, PEOPLE)
  expect(away.errors).toMatchObject([{ extensions: { code: 'SERVICE_UNAVAILABLE', id: expect.any(String) } }])
  expect(JSON.stringify(away.errors)).not.toContain('bolt://')
  const unready = await ready()
  expect(unready.status).toBe(503)
  expect(await unready.json()).toMatchObject({ ready: false })
  expect((await fetch(`${url}/health`)).status).toBe(200)

  await managed.startAndKeep()
  await until(async () => (await ready()).status === 200)
  expect((await ask(url, PEOPLE)).errors).toBeUndefined()
})

it('follows the managed Neo4j to another port where it was stopped and started again', async () => {
  const { url } = service as RunningService
  const before = managed.status().uri
  await managed.stop({ force: true })
  expect((await ask(url, PEOPLE)).errors).toMatchObject([{ extensions: { code: 'SERVICE_UNAVAILABLE' } }])
  await managed.startAndKeep()
  // The port before is free again and could by chance be taken again; then there is nothing to follow.
  if (managed.status().uri === before) return
  expect((await ask(url, PEOPLE)).errors).toBeUndefined()
  expect((await fetch(`${url}/ready`)).status).toBe(200)
})
