/** How deep, how wide and how often renamed an operation is, fragments followed. */
import type { DocumentNode, FragmentDefinitionNode, OperationDefinitionNode, SelectionSetNode } from 'graphql'

export interface Shape {
  readonly depth: number
  readonly aliases: number
  readonly fields: number
}

const NOTHING: Shape = { depth: 0, aliases: 0, fields: 0 }

/**
 * Measures an operation of a valid document (fragments without cycles; one that does not exist counts nothing). Each fragment is measured once however
 * often it is spread, so that fragments which double each other cost no more time than they have text.
 */
export function shapeOf(document: DocumentNode, operation: OperationDefinitionNode): Shape {
  const fragments = fragmentsOf(document)
  const measured = new Map<string, Shape>()

  function ofFragment(name: string): Shape {
    const known = measured.get(name)
    if (known) return known
    measured.set(name, NOTHING)
    const fragment = fragments.get(name)
    const shape = fragment ? ofSet(fragment.selectionSet) : NOTHING
    measured.set(name, shape)
    return shape
  }

  function ofSet(set: SelectionSetNode): Shape {
    let depth = 0
    let aliases = 0
    let fields = 0
    for (const selection of set.selections) {
      let inner: Shape
      if (selection.kind === 'Field') {
        inner = selection.selectionSet ? ofSet(selection.selectionSet) : NOTHING
        inner = { depth: inner.depth + 1, aliases: inner.aliases + (selection.alias ? 1 : 0), fields: inner.fields + 1 }
      } else if (selection.kind === 'InlineFragment') inner = ofSet(selection.selectionSet)
      else inner = ofFragment(selection.name.value)
      depth = Math.max(depth, inner.depth)
      aliases += inner.aliases
      fields += inner.fields
    }
    return { depth, aliases, fields }
  }
  return ofSet(operation.selectionSet)
}

/** The fragments of a document by name. */
export function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const found = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions)
    if (definition.kind === 'FragmentDefinition') found.set(definition.name.value, definition)
  return found
}
