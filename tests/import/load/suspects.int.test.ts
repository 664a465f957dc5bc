/** POSSIBLY_SAME: who may be one although nothing says so is a function of what the graph holds, whatever the order in which it came. */
import type { Database } from '../../../database/connection'
import { statement } from '../../../database/statement'
import { GRAPH_RULES } from '../../../import/graph-rules'
import { fingerprint } from '../../../import/load/fingerprint'
import { loadDocument } from '../../../import/load/load-document'
import { removeDocument } from '../../../import/load/remove-document'
import { MOST_BEARERS } from '../../../import/load/suspects'
import type { OrganizationKind } from '../../../model/vocabulary'
import { emptyDatabase, freshDatabase } from '../../support/neo4j'
import { loadable, type SmallDocument } from '../../support/record-of'

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())
beforeEach(() => emptyDatabase(database))

const load = async (documents: readonly SmallDocument[]) => {
  for (const document of documents) {
    const { resolved, source } = loadable(document)
    await loadDocument(database, resolved, source, GRAPH_RULES)
  }
}
const body = (document: string, name: string, kind: OrganizationKind, aliases: readonly string[] = []): SmallDocument => ({
  name: `${document}.txt`,
  articles: [{ text: `${[name, ...aliases].join('、')}今年各有打算。` }],
  organizations: [{ name, kind, aliases }],
})
const policy = (document: string, name: string): SmallDocument => ({
  name: `${document}.txt`,
  articles: [{ text: `《${name}》今年施行。` }],
  policies: [{ name, kind: 'plan' }],
})
interface Suspicion {
  readonly names: readonly string[]
  readonly score: number
  readonly reasons: readonly string[]
}
const suspicions = () =>
  database.read<Suspicion>(
    statement<Suspicion>(
      'test.suspicions',
      `MATCH (a)-[edge:POSSIBLY_SAME]->(b)
       WITH edge, CASE WHEN a.name < b.name THEN [a.name, b.name] ELSE [b.name, a.name] END AS names
       RETURN names, edge.score AS score, edge.reasons AS reasons ORDER BY names[0], names[1]`,
    ),
    {},
  )

describe('bodies and policies with names that are alike', () => {
  it('are suspected of being one where comparing their names leaves it open, with the reason', async () => {
    await load([
      body('park', '远洲物流园', 'park'),
      body('park in its city', '武汉远洲物流园', 'park'),
      body('tyres', '远洲轮胎有限公司', 'company'),
      body('district', '鼓楼区教育局', 'government'),
      body('city', '南京市鼓楼区教育局', 'government'),
      body('other city', '徐州市鼓楼区教育局', 'government'),
      policy('long', '青松护林行动实施方案'),
      policy('short', '青松护林行动'),
    ])
    const found = await suspicions()
    expect(found.map(({ names }) => names.join(' – '))).toEqual([
      '南京市鼓楼区教育局 – 鼓楼区教育局',
      '徐州市鼓楼区教育局 – 鼓楼区教育局',
      '武汉远洲物流园 – 远洲物流园',
      '青松护林行动 – 青松护林行动实施方案',
    ])
    for (const { reasons, score } of found) expect({ reasons: reasons.length, score }).toEqual({ reasons: 2, score: 0.5 })
  })

  it('are not suspected where they are of different kinds', async () => {
    await load([body('park', '远洲物流园', 'park'), body('company', '武汉远洲物流园', 'other')])
    expect(await suspicions()).toEqual([])
  })
})

describe('the suspicions of a graph', () => {
  // One more than speak for anything share a likeness, names get longer, and two turn out to be one.
  const documents: readonly SmallDocument[] = [
    body('0', '远洲机电集团有限公司', 'company'),
    body('1', '远洲机电股份有限公司', 'company'),
    ...['轮胎', '园林', '水泥', '钢琴', '乳品', '航运', '玩具'].map((trade, index) =>
      body(`${index + 2}`, `远洲${trade}有限公司`, 'company'),
    ),
    body('9', '远洲玩具', 'company', ['远洲玩具有限公司', '江州远洲童趣玩具有限公司']),
    body('10', '鼓楼区教育局', 'government', ['区教育局']),
    body('11', '南京市鼓楼区教育局', 'government'),
    policy('12', '青松护林行动'),
    policy('13', '青松护林行动实施方案'),
  ]
  const orders = [
    [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
    [5, 0, 9, 12, 3, 1, 8, 11, 2, 13, 7, 10, 4, 6],
    [8, 9, 7, 2, 1, 3, 0, 4, 6, 5, 10, 13, 11, 12],
  ]

  it('are the same in any order, and as if a removed document had never been', async () => {
    expect(documents.filter(({ organizations }) => organizations?.[0]?.name.includes('远洲')).length).toBeGreaterThan(
      MOST_BEARERS,
    )
    await load(documents)
    const whole = await fingerprint(database)
    for (const order of orders) {
      await emptyDatabase(database)
      await load(order.map(index => documents[index] as SmallDocument))
      expect({ order, graph: await fingerprint(database) }).toEqual({ order, graph: whole })
    }
    for (const removed of documents) {
      await emptyDatabase(database)
      await load(documents.filter(document => document !== removed))
      const without = await fingerprint(database)
      await load([removed])
      expect({ added: removed.name, graph: await fingerprint(database) }).toEqual({ added: removed.name, graph: whole })
      await removeDocument(database, removed.name, GRAPH_RULES)
      expect({ removed: removed.name, graph: await fingerprint(database) }).toEqual({ removed: removed.name, graph: without })
    }
  })
})
