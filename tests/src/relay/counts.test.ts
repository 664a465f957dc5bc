/** Counts that are remembered are told only of the graph that they were counted in. */
import { Counts } from '../../../src/relay/counts'

describe('a count', () => {
  it('is told while the graph stands at the version it was counted at', () => {
    const counts = new Counts()
    counts.remember('list', 'graph 7', 12)
    expect(counts.knows('list')).toBe(true)
    expect(counts.of('list', 'graph 7')).toBe(12)
    expect(counts.of('list', 'graph 8')).toBeNull()
    expect(counts.of('list', null)).toBeNull()
  })

  it('is counted again after a minute, for what came into the graph past the loader', () => {
    let now = 0
    const counts = new Counts(() => now)
    counts.remember('list', 'graph 7', 12)
    now = 61_000
    expect(counts.knows('list')).toBe(false)
  })

  it('is not kept of a graph without a version', () => {
    const counts = new Counts()
    counts.remember('list', null, 12)
    expect(counts.knows('list')).toBe(false)
  })

  it('is forgotten first where it was counted first, once there are very many', () => {
    const counts = new Counts()
    for (let i = 0; i <= 20_000; i++) counts.remember(`list ${i}`, 'graph 7', i)
    expect(counts.knows('list 0')).toBe(false)
    expect(counts.knows('list 20000')).toBe(true)
  })

  it('has a key for what is counted, over what, of whom', () => {
    expect(Counts.key('MATCH (c:Claim)', { role: 'official' }, 'reg_1')).toBe(
      Counts.key('MATCH (c:Claim)', { role: 'official' }, 'reg_1'),
    )
    expect(Counts.key('MATCH (c:Claim)', { role: 'official' }, 'reg_1')).not.toBe(
      Counts.key('MATCH (c:Claim)', { role: 'official' }, 'reg_2'),
    )
  })
})
