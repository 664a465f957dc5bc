/** What an attacker asks the real schema over a real database: what is text stays text, and what is dear is refused or bounded. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pino from 'pino'
import { dearQuestions } from '../../../bench/api/dear'
import { importDocument } from '../../../cli/importing'
import { serviceDatabase } from '../../../cli/service-database'
import type { Database } from '../../../database/connection'
import { statement } from '../../../database/statement'
import { LIMITS } from '../../../src/limits/limits'
import { type Service, startService } from '../../../src/service'
import { beside as runBeside } from '../../support/beside'
import { freshDatabase } from '../../support/neo4j'
import { type Answer, ask as askService, SETTINGS } from './small-service'

const SAMPLE = join(__dirname, '..', '..', '..', 'samples', 'agency-report.txt')
const COUNT = statement<{ count: number }>('test.countNodes', 'MATCH (node) RETURN count(node) AS count')

let database: Database
let service: Service
let nodes: number

const ask = (query: string, variables: Record<string, unknown> = {}): Promise<Answer> => askService(service, query, { variables })
const beside = <T>(attack: () => Promise<T>): Promise<T> =>
  runBeside(async () => expect((await ask('{ people(first: 3) { edges { node { name } } } }')).errors).toBeUndefined(), attack)

beforeAll(async () => {
  // Statements are planned here the first time, beside other tests.
  jest.replaceProperty(LIMITS, 'timeMs', 300_000)
  database = await freshDatabase()
  await importDocument(database, { name: 'agency-report.txt', text: readFileSync(SAMPLE, 'utf8'), meta: {} })
  service = await startService({
    database: serviceDatabase(database),
    settings: SETTINGS,
    editing: null,
    log: pino({ level: 'silent' }),
  })
  nodes = (await database.read(COUNT))[0]?.count ?? 0
  // Statements are planned once; the planning is not what is measured here.
  for (const query of [
    '{ people(first: 3) { edges { node { name } } } }',
    '{ search(query: "x") { totalCount edges { score highlight } } }',
  ])
    await ask(query)
})
afterAll(async () => {
  expect((await database.read(COUNT))[0]?.count).toBe(nodes)
  await service.close()
  await database.close()
})

/** Syntax of Lucene and of Cypher, and what breaks text. */
const TEXTS = [
  '*',
  '?',
  '*:*',
  '/.*/',
  '[* TO *]',
  '{a TO z}',
  '+++',
  '---',
  '&&',
  '||',
  '!',
  '(((((',
  ')))))',
  '"',
  '"""',
  "'",
  '`',
  '\\',
  '\\\\\\',
  '^99999',
  '~',
  '~~0.1',
  ':',
  'id:*',
  'searchText:*',
  'name:(a OR b)^1000',
  'AND',
  'OR',
  'NOT',
  'a AND',
  'TO',
  '省 OR 市',
  '"省委',
  '省委"~100000',
  `${'('.repeat(500)}`,
  '*'.repeat(1_000),
  '?*'.repeat(900),
  '~'.repeat(2_000),
  `${'a* '.repeat(600)}`,
  `${'省 '.repeat(900)}`,
  '省'.repeat(2_000),
  'a'.repeat(2_000),
  `${'"'.repeat(1_999)}x`,
  "' OR 1=1 //",
  "'}) DETACH DELETE n //",
  '"}) MATCH (n) DETACH DELETE n RETURN 1 //',
  '`) MATCH (n) SET n.name = "x" //',
  '\\u0027}) RETURN 1 //',
  '$name',
  '$$',
  '{{x}}',
  'process.exit(1)',
  'LOAD CSV FROM "http://127.0.0.1/" AS x RETURN x',
  'CALL dbms.shutdown()',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff',
  '\ud83d',
  'x\udc00y',
  '\u202e\u202e',
  '\ufeff',
  '\uffff',
  '\u2028\u2029',
  'ﷺ'.repeat(300),
  'e\u0301'.repeat(500),
  'Z\u0300\u0301\u0302'.repeat(300),
  '👩‍👩‍👧‍👦'.repeat(100),
  '__proto__',
  'constructor',
  'toString',
  'null',
  'undefined',
  'NaN',
  '-1',
  '1e309',
  '',
] as const

describe('a text is a text and no syntax', () => {
  it('whatever it holds: syntax of Lucene or Cypher, halves of characters, names of parts of objects', async () => {
    const query = `query($text: String!, $id: ID!) {
      search(query: $text, first: 5) { totalCount edges { score highlight node { __typename } } }
      people(filter: { name: { contains: $text } }, first: 5) { edges { node { id } } }
      claims(filter: { text: { contains: $text }, or: [{ speaker: { eq: $text } }, { region: { eq: $text, within: true } }] }, first: 5) { totalCount edges { node { id } } }
      policy(name: $text) { id }
      node(id: $id) { id }
      network(ids: [$id], depth: 2) { truncated nodes { id } }
    }`
    for (const text of TEXTS) {
      const answer = await beside(() => ask(query, { text, id: text }))
      expect({ text, errors: answer.errors ?? [] }).toEqual({ text, errors: [] })
      expect(answer.data).toMatchObject({ node: null, network: { nodes: [] } })
    }
  })

  it.each([
    'first; DROP',
    "x') RETURN 1 //",
    '{"a":1}',
    'bnVsbA',
    'W10',
    'WyJhIl0',
    'WzFlOTk5XQ',
    Buffer.from('[null]').toString('base64url'),
    Buffer.from('["a","b","c","d"]').toString('base64url'),
    'A'.repeat(1_900),
    '\u0000',
  ])('a cursor that is none of ours (%j) is refused by its name', async after => {
    const answer = await beside(() =>
      ask('query($after: String) { people(first: 5, after: $after) { edges { node { id } } } }', { after }),
    )
    expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'after' } }])
  })
})

