/** `maitu import`: documents in, the graph changed. */
import { Command } from 'commander'
import { importInBulk } from '../bulk'
import { checkMeta, documentsOf, forEachDocument, type MetaOptions, metaOptions, userPaths } from '../documents'
import { type Edge, type Outcome, type Run } from '../edge'
import { withGraph } from '../graph'
import { importCounting } from '../importing'

export function importCommand(run: Run): Command {
  const command = new Command('import')
    .description('Read documents into the graph')
    .argument('<path...>', 'files or folders; - is standard input')
    .option('--bulk', 'for the first load of very many documents: build the whole database at once; the graph must be empty')
  return metaOptions(command)
    .addHelpText(
      'after',
      `
What the text does not say can also stand beside a file, in NAME.meta.json:
  {"publishedOn": "2025-07-10", "publisher": "峡江晨报", "url": "https://example.org/page.html"}

Examples:
  maitu import samples
  maitu import --bulk /archive
  maitu import page.html --published-on 2025-07-10 --publisher 峡江晨报
  pdftotext page.pdf - | maitu import -`,
    )
    .action((paths: string[], options: MetaOptions & { bulk?: boolean }) =>
      run(edge => (options.bulk ? importInBulk(edge, userPaths(paths), checkMeta(options)) : importPaths(edge, paths, options))),
    )
}

function importPaths(edge: Edge, paths: string[], options: MetaOptions): Promise<Outcome> {
  const meta = checkMeta(options)
  return withGraph(edge, 'import', async ({ database }) => {
    const { counts, importOne } = importCounting(database)
    const asked = userPaths(paths)
    const outcome = await forEachDocument(edge, 'Importing documents', asked, documentsOf(asked, meta), ({ document }) =>
      importOne(document),
    )
    edge.terminal.say(`${counts.IMPORTED} imported, ${counts.UPDATED} updated, ${counts.UNCHANGED} unchanged`)
    return outcome
  })
}
