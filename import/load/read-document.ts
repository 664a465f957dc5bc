/** A document read back from the graph: its extraction record as `maitu extract` writes it, and what resolving added. */
import type { Transaction } from '../../database/connection'
import { statement } from '../../database/statement'
import { InvariantError } from '../../model/errors'
import type {
  Evidence,
  ExtractionRecord,
  RecordArticle,
  RecordClaim,
  RecordFigure,
  RecordOrganization,
  RecordPerson,
  RecordPolicy,
  RecordPosition,
  RecordRegion,
} from '../../model/extraction-record'
import { type Run, toSource } from '../../model/span'
import type { EntityType } from '../../model/vocabulary'
import type { DocumentMeta } from '../values/document'
import type { ResolvedDocument, ResolvedEntity } from '../values/resolved'
import type { LoadSource } from './load-source'
import type { Reading } from './readings'

// Properties come back as they were written; the casts below say what project/document.ts wrote.
// biome-ignore lint/suspicious/noExplicitAny: the database knows no types.
type Stored = Readonly<Record<string, any>>

const DOCUMENT = statement<{ document: Stored; articles: readonly Stored[] }>(
  'stored.document',
  `MATCH (document:Document {id: $id})
   RETURN document, COLLECT { MATCH (document)<-[:PART_OF]-(article:Article) RETURN article { .* } ORDER BY article.ordinal, article.localId } AS articles`,
)
const READINGS = statement<{ type: EntityType; props: Stored }>(
  'stored.readings',
  `MATCH (entity:Entity)-[reading:READ_IN]->(:Document {id: $id})
   RETURN toLower(entity.searchType) AS type, properties(reading) AS props`,
)
const MENTIONS = statement<{ article: string; props: Stored }>(
  'stored.mentions',
  `MATCH (:Document {id: $id})<-[:PART_OF]-(article:Article)<-[mention:MENTIONED_IN]-()
   RETURN article.localId AS article, properties(mention) AS props`,
)
const POSITIONS = statement<{ props: Stored }>(
  'stored.positions',
  `MATCH ()-[holds:HOLDS {document: $id}]->()
   RETURN properties(holds) AS props
   UNION ALL
   MATCH (:Document {id: $id})<-[:PART_OF]-(:Article)<-[holds:HOLDS_TITLE]-()
   RETURN properties(holds) AS props`,
)
const CLAIMS = statement<{ claim: Stored; article: string; speaker: string | null; about: readonly string[] }>(
  'stored.claims',
  `MATCH (:Document {id: $id})<-[:PART_OF]-(article:Article)<-[:STATED_IN]-(claim:Claim)
   RETURN claim, article.localId AS article,
     head(COLLECT { MATCH (claim)<-[made:MADE]-() RETURN made.localId }) AS speaker,
     COLLECT { MATCH (claim)-[about:ABOUT]->() RETURN about.localId ORDER BY about.ordinal } AS about`,
)
const FIGURES = statement<{ figure: Stored; article: string; claim: string | null; subject: string | null }>(
  'stored.figures',
  `MATCH (:Document {id: $id})<-[:PART_OF]-(article:Article)-[:STATES]->(figure:Figure)
   RETURN figure, article.localId AS article, null AS claim, head(COLLECT { MATCH (figure)-[of:MEASURES]->() RETURN of.localId }) AS subject
   UNION ALL
   MATCH (:Document {id: $id})<-[:PART_OF]-(article:Article)<-[:STATED_IN]-(claim:Claim)-[:STATES]->(figure:Figure)
   RETURN figure, article.localId AS article, claim.localId AS claim, head(COLLECT { MATCH (figure)-[of:MEASURES]->() RETURN of.localId }) AS subject`,
)

export interface StoredDocument {
  readonly resolved: ResolvedDocument
  readonly source: LoadSource
  readonly readings: readonly Reading[]
  readonly importedAt: string
  /** Ids of the articles that are printings of another. */
  readonly uncounted: ReadonlySet<string>
}

