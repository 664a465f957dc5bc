import { createHash } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { Writable } from 'node:stream'
import pino from 'pino'
import { DatabaseError, InvalidInputError } from '../../../model/errors'
import type { ServerContext } from '../../../src/request'
import type { Service } from '../../../src/server/serve'
import { ask, type SmallParts, smallService } from './small-service'

const running: Service[] = []
async function start(parts: SmallParts = {}): Promise<Service> {
  const service = await smallService(parts)
  running.push(service)
  return service
}
afterEach(async () => {
  await Promise.all(running.splice(0).map(service => service.close()))
})

/** A log that keeps its lines. */
function keepingLog(): { log: pino.Logger; lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = []
  const stream = new Writable({
    write(chunk, _, done) {
      lines.push(JSON.parse(String(chunk)))
      done()
    },
  })
  return { log: pino({ level: 'info', serializers: { error: pino.stdSerializers.err } }, stream), lines }
}

const EDITORS = new Map([['lin', 'token-of-lin']])
const bearer = { authorization: 'Bearer token-of-lin' }

describe('who may ask', () => {
  it('a request under another name is refused, since a page of the web made its own name point here', async () => {
    const service = await start()
    const { port } = new URL(service.url)
    const status = await new Promise(resolve => {
      const body = '{"query":"{ __typename }"}'
      const headers = { host: `evil.example:${port}`, 'content-type': 'application/json', 'content-length': body.length }
      httpRequest({ port, host: '127.0.0.1', path: '/graphql', method: 'POST', headers }, response =>
        resolve(response.statusCode),
      ).end(body)
    })
    expect(status).toBe(421)
  })

  it('mutations are off where no editor is known', async () => {
    const answer = await ask(await start(), 'mutation { rename(name: "x") }', { headers: bearer })
    expect(answer).toMatchObject({ status: 403, errors: [{ extensions: { code: 'FORBIDDEN' } }] })
    expect(answer.data).toBeUndefined()
  })

  it('mutations need the token of an editor, and the log says whose it was', async () => {
    const { log, lines } = keepingLog()
    const service = await start({ settings: { editors: EDITORS }, log })
    const query = 'mutation Rename($n: String) { rename(name: $n) }'
    expect(await ask(service, query, { variables: { n: 'x' } })).toMatchObject({
      status: 401,
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    })
    expect(await ask(service, query, { variables: { n: 'x' }, headers: { authorization: 'Bearer token-of-li' } })).toMatchObject({
      status: 401,
    })
    expect(await ask(service, query, { variables: { n: 'x' }, headers: bearer })).toMatchObject({
      status: 200,
      data: { rename: 'x' },
    })
    const audited = lines.filter(line => line.event === 'mutation')
    expect(audited).toMatchObject([
      {
        editor: null,
        field: 'rename',
        changes: [{ field: 'rename', arguments: { name: 'x' } }],
        outcome: 'refused or failed',
        errors: ['UNAUTHENTICATED'],
      },
      {
        editor: 'lin',
        field: 'rename',
        operation: 'Rename',
        changes: [{ field: 'rename', arguments: { name: 'x' } }],
        outcome: 'done',
      },
    ])
    expect(JSON.stringify(lines)).not.toContain('token-of')
  })

  it('the log says what a mutation changes also where that stands in the operation itself, and cuts long texts', async () => {
    const { log, lines } = keepingLog()
    const service = await start({ settings: { editors: EDITORS }, log })
    const name = 'y'.repeat(300)
    const query = `mutation { ...change again: rename(name: "${name}") } fragment change on Mutation { rename(name: "x") }`
    await ask(service, query, { headers: bearer })
    expect(lines.find(line => line.event === 'mutation')?.changes).toEqual([
      { field: 'rename', arguments: { name: 'x' } },
      { field: 'rename', arguments: { name: `${'y'.repeat(200)}… (300 characters)` } },
    ])
  })

  it('a mutation cannot come by GET', async () => {
    const service = await start({ settings: { editors: EDITORS } })
    const url = `${service.url}/graphql?query=${encodeURIComponent('mutation { rename(name: "x") }')}`
    const response = await fetch(url, { headers: { ...bearer, 'apollo-require-preflight': '1' } })
    expect(response.status).toBe(405)
  })

  it('a page of another origin cannot ask unless the settings name it', async () => {
    const closed = await start()
    const preflight = { method: 'OPTIONS', headers: { origin: 'https://press.example', 'access-control-request-method': 'POST' } }
    expect((await fetch(`${closed.url}/graphql`, preflight)).headers.get('access-control-allow-origin')).toBeNull()
    const form = { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"query":"{ work }"}' }
    expect((await fetch(`${closed.url}/graphql`, form)).status).toBe(415)
    expect((await fetch(`${closed.url}/graphql?query=%7Bwork%7D`)).status).toBe(400)
    const open = await start({ settings: { corsOrigins: ['https://press.example'] } })
    expect((await fetch(`${open.url}/graphql`, preflight)).headers.get('access-control-allow-origin')).toBe(
      'https://press.example',
    )
    const other = { ...preflight, headers: { ...preflight.headers, origin: 'https://other.example' } }
    expect((await fetch(`${open.url}/graphql`, other)).headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('introspection', () => {
  it('can be switched off, and then errors do not guess names either', async () => {
    const service = await start({ settings: { introspection: false } })
    const [schema, typo] = await Promise.all([ask(service, '{ __schema { types { name } } }'), ask(service, '{ wrok }')])
    expect(schema.status).toBe(400)
    expect(JSON.stringify(typo.errors)).not.toContain('work"?')
  })
})

describe('errors', () => {
  it('of ours are masked, with an id that is in the log', async () => {
    const { log, lines } = keepingLog()
    const service = await start({
      log,
      work: () => {
        throw new Error('secret of the house')
      },
    })
    const { errors } = await ask(service, '{ work }')
    expect(errors).toHaveLength(1)
    expect(errors?.[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR')
    expect(JSON.stringify(errors)).not.toContain('secret')
    const line = lines.find(one => one.event === 'request.internal_error')
    expect(line).toMatchObject({ id: errors?.[0]?.extensions.id, error: { message: 'secret of the house' } })
    expect(errors?.[0]?.message).toContain(String(line?.id))
  })

  it('at many places with one cause have one line in the log', async () => {
    const { log, lines } = keepingLog()
    const once = new Error('all of it')
    const service = await start({
      log,
      work: () => {
        throw once
      },
    })
    const { errors } = await ask(service, '{ a: work b: work c: work }')
    expect(new Set(errors?.map(error => error.extensions.id)).size).toBe(1)
    expect(lines.filter(line => line.event === 'request.internal_error')).toHaveLength(1)
  })

  it('of input name the argument, and the log has the code that the client gets', async () => {
    const { log, lines } = keepingLog()
    const service = await start({
      log,
      work: () => {
        throw new InvalidInputError('after', 'is not a cursor of this list')
      },
    })
    const answer = await ask(service, '{ work }')
    expect(lines.find(line => line.event === 'operation')?.errors).toEqual(['BAD_USER_INPUT'])
    expect(answer).toMatchObject({
      status: 200,
      errors: [{ message: 'after: is not a cursor of this list', extensions: { code: 'BAD_USER_INPUT', argument: 'after' } }],
    })
  })

  it('of variables are those of the client', async () => {
    const answer = await ask(await start(), 'query($id: ID!) { thing(id: $id) { id } }', { variables: { id: { a: 1 } } })
    expect(answer).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] })
    expect(answer.errors?.[0]?.message).toContain('$id')
  })

  it('of a database that is away say so, and hide where it is', async () => {
    const away = new DatabaseError('Neo4j at bolt://10.0.0.7 cannot be reached', { code: 'ServiceUnavailable' })
    const service = await start({
      work: () => {
        throw away
      },
    })
    const { errors } = await ask(service, '{ work }')
    expect(errors?.[0]?.extensions.code).toBe('SERVICE_UNAVAILABLE')
    expect(JSON.stringify(errors)).not.toContain('10.0.0.7')
  })

  it('of a broken statement are ours and masked', async () => {
    const broken = new DatabaseError('Neo4j refused the statement person.find', { code: 'Neo.ClientError.Statement.SyntaxError' })
    const service = await start({
      work: () => {
        throw broken
      },
    })
    const { errors } = await ask(service, '{ work }')
    expect(errors?.[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR')
  })
})

describe('readiness', () => {
  const database = {
    read: async () => [],
    readiness: async () => ({ ready: false, problem: 'Neo4j at bolt://10.0.0.7 is away' }) as const,
  }

  it('is logged when it changes, not whenever somebody asks', async () => {
    const { log, lines } = keepingLog()
    const problems = ['away', 'away', 'too old', null, null, 'away']
    const readiness = async () => {
      const problem = problems.shift() ?? null
      return problem === null ? ({ ready: true } as const) : ({ ready: false, problem } as const)
    }
    const service = await start({ log, database: { read: async () => [], readiness } })
    for (const _ of [...problems]) await fetch(`${service.url}/ready`)
    const told = lines.filter(line => ['ready', 'not_ready'].includes(String(line.event))).map(line => line.problem ?? line.event)
    expect(told).toEqual(['away', 'too old', 'ready', 'away'])
  })

  it('says what is wrong on this machine, and elsewhere only that something is', async () => {
    const here = await start({ database })
    expect(await (await fetch(`${here.url}/ready`)).json()).toEqual({ ready: false, problem: 'Neo4j at bolt://10.0.0.7 is away' })
    const everywhere = await start({ database, settings: { host: '0.0.0.0' } })
    const response = await fetch(`http://127.0.0.1:${new URL(everywhere.url).port}/ready`)
    expect(response.status).toBe(503)
    expect(await response.text()).not.toContain('10.0.0.7')
  })
})

describe('operations', () => {
  it('leave a line with name, time, rows, statements and the id of the request', async () => {
    const { log, lines } = keepingLog()
    const read = async <Row>() => [{}, {}] as Row[]
    const work = ({ request }: ServerContext) => request.reader.read({ name: 'a', text: '' }).then(rows => rows.length)
    const service = await start({ log, work, database: { read, readiness: async () => ({ ready: true }) } })
    const answer = await ask(service, 'query Named { work }', { headers: { 'x-request-id': 'from-the-proxy' } })
    expect(answer.headers.get('x-request-id')).toBe('from-the-proxy')
    expect(lines.filter(line => line.event === 'operation')).toMatchObject([
      {
        request: 'from-the-proxy',
        operation: 'Named',
        kind: 'query',
        statements: 1,
        rows: 2,
        milliseconds: expect.any(Number),
        databaseMilliseconds: expect.any(Number),
      },
    ])
    const metrics = await (await fetch(`${service.url}/metrics`)).text()
    expect(metrics).toContain('maitu_operations_total{field="work",outcome="ok"} 1')
    expect(metrics).toContain('maitu_statement_seconds_count{statement="a"} 1')
    expect(metrics).toContain('maitu_rows_total 2')
  })

  it('do not make labels or log lines of whatever names clients choose', async () => {
    const { log, lines } = keepingLog()
    const service = await start({ log })
    await ask(service, `query ${'N'.repeat(1_500)} { work }`, { headers: { 'x-request-id': 'line\\nbreak {}' } })
    const metrics = await (await fetch(`${service.url}/metrics`)).text()
    expect(metrics).not.toContain('NNNN')
    expect(String(lines.find(line => line.event === 'operation')?.operation)).toHaveLength(100)
    expect(JSON.stringify(lines)).not.toContain('break')
  })

  it('can be persisted and asked for by their hash', async () => {
    const service = await start()
    const query = '{ work }'
    const extensions = { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') } }
    const byHash = () =>
      fetch(`${service.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ extensions }),
      }).then(r => r.json())
    expect(await byHash()).toMatchObject({ errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] })
    expect(await ask(service, query, { extensions })).toMatchObject({ data: { work: 'done' } })
    expect(await byHash()).toEqual({ data: { work: 'done' } })
  })

  it('are not taken in batches', async () => {
    const service = await start()
    const body = JSON.stringify([{ query: '{ work }' }, { query: '{ work }' }])
    const response = await fetch(`${service.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    expect(response.status).toBe(400)
  })

  it('end in the database when the client goes away', async () => {
    let signal: AbortSignal | undefined
    const work = ({ request }: ServerContext) => {
      signal = request.signal
      return new Promise(resolve => request.signal.addEventListener('abort', resolve, { once: true }))
    }
    const service = await start({ work })
    const client = new AbortController()
    const asked = fetch(`${service.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ work }"}',
      signal: client.signal,
    })
    asked.catch(() => {})
    while (!signal) await new Promise(resolve => setTimeout(resolve, 5))
    client.abort()
    await new Promise(resolve => signal?.addEventListener('abort', resolve, { once: true }))
    expect(signal.aborted).toBe(true)
  })
})

describe('stopping', () => {
  it('finishes what runs and takes nothing new', async () => {
    let finish: (value: string) => void = () => {}
    let begin: () => void = () => {}
    const begun = new Promise<void>(resolve => {
      begin = resolve
    })
    const work = () =>
      new Promise<string>(resolve => {
        finish = resolve
        begin()
      })
    const service = await start({ work })
    const asked = ask(service, '{ work }')
    await begun
    const closing = service.close()
    await expect(fetch(`${service.url}/ready`)).rejects.toThrow()
    finish('finished')
    expect(await asked).toMatchObject({ status: 200, data: { work: 'finished' } })
    await closing
    running.length = 0
  })

  it('cuts what does not finish in time', async () => {
    const service = await start({ work: () => new Promise(() => {}), graceMs: 200 })
    const asked = ask(service, '{ work }')
    const refused = expect(asked).rejects.toThrow()
    await new Promise(resolve => setTimeout(resolve, 50))
    await service.close()
    await refused
    running.length = 0
  })
})
