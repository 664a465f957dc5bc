/** Documents as the API gives them. */
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Extensions, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql'
import type { ArticleRow } from '../article/article.row'
import { Article } from '../article/article.type'
import type { Connection } from '../relay/connection'
import { PageArgs, toPage } from '../relay/page'
import type { Repositories } from '../repositories'
import type { DocumentRow } from './document.repository'
import { Document, DocumentConnection } from './document.type'

@Resolver(() => Document)
export class DocumentResolver {
  constructor(private readonly repositories: Repositories) {}

  @Query(() => Document, { nullable: true, description: 'An imported document by its id.' })
  document(@Arg('id', () => ID, { description: 'The id of the document.' }) id: string): Promise<DocumentRow | null> {
    return this.repositories.documents.find(id)
  }

  @Query(() => DocumentConnection, { description: 'What has been imported, by name.' })
  documents(@Args(() => PageArgs) page: PageArgs, @Info() info: GraphQLResolveInfo): Promise<Connection<DocumentRow>> {
    return this.repositories.documents.list(toPage(page, info))
  }

  @Extensions({ rows: 10 })
  @FieldResolver(() => [Article], { description: 'Its articles in reading order.' })
  articles(@Root() document: DocumentRow): Promise<ArticleRow[]> {
    return this.repositories.documents.articles(document.id)
  }

  @FieldResolver(() => String, { description: 'The original text, as it was imported.' })
  text(@Root() document: DocumentRow): Promise<string> {
    return this.repositories.documents.text(document.id)
  }
}
