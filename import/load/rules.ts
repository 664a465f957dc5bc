/** The judgements that loading needs and the resolve stage owns; whoever puts the importer together hands them in. */
import type { EntityType, Qualifier, Verdict } from '../../model/vocabulary'

/** A figure as comparing wants it. */
export interface ComparableFigure {
  readonly value: number
  readonly qualifier: Qualifier | null
  readonly change: boolean
  readonly unitKey: string
  readonly periodFrom: string | null
  readonly periodTo: string | null
}

export interface Rules {
  /** The verdict on two figures of one metric and subject from different texts, null where they do not speak of the same. */
  readonly compareFigures: (
    a: ComparableFigure,
    b: ComparableFigure,
  ) => { readonly verdict: Verdict; readonly why: string } | null
  /** Estimated similarity of two texts by their signatures, 0 to 1. */
  readonly signatureSimilarity: (a: readonly number[], b: readonly number[]) => number
  /** What two names of one type say of whether their bearers are one. */
  readonly compareNames: (
    type: 'organization' | 'policy' | 'region',
    a: string,
    b: string,
  ) => { readonly judgement: 'same' | 'different' | 'unsure'; readonly why: string }
  /** What names of the type that may be one have in common, at least one of these; none where names of the type are not compared. */
  readonly likenesses: (type: EntityType, name: string) => readonly string[]
  /** The similarity from which on two articles are printings of one text. */
  readonly reprintSimilarity: number
}
