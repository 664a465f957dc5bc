/** What is asked: the operations of the contract with variables drawn from the graph, and the nearest that @neo4j/graphql can be asked. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '../../database/connection'
import { Random, Zipf } from '../random'

export interface Asked {
  readonly name: string
  /** The text of the operation. */
  readonly query: string
  readonly variables: readonly Record<string, unknown>[]
  /** What @neo4j/graphql is asked for the same rows; where it cannot, why. */
  readonly generated: { readonly query: string; variables(own: Record<string, unknown>): Record<string, unknown> } | string
}

/** An operation as clients run it. */
export function contractOperation(name: string): string {
  return readFileSync(join(__dirname, 'operations', `${name}.graphql`), 'utf8')
}

const OFFICIALS = `query($name: String!, $first: Int!) {
  policies(where: { names: { some: { form: { eq: $name } } } }, limit: 1, sort: [{ mentionCount: DESC }]) {
    id name aliases kind
    issuers { id name }
    issuingRegions { id name }
    speakersConnection(where: { edge: { role: { eq: "official" } } }, sort: [{ edge: { claimCount: DESC } }], first: $first) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        cursor
        properties { claimCount }
        node {
          id name role
          holdsConnection { edges { properties { title } node { id name regions { id name } } } }
          holdsInConnection { edges { properties { title } node { id name } } }
          madeConnection(where: { node: { policies: { some: { names: { some: { form: { eq: $name } } } } } } }, first: 3) {
            totalCount
            edges { node { id text mode verb starts ends spans article { id title publishedOn outlets { id name } } } }
          }
        }
      }
    }
  }
}`

const CLAIMS = `query($region: String!, $first: Int!) {
  claimsConnection(where: { regionsConnection: { some: { node: { name: { eq: $region } }, edge: { direct: { eq: true }, role: { eq: "official" } } } } }, sort: [{ publishedOn: DESC }], first: $first) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges {
      cursor
      node {
        id text mode verb starts ends spans
        peopleConnection { edges { properties { title organizationId } node { id name role } } }
        organizations { id name kind }
        policies { id name }
        aboutOrganizations { id name }
        aboutRegions { id name }
        aboutPeople { id name }
        figures { id metric value unit period change qualifier regions { id name } organizations { id name } }
        article { id title publishedOn }
      }
    }
  }
}`

const DRAWN = 40
const ROWS = 20

/** The operations with variables drawn by the seed: things are asked for as often as they are spoken of. */
export async function operationsOf(database: Database, seed: number): Promise<readonly Asked[]> {
  const top = async (label: string, where = 'true'): Promise<{ id: string; name: string }[]> =>
    database.read<{ id: string; name: string }>({
      name: 'bench.top',
      text: `MATCH (e:${label}) WHERE ${where} RETURN e.id AS id, e.name AS name ORDER BY e.mentionCount DESC, e.id LIMIT 200`,
    })
  const [policies, regions, people] = await Promise.all([
    top('Policy'),
    top('Region', "e.level IN ['province', 'prefecture', 'county']"),
    top('Person', 'e.claimCount > 0'),
  ])
  const random = new Random(seed, 7)
  const draw = <T>(from: readonly T[]): T[] => {
    const zipf = new Zipf(from.length)
    return Array.from({ length: DRAWN }, () => from[zipf.draw(random)] as T)
  }
  const words = [
    ...draw(policies)
      .slice(0, 20)
      .map(({ name }) => name.slice(0, 4)),
    ...draw(people)
      .slice(0, 20)
      .map(({ name }) => name),
  ]
  return [
    {
      name: 'officials-on-initiative',
      query: contractOperation('officials-on-initiative'),
      variables: draw(policies).map(({ name }) => ({ name, first: ROWS })),
      generated: { query: OFFICIALS, variables: own => own },
    },
    {
      name: 'claims',
      query: contractOperation('claims'),
      variables: draw(regions).map(({ name }) => ({
        filter: { region: { eq: name }, speakerRole: { eq: 'OFFICIAL' } },
        first: ROWS,
      })),
      generated: {
        query: CLAIMS,
        variables: own => ({ region: (own.filter as { region: { eq: string } }).region.eq, first: own.first }),
      },
    },
    {
      name: 'network',
      query: contractOperation('network'),
      variables: draw(people).map(({ id }) => ({ ids: [id], depth: 1, limit: 200 })),
      generated: 'it has no question for neighbours over any relationship, only for those of one field after the other',
    },
    {
      name: 'search',
      query: contractOperation('search'),
      variables: words.map(query => ({ query, first: ROWS })),
      generated: 'its full-text questions are of one type each, so there is no ranked list over all',
    },
  ]
}

/** Pairs of people for the paths between them. */
export async function pairsOf(database: Database, seed: number, count: number): Promise<readonly Record<string, unknown>[]> {
  const people = await database.read<{ id: string }>({
    name: 'bench.people',
    text: 'MATCH (p:Person) WHERE p.claimCount > 0 RETURN p.id AS id ORDER BY p.id',
  })
  const random = new Random(seed, 8)
  const one = (): string => (people[random.below(people.length)] as { id: string }).id
  return Array.from({ length: count }, () => ({ from: one(), to: one(), maxLength: 6, first: 5 }))
}
