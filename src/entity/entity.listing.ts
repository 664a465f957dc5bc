/** Lists of entities: what those of all kinds have in common. */
import type { Batch } from '../batch'
import {
  Conditions,
  compile,
  type Joined,
  listed,
  meetsNothing,
  type References,
  type ReferenceType,
  type Rules,
  referencesIn,
} from '../filter/compile'
import type { NameFilter } from '../filter/inputs'
import { type Connection, emptyPage, toConnection } from '../relay/connection'
import type { Listing, SortKey } from '../relay/listing'
import type { Page } from '../relay/page'
import type { EntityRepository } from './entity.repository'
import { type EntityRow, entityMap } from './entity.row'
import { formsOf } from './names'

/** The order of lists that have none of their own: by number of mentions, then by id. */
export const byMentions = (variable: string): readonly SortKey[] => [
  { expression: `${variable}.mentionCount`, descending: true },
  { expression: `${variable}.id` },
]

/** The predicate for the names of \`e\`. */
export function nameRule(label: ReferenceType): (filter: NameFilter, cypher: Conditions) => string {
  return (filter, cypher) => {
    const parts: string[] = []
    if (filter.eq != null || filter.in != null) parts.push(`e.id IN ${cypher.ids(filter, label)}`)
    if (filter.contains != null)
      parts.push(`any(alias IN e.aliases WHERE any(form IN ${cypher.param(formsOf(filter.contains))} WHERE alias CONTAINS form))`)
    return parts.length === 0 ? 'true' : `(${parts.join(' AND ')})`
  }
}

interface EntityListing<Filter> {
  readonly label: ReferenceType
  readonly rules: Rules<Filter>
  readonly references: References<Filter>
}

/** Entities of one kind that meet a filter, the most mentioned first. */
export async function listEntities<Filter extends Joined<Filter> & { name?: NameFilter | null }, Row extends EntityRow>(
  batch: Batch,
  entities: EntityRepository,
  { label, rules, references }: EntityListing<Filter>,
  filter: Filter,
  page: Page,
): Promise<Connection<Row>> {
  const cypher = new Conditions(await entities.resolve(referencesIn(filter, { ...references, name: label })))
  if (meetsNothing(filter, rules, references, cypher)) return emptyPage(page)
  const named = filter.name != null && listed(filter.name).length > 0
  const start = named
    ? `MATCH (e:${label}) WHERE e.id IN ${cypher.ids(filter.name as NameFilter, label)} WITH parent, e`
    : `MATCH (e:${label}) USING INDEX e:${label}(mentionCount) WHERE e.mentionCount >= 0 WITH parent, e`
  const listing: Listing<Row> = {
    name: `${label.toLowerCase()}.list`,
    match: `${start} WHERE ${compile(filter, rules, cypher)}`,
    keys: byMentions('e'),
    item: entityMap('e'),
  }
  return toConnection(await batch.list(listing, page, cypher.params), page, node => ({ node }))
}
