/** Decisions by hand, and pairs that wait for one. */
import { type Statement, statement } from '../../database/statement'
import type { Batch, ByIds } from '../batch'
import { type EntityRow, entityMap } from '../entity/entity.row'
import { type Connection, toConnection } from '../relay/connection'
import type { Listing } from '../relay/listing'
import type { Page } from '../relay/page'

export interface DecisionRow {
  readonly id: string
  readonly kind: string
  readonly reason: string
  readonly by: string
  readonly decidedAt: string
  readonly undone: boolean
}

const DECISION = `d {.id, .kind, .reason, .by, decidedAt: toString(d.decidedAt), undone: coalesce(d.undone, false)}`

const BY_IDS: ByIds<DecisionRow> = statement(
  'decision.byIds',
  `UNWIND $ids AS id MATCH (d:Decision {id: id}) RETURN id, ${DECISION} AS value`,
)

const LIST: Listing<DecisionRow> = {
  name: 'decision.list',
  match: 'MATCH (d:Decision)',
  keys: [{ expression: 'toString(d.decidedAt)', descending: true }, { expression: 'd.id' }],
  item: DECISION,
}

interface Suspect {
  readonly a: EntityRow
  readonly b: EntityRow
  readonly score: number
  readonly reasons: readonly string[]
}

const SUSPECTS: Listing<Suspect> = {
  name: 'decision.suspects',
  match: 'MATCH (a:Entity)-[s:POSSIBLY_SAME]->(b:Entity) WHERE s.score >= 0',
  keys: [{ expression: 's.score', descending: true }, { expression: 'a.id' }, { expression: 'b.id' }],
  item: `{a: ${entityMap('a')}, b: ${entityMap('b')}, score: s.score, reasons: s.reasons}`,
}

export interface ImportCountsRow {
  readonly people: number
  readonly organizations: number
  readonly regions: number
  readonly policies: number
  readonly claims: number
  readonly figures: number
}

const COUNTS: Statement<ImportCountsRow> = statement(
  'document.counts',
  `MATCH (d:Document {id: $id})
RETURN COUNT { MATCH (d)<-[:PART_OF]-(:Article)<-[:MENTIONED_IN]-(e:Person) RETURN DISTINCT e } AS people,
  COUNT { MATCH (d)<-[:PART_OF]-(:Article)<-[:MENTIONED_IN]-(e:Organization) RETURN DISTINCT e } AS organizations,
  COUNT { MATCH (d)<-[:PART_OF]-(:Article)<-[:MENTIONED_IN]-(e:Region) RETURN DISTINCT e } AS regions,
  COUNT { MATCH (d)<-[:PART_OF]-(:Article)<-[:MENTIONED_IN]-(e:Policy) RETURN DISTINCT e } AS policies,
  COUNT { MATCH (d)<-[:PART_OF]-(:Article)<-[:STATED_IN]-(e:Claim) RETURN DISTINCT e } AS claims,
  COUNT {
    MATCH (d)<-[:PART_OF]-(:Article)-[:STATES]->(f:Figure) RETURN f
    UNION
    MATCH (d)<-[:PART_OF]-(:Article)<-[:STATED_IN]-(:Claim)-[:STATES]->(f:Figure) RETURN f
  } AS figures`,
)

export class DecisionRepository {
  constructor(private readonly batch: Batch) {}

  /** The decision of this id; null for what is no such id. */
  async find(id: string): Promise<DecisionRow | null> {
    return /^dec_[0-9a-f]+$/.test(id) ? this.batch.byId(BY_IDS, id) : null
  }

  async list(page: Page): Promise<Connection<DecisionRow>> {
    return toConnection(await this.batch.list(LIST, page), page, node => ({ node }))
  }

  async suspects(page: Page): Promise<Connection<Pick<Suspect, 'a' | 'b'>, Pick<Suspect, 'score' | 'reasons'>>> {
    return toConnection(await this.batch.list(SUSPECTS, page), page, ({ a, b, score, reasons }) => ({
      node: { a, b },
      score,
      reasons,
    }))
  }

  /** How much a document holds. */
  async counts(document: string): Promise<ImportCountsRow> {
    const [row] = await this.batch.reader.read(COUNTS, { id: document })
    return row ?? { people: 0, organizations: 0, regions: 0, policies: 0, claims: 0, figures: 0 }
  }
}
