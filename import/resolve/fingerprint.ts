/** Fingerprints of texts by MinHash (Broder 1997; library `minhash`), so that twenty printings of one report are known as one text. */
import { createHash } from 'node:crypto'
import { Minhash } from 'minhash'

const PERMUTATIONS = 32
const ROWS = 4
const SHINGLE = 4
const SHORTEST_TEXT = 80
// One instance lends its permutations to all: making them costs more than using them.
const template = new Minhash({ numPerm: PERMUTATIONS, seed: 1 })

/** Share of equal places in two signatures from which on two articles are printings of one text. */
export const REPRINT_SIMILARITY = 0.8

export interface Fingerprint {
  readonly signature: readonly number[]
  readonly bands: readonly string[]
}

/** The fingerprint of an article's text, or null for one too short to tell. Spaces and punctuation do not count. */
export function fingerprint(text: string): Fingerprint | null {
  const letters = text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
  if (letters.length < SHORTEST_TEXT) return null
  const shingles = new Set<string>()
  for (let i = 0; i + SHINGLE <= letters.length; i++) shingles.add(letters.slice(i, i + SHINGLE))
  const minhash: Minhash = Object.create(template)
  minhash.hashvalues = new Array<number>(PERMUTATIONS).fill(template.maxHash)
  for (const shingle of shingles) minhash.update(shingle)
  const signature = minhash.hashvalues
  const bands: string[] = []
  for (let i = 0; i < PERMUTATIONS; i += ROWS)
    bands.push(
      createHash('sha256')
        .update(signature.slice(i, i + ROWS).join(','))
        .digest('hex')
        .slice(0, 12),
    )
  return { signature, bands }
}

/** Estimated Jaccard similarity of two texts from their signatures, 0 to 1. */
export function signatureSimilarity(a: readonly number[], b: readonly number[]): number {
  let equal = 0
  for (let i = 0; i < a.length; i++) if (a[i] === b[i]) equal++
  return a.length === 0 ? 0 : equal / a.length
}
