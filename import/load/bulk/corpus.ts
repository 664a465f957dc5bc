/**
 * The first pass of a bulk load: every document is put aside on disk, and what only the whole corpus can tell is gathered, who is who above all.
 * Memory grows with the number of identity keys and articles, not with the texts.
 */
import { join } from 'node:path'
import { InvariantError } from '../../../model/errors'
import type { EntityType } from '../../../model/vocabulary'
import type { ResolvedDocument } from '../../values/resolved'
import { checkRecord } from '../check-record'
import { identityRows, type KeyRow, type LinkRow } from '../document-share'
import { DisjointSets, entityId } from '../identity'
import { type LoadSource, readAs } from '../load-source'
import type { Reprint } from '../printings'
import { articleId, type Reading, type ReferenceLine, readingsOf, readReferenceLine, referenceLines } from '../readings'
import type { Rules } from '../rules'
import { CorpusPrintings } from './corpus-printings'
import { LineFile, readLines } from './line-file'

/** A document with everything that can be said of it before it is known who its entities are. */
export interface CorpusDocument {
  readonly source: LoadSource
  readonly resolved: ResolvedDocument
  readonly readings: readonly Reading[]
  readonly references: readonly string[]
  readonly lines: readonly ReferenceLine[]
}

export interface CorpusEntity {
  readonly id: string
  readonly type: EntityType
  /** Its smallest identity key. */
  readonly key: string
}

/** A document as it is put aside. */
type Aside = Pick<CorpusDocument, 'source' | 'resolved'>

export class Corpus {
  private readonly path: string
  private readonly file: LineFile
  private found: CorpusFacts
  /** Name → its line and what it was read as. The last text of a name counts, as it does when documents are loaded one by one. */
  private readonly latest = new Map<string, { readonly line: number; readonly readAs: string }>()
  private readonly superseded = new Set<number>()
  private lines = 0

  constructor(private readonly folder: string) {
    this.path = join(folder, 'documents.jsonl')
    this.file = new LineFile(this.path)
    this.found = new CorpusFacts(folder)
  }

  /** How many documents there are. */
  get size(): number {
    return this.latest.size
  }

  /** Puts a document aside. Throws a DocumentError where its record breaks a rule; nothing of it is kept then. */
  add(resolved: ResolvedDocument, source: LoadSource): 'IMPORTED' | 'UPDATED' | 'UNCHANGED' {
    checkRecord(resolved)
    const before = this.latest.get(source.name)
    const now = readAs(source)
    if (before?.readAs === now) return 'UNCHANGED'
    if (before) this.superseded.add(before.line)
    this.latest.set(source.name, { line: this.lines++, readAs: now })
    this.file.line(JSON.stringify({ source, resolved } satisfies Aside))
    this.found.add(prepare({ source, resolved }))
    return before ? 'UPDATED' : 'IMPORTED'
  }

  /** Ends the first pass. */
  close(): CorpusFacts {
    this.file.close()
    this.found.close()
    if (this.superseded.size > 0) {
      // What a superseded text said cannot be taken out of joined sets again.
      this.found = new CorpusFacts(this.folder)
      for (const document of this.documents()) this.found.add(document)
      this.found.close()
    }
    return this.found
  }

  /** The documents again, in their order. */
  *documents(): Generator<CorpusDocument> {
    let line = 0
    for (const text of readLines(this.path)) if (!this.superseded.has(line++)) yield prepare(JSON.parse(text) as Aside)
  }
}

function prepare({ source, resolved }: Aside): CorpusDocument {
  const references = referenceLines(resolved)
  return { source, resolved, readings: readingsOf(resolved), references, lines: references.map(readReferenceLine) }
}

/** Which identity keys a corpus has, which entities they make, and which articles are printings of one text. */
export class CorpusFacts {
  private readonly sets = new DisjointSets()
  private readonly rows = new Map<string, KeyRow>()
  private readonly pairs = new Map<string, LinkRow>()
  private readonly printings: CorpusPrintings
  private byRoot: ReadonlyMap<string, CorpusEntity> | null = null

  constructor(folder: string) {
    this.printings = new CorpusPrintings(join(folder, 'printings'))
  }

  add({ readings, lines, references, resolved }: CorpusDocument): void {
    for (const { keys } of readings) for (const key of keys) this.sets.join(keys[0] as string, key)
    const { keys, links } = identityRows(readings, lines, references)
    for (const row of keys) {
      const known = this.rows.get(row.key)
      if (known) {
        known.support += row.support
        known.needed += row.needed
        known.reference = row.reference ?? known.reference
      } else this.rows.set(row.key, row)
    }
    for (const link of links) {
      const pair = `${link.a}\n${link.b}`
      const known = this.pairs.get(pair)
      if (known) known.support += link.support
      else this.pairs.set(pair, link)
    }
    for (const { localId, publishedOn, signature, bands } of resolved.articles)
      if (bands) this.printings.add({ id: articleId(resolved.record, localId), publishedOn, signature, bands })
  }

  /** Ends the adding. */
  close(): void {
    this.printings.close()
  }

  get keys(): Iterable<KeyRow> {
    return this.rows.values()
  }

  get links(): Iterable<LinkRow> {
    return this.pairs.values()
  }

  get entities(): Iterable<CorpusEntity> {
    return this.components().values()
  }

  /** The entity of an identity key. All documents are added before the first call. */
  entityOf(key: string): string {
    const entity = this.components().get(this.sets.find(key))
    if (!entity) throw new InvariantError(`The identity key ${key} has no entity.`)
    return entity.id
  }

  /** The printings that do not lead. */
  reprints(rules: Rules): readonly Reprint[] {
    return this.printings.reprints(rules)
  }

  private components(): ReadonlyMap<string, CorpusEntity> {
    this.byRoot ??= this.findComponents()
    return this.byRoot
  }

  private findComponents(): ReadonlyMap<string, CorpusEntity> {
    const smallest = new Map<string, { type: EntityType; key: string }>()
    for (const { key, type } of this.rows.values()) {
      const root = this.sets.find(key)
      const known = smallest.get(root)
      if (!known) smallest.set(root, { type, key })
      else if (key < known.key) known.key = key
    }
    return new Map([...smallest].map(([root, { type, key }]) => [root, { id: entityId(type, key), type, key }]))
  }
}
