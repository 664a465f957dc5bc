/** Articles as the API gives them. */
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql'
import { claimDetailsIn } from '../claim/claim.resolver'
import type { ClaimRow } from '../claim/claim.row'
import { ClaimConnection } from '../claim/claim.type'
import type { DocumentRow } from '../document/document.repository'
import { Document } from '../document/document.type'
import type { OrganizationRow, PersonRow } from '../entity/entity.row'
import type { FigureRow } from '../figure/figure.row'
import { FigureConnection } from '../figure/figure.type'
import { Organization } from '../organization/organization.type'
import { Person } from '../person/person.type'
import type { Connection } from '../relay/connection'
import { PageArgs, toPage } from '../relay/page'
import type { Repositories } from '../repositories'
import type { MentionRow } from './article.repository'
import type { ArticleRow } from './article.row'
import { Article, ArticleConnection, ArticleFilter, ArticleOrder, DateBounds, MentionConnection } from './article.type'

@Resolver(() => Article)
export class ArticleResolver {
  constructor(private readonly repositories: Repositories) {}

  @Query(() => Article, { nullable: true, description: 'An article by its id.' })
  article(@Arg('id', () => ID, { description: 'The id of the article.' }) id: string): Promise<ArticleRow | null> {
    return this.repositories.articles.find(id)
  }

  @Query(() => ArticleConnection, { description: 'Articles by kind, words, outlet, day, and whom they name.' })
  articles(
    @Arg('filter', () => ArticleFilter, { nullable: true, description: 'Which articles; all where it is left out.' })
    filter: ArticleFilter | null,
    @Arg('orderBy', () => ArticleOrder, { nullable: true, defaultValue: 'published_on_desc', description: 'Their order.' })
    orderBy: string,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<ArticleRow>> {
    return this.repositories.articles.list(filter ?? {}, orderBy, toPage(page, info))
  }

  @FieldResolver(() => String, { description: 'The cleaned body. All offsets point into it.' })
  text(@Root() article: ArticleRow): Promise<string> {
    return this.repositories.articles.text(article.id)
  }

  @FieldResolver(() => DateBounds, {
    nullable: true,
    description: 'Where no day of printing is known: the days between which it lies, as far as the text tells.',
  })
  publishedBetween(@Root() article: ArticleRow): DateBounds | null {
    const { publishedOn, publishedFrom, publishedTo } = article
    return publishedOn !== null || (publishedFrom === null && publishedTo === null)
      ? null
      : { from: publishedFrom, to: publishedTo }
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'The agency or paper that the byline names.' })
  outlet(@Root() article: ArticleRow): Promise<OrganizationRow | null> | OrganizationRow | null {
    if (article.outlet !== undefined) return article.outlet
    return article.outletId === null
      ? null
      : (this.repositories.entities.find(article.outletId) as Promise<OrganizationRow | null>)
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'The paper or site that printed the page.' })
  publisher(@Root() article: ArticleRow): Promise<OrganizationRow | null> | null {
    return article.publisherId === null
      ? null
      : (this.repositories.entities.find(article.publisherId) as Promise<OrganizationRow | null>)
  }

  @FieldResolver(() => [Person], { description: 'The reporters and writers, in the order of the byline.' })
  byline(@Root() article: ArticleRow): Promise<PersonRow[]> {
    return this.repositories.articles.byline(article.id)
  }

  @FieldResolver(() => Document, { description: 'The page or file from which it was cut.' })
  document(@Root() article: ArticleRow): Promise<DocumentRow | null> {
    return this.repositories.documents.ofArticle(article.id)
  }

  @FieldResolver(() => MentionConnection, { description: 'Everybody and everything named in its text, in reading order.' })
  mentions(
    @Root() article: ArticleRow,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<MentionRow>> {
    return this.repositories.articles.mentionsIn(article.id, toPage(page, info))
  }

  @FieldResolver(() => ClaimConnection, { description: 'The claims in it, in reading order.' })
  claims(
    @Root() article: ArticleRow,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<ClaimRow>> {
    return this.repositories.claims.listInArticle(article.id, toPage(page, info), claimDetailsIn(info))
  }

  @FieldResolver(() => FigureConnection, { description: 'The figures in it, in reading order.' })
  figures(
    @Root() article: ArticleRow,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<FigureRow>> {
    return this.repositories.figures.listOf('article', article.id, toPage(page, info))
  }

  @FieldResolver(() => [Article], { description: 'Other printings of the same text, the earliest first.' })
  reprints(@Root() article: ArticleRow): Promise<ArticleRow[]> {
    return this.repositories.articles.reprints(article.id)
  }
}
