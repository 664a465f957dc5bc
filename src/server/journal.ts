/** Writes one line for each operation, one for each mutation with the name of the editor's token, and counts both. */
import type { ApolloServerPlugin } from '@apollo/server'
import type { Logger } from 'pino'
import type { RequestState, ServerContext } from '../request'
import type { Metrics } from './metrics'

/** Longer names come from somebody who wants to fill the log. */
const MAX_NAME = 100
/** Texts of variables are cut in the audit line: enough to tell what was changed, not a copy of an imported page. */
const MAX_TEXT = 200

export function journal(log: Logger, metrics: Metrics): ApolloServerPlugin<ServerContext> {
  return {
    async requestDidStart({ contextValue: { request } }) {
      return {
        async willSendResponse({ errors, request: { variables } }) {
          const codes = [...new Set((errors ?? []).map(error => codeOf(error)))]
          if (request.kind === 'mutation') audit(log, request, variables ?? {}, codes)
          operationLine(log, request, codes)
          metrics.operation(request, codes)
        },
      }
    },
  }
}

function codeOf(error: { readonly extensions?: { readonly code?: unknown }; readonly originalError?: unknown }): string {
  if (typeof error.extensions?.code === 'string') return error.extensions.code
  const original = error.originalError
  return original instanceof Error && 'code' in original ? String(original.code) : 'INTERNAL_SERVER_ERROR'
}

function operationLine(log: Logger, request: RequestState, errors: readonly string[]): void {
  if (!log.isLevelEnabled('info')) return
  const { reader } = request
  log.info({
    event: 'operation',
    request: request.id,
    operation: request.operationName?.slice(0, MAX_NAME) ?? null,
    kind: request.kind,
    milliseconds: round(request.milliseconds),
    databaseMilliseconds: round(reader.milliseconds),
    statements: reader.statements,
    rows: reader.rows,
    cost: request.cost,
    ...(errors.length > 0 ? { errors } : {}),
  })
}

/** Changes are always on record, so the line has the level of a warning: the default level shows it. */
function audit(
  log: Logger,
  request: RequestState,
  variables: Readonly<Record<string, unknown>>,
  errors: readonly string[],
): void {
  log.warn({
    event: 'mutation',
    request: request.id,
    editor: request.editor,
    operation: request.operationName?.slice(0, MAX_NAME) ?? null,
    field: request.field,
    variables: shortened(variables),
    outcome: errors.length === 0 ? 'done' : 'refused or failed',
    ...(errors.length > 0 ? { errors } : {}),
  })
}

function shortened(variables: Readonly<Record<string, unknown>>): unknown {
  return JSON.parse(
    JSON.stringify(variables, (_, value) =>
      typeof value === 'string' && value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT)}… (${value.length} characters)` : value,
    ),
  )
}

const round = (milliseconds: number): number => Math.round(milliseconds * 10) / 10
