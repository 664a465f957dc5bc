/**
 * Asks the example questions once after the start. The database plans a statement when it first sees it, which takes a second or more while it is cold;
 * planned in the background, the first question of a user is answered as fast as the next.
 */
import { setTimeout } from 'node:timers/promises'
import { execute, type GraphQLSchema, Kind, parse } from 'graphql'
import type { Logger } from 'pino'
import { createContext } from './context'
import type { ServiceDatabase } from './reader'
import { RequestState } from './request'
import type { Example } from './server/playground'

const TIME_MS = 60_000

/** What is named most, so that the questions find something in any graph. */
const MOST_NAMED = `{
  policies(first: 1) { edges { node { id name } } }
  people(first: 1) { edges { node { id name } } }
  organizations(first: 1) { edges { node { id name } } }
  regions(first: 1) { edges { node { id name } } }
}`

interface Named {
  readonly id: string
  readonly name: string
}
interface MostNamed {
  readonly policy?: Named
  readonly person?: Named
  readonly organization?: Named
  readonly region?: Named
}

/** The variables of an example by what its operation is called; others are asked with the variables they come with. */
const VARIABLES: Readonly<Record<string, (most: MostNamed) => Record<string, unknown>>> = {
  OfficialsOnInitiative: ({ policy }) => ({ name: policy?.name ?? '' }),
  InitiativesOfPerson: ({ person }) => ({ name: person?.name ?? '' }),
  Search: ({ region }) => ({ query: region?.name ?? '' }),
  Claims: ({ region }) => ({ filter: { region: { eq: region?.id, within: true }, speakerRole: { eq: 'OFFICIAL' } } }),
  RegionOverview: ({ region }) => ({ name: region?.name ?? '' }),
  TraceConnection: ({ person, organization }) => ({ from: person?.id ?? '', to: organization?.id ?? '' }),
  Network: ({ person }) => ({ ids: [person?.id ?? ''] }),
}

/** A page of what is named most, by a filter; of one row, for it is the plan that is wanted. */
const LISTS = [
  'claims(first: 1, filter: { organization: { eq: $organization }, hasFigures: true }) { totalCount edges { node { id } } }',
  'claims(first: 1, filter: { or: [{ speaker: { eq: $person } }, { policy: { eq: $policy } }] }) { totalCount edges { node { id } } }',
  'claims(first: 1, filter: { not: { region: { eq: $region, within: true } }, speakerKind: { eq: COMPANY } }) { totalCount edges { node { id } } }',
  'claims(first: 1, filter: { outlet: { eq: $organization } }) { totalCount edges { node { id } } }',
  'articles(first: 1, filter: { region: { eq: $region, within: true } }) { totalCount edges { node { id } } }',
  'articles(first: 1, filter: { mentions: { eq: $person } }) { totalCount edges { node { id } } }',
  'people(first: 1, filter: { region: { eq: $region, within: true } }) { totalCount edges { node { id } } }',
  'organizations(first: 1, filter: { region: { eq: $region, within: true } }) { totalCount edges { node { id } } }',
  'policies(first: 1, filter: { region: { eq: $region, within: true } }) { totalCount edges { node { id } } }',
  'figures(first: 1, filter: { metric: { contains: "万" } }) { totalCount edges { node { id } } }',
  'figureComparisons(first: 1, filter: { metric: { contains: "数" } }) { totalCount edges { node { verdict } } }',
  'figureComparisons(first: 1, filter: { subject: { eq: $region, within: true } }) { totalCount edges { node { verdict } } }',
  'person(name: $person) { coSpeakers(first: 1) { totalCount edges { claimCount } } }',
  'policy(name: $policy) { timeline { period claimCount } speakers(first: 1, orderBy: NAME_ASC) { totalCount edges { node { id } } } }',
] as const

