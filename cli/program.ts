/** How Maitu is called: its commands with their arguments, options and examples. What a command does is in its file, loaded when it is run. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command, Option } from 'commander'
import { COMPARABLE_TYPES } from '../import/values/comparable'
import type { CompareOptions } from './commands/compare'
import type { ExtractOptions } from './commands/extract'
import type { ImportOptions } from './commands/import'
import type { Edge, Outcome } from './edge'
import { ROOT } from './root'

/** Runs the work of a command: sets up the edge and notes how it ended. */
export type Run = (work: (edge: Edge) => Promise<Outcome>) => Promise<void>

interface Commands {
  compare: typeof import('./commands/compare')
  database: typeof import('./commands/database')
  decisions: typeof import('./commands/decisions')
  documents: typeof import('./commands/documents')
  extract: typeof import('./commands/extract')
  fingerprint: typeof import('./commands/fingerprint')
  import: typeof import('./commands/import')
  remove: typeof import('./commands/remove')
  serve: typeof import('./commands/serve')
}

/** All of them together take a second to load. */
function load<Name extends keyof Commands>(name: Name): Commands[Name] {
  return require(`./commands/${name}`)
}

/** The command line. Throws a CommanderError where it is called wrongly, and for help too, instead of ending the process. */
export function program(run: Run): Command {
  const maitu = new Command('maitu')
    .description(
      'Reads Chinese newspaper pages into a graph of people, organizations, regions, policies and claims, and answers questions about it over GraphQL.',
    )
    .version(packageVersion())
    .addCommand(serveCommand(run))
    .addCommand(importCommand(run))
    .addCommand(extractCommand(run))
    .addCommand(documentsCommand(run))
    .addCommand(removeCommand(run))
    .addCommand(fingerprintCommand(run))
    .addCommand(decisionsCommand(run))
    .addCommand(compareCommand(run))
    .addCommand(databaseCommand(run))
    .addHelpText(
      'after',
      '\nSettings are environment variables, or lines of a file .env; .env.example lists them.\nExit codes: 0 done, 1 done with some inputs failed, 2 wrong usage or configuration.',
    )
  throwInsteadOfExit(maitu)
  return maitu
}

/** Commander ends the process by itself, with 1 for wrong usage; here it throws, and the code is ours. */
function throwInsteadOfExit(command: Command): void {
  command.exitOverride().showHelpAfterError('(add --help for how it is used)')
  for (const inner of command.commands) throwInsteadOfExit(inner)
}

