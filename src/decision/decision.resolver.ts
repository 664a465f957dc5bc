/** What editors do, and what they decided. Every mutation is a call of a function that was handed in. */
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql'
import { InvalidInputError } from '../../model/errors'
import type { RequestContext } from '../context'
import type { EntityRow } from '../entity/entity.row'
import { PageArgs, toPage } from '../relay/page'
import type { Repositories } from '../repositories'
import type { DecisionRow } from './decision.repository'
import {
  Decision,
  DecisionConnection,
  DecisionPayload,
  DuplicateConnection,
  EntityDecisionPayload,
  ImportDocumentInput,
  ImportDocumentPayload,
  RemoveDocumentPayload,
} from './decision.type'
import type { Editing } from './editing'

const MAX_REASON = 2_000
const MAX_NAME = 200

interface EntityDecision {
  readonly decision: DecisionRow
  readonly entity: EntityRow | null
}

@Resolver()
export class DecisionResolver {
  constructor(private readonly repositories: Repositories) {}

  @Query(() => DuplicateConnection, {
    description: 'Pairs of entities that may be one and wait for a decision, the likeliest first.',
  })
  possibleDuplicates(@Args(() => PageArgs) page: PageArgs, @Info() info: GraphQLResolveInfo) {
    return this.repositories.decisions.suspects(toPage(page, info))
  }

  @Query(() => DecisionConnection, { description: 'Corrections made by hand, the latest first.' })
  decisions(@Args(() => PageArgs) page: PageArgs, @Info() info: GraphQLResolveInfo) {
    return this.repositories.decisions.list(toPage(page, info))
  }

  @Query(() => Decision, { nullable: true, description: 'A correction by its id.' })
  decision(@Arg('id', () => ID, { description: 'The id of the decision.' }) id: string): Promise<DecisionRow | null> {
    return this.repositories.decisions.find(id)
  }

  @Mutation(() => ImportDocumentPayload, { description: 'Reads a text into the graph. The same text twice changes nothing.' })
  async importDocument(
    @Arg('input', () => ImportDocumentInput, { description: 'The text and what it does not say itself.' })
    input: ImportDocumentInput,
    @Ctx() context: RequestContext,
  ) {
    const name = filled('input.name', input.name, MAX_NAME)
    const { editing, by } = editor(context)
    const outcome = await editing.importDocument(
      {
        name,
        text: filled('input.text', input.text),
        publishedOn: input.publishedOn ?? null,
        publisher: input.publisher ?? null,
        url: input.url ?? null,
      },
      by,
    )
    this.repositories.forget()
    const document = await this.repositories.documents.find(outcome.document)
    const [articles, counts] = await Promise.all([
      this.repositories.documents.articles(outcome.document),
      this.repositories.decisions.counts(outcome.document),
    ])
    return { status: outcome.status, document, articles, counts, warnings: document?.warnings ?? [] }
  }

  @Mutation(() => RemoveDocumentPayload, { description: 'Takes a document out of the graph, with everything that only it says.' })
  async removeDocument(
    @Arg('id', () => ID, { description: 'The id of the document.' }) id: string,
    @Ctx() context: RequestContext,
  ) {
    const { editing, by } = editor(context)
    const there = (await this.repositories.documents.find(id)) !== null && (await editing.removeDocument(id, by))
    this.repositories.forget()
    return { removed: there ? id : null }
  }

  @Mutation(() => EntityDecisionPayload, {
    description: 'Says that two entities are one. The id of the merged one finds the survivor from then on.',
  })
  async mergeEntities(
    @Arg('survivor', () => ID, { description: 'The id of the entity that stays.' }) survivor: string,
    @Arg('merged', () => ID, { description: 'The id of the entity that becomes one with it.' }) merged: string,
    @Arg('reason', () => String, { description: 'The reason, for those who ask later why the graph says so.' }) reason: string,
    @Ctx() context: RequestContext,
  ): Promise<EntityDecision> {
    const a = await this.entity('survivor', survivor)
    const b = await this.entity('merged', merged)
    if (a.id === b.id) throw new InvalidInputError('merged', 'is the same entity as survivor already')
    if (a.id.slice(0, 4) !== b.id.slice(0, 4)) throw new InvalidInputError('merged', 'is not of the same type as survivor')
    const { editing, by } = editor(context)
    return this.decided(await editing.merge(a.id, b.id, filled('reason', reason, MAX_REASON), by), a.id)
  }

