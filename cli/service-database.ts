/** The graph as the service sees it: reading, and whether it is ready. */
import { type ConnectionOptions, type Database, openDatabase } from '../database/connection'
import { pendingMigrations, readMigrations } from '../database/migrate'
import { DatabaseError, MaituError } from '../model/errors'
import type { Readiness, ServiceDatabase } from '../src/reader'
import { MIGRATIONS } from './root'

/** The graph of a service, which ends with it. */
export interface OpenServiceDatabase extends ServiceDatabase {
  close(): Promise<void>
}

/**
 * Wraps an open database for the service. Where it does not answer any more and `whereNow` says that it is elsewhere, it is opened there and asked again: the
 * managed server has another port after it was stopped and started.
 */
export function serviceDatabase(opened: Database, whereNow: () => ConnectionOptions | null = () => null): OpenServiceDatabase {
  const migrations = readMigrations(MIGRATIONS)
  let current = opened
  let opening: Promise<Database> | null = null

  async function follow(): Promise<Database> {
    const where = whereNow()
    const { uri, database } = current.server
    if (where === null || (where.uri === uri && (where.database ?? null) === database)) return current
    opening ??= openDatabase(where)
      .then(async found => {
        const left = current
        current = found
        await left.close()
        return found
      })
      .finally(() => {
        opening = null
      })
    return opening
  }

  async function ask<T>(question: (database: Database) => Promise<T>): Promise<T> {
    const asked = current
    try {
      return await question(asked)
    } catch (error) {
      if (!isAway(error)) throw error
      const found = await follow().catch(() => asked)
      if (found === asked) throw error
      return question(found)
    }
  }

  return {
    read: (statement, params, options) => ask(database => database.read(statement, params, options)),
    async readiness(): Promise<Readiness> {
      try {
        const pending = await ask(database => pendingMigrations(database, migrations))
        if (pending.length === 0) return { ready: true }
        return {
          ready: false,
          problem: `The schema of the database lacks ${pending.map(migration => migration.name).join(', ')}.`,
        }
      } catch (error) {
        return { ready: false, problem: error instanceof MaituError ? error.message : String(error) }
      }
    },
    close: () => current.close(),
  }
}

/** Whether nobody answers where the database was, or somebody who does not know it. */
function isAway(error: unknown): boolean {
  const code = error instanceof DatabaseError ? error.details.code : undefined
  return typeof code === 'string' && /^(?:ServiceUnavailable|SessionExpired|Neo\.ClientError\.(?:Security|Database)\.)/.test(code)
}
