/** Connections between things: neighbourhoods and paths. */
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Evidence } from '../article/article.type'
import { EntityType } from '../entity/entity.type'
import { wordEnum } from '../filter/inputs'
import { Node } from '../relay/node.type'

/** The relationships that mean something, the most telling first: of several between two things the first names the step. */
const KINDS = {
  HOLDS: 'A person holds an office in an organization or region.',
  MADE: 'A person or organization made a claim.',
  ABOUT: 'A claim is about a policy, organization, region or person.',
  ISSUED_BY: 'A policy was issued by an organization or region.',
  APPLIES_TO: 'A policy applies to a region.',
  LOCATED_IN: 'An organization is in a region.',
  PART_OF: 'An organization or region is a part of another.',
  WROTE: 'A person wrote an article.',
  STATED_IN: 'A claim stands in an article.',
  PUBLISHED_BY: 'An article comes from an agency or paper.',
  MENTIONED_IN: 'Somebody or something is named in an article.',
} as const

export const RELATIONSHIP_KINDS = Object.keys(KINDS) as readonly (keyof typeof KINDS)[]
export const RelationshipKind = wordEnum('RelationshipKind', 'How two things are connected.', KINDS)

export const Source = wordEnum('Source', 'What a statement rests on.', {
  text: 'An article says it.',
  reference: 'Reference data: the hierarchy of regions, the seat of a ministry.',
})

@ObjectType({ simpleResolvers: true, description: 'Something in a neighbourhood.' })
export class NetworkNode {
  @Field(() => ID, { description: 'Its id.' })
  id!: string

  @Field(() => EntityType, { description: 'What it is.' })
  type!: string

  @Field(() => String, { description: 'Its name; of a claim its words, of an article its headline.' })
  name!: string

  @Field(() => Int, { description: 'How many connections it has in the whole graph.' })
  degree!: number
}

@ObjectType({
  simpleResolvers: true,
  description: 'A connection between two things in a neighbourhood; both are among its nodes.',
})
export class NetworkLink {
  @Field(() => ID, { description: 'Names the connection.' })
  id!: string

  @Field(() => RelationshipKind, { description: 'How they are connected.' })
  kind!: string

  @Field(() => ID, { description: 'The id of the one that holds, makes, is named, lies in …' })
  source!: string

  @Field(() => ID, { description: 'The id of the other.' })
  target!: string

  @Field(() => Int, { description: 'How often the texts say so.' })
  weight!: number
}

@ObjectType({ simpleResolvers: true, description: 'A neighbourhood, as a picture shows it.' })
export class Network {
  @Field(() => [NetworkNode], { description: 'The things, those that were asked for first.' })
  nodes!: NetworkNode[]

  @Field(() => [NetworkLink], { description: 'The connections between them.' })
  links!: NetworkLink[]

  @Field(() => Boolean, { description: 'True where there is more than `limit` lets through.' })
  truncated!: boolean
}

@ObjectType({ simpleResolvers: true, description: 'One step of a path.' })
export class PathStep {
  @Field(() => RelationshipKind, { description: 'How the two are connected.' })
  kind!: string

  @Field(() => Node, {
    description:
      'The one that holds, makes, is named, lies in …: in “the governor holds an office in the province” the governor. A path may go along a step either way.',
  })
  from!: Node

  @Field(() => Node, {
    description: 'The one that is held, made, named, lain in …: in “the governor holds an office in the province” the province.',
  })
  to!: Node

  @Field(() => [Evidence], {
    description: 'Places that say so, five at most; none for what comes from reference data or from a byline.',
  })
  evidence!: Evidence[]

  @Field(() => Source, { description: 'What the step rests on.' })
  source!: string
}

@ObjectType({ simpleResolvers: true, description: 'A way from one thing to another.' })
export class Path {
  @Field(() => Int, { description: 'The number of steps.' })
  length!: number

  @Field(() => [Node], { description: 'What lies on the way, both ends included, in order.' })
  nodes!: Node[]

  @Field(() => [PathStep], { description: 'How each is connected with the next.' })
  steps!: PathStep[]
}
