import {
  type FragmentDefinitionNode,
  GraphQLError,
  getIntrospectionQuery,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql'
import { checkOperation } from '../../../src/limits/check-operation'
import { LIMITS } from '../../../src/limits/limits'
import { smallSchema } from '../server/small-service'

const schema = smallSchema()

function check(query: string, variables: Record<string, unknown> = {}): number | GraphQLError {
  const document = parse(query)
  expect(validate(schema, document)).toEqual([])
  try {
    return checkOperation({ schema, document, operation: document.definitions[0] as OperationDefinitionNode, variables })
  } catch (error) {
    return error as GraphQLError
  }
}

const codeOf = (refused: number | GraphQLError): unknown => (typeof refused === 'number' ? refused : refused.extensions.code)

describe('the cost of an operation', () => {
  it.each([
    ['a single thing and a single thing of it', '{ thing(id: 1) { parent { name } } }', {}, 2],
    ['a page without a size, which has 20 rows', '{ things { edges { node { name } } } }', {}, 20],
    ['a page with a size', '{ things(first: 7) { totalCount edges { cursor node { name } } } }', {}, 7],
    ['the last rows like the first', '{ things(last: 7) { edges { node { name } } } }', {}, 7],
    ['a size from a variable', 'query($n: Int) { things(first: $n) { edges { node { name } } } }', { n: 33 }, 33],
    ['a size from the default of a variable', 'query($n: Int = 44) { things(first: $n) { edges { node { name } } } }', {}, 44],
    [
      'a variable that is null as if it were not given',
      'query($n: Int = 44) { things(first: $n) { edges { node { name } } } }',
      { n: null },
      20,
    ],
    [
      'pages in pages, which multiply',
      '{ things(first: 10) { edges { node { things(first: 5) { edges { node { id } } } } } } }',
      {},
      60,
    ],
    ['what hangs at each row of a page', '{ things(first: 10) { edges { node { parent { id } parts { id } } } } }', {}, 50],
    [
      'a fragment wherever it is spread',
      '{ a: thing(id: 1) { ...F } b: thing(id: 2) { ...F } } fragment F on Thing { parts { id } }',
      {},
      8,
    ],
    ['an inline fragment', '{ thing(id: 1) { ... on Thing { parts { id } } } }', {}, 4],
  ])('counts %s', (_, query, variables, cost) => {
    expect(check(query, variables)).toBe(cost)
  })

  it('is refused above the limit, with the cost and the limit', () => {
    const refused = check(
      'query($n: Int) { things(first: $n) { edges { node { things(first: $n) { edges { node { id } } } } } } }',
      { n: 500 },
    )
    expect(refused).toBeInstanceOf(GraphQLError)
    expect((refused as GraphQLError).extensions).toMatchObject({
      code: 'LIMIT_EXCEEDED',
      exceeded: 'cost',
      cost: 250_500,
      limit: 25_000,
    })
    expect((refused as GraphQLError).message).toContain('250500')
  })

  it('of many small lists adds up', () => {
    const fields = Array.from({ length: 25 }, (_, i) => `a${i}: things(first: 500) { edges { node { parts { id } } } }`)
    expect(codeOf(check(`{ ${fields.join(' ')} }`))).toBe('LIMIT_EXCEEDED')
  })

  it('lets the usual question for the schema pass, and refuses one that goes around in it', () => {
    expect(check(getIntrospectionQuery())).toBeLessThan(25_000)
    const around = '{ __schema { types { fields { type { fields { type { name } } } } } } }'
    const fields = Array.from({ length: 8 }, (_, i) => `a${i}: ${around.slice(2, -2)}`)
    expect(codeOf(check(`{ ${fields.join(' ')} }`))).toBe('LIMIT_EXCEEDED')
  })
})

describe('a page', () => {
  it.each([
    ['first', 501],
    ['first', -1],
    ['last', 1_000_000_000],
  ])('with %s: %d is refused by the name of the argument', (argument, size) => {
    const refused = check(`{ things(${argument}: ${size}) { totalCount } }`) as GraphQLError
    expect(refused.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument })
    expect(refused.message).toContain(argument)
  })
})

