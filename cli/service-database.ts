/** The graph as the service sees it: reading, and whether it is ready. */
import type { Database } from '../database/connection'
import { pendingMigrations, readMigrations } from '../database/migrate'
import { MaituError } from '../model/errors'
import type { Readiness, ServiceDatabase } from '../src/reader'
import { MIGRATIONS } from './root'

/** Wraps an open database for the service. */
export function serviceDatabase(database: Database): ServiceDatabase {
  const migrations = readMigrations(MIGRATIONS)
  return {
    read: (statement, params, options) => database.read(statement, params, options),
    async readiness(): Promise<Readiness> {
      try {
        const pending = await pendingMigrations(database, migrations)
        if (pending.length === 0) return { ready: true }
        return {
          ready: false,
          problem: `The schema of the database lacks ${pending.map(migration => migration.name).join(', ')}.`,
        }
      } catch (error) {
        return { ready: false, problem: error instanceof MaituError ? error.message : String(error) }
      }
    },
  }
}
