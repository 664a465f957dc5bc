/** Apollo Server as Maitu uses it: no landing page of its own, errors translated once, documents parsed and validated once. */
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import type { GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import { LIMITS } from '../limits/limits'
import type { ServerContext } from '../request'
import { errorFormatter } from './errors'

export type Apollo = ApolloServer<ServerContext>

/** How long a persisted query is kept that nobody asks for. */
const PERSISTED_SECONDS = 24 * 60 * 60

export interface ApolloParts {
  readonly schema: GraphQLSchema
  readonly introspection: boolean
  readonly plugins: readonly ApolloServerPlugin<ServerContext>[]
  readonly log: Logger
}

/** Makes and starts the server that executes operations; HTTP is not its business. */
export async function createApollo({ schema, introspection, plugins, log }: ApolloParts): Promise<Apollo> {
  const apollo: Apollo = new ApolloServer<ServerContext>({
    schema,
    introspection,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !introspection,
    parseOptions: { maxTokens: LIMITS.tokens, noLocation: false },
    persistedQueries: { ttl: PERSISTED_SECONDS },
    formatError: errorFormatter(log),
    // Cache control looks at every field that is resolved, and no answer of ours may be cached.
    plugins: [ApolloServerPluginLandingPageDisabled(), ApolloServerPluginCacheControlDisabled(), ...plugins],
    logger: quiet(log),
    nodeEnv: 'production',
  })
  await apollo.start()
  return apollo
}

/** Apollo logs sentences; ours are events with fields. */
function quiet(log: Logger): {
  debug(message?: string): void
  info(message?: string): void
  warn(message?: string): void
  error(message?: string): void
} {
  return {
    debug: message => log.debug({ event: 'apollo' }, message),
    info: message => log.debug({ event: 'apollo' }, message),
    warn: message => log.warn({ event: 'apollo' }, message),
    error: message => log.error({ event: 'apollo' }, message),
  }
}
