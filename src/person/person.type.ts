/** People, and the offices they hold. */
import { Field, InputType, ObjectType } from 'type-graphql'
import type { PersonRole as Role } from '../../model/vocabulary'
import { Evidence } from '../article/article.type'
import { Entity } from '../entity/entity.type'
import type { Joined } from '../filter/compile'
import { EntityFilter, NameFilter, RegionFilterRef, wordEnum, wordFilter } from '../filter/inputs'
import { Organization } from '../organization/organization.type'
import { Region } from '../region/region.type'
import { connectionType, edgeBase, plainConnection } from '../relay/connection'
import { Node } from '../relay/node.type'
import { DateScalar } from '../scalars/date'

export const PersonRole = wordEnum<Role>('PersonRole', 'What people are in the texts.', {
  official: 'Holds an office in party, government, legislature, court or a public department.',
  executive: 'Leads or manages a company, association or enterprise.',
  expert: 'A scholar, engineer or adviser who speaks as one.',
  worker: 'An employee or farmer.',
  journalist: 'A reporter, photographer or editor.',
  other: 'Anybody else.',
})
export const PersonRoleFilter = wordFilter('PersonRoleFilter', PersonRole, 'roles of people')

@ObjectType({ implements: [Node, Entity], simpleResolvers: true, description: 'A named human being.' })
export class Person extends Entity {
  @Field(() => PersonRole, { description: 'What the person is in the texts.' })
  role!: Role
}

@ObjectType({ simpleResolvers: true, description: 'An office that a person holds or held, as the texts say it.' })
export class Position {
  @Field(() => String, { description: 'The title, without the name of the body.' })
  title!: string

  @Field(() => Organization, {
    nullable: true,
    description: 'The body in which the office is; none for titles that the text gives without one.',
  })
  organization!: Organization | null

  @Field(() => Region, {
    nullable: true,
    description: 'The region whose office it is, where the text gives the region (the mayor of a city).',
  })
  region!: Region | null

  @Field(() => Boolean, { description: 'True where the texts call it a former office.' })
  former!: boolean

  @Field(() => DateScalar, { nullable: true, description: 'The earliest known day of printing of an article that says so.' })
  firstSeen!: string | null

  @Field(() => DateScalar, { nullable: true, description: 'The latest known day of printing of an article that says so.' })
  lastSeen!: string | null

  @Field(() => [Evidence], {
    description: 'The places that say so, article by article in reading order; those of the 20 earliest articles.',
  })
  evidence!: Evidence[]
}

@InputType({ description: 'Which people. All conditions must hold.' })
export class PersonFilter implements Joined<PersonFilter> {
  @Field(() => NameFilter, { nullable: true, description: 'Their names.' })
  name?: NameFilter | null

  @Field(() => PersonRoleFilter, { nullable: true, description: 'Their role: officials, experts, entrepreneurs …' })
  role?: { eq?: Role | null; in?: Role[] | null } | null

  @Field(() => EntityFilter, { nullable: true, description: 'A body in which, or in a part of which, they hold an office.' })
  organization?: EntityFilter | null

  @Field(() => RegionFilterRef, {
    nullable: true,
    description: 'A region in which they hold an office; `within`: or one below it.',
  })
  region?: RegionFilterRef | null

  @Field(() => EntityFilter, { nullable: true, description: 'A policy on which they speak.' })
  policy?: EntityFilter | null

  @Field(() => [PersonFilter], { nullable: true, description: 'All of these must hold too.' })
  and?: PersonFilter[] | null

  @Field(() => [PersonFilter], { nullable: true, description: 'At least one of these must hold.' })
  or?: PersonFilter[] | null

  @Field(() => PersonFilter, { nullable: true, description: 'This must not hold.' })
  not?: PersonFilter | null
}

export const PersonConnection = plainConnection('Person', () => Person, 'people')

@ObjectType({ simpleResolvers: true, description: 'A person of an organization.' })
export class MemberEdge extends edgeBase(() => Person) {
  @Field(() => String, { description: 'The title that the person holds there; several are joined by 、.' })
  title!: string
}
export const MemberConnection = connectionType(
  'Member',
  () => MemberEdge,
  'people who hold an office in an organization or in one of its parts',
)
