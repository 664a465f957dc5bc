import { clearDatabase, databaseName } from '../../database/clear'
import type { Database } from '../../database/connection'
import { migrate, readMigrations } from '../../database/migrate'
import { statement } from '../../database/statement'
import { bareDatabase, MIGRATIONS } from '../support/neo4j'

const FILL = statement(
  'test.fillForClear',
  "CREATE (:Invoice {n: 1})<-[:PAID]-(:Customer), (:Document {id: 'doc_1'})<-[:PART_OF]-(:Article {id: 'art_1'}), (:Person:Entity {id: 'per_1'})",
)
const SCHEMA = statement('test.customerKey', 'CREATE CONSTRAINT customer_n IF NOT EXISTS FOR (c:Customer) REQUIRE c.n IS UNIQUE')
const LABELS = statement<{ labels: string[] }>('test.labels', 'MATCH (n) RETURN labels(n) AS labels ORDER BY labels')
const NAMES = statement<{ name: string }>(
  'test.schemaNames',
  "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name ORDER BY name",
)

let database: Database
beforeAll(async () => {
  database = await bareDatabase()
})
afterAll(async () => {
  await database.close()
  await (await bareDatabase()).close()
})

describe('clearing', () => {
  it('takes out what is of Maitu, its schema included, and nothing else', async () => {
    const migrations = readMigrations(MIGRATIONS)
    await migrate(database, migrations)
    await database.runAlone(SCHEMA)
    await database.write(FILL)

    await clearDatabase(database, migrations)

    expect(await database.read(LABELS)).toEqual([{ labels: ['Customer'] }, { labels: ['Invoice'] }])
    expect(await database.read(NAMES)).toEqual([{ name: 'customer_n' }])
    expect(await migrate(database, migrations)).toEqual(migrations.map(migration => migration.name))
  })

  it('knows the name of the database, which the user must give', async () => {
    expect(await databaseName(database)).toBe('neo4j')
  })
})
