/** Organizations: bodies with a name. */
import { Field, InputType, ObjectType } from 'type-graphql'
import type { OrganizationKind as Kind } from '../../model/vocabulary'
import { Entity } from '../entity/entity.type'
import type { Joined } from '../filter/compile'
import { EntityFilter, NameFilter, RegionFilterRef, wordEnum, wordFilter } from '../filter/inputs'
import { plainConnection } from '../relay/connection'
import { Node } from '../relay/node.type'

export const OrganizationKind = wordEnum<Kind>('OrganizationKind', 'Kinds of organizations.', {
  government: 'A government, or a department of one.',
  party: 'An organ of a political party.',
  legislature: 'A people’s congress or a consultative conference.',
  company: 'A company or enterprise.',
  university: 'A university or college.',
  research: 'A research institute or laboratory.',
  media: 'A newspaper, agency, broadcaster or site.',
  association: 'An association, federation, union or chamber.',
  school: 'A school below university.',
  park: 'An industrial park or base that acts as a body.',
  other: 'Any other body.',
})
export const OrganizationKindFilter = wordFilter('OrganizationKindFilter', OrganizationKind, 'kinds of organizations')

@ObjectType({
  implements: [Node, Entity],
  simpleResolvers: true,
  description: 'A named body: an organ of government or party, a company, a school, an institute, a newspaper, an association.',
})
export class Organization extends Entity {
  @Field(() => OrganizationKind, { description: 'What kind of body it is.' })
  kind!: Kind
}

@InputType({ description: 'Which organizations. All conditions must hold.' })
export class OrganizationFilter implements Joined<OrganizationFilter> {
  @Field(() => NameFilter, { nullable: true, description: 'Their names.' })
  name?: NameFilter | null

  @Field(() => OrganizationKindFilter, {
    nullable: true,
    description: 'Their kind: bodies of government, companies, universities …',
  })
  kind?: { eq?: Kind | null; in?: Kind[] | null } | null

  @Field(() => RegionFilterRef, { nullable: true, description: 'The region that they are in; `within`: or one below it.' })
  region?: RegionFilterRef | null

  @Field(() => EntityFilter, { nullable: true, description: 'The organization that they are a part of.' })
  parent?: EntityFilter | null

  @Field(() => [OrganizationFilter], { nullable: true, description: 'All of these must hold too.' })
  and?: OrganizationFilter[] | null

  @Field(() => [OrganizationFilter], { nullable: true, description: 'At least one of these must hold.' })
  or?: OrganizationFilter[] | null

  @Field(() => OrganizationFilter, { nullable: true, description: 'This must not hold.' })
  not?: OrganizationFilter | null
}

export const OrganizationConnection = plainConnection('Organization', () => Organization, 'organizations')
