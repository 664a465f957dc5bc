/** `maitu documents`: what the graph holds, by the names that `maitu remove` takes. */
import { statement } from '../../database/statement'
import type { Edge, Outcome } from '../edge'
import { withGraph } from '../graph'

const DOCUMENTS = statement<{ name: string; publishedOn: string | null; articles: number }>(
  'documents.list',
  `MATCH (document:Document)
   RETURN document.name AS name, toString(document.publishedOn) AS publishedOn,
          COUNT { (document)<-[:PART_OF]-(:Article) } AS articles
   ORDER BY name`,
)

export function list(edge: Edge): Promise<Outcome> {
  const { terminal, signal } = edge
  return withGraph<Outcome>(edge, 'documents', async ({ database }) => {
    const documents = await database.read(DOCUMENTS, {}, { signal })
    for (const { name, publishedOn, articles } of documents) terminal.say([name, publishedOn ?? '', articles].join('\t'))
    return 'done'
  })
}
