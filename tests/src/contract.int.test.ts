/** The operations that clients already run, against the five documents, read by the importer as it is. Skipped where these files are not there. */
import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pino from 'pino'
import { importDocument } from '../../cli/importing'
import type { Database } from '../../database/connection'
import { type Service, startService } from '../../src/service'
import { type Ask, asking, CONTRACT } from '../support/asking'
import { freshDatabase } from '../support/neo4j'

const ARTICLES = join(CONTRACT, '../articles')
const isThere = existsSync(CONTRACT) && existsSync(ARTICLES)
if (!isThere) console.warn(`Not checked: ${CONTRACT} and ${ARTICLES} are not there.`)
const describeWhereThere = isThere ? describe : describe.skip

let database: Database
let service: Service
let ask: Ask

beforeAll(async () => {
  if (!isThere) return
  database = await freshDatabase()
  for (const name of readdirSync(ARTICLES).filter(name => name.endsWith('.txt'))) {
    await importDocument(database, { name, text: readFileSync(join(ARTICLES, name), 'utf8'), meta: {} })
  }
  ask = asking(database)
  service = await startService({
    database: { read: database.read.bind(database), readiness: async () => ({ ready: true }) },
    settings: {
      host: '127.0.0.1',
      port: 0,
      playground: false,
      introspection: true,
      playgroundBundle: '',
      examples: '',
      editors: new Map(),
      publicRead: false,
      corsOrigins: [],
    },
    editing: null,
    log: pino({ level: 'silent' }),
  })
})

afterAll(async () => {
  await service?.close()
  await database?.close()
})

describeWhereThere('what clients rely on', () => {
  const operation = (name: string): string => join(CONTRACT, `${name}.graphql`)
  const search = async (query: string, type: string): Promise<string> =>
    (await ask(operation('search'), { query, types: [type], first: 1 })).data.search.edges[0].node.id

  const VARIABLES: Readonly<Record<string, (first: number) => Promise<Record<string, unknown>> | Record<string, unknown>>> = {
    article: async () => ({ id: await search('创新', 'ARTICLE') }),
    claims: first => ({ first, filter: { region: { eq: '吉林省', within: true }, speakerRole: { eq: 'OFFICIAL' } } }),
    documents: first => ({ first }),
    'figure-comparisons': first => ({ first }),
    'initiatives-of-person': () => ({ name: '习近平' }),
    network: async first => ({ ids: [await search('吉林省', 'REGION')], depth: 2, limit: first }),
    'officials-on-initiative': first => ({ name: '新质生产力', first }),
    'organization-profile': () => ({ name: '新华社' }),
    'region-overview': () => ({ name: '吉林' }),
    search: first => ({ query: '发展', first }),
    'trace-connection': async first => ({
      from: await search('吉林省', 'REGION'),
      to: await search('新华社', 'ORGANIZATION'),
      first: Math.min(first, 50),
    }),
  }

  it.each(Object.keys(VARIABLES))('%s takes at most 10 statements, whatever the size of its pages', async name => {
    for (const first of [3, 100]) {
      const { errors, statements } = await ask(operation(name), await VARIABLES[name]?.(first))
      expect(errors).toEqual([])
      expect(statements).toBeLessThanOrEqual(10)
    }
  })

  it('lists the pairs that may be one within 10 statements', async () => {
    const { errors, statements } = await ask(operation('curate'), { first: 100 }, 'Suspects')
    expect(errors).toEqual([])
    expect(statements).toBeLessThanOrEqual(10)
  })

  // Last, when the database has planned the statements: on a machine that does much else planning alone can take the time of a request.
  it('meets every expectation', async () => {
    const check = promisify(execFile)(process.execPath, [join(CONTRACT, 'check.mjs'), '--url', `${service.url}/graphql`])
    const output = await check.then(
      ({ stdout }) => stdout,
      failure => failure.stdout as string,
    )
    expect(output.split('\n').filter(line => !line.startsWith('ok'))).toEqual([
      expect.stringMatching(/^\d+ passed, 0 failed$/),
      '',
    ])
  })
})