function packageVersion(): string {
  return (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version
}

function serveCommand(run: Run): Command {
  return new Command('serve')
    .description('Serve the graph over GraphQL, with a playground for browsers; an empty graph of its own gets the samples first')
    .addHelpText(
      'after',
      '\nExamples:\n  maitu serve\n  PORT=8080 MAITU_DATA=/srv/maitu maitu serve\n  NEO4J_URI=bolt://127.0.0.1:7687 NEO4J_PASSWORD=… maitu serve',
    )
    .action(() => run(edge => load('serve').serve(edge)))
}

function importCommand(run: Run): Command {
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
    .action((paths: string[], options: ImportOptions) => run(edge => load('import').importPaths(edge, paths, options)))
}

function extractCommand(run: Run): Command {
  const command = new Command('extract')
    .description('Write what is read in each document as a JSON file, without a database')
    .argument('<path...>', 'files or folders; - is standard input')
    .requiredOption('--out <dir>', 'folder for the records, one NAME.json for each document')
  return metaOptions(command)
    .addHelpText(
      'after',
      '\nExamples:\n  maitu extract samples --out /tmp/records\n  maitu extract page.pdf --published-on 2025-07-10 --out /tmp/records',
    )
    .action((paths: string[], options: ExtractOptions) => run(edge => load('extract').extract(edge, paths, options)))
}

function documentsCommand(run: Run): Command {
  return new Command('documents')
    .description('List the documents in the graph: name, day of publication, number of articles, tab-separated')
    .addHelpText(
      'after',
      '\nExamples:\n  maitu documents\n  maitu documents | grep 2025-07 | cut -f 1 | xargs -d "\\n" maitu remove',
    )
    .action(() => run(edge => load('documents').list(edge)))
}

function removeCommand(run: Run): Command {
  return new Command('remove')
    .description('Take documents out of the graph, with everything that only they support')
    .argument('<document...>', 'names or ids of documents, as they were imported')
    .addHelpText('after', '\nExamples:\n  maitu remove agency-report.txt\n  maitu remove doc_0a1b2c3d4e5f60718293')
    .action((documents: string[]) => run(edge => load('remove').remove(edge, documents)))
}

function fingerprintCommand(run: Run): Command {
  return new Command('fingerprint')
    .description(
      'Print one hash of what the graph holds: the same documents and decisions give the same, in whatever order they came',
    )
    .addHelpText('after', '\nExample:\n  maitu fingerprint')
    .action(() => run(edge => load('fingerprint').print(edge)))
}

function decisionsCommand(run: Run): Command {
  const command = new Command('decisions')
    .description('Keep decisions by hand (merge, keep apart, split, rename) in a file, and bring them back')
    .addHelpText('after', '\nExamples:\n  maitu decisions export decisions.jsonl\n  maitu decisions import decisions.jsonl')
  command
    .command('export')
    .description('Write all decisions, one JSON object a line')
    .argument('[file]', 'where to; standard output where it is left out')
    .addHelpText('after', '\nExamples:\n  maitu decisions export decisions.jsonl\n  maitu decisions export > decisions.jsonl')
    .action((file: string | undefined) => run(edge => load('decisions').write(edge, file)))
  command
    .command('import')
    .description('Bring decisions back; those that the graph has already are passed over')
    .argument('<file>', 'what "decisions export" wrote; - is standard input')
    .addHelpText('after', '\nExample:\n  maitu decisions import decisions.jsonl')
    .action((file: string) => run(edge => load('decisions').read(edge, file)))
  return command
}

function compareCommand(run: Run): Command {
  return new Command('compare')
    .description('Say whether two printed names are one thing: type, a, b, same, different or unsure, and why, separated by tabs')
    .argument('[a]', 'a name as printed')
    .argument('[b]', 'another')
    .addOption(new Option('--type <type>', 'what the names are of').choices(COMPARABLE_TYPES))
    .option(
      '--pairs <file>',
      'a file with a pair in each line: type, a, b, separated by tabs; further columns and a heading are passed over',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  maitu compare --type organization 湖北省发改委 湖北省发展和改革委员会\n  maitu compare --pairs pairs.tsv',
    )
    .action((a: string | undefined, b: string | undefined, options: CompareOptions) =>
      run(edge => load('compare').compare(edge, a, b, options)),
    )
}

function databaseCommand(run: Run): Command {
  const command = new Command('database')
    .description('Start, stop, look at, empty, back up or bring back the database')
    .addHelpText('after', '\nExamples:\n  maitu database status\n  maitu database dump maitu-2025-07-10.dump')
  command
    .command('start')
    .description('Start the Neo4j that Maitu runs itself, and keep it running until "database stop"')
    .addHelpText('after', '\nExample:\n  maitu database start\n  MAITU_DATA=/srv/maitu maitu database start')
    .action(() => run(edge => load('database').start(edge)))
  command
    .command('stop')
    .description('Stop it')
    .option('--force', 'also while processes use it')
    .addHelpText('after', '\nExample:\n  maitu database stop')
    .action((options: { force?: boolean }) => run(edge => load('database').stop(edge, options.force ?? false)))
  command
    .command('status')
    .description('Say whether it runs, where, and who uses it')
    .addHelpText('after', '\nExample:\n  maitu database status')
    .action(() => run(edge => load('database').status(edge)))
  command
    .command('reset')
    .description('Delete everything that Maitu has stored. What others keep in the same Neo4j stays')
    .argument('[name]', 'the name of the database; needed where NEO4J_URI names a server')
    .addHelpText(
      'after',
      '\nExamples:\n  maitu database reset\n  NEO4J_URI=bolt://127.0.0.1:7687 NEO4J_PASSWORD=… maitu database reset neo4j',
    )
    .action((name: string | undefined) => run(edge => load('database').reset(edge, name)))
  command
    .command('dump')
    .description('Write the whole database into one file, as a backup; it is stopped meanwhile')
    .argument('<file>', 'the file to write')
    .addHelpText('after', '\nExample:\n  maitu database dump maitu-2025-07-10.dump')
    .action((file: string) => run(edge => load('database').dump(edge, file)))
  command
    .command('load')
    .description('Put the database of such a file in the place of the one in use')
    .argument('<file>', 'a file that "database dump" has written')
    .option('--overwrite', 'also where the graph in use holds documents')
    .addHelpText('after', '\nExample:\n  maitu database load maitu-2025-07-10.dump')
    .action((file: string, options: { overwrite?: boolean }) =>
      run(edge => load('database').load(edge, file, options.overwrite ?? false)),
    )
  return command
}

/** Adds the options that say what the text of the documents does not. */
function metaOptions(command: Command): Command {
  return command
    .option('--published-on <date>', 'day of publication of all documents given, where the text does not say it')
    .option('--publisher <name>', 'the paper or site that printed them')
    .option('--url <address>', 'where they were published')
}
