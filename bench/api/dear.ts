/**
 * Questions that cost as much as anybody can make them cost within the limits: of what is named most, unnarrowed by any index, after what is not there. Each is to be
 * refused or answered in under a second while ordinary requests go on being answered.
 */
import { ask } from './ask'
import { processorTime } from './processor-time'

export interface Dear {
  readonly name: string
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
}

interface Named {
  readonly id: string
  readonly name: string
}

const MOST_NAMED = `{
  policies(first: 2) { edges { node { id name } } }
  people(first: 2) { edges { node { id name } } }
  organizations(first: 2) { edges { node { id name } } }
  regions(first: 2, filter: { level: { in: [COUNTRY, PROVINCE] } }) { edges { node { id name } } }
  first: people(last: 1) { edges { node { id name } } }
}`

const PAGE = 'totalCount pageInfo { hasNextPage endCursor }'
const CLAIM = 'id text speaker { ... on Entity { id name } } about { ... on Entity { id } } evidence { quote article { title } }'
const claims = (filter: string, more = 'first: 20') =>
  `{ claims(${more}, filter: ${filter}) { ${PAGE} edges { node { ${CLAIM} } } } }`
const figures = (filter: string) =>
  `{ figures(first: 20, filter: ${filter}) { ${PAGE} edges { node { id metric value subject { id } } } } }`
const articles = (filter: string, more = 'first: 20') =>
  `{ articles(${more}, filter: ${filter}) { ${PAGE} edges { node { id title } } } }`
const comparisons = (filter: string) =>
  `{ figureComparisons(first: 20, filter: ${filter}) { ${PAGE} edges { node { verdict metric figures { id value } } } } }`
const search = (more: string) =>
  `query($text: String!) { search(query: $text, ${more}) { ${PAGE} edges { score highlight node { __typename } } } }`
const list = (field: string, filter: string, more = 'first: 20') =>
  `{ ${field}(${more}, filter: ${filter}) { ${PAGE} edges { node { id name aliases } } } }`

