/**
 * The extraction record: everything that was read in one document. It is what `maitu extract` writes, what is scored, and what is loaded
 * into the graph. Strings are as printed; ids are unique within the record across people, organizations, regions and policies.
 */
import type { Run } from './span'
import type { ArticleKind, ClaimMode, OrganizationKind, PersonRole, PolicyKind, Qualifier, RegionLevel } from './vocabulary'

/**
 * A place that shows something: `quote` is `article.text.slice(start, end)`; `sourceStart` and `sourceEnd` are offsets into the original text of the
 * document (for formats other than plain text: into the text layer that was read). All in UTF-16 code units, ends exclusive.
 */
export interface Evidence {
  readonly article: string
  readonly start: number
  readonly end: number
  readonly sourceStart: number
  readonly sourceEnd: number
  readonly quote: string
}

export interface RecordArticle {
  readonly id: string
  /** 0-based place in the reading order of the page. */
  readonly ordinal: number
  readonly title: string
  readonly subtitle: string | null
  readonly byline: readonly string[]
  /** The agency or paper that the byline names, or null. */
  readonly outlet: string | null
  readonly kind: ArticleKind
  /** ISO date where the article or page says it, else null. */
  readonly publishedOn: string | null
  /** Bounds that the text gives where it says no date, ISO dates, either may be null. */
  readonly publishedBetween: readonly [from: string | null, to: string | null] | null
  /** The first and last 20 characters of the body. */
  readonly first: string
  readonly last: string
  /** The cleaned body. All article offsets point into it. */
  readonly text: string
  readonly runs: readonly Run[]
}

interface RecordEntity {
  readonly id: string
  readonly name: string
  /** Every printed form, the name included where it is printed. */
  readonly aliases: readonly string[]
  /** Every place where it is named, titles used as names included, in reading order. */
  readonly mentions: readonly Evidence[]
}

export interface RecordPerson extends RecordEntity {
  readonly role: PersonRole
  readonly articles: readonly string[]
}

export interface RecordOrganization extends RecordEntity {
  readonly kind: OrganizationKind
  /** Id of the region where it is, or null. */
  readonly region: string | null
  /** Id of the organization it is a part of, where the name or the text says so. */
  readonly parent: string | null
}

export interface RecordRegion extends RecordEntity {
  /** GB/T 2260 six digits, or null for zones, new areas, macro-regions and the country. */
  readonly adcode: string | null
  readonly level: RegionLevel
  /** For what has no code of its own: the six digits of the division it lies in, where known. */
  readonly within: string | null
}

export interface RecordPolicy extends RecordEntity {
  readonly kind: PolicyKind
  /** Id of the organization or region that issued it, or null. */
  readonly issuer: string | null
}

export interface RecordPosition {
  readonly person: string
  readonly organization: string | null
  readonly title: string
  /** Id of the region where the title is the head of a region or the text names no body. */
  readonly region: string | null
  /** True where the text calls it a former office (时任, 原). */
  readonly former: boolean
  readonly evidence: readonly Evidence[]
}

export interface RecordClaim {
  readonly id: string
  readonly article: string
  /** Id of a person, or of the organization for which an unnamed person speaks; null where the text names none. */
  readonly speaker: string | null
  /** What was said, as printed, in reading order. */
  readonly spans: readonly string[]
  readonly mode: ClaimMode
  readonly verb: string | null
  readonly about: readonly string[]
  /** One for each of `spans`, in the same order. */
  readonly evidence: readonly Evidence[]
  /** The attribution phrase itself (辽宁省某厅副厅长某某说), where there is one. */
  readonly attribution: Evidence | null
}

export interface RecordFigure {
  readonly article: string
  readonly claim: string | null
  readonly text: string
  readonly metric: string
  /** The number with its scale applied: 132.6万户 is 1326000 户. */
  readonly value: number
  readonly unit: string
  readonly subject: string | null
  readonly period: string | null
  readonly change: boolean
  readonly qualifier: Qualifier | null
  readonly evidence: Evidence
}

/** A doubt: what, in one sentence, and where. `line` is the 1-based line in the original text. */
export interface RecordWarning {
  readonly code: string
  readonly message: string
  readonly line: number | null
}

export interface ExtractionRecord {
  /** File name with its ending. */
  readonly document: string
  readonly publishedOn: string | null
  /** The paper or site that the page belongs to, as printed, or null. */
  readonly outlet: string | null
  readonly url: string | null
  readonly articles: readonly RecordArticle[]
  readonly people: readonly RecordPerson[]
  readonly organizations: readonly RecordOrganization[]
  readonly regions: readonly RecordRegion[]
  readonly policies: readonly RecordPolicy[]
  readonly positions: readonly RecordPosition[]
  readonly claims: readonly RecordClaim[]
  readonly figures: readonly RecordFigure[]
  readonly warnings: readonly RecordWarning[]
}
