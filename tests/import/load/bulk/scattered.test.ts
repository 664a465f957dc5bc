/** What is put aside on disk comes back grouped, whatever the order in which it came. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GRAPH_RULES } from '../../../../import/graph-rules'
import { CorpusPrintings } from '../../../../import/load/bulk/corpus-printings'
import { Scattered } from '../../../../import/load/bulk/scattered'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'maitu-scattered-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('scattered items', () => {
  test('come back with all others of their key and no others, in the order in which they came', () => {
    const scattered = new Scattered<{ readonly key: string; readonly number: number }>(join(folder, 'items'))
    for (let number = 0; number < 1_000; number++) {
      const key = `第${number % 70}组\n"${number % 7}"`
      scattered.add(key, { key, number })
    }
    scattered.close()
    const groups = [...scattered.groups()]
    expect(groups).toHaveLength(70)
    for (const group of groups) {
      expect(new Set(group.map(({ key }) => key)).size).toBe(1)
      const numbers = group.map(({ number }) => number)
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
    }
    expect(groups.flat()).toHaveLength(1_000)
  })
})

describe('printings of a corpus', () => {
  test('are joined by their signatures, and only where they share a band', () => {
    const printings = new CorpusPrintings(join(folder, 'printings'))
    const signature = (...different: number[]) => Array.from({ length: 32 }, (_, at) => (different.includes(at) ? at + 100 : at))
    const bands = (name: string) => Array.from({ length: 8 }, (_, at) => `${name}${at}`)
    printings.add({ id: 'late', publishedOn: '2024-01-02', signature: signature(0), bands: bands('a') })
    printings.add({ id: 'early', publishedOn: '2024-01-01', signature: signature(), bands: bands('a') })
    printings.add({ id: 'alike by chance', publishedOn: null, signature: signature(), bands: bands('b') })
    printings.add({ id: 'another text', publishedOn: null, signature: signature(...Array(32).keys()), bands: bands('a') })
    printings.add({ id: 'too short', publishedOn: null, signature: null, bands: null })
    printings.close()
    expect(printings.reprints(GRAPH_RULES)).toEqual([{ id: 'late', of: 'early', similarity: 31 / 32 }])
  })
})
