/** Counts that are remembered are told only of the graph that they were counted in. */
import { Counts, listKey, Remembered } from '../../../src/relay/remembered'

describe('a count', () => {
  it('is told while the graph stands at the version it was counted at', () => {
    const counts = new Counts()
    counts.remember('list', 'graph 7', 12)
    expect(counts.recall('list')).toBe(12)
    expect(counts.of('list', 'graph 7')).toBe(12)
    expect(counts.of('list', 'graph 8')).toBeNull()
    expect(counts.of('list', null)).toBeNull()
  })

  it('is counted again after a minute, for what came into the graph past the loader', () => {
    let now = 0
    const counts = new Counts(() => now)
    counts.remember('list', 'graph 7', 12)
    now = 61_000
    expect(counts.recall('list')).toBeNull()
  })

  it('is not kept of a graph without a version', () => {
    const counts = new Counts()
    counts.remember('list', null, 12)
    expect(counts.recall('list')).toBeNull()
  })

  it('is forgotten first where it was counted first, once there are very many', () => {
    const counts = new Counts()
    for (let i = 0; i <= 20_000; i++) counts.remember(`list ${i}`, 'graph 7', i)
    expect(counts.recall('list 0')).toBeNull()
    expect(counts.recall('list 20000')).toBe(20_000)
  })

  it('weighs what it is said to weigh', () => {
    const lists = new Remembered<readonly string[]>(5, list => list.length)
    lists.remember('a', 'graph 7', ['1', '2'])
    lists.remember('b', 'graph 7', ['1', '2'])
    lists.remember('a', 'graph 7', ['1', '2', '3'])
    expect(lists.recall('b')).toHaveLength(2)
    lists.remember('c', 'graph 7', ['1'])
    expect(lists.recall('b')).toBeNull()
    expect(lists.recall('a')).toHaveLength(3)
    lists.remember('d', 'graph 7', ['1', '2', '3', '4', '5', '6'])
    expect(lists.recall('d')).toBeNull()
  })

  it('has a key for what is counted, over what, of whom', () => {
    expect(listKey('MATCH (c:Claim)', { role: 'official' }, 'reg_1')).toBe(
      listKey('MATCH (c:Claim)', { role: 'official' }, 'reg_1'),
    )
    expect(listKey('MATCH (c:Claim)', { role: 'official' }, 'reg_1')).not.toBe(
      listKey('MATCH (c:Claim)', { role: 'official' }, 'reg_2'),
    )
  })
})
