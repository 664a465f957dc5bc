/** The thread of the editors: takes calls one after the other and does them with the importer. */
import { parentPort, workerData } from 'node:worker_threads'
import { type ConnectionOptions, type Database, openDatabase } from '../database/connection'
import { GRAPH_RULES } from '../import/graph-rules'
import { keepApart, mergeEntities, renameEntity, splitEntity, undoDecision } from '../import/load/decide'
import { removeDocument } from '../import/load/remove-document'
import { DatabaseError, DocumentError, InvalidInputError } from '../model/errors'
import type { Editing } from '../src/decision/editing'
import { importDocument } from './importing'

export interface Call {
  readonly call: number
  readonly name: keyof Editing
  readonly args: readonly unknown[]
}

export interface Answer {
  readonly call: number
  readonly value?: unknown
  readonly failure?: Failure
}

/** An error as it goes between threads. */
export interface Failure {
  readonly kind: 'input' | 'database' | 'other'
  readonly message: string
  readonly argument: string
  readonly details: Readonly<Record<string, unknown>>
  readonly stack?: string
}

const editingOf = (database: Database): Editing => ({
  importDocument: ({ name, text, publishedOn, publisher, url }) =>
    importDocument(database, {
      name,
      text,
      meta: { publishedOn: publishedOn ?? undefined, publisher: publisher ?? undefined, url: url ?? undefined },
    }),
  removeDocument: document => removeDocument(database, document, GRAPH_RULES),
  merge: (survivor, merged, reason, by) => mergeEntities(database, survivor, merged, { reason, by }, GRAPH_RULES),
  keepApart: (a, b, reason, by) => keepApart(database, a, b, { reason, by }, GRAPH_RULES),
  split: (entity, articles, reason, by) => splitEntity(database, entity, articles, { reason, by }, GRAPH_RULES),
  rename: (entity, name, reason, by) => renameEntity(database, entity, name, { reason, by }, GRAPH_RULES),
  undo: (decision, by) => undoDecision(database, decision, { reason: '', by }, GRAPH_RULES),
})

/** Details can hold what threads cannot send each other. */
const plain = (details: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  JSON.parse(JSON.stringify(details))

function failureOf(error: unknown): Failure {
  if (error instanceof InvalidInputError) {
    const message = error.message.slice(error.argument.length + 2)
    return { kind: 'input', message, argument: error.argument, details: {} }
  }
  if (error instanceof DocumentError) return { kind: 'input', message: error.reason, argument: 'input.text', details: {} }
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  if (error instanceof DatabaseError) {
    return { kind: 'database', message, argument: '', details: plain(error.details), stack }
  }
  return { kind: 'other', message, argument: '', details: {}, stack }
}

let database: Promise<Database> | null = null
let last: Promise<void> = Promise.resolve()

async function answer({ call, name, args }: Call): Promise<void> {
  try {
    database ??= openDatabase(workerData as ConnectionOptions)
    const editing = editingOf(await database.catch(forget))
    // The arguments are those of the function of this name: the other side is typed by the same interface.
    const value = await (editing[name] as (...args: readonly unknown[]) => Promise<unknown>)(...args)
    parentPort?.postMessage({ call, value } satisfies Answer)
  } catch (error) {
    parentPort?.postMessage({ call, failure: failureOf(error) } satisfies Answer)
  }
}

/** A database that could not be opened is tried again with the next call. */
function forget(error: unknown): never {
  database = null
  throw error
}

parentPort?.on('message', (call: Call | null) => {
  last = last.then(async () => {
    if (call !== null) return answer(call)
    await database?.then(open => open.close()).catch(() => {})
    parentPort?.close()
  })
})
