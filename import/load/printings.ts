/** Which articles are printings of one text, and which of them leads. Pure. */
import { DisjointSets } from './identity'
import type { Rules } from './rules'

/** An article as far as printings are concerned. Texts too short to tell have no signature. */
export interface Printing {
  readonly id: string
  readonly publishedOn: string | null
  readonly signature: readonly number[] | null
  readonly bands: readonly string[] | null
}

/** A printing that does not lead: the leading one, and how similar the two are. */
export interface Reprint {
  readonly id: string
  readonly of: string
  readonly similarity: number
}

/** An article of the graph, with the leader of its text where it does not lead itself. */
export interface StoredPrinting {
  readonly printing: Printing
  readonly leader: Printing | null
}

/**
 * The new articles that are printings of texts of the graph, where nothing else changes: each belongs to one text, whose leader goes on leading.
 * Null where texts become one or have another leader, so that their printings have to be grouped anew.
 */
export function plainReprints(
  articles: readonly Printing[],
  stored: readonly StoredPrinting[],
  rules: Rules,
): readonly Reprint[] | null {
  if (findReprints(articles, rules).length > 0) return null
  const reprints: Reprint[] = []
  for (const article of articles) {
    const alike = stored.filter(({ printing }) => shareBand(article, printing) && areOneText(article, printing, rules))
    const leaders = new Map(alike.map(({ printing, leader }) => [(leader ?? printing).id, leader ?? printing]))
    const [leader] = leaders.values()
    if (leader === undefined) continue
    if (leaders.size > 1 || leads(article, leader)) return null
    reprints.push({ id: article.id, of: leader.id, similarity: similarityOf(article.signature, leader.signature, rules) })
  }
  return reprints
}

function shareBand(a: Printing, b: Printing): boolean {
  return a.bands?.some((band, place) => b.bands?.[place] === band) ?? false
}

/** The printings that do not lead, of all texts among the articles. Two articles are of one text where they are similar, or a chain of similar ones joins them. */
export function findReprints(articles: readonly Printing[], rules: Rules): readonly Reprint[] {
  const sets = new DisjointSets()
  const buckets = new Map<string, Printing[]>()
  for (const article of articles) {
    for (const [place, band] of (article.bands ?? []).entries()) {
      const bucket = buckets.get(`${place} ${band}`) ?? []
      for (const other of bucket) if (areOneText(article, other, rules)) sets.join(article.id, other.id)
      buckets.set(`${place} ${band}`, [...bucket, article])
    }
  }
  const groups = new Map<string, Printing[]>()
  for (const article of articles) groups.set(sets.find(article.id), [...(groups.get(sets.find(article.id)) ?? []), article])
  return [...groups.values()].flatMap(group => {
    const leader = group.reduce((a, b) => (leads(b, a) ? b : a))
    return group
      .filter(({ id }) => id !== leader.id)
      .map(({ id, signature }) => ({
        id,
        of: leader.id,
        similarity: similarityOf(signature, leader.signature, rules),
      }))
  })
}

export function areOneText(a: Printing, b: Printing, rules: Rules): boolean {
  return similarityOf(a.signature, b.signature, rules) >= rules.reprintSimilarity
}

function similarityOf(a: readonly number[] | null, b: readonly number[] | null, rules: Rules): number {
  return a && b ? rules.signatureSimilarity(a, b) : 0
}

/** The earliest leads; what has no date comes after what has, the smaller id decides. */
function leads(a: Printing, b: Printing): boolean {
  const [dateA, dateB] = [a.publishedOn ?? '9999', b.publishedOn ?? '9999']
  return dateA === dateB ? a.id < b.id : dateA < dateB
}
