/** A query that is asked again runs as compiled code: its answers are those of graphql-js, and so are its errors. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type OperationDefinitionNode, parse } from 'graphql'
import pino from 'pino'
import { importDocument } from '../../../cli/importing'
import { serviceDatabase } from '../../../cli/service-database'
import type { Database } from '../../../database/connection'
import { buildServiceSchema } from '../../../src/schema'
import { codeSize, compile } from '../../../src/server/compiled'
import { type Service, startService } from '../../../src/service'
import { EXAMPLES } from '../../support/asking'
import { freshDatabase } from '../../support/neo4j'
import { ask, SETTINGS } from './small-service'

const SAMPLES = join(__dirname, '../../../samples')
const schema = buildServiceSchema()

const operationOf = (query: string): OperationDefinitionNode =>
  parse(query).definitions.find(part => part.kind === 'OperationDefinition') as OperationDefinitionNode
const sizeOf = (query: string): number => codeSize(schema, parse(query), operationOf(query), 500)

let database: Database
let service: Service

beforeAll(async () => {
  database = await freshDatabase()
  for (const name of readdirSync(SAMPLES).filter(name => name.endsWith('.txt')))
    await importDocument(database, { name, text: readFileSync(join(SAMPLES, name), 'utf8'), meta: {} })
  service = await startService({
    database: serviceDatabase(database),
    settings: SETTINGS,
    editing: null,
    log: pino({ level: 'silent' }),
  })
})
afterAll(async () => {
  await service.close()
  await database.close()
})

/** The answers to the first three times a query is asked: the last comes from compiled code. */
async function threeTimes(query: string, variables: Record<string, unknown> = {}) {
  const answers: string[] = []
  for (let time = 0; time < 3; time++) {
    const { data, errors } = await ask(service, query, { variables })
    answers.push(JSON.stringify({ data, errors }))
  }
  return answers
}

