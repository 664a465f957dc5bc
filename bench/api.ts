/**
 * Measures the service against what could stand in its place, on one graph, on one machine, in turns with the same questions: hand-written Cypher in
 * a bare HTTP server (the floor), Maitu, and @neo4j/graphql. `npm run bench:api -- --help` tells the options.
 */
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import neo4j from 'neo4j-driver'
import { type ConnectionOptions, openDatabase } from '../database/connection'
import { ManagedDatabase } from '../database/managed/managed-database'
import { buildServiceSchema } from '../src/schema'
import { type Anatomy, anatomyOf } from './api/anatomy'
import { type Contender, startContender } from './api/contender'
import { askDear } from './api/dear'
import { ensureGraph } from './api/graph'
import { type Measured, summed, type Taken, take } from './api/load'
import { type Asked, contractOperation, operationsOf, pairsOf } from './api/operations'
import { processorTime } from './api/processor-time'
import { FULL_SIZE } from './generate'
import { CACHE as cacheDir } from './neo4j'

const HELP = `usage: npm run bench:api -- [--articles 100000] [--data DIR] [--seconds 10] [--connections 16] [--seed 1] [--only NAME] [--paths 200] [--against LIST]
  --articles N     the size of the generated graph; people, organizations and policies grow along
  --data DIR       where the Neo4j of the bench keeps it; what is there of another size is replaced
  --against LIST   which contenders: floor,maitu,generated
  --dear           the dearest questions instead: milliseconds of each, three times (in brackets the processor time of Neo4j), ordinary ones beside it`

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: join(tmpdir(), 'maitu-bench-api') },
      articles: { type: 'string', default: String(FULL_SIZE.articles) },
      seconds: { type: 'string', default: '10' },
      connections: { type: 'string', default: '16' },
      seed: { type: 'string', default: '1' },
      paths: { type: 'string', default: '200' },
      only: { type: 'string' },
      against: { type: 'string', default: 'floor,maitu,generated' },
      dear: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) {
    console.log(HELP)
    return
  }
  const managed = new ManagedDatabase({ dataDir: resolve(values.data), cacheDir })
  await ensureGraph(managed, Number(values.articles), Number(values.seed), console.log)
  const joined = await managed.join('bench')
  try {
    await bench(joined.connection, {
      seconds: Number(values.seconds),
      connections: Number(values.connections),
      seed: Number(values.seed),
      paths: Number(values.paths),
      only: values.only ?? null,
      against: values.against.split(','),
      dear: values.dear ?? false,
      neo4j: (await managed.status()).pid,
    })
  } finally {
    await joined.leave()
  }
}

interface Options {
  readonly seconds: number
  readonly connections: number
  readonly seed: number
  readonly paths: number
  readonly only: string | null
  readonly against: readonly string[]
  readonly dear: boolean
  /** The process of Neo4j. */
  readonly neo4j: number | null
}

const NAMES = ['floor', 'maitu', 'generated'] as const
type Name = (typeof NAMES)[number]
type Results = Partial<Record<Name, Measured>>

/** Each is measured in so many rounds, in turns, so that what else happens on the machine, and how warm Neo4j is, is the same for all. */
const ROUNDS = 4

/** Warms all of them up before the first is measured. */
async function sideBySide(contenders: ReadonlyMap<Name, Contender>, operation: Asked, options: Options): Promise<Results> {
  const { connections, seconds, neo4j } = options
  const asking = [...contenders].flatMap(([name, { url, pid }]) => {
    const bodies = bodiesFor(name, operation)
    return bodies === null ? [] : [{ name, pid, load: { url, bodies, connections, seconds: seconds / ROUNDS } }]
  })
  for (const { load } of [...asking, ...asking]) await take({ ...load, seconds: Math.max(2, seconds / 2) })
  const rounds = new Map<Name, Taken[]>()
  const used = new Map<Name, [own: number, neo4j: number]>()
  for (let round = 0; round < ROUNDS; round++) {
    for (const { name, pid, load } of asking) {
      const before = [processorTime(pid), processorTime(neo4j)] as const
      rounds.set(name, [...(rounds.get(name) ?? []), await take(load)])
      const [own, server] = used.get(name) ?? [0, 0]
      used.set(name, [own + processorTime(pid) - before[0], server + processorTime(neo4j) - before[1]])
    }
  }
  const results: Results = {}
  for (const [name, taken] of rounds) {
    const measured = summed(taken)
    const [own, server] = used.get(name) as [number, number]
    results[name] = measured
    console.log(
      `${name.padEnd(10)} ${operation.name.padEnd(26)} ${line(measured)}   processor time a request: server ${(own / measured.requests).toFixed(1)} ms, Neo4j ${(server / measured.requests).toFixed(1)} ms`,
    )
  }
  return results
}

async function dearest(connection: ConnectionOptions, { neo4j }: Options): Promise<void> {
  const maitu = await startContender('maitu', connection)
  await askDear(maitu.url, neo4j, console.log)
  await maitu.stop()
}

