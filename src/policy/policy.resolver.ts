/** Policies as the API gives them. */
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Extensions, Field, FieldResolver, Info, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { claimDetailsIn } from '../claim/claim.resolver'
import type { ClaimRow } from '../claim/claim.row'
import { ClaimConnection, ClaimFilter, ClaimOrder } from '../claim/claim.type'
import type { EntityRow, PolicyRow, RegionRow } from '../entity/entity.row'
import { Entity } from '../entity/entity.type'
import type { FigureRow } from '../figure/figure.row'
import { FigureConnection } from '../figure/figure.type'
import { Organization } from '../organization/organization.type'
import { positionDetailsAt } from '../person/person.resolver'
import { Person } from '../person/person.type'
import { Region } from '../region/region.type'
import { type Connection, connectionType, edgeBase } from '../relay/connection'
import { firstPageBelow, oncePerSelection, PageArgs, selectedAt, toPage } from '../relay/page'
import type { Repositories } from '../repositories'
import { DateScalar } from '../scalars/date'
import type { AskedOfSpeakers, SpeakerConnection, TimelineRow } from './policy.repository'
import { Policy, PolicyConnection, PolicyFilter, SpeakerFilter, SpeakerOrder, TimelinePoint, TimelineUnit } from './policy.type'

@ObjectType({ simpleResolvers: true, description: 'Somebody who speaks on a policy.' })
export class PolicySpeakerEdge extends edgeBase(() => Person) {
  @Field(() => Int, { description: 'How many claims the person makes on it; one that several papers print counts once.' })
  claimCount!: number

  @Field(() => DateScalar, { nullable: true, description: 'Known day of printing of the earliest of them.' })
  firstSeen!: string | null

  @Field(() => DateScalar, { nullable: true, description: 'Known day of printing of the latest of them.' })
  lastSeen!: string | null
}
const PolicySpeakerConnection = connectionType('PolicySpeaker', () => PolicySpeakerEdge, 'people who speak on a policy')

@ObjectType({ simpleResolvers: true, description: 'A body that speaks on a policy without a named person.' })
export class SpeakingOrganizationEdge extends edgeBase(() => Organization) {
  @Field(() => Int, { description: 'How many claims the body makes on it; one that several papers print counts once.' })
  claimCount!: number

  @Field(() => DateScalar, { nullable: true, description: 'Known day of printing of the earliest of them.' })
  firstSeen!: string | null

  @Field(() => DateScalar, { nullable: true, description: 'Known day of printing of the latest of them.' })
  lastSeen!: string | null
}
const SpeakingOrganizationConnection = connectionType(
  'SpeakingOrganization',
  () => SpeakingOrganizationEdge,
  'bodies that speak on a policy',
)

const OF_SPEAKERS = Symbol('what is asked of speakers')

/** What is asked of speakers, so that their offices and the first of their claims come with them. */
function speakersIn(info: GraphQLResolveInfo): AskedOfSpeakers {
  const asked = oncePerSelection(info, OF_SPEAKERS, () => {
    const fields = selectedAt(info, ['edges', 'node'])
    const positions = fields.has('positions') ? positionDetailsAt(info, ['edges', 'node', 'positions']) : null
    return { fields, said: selectedAt(info, ['edges']), positions }
  })
  const below = firstPageBelow(info, ['edges', 'claims'])
  return { ...asked, claims: below && { page: below.page, asked: claimDetailsIn(below.info) } }
}

/** What a speaker says on the policy, with the page that came with the speaker. */
const saidBy = ({ node, ...said }: SpeakerEdgeRow) => ({ speaker: node.id, ...said })

type SpeakerEdgeRow = SpeakerConnection['edges'][number]

@Resolver(() => Policy)
export class PolicyResolver {
  constructor(private readonly repositories: Repositories) {}

  @Query(() => Policy, {
    nullable: true,
    description: 'The most mentioned policy of a name; the others that bear it are in `candidates`.',
  })
  policy(@Arg('name', () => String, { description: 'Any form of the name, or an id.' }) name: string): Promise<PolicyRow | null> {
    return this.repositories.entities.lookUp<PolicyRow>('Policy', name)
  }

