/** The managed database in a file, and back. It needs a Neo4j of its own, which is stopped for it. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '../../../database/connection'
import { dumpDatabase, loadDatabase } from '../../../database/managed/backup'
import { ManagedDatabase } from '../../../database/managed/managed-database'
import { statement } from '../../../database/statement'
import { cacheDir } from '../../support/cache'

const folder = mkdtempSync(join(tmpdir(), 'maitu-test-'))
const managed = new ManagedDatabase({ dataDir: join(folder, 'data'), cacheDir })
const file = join(folder, 'backup.dump')
afterAll(async () => {
  await managed.stop({ force: true })
  rmSync(folder, { recursive: true, force: true })
})

const MARK = statement('backupTest.mark', 'CREATE (:Mark {of: $of})')
const MARKS = statement<{ of: string }>('backupTest.marks', 'MATCH (mark:Mark) RETURN mark.of AS of ORDER BY of')

async function withLive<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const joined = await managed.join('test')
  const database = await openDatabase(joined.connection)
  try {
    return await work(database)
  } finally {
    await database.close()
    await joined.leave()
  }
}
const marks = () => withLive(async database => (await database.read(MARKS)).map(({ of }) => of))

test('what was dumped comes back, and what came later is gone', async () => {
  await withLive(database => database.write(MARK, { of: 'before' }))
  await dumpDatabase(managed, file)
  await withLive(database => database.write(MARK, { of: 'after' }))
  expect(await marks()).toEqual(['after', 'before'])
  await loadDatabase(managed, file)
  expect(await marks()).toEqual(['before'])
  expect(readdirSync(folder).sort()).toEqual(['backup.dump', 'data'])
})

test('a file that is there already is not overwritten, and one that is no dump changes nothing', async () => {
  await expect(dumpDatabase(managed, file)).rejects.toThrow(/is there already/)
  const broken = join(folder, 'broken.dump')
  writeFileSync(broken, 'no dump')
  await expect(loadDatabase(managed, broken)).rejects.toThrow(/is no dump that this Neo4j can load. The graph is as it was/)
  await expect(loadDatabase(managed, join(folder, 'missing.dump'))).rejects.toThrow(/there is no file/)
  expect(await marks()).toEqual(['before'])
})

test('both wait for nobody: they name who uses the database', async () => {
  const joined = await managed.join('serve')
  await expect(dumpDatabase(managed, join(folder, 'other.dump'))).rejects.toThrow(/is in use by serve/)
  await joined.leave()
})
