/** Figures: by id, as lists with filters, and compared. */
import { statement } from '../../database/statement'
import { labelOfId } from '../../model/ids'
import type { Verdict } from '../../model/vocabulary'
import type { Batch, ByIds } from '../batch'
import { type ClaimRow, claimMap } from '../claim/claim.row'
import type { EntityRepository } from '../entity/entity.repository'
import { type EntityRow, entityMap } from '../entity/entity.row'
import {
  all,
  asksFor,
  Conditions,
  compile,
  listed,
  meetsNothing,
  type References,
  type Rules,
  referencesIn,
} from '../filter/compile'
import { type Connection, emptyPage, toConnection } from '../relay/connection'
import { COUNT_CAP, counted, type Listing, type SortKey } from '../relay/listing'
import type { Page } from '../relay/page'
import { type FigureRow, figureMap } from './figure.row'
import type { FigureComparisonFilter, FigureFilter } from './figure.type'

const BY_IDS: ByIds<FigureRow> = statement(
  'figure.byIds',
  `UNWIND $ids AS id MATCH (f:Figure {id: id}) RETURN id, ${figureMap('f')} AS value`,
)

const CLAIMS: ByIds<ClaimRow> = statement(
  'figure.claims',
  `UNWIND $ids AS id MATCH (:Figure {id: id})<-[:STATES]-(c:Claim) RETURN id, head(collect(${claimMap('c')})) AS value`,
)

export interface ComparisonRow {
  readonly verdict: Verdict
  readonly metric: string
  readonly why: string | null
  readonly subject: EntityRow | null
  readonly figures: readonly FigureRow[]
}

const COMPARISON = `{verdict: w.verdict, metric: w.metric, why: w.why, figures: [${figureMap('f')}, ${figureMap('g')}],
    subject: head(COLLECT { MATCH (subject:Entity {id: w.subjectId}) RETURN ${entityMap('subject')} })}`
/** What is compared with one another stands together: the key is that of subject, measure and unit. */
const COMPARISON_KEYS: readonly SortKey[] = [{ expression: 'f.comparisonKey' }, { expression: 'f.id' }, { expression: 'g.id' }]

const COMPARISONS_OF: Listing<ComparisonRow> = {
  name: 'figure.comparisonsOf',
  match: `MATCH (one:Figure {id: parent})-[w:COMPARED_WITH]-(:Figure)
  WITH w, startNode(w) AS f, endNode(w) AS g`,
  keys: COMPARISON_KEYS,
  item: COMPARISON,
}

const ARTICLE_OF = 'MATCH (a:Article {id: f.articleId})'

/** In the order of articles: the latest first, in each article as it is read. */
const LATEST_FIRST: readonly SortKey[] = [
  { expression: 'a.day', descending: true },
  { expression: 'a.id' },
  { expression: 'f.start' },
  { expression: 'f.id' },
]

/** The same order from the index of the figures of a region. */
const inRegion = (region: string, within: boolean): string =>
  `MATCH (f:Figure)-[x:IN_REGION]->() USING INDEX x:IN_REGION(regionId, figureDay) WHERE x.regionId = ${region} AND x.figureDay >= ''${within ? '' : ' AND x.direct'}`
const LATEST_INDEXED: readonly SortKey[] = [
  { expression: 'x.figureDay', descending: true },
  { expression: 'f.articleId' },
  { expression: 'f.start' },
  { expression: 'f.id' },
]

/** The listing of figures that the index of a region gives in order; where nothing else is asked of them its relationships are counted alone. */
const byDay = (match: string): Pick<Listing<FigureRow>, 'match' | 'keys' | 'indexed' | 'count'> => ({
  match,
  keys: LATEST_INDEXED,
  indexed: ['x.regionId'],
  count: counted(match.includes(ARTICLE_OF) ? match : match.replace('(f:Figure)', '()')),
})

