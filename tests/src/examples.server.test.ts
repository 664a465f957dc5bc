import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ManagedDatabase } from '../../database/managed/managed-database'
import { readExamples } from '../../src/server/playground'
import { cacheDir } from '../support/cache'
import { ask, ROOT, type RunningService, serve } from '../support/maitu'

const EXAMPLES = readExamples(join(ROOT, 'schema', 'examples'))

let dataDir: string
let service: RunningService
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'maitu-examples-'))
  service = await serve({ MAITU_DATA: dataDir })
})
afterAll(async () => {
  await service?.end('SIGTERM')
  await new ManagedDatabase({ dataDir, cacheDir }).stop({ force: true })
  rmSync(dataDir, { recursive: true, force: true })
})

/** Whether an answer shows somebody something: a name or a text below the first field. */
function says(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(says)
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, inner]) => (['name', 'text', 'title'].includes(key) && Boolean(inner)) || says(inner))
}

describe('the operations in the tabs of the playground', () => {
  it.each(EXAMPLES.map(({ query, variables }) => [/query (\w+)/.exec(query)?.[1], query, variables] as const))(
    '%s has something to say about the samples',
    async (_name, query, variables) => {
      const answer = await ask(service.url, query, JSON.parse(variables ?? '{}'))
      expect(answer.errors).toBeUndefined()
      expect(says(answer.data)).toBe(true)
    },
  )
})
