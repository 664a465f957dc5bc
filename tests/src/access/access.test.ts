import type { IncomingMessage } from 'node:http'
import { type AccessSettings, accessRules, denialOfMutation } from '../../../src/access/access'
import { isLoopback, namesLoopback } from '../../../src/access/hosts'

const EDITORS = new Map([
  ['lin', 'first-token'],
  ['wen', 'second-token'],
])
const CLOSED: AccessSettings = { host: '0.0.0.0', editors: EDITORS, publicRead: false }
const request = (headers: Record<string, string>): IncomingMessage => ({ headers }) as unknown as IncomingMessage

describe('the host', () => {
  it.each(['127.0.0.1', '127.8.9.1', 'localhost', '::1', '[::1]', 'LOCALHOST'])('%s is this machine', host => {
    expect(isLoopback(host)).toBe(true)
  })
  it.each(['0.0.0.0', '::', '192.168.1.4', 'example.org', '127.0.0.1.example.org', 'localhost.example.org'])(
    '%s is not',
    host => {
      expect(isLoopback(host)).toBe(false)
    },
  )
  it.each([
    ['localhost:4000', true],
    ['127.0.0.1:80', true],
    ['[::1]:4000', true],
    ['attacker.example:4000', false],
    ['127.0.0.1.nip.io', false],
    ['', false],
    [undefined, false],
  ])('in the header, %s names this machine: %s', (header, expected) => {
    expect(namesLoopback(header)).toBe(expected)
  })
})

describe('reading', () => {
  it('is open on this machine, to its own name only', () => {
    const rules = accessRules({ ...CLOSED, host: '127.0.0.1' })
    expect(rules(request({ host: 'localhost:4000' }))).toEqual({ editor: null, denial: null })
    expect(rules(request({ host: 'rebound.example:4000' }))).toMatchObject({ denial: { status: 421 } })
    expect(rules(request({ host: 'rebound.example:4000', authorization: 'Bearer first-token' }))).toMatchObject({
      denial: { status: 421 },
    })
  })
  it('needs a token elsewhere, or the word of the operator', () => {
    expect(accessRules(CLOSED)(request({ host: 'maitu.example' }))).toMatchObject({
      denial: { status: 401, code: 'UNAUTHENTICATED' },
    })
    expect(accessRules(CLOSED)(request({ host: 'maitu.example', authorization: 'Bearer second-token' }))).toEqual({
      editor: 'wen',
      denial: null,
    })
    expect(accessRules({ ...CLOSED, publicRead: true })(request({ host: 'maitu.example' }))).toEqual({
      editor: null,
      denial: null,
    })
  })
  it.each([
    'Bearer first-toke',
    'Bearer first-token-',
    'Bearer FIRST-TOKEN',
    'Bearer',
    'Bearer first-token second-token',
    'Bearer lin',
  ])('with "%s" is denied: nobody bears it', authorization => {
    expect(accessRules(CLOSED)(request({ host: 'x', authorization }))).toMatchObject({ editor: null, denial: { status: 401 } })
  })
})

describe('a mutation', () => {
  it('is off without editors, needs one of them otherwise', () => {
    expect(denialOfMutation(null, { editors: new Map() }, true)).toMatchObject({ status: 403 })
    expect(denialOfMutation('lin', { editors: EDITORS }, false)).toMatchObject({ status: 403 })
    expect(denialOfMutation(null, { editors: EDITORS }, true)).toMatchObject({ status: 401 })
    expect(denialOfMutation('lin', { editors: EDITORS }, true)).toBeNull()
  })
})
