/**
 * Bodies that only an attribution names: `青山新区相关部门负责人表示` speaks for the departments of the district, which no register knows.
 * They are added to the entities of the page, one for each form.
 */
import type { AnnotatedOrganization, Mention } from '../../values/annotations'
import type { ArticleView } from '../article-view'

const DEPARTMENTS = /^(?:相关|有关)(?:职能|主管)?(?:部门|单位)/

export interface UnnamedBodies {
  /** The body of the departments of a region that stands in the clause, or null. */
  readonly find: (view: ArticleView, mentions: readonly Mention[]) => string | null
  readonly entities: readonly AnnotatedOrganization[]
  readonly mentions: readonly Mention[]
}

export function unnamedBodies(): UnnamedBodies {
  const entities: AnnotatedOrganization[] = []
  const mentions: Mention[] = []
  const byName = new Map<string, string>()
  const find = (view: ArticleView, inClause: readonly Mention[]): string | null => {
    const region = inClause.findLast(m => view.entityOf(m).type === 'region')
    const behind = region && DEPARTMENTS.exec(view.plain.slice(region.span.end, region.span.end + 8))
    if (!region || !behind) return null
    const span = { start: region.span.start, end: region.span.end + behind[0].length }
    const quote = view.text.slice(span.start, span.end)
    const id = byName.get(quote) ?? `x${byName.size + 1}`
    if (!byName.has(quote)) {
      byName.set(quote, id)
      entities.push({
        id,
        type: 'organization',
        name: quote,
        aliases: [quote],
        kind: 'government',
        region: region.entity,
        parent: null,
      })
    }
    mentions.push({ entity: id, article: view.index, place: 'text', span, quote, form: 'name', rule: 'unnamed-body' })
    return id
  }
  return { find, entities, mentions }
}
