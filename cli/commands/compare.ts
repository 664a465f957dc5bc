/** `maitu compare`: are two printed names one thing? Asks the rules alone, no database. */
import { readFileSync } from 'node:fs'
import { compareNames } from '../../import/resolve/compare-names'
import { COMPARABLE_TYPES, type ComparableType } from '../../import/values/comparable'
import { InvalidInputError } from '../../model/errors'
import { type Edge, userPath } from '../edge'

export interface CompareOptions {
  readonly type?: ComparableType
  readonly pairs?: string
}

interface Pair {
  readonly type: ComparableType
  readonly a: string
  readonly b: string
}

export async function compare(
  { terminal }: Edge,
  a: string | undefined,
  b: string | undefined,
  options: CompareOptions,
): Promise<'done'> {
  for (const pair of pairsOf(a, b, options)) {
    const { judgement, why } = compareNames(pair.type, pair.a, pair.b)
    terminal.say([pair.type, pair.a, pair.b, judgement, why].join('\t'))
  }
  return 'done'
}

function pairsOf(a: string | undefined, b: string | undefined, { type, pairs }: CompareOptions): readonly Pair[] {
  if (pairs !== undefined) {
    if (a !== undefined) throw new InvalidInputError('--pairs', 'stands in for two names; give one or the other')
    return readPairs(userPath(pairs))
  }
  if (a === undefined || b === undefined) throw new InvalidInputError('a, b', 'two names are needed, or --pairs FILE')
  if (type === undefined) throw new InvalidInputError('--type', `is missing; it is one of ${COMPARABLE_TYPES.join(', ')}`)
  return [{ type, a, b }]
}

function readPairs(file: string): readonly Pair[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new InvalidInputError('--pairs', `${file} cannot be read (${(error as Error).message})`)
  }
  return text.split(/\r?\n/).flatMap((line, index) => {
    const [type, a, b] = line.split('\t')
    if (line.trim() === '' || line.startsWith('#') || (index === 0 && type === 'type')) return []
    if (!isComparable(type) || !a || !b) {
      throw new InvalidInputError(
        '--pairs',
        `${file}:${index + 1} is not a type (${COMPARABLE_TYPES.join(', ')}) and two names, separated by tabs`,
      )
    }
    return [{ type, a, b }]
  })
}

function isComparable(type: string | undefined): type is ComparableType {
  return COMPARABLE_TYPES.some(one => one === type)
}