/** The questions about the graph behind a service. */
export async function dearQuestions(url: string): Promise<readonly Dear[]> {
  const { data } = await ask(url, MOST_NAMED)
  const named = (field: string): readonly Named[] =>
    (data as Record<string, { edges: { node: Named }[] }>)[field]?.edges.map(({ node }) => node) ?? []
  const quoted = (field: string, at = 0): { id: string; name: string; own: string } => {
    const { id = '', name = '' } = named(field)[at] ?? {}
    return { id: JSON.stringify(id), name: JSON.stringify(name), own: name }
  }
  const [policy, person, body, region, other, last] = [
    quoted('policies'),
    quoted('people'),
    quoted('organizations'),
    quoted('regions'),
    quoted('regions', 1),
    quoted('first'),
  ]
  const network = (ids: string, more: string) =>
    `{ network(ids: [${ids}], ${more}) { nodes { id name degree } links { id kind weight } truncated } }`
  const paths = (from: string, to: string, more: string) =>
    `{ paths(from: ${from}, to: ${to}, ${more}) { length nodes { __typename } steps { kind evidence { quote } } } }`
  const within = (field: string, more: string) =>
    `{ region(name: ${region.id}) { ${field}(within: true, first: 20${more}) { ${PAGE} edges { node { id } } } } }`
  return [
    // Comparisons and figures that no index narrows.
    { name: 'comparisons of a metric that none has', query: comparisons('{ metric: { eq: "没有的指标" } }') },
    { name: 'comparisons of a part of a metric that none has', query: comparisons('{ metric: { contains: "没有的指标" } }') },
    { name: 'comparisons by verdict, from the end', query: comparisons('{ verdict: { eq: DIFFER } }').replace('first', 'last') },
    { name: 'comparisons within the country', query: comparisons(`{ subject: { eq: ${region.id}, within: true } }`) },
    {
      name: 'comparisons within a region, of a part that none has',
      query: comparisons(`{ subject: { eq: ${other.id}, within: true }, metric: { contains: "没有" } }`),
    },
    { name: 'comparisons of a body', query: comparisons(`{ subject: { eq: ${body.id} } }`) },
    { name: 'comparisons that are not', query: comparisons(`{ not: { verdict: { in: [AGREE, DIFFER, UPDATE] } } }`) },
    { name: 'figures of a part of a metric that none has', query: figures('{ metric: { contains: "没有的指标" } }') },
    { name: 'figures of a unit that none has', query: figures('{ unit: { eq: "没有" } }') },
    {
      name: 'figures of a region and of a unit that none has',
      query: figures(`{ region: { eq: ${region.id}, within: true }, unit: { eq: "没有" } }`),
    },
    {
      name: 'figures, any of two',
      query: figures(`{ or: [{ metric: { contains: "没有" } }, { subject: { eq: ${body.id} } }] }`),
    },
    { name: 'all figures', query: figures('{}') },
    // Claims that no index narrows.
    { name: 'claims by kind of body alone', query: claims('{ speakerKind: { eq: SCHOOL } }') },
    { name: 'claims by role alone, from the end', query: claims('{ speakerRole: { eq: WORKER } }', 'last: 20') },
    {
      name: 'claims by mode and role, the earliest first',
      query: claims('{ mode: { eq: MIXED }, speakerRole: { eq: JOURNALIST } }', 'first: 20, orderBy: PUBLISHED_ON_ASC'),
    },
    {
      name: 'claims by any of a speaker and a policy',
      query: claims(`{ or: [{ speaker: { eq: ${last.id} } }, { policy: { eq: ${policy.id} } }] }`),
    },
    {
      name: 'claims by any of two that are not there',
      query: claims('{ or: [{ speaker: { eq: "没有的人" } }, { region: { eq: "没有的地方", within: true } }] }'),
    },
    { name: 'claims that are not of the country', query: claims(`{ not: { region: { eq: ${region.id}, within: true } } }`) },
    {
      name: 'claims that are not of any role',
      query: claims('{ not: { speakerRole: { in: [OFFICIAL, JOURNALIST, OTHER] } }, hasFigures: true }'),
    },
    { name: 'claims of a body without figures', query: claims(`{ organization: { eq: ${body.id} }, hasFigures: false }`) },
    { name: 'claims of an outlet', query: claims(`{ outlet: { eq: ${body.id} } }`) },
    { name: 'claims of two regions within', query: claims(`{ region: { in: [${region.id}, ${other.id}], within: true } }`) },
    {
      name: 'claims of a region in which none is, before any day',
      query: claims(`{ region: { eq: ${region.id}, within: true }, publishedOn: { to: "1900-01-01" } }`),
    },
    { name: 'claims in which a common character stands', query: claims('{ text: { contains: "的" } }') },
    {
      name: 'claims of the one who speaks most, and not',
      query: claims(`{ speaker: { eq: ${person.id} }, not: { mode: { in: [DIRECT, INDIRECT, MIXED] } } }`),
    },
    {
      name: 'claims by sixty conditions',
      query: claims(`{ or: [${Array.from({ length: 50 }, (_, i) => `{ text: { contains: "没${i}" } }`).join(' ')}] }`),
    },
    // Entities and articles.
    { name: 'articles of a region within', query: articles(`{ region: { eq: ${region.id}, within: true } }`, 'last: 20') },
    { name: 'articles in which a word stands that none has', query: articles('{ or: [{ text: { contains: "没有的词语" } }] }') },
    {
      name: 'articles without figures that name one who is hardly named',
      query: articles(`{ mentions: { eq: ${last.id} }, hasFigures: false }`),
    },
    { name: 'people by a part of a name that none has', query: list('people', '{ name: { contains: "没有" } }') },
    {
      name: 'people with an office in the country',
      query: list('people', `{ region: { eq: ${region.id}, within: true } }`, 'last: 20'),
    },
    {
      name: 'people who speak on no policy, not',
      query: list('people', `{ not: { policy: { eq: ${policy.id} } }, role: { eq: WORKER } }`),
    },
    { name: 'bodies of the country', query: list('organizations', `{ region: { eq: ${region.id}, within: true } }`, 'last: 20') },
    { name: 'policies of the country', query: list('policies', `{ region: { eq: ${region.id}, within: true } }`, 'last: 20') },
    // What hangs at what is named most.
    ...['organizations', 'policies', 'speakers', 'claims', 'figures'].map(field => ({
      name: `${field} within the country`,
      query: within(field, ''),
    })),
    {
      name: 'claims within the country by a part that none has',
      query: within('claims', ', filter: { text: { contains: "没有的词语" } }'),
    },
    {
      name: 'policies of a body',
      query: `{ organization(name: ${body.id}) { policies(first: 20) { ${PAGE} edges { claimCount node { id } } } } }`,
    },
    {
      name: 'claims of a body',
      query: `{ organization(name: ${body.id}) { claims(last: 20) { ${PAGE} edges { node { ${CLAIM} } } } } }`,
    },
    {
      name: 'figures of a body',
      query: `{ organization(name: ${body.id}) { figures(first: 20) { ${PAGE} edges { node { id } } } } }`,
    },
    {
      name: 'people of a body',
      query: `{ organization(name: ${body.id}) { people(first: 500) { ${PAGE} edges { title node { id } } } } }`,
    },
    {
      name: 'who speaks on a policy, by name',
      query: `{ policy(name: ${policy.id}) { speakers(first: 500, orderBy: NAME_ASC) { ${PAGE} edges { node { id positions { title organization { name } } } } } } }`,
    },
    {
      name: 'a policy by years',
      query: `{ policy(name: ${policy.id}) { timeline(unit: YEAR) { period claimCount speakerCount } } }`,
    },
    {
      name: 'who speaks with the one who speaks most',
      query: `{ person(name: ${person.id}) { coSpeakers(first: 500) { ${PAGE} edges { claimCount node { id } policies { id } } } } }`,
    },
    // Neighbourhoods and paths.
    ...[1, 2, 3].map(depth => ({
      name: `a neighbourhood of depth ${depth} of the country`,
      query: network(region.id, `depth: ${depth}, limit: 500`),
    })),
    { name: 'a neighbourhood of depth 3 of a body', query: network(body.id, 'depth: 3, limit: 500') },
    { name: 'a neighbourhood of depth 3 of one who is hardly named', query: network(last.id, 'depth: 3, limit: 500') },
    {
      name: 'a neighbourhood of depth 3, people only',
      query: network(`${person.id}, ${policy.id}, ${other.id}`, 'depth: 3, limit: 500, types: [PERSON]'),
    },
    { name: 'paths of 8', query: paths(last.id, person.id, 'maxLength: 8, first: 50') },
    { name: 'paths of 8 through hubs', query: paths(last.id, body.id, 'maxLength: 8, first: 50, throughHubs: true') },
    { name: 'paths of 7 between a policy and a region', query: paths(policy.id, other.id, 'maxLength: 7, first: 50') },
    { name: 'paths of 8 to somebody who is not there', query: paths(last.id, '"per_00000000000000000000"', 'maxLength: 8') },
    // Search.
    { name: 'a search for one character', query: search('first: 20'), variables: { text: '的' } },
    { name: 'a search for the beginning of a number', query: search('first: 20'), variables: { text: '1 2 3 20 19 10' } },
    { name: 'a search for eight words', query: search('first: 20'), variables: { text: '国 家 发 展 改 革 省 市' } },
    { name: 'a search for a long text', query: search('first: 20'), variables: { text: `${other.own}${policy.own}`.repeat(12) } },
    { name: 'a search, 500 from the end', query: search('last: 500'), variables: { text: other.own } },
    { name: 'a search in articles alone', query: search('first: 500, types: [ARTICLE]'), variables: { text: other.own } },
  ]
}

