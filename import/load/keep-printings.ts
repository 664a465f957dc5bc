/** Keeps REPRINT_OF: printings of one text are joined, and only the leading one counts. */
import type { Transaction } from '../../database/connection'
import { type Statement, statement } from '../../database/statement'
import type { ClaimFacts } from './aggregates'
import { CLAIM_COLUMNS } from './claim-facts'
import { addClaims, removeClaims } from './keep-aggregates'
import { recompare, withdrawComparisons } from './keep-comparisons'
import { PRINTING } from './look-up'
import { findReprints, type Printing } from './printings'
import type { Rules } from './rules'

/** All printings of the texts that these articles are printings of. */
const GROUPS = statement<{ printing: Printing; of: string | null; counted: boolean }>(
  'reprints.groups',
  `UNWIND $ids AS id
   MATCH (member:Article {id: id})
   WITH DISTINCT coalesce(head(COLLECT { MATCH (member)-[:REPRINT_OF]->(leader) RETURN leader }), member) AS leader
   CALL (leader) {
     RETURN leader AS article, null AS of
     UNION ALL
     MATCH (leader)<-[:REPRINT_OF]-(article:Article) RETURN article, leader.id AS of
   }
   RETURN ${PRINTING('article')} AS printing, of, article.counted AS counted`,
)
const UNLINK = statement('reprints.unlink', 'UNWIND $ids AS id MATCH (:Article {id: id})-[edge:REPRINT_OF]->() DELETE edge')
/** rows: {id, of, similarity} */
const LINK = statement(
  'reprints.link',
  `UNWIND $rows AS row
   MATCH (article:Article {id: row.id})
   MATCH (leader:Article {id: row.of})
   CREATE (article)-[:REPRINT_OF {similarity: row.similarity}]->(leader)`,
)
const MARK = statement(
  'reprints.mark',
  `UNWIND $ids AS id
   MATCH (article:Article {id: id})
   SET article.counted = $counted
   WITH article
   CALL (article) {
     MATCH (article)<-[:STATED_IN]-(claim:Claim) SET claim.counted = $counted
   }`,
)
/** What pages of claims are read by; claims that do not count have none of it. */
const MARK_EDGES = [
  statement(
    'reprints.markMade',
    `UNWIND $ids AS id
     MATCH (:Article {id: id})<-[:STATED_IN]-(claim:Claim)<-[made:MADE]-(speaker:Entity)
     SET made.speakerId = CASE WHEN $counted THEN speaker.id ELSE null END`,
  ),
  statement(
    'reprints.markAbout',
    `UNWIND $ids AS id
     MATCH (:Article {id: id})<-[:STATED_IN]-(claim:Claim)-[about:ABOUT]->(thing:Entity)
     SET about.thingId = CASE WHEN $counted THEN thing.id ELSE null END,
       about.pair = CASE WHEN $counted THEN claim.speakerId + '|' + thing.id ELSE null END`,
  ),
]
const MARK_FIGURES = statement<{ key: string | null }>(
  'reprints.markFigures',
  `UNWIND $ids AS id
   MATCH (article:Article {id: id})
   CALL (article) {
     MATCH (article)-[:STATES]->(figure:Figure) RETURN figure
     UNION
     MATCH (article)<-[:STATED_IN]-(:Claim)-[:STATES]->(figure:Figure) RETURN figure
   }
   WITH figure, figure.comparisonKey AS key
   SET figure.counted = $counted
   RETURN key`,
)
function turn(from: string, to: string, what: 'claim' | 'figure'): Statement {
  const match =
    what === 'claim'
      ? 'MATCH (article)<-[:STATED_IN]-(thing:Claim)'
      : 'MATCH (article)-[:STATES]->(thing:Figure) RETURN thing UNION MATCH (article)<-[:STATED_IN]-(:Claim)-[:STATES]->(thing:Figure)'
  return statement(
    `reprints.${to}.${what}`,
    `UNWIND $ids AS id
     MATCH (article:Article {id: id})
     CALL (article) { ${match} RETURN thing }
     MATCH (thing)-[edge:${from}]->(region)
     CREATE (thing)-[made:${to}]->(region) SET made = properties(edge)
     DELETE edge`,
  )
}
const TO_REPRINTED = [turn('IN_REGION', 'REPRINTED_IN_REGION', 'claim'), turn('IN_REGION', 'REPRINTED_IN_REGION', 'figure')]
const TO_COUNTED = [turn('REPRINTED_IN_REGION', 'IN_REGION', 'claim'), turn('REPRINTED_IN_REGION', 'IN_REGION', 'figure')]
const CLAIMS = statement<ClaimFacts>(
  'reprints.claims',
  `UNWIND $ids AS id
   MATCH (:Article {id: id})<-[:STATED_IN]-(claim:Claim)
   ${CLAIM_COLUMNS}`,
)
const COUNT_CLAIMS = statement(
  'reprints.countClaims',
  'UNWIND $rows AS row MATCH (entity:Entity {id: row.id}) SET entity.claimCount = entity.claimCount + row.count',
)

