/** Bounds on what comes in as variables and literals, so that no argument makes a statement that the database cannot plan or a text that Lucene cannot cut. */
import { type ASTVisitor, BREAK, type DocumentNode, type GraphQLError, type ValueNode, visit } from 'graphql'
import type { Limits } from './limits'
import { badInput } from './refusal'

/** The one argument that may be long: the text of an import. */
const LONG = new Set(['input.text'])

interface Tally {
  values: number
}

/**
 * The error for variables that are too long, too many or too deep, naming the variable; null where they can be taken. `long` allows the text of an import.
 * Walks without recursion beyond the allowed depth.
 */
export function problemInVariables(
  variables: Readonly<Record<string, unknown>>,
  limits: Limits,
  long: boolean,
): GraphQLError | null {
  const tally: Tally = { values: 0 }
  for (const [name, value] of Object.entries(variables)) {
    const problem = problemIn(value, name, 1, limits, long, tally)
    if (problem) return problem
  }
  return null
}

function problemIn(
  value: unknown,
  path: string,
  depth: number,
  limits: Limits,
  long: boolean,
  tally: Tally,
): GraphQLError | null {
  if (++tally.values > limits.inputValues) return badInput(path, `brings the arguments to more than ${limits.inputValues} values`)
  if (typeof value === 'string') {
    if (value.length <= limits.textLength || (long && LONG.has(path))) return null
    return badInput(path, `has ${value.length} characters; at most ${limits.textLength} are taken`)
  }
  if (typeof value !== 'object' || value === null) return null
  if (depth > limits.inputDepth) return badInput(path, `is nested more than ${limits.inputDepth} deep`)
  const entries = Array.isArray(value) ? value.entries() : Object.entries(value)
  for (const [key, inner] of entries) {
    const problem = problemIn(inner, Array.isArray(value) ? path : `${path}.${key}`, depth + 1, limits, long, tally)
    if (problem) return problem
  }
  return null
}

/** The same for the values that stand in the document itself. */
export function problemInLiterals(document: DocumentNode, limits: Limits, long: boolean): GraphQLError | null {
  let problem: GraphQLError | null = null
  let argument = ''
  let depth = 0
  let values = 0
  const refuse = (text: string): typeof BREAK => {
    problem = badInput(argument, text)
    return BREAK
  }
  const counted = (node: ValueNode): typeof BREAK | undefined => {
    if (++values > limits.inputValues) return refuse(`brings the arguments to more than ${limits.inputValues} values`)
    if (node.kind === 'StringValue' && node.value.length > (long ? Number.POSITIVE_INFINITY : limits.textLength)) {
      return refuse(`has ${node.value.length} characters; at most ${limits.textLength} are taken`)
    }
    return undefined
  }
  const nested = {
    enter(node: ValueNode) {
      if (++depth > limits.inputDepth) return refuse(`is nested more than ${limits.inputDepth} deep`)
      return counted(node)
    },
    leave() {
      depth--
    },
  }
  const visitor: ASTVisitor = {
    Argument: node => {
      argument = node.name.value
    },
    VariableDefinition: node => {
      argument = node.variable.name.value
    },
    ListValue: nested,
    ObjectValue: nested,
    StringValue: counted,
    IntValue: counted,
    FloatValue: counted,
    EnumValue: counted,
  }
  visit(document, visitor)
  return problem
}
