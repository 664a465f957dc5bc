/** Asks the schema within the process, over a real database, and counts the statements that an answer takes. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { graphql } from 'graphql'
import type { Database } from '../../database/connection'
import { readBodyName } from '../../import/resolve/body-name'
import { createContext } from '../../src/context'
import type { Editing } from '../../src/decision/editing'
import { RequestState } from '../../src/request'
import { buildServiceSchema } from '../../src/schema'
import { Shared } from '../../src/shared'

const schema = buildServiceSchema()

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is that of its operation
  readonly data: any
  readonly errors: readonly { readonly message: string; readonly argument: unknown }[]
  readonly statements: number
}

export type Ask = (operation: string, variables?: Record<string, unknown>, operationName?: string) => Promise<Answer>

/** Gives a function that asks; `operation` is GraphQL, or the name of a file in schema/examples or a path of one. */
export function asking(database: Database, editing: Editing | null = null): Ask {
  const shared = new Shared(readBodyName)
  const service = { read: database.read.bind(database), readiness: async () => ({ ready: true }) as const }
  return async (operation, variables, operationName) => {
    const request = new RequestState('test', editing ? 'tester' : null, { database: service }, 600_000)
    const source = operation.endsWith('.graphql') ? readFileSync(operation, 'utf8') : operation
    const { data, errors = [] } = await graphql({
      schema,
      source,
      variableValues: variables,
      operationName,
      contextValue: createContext(request, editing, shared),
    })
    request.end()
    return {
      data: JSON.parse(JSON.stringify(data ?? null)),
      errors: errors.map(({ message, originalError }) => ({
        message,
        argument: (originalError as { argument?: unknown } | undefined)?.argument ?? null,
      })),
      statements: request.reader.statements,
    }
  }
}

export const EXAMPLES = join(__dirname, '../../schema/examples')
export const CONTRACT = join(__dirname, '../../../shared/contract')
