/** What a window of the best matches tells of their order. */
import { type RankedRow, Rankings, rankingOf } from '../../../src/search/ranking'

const row = (scores: readonly number[], given = scores.length): RankedRow => ({
  version: 'graph 7',
  pins: [{ id: 'm0', form: '云溪' }],
  given,
  window: scores.map((score, i) => [`m${i}`, score]),
})

it('is whole where the index gave less than it was asked for', () => {
  const { ranked, isWhole, total } = rankingOf(row([9, 2, 2]), 100, false)
  expect(isWhole).toBe(true)
  expect(total).toBe(3)
  expect(ranked.map(({ id, form }) => [id, form])).toEqual([
    ['m0', '云溪'],
    ['m1', null],
    ['m2', null],
  ])
})

it('ends before those that score as the last of a full window, since there may be more of them', () => {
  const { ranked, isWhole, total } = rankingOf(row([9, 5, 2, 2]), 4, false)
  expect(ranked.map(({ id }) => id)).toEqual(['m0', 'm1'])
  expect(isWhole).toBe(false)
  expect(total).toBeNull()
})

it('knows how many there are where all were asked for, though it holds only the best', () => {
  const { ranked, isWhole, total } = rankingOf(row([9, 5, 2], 800), 10_001, false)
  expect([ranked.length, isWhole, total]).toEqual([2, false, 800])
})

it('is taken as it is where the window is as long as lists are shown', () => {
  expect(rankingOf(row([2, 2, 2], 20_000), 20_000, true).ranked).toHaveLength(3)
})

it('is forgotten where too many matches are remembered', () => {
  const rankings = new Rankings()
  const long = { ranked: Array.from({ length: 200_000 }, () => ({ id: 'm', score: 1, form: null })), isWhole: false, total: null }
  rankings.remember('a', 'graph 7', long)
  rankings.remember('b', 'graph 7', long)
  expect(rankings.recall('a')).toBeNull()
  expect(rankings.recall('b')).toBe(long)
})