/** Reads a document back, or gives null where the graph has none of this id. */
export async function readDocument(transaction: Transaction, id: string): Promise<StoredDocument | null> {
  const [found] = await transaction.run(DOCUMENT, { id })
  if (!found) return null
  const [readings, mentions, positions, claims, figures] = await Promise.all([
    transaction.run(READINGS, { id }),
    transaction.run(MENTIONS, { id }),
    transaction.run(POSITIONS, { id }),
    transaction.run(CLAIMS, { id }),
    transaction.run(FIGURES, { id }),
  ])
  const { document, articles } = found
  const reader = new RecordReader(
    articles.map(articleOf),
    new Map(articles.map(({ id: article, localId }) => [article, localId])),
  )
  const local = uniqueByLocalId(readings)
  const record: ExtractionRecord = {
    document: document.name,
    publishedOn: document.publishedOn ?? null,
    outlet: document.outlet ?? null,
    url: document.url ?? null,
    articles: reader.articles,
    ...reader.entities(local, mentions),
    positions: reader.positions(positions.map(({ props }) => props)),
    claims: claims
      .map(row => reader.claim(row))
      .sort((a, b) => a.ordinal - b.ordinal)
      .map(({ claim }) => claim),
    figures: figures
      .map(row => reader.figure(row))
      .sort((a, b) => a.ordinal - b.ordinal)
      .map(({ figure }) => figure),
    warnings: document.warnings.map((line: string) => JSON.parse(line)),
  }
  const source: LoadSource = {
    name: document.name,
    text: document.text,
    meta: JSON.parse(document.meta) as DocumentMeta,
    extractor: document.extractor,
  }
  return {
    resolved: resolvedOf(
      record,
      local,
      document,
      articles,
      figures.map(({ figure }) => figure),
    ),
    source,
    readings: readings.map(({ type, props }) => readingOf(type, props)).sort(byScope),
    importedAt: document.importedAt,
    uncounted: new Set(articles.filter(({ counted }) => counted === false).map(({ id: article }) => article)),
  }
}

/** The extraction record of a document as the graph has it, or null. */
export async function readRecord(transaction: Transaction, id: string): Promise<ExtractionRecord | null> {
  return (await readDocument(transaction, id))?.resolved.record ?? null
}

interface LocalReading {
  readonly type: EntityType
  readonly props: Stored
}

function uniqueByLocalId(readings: readonly LocalReading[]): readonly LocalReading[] {
  const sorted = [...readings].sort((a, b) => a.props.ordinal - b.props.ordinal)
  return [...new Map(sorted.map(reading => [reading.props.localId, reading])).values()]
}

function readingOf(type: EntityType, props: Stored): Reading {
  return { localId: props.localId, type, keys: props.keys, scope: props.scope ?? null, props }
}

/** In the order of the record; the part that speaks for the whole document stands before those told apart. */
function byScope(a: Reading, b: Reading): number {
  if (a.type !== b.type) return a.type < b.type ? -1 : 1
  return (a.props.ordinal as number) - (b.props.ordinal as number) || ((a.keys[0] as string) < (b.keys[0] as string) ? -1 : 1)
}

function articleOf(stored: Stored): RecordArticle {
  const runs: Run[] = []
  for (let i = 0; i < stored.runs.length; i += 3) runs.push([stored.runs[i], stored.runs[i + 1], stored.runs[i + 2]])
  return {
    id: stored.localId,
    ordinal: stored.ordinal,
    title: stored.title,
    subtitle: stored.subtitle ?? null,
    byline: stored.byline,
    outlet: stored.outlet ?? null,
    kind: stored.kind,
    publishedOn: stored.publishedOn ?? null,
    publishedBetween: stored.isBounded ? [stored.publishedFrom ?? null, stored.publishedTo ?? null] : null,
    first: stored.first,
    last: stored.last,
    text: stored.text,
    runs,
  }
}

class RecordReader {
  private readonly byId: ReadonlyMap<string, RecordArticle>

  constructor(
    readonly articles: readonly RecordArticle[],
    private readonly localOf: ReadonlyMap<string, string>,
  ) {
    this.byId = new Map(articles.map(article => [article.id, article]))
  }

  entities(readings: readonly LocalReading[], mentions: readonly { article: string; props: Stored }[]) {
    const places = new Map<string, Evidence[]>()
    for (const { article, props } of mentions) {
      const found = this.evidence(article, props)
      places.set(props.localId, [...(places.get(props.localId) ?? []), ...found])
    }
    const of = <T>(type: EntityType, more: (props: Stored) => object): readonly T[] =>
      readings
        .filter(reading => reading.type === type)
        .map(({ props }) => {
          const { localId, name, aliases } = props
          const own = this.inReadingOrder(places.get(localId) ?? [])
          // The object has exactly the fields of the record's type; tests compare it with what extract writes.
          return { id: localId, name, aliases, mentions: own, ...more(props) } as T
        })
    return {
      people: of<RecordPerson>('person', ({ role, inArticles }) => ({ role, articles: inArticles })),
      organizations: of<RecordOrganization>('organization', ({ kind, region, parent }) => ({
        kind,
        region: region ?? null,
        parent: parent ?? null,
      })),
      regions: of<RecordRegion>('region', ({ adcode, level, within }) => ({
        adcode: adcode ?? null,
        level,
        within: within ?? null,
      })),
      policies: of<RecordPolicy>('policy', ({ kind, issuer }) => ({ kind, issuer: issuer ?? null })),
    }
  }

