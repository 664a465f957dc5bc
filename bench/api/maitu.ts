/** Maitu as `maitu serve` runs it, without the start of a database. */

import pino from 'pino'
import { openDatabase } from '../../database/connection'
import { readBodyName } from '../../import/resolve/body-name'
import { startService } from '../../src/service'
import { givenConnection, listening } from './contender'

async function main(): Promise<void> {
  const database = await openDatabase(givenConnection())
  const service = await startService({
    database: {
      read: (statement, params, options) => database.read(statement, params, options),
      readiness: async () => ({ ready: true }),
    },
    settings: {
      host: '127.0.0.1',
      port: 0,
      playground: false,
      introspection: true,
      playgroundBundle: '',
      examples: '',
      editors: new Map(),
      publicRead: false,
      corsOrigins: [],
    },
    editing: null,
    readBodyName,
    log: pino({ level: 'warn' }),
  })
  process.once('SIGTERM', async () => {
    await service.close()
    await database.close()
    process.exit(0)
  })
  listening(`${service.url}/graphql`)
}

main()
