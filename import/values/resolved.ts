/** What the resolve stage adds to a record, from the document alone and reference data: who each local entity is across documents. */
import type { ExtractionRecord } from '../../model/extraction-record'
import type { EntityType, RegionLevel } from '../../model/vocabulary'

export interface ResolvedEntity {
  /** Id within the record. */
  readonly localId: string
  readonly type: EntityType
  /** Identity keys, sorted, at least one. Whoever shares one is the same; see schema/README.md, Identity. */
  readonly keys: readonly string[]
  /** Why each of `keys` speaks for identity, in the same order, in words for people. */
  readonly reasons: readonly string[]
  /** The name to show; among several documents the smallest `nameRank` wins, then the longest, then the smallest in code point order. */
  readonly name: string
  readonly nameRank: number
}

/** A region of the reference hierarchy that the document needs: its own regions and all above them. `parent` is an identity key. */
export interface ReferenceRegion {
  readonly key: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly level: RegionLevel
  readonly adcode: string | null
  readonly parent: string | null
  /** Identity keys of the macro-regions it is a member of. */
  readonly memberOf: readonly string[]
}

/** What makes figures comparable; `index` is the place in `record.figures`. */
export interface ResolvedFigure {
  readonly index: number
  /** Normalised wording of the metric. Figures are compared where it and the subject are equal. */
  readonly metricKey: string
  /** Normalised unit; counting words are one. */
  readonly unitKey: string
  /** ISO dates, inclusive; null where the text leaves it open. */
  readonly periodFrom: string | null
  readonly periodTo: string | null
}

export interface ResolvedArticle {
  readonly localId: string
  /** MinHash signature of the text (32 numbers), for reprints; the share of equal places estimates the Jaccard similarity. Null for texts too short to tell. */
  readonly signature: readonly number[] | null
  /** Eight short hashes, each over four places of the signature: articles that share one at the same place are candidates for reprints. */
  readonly bands: readonly string[] | null
  readonly publishedOn: string | null
  readonly publishedFrom: string | null
  readonly publishedTo: string | null
}

export interface ResolvedDocument {
  readonly record: ExtractionRecord
  readonly entities: readonly ResolvedEntity[]
  readonly regions: readonly ReferenceRegion[]
  readonly figures: readonly ResolvedFigure[]
  readonly articles: readonly ResolvedArticle[]
  /** Localid of an organization → localid or reference key of the region where reference data puts it. */
  readonly seats: readonly { readonly organization: string; readonly region: string; readonly source: 'TEXT' | 'REFERENCE' }[]
}
