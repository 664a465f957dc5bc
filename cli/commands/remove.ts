/** `maitu remove`: takes a document out of the graph. */
import { GRAPH_RULES } from '../../import/graph-rules'
import { removeDocument } from '../../import/load/remove-document'
import type { Edge, Outcome } from '../edge'
import { withGraph } from '../graph'

export function remove(edge: Edge, documents: string[]): Promise<Outcome> {
  const { terminal, signal } = edge
  return withGraph(edge, 'remove', async ({ database }) => {
    let missing = 0
    for (const document of documents) {
      signal.throwIfAborted()
      if (await removeDocument(database, document, GRAPH_RULES)) terminal.say(`Removed ${document}`)
      else {
        missing++
        terminal.note(
          `Failed: ${document}: the graph holds no document of this name or id; a document is named as it was imported, and "maitu documents" lists all`,
        )
      }
    }
    return missing > 0 ? 'some failed' : 'done'
  })
}
