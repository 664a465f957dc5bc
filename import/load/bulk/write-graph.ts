/** The second pass of a bulk load: the documents of a corpus as the CSV files of their graph. */
import { join } from 'node:path'
import { LABEL_OF_ENTITY } from '../../../model/vocabulary'
import { aggregateProps, pairKey } from '../aggregates'
import { claimInRegion, figureInRegion, hierarchy } from '../claim-regions'
import { compareNeighbours, type GroupedFigure, groupedFigure, groupOf } from '../comparisons'
import { countEnds } from '../degrees'
import { claimFacts, ownerOf, regionRows, seatRows } from '../document-share'
import { nameCounts, profileOf, spellingOf } from '../entity-profile'
import { FACTS, type FactKind } from '../facts'
import { heldProps, sumHeld } from '../held'
import { type DocumentRows, projectDocument } from '../project/document'
import { tallyOfReading } from '../readings'
import type { Rules } from '../rules'
import type { Bearer } from '../suspects'
import { writeTally } from '../tally'
import { withoutCounting } from '../uncounted'
import type { Corpus, CorpusDocument, CorpusFacts } from './corpus'
import { findSuspicions } from './corpus-suspects'
import { EntitySums } from './entity-sums'
import { GraphFiles, nameId, type RelationshipKind, typeOf } from './graph-files'
import { Scattered } from './scattered'

/** What was written: the arguments for neo4j-admin, and how much there is. */
export interface WrittenGraph {
  readonly arguments: readonly string[]
  readonly nodes: number
  readonly relationships: number
}

/** Writes the graph of the corpus into the folder. `onDocument` hears of every document that is written. */
export function writeGraph(
  corpus: Corpus,
  facts: CorpusFacts,
  { folder, importedAt, rules, onDocument }: { folder: string; importedAt: string; rules: Rules; onDocument?: () => void },
): WrittenGraph {
  const files = new GraphFiles(folder)
  const writer = new GraphWriter(files, facts, rules, new Scattered(join(folder, 'figures')))
  for (const document of corpus.documents()) {
    writer.document(document, importedAt)
    onDocument?.()
  }
  writer.rest()
  return { arguments: files.close(), ...files.counts }
}

class GraphWriter {
  private readonly sums = new EntitySums()
  private readonly degrees = new Map<string, number>()
  private readonly parents = new Map<string, { readonly from: string; readonly to: string; readonly member: boolean }>()
  private readonly seats = new Map<string, { readonly from: string; readonly to: string; support: number }>()
  private readonly reprints: ReadonlySet<string>

  constructor(
    private readonly files: GraphFiles,
    private readonly facts: CorpusFacts,
    private readonly rules: Rules,
    /** Figures that count, by the group in which they are compared. */
    private readonly figures: Scattered<GroupedFigure>,
  ) {
    const reprints = facts.reprints(rules)
    this.reprints = new Set(reprints.map(({ id }) => id))
    for (const { id, of, similarity } of reprints) files.relationship('REPRINT_OF', id, of, { similarity })
  }

  document({ resolved, source, readings, lines }: CorpusDocument, importedAt: string): void {
    const entityOf = (key: string): string => this.facts.entityOf(key)
    const rows = withoutCounting(
      projectDocument(resolved, readings, source, ownerOf(readings, entityOf), entityOf),
      this.reprints,
    )
    for (const { type, keys, props } of readings) this.sums.addTally(entityOf(keys[0] as string), tallyOfReading(type, props))
    for (const { key, tally } of lines) this.sums.addTally(entityOf(key), tally)
    this.nodes(rows, importedAt)
    for (const kind of Object.keys(FACTS) as FactKind[]) {
      for (const { from, to, props } of rows.edges[kind]) this.fact(kind, from, to, props)
    }
    this.sums.addHeld(sumHeld(rows.edges.HOLDS))
    for (const { from, props } of rows.edges.MENTIONED_IN) this.sums.of(from).mentions += props.count as number
    const above = hierarchy(lines, entityOf, new Map(rows.edges.REGION_PART_OF.map(({ from, to }) => [from, to])))
    this.claims(rows, claimFacts(rows, above))
    for (const figure of rows.figures) {
      const kind = this.reprints.has(figure.articleId as string) ? 'FIGURE_REPRINTED_IN_REGION' : 'FIGURE_IN_REGION'
      for (const { from, to, props } of figureInRegion(figure, above)) this.files.relationship(kind, from, to, props)
    }
    for (const row of regionRows(lines, entityOf)) this.parents.set(pairKey(row.from, row.to), row)
    for (const { pair, from, to, support } of seatRows(readings, entityOf)) {
      const known = this.seats.get(pair)
      if (known) known.support += support
      else this.seats.set(pair, { from, to, support })
    }
  }

