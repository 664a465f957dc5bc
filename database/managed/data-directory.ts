/** The data directory of a managed database: what lies where, and whether it is ours to use. */
import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseError } from '../../model/errors'
import { NEO4J_VERSION } from './artefacts'

/** Paths inside a data directory. */
export interface DataDirectory {
  readonly root: string
  /** Neo4j's own home: conf, data, logs. */
  readonly home: string
  readonly lock: string
  /** One file for each process that uses the database. */
  readonly users: string
  /** Process and port of the running server. */
  readonly server: string
  readonly password: string
  /** The name of the database in use; a bulk load builds another beside it and switches. */
  readonly databaseName: string
}

/** What a data directory is, as written in it. `format` changes when the layout does. */
interface Stamp {
  readonly format: number
  readonly neo4j: string
}

const FORMAT = 1
const STAMP = 'maitu.json'

/** The paths of a data directory, whether it exists or not. */
export function dataDirectory(root: string): DataDirectory {
  return {
    root,
    home: join(root, 'neo4j'),
    lock: join(root, 'lock'),
    users: join(root, 'users'),
    server: join(root, 'server.json'),
    password: join(root, 'password'),
    databaseName: join(root, 'database'),
  }
}

/** Makes the directory where it is missing. Throws a DatabaseError where it cannot be written or belongs to another version. */
export function prepareDataDirectory(directory: DataDirectory): void {
  try {
    checkParent(directory.root)
    mkdirSync(directory.root, { recursive: true, mode: 0o700 })
    accessSync(directory.root, constants.W_OK)
    for (const folder of [directory.users, join(directory.home, 'conf'), join(directory.home, 'logs')])
      mkdirSync(folder, { recursive: true })
  } catch (cause) {
    throw new DatabaseError(
      `The data directory ${directory.root} cannot be written (${(cause as Error).message}). Set MAITU_DATA to a folder that you may write to.`,
      { dataDir: directory.root },
      cause,
    )
  }
  checkStamp(directory)
}

/** Throws where the nearest folder above that exists cannot be written: Node's recursive mkdir tries without an end where a file system like /proc refuses. */
function checkParent(root: string): void {
  if (existsSync(root)) return
  let parent = dirname(root)
  while (!existsSync(parent)) parent = dirname(parent)
  accessSync(parent, constants.W_OK)
  const trial = join(parent, `.maitu-${process.pid}`)
  mkdirSync(trial)
  rmdirSync(trial)
}

/** Throws a DatabaseError where the directory was written by a version whose data this one cannot use. */
function checkStamp(directory: DataDirectory): void {
  const file = join(directory.root, STAMP)
  const stamp = readJson<Stamp>(file)
  if (stamp === null) {
    if (existsSync(file))
      throw new DatabaseError(
        `${file} cannot be read as JSON, so nobody knows what ${directory.root} holds. Set MAITU_DATA to another folder.`,
      )
    writeJson(file, { format: FORMAT, neo4j: NEO4J_VERSION })
    return
  }
  if (stamp.format !== FORMAT || line(stamp.neo4j) !== line(NEO4J_VERSION)) {
    throw new DatabaseError(
      `The data directory ${directory.root} belongs to another version: it was written with Neo4j ${stamp.neo4j} (layout ${stamp.format}), and this Maitu runs Neo4j ${NEO4J_VERSION} (layout ${FORMAT}). Use the Maitu that made it, or set MAITU_DATA to another folder.`,
      { stamp },
    )
  }
}

/** `5.26` of `5.26.30`: releases of one line read each other's files. */
function line(version: string): string {
  return version.split('.').slice(0, 2).join('.')
}

/** The password of the managed server: made once, readable by its owner only. */
export function readOrMakePassword(directory: DataDirectory): { password: string; isNew: boolean } {
  if (existsSync(directory.password)) {
    chmodSync(directory.password, 0o600)
    return { password: readFileSync(directory.password, 'utf8').trim(), isNew: false }
  }
  // neo4j-admin takes a password that begins with a hyphen for an option.
  const password = `m${randomBytes(24).toString('base64url')}`
  writeFileSync(directory.password, `${password}\n`, { mode: 0o600 })
  return { password, isNew: true }
}

/** The name of the database in use. */
export function readDatabaseName(directory: DataDirectory): string {
  return existsSync(directory.databaseName) ? readFileSync(directory.databaseName, 'utf8').trim() : 'neo4j'
}

/** A JSON file's content, or null where there is none or it is broken. */
export function readJson<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch {
    return null
  }
}

/** Writes a JSON file at once: a reader sees the old content or the new. */
export function writeJson(file: string, value: unknown): void {
  const draft = `${file}.${process.pid}.tmp`
  writeFileSync(draft, `${JSON.stringify(value)}\n`, { mode: 0o600 })
  renameSync(draft, file)
}