async function bench(connection: ConnectionOptions, options: Options): Promise<void> {
  if (options.dear) return dearest(connection, options)
  const database = await openDatabase(connection)
  const sizes = await database.read<{ label: string; count: number }>({
    name: 'bench.sizes',
    text: `UNWIND ['Article', 'Claim', 'Person', 'Organization', 'Policy', 'Figure'] AS label
CALL (label) { MATCH (n:$(label)) RETURN count(n) AS count } RETURN label, count`,
  })
  console.log(`graph: ${sizes.map(({ label, count }) => `${count} ${label}`).join(', ')}`)
  const asked = (await operationsOf(database, options.seed)).filter(({ name }) => options.only === null || name === options.only)
  const results = new Map<string, Results>()
  const contenders = new Map<Name, Contender>()
  try {
    for (const name of NAMES) if (options.against.includes(name)) contenders.set(name, await startContender(name, connection))
    for (const operation of asked) results.set(operation.name, await sideBySide(contenders, operation, options))
    const maitu = contenders.get('maitu')
    if (maitu && options.paths > 0 && (options.only === null || options.only === 'paths'))
      await paths(maitu.url, connection, options)
  } finally {
    for (const contender of contenders.values()) await contender.stop()
  }
  for (const operation of asked) compare(operation, results.get(operation.name) ?? {})
  if (options.against.includes('maitu')) await anatomies(connection, asked)
  await database.close()
}

function bodiesFor(contender: Name, { name, query, variables, generated }: Asked): string[] | null {
  if (contender === 'floor') return variables.map(own => JSON.stringify({ operation: name, variables: own }))
  if (contender === 'maitu') return variables.map(own => JSON.stringify({ query, variables: own }))
  if (typeof generated === 'string') return null
  return variables.map(own => JSON.stringify({ query: generated.query, variables: generated.variables(own) }))
}

const line = ({ requestsPerSecond, p50, p95, failed, requests }: Measured): string =>
  `${requestsPerSecond.toFixed(0).padStart(6)} requests/s   p50 ${p50.toFixed(1).padStart(7)} ms   p95 ${p95.toFixed(1).padStart(7)} ms   (${requests} requests${failed > 0 ? `, ${failed} FAILED` : ''})`

function compare({ name, generated }: Asked, { floor, maitu, generated: rival }: Results): void {
  if (!maitu) return
  if (floor) {
    const ratio = maitu.requestsPerSecond / floor.requestsPerSecond
    const slower = maitu.p95 / floor.p95
    console.log(`${name}: ${ratio.toFixed(2)} x the floor's requests/s (bar 0.5), p95 ${slower.toFixed(2)} x the floor's (bar 2)`)
  }
  if (rival)
    console.log(
      `${name}: ${(maitu.requestsPerSecond / rival.requestsPerSecond).toFixed(2)} x @neo4j/graphql's requests/s (bar 2)`,
    )
  else if (typeof generated === 'string') console.log(`${name}: @neo4j/graphql cannot be asked: ${generated}`)
}

/** Paths between random people, one at a time: the time of each is that of an analyst who waits for it. */
async function paths(url: string, connection: ConnectionOptions, { seed, paths: count }: Options): Promise<void> {
  const database = await openDatabase(connection)
  const query = contractOperation('trace-connection')
  const bodies = (await pairsOf(database, seed, count)).map(variables => JSON.stringify({ query, variables }))
  await database.close()
  const times: number[] = []
  let found = 0
  for (const body of bodies) {
    const start = performance.now()
    const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body }).then(response =>
      response.json(),
    )
    times.push(performance.now() - start)
    if ((answer as { data?: { paths?: unknown[] } }).data?.paths?.length) found++
  }
  times.sort((a, b) => a - b)
  const at = (share: number): string => (times[Math.floor(times.length * share)] ?? Number.NaN).toFixed(1)
  console.log(
    `maitu      paths, maxLength 6           p50 ${at(0.5)} ms   p95 ${at(0.95)} ms (bar 500)   ${found} of ${times.length} pairs are connected`,
  )
}

async function anatomies(connection: ConnectionOptions, asked: readonly Asked[]): Promise<void> {
  const database = await openDatabase(connection)
  const driver = neo4j.driver(connection.uri, neo4j.auth.basic(connection.username, connection.password), {
    telemetryDisabled: true,
  })
  const schema = buildServiceSchema()
  for (const operation of asked) {
    const anatomy: Anatomy = await anatomyOf(schema, database, driver, operation)
    console.log(
      `${operation.name}: ${anatomy.statements} statements, ${anatomy.rows.toFixed(0)} rows, ${anatomy.dbHitsPerRow.toFixed(0)} dbHits a row, ` +
        `${anatomy.database.toFixed(1)} ms in the database, ${anatomy.graphql.toFixed(1)} ms in GraphQL, ${anatomy.serialisation.toFixed(2)} ms in serialisation, ${(anatomy.bytes / 1024).toFixed(0)} kB`,
    )
  }
  await driver.close()
  await database.close()
}

main().catch(error => {
  console.error(error)
  process.exitCode = 1
})
