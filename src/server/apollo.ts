/** Apollo Server as Maitu uses it: no landing page of its own, errors translated once, documents parsed and validated once. */
import { ApolloServer } from '@apollo/server'
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import type { GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import type { RequestContext } from '../context'
import type { ServiceSettings } from '../service'
import { errorFormatter } from './errors'

export type Apollo = ApolloServer<RequestContext>

/** Makes and starts the server that executes operations; HTTP is not its business. */
export async function createApollo(parts: { schema: GraphQLSchema; settings: ServiceSettings; log: Logger }): Promise<Apollo> {
  const apollo = new ApolloServer<RequestContext>({
    schema: parts.schema,
    introspection: parts.settings.introspection,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !parts.settings.introspection,
    status400ForVariableCoercionErrors: true,
    formatError: errorFormatter(parts.log),
    plugins: [ApolloServerPluginLandingPageDisabled()],
    nodeEnv: 'production',
  })
  await apollo.start()
  return apollo
}
