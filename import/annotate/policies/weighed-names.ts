/**
 * Names without title marks that many weak signs tell together: 联农带农机制, 城乡公交一体化改革, 水库移民后期扶持政策.
 * Where such a name begins, and whether it is one at all, a log-linear model weighs that scripts/train-policy-names.mjs trains (docs/decisions/policy-names.md).
 */
import type { PolicyKind } from '../../../model/vocabulary'
import { gather } from '../../gather'
import type { Zone } from '../text/zone'
import { documentKind, kindAsPrinted, kindWordBefore } from './kind-words'
import { candidatesIn, type NameCandidate, signsOf, timesIn } from './name-candidates'
import learned from './name-weights.json'
import { type PolicySighting, sightingAt } from './policy-group'

/** How probable it must be that the words are a name at all. */
const SURE = 0.55
/** How near its odds must come to the best, for the name to be known from another beginning as well; nearer where it begins with a set-off word: 春耕“百日攻坚”行动, “百日攻坚”行动. */
const ALSO = 0.5
const ALSO_SET_OFF = 0.1
/** What a weight of 1 is written as. */
export const SCALE = 100

const weights = new Map(
  Object.entries(learned as Record<string, Record<string, number>>).map(
    ([group, signs]) => [group, new Map(Object.entries(signs))] as const,
  ),
)

/** The sightings of the zones of a page; `bodies` has a 1 for each character of a body's name in the zone of that index. */
export function findWeighedNames(zones: readonly Zone[], bodies: ReadonlyMap<number, Uint8Array>): PolicySighting[] {
  const candidates = gather(zones, zone => candidatesIn(zone, bodies.get(zone.index)))
  const timesOf = timesIn(candidates)
  const chosen = candidates.flatMap(candidate => choose(candidate, timesOf) ?? [])
  // 城乡渔民意外保险 and 渔民意外保险 are one where the page has both.
  const found = new Set(chosen.map(({ candidate: { zone, end }, start }) => zone.folded.slice(start, end)))
  const longer = new Map<string, string>()
  for (const { candidate, start } of chosen) {
    const { zone, end, starts } = candidate
    for (const from of starts) {
      const short = zone.folded.slice(from, end)
      const known = longer.get(short)
      if (from > start && found.has(short) && (!known || known.length < end - start))
        longer.set(short, zone.text.slice(start, end))
    }
  }
  return chosen.map(({ candidate: { zone, end }, start, others }) => {
    const name = zone.folded.slice(start, end)
    const sighting = sightingAt(zone, start, end, kindAsPrinted(kindOf(name), zone.text.slice(start, end)), 'weighed-name')
    const whole = longer.get(name)
    const forms = [...(whole ? [whole] : []), ...sighting.forms, ...others.map(from => zone.text.slice(from, end))]
    return { ...sighting, forms: [...new Set(forms)] }
  })
}

/** Where the name begins, and where else it may well begin; null where it is none. */
function choose(candidate: NameCandidate, timesOf: (name: string) => string) {
  const { zone, end, starts } = candidate
  const odds = starts.map(start => {
    let sum = 0
    signsOf(candidate, start, timesOf(zone.folded.slice(start, end)), (group, sign) => {
      sum += weights.get(group)?.get(sign) ?? 0
    })
    return Math.exp(sum / SCALE)
  })
  const all = odds.reduce((sum, each) => sum + each, 0)
  if (all / (1 + all) < SURE) return null
  const best = Math.max(...odds)
  const start = starts[odds.indexOf(best)] as number
  const least = best * (zone.folded[start] === '“' ? ALSO_SET_OFF : ALSO)
  return { candidate, start, others: starts.filter((other, i) => (odds[i] as number) >= least && other !== start) }
}

const kindOf = (name: string): PolicyKind =>
  /(?:整治|攻坚)$/u.test(name) ? 'campaign' : (kindWordBefore(name, name.length, 1)?.value ?? documentKind(name) ?? 'programme')
