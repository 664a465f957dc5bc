/** What a search gives. */
import { createUnionType, Field, Float, ObjectType } from 'type-graphql'
import { Article } from '../article/article.type'
import { Claim } from '../claim/claim.type'
import { Organization } from '../organization/organization.type'
import { Person } from '../person/person.type'
import { Policy } from '../policy/policy.type'
import { Region } from '../region/region.type'
import { connectionType, edgeBase } from '../relay/connection'

export const SearchResult = createUnionType({
  name: 'SearchResult',
  description: 'What a search can find.',
  types: () => [Person, Organization, Region, Policy, Claim, Article] as const,
})

@ObjectType({ simpleResolvers: true, description: 'Something that a search found.' })
export class SearchEdge extends edgeBase(() => SearchResult) {
  @Field(() => Float, { description: 'How well it matches; only the order within one search means something.' })
  score!: number

  @Field(() => String, { description: 'The name or words that matched, as plain text with « and » around the match.' })
  highlight!: string
}
export const SearchConnection = connectionType('Search', () => SearchEdge, 'what a search found, the best match first')
