/** Nothing of what is read is lost on its way into the graph: the record that comes back out is the file that `maitu extract` writes. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '../../database/connection'
import { readRecord } from '../../import/load/read-document'
import { recordFileName, recordText } from '../../import/record'
import { idOf } from '../../model/ids'
import { maitu, ROOT } from '../support/maitu'
import { freshDatabase, testConnection } from '../support/neo4j'

const out = mkdtempSync(join(tmpdir(), 'maitu-records-'))
let database: Database

beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(async () => {
  await database.close()
  rmSync(out, { recursive: true, force: true })
})

describe.each([
  ['the samples', join(ROOT, 'samples')],
  ['the pages of the project', join(ROOT, '..', 'shared', 'articles')],
])('%s', (_, folder) => {
  const isThere = existsSync(folder)
  if (!isThere) test.skip(`are not on this machine (${folder})`, () => {})
  else
    test('come back out of the graph as "maitu extract" writes them', async () => {
      const { uri, username, password } = testConnection()
      const server = { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password }
      const extracted = await maitu(['extract', folder, '--out', out])
      const imported = await maitu(['import', folder], server)
      expect([extracted.status, imported.status]).toEqual([0, 0])
      const documents = await database.read<{ name: string }>({
        name: 'test.documents',
        text: 'MATCH (document:Document) RETURN document.name AS name ORDER BY name',
      })
      const files = readdirSync(out)
      const names = documents.map(({ name }) => name).filter(name => files.includes(recordFileName(name)))
      expect(names.length).toBeGreaterThan(2)
      for (const name of names) {
        const record = await database.inReadTransaction(transaction => readRecord(transaction, idOf('Document', name)))
        expect({ name, file: record && recordText(record) }).toEqual({
          name,
          file: readFileSync(join(out, recordFileName(name)), 'utf8'),
        })
      }
      expect(names).toHaveLength(files.length)
      const listed = (await maitu(['documents'], server)).stdout.trim().split('\n')
      expect(listed.map(line => line.split('\t')[0])).toEqual(documents.map(({ name }) => name))
      expect(listed.every(line => /\t\d{0,4}[\d-]*\t[1-9]\d*$/.test(line))).toBe(true)
    })
})
