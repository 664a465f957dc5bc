import { auditServer } from 'graphql-http'
import type { Service } from '../../../src/server/serve'
import { smallService } from './small-service'

let service: Service
beforeAll(async () => {
  service = await smallService()
})
afterAll(() => service.close())

/** GET works with the header that CSRF prevention asks for; without it, any page of the web could make a browser ask. */
const NEEDS_PREFLIGHT = 'a GET that a browser sends without asking first is refused (CSRF prevention)'

/** What a server may do and ours does not, each with the reason. */
const NOT_DONE: Readonly<Record<string, string>> = {
  '5A70': NEEDS_PREFLIGHT,
  D6D5: NEEDS_PREFLIGHT,
  '6A70': NEEDS_PREFLIGHT,
}

describe('GraphQL over HTTP', () => {
  it('has every MUST and every SHOULD, and only those MAY missing that have a reason here', async () => {
    const results = await auditServer({ url: `${service.url}/graphql` })
    const missed = results.filter(result => result.status !== 'ok')
    expect(missed.map(({ id, name }) => `${id} ${name.split(' ', 1)[0]}`).sort()).toEqual(
      Object.keys(NOT_DONE)
        .map(id => `${id} MAY`)
        .sort(),
    )
  })

  it('misses nothing at all for clients that send the header against cross-site requests', async () => {
    const fetchFn = (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...init.headers, 'apollo-require-preflight': '1' } })
    const results = await auditServer({ url: `${service.url}/graphql`, fetchFn })
    expect(results.filter(result => result.status !== 'ok').map(({ id, name }) => `${id} ${name}`)).toEqual([])
  })
})
