/** The degree of an entity: the number of relationships that state a fact about it. */
import { statement } from '../../database/statement'

/** The relationships that count, with the side on which the entity stands. */
const DEGREE_EDGES = [
  ['out', 'MENTIONED_IN'],
  ['out', 'WROTE'],
  ['out', 'HOLDS'],
  ['in', 'HOLDS'],
  ['out', 'HOLDS_TITLE'],
  ['out', 'MADE'],
  ['in', 'ABOUT'],
  ['in', 'MEASURES'],
  ['in', 'PUBLISHED_BY'],
  ['out', 'ISSUED_BY'],
  ['in', 'ISSUED_BY'],
  ['out', 'APPLIES_TO'],
  ['in', 'APPLIES_TO'],
  ['out', 'LOCATED_IN'],
  ['in', 'LOCATED_IN'],
  ['out', 'PART_OF'],
  ['in', 'PART_OF'],
] as const
const COUNTED_OUT: ReadonlySet<string> = new Set(DEGREE_EDGES.flatMap(([side, type]) => (side === 'out' ? [type] : [])))
const COUNTED_IN: ReadonlySet<string> = new Set(DEGREE_EDGES.flatMap(([side, type]) => (side === 'in' ? [type] : [])))

/** ids: of entities. Nodes keep counts of their relationships, so a degree costs nothing to ask. */
export const DEGREES = statement(
  'load.degrees',
  `UNWIND $ids AS id
   MATCH (entity:Entity {id: id})
   SET entity.degree = ${DEGREE_EDGES.map(([side, type]) =>
     side === 'out' ? `COUNT { (entity)-[:${type}]->() }` : `COUNT { (entity)<-[:${type}]-() }`,
   ).join(' + ')}`,
)

/** Adds what one relationship more is to the degrees of its ends. */
export function countEnds(degrees: Map<string, number>, type: string, from: string, to: string): void {
  if (COUNTED_OUT.has(type) && isEntity(from)) degrees.set(from, (degrees.get(from) ?? 0) + 1)
  if (COUNTED_IN.has(type) && isEntity(to)) degrees.set(to, (degrees.get(to) ?? 0) + 1)
}

function isEntity(id: string): boolean {
  return /^(?:per|org|reg|pol)_/.test(id)
}
