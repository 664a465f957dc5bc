import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '../../database/connection'
import { migrate, pendingMigrations, readMigrations } from '../../database/migrate'
import { statement } from '../../database/statement'
import { bareDatabase, MIGRATIONS, testConnection } from '../support/neo4j'

const COUNT = statement<{ count: number }>('test.countProbes', 'MATCH (probe:Probe) RETURN count(probe) AS count')
const INDEXES = statement<{ name: string }>(
  'test.probeIndexes',
  "SHOW INDEXES YIELD name WHERE name STARTS WITH 'probe' RETURN name ORDER BY name",
)
const FORGET = statement('test.forget', "CREATE (:Migration {name: '0009-from-the-future', checksum: 'x'})")

let database: Database
let folder: string
beforeEach(async () => {
  database = await bareDatabase()
  folder = mkdtempSync(join(tmpdir(), 'maitu-migrations-'))
  writeFileSync(
    join(folder, '0001-first.cypher'),
    '// A key; and a probe.\nCREATE CONSTRAINT probe_n IF NOT EXISTS FOR (p:Probe) REQUIRE p.n IS UNIQUE;\nCREATE (:Probe {n: 1, at: timestamp() + rand()});\n',
  )
  writeFileSync(join(folder, '0002-second.cypher'), 'CREATE INDEX probe_m IF NOT EXISTS\nFOR (p:Probe) ON (p.m);')
})
afterEach(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})
afterAll(async () => {
  await (await bareDatabase()).close()
})

describe('migrating', () => {
  it('applies the files in order, once', async () => {
    expect(await migrate(database, readMigrations(folder))).toEqual(['0001-first', '0002-second'])
    expect(await database.read(INDEXES)).toEqual([{ name: 'probe_m' }, { name: 'probe_n' }])
    expect(await migrate(database, readMigrations(folder))).toEqual([])
    expect(await pendingMigrations(database, readMigrations(folder))).toEqual([])
  })

  it('applies each file once when several begin at the same time', async () => {
    const others = await Promise.all([1, 2, 3].map(() => openDatabase(testConnection())))
    const applied = await Promise.all([database, ...others].map(one => migrate(one, readMigrations(folder))))
    await Promise.all(others.map(other => other.close()))
    expect(applied.flat().sort()).toEqual(['0001-first', '0002-second'])
    expect(await database.read(COUNT)).toEqual([{ count: 1 }])
  })

  it('refuses the database of a newer Maitu by the name of what it does not know', async () => {
    await migrate(database, readMigrations(folder))
    await database.write(FORGET)
    await expect(migrate(database, readMigrations(folder))).rejects.toThrow(/newer Maitu.*0009-from-the-future/)
  })

  it('refuses a file that was changed after it was applied', async () => {
    await migrate(database, readMigrations(folder))
    writeFileSync(join(folder, '0002-second.cypher'), 'CREATE INDEX probe_k IF NOT EXISTS FOR (p:Probe) ON (p.k);')
    await expect(migrate(database, readMigrations(folder))).rejects.toThrow(/0002-second was applied.*another text/)
  })

  it('goes on after a file that failed, once it is mended', async () => {
    writeFileSync(join(folder, '0002-second.cypher'), 'CREATE INDEX probe_m IF NOT EXISTS FOR')
    await expect(migrate(database, readMigrations(folder))).rejects.toThrow(/migration\.0002-second\.1/)
    writeFileSync(join(folder, '0002-second.cypher'), 'CREATE INDEX probe_m IF NOT EXISTS FOR (p:Probe) ON (p.m);')
    expect(await migrate(database, readMigrations(folder))).toEqual(['0002-second'])
  })

  it('applies the migrations of the repository to an empty database and finds nothing left to do', async () => {
    await migrate(database, readMigrations(MIGRATIONS))
    expect(await pendingMigrations(database, readMigrations(MIGRATIONS))).toEqual([])
  })
})
