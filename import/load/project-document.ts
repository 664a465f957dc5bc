/** A resolved document as rows of the graph: the nodes it owns and the relationships that state its facts. Pure. */
import { createHash } from 'node:crypto'
import { Float } from '../../database/values'
import { DocumentError } from '../../model/errors'
import type {
  Evidence,
  ExtractionRecord,
  RecordArticle,
  RecordClaim,
  RecordFigure,
  RecordPosition,
} from '../../model/extraction-record'
import { idOf } from '../../model/ids'
import { toSource } from '../../model/span'
import type { SourceDocument } from '../values/document'
import type { ResolvedDocument } from '../values/resolved'
import { pairKey } from './aggregates'
import { comparisonKey } from './comparisons'
import type { Edge, Props } from './edge'
import { FACTS, type FactKind } from './facts'
import { heldPair } from './held'
import { articleId, documentId, type Reading, referenceLines } from './readings'

/** A document as it was read, and by which version of the extractor. */
export interface LoadSource extends SourceDocument {
  readonly extractor: string
}

export interface DocumentRows {
  readonly document: Props & { readonly id: string }
  readonly articles: readonly (Props & { readonly id: string })[]
  readonly claims: readonly (Props & { readonly id: string })[]
  readonly figures: readonly (Props & { readonly id: string })[]
  readonly edges: Readonly<Record<FactKind, readonly Edge[]>>
}

/** Gives the entity that a local entity is, in an article (id) or, with null, in the document as a whole. */
export type Owner = (localId: string, article: string | null) => string
/** Gives the id of the region with this identity key. */
export type RegionOwner = (key: string) => string

/** SHA-256 of a text in UTF-8, hexadecimal. */
export function contentHash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** What a document is known by: its text, what the caller said of it, and the extractor. The same again changes nothing. */
export function readAs(source: LoadSource): string {
  const { publishedOn, publisher, url, title } = source.meta
  return contentHash(JSON.stringify([source.text, source.extractor, publishedOn, publisher, url, title]))
}

/** The rows of a document. Throws a DocumentError where the record breaks a rule: an evidence that is not in its place, an id that nobody has. */
export function projectDocument(
  resolved: ResolvedDocument,
  readings: readonly Reading[],
  source: LoadSource,
  owner: Owner,
  regionOwner: RegionOwner,
): DocumentRows {
  checkRecord(resolved)
  return new Projection(resolved, readings, source, owner, regionOwner).rows()
}

class Projection {
  private readonly record: ExtractionRecord
  private readonly document: string
  private readonly articles: ReadonlyMap<string, RecordArticle>
  private readonly edges = Object.fromEntries(Object.keys(FACTS).map(kind => [kind, [] as Edge[]])) as unknown as Record<
    FactKind,
    Edge[]
  >
  /** Local id → where it is first named, as evidence of facts that have no place of their own. */
  private readonly firstMention = new Map<string, Evidence>()
  /** Local id of a body → local id or reference key of the region where it is. */
  private readonly seats: ReadonlyMap<string, { readonly region: string; readonly source: 'TEXT' | 'REFERENCE' }>
  private readonly localRegions: ReadonlySet<string>

