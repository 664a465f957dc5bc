/** Builds small extraction records for tests of the graph: mentions and places are found by looking for the words in the text. */
import type { LoadSource } from '../../import/load/load-source'
import { resolveDocument } from '../../import/resolve/resolve-document'
import type { ResolvedDocument } from '../../import/values/resolved'
import type { Evidence, ExtractionRecord, RecordArticle, RecordFigure } from '../../model/extraction-record'
import type { OrganizationKind, PersonRole, PolicyKind } from '../../model/vocabulary'

export interface SmallArticle {
  readonly text: string
  readonly title?: string
  readonly publishedOn?: string | null
  readonly outlet?: string | null
  readonly byline?: readonly string[]
}

export interface SmallDocument {
  readonly name: string
  readonly articles: readonly SmallArticle[]
  readonly people?: readonly { readonly name: string; readonly role?: PersonRole; readonly aliases?: readonly string[] }[]
  readonly organizations?: readonly {
    readonly name: string
    readonly kind?: OrganizationKind
    readonly aliases?: readonly string[]
    readonly region?: string
    readonly parent?: string
  }[]
  readonly regions?: readonly { readonly name: string; readonly adcode: string; readonly aliases?: readonly string[] }[]
  readonly policies?: readonly {
    readonly name: string
    readonly kind?: PolicyKind
    readonly aliases?: readonly string[]
    readonly issuer?: string
  }[]
  readonly positions?: readonly {
    readonly person: string
    readonly at?: string
    readonly title: string
    readonly former?: boolean
    readonly phrase: string
  }[]
  readonly claims?: readonly {
    readonly speaker: string | null
    readonly says: readonly string[]
    readonly about?: readonly string[]
  }[]
  readonly figures?: readonly {
    readonly text: string
    readonly metric: string
    readonly value: number
    readonly unit: string
    readonly subject?: string
    readonly inClaim?: number
    readonly change?: boolean
    readonly period?: string
    readonly qualifier?: RecordFigure['qualifier']
  }[]
}

/** A record; entities are referred to by their names. Throws where a word is not in any article. */
export function recordOf(small: SmallDocument): ExtractionRecord {
  const source = small.articles.map(({ text }) => text).join('\n\n')
  let at = 0
  const articles = small.articles.map((article, ordinal): RecordArticle => {
    const { text } = article
    const start = at
    at += text.length + 2
    return {
      id: `a${ordinal + 1}`,
      ordinal,
      title: article.title ?? `题${ordinal + 1}`,
      subtitle: null,
      byline: article.byline ?? [],
      outlet: article.outlet ?? null,
      kind: 'report',
      publishedOn: article.publishedOn ?? null,
      publishedBetween: null,
      first: text.slice(0, 20),
      last: text.slice(-20),
      text,
      runs: [[0, start, text.length]],
    }
  })
  const places = (word: string): Evidence[] =>
    articles.flatMap(article => {
      const found: Evidence[] = []
      const offset = article.runs[0]?.[1] ?? 0
      for (let start = article.text.indexOf(word); start >= 0; start = article.text.indexOf(word, start + 1)) {
        const end = start + word.length
        found.push({ article: article.id, start, end, sourceStart: offset + start, sourceEnd: offset + end, quote: word })
      }
      return found
    })
  const place = (word: string): Evidence => {
    const [first] = places(word)
    if (!first) throw new Error(`"${word}" stands in no article of ${small.name} (${source.length} characters).`)
    return first
  }
  const mentions = (forms: readonly string[]): Evidence[] => {
    const found: Evidence[] = []
    for (const form of [...forms].sort((a, b) => b.length - a.length))
      for (const piece of places(form))
        if (!found.some(other => other.article === piece.article && piece.start < other.end && other.start < piece.end))
          found.push(piece)
    return found.sort((a, b) => a.sourceStart - b.sourceStart)
  }
  const ids = new Map<string, string>()
  const local = <T extends { readonly name: string; readonly aliases?: readonly string[] }>(
    list: readonly T[] | undefined,
    prefix: string,
  ) =>
    (list ?? []).map((item, index) => {
      const aliases = [...new Set([item.name, ...(item.aliases ?? [])])]
      ids.set(item.name, `${prefix}${index + 1}`)
      return { item, id: `${prefix}${index + 1}`, name: item.name, aliases, mentions: mentions(aliases) }
    })
  const people = local(small.people, 'p')
  const organizations = local(small.organizations, 'o')
  const regions = local(small.regions, 'r')
  const policies = local(small.policies, 'y')
  const idOf = (name: string | null | undefined): string | null => {
    if (name === null || name === undefined) return null
    const id = ids.get(name)
    if (!id) throw new Error(`${small.name} has no entity ${name}.`)
    return id
  }
  const claims = (small.claims ?? []).map(({ speaker, says, about }, index) => {
    const evidence = says.map(place)
    return {
      id: `c${index + 1}`,
      article: evidence[0]?.article ?? 'a1',
      speaker: idOf(speaker),
      spans: says,
      mode: 'indirect' as const,
      verb: '说',
      about: (about ?? []).map(name => idOf(name) as string),
      evidence,
      attribution: null,
    }
  })
  return {
    document: small.name,
    publishedOn: small.articles[0]?.publishedOn ?? null,
    outlet: null,
    url: null,
    articles,
    people: people.map(({ item, ...entity }) => ({
      ...entity,
      role: item.role ?? 'official',
      articles: [...new Set(entity.mentions.map(({ article }) => article))],
    })),
    organizations: organizations.map(({ item, ...entity }) => ({
      ...entity,
      kind: item.kind ?? 'government',
      region: idOf(item.region),
      parent: idOf(item.parent),
    })),
    regions: regions.map(({ item: { adcode }, ...entity }) => ({
      ...entity,
      adcode,
      level: adcode.endsWith('0000') ? 'province' : adcode.endsWith('00') ? 'prefecture' : 'county',
      within: null,
    })),
    policies: policies.map(({ item, ...entity }) => ({ ...entity, kind: item.kind ?? 'plan', issuer: idOf(item.issuer) })),
    positions: (small.positions ?? []).map(({ person, at: where, title, former, phrase }) => {
      const id = idOf(where)
      return {
        person: idOf(person) as string,
        organization: id?.startsWith('o') ? id : null,
        title,
        region: id?.startsWith('r') ? id : null,
        former: former ?? false,
        evidence: [place(phrase)],
      }
    }),
    claims,
    figures: (small.figures ?? []).map(({ text, metric, value, unit, subject, inClaim, change, period, qualifier }) => {
      const evidence = place(text)
      return {
        article: evidence.article,
        claim: inClaim === undefined ? null : (claims[inClaim]?.id ?? null),
        text,
        metric,
        value,
        unit,
        subject: idOf(subject),
        period: period ?? null,
        change: change ?? false,
        qualifier: qualifier ?? null,
        evidence,
      }
    }),
    warnings: [],
  }
}

/** What loading takes: the resolved record and the document it was read in. */
export function loadable(
  small: SmallDocument,
  extractor = 'test',
): { readonly resolved: ResolvedDocument; readonly source: LoadSource } {
  const record = recordOf(small)
  const text = small.articles.map(article => article.text).join('\n\n')
  return { resolved: resolveDocument(record), source: { name: small.name, text, meta: {}, extractor } }
}