  /** What only the whole corpus tells. */
  rest(): void {
    const { files, facts } = this
    for (const { from, to, member } of this.parents.values())
      this.fact('REGION_PARENT', from, to, { source: 'REFERENCE', member })
    for (const [pair, { from, to, support }] of this.seats) this.fact('SEAT', from, to, { source: 'REFERENCE', pair, support })
    for (const key of facts.keys) {
      files.key({ ...key })
      files.relationship('IDENTIFIES', key.key, facts.entityOf(key.key))
    }
    for (const { a, b, support } of facts.links) files.relationship('SAME_AS', a, b, { support })
    for (const held of this.sums.held) files.relationship('HELD', held.from, held.to, heldProps(held))
    this.comparisons()
    this.aggregates(this.entities())
  }

  /** The nodes that the document owns. */
  private nodes(rows: DocumentRows, importedAt: string): void {
    const { files } = this
    files.node('Document', { ...rows.document, importedAt })
    for (const article of rows.articles) files.node('Article', article)
    for (const claim of rows.claims) files.node('Claim', claim)
    for (const figure of rows.figures) {
      files.node('Figure', figure)
      if (!figure.counted) continue
      for (const grouped of groupedFigure(figure)) this.figures.add(groupOf(grouped.comparisonKey), grouped)
    }
  }

  /** A relationship that makes its ends stand in one fact more. */
  private fact(kind: RelationshipKind, from: string, to: string, props: Readonly<Record<string, unknown>>): void {
    this.files.relationship(kind, from, to, props)
    countEnds(this.degrees, typeOf(kind), from, to)
  }

  private claims(rows: DocumentRows, claims: ReturnType<typeof claimFacts>): void {
    claims.forEach((claim, index) => {
      const row = rows.claims[index] as { readonly id: string; readonly articleId?: unknown }
      const kind = this.reprints.has(row.articleId as string) ? 'CLAIM_REPRINTED_IN_REGION' : 'CLAIM_IN_REGION'
      for (const { from, to, props } of claimInRegion(row, claim.shares)) this.files.relationship(kind, from, to, props)
    })
    this.sums.addClaims(claims.filter((_, index) => !this.reprints.has(rows.claims[index]?.articleId as string)))
  }

  private comparisons(): void {
    this.figures.close()
    for (const group of this.figures.groups()) {
      const sorted = [...group].sort((a, b) => (a.comparisonKey < b.comparisonKey ? -1 : 1))
      for (const { from, to, props } of compareNeighbours(sorted, this.rules))
        this.files.relationship('COMPARED_WITH', from, to, props)
    }
  }

  /** Entities with their names, and who among them may be one. Gives role and kind of each. */
  private entities(): ReadonlyMap<string, { readonly role: unknown; readonly kind: unknown }> {
    const { files, sums } = this
    const roles = new Map<string, { role: unknown; kind: unknown }>()
    const names = new Map<string, { form: string; bearers: Bearer[] }>()
    for (const { id, type, key } of this.facts.entities) {
      const { tally, mentions, claims } = sums.of(id)
      const profile = profileOf(type, tally)
      const { name, role = null, kind = null, adcode = null } = profile
      roles.set(id, { role, kind })
      const counts = { mentionCount: mentions, claimCount: claims, degree: this.degrees.get(id) ?? 0 }
      files.node(`Entity:${LABEL_OF_ENTITY[type]}`, { id, key, tally: writeTally(tally), ...counts, ...profile })
      const bearer: Bearer = { id, type, name: String(name), role: textOf(role) ?? textOf(kind), adcode: textOf(adcode) }
      for (const [form, count] of nameCounts(type, tally, this.rules)) {
        const named = names.get(nameId(type, form)) ?? { form, bearers: [] }
        names.set(nameId(type, form), named)
        named.bearers.push(bearer)
        if (named.bearers.length === 1) files.name({ form, type, ...spellingOf(form) })
        files.relationship('NAMES', nameId(type, form), id, { count })
      }
    }
    for (const { from, to, props } of findSuspicions(names, this.rules)) files.relationship('POSSIBLY_SAME', from, to, props)
    return roles
  }

  private aggregates(roles: ReadonlyMap<string, { readonly role: unknown; readonly kind: unknown }>): void {
    for (const { type, from, to, ...sum } of this.sums.aggregates) {
      const speaker = type === 'SPOKEN_OF_IN' ? {} : roles.get(from)
      this.files.relationship(type, from, to, { ...aggregateProps(type, from, to, sum), ...speaker })
    }
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
