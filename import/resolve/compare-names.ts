/** Are two printed names one thing? The judgement that `maitu compare` prints, from the names alone. */
import { chainOf } from '../lexicons/gazetteer'
import type { ComparableType } from '../values/comparable'
import { normaliseName } from './normalise'
import { type OrganizationName, readOrganizationName } from './organization-name'
import { readPolicyTitle } from './policy-title'
import { readRegionName } from './region-name'

export type Judgement = 'same' | 'different' | 'unsure'

export interface Comparison {
  readonly judgement: Judgement
  readonly why: string
}

/** Judges two names of one type. Never calls two names the same for likeness alone. */
export function compareNames(type: ComparableType, a: string, b: string): Comparison {
  if (type === 'organization') return compareOrganizations(a, b)
  if (type === 'policy') return comparePolicies(a, b)
  return compareRegions(a, b)
}

function compareOrganizations(a: string, b: string): Comparison {
  const x = readOrganizationName(a)
  const y = readOrganizationName(b)
  if (x.ordinals !== y.ordinals && x.ordinals && y.ordinals)
    return { judgement: 'different', why: `ordinals differ: ${x.ordinals} and ${y.ordinals}` }
  if (x.key === y.key) return legalForms(x, y) ?? { judgement: 'same', why: `one regular name: ${x.core}` }
  if (x.class === 'organ' && y.class === 'organ') {
    if (x.region !== y.region && x.region && y.region)
      return { judgement: 'different', why: `regions differ: ${x.region} and ${y.region}` }
    if (x.core !== y.core) return { judgement: 'different', why: `organs differ: ${x.core} and ${y.core}` }
    if (x.zone !== y.zone && x.zone && y.zone)
      return { judgement: 'different', why: `zones or levels differ: ${x.zone} and ${y.zone}` }
    return { judgement: 'unsure', why: 'one organ, the region of one is not said' }
  }
  const placed = [x, y].find(({ class: is, region }) => is === 'organ' && region !== null)
  const known = [x, y].find(({ class: is }) => is === 'reference')
  if (placed && known) return { judgement: 'different', why: `${known.core} and an organ of ${placed.region}` }
  if (x.class === 'reference' && y.class === 'reference')
    return { judgement: 'different', why: `two known bodies: ${x.core} and ${y.core}` }
  if (x.core === y.core) {
    if (x.region && y.region && x.region !== y.region)
      return { judgement: 'different', why: `regions differ: ${x.region} and ${y.region}` }
    return (
      legalForms(x, y) ?? { judgement: x.distinctive && y.distinctive ? 'same' : 'unsure', why: `one proper name: ${x.core}` }
    )
  }
  const [short, long] = x.core.length <= y.core.length ? [x.core, y.core] : [y.core, x.core]
  if (isInstituteAbbreviation(short, long)) return { judgement: 'same', why: `${short} abbreviates ${long}` }
  if (isPlaced(a, b) || isPlaced(b, a)) return { judgement: 'unsure', why: 'one name, the region of one is not said' }
  if (long.startsWith(short) && LEGAL_FORM.test(long.slice(short.length)))
    return { judgement: 'unsure', why: `${short} with and without a legal form` }
  if (short.length >= SPEAKING && long === `${short}大学`) return { judgement: 'same', why: `${long} without its kind` }
  if (long.startsWith(short)) return { judgement: 'different', why: `${short} and a part or offshoot of it` }
  const kind = COMPLETE.exec(short)?.[0]
  if (kind !== undefined && long.includes(kind)) return { judgement: 'different', why: `two whole names: ${short} and ${long}` }
  if (isAbbreviation(short, long) && short.length >= 2) return { judgement: 'unsure', why: `${short} could abbreviate ${long}` }
  return { judgement: 'different', why: `proper names differ: ${x.core} and ${y.core}` }
}

const LEGAL_FORM = /^(?:集团)?(?:股份|控股)?(?:有限公司|有限责任公司|公司)$/u

/** 华东理工 can only be the university. */
const SPEAKING = 4

/** A name that keeps the word for its kind is none that was shortened: 西北大学 is not 西北师范大学. */
const COMPLETE = /(?:大学|学院|医院|银行|[日晚早时商]报|司)$/u

/** 北京市朝阳区教育局 and 朝阳区教育局: the second is the end of the first, and a division or two stand before it. */
function isPlaced(long: string, short: string): boolean {
  const [whole, end] = [normaliseName(long), normaliseName(short)]
  return (
    whole.length > end.length &&
    end.length >= 4 &&
    whole.endsWith(end) &&
    readRegionName(whole.slice(0, -end.length)).candidates.length > 0
  )
}

function legalForms(x: OrganizationName, y: OrganizationName): Comparison | null {
  if ((x.legal === 'group' && y.legal === 'stock') || (x.legal === 'stock' && y.legal === 'group'))
    return { judgement: 'unsure', why: 'a group and a joint-stock company of one name' }
  return null
}

/** 长春光机所 and 中科院长春光学精密机械与物理所: the same city, the same suffix, the field abbreviated. */
function isInstituteAbbreviation(short: string, long: string): boolean {
  const form = /^(?:中科院)?(.+?)(所|台|站|天文台|植物园)$/u
  const x = form.exec(short)
  const y = form.exec(long)
  if (!x?.[1] || !y?.[1] || x[2] !== y[2] || !long.startsWith('中科院')) return false
  return x[1].length >= 3 && x[1].slice(0, 2) === y[1].slice(0, 2) && isAbbreviation(x[1], y[1])
}

/** Whether the characters of `short` stand in `long` in order, beginning with its first. */
function isAbbreviation(short: string, long: string): boolean {
  if (short[0] !== long[0]) return false
  let at = 0
  for (const character of long) if (character === short[at]) at++
  return at === short.length
}

function comparePolicies(a: string, b: string): Comparison {
  const x = readPolicyTitle(a)
  const y = readPolicyTitle(b)
  if (x.key === y.key) return { judgement: 'same', why: `one regular title: ${x.title}` }
  if (x.terms !== y.terms)
    return { judgement: 'different', why: `years, periods or drafts differ: ${x.terms || 'none'} and ${y.terms || 'none'}` }
  if (x.region && y.region && x.region !== y.region)
    return { judgement: 'different', why: `regions differ: ${x.region} and ${y.region}` }
  if (x.title === y.title) return { judgement: 'unsure', why: 'one title, the issuer of one is not said' }
  if (x.title.includes(y.title) || y.title.includes(x.title)) return { judgement: 'unsure', why: 'one title within the other' }
  return { judgement: 'different', why: `titles differ: ${x.title} and ${y.title}` }
}

function compareRegions(a: string, b: string): Comparison {
  const x = readRegionName(a)
  const y = readRegionName(b)
  if (x.key === y.key) return { judgement: 'same', why: `one division: ${x.name}` }
  if (x.candidates.length > 0 && y.candidates.length > 0) {
    const shared = x.candidates.filter(code => y.candidates.includes(code))
    if (shared.length > 0)
      return { judgement: 'unsure', why: `the name can mean ${x.candidates.join(', ')} or ${y.candidates.join(', ')}` }
    const nested = x.candidates.some(code =>
      y.candidates.some(other => chainOf(code).includes(other) || chainOf(other).includes(code)),
    )
    return {
      judgement: 'different',
      why: nested ? 'one lies in the other' : `codes differ: ${x.candidates[0]} and ${y.candidates[0]}`,
    }
  }
  return { judgement: 'different', why: `names differ: ${x.name} and ${y.name}` }
}
