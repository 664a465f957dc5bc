/**
 * What editors do over the network. All of it runs in a thread of its own with a connection of its own, so that reading a newspaper of a megabyte slows nobody
 * who asks meanwhile.
 */
import { extname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ConnectionOptions } from '../database/connection'
import { DatabaseError, InvalidInputError } from '../model/errors'
import type { Editing } from '../src/decision/editing'
import type { Answer, Call, Failure } from './editing-worker'

/** Editing that can be ended. */
export interface EditingThread {
  readonly editing: Editing
  /** Ends the thread. What it was asked before is finished. */
  close(): Promise<void>
}

interface Waiting {
  resolve(value: never): void
  reject(error: Error): void
}

/** Gives the functions for editors. The thread begins with the first call, and again after one for which the database did not answer: it may be elsewhere. */
export function editingThread(whereNow: () => ConnectionOptions): EditingThread {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let calls = 0

  function begin(): Worker {
    const { onStatement: _, ...workerData } = whereNow()
    const begun = new Worker(join(__dirname, `editing-worker${extname(__filename)}`), { workerData })
    begun.on('message', ({ call, value, failure }: Answer) => {
      const asked = waiting.get(call)
      waiting.delete(call)
      if (failure?.kind === 'database' && worker === begun) {
        worker = null
        begun.postMessage(null)
      }
      if (failure) asked?.reject(errorOf(failure))
      else asked?.resolve(value as never)
      if (waiting.size === 0) begun.unref()
    })
    const fail = (error: Error): void => {
      if (worker !== null && worker !== begun) return
      worker = null
      for (const asked of waiting.values()) asked.reject(error)
      waiting.clear()
    }
    begun.once('error', fail)
    begun.once('exit', () => fail(new Error('The thread of the editors ended.')))
    return begun
  }

  const ask = <Name extends keyof Editing>(name: Name, args: Parameters<Editing[Name]>): ReturnType<Editing[Name]> =>
    new Promise((resolve, reject) => {
      worker ??= begin()
      worker.ref()
      const call = calls++
      waiting.set(call, { resolve: resolve as Waiting['resolve'], reject })
      worker.postMessage({ call, name, args } satisfies Call)
    }) as ReturnType<Editing[Name]>

  return {
    editing: {
      importDocument: (...args) => ask('importDocument', args),
      removeDocument: (...args) => ask('removeDocument', args),
      merge: (...args) => ask('merge', args),
      keepApart: (...args) => ask('keepApart', args),
      split: (...args) => ask('split', args),
      rename: (...args) => ask('rename', args),
      undo: (...args) => ask('undo', args),
    },
    async close() {
      const ending = worker
      if (ending === null) return
      const ended = new Promise(resolve => ending.once('exit', resolve))
      ending.postMessage(null)
      await ended
    },
  }
}

/** Errors lose their class on the way between threads; here they get it back. */
function errorOf({ kind, message, argument, details, stack }: Failure): Error {
  if (kind === 'input') return new InvalidInputError(argument, message)
  const error = kind === 'database' ? new DatabaseError(message, details) : new Error(message)
  if (stack !== undefined) error.stack = stack
  return error
}
