/** What the API answers over the sample pages, on a real Neo4j. */
/* biome-ignore-all lint/suspicious/noExplicitAny: answers have the shapes of their operations */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importDocument } from '../../cli/importing'
import type { Database } from '../../database/connection'
import { type Ask, asking } from '../support/asking'
import { freshDatabase } from '../support/neo4j'

const SAMPLES = join(__dirname, '../../samples')

let database: Database
let ask: Ask

beforeAll(async () => {
  database = await freshDatabase()
  for (const name of readdirSync(SAMPLES).filter(name => name.endsWith('.txt'))) {
    await importDocument(database, { name, text: readFileSync(join(SAMPLES, name), 'utf8'), meta: {} })
  }
  ask = asking(database)
})

afterAll(() => database.close())

/** The answer's data; fails on errors. */
async function data(operation: string, variables: Record<string, unknown> = {}) {
  const answer = await ask(operation, variables)
  expect(answer.errors).toEqual([])
  return answer.data
}

describe('a connection', () => {
  const PEOPLE = `query($first: Int, $after: String, $last: Int, $before: String) {
    people(first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      edges { cursor node { id mentionCount } }
    }
  }`

  it('gives the same rows page by page, forwards and backwards, as at once', async () => {
    const whole = (await data(PEOPLE, { first: 500 })).people
    const ids = whole.edges.map((edge: any) => edge.node.id)
    expect(whole.totalCount).toBe(ids.length)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThan(10)

    const forwards: string[] = []
    for (let after: string | null = null, more = true; more; ) {
      const { people } = await data(PEOPLE, { first: 7, after })
      forwards.push(...people.edges.map((edge: any) => edge.node.id))
      expect(people.pageInfo.hasPreviousPage).toBe(after !== null)
      after = people.pageInfo.endCursor
      more = people.pageInfo.hasNextPage
    }
    expect(forwards).toEqual(ids)

    const backwards: string[] = []
    for (let before: string | null = null, more = true; more; ) {
      const { people } = await data(PEOPLE, { last: 7, before })
      backwards.unshift(...people.edges.map((edge: any) => edge.node.id))
      before = people.pageInfo.startCursor
      more = people.pageInfo.hasPreviousPage
    }
    expect(backwards).toEqual(ids)
  })

  it('refuses a cursor of another list, filter, order or thing, and takes it with the fields of the filter in another order', async () => {
    const CLAIMS = `query($filter: ClaimFilter, $orderBy: ClaimOrder, $after: String) {
      claims(filter: $filter, orderBy: $orderBy, first: 1, after: $after) { pageInfo { endCursor } }
    }`
    const filter = { speakerRole: { in: ['OFFICIAL'] }, not: { hasFigures: true } }
    const after = (await data(CLAIMS, { filter })).claims.pageInfo.endCursor
    expect(
      (await ask(CLAIMS, { filter: { not: { hasFigures: true }, speakerRole: { in: ['OFFICIAL'] } }, after })).errors,
    ).toEqual([])
    const OF_PEOPLE = '{ people(first: 2) { edges { node { id claims(first: 1) { pageInfo { endCursor } } } } } }'
    const [one, other] = (await data(OF_PEOPLE)).people.edges.map(({ node }: any) => node)
    const OF_PERSON =
      'query($id: ID!, $after: String) { node(id: $id) { ... on Person { claims(first: 1, after: $after) { totalCount } } } }'
    const refused = [
      await ask(CLAIMS, { filter: { speakerRole: { in: ['EXPERT'] } }, after }),
      await ask(CLAIMS, { filter, orderBy: 'PUBLISHED_ON_ASC', after }),
      await ask(PEOPLE, { first: 1, after }),
      await ask(OF_PERSON, { id: other.id, after: one.claims.pageInfo.endCursor }),
    ]
    for (const { errors } of refused)
      expect(errors).toMatchObject([{ message: expect.stringMatching(/^after: is a cursor of another list/), argument: 'after' }])
    expect((await ask(OF_PERSON, { id: one.id, after: one.claims.pageInfo.endCursor })).errors).toEqual([])
  })

  it('gives the rows below its rows that each of several names asks for', async () => {
    const SPEAKERS = (edges: string) => `{ policies(first: 3) { edges { node { speakers(first: 5) { ${edges} } } } } }`
    const claims = (first: number) =>
      `{ claims(first: ${first}) { totalCount pageInfo { hasNextPage } edges { cursor node { id } } } node { positions { title former organization { name } } } }`
    const [one, three, both] = await Promise.all([
      data(SPEAKERS(`edges ${claims(1)}`)),
      data(SPEAKERS(`edges ${claims(3)}`)),
      data(SPEAKERS(`one: edges ${claims(1)} three: edges ${claims(3)}`)),
    ])
    const speakers = (answer: any, name: string) => answer.policies.edges.map(({ node }: any) => node.speakers[name])
    expect(speakers(both, 'one')).toEqual(speakers(one, 'edges'))
    expect(speakers(both, 'three')).toEqual(speakers(three, 'edges'))
    expect(
      speakers(three, 'edges')
        .flat()
        .some(({ claims: { edges } }: any) => edges.length > 1),
    ).toBe(true)
  })

  it('comes by number of mentions, then by id', async () => {
    const rows = (await data(PEOPLE, { first: 500 })).people.edges.map((edge: any) => edge.node)
    const sorted = [...rows].sort((a, b) => b.mentionCount - a.mentionCount || (a.id < b.id ? -1 : 1))
    expect(rows).toEqual(sorted)
  })

  it.each(['PUBLISHED_ON_ASC', 'PUBLISHED_ON_DESC'])(
    'of claims comes %s with unknown days last, from either end',
    async orderBy => {
      const CLAIMS = `query($orderBy: ClaimOrder, $filter: ClaimFilter, $first: Int, $after: String, $last: Int, $before: String) {
      claims(orderBy: $orderBy, filter: $filter, first: $first, after: $after, last: $last, before: $before) {
        totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { node { id publishedOn } }
      }
    }`
      for (const filter of [{}, { region: { eq: '湖北', within: true } }, { policy: { eq: '楚天飞廊' } }]) {
        const whole = (await data(CLAIMS, { orderBy, filter, first: 500 })).claims
        const rows = whole.edges.map((edge: any) => edge.node)
        const days = rows.flatMap((row: any) => row.publishedOn ?? [])
        expect(whole.totalCount).toBe(rows.length)
        expect(rows.slice(days.length).every((row: any) => row.publishedOn === null)).toBe(true)
        const sorted = [...days].sort()
        expect(days).toEqual(orderBy === 'PUBLISHED_ON_ASC' ? sorted : sorted.reverse())

        const walked: string[] = []
        for (let before: string | null = null, more = true; more; ) {
          const { claims } = await data(CLAIMS, { orderBy, filter, last: 20, before })
          walked.unshift(...claims.edges.map((edge: any) => edge.node.id))
          before = claims.pageInfo.startCursor
          more = claims.pageInfo.hasPreviousPage
        }
        expect(walked).toEqual(rows.map((row: any) => row.id))
      }
    },
  )

  it('counts only when asked', async () => {
    const without = await ask('{ people(first: 3) { edges { node { id } } } }')
    expect(without.statements).toBe(1)
  })

  it.each([
    [{ first: 501 }, 'first'],
    [{ first: -1 }, 'first'],
    [{ last: 501 }, 'last'],
    [{ first: 1, last: 1 }, 'last'],
    [{ first: 1, after: 'nonsense' }, 'after'],
    [{ last: 1, before: 'WyJhIl0' }, 'before'],
  ])('refuses %j, naming the argument', async (variables, argument) => {
    const { errors } = await ask(PEOPLE, variables)
    expect(errors).toMatchObject([{ argument, message: expect.stringMatching(new RegExp(`^${argument}: `)) }])
  })
})

