/** The fingerprint speaks of content: whatever changes in a node or relationship of any label changes it, and when it was written does not. */
import type { Database } from '../../../database/connection'
import { statement } from '../../../database/statement'
import { GRAPH_RULES } from '../../../import/graph-rules'
import { renameEntity } from '../../../import/load/decide'
import { fingerprint } from '../../../import/load/fingerprint'
import { loadDocument } from '../../../import/load/load-document'
import { freshDatabase } from '../../support/neo4j'
import { loadable, type SmallDocument } from '../../support/record-of'
import { SMALL_CORPUS } from '../../support/small-corpus'

let database: Database
const write = (text: string) => database.write(statement(`test.${text}`, text))

/** What the small corpus has not: a byline, an office without a body, a title that names its region, two of one name of whom nothing else is known. */
const FURTHER: readonly SmallDocument[] = [
  {
    name: 'further.txt',
    articles: [{ publishedOn: '2025-09-01', byline: ['闻小苇'], text: '秘书长蔺远山解读《湖北省湖泊保护条例》。市民王伟来信。' }],
    people: [{ name: '闻小苇' }, { name: '蔺远山' }, { name: '王伟' }],
    regions: [{ name: '湖北省', adcode: '420000' }],
    policies: [{ name: '湖北省湖泊保护条例' }],
    positions: [{ person: '蔺远山', title: '秘书长', phrase: '秘书长蔺远山' }],
  },
  { name: 'letter.txt', articles: [{ publishedOn: '2025-09-02', text: '市民王伟又来信。' }], people: [{ name: '王伟' }] },
]

beforeAll(async () => {
  database = await freshDatabase()
  for (const small of [...SMALL_CORPUS, ...FURTHER]) {
    const { resolved, source } = loadable(small)
    await loadDocument(database, resolved, source, GRAPH_RULES)
  }
  const [person] = await database.read<{ id: string }>(
    statement('test.person', 'MATCH (person:Person) RETURN person.id AS id ORDER BY id LIMIT 1'),
  )
  await renameEntity(database, person?.id as string, '另名', { reason: 'test', by: 'test' }, GRAPH_RULES)
})
afterAll(() => database.close())

const NODES = [
  'Document',
  'Article',
  'Person',
  'Organization',
  'Region',
  'Policy',
  'Claim',
  'Figure',
  'IdentityKey',
  'Name',
  'Decision',
]
const EDGES = (
  'READ_IN MENTIONED_IN WROTE PUBLISHED_BY HOLDS HOLDS_TITLE HELD MADE STATED_IN ABOUT STATES MEASURES ISSUED_BY APPLIES_TO LOCATED_IN PART_OF ' +
  'REPRINT_OF IDENTIFIES SAME_AS NAMES SPEAKS_ON SPEAKS_IN SPOKEN_OF_IN IN_REGION REPRINTED_IN_REGION COMPARED_WITH POSSIBLY_SAME'
).split(' ')
/** Say when something was done, not what. */
const TIMES = new Set(['importedAt', 'decidedAt'])

interface Thing {
  readonly at: string
  readonly props: Readonly<Record<string, unknown>>
}

/** Another value of the same kind: the last offset one further, one alias more, the other truth. */
function otherThan(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > 0 ? [...value.slice(0, -1), otherThan(value.at(-1))] : ['x']
  if (typeof value === 'number') return value + 1
  return typeof value === 'boolean' ? !value : `${value}x`
}

/** The properties of the thing that may change without a change of the fingerprint. Leaves the graph as it was. */
async function unnoticed(match: string, { at, props }: Thing): Promise<readonly string[]> {
  const before = await fingerprint(database)
  const set = (change: object) => database.write(statement(`test.set.${match}`, `${match} SET thing += $change`), { at, change })
  const names: string[] = []
  for (const [name, value] of Object.entries({ ...props, added: null })) {
    await set({ [name]: value === null ? 1 : otherThan(value) })
    if ((await fingerprint(database)) === before) names.push(name)
    await set({ [name]: value })
  }
  expect(await fingerprint(database)).toBe(before)
  return names
}

describe('the fingerprint', () => {
  it.each(NODES)('changes with every property of a %s', async label => {
    const [node] = await database.read<Thing>(
      statement(`test.node.${label}`, `MATCH (node:${label}) RETURN elementId(node) AS at, properties(node) AS props LIMIT 1`),
    )
    const names = await unnoticed('MATCH (thing) WHERE elementId(thing) = $at', node as Thing)
    expect(names.filter(name => !TIMES.has(name))).toEqual([])
  })

  it.each(EDGES)('changes with every property of a relationship %s, and without it', async type => {
    const [edge] = await database.read<Thing>(
      statement(
        `test.edge.${type}`,
        `MATCH ()-[edge:${type}]->() RETURN elementId(edge) AS at, properties(edge) AS props LIMIT 1`,
      ),
    )
    expect(await unnoticed('MATCH ()-[thing]->() WHERE elementId(thing) = $at', edge as Thing)).toEqual([])
    const before = await fingerprint(database)
    await write(
      `MATCH (a)-[edge:${type}]->(b) WITH a, b, edge, properties(edge) AS props LIMIT 1
       DELETE edge CREATE (a)-[kept:KEPT]->(b) SET kept = props`,
    )
    expect(await fingerprint(database)).not.toBe(before)
    await write(`MATCH (a)-[kept:KEPT]->(b) CREATE (a)-[edge:${type}]->(b) SET edge = properties(kept) DELETE kept`)
    expect(await fingerprint(database)).toBe(before)
  })

  it.each([
    [
      'an offset of a mention',
      'MATCH ()-[edge:MENTIONED_IN]->() WHERE size(edge.starts) > 0 WITH edge LIMIT 1 SET edge.starts = [edge.starts[0] + 1] + edge.starts[1..]',
    ],
    ['an offset of a claim', 'MATCH (claim:Claim) WITH claim LIMIT 1 SET claim.ends = [claim.ends[0] + 1] + claim.ends[1..]'],
    ['a label', 'MATCH (node:Policy) WITH node LIMIT 1 REMOVE node:Policy SET node:Person'],
    [
      'a relationship that is there twice',
      'MATCH (a)-[edge:ABOUT]->(b) WITH a, edge, b LIMIT 1 CREATE (a)-[twin:ABOUT]->(b) SET twin = properties(edge)',
    ],
    ['a node that is gone', 'MATCH (figure:Figure) WITH figure LIMIT 1 DETACH DELETE figure'],
  ])('changes with %s', async (_, change) => {
    const before = await fingerprint(database)
    await write(change)
    expect(await fingerprint(database)).not.toBe(before)
  })

  it('does not change with the time of loading', async () => {
    const before = await fingerprint(database)
    await write("MATCH (document:Document) SET document.importedAt = '2001-01-01T00:00:00Z'")
    expect(await fingerprint(database)).toBe(before)
  })
})
