/** Who may do what: reading is open on this machine or where the settings say so, changing needs the token of an editor. */
import type { IncomingMessage } from 'node:http'
import { isLoopback, namesLoopback } from './hosts'
import { editorsByToken } from './tokens'

export interface AccessSettings {
  readonly host: string
  readonly editors: ReadonlyMap<string, string>
  readonly publicRead: boolean
}

/** Why a request is not answered, as HTTP and GraphQL say it. */
export interface Denial {
  readonly status: 401 | 403 | 421
  readonly code: 'UNAUTHENTICATED' | 'FORBIDDEN'
  readonly message: string
}

export type Access =
  | { readonly editor: string | null; readonly denial: null }
  | { readonly editor: null; readonly denial: Denial }

/** Gives the function that judges a request before it is read. */
export function accessRules(settings: AccessSettings): (request: IncomingMessage) => Access {
  const editorOf = editorsByToken(settings.editors)
  const onLoopback = isLoopback(settings.host)
  const open = onLoopback || settings.publicRead
  return request => {
    if (onLoopback && !namesLoopback(request.headers.host)) return denied(WRONG_HOST)
    const { authorization } = request.headers
    const editor = editorOf(authorization)
    if (editor !== null) return { editor, denial: null }
    if (authorization !== undefined && /^Bearer\b/i.test(authorization) && settings.editors.size > 0) return denied(UNKNOWN_TOKEN)
    return open ? { editor: null, denial: null } : denied(CLOSED)
  }
}

const denied = (denial: Denial): Access => ({ editor: null, denial })

const WRONG_HOST: Denial = {
  status: 421,
  code: 'FORBIDDEN',
  message: 'This service answers to localhost and 127.0.0.1 only; the request names another host.',
}
const UNKNOWN_TOKEN: Denial = { status: 401, code: 'UNAUTHENTICATED', message: 'The bearer token is not one of an editor.' }
const CLOSED: Denial = {
  status: 401,
  code: 'UNAUTHENTICATED',
  message: 'Reading needs the bearer token of an editor here. The operator opens it to everybody with MAITU_PUBLIC_READ=true.',
}

/** Why this editor (or nobody) cannot run a mutation; null where it can. */
export function denialOfMutation(
  editor: string | null,
  settings: Pick<AccessSettings, 'editors'>,
  canEdit: boolean,
): Denial | null {
  if (settings.editors.size === 0 || !canEdit) return MUTATIONS_OFF
  return editor === null ? TOKEN_NEEDED : null
}

const MUTATIONS_OFF: Denial = {
  status: 403,
  code: 'FORBIDDEN',
  message: 'Mutations are off here. The operator switches them on with MAITU_EDITOR_TOKENS=name:token.',
}
const TOKEN_NEEDED: Denial = {
  status: 401,
  code: 'UNAUTHENTICATED',
  message: 'Mutations need the token of an editor: send the header "Authorization: Bearer TOKEN".',
}