const ORDINARY = '{ people(first: 3) { edges { node { name } } } }'
const PAUSE_MS = 20
const ROUNDS = 3

/** Asks each question some times with ordinary ones beside it, and says how long it took, first and later, and the slowest ordinary one. */
export async function askDear(url: string, neo4j: number | null, say: (line: string) => void): Promise<void> {
  for (const { name, query, variables } of await dearQuestions(url)) {
    const rounds: string[] = []
    let ending = ''
    let slowest = 0
    for (let round = 0; round < ROUNDS; round++) {
      let over = false
      const beside = (async () => {
        while (!over) {
          const start = performance.now()
          await ask(url, ORDINARY)
          slowest = Math.max(slowest, performance.now() - start)
          await new Promise(resolve => setTimeout(resolve, PAUSE_MS))
        }
      })()
      const before = processorTime(neo4j)
      const start = performance.now()
      const { errors } = await ask(url, query, variables)
      rounds.push(`${(performance.now() - start).toFixed(0)} ms (${processorTime(neo4j) - before})`)
      over = true
      await beside
      ending = errors ? String(errors[0]?.extensions?.code) : ''
    }
    say(`${name.padEnd(62)} ${rounds.join('  ').padEnd(50)} beside it ${slowest.toFixed(0)} ms  ${ending}`)
  }
}
