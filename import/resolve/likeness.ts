/**
 * What names that may be one have in common: bodies the first two characters of their proper name, or what organ they are, with and without the division next
 * before it; policies the first four characters of their title. A cheap first sieve: whether two such names are worth a question is for `compareNames` to say.
 */
import type { EntityType } from '../../model/vocabulary'
import { divisionOf } from '../lexicons/gazetteer'
import { regularOrganName } from './organ-name'
import { readOrganizationName } from './organization-name'
import { readPolicyTitle } from './policy-title'
import { readRegionPrefix } from './region-prefix'

const BRAND = 2
const TITLE = 4
const OF_THE_COUNTRY = /^(?:中国|国家|全国|中华)(?=.{2})/u
/** A district that many cities have, before an organ of it. */
const SHARED_DIVISION = /^(.{1,5}?[区县市旗])(.{3,})$/u
/** What follows a region in names of one kind and tells nothing. */
const COMMON = /^(?:大学|学院|医院|银行|日报|晚报|电视|广播|中学|小学|博物|图书|科学|工业|农业|师范|职业|高新|经济|第.)/u
const CACHE_LIMIT = 20_000
const cache = new Map<string, readonly string[]>()

/** The likenesses of a shown name; none where names of the type are not compared. */
export function likenessesOf(type: EntityType, name: string): readonly string[] {
  if (type !== 'organization' && type !== 'policy') return []
  const place = `${type} ${name}`
  const known = cache.get(place)
  if (known) return known
  if (cache.size >= CACHE_LIMIT) cache.clear()
  const found = (type === 'policy' ? ofPolicy(name) : ofOrganization(name)).filter(text => text.length >= BRAND)
  cache.set(place, found)
  return found
}

function ofPolicy(name: string): readonly string[] {
  return [start(readRegionPrefix(readPolicyTitle(name).title).rest, TITLE)]
}

function ofOrganization(name: string): readonly string[] {
  const { class: is, core, region, zone } = readOrganizationName(name)
  if (is === 'organ') return ofOrgan(core, zone ?? (region === null ? null : (divisionOf(region)?.name ?? null)))
  const [, division, rest] = (is === 'institution' && SHARED_DIVISION.exec(core)) || []
  const organ = rest === undefined ? null : regularOrganName(rest)
  if (division !== undefined && organ !== null) return ofOrgan(organ, division)
  const own = readRegionPrefix(core.replace(OF_THE_COUNTRY, '')).rest
  return [COMMON.test(own) ? start(core, TITLE) : start(own, BRAND)]
}

function ofOrgan(organ: string, division: string | null): readonly string[] {
  return division === null ? [organ] : [organ, division + organ]
}

function start(text: string, length: number): string {
  return [...text].slice(0, length).join('')
}
