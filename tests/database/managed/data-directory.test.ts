import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dataDirectory, prepareDataDirectory, readOrMakePassword } from '../../../database/managed/data-directory'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'maitu-data-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('a data directory', () => {
  it('is made where it is missing, with the version that made it', () => {
    prepareDataDirectory(dataDirectory(join(folder, 'a', 'b')))
    expect(JSON.parse(readFileSync(join(folder, 'a', 'b', 'maitu.json'), 'utf8'))).toEqual({
      format: 1,
      neo4j: expect.stringMatching(/^5\.26\./),
    })
  })

  it('is refused under a file, with its name and what to do', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(() => prepareDataDirectory(dataDirectory(join(folder, 'file', 'data')))).toThrow(
      /file\/data cannot be written.*MAITU_DATA/,
    )
  })

  it.each([
    { format: 1, neo4j: '2025.06.0' },
    { format: 2, neo4j: '5.26.30' },
  ])('is refused where %j wrote it', stamp => {
    mkdirSync(join(folder, 'data'))
    writeFileSync(join(folder, 'data', 'maitu.json'), JSON.stringify(stamp))
    expect(() => prepareDataDirectory(dataDirectory(join(folder, 'data')))).toThrow(
      /belongs to another version: it was written with Neo4j .*MAITU_DATA/,
    )
  })

  it('is taken over from another release of the same line', () => {
    writeFileSync(join(folder, 'maitu.json'), JSON.stringify({ format: 1, neo4j: '5.26.1' }))
    expect(() => prepareDataDirectory(dataDirectory(folder))).not.toThrow()
  })

  it('keeps one password, for its owner only', () => {
    const directory = dataDirectory(folder)
    const first = readOrMakePassword(directory)
    expect(first.isNew).toBe(true)
    expect(first.password).toMatch(/^[A-Za-z]/)
    expect(readOrMakePassword(directory)).toEqual({ password: first.password, isNew: false })
    expect(statSync(directory.password).mode & 0o777).toBe(0o600)
  })
})
