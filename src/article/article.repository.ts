/** Articles: by id, as lists, and the places in them. */
import { statement } from '../../database/statement'
import { labelOfId } from '../../model/ids'
import type { Batch, ByIds } from '../batch'
import type { EntityRepository } from '../entity/entity.repository'
import { type EntityRow, entityMap, type PersonRow } from '../entity/entity.row'
import { all, Conditions, compile, meetsNothing, type References, type Rules, referencesIn } from '../filter/compile'
import { type Connection, emptyPage, toConnection } from '../relay/connection'
import type { Listing, SortKey } from '../relay/listing'
import type { Page } from '../relay/page'
import { fullTextQuery } from '../search/full-text'
import { textIn, textsOf } from '../texts'
import { type ArticleRow, articleMap, quoteAt } from './article.row'
import type { ArticleFilter } from './article.type'

const BY_IDS: ByIds<ArticleRow> = statement(
  'article.byIds',
  `UNWIND $ids AS id MATCH (a:Article {id: id}) RETURN id, ${articleMap('a')} AS value`,
)

const TEXTS = textsOf('article.texts', 'Article')

const BYLINES: ByIds<PersonRow[]> = statement(
  'article.bylines',
  `UNWIND $ids AS id
MATCH (p:Person)-[w:WROTE]->(:Article {id: id})
WITH id, p, w ORDER BY w.ordinal, p.id
RETURN id, collect(${entityMap('p')}) AS value`,
)

const REPRINTS: ByIds<ArticleRow[]> = statement(
  'article.reprints',
  `UNWIND $ids AS id
MATCH (a:Article {id: id})
OPTIONAL MATCH (a)-[:REPRINT_OF]->(first:Article)
WITH id, a, coalesce(first, a) AS first
MATCH (other:Article) WHERE other = first OR (other)-[:REPRINT_OF]->(first)
WITH id, a, other WHERE other <> a
ORDER BY coalesce(other.publishedOn, '9999'), other.id
RETURN id, collect(${articleMap('other')}) AS value`,
)

export interface MentionRow {
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly entity: EntityRow
  readonly article: ArticleRow
}

/** One row for each place in the body; \`place\` is its index in the lists of the relationship. */
const PLACES = `UNWIND range(0, size(m.starts) - 1) AS place
  WITH * WHERE coalesce(m.places[place], -1) = -1`
const MENTION = `{start: m.starts[place], end: m.ends[place], quote: ${quoteAt('a', 'm.starts', 'm.ends', 'place')}, entity: ${entityMap('e')}, article: ${articleMap('a')}}`

const MENTIONS_IN_ARTICLE: Listing<MentionRow> = {
  name: 'article.mentions',
  match: `MATCH (a:Article {id: parent})<-[m:MENTIONED_IN]-(e:Entity)
  ${PLACES}`,
  keys: [{ expression: 'm.starts[place]' }, { expression: 'm.ends[place]' }, { expression: 'e.id' }],
  item: MENTION,
}

const LATEST_FIRST: readonly SortKey[] = [{ expression: 'a.day', descending: true }, { expression: 'a.id' }]
const EARLIEST_FIRST: readonly SortKey[] = [{ expression: "coalesce(a.publishedOn, '9999')" }, { expression: 'a.id' }]
export const ARTICLE_ORDERS: Readonly<Record<string, readonly SortKey[]>> = {
  published_on_desc: LATEST_FIRST,
  published_on_asc: EARLIEST_FIRST,
}

/** The articles that name an entity, by an index that holds their days in order. */
const NAMING = (entity: string): string =>
  `MATCH (e:Entity)-[m:MENTIONED_IN]->(a:Article) USING INDEX m:MENTIONED_IN(entityId, day) WHERE m.entityId = ${entity} AND m.day >= ''`

const MENTIONS_OF_ENTITY: Listing<MentionRow> = {
  name: 'entity.mentions',
  match: `${NAMING('parent')}
  ${PLACES}`,
  indexed: ['m.entityId'],
  keys: [{ expression: 'm.day', descending: true }, { expression: 'a.id' }, { expression: 'm.starts[place]' }],
  item: MENTION,
  count: 'MATCH (e:Entity {id: parent}) RETURN e.mentionCount AS total',
}

/** An article is listed once, however many entities of its text have become this one. */
const naming = (entity: string): string => `${NAMING(entity)} WITH DISTINCT parent, a, m.entityId AS entityId, m.day AS day`
const NAMING_KEYS: readonly SortKey[] = [{ expression: 'day', descending: true }, { expression: 'a.id' }]

const ARTICLES_NAMING: Listing<ArticleRow> = {
  name: 'entity.articles',
  match: naming('parent'),
  indexed: ['entityId'],
  keys: NAMING_KEYS,
  item: articleMap('a'),
}

const WRITTEN: Listing<ArticleRow> = {
  name: 'person.written',
  match: 'MATCH (:Person {id: parent})-[:WROTE]->(a:Article) WITH DISTINCT parent, a',
  keys: LATEST_FIRST,
  item: articleMap('a'),
}

const REFERENCES: References<ArticleFilter> = {
  outlet: 'Organization',
  publisher: 'Organization',
  mentions: 'Entity',
  region: 'RegionBelow',
}

/** Where a list of articles starts from, what of the filter that settles, and how it is ordered where an index holds the order. */
interface Start extends Pick<Listing<ArticleRow>, 'match' | 'indexed' | 'isUnnarrowed'> {
  readonly settles: keyof ArticleFilter | null
  readonly keys?: readonly SortKey[]
}

