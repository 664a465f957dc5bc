/**
 * What of a thing a statement returns: what the operation asks for. Most of the time of a large answer goes into reading the rows, and aliases alone can be
 * half of them.
 */

/** Names of the fields that are asked for somewhere below; null is everything. */
export type Fields = ReadonlySet<string> | null

/** Properties, each with the fields that are answered from it. */
export type Properties = Readonly<Record<string, readonly string[]>>

/** The properties that the fields want, as they stand in a map projection; the id, which tells the type, is always among them. */
export function projection(properties: Properties, fields: Fields): string {
  const wanted = Object.entries(properties).filter(([, answered]) => fields === null || answered.some(field => fields.has(field)))
  return ['.id', ...wanted.map(([property]) => `.${property}`)].join(', ')
}
