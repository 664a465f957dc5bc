/** What a search finds under names that the texts do not print, and what is remembered of a search. */
import { importDocument } from '../../../cli/importing'
import type { Database } from '../../../database/connection'
import { type Ask, asking } from '../../support/asking'
import { freshDatabase } from '../../support/neo4j'

const PAGE = `春江晚报
产业基金落地见成效

江汉新闻社武汉7月2日电 国家发展改革委副主任顾言初表示，产业基金要投早投小。湖北省发展改革委主任柏屿川说，湖北省的产业基金已经投了46个项目。湖北省科技厅厅长程望舒介绍，产业基金支持了一批中试平台。`

let database: Database
let ask: Ask

beforeAll(async () => {
  database = await freshDatabase()
  await importDocument(database, { name: 'evening.txt', text: PAGE, meta: {} })
  ask = asking(database)
})
afterAll(() => database.close())

const SEARCH = `query($query: String!, $types: [EntityType!], $first: Int, $after: String) {
  search(query: $query, types: $types, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { score highlight node { ... on Entity { id name aliases } ... on Claim { id } ... on Article { id } } }
  }
}`

async function search(query: string, more: Record<string, unknown> = {}) {
  const { data, errors } = await ask(SEARCH, { query, ...more })
  expect(errors).toEqual([])
  return data.search
}

/** The forms of each body that is found. */
async function bodies(query: string): Promise<string[]> {
  const { edges } = await search(query, { types: ['ORGANIZATION'] })
  return edges.map(({ node }: { node: { aliases: string[] } }) => node.aliases.join(' '))
}

it.each(['发改委', '国家发改委', '国家发展和改革委员会', '國家發改委'])(
  '%s finds the commission that the page calls 国家发展改革委',
  async query => {
    expect((await bodies(query))[0]).toContain('国家发展改革委')
  },
)

it.each(['湖北省发改委', '湖北省发展和改革委员会', '湖北发改委'])('%s finds that of the province', async query => {
  expect((await bodies(query))[0]).toContain('湖北省发展改革委')
})

it('the short form of an organ that every region has finds those of all regions', async () => {
  expect((await bodies('发改委')).some(forms => forms.includes('湖北省发展改革委'))).toBe(true)
  expect((await bodies('科学技术厅'))[0]).toContain('湖北省科技厅')
})

it('other names of a body are taken wherever a body is looked up', async () => {
  const { data, errors } = await ask(`{
    organization(name: "国家发改委") { name }
    other: organization(name: "湖北省发展和改革委员会") { aliases }
    organizations(filter: { name: { in: ["湖北省科学技术厅", "没有的厅"] } }) { edges { node { aliases } } }
    claims(filter: { organization: { eq: "湖北省科学技术厅" } }) { edges { node { speaker { ... on Person { name } } } } }
    people(filter: { organization: { eq: "国家发展和改革委员会" } }) { edges { node { name } } }
  }`)
  expect(errors).toEqual([])
  expect(data.organization.name).toMatch(/发展/)
  expect(data.other.aliases).toContain('湖北省发展改革委')
  expect(data.organizations.edges.map((edge: { node: { aliases: string[] } }) => edge.node.aliases)).toEqual([
    expect.arrayContaining(['湖北省科技厅']),
  ])
  expect(data.claims.edges).toEqual([{ node: { speaker: { name: '程望舒' } } }])
  expect(data.people.edges).toEqual([{ node: { name: '顾言初' } }])
})

it('what is found so is shown by the name that it has', async () => {
  const { edges } = await search('湖北省发改委', { types: ['ORGANIZATION'] })
  expect(edges[0].highlight).toMatch(/^[^«]*«.+».*$/)
  expect(edges[0].highlight).not.toMatch(/\p{Cc}/u)
})

it('the same search again only reads what it shows, until the graph changes', async () => {
  const named: string[] = []
  const stop = database.observe(({ name }) => named.push(name))
  const first = await search('产业基金', { first: 2 })
  const again = await search('产业基金', { first: 2 })
  const next = await search('产业基金', { first: 2, after: first.pageInfo.endCursor })
  expect(again).toEqual(first)
  expect(next.totalCount).toBe(first.totalCount)
  const ids = [...first.edges, ...next.edges].map(({ node }: { node: { id: string } }) => node.id)
  expect(new Set(ids).size).toBe(4)
  expect(named).toEqual(['search.rank', 'search.found', 'search.found', 'search.found'])

  const more = PAGE.replace('春江晚报', '江城日报').replaceAll('产业基金', '产业基金与中试基金').replace('46个', '52个')
  await importDocument(database, { name: 'daily.txt', text: more, meta: {} })
  named.length = 0
  const changed = await search('产业基金', { first: 2 })
  expect(named).toEqual(['search.found', 'search.rank', 'search.found'])
  expect(changed.totalCount).toBeGreaterThan(first.totalCount)
  stop()
})
