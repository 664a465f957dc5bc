/** The judgements of the resolve stage, as the load stage takes them. */
import type { Rules } from './load/rules'
import { compareFigures } from './resolve/compare-figures'
import { REPRINT_SIMILARITY, signatureSimilarity } from './resolve/fingerprint'

export const GRAPH_RULES: Rules = { compareFigures, signatureSimilarity, reprintSimilarity: REPRINT_SIMILARITY }
