/** Anything by its id. */
import { Arg, ID, Query, Resolver } from 'type-graphql'
import { InvalidInputError } from '../../model/errors'
import { labelOfId } from '../../model/ids'
import type { Repositories } from '../repositories'
import { Node } from './node.type'
import { MAX_PAGE } from './page'

@Resolver()
export class NodeResolver {
  constructor(private readonly repositories: Repositories) {}

  @Query(() => Node, { nullable: true, description: 'Whatever has this id; null where nothing has it.' })
  node(@Arg('id', () => ID, { description: 'An id as it was given.' }) id: string): Promise<object | null> {
    return find(this.repositories, id)
  }

  @Query(() => [Node], { nullable: 'items', description: 'Whatever has these ids, in their order; null where nothing has one.' })
  nodes(
    @Arg('ids', () => [ID], { description: 'Ids as they were given, 500 at most.' }) ids: string[],
  ): Promise<(object | null)[]> {
    if (ids.length > MAX_PAGE) throw new InvalidInputError('ids', `must be ${MAX_PAGE} at most`)
    return Promise.all(ids.map(id => find(this.repositories, id)))
  }
}

async function find(repositories: Repositories, id: string): Promise<object | null> {
  const label = labelOfId(id)
  switch (label) {
    case null:
      return repositories.decisions.find(id)
    case 'Article':
      return repositories.articles.find(id)
    case 'Document':
      return repositories.documents.find(id)
    case 'Claim':
      return repositories.claims.find(id)
    case 'Figure':
      return repositories.figures.find(id)
    default:
      return repositories.entities.find(id)
  }
}
