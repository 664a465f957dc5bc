/** Figures as the API gives them. */
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql'
import type { ArticleRow, EvidenceRow } from '../article/article.row'
import { Article, Evidence } from '../article/article.type'
import type { ClaimRow } from '../claim/claim.row'
import { Claim } from '../claim/claim.type'
import type { EntityRow } from '../entity/entity.row'
import { Entity } from '../entity/entity.type'
import type { Connection } from '../relay/connection'
import { PageArgs, toPage } from '../relay/page'
import type { Repositories } from '../repositories'
import type { ComparisonRow } from './figure.repository'
import type { FigureRow } from './figure.row'
import { Figure, FigureComparisonConnection, FigureComparisonFilter, FigureConnection, FigureFilter } from './figure.type'

@Resolver(() => Figure)
export class FigureResolver {
  constructor(private readonly repositories: Repositories) {}

  @Query(() => FigureConnection, {
    description: 'Figures by whose they are, what they measure, and when they were printed; the latest first.',
  })
  figures(
    @Arg('filter', () => FigureFilter, { nullable: true, description: 'Which figures; all where it is left out.' })
    filter: FigureFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<FigureRow>> {
    return this.repositories.figures.list(filter ?? {}, toPage(page, info))
  }

  @Query(() => FigureComparisonConnection, {
    description:
      'The same measure of the same thing in different articles, in pairs: do they agree, differ, or does the later update the earlier? Reprints of one text are never compared.',
  })
  figureComparisons(
    @Arg('filter', () => FigureComparisonFilter, { nullable: true, description: 'Which comparisons; all where it is left out.' })
    filter: FigureComparisonFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<ComparisonRow>> {
    return this.repositories.figures.comparisons(filter ?? {}, toPage(page, info))
  }

  @FieldResolver(() => Entity, { nullable: true, description: 'Whose number it is: a region, an organization, a policy.' })
  subject(@Root() figure: FigureRow): Promise<EntityRow | null> | EntityRow | null {
    if (figure.subject !== undefined) return figure.subject
    return figure.subjectId === null ? null : this.repositories.entities.find(figure.subjectId)
  }

  @FieldResolver(() => Claim, {
    nullable: true,
    description: 'The claim in which it stands; none where the article itself gives it.',
  })
  claim(@Root() figure: FigureRow): Promise<ClaimRow | null> {
    return this.repositories.figures.claim(figure.id)
  }

  @FieldResolver(() => Article, { description: 'The article that gives it.' })
  article(@Root() figure: FigureRow): Promise<ArticleRow> {
    return this.repositories.articles.get(figure.articleId)
  }

  @FieldResolver(() => [Evidence], { description: 'The place that states it.' })
  async evidence(@Root() figure: FigureRow): Promise<EvidenceRow[]> {
    const article = await this.repositories.articles.get(figure.articleId)
    return [{ start: figure.start, end: figure.end, quote: figure.text, article }]
  }

  @FieldResolver(() => FigureComparisonConnection, { description: 'The same measure of the same thing in other articles.' })
  comparisons(
    @Root() figure: FigureRow,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<ComparisonRow>> {
    return this.repositories.figures.comparisonsOf(figure.id, toPage(page, info))
  }
}