  @Mutation(() => EntityDecisionPayload, { description: 'Says that two entities are two, whatever speaks for their being one.' })
  async keepApart(
    @Arg('a', () => ID, { description: 'The id of one of the two entities.' }) a: string,
    @Arg('b', () => ID, { description: 'The id of the other entity.' }) b: string,
    @Arg('reason', () => String, { description: 'The reason, for those who ask later why the graph says so.' }) reason: string,
    @Ctx() context: RequestContext,
  ): Promise<EntityDecision> {
    const one = await this.entity('a', a)
    const other = await this.entity('b', b)
    if (one.id === other.id)
      throw new InvalidInputError('b', 'is the same entity as a; take what some articles say out of it with splitEntity')
    const { editing, by } = editor(context)
    return this.decided(await editing.keepApart(one.id, other.id, filled('reason', reason, MAX_REASON), by), one.id)
  }

  @Mutation(() => EntityDecisionPayload, {
    description: 'Says that what some articles say of an entity is about another one, which becomes an entity of its own.',
  })
  async splitEntity(
    @Arg('entity', () => ID, { description: 'The id of the entity.' }) id: string,
    @Arg('articles', () => [ID], { description: 'Ids of the articles that speak of another.' }) articles: string[],
    @Arg('reason', () => String, { description: 'The reason, for those who ask later why the graph says so.' }) reason: string,
    @Ctx() context: RequestContext,
  ): Promise<EntityDecision> {
    const entity = await this.entity('entity', id)
    if (articles.length === 0) throw new InvalidInputError('articles', 'must name at least one article')
    for (const article of articles) {
      if ((await this.repositories.articles.find(article)) === null)
        throw new InvalidInputError('articles', `${article.slice(0, 60)} is the id of no article`)
    }
    const { editing, by } = editor(context)
    return this.decided(await editing.split(entity.id, articles, filled('reason', reason, MAX_REASON), by), entity.id)
  }

  @Mutation(() => EntityDecisionPayload, { description: 'Shows an entity under another name. The old one still finds it.' })
  async renameEntity(
    @Arg('entity', () => ID, { description: 'The id of the entity.' }) id: string,
    @Arg('name', () => String, { description: 'The name to show.' }) name: string,
    @Arg('reason', () => String, { description: 'The reason, for those who ask later why the graph says so.' }) reason: string,
    @Ctx() context: RequestContext,
  ): Promise<EntityDecision> {
    const entity = await this.entity('entity', id)
    const { editing, by } = editor(context)
    return this.decided(
      await editing.rename(entity.id, filled('name', name, MAX_NAME), filled('reason', reason, MAX_REASON), by),
      entity.id,
    )
  }

  @Mutation(() => DecisionPayload, { description: 'Undoes a decision. Everything is as the texts and the other decisions say.' })
  async undoDecision(
    @Arg('id', () => ID, { description: 'The id of the decision.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<{ decision: DecisionRow }> {
    const decision = await this.repositories.decisions.find(id)
    if (decision === null) throw new InvalidInputError('id', 'is the id of no decision')
    const { editing, by } = editor(context)
    await editing.undo(id, by)
    this.repositories.forget()
    return { decision: (await this.repositories.decisions.find(id)) as DecisionRow }
  }

  private async entity(argument: string, id: string): Promise<EntityRow> {
    const entity = await this.repositories.entities.find(id)
    if (entity === null) throw new InvalidInputError(argument, 'is the id of no person, organization, region or policy')
    return entity
  }

  private async decided(decision: string, entity: string): Promise<EntityDecision> {
    this.repositories.forget()
    return {
      decision: (await this.repositories.decisions.find(decision)) as DecisionRow,
      entity: await this.repositories.entities.find(entity),
    }
  }
}

function editor({ editing, editor: by }: RequestContext): { editing: Editing; by: string } {
  if (editing === null || by === null) throw new InvalidInputError('authorization', 'corrections need the token of an editor')
  return { editing, by }
}

function filled(argument: string, text: string, most = Number.POSITIVE_INFINITY): string {
  const trimmed = text.trim()
  if (trimmed === '') throw new InvalidInputError(argument, 'must not be empty')
  if (trimmed.length > most) throw new InvalidInputError(argument, `must not be longer than ${most} characters`)
  return argument === 'input.text' ? text : trimmed
}
