/** What editors can do. The functions are handed in by whoever puts the service together, so that the service knows nothing of the importer. */

/** A page to import, as an editor sends it. */
export interface ImportRequest {
  readonly name: string
  readonly text: string
  readonly publishedOn: string | null
  readonly publisher: string | null
  readonly url: string | null
}

export interface ImportOutcome {
  readonly status: 'IMPORTED' | 'UPDATED' | 'UNCHANGED'
  /** Id of the document in the graph. */
  readonly document: string
}

export type DecisionKind = 'merge' | 'keep_apart' | 'split' | 'rename' | 'undo'

/** Corrections by hand. Each gives the id of its decision; ids are those of entities in the graph. `by` is the name of the editor's token. */
export interface Editing {
  importDocument(request: ImportRequest, by: string): Promise<ImportOutcome>
  /** Gives false where there is no such document. */
  removeDocument(document: string, by: string): Promise<boolean>
  merge(survivor: string, merged: string, reason: string, by: string): Promise<string>
  keepApart(a: string, b: string, reason: string, by: string): Promise<string>
  /** Takes the mentions of these articles out of the entity into one of their own. */
  split(entity: string, articles: readonly string[], reason: string, by: string): Promise<string>
  rename(entity: string, name: string, reason: string, by: string): Promise<string>
  undo(decision: string, by: string): Promise<string>
}
