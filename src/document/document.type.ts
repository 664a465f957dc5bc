/** Documents: pages and files as they were imported. */
import { Field, Int, ObjectType } from 'type-graphql'
import { plainConnection } from '../relay/connection'
import { Node } from '../relay/node.type'
import { DateScalar, DateTimeScalar } from '../scalars/date'

@ObjectType({ simpleResolvers: true, description: 'A doubt that came up while a document was read.' })
export class Warning {
  @Field(() => String, { description: 'A short word for the kind of doubt.' })
  code!: string

  @Field(() => String, { description: 'The doubt in one sentence.' })
  message!: string

  @Field(() => Int, { nullable: true, description: 'The line of the document that it is about, from 1.' })
  line!: number | null
}

@ObjectType({ implements: Node, simpleResolvers: true, description: 'A page or file that was imported.' })
export class Document extends Node {
  @Field(() => String, { description: 'The name of the file.' })
  name!: string

  @Field(() => DateTimeScalar, { description: 'When it was imported last.' })
  importedAt!: string

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day of printing of the page, where the text or the import says it.',
  })
  publishedOn!: string | null

  @Field(() => String, { nullable: true, description: 'The paper or site of the page, as printed or as given with the import.' })
  publisher!: string | null

  @Field(() => String, { nullable: true, description: 'Where it came from, as given with the import.' })
  url!: string | null

  @Field(() => [Warning], { description: 'What was in doubt while it was read.' })
  warnings!: Warning[]
}

export const DocumentConnection = plainConnection('Document', () => Document, 'imported documents')
