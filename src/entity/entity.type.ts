/** The interface of people, organizations, regions and policies. */
import { Field, Int, InterfaceType } from 'type-graphql'
import { wordEnum } from '../filter/inputs'
import { Node } from '../relay/node.type'

@InterfaceType({
  implements: Node,
  description: 'Somebody or something that the texts speak of by name: a person, an organization, a region, or a policy.',
})
export abstract class Entity extends Node {
  @Field(() => String, { description: 'The name to show: the most formal one that the texts use.' })
  name!: string

  @Field(() => [String], { description: 'Every form of the name in the texts, short forms and the name itself included.' })
  aliases!: string[]

  @Field(() => Int, { description: 'In how many places it is named.' })
  mentionCount!: number
}

export type EntityTypeName = 'PERSON' | 'ORGANIZATION' | 'REGION' | 'POLICY' | 'CLAIM' | 'ARTICLE'
export const EntityType = wordEnum<Lowercase<EntityTypeName>>('EntityType', 'Kinds of things that can be found and drawn.', {
  person: 'A named human being.',
  organization: 'A named body: an organ of government or party, a company, a school, a newspaper.',
  region: 'An administrative division, a new area or zone, or a set of provinces.',
  policy: 'A named initiative: strategy, plan, programme, regulation, document, campaign, concept.',
  claim: 'A statement that somebody is said to have made.',
  article: 'A printed article.',
})
