/** Finds entities of any kind, by id or by name. */
import { type Statement, statement } from '../../database/statement'
import { labelOfId } from '../../model/ids'
import type { Batch, ByIds } from '../batch'
import { type ReferenceType, type Resolved, referenceKey } from '../filter/compile'
import { type EntityRow, entityMap } from './entity.row'
import { formsOf, type ReadBodyName, toSimplified } from './names'

/** By their ids, and by ids that they had before a merge. */
const BY_IDS: ByIds<EntityRow> = statement(
  'entity.byIds',
  `UNWIND $ids AS id
CALL (id) {
  MATCH (e:Entity {id: id}) RETURN e
  UNION
  MATCH (:IdentityKey {id: id})-[:IDENTIFIES]->(e:Entity) RETURN e
}
RETURN id, ${entityMap('e')} AS value`,
)

interface Reference {
  readonly key: string
  readonly forms: readonly string[]
  readonly id: string | null
  readonly code: string | null
  /** Keys of the body that is meant, whatever the texts call it. */
  readonly keys: readonly string[]
  readonly label: ReferenceType
  /** Whether the members of a set of provinces are meant with it, or all that lies in it, or the bodies that are there. */
  readonly members: boolean
  readonly below: boolean
  readonly bodies: boolean
}

/** What binds `e` to every entity that a reference names. */
const REFERENCED = `MATCH (n:Name)-[:NAMES]->(e:Entity) WHERE n.form IN ref.forms RETURN e
    UNION
    MATCH (e:Entity {id: ref.id}) RETURN e
    UNION
    MATCH (:IdentityKey {id: ref.id})-[:IDENTIFIES]->(e:Entity) RETURN e
    UNION
    MATCH (e:Region {adcode: ref.code}) RETURN e
    UNION
    MATCH (k:IdentityKey)-[:IDENTIFIES]->(e:Entity) WHERE k.key IN ref.keys RETURN e`

/** Every article that names a popular body says where it is, so only so many of them are heard. */
const SAYINGS = 100

/** The predicate that a body is in one of the regions of these ids. */
export const isLocatedIn = (organization: string, ids: string): string =>
  `EXISTS { CALL (${organization}) { MATCH (${organization})-[:LOCATED_IN]->(seat) RETURN seat LIMIT ${SAYINGS} } WITH seat WHERE seat.id IN ${ids} RETURN seat }`

const RESOLVE: Statement<{ key: string; ids: string[] }> = statement(
  'entity.resolve',
  `UNWIND $refs AS ref
CALL (ref) {
  CALL (ref) {
    ${REFERENCED}
  }
  WITH e, ref WHERE ref.label IN labels(e)
  CALL (e, ref) {
    RETURN e.id AS id
    UNION
    MATCH (member:Region)-[:PART_OF]->(e) WHERE ref.members AND e.level = 'macro_region' RETURN member.id AS id
    UNION
    WITH * WHERE ref.below
    MATCH (low:Region)-[:PART_OF*1..7]->(e) RETURN low.id AS id
  }
  WITH ref, collect(DISTINCT id) AS found
  CALL (ref, found) {
    WITH * WHERE ref.bodies
    MATCH (o:Organization) WHERE ${isLocatedIn('o', 'found')}
    RETURN collect(o.id) AS bodies
  }
  RETURN found + bodies AS ids
}
RETURN ref.key AS key, ids`,
)

const LOOK_UP: Statement<{ entity: EntityRow }> = statement(
  'entity.lookUp',
  `WITH $ref AS ref
CALL (ref) {
  ${REFERENCED}
}
WITH DISTINCT e, ref WHERE ref.label IN labels(e)
WITH e ORDER BY coalesce(e.mentionCount, 0) DESC, e.id LIMIT 50
RETURN ${entityMap('e')} AS entity`,
)

export class EntityRepository {
  constructor(
    private readonly batch: Batch,
    private readonly readBodyName: ReadBodyName,
  ) {}

  /** The entity of this id, also one that it had before a merge; null for what is no id of an entity. */
  async find(id: string): Promise<EntityRow | null> {
    return isEntityId(id) ? this.batch.byId(BY_IDS, id) : null
  }

  /** The entities of these ids, in their order, those that are there. */
  async findAll(ids: readonly string[]): Promise<EntityRow[]> {
    const rows = await this.batch.byIds(BY_IDS, ids.filter(isEntityId))
    return rows.filter(row => row !== null)
  }

  /** The most mentioned of those that bear the name (or have the id or code), the others as its candidates. */
  async lookUp<Row extends EntityRow>(label: ReferenceType, reference: string): Promise<Row | null> {
    const rows = await this.batch.reader.read(LOOK_UP, { ref: this.toReference(label, reference) })
    const [first, ...candidates] = rows.map(row => row.entity)
    return first === undefined ? null : ({ ...first, candidates } as unknown as Row)
  }

  /** The ids that references in a filter name. */
  async resolve(references: readonly { type: ReferenceType; reference: string }[]): Promise<Resolved> {
    if (references.length === 0) return new Map()
    const refs = new Map(
      references.map(({ type, reference }) => [referenceKey(type, reference), this.toReference(type, reference)]),
    )
    const rows = await this.batch.reader.read(RESOLVE, { refs: [...refs.values()] })
    return new Map(rows.map(row => [row.key, row.ids]))
  }

  private toReference(label: ReferenceType, reference: string): Reference {
    const isOfBody = label === 'Organization' || label === 'Entity'
    return {
      key: referenceKey(label, reference),
      forms: formsOf(reference),
      id: isEntityId(reference) ? reference : null,
      keys: isOfBody ? this.readBodyName(toSimplified(reference)).keys : [],
      code: /^\d{6}$/.test(reference) ? reference : null,
      label: OF_REGIONS.has(label) ? 'Region' : label,
      members: label === 'RegionWithin',
      below: label.endsWith('Below'),
      bodies: label.startsWith('Place'),
    }
  }
}

const ENTITY_LABELS: ReadonlySet<string | null> = new Set(['Person', 'Organization', 'Region', 'Policy'])

/** What is said of regions. */
const OF_REGIONS: ReadonlySet<ReferenceType> = new Set(['RegionWithin', 'RegionBelow', 'Place', 'PlaceBelow'])

function isEntityId(id: string): boolean {
  return ENTITY_LABELS.has(labelOfId(id))
}
