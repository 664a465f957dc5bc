/**
 * All comparisons of figures among the reference articles, each judged by reading (`comparisons.golden.json`: values, verdict, right or not). Skipped
 * where the articles are not there.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { GRAPH_RULES } from '../../../import/graph-rules'
import { compareNeighbours, comparisonKey, type GroupedFigure, groupOf } from '../../../import/load/comparisons'
import { findReprints } from '../../../import/load/printings'
import { articleId } from '../../../import/load/readings'
import { extractDocument } from '../../../import/pipeline'
import { resolveDocument } from '../../../import/resolve/resolve-document'
import golden from './comparisons.golden.json'

const ARTICLES = join(__dirname, '../../../../shared/articles')
const describeWhereThere = existsSync(ARTICLES) ? describe : describe.skip
if (!existsSync(ARTICLES)) console.warn(`Not checked: ${ARTICLES} is not there.`)

interface Row {
  readonly verdict: string
  readonly values: readonly number[]
}

function compareAll(): readonly Row[] {
  const documents = readdirSync(ARTICLES)
    .filter(name => name.endsWith('.txt'))
    .map(name => resolveDocument(extractDocument({ name, text: readFileSync(join(ARTICLES, name), 'utf8'), meta: {} })))
  const printings = documents.flatMap(({ articles, record }) =>
    articles.map(article => ({ ...article, id: articleId(record, article.localId) })),
  )
  const reprinted = new Set(findReprints(printings, GRAPH_RULES).map(({ id }) => id))
  const figures = documents.flatMap(({ record, figures: resolved, entities }) =>
    record.figures.flatMap((figure, index): GroupedFigure[] => {
      const article = articleId(record, figure.article)
      const subjectId = entities.find(({ localId }) => localId === figure.subject)?.keys[0] ?? null
      const { metricKey = '', unitKey = '', periodFrom = null, periodTo = null } = resolved[index] ?? {}
      const publishedOn = record.articles.find(({ id }) => id === figure.article)?.publishedOn ?? null
      const id = `${article} ${figure.evidence.start} ${index}`
      const key = comparisonKey({ id, subjectId, metricKey, unitKey, change: figure.change, publishedOn })
      if (key === null || subjectId === null || reprinted.has(article)) return []
      const { value, qualifier, change, metric } = figure
      const period = { periodFrom, periodTo }
      return [
        {
          id,
          articleId: article,
          metric,
          subjectId,
          comparisonKey: key,
          counted: true,
          value,
          qualifier,
          change,
          unitKey,
          ...period,
        },
      ]
    }),
  )
  const groups = new Map<string, GroupedFigure[]>()
  for (const figure of figures.sort((a, b) => (a.comparisonKey < b.comparisonKey ? -1 : 1)))
    groups.set(groupOf(figure.comparisonKey), [...(groups.get(groupOf(figure.comparisonKey)) ?? []), figure])
  const valueById = new Map(figures.map(({ id, value }) => [id, value]))
  return [...groups.values()]
    .flatMap(group => compareNeighbours(group, GRAPH_RULES))
    .map(({ from, to, props }) => ({
      verdict: props.verdict,
      values: [valueById.get(from) ?? 0, valueById.get(to) ?? 0].sort((a, b) => a - b),
    }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

describeWhereThere('comparisons among the reference articles', () => {
  it('are those that were judged; what is new is to be read and added to the golden file', () => {
    expect(compareAll()).toEqual(golden.map(({ verdict, values }) => ({ verdict, values })))
  })

  it('are right in nine of ten at least', () => {
    const wrong = golden.filter(({ right }) => !right).length
    expect(wrong / golden.length).toBeLessThanOrEqual(0.1)
  })

  it('hold what two papers print of one count side by side', () => {
    const has = (verdicts: readonly string[], ...values: readonly number[]): boolean =>
      golden.some(row => verdicts.includes(row.verdict) && row.values.join() === values.join())
    expect(has(['agree'], 7278, 7278) && has(['agree'], 3590, 3590) && has(['differ', 'update'], 1129, 1156)).toBe(true)
  })
})
