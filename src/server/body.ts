/** Reads the body of a request: bounded in bytes and in time, and all bodies together bounded in memory. */
import type { IncomingMessage } from 'node:http'
import { LIMITS } from '../limits/limits'

/** Whoever sends slower than this loses the connection. */
export const BODY_MS = 10_000
/** An import of 20 MB gets so many times as long. */
const IMPORT_PATIENCE = 6
/** Bytes of all bodies that are being read. */
const MAX_HELD = 200 * 1024 * 1024

/** `bytes` tells the size, `value` the parsed JSON; a body that cannot be taken has a status and a sentence instead. */
export type Body =
  | { readonly refused: null; readonly value: unknown; readonly bytes: number }
  | { readonly refused: { readonly status: number; readonly message: string } }

let held = 0

/** The body of a POST as JSON, or the JSON-less empty object of other methods. `isEditor` allows the size of an import; whether it is one shows later. */
export async function readBody(request: IncomingMessage, isEditor: boolean, timeMs: number = BODY_MS): Promise<Body> {
  if (request.method !== 'POST') return { refused: null, value: {}, bytes: 0 }
  const problem = problemWithHeaders(request)
  if (problem) return { refused: problem }
  const limit = isEditor ? LIMITS.importBytes : LIMITS.bodyBytes
  const received = await receive(request, limit, isEditor ? timeMs * IMPORT_PATIENCE : timeMs)
  if (!Array.isArray(received)) return { refused: received }
  const bytes = Buffer.concat(received)
  try {
    return { refused: null, value: JSON.parse(bytes.toString('utf8')), bytes: bytes.length }
  } catch {
    return { refused: { status: 400, message: 'The body is not JSON.' } }
  }
}

function problemWithHeaders({ headers }: IncomingMessage): { status: number; message: string } | null {
  const [type, ...parameters] = (headers['content-type'] ?? '').split(';').map(part => part.trim().toLowerCase())
  if (type !== 'application/json') return { status: 415, message: 'Send the operation as application/json.' }
  const charset = parameters.find(parameter => parameter.startsWith('charset='))?.slice('charset='.length)
  if (charset !== undefined && !/^"?utf-?8"?$/.test(charset)) return { status: 415, message: 'Send the operation in UTF-8.' }
  const encoding = headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity') return { status: 415, message: 'Send the body as it is, without Content-Encoding.' }
  return null
}

function receive(
  request: IncomingMessage,
  limit: number,
  timeMs: number,
): Promise<Buffer[] | { status: number; message: string }> {
  const tooLarge = { status: 413, message: `The body has more than ${limit} bytes.` }
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.resolve(tooLarge)
  return new Promise(resolve => {
    const chunks: Buffer[] = []
    let size = 0
    const end = (answer: Buffer[] | { status: number; message: string }): void => {
      clearTimeout(timer)
      request.off('data', take).off('end', whole).off('error', broken).off('close', broken)
      held -= size
      resolve(answer)
    }
    const take = (chunk: Buffer): void => {
      size += chunk.length
      held += chunk.length
      chunks.push(chunk)
      if (size > limit) end(tooLarge)
      else if (held > MAX_HELD)
        end({ status: 503, message: 'Too many large requests at the moment. Try again in a few seconds.' })
    }
    const whole = (): void => end(chunks)
    const broken = (): void => end({ status: 400, message: 'The body broke off.' })
    const timer = setTimeout(() => end({ status: 408, message: `The body did not arrive within ${timeMs / 1000} s.` }), timeMs)
    request.on('data', take).once('end', whole).once('error', broken).once('close', broken)
  })
}
