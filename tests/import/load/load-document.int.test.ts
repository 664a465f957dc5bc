/** The laws of loading: the graph is a function of the documents and the decisions, and of nothing else. */
import type { Database } from '../../../database/connection'
import { statement } from '../../../database/statement'
import { GRAPH_RULES } from '../../../import/graph-rules'
import { fingerprint } from '../../../import/load/fingerprint'
import { isLoaded, loadDocument } from '../../../import/load/load-document'
import { readRecord } from '../../../import/load/read-document'
import { removeDocument } from '../../../import/load/remove-document'
import { idOf } from '../../../model/ids'
import { emptyDatabase, freshDatabase } from '../../support/neo4j'
import { loadable, recordOf, type SmallDocument } from '../../support/record-of'
import { SMALL_CORPUS } from '../../support/small-corpus'

let database: Database
let whole: string

const load = (small: SmallDocument, extractor?: string) => {
  const { resolved, source } = loadable(small, extractor)
  return loadDocument(database, resolved, source, GRAPH_RULES)
}
const loadAll = async (documents: readonly SmallDocument[]) => {
  for (const document of documents) await load(document)
}
const ask = <Row>(text: string, params = {}) => database.read<Row>(statement<Row>(`test.${text}`, text), params)

beforeAll(async () => {
  database = await freshDatabase()
  await loadAll(SMALL_CORPUS)
  whole = await fingerprint(database)
})
afterAll(() => database.close())
beforeEach(() => emptyDatabase(database))

describe('loading documents', () => {
  it('gives the same graph in any order', async () => {
    for (const order of [
      [3, 2, 1, 0],
      [1, 3, 0, 2],
      [2, 0, 3, 1],
    ]) {
      await emptyDatabase(database)
      await loadAll(order.map(index => SMALL_CORPUS[index] as SmallDocument))
      expect({ order, fingerprint: await fingerprint(database) }).toEqual({ order, fingerprint: whole })
    }
  })

  it('gives the same graph when two importers load halves at once', async () => {
    await Promise.all([loadAll(SMALL_CORPUS.slice(0, 2)), loadAll(SMALL_CORPUS.slice(2)), loadAll(SMALL_CORPUS)])
    expect(await fingerprint(database)).toBe(whole)
  })

  it('changes nothing for a document that is there, at the cost of one read', async () => {
    await loadAll(SMALL_CORPUS)
    const asked: string[] = []
    const stop = database.observe(({ name }) => asked.push(name))
    const { source } = loadable(SMALL_CORPUS[0] as SmallDocument)
    expect(await isLoaded(database, source)).toBe(true)
    stop()
    expect(asked).toEqual(['load.current'])
    expect((await load(SMALL_CORPUS[0] as SmallDocument)).status).toBe('UNCHANGED')
    expect(await fingerprint(database)).toBe(whole)
  })

  it('is as if a removed document had never been, whichever it is', async () => {
    for (const removed of SMALL_CORPUS) {
      const others = SMALL_CORPUS.filter(document => document !== removed)
      await emptyDatabase(database)
      await loadAll(others)
      const without = await fingerprint(database)
      await load(removed)
      expect(await fingerprint(database)).toBe(whole)
      expect(await removeDocument(database, removed.name, GRAPH_RULES)).toBe(true)
      expect({ removed: removed.name, graph: await fingerprint(database) }).toEqual({ removed: removed.name, graph: without })
    }
  })

  it('leaves nothing of a corpus that is removed', async () => {
    await loadAll(SMALL_CORPUS)
    for (const { name } of SMALL_CORPUS) await removeDocument(database, name, GRAPH_RULES)
    expect(await ask('MATCH (node) WHERE NOT node:WriteLock AND NOT node:Migration RETURN labels(node) AS labels')).toEqual([])
    expect(await removeDocument(database, 'evening.txt', GRAPH_RULES)).toBe(false)
  })

  it('replaces exactly what a document said when it changes', async () => {
    const [first, ...others] = SMALL_CORPUS as readonly [SmallDocument, ...SmallDocument[]]
    const changed: SmallDocument = {
      ...first,
      articles: [{ publishedOn: '2025-06-03', text: '湖北省气象局局长柏屿川说，星火中试计划与天气无关。' }],
      people: [{ name: '柏屿川' }],
      organizations: [{ name: '湖北省气象局', region: '湖北省' }],
      regions: [{ name: '湖北省', adcode: '420000', aliases: ['湖北'] }],
      policies: [{ name: '星火中试计划' }],
      positions: [{ person: '柏屿川', at: '湖北省气象局', title: '局长', phrase: '湖北省气象局局长柏屿川' }],
      claims: [{ speaker: '柏屿川', says: ['星火中试计划与天气无关'], about: ['星火中试计划'] }],
      figures: [],
    }
    await loadAll([changed, ...others])
    const expected = await fingerprint(database)
    await emptyDatabase(database)
    await loadAll(SMALL_CORPUS)
    expect((await load(changed)).status).toBe('UPDATED')
    expect(await fingerprint(database)).toBe(expected)
    await load(first)
    expect(await fingerprint(database)).toBe(whole)
  })

  it('reads again what a newer extractor reads, and nothing else changes but its name', async () => {
    await loadAll(SMALL_CORPUS)
    expect((await load(SMALL_CORPUS[0] as SmallDocument, 'newer')).status).toBe('UPDATED')
    expect((await load(SMALL_CORPUS[0] as SmallDocument)).status).toBe('UPDATED')
    expect(await fingerprint(database)).toBe(whole)
  })

  it('gives the extraction record back as it was', async () => {
    await loadAll(SMALL_CORPUS)
    for (const small of SMALL_CORPUS) {
      const record = await database.inReadTransaction(transaction => readRecord(transaction, idOf('Document', small.name)))
      expect(record).toEqual(recordOf(small))
    }
  })

  it('refuses a record whose evidence is not in its place, and leaves the graph as it was', async () => {
    await loadAll(SMALL_CORPUS)
    const { resolved, source } = loadable({ ...(SMALL_CORPUS[3] as SmallDocument), name: 'broken.txt' })
    const [claim] = resolved.record.claims
    const moved = { ...claim, evidence: claim?.evidence.map(piece => ({ ...piece, start: piece.start + 1 })) } as never
    const broken = { ...resolved, record: { ...resolved.record, claims: [moved] } }
    await expect(loadDocument(database, broken, source, GRAPH_RULES)).rejects.toThrow(
      /broken\.txt: the extraction record breaks a rule: claim c1/,
    )
    expect(await fingerprint(database)).toBe(whole)
  })
})