  constructor(
    private readonly resolved: ResolvedDocument,
    private readonly readings: readonly Reading[],
    private readonly source: LoadSource,
    private readonly owner: Owner,
    private readonly regionOwner: RegionOwner,
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

  rows(): DocumentRows {
    for (const reading of this.readings) {
      this.edge('READ_IN', this.owner(reading.localId, reading.scope?.[0] ?? null), this.document, reading.props)
    }
    const articles = this.record.articles.map(article => this.article(article))
    this.mentions()
    for (const [ordinal, position] of this.record.positions.entries()) this.position(position, ordinal)
    const claims = this.record.claims.map((claim, ordinal) => this.claim(claim, ordinal))
    const figures = this.figures()
    this.bodies()
    this.zones()
    this.policies()
    return { document: this.documentRow(), articles, claims, figures, edges: this.edges }
  }

  private edge(kind: FactKind, from: string, to: string, props: Props = {}): void {
    this.edges[kind].push({ from, to, props })
  }

  /** The day of an article for orders; an unknown one sorts before all. */
  private dayOf(localId: string): string {
    return this.articles.get(localId)?.publishedOn ?? ''
  }

  private idOfArticle(localId: string): string {
    return articleId(this.record, localId)
  }

  private who(localId: string, article: string | null): string {
    return this.owner(localId, article === null ? null : this.idOfArticle(article))
  }

  private documentRow(): Props & { readonly id: string } {
    const { record, source } = this
    return {
      id: this.document,
      name: record.document,
      contentHash: contentHash(source.text),
      extractor: source.extractor,
      text: source.text,
      publishedOn: record.publishedOn,
      outlet: record.outlet,
      publisher: source.meta.publisher ?? null,
      meta: JSON.stringify(source.meta),
      readAs: readAs(source),
      url: record.url,
      warnings: record.warnings.map(warning => JSON.stringify(warning)),
      referenceRegions: referenceLines(this.resolved),
    }
  }

  private article(article: RecordArticle): Props & { readonly id: string } {
    const id = this.idOfArticle(article.id)
    const resolved = this.resolved.articles.find(({ localId }) => localId === article.id)
    const outletId = article.outlet === null ? null : this.publishedBy(article, article.outlet, 'outlet')
    const publisherId = this.record.outlet === null ? null : this.publishedBy(article, this.record.outlet, 'publisher')
    this.edge('ARTICLE_OF', id, this.document)
    article.byline.forEach((name, ordinal) => {
      const person = this.record.people.find(({ name: own, aliases }) => own === name || aliases.includes(name))
      if (person) this.edge('WROTE', this.who(person.id, article.id), id, { ordinal, localId: person.id })
    })
    const bands = Object.fromEntries((resolved?.bands ?? []).map((band, index) => [`band${index + 1}`, band]))
    return {
      id,
      documentId: this.document,
      localId: article.id,
      ordinal: article.ordinal,
      title: article.title,
      subtitle: article.subtitle,
      byline: article.byline,
      outlet: article.outlet,
      kind: article.kind,
      publishedOn: article.publishedOn,
      day: article.publishedOn ?? '',
      publishedFrom: article.publishedBetween?.[0] ?? null,
      publishedTo: article.publishedBetween?.[1] ?? null,
      isBounded: article.publishedBetween !== null,
      first: article.first,
      last: article.last,
      text: article.text,
      runs: article.runs.flat(),
      signature: resolved?.signature ?? null,
      ...bands,
      outletId,
      publisherId,
      searchType: 'ARTICLE',
      counted: true,
    }
  }

  private publishedBy(article: RecordArticle, name: string, as: 'outlet' | 'publisher'): string | null {
    const body = this.record.organizations.find(({ name: own, aliases }) => own === name || aliases.includes(name))
    if (!body) return null
    const organization = this.who(body.id, article.id)
    this.edge('PUBLISHED_BY', this.idOfArticle(article.id), organization, { as, localId: body.id })
    return organization
  }

  private mentions(): void {
    for (const entity of [...this.record.people, ...this.record.organizations, ...this.record.regions, ...this.record.policies]) {
      const places = new Map<string, Evidence[]>()
      for (const mention of entity.mentions) places.set(mention.article, [...(places.get(mention.article) ?? []), mention])
      if ('articles' in entity) for (const article of entity.articles) if (!places.has(article)) places.set(article, [])
      for (const [article, evidence] of places) {
        const self = this.who(entity.id, article)
        this.edge('MENTIONED_IN', self, this.idOfArticle(article), {
          localId: entity.id,
          entityId: self,
          day: this.dayOf(article),
          count: evidence.length,
          ...this.placesOf(evidence),
        })
      }
    }
  }

  /** Evidence as parallel lists; where in the source it stands follows from the article's runs, and is kept only where it does not. */
  private placesOf(evidence: readonly Evidence[]): Props {
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
  private evidence(pieces: readonly Evidence[]): Props {
    const article = pieces[0]?.article ?? null
    return { article: article === null ? null : this.idOfArticle(article), ...this.placesOf(pieces) }
  }

  /** Evidence of a fact that the record states without a place: where the entity is first named. */
  private firstPlace(localId: string): { readonly article: string | null; readonly props: Props } {
    const mention = this.firstMention.get(localId)
    return { article: mention?.article ?? null, props: this.evidence(mention ? [mention] : []) }
  }

  private position(position: RecordPosition, ordinal: number): void {
    const byArticle = new Map<string | null, Evidence[]>()
    for (const piece of position.evidence) byArticle.set(piece.article, [...(byArticle.get(piece.article) ?? []), piece])
    if (byArticle.size === 0) byArticle.set(null, [])
    for (const [article, pieces] of byArticle) {
      const person = this.who(position.person, article)
      const props = {
        ordinal,
        title: position.title,
        former: position.former,
        document: this.document,
        fromLocalId: position.person,
        organizationLocalId: position.organization,
        regionLocalId: position.region,
        ...this.evidence(pieces),
      }
      const at = position.organization ?? position.region
      if (at === null) this.edge('HOLDS_TITLE', person, this.idOfArticle(article ?? this.articleOf(position.person)), props)
      else {
        const regionId = position.region === null ? null : this.who(position.region, article)
        const place = this.who(at, article)
        const pair = heldPair(person, place, position.title, position.former)
        this.edge('HOLDS', person, place, { ...props, regionId, pair, day: article === null ? '' : this.dayOf(article) })
      }
    }
  }

  /** The article that a person stands in first; a title without a place is put there. */
  private articleOf(person: string): string {
    const listed = this.record.people.find(({ id }) => id === person)?.articles[0] ?? this.record.articles[0]?.id
    if (listed === undefined) throw new DocumentError(this.record.document, 'a position stands in a document without articles')
    return listed
  }

  /** The region of an entity of the document: its seat for a body, itself for a region. */
  private regionOf(localId: string | null, article: string | null): string | null {
    if (localId === null) return null
    if (this.localRegions.has(localId)) return this.who(localId, article)
    const seat = this.seats.get(localId)
    return seat ? this.seatRegion(seat.region, article) : null
  }

  private seatRegion(region: string, article: string | null): string {
    return this.localRegions.has(region) ? this.who(region, article) : this.regionOwner(region)
  }

  private claim(claim: RecordClaim, ordinal: number): Props & { readonly id: string } {
    const article = this.articles.get(claim.article) as RecordArticle
    const id = idOf('Claim', this.document, claim.id)
    const articleNode = this.idOfArticle(claim.article)
    const speakerPerson = this.record.people.find(({ id: person }) => person === claim.speaker)
    const speakerBody = this.record.organizations.find(({ id: body }) => body === claim.speaker)
    const speakerId = claim.speaker === null ? null : this.who(claim.speaker, claim.article)
    if (speakerId !== null && claim.speaker !== null) {
      const office = speakerPerson ? this.officeAt(speakerPerson.id, claim) : null
      const at = speakerPerson ? (office?.organization ?? null) : (speakerBody?.id ?? null)
      this.edge('MADE', speakerId, id, {
        localId: claim.speaker,
        speakerId,
        day: this.dayOf(claim.article),
        title: office?.title ?? null,
        organizationId: office?.organization ? this.who(office.organization, claim.article) : null,
        regionId: (office?.region ? this.regionOf(office.region, claim.article) : null) ?? this.regionOf(at, claim.article),
      })
    }
    this.edge('STATED_IN', id, articleNode)
    claim.about.forEach((localId, place) => {
      const thingId = this.who(localId, claim.article)
      const pair = speakerId === null ? null : pairKey(speakerId, thingId)
      this.edge('ABOUT', id, thingId, { ordinal: place, localId, thingId, pair, day: this.dayOf(claim.article) })
    })
    const attribution = claim.attribution
    const places = this.placesOf(claim.evidence)
    return {
      id,
      localId: claim.id,
      ordinal,
      articleId: articleNode,
      spans: claim.spans,
      text: claim.spans.join('……'),
      mode: claim.mode,
      verb: claim.verb,
      ...places,
      attributionStart: attribution?.start ?? null,
      attributionEnd: attribution?.end ?? null,
      attributionSources: attribution ? (this.placesOf([attribution]).sources ?? null) : null,
      publishedOn: article.publishedOn,
      day: article.publishedOn ?? '',
      speakerId,
      speakerRole: speakerPerson?.role ?? null,
      speakerKind: speakerBody?.kind ?? null,
      hasFigures: this.record.figures.some(figure => figure.claim === claim.id),
      counted: true,
      searchType: 'CLAIM',
    }
  }

  /** The office in which a person speaks: one that the same article gives, the nearest before the statement; never a former one. */
  private officeAt(person: string, claim: RecordClaim): RecordPosition | null {
    const at = claim.attribution?.start ?? claim.evidence[0]?.start ?? 0
    let best: { readonly position: RecordPosition; readonly distance: number } | null = null
    for (const position of this.record.positions) {
      if (position.person !== person || position.former) continue
      const near = position.evidence
        .filter(({ article }) => article === claim.article)
        .map(({ start }) => (start <= at ? at - start : 1_000_000 + start - at))
      const distance = Math.min(...near, position.evidence.length === 0 || near.length === 0 ? 2_000_000 : 3_000_000)
      const penalty = position.organization === null && position.region === null ? 4_000_000 : 0
      if (best === null || distance + penalty < best.distance) best = { position, distance: distance + penalty }
    }
    return best?.position ?? null
  }

  private figures(): (Props & { readonly id: string })[] {
    const taken = new Map<string, number>()
    return this.record.figures.map((figure, ordinal) => this.figure(figure, ordinal, taken))
  }

  private figure(figure: RecordFigure, ordinal: number, taken: Map<string, number>): Props & { readonly id: string } {
    const article = this.idOfArticle(figure.article)
    const { start, end } = figure.evidence
    const place = `${article} ${start} ${end}`
    const among = taken.get(place) ?? 0
    taken.set(place, among + 1)
    const id = idOf('Figure', article, String(start), String(end), String(among))
    const resolved = this.resolved.figures.find(({ index }) => index === ordinal)
    const subjectId = figure.subject === null ? null : this.who(figure.subject, figure.article)
    if (figure.claim === null) this.edge('ARTICLE_STATES', article, id)
    else this.edge('CLAIM_STATES', idOf('Claim', this.document, figure.claim), id)
    if (subjectId !== null) this.edge('MEASURES', id, subjectId, { localId: figure.subject })
    const sources = this.placesOf([figure.evidence]).sources ?? null
    const publishedOn = this.articles.get(figure.article)?.publishedOn ?? null
    const metricKey = resolved?.metricKey ?? figure.metric
    const unitKey = resolved?.unitKey ?? figure.unit
    return {
      id,
      ordinal,
      articleId: article,
      text: figure.text,
      metric: figure.metric,
      metricKey,
      value: new Float(figure.value),
      unit: figure.unit,
      unitKey,
      period: figure.period,
      periodFrom: resolved?.periodFrom ?? null,
      periodTo: resolved?.periodTo ?? null,
      change: figure.change,
      qualifier: figure.qualifier,
      start,
      end,
      sources,
      publishedOn,
      subjectId,
      comparisonKey: comparisonKey({ id, subjectId, metricKey, unitKey, change: figure.change, publishedOn }),
      regionId: this.regionOf(figure.subject, figure.article),
      counted: true,
    }
  }

  private bodies(): void {
    for (const body of this.record.organizations) {
      const { article, props } = this.firstPlace(body.id)
      const common = { ...props, document: this.document, fromLocalId: body.id }
      const seat = this.seats.get(body.id)
      if (seat && this.localRegions.has(seat.region)) {
        const props = { ...common, toLocalId: seat.region, source: 'TEXT' }
        this.edge('LOCATED_IN', this.who(body.id, article), this.who(seat.region, article), props)
      }
      if (body.parent !== null) {
        const parent = this.who(body.parent, article)
        this.edge('ORGANIZATION_PART_OF', this.who(body.id, article), parent, { ...common, toLocalId: body.parent })
      }
    }
  }

  /** A zone without a code lies in the division that the record gives. */
  private zones(): void {
    for (const region of this.record.regions) {
      if (region.adcode !== null || region.within === null) continue
      const division = this.resolved.regions.find(({ adcode }) => adcode === region.within)
      if (!division) continue
      const { article, props } = this.firstPlace(region.id)
      const above = this.regionOwner(division.key)
      const self = this.who(region.id, article)
      if (self !== above) {
        this.edge('REGION_PART_OF', self, above, {
          ...props,
          document: this.document,
          fromLocalId: region.id,
          toKey: division.key,
        })
      }
    }
  }

  private policies(): void {
    for (const policy of this.record.policies) {
      const { article, props } = this.firstPlace(policy.id)
      const common = { ...props, document: this.document, fromLocalId: policy.id }
      const self = this.who(policy.id, article)
      if (policy.issuer !== null) {
        this.edge('ISSUED_BY', self, this.who(policy.issuer, article), { ...common, toLocalId: policy.issuer })
      }
      const region = this.regionInTitle(policy.name)
      if (region !== null) this.edge('APPLIES_TO', self, this.who(region, article), { ...common, toLocalId: region })
    }
  }

  /** The region of the document whose name the title begins with (《吉林省…条例》 applies to 吉林省); the longest form wins. */
  private regionInTitle(title: string): string | null {
    const bare = title.replace(/^[《“"]+/u, '')
    let best: { readonly id: string; readonly length: number } | null = null
    for (const region of this.record.regions) {
      for (const form of [region.name, ...region.aliases]) {
        if (form.length >= 2 && bare.startsWith(form) && bare !== form && form.length > (best?.length ?? 0)) {
          best = { id: region.id, length: form.length }
        }
      }
    }
    return best?.id ?? null
  }
}

/** The rules that a record keeps; the first broken one ends the document. */
export function checkRecord({ record, entities }: ResolvedDocument): void {
  const fail = (reason: string): never => {
    throw new DocumentError(record.document, `the extraction record breaks a rule: ${reason}`)
  }
  const articles = new Map(record.articles.map(article => [article.id, article]))
  const local = new Set<string>()
  for (const entity of [...record.people, ...record.organizations, ...record.regions, ...record.policies]) {
    if (local.has(entity.id)) fail(`two entities have the id ${entity.id}`)
    local.add(entity.id)
  }
  for (const { localId, keys } of entities) if (keys.length === 0) fail(`the entity ${localId} has no identity key`)
  if (entities.length !== local.size) fail('entities and resolved entities are not the same')
  if (articles.size !== record.articles.length) fail('two articles have the same id')
  const known = (id: string | null, what: string): void => {
    if (id !== null && !local.has(id)) fail(`${what} names the entity ${id}, which the record does not have`)
  }
  const inPlace = (evidence: Evidence, what: string): void => {
    const article = articles.get(evidence.article)
    if (!article) fail(`${what} stands in the article ${evidence.article}, which the record does not have`)
    else if (
      evidence.start < 0 ||
      evidence.end > article.text.length ||
      article.text.slice(evidence.start, evidence.end) !== evidence.quote
    )
      fail(
        `${what}: the quote "${evidence.quote.slice(0, 30)}" is not at ${evidence.start}–${evidence.end} of article ${evidence.article}`,
      )
  }
  for (const entity of [...record.people, ...record.organizations, ...record.regions, ...record.policies])
    for (const mention of entity.mentions) inPlace(mention, `a mention of ${entity.id}`)
  for (const body of record.organizations) {
    known(body.region, `the region of ${body.id}`)
    known(body.parent, `the parent of ${body.id}`)
  }
  for (const policy of record.policies) known(policy.issuer, `the issuer of ${policy.id}`)
  for (const position of record.positions) {
    known(position.person, 'a position')
    known(position.organization, 'a position')
    known(position.region, 'a position')
    for (const piece of position.evidence) inPlace(piece, `a position of ${position.person}`)
  }
  const claims = new Set<string>()
  for (const claim of record.claims) {
    if (claims.has(claim.id)) fail(`two claims have the id ${claim.id}`)
    claims.add(claim.id)
    if (!articles.has(claim.article)) fail(`claim ${claim.id} stands in an article that the record does not have`)
    known(claim.speaker, `claim ${claim.id}`)
    for (const about of claim.about) known(about, `claim ${claim.id}`)
    for (const piece of claim.evidence) {
      inPlace(piece, `claim ${claim.id}`)
      if (piece.article !== claim.article) fail(`claim ${claim.id} has evidence in another article`)
    }
    if (claim.attribution) inPlace(claim.attribution, `claim ${claim.id}`)
  }
  for (const figure of record.figures) {
    if (!articles.has(figure.article)) fail('a figure stands in an article that the record does not have')
    if (figure.claim !== null && !claims.has(figure.claim))
      fail(`a figure belongs to the claim ${figure.claim}, which the record does not have`)
    known(figure.subject, 'a figure')
    inPlace(figure.evidence, `a figure (${figure.metric})`)
  }
}