/** What the figures of something are: each binds `f` for the id in `parent`. */
const OF = {
  article:
    'MATCH (a:Article {id: parent})-[:STATES]->(f:Figure) RETURN f UNION MATCH (a:Article {id: parent})<-[:STATED_IN]-(:Claim)-[:STATES]->(f:Figure) RETURN f',
  subject: 'MATCH (:Entity {id: parent})<-[:MEASURES]-(f:Figure) RETURN f',
  'region.members': 'MATCH (:Region {id: parent})<-[:PART_OF*0..1]-(:Region)<-[:IN_REGION]-(f:Figure) RETURN DISTINCT f',
} as const
export type FigureOwner = keyof typeof OF | 'region.self' | 'region.below'

/** A figure that a reprint repeats is counted, and listed, once. */
const COUNTED = 'coalesce(f.counted, true)'

const REFERENCES: References<FigureFilter> = { subject: 'Entity', region: 'Region' }
const RULES: Rules<FigureFilter> = {
  subject: (filter, cypher) => `EXISTS { MATCH (f)-[:MEASURES]->(x:Entity) WHERE x.id IN ${cypher.ids(filter, 'Entity')} }`,
  region: (filter, cypher) =>
    `EXISTS { MATCH (f)-[x:IN_REGION]->(y:Region) WHERE y.id IN ${cypher.regions(filter)}${filter.within ? '' : ' AND x.direct'} }`,
  metric: (filter, cypher) => cypher.wording('f.metric', filter),
  unit: (filter, cypher) => cypher.wording('f.unit', filter),
  change: (wanted, cypher) => `coalesce(f.change, false) = ${cypher.param(wanted)}`,
  publishedOn: (range, cypher) => cypher.days('a.publishedOn', range),
}

const COMPARISON_REFERENCES: References<FigureComparisonFilter> = { subject: 'Entity' }
const COMPARISON_RULES: Rules<FigureComparisonFilter> = {
  subject: (filter, cypher) => {
    const ids = cypher.ids(filter, 'Entity')
    if (!filter.within) return `w.subjectId IN ${ids}`
    return `EXISTS { MATCH (x:Entity {id: w.subjectId}) WHERE x.id IN ${ids} OR EXISTS { MATCH (x)-[:PART_OF|LOCATED_IN*1..8]->(y:Region) WHERE y.id IN ${ids} } }`
  },
  verdict: (filter, cypher) => cypher.words('w.verdict', filter),
  metric: (filter, cypher) => cypher.wording('w.metric', filter),
}

/** Where a list of figures starts from, the most telling condition first, and what of the filter that leaves to be met. */
function figuresFrom(filter: FigureFilter, cypher: Conditions): { readonly match: string; readonly rest: FigureFilter } {
  const { subject, ...others } = filter
  if (subject != null) {
    const match = `MATCH (s:Entity)<-[:MEASURES]-(f:Figure) WHERE s.id IN ${cypher.ids(subject, 'Entity')} WITH DISTINCT parent, f`
    return { match, rest: others as FigureFilter }
  }
  const { region, ...rest } = others
  if (region != null) {
    const direct = region.within ? '' : ' AND x.direct'
    const match = `MATCH (r:Region)<-[x:IN_REGION]-(f:Figure) WHERE r.id IN ${cypher.regions(region)}${direct} WITH DISTINCT parent, f`
    return { match, rest: rest as FigureFilter }
  }
  return { match: EVERY_FIGURE, rest: filter }
}

const EVERY_FIGURE = 'MATCH (f:Figure)'
/** All figures in the order of their articles, from the index that holds these in order: good where many meet a filter, so that a page is soon full. */
const IN_ORDER = `MATCH (a:Article) USING INDEX a:Article(day) WHERE a.day >= ''
  CALL (a) {
    MATCH (a)-[:STATES]->(f:Figure) RETURN f
    UNION
    MATCH (a)<-[:STATED_IN]-(:Claim)-[:STATES]->(f:Figure) RETURN f
  }`

