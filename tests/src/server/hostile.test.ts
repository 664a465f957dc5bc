/** What an attacker sends. Each is refused or bounded while ordinary requests keep being answered. */
import { connect } from 'node:net'
import type { Service } from '../../../src/server/serve'
import { beside as runBeside } from '../../support/beside'
import { ask, smallService } from './small-service'

const MB = 1024 * 1024
const EDITORS = new Map([['lin', 'token-of-lin']])

let service: Service
beforeAll(async () => {
  service = await smallService({ settings: { editors: EDITORS } })
})
afterAll(() => service.close())

/** Sends a body as it is and gives the status and the parsed answer. */
async function post(body: string | Buffer, headers: Record<string, string> = {}): Promise<{ status: number; text: string }> {
  const response = await fetch(`${service.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
  return { status: response.status, text: await response.text() }
}

const beside = <T>(attack: () => Promise<T>): Promise<T> =>
  runBeside(async () => expect((await ask(service, '{ work }')).data).toEqual({ work: 'done' }), attack)

const repeat = (count: number, make: (i: number) => string): string => Array.from({ length: count }, (_, i) => make(i)).join(' ')
const nested = (levels: number): string => `${'parent { '.repeat(levels)}id${' }'.repeat(levels)}`

describe('operations that are refused', () => {
  it.each([
    ['nested 5,000 deep', `{ thing(id: 1) { ${nested(5_000)} } }`],
    ['nested 500 deep', `{ thing(id: 1) { ${nested(500)} } }`],
    ['nested 17 deep with pages', `{ ${'things(first: 500) { edges { node { '.repeat(5)}id${' } } }'.repeat(5)} }`],
    ['5,000 fields wide', `{ ${repeat(5_000, i => `f${i}`)} }`],
    ['1,000 aliases of one field', `{ ${repeat(400, i => `a${i}: thing(id: ${i}) { id }`)} }`],
    ['the same field over and over', `{ ${'thing(id: 1) { id } '.repeat(360)} }`.replace(/id \} \}$/, 'nothing } }')],
    ['fragments in a circle', '{ thing(id: 1) { ...A } } fragment A on Thing { ...B } fragment B on Thing { ...A }'],
    ['a fragment in itself', '{ thing(id: 1) { ...A } } fragment A on Thing { parent { ...A } }'],
    [
      'fragments that double each other',
      `{ thing(id: 1) { ...F0 } } ${repeat(100, i => `fragment F${i} on Thing { a: parent { ...F${i + 1} } b: parent { ...F${i + 1} } }`)} fragment F100 on Thing { id }`,
    ],
    ['a huge page', '{ things(first: 2147483647) { edges { node { id } } } }'],
    ['a page beyond 32 bits', '{ things(first: 99999999999999999999) { edges { node { id } } } }'],
    ['a page of minus one', '{ things(last: -1) { edges { node { id } } } }'],
    ['2,000 directives', `{ work ${'@include(if: true) '.repeat(2_000)} }`],
    ['400 repeated directives', `{ work ${'@skip(if: false) '.repeat(400)} }`],
    ['directives that are unknown', `{ work ${repeat(900, i => `@d${i}`)} }`],
    ['1,000 variables', `query(${repeat(1_000, i => `$v${i}: Int`)}) { work }`],
    ['300 operations', repeat(300, i => `query Q${i} { work }`)],
    ['arguments nested 500 deep', `{ things(filter: ${'{and: ['.repeat(500)}${']}'.repeat(500)}) { totalCount } }`],
    ['a list of 2,000 values', `{ things(filter: {in: [${'"x" '.repeat(2_000)}]}) { totalCount } }`],
    ['doubled argument names', '{ thing(id: 1, id: 2) { id } }'],
    ['doubled keys of an input', '{ things(filter: {name: "a", name: "b"}) { totalCount } }'],
    ['__proto__ as a field of an input', '{ things(filter: {__proto__: {name: "a"}}) { totalCount } }'],
    ['__proto__ as a field', '{ __proto__ { constructor } }'],
    ['a type system instead of a question', 'type Query { a: Int }'],
    ['a subscription', 'subscription { work }'],
    ['comments of a megabyte minus a little', `{ work # ${'x'.repeat(MB - 200)}\n nothing }`],
    ['a name of 900,000 letters', `{ ${'a'.repeat(900_000)} }`],
    ['a string of 900,000 letters', `{ work(note: "${'省'.repeat(300_000)}") }`],
    ['900,000 brackets', '{'.repeat(900_000)],
    ['400,000 quotation marks', '"'.repeat(400_000)],
    ['a block string of 600,000 blanks', `{ work(note: """${' \\n'.repeat(200_000)}""") }`],
    ['an integer of 900,000 digits', `{ things(first: ${'9'.repeat(900_000)}) { totalCount } }`],
    ['nothing but null bytes', '\u0000'.repeat(1_000)],
    [
      'the schema around and around',
      `{ ${repeat(25, i => `s${i}: __schema { types { fields { type { fields { type { name } } } } } }`)} }`,
    ],
    [
      'the schema in a spiral',
      '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
    ],
  ])('%s', async (_, query) => {
    const answer = await beside(() => ask(service, query))
    expect(answer.status).toBe(400)
    expect(answer.errors?.length).toBeGreaterThan(0)
    expect(answer.errors?.every(error => error.extensions.code !== 'INTERNAL_SERVER_ERROR')).toBe(true)
    expect(answer.data).toBeUndefined()
    expect(JSON.stringify(answer.errors).length).toBeLessThan(100_000)
  })
})

