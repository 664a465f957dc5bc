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

// Bounds that only a hang exceeds, also on a machine that does much else.
jest.setTimeout(240_000)

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
}, 300_000)

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
