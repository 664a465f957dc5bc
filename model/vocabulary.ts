/** The closed lists of Maitu: what kinds of things the graph holds. The words are those of the annotation guide; the API shows them in capitals. */

export const PERSON_ROLES = ['official', 'executive', 'expert', 'worker', 'journalist', 'other'] as const
export type PersonRole = (typeof PERSON_ROLES)[number]

export const ORGANIZATION_KINDS = [
  'government',
  'party',
  'legislature',
  'company',
  'university',
  'research',
  'media',
  'association',
  'school',
  'park',
  'other',
] as const
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number]

export const POLICY_KINDS = ['strategy', 'plan', 'programme', 'regulation', 'document', 'concept', 'campaign'] as const
export type PolicyKind = (typeof POLICY_KINDS)[number]

export const ARTICLE_KINDS = ['report', 'brief', 'commentary', 'list', 'caption'] as const
export type ArticleKind = (typeof ARTICLE_KINDS)[number]

export const CLAIM_MODES = ['direct', 'indirect', 'mixed'] as const
export type ClaimMode = (typeof CLAIM_MODES)[number]

/** Levels of the region hierarchy; ZONE is a new area or development zone, MACRO_REGION a set of provinces (东北). */
export const REGION_LEVELS = ['country', 'macro_region', 'province', 'prefecture', 'county', 'township', 'zone'] as const
export type RegionLevel = (typeof REGION_LEVELS)[number]

/** How far the printed number is exact: 近 and 不到 → near/below, 超 and 逾 → above, 约 → about, 余 and 多 → over. */
export const QUALIFIERS = ['near', 'below', 'above', 'about', 'over'] as const
export type Qualifier = (typeof QUALIFIERS)[number]

export const VERDICTS = ['agree', 'differ', 'update'] as const
export type Verdict = (typeof VERDICTS)[number]

/** The four kinds of things that mentions are resolved to. */
export const ENTITY_TYPES = ['person', 'organization', 'region', 'policy'] as const
export type EntityType = (typeof ENTITY_TYPES)[number]

/** Node labels of the graph. */
export const LABELS = ['Document', 'Article', 'Person', 'Organization', 'Region', 'Policy', 'Claim', 'Figure'] as const
export type Label = (typeof LABELS)[number]

export const LABEL_OF_ENTITY: Readonly<Record<EntityType, Label>> = {
  person: 'Person',
  organization: 'Organization',
  region: 'Region',
  policy: 'Policy',
}
