/** The limits as clients read them. */
import { Field, Int, ObjectType } from 'type-graphql'
import type { Limits } from './limits'

@ObjectType({
  simpleResolvers: true,
  description: 'How much one request may ask for. What asks for more is refused before anything of it runs.',
})
export class ServiceLimits implements Limits {
  @Field(() => Int, { description: 'How deep fields may be nested, fragments followed.' })
  depth!: number

  @Field(() => Int, { description: 'How many fields an operation may rename.' })
  aliases!: number

  @Field(() => Int, { description: 'How many fields an operation may select, fragments counted wherever they are spread.' })
  fields!: number

  @Field(() => Int, { description: 'How many words, signs and values the text of the operations may have.' })
  tokens!: number

  @Field(() => Int, {
    description:
      'How many rows an operation may return at most: a page counts its `first` or `last` (20 without), what is asked below a list counts once for each row of it.',
  })
  cost!: number

  @Field(() => Int, { description: 'How many rows one page may have.' })
  pageSize!: number

  @Field(() => Int, { description: 'How many characters the texts of one list of articles or documents may have together.' })
  textsLength!: number

  @Field(() => Int, {
    description: 'How many characters one text among the arguments may have; the text of an import is not meant.',
  })
  textLength!: number

  @Field(() => Int, { description: 'How many values all arguments together may have.' })
  inputValues!: number

  @Field(() => Int, { description: 'How deep the arguments may be nested.' })
  inputDepth!: number

  @Field(() => Int, { description: 'After so many milliseconds an operation is ended, in the database too.' })
  timeMs!: number

  @Field(() => Int, {
    description: 'After so many milliseconds a list is given up whose filter leaves too much of a large graph to look through.',
  })
  lookThroughMs!: number

  @Field(() => Int, { description: 'After so many milliseconds the reading of a mutation is ended.' })
  mutationTimeMs!: number

  @Field(() => Int, { description: 'How many bytes a request may have.' })
  bodyBytes!: number

  @Field(() => Int, { description: 'How many bytes a request may have in which an editor imports a document.' })
  importBytes!: number
}
