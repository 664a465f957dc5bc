/**
 * Fetches the Neo4j server: its jars come from wherever Maven is set up to get artefacts from, once, into the user's cache.
 * Maven checks each against the checksum of its repository; we check each against the list of `neo4j-….sha256` beside this file, so that it does
 * not matter which mirror they came through.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { DatabaseError } from '../../model/errors'
import { findOnPath } from './java'
import { withLock } from './lock'
import type { Report } from './report'

/** The server that Maitu runs: 5.26 is a long-term support line. */
export const NEO4J_VERSION = '5.26.30'

const COPY_DEPENDENCIES = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies'

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>maitu</groupId>
  <artifactId>neo4j-server</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.neo4j</groupId>
      <artifactId>neo4j</artifactId>
      <version>${NEO4J_VERSION}</version>
    </dependency>
  </dependencies>
</project>
`

/** The folder with the server's jars, fetched first where the cache does not have them. Throws a DatabaseError that says what to do. */
export async function neo4jJars(cacheDir: string, report: Report, signal?: AbortSignal): Promise<string> {
  const lib = join(cacheDir, `neo4j-${NEO4J_VERSION}`)
  if (existsSync(lib)) return lib
  makeCache(cacheDir)
  return withLock(join(cacheDir, 'fetch'), async () => {
    if (existsSync(lib)) return lib
    removeAbandoned(cacheDir)
    const work = mkdtempSync(join(cacheDir, 'fetching-'))
    try {
      writeFileSync(join(work, 'pom.xml'), POM)
      await runMaven(work, report, signal)
      await verify(join(work, 'lib'))
      report({ kind: 'end' })
      renameSync(join(work, 'lib'), lib)
    } finally {
      rmSync(work, { recursive: true, force: true })
    }
    return lib
  })
}

function makeCache(cacheDir: string): void {
  try {
    mkdirSync(cacheDir, { recursive: true })
  } catch (cause) {
    throw new DatabaseError(
      `The cache ${cacheDir} cannot be made (${(cause as Error).message}). Set MAITU_CACHE to a folder that you may write to.`,
      { cacheDir },
      cause,
    )
  }
}

/** Clears away what an earlier fetch left when it was killed. */
function removeAbandoned(cacheDir: string): void {
  for (const name of readdirSync(cacheDir)) {
    if (name.startsWith('fetching-')) rmSync(join(cacheDir, name), { recursive: true, force: true })
  }
}

async function runMaven(work: string, report: Report, signal?: AbortSignal): Promise<void> {
  const mvn = findOnPath('mvn')
  if (mvn === null) {
    throw new DatabaseError(
      'No Maven is found on the PATH. Maitu fetches Neo4j through it, once (Debian: apt install maven; macOS: brew install maven). Or set NEO4J_URI to a Neo4j server that runs already.',
    )
  }
  const wanted = expectedChecksums().size
  report({ kind: 'begin', task: `Fetching Neo4j ${NEO4J_VERSION} through Maven (about 120 MB, once)` })
  const child = spawn(
    mvn,
    [
      '--batch-mode',
      '--strict-checksums',
      '-f',
      join(work, 'pom.xml'),
      '-Dmaven.wagon.http.connectionTimeout=20000',
      '-Daether.connector.connectTimeout=20000',
      COPY_DEPENDENCIES,
      '-DincludeScope=runtime',
      `-DoutputDirectory=${join(work, 'lib')}`,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], signal, detached: false },
  )
  const errors: string[] = []
  let fetched = 0
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', line => {
      if (/\[(?:ERROR|FATAL)\]|error/i.test(line)) errors.push(line)
      if (/^.*(?:Downloaded from .*\.jar|Copying .*\.jar)/.test(line)) {
        fetched++
        report({ kind: 'progress', done: Math.min(Math.floor(fetched / 2), wanted), of: wanted, unit: 'files' })
      }
    })
  }
  const code = await exitCode(child)
  if (code !== 0) throw mavenFailed(code, errors)
}

function exitCode(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
}

function mavenFailed(code: number | null, lines: readonly string[]): DatabaseError {
  const plain = lines.map(line => line.replaceAll(/\u001b\[[0-9;]*m/g, '').replace(/^\[(?:ERROR|FATAL)\]\s*/, ''))
  const text = plain.join('\n')
  let advice = 'Run it again; if it stays so, try "mvn -v" and see that Maven works.'
  if (/checksum/i.test(text))
    advice =
      'A file did not arrive as its repository published it. Run it again; if it stays so, the mirror that Maven uses is broken.'
  else if (/offline mode/i.test(text))
    advice =
      'Maven is set to work offline and does not have Neo4j yet. Let it go online once, or set NEO4J_URI to a Neo4j server that runs already.'
  else if (/unknown host|connect|timed? ?out|transfer|could not (?:resolve|find)/i.test(text)) {
    advice =
      'Maven reaches no repository. See that this machine is online once, or name your mirror or proxy in ~/.m2/settings.xml, or set NEO4J_URI to a Neo4j server that runs already.'
  }
  const said = plain.find(line => line.trim() !== '') ?? `exit code ${code}`
  return new DatabaseError(`Maven could not fetch Neo4j ${NEO4J_VERSION}. ${advice} (Maven says: ${shorten(said)})`, {
    code,
    output: plain.slice(0, 40),
  })
}

function shorten(text: string): string {
  return text.length > 240 ? `${text.slice(0, 240)} …` : text
}

/** File name → SHA-256 of each jar of the server. */
function expectedChecksums(): ReadonlyMap<string, string> {
  const list = readFileSync(join(__dirname, `neo4j-${NEO4J_VERSION}.sha256`), 'utf8')
  return new Map(
    list
      .split('\n')
      .filter(line => line !== '')
      .map(line => [line.slice(66), line.slice(0, 64)]),
  )
}

async function verify(lib: string): Promise<void> {
  const expected = expectedChecksums()
  const found = new Set(readdirSync(lib))
  const wrong = [...expected.keys()].filter(file => !found.has(file))
  for (const file of found) {
    if (expected.get(file) !== (await sha256(join(lib, file)))) wrong.push(file)
  }
  if (wrong.length > 0) {
    throw new DatabaseError(
      `The files that Maven brought for Neo4j ${NEO4J_VERSION} are not those that were published: ${wrong.slice(0, 5).join(', ')}${wrong.length > 5 ? ` and ${wrong.length - 5} more` : ''}. Remove them from Maven's local repository (~/.m2/repository/org/neo4j and the like) and try again; if it stays so, do not trust the mirror.`,
      { wrong },
    )
  }
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