it('counts as many mentions of an entity as there are', async () => {
  const { people } = await data(
    '{ people(first: 20) { edges { node { mentionCount mentions(first: 500) { totalCount edges { cursor } } } } } }',
  )
  for (const { node } of people.edges) {
    expect(node.mentions.totalCount).toBe(node.mentions.edges.length)
    expect(node.mentionCount).toBe(node.mentions.edges.length)
  }
})

describe('evidence', () => {
  it('is what stands in the article at its offsets, for mentions, claims, figures and positions', async () => {
    const { documents } = await data(`{ documents(first: 50) { edges { node { articles {
      text
      mentions(first: 500) { edges { node { start end quote } } }
      claims(first: 100) { edges { node { text evidence { start end quote } } } }
      figures(first: 200) { edges { node { text evidence { start end quote } } } }
    } } } } }`)
    const articles = documents.edges.flatMap((edge: any) => edge.node.articles)
    let seen = 0
    for (const { text, mentions, claims, figures } of articles) {
      const places = [
        ...mentions.edges.map((edge: any) => edge.node),
        ...[...claims.edges, ...figures.edges].flatMap((edge: any) => edge.node.evidence),
      ]
      for (const { start, end, quote } of places) expect(text.slice(start, end)).toBe(quote)
      seen += places.length
    }
    expect(articles.length).toBeGreaterThan(10)
    expect(seen).toBeGreaterThan(100)

    const { people } = await data(
      '{ people(first: 100) { edges { node { positions { title evidence { start end quote article { text } } } } } } }',
    )
    const evidence = people.edges.flatMap((edge: any) => edge.node.positions).flatMap((position: any) => position.evidence)
    expect(evidence.length).toBeGreaterThan(5)
    for (const { start, end, quote, article } of evidence) expect(article.text.slice(start, end)).toBe(quote)
  })

  it('comes in reading order', async () => {
    const { documents } = await data(
      '{ documents { edges { node { articles { mentions(first: 500) { edges { node { start } } } } } } } }',
    )
    for (const article of documents.edges.flatMap((edge: any) => edge.node.articles)) {
      const starts = article.mentions.edges.map((edge: any) => edge.node.start)
      expect(starts).toEqual([...starts].sort((a: number, b: number) => a - b))
    }
  })
})