  /** Positions; what says one in several articles was written once for each. */
  positions(stored: readonly Stored[]): readonly RecordPosition[] {
    const byOrdinal = new Map<number, Stored[]>()
    for (const props of stored) byOrdinal.set(props.ordinal, [...(byOrdinal.get(props.ordinal) ?? []), props])
    return [...byOrdinal]
      .sort(([a], [b]) => a - b)
      .map(([, parts]) => {
        const props = parts[0] as Stored
        const evidence = parts.flatMap(part => (part.article == null ? [] : this.evidence(this.local(part.article), part)))
        return {
          person: props.fromLocalId,
          organization: props.organizationLocalId ?? null,
          title: props.title,
          region: props.regionLocalId ?? null,
          former: props.former,
          evidence: this.inReadingOrder(evidence),
        }
      })
  }

  claim({
    claim,
    article,
    speaker,
    about,
  }: {
    claim: Stored
    article: string
    speaker: string | null
    about: readonly string[]
  }): {
    ordinal: number
    claim: RecordClaim
  } {
    const attributed = claim.attributionStart != null
    const attribution = { starts: [claim.attributionStart], ends: [claim.attributionEnd], sources: claim.attributionSources }
    return {
      ordinal: claim.ordinal,
      claim: {
        id: claim.localId,
        article,
        speaker,
        spans: claim.spans,
        mode: claim.mode,
        verb: claim.verb ?? null,
        about,
        evidence: this.evidence(article, claim),
        attribution: attributed ? (this.evidence(article, attribution)[0] as Evidence) : null,
      },
    }
  }

  figure({
    figure,
    article,
    claim,
    subject,
  }: {
    figure: Stored
    article: string
    claim: string | null
    subject: string | null
  }): {
    ordinal: number
    figure: RecordFigure
  } {
    const place = { starts: [figure.start], ends: [figure.end], sources: figure.sources }
    return {
      ordinal: figure.ordinal,
      figure: {
        article,
        claim,
        text: figure.text,
        metric: figure.metric,
        value: figure.value,
        unit: figure.unit,
        subject,
        period: figure.period ?? null,
        change: figure.change,
        qualifier: figure.qualifier ?? null,
        evidence: this.evidence(article, place)[0] as Evidence,
      },
    }
  }

  private evidence(article: string, places: Stored): Evidence[] {
    const { text, runs } = this.byId.get(article) as RecordArticle
    return (places.starts as readonly number[]).map((start, index) => {
      const end = places.ends[index] as number
      const kept = places.sources as readonly number[] | null | undefined
      const source = kept
        ? { start: kept[2 * index] as number, end: kept[2 * index + 1] as number }
        : toSource(runs, { start, end })
      if (!source) throw new InvariantError(`The place ${start}–${end} of article ${article} has no place in the source.`)
      return { article, start, end, sourceStart: source.start, sourceEnd: source.end, quote: text.slice(start, end) }
    })
  }

  private local(article: string): string {
    return this.localOf.get(article) as string
  }

  private inReadingOrder(evidence: readonly Evidence[]): readonly Evidence[] {
    const ordinal = (piece: Evidence): number => (this.byId.get(piece.article) as RecordArticle).ordinal
    return evidence
      .map((piece, index) => ({ piece, index }))
      .sort((a, b) => ordinal(a.piece) - ordinal(b.piece) || a.index - b.index)
      .map(({ piece }) => piece)
  }
}

function resolvedOf(
  record: ExtractionRecord,
  readings: readonly LocalReading[],
  document: Stored,
  articles: readonly Stored[],
  figures: readonly Stored[],
): ResolvedDocument {
  return {
    record,
    entities: readings.map(({ type, props }): ResolvedEntity => {
      const { localId, ownKeys, keys, ownReasons, reasons, showName, nameRank } = props
      return { localId, type, keys: ownKeys ?? keys, reasons: ownReasons ?? reasons, name: showName, nameRank }
    }),
    regions: (document.referenceRegions as readonly string[]).map(line => {
      const [key, name, level, adcode, aliases, parent, memberOf] = JSON.parse(line)
      return { key, name, level, adcode, aliases, parent, memberOf }
    }),
    figures: figures.map(({ ordinal, metricKey, unitKey, periodFrom, periodTo }) => ({
      index: ordinal,
      metricKey,
      unitKey,
      periodFrom: periodFrom ?? null,
      periodTo: periodTo ?? null,
    })),
    articles: articles.map(article => ({
      localId: article.localId,
      signature: article.signature ?? null,
      bands: article.signature ? [1, 2, 3, 4, 5, 6, 7, 8].map(number => article[`band${number}`]) : null,
      publishedOn: article.publishedOn ?? null,
      publishedFrom: article.publishedFrom ?? null,
      publishedTo: article.publishedTo ?? null,
    })),
    seats: readings.flatMap(({ props: { localId, region, seat, seatSource } }) => {
      const at = seatSource === 'TEXT' ? region : seat
      return at ? [{ organization: localId as string, region: at as string, source: seatSource }] : []
    }),
  }
}