/** The question for one of these, with the variables that it names. */
function listQuestion(list: string): Question {
  const named = ['organization', 'person', 'policy', 'region'] as const
  const used = named.filter(name => list.includes(`$${name}`))
  const declared = used.length === 0 ? '' : `(${used.map(name => `$${name}: String!`).join(', ')})`
  return {
    query: `query List${declared} { ${list} }`,
    variables: most => Object.fromEntries(used.map(name => [name, most[name]?.id ?? ''])),
  }
}

interface Question {
  readonly query: string
  readonly variables: (most: MostNamed) => Record<string, unknown>
}

/**
 * Questions that no example asks and whose statements take long to plan; the statement of a neighbourhood is another for each depth, that of paths for each
 * length. With few rows each: it is the plan that is wanted.
 */
const ALSO: readonly Question[] = [
  ...[2, 3].map(depth => ({
    query: `query Network($ids: [ID!]!) { network(ids: $ids, depth: ${depth}, limit: 1) { truncated } }`,
    variables: ({ person }: MostNamed) => ({ ids: [person?.id ?? ''] }),
  })),
  ...[3, 4, 5, 7, 8].map(length => ({
    query: `query Paths($from: ID!, $to: ID!) { paths(from: $from, to: $to, maxLength: ${length}, first: 1) { length } }`,
    variables: ({ person, organization }: MostNamed) => ({ from: person?.id ?? '', to: organization?.id ?? '' }),
  })),
  {
    query: `query Organization($name: String!) {
      organization(name: $name) {
        people(first: 1) { totalCount edges { title node { id } } }
        policies(first: 1) { totalCount edges { claimCount node { id } } }
        claims(first: 1) { totalCount edges { node { id } } }
      }
    }`,
    variables: ({ organization }) => ({ name: organization?.id ?? '' }),
  },
  ...LISTS.map(listQuestion),
]

/** How long it steps aside at a time while users ask. */
const PAUSE_MS = 50

/** Begins with the first question and goes on one after the other, while nobody else asks. Failures matter to nobody: they are the log's, on `debug`. Call the result to stop. */
export function warmUp(parts: {
  schema: GraphQLSchema
  database: ServiceDatabase
  examples: readonly Example[]
  log: Logger
  /** Whether users wait for answers. */
  isBusy?: () => boolean
}): () => Promise<void> {
  const { schema, database, examples, log, isBusy = () => false } = parts
  let isStopped = false
  let request: RequestState | null = null

  async function ask(query: string, variablesOf: (operation: string | undefined) => Record<string, unknown>) {
    while (isBusy() && !isStopped) await setTimeout(PAUSE_MS)
    request = new RequestState('warm-up', null, { database }, TIME_MS)
    try {
      const document = parse(query)
      const operation = document.definitions.find(definition => definition.kind === Kind.OPERATION_DEFINITION)?.name?.value
      const contextValue = createContext(request, null)
      const { data, errors } = await execute({ schema, document, variableValues: variablesOf(operation), contextValue })
      if (errors) throw errors[0]
      log.debug({ event: 'warm-up.asked', operation, milliseconds: Math.round(request.milliseconds) })
      return data
    } catch (error) {
      log.debug({ event: 'warm-up.failed', error })
      return null
    } finally {
      request.end()
    }
  }

  const running = (async () => {
    if (examples.length === 0) return
    const first = (list: unknown): Named | undefined => (list as { edges?: { node: Named }[] } | undefined)?.edges?.[0]?.node
    const found = await ask(MOST_NAMED, () => ({}))
    const most = {
      policy: first(found?.policies),
      person: first(found?.people),
      organization: first(found?.organizations),
      region: first(found?.regions),
    }
    for (const { query, variables } of examples) {
      if (isStopped) return
      await ask(query, operation => VARIABLES[operation ?? '']?.(most) ?? (variables === null ? {} : JSON.parse(variables)))
    }
    for (const { query, variables } of ALSO) {
      if (isStopped) return
      await ask(query, () => variables(most))
    }
  })()
  return () => {
    isStopped = true
    request?.abandon()
    return running
  }
}