/**
 * Finds the texts that new articles are printings of, gives each its leader and counts that one only. The articles stand in the graph and count;
 * `others` are those of the graph that share a band with one of them.
 */
export async function joinPrintings(
  transaction: Transaction,
  articles: readonly Printing[],
  others: readonly Printing[],
  rules: Rules,
): Promise<void> {
  const touched = touchedBy(articles, others, rules)
  if (touched.length > 0) await regroup(transaction, touched, rules)
}

/** Ids of the articles that have a similar one among the others or among themselves, and of these. */
function touchedBy(articles: readonly Printing[], others: readonly Printing[], rules: Rules): readonly string[] {
  const reprints = findReprints([...articles, ...others], rules)
  const members = new Set(reprints.flatMap(({ id, of }) => [id, of]))
  return [...articles, ...others].map(({ id }) => id).filter(id => members.has(id))
}

/** Groups anew all printings of the texts that the articles belong to. */
export async function regroup(transaction: Transaction, ids: readonly string[], rules: Rules): Promise<void> {
  const members = await transaction.run(GROUPS, { ids })
  const printings = [...new Map(members.map(({ printing }) => [printing.id, printing])).values()]
  const was = new Map(members.flatMap(({ printing, of }) => (of === null ? [] : [[printing.id, of] as const])))
  const reprints = findReprints(printings, rules)
  const is = new Map(reprints.map(reprint => [reprint.id, reprint.of]))
  const all = printings.map(({ id }) => id)
  const changed = all.filter(id => was.get(id) !== is.get(id))
  await transaction.run(UNLINK, { ids: changed })
  await transaction.run(LINK, { rows: reprints.filter(({ id }) => changed.includes(id)) })
  const counted = new Map(members.map(member => [member.printing.id, member.counted]))
  await count(
    transaction,
    all.filter(id => !is.has(id) && !counted.get(id)),
    true,
    rules,
  )
  await count(
    transaction,
    all.filter(id => is.has(id) && counted.get(id)),
    false,
    rules,
  )
}

/** Lets claims and figures of articles count, or not. */
async function count(transaction: Transaction, ids: readonly string[], counted: boolean, rules: Rules): Promise<void> {
  if (ids.length === 0) return
  const claims = await transaction.run(CLAIMS, { ids })
  for (const statement of [MARK, ...MARK_EDGES]) await transaction.run(statement, { ids, counted })
  const figures = await transaction.run(MARK_FIGURES, { ids, counted })
  const counts = await (counted ? addClaims(transaction, claims) : removeClaims(transaction, claims))
  await transaction.run(COUNT_CLAIMS, { rows: [...counts].map(([id, count]) => ({ id, count })) })
  for (const statement of counted ? TO_COUNTED : TO_REPRINTED) await transaction.run(statement, { ids })
  const keys = figures.flatMap(({ key }) => (key === null ? [] : [key]))
  await (counted ? recompare(transaction, keys, rules) : withdrawComparisons(transaction, keys, rules))
}
