/** A Cypher statement with a name: what repositories and the loader hand to the database, and what the log calls it. */

/** Parameters of a statement: plain values, lists and maps. Whole numbers go as integers, others as floats. */
export type Params = Readonly<Record<string, unknown>>

/**
 * A named statement. `Row` is what each returned record looks like, column by column; the compiler takes it on trust, so the columns of the text
 * and the fields of the type are kept side by side.
 */
export interface Statement<Row = Record<string, unknown>> {
  readonly name: string
  readonly text: string
  /** Carries the type of the rows, never a value. */
  readonly row?: Row
}

const known = new Map<string, Statement>()

/**
 * Names a statement once, as a constant of a module: `const FIND = statement<PersonRow>('person.find', 'MATCH …')`.
 * A name that is taken by another text is a mistake of ours and throws while the module loads.
 */
export function statement<Row = Record<string, unknown>>(name: string, text: string): Statement<Row> {
  const existing = known.get(name)
  if (existing && existing.text !== text) throw new Error(`Two statements are named ${name}.`)
  const made: Statement<Row> = { name, text }
  known.set(name, made as Statement)
  return made
}

/** Every statement named so far by the modules that are loaded, for checks that hold for all of them. */
export function allStatements(): readonly Statement[] {
  return [...known.values()]
}
