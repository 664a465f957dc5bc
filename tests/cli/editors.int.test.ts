/** Editors at a running service: what they change, what it leaves in the log, and that others do not wait for it. */
import { type RunningService, serve } from '../support/maitu'
import { freshDatabase, testConnection } from '../support/neo4j'

const IMPORT =
  'mutation Import($input: ImportDocumentInput!) { importDocument(input: $input) { status document { id name } articles { title } counts { people claims } } }'
const PAGE = `江城日报\n\n2024年4月1日 星期一\n\n江城加快老旧小区改造\n\n本报记者 陆知远\n\n江城市住房和城乡建设局局长闻人静表示：“今年要改造老旧小区120个。”江城市副市长欧阳楚表示，改造要听居民的意见。\n`

let service: RunningService
beforeAll(async () => {
  const database = await freshDatabase()
  await database.close()
  const { uri, username, password } = testConnection()
  service = await serve({
    NEO4J_URI: uri,
    NEO4J_USERNAME: username,
    NEO4J_PASSWORD: password,
    MAITU_EDITOR_TOKENS: 'lin:token-of-lin',
    LOG_LEVEL: 'warn',
  })
})
afterAll(async () => {
  if (service.child.exitCode === null) await service.end('SIGTERM')
})

interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is that of its operation
  readonly data?: any
  readonly errors?: readonly { message: string; extensions: Record<string, unknown> }[]
}

async function ask(
  query: string,
  variables: Record<string, unknown> = {},
  token: string | null = 'token-of-lin',
): Promise<Answer> {
  const response = await fetch(`${service.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  })
  return { status: response.status, ...((await response.json()) as object) }
}

it('an editor imports a page, the same page changes nothing, and the log says who it was', async () => {
  const input = { name: 'jiangcheng.txt', text: PAGE }
  expect((await ask(IMPORT, { input }, null)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }])
  const imported = await ask(IMPORT, { input })
  expect(imported.errors).toBeUndefined()
  expect(imported.data.importDocument).toMatchObject({ status: 'IMPORTED', document: { name: 'jiangcheng.txt' } })
  expect(imported.data.importDocument.counts.people).toBeGreaterThan(1)
  expect((await ask(IMPORT, { input })).data.importDocument.status).toBe('UNCHANGED')
  const lines = service
    .output()
    .split('\n')
    .filter(line => line.includes('"event":"mutation"'))
    .map(line => JSON.parse(line))
  expect(lines).toMatchObject([
    { editor: null, field: 'importDocument', errors: ['UNAUTHENTICATED'] },
    { editor: 'lin', field: 'importDocument', outcome: 'done' },
    { editor: 'lin', field: 'importDocument', outcome: 'done' },
  ])
  expect(service.output()).not.toContain('token-of-lin')
})

it('an editor merges, and undoes it', async () => {
  const people = await ask('{ people(first: 2) { edges { node { id name } } } }', {}, null)
  const [a, b] = people.data.people.edges.map((edge: { node: { id: string } }) => edge.node.id)
  const merge =
    'mutation($a: ID!, $b: ID!) { mergeEntities(survivor: $a, merged: $b, reason: "a trial") { decision { id undone } } }'
  const merged = await ask(merge, { a, b })
  expect(merged.errors).toBeUndefined()
  expect((await ask('query($b: ID!) { node(id: $b) { id } }', { b }, null)).data.node).not.toBeNull()
  const again = await ask(merge, { a, b })
  expect(again.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'merged' } }])
  const undo = await ask('mutation($id: ID!) { undoDecision(id: $id) { decision { id undone } } }', {
    id: merged.data.mergeEntities.decision.id,
  })
  expect(undo.data.undoDecision.decision.undone).toBe(true)
})

it('a megabyte of text that is being read does not slow those who ask', async () => {
  const prose = (i: number): string =>
    `改造从屋顶做起，第${i}栋楼的居民先看图纸，再提意见，施工队按意见改图。楼道里装上了灯，院子里种上了树，老人说晚上出门心里踏实多了。`.repeat(
      6,
    )
  const paragraphs = Array.from(
    { length: 900 },
    (_, i) => `${prose(i)}${i % 9 === 0 ? `江城市住房和城乡建设局局长闻人静表示：“今年要改造老旧小区${i + 10}个。”` : ''}\n\n`,
  )
  const text = `${PAGE}\n${paragraphs.join('')}`
  expect(Buffer.byteLength(text)).toBeGreaterThan(1_000_000)

  const small = async (): Promise<void> =>
    expect((await ask('{ people(first: 5) { edges { node { name } } } }', {}, null)).errors).toBeUndefined()
  await small()

  let over = false
  const reading = ask(IMPORT, { input: { name: 'long.txt', text } }).finally(() => {
    over = true
  })
  let meanwhile = 0
  for (; !over; meanwhile++) await small()
  const answer = await reading
  expect(answer.errors).toBeUndefined()
  expect(answer.data.importDocument.status).toBe('IMPORTED')
  // Hundreds on a quiet machine; a few where the thread that answers does the reading.
  expect(meanwhile).toBeGreaterThan(20)
})
