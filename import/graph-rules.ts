/** The judgements of the resolve stage, as the load stage takes them. */
import type { Rules } from './load/rules'
import { compareFigures } from './resolve/compare-figures'
import { compareNames } from './resolve/compare-names'
import { REPRINT_SIMILARITY, signatureSimilarity } from './resolve/fingerprint'
import { likenessesOf } from './resolve/likeness'

export const GRAPH_RULES: Rules = {
  compareFigures,
  compareNames,
  likenesses: likenessesOf,
  signatureSimilarity,
  reprintSimilarity: REPRINT_SIMILARITY,
}
