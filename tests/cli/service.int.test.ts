/** The service with a Neo4j that others use too. */
import { join } from 'node:path'
import { statement } from '../../database/statement'
import { documents, maitu, ROOT, type RunningService, serve } from '../support/maitu'
import { freshDatabase, testConnection } from '../support/neo4j'

const COUNT = statement<{ count: number }>('test.countDocuments', 'MATCH (document:Document) RETURN count(document) AS count')
const FOREIGN = statement('test.foreign', 'CREATE (:Invoice {n: 1})')

const SAMPLE = join(ROOT, 'samples', 'agency-report.txt')

let service: RunningService | null = null
afterAll(async () => {
  if (service?.child.exitCode === null) await service.end('SIGKILL')
})

it('the service on a server of its own gets no samples, leaves what others keep there, and resets only what is its own', async () => {
  const database = await freshDatabase()
  await database.write(FOREIGN)
  const { uri, password } = testConnection()
  const env = { NEO4J_URI: uri, NEO4J_PASSWORD: password, NEO4J_DATABASE: 'neo4j' }

  service = await serve(env)
  expect(await documents(service.url)).toEqual([])
  expect(await maitu(['import', SAMPLE], env)).toMatchObject({ status: 0 })
  expect(await documents(service.url)).toEqual(['agency-report.txt'])
  expect(await service.end('SIGTERM')).toBe(0)

  expect(await maitu(['database', 'reset'], env)).toMatchObject({ status: 2, stderr: expect.stringMatching(/reset neo4j/) })
  expect(await database.read(COUNT)).toEqual([{ count: 1 }])
  expect(await maitu(['database', 'reset', 'neo4j'], env)).toMatchObject({ status: 0 })
  expect(await database.read(COUNT)).toEqual([{ count: 0 }])
  expect(await database.read(statement<{ n: number }>('test.invoices', 'MATCH (i:Invoice) RETURN i.n AS n'))).toEqual([{ n: 1 }])
  await database.close()
})
