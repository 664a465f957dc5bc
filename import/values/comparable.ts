/** What names can be of that are compared by themselves. */
export const COMPARABLE_TYPES = ['organization', 'policy', 'region'] as const
export type ComparableType = (typeof COMPARABLE_TYPES)[number]
