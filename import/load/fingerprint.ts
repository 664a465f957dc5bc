/** One hash of everything that the graph says: equal for two graphs of the same content, whatever the order in which it came. */
import { createHash } from 'node:crypto'
import type { Database } from '../../database/connection'
import { type Statement, statement } from '../../database/statement'

/** Labels with the properties that order and identify their nodes. Locks and migrations say nothing about the content. */
const CONTENT: readonly (readonly [label: string, key: string])[] = [
  ['Document', 'id'],
  ['Article', 'id'],
  ['Entity', 'id'],
  ['Claim', 'id'],
  ['Figure', 'id'],
  ['IdentityKey', 'key'],
  ['Name', 'form'],
  ['Decision', 'id'],
]
/** Times of day at which something was done. */
const TIMES = new Set(['importedAt', 'decidedAt'])
const PAGE = 2_000

interface NodeRow {
  readonly from: string
  readonly at: string
  readonly labels: readonly string[]
  readonly props: Readonly<Record<string, unknown>>
  readonly edges: readonly { readonly type: string; readonly props: Readonly<Record<string, unknown>>; readonly to: string }[]
}

function pages(label: string, key: string): Statement<NodeRow> {
  // A form names things of several types, so the type is part of a name's place.
  const at = label === 'Name' ? "node.form + ' ' + node.type" : `node.${key}`
  return statement<NodeRow>(
    `fingerprint.${label}`,
    `MATCH (node:${label})
     WHERE node.${key} >= $from AND ${at} > $after
     WITH node ORDER BY node.${key}${label === 'Name' ? ', node.type' : ''} LIMIT toInteger($limit)
     RETURN node.${key} AS from, ${at} AS at, labels(node) AS labels, properties(node) AS props,
       COLLECT { MATCH (node)-[edge]->(end)
         RETURN {type: type(edge), props: properties(edge), to: coalesce(end.id, end.key, end.form + ' ' + end.type)} } AS edges`,
  )
}

const STATEMENTS = CONTENT.map(([label, key]) => pages(label, key))

/** SHA-256 in hexadecimal over the sum of the hashes of all nodes and relationships; times are left out. */
export async function fingerprint(database: Database): Promise<string> {
  const sum = new HashSum()
  await database.inReadTransaction(async transaction => {
    sum.clear()
    for (const page of STATEMENTS) {
      for (let [from, after] = ['', '']; ; ) {
        const rows = await transaction.run(page, { from, after, limit: PAGE })
        for (const row of rows) addNode(sum, row)
        if (rows.length < PAGE) break
        from = rows.at(-1)?.from as string
        after = rows.at(-1)?.at as string
      }
    }
  })
  return sum.digest()
}

function addNode(sum: HashSum, { labels, props, edges }: NodeRow): void {
  const from = [...labels].sort().join(':') + String(props.id ?? props.key ?? `${props.form} ${props.type}`)
  sum.add(canonical([from, content(props)]))
  for (const { type, props: facts, to } of edges) sum.add(canonical([from, type, to, content(facts)]))
}

function content(props: Readonly<Record<string, unknown>>): unknown {
  return Object.entries(props)
    .filter(([name]) => !TIMES.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

function canonical(value: unknown): string {
  return JSON.stringify(value)
}

/** A sum of hashes: equal for equal multisets, in any order, and without keeping them. */
class HashSum {
  private total = 0n
  private count = 0

  clear(): void {
    this.total = 0n
    this.count = 0
  }

  add(text: string): void {
    this.total = (this.total + BigInt(`0x${createHash('sha256').update(text).digest('hex')}`)) % (1n << 256n)
    this.count++
  }

  digest(): string {
    return createHash('sha256')
      .update(`${this.count} ${this.total.toString(16)}`)
      .digest('hex')
  }
}
