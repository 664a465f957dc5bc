/** People as the API gives them. */
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Extensions, Field, FieldResolver, Info, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'
import type { ArticleRow } from '../article/article.row'
import { ArticleConnection } from '../article/article.type'
import { claimDetailsIn } from '../claim/claim.resolver'
import type { ClaimRow } from '../claim/claim.row'
import { ClaimConnection, ClaimFilter, ClaimOrder } from '../claim/claim.type'
import type { EntityRow, PersonRow } from '../entity/entity.row'
import { InitiativeConnection, Policy } from '../policy/policy.type'
import { type Connection, connectionType, edgeBase } from '../relay/connection'
import { oncePerSelection, PageArgs, selectedAt, selectedBelow, toPage } from '../relay/page'
import type { Repositories } from '../repositories'
import { type OfficialRow, type PositionDetails, type PositionRow, toPositions } from './person.repository'
import { Person, PersonConnection, PersonFilter, Position } from './person.type'

@ObjectType({ simpleResolvers: true, description: 'Somebody who speaks on the same policies as a person.' })
export class CoSpeakerEdge extends edgeBase(() => Person) {
  @Field(() => [Policy], { description: 'The policies on which both speak.' })
  policies!: Policy[]

  @Field(() => Int, { description: 'How many claims the other makes on them.' })
  claimCount!: number
}
const CoSpeakerConnection = connectionType('CoSpeaker', () => CoSpeakerEdge, 'people who speak on the same policies')

const POSITION_DETAILS = Symbol('what is asked of positions')

/** What is asked of the positions at a path below the field that is being resolved. */
export function positionDetailsAt(info: GraphQLResolveInfo, path: readonly string[]): PositionDetails {
  return {
    evidence: selectedAt(info, path).has('evidence'),
    seat: selectedAt(info, [...path, 'organization']).has('region'),
    fields: selectedBelow(info, path),
  }
}

@Resolver(() => Person)
export class PersonResolver {
  constructor(private readonly repositories: Repositories) {}

  @Query(() => Person, {
    nullable: true,
    description: 'The most mentioned person of a name; the others that bear it are in `candidates`.',
  })
  person(@Arg('name', () => String, { description: 'Any form of the name, or an id.' }) name: string): Promise<PersonRow | null> {
    return this.repositories.entities.lookUp<PersonRow>('Person', name)
  }

  @Query(() => PersonConnection, { description: 'People, the most mentioned first.' })
  people(
    @Arg('filter', () => PersonFilter, { nullable: true, description: 'Which people; all where it is left out.' })
    filter: PersonFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<PersonRow>> {
    return this.repositories.people.list(filter ?? {}, toPage(page, info))
  }

  @FieldResolver(() => [Person], {
    description: 'Others that bear the name by which this person was looked up, the most mentioned first.',
  })
  candidates(@Root() person: PersonRow): readonly EntityRow[] {
    return person.candidates ?? []
  }

  @FieldResolver(() => [Position], { description: 'The offices that the person holds or held, those seen last first.' })
  positions(@Root() person: OfficialRow, @Info() info: GraphQLResolveInfo): PositionRow[] | Promise<PositionRow[]> {
    if (person.positions !== undefined) return toPositions(person.positions)
    return this.repositories.people.positions(
      person.id,
      oncePerSelection(info, POSITION_DETAILS, () => positionDetailsAt(info, [])),
    )
  }

  @FieldResolver(() => InitiativeConnection, {
    description: 'The policies on which the person speaks, those with the most claims first.',
  })
  initiatives(@Root() person: PersonRow, @Args(() => PageArgs) page: PageArgs, @Info() info: GraphQLResolveInfo) {
    return this.repositories.people.initiatives(person.id, toPage(page, info))
  }

  @FieldResolver(() => ClaimConnection, { description: 'What the person says.' })
  claims(
    @Root() person: PersonRow,
    @Arg('filter', () => ClaimFilter, { nullable: true, description: 'Which claims; all where it is left out.' })
    filter: ClaimFilter | null,
    @Arg('orderBy', () => ClaimOrder, { nullable: true, defaultValue: 'published_on_desc', description: 'Their order.' })
    orderBy: string,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<ClaimRow>> {
    return this.repositories.claims.listOf('speaker', person.id, filter ?? {}, orderBy, toPage(page, info), claimDetailsIn(info))
  }

  @Extensions({ cost: 50 })
  @FieldResolver(() => CoSpeakerConnection, {
    description:
      'Who else speaks on the policies on which the person speaks; those who share the most first. Of the 30 policies on which the person speaks most, and the 200 who speak most on each.',
  })
  coSpeakers(@Root() person: PersonRow, @Args(() => PageArgs) page: PageArgs, @Info() info: GraphQLResolveInfo) {
    return this.repositories.people.coSpeakers(person.id, toPage(page, info))
  }

  @FieldResolver(() => ArticleConnection, { description: 'The articles that the person wrote, the latest first.' })
  written(
    @Root() person: PersonRow,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<ArticleRow>> {
    return this.repositories.articles.listWrittenBy(person.id, toPage(page, info))
  }
}