describe('an operation', () => {
  const nested = (levels: number): string => (levels === 0 ? 'id' : `parent { ${nested(levels - 1)} }`)

  it('may be nested 18 deep and no deeper', () => {
    expect(check(`{ thing(id: 1) { ${nested(16)} } }`)).toBe(17)
    expect(check(`{ thing(id: 1) { ${nested(17)} } }`)).toMatchObject({ extensions: { exceeded: 'depth', depth: 19, limit: 18 } })
  })

  it('is as deep as its fragments make it', () => {
    const chain = Array.from({ length: 20 }, (_, i) => `fragment F${i} on Thing { parent { ${i < 19 ? `...F${i + 1}` : 'id'} } }`)
    expect(check(`{ thing(id: 1) { ...F0 } } ${chain.join(' ')}`)).toMatchObject({ extensions: { exceeded: 'depth', depth: 22 } })
  })

  it('may rename 30 fields and no more', () => {
    const renamed = (count: number): string =>
      `{ thing(id: 1) { ${Array.from({ length: count }, (_, i) => `a${i}: id`).join(' ')} } }`
    expect(check(renamed(30))).toBe(1)
    expect(check(renamed(31))).toMatchObject({ extensions: { exceeded: 'aliases', aliases: 31, limit: 30 } })
  })

  it('whose fragments double each other is measured by its text: no fragment is looked into more often for it', () => {
    const read = (levels: number): { cost: number; most: number } => {
      const doubling = Array.from(
        { length: levels },
        (_, i) => `fragment F${i} on Thing { ${i < levels - 1 ? `a: parent { ...F${i + 1} } ...F${i + 1}` : 'parent { id }'} }`,
      )
      const document = parse(`{ thing(id: 1) { ...F0 } } ${doubling.join(' ')}`)
      let most = 0
      for (const definition of document.definitions.slice(1)) {
        const { selectionSet } = definition as FragmentDefinitionNode
        let times = 0
        const get = () => {
          most = Math.max(most, ++times)
          return selectionSet
        }
        Object.defineProperty(definition, 'selectionSet', { get, enumerable: true })
      }
      const operation = document.definitions[0] as OperationDefinitionNode
      const anything = { ...LIMITS, depth: Infinity, aliases: Infinity, fields: Infinity, cost: Infinity }
      return { cost: checkOperation({ schema, document, operation, variables: {} }, anything), most }
    }
    const few = read(2)
    const many = read(14)
    expect(many.cost).toBeGreaterThan(2 ** 13)
    expect(few.most).toBeGreaterThan(0)
    expect(many.most).toBe(few.most)
  })
})

describe('arguments', () => {
  const ask = 'query($text: String, $filter: Filter) { work(note: $text) things(filter: $filter) { totalCount } }'
  let deep: Record<string, unknown> = { name: 'x' }
  for (let i = 0; i < 10_000; i++) deep = { and: [deep] }

  it.each([
    ['a text that is too long', { text: 'x'.repeat(2_001) }, 'text'],
    ['a text that is too long inside a filter', { filter: { and: [{ name: '省'.repeat(1_000_000) }] } }, 'filter.and.name'],
    ['too many values', { filter: { in: Array.from({ length: 1_001 }, () => 'x') } }, 'filter.in'],
    ['too many conditions', { filter: { and: Array.from({ length: 600 }, () => ({ name: 'x' })) } }, 'filter.and'],
    ['a nesting that is too deep', { filter: deep }, 'filter.and.and.and.and.and'],
  ])('with %s are refused by their name', (_, variables, argument) => {
    expect(check(ask, variables)).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument } })
  })

  it('are bounded where they stand in the operation itself', () => {
    const nest = (levels: number): string => (levels === 0 ? '{name: "x"}' : `{and: [${nest(levels - 1)}]}`)
    expect(check(`{ things(filter: ${nest(3)}) { totalCount } }`)).toBe(20)
    expect(check(`{ things(filter: ${nest(6)}) { totalCount } }`)).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', argument: 'filter' },
    })
    expect(codeOf(check(`{ work(note: "${'x'.repeat(2_001)}") }`))).toBe('BAD_USER_INPUT')
  })

  it('of an import may hold one long text', () => {
    const query = 'mutation($input: Import) { importDocument(input: $input) }'
    expect(check(query, { input: { text: 'x'.repeat(3_000_000) } })).toBe(0)
    expect(codeOf(check('mutation($n: String) { rename(name: $n) }', { n: 'x'.repeat(3_000) }))).toBe('BAD_USER_INPUT')
  })

  it('named like parts of every object change nothing', () => {
    const variables = JSON.parse('{"__proto__": {"text": "x"}, "constructor": {"prototype": {"polluted": true}}, "text": "fine"}')
    expect(check(ask, variables)).toBe(20)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})
