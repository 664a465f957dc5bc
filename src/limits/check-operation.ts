/** Decides before execution whether an operation may run. */
import type { DocumentNode, GraphQLError, OperationDefinitionNode } from 'graphql'
import { costOf, type Priced } from './cost'
import { problemInLiterals, problemInVariables } from './inputs'
import { LIMITS, type Limits } from './limits'
import { overLimit } from './refusal'
import { shapeOf } from './shape'

/** What does not depend on the variables, by operation: the same document is measured once. */
const measured = new WeakMap<OperationDefinitionNode, GraphQLError | null>()

/** The cost of an operation that may run. Throws the GraphQLError with which it is refused. */
export function checkOperation(priced: Priced, limits: Limits = LIMITS): number {
  const { document, operation, variables } = priced
  const imports = onlyImports(operation)
  let problem = measured.get(operation)
  if (problem === undefined) {
    problem = problemInShape(document, operation, limits) ?? problemInLiterals(document, limits, imports)
    measured.set(operation, problem)
  }
  problem ??= problemInVariables(variables, limits, imports)
  if (problem) throw problem
  const cost = costOf(priced)
  if (cost > limits.cost)
    throw overLimit(
      'cost',
      cost,
      limits.cost,
      'Ask for smaller pages (`first`) or fewer lists inside lists; `serviceLimits` tells all limits.',
    )
  return cost
}

/** Whether every field of the operation imports a document, so that it may bring a long text. */
export function onlyImports(operation: OperationDefinitionNode): boolean {
  return (
    operation.operation === 'mutation' &&
    operation.selectionSet.selections.every(selection => selection.kind === 'Field' && selection.name.value === 'importDocument')
  )
}

function problemInShape(document: DocumentNode, operation: OperationDefinitionNode, limits: Limits): GraphQLError | null {
  const { depth, aliases, fields } = shapeOf(document, operation)
  if (depth > limits.depth) return overLimit('depth', depth, limits.depth, 'Nest fewer fields, or ask in two operations.')
  if (aliases > limits.aliases)
    return overLimit('aliases', aliases, limits.aliases, 'Rename fewer fields, or ask in two operations.')
  if (fields > limits.fields) return overLimit('fields', fields, limits.fields, 'Select fewer fields, or ask in two operations.')
  return null
}
