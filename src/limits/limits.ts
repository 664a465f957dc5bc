/** How much one request may ask for. These are the numbers that `serviceLimits` shows and that refusals name. */

export interface Limits {
  /** Nested fields of an operation, fragments followed. */
  readonly depth: number
  /** Fields that an operation renames. */
  readonly aliases: number
  /** Fields of an operation, fragments counted wherever they are spread. */
  readonly fields: number
  /** Lexical tokens of a document. */
  readonly tokens: number
  /** Rows that an operation can return at most. */
  readonly cost: number
  /** Rows of one page. */
  readonly pageSize: number
  /** Characters that the texts of one list of articles or documents may have together. */
  readonly textsLength: number
  /** Characters of one text among the arguments; the text of an import has its own bound. */
  readonly textLength: number
  /** Items and fields of all arguments together. */
  readonly inputValues: number
  /** Nesting of the arguments. */
  readonly inputDepth: number
  /** Milliseconds for one operation, the statements in the database included. */
  readonly timeMs: number
  /** Milliseconds for looking through a list that no index narrows, where the graph is large. */
  readonly lookThroughMs: number
  /** Milliseconds for a mutation, which may read a whole newspaper. */
  readonly mutationTimeMs: number
  /** Bytes of a request. */
  readonly bodyBytes: number
  /** Bytes of a request in which an editor imports a document. */
  readonly importBytes: number
}

export const LIMITS: Limits = {
  depth: 18,
  aliases: 30,
  fields: 1_000,
  tokens: 3_000,
  cost: 25_000,
  pageSize: 500,
  textsLength: 20 * 1024 * 1024,
  textLength: 2_000,
  inputValues: 1_000,
  inputDepth: 10,
  timeMs: 10_000,
  lookThroughMs: 800,
  mutationTimeMs: 300_000,
  bodyBytes: 1024 * 1024,
  importBytes: 20 * 1024 * 1024,
}
