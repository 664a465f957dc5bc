/** `maitu import`: documents in, the graph changed. */
import { importInBulk } from '../bulk'
import { checkMeta, documentsOf, forEachDocument, type MetaOptions, userPaths } from '../documents'
import type { Edge, Outcome } from '../edge'
import { withGraph } from '../graph'
import { importCounting } from '../importing'

export interface ImportOptions extends MetaOptions {
  readonly bulk?: boolean
}

export async function importPaths(edge: Edge, paths: string[], options: ImportOptions): Promise<Outcome> {
  const meta = checkMeta(options)
  const asked = userPaths(paths)
  if (options.bulk) return importInBulk(edge, asked, meta)
  return withGraph(edge, 'import', async ({ database }) => {
    const { counts, importOne } = importCounting(database)
    const outcome = await forEachDocument(edge, 'Importing documents', asked, documentsOf(asked, meta), ({ document }) =>
      importOne(document),
    )
    edge.terminal.say(`${counts.IMPORTED} imported, ${counts.UPDATED} updated, ${counts.UNCHANGED} unchanged`)
    return outcome
  })
}
