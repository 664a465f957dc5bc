/** A service over a schema of a few fields and no database, for what the server does whatever it serves. */
import {
  GraphQLEnumType,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql'
import pino, { type Logger } from 'pino'
import type { Editing } from '../../../src/decision/editing'
import type { ServiceDatabase } from '../../../src/reader'
import type { ServerContext } from '../../../src/request'
import { type Service, serve } from '../../../src/server/serve'
import type { ServiceSettings } from '../../../src/settings'

export const SETTINGS: ServiceSettings = {
  host: '127.0.0.1',
  port: 0,
  playground: false,
  introspection: true,
  playgroundBundle: '',
  examples: '',
  editors: new Map(),
  publicRead: false,
  corsOrigins: [],
}

export interface SmallParts {
  readonly settings?: Partial<ServiceSettings>
  /** What the field `work` does. */
  readonly work?: (context: ServerContext) => unknown
  readonly database?: ServiceDatabase
  readonly log?: Logger
  readonly graceMs?: number
  readonly bodyMs?: number
}

const NO_DATABASE: ServiceDatabase = {
  read: async () => [],
  readiness: async () => ({ ready: true }),
}

/** Starts it on a free port. */
export function smallService({
  settings = {},
  work = () => 'done',
  database = NO_DATABASE,
  log,
  graceMs,
  bodyMs,
}: SmallParts = {}): Promise<Service> {
  return serve({
    schema: smallSchema(work),
    // The editing of this schema does nothing, so no function of it is called.
    context: request => ({ request, editing: {} as Editing }),
    database,
    settings: { ...SETTINGS, ...settings },
    log: log ?? pino({ level: 'silent' }),
    graceMs,
    bodyMs,
  })
}

/** A list of things that hold lists of things, as everything here that grows. */
export function smallSchema(work: (context: ServerContext) => unknown = () => 'done'): GraphQLSchema {
  const page = { first: { type: GraphQLInt }, last: { type: GraphQLInt } }
  const kind = new GraphQLEnumType({ name: 'Kind', values: { PERSON: {}, POLICY: {} } })
  const filter: GraphQLInputObjectType = new GraphQLInputObjectType({
    name: 'Filter',
    fields: () => ({
      name: { type: GraphQLString },
      kind: { type: kind },
      in: { type: new GraphQLList(GraphQLString) },
      and: { type: new GraphQLList(filter) },
    }),
  })
  const thing: GraphQLObjectType = new GraphQLObjectType({
    name: 'Thing',
    fields: () => ({
      id: { type: GraphQLID },
      name: { type: GraphQLString },
      parent: { type: thing },
      parts: { type: new GraphQLList(thing) },
      things: { type: connection, args: page },
    }),
  })
  const edge = new GraphQLObjectType({ name: 'ThingEdge', fields: { cursor: { type: GraphQLString }, node: { type: thing } } })
  const connection = new GraphQLObjectType({
    name: 'ThingConnection',
    fields: { edges: { type: new GraphQLList(edge) }, totalCount: { type: GraphQLInt } },
  })
  const node = { id: 'thing', name: 'Thing' }
  return new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: {
        work: {
          type: GraphQLString,
          args: { note: { type: GraphQLString } },
          resolve: (_, __, context: ServerContext) => work(context),
        },
        thing: { type: thing, args: { id: { type: new GraphQLNonNull(GraphQLID) } }, resolve: () => node },
        things: {
          type: connection,
          args: { ...page, filter: { type: filter } },
          resolve: () => ({ edges: [{ cursor: '1', node }], totalCount: 1 }),
        },
      },
    }),
    mutation: new GraphQLObjectType({
      name: 'Mutation',
      fields: {
        rename: { type: GraphQLString, args: { name: { type: GraphQLString } }, resolve: (_, { name }) => name },
        importDocument: {
          type: GraphQLInt,
          args: { input: { type: new GraphQLInputObjectType({ name: 'Import', fields: { text: { type: GraphQLString } } }) } },
          resolve: (_, { input }) => input.text.length,
        },
      },
    }),
  })
}

/** Asks like a well-behaved client and gives status, headers and the parsed body. */
export async function ask(
  { url }: Pick<Service, 'url'>,
  query: string,
  {
    variables,
    headers = {},
    ...more
  }: { variables?: Record<string, unknown>; headers?: Record<string, string>; operationName?: string; extensions?: object } = {},
): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
    body: JSON.stringify({ query, variables, ...more }),
  })
  return { status: response.status, headers: response.headers, ...((await response.json()) as Pick<Answer, 'data' | 'errors'>) }
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly data?: Record<string, unknown> | null
  readonly errors?: readonly {
    readonly message: string
    readonly path?: readonly unknown[]
    readonly extensions: Record<string, unknown>
  }[]
}