describe('a filter', () => {
  const CLAIMS = 'query($filter: ClaimFilter) { claims(filter: $filter, first: 500) { totalCount edges { node { id } } } }'
  const found = async (filter: object): Promise<string[]> =>
    (await data(CLAIMS, { filter })).claims.edges.map((edge: any) => edge.node.id).sort()

  it('takes an entity by its name or its id', async () => {
    const { person } = await data('{ person(name: "郑允禾") { id candidates { id } } }')
    const ids = [person, ...person.candidates].map((bearer: any) => bearer.id)
    const byName = await found({ speaker: { eq: '郑允禾' } })
    expect(byName.length).toBeGreaterThan(0)
    expect(await found({ speaker: { in: ids } })).toEqual(byName)
    expect(await found({ speaker: { in: [person.id, '郑允禾'] } })).toEqual(byName)
    expect(byName).toEqual(expect.arrayContaining(await found({ speaker: { eq: person.id } })))
  })

  it('finds nothing for a name that nobody bears', async () => {
    expect(await found({ speaker: { eq: '查无此人' } })).toEqual([])
    expect(await found({ region: { eq: '查无此地', within: true } })).toEqual([])
  })

  it('and its contrary share nothing and together are all', async () => {
    const all = await found({})
    for (const filter of [
      { hasFigures: true },
      { speaker: { eq: '郑允禾' } },
      { region: { eq: '湖北', within: true } },
      { text: { contains: '低空' } },
    ]) {
      const [yes, no] = [await found(filter), await found({ not: filter })]
      expect([...yes, ...no].sort()).toEqual(all)
      expect(yes.length).toBeGreaterThan(0)
    }
  })

  it('joined by and gives what both give, by or what either gives', async () => {
    const a = { region: { eq: '宜昌', within: true } }
    const b = { hasFigures: true }
    const [inA, inB] = [await found(a), await found(b)]
    expect(await found({ and: [a, b] })).toEqual(inA.filter(id => inB.includes(id)))
    expect(await found({ ...a, ...b })).toEqual(inA.filter(id => inB.includes(id)))
    expect(await found({ or: [a, b] })).toEqual([...new Set([...inA, ...inB])].sort())
  })

  it('within a region takes in what is below it', async () => {
    const below = await found({ region: { eq: '宜昌', within: true } })
    const above = await found({ region: { eq: '湖北', within: true } })
    expect(below.length).toBeGreaterThan(0)
    expect(above).toEqual(expect.arrayContaining(below))
    expect((await found({ region: { eq: '湖北' } })).length).toBeLessThan(above.length)
  })

  it('within a region finds the figures that the region shows, with further conditions those of them that meet these', async () => {
    const all = (await data('{ figures(first: 500) { edges { node { id unit change } } } }')).figures.edges.map(
      (edge: any) => edge.node,
    )
    for (const within of [true, false]) {
      const ofRegion = (
        await data(
          `{ region(name: "湖北") { figures(within: ${within}, first: 500) { totalCount edges { node { id unit } } } } }`,
        )
      ).region.figures
      const shown = ofRegion.edges.map((edge: any) => edge.node)
      const listed = async (more: string) =>
        (
          await data(
            `{ figures(first: 500, filter: { region: { eq: "湖北", within: ${within} } ${more} }) { totalCount edges { node { id } } } }`,
          )
        ).figures
      const whole = await listed('')
      expect(whole).toMatchObject({ totalCount: ofRegion.totalCount, edges: shown.map(({ id }: any) => ({ node: { id } })) })
      const changed = new Set(all.filter(({ change }: any) => change).map(({ id }: any) => id))
      const expected = shown.map(({ id }: any) => id).filter((id: string) => changed.has(id))
      const some = await listed(', change: true')
      expect(some.edges.map((edge: any) => edge.node.id)).toEqual(expected)
      expect(some.totalCount).toBe(expected.length)
    }
  })

  it('within a region compares what it compares of everything in it', async () => {
    const compared = async (filter: string) =>
      (
        await data(
          `{ figureComparisons(first: 500 ${filter}) { totalCount edges { node { metric figures { id } subject { ... on Entity { id } } } } } }`,
        )
      ).figureComparisons
    const all = await compared('')
    const within = await compared(', filter: { subject: { eq: "湖北", within: true } }')
    const below = new Set<string>()
    for (const { node } of (await data('{ regions(first: 500) { edges { node { id ancestors { name } } } } }')).regions.edges)
      if (node.ancestors.some(({ name }: any) => name === '湖北省')) below.add(node.id)
    const expected = all.edges.filter(({ node }: any) => below.has(node.subject?.id))
    expect(expected.length).toBeGreaterThan(0)
    expect(within.edges).toEqual(expect.arrayContaining(expected))
    expect(within.totalCount).toBe(within.edges.length)
  })

  it('treats Cypher and Lucene in values as text', async () => {
    for (const text of ["'}) DETACH DELETE n //", 'x" OR *:*', '*', '\\', '\u0000']) {
      expect(await found({ speaker: { eq: text } })).toEqual([])
      await found({ text: { contains: text } })
    }
    expect((await data('{ people { totalCount } }')).people.totalCount).toBeGreaterThan(0)
  })
})

