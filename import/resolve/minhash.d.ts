declare module 'minhash' {
  /** MinHash signature of a set of strings. */
  export class Minhash {
    constructor(config?: { numPerm?: number; seed?: number })
    hashvalues: number[]
    readonly maxHash: number
    update(member: string): void
    jaccard(other: Minhash): number
  }
}
