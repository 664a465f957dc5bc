/** Documents: by id, as a list, with their articles. */
import { statement } from '../../database/statement'
import { labelOfId } from '../../model/ids'
import { type ArticleRow, articleMap } from '../article/article.row'
import type { Batch, ByIds } from '../batch'
import { type Connection, toConnection } from '../relay/connection'
import type { Listing } from '../relay/listing'
import type { Page } from '../relay/page'
import { textIn, textsOf } from '../texts'

export interface DocumentRow {
  readonly id: string
  readonly name: string
  readonly importedAt: string
  readonly publishedOn: string | null
  readonly publisher: string | null
  readonly url: string | null
  readonly warnings: readonly { readonly code: string; readonly message: string; readonly line: number | null }[]
}

interface DocumentResult extends Omit<DocumentRow, 'warnings'> {
  /** Each as JSON. */
  readonly warnings: readonly string[] | null
}

const documentMap = (variable: string): string =>
  `${variable} {.id, .name, .url, .publishedOn, .warnings, publisher: coalesce(${variable}.publisher, ${variable}.outlet), importedAt: toString(${variable}.importedAt)}`

const BY_IDS: ByIds<DocumentResult> = statement(
  'document.byIds',
  `UNWIND $ids AS id MATCH (d:Document {id: id}) RETURN id, ${documentMap('d')} AS value`,
)

const OF_ARTICLES: ByIds<DocumentResult> = statement(
  'document.ofArticles',
  `UNWIND $ids AS id MATCH (:Article {id: id})-[:PART_OF]->(d:Document) RETURN id, ${documentMap('d')} AS value`,
)

const ARTICLES: ByIds<ArticleRow[]> = statement(
  'document.articles',
  `UNWIND $ids AS id
MATCH (a:Article)-[:PART_OF]->(:Document {id: id})
WITH id, a ORDER BY a.ordinal, a.id
RETURN id, collect(${articleMap('a')}) AS value`,
)

const LIST: Listing<DocumentResult> = {
  name: 'document.list',
  match: "MATCH (d:Document) WHERE d.name >= ''",
  keys: [{ expression: 'd.name' }, { expression: 'd.id' }],
  item: documentMap('d'),
}

const TEXTS = textsOf('document.texts', 'Document')

export class DocumentRepository {
  constructor(private readonly batch: Batch) {}

  async find(id: string): Promise<DocumentRow | null> {
    return labelOfId(id) === 'Document' ? toDocument(await this.batch.byId(BY_IDS, id)) : null
  }

  async ofArticle(article: string): Promise<DocumentRow | null> {
    return toDocument(await this.batch.byId(OF_ARTICLES, article))
  }

  /** The articles of a document in reading order. */
  async articles(document: string): Promise<ArticleRow[]> {
    return (await this.batch.byId(ARTICLES, document)) ?? []
  }

  /** The original text. */
  async text(document: string): Promise<string> {
    return textIn(await this.batch.byId(TEXTS, document))
  }

  async list(page: Page): Promise<Connection<DocumentRow>> {
    return toConnection(await this.batch.list(LIST, page), page, row => ({ node: toDocument(row) as DocumentRow }))
  }
}

function toDocument(row: DocumentResult | null): DocumentRow | null {
  return row && { ...row, warnings: (row.warnings ?? []).map(warning => JSON.parse(warning)) }
}
