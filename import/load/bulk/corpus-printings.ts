/** Which articles of a corpus are printings of one text. Signatures wait on disk: only articles that share a band with another are compared. */
import { findReprints, type Printing, type Reprint } from '../printings'
import type { Rules } from '../rules'
import { LineFile, readLines } from './line-file'
import { Scattered } from './scattered'

export class CorpusPrintings {
  private readonly file: LineFile
  private readonly bands: Scattered<number>
  private count = 0

  /** `path` is the beginning of the names of the files. */
  constructor(path: string) {
    this.file = new LineFile(`${path}.jsonl`)
    this.bands = new Scattered(`${path}-bands`)
  }

  add(printing: Printing): void {
    for (const [place, band] of (printing.bands ?? []).entries()) this.bands.add(`${place} ${band}`, this.count)
    this.file.line(JSON.stringify(printing))
    this.count++
  }

  /** Ends the adding. */
  close(): void {
    this.file.close()
    this.bands.close()
  }

  /** The printings that do not lead. */
  reprints(rules: Rules): readonly Reprint[] {
    const candidates = new Set<number>()
    for (const sharing of this.bands.groups()) if (sharing.length > 1) for (const number of sharing) candidates.add(number)
    return findReprints([...this.numbered(candidates)], rules)
  }

  private *numbered(numbers: ReadonlySet<number>): Generator<Printing> {
    let number = 0
    for (const line of readLines(this.file.path)) if (numbers.has(number++)) yield JSON.parse(line) as Printing
  }
}
