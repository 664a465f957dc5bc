/** Reads the body of a request, bounded. */
import type { IncomingMessage } from 'node:http'

/** The largest body of an operation that is taken, in bytes. An import brings its text in the variables. */
export const MAX_BODY = 20 * 1024 * 1024

export type Body =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly status: number; readonly message: string }

/** Gives the parsed JSON of a POST, an empty object for methods without a body. What is too large or no JSON is refused with a status. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  if (request.method !== 'POST') return { ok: true, value: {} }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BODY) return { ok: false, status: 413, message: `The body has more than ${MAX_BODY} bytes.` }
    chunks.push(chunk)
  }
  const type = request.headers['content-type'] ?? ''
  if (!/^application\/json\b/i.test(type)) return { ok: true, value: {} }
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(chunks).toString('utf8')) }
  } catch {
    return { ok: false, status: 400, message: 'The body is not JSON.' }
  }
}
