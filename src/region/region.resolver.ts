/** Regions as the API gives them. */
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, ArgsType, Field, FieldResolver, Info, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { claimDetailsIn } from '../claim/claim.resolver'
import type { ClaimRow } from '../claim/claim.row'
import { ClaimConnection, ClaimFilter, ClaimOrder } from '../claim/claim.type'
import type { EntityRow, RegionRow } from '../entity/entity.row'
import type { FigureRow } from '../figure/figure.row'
import { FigureConnection } from '../figure/figure.type'
import { OrganizationConnection } from '../organization/organization.type'
import { Person } from '../person/person.type'
import { ConnectedPolicyConnection } from '../policy/policy.type'
import { type Connection, connectionType, edgeBase } from '../relay/connection'
import { PageArgs, toPage } from '../relay/page'
import type { Repositories } from '../repositories'
import { reachOf } from './region.repository'
import { Region, RegionConnection, RegionFilter } from './region.type'

@ArgsType()
class ScopedPageArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'Takes in everything below the region.' })
  within!: boolean
}

@ObjectType({ simpleResolvers: true, description: 'Somebody who speaks holding an office in a region.' })
export class RegionSpeakerEdge extends edgeBase(() => Person) {
  @Field(() => Int, {
    description: 'How many claims the person makes in such an office; one that several papers print counts once.',
  })
  claimCount!: number
}
const RegionSpeakerConnection = connectionType(
  'RegionSpeaker',
  () => RegionSpeakerEdge,
  'people who speak holding an office in a region',
)

@Resolver(() => Region)
export class RegionResolver {
  constructor(private readonly repositories: Repositories) {}

  @Query(() => Region, {
    nullable: true,
    description: 'The most mentioned region of a name; the others that bear it are in `candidates`.',
  })
  region(
    @Arg('name', () => String, { description: 'Any form of the name, the six-digit code, or an id.' }) name: string,
  ): Promise<RegionRow | null> {
    return this.repositories.entities.lookUp<RegionRow>('Region', name)
  }

  @Query(() => RegionConnection, { description: 'Regions, the most mentioned first.' })
  regions(
    @Arg('filter', () => RegionFilter, { nullable: true, description: 'Which regions; all where it is left out.' })
    filter: RegionFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<RegionRow>> {
    return this.repositories.regions.list(filter ?? {}, toPage(page, info))
  }

  @FieldResolver(() => [Region], {
    description: 'Others that bear the name by which this region was looked up, the most mentioned first.',
  })
  candidates(@Root() region: RegionRow): readonly EntityRow[] {
    return region.candidates ?? []
  }

  @FieldResolver(() => Region, { nullable: true, description: 'The region in which it lies directly.' })
  async parent(@Root() region: RegionRow): Promise<RegionRow | null> {
    return (await this.repositories.regions.ancestors(region.id))[0] ?? null
  }

  @FieldResolver(() => [Region], { description: 'All regions in which it lies, the nearest first; sets of provinces last.' })
  ancestors(@Root() region: RegionRow): Promise<RegionRow[]> {
    return this.repositories.regions.ancestors(region.id)
  }

  @FieldResolver(() => RegionConnection, { description: 'The regions that lie directly in it, the most mentioned first.' })
  children(
    @Root() region: RegionRow,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<RegionRow>> {
    return this.repositories.regions.children(region.id, toPage(page, info))
  }

  @FieldResolver(() => OrganizationConnection, { description: 'The organizations that are there, the most mentioned first.' })
  organizations(@Root() region: RegionRow, @Args(() => ScopedPageArgs) page: ScopedPageArgs, @Info() info: GraphQLResolveInfo) {
    return this.repositories.regions.organizations(region.id, page.within, toPage(page, info))
  }

  @FieldResolver(() => ConnectedPolicyConnection, {
    description:
      'Policies that are issued there, apply there, or that the claims of the region are about; the most mentioned first.',
  })
  policies(@Root() region: RegionRow, @Args(() => ScopedPageArgs) page: ScopedPageArgs, @Info() info: GraphQLResolveInfo) {
    return this.repositories.regions.policies(region, page.within, toPage(page, info))
  }

  @FieldResolver(() => RegionSpeakerConnection, {
    description: 'Who speaks holding an office there, those with the most claims first.',
  })
  speakers(@Root() region: RegionRow, @Args(() => ScopedPageArgs) page: ScopedPageArgs, @Info() info: GraphQLResolveInfo) {
    return this.repositories.regions.speakers(region, page.within, toPage(page, info))
  }

  @FieldResolver(() => FigureConnection, {
    description: 'Figures about the region or about bodies that are there, the latest first.',
  })
  figures(
    @Root() region: RegionRow,
    @Args(() => ScopedPageArgs) page: ScopedPageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<FigureRow>> {
    return this.repositories.figures.listOf(`region.${reachOf(region, page.within)}`, region.id, toPage(page, info))
  }

  @FieldResolver(() => ClaimConnection, {
    description: 'What is said in the region or about it: claims whose speaker holds an office there, or that are about it.',
  })
  claims(
    @Root() region: RegionRow,
    @Arg('filter', () => ClaimFilter, { nullable: true, description: 'Which claims; all where it is left out.' })
    filter: ClaimFilter | null,
    @Arg('orderBy', () => ClaimOrder, { nullable: true, defaultValue: 'published_on_desc', description: 'Their order.' })
    orderBy: string,
    @Args(() => ScopedPageArgs) page: ScopedPageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<ClaimRow>> {
    const owner = `region.${reachOf(region, page.within)}` as const
    return this.repositories.claims.listOf(owner, region.id, filter ?? {}, orderBy, toPage(page, info), claimDetailsIn(info))
  }
}