/**
 * Where a list of comparisons starts from: those of the subject, of everything in the regions that it names, or all. What is compared measures the same thing,
 * so it is enough that one of the two does.
 */
function comparisonsFrom(
  subject: FigureComparisonFilter['subject'],
  cypher: Conditions,
): { readonly match: string; readonly settlesSubject: boolean } {
  const ids = subject == null ? [] : cypher.idsOf(subject, 'Entity')
  if (subject != null && !subject.within) {
    const match = `MATCH (s:Entity)<-[:MEASURES]-(f:Figure)-[w:COMPARED_WITH]->(g) WHERE s.id IN ${cypher.param(ids)} WITH DISTINCT parent, f, w, g`
    return { match, settlesSubject: true }
  }
  if (subject != null && ids.every(id => labelOfId(id) === 'Region')) {
    const match = `UNWIND ${cypher.param(ids)} AS named
  CALL (named) {
    MATCH (r:Region {id: named}) RETURN r
    UNION
    MATCH (r:Region)-[:PART_OF]->(:Region {id: named, level: 'macro_region'}) RETURN r
  }
  MATCH (r)<-[:IN_REGION|REPRINTED_IN_REGION]-(f:Figure)
  WITH DISTINCT parent, f
  MATCH (f)-[w:COMPARED_WITH]->(g)
  WITH parent, f, w, g`
    return { match, settlesSubject: true }
  }
  return { match: EVERY_COMPARISON, settlesSubject: false }
}

/** All comparisons in no order, of one metric or of any. */
const EVERY_COMPARISON =
  "MATCH (f)-[w:COMPARED_WITH]->(g) USING INDEX w:COMPARED_WITH(metric) WHERE w.metric >= '' WITH parent, f, w, g"
const ofMetrics = (metrics: string): string =>
  `MATCH (f)-[w:COMPARED_WITH]->(g) USING INDEX w:COMPARED_WITH(metric) WHERE w.metric IN ${metrics} WITH parent, f, w, g`
/** All comparisons in their order: good where many meet a filter, so that a page is soon full. */
const COMPARISONS_IN_ORDER =
  "MATCH (f:Figure) USING INDEX f:Figure(comparisonKey) WHERE f.comparisonKey >= '' MATCH (f)-[w:COMPARED_WITH]->(g) WITH parent, f, w, g"

export class FigureRepository {
  constructor(
    private readonly batch: Batch,
    private readonly entities: EntityRepository,
  ) {}

  async find(id: string): Promise<FigureRow | null> {
    return labelOfId(id) === 'Figure' ? this.batch.byId(BY_IDS, id) : null
  }

  /** The claim in which a figure stands, null where the article itself gives it. */
  claim(figure: string): Promise<ClaimRow | null> {
    return this.batch.byId(CLAIMS, figure)
  }

  async list(filter: FigureFilter, page: Page): Promise<Connection<FigureRow>> {
    const cypher = new Conditions(await this.entities.resolve(referencesIn(filter, REFERENCES)))
    if (meetsNothing(filter, RULES, REFERENCES, cypher)) return emptyPage(page)
    const { subject, region, ...others } = filter
    const ids = region == null ? [] : cypher.idsIn(region)
    if (subject == null && region != null && ids.length === 1) {
      const conditions = compile(others as FigureFilter, RULES, cypher)
      const found = inRegion(cypher.param(ids[0]), region.within ?? false)
      const match = conditions === 'true' ? found : `${found} ${ARTICLE_OF}\n  WITH * WHERE ${conditions}`
      return this.page({ name: 'figure.listInRegion', ...byDay(match) }, page, cypher.params)
    }
    const { match: start, rest } = figuresFrom(filter, cypher)
    const conditions = all([COUNTED, compile(rest, RULES, cypher)])
    // The article is only needed where its day is asked about, and for the order.
    const asksForDay = asksFor(rest, 'publishedOn')
    const ofArticle = `WITH parent, f WHERE ${COUNTED} ${ARTICLE_OF} WITH parent, f, a WHERE ${conditions}`
    const match = asksForDay ? `${start} ${ofArticle}` : `${start} WITH parent, f WHERE ${conditions}`
    if (start !== EVERY_FIGURE) {
      const listing = { name: 'figure.list', match: `${start} ${ofArticle}`, keys: LATEST_FIRST }
      return this.page(listing, page, cypher.params)
    }
    const every = { name: 'figure.list', match, isUnnarrowed: true, keys: LATEST_FIRST, count: counted(match) }
    const isDense = (await this.batch.count(every, cypher.params)) > COUNT_CAP
    const ordered = isDense
      ? `${IN_ORDER}\n  WITH parent, f, a WHERE ${conditions}`
      : `${match}${asksForDay ? '' : ` ${ARTICLE_OF}`}`
    return this.page({ ...every, match: ordered }, page, cypher.params)
  }

