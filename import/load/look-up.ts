/** What the graph has already of the things that rows are to be added to: everything asked at once, in one statement that begins at indexes. */
import type { Transaction } from '../../database/connection'
import { statement } from '../../database/statement'
import { AGGREGATES, type AggregateType } from './aggregates'
import type { FigurePlace, NeighbourFigure } from './comparisons'
import type { HeldState } from './held'
import type { StoredPrinting } from './printings'
import { PLANNED_ONCE } from './statements'
import { type BorneName, MOST_BEARERS } from './suspects'

/** An aggregate as it stands. */
export interface AggregateState {
  readonly pair: string
  readonly claimCount: number
  readonly directCount: number
  readonly firstSeen: string | null
  readonly lastSeen: string | null
}

export interface Asked extends Partial<Readonly<Record<AggregateType, readonly string[]>>> {
  /** Pairs of HELD. */
  readonly held?: readonly string[]
  /** Pairs of LOCATED_IN. */
  readonly seats?: readonly string[]
  /** Bands of articles. */
  readonly bands?: readonly (readonly string[])[]
  readonly places?: readonly FigurePlace[]
  /** How many figures of a group are wanted from a place on and before it. */
  readonly reach?: number
  readonly names?: readonly { readonly form: string; readonly type: string }[]
}

export interface Found extends Readonly<Record<AggregateType, readonly AggregateState[]>> {
  readonly held: readonly HeldState[]
  readonly seats: readonly string[]
  /** Articles that share a band. */
  readonly printings: readonly StoredPrinting[]
  readonly neighbours: readonly NeighbourFigure[]
  readonly names: readonly BorneName[]
}

/** How an article is asked of the graph as a printing. */
export const PRINTING = (article: string): string =>
  `{id: ${article}.id, publishedOn: ${article}.publishedOn, signature: ${article}.signature,
     bands: [${[1, 2, 3, 4, 5, 6, 7, 8].map(band => `${article}.band${band}`).join(', ')}]}`
/** How an entity is asked of the graph as one that may be another. */
export const BEARER = (entity: string): string =>
  `{id: ${entity}.id, type: toLower(${entity}.searchType), name: ${entity}.name, role: coalesce(${entity}.role, ${entity}.kind), adcode: ${entity}.adcode}`

const LOOK_UP = statement<Found>(
  'load.lookUp',
  `${PLANNED_ONCE} RETURN
   ${AGGREGATES.map(
     type => `COLLECT {
     UNWIND $asked.${type} AS pair
     MATCH ()-[edge:${type} {pair: pair}]->()
     RETURN edge { .pair, .claimCount, .directCount, .firstSeen, .lastSeen }
   } AS ${type},`,
   ).join('\n   ')}
   COLLECT {
     UNWIND $asked.held AS pair
     MATCH ()-[held:HELD {pair: pair}]->()
     RETURN held { .pair, .count, .firstSeen, .lastSeen, .regionId }
   } AS held,
   COLLECT {
     UNWIND $asked.seats AS pair
     MATCH ()-[edge:LOCATED_IN {pair: pair}]->()
     RETURN edge.pair
   } AS seats,
   COLLECT {
     UNWIND $asked.bands AS bands
     CALL (bands) {
       ${[1, 2, 3, 4, 5, 6, 7, 8]
         // One branch for each band, so that every one of them is an index seek.
         .map(band => `MATCH (article:Article {band${band}: bands[${band - 1}]}) RETURN article`)
         .join(' UNION ')}
     }
     WITH DISTINCT article
     RETURN {
       printing: ${PRINTING('article')},
       leader: head(COLLECT { MATCH (article)-[:REPRINT_OF]->(leader:Article) RETURN ${PRINTING('leader')} })
     }
   } AS printings,
   COLLECT {
     UNWIND $asked.places AS place
     CALL (place) {
       MATCH (figure:Figure)
       WHERE figure.comparisonKey >= place.at AND figure.comparisonKey < place.to AND figure.counted
       RETURN figure ORDER BY figure.comparisonKey LIMIT toInteger($asked.reach)
       UNION
       MATCH (figure:Figure)
       WHERE figure.comparisonKey < place.at AND figure.comparisonKey >= place.from AND figure.counted
       RETURN figure ORDER BY figure.comparisonKey DESC LIMIT toInteger($asked.reach)
     }
     WITH DISTINCT figure
     RETURN {
       figure: figure { .id, .articleId, .metric, .subjectId, .comparisonKey, .counted, .value, .qualifier, .change, .unitKey, .periodFrom, .periodTo },
       compared: COLLECT { MATCH (figure)-[:COMPARED_WITH]->(other) RETURN other.id }
     }
   } AS neighbours,
   COLLECT {
     UNWIND $asked.names AS row
     MATCH (name:Name {form: row.form, type: row.type})
     RETURN {
       form: row.form, type: row.type, count: COUNT { (name)-[:NAMES]->() },
       bearers: COLLECT { MATCH (name)-[:NAMES]->(entity:Entity) RETURN ${BEARER('entity')} LIMIT ${MOST_BEARERS + 1} }
     }
   } AS names`,
)

const NOTHING: Found = {
  SPEAKS_ON: [],
  SPEAKS_IN: [],
  SPOKEN_OF_IN: [],
  held: [],
  seats: [],
  printings: [],
  neighbours: [],
  names: [],
}

/** Costs one round trip, or none where nothing is asked. */
export async function lookUp(transaction: Transaction, asked: Asked): Promise<Found> {
  if (Object.values(asked).every(some => typeof some === 'number' || some.length === 0)) return NOTHING
  const [found] = await transaction.run(LOOK_UP, { asked: { reach: 0, ...asked } })
  return found ?? NOTHING
}
