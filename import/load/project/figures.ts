/** The figures of a document as rows, with what they measure. */
import { Float } from '../../../database/values'
import type { RecordFigure } from '../../../model/extraction-record'
import { idOf } from '../../../model/ids'
import { comparisonKey } from '../comparisons'
import type { Projection, Row } from './projection'

/** The rows of all figures; states which statement or article gives each, and what it measures. */
export function projectFigures(page: Projection): Row[] {
  const taken = new Map<string, number>()
  return page.record.figures.map((figure, ordinal) => projectFigure(page, figure, ordinal, taken))
}

function projectFigure(page: Projection, figure: RecordFigure, ordinal: number, taken: Map<string, number>): Row {
  const article = page.idOfArticle(figure.article)
  const { start, end } = figure.evidence
  const place = `${article} ${start} ${end}`
  const among = taken.get(place) ?? 0
  taken.set(place, among + 1)
  const id = idOf('Figure', article, String(start), String(end), String(among))
  const resolved = page.resolved.figures.find(({ index }) => index === ordinal)
  const subjectId = figure.subject === null ? null : page.who(figure.subject, figure.article)
  if (figure.claim === null) page.edge('ARTICLE_STATES', article, id)
  else page.edge('CLAIM_STATES', idOf('Claim', page.document, figure.claim), id)
  if (subjectId !== null) page.edge('MEASURES', id, subjectId, { localId: figure.subject })
  const sources = page.placesOf([figure.evidence]).sources ?? null
  const publishedOn = page.articles.get(figure.article)?.publishedOn ?? null
  const metricKey = resolved?.metricKey ?? figure.metric
  const unitKey = resolved?.unitKey ?? figure.unit
  return {
    id,
    ordinal,
    articleId: article,
    text: figure.text,
    metric: figure.metric,
    metricKey,
    value: new Float(figure.value),
    unit: figure.unit,
    unitKey,
    period: figure.period,
    periodFrom: resolved?.periodFrom ?? null,
    periodTo: resolved?.periodTo ?? null,
    change: figure.change,
    qualifier: figure.qualifier,
    start,
    end,
    sources,
    publishedOn,
    subjectId,
    comparisonKey: comparisonKey({ id, subjectId, metricKey, unitKey, change: figure.change, publishedOn }),
    regionId: page.regionOf(figure.subject, figure.article),
    counted: true,
  }
}
