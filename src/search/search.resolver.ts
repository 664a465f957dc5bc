/** Search as the API gives it. */
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Extensions, Info, Query, Resolver } from 'type-graphql'
import { EntityType } from '../entity/entity.type'
import type { Connection } from '../relay/connection'
import { PageArgs, selectedBelow, toPage } from '../relay/page'
import type { Repositories } from '../repositories'
import type { SearchNode } from './ranking'
import type { SearchHit } from './search.repository'
import { SearchConnection } from './search.type'

@Resolver()
export class SearchResolver {
  constructor(private readonly repositories: Repositories) {}

  @Extensions({ cost: 50 })
  @Query(() => SearchConnection, {
    description:
      'One box over everything: names in any form, in pinyin (`shenyang`, `sy`) or in traditional characters, words of claims and articles, also as one types. Names come before texts.',
  })
  search(
    @Arg('query', () => String, { description: 'What is looked for. All of it is text; no sign has a meaning of its own.' })
    query: string,
    @Arg('types', () => [EntityType], { nullable: true, description: 'Only things of these types; all where it is left out.' })
    types: string[] | null,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<SearchNode, SearchHit>> {
    return this.repositories.search.search(query, toTypes(types), toPage(page, info), selectedBelow(info, ['edges', 'node']))
  }
}

/** The types as the graph writes them; all where none are given. */
export function toTypes(types: readonly string[] | null): readonly string[] {
  return types === null || types === undefined ? Object.keys(EntityType) : [...new Set(types)].map(type => type.toUpperCase())
}
