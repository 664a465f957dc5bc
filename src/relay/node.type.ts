/** Everything that has an id. */
import 'reflect-metadata'
import { Field, ID, InterfaceType } from 'type-graphql'

@InterfaceType({ description: 'Everything that can be asked for by its id.' })
export abstract class Node {
  @Field(() => ID, {
    description:
      'Names this thing for good: the same after a re-import, and after two entities are merged the old one still finds it.',
  })
  id!: string
}