const repeat = (count: number, make: (i: number) => string): string => Array.from({ length: count }, (_, i) => make(i)).join(' ')

describe('what is dear is refused before it runs', () => {
  const loop = 'speakers(first: 100) { edges { node { initiatives(first: 100) { edges { node { '
  it.each([
    ['pages in pages in pages', `{ policies(first: 500) { edges { node { ${loop} id } } } } } } } } } }`],
    [
      'the same with the size in a variable',
      'query($n: Int = 500) { people(first: $n) { edges { node { claims(first: $n) { edges { node { id } } } } } } }',
    ],
    [
      'articles with all their places',
      '{ articles(first: 500) { edges { node { text mentions(first: 500) { edges { node { quote } } } } } } }',
    ],
    [
      'thirty paths at once',
      `{ ${repeat(30, i => `p${i}: paths(from: "a", to: "b", maxLength: 8, throughHubs: true, first: 50) { length }`)} }`,
    ],
    [
      'thirty networks at once',
      `{ ${repeat(30, i => `n${i}: network(ids: ["a"], depth: 3, limit: 500) { nodes { id } links { id } }`)} }`,
    ],
    [
      'thirty searches at once',
      `{ ${repeat(30, i => `s${i}: search(query: "省${i}", first: 500) { edges { score node { ... on Entity { name mentions(first: 10) { edges { node { quote } } } } } } }`)} }`,
    ],
    ['a path that is too long', '{ paths(from: "a", to: "b", maxLength: 99) { length } }'],
    ['a network that is too large', '{ network(ids: ["a"], limit: 100000) { truncated } }'],
    ['1,000 conditions', `{ claims(filter: { or: [${repeat(1_000, i => `{ speaker: { eq: "x${i}" } }`)}] }) { totalCount } }`],
    ['a filter that nests', `{ claims(filter: ${'{ not: '.repeat(200)}{}${' }'.repeat(200)}) { totalCount } }`],
  ])('%s', async (_, query) => {
    const answer = await beside(() => ask(query))
    expect(answer.errors?.length).toBeGreaterThan(0)
    expect(
      answer.errors?.every(error =>
        ['LIMIT_EXCEEDED', 'BAD_USER_INPUT', 'GRAPHQL_PARSE_FAILED'].includes(String(error.extensions.code)),
      ),
    ).toBe(true)
  })

  it.each([
    ['100 conditions', 100],
    ['400 conditions', 400],
  ])('%s in a variable are refused or answered in time', async (_, count) => {
    const filter = { or: Array.from({ length: count }, (_, i) => ({ text: { contains: `甲${i}` } })) }
    await beside(() => ask('query($filter: ClaimFilter) { claims(filter: $filter) { totalCount } }', { filter }))
  })

  it('a filter of 500 names is answered', async () => {
    const filter = { name: { in: Array.from({ length: 500 }, (_, i) => `王${i}`) } }
    const answer = await beside(() => ask('query($filter: PersonFilter) { people(filter: $filter) { totalCount } }', { filter }))
    expect(answer.data).toEqual({ people: { totalCount: 0 } })
  })
})

it('the dearest questions that are allowed are answered', async () => {
  for (const { name, query, variables } of await dearQuestions(`${service.url}/graphql`)) {
    const { errors } = await beside(() => ask(query, { ...variables }))
    expect({ name, errors: errors ?? [] }).toEqual({ name, errors: [] })
  }
})

it('many large questions at once take turns, and small ones go by', async () => {
  const large =
    '{ people(first: 500) { edges { node { name aliases positions { title evidence { quote } } claims(first: 10) { edges { node { text evidence { quote article { title } } } } } } } } }'
  const answers = await beside(() => Promise.all(Array.from({ length: 6 }, () => ask(large))))
  expect(
    answers.every(
      answer =>
        answer.errors === undefined ||
        answer.errors[0]?.extensions.code === 'TOO_BUSY' ||
        answer.errors[0]?.extensions.code === 'LIMIT_EXCEEDED',
    ),
  ).toBe(true)
})

it('the limits can be read', async () => {
  const { data } = await ask(
    '{ serviceLimits { depth aliases fields tokens cost pageSize textLength inputValues inputDepth timeMs bodyBytes importBytes } }',
  )
  expect(data?.serviceLimits).toMatchObject({ pageSize: 500, bodyBytes: 1_048_576, importBytes: 20_971_520 })
})