describe('an id', () => {
  it.each(['', 'bm9wZQ', 'per_00000000000000000000', 'art_00000000000000000000', 'dec_0000', '\u0000', 'x'.repeat(1000)])(
    'that is unknown or malformed gives null: %j',
    async id => {
      const answer = await data('query($id: ID!) { node(id: $id) { id } article(id: $id) { id } nodes(ids: [$id]) { id } }', {
        id,
      })
      expect(answer).toEqual({ node: null, article: null, nodes: [null] })
    },
  )

  it('finds what it was given for, whatever it is', async () => {
    const { claims, documents, figures } = await data(`{
      claims(first: 1) { edges { node { id speaker { ... on Node { id } } evidence { article { id } } } } }
      documents(first: 1) { edges { node { id } } }
      figures(first: 1) { edges { node { id } } }
    }`)
    const claim = claims.edges[0].node
    const ids = [claim.id, claim.evidence[0].article.id, documents.edges[0].node.id, figures.edges[0].node.id]
    const { nodes } = await data('query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids })
    expect(nodes).toEqual(['Claim', 'Article', 'Document', 'Figure'].map((__typename, i) => ({ __typename, id: ids[i] })))
  })
})

describe('search', () => {
  const SEARCH = `query($query: String!, $types: [EntityType!], $first: Int = 10, $after: String, $last: Int) {
    search(query: $query, types: $types, first: $first, after: $after, last: $last) {
      totalCount pageInfo { hasNextPage endCursor } edges { highlight node { __typename ... on Node { id } ... on Entity { name } } }
    }
  }`
  const names = async (query: string, types?: string[]): Promise<string[]> =>
    (await data(SEARCH, { query, types })).search.edges.map((edge: any) => edge.node.name)

  it.each([
    ['a name', '宜昌市'],
    ['a short form', '宜昌'],
    ['the beginning of a name', '宜'],
    ['pinyin', 'yichang'],
    ['pinyin with spaces', 'yi chang'],
    ['the beginning of pinyin', 'yich'],
    ['capitals', 'YiChang'],
  ])('finds a region by %s', async (_, query) => {
    expect(await names(query, ['REGION'])).toContain('宜昌市')
  })

  it('finds by initials and by traditional characters', async () => {
    expect(await names('yc', ['REGION'])).toContain('宜昌市')
    expect(await names('襄陽', ['REGION'])).toContain('襄阳市')
  })

  it('puts the thing itself before what only mentions it', async () => {
    expect((await names('宜昌'))[0]).toBe('宜昌市')
    expect((await names('郑允禾'))[0]).toBe('郑允禾')
  })

  it('finds claims and articles by their words, and marks them', async () => {
    const { search } = await data(SEARCH, { query: '低空经济', types: ['CLAIM', 'ARTICLE'] })
    expect(search.totalCount).toBeGreaterThan(2)
    for (const { highlight, node } of search.edges) {
      expect(['Claim', 'Article']).toContain(node.__typename)
      expect(highlight).toContain('«低空经济»')
    }
  })

  it('pages through its list without losing or repeating a row', async () => {
    const whole = (await data(SEARCH, { query: '低空', first: 100 })).search
    const ids = whole.edges.map((edge: any) => edge.node.id)
    expect(whole.totalCount).toBe(ids.length)
    const paged: string[] = []
    for (let after: string | null = null, more = true; more; ) {
      const { search } = await data(SEARCH, { query: '低空', first: 3, after })
      paged.push(...search.edges.map((edge: any) => edge.node.id))
      after = search.pageInfo.endCursor
      more = search.pageInfo.hasNextPage
    }
    expect(paged).toEqual(ids)
    const tail = (await data(SEARCH, { query: '低空', first: null, last: 3 })).search.edges.map((edge: any) => edge.node.id)
    expect(tail).toEqual(ids.slice(-3))
  })

  it.each([
    '+-&&||!(){}[]^"~*?:\\/',
    '',
    '   ',
    '\u0000',
    '"',
    'AND',
    '低空 AND (',
    'text:*',
    '/.*/',
    '\uD800',
    '低'.repeat(3000),
  ])('takes %j for text', async query => {
    await data(SEARCH, { query })
  })
})

describe('paths and networks', () => {
  const idOf = async (name: string): Promise<string> =>
    (await data('query($name: String!) { person(name: $name) { id } }', { name })).person.id

  it('connects two people who never meet, every step with its evidence or its source', async () => {
    const [from, to] = [await idOf('聂雨桥'), await idOf('龚映川')]
    const { paths } = await data(
      `query($from: ID!, $to: ID!) { paths(from: $from, to: $to) {
        length nodes { id } steps { kind source from { id } to { id } evidence { start end quote article { text } } }
      } }`,
      { from, to },
    )
    expect(paths.length).toBeGreaterThan(0)
    for (const path of paths) {
      expect(path.nodes).toHaveLength(path.length + 1)
      expect([path.nodes[0].id, path.nodes.at(-1).id]).toEqual([from, to])
      path.steps.forEach((step: any, i: number) => {
        expect([step.from.id, step.to.id].sort()).toEqual([path.nodes[i].id, path.nodes[i + 1].id].sort())
        for (const { start, end, quote, article } of step.evidence) expect(article.text.slice(start, end)).toBe(quote)
      })
    }
    expect(paths.flatMap((path: any) => path.steps).some((step: any) => step.evidence.length > 0)).toBe(true)
  })

  it('gives no path from a thing to itself, to what is unknown, or within too few steps', async () => {
    const [from, to] = [await idOf('聂雨桥'), await idOf('龚映川')]
    const PATHS = 'query($from: ID!, $to: ID!, $maxLength: Int) { paths(from: $from, to: $to, maxLength: $maxLength) { length } }'
    expect(await data(PATHS, { from, to: from })).toEqual({ paths: [] })
    expect(await data(PATHS, { from, to: 'nonsense' })).toEqual({ paths: [] })
    expect(await data(PATHS, { from, to, maxLength: 1 })).toEqual({ paths: [] })
    expect((await ask(PATHS, { from, to, maxLength: 9 })).errors).toMatchObject([{ argument: 'maxLength' }])
  })

  const NETWORK = `query($ids: [ID!]!, $depth: Int, $limit: Int, $types: [EntityType!]) {
    network(ids: $ids, depth: $depth, limit: $limit, types: $types) { nodes { id type name degree } links { id kind source target weight } truncated }
  }`

  it('draws no link to what is not there, and says when there is more', async () => {
    const ids = [await idOf('聂雨桥')]
    const { network } = await data(NETWORK, { ids, depth: 2, limit: 200 })
    const nodes = new Set(network.nodes.map((node: any) => node.id))
    expect(network.nodes[0].id).toBe(ids[0])
    expect(network.links.length).toBeGreaterThanOrEqual(nodes.size - 1)
    for (const link of network.links) expect(nodes.has(link.source) && nodes.has(link.target)).toBe(true)
    expect(new Set(network.links.map((link: any) => link.id)).size).toBe(network.links.length)

    const small = (await data(NETWORK, { ids, depth: 2, limit: 3 })).network
    expect(small.nodes).toHaveLength(3)
    expect(small.truncated).toBe(true)
    expect(small.nodes[0].id).toBe(ids[0])
  })

  it('shows only neighbours of the types that are asked for', async () => {
    const ids = [await idOf('聂雨桥')]
    const { network } = await data(NETWORK, { ids, types: ['ORGANIZATION'] })
    expect(network.nodes.slice(1).map((node: any) => node.type)).toEqual(network.nodes.slice(1).map(() => 'ORGANIZATION'))
    expect(network.links.every((link: any) => link.kind === 'HOLDS')).toBe(true)
    expect((await data(NETWORK, { ids: ['nonsense'] })).network).toEqual({ nodes: [], links: [], truncated: false })
  })
})

describe('derived views', () => {
  it('say who speaks on a policy, in what words, and with whom', async () => {
    const { policy } = await data(`{ policy(name: "楚天飞廊") {
      name
      speakers(first: 100) { totalCount edges { claimCount firstSeen node { id name coSpeakers { edges { node { name } policies { name } } } } claims(first: 100) { totalCount edges { node { about { ... on Entity { name } } } } } } }
      timeline(unit: YEAR) { period claimCount speakerCount articleCount }
    } }`)
    const edges = policy.speakers.edges
    expect(edges.map((edge: any) => edge.node.name)).toEqual(expect.arrayContaining(['司马砚秋', '龚映川']))
    expect(policy.speakers.totalCount).toBe(edges.length)
    for (const edge of edges) {
      expect(edge.claims.totalCount).toBe(edge.claimCount)
      for (const claim of edge.claims.edges) expect(claim.node.about.map((topic: any) => topic.name)).toContain(policy.name)
      const together = edge.node.coSpeakers.edges.map((other: any) => other.node.name)
      expect(together).toEqual(
        expect.arrayContaining(
          edges
            .map((other: any) => other.node.name)
            .filter((name: string) => name !== edge.node.name)
            .slice(0, 1),
        ),
      )
    }
    const counts = edges.map((edge: any) => edge.claimCount)
    expect(counts).toEqual([...counts].sort((a: number, b: number) => b - a))
    expect(policy.timeline.every((point: any) => /^\d{4}$/.test(point.period) && point.claimCount > 0)).toBe(true)
  })

  it('say the same of a region as its claims do', async () => {
    const { region, policy } = await data(`{ policy(name: "楚天飞廊") { name } region(name: "湖北") {
      name adcode
      speakers(within: true, first: 500) { edges { claimCount node { id name } } }
      claims(within: true, first: 500) { edges { node { speaker { ... on Node { id } } } } }
      children { totalCount }
      policies(within: true, first: 100) { edges { claimCount node { name } } }
    } }`)
    expect(region).toMatchObject({ name: '湖北省', adcode: '420000' })
    expect(region.children.totalCount).toBeGreaterThan(1)
    const said = region.claims.edges.map((edge: any) => edge.node.speaker?.id)
    expect(region.speakers.edges.length).toBeGreaterThan(3)
    for (const { claimCount, node } of region.speakers.edges) {
      expect(said.filter((id: string) => id === node.id).length).toBeGreaterThanOrEqual(claimCount)
    }
    expect(region.policies.edges.map((edge: any) => edge.node.name)).toContain(policy.name)
  })

  it('find an entity by any of its names, and the others that bear the name', async () => {
    const { region, organization } = await data(
      '{ region(name: "420500") { name candidates { id } } organization(name: "查无此单位") { id } }',
    )
    expect(region).toEqual({ name: '宜昌市', candidates: [] })
    expect(organization).toBeNull()
  })
})
