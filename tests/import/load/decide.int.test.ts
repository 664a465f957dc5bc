/** Decisions by hand: they change what is one, outlive what documents do, and can be undone without a trace. */
import type { Database } from '../../../database/connection'
import { statement } from '../../../database/statement'
import { GRAPH_RULES } from '../../../import/graph-rules'
import {
  exportDecisions,
  importDecisions,
  keepApart,
  mergeEntities,
  renameEntity,
  splitEntity,
  undoDecision,
} from '../../../import/load/decide'
import { fingerprint } from '../../../import/load/fingerprint'
import { loadDocument } from '../../../import/load/load-document'
import { removeDocument } from '../../../import/load/remove-document'
import { emptyDatabase, freshDatabase } from '../../support/neo4j'
import { loadable, type SmallDocument } from '../../support/record-of'
import { SMALL_CORPUS } from '../../support/small-corpus'

const GROUNDS = { reason: 'seen on the photograph', by: 'editor' }
const [EVENING, DAILY, WEEKLY, BRIDGE] = SMALL_CORPUS as readonly [SmallDocument, SmallDocument, SmallDocument, SmallDocument]

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())
beforeEach(() => emptyDatabase(database))

const load = async (...documents: readonly SmallDocument[]) => {
  for (const small of documents) {
    const { resolved, source } = loadable(small)
    await loadDocument(database, resolved, source, GRAPH_RULES)
  }
}
const ask = <Row>(text: string, params = {}) => database.read<Row>(statement<Row>(`test.${text}`, text), params)
const people = async (name: string) =>
  (await ask<{ id: string }>('MATCH (person:Person {name: $name}) RETURN person.id AS id ORDER BY id', { name })).map(
    ({ id }) => id,
  )
const resolves = async (id: string) =>
  (await ask<{ id: string }>('MATCH (:IdentityKey {id: $id})-[:IDENTIFIES]->(entity) RETURN entity.id AS id', { id }))[0]?.id
/** The graph without the records of decisions. */
const content = async () => {
  await ask('MATCH (n) RETURN count(n)')
  const rows = await ask<{ text: string }>(
    `MATCH (node) WHERE NOT node:Decision AND NOT node:WriteLock AND NOT node:Migration
     RETURN coalesce(node.id, node.key, node.form) + ' ' + coalesce(node.name, '') + ' ' + coalesce(node.claimCount, '') + ' ' + coalesce(node.degree, '') AS text ORDER BY text`,
  )
  return rows.map(({ text }) => text)
}

describe('merging by hand', () => {
  it('makes one of two; both ids resolve to it, and claims add up', async () => {
    await load(EVENING, WEEKLY)
    const [a, b] = (await people('程望舒')) as [string, string]
    await mergeEntities(database, a, b, GROUNDS, GRAPH_RULES)
    const [one, ...others] = await people('程望舒')
    expect(others).toEqual([])
    expect([await resolves(a), await resolves(b)]).toEqual([one, one])
    expect(await ask("MATCH (person:Person {name: '程望舒'}) RETURN person.claimCount AS claims")).toEqual([{ claims: 2 }])
  })

  it('is undone without a trace in what is read', async () => {
    await load(EVENING, WEEKLY)
    const before = await content()
    const [a, b] = (await people('程望舒')) as [string, string]
    const decision = await mergeEntities(database, a, b, GROUNDS, GRAPH_RULES)
    expect(await content()).not.toEqual(before)
    await undoDecision(database, decision, GROUNDS, GRAPH_RULES)
    expect(await content()).toEqual(before)
    expect(
      await ask('MATCH (decision:Decision) RETURN decision.kind AS kind, decision.undone AS undone ORDER BY decision.ordinal'),
    ).toEqual([
      { kind: 'merge', undone: true },
      { kind: 'undo', undone: false },
    ])
  })

  it('outlives that a document goes and comes again, and gives the same graph whenever it was decided', async () => {
    await load(EVENING, WEEKLY)
    const [a, b] = (await people('程望舒')) as [string, string]
    await mergeEntities(database, a, b, GROUNDS, GRAPH_RULES)
    const merged = await fingerprint(database)
    await removeDocument(database, WEEKLY.name, GRAPH_RULES)
    expect(await people('程望舒')).toHaveLength(1)
    await load(WEEKLY)
    expect(await fingerprint(database)).toBe(merged)
  })

  it('outlives a database that is emptied, by export and import before or after the documents', async () => {
    await load(EVENING, WEEKLY)
    const [a, b] = (await people('程望舒')) as [string, string]
    await mergeEntities(database, a, b, GROUNDS, GRAPH_RULES)
    const merged = await fingerprint(database)
    const records = await exportDecisions(database)
    await emptyDatabase(database)
    expect(await importDecisions(database, records, GRAPH_RULES)).toBe(1)
    await load(WEEKLY, EVENING)
    expect(await fingerprint(database)).toBe(merged)
    await emptyDatabase(database)
    await load(WEEKLY, EVENING)
    expect(await importDecisions(database, records, GRAPH_RULES)).toBe(1)
    expect(await importDecisions(database, records, GRAPH_RULES)).toBe(0)
    expect(await fingerprint(database)).toBe(merged)
  })

  it('refuses what is no entity, what is one already and what is of another kind', async () => {
    await load(EVENING)
    const [person] = (await people('程望舒')) as [string]
    const [region] = await ask<{ id: string }>("MATCH (region:Region {name: '武昌区'}) RETURN region.id AS id")
    await expect(mergeEntities(database, person, 'per_00000000000000000000', GROUNDS, GRAPH_RULES)).rejects.toThrow(
      /merged: there is no entity/,
    )
    await expect(mergeEntities(database, person, person, GROUNDS, GRAPH_RULES)).rejects.toThrow(/one already/)
    await expect(mergeEntities(database, person, region?.id as string, GROUNDS, GRAPH_RULES)).rejects.toThrow(
      /only like can be merged/,
    )
    expect(await ask('MATCH (decision:Decision) RETURN decision')).toEqual([])
  })
})

