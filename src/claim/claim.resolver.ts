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
import { oncePerSelection, PageArgs, selectedAt, selectedBelow, toPage } from '../relay/page'
import type { Repositories } from '../repositories'
import type { AskedOfClaims, ClaimDetail, ClaimDetails, ClaimRow, SpeakerPositionRow } from './claim.row'
import { Claim, ClaimConnection, ClaimFilter, ClaimOrder, Speaker, SpeakerPosition } from './claim.type'

/** What of a claim's fields brings which details. */
const DETAILS_OF: Readonly<Record<string, ClaimDetail>> = {
  speaker: 'speaker',
  speakerPosition: 'position',
  about: 'about',
  figures: 'figures',
  article: 'article',
  evidence: 'article',
}

/** What a list of claims is asked for beside the claims themselves, so that it comes with the list. */
export function claimDetailsIn(info: GraphQLResolveInfo): AskedOfClaims {
  return oncePerSelection(info, ASKED, () => ({
    own: selectedAt(info, ['edges', 'node']),
    details: detailsIn(info),
    fields: selectedBelow(info, ['edges', 'node']),
  }))
}
const ASKED = Symbol('what is asked of claims')

function detailsIn(info: GraphQLResolveInfo): ReadonlySet<ClaimDetail> {
  const details = new Set<ClaimDetail>()
  for (const field of selectedAt(info, ['edges', 'node'])) {
    const detail = DETAILS_OF[field]
    if (detail) details.add(detail)
  }
  if (details.has('figures') && selectedAt(info, ['edges', 'node', 'figures']).has('subject')) details.add('subject')
  const articles = [selectedAt(info, ['edges', 'node', 'article']), selectedAt(info, ['edges', 'node', 'evidence', 'article'])]
  if (articles.some(fields => fields.has('outlet'))) details.add('outlet')
  return details
}

type Eventually<Value> = Value | Promise<Value>

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
    return this.repositories.claims.list(filter ?? {}, orderBy, toPage(page, info), claimDetailsIn(info))
  }

  @FieldResolver(() => Speaker, { nullable: true, description: 'Who makes the statement; none where the text does not say.' })
  speaker(@Root() claim: ClaimRow): Eventually<EntityRow | null> {
    return this.detail(claim, 'speaker', details => details.speaker?.entity ?? null)
  }

  @FieldResolver(() => SpeakerPosition, {
    nullable: true,
    description: 'The office in which the statement is made, where the article says it.',
  })
  speakerPosition(@Root() claim: ClaimRow): Eventually<SpeakerPositionRow | null> {
    return this.detail(claim, 'speaker', details => details.speaker?.position ?? null)
  }

  @FieldResolver(() => [Entity], {
    description: 'What the statement itself is about: policies, organizations, regions, people; the most mentioned first.',
  })
  about(@Root() claim: ClaimRow): Eventually<readonly EntityRow[]> {
    return this.detail(claim, 'about', details => details.about)
  }

  @FieldResolver(() => [Figure], { description: 'The figures that stand in the statement.' })
  figures(@Root() claim: ClaimRow): Eventually<readonly FigureRow[]> {
    return this.detail(claim, 'figures', details => details.figures)
  }

  @FieldResolver(() => Article, { description: 'The article in which it stands.' })
  article(@Root() claim: ClaimRow): Eventually<ArticleRow> {
    return this.detail(claim, 'article', details => details.article)
  }

  @FieldResolver(() => [Evidence], {
    description: 'The pieces of the statement in reading order; several where the attribution stands between them.',
  })
  evidence(@Root() claim: ClaimRow): Eventually<EvidenceRow[]> {
    return this.detail(claim, 'article', ({ article }) =>
      claim.starts.map((start, i) => ({ start, end: claim.ends[i] ?? start, quote: claim.spans?.[i] ?? claim.text, article })),
    )
  }

  /** What hangs at a claim: at once where it came with the claim, else with the next batch. */
  private detail<Value>(claim: ClaimRow, detail: keyof ClaimDetails, get: (details: ClaimDetails) => Value): Eventually<Value> {
    if (claim.details && detail in claim.details) return get(claim.details)
    return this.repositories.claims.details(claim.id).then(get)
  }
}