  /** The figures of an article (all of them), or about something (each once, the latest first). */
  listOf(owner: FigureOwner, id: string, page: Page): Promise<Connection<FigureRow>> {
    if (owner === 'region.self' || owner === 'region.below') {
      const listing = byDay(inRegion('parent', owner === 'region.below'))
      return this.page({ name: `figure.of.${owner}`, ...listing }, page, {}, id)
    }
    const match = `CALL (parent) { ${OF[owner]} }
  ${ARTICLE_OF} WITH DISTINCT f, a WHERE ${owner === 'article' ? 'true' : COUNTED}`
    return this.page({ name: `figure.of.${owner}`, match, keys: LATEST_FIRST }, page, {}, id)
  }

  async comparisons(filter: FigureComparisonFilter, page: Page): Promise<Connection<ComparisonRow>> {
    const cypher = new Conditions(await this.entities.resolve(referencesIn(filter, COMPARISON_REFERENCES)))
    const { subject, ...others } = filter
    if (meetsNothing(filter, COMPARISON_RULES, COMPARISON_REFERENCES, cypher)) return emptyPage(page)
    const start = comparisonsFrom(subject, cypher)
    const conditions = compile(start.settlesSubject ? (others as FigureComparisonFilter) : filter, COMPARISON_RULES, cypher)
    const metrics = filter.metric == null ? [] : listed(filter.metric)
    const isEvery = start.match === EVERY_COMPARISON
    const from = isEvery && metrics.length > 0 ? ofMetrics(cypher.param(metrics)) : start.match
    const listing: Listing<ComparisonRow> = {
      name: 'figure.comparisons',
      match: `${from} WHERE ${conditions}`,
      keys: COMPARISON_KEYS,
      item: COMPARISON,
      isUnnarrowed: isEvery,
    }
    if (isEvery && (await this.batch.count(listing, cypher.params)) > COUNT_CAP)
      return this.compared(
        { ...listing, match: `${COMPARISONS_IN_ORDER} WHERE ${conditions}`, count: counted(listing.match) },
        page,
        cypher.params,
      )
    return this.compared(listing, page, cypher.params)
  }

  private async compared(
    listing: Listing<ComparisonRow>,
    page: Page,
    params: Readonly<Record<string, unknown>>,
  ): Promise<Connection<ComparisonRow>> {
    return toConnection(await this.batch.list(listing, page, params), page, node => ({ node }))
  }

  async comparisonsOf(figure: string, page: Page): Promise<Connection<ComparisonRow>> {
    return toConnection(await this.batch.list(COMPARISONS_OF, page, {}, figure), page, node => ({ node }))
  }

  private async page(
    from: Omit<Listing<FigureRow>, 'item'>,
    page: Page,
    params: Readonly<Record<string, unknown>>,
    parent?: string,
  ): Promise<Connection<FigureRow>> {
    return toConnection(await this.batch.list({ ...from, item: figureMap('f') }, page, params, parent), page, node => ({ node }))
  }
}
