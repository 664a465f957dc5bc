/** What all parts of a document's projection share: the record, who its local ids are in the graph, and the relationships stated so far. */
import type { Evidence, ExtractionRecord, RecordArticle } from '../../../model/extraction-record'
import { toSource } from '../../../model/span'
import type { ResolvedDocument } from '../../values/resolved'
import type { Edge, Props } from '../edge'
import { FACTS, type FactKind } from '../facts'
import { articleId, documentId } from '../readings'

/** A node to be written. */
export type Row = Props & { readonly id: string }
/** Gives the entity that a local entity is, in an article (id) or, with null, in the document as a whole. */
export type Owner = (localId: string, article: string | null) => string
/** Gives the id of the region with this identity key. */
export type RegionOwner = (key: string) => string

export class Projection {
  readonly record: ExtractionRecord
  /** The id of the document. */
  readonly document: string
  /** By local id. */
  readonly articles: ReadonlyMap<string, RecordArticle>
  readonly edges = Object.fromEntries(Object.keys(FACTS).map(kind => [kind, [] as Edge[]])) as unknown as Record<FactKind, Edge[]>
  /** Local id of a body → local id or reference key of the region where it is. */
  readonly seats: ReadonlyMap<string, { readonly region: string; readonly source: 'TEXT' | 'REFERENCE' }>
  readonly localRegions: ReadonlySet<string>
  /** Local id → where it is first named, as evidence of facts that have no place of their own. */
  private readonly firstMention = new Map<string, Evidence>()

  constructor(
    readonly resolved: ResolvedDocument,
    private readonly owner: Owner,
    readonly regionOwner: RegionOwner,
  ) {
    this.record = resolved.record
    this.document = documentId(this.record)
    this.articles = new Map(this.record.articles.map(article => [article.id, article]))
    this.seats = new Map(resolved.seats.map(seat => [seat.organization, seat]))
    this.localRegions = new Set(this.record.regions.map(({ id }) => id))
    for (const entity of [...this.record.people, ...this.record.organizations, ...this.record.regions, ...this.record.policies]) {
      const mention = entity.mentions[0]
      if (mention) this.firstMention.set(entity.id, mention)
    }
  }

  /** States a fact: a relationship between two nodes by their ids. */
  edge(kind: FactKind, from: string, to: string, props: Props = {}): void {
    this.edges[kind].push({ from, to, props })
  }

  /** The day of an article for orders; an unknown one sorts before all. */
  dayOf(localId: string): string {
    return this.articles.get(localId)?.publishedOn ?? ''
  }

  /** The id in the graph of an article by its local id. */
  idOfArticle(localId: string): string {
    return articleId(this.record, localId)
  }

  /** The id in the graph of an entity by its local id, in an article by its local id or in the document as a whole. */
  who(localId: string, article: string | null): string {
    return this.owner(localId, article === null ? null : this.idOfArticle(article))
  }

  /** Evidence as parallel lists; where in the source it stands follows from the article's runs, and is kept only where it does not. */
  placesOf(evidence: readonly Evidence[]): Props {
    const sources = evidence.flatMap(({ sourceStart, sourceEnd }) => [sourceStart, sourceEnd])
    const regular = evidence.every(piece => {
      const span = toSource((this.articles.get(piece.article) as RecordArticle).runs, piece)
      return span !== null && span.start === piece.sourceStart && span.end === piece.sourceEnd
    })
    return {
      starts: evidence.map(({ start }) => start),
      ends: evidence.map(({ end }) => end),
      ...(regular ? {} : { sources }),
    }
  }

  /** Evidence of a fact within one article. */
  evidence(pieces: readonly Evidence[]): Props {
    const article = pieces[0]?.article ?? null
    return { article: article === null ? null : this.idOfArticle(article), ...this.placesOf(pieces) }
  }

  /** Evidence of a fact that the record states without a place: where the entity is first named. */
  firstPlace(localId: string): { readonly article: string | null; readonly props: Props } {
    const mention = this.firstMention.get(localId)
    return { article: mention?.article ?? null, props: this.evidence(mention ? [mention] : []) }
  }

  /** The region of an entity of the document: its seat for a body, itself for a region. */
  regionOf(localId: string | null, article: string | null): string | null {
    if (localId === null) return null
    if (this.localRegions.has(localId)) return this.who(localId, article)
    const seat = this.seats.get(localId)
    return seat ? this.seatRegion(seat.region, article) : null
  }

  /** The region of a seat, given by local id or by reference key. */
  seatRegion(region: string, article: string | null): string {
    return this.localRegions.has(region) ? this.who(region, article) : this.regionOwner(region)
  }
}
