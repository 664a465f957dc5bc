/** Keeps COMPARED_WITH between the figures of the graph. */
import type { Transaction } from '../../database/connection'
import { statement } from '../../database/statement'
import { COMPARISON_REACH, compareNeighbours, endOf, type GroupedFigure, groupOf } from './comparisons'
import type { Rules } from './rules'

interface NeighbourRow {
  readonly figure: GroupedFigure
  readonly compared: readonly string[]
}
const COLUMNS = `RETURN figure { .id, .articleId, .metric, .subjectId, .comparisonKey, .counted, .value, .qualifier, .change, .unitKey,
     .periodFrom, .periodTo } AS figure, COLLECT { MATCH (figure)-[:COMPARED_WITH]->(other) RETURN other.id } AS compared`

/** places: {at, from, to}, limit: the figures of a group from the place on, and before it. */
const NEIGHBOURS = statement<NeighbourRow>(
  'compare.neighbours',
  `UNWIND $places AS place
   CALL (place) {
     MATCH (figure:Figure)
     WHERE figure.comparisonKey >= place.at AND figure.comparisonKey < place.to AND figure.counted
     RETURN figure ORDER BY figure.comparisonKey LIMIT toInteger($limit)
     UNION
     MATCH (figure:Figure)
     WHERE figure.comparisonKey < place.at AND figure.comparisonKey >= place.from AND figure.counted
     RETURN figure ORDER BY figure.comparisonKey DESC LIMIT toInteger($limit)
   }
   WITH DISTINCT figure
   ${COLUMNS}`,
)
const UNLINK = statement(
  'compare.unlink',
  'UNWIND $rows AS row MATCH (:Figure {id: row.from})-[edge:COMPARED_WITH]->(:Figure {id: row.to}) DELETE edge',
)
const LINK = statement(
  'compare.link',
  `UNWIND $rows AS row
   MATCH (a:Figure {id: row.from})
   MATCH (b:Figure {id: row.to})
   CREATE (a)-[edge:COMPARED_WITH]->(b) SET edge = row.props`,
)
const UNCOUNTED = statement(
  'compare.uncounted',
  `UNWIND $keys AS key
   MATCH (figure:Figure {comparisonKey: key})-[edge:COMPARED_WITH]-()
   WHERE NOT figure.counted
   DELETE edge`,
)

/** Lets go what stands in a printing that does not lead, and compares anew around it. */
export async function withdrawComparisons(transaction: Transaction, keys: readonly string[], rules: Rules): Promise<void> {
  if (keys.length === 0) return
  await transaction.run(UNCOUNTED, { keys })
  await recompare(transaction, keys, rules)
}

/** Compares anew around the places where figures came or went. */
export async function recompare(transaction: Transaction, keys: readonly string[], rules: Rules): Promise<void> {
  if (keys.length === 0) return
  const groups = new Map<string, string[]>()
  for (const key of keys) groups.set(groupOf(key), [...(groups.get(groupOf(key)) ?? []), key])
  const places = [...groups].flatMap(([group, inGroup]) => inGroup.map(at => ({ at, from: group, to: endOf(group) })))
  // Every figure that came moves the others one place, so the neighbourhood is read wider by their number.
  const limit = COMPARISON_REACH + Math.max(...[...groups.values()].map(({ length }) => length)) + 1
  const rows = await transaction.run(NEIGHBOURS, { places, limit })
  const byGroup = new Map<string, NeighbourRow[]>()
  for (const row of rows) {
    const group = groupOf(row.figure.comparisonKey)
    byGroup.set(group, [...(byGroup.get(group) ?? []), row])
  }
  const [gone, come] = [[] as { from: string; to: string }[], [] as unknown[]]
  for (const [group, members] of byGroup) {
    for (const run of runsOf(members, groups.get(group) ?? [], limit)) {
      const wanted = compareNeighbours(
        run.map(({ figure }) => figure),
        rules,
      )
      const inRun = new Set(run.map(({ figure }) => figure.id))
      const has = new Set(run.flatMap(({ figure, compared }) => compared.map(other => `${figure.id} ${other}`)))
      const wants = new Set(wanted.map(({ from, to }) => `${from} ${to}`))
      for (const { figure, compared } of run) {
        for (const to of compared) if (inRun.has(to) && !wants.has(`${figure.id} ${to}`)) gone.push({ from: figure.id, to })
      }
      for (const comparison of wanted) if (!has.has(`${comparison.from} ${comparison.to}`)) come.push(comparison)
    }
  }
  const once = new Map(come.map(row => [JSON.stringify(row), row]))
  await Promise.all([
    gone.length > 0 ? transaction.run(UNLINK, { rows: gone }) : [],
    once.size > 0 ? transaction.run(LINK, { rows: [...once.values()] }) : [],
  ])
}

/** The neighbourhood of each place, as runs without gaps: figures that were read for another place of the group may lie far away. */
function runsOf(
  members: readonly NeighbourRow[],
  places: readonly string[],
  reach: number,
): readonly (readonly NeighbourRow[])[] {
  const sorted = [...members].sort((a, b) => (a.figure.comparisonKey < b.figure.comparisonKey ? -1 : 1))
  return places.map(place => {
    const after = sorted.findIndex(({ figure }) => figure.comparisonKey >= place)
    const middle = after < 0 ? sorted.length : after
    return sorted.slice(Math.max(0, middle - reach), middle + reach)
  })
}
