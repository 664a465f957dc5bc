/** Filters as Cypher. */
import { InvalidInputError } from '../../../model/errors'
import {
  Conditions,
  compile,
  type Joined,
  meetsNothing,
  type Rules,
  referenceKey,
  referencesIn,
} from '../../../src/filter/compile'
import type { EntityFilter, RegionFilterRef, TextFilter, WordFilter } from '../../../src/filter/inputs'

interface Filter extends Joined<Filter> {
  role?: WordFilter | null
  speaker?: EntityFilter | null
  region?: RegionFilterRef | null
  text?: TextFilter | null
}
const RULES: Rules<Filter> = {
  role: (filter, cypher) => cypher.words('n.role', filter),
  speaker: (filter, cypher) => `n.speaker IN ${cypher.ids(filter, 'Person')}`,
  region: (filter, cypher) => `n.region IN ${cypher.regions(filter)}`,
  text: (filter, cypher) => cypher.text('n.text', filter.contains ?? ''),
}
const compiled = (filter: Filter, resolved = new Map<string, string[]>()) => {
  const cypher = new Conditions(resolved)
  return { predicate: compile(filter, RULES, cypher), params: cypher.params }
}

it('asks for nothing where the filter is empty', () => {
  expect(compiled({}).predicate).toBe('true')
  expect(compiled({ role: {}, and: [] }).predicate).toBe('true')
})

it('joins with and, or and not, values as parameters', () => {
  const { predicate, params } = compiled({
    role: { in: ['official'] },
    or: [{ role: { eq: 'expert' } }, { not: { role: { eq: 'other' } } }],
  })
  expect(predicate).toBe('(n.role IN $filter0 AND (n.role = $filter1 OR NOT coalesce(n.role = $filter2, false)))')
  expect(params).toEqual({ filter0: ['official'], filter1: 'expert', filter2: 'other' })
})

it('matches nothing where a filter takes any of none', () => {
  expect(compiled({ or: [] }).predicate).toBe('false')
  expect(compiled({ role: { in: [] } }).params).toEqual({ filter0: [] })
})

it('takes an entity by whatever its names resolved to', () => {
  const resolved = new Map([[referenceKey('Person', '李明'), ['per_1', 'per_2']]])
  expect(compiled({ speaker: { eq: '李明', in: ['无名'] } }, resolved).params).toEqual({ filter0: ['per_1', 'per_2'] })
})

it('means the members of a set of provinces only with everything below it', () => {
  const fields = { region: 'Region', speaker: 'Person' } as const
  const filter: Filter = {
    region: { eq: '东北', within: true },
    not: { or: [{ region: { eq: '东北' } }, { speaker: { in: ['a'] } }] },
  }
  expect(referencesIn(filter, fields)).toEqual([
    { type: 'RegionWithin', reference: '东北' },
    { type: 'Region', reference: '东北' },
    { type: 'Person', reference: 'a' },
  ])
})

it('wants every word of a text', () => {
  expect(compiled({ text: { contains: ' 低空  GDP ' } })).toEqual({
    predicate: '(toLower(n.text) CONTAINS toLower($filter0) AND toLower(n.text) CONTAINS toLower($filter1))',
    params: { filter0: '低空', filter1: 'GDP' },
  })
})

it('refuses what nests too deep or has too many conditions, naming the argument', () => {
  let deep: Filter = { role: { eq: 'official' } }
  for (let i = 0; i < 10; i++) deep = { not: deep }
  expect(() => compiled(deep)).toThrow(InvalidInputError)
  expect(() => compiled({ or: Array.from({ length: 100 }, () => ({ role: { eq: 'x' } })) })).toThrow(/^filter: /)
})

describe('a filter that names somebody', () => {
  const known = new Map([[referenceKey('Person', 'lin'), ['per_1']]])
  const nothing = (filter: Filter) => meetsNothing(filter, RULES, { speaker: 'Person', region: 'Region' }, new Conditions(known))

  it('is met by nothing where nobody is called so, also as one of several conditions', () => {
    expect(nothing({ speaker: { eq: 'wu' } })).toBe(true)
    expect(nothing({ speaker: { eq: 'lin' }, region: { in: ['nowhere'], within: true } })).toBe(true)
    expect(nothing({ and: [{ role: { eq: 'expert' } }, { and: [{ speaker: { eq: 'wu' } }] }] })).toBe(true)
  })

  it('may be met where somebody is called so, or where it need not hold', () => {
    expect(nothing({})).toBe(false)
    expect(nothing({ speaker: { in: ['wu', 'lin'] } })).toBe(false)
    expect(nothing({ or: [{ speaker: { eq: 'wu' } }, { role: { eq: 'expert' } }] })).toBe(false)
    expect(nothing({ not: { speaker: { eq: 'wu' } } })).toBe(false)
  })

  it('is refused where it is too large, whoever it names', () => {
    const many = Array.from({ length: 70 }, () => ({ role: { eq: 'expert' } }))
    expect(() => nothing({ speaker: { eq: 'wu' }, or: many })).toThrow(InvalidInputError)
  })
})
