/* biome-ignore-all lint/suspicious/noExplicitAny: answers have the shapes of their operations */
/** What editors do through the API, over the sample pages, on a real Neo4j. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importDocument } from '../../cli/importing'
import type { Database } from '../../database/connection'
import { GRAPH_RULES } from '../../import/graph-rules'
import { keepApart, mergeEntities, renameEntity, splitEntity, undoDecision } from '../../import/load/decide'
import { removeDocument } from '../../import/load/remove-document'
import type { Editing } from '../../src/decision/editing'
import { type Ask, asking } from '../support/asking'
import { freshDatabase } from '../support/neo4j'

const SAMPLES = join(__dirname, '../../samples')

let database: Database
let ask: Ask

beforeAll(async () => {
  database = await freshDatabase()
  for (const name of readdirSync(SAMPLES).filter(name => name.endsWith('.txt'))) {
    await importDocument(database, { name, text: readFileSync(join(SAMPLES, name), 'utf8'), meta: {} })
  }
  const editing: Editing = {
    importDocument: ({ name, text }) => importDocument(database, { name, text, meta: {} }),
    removeDocument: document => removeDocument(database, document, GRAPH_RULES),
    merge: (survivor, merged, reason, by) => mergeEntities(database, survivor, merged, { reason, by }, GRAPH_RULES),
    keepApart: (a, b, reason, by) => keepApart(database, a, b, { reason, by }, GRAPH_RULES),
    split: (entity, articles, reason, by) => splitEntity(database, entity, articles, { reason, by }, GRAPH_RULES),
    rename: (entity, name, reason, by) => renameEntity(database, entity, name, { reason, by }, GRAPH_RULES),
    undo: (decision, by) => undoDecision(database, decision, { reason: '', by }, GRAPH_RULES),
  }
  ask = asking(database, editing)
})

afterAll(() => database.close())

async function data(operation: string, variables: Record<string, unknown> = {}) {
  const answer = await ask(operation, variables)
  expect(answer.errors).toEqual([])
  return answer.data
}

const MERGE = `mutation($survivor: ID!, $merged: ID!, $reason: String!) {
  mergeEntities(survivor: $survivor, merged: $merged, reason: $reason) {
    decision { id kind reason by decidedAt undone } entity { ... on Entity { id name aliases } }
  }
}`
const UNDO = 'mutation($id: ID!) { undoDecision(id: $id) { decision { id undone } } }'

const people = async (count: number): Promise<{ id: string; name: string }[]> =>
  (await data('query($n: Int!) { people(first: $n) { edges { node { id name } } } }', { n: count })).people.edges.map(
    (edge: any) => edge.node,
  )

describe('a merge', () => {
  it('makes two one under either id and name, and undoing it makes them two again', async () => {
    const [a, b] = await people(2)
    const { mergeEntities: done } = await data(MERGE, { survivor: a?.id, merged: b?.id, reason: '同一人' })
    expect(done.decision).toMatchObject({ kind: 'MERGE', reason: '同一人', by: 'tester', undone: false })
    expect(done.entity.aliases).toEqual(expect.arrayContaining([a?.name, b?.name]))

    const BOTH =
      'query($a: ID!, $b: ID!, $name: String!) { a: node(id: $a) { id } b: node(id: $b) { id } person(name: $name) { id } }'
    const merged = await data(BOTH, { a: a?.id, b: b?.id, name: b?.name })
    expect(merged.b.id).toBe(merged.a.id)
    expect(merged.person.id).toBe(merged.a.id)

    const { undoDecision: undone } = await data(UNDO, { id: done.decision.id })
    expect(undone.decision).toEqual({ id: done.decision.id, undone: true })
    const apart = await data(BOTH, { a: a?.id, b: b?.id, name: b?.name })
    expect(apart.b.id).not.toBe(apart.a.id)
    expect([apart.a.id, apart.b.id]).toEqual([a?.id, b?.id])
  })

  it.each([
    [{ survivor: 'nonsense' }, 'survivor'],
    [{ merged: 'per_00000000000000000000' }, 'merged'],
    [{ reason: '  ' }, 'reason'],
  ])('refuses %j, naming the argument', async (wrong, argument) => {
    const [a, b] = await people(2)
    const { errors } = await ask(MERGE, { survivor: a?.id, merged: b?.id, reason: '同一人', ...wrong })
    expect(errors).toMatchObject([{ argument }])
  })

  it('refuses an entity with itself, or with one of another type', async () => {
    const [a] = await people(1)
    const { region } = await data('{ region(name: "宜昌") { id } }')
    expect((await ask(MERGE, { survivor: a?.id, merged: a?.id, reason: '同' })).errors).toMatchObject([{ argument: 'merged' }])
    expect((await ask(MERGE, { survivor: a?.id, merged: region.id, reason: '同' })).errors).toMatchObject([
      { argument: 'merged' },
    ])
  })
})

describe('an id from before a merge', () => {
  it.each(['organizations', 'policies', 'regions', 'people'])('finds the survivor everywhere it can be asked: %s', async list => {
    const { [list]: first } = await data(`{ ${list}(first: 2) { edges { node { id name } } } }`)
    const [a, b] = first.edges.map((edge: any) => edge.node)
    const { mergeEntities: done } = await data(MERGE, { survivor: a.id, merged: b.id, reason: '同一个' })
    const old = done.entity.id === a.id ? b.id : a.id
    const field = { organizations: 'organization', policies: 'policy', regions: 'region', people: 'person' }[list]
    const found = await data(
      `query($old: ID!, $name: String!) {
        node(id: $old) { id } nodes(ids: [$old]) { id } ${field}(name: $name) { id }
        network(ids: [$old], limit: 5) { nodes { id } }
      }`,
      { old, name: old },
    )
    const id = done.entity.id
    expect(found).toMatchObject({ node: { id }, nodes: [{ id }], [field as string]: { id } })
    expect(found.network.nodes[0]).toEqual({ id })
    const CLAIMS = `query($id: String!) { claims(filter: { ${list === 'people' ? 'speaker' : field}: { eq: $id } }) { totalCount } }`
    expect(await data(CLAIMS, { id: old })).toEqual(await data(CLAIMS, { id }))
    const PATHS = 'query($from: ID!, $to: ID!) { paths(from: $from, to: $to, first: 1) { length nodes { ... on Node { id } } } }'
    const { articles } = await data(
      'query($id: ID!) { articles: network(ids: [$id], types: [ORGANIZATION, REGION], limit: 2) { nodes { id } } }',
      {
        id,
      },
    )
    const to = articles.nodes[1]?.id ?? (await people(3))[2]?.id
    expect(await data(PATHS, { from: old, to })).toEqual(await data(PATHS, { from: id, to }))
    await data(UNDO, { id: done.decision.id })
    expect((await data('query($id: ID!) { node(id: $id) { id } }', { id: old })).node.id).toBe(old)
  })
})

describe('two that are kept apart', () => {
  const KEEP = `mutation($a: ID!, $b: ID!) { keepApart(a: $a, b: $b, reason: "两个人") { decision { id kind reason by } entity { ... on Entity { id name } } } }`

  it('are two, wait for no decision any more, and may be one again when it is undone', async () => {
    const DUPLICATES = '{ possibleDuplicates(first: 200) { totalCount edges { reasons node { a { id } b { id } } } } }'
    const before = (await data(DUPLICATES)).possibleDuplicates
    const pair = before.edges[0]?.node
    const [a, b] = pair ? [pair.a, pair.b] : await people(2)
    const { keepApart: done } = await data(KEEP, { a: a.id, b: b.id })
    expect(done).toMatchObject({ decision: { kind: 'KEEP_APART', reason: '两个人', by: 'tester' }, entity: { id: a.id } })
    const after = (await data(DUPLICATES)).possibleDuplicates
    expect(after.edges.map((edge: any) => [edge.node.a.id, edge.node.b.id])).not.toContainEqual([a.id, b.id])
    expect((await data('query($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: [a.id, b.id] })).nodes).toEqual([
      { id: a.id },
      { id: b.id },
    ])
    await data(UNDO, { id: done.decision.id })
    expect((await data(DUPLICATES)).possibleDuplicates).toEqual(before)
  })

  it('cannot be one already', async () => {
    const [a] = await people(1)
    expect((await ask(KEEP, { a: a?.id, b: a?.id })).errors).toMatchObject([{ argument: 'b' }])
  })
})

describe('an entity that is split', () => {
  const SPLIT = `mutation($id: ID!, $articles: [ID!]!) { splitEntity(entity: $id, articles: $articles, reason: "同名") {
    decision { id kind } entity { ... on Entity { id name articles(first: 50) { edges { node { id } } } } }
  } }`
  const BEARERS = `query($name: String!) { people(filter: { name: { eq: $name } }) { edges { node { id articles(first: 50) { edges { node { id } } } } } } }`
  const idsIn = (connection: any): string[] => connection.edges.map((edge: any) => edge.node.id)

  it('becomes two of one name, each with its articles, and one again when it is undone', async () => {
    const { people: all } = await data(
      '{ people(first: 100) { edges { node { id name articles(first: 50) { edges { node { id } } } } } } }',
    )
    const person = all.edges.map((edge: any) => edge.node).find((node: any) => node.articles.edges.length > 1)
    const [other, ...kept] = idsIn(person.articles)
    const { splitEntity: done } = await data(SPLIT, { id: person.id, articles: [other] })
    expect(done.decision.kind).toBe('SPLIT')
    const { people: two } = await data(BEARERS, { name: person.name })
    const shares = two.edges.map((edge: any) => idsIn(edge.node.articles).sort())
    expect(shares).toHaveLength(2)
    expect(shares).toEqual(expect.arrayContaining([[other], [...kept].sort()]))
    await data(UNDO, { id: done.decision.id })
    const { people: one } = await data(BEARERS, { name: person.name })
    expect(one.edges).toHaveLength(1)
    expect(idsIn(one.edges[0].node.articles).sort()).toEqual([other, ...kept].sort())
    expect(one.edges[0].node.id).toBe(person.id)
  })

  it.each([
    [{ articles: [] }, 'articles'],
    [{ articles: ['art_00000000000000000000'] }, 'articles'],
    [{ id: 'per_00000000000000000000' }, 'entity'],
  ])('is named where it cannot be: %j', async (wrong, argument) => {
    const [person] = await people(1)
    expect((await ask(SPLIT, { id: person?.id, articles: ['x'], ...wrong })).errors).toMatchObject([{ argument }])
  })
})

describe('a name given by hand', () => {
  it('is shown, and the old one still finds the entity', async () => {
    const [person] = await people(1)
    const RENAME = `mutation($id: ID!) { renameEntity(entity: $id, name: "新名字", reason: "更正") { decision { id kind } entity { ... on Entity { id name } } } }`
    const { renameEntity: done } = await data(RENAME, { id: person?.id })
    expect(done).toMatchObject({ decision: { kind: 'RENAME' }, entity: { id: person?.id, name: '新名字' } })
    const { old, now } = await data(
      `query($old: String!) { old: person(name: $old) { id } now: person(name: "新名字") { id } }`,
      {
        old: person?.name,
      },
    )
    expect([old.id, now.id]).toEqual([person?.id, person?.id])
    await data(UNDO, { id: done.decision.id })
    expect((await people(1))[0]).toEqual(person)
  })
})

describe('decisions', () => {
  it('are listed, the latest first', async () => {
    const { decisions } = await data('{ decisions { totalCount edges { node { id kind decidedAt } } } }')
    const days = decisions.edges.map((edge: any) => edge.node.decidedAt)
    expect(decisions.totalCount).toBeGreaterThanOrEqual(2)
    expect(days).toEqual([...days].sort().reverse())
    const { node } = await data('query($id: ID!) { node(id: $id) { __typename } }', { id: decisions.edges[0].node.id })
    expect(node).toEqual({ __typename: 'Decision' })
  })

  it('that are unknown cannot be undone', async () => {
    expect((await ask(UNDO, { id: 'dec_00' })).errors).toMatchObject([{ argument: 'id' }])
  })
})

describe('a document', () => {
  const IMPORT = `mutation($text: String!) { importDocument(input: { name: "tried.txt", text: $text }) {
    status document { id name } articles { id title } counts { people organizations regions policies claims figures } warnings { code message line }
  } }`
  const TEXT = `青江新区推进数字经济

本报讯(记者 柏闻)“数字经济行动计划实施一年来，企业数量达到3200家。”青江市发展和改革委员会主任钟砚秋介绍，下一步将继续推进。
`

  it('is new, then the same, then changed, then gone', async () => {
    const first = (await data(IMPORT, { text: TEXT })).importDocument
    expect(first).toMatchObject({ status: 'IMPORTED', document: { name: 'tried.txt' } })
    expect(first.articles.length).toBeGreaterThan(0)
    expect(first.counts.people).toBeGreaterThan(0)
    expect((await data(IMPORT, { text: TEXT })).importDocument).toEqual({ ...first, status: 'UNCHANGED' })
    expect((await data(IMPORT, { text: TEXT.replace('3200', '3300') })).importDocument.status).toBe('UPDATED')

    const REMOVE = 'mutation($id: ID!) { removeDocument(id: $id) { removed } }'
    const { id } = first.document
    expect(await data(REMOVE, { id })).toEqual({ removeDocument: { removed: id } })
    expect(await data(REMOVE, { id })).toEqual({ removeDocument: { removed: null } })
    expect(await data('query($id: ID!) { node(id: $id) { id } }', { id })).toEqual({ node: null })
  })

  it('without a word in it is refused', async () => {
    expect((await ask(IMPORT, { text: ' \n ' })).errors).toMatchObject([{ argument: 'input.text' }])
  })
})
