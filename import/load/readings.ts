/** What one document says of each entity it names: the readings that identity across documents is made of. */
import type {
  ExtractionRecord,
  RecordOrganization,
  RecordPerson,
  RecordPolicy,
  RecordRegion,
} from '../../model/extraction-record'
import { idOf } from '../../model/ids'
import type { EntityType } from '../../model/vocabulary'
import type { ResolvedDocument, ResolvedEntity } from '../values/resolved'
import { entry, SAYS, type Tally } from './tally'

/** A local entity of a document, or the part of it that a split decision tells apart. */
export interface Reading {
  readonly localId: string
  readonly type: EntityType
  /** Identity keys, sorted. */
  readonly keys: readonly string[]
  /** Ids of the articles it speaks of; null is the whole document. */
  readonly scope: readonly string[] | null
  /** Properties of READ_IN: everything that was read of the entity outside its mentions. */
  readonly props: Readonly<Record<string, unknown>>
}

/** Takes the mentions in some articles out of an entity. `keys` are those of the entity it was when it was decided. */
export interface Split {
  readonly id: string
  readonly keys: ReadonlySet<string>
  readonly articles: ReadonlySet<string>
}

type RecordEntity = RecordPerson | RecordOrganization | RecordRegion | RecordPolicy

/** Ids of a document and its articles. */
export function documentId(record: ExtractionRecord): string {
  return idOf('Document', record.document)
}

export function articleId(record: ExtractionRecord, localId: string): string {
  return idOf('Article', record.document, localId)
}

/** All identity keys that a document bears or needs, each once. */
export function keysOfDocument({ entities, regions }: ResolvedDocument): readonly string[] {
  return [...new Set([...entities.flatMap(({ keys }) => keys), ...regions.map(({ key }) => key)])]
}

/** The readings of a document in the order of its record, with decisions to split applied. */
export function readingsOf(resolved: ResolvedDocument, splits: readonly Split[] = []): readonly Reading[] {
  const { record } = resolved
  const who = new Map(resolved.entities.map(entity => [entity.localId, entity]))
  const seats = new Map(resolved.seats.map(seat => [seat.organization, seat]))
  const localRegions = new Set(record.regions.map(({ id }) => id))
  const seatOf = (body: string) => {
    const seat = seats.get(body)
    if (!seat) return { seat: null, seatSource: null }
    // Identity key of the region where reference data puts it; null where the record has the region.
    return { seat: localRegions.has(seat.region) ? null : seat.region, seatSource: seat.source }
  }
  return [
    ...record.people.flatMap((person, ordinal) =>
      readings(record, person, who.get(person.id), ordinal, splits, { role: person.role, inArticles: person.articles }),
    ),
    ...record.organizations.flatMap((body, ordinal) =>
      readings(record, body, who.get(body.id), ordinal, splits, {
        kind: body.kind,
        region: body.region,
        parent: body.parent,
        ...seatOf(body.id),
      }),
    ),
    ...record.regions.flatMap((region, ordinal) =>
      readings(record, region, who.get(region.id), ordinal, splits, {
        adcode: region.adcode,
        level: region.level,
        within: region.within,
      }),
    ),
    ...record.policies.flatMap((policy, ordinal) =>
      readings(record, policy, who.get(policy.id), ordinal, splits, { kind: policy.kind, issuer: policy.issuer }),
    ),
  ]
}

function readings(
  record: ExtractionRecord,
  entity: RecordEntity,
  resolved: ResolvedEntity | undefined,
  ordinal: number,
  splits: readonly Split[],
  facts: Readonly<Record<string, unknown>>,
): Reading[] {
  if (!resolved) return []
  const props = {
    localId: entity.id,
    ordinal,
    name: entity.name,
    aliases: entity.aliases,
    showName: resolved.name,
    nameRank: resolved.nameRank,
    keys: resolved.keys,
    reasons: resolved.reasons,
    ...facts,
  }
  const whole: Reading = { localId: entity.id, type: resolved.type, keys: resolved.keys, scope: null, props }
  const applying = splits.filter(split => resolved.keys.some(key => split.keys.has(key)))
  if (applying.length === 0) return [whole]
  return partsOf(record, entity, whole, applying)
}