describe('bodies that are refused', () => {
  it.each([
    ['more than a megabyte', JSON.stringify({ query: '{ work }', variables: { a: 'x'.repeat(MB) } }), 413],
    ['JSON nested 400,000 deep', `{"query":"{ work }","variables":{"a":${'['.repeat(400_000)}${']'.repeat(400_000)}}}`, 400],
    ['JSON nested in the query', `{"query":${'['.repeat(400_000)}${']'.repeat(400_000)}}`, 400],
    [
      'variables of 100,000 names',
      JSON.stringify({
        query: '{ work }',
        variables: Object.fromEntries(Array.from({ length: 60_000 }, (_, i) => [`v${i}`, 1])),
      }),
      400,
    ],
    ['a list of operations', JSON.stringify(Array.from({ length: 10_000 }, () => ({ query: '{ work }' }))), 400],
    ['half of a JSON text', '{"query":"{ work', 400],
    ['no JSON', '\u0000\u0001\u0002', 400],
    ['nothing', '', 400],
    ['null', 'null', 400],
    ['a number', '1e309', 400],
    ['a persisted query that is a text', '{"extensions":{"persistedQuery":"x"}}', 400],
    [
      'a persisted query that is named like a prototype',
      '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"__proto__"}}}',
      200,
    ],
    ['a persisted query whose hash is an object', '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":{"a":1}}}}', 200],
    ['variables that are a list', '{"query":"{ work }","variables":[1,2]}', 400],
  ])('%s', async (_, body, status) => {
    const answer = await beside(() => post(body, { accept: 'application/graphql-response+json' }))
    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.text).errors.length).toBeGreaterThan(0)
    expect(answer.text).not.toContain('INTERNAL_SERVER_ERROR')
  })

  it('of a reader, beyond a megabyte, are not even read to the end', async () => {
    const endless = new ReadableStream({ pull: controller => controller.enqueue(Buffer.alloc(64 * 1024, 'x')) })
    const sent = fetch(`${service.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: endless,
      duplex: 'half',
    } as RequestInit)
    const outcome = await sent.then(
      response => response.status,
      () => 'cut',
    )
    expect([413, 'cut']).toContain(outcome)
  })

  it('of an editor, beyond a megabyte, are taken for an import and nothing else', async () => {
    const bearer = { authorization: 'Bearer token-of-lin' }
    const text = '字'.repeat(2 * MB)
    const imported = await post(
      JSON.stringify({ query: 'mutation($input: Import) { importDocument(input: $input) }', variables: { input: { text } } }),
      bearer,
    )
    expect(JSON.parse(imported.text)).toEqual({ data: { importDocument: text.length } })
    for (const query of [
      'query($text: String) { work(note: $text) }',
      'mutation($text: String) { rename(name: $text) }',
      'nonsense',
    ]) {
      expect((await post(JSON.stringify({ query, variables: { text } }), bearer)).status).toBe(413)
    }
    const huge = Buffer.alloc(21 * MB, 'x')
    expect((await post(huge, bearer)).status).toBe(413)
  })

  it.each([
    ['packed', { 'content-encoding': 'gzip' }],
    ['in another encoding', { 'content-type': 'application/json; charset=utf-16' }],
    ['as a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['as text, so that a browser asks no questions', { 'content-type': 'text/plain' }],
    ['as a form with files', { 'content-type': 'multipart/form-data; boundary=x' }],
  ])('%s', async (_, headers) => {
    expect((await post('{"query":"{ work }"}', headers)).status).toBe(415)
  })
})

describe('operations that are odd and answered', () => {
  it.each([
    ['null bytes', 'a\u0000b'],
    ['half of a character', '\ud83d'],
    ['the other half', 'x\udc00y'],
    ['directions of writing', '\u202e省委\u202c'],
    ['a byte order mark', '\ufeff省委'],
  ])('with %s in a text', async (_, note) => {
    expect(await beside(() => ask(service, 'query($note: String) { work(note: $note) }', { variables: { note } }))).toMatchObject(
      { data: { work: 'done' } },
    )
  })

  it('with keys twice: the last counts', async () => {
    expect((await post('{"query":"{ nothing }","query":"{ work }"}')).text).toBe('{"data":{"work":"done"}}\n')
  })

  it('with keys that are parts of every object', async () => {
    const body =
      '{"query":"{ work }","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"variables":{"__proto__":{"polluted":1}}}'
    expect((await post(body)).text).toBe('{"data":{"work":"done"}}\n')
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

describe('connections', () => {
  const open = ({ url } = service): Promise<import('node:net').Socket> =>
    new Promise((resolve, reject) => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1', () => resolve(socket)).on('error', reject)
    })

  it('that send a byte now and then are cut off, and disturb nobody', async () => {
    const impatient = await smallService({ bodyMs: 2_000 })
    const sockets = await Promise.all(Array.from({ length: 100 }, () => open(impatient)))
    const ends = sockets.map(socket => {
      let received = ''
      socket.on('data', chunk => {
        received += chunk
      })
      socket.on('error', () => {})
      socket.write(
        'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{"query":"',
      )
      const trickle = setInterval(() => socket.write('x'), 100)
      return new Promise<string>(resolve =>
        socket.once('close', () => {
          clearInterval(trickle)
          resolve(received)
        }),
      )
    })
    const work = async () => expect((await ask(impatient, '{ work }')).data).toEqual({ work: 'done' })
    const answers = await runBeside(work, () => Promise.all(ends))
    await impatient.close()
    expect(answers.every(answer => answer.startsWith('HTTP/1.1 408'))).toBe(true)
  })

  it.each([
    ['no HTTP', 'HELO\r\n\r\n', 'HTTP/1.1 400'],
    [
      'two lengths',
      'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n',
      'HTTP/1.1 400',
    ],
    [
      'a length and chunks',
      'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      'HTTP/1.1 400',
    ],
    ['no host', 'GET /graphql HTTP/1.1\r\n\r\n', 'HTTP/1.1 400'],
    ['20,000 bytes of headers', `GET /graphql HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 'HTTP/1.1 431'],
    [
      'a path out of the bundle',
      'GET /playground/../../package.json HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
      'HTTP/1.1 404',
    ],
    ['a proxy request', 'GET http://example.org/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', 'HTTP/1.1 404'],
    [
      'another method',
      'DELETE /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n',
      'HTTP/1.1 405',
    ],
    ['a tunnel', 'CONNECT example.org:443 HTTP/1.1\r\nHost: localhost\r\n\r\n', ''],
    [
      'an upgrade',
      'GET /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n',
      'HTTP/1.1 400',
    ],
  ])('with %s are answered and end', async (_, sent, begins) => {
    const socket = await open()
    let received = ''
    socket.on('data', chunk => {
      received += chunk
    })
    socket.on('error', () => {})
    socket.write(sent)
    await new Promise(resolve => socket.once('close', resolve))
    expect(received.slice(0, begins.length)).toBe(begins)
  })
})
