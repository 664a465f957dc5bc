/** Organizations as the API gives them. */
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql'
import { claimDetailsIn } from '../claim/claim.resolver'
import type { ClaimRow } from '../claim/claim.row'
import { ClaimConnection, ClaimFilter, ClaimOrder } from '../claim/claim.type'
import type { EntityRow, OrganizationRow, RegionRow } from '../entity/entity.row'
import type { FigureRow } from '../figure/figure.row'
import { FigureConnection } from '../figure/figure.type'
import { MemberConnection } from '../person/person.type'
import { ConnectedPolicyConnection, InitiativeConnection } from '../policy/policy.type'
import { Region } from '../region/region.type'
import type { Connection } from '../relay/connection'
import { PageArgs, toPage } from '../relay/page'
import type { Repositories } from '../repositories'
import { Organization, OrganizationConnection, OrganizationFilter } from './organization.type'

@Resolver(() => Organization)
export class OrganizationResolver {
  constructor(private readonly repositories: Repositories) {}

  @Query(() => Organization, {
    nullable: true,
    description: 'The most mentioned organization of a name; the others that bear it are in `candidates`.',
  })
  organization(
    @Arg('name', () => String, { description: 'Any form of the name, or an id.' }) name: string,
  ): Promise<OrganizationRow | null> {
    return this.repositories.entities.lookUp<OrganizationRow>('Organization', name)
  }

  @Query(() => OrganizationConnection, { description: 'Organizations, the most mentioned first.' })
  organizations(
    @Arg('filter', () => OrganizationFilter, { nullable: true, description: 'Which organizations; all where it is left out.' })
    filter: OrganizationFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<OrganizationRow>> {
    return this.repositories.organizations.list(filter ?? {}, toPage(page, info))
  }

  @FieldResolver(() => [Organization], {
    description: 'Others that bear the name by which this organization was looked up, the most mentioned first.',
  })
  candidates(@Root() organization: OrganizationRow): readonly EntityRow[] {
    return organization.candidates ?? []
  }

  @FieldResolver(() => Region, { nullable: true, description: 'Where it is, as the texts or reference data say.' })
  region(@Root() organization: OrganizationRow): Promise<RegionRow | null> | RegionRow | null {
    return organization.region !== undefined ? organization.region : this.repositories.organizations.region(organization.id)
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'The organization of which it is a part.' })
  parent(@Root() organization: OrganizationRow): Promise<OrganizationRow | null> {
    return this.repositories.organizations.parent(organization.id)
  }

  @FieldResolver(() => OrganizationConnection, { description: 'Its parts, the most mentioned first.' })
  parts(
    @Root() organization: OrganizationRow,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<OrganizationRow>> {
    return this.repositories.organizations.parts(organization.id, toPage(page, info))
  }

  @FieldResolver(() => MemberConnection, {
    description: 'Who holds an office in it or in one of its parts, the most mentioned first.',
  })
  people(@Root() organization: OrganizationRow, @Args(() => PageArgs) page: PageArgs, @Info() info: GraphQLResolveInfo) {
    return this.repositories.organizations.people(organization.id, toPage(page, info))
  }

  @FieldResolver(() => ConnectedPolicyConnection, {
    description:
      'Policies that it issued, on which it or its people speak, or that are spoken of together with it; the most mentioned first.',
  })
  policies(@Root() organization: OrganizationRow, @Args(() => PageArgs) page: PageArgs, @Info() info: GraphQLResolveInfo) {
    return this.repositories.organizations.policies(organization.id, toPage(page, info))
  }

  @FieldResolver(() => InitiativeConnection, {
    description: 'The policies on which the body itself speaks, without a named person; those with the most claims first.',
  })
  initiatives(@Root() organization: OrganizationRow, @Args(() => PageArgs) page: PageArgs, @Info() info: GraphQLResolveInfo) {
    return this.repositories.people.initiatives(organization.id, toPage(page, info))
  }

  @FieldResolver(() => ClaimConnection, {
    description: 'What it says, what people say who hold an office in it, and what is said about it.',
  })
  claims(
    @Root() organization: OrganizationRow,
    @Arg('filter', () => ClaimFilter, { nullable: true, description: 'Which claims; all where it is left out.' })
    filter: ClaimFilter | null,
    @Arg('orderBy', () => ClaimOrder, { nullable: true, defaultValue: 'published_on_desc', description: 'Their order.' })
    orderBy: string,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<ClaimRow>> {
    return this.repositories.claims.listOf(
      'organization',
      organization.id,
      filter ?? {},
      orderBy,
      toPage(page, info),
      claimDetailsIn(info),
    )
  }

  @FieldResolver(() => FigureConnection, { description: 'Figures about it, the latest first.' })
  figures(
    @Root() organization: OrganizationRow,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<FigureRow>> {
    return this.repositories.figures.listOf('subject', organization.id, toPage(page, info))
  }
}