/** The reading in its parts: one for each decision that takes some of its articles away, and what is left. */
function partsOf(record: ExtractionRecord, entity: RecordEntity, whole: Reading, splits: readonly Split[]): Reading[] {
  const articles = [...articlesOf(entity)]
  const parts = new Map<string, string[]>()
  for (const article of articles) {
    const split = splits.find(({ articles: taken }) => taken.has(articleId(record, article)))
    const part = split?.id ?? ''
    parts.set(part, [...(parts.get(part) ?? []), article])
  }
  if (parts.size === 0 || (parts.size === 1 && parts.has(''))) return [whole]
  return [...parts].map(([split, locals]) => {
    const scope = locals.map(article => articleId(record, article)).sort()
    const printed = new Set(entity.mentions.filter(({ article }) => locals.includes(article)).map(({ quote }) => quote))
    const forms = entity.aliases.filter(form => printed.has(form))
    const keys = split === '' ? whole.keys : [splitKey(whole.type, split)]
    return {
      ...whole,
      keys,
      scope,
      props: {
        ...whole.props,
        keys,
        scope,
        scopedForms: forms,
        ownKeys: whole.props.keys,
        ownReasons: whole.props.reasons,
        reasons: split === '' ? whole.props.reasons : ['told apart by hand'],
      },
    }
  })
}

/** The identity of what a split decision takes out of an entity. */
export function splitKey(type: EntityType, decision: string): string {
  return `${type}|split|${decision}`
}

/** Local ids of the articles that an entity is read in. */
function articlesOf(entity: RecordEntity): ReadonlySet<string> {
  const articles = new Set(entity.mentions.map(({ article }) => article))
  if ('articles' in entity) for (const article of entity.articles) articles.add(article)
  return articles
}

/** What the properties of READ_IN say of the entity. */
export function tallyOfReading(type: EntityType, props: Readonly<Record<string, unknown>>): Tally {
  const tally = new Map<string, number>()
  tally.set(entry(SAYS.name, props.nameRank as number, props.showName as string), 1)
  for (const form of new Set((props.scopedForms ?? props.aliases) as readonly string[])) tally.set(entry(SAYS.form, form), 1)
  const attributes = { person: ['role'], organization: ['kind'], region: ['level', 'adcode'], policy: ['kind'] }[type]
  for (const attribute of attributes) {
    const value = props[attribute]
    if (typeof value === 'string') tally.set(entry(SAYS.value, attribute, value), 1)
  }
  return tally
}

/** What a document needs of the reference hierarchy, as `Document.referenceRegions` keeps it: one line for each region. */
export function referenceLines(resolved: ResolvedDocument): readonly string[] {
  return resolved.regions.map(region =>
    JSON.stringify([region.key, region.name, region.level, region.adcode, region.aliases, region.parent, region.memberOf]),
  )
}

/** A line of `Document.referenceRegions`, read. */
export interface ReferenceLine {
  readonly key: string
  readonly adcode: string | null
  readonly tally: Tally
  /** Key of the region above. */
  readonly parent: string | null
  /** Keys of the macro-regions that it is a member of. */
  readonly memberOf: readonly string[]
}

export function readReferenceLine(line: string): ReferenceLine {
  const [key, name, level, adcode, aliases, parent = null, memberOf = []] = JSON.parse(line) as [
    string,
    string,
    string,
    string | null,
    readonly string[],
    string | null,
    readonly string[],
  ]
  const tally = new Map([[entry(SAYS.reference, name, level, adcode ?? ''), 1]])
  for (const form of new Set(aliases)) tally.set(entry(SAYS.referenceForm, form), 1)
  return { key, adcode, tally, parent, memberOf }
}
