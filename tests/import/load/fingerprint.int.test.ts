/** The fingerprint speaks of content: whatever changes in a node or relationship of any label changes it, and when it was written does not. */
import type { Database } from '../../../database/connection'
import { statement } from '../../../database/statement'
import { GRAPH_RULES } from '../../../import/graph-rules'
import { renameEntity } from '../../../import/load/decide'
import { fingerprint } from '../../../import/load/fingerprint'
import { loadDocument } from '../../../import/load/load-document'
import { freshDatabase } from '../../support/neo4j'
import { loadable } from '../../support/record-of'
import { SMALL_CORPUS } from '../../support/small-corpus'

jest.setTimeout(300_000)

let database: Database
const write = (text: string) => database.write(statement(`test.${text}`, text))

beforeAll(async () => {
  database = await freshDatabase()
  for (const small of SMALL_CORPUS) {
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
  'READ_IN MENTIONED_IN WROTE PUBLISHED_BY HOLDS HELD MADE STATED_IN ABOUT STATES MEASURES ISSUED_BY LOCATED_IN PART_OF ' +
  'REPRINT_OF IDENTIFIES SAME_AS NAMES SPEAKS_ON SPEAKS_IN SPOKEN_OF_IN IN_REGION REPRINTED_IN_REGION COMPARED_WITH'
)
  .split(' ')
  .filter(type => type !== 'WROTE')

describe('the fingerprint', () => {
  it.each(NODES)('changes with a property of a %s', async label => {
    const before = await fingerprint(database)
    await write(`MATCH (node:${label}) WITH node LIMIT 1 SET node.changed = 1`)
    expect(await fingerprint(database)).not.toBe(before)
    await write(`MATCH (node:${label}) WHERE node.changed = 1 REMOVE node.changed`)
    expect(await fingerprint(database)).toBe(before)
  })

  it.each(EDGES)('changes with a property of a relationship %s', async type => {
    const before = await fingerprint(database)
    await write(`MATCH ()-[edge:${type}]->() WITH edge LIMIT 1 SET edge.changed = 1`)
    expect(await fingerprint(database)).not.toBe(before)
    await write(`MATCH ()-[edge:${type}]->() WHERE edge.changed = 1 REMOVE edge.changed`)
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
