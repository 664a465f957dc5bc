/** Claims: attributed statements. */
import { createUnionType, Field, InputType, ObjectType } from 'type-graphql'
import type { OrganizationKind as Kind, ClaimMode as Mode, PersonRole as Role } from '../../model/vocabulary'
import type { Joined } from '../filter/compile'
import { DateRange, EntityFilter, RegionFilterRef, TextFilter, wordEnum, wordFilter } from '../filter/inputs'
import { Organization, OrganizationKindFilter } from '../organization/organization.type'
import { Person, PersonRoleFilter } from '../person/person.type'
import { Region } from '../region/region.type'
import { plainConnection } from '../relay/connection'
import { Node } from '../relay/node.type'
import { DateScalar } from '../scalars/date'

export const ClaimMode = wordEnum<Mode>('ClaimMode', 'How a statement is given.', {
  direct: 'In quotation marks.',
  indirect: 'In the words of the article.',
  mixed: 'Partly in quotation marks, partly in the words of the article.',
})
const ClaimModeFilter = wordFilter('ClaimModeFilter', ClaimMode, 'modes of statements')

export const ClaimOrder = wordEnum('ClaimOrder', 'Orders of claims; those without a known date come last.', {
  published_on_desc: 'The latest first.',
  published_on_asc: 'The earliest first.',
})

export const Speaker = createUnionType({
  name: 'Speaker',
  description: 'Who makes a statement: a person, or a body for which an unnamed person speaks.',
  types: () => [Person, Organization] as const,
})

@ObjectType({
  simpleResolvers: true,
  description: 'The office that a speaker held when the statement was made, as the article says it.',
})
export class SpeakerPosition {
  @Field(() => String, { description: 'The title, without the name of the body.' })
  title!: string

  @Field(() => Organization, { nullable: true, description: 'The body in which the office is.' })
  organization!: Organization | null

  @Field(() => Region, { nullable: true, description: 'The region that the office belongs to.' })
  region!: Region | null
}

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'A statement that somebody is said to have made. One attribution is one claim, however many sentences it has.',
})
export class Claim extends Node {
  @Field(() => String, { description: 'What was said, as printed; pieces that the attribution parts are joined by ……' })
  text!: string

  @Field(() => ClaimMode, { description: 'Whether it is quoted or told.' })
  mode!: Mode

  @Field(() => String, { nullable: true, description: 'The reporting verb as printed (说, 表示), where there is one.' })
  verb!: string | null

  @Field(() => DateScalar, { nullable: true, description: 'The day on which it was printed, where it is known.' })
  publishedOn!: string | null
}

@InputType({
  description: 'Which claims. All conditions must hold. Wherever an entity is taken, its id or any of its names will do.',
})
export class ClaimFilter implements Joined<ClaimFilter> {
  @Field(() => EntityFilter, { nullable: true, description: 'Who speaks: a person or a body.' })
  speaker?: EntityFilter | null

  @Field(() => PersonRoleFilter, { nullable: true, description: 'The role of the person who speaks.' })
  speakerRole?: { eq?: Role | null; in?: Role[] | null } | null

  @Field(() => OrganizationKindFilter, {
    nullable: true,
    description: 'The kind of the body that speaks without a named person.',
  })
  speakerKind?: { eq?: Kind | null; in?: Kind[] | null } | null

  @Field(() => EntityFilter, { nullable: true, description: 'A policy that the claim is about.' })
  policy?: EntityFilter | null

  @Field(() => EntityFilter, {
    nullable: true,
    description: 'An organization that speaks, in which the speaker holds the office, or that the claim is about.',
  })
  organization?: EntityFilter | null

  @Field(() => RegionFilterRef, {
    nullable: true,
    description: 'A region in which the speaker holds the office, or that the claim is about.',
  })
  region?: RegionFilterRef | null

  @Field(() => EntityFilter, { nullable: true, description: 'Agency or paper of the byline of the article.' })
  outlet?: EntityFilter | null

  @Field(() => DateRange, { nullable: true, description: 'Day of printing.' })
  publishedOn?: DateRange | null

  @Field(() => ClaimModeFilter, { nullable: true, description: 'Quoted or told.' })
  mode?: { eq?: Mode | null; in?: Mode[] | null } | null

  @Field(() => TextFilter, { nullable: true, description: 'Words of the statement.' })
  text?: TextFilter | null

  @Field(() => Boolean, { nullable: true, description: 'Whether it gives figures.' })
  hasFigures?: boolean | null

  @Field(() => [ClaimFilter], { nullable: true, description: 'All of these must hold too.' })
  and?: ClaimFilter[] | null

  @Field(() => [ClaimFilter], { nullable: true, description: 'At least one of these must hold.' })
  or?: ClaimFilter[] | null

  @Field(() => ClaimFilter, { nullable: true, description: 'This must not hold.' })
  not?: ClaimFilter | null
}

export const ClaimConnection = plainConnection('Claim', () => Claim, 'claims')
