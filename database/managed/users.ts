/** Who uses the managed database: one file for each process, so that one that was killed is seen to be gone. */
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DataDirectory, readJson } from './data-directory'
import { identify, isAlive, type ProcessId } from './processes'

/** A process that uses the database. */
export interface User extends ProcessId {
  /** What it does with it, for people: `serve`, `import`. */
  readonly purpose: string
}

/** Holds the server up when no process uses it, after `maitu database start`. */
const PIN = 'pinned'

/** Enters this process as a user and gives the way out. One process may enter several times. */
export function enter(directory: DataDirectory, purpose: string): () => void {
  const id = identify() as ProcessId
  const file = join(directory.users, `${id.pid}-${purpose}-${Math.random().toString(36).slice(2, 10)}.json`)
  writeFileSync(file, JSON.stringify({ ...id, purpose }))
  return () => rmSync(file, { force: true })
}

/** The users whose processes live. Entries of those that do not are cleared away. */
export function liveUsers(directory: DataDirectory): readonly User[] {
  const users: User[] = []
  for (const name of entries(directory)) {
    const file = join(directory.users, name)
    const user = readJson<User>(file)
    if (user && isAlive(user)) users.push(user)
    else rmSync(file, { force: true })
  }
  return users
}

function entries(directory: DataDirectory): readonly string[] {
  try {
    return readdirSync(directory.users).filter(name => name.endsWith('.json'))
  } catch {
    return []
  }
}

/** Whether the server stays up without users. */
export function isPinned(directory: DataDirectory): boolean {
  try {
    return readdirSync(directory.users).includes(PIN)
  } catch {
    return false
  }
}

export function setPinned(directory: DataDirectory, pinned: boolean): void {
  if (pinned) writeFileSync(join(directory.users, PIN), '')
  else rmSync(join(directory.users, PIN), { force: true })
}