describe('a query that is asked again', () => {
  const examples = readdirSync(EXAMPLES)
    .filter(name => name.endsWith('.graphql'))
    .map(name => name.replace('.graphql', ''))

  it.each(examples)('gets the same answer, letter for letter: %s', async name => {
    const query = readFileSync(join(EXAMPLES, `${name}.graphql`), 'utf8')
    const variables = JSON.parse(readFileSync(join(EXAMPLES, `${name}.json`), 'utf8'))
    const [first, second, third] = await threeTimes(query, variables)
    expect(JSON.parse(first as string).errors).toBeUndefined()
    expect(second).toBe(first)
    expect(third).toBe(first)
  })

  it.each([
    ['nothing found', '{ policy(name: "没有的") { name speakers { totalCount } } node(id: "per_00") { id } }', {}],
    [
      'other names, fragments and conditions',
      `query($with: Boolean!, $first: Int) {
        few: people(first: 1) { edges { node { ...entity ... on Person { role } } } }
        many: people(first: $first) { totalCount edges @skip(if: $with) { cursor node { ...entity } } }
      }
      fragment entity on Entity { __typename id name: name mentions(first: 2) @include(if: $with) { edges { node { quote article { title } } } } }`,
      { with: true, first: 3 },
    ],
    [
      'unions and interfaces',
      `{ search(query: "低空", first: 10) { edges { node { __typename ... on Entity { id name } ... on Claim { id text speaker { ... on Node { id } } about { __typename ... on Entity { name } } } ... on Article { title publishedOn outlet { name } } } } } }`,
      {},
    ],
    [
      'filters in variables, with defaults',
      `query($filter: ClaimFilter = { hasFigures: true }, $mode: ClaimMode = DIRECT, $roles: [PersonRole!] = [OFFICIAL], $orderBy: ClaimOrder = PUBLISHED_ON_ASC, $day: Date, $none: Int) {
        given: claims(filter: $filter, orderBy: $orderBy, first: $none) { totalCount edges { node { id mode text } } }
        partly: claims(filter: { mode: { eq: $mode }, speakerRole: { in: $roles }, publishedOn: { from: $day } }, first: 3) { totalCount edges { node { id } } }
        all: claims(first: 3, filter: null) { totalCount }
      }`,
      {
        day: '2000-01-01',
        filter: {
          or: [{ hasFigures: false }, { and: [{ mode: { in: ['DIRECT', 'INDIRECT'] } }], not: { text: { contains: '低空' } } }],
        },
      },
    ],
    [
      'defaults alone',
      `query($filter: ClaimFilter = { hasFigures: true }, $first: Int = 2, $mode: ClaimMode) {
        claims(filter: $filter, first: $first) { totalCount edges { node { id } } }
        people(first: $first) { edges { node { claims(filter: { mode: { eq: $mode } }, first: $first) { totalCount } } } }
      }`,
      {},
    ],
    [
      'days and words of closed lists',
      '{ articles(first: 5, filter: { publishedOn: { from: "2000-01-01" } }) { edges { node { kind publishedOn } } } }',
      {},
    ],
  ])('gets the same answer, letter for letter: %s', async (_, query, variables) => {
    const [first, second, third] = await threeTimes(query, variables)
    expect(JSON.parse(first as string).errors).toBeUndefined()
    expect([second, third]).toEqual([first, first])
  })

  it.each([
    [
      'a cursor that is none',
      'query($after: String) { people(first: 1, after: $after) { totalCount } serviceLimits { cost } }',
      { after: 'x' },
    ],
    ['a variable of another type', 'query($first: Int) { people(first: $first) { totalCount } }', { first: 'many' }],
    ['a variable that is missing', 'query($name: String!) { policy(name: $name) { name } }', {}],
    [
      'a filter with a field that is none',
      'query($filter: ClaimFilter) { claims(filter: $filter) { totalCount } }',
      { filter: { or: [{ mood: 1 }] } },
    ],
    [
      'a day that is none',
      'query($day: Date) { claims(filter: { publishedOn: { from: $day } }) { totalCount } }',
      { day: '2024-13-01' },
    ],
    ['one of several fields', '{ people(first: 1) { totalCount } paths(from: "a", to: "b", maxLength: 99) { length } }', {}],
  ])('gets the same error, letter for letter: %s', async (_, query, variables) => {
    const [first, second, third] = await threeTimes(query, variables)
    expect(JSON.parse(first as string).errors).toHaveLength(1)
    expect([second, third]).toEqual([first, first])
  })

  it('gets the answer for its own variables', async () => {
    const query =
      'query($first: Int!, $more: Boolean!) { people(first: $first) { edges { node { id name @include(if: $more) } } } }'
    await threeTimes(query, { first: 1, more: true })
    const { data } = await ask(service, query, { variables: { first: 2, more: false } })
    const edges = (data as { people: { edges: { node: object }[] } }).people.edges
    expect(edges).toHaveLength(2)
    expect(edges.map(({ node }) => Object.keys(node))).toEqual([['id'], ['id']])
  })
})

describe('what is compiled', () => {
  it('is counted in fields, below an interface for each of its types', () => {
    expect(sizeOf('{ serviceLimits { cost depth } }')).toBe(3)
    const types = schema.getPossibleTypes(schema.getType('Node') as never).length
    expect(sizeOf('{ node(id: "x") { id } }')).toBe(1 + types)
    expect(sizeOf('{ node(id: "x") { ... on Claim { id text } } }')).toBe(3)
  })

  it('may have variables of a type that contains itself', () => {
    const document = parse('query($filter: [ClaimFilter!]) { claims(filter: { and: $filter }) { totalCount } }')
    const operation = document.definitions[0] as OperationDefinitionNode
    expect(compile(schema, document, operation)).not.toBeNull()
  })

  it('is no question about the schema, and nothing that interfaces in interfaces make large', () => {
    expect(sizeOf('{ __schema { types { name } } }')).toBeGreaterThan(500)
    const nested = (depth: number): string =>
      depth === 0
        ? 'id'
        : `... on Claim { about { ${nested(depth - 1)} } } ... on Entity { mentions { edges { node { entity { ${nested(depth - 1)} } } } } }`
    const query = `{ node(id: "x") { ${nested(5)} } }`
    expect(compile(schema, parse(query), operationOf(query))).toBeNull()
  })
})