/** The start that narrows the list most: words, somebody who is named, an outlet, or days. */
function startOf(filter: ArticleFilter, order: string, cypher: Conditions): Start {
  if (filter.text?.contains != null) {
    const query = cypher.param(fullTextQuery(filter.text.contains, 'article'))
    return {
      settles: 'text',
      match: `CALL db.index.fulltext.queryNodes('search', ${query}) YIELD node AS a WITH parent, a`,
      isUnnarrowed: true,
    }
  }
  if (order !== 'published_on_desc') return { settles: null, match: 'MATCH (a:Article) WITH parent, a', isUnnarrowed: true }
  for (const field of ['mentions', 'outlet', 'publisher'] as const) {
    const ids = filter[field] == null ? [] : cypher.idsOf(filter[field], field === 'mentions' ? 'Entity' : 'Organization')
    if (ids.length !== 1) continue
    const id = cypher.param(ids[0])
    if (field === 'mentions') return { settles: field, match: naming(id), indexed: ['entityId'], keys: NAMING_KEYS }
    const match = `MATCH (a:Article) USING INDEX a:Article(${field}Id, day) WHERE a.${field}Id = ${id} AND a.day >= '' WITH parent, a`
    return { settles: field, match, indexed: [`a.${field}Id`] }
  }
  const days = filter.publishedOn == null ? 'true' : cypher.days('a.day', filter.publishedOn)
  const bounds = all([days === 'true' ? "a.day >= ''" : "a.day > ''", days])
  return {
    settles: null,
    match: `MATCH (a:Article) USING INDEX a:Article(day) WHERE ${bounds} WITH parent, a`,
    isUnnarrowed: true,
  }
}

const RULES: Rules<ArticleFilter> = {
  kind: (filter, cypher) => cypher.words('a.kind', filter),
  text: (filter, cypher) =>
    filter.contains == null
      ? 'true'
      : `(${cypher.text('a.title', filter.contains)} OR ${cypher.text('a.text', filter.contains)})`,
  outlet: (filter, cypher) => `a.outletId IN ${cypher.ids(filter, 'Organization')}`,
  publisher: (filter, cypher) => `a.publisherId IN ${cypher.ids(filter, 'Organization')}`,
  publishedOn: (range, cypher) => cypher.days('a.publishedOn', range),
  mentions: (filter, cypher) => `EXISTS { MATCH (a)<-[:MENTIONED_IN]-(x:Entity) WHERE x.id IN ${cypher.ids(filter, 'Entity')} }`,
  region: (filter, cypher) =>
    // Without a label, so that the few things that the article names are looked at and not all articles of the regions.
    `EXISTS { MATCH (a)<-[:MENTIONED_IN]-(x) WHERE x.id IN ${cypher.regionsBelow(filter)} }`,
  hasFigures: (wanted, _cypher) => `${wanted ? '' : 'NOT '}EXISTS { (a)-[:STATES]->(:Figure) }`,
}

export class ArticleRepository {
  constructor(
    private readonly batch: Batch,
    private readonly entities: EntityRepository,
  ) {}

  async find(id: string): Promise<ArticleRow | null> {
    return labelOfId(id) === 'Article' ? this.batch.byId(BY_IDS, id) : null
  }

  /** The article that a row of another list refers to; it is there. */
  async get(id: string): Promise<ArticleRow> {
    return (await this.batch.byId(BY_IDS, id)) as ArticleRow
  }

  async text(id: string): Promise<string> {
    return textIn(await this.batch.byId(TEXTS, id))
  }

  async byline(id: string): Promise<PersonRow[]> {
    return (await this.batch.byId(BYLINES, id)) ?? []
  }

  async reprints(id: string): Promise<ArticleRow[]> {
    return (await this.batch.byId(REPRINTS, id)) ?? []
  }

  async mentionsIn(article: string, page: Page): Promise<Connection<MentionRow>> {
    return toConnection(await this.batch.list(MENTIONS_IN_ARTICLE, page, {}, article), page, node => ({ node }))
  }

  async mentionsOf(entity: string, page: Page): Promise<Connection<MentionRow>> {
    return toConnection(await this.batch.list(MENTIONS_OF_ENTITY, page, {}, entity), page, node => ({ node }))
  }

  /** The articles that name an entity, the latest first. */
  async listNaming(entity: string, page: Page): Promise<Connection<ArticleRow>> {
    return toConnection(await this.batch.list(ARTICLES_NAMING, page, {}, entity), page, node => ({ node }))
  }

  /** The articles that a person wrote, the latest first. */
  async listWrittenBy(person: string, page: Page): Promise<Connection<ArticleRow>> {
    return toConnection(await this.batch.list(WRITTEN, page, {}, person), page, node => ({ node }))
  }

  async list(filter: ArticleFilter, order: string, page: Page): Promise<Connection<ArticleRow>> {
    const cypher = new Conditions(await this.entities.resolve(referencesIn(filter, REFERENCES)))
    if (meetsNothing(filter, RULES, REFERENCES, cypher)) return emptyPage(page)
    const { settles, match, ...ordered } = startOf(filter, order, cypher)
    const others = Object.fromEntries(Object.entries(filter).filter(([field]) => field !== settles))
    const listing: Listing<ArticleRow> = {
      name: 'article.list',
      keys: ARTICLE_ORDERS[order] ?? LATEST_FIRST,
      ...ordered,
      match: `${match} WHERE ${compile(others as ArticleFilter, RULES, cypher)}`,
      item: articleMap('a'),
    }
    return toConnection(await this.batch.list(listing, page, cypher.params), page, node => ({ node }))
  }
}
