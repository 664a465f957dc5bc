/** `maitu documents`: what the graph holds, by the names that `maitu remove` takes. */
import { Command } from 'commander'
import { statement } from '../../database/statement'
import type { Edge, Outcome, Run } from '../edge'
import { withGraph } from '../graph'

/** Rows asked for at once. */
const PAGE = 1000

interface Row {
  readonly id: string
  readonly name: string
  readonly publishedOn: string | null
  readonly articles: number
}

const DOCUMENTS = statement<Row>(
  'documents.page',
  `MATCH (document:Document)
   WHERE document.id > $after
   WITH document ORDER BY document.id LIMIT $limit
   RETURN document.id AS id, document.name AS name, toString(document.publishedOn) AS publishedOn,
          COUNT { (document)<-[:PART_OF]-(:Article) } AS articles
   ORDER BY id`,
)

export function documentsCommand(run: Run): Command {
  return new Command('documents')
    .description('List the documents in the graph: name, day of publication, number of articles, tab-separated')
    .addHelpText(
      'after',
      '\nExamples:\n  maitu documents\n  maitu documents | grep 2025-07 | cut -f 1 | xargs -d "\\n" maitu remove',
    )
    .action(() => run(list))
}

function list(edge: Edge): Promise<Outcome> {
  const { terminal, signal } = edge
  return withGraph<Outcome>(edge, 'documents', async ({ database }) => {
    const all: Row[] = []
    for (let after = ''; ; after = all[all.length - 1]?.id ?? '') {
      signal.throwIfAborted()
      const rows = await database.read(DOCUMENTS, { after, limit: PAGE })
      all.push(...rows)
      if (rows.length < PAGE) break
    }
    all.sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const { name, publishedOn, articles } of all) terminal.say([name, publishedOn ?? '', articles].join('\t'))
    return 'done'
  })
}
