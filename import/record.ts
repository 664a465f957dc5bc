/** Writes what was extracted from a page as an extraction record, with every place in the article's text and in the source. */
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
} from '../model/extraction-record'
import { type ArticleSpan, type Run, toSource } from '../model/span'
import { unbroken, wholePieces } from './evidence'
import { gather } from './gather'
import type { Entity, Mention } from './values/annotations'
import type { Article } from './values/document'
import type { Claim, ExtractedPage, Figure } from './values/statements'

/** The name of the file that holds the record of a document: `page.txt` gives `page.json`. */
export function recordFileName(document: string): string {
  return `${document.replace(/\.(?:txt|md|html?|pdf|docx|json|jsonl)$/iu, '').replace(/[/\\:*?"<>|#]/gu, '_')}.json`
}

/** What stands in the file of a record. */
export function recordText(record: ExtractionRecord): string {
  return `${JSON.stringify(record, null, 1)}\n`
}

/** The record of a page. */
export function toRecord(page: ExtractedPage): ExtractionRecord {
  const segmented = page.annotated.page
  const source = segmented.document.text
  const { articles } = segmented
  const evidenceOf = (article: Article, span: ArticleSpan) => evidence(article.id, article.text, article.runs, span)
  const mentionsOf = new Map<string, Mention[]>()
  for (const mention of page.annotated.mentions) {
    const list = mentionsOf.get(mention.entity)
    if (list) list.push(mention)
    else mentionsOf.set(mention.entity, [mention])
  }
  const inText = (entity: Entity): Evidence[] => {
    const all: Evidence[] = []
    for (const mention of mentionsOf.get(entity.id) ?? []) {
      const article = articles[mention.article]
      const found = article && mention.place === 'text' ? evidenceOf(article, mention.span) : null
      if (found) all.push(found)
    }
    return all
  }
  const inArticles = (entity: Entity): string[] => {
    const ids = new Set<string>()
    for (const mention of mentionsOf.get(entity.id) ?? []) {
      const article = articles[mention.article]
      if (article) ids.add(article.id)
    }
    return [...ids]
  }
  const of = <T extends Entity['type']>(type: T) =>
    page.entities.filter((entity): entity is Extract<Entity, { type: T }> => entity.type === type)

  const people: RecordPerson[] = of('person').map(person => ({
    id: person.id,
    name: person.name,
    aliases: person.aliases,
    mentions: inText(person),
    role: person.role,
    articles: inArticles(person),
  }))
  const organizations: RecordOrganization[] = of('organization').map(body => ({
    id: body.id,
    name: body.name,
    aliases: body.aliases,
    mentions: inText(body),
    kind: body.kind,
    region: body.region,
    parent: body.parent,
  }))
  const regions: RecordRegion[] = of('region').map(region => ({
    id: region.id,
    name: region.name,
    aliases: region.aliases,
    mentions: inText(region),
    adcode: region.adcode,
    level: region.level,
    within: region.within,
  }))
  const policies: RecordPolicy[] = of('policy').map(policy => ({
    id: policy.id,
    name: policy.name,
    aliases: policy.aliases,
    mentions: inText(policy),
    kind: policy.kind,
    issuer: policy.issuer,
  }))
  const positions: RecordPosition[] = page.annotated.positions.map(
    ({ person, organization, title, region, former, article, place, span }) => {
      const home = articles[article]
      const found = home && place === 'text' ? evidenceOf(home, span) : null
      return { person, organization, title, region, former, evidence: found ? [found] : [] }
    },
  )
  return {
    document: segmented.document.name,
    publishedOn: segmented.publishedOn,
    outlet: segmented.outlet,
    url: segmented.document.meta.url ?? null,
    articles: articles.map(article => recordArticle(article, source)),
    people,
    organizations,
    regions,
    policies,
    positions: mergePositions(positions),
    claims: gather(page.claims, claim => recordClaim(claim, articles, source)),
    figures: gather(page.figures, figure => recordFigure(figure, articles, source)),
    warnings: segmented.warnings,
  }
}

function evidence(article: string, text: string, runs: readonly Run[], span: ArticleSpan): Evidence | null {
  const source = toSource(runs, span)
  if (!source) return null
  return {
    article,
    start: span.start,
    end: span.end,
    sourceStart: source.start,
    sourceEnd: source.end,
    quote: text.slice(span.start, span.end),
  }
}

function recordArticle(article: Article, source: string): RecordArticle {
  const { id, ordinal, title, subtitle, byline, outlet, kind, publishedOn, publishedBetween, text, runs } = article
  const first = unbroken(article, source, { start: 0, end: Math.min(20, text.length) }, 'start')
  const last = unbroken(article, source, { start: Math.max(0, text.length - 20), end: text.length }, 'end')
  return {
    id,
    ordinal,
    title: title.trim(),
    subtitle,
    byline,
    outlet,
    kind,
    publishedOn,
    publishedBetween,
    first: text.slice(first.start, first.end),
    last: text.slice(last.start, last.end),
    text,
    runs,
  }
}

/** One position for each person, body, title; what says it several times is evidence several times. */
function mergePositions(positions: readonly RecordPosition[]): RecordPosition[] {
  const merged = new Map<string, RecordPosition>()
  for (const position of positions) {
    const key = JSON.stringify([position.person, position.organization, position.region, position.title, position.former])
    const before = merged.get(key)
    merged.set(key, before ? { ...before, evidence: [...before.evidence, ...position.evidence] } : position)
  }
  return [...merged.values()]
}

function recordClaim(claim: Claim, articles: readonly Article[], source: string): RecordClaim[] {
  const article = articles[claim.article]
  if (!article) return []
  const found: Evidence[] = []
  for (const span of claim.spans)
    for (const piece of wholePieces(article, source, span)) {
      const one = evidence(article.id, article.text, article.runs, piece)
      if (one) found.push(one)
    }
  const { id, speaker, mode, verb, about } = claim
  return [
    {
      id,
      article: article.id,
      speaker,
      spans: found.map(one => one.quote),
      mode,
      verb,
      about,
      evidence: found,
      attribution: claim.attribution ? evidence(article.id, article.text, article.runs, claim.attribution) : null,
    },
  ]
}

function recordFigure(figure: Figure, articles: readonly Article[], source: string): RecordFigure[] {
  const article = articles[figure.article]
  if (!article) return []
  const pieces = wholePieces(article, source, figure.span)
  const digits = pieces.filter(piece => /[\d〇零一二三四五六七八九十百千两半]/u.test(article.text.slice(piece.start, piece.end)))
  const longest = (digits.length > 0 ? digits : pieces).reduce<ArticleSpan | null>(
    (best, piece) => (!best || piece.end - piece.start > best.end - best.start ? piece : best),
    null,
  )
  const found = longest ? evidence(article.id, article.text, article.runs, longest) : null
  if (!found) return []
  const { claim, metric, value, unit, subject, period, change, qualifier } = figure
  return [
    { article: article.id, claim, text: found.quote, metric, value, unit, subject, period, change, qualifier, evidence: found },
  ]
}
