/** Where the time of an operation goes: in Neo4j, in GraphQL, in serialisation; how many statements it takes, and how much they touch. */
import { execute, type GraphQLSchema, parse, validate } from 'graphql'
import neo4j, { type Driver, type ProfiledPlan } from 'neo4j-driver'
import type { Database } from '../../database/connection'
import type { Params, Statement } from '../../database/statement'
import { toDriver } from '../../database/values'
import { readBodyName } from '../../import/resolve/body-name'
import { createContext } from '../../src/context'
import { RequestState } from '../../src/request'
import { Shared } from '../../src/shared'
import type { Asked } from './operations'

export interface Anatomy {
  readonly statements: number
  readonly rows: number
  readonly dbHitsPerRow: number
  /** Milliseconds of one operation, the mean over all variables. */
  readonly database: number
  readonly graphql: number
  readonly serialisation: number
  readonly bytes: number
}

interface Ran {
  readonly statement: Statement<unknown>
  readonly params: Params
}

/** Takes an operation apart, one at a time and after a warm-up. */
export async function anatomyOf(schema: GraphQLSchema, database: Database, driver: Driver, asked: Asked): Promise<Anatomy> {
  const document = parse(asked.query)
  const errors = validate(schema, document)
  if (errors.length > 0) throw new Error(`${asked.name}: ${errors[0]?.message}`)
  const sums = { statements: 0, rows: 0, database: 0, graphql: 0, serialisation: 0, bytes: 0 }
  let ran: Ran[] = []
  const shared = new Shared(readBodyName)
  for (const round of [0, 1, 2]) {
    for (const variableValues of asked.variables) {
      const now: Ran[] = []
      let waited = 0
      let open = 0
      let since = 0
      const request = new RequestState('anatomy', null, {
        database: {
          async read<Row>(statement: Statement<Row>, params: Params = {}) {
            now.push({ statement: statement as Statement<unknown>, params })
            if (open++ === 0) since = performance.now()
            try {
              return await database.read(statement, params)
            } finally {
              if (--open === 0) waited += performance.now() - since
            }
          },
          readiness: async () => ({ ready: true }),
        },
      })
      const start = performance.now()
      const result = await execute({ schema, document, variableValues, contextValue: createContext(request, null, shared) })
      const executed = performance.now()
      const text = JSON.stringify(result)
      const written = performance.now()
      request.end()
      if (result.errors) throw result.errors[0]
      if (round < 2) continue
      ran = now
      sums.statements = Math.max(sums.statements, now.length)
      sums.rows += rowsIn(result.data)
      sums.database += waited
      sums.graphql += executed - start - waited
      sums.serialisation += written - executed
      sums.bytes += text.length
    }
  }
  const count = asked.variables.length
  return {
    statements: sums.statements,
    rows: sums.rows / count,
    dbHitsPerRow: (await dbHits(driver, database.server.database ?? undefined, ran)) / Math.max(1, sums.rows / count),
    database: sums.database / count,
    graphql: sums.graphql / count,
    serialisation: sums.serialisation / count,
    bytes: sums.bytes / count,
  }
}

/** Rows of an answer: objects that stand in lists. */
function rowsIn(value: unknown): number {
  if (Array.isArray(value))
    return value.reduce((sum: number, item) => sum + (typeof item === 'object' && item !== null ? 1 : 0) + rowsIn(item), 0)
  if (typeof value === 'object' && value !== null)
    return Object.values(value).reduce((sum: number, item) => sum + rowsIn(item), 0)
  return 0
}

async function dbHits(driver: Driver, database: string | undefined, ran: readonly Ran[]): Promise<number> {
  let sum = 0
  for (const { statement, params } of ran) {
    const { summary } = await driver.executeQuery(`PROFILE ${statement.text}`, toDriver(params), {
      database,
      routing: neo4j.routing.READ,
    })
    if (summary.profile) sum += hitsOf(summary.profile)
  }
  return sum
}

const hitsOf = (plan: ProfiledPlan): number => plan.dbHits + plan.children.reduce((sum, child) => sum + hitsOf(child), 0)
