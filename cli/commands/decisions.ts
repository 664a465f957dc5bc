/** `maitu decisions …`: decisions by hand as a file, so that they outlive the database. */
import { readFileSync, writeFileSync } from 'node:fs'
import { Command } from 'commander'
import { GRAPH_RULES } from '../../import/graph-rules'
import { exportDecisions, importDecisions } from '../../import/load/decide'
import { DECISION_KINDS, type DecisionRecord } from '../../import/load/decided'
import { InvalidInputError } from '../../model/errors'
import { type Edge, type Run, userPath } from '../edge'
import { withGraph } from '../graph'

export function decisionsCommand(run: Run): Command {
  const command = new Command('decisions').description(
    'Keep decisions by hand (merge, keep apart, split, rename) in a file, and bring them back',
  )
  command
    .command('export')
    .description('Write all decisions, one JSON object a line')
    .argument('[file]', 'where to; standard output where it is left out')
    .addHelpText('after', '\nExamples:\n  maitu decisions export decisions.jsonl\n  maitu decisions export > decisions.jsonl')
    .action((file: string | undefined) => run(edge => write(edge, file)))
  command
    .command('import')
    .description('Bring decisions back; those that the graph has already are passed over')
    .argument('<file>', 'what "decisions export" wrote; - is standard input')
    .addHelpText('after', '\nExample:\n  maitu decisions import decisions.jsonl')
    .action((file: string) => run(edge => read(edge, file)))
  return command
}

async function write(edge: Edge, file: string | undefined): Promise<'done'> {
  const records = await withGraph(edge, 'decisions', ({ database }) => exportDecisions(database))
  const lines = records.map(record => JSON.stringify(record))
  if (file === undefined) {
    if (lines.length > 0) edge.terminal.say(lines.join('\n'))
    return 'done'
  }
  try {
    writeFileSync(userPath(file), lines.map(line => `${line}\n`).join(''))
  } catch (error) {
    throw new InvalidInputError('file', `${userPath(file)} cannot be written (${(error as Error).message})`)
  }
  edge.terminal.note(`${records.length} ${records.length === 1 ? 'decision' : 'decisions'} in ${userPath(file)}`)
  return 'done'
}

async function read(edge: Edge, file: string): Promise<'done'> {
  const records = parse(file)
  const added = await withGraph(edge, 'decisions', ({ database }) => importDecisions(database, records, GRAPH_RULES))
  edge.terminal.say(`${added} of ${records.length} decisions added`)
  return 'done'
}

function parse(file: string): readonly DecisionRecord[] {
  let text: string
  try {
    text = readFileSync(file === '-' ? 0 : userPath(file), 'utf8')
  } catch (error) {
    throw new InvalidInputError('file', `${file} cannot be read (${(error as Error).message})`)
  }
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    const record = parseJson(line)
    if (!isDecision(record))
      throw new InvalidInputError('file', `${file}:${index + 1} is no decision as "maitu decisions export" writes it`)
    return [record]
  })
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

function isDecision(value: unknown): value is DecisionRecord {
  if (typeof value !== 'object' || value === null) return false
  // Only looked into here; every field that is used is checked.
  const { id, payload, reason, by, decidedAt, ordinal } = value as Partial<DecisionRecord>
  return (
    [id, reason, by, decidedAt].every(field => typeof field === 'string') &&
    typeof ordinal === 'number' &&
    typeof payload === 'object' &&
    DECISION_KINDS.some(kind => kind === payload?.kind)
  )
}
