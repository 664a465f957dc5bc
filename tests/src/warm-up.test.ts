/** The questions that are asked once after the start, so that their statements are planned. */
import { setTimeout } from 'node:timers/promises'
import pino from 'pino'
import type { ServiceDatabase } from '../../src/reader'
import { buildServiceSchema } from '../../src/schema'
import { warmUp } from '../../src/warm-up'

/** Finds one of each kind, and nothing about any of them. */
function keepingDatabase(): { database: ServiceDatabase; asked: string[] } {
  const asked: string[] = []
  const pageOf = (id: string) => [{ parent: '', total: null, items: [{ sort: [], item: { id, name: id } }] }]
  const kinds = ['pol_1', 'per_1', 'org_1', 'reg_1']
  const database: ServiceDatabase = {
    async read<Row>({ name, text }: { name: string; text: string }) {
      asked.push(`${name} ${text}`)
      if (asked.length > 1) return []
      return [Object.fromEntries(kinds.map((id, i) => [`rows${i}`, pageOf(id)]))] as Row[]
    },
    readiness: async () => ({ ready: true }),
  }
  return { database, asked }
}

it('asks every example, and for each depth of neighbourhoods and length of paths', async () => {
  const { database, asked } = keepingDatabase()
  const log = pino({ level: 'silent' })
  const failures: unknown[] = []
  jest.spyOn(log, 'debug').mockImplementation(((line: { event: string; error?: unknown }) => {
    if (line.event === 'warm-up.failed') failures.push(line.error)
  }) as never)
  const example = { name: 'x', query: 'query Mine { documents(first: 1) { totalCount } }', variables: null }
  const stop = warmUp({ schema: buildServiceSchema(), database, examples: [example], log })
  while (!asked.some(text => text.includes('organization.people') || text.includes('entity.lookUp')))
    await new Promise(setImmediate)
  await stop()
  for (const name of ['document.list', 'network.depth2', 'network.depth3', 'path.shortest3', 'path.shortest8'])
    expect(asked.some(text => text.startsWith(`${name} `))).toBe(true)
  expect(failures).toEqual([])
})

it('steps aside while users wait for answers', async () => {
  const { database, asked } = keepingDatabase()
  let busy = true
  const example = { name: 'x', query: 'query Mine { documents(first: 1) { totalCount } }', variables: null }
  const log = pino({ level: 'silent' })
  const stop = warmUp({ schema: buildServiceSchema(), database, examples: [example], log, isBusy: () => busy })
  await setTimeout(150)
  expect(asked).toEqual([])
  busy = false
  while (asked.length === 0) await setTimeout(10)
  await stop()
})

it('asks nothing where there are no examples', async () => {
  const { database, asked } = keepingDatabase()
  await warmUp({ schema: buildServiceSchema(), database, examples: [], log: pino({ level: 'silent' }) })()
  expect(asked).toEqual([])
})
