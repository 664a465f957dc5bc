/** What the resolvers of one request get: repositories, and who asks. */
import type { Editing } from './decision/editing'
import { Repositories } from './repositories'
import type { RequestState, ServerContext } from './request'
import { Shared } from './shared'

export interface RequestContext extends ServerContext {
  readonly repositories: Repositories
  /** The name of the editor's token, or null for readers. */
  readonly editor: string | null
  /** Makes the resolvers of this request. */
  readonly container: { get<T>(resolver: new (repositories: Repositories) => T): T }
}

/** Makes the context of a request. Resolvers are made when first asked for. */
export function createContext(request: RequestState, editing: Editing | null, shared = new Shared()): RequestContext {
  const repositories = new Repositories(request.reader, shared)
  const resolvers = new Map<unknown, unknown>()
  return {
    repositories,
    request,
    editing,
    editor: request.editor,
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
