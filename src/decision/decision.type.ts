/** Corrections by hand, and what editors can do. */
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql'
import { Article } from '../article/article.type'
import { Document, Warning } from '../document/document.type'
import { Entity } from '../entity/entity.type'
import { wordEnum } from '../filter/inputs'
import { connectionType, edgeBase, plainConnection } from '../relay/connection'
import { Node } from '../relay/node.type'
import { DateScalar, DateTimeScalar } from '../scalars/date'

export const DecisionKind = wordEnum('DecisionKind', 'Kinds of corrections.', {
  merge: 'Two entities are one.',
  keep_apart: 'Two entities are two.',
  split: 'What some articles say of an entity is about another.',
  rename: 'An entity is shown under another name.',
  undo: 'An earlier decision no longer holds.',
})

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'A correction made by hand. It outlives every re-import and can be undone.',
})
export class Decision extends Node {
  @Field(() => DecisionKind, { description: 'What was decided.' })
  kind!: string

  @Field(() => String, { description: 'The reason, in the words of the editor.' })
  reason!: string

  @Field(() => String, { description: 'The name of the editor’s token.' })
  by!: string

  @Field(() => DateTimeScalar, { description: 'The moment at which the editor decided.' })
  decidedAt!: string

  @Field(() => Boolean, { description: 'Whether it was undone since.' })
  undone!: boolean
}

export const DecisionConnection = plainConnection('Decision', () => Decision, 'decisions')

@ObjectType({ simpleResolvers: true, description: 'Two entities that may be one.' })
export class DuplicatePair {
  @Field(() => Entity, { description: 'One of the two entities.' })
  a!: Entity

  @Field(() => Entity, { description: 'The other entity.' })
  b!: Entity
}

@ObjectType({ simpleResolvers: true, description: 'A pair that may be one, with what speaks for it.' })
export class DuplicateEdge extends edgeBase(() => DuplicatePair) {
  @Field(() => Float, { description: 'How much speaks for it, from 0 to 1.' })
  score!: number

  @Field(() => [String], { description: 'What speaks for and against it, in words.' })
  reasons!: string[]
}
export const DuplicateConnection = connectionType(
  'Duplicate',
  () => DuplicateEdge,
  'pairs of entities that may be one, the likeliest first',
)

@ObjectType({ simpleResolvers: true, description: 'A correction and what became of the entity.' })
export class EntityDecisionPayload {
  @Field(() => Decision, { description: 'The correction.' })
  decision!: Decision

  @Field(() => Entity, { nullable: true, description: 'The entity as it is now.' })
  entity!: Entity | null
}

@ObjectType({ simpleResolvers: true, description: 'A correction that no one entity shows, or one that was undone.' })
export class DecisionPayload {
  @Field(() => Decision, { description: 'The correction.' })
  decision!: Decision
}

export const ImportStatus = wordEnum('ImportStatus', 'What an import did.', {
  IMPORTED: 'The document is new.',
  UPDATED: 'The document was there with another text; what was found in the old one is replaced.',
  UNCHANGED: 'The same text was there; nothing changed.',
})

@InputType({ description: 'A page or article to import.' })
export class ImportDocumentInput {
  @Field(() => String, { description: 'The name under which it is kept; the same name replaces.' })
  name!: string

  @Field(() => String, { description: 'The text of the page, headlines and bylines as they stand in it.' })
  text!: string

  @Field(() => DateScalar, { nullable: true, description: 'The day of printing, where the text does not say it.' })
  publishedOn?: string | null

  @Field(() => String, { nullable: true, description: 'The paper or site, where the text does not say it.' })
  publisher?: string | null

  @Field(() => String, { nullable: true, description: 'The address at which it was found.' })
  url?: string | null
}

@ObjectType({ simpleResolvers: true, description: 'How much a document holds.' })
export class ImportCounts {
  @Field(() => Int, { description: 'How many people are named in it.' })
  people!: number

  @Field(() => Int, { description: 'How many organizations are named in it.' })
  organizations!: number

  @Field(() => Int, { description: 'How many regions are named in it.' })
  regions!: number

  @Field(() => Int, { description: 'How many policies are named in it.' })
  policies!: number

  @Field(() => Int, { description: 'How many claims are made in it.' })
  claims!: number

  @Field(() => Int, { description: 'How many figures it gives.' })
  figures!: number
}

@ObjectType({ simpleResolvers: true, description: 'What an import did.' })
export class ImportDocumentPayload {
  @Field(() => ImportStatus, { description: 'Whether it is new, changed, or the same.' })
  status!: string

  @Field(() => Document, { description: 'The document as it stands in the graph now.' })
  document!: Document

  @Field(() => [Article], { description: 'Its articles in reading order.' })
  articles!: Article[]

  @Field(() => ImportCounts, { description: 'What was found in it.' })
  counts!: ImportCounts

  @Field(() => [Warning], { description: 'What the reader was in doubt about; none of it stopped the import.' })
  warnings!: Warning[]
}

@ObjectType({ simpleResolvers: true, description: 'What a removal did.' })
export class RemoveDocumentPayload {
  @Field(() => ID, { nullable: true, description: 'The id of the removed document; null where there was none.' })
  removed!: string | null
}
