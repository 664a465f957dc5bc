// Which officials speak on an initiative, and in what words? Run: npx tsx officials.ts 楚天飞廊
import { graphql } from './gql'
import type { TypedDocumentString } from './gql/graphql'

const OFFICIALS = graphql(`
  query Officials($name: String!, $after: String) {
    policy(name: $name) {
      speakers(filter: { role: { eq: OFFICIAL } }, first: 50, after: $after) {
        pageInfo { hasNextPage endCursor }
        edges {
          claimCount
          node { name positions { title organization { name } } }
          claims(first: 1) { edges { node { text evidence { article { title } } } } }
        }
      }
    }
  }
`)

async function ask<Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables): Promise<Data> {
  const response = await fetch(process.env.MAITU_URL ?? 'http://127.0.0.1:4000/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: document.toString(), variables }),
  })
  const { data, errors } = (await response.json()) as { data?: Data; errors?: { message: string }[] }
  if (errors || !data) throw new Error(errors?.map(error => error.message).join('\n') ?? `HTTP ${response.status}`)
  return data
}

async function main(name: string, after: string | null = null): Promise<void> {
  const { policy } = await ask(OFFICIALS, { name, after })
  for (const { node, claimCount, claims } of policy?.speakers.edges ?? []) {
    console.log(`${node.name}, ${node.positions[0]?.organization?.name ?? ''}${node.positions[0]?.title ?? ''}: ${claimCount}`)
    for (const claim of claims.edges) console.log(`  ${claim.node.text} (${claim.node.evidence[0]?.article.title})`)
  }
  if (policy?.speakers.pageInfo.hasNextPage) await main(name, policy.speakers.pageInfo.endCursor)
}
main(process.argv[2] ?? '')
