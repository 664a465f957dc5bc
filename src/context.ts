/** What belongs to one request: its repositories, and who asks. */
import type { Editing } from './decision/editing'
import type { Reader } from './reader'
import { Repositories } from './repositories'

export interface RequestContext {
  readonly repositories: Repositories
  readonly editing: Editing | null
  /** The name of the editor's token, or null for readers. */
  readonly editor: string | null
  /** Makes the resolvers of this request. */
  readonly container: { get<T>(resolver: new (repositories: Repositories) => T): T }
}

/** Makes the context of a request. Repositories and resolvers are made when first asked for. */
export function createContext(parts: { reader: Reader; editing: Editing | null; editor: string | null }): RequestContext {
  const repositories = new Repositories(parts.reader)
  const resolvers = new Map<unknown, unknown>()
  return {
    repositories,
    editing: parts.editing,
    editor: parts.editor,
    container: {
      get<T>(resolver: new (repositories: Repositories) => T): T {
        let made = resolvers.get(resolver) as T | undefined
        if (made === undefined) {
          made = new resolver(repositories)
          resolvers.set(resolver, made)
        }
        return made
      },
    },
  }
}
