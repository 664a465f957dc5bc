/** Decides which division a form means, by what stands before it and by the other regions of the page. */
import { chainOf, type Division, isWithin } from '../../lexicons/gazetteer'
import type { RegionFind } from '../finds'
import type { RegionCandidate } from './find-divisions'
import type { RegionForm } from './region-forms'

/** Which divisions the page speaks of, with how often; `home` is the one its paper belongs to. */
class Evidence {
  private readonly seen = new Map<string, number>()

  add(division: Division, weight: number): void {
    for (const code of chainOf(division.code)) this.seen.set(code, (this.seen.get(code) ?? 0) + weight)
  }

  of(code: string): number {
    return this.seen.get(code) ?? 0
  }
}

/**
 * The regions that the candidates of all zones mean. A form with one bearer in full is that division; one directly after another region lies in it;
 * else the division counts whose surroundings the page names most, and of equals the highest. Short forms of counties and ordinary
 * words need such evidence to count at all.
 */
export function resolveDivisions(perZone: readonly (readonly RegionCandidate[])[]): RegionFind[][] {
  const evidence = new Evidence()
  for (const candidates of perZone)
    for (const { form, before } of candidates)
      if (form.full && form.divisions.length === 1) evidence.add(form.divisions[0] as Division, 2)
      else if (!form.ordinary && form.divisions.length > 0 && before < 0 && form.divisions[0]?.level !== 'county')
        evidence.add(form.divisions[0] as Division, 1)
  const named = new Set<string>()
  for (const candidates of perZone)
    for (const { form } of candidates) if (form.full) for (const division of form.divisions) named.add(division.code)
  return perZone.map(candidates => {
    const finds: RegionFind[] = []
    const resolved: (RegionFind | null)[] = []
    for (const candidate of candidates) {
      const before = candidate.before >= 0 ? (resolved[candidate.before] ?? null) : null
      const find = resolve(candidate, before, evidence, named)
      resolved.push(find)
      if (find) finds.push(find)
    }
    return finds
  })
}

function resolve(
  candidate: RegionCandidate,
  before: RegionFind | null,
  evidence: Evidence,
  named: ReadonlySet<string>,
): RegionFind | null {
  const { form, zone, start, end } = candidate
  if (form.other) {
    if (!candidate.sure && form.other.level !== 'zone') return null
    // 大埔 and 北区 are those of Hong Kong only where the page speaks of it.
    if (/^8[12]0000$/u.test(form.other.within ?? '') && evidence.of(form.other.within as string) === 0) return null
    // 云溪省东部 is a part of the province, not the east of the country.
    if (form.other.level === 'macro_region' && before?.division) return null
    return { zone, start, end, rule: 'reference-region', ...form.other, division: null, nestedFrom: null }
  }
  const above = before?.division?.code ?? null
  const inside = above
    ? form.divisions.find(
        division =>
          division.code !== above && isWithin(division.code, above) && (!form.listed || form.full || division.parent === above),
      )
    : undefined
  const sibling = inside || form.full ? undefined : siblingOf(candidate, evidence)
  const best = inside ?? sibling ?? choose(eligible(form, named), evidence)
  if (!best) return null
  const isFull = form.full && best.name.length === end - start
  if (!inside && !sibling && !isFull) {
    if (
      form.ordinary &&
      !named.has(best.code) &&
      !(form.listed && candidate.place && best.level === 'county' && best.parent !== null && evidence.of(best.parent) > 0) &&
      !(best.level === 'county' && candidate.sure && !form.listed && spokenOf(best, evidence))
    )
      return null
    if (!candidate.sure && best.level !== 'province') return null
  }
  if (
    !inside &&
    !sibling &&
    form.ordinary &&
    end - start === 2 &&
    (isFull ? !spokenOf(best, evidence, 1) : !named.has(best.code) && best.level !== 'county')
  )
    return null
  return {
    zone,
    start,
    end,
    rule: isFull ? 'division-full' : 'division-short',
    key: best.code,
    name: best.name,
    level: best.level,
    division: best,
    within: best.parent,
    nestedFrom: inside && before ? (before.nestedFrom ?? before.start) : null,
  }
}

/** The county that a short form means beside another county of the same prefecture, where the page names that: 云溪市…青陵、和平两区. */
function siblingOf({ form, beside, sure }: RegionCandidate, evidence: Evidence): Division | undefined {
  if (!sure || beside.length === 0) return undefined
  return form.divisions.find(
    ({ level, parent, code }) =>
      level === 'county' &&
      parent !== null &&
      evidence.of(parent) > 0 &&
      beside.some(({ divisions }) =>
        divisions.some(other => other.level === 'county' && other.parent === parent && other.code !== code),
      ),
  )
}

/** A short form that a province or a prefecture bears means no county, unless the page names that county in full. */
function eligible(form: RegionForm, named: ReadonlySet<string>): readonly Division[] {
  if (form.full || form.divisions[0]?.level === 'county') return form.divisions
  // 吉林 is the province; the city of that name is called 吉林市.
  if (form.divisions[0]?.level === 'province') return form.divisions.slice(0, 1)
  return form.divisions.filter(division => division.level !== 'county' || named.has(division.code))
}

function choose(divisions: readonly Division[], evidence: Evidence): Division | null {
  let best: Division | null = null
  let most = -1
  for (const division of divisions) {
    const parent = division.parent
    const score =
      evidence.of(division.code) * 4 +
      (parent ? evidence.of(parent) * 2 : 0) +
      (parent ? evidence.of(chainOf(division.code).at(-1) as string) : 0)
    // A province or a city of one name with others is meant where the page does not speak of the others.
    const weighed = division.level === 'province' ? score + 4 : division.level === 'prefecture' ? score + 2 : score
    if (weighed > most) {
      best = division
      most = weighed
    }
  }
  return best
}

/** Whether the page names the province of a county; with `own` more than the county's own mentions count, its prefecture. */
function spokenOf(division: Division, evidence: Evidence, own = 0): boolean {
  const province = chainOf(division.code).at(-1) as string
  return evidence.of(own > 0 ? (division.parent ?? province) : province) > own * 2 * evidence.of(division.code)
}
