/** What stands in a printing that does not lead: it is kept, and counts for nothing. Pure. */
import type { Edge } from './edge'
import type { DocumentRows } from './project/document'

/** The rows of a document of whose articles some are printings that do not lead. */
export function withoutCounting(rows: DocumentRows, reprints: ReadonlySet<string>): DocumentRows {
  if (!rows.articles.some(({ id }) => reprints.has(id))) return rows
  const isReprint = ({ articleId }: Edge['props']): boolean => reprints.has(articleId as string)
  const mark = <Row extends Edge['props']>(row: Row): Row => (isReprint(row) ? { ...row, counted: false } : row)
  const claims = new Set(rows.claims.filter(isReprint).map(({ id }) => id))
  // Pages of claims are read by these; claims that do not count have none of them.
  const unread = (edges: readonly Edge[], claimOf: (edge: Edge) => string, none: Edge['props']): readonly Edge[] =>
    edges.map(edge => (claims.has(claimOf(edge)) ? { ...edge, props: { ...edge.props, ...none } } : edge))
  const MADE = unread(rows.edges.MADE, ({ to }) => to, { speakerId: null })
  const ABOUT = unread(rows.edges.ABOUT, ({ from }) => from, { thingId: null, pair: null })
  return {
    ...rows,
    articles: rows.articles.map(article => (reprints.has(article.id) ? { ...article, counted: false } : article)),
    claims: rows.claims.map(mark),
    figures: rows.figures.map(mark),
    edges: { ...rows.edges, MADE, ABOUT },
  }
}
