/** Reads a printed region name into a division or macro-region of the reference, or leaves it a name of its own. */
import { divisionOf, divisionsNamed, macroRegionNamed } from '../lexicons/gazetteer'
import { normaliseName } from './normalise'
import { readRegionPrefix } from './region-prefix'

export interface RegionName {
  /** Codes it can mean, the likeliest first; empty for macro-regions, zones and foreign places. */
  readonly candidates: readonly string[]
  readonly name: string
  readonly key: string
}

/** Identity key of the country. */
export const COUNTRY_KEY = 'region|country|中国'
const COUNTRY_FORMS = new Set(['中国', '中华人民共和国', '我国', '全国', '新中国'])

/** The identity key of a division. */
export function divisionKey(code: string): string {
  return `region|${code}`
}

/** The identity key of a macro-region, by its canonical name. */
export function macroRegionKey(name: string): string {
  return `region|macro|${name}`
}

/** Reads a printed name. An ambiguous short name (吉林) takes the higher level and keeps the others as candidates. */
export function readRegionName(printed: string): RegionName {
  const name = normaliseName(printed)
  if (COUNTRY_FORMS.has(name)) return { candidates: [], name: '中国', key: COUNTRY_KEY }
  const macro = macroRegionNamed(name)
  if (macro) return { candidates: [], name: macro.name, key: macroRegionKey(macro.name) }
  const whole = divisionsNamed(name)
  const prefix = whole.length > 0 ? null : readRegionPrefix(name)
  const nested = prefix?.code ? divisionsNamed(prefix.rest).filter(({ parent }) => parent === prefix.code) : []
  const candidates = (whole.length > 0 ? whole : nested).map(({ code }) => code)
  const [first] = candidates
  const colloquial = first ? null : nationalityDropped(name)
  const code = first ?? colloquial
  if (!code) return { candidates: [], name, key: `region|named|${name}` }
  return { candidates: candidates.length > 0 ? candidates : [code], name: divisionOf(code)?.name ?? name, key: divisionKey(code) }
}

/** 延边州 is 延边朝鲜族自治州, 长阳县 长阳土家族自治县. */
function nationalityDropped(name: string): string | null {
  const suffix = /(州|县|旗)$/u.exec(name)?.[1]
  if (!suffix) return null
  const match = divisionsNamed(name.slice(0, -1)).find(division => division.name.endsWith(`自治${suffix}`))
  return match?.code ?? null
}
