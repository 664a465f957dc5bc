/** The errors of Maitu. Each says what happened, where, and what to do; what is wrong in the input is told apart from what is wrong with us. */

export type ErrorCode = 'INVALID_INPUT' | 'CONFIGURATION' | 'DOCUMENT' | 'INVARIANT' | 'DATABASE'

/** The base of all errors that Maitu raises on purpose. `message` is one sentence or short paragraph for people; `details` are facts for the log. */
export class MaituError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = new.target.name
  }
}

/** An argument of a request or a command that cannot be used; names the argument. */
export class InvalidInputError extends MaituError {
  constructor(
    readonly argument: string,
    problem: string,
    details: Readonly<Record<string, unknown>> = {},
  ) {
    super('INVALID_INPUT', `${argument}: ${problem}`, { argument, ...details })
  }
}

/** Settings that cannot be used; carries all problems at once. */
export class ConfigurationError extends MaituError {
  constructor(readonly problems: readonly string[]) {
    super('CONFIGURATION', problems.join('\n'), { problems })
  }
}

/** One document that cannot be read or loaded; the others go on. `line` is 1-based where known. */
export class DocumentError extends MaituError {
  constructor(
    readonly document: string,
    readonly reason: string,
    readonly line: number | null = null,
    cause?: unknown,
  ) {
    super('DOCUMENT', `${document}${line === null ? '' : `:${line}`}: ${reason}`, { document, line }, cause)
  }
}

/** Something that cannot be, was. A mistake of ours. */
export class InvariantError extends MaituError {
  constructor(message: string, details: Readonly<Record<string, unknown>> = {}) {
    super('INVARIANT', message, details)
  }
}

/** The database cannot be reached, refuses, or is not one that we can use. */
export class DatabaseError extends MaituError {
  constructor(message: string, details: Readonly<Record<string, unknown>> = {}, cause?: unknown) {
    super('DATABASE', message, details, cause)
  }
}