describe('keeping apart', () => {
  it('holds against a document that says the two are one, in any order', async () => {
    await load(EVENING, WEEKLY)
    const [a, b] = (await people('程望舒')) as [string, string]
    const decision = await keepApart(database, a, b, GROUNDS, GRAPH_RULES)
    await load(BRIDGE)
    expect(await people('程望舒')).toHaveLength(2)
    const apart = await fingerprint(database)
    const records = await exportDecisions(database)
    await emptyDatabase(database)
    await load(BRIDGE, WEEKLY, EVENING)
    await importDecisions(database, records, GRAPH_RULES)
    expect(await fingerprint(database)).toBe(apart)
    await undoDecision(database, decision, GROUNDS, GRAPH_RULES)
    expect(await people('程望舒')).toHaveLength(1)
  })

  it('lets nobody merge the two until it is undone', async () => {
    await load(EVENING, WEEKLY)
    const [a, b] = (await people('程望舒')) as [string, string]
    await keepApart(database, a, b, GROUNDS, GRAPH_RULES)
    await expect(mergeEntities(database, a, b, GROUNDS, GRAPH_RULES)).rejects.toThrow(/kept apart by a decision/)
  })
})

describe('splitting', () => {
  it('takes what an article says into an entity of its own, and back', async () => {
    await load(DAILY, WEEKLY)
    const before = await content()
    const [one] = (await people('柏屿川')) as [string]
    const [article] = await ask<{ id: string }>("MATCH (article:Article {publishedOn: '2025-07-05'}) RETURN article.id AS id")
    const decision = await splitEntity(database, one, [article?.id as string], GROUNDS, GRAPH_RULES)
    expect(await people('柏屿川')).toHaveLength(2)
    expect(await resolves(one)).toBe(one)
    const split = await fingerprint(database)
    await removeDocument(database, WEEKLY.name, GRAPH_RULES)
    expect(await people('柏屿川')).toHaveLength(1)
    await load(WEEKLY)
    expect(await fingerprint(database)).toBe(split)
    await undoDecision(database, decision, GROUNDS, GRAPH_RULES)
    expect(await content()).toEqual(before)
  })
})

describe('renaming', () => {
  it('shows the new name, keeps the printed ones as aliases, and is undone', async () => {
    await load(EVENING)
    const before = await content()
    const [one] = (await people('柏屿川')) as [string]
    const decision = await renameEntity(database, one, '柏屿川（科技厅）', GROUNDS, GRAPH_RULES)
    const aliases = () =>
      ask('MATCH (person:Person {id: $id}) RETURN person.name AS name, person.aliases AS aliases', { id: one })
    expect(await aliases()).toEqual([{ name: '柏屿川（科技厅）', aliases: ['柏屿川（科技厅）', '柏屿川'] }])
    const renamed = await fingerprint(database)
    await load(DAILY)
    await removeDocument(database, DAILY.name, GRAPH_RULES)
    expect(await fingerprint(database)).toBe(renamed)
    await undoDecision(database, decision, GROUNDS, GRAPH_RULES)
    expect(await content()).toEqual(before)
  })
})
