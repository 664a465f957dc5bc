import { type Database, openDatabase, type StatementEvent } from '../../database/connection'
import { statement } from '../../database/statement'
import { Float } from '../../database/values'
import { DatabaseError } from '../../model/errors'
import { freshDatabase, testConnection } from '../support/neo4j'

const ECHO = statement<{ value: unknown }>('test.echo', 'RETURN $value AS value')
const CREATE = statement('test.create', 'CREATE (:Probe {n: $n})')
const COUNT = statement<{ count: number }>('test.count', 'MATCH (probe:Probe) RETURN count(probe) AS count')
const PAGE = statement<{ n: number }>('test.page', 'UNWIND range(1, 9) AS n RETURN n LIMIT $limit')
const NODE = statement<{ probe: { n: number; on: string } }>(
  'test.node',
  "CREATE (probe:Probe {n: 3, on: date('2024-04-01')}) RETURN probe",
)
const BROKEN = statement('test.broken', 'MATCH (n RETURN n')

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

describe('the database', () => {
  it.each([[1], [1.5], ['脉图'], [true], [null], [[1, [2, 'x']]], [{ a: 1, b: [{ c: 2.5 }] }]])(
    'gives back %j as it was sent',
    async value => {
      expect(await database.read(ECHO, { value })).toEqual([{ value }])
    },
  )

  it('sends whole numbers as integers, so that LIMIT takes them, and floats where that is asked for', async () => {
    expect(await database.read(PAGE, { limit: 2 })).toEqual([{ n: 1 }, { n: 2 }])
    const half = statement<{ half: number }>('test.half', 'RETURN $n / 2 AS half')
    expect(await database.read(half, { n: 3 })).toEqual([{ half: 1 }])
    expect(await database.read(half, { n: new Float(3) })).toEqual([{ half: 1.5 }])
  })

  it('gives nodes as their properties and dates as ISO strings', async () => {
    expect(await database.write(NODE)).toEqual([{ probe: { n: 3, on: '2024-04-01' } }])
  })

  it('takes back everything of a transaction that throws', async () => {
    const before = await database.read(COUNT)
    const failing = database.inTransaction(async transaction => {
      await transaction.run(CREATE, { n: 1 })
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await database.read(COUNT)).toEqual(before)
  })

  it('tells its listeners the name, time and rows of every statement', async () => {
    const heard: StatementEvent[] = []
    const stop = database.observe(event => heard.push(event))
    await database.read(PAGE, { limit: 4 })
    stop()
    await database.read(PAGE, { limit: 4 })
    expect(heard).toEqual([{ name: 'test.page', mode: 'read', milliseconds: expect.any(Number), rows: 4, failed: false }])
  })

  it('names the statement that Neo4j refuses', async () => {
    await expect(database.read(BROKEN)).rejects.toThrow(/refused the statement test\.broken/)
    await expect(database.read(BROKEN)).rejects.toBeInstanceOf(DatabaseError)
  })

  it('names the operators of a plan without running it', async () => {
    const before = await database.read(COUNT)
    expect(await database.plan(CREATE, { n: 1 })).toContain('Create')
    expect(await database.read(COUNT)).toEqual(before)
  })
})

describe('opening', () => {
  it('says that the password is wrong', async () => {
    await expect(openDatabase({ ...testConnection(), password: 'wrong' })).rejects.toThrow(
      /refuses the user name or password.*NEO4J_PASSWORD/,
    )
  })

  it('says that nobody answers', async () => {
    await expect(openDatabase({ ...testConnection(), uri: 'bolt://127.0.0.1:1' })).rejects.toThrow(
      /bolt:\/\/127\.0\.0\.1:1 cannot be reached.*NEO4J_URI/,
    )
  })

  it('says that there is no such database', async () => {
    await expect(openDatabase({ ...testConnection(), database: 'nowhere' })).rejects.toThrow(
      /no database named "nowhere".*NEO4J_DATABASE/,
    )
  })
})

describe('a signal', () => {
  const ENDLESS = statement('test.endless', 'UNWIND range(1, 1000000000) AS n WITH n WHERE n % 7 = 8 RETURN count(n) AS count')
  const RUNNING = statement<{ running: number }>(
    'test.running',
    "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'UNWIND range(1, 1000000000)' RETURN count(*) AS running",
  )

  it('ends a statement in the server too, and the call rejects with its reason', async () => {
    const controller = new AbortController()
    const asked = database.read(ENDLESS, {}, { signal: controller.signal })
    asked.catch(() => {})
    await until(async () => (await database.read(RUNNING))[0]?.running === 1)
    const reason = new Error('nobody waits for it')
    controller.abort(reason)
    await expect(asked).rejects.toBe(reason)
    await until(async () => (await database.read(RUNNING))[0]?.running === 0)
  })

  it('that is aborted already lets nothing begin', async () => {
    const heard: StatementEvent[] = []
    const stop = database.observe(event => heard.push(event))
    await expect(database.read(PAGE, { limit: 1 }, { signal: AbortSignal.abort(new Error('too late')) })).rejects.toThrow(
      'too late',
    )
    stop()
    expect(heard).toEqual([])
  })
})

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 300_000
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('It did not come about within 300 s.')
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
