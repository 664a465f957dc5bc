/** The schema, made from the classes. */
import 'reflect-metadata'
import { type GraphQLSchema, isAbstractType, isObjectType, printSchema } from 'graphql'
import { buildSchemaSync } from 'type-graphql'
import { labelOfId } from '../model/ids'
import { ArticleResolver } from './article/article.resolver'
import { ClaimResolver } from './claim/claim.resolver'
import type { RequestContext } from './context'
import { DecisionResolver } from './decision/decision.resolver'
import { DocumentResolver } from './document/document.resolver'
import { EntityResolver } from './entity/entity.resolver'
import { FigureResolver } from './figure/figure.resolver'
import { ServiceLimitsResolver } from './limits/service-limits.resolver'
import { NetworkResolver } from './network/network.resolver'
import { OrganizationResolver } from './organization/organization.resolver'
import { PersonResolver } from './person/person.resolver'
import { PolicyResolver, PolicySpeakerEdgeResolver, SpeakingOrganizationEdgeResolver } from './policy/policy.resolver'
import { RegionResolver } from './region/region.resolver'
import { NodeResolver } from './relay/node.resolver'
import { SearchResolver } from './search/search.resolver'

/** What the types of the operations are; no class stands for them. */
const ROOTS: Readonly<Record<string, string>> = {
  Query:
    'What can be asked. `search` is the one box over everything; a name finds its `person`, `organization`, `region` or `policy`; `claims`, `figures` and `articles` are lists with filters; `paths` and `network` show how things are connected. Every id finds its thing with `node`.',
  Mutation:
    'What editors can change; it needs the token of an editor. A correction outlives every re-import, and `undoDecision` takes it back.',
}

/** Makes the executable schema. Resolvers come from the container in the context of each request. */
export function buildServiceSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      NodeResolver,
      EntityResolver,
      PersonResolver,
      OrganizationResolver,
      RegionResolver,
      PolicyResolver,
      PolicySpeakerEdgeResolver,
      SpeakingOrganizationEdgeResolver,
      ArticleResolver,
      ClaimResolver,
      FigureResolver,
      DocumentResolver,
      SearchResolver,
      NetworkResolver,
      DecisionResolver,
      ServiceLimitsResolver,
    ],
    container: ({ context }: { context: RequestContext }) => context.container,
    validate: false,
  })
  for (const [kind, description] of Object.entries(ROOTS)) {
    const type = schema.getType(kind)
    if (type) type.description = description
  }
  for (const type of Object.values(schema.getTypeMap())) {
    // What statements return are plain maps, not instances of the classes: their type is in their id.
    if (isAbstractType(type)) type.resolveType = value => labelOfId(value.id) ?? 'Decision'
    else if (isObjectType(type)) type.isTypeOf = undefined
  }
  return schema
}

/** The schema as it is committed in schema/schema.graphql. */
export function printServiceSchema(): string {
  return `# Printed by scripts/print-schema.mjs from the classes in src/. Do not edit.\n\n${printSchema(buildServiceSchema())}\n`
}