  @Query(() => PolicyConnection, { description: 'Policies, the most mentioned first.' })
  policies(
    @Arg('filter', () => PolicyFilter, { nullable: true, description: 'Which policies; all where it is left out.' })
    filter: PolicyFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<PolicyRow>> {
    return this.repositories.policies.list(filter ?? {}, toPage(page, info))
  }

  @FieldResolver(() => [Policy], {
    description: 'Others that bear the name by which this policy was looked up, the most mentioned first.',
  })
  candidates(@Root() policy: PolicyRow): readonly EntityRow[] {
    return policy.candidates ?? []
  }

  @FieldResolver(() => [Entity], { description: 'The organizations and regions that issued it.' })
  issuers(@Root() policy: PolicyRow): Promise<EntityRow[]> {
    return this.repositories.policies.issuers(policy.id)
  }

  @FieldResolver(() => [Region], { description: 'The regions that it applies to, as the texts say.' })
  regions(@Root() policy: PolicyRow): Promise<RegionRow[]> {
    return this.repositories.policies.regions(policy.id)
  }

  @FieldResolver(() => PolicySpeakerConnection, { description: 'The people who speak on it.' })
  speakers(
    @Root() policy: PolicyRow,
    @Arg('filter', () => SpeakerFilter, { nullable: true, description: 'Which speakers; all where it is left out.' })
    filter: SpeakerFilter | null,
    @Arg('orderBy', () => SpeakerOrder, { nullable: true, defaultValue: 'claim_count_desc', description: 'Their order.' })
    orderBy: string,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.repositories.policies.speakers(policy.id, filter ?? {}, orderBy, toPage(page, info), speakersIn(info))
  }

  @FieldResolver(() => SpeakingOrganizationConnection, { description: 'The bodies that speak on it without a named person.' })
  speakingOrganizations(
    @Root() policy: PolicyRow,
    @Arg('orderBy', () => SpeakerOrder, { nullable: true, defaultValue: 'claim_count_desc', description: 'Their order.' })
    orderBy: string,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.repositories.policies.speakingOrganizations(policy.id, orderBy, toPage(page, info), speakersIn(info))
  }

  @FieldResolver(() => ClaimConnection, { description: 'What is said on it.' })
  claims(
    @Root() policy: PolicyRow,
    @Arg('filter', () => ClaimFilter, { nullable: true, description: 'Which claims; all where it is left out.' })
    filter: ClaimFilter | null,
    @Arg('orderBy', () => ClaimOrder, { nullable: true, defaultValue: 'published_on_desc', description: 'Their order.' })
    orderBy: string,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<ClaimRow>> {
    return this.repositories.claims.listOf('policy', policy.id, filter ?? {}, orderBy, toPage(page, info), claimDetailsIn(info))
  }

  @FieldResolver(() => FigureConnection, { description: 'Figures about it, the latest first.' })
  figures(
    @Root() policy: PolicyRow,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<FigureRow>> {
    return this.repositories.figures.listOf('subject', policy.id, toPage(page, info))
  }

  @Extensions({ rows: 24 })
  @FieldResolver(() => [TimelinePoint], {
    description: 'How much is said on it over time; spans without a claim are left out, and so are claims without a known day.',
  })
  timeline(
    @Root() policy: PolicyRow,
    @Arg('unit', () => TimelineUnit, { defaultValue: 'month', description: 'By month or by year.' }) unit: string,
  ): Promise<TimelineRow[]> {
    return this.repositories.policies.timeline(policy.id, unit)
  }
}

@Resolver(() => PolicySpeakerEdge)
export class PolicySpeakerEdgeResolver {
  constructor(private readonly repositories: Repositories) {}

  @FieldResolver(() => ClaimConnection, { description: 'What the person says on this policy, the latest first.' })
  claims(@Root() edge: SpeakerEdgeRow, @Args(() => PageArgs) page: PageArgs, @Info() info: GraphQLResolveInfo) {
    return this.repositories.claims.listOnPolicy(saidBy(edge), toPage(page, info), claimDetailsIn(info))
  }
}

@Resolver(() => SpeakingOrganizationEdge)
export class SpeakingOrganizationEdgeResolver {
  constructor(private readonly repositories: Repositories) {}

  @FieldResolver(() => ClaimConnection, { description: 'What the body says on this policy, the latest first.' })
  claims(@Root() edge: SpeakerEdgeRow, @Args(() => PageArgs) page: PageArgs, @Info() info: GraphQLResolveInfo) {
    return this.repositories.claims.listOnPolicy(saidBy(edge), toPage(page, info), claimDetailsIn(info))
  }
}
