/** What a list without an index may take is bounded for each request. */
import type { ServiceDatabase } from '../../src/reader'
import { RequestReader } from '../../src/reader'

/** Answers after so long, or ends with the reason of the signal. */
const slow = (milliseconds: number): ServiceDatabase => ({
  read: (_, __, bounds = {}) =>
    new Promise((resolve, reject) => {
      const answer = setTimeout(() => resolve([]), milliseconds)
      bounds.signal?.addEventListener('abort', () => {
        clearTimeout(answer)
        reject(bounds.signal?.reason)
      })
    }),
  readiness: async () => ({ ready: true }),
})
const STATEMENT = { name: 'test.list', text: 'RETURN 1' }
const REFUSED = { extensions: { code: 'TIME_LIMIT_EXCEEDED', exceeded: 'lookThroughMs', limit: 150 } }

it('gives a statement up that takes longer than it may, and says which limit that is', async () => {
  await expect(new RequestReader(slow(5_000)).read(STATEMENT, {}, 150)).rejects.toMatchObject(REFUSED)
})

it('counts together what the statements of a request take', async () => {
  const reader = new RequestReader(slow(100))
  await expect(reader.read(STATEMENT, {}, 150)).resolves.toEqual([])
  await expect(reader.read(STATEMENT, {}, 150)).rejects.toMatchObject(REFUSED)
  await expect(reader.read(STATEMENT)).resolves.toEqual([])
})

it('says why where the request ends before', async () => {
  const controller = new AbortController()
  const reader = new RequestReader(slow(5_000), { signal: controller.signal })
  setTimeout(() => controller.abort(new Error('gone')), 20)
  await expect(reader.read(STATEMENT, {}, 4_000)).rejects.toThrow('gone')
})
