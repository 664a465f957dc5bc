/** Lists start from what narrows them most; whatever they start from, they hold the same rows. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importDocument } from '../../../cli/importing'
import type { Database } from '../../../database/connection'
import { type Ask, asking } from '../../support/asking'
import { freshDatabase } from '../../support/neo4j'

const SAMPLES = join(__dirname, '../../../samples')

let database: Database
let ask: Ask

beforeAll(async () => {
  database = await freshDatabase()
  for (const name of readdirSync(SAMPLES).filter(name => name.endsWith('.txt')))
    await importDocument(database, { name, text: readFileSync(join(SAMPLES, name), 'utf8'), meta: {} })
  ask = asking(database)
})
afterAll(() => database.close())

type Filter = Record<string, unknown>

/** The ids of a list, which must be as many as it says. */
async function ids(field: string, type: string, filter: Filter, more = ''): Promise<string[]> {
  const query = `query($filter: ${type}) { ${field}(first: 500, filter: $filter${more}) { totalCount edges { node { id } } } }`
  const { data, errors } = await ask(query, { filter })
  expect(errors).toEqual([])
  const found = data[field].edges.map((edge: { node: { id: string } }) => edge.node.id)
  expect(new Set(found).size).toBe(found.length)
  expect(data[field].totalCount).toBe(found.length)
  return found
}

/** Names that the samples hold, the most mentioned of each kind. */
async function known(): Promise<Record<'people' | 'organizations' | 'policies' | 'regions', string[]>> {
  const part = (field: string): string => `${field}(first: 20) { edges { node { id } } }`
  const { data } = await ask(`{ ${['people', 'organizations', 'policies', 'regions'].map(part).join(' ')} }`)
  const of = (field: string): string[] => data[field].edges.map((edge: { node: { id: string } }) => edge.node.id)
  return { people: of('people'), organizations: of('organizations'), policies: of('policies'), regions: of('regions') }
}

/** The same condition where nothing can be started from it. */
const unstarted = (filter: Filter): Filter => ({ not: { not: filter } })

it('claims', async () => {
  const { people, organizations, policies, regions } = await known()
  const filters: Filter[] = [
    ...[...people.slice(0, 5), ...organizations.slice(0, 3)].map(eq => ({ speaker: { eq } })),
    ...organizations.map(eq => ({ organization: { eq } })),
    { organization: { in: organizations } },
    ...organizations.map(eq => ({ outlet: { eq } })),
    ...policies.slice(0, 5).map(eq => ({ policy: { eq } })),
    ...regions.slice(0, 5).flatMap(eq => [{ region: { eq } }, { region: { eq, within: true } }]),
    ...['GOVERNMENT', 'COMPANY', 'MEDIA', 'OTHER'].map(eq => ({ speakerKind: { eq } })),
    ...['OFFICIAL', 'EXPERT', 'WORKER'].map(eq => ({ speakerRole: { eq }, hasFigures: false })),
    ...['DIRECT', 'INDIRECT', 'MIXED'].map(eq => ({ mode: { eq } })),
    { or: [{ speaker: { eq: people[0] } }, { policy: { eq: policies[0] } }, { region: { eq: regions[0], within: true } }] },
    { or: [{ speaker: { eq: '没有的人' } }, { organization: { eq: organizations[0] } }], mode: { in: ['DIRECT', 'INDIRECT'] } },
    { or: [{ speaker: { eq: '没有的人' } }, { policy: { eq: '没有的计划' } }] },
    { or: [{ speaker: { eq: people[0] } }, { hasFigures: true }] },
    { publishedOn: { from: '2000-01-01' } },
    { publishedOn: { to: '2025-03-01' } },
  ]
  let found = 0
  for (const filter of filters) {
    const started = await ids('claims', 'ClaimFilter', filter)
    expect({ filter, ids: started }).toEqual({ filter, ids: await ids('claims', 'ClaimFilter', unstarted(filter)) })
    const earliest = await ids('claims', 'ClaimFilter', filter, ', orderBy: PUBLISHED_ON_ASC')
    expect({ filter, ids: [...earliest].sort() }).toEqual({ filter, ids: [...started].sort() })
    found += started.length
  }
  expect(found).toBeGreaterThan(50)
})

it('articles', async () => {
  const { people, organizations, regions } = await known()
  const filters: Filter[] = [
    ...[...people.slice(0, 5), ...regions.slice(0, 5)].map(eq => ({ mentions: { eq } })),
    ...organizations.flatMap(eq => [{ outlet: { eq } }, { publisher: { eq } }]),
    ...regions.slice(0, 8).flatMap(eq => [{ region: { eq } }, { region: { eq, within: true } }]),
    { publishedOn: { from: '2000-01-01' }, hasFigures: true },
  ]
  let found = 0
  for (const filter of filters) {
    const started = await ids('articles', 'ArticleFilter', filter)
    expect({ filter, ids: started }).toEqual({ filter, ids: await ids('articles', 'ArticleFilter', unstarted(filter)) })
    found += started.length
  }
  expect(found).toBeGreaterThan(20)
})

it('figures and their comparisons', async () => {
  const filters: Filter[] = [{}, { change: false }, { metric: { contains: '人' } }, { unit: { eq: '没有' } }]
  for (const filter of filters)
    expect(await ids('figures', 'FigureFilter', filter)).toEqual(await ids('figures', 'FigureFilter', unstarted(filter)))
  const metrics = async (filter: Filter): Promise<unknown[]> => {
    const query =
      'query($filter: FigureComparisonFilter) { figureComparisons(first: 500, filter: $filter) { totalCount edges { node { metric figures { id } } } } }'
    const { data, errors } = await ask(query, { filter })
    expect(errors).toEqual([])
    expect(data.figureComparisons.totalCount).toBe(data.figureComparisons.edges.length)
    return data.figureComparisons.edges
  }
  const every = (await metrics({})) as { node: { metric: string } }[]
  expect(every.length).toBeGreaterThan(0)
  const metric = every[0]?.node.metric as string
  for (const filter of [{ metric: { eq: metric } }, { metric: { contains: metric.slice(1) } }, { metric: { eq: '没有的指标' } }])
    expect(await metrics(filter)).toEqual(await metrics(unstarted(filter)))
})

it('what lies in a region is what lies in each of its parts, and in itself', async () => {
  const { data } = await ask('{ regions(first: 100) { edges { node { id children(first: 500) { edges { node { id } } } } } } }')
  let compared = 0
  for (const { node } of data.regions.edges) {
    const parts: string[] = node.children.edges.map((edge: { node: { id: string } }) => edge.node.id)
    if (parts.length === 0 || parts.length > 40) continue
    for (const [field, type] of [
      ['people', 'PersonFilter'],
      ['organizations', 'OrganizationFilter'],
      ['policies', 'PolicyFilter'],
      ['articles', 'ArticleFilter'],
    ] as const) {
      const whole = await ids(field, type, { region: { eq: node.id, within: true } })
      const self = await ids(field, type, { region: { eq: node.id } })
      const below = await ids(field, type, { region: { in: parts, within: true } })
      expect({ field, ids: [...whole].sort() }).toEqual({ field, ids: [...new Set([...self, ...below])].sort() })
      compared += whole.length
    }
  }
  expect(compared).toBeGreaterThan(5)
})
