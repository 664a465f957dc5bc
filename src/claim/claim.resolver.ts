/** Claims as the API gives them. */
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql'
import type { ArticleRow, EvidenceRow } from '../article/article.row'
import { Article, Evidence } from '../article/article.type'
import type { EntityRow } from '../entity/entity.row'
import { Entity } from '../entity/entity.type'
import type { FigureRow } from '../figure/figure.row'
import { Figure } from '../figure/figure.type'
import type { Connection } from '../relay/connection'
import { PageArgs, selectedAt, toPage } from '../relay/page'
import type { Repositories } from '../repositories'
import type { ClaimRow, SpeakerPositionRow } from './claim.row'
import { Claim, ClaimConnection, ClaimFilter, ClaimOrder, Speaker, SpeakerPosition } from './claim.type'

const DETAILS: ReadonlySet<string> = new Set([
  'speaker',
  'speakerPosition',
  'about',
  'figures',
  'article',
  'evidence',
  'attribution',
])

/** Whether a list of claims is asked for what hangs at them, so that it comes with the list. */
export function wantsClaimDetails(info: GraphQLResolveInfo): boolean {
  return [...selectedAt(info, ['edges', 'node'])].some(field => DETAILS.has(field))
}

@Resolver(() => Claim)
export class ClaimResolver {
  constructor(private readonly repositories: Repositories) {}

  @Query(() => ClaimConnection, {
    description: 'Claims by who made them, about what, where and when. A claim that several papers print is listed once.',
  })
  claims(
    @Arg('filter', () => ClaimFilter, { nullable: true, description: 'Which claims; all where it is left out.' })
    filter: ClaimFilter | null,
    @Arg('orderBy', () => ClaimOrder, { nullable: true, defaultValue: 'published_on_desc', description: 'Their order.' })
    orderBy: string,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<ClaimRow>> {
    return this.repositories.claims.list(filter ?? {}, orderBy, toPage(page, info), wantsClaimDetails(info))
  }

  @FieldResolver(() => Speaker, { nullable: true, description: 'Who makes the statement; none where the text does not say.' })
  async speaker(@Root() claim: ClaimRow): Promise<EntityRow | null> {
    return (await this.repositories.claims.details(claim)).speaker?.entity ?? null
  }

  @FieldResolver(() => SpeakerPosition, {
    nullable: true,
    description: 'The office in which the statement is made, where the article says it.',
  })
  async speakerPosition(@Root() claim: ClaimRow): Promise<SpeakerPositionRow | null> {
    return (await this.repositories.claims.details(claim)).speaker?.position ?? null
  }

  @FieldResolver(() => [Entity], { description: 'What the statement itself is about: policies, organizations, regions, people.' })
  async about(@Root() claim: ClaimRow): Promise<readonly EntityRow[]> {
    return (await this.repositories.claims.details(claim)).about
  }

  @FieldResolver(() => [Figure], { description: 'The figures that stand in the statement.' })
  async figures(@Root() claim: ClaimRow): Promise<readonly FigureRow[]> {
    return (await this.repositories.claims.details(claim)).figures
  }

  @FieldResolver(() => Article, { description: 'The article in which it stands.' })
  async article(@Root() claim: ClaimRow): Promise<ArticleRow> {
    return (await this.repositories.claims.details(claim)).article
  }

  @FieldResolver(() => [Evidence], {
    description: 'The pieces of the statement in reading order; several where the attribution stands between them.',
  })
  async evidence(@Root() claim: ClaimRow): Promise<EvidenceRow[]> {
    const { article } = await this.repositories.claims.details(claim)
    return claim.starts.map((start, i) => ({ start, end: claim.ends[i] ?? start, quote: claim.spans[i] ?? '', article }))
  }
}
