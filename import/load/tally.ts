/**
 * What documents say of one entity, counted. A tally is a multiset: adding and taking away a document's share commutes, so the profile that is
 * computed from it does not depend on the order of loading.
 */

/** Entry → how many local entities of documents say so. Entries are tab-separated: what kind of saying, then its values. */
export type Tally = ReadonlyMap<string, number>

/** The first field of an entry. */
export const SAYS = {
  /** rank, name: the name to show */
  name: 'n',
  /** form: a printed form */
  form: 'f',
  /** attribute, value: role, kind, level, adcode */
  value: 'v',
  /** name, level, adcode: what reference data says */
  reference: 'R',
  /** form: a form that reference data knows */
  referenceForm: 'F',
  /** name: the name that a decision gives */
  renamed: 'd',
} as const

export function entry(says: (typeof SAYS)[keyof typeof SAYS], ...values: readonly (string | number)[]): string {
  return [says, ...values.map(value => String(value).replaceAll(/[\t\n]/g, ' '))].join('\t')
}

/** The sum of tallies; entries that come to nothing are gone. */
export function addTallies(...tallies: readonly Tally[]): Tally {
  const sum = new Map<string, number>()
  for (const tally of tallies) for (const [key, count] of tally) sum.set(key, (sum.get(key) ?? 0) + count)
  for (const [key, count] of sum) if (count === 0) sum.delete(key)
  return sum
}

export function negate(tally: Tally): Tally {
  return new Map([...tally].map(([key, count]) => [key, -count]))
}

/** As the graph keeps it: `count`, a tab, the entry; sorted. */
export function writeTally(tally: Tally): readonly string[] {
  return [...tally].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([key, count]) => `${count}\t${key}`)
}

export function readTally(lines: readonly string[]): Tally {
  return new Map(
    lines.map(line => {
      const tab = line.indexOf('\t')
      return [line.slice(tab + 1), Number(line.slice(0, tab))]
    }),
  )
}
