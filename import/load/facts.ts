/** What kinds of relationships documents state. */

/** The kinds of relationships that a document owns, by the labels at both ends. */
export const FACTS = {
  READ_IN: ['Entity', 'READ_IN', 'Document'],
  ARTICLE_OF: ['Article', 'PART_OF', 'Document'],
  MENTIONED_IN: ['Entity', 'MENTIONED_IN', 'Article'],
  WROTE: ['Person', 'WROTE', 'Article'],
  PUBLISHED_BY: ['Article', 'PUBLISHED_BY', 'Organization'],
  HOLDS: ['Person', 'HOLDS', 'Entity'],
  HOLDS_TITLE: ['Person', 'HOLDS_TITLE', 'Article'],
  MADE: ['Entity', 'MADE', 'Claim'],
  STATED_IN: ['Claim', 'STATED_IN', 'Article'],
  ABOUT: ['Claim', 'ABOUT', 'Entity'],
  CLAIM_STATES: ['Claim', 'STATES', 'Figure'],
  ARTICLE_STATES: ['Article', 'STATES', 'Figure'],
  MEASURES: ['Figure', 'MEASURES', 'Entity'],
  ISSUED_BY: ['Policy', 'ISSUED_BY', 'Entity'],
  APPLIES_TO: ['Policy', 'APPLIES_TO', 'Region'],
  LOCATED_IN: ['Organization', 'LOCATED_IN', 'Region'],
  REGION_PART_OF: ['Region', 'PART_OF', 'Region'],
  ORGANIZATION_PART_OF: ['Organization', 'PART_OF', 'Organization'],
} as const
export type FactKind = keyof typeof FACTS
