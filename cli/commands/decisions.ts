/** `maitu decisions …`: decisions by hand as a file, so that they outlive the database. */
import { readFileSync, writeFileSync } from 'node:fs'
import { GRAPH_RULES } from '../../import/graph-rules'
import { exportDecisions, importDecisions } from '../../import/load/decide'
import { DECISION_KINDS, type DecisionKind, type DecisionRecord } from '../../import/load/decided'
import { InvalidInputError } from '../../model/errors'
import { ENTITY_TYPES } from '../../model/vocabulary'
import { type Edge, userPath } from '../edge'
import { withGraph } from '../graph'

export async function write(edge: Edge, file: string | undefined): Promise<'done'> {
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

export async function read(edge: Edge, file: string): Promise<'done'> {
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
    try {
      return [readDecision(line)]
    } catch (error) {
      throw new InvalidInputError(
        'file',
        `line ${index + 1} of ${file === '-' ? 'standard input' : file} is no decision: ${(error as Error).message}. Nothing was added. Write the file with "maitu decisions export".`,
      )
    }
  })
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== ''
const areTexts = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every(isText)
const isEntityType = (value: unknown): boolean => ENTITY_TYPES.some(type => type === value)

type Check = (value: unknown) => boolean
const RECORD: Readonly<Record<string, Check>> = {
  id: isText,
  reason: value => typeof value === 'string',
  by: value => typeof value === 'string',
  decidedAt: isText,
  ordinal: Number.isSafeInteger,
}
const PAYLOADS: Readonly<Record<DecisionKind, Readonly<Record<string, Check>>>> = {
  merge: { type: isEntityType, a: areTexts, b: areTexts },
  keep_apart: { type: isEntityType, a: areTexts, b: areTexts },
  split: { type: isEntityType, keys: areTexts, articles: areTexts },
  rename: { type: isEntityType, keys: areTexts, name: isText },
  undo: { decision: isText },
}

/** The decision of a line. Throws an error that says what is wrong with it. */
function readDecision(line: string): DecisionRecord {
  const record = fieldsOf(JSON.parse(line), 'the line')
  const payload = fieldsOf(record.payload, 'payload')
  const kind = DECISION_KINDS.find(one => one === payload.kind)
  if (kind === undefined) throw new Error(`payload.kind is none of ${DECISION_KINDS.join(', ')}`)
  check(record, RECORD, '')
  check(payload, PAYLOADS[kind], 'payload.')
  // Every field of the type has been looked at.
  return record as unknown as DecisionRecord
}

function fieldsOf(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${what} is no JSON object`)
  return value as Record<string, unknown>
}

function check(fields: Record<string, unknown>, checks: Readonly<Record<string, Check>>, prefix: string): void {
  for (const [name, isRight] of Object.entries(checks)) {
    if (!isRight(fields[name])) throw new Error(`${prefix}${name} ${name in fields ? 'cannot be used' : 'is missing'}`)
  }
}
