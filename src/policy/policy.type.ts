/** Policies: named initiatives. */
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import type { PolicyKind as Kind, PersonRole as Role } from '../../model/vocabulary'
import { Entity } from '../entity/entity.type'
import type { Joined } from '../filter/compile'
import { EntityFilter, NameFilter, RegionFilterRef, wordEnum, wordFilter } from '../filter/inputs'
import { PersonRoleFilter } from '../person/person.type'
import { connectionType, edgeBase, plainConnection } from '../relay/connection'
import { Node } from '../relay/node.type'
import { DateScalar } from '../scalars/date'

export const PolicyKind = wordEnum<Kind>('PolicyKind', 'Kinds of policies.', {
  strategy: 'A strategy (东北振兴).',
  plan: 'A plan with a term.',
  programme: 'A programme or project of government.',
  regulation: 'A law or regulation.',
  document: 'A document with a title.',
  concept: 'An official concept or slogan with a name (新质生产力).',
  campaign: 'A campaign or action.',
})
const PolicyKindFilter = wordFilter('PolicyKindFilter', PolicyKind, 'kinds of policies')

@ObjectType({
  implements: [Node, Entity],
  simpleResolvers: true,
  description: 'A named initiative: a strategy, plan, programme, regulation, document, campaign or concept.',
})
export class Policy extends Entity {
  @Field(() => PolicyKind, { description: 'What kind of initiative it is.' })
  kind!: Kind
}

@InputType({ description: 'Which policies. All conditions must hold.' })
export class PolicyFilter implements Joined<PolicyFilter> {
  @Field(() => NameFilter, { nullable: true, description: 'Their names.' })
  name?: NameFilter | null

  @Field(() => PolicyKindFilter, { nullable: true, description: 'Their kind: strategies, plans, laws, concepts …' })
  kind?: { eq?: Kind | null; in?: Kind[] | null } | null

  @Field(() => EntityFilter, { nullable: true, description: 'The organization or region that issued them.' })
  issuer?: EntityFilter | null

  @Field(() => RegionFilterRef, { nullable: true, description: 'A region that they apply to; `within`: or one below it.' })
  region?: RegionFilterRef | null

  @Field(() => [PolicyFilter], { nullable: true, description: 'All of these must hold too.' })
  and?: PolicyFilter[] | null

  @Field(() => [PolicyFilter], { nullable: true, description: 'At least one of these must hold.' })
  or?: PolicyFilter[] | null

  @Field(() => PolicyFilter, { nullable: true, description: 'This must not hold.' })
  not?: PolicyFilter | null
}

export const PolicyConnection = plainConnection('Policy', () => Policy, 'policies')

@ObjectType({ simpleResolvers: true, description: 'A policy on which a person or body speaks.' })
export class InitiativeEdge extends edgeBase(() => Policy) {
  @Field(() => Int, { description: 'In how many claims; a claim that several papers print counts once.' })
  claimCount!: number

  @Field(() => DateScalar, { nullable: true, description: 'Known day of printing of the earliest of them.' })
  firstSeen!: string | null

  @Field(() => DateScalar, { nullable: true, description: 'Known day of printing of the latest of them.' })
  lastSeen!: string | null
}
export const InitiativeConnection = connectionType(
  'Initiative',
  () => InitiativeEdge,
  'policies on which a person or body speaks',
)

@ObjectType({ simpleResolvers: true, description: 'A policy that has to do with a region or body.' })
export class ConnectedPolicyEdge extends edgeBase(() => Policy) {
  @Field(() => Int, {
    description: 'In how many claims of the region or body it is spoken of; 0 where it is only issued there or applies there.',
  })
  claimCount!: number
}
export const ConnectedPolicyConnection = connectionType(
  'ConnectedPolicy',
  () => ConnectedPolicyEdge,
  'policies that have to do with a region or body',
)

export const SpeakerOrder = wordEnum('SpeakerOrder', 'Orders of speakers.', {
  claim_count_desc: 'Who makes the most claims first.',
  name_asc: 'By name, in the order of Unicode.',
})

@InputType({ description: 'Which speakers. All conditions must hold.' })
export class SpeakerFilter {
  @Field(() => PersonRoleFilter, { nullable: true, description: 'Their role: officials, experts, entrepreneurs …' })
  role?: { eq?: Role | null; in?: Role[] | null } | null

  @Field(() => EntityFilter, { nullable: true, description: 'A body in which, or in a part of which, they hold an office.' })
  organization?: EntityFilter | null

  @Field(() => RegionFilterRef, {
    nullable: true,
    description: 'A region in which they hold an office; `within`: or one below it.',
  })
  region?: RegionFilterRef | null
}

export const TimelineUnit = wordEnum('TimelineUnit', 'Spans of a timeline.', {
  month: 'Calendar months.',
  year: 'Calendar years.',
})

@ObjectType({ simpleResolvers: true, description: 'What was said on something in one span of time.' })
export class TimelinePoint {
  @Field(() => String, { description: 'The month (`2024-04`) or year (`2024`).' })
  period!: string

  @Field(() => Int, { description: 'How many claims; one that several papers print counts once.' })
  claimCount!: number

  @Field(() => Int, { description: 'How many people and bodies make them.' })
  speakerCount!: number

  @Field(() => Int, { description: 'In how many articles.' })
  articleCount!: number
}
