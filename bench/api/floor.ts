/** The floor: the questions of the contract as one hand-written Cypher statement each, through the driver, in a bare HTTP server that returns JSON. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import neo4j from 'neo4j-driver'
import { givenConnection, listening } from './contender'

const ENTITY = (e: string): string => `${e} {.id, .name}`
const ARTICLE = (a: string): string =>
  `${a} {.id, .title, .publishedOn, outlet: head(COLLECT { MATCH (o:Organization {id: ${a}.outletId}) RETURN o {.id, .name} })}`

const OFFICIALS = `MATCH (:Name {form: $name})-[:NAMES]->(y:Policy)
WITH DISTINCT y ORDER BY y.mentionCount DESC, y.id LIMIT 1
CALL (y) {
  MATCH (y)-[:ISSUED_BY]->(i:Entity) WITH i LIMIT 100 WITH DISTINCT i RETURN collect(i {.id, .name, label: labels(i)}) AS issuers
}
CALL (y) {
  MATCH (:Person)-[s:SPEAKS_ON]->(y) WHERE s.role = 'official' RETURN count(s) AS total
}
CALL (y) {
  MATCH (p:Person)-[s:SPEAKS_ON]->(:Policy) USING INDEX s:SPEAKS_ON(rank)
  WHERE s.rank STARTS WITH y.id + '|' AND s.role = 'official'
  WITH y, p, s ORDER BY s.rank LIMIT $first + 1
  RETURN collect({
    cursor: s.rank, claimCount: s.claimCount, node: p {.id, .name, .role,
      positions: COLLECT {
        MATCH (p)-[h:HELD]->(o)
        RETURN {title: h.title,
          organization: CASE WHEN o:Organization THEN o {.id, .name, region: head(COLLECT { MATCH (o)-[:LOCATED_IN]->(r:Region) RETURN ${ENTITY('r')} LIMIT 1 })} END,
          region: CASE WHEN o:Region THEN ${ENTITY('o')} ELSE head(COLLECT { MATCH (r:Region {id: h.regionId}) RETURN ${ENTITY('r')} }) END}
      }},
    claimsTotal: s.claimCount,
    claims: COLLECT {
      MATCH (c:Claim)-[b:ABOUT]->(:Policy) USING INDEX b:ABOUT(pair, day) WHERE b.pair = p.id + '|' + y.id AND b.day >= ''
      WITH c, b ORDER BY b.pair DESC, b.day DESC LIMIT 3
      MATCH (c)-[:STATED_IN]->(a:Article)
      RETURN c {.id, .text, .mode, .verb, .starts, .ends, .spans, article: ${ARTICLE('a')}}
    }}) AS speakers
}
RETURN y {.id, .name, .aliases, .kind} AS policy, issuers, total, speakers`

const CLAIMS = `MATCH (:Name {form: $region, type: 'region'})-[:NAMES]->(r:Region)
WITH collect(DISTINCT r.id) AS regions
CALL (regions) {
  UNWIND regions AS regionId
  MATCH (c:Claim)-[x:IN_REGION]->(:Region) USING INDEX x:IN_REGION(regionId, role, day)
  WHERE x.regionId = regionId AND x.role = 'official' AND x.day >= '' AND x.direct
  WITH c LIMIT 10001 RETURN count(c) AS total
}
CALL (regions) {
  UNWIND regions AS regionId
  MATCH (c:Claim)-[x:IN_REGION]->(:Region) USING INDEX x:IN_REGION(regionId, role, day)
  WHERE x.regionId = regionId AND x.role = 'official' AND x.day >= '' AND x.direct
  WITH c, x ORDER BY x.regionId DESC, x.role DESC, x.day DESC LIMIT $first + 1
  MATCH (c)-[:STATED_IN]->(a:Article)
  RETURN collect(c {.id, .text, .mode, .verb, .starts, .ends, .spans, article: a {.id, .title, .publishedOn},
    speaker: head([(s)-[m:MADE]->(c) | s {.id, .name, .role, .kind, title: m.title,
      organization: head(COLLECT { MATCH (o:Organization {id: m.organizationId}) RETURN o {.id, .name} })}]),
    about: COLLECT { MATCH (c)-[:ABOUT]->(t:Entity) RETURN t {.id, .name, label: labels(t)} ORDER BY t.mentionCount DESC },
    figures: COLLECT { MATCH (c)-[:STATES]->(f:Figure)
      RETURN f {.id, .metric, .value, .unit, .period, .change, .qualifier, subject: head(COLLECT { MATCH (e:Entity {id: f.subjectId}) RETURN e {.id, .name} })} }
  }) AS claims
}
RETURN total, claims`

const KINDS = 'HOLDS|LOCATED_IN|PART_OF|ISSUED_BY|APPLIES_TO|MADE|ABOUT|WROTE|STATED_IN|PUBLISHED_BY|MENTIONED_IN'
const NETWORK = `MATCH (s:Entity {id: $ids[0]})
CALL (s) {
  MATCH (s)-[:${KINDS}]-(n) WHERE n.searchType IS NOT NULL
  WITH DISTINCT n LIMIT $limit RETURN collect(n) AS near
}
WITH [s] + near AS nodes
CALL (nodes) {
  UNWIND nodes AS a
  MATCH (a)-[r:${KINDS}]->(b) WHERE b IN nodes AND coalesce(a.degree, 0) <= 500
  RETURN collect({kind: type(r), source: a.id, target: b.id, weight: coalesce(r.count, 1)}) AS links
}
RETURN [n IN nodes | n {.id, type: n.searchType, name: coalesce(n.name, n.title, n.text), degree: coalesce(n.degree, 0)}] AS nodes, links`

const SEARCH = `CALL db.index.fulltext.queryNodes('search', $query, {limit: 10001}) YIELD score
WITH count(score) AS total
CALL () {
  CALL db.index.fulltext.queryNodes('search', $query, {limit: $first + 1}) YIELD node, score
  RETURN collect({score: score, node: node {.id, .name, .aliases, .title, text: CASE WHEN node:Claim THEN node.text END, label: labels(node)}}) AS hits
}
RETURN total, hits`

/** Statement and parameters for the variables of the operation in the contract. */
const STATEMENTS: Readonly<Record<string, (variables: Record<string, unknown>) => [string, Record<string, unknown>]>> = {
  'officials-on-initiative': ({ name, first }) => [OFFICIALS, { name, first: neo4j.int(first as number) }],
  claims: ({ filter, first }) => [
    CLAIMS,
    { region: (filter as { region: { eq: string } }).region.eq, first: neo4j.int(first as number) },
  ],
  network: ({ ids, limit }) => [NETWORK, { ids, limit: neo4j.int(limit as number) }],
  search: ({ query, first }) => [
    SEARCH,
    { query: `searchText:"${query}"^4 title:"${query}"^2 text:"${query}"`, first: neo4j.int(first as number) },
  ],
}

function main(): void {
  const { uri, username, password, database } = givenConnection()
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), {
    disableLosslessIntegers: true,
    telemetryDisabled: true,
  })
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', async () => {
      const { operation, variables } = JSON.parse(Buffer.concat(chunks).toString())
      const [text, parameters] = STATEMENTS[operation]?.(variables) ?? ['', {}]
      let status = 200
      let body: string
      try {
        const { records } = await driver.executeQuery(text, parameters, { database, routing: neo4j.routing.READ })
        body = JSON.stringify({ data: records.map(record => record.toObject()) })
      } catch (error) {
        status = 500
        body = JSON.stringify({ error: String(error) })
      }
      response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
      response.end(body)
    })
  })
  server.listen(0, '127.0.0.1', () => listening(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`))
  process.once('SIGTERM', async () => {
    server.closeAllConnections()
    await driver.close()
    process.exit(0)
  })
}

main()
