/** Connections as the API gives them. */
import { Arg, Extensions, ID, Int, Query, Resolver } from 'type-graphql'
import { InvalidInputError } from '../../model/errors'
import { EntityType } from '../entity/entity.type'
import type { Repositories } from '../repositories'
import { toTypes } from '../search/search.resolver'
import type { NetworkRow } from './network.repository'
import { Network, Path } from './network.type'
import { MAX_LENGTH, type PathRow } from './path.repository'

const MAX_DEPTH = 3
const MAX_NODES = 500
const MAX_SEEDS = 50
const MAX_PATHS = 50

@Resolver()
export class NetworkResolver {
  constructor(private readonly repositories: Repositories) {}

  @Extensions({ cost: 2_500 })
  @Query(() => [Path], {
    description:
      'The shortest ways between two entities, with the evidence for every step. None where they are not connected, or one of them is unknown.',
  })
  paths(
    @Arg('from', () => ID, { description: 'Id of the one.' }) from: string,
    @Arg('to', () => ID, { description: 'Id of the other.' }) to: string,
    @Arg('maxLength', () => Int, { nullable: true, defaultValue: 6, description: 'The most steps, 8 at most.' })
    maxLength: number,
    @Arg('first', () => Int, {
      nullable: true,
      defaultValue: 5,
      description: 'How many ways of the shortest length, 50 at most; those over things with few connections first.',
    })
    first: number,
    @Arg('throughHubs', () => Boolean, {
      nullable: true,
      defaultValue: false,
      description:
        'Also goes through what is connected with almost everything: the country, a big newspaper (more than 500 connections).',
    })
    throughHubs: boolean,
  ): Promise<PathRow[]> {
    bounded('maxLength', maxLength, 1, MAX_LENGTH)
    bounded('first', first, 0, MAX_PATHS)
    return this.repositories.paths.find(from, to, { maxLength, first, throughHubs })
  }

  @Query(() => Network, {
    description:
      'The neighbourhood of some things as a picture shows it: offices and places first, then claims, then articles. What has more than 500 connections is shown, but not gone through.',
  })
  network(
    @Arg('ids', () => [ID], {
      description: 'Ids of people, organizations, regions, policies, claims or articles, 50 at most; unknown ones are left out.',
    })
    ids: string[],
    @Arg('depth', () => Int, { nullable: true, defaultValue: 1, description: 'How many steps from them, 3 at most.' })
    depth: number,
    @Arg('limit', () => Int, { nullable: true, defaultValue: 200, description: 'The most things, 500 at most.' }) limit: number,
    @Arg('types', () => [EntityType], {
      nullable: true,
      description: 'Only neighbours of these types; all where it is left out.',
    })
    types: string[] | null,
  ): Promise<NetworkRow> {
    bounded('depth', depth, 0, MAX_DEPTH)
    bounded('limit', limit, 1, MAX_NODES)
    if (ids.length > MAX_SEEDS) throw new InvalidInputError('ids', `must be ${MAX_SEEDS} at most`)
    return this.repositories.network.neighbourhood(ids, depth, limit, toTypes(types))
  }
}

function bounded(argument: string, value: number, least: number, most: number): void {
  if (value < least || value > most) throw new InvalidInputError(argument, `must lie between ${least} and ${most}`)
}