describe('identity across documents', () => {
  beforeEach(() => loadAll(SMALL_CORPUS))

  it('makes one node of a body by its long and its short form', async () => {
    const rows = await ask<{ name: string; aliases: string[] }>(
      "MATCH (body:Organization) WHERE body.name CONTAINS '科' RETURN body.name AS name, body.aliases AS aliases",
    )
    expect(rows).toEqual([{ name: '湖北省科学技术厅', aliases: ['湖北省科学技术厅', '湖北省科技厅'] }])
  })

  it('keeps two of one name apart until a document says that they are one', async () => {
    const people = () => ask<{ id: string }>("MATCH (person:Person {name: '程望舒'}) RETURN person.id AS id ORDER BY id")
    const [joined] = await people()
    expect(await people()).toHaveLength(1)
    await removeDocument(database, 'bridge.txt', GRAPH_RULES)
    expect(await people()).toHaveLength(2)
    await load(SMALL_CORPUS[3] as SmallDocument)
    expect(await people()).toEqual([joined])
  })

  it('lets every key of an entity resolve to it', async () => {
    const rows = await ask<{ keys: number; ids: number }>(
      `MATCH (person:Person {name: '程望舒'})<-[:IDENTIFIES]-(key:IdentityKey)
       RETURN count(key) AS keys, count(DISTINCT key.id) AS ids`,
    )
    expect(rows[0]?.keys).toBeGreaterThan(1)
    expect(rows[0]?.ids).toBe(rows[0]?.keys)
  })

  it('sets regions into their chain up to the country', async () => {
    const [row] = await ask<{ chain: string[] }>(
      "MATCH path = (:Region {name: '武昌区'})-[:PART_OF*]->(:Region {name: '中国'}) RETURN [node IN nodes(path) | node.name] AS chain",
    )
    expect(row?.chain).toEqual(['武昌区', '武汉市', '湖北省', '中国'])
  })
})

describe('printings of one text', () => {
  beforeEach(() => loadAll(SMALL_CORPUS))

  it('count once, under the earliest', async () => {
    const rows = await ask<{ reprint: string; leader: string }>(
      `MATCH (a:Article)-[:REPRINT_OF]->(b:Article)
       RETURN a.publishedOn AS reprint, b.publishedOn AS leader`,
    )
    expect(rows).toEqual([{ reprint: '2025-06-02', leader: '2025-06-01' }])
    const [speaker] = await ask<{ claims: number; spoken: number }>(
      `MATCH (person:Person {name: '柏屿川'})-[on:SPEAKS_ON]->(:Policy) RETURN person.claimCount AS claims, on.claimCount AS spoken`,
    )
    expect(speaker).toEqual({ claims: 2, spoken: 2 })
  })

  it('are never compared with each other', async () => {
    const rows = await ask<{ verdict: string; values: number[] }>(
      'MATCH (a:Figure)-[edge:COMPARED_WITH]->(b:Figure) RETURN edge.verdict AS verdict, [a.value, b.value] AS values',
    )
    expect(rows).toEqual([{ verdict: 'differ', values: [128, 131] }])
  })

  it('let the next one count when the leading one goes', async () => {
    await removeDocument(database, 'daily.txt', GRAPH_RULES)
    expect(await ask('MATCH ()-[edge:REPRINT_OF]->() RETURN edge')).toEqual([])
    const [speaker] = await ask<{ claims: number }>("MATCH (person:Person {name: '柏屿川'}) RETURN person.claimCount AS claims")
    expect(speaker).toEqual({ claims: 2 })
  })
})
