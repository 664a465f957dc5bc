/** What an article is about where its sentences do not say: the region or body that it and the page name most. */
import type { AnnotatedRegion, Mention } from '../../values/annotations'
import type { ArticleView } from '../article-view'
import { isNationalOffice, nation, remembered } from './offices'

export function isEnterprise(view: ArticleView, mention: Mention): boolean {
  const entity = view.entityOf(mention)
  return (
    entity.type === 'organization' &&
    !/(?:[^联互]网|日报|晚报|电视台|广播电台)$/.test(entity.name) &&
    !['media', 'government', 'party', 'legislature', 'association'].includes(entity.kind)
  )
}

/** The region or enterprise that the article, its headlines and the page name most; offices of the nation speak for the nation. */
export function mainSubject(view: ArticleView): string | null {
  return remembered(view, 'main', () => {
    const country = nation(view)
    return heaviest(
      view,
      m => {
        const entity = view.entityOf(m)
        if (entity?.type === 'region') return entity.level !== 'country' || entity.id === country
        return entity?.type === 'organization' && (isEnterprise(view, m) || isNationalOffice(view, entity.id))
      },
      id => (country !== null && isNationalOffice(view, id) ? country : id),
      regionOfPaper(view),
    )
  })
}

/** The region that the paper is called after: 我市 of 云溪日报 is 云溪. */
export function regionOfPaper(view: ArticleView, fits: (region: AnnotatedRegion) => boolean = () => true): string | null {
  const paper = view.page.page.outlet
  if (!paper) return null
  const named = view.page.entities.find(
    entity =>
      entity.type === 'region' && fits(entity) && entity.aliases.some(alias => alias.length >= 2 && paper.startsWith(alias)),
  )
  return named?.id ?? null
}

/** How many articles before and after an article are asked what the page is about; no printed page has as many. */
const NEIGHBOURS = 50

/** The mentions of each article of a page (-1 for the furniture), in their order. */
const byArticle = new WeakMap<readonly Mention[], Map<number, Mention[]>>()

function mentionsByArticle(mentions: readonly Mention[]): Map<number, Mention[]> {
  const known = byArticle.get(mentions)
  if (known) return known
  const made = new Map<number, Mention[]>()
  for (const mention of mentions) {
    const list = made.get(mention.article)
    if (list) list.push(mention)
    else made.set(mention.article, [mention])
  }
  byArticle.set(mentions, made)
  return made
}

function* mentionsAround(view: ArticleView): Generator<Mention> {
  const all = mentionsByArticle(view.page.mentions)
  for (let article = Math.max(0, view.index - NEIGHBOURS); article <= view.index + NEIGHBOURS; article++)
    yield* all.get(article) ?? []
  yield* all.get(-1) ?? []
}

/** What the name of the paper counts, in places of the article that name its region. */
const PAPERS_WEIGHT = 1.5

/** Of the entities that fit, the one named most: headlines count twice, other articles of the page little. */
export function heaviest(
  view: ArticleView,
  fits: (mention: Mention) => boolean,
  whose: (id: string) => string = id => id,
  likely: string | null = null,
): string | null {
  const weights = new Map<string, number>(likely === null ? [] : [[likely, PAPERS_WEIGHT]])
  let best = likely
  for (const mention of mentionsAround(view)) {
    if (!fits(mention)) continue
    const id = whose(mention.entity)
    const weight = (weights.get(id) ?? 0) + (mention.article !== view.index ? 0.2 : mention.place === 'text' ? 1 : 2)
    weights.set(id, weight)
    if (!best || weight > (weights.get(best) as number)) best = id
  }
  return best
}
