/** `maitu remove`: takes a document out of the graph. */
import { Command } from 'commander'
import { GRAPH_RULES } from '../../import/graph-rules'
import { removeDocument } from '../../import/load/remove-document'
import type { Edge, Outcome, Run } from '../edge'
import { withGraph } from '../graph'

export function removeCommand(run: Run): Command {
  return new Command('remove')
    .description('Take documents out of the graph, with everything that only they support')
    .argument('<document...>', 'names or ids of documents, as they were imported')
    .addHelpText('after', '\nExamples:\n  maitu remove agency-report.txt\n  maitu remove doc_0a1b2c3d4e5f60718293')
    .action((documents: string[]) => run(edge => remove(edge, documents)))
}

function remove(edge: Edge, documents: string[]): Promise<Outcome> {
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
