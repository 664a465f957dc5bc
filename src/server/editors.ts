/** Who asks: the name of the editor whose bearer token a request carries. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** The name that belongs to the bearer token, or null. Every known token is compared, each in constant time. */
export function editorOf(request: IncomingMessage, editors: ReadonlyMap<string, string>): string | null {
  const match = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')
  if (!match) return null
  const given = digest(match[1] as string)
  let found: string | null = null
  for (const [name, token] of editors) if (timingSafeEqual(given, digest(token))) found = name
  return found
}
