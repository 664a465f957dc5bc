/** @neo4j/graphql over the same graph, with type definitions that describe it, under the same Apollo Server. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ApolloServer, HeaderMap } from '@apollo/server'
import { Neo4jGraphQL } from '@neo4j/graphql'
import neo4j from 'neo4j-driver'
import { givenConnection, listening } from './contender'

const ENTITY = 'id: ID! name: String! aliases: [String!] mentionCount: Int claimCount: Int degree: Int'

const TYPES = `
type Person @node(labels: ["Person"]) {
  ${ENTITY} role: String
  holds: [Organization!]! @relationship(type: "HOLDS", direction: OUT, properties: "Holds")
  holdsIn: [Region!]! @relationship(type: "HOLDS", direction: OUT, properties: "Holds")
  speaksOn: [Policy!]! @relationship(type: "SPEAKS_ON", direction: OUT, properties: "SpeaksOn")
  made: [Claim!]! @relationship(type: "MADE", direction: OUT, properties: "Made")
}
type Organization @node(labels: ["Organization"]) {
  ${ENTITY} kind: String
  regions: [Region!]! @relationship(type: "LOCATED_IN", direction: OUT)
}
type Region @node(labels: ["Region"]) { ${ENTITY} level: String adcode: String
  claims: [Claim!]! @relationship(type: "IN_REGION", direction: IN, properties: "InRegion")
}
type Policy @node(labels: ["Policy"]) {
  ${ENTITY} kind: String
  names: [Name!]! @relationship(type: "NAMES", direction: IN)
  issuers: [Organization!]! @relationship(type: "ISSUED_BY", direction: OUT)
  issuingRegions: [Region!]! @relationship(type: "ISSUED_BY", direction: OUT)
  speakers: [Person!]! @relationship(type: "SPEAKS_ON", direction: IN, properties: "SpeaksOn")
  claims: [Claim!]! @relationship(type: "ABOUT", direction: IN)
}
type Name @node(labels: ["Name"]) { form: String! type: String! }
type Claim @node(labels: ["Claim"]) {
  id: ID! text: String! mode: String verb: String spans: [String!] starts: [Int!] ends: [Int!] publishedOn: String speakerRole: String
  article: [Article!]! @relationship(type: "STATED_IN", direction: OUT)
  people: [Person!]! @relationship(type: "MADE", direction: IN, properties: "Made")
  organizations: [Organization!]! @relationship(type: "MADE", direction: IN, properties: "Made")
  policies: [Policy!]! @relationship(type: "ABOUT", direction: OUT)
  aboutOrganizations: [Organization!]! @relationship(type: "ABOUT", direction: OUT)
  aboutRegions: [Region!]! @relationship(type: "ABOUT", direction: OUT)
  aboutPeople: [Person!]! @relationship(type: "ABOUT", direction: OUT)
  regions: [Region!]! @relationship(type: "IN_REGION", direction: OUT, properties: "InRegion")
  figures: [Figure!]! @relationship(type: "STATES", direction: OUT)
}
type Article @node(labels: ["Article"]) {
  id: ID! title: String publishedOn: String
  outlets: [Organization!]! @relationship(type: "PUBLISHED_BY", direction: OUT, properties: "PublishedBy")
}
type Figure @node(labels: ["Figure"]) {
  id: ID! metric: String value: Float unit: String period: String change: Boolean qualifier: String
  regions: [Region!]! @relationship(type: "MEASURES", direction: OUT)
  organizations: [Organization!]! @relationship(type: "MEASURES", direction: OUT)
}
type Holds @relationshipProperties { title: String former: Boolean }
type SpeaksOn @relationshipProperties { claimCount: Int role: String rank: String }
type Made @relationshipProperties { title: String organizationId: ID }
type InRegion @relationshipProperties { direct: Boolean role: String day: String }
type PublishedBy @relationshipProperties { as: String }
`

async function main(): Promise<void> {
  const { uri, username, password, database } = givenConnection()
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { telemetryDisabled: true })
  const schema = await new Neo4jGraphQL({ typeDefs: TYPES, driver }).getSchema()
  const apollo = new ApolloServer({ schema, introspection: true, stopOnTerminationSignals: false, nodeEnv: 'production' })
  await apollo.start()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', async () => {
      const answer = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: 'POST',
          headers: new HeaderMap([['content-type', 'application/json']]),
          search: '',
          body: JSON.parse(Buffer.concat(chunks).toString()),
        },
        context: async () => ({ executionContext: driver, sessionConfig: { database, defaultAccessMode: neo4j.session.READ } }),
      })
      const body = answer.body.kind === 'complete' ? answer.body.string : ''
      response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
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
