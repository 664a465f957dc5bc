import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findByCommandLine } from '../../database/managed/processes'
import { maitu } from '../support/maitu'
import { testConnection } from '../support/neo4j'

let folder: string
let dataDir: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'maitu-mistakes-'))
  dataDir = join(folder, 'data')
})
afterEach(() => {
  expect(findByCommandLine(folder)).toEqual([])
  rmSync(folder, { recursive: true })
})

/** A message for people: one paragraph, and no stack trace. */
function expectOneParagraph(text: string): void {
  expect(
    text
      .trim()
      .split('\n')
      .filter(line => !/^(?:Starting|Fetching)/.test(line)),
  ).toHaveLength(1)
  expect(text).not.toMatch(/^\s+at /m)
}

function executable(name: string, script: string): void {
  mkdirSync(join(folder, 'bin'), { recursive: true })
  writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${script}\n`)
  chmodSync(join(folder, 'bin', name), 0o755)
}

describe('help', () => {
  it.each([
    ['serve'],
    ['import'],
    ['extract'],
    ['documents'],
    ['remove'],
    ['fingerprint'],
    ['decisions'],
    ['decisions export'],
    ['decisions import'],
    ['compare'],
    ['database'],
    ['database start'],
    ['database stop'],
    ['database status'],
    ['database reset'],
    ['database dump'],
    ['database load'],
  ])('of "%s" has examples and ends with 0', async command => {
    const { status, stdout } = await maitu([...command.split(' '), '--help'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/Examples?:\n {2}.*maitu/)
  })
})

describe('wrong usage ends with 2', () => {
  it.each([
    [['import']],
    [['nonsense']],
    [['extract', 'page.txt']],
    [['import', '--nonsense', 'page.txt']],
    [['import', 'page.txt', '--published-on', 'yesterday']],
  ])('%j', async args => {
    const { status, stderr } = await maitu(args, { MAITU_DATA: dataDir })
    expect(status).toBe(2)
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  it.each([
    ['{broken', /is no decision: .*JSON/],
    ['[]', /the line is no JSON object/],
    ['{"payload": {"kind": "marry"}}', /payload\.kind is none of merge, keep_apart, split, rename, undo/],
    [
      '{"payload": {"kind": "undo", "decision": "dec_1"}, "reason": "", "by": "lin", "decidedAt": "2025-07-10", "ordinal": 1}',
      /: id is missing/,
    ],
    [
      '{"id": "dec_1", "payload": {"kind": "merge", "type": "person", "a": "key", "b": ["key"]}, "reason": "", "by": "lin", "decidedAt": "2025-07-10", "ordinal": 1}',
      /payload\.a cannot be used/,
    ],
  ])('decisions of a line that reads %s', async (line, problem) => {
    const { status, stderr } = await maitu(['decisions', 'import', '-'], { MAITU_DATA: dataDir }, `\n${line}\n`)
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(problem) })
    expect(stderr).toMatch(/line 2 of standard input/)
    expectOneParagraph(stderr)
  })

  it('and names all wrong settings at once', async () => {
    const { status, stderr } = await maitu(['serve'], { PORT: 'x', MAITU_SAMPLES: 'x', MAITU_DATA: dataDir })
    expect(status).toBe(2)
    expect(stderr).toMatch(/PORT is "x".*\n.*MAITU_SAMPLES is "x"/)
  })
})

describe('a situation that keeps the service from starting gets one paragraph and 2:', () => {
  it('no Java', async () => {
    executable('true', '')
    const { status, stderr } = await maitu(['serve'], {
      PATH: join(folder, 'bin'),
      JAVA_HOME: '',
      PORT: '0',
      MAITU_DATA: dataDir,
    })
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/No Java is found.*Java 17/) })
    expectOneParagraph(stderr)
  })

  it('a Java that is too old', async () => {
    executable('java', 'echo \'openjdk version "11.0.2"\' >&2')
    const { status, stderr } = await maitu(['serve'], {
      PATH: join(folder, 'bin'),
      JAVA_HOME: '',
      PORT: '0',
      MAITU_DATA: dataDir,
    })
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/is Java 11, which is too old/) })
    expectOneParagraph(stderr)
  })

  it('no Maven, and no Neo4j in the cache', async () => {
    executable('java', 'echo \'openjdk version "17.0.2"\' >&2')
    const env = { PATH: join(folder, 'bin'), JAVA_HOME: '', PORT: '0', MAITU_DATA: dataDir, MAITU_CACHE: join(folder, 'cache') }
    const { status, stderr } = await maitu(['serve'], env)
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/No Maven is found.*NEO4J_URI/) })
    expectOneParagraph(stderr)
  })

  it('a Maven that is offline, and no Neo4j in the cache', async () => {
    executable('java', 'echo \'openjdk version "17.0.2"\' >&2')
    executable(
      'mvn',
      'echo "[ERROR] Cannot access central in offline mode and the artifact has not been downloaded from it before."; exit 1',
    )
    const env = { PATH: join(folder, 'bin'), JAVA_HOME: '', PORT: '0', MAITU_DATA: dataDir, MAITU_CACHE: join(folder, 'cache') }
    const { status, stderr } = await maitu(['serve'], env)
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/Maven is set to work offline/) })
    expectOneParagraph(stderr)
  })

  it('a port that is taken', async () => {
    const other = createServer()
    await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as { port: number }
    const { status, stderr } = await maitu(['serve'], { PORT: String(port), MAITU_DATA: dataDir })
    other.close()
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(`PORT: ${port} is taken`) })
    expectOneParagraph(stderr)
  })

  it('a data directory under a file', async () => {
    writeFileSync(join(folder, 'file'), '')
    const { status, stderr } = await maitu(['serve'], { PORT: '0', MAITU_DATA: join(folder, 'file', 'data') })
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/file\/data cannot be written.*MAITU_DATA/) })
    expectOneParagraph(stderr)
  })

  it('a data directory where nothing can be made', async () => {
    const { status, stderr } = await maitu(['serve'], { PORT: '0', MAITU_DATA: '/proc/maitu/data' })
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringMatching(/\/proc\/maitu\/data cannot be written.*MAITU_DATA/),
    })
    expectOneParagraph(stderr)
  })

  it('a data directory of another version', async () => {
    mkdirSync(dataDir)
    writeFileSync(join(dataDir, 'maitu.json'), '{"format":1,"neo4j":"2025.06.0"}')
    const { status, stderr } = await maitu(['serve'], { PORT: '0', MAITU_DATA: dataDir })
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/belongs to another version.*2025\.06\.0/) })
    expectOneParagraph(stderr)
  })

  it('a server that cannot be reached', async () => {
    const { status, stderr } = await maitu(['serve'], { PORT: '0', NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'password' })
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/bolt:\/\/127\.0\.0\.1:1 cannot be reached/) })
    expectOneParagraph(stderr)
  })

  it('an address of a web server', async () => {
    const other = createHttpServer((_, response) => response.end())
    await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as { port: number }
    const uri = `bolt://127.0.0.1:${port}`
    const { status, stderr } = await maitu(['serve'], { PORT: '0', NEO4J_URI: uri, NEO4J_PASSWORD: 'password' })
    other.close()
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/answers as a web server.*Bolt address/) })
    expectOneParagraph(stderr)
  })

  it('a wrong password', async () => {
    const { status, stderr } = await maitu(['serve'], { PORT: '0', NEO4J_URI: testConnection().uri, NEO4J_PASSWORD: 'wrong' })
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/refuses the user name or password/) })
    expectOneParagraph(stderr)
  })
})

describe('documents', () => {
  it('that cannot be read are each named, the others go on, and the end is 1', async () => {
    const good = join(folder, 'good.txt')
    writeFileSync(
      good,
      '江城日报\n2025年3月4日\n\n本市新增三条公交线路\n\n本报讯（记者 闻人语）3月3日，江城市交通运输局局长汤斐然说：“三条线路月底开通。”\n',
    )
    writeFileSync(join(folder, 'empty.txt'), '')
    const { status, stderr } = await maitu([
      'extract',
      good,
      join(folder, 'empty.txt'),
      join(folder, 'missing.txt'),
      '--out',
      join(folder, 'out'),
    ])
    expect(status).toBe(1)
    expect(stderr).toMatch(/Failed: .*empty\.txt/)
    expect(stderr).toMatch(/Failed: .*missing\.txt/)
    expect(stderr).toMatch(/^2 failed/m)
    expect(stderr).toMatch(/1 record in/)
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  it('that cannot be written anywhere are not read', async () => {
    writeFileSync(join(folder, 'file'), '')
    const { status, stderr } = await maitu(['extract', 'samples', '--out', join(folder, 'file', 'out')])
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/--out: .*cannot be made/) })
  })
})
