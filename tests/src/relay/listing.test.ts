/** Pages of lists: cursors, bounds, and what a page says of its place. */
import { InvalidInputError } from '../../../model/errors'
import { toConnection } from '../../../src/relay/connection'
import { decodeCursor, encodeCursor, listName, type Place } from '../../../src/relay/cursor'
import { type Listing, pageStatement } from '../../../src/relay/listing'
import type { Page } from '../../../src/relay/page'

const LISTING: Listing<string> = {
  name: 'test.list',
  match: 'MATCH (n:Thing)',
  keys: [{ expression: 'n.count', descending: true }, { expression: 'n.id' }],
  item: 'n.id',
}
const page = (overrides: Partial<Page> = {}): Page => ({
  limit: 2,
  backward: false,
  after: null,
  before: null,
  counted: false,
  peeked: true,
  list: 'things',
  ...overrides,
})
const place = (...values: Place['values']): Place => ({ list: 'things', parent: '', values })

describe('a cursor', () => {
  it('gives back the place it was made from', () => {
    expect(decodeCursor(encodeCursor(place(3, '新质', '')), 'after')).toEqual(place(3, '新质', ''))
  })

  it.each([
    '',
    'x',
    '%%%',
    'bnVsbA',
    encodeCursor(place()).slice(1),
    'A'.repeat(5000),
    Buffer.from('[{"a":1}]').toString('base64url'),
    Buffer.from('[3]').toString('base64url'),
  ])('is refused with the name of the argument where it is none: %s', text => {
    expect(() => decodeCursor(text, 'before')).toThrow(InvalidInputError)
    expect(() => decodeCursor(text, 'before')).toThrow(/^before: /)
  })

  it('of another order is refused', () => {
    expect(() => pageStatement(LISTING, page({ after: place('only one') }))).toThrow(/^after: is a cursor of another list/)
  })
})

describe('the name of a list', () => {
  it('is the same however the fields of the filter are ordered and whatever is null in it', () => {
    expect(listName('Query', 'claims', { filter: { a: 1, b: { c: 2, d: null } } })).toBe(
      listName('Query', 'claims', { filter: { b: { c: 2 }, a: 1 } }),
    )
  })

  it('differs with the filter, the order of listed values and the field', () => {
    const names = [
      listName('Query', 'claims', {}),
      listName('Query', 'people', {}),
      listName('Query', 'claims', { filter: { mode: { in: ['DIRECT', 'INDIRECT'] } } }),
      listName('Query', 'claims', { filter: { mode: { in: ['INDIRECT', 'DIRECT'] } } }),
    ]
    expect(new Set(names).size).toBe(4)
  })
})

describe('the statement of a page', () => {
  it('asks for no row more and no sort values where nobody asks what follows', () => {
    const { statement, params } = pageStatement(LISTING, page({ peeked: false, list: null }))
    expect(params).toEqual({ limit: 2 })
    expect(statement.text).toContain('{sort: [], item')
  })

  it('asks for one row more than the page has, and counts only when asked', () => {
    const { statement, params } = pageStatement(LISTING, page())
    expect(params).toEqual({ limit: 3 })
    expect(statement.text).not.toContain('count(')
    expect(pageStatement(LISTING, page({ counted: true })).statement.text).toContain('LIMIT 10001')
  })

  it('continues after a row by its sort values, values as parameters', () => {
    const { statement, params } = pageStatement(LISTING, page({ after: place(7, "x'}) DETACH DELETE n //") }))
    expect(params).toEqual({ limit: 3, after0: 7, after1: "x'}) DETACH DELETE n //" })
    expect(statement.text).toContain('sort0 <= $after0 AND (sort0 < $after0 OR sort0 = $after0 AND sort1 > $after1)')
    expect(statement.text).not.toContain('DETACH')
  })

  it('takes what comes afterwards from a place of its own, both within the page', () => {
    const afterwards = { match: 'MATCH (n:Other)', keys: [{ expression: '9' }, { expression: 'n.id' }], binds: 'n' }
    const { text } = pageStatement({ ...LISTING, afterwards }, page({ after: place(1, 'a') })).statement
    const [first, second] = text.split('UNION ALL')
    expect(first).toContain('MATCH (n:Thing)')
    expect(second).toContain('MATCH (n:Other)')
    for (const part of [first, second]) {
      expect(part).toContain('sort0 <= $after0')
      expect(part).toContain('LIMIT $limit RETURN n, sort0, sort1')
    }
  })

  it('turns every direction round for the end of the list', () => {
    expect(pageStatement(LISTING, page()).statement.text).toContain('ORDER BY sort0 DESC, sort1 ASC')
    expect(pageStatement(LISTING, page({ backward: true })).statement.text).toContain('ORDER BY sort0 ASC, sort1 DESC')
  })
})

describe('a connection', () => {
  const rows = (...ids: string[]) => ({ parent: '', items: ids.map((id, i) => ({ sort: [i, id], item: id })), total: null })

  it('drops the row that only says that there is more', () => {
    const connection = toConnection(rows('a', 'b', 'c'), page(), node => ({ node }))
    expect(connection.edges.map(edge => edge.node)).toEqual(['a', 'b'])
    expect(connection.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false })
  })

  it('shows rows from the end in the order of the list', () => {
    const connection = toConnection(rows('z', 'y', 'x'), page({ backward: true }), node => ({ node }))
    expect(connection.edges.map(edge => edge.node)).toEqual(['y', 'z'])
    expect(connection.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true })
  })

  it('says of a long list that its count is capped', () => {
    const counted = (total: number) => toConnection({ parent: '', items: [], total }, page({ counted: true }), node => ({ node }))
    expect(counted(10_000)).toMatchObject({ totalCount: 10_000, totalCountCapped: false })
    expect(counted(10_001)).toMatchObject({ totalCount: 10_000, totalCountCapped: true })
  })
})
