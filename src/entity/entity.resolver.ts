/** What all entities answer alike. */
import type { GraphQLResolveInfo } from 'graphql'
import { Args, FieldResolver, Info, Resolver, Root } from 'type-graphql'
import type { MentionRow } from '../article/article.repository'
import type { ArticleRow } from '../article/article.row'
import { ArticleConnection, MentionConnection } from '../article/article.type'
import type { Connection } from '../relay/connection'
import { PageArgs, toPage } from '../relay/page'
import type { Repositories } from '../repositories'
import type { EntityRow } from './entity.row'
import { Entity } from './entity.type'

@Resolver(() => Entity)
export class EntityResolver {
  constructor(private readonly repositories: Repositories) {}

  @FieldResolver(() => MentionConnection, { description: 'The places where it is named, the latest articles first.' })
  mentions(
    @Root() entity: EntityRow,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<MentionRow>> {
    return this.repositories.articles.mentionsOf(entity.id, toPage(page, info))
  }

  @FieldResolver(() => ArticleConnection, { description: 'The articles that name it, the latest first.' })
  articles(
    @Root() entity: EntityRow,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<ArticleRow>> {
    return this.repositories.articles.listNaming(entity.id, toPage(page, info))
  }
}
