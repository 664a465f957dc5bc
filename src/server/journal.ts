/** Writes one line for each operation, one for each mutation with the name of the editor's token, and counts both. */
import type { ApolloServerPlugin } from '@apollo/server'
import { type DocumentNode, type OperationDefinitionNode, type SelectionSetNode, valueFromASTUntyped } from 'graphql'
import type { Logger } from 'pino'
import { fragmentsOf } from '../limits/shape'
import type { RequestState, ServerContext } from '../request'
import type { Metrics } from './metrics'

/** Longer names come from somebody who wants to fill the log. */
const MAX_NAME = 100
/** Texts of arguments are cut in the audit line: enough to tell what was changed, not a copy of an imported page. */
const MAX_TEXT = 200
/** More changes of one operation are not written down one by one. */
const MAX_CHANGES = 50

export function journal(log: Logger, metrics: Metrics): ApolloServerPlugin<ServerContext> {
  return {
    async requestDidStart({ contextValue: { request } }) {
      return {
        async willSendResponse({ document, operation, response: { body }, request: { variables } }) {
          // As the client gets them, so that its words and those of the log are the same.
          const { errors = [] } = body.kind === 'single' ? body.singleResult : {}
          const codes = [...new Set(errors.map(({ extensions }) => String(extensions?.code ?? 'INTERNAL_SERVER_ERROR')))]
          if (document && operation?.operation === 'mutation')
            audit(log, request, changesIn(document, operation, variables ?? {}), codes)
          operationLine(log, request, codes)
          metrics.operation(request, codes)
        },
      }
    },
  }
}

interface Change {
  readonly field: string
  readonly arguments: Readonly<Record<string, unknown>>
}

/** What a mutation asks to be changed: its fields with their arguments, whether these stand in the operation or come as variables. Fragments are followed. */
function changesIn(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Change[] {
  const fragments = fragmentsOf(document)
  const changes: Change[] = []
  const walk = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (changes.length === MAX_CHANGES) return
      if (selection.kind === 'InlineFragment') walk(selection.selectionSet)
      else if (selection.kind === 'FragmentSpread') {
        const fragment = fragments.get(selection.name.value)
        if (fragment) walk(fragment.selectionSet)
      } else {
        const given = (selection.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value, variables)])
        changes.push({ field: selection.name.value, arguments: Object.fromEntries(given) })
      }
    }
  }
  walk(operation.selectionSet)
  return changes
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
function audit(log: Logger, request: RequestState, changes: readonly Change[], errors: readonly string[]): void {
  log.warn({
    event: 'mutation',
    request: request.id,
    editor: request.editor,
    operation: request.operationName?.slice(0, MAX_NAME) ?? null,
    field: request.field,
    changes: shortened(changes),
    outcome: errors.length === 0 ? 'done' : 'refused or failed',
    ...(errors.length > 0 ? { errors } : {}),
  })
}

function shortened(changes: readonly Change[]): unknown {
  return JSON.parse(
    JSON.stringify(changes, (_, value) =>
      typeof value === 'string' && value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT)}… (${value.length} characters)` : value,
    ),
  )
}

const round = (milliseconds: number): number => Math.round(milliseconds * 10) / 10
