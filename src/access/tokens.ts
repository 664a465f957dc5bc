/** Who asks: the name of the editor whose bearer token a request carries. */
import { createHash, timingSafeEqual } from 'node:crypto'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/**
 * Gives a function from an Authorization header to the name of the editor, null where the header bears no token that is known. Every token is compared,
 * each in constant time, so that nothing is learned from how long it takes.
 */
export function editorsByToken(editors: ReadonlyMap<string, string>): (authorization: string | undefined) => string | null {
  const known = [...editors].map(([name, token]) => ({ name, digest: digest(token) }))
  return authorization => {
    const token = /^Bearer +([^\s]+) *$/i.exec(authorization ?? '')?.[1]
    if (token === undefined || known.length === 0) return null
    const given = digest(token)
    let found: string | null = null
    for (const editor of known) if (timingSafeEqual(given, editor.digest)) found = editor.name
    return found
  }
}
