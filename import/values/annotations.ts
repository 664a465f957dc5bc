/** What the annotate stage finds: entities of one page with all their mentions, and who holds which title. */
import type { ArticleSpan } from '../../model/span'
import type { EntityType, OrganizationKind, PersonRole, PolicyKind, RegionLevel } from '../../model/vocabulary'
import type { SegmentedPage } from './document'

/**
 * A place where an entity is named. `article` is the index in `page.articles`; `place` is 'text' for the body, or the index in `surroundings`
 * of that article; for page furniture `article` is -1 and `place` the index in `page.furniture`. `rule` names the rule that found it.
 */
export interface Mention {
  readonly entity: string
  readonly article: number
  readonly place: 'text' | number
  readonly span: ArticleSpan
  readonly quote: string
  /** What form this is: the name itself, a short form, a title used as a name (总书记), or a pronoun-like phrase (该公司), which is no alias. */
  readonly form: 'name' | 'short' | 'title' | 'anaphor'
  readonly rule: string
}

interface AnnotatedEntity {
  readonly id: string
  readonly type: EntityType
  readonly name: string
  readonly aliases: readonly string[]
}
export interface AnnotatedPerson extends AnnotatedEntity {
  readonly type: 'person'
  readonly role: PersonRole
}
export interface AnnotatedOrganization extends AnnotatedEntity {
  readonly type: 'organization'
  readonly kind: OrganizationKind
  readonly region: string | null
  readonly parent: string | null
}
export interface AnnotatedRegion extends AnnotatedEntity {
  readonly type: 'region'
  readonly adcode: string | null
  readonly level: RegionLevel
  readonly within: string | null
}
export interface AnnotatedPolicy extends AnnotatedEntity {
  readonly type: 'policy'
  readonly kind: PolicyKind
  readonly issuer: string | null
}
export type Entity = AnnotatedPerson | AnnotatedOrganization | AnnotatedRegion | AnnotatedPolicy

/** Who holds which title where, with the place of the whole phrase (office and name) in an article's text. */
export interface Position {
  readonly person: string
  readonly organization: string | null
  readonly region: string | null
  readonly title: string
  readonly former: boolean
  readonly article: number
  readonly place: 'text' | number
  readonly span: ArticleSpan
}

/** A page with everything named in it. Mentions are in reading order per article. */
export interface AnnotatedPage {
  readonly page: SegmentedPage
  readonly entities: readonly Entity[]
  readonly mentions: readonly Mention[]
  readonly positions: readonly Position[]
}
