/** Reads a printed region name into a division or macro-region of the reference, or leaves it a name of its own. */
import { chainOf, type Division, divisionOf, divisionsNamed, macroRegionNamed } from '../lexicons/gazetteer'
import regionNames from '../lexicons/region-names.json'
import { normaliseName } from './normalise'
import { readRegionPrefix } from './region-prefix'

export interface RegionName {
  /** Codes it can mean, the likeliest first; empty for macro-regions, zones and foreign places. */
  readonly candidates: readonly string[]
  readonly name: string
  readonly key: string
}

/** 沪 is 上海市: a character that stands for a province where nothing else is named. */
const LETTERS: ReadonlyMap<string, string> = new Map(Object.entries(regionNames.letters))
/** 襄樊市 is 襄阳市: former, literary and shortened names. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map(Object.entries({ ...regionNames.names, ...regionNames.former }))
/** 中原 is more often another word than the short form of 中原区. */
const ORDINARY = new Set(regionNames.ordinary)

/** What many divisions have: it tells nothing without the division before it. */
export const BARE_ZONE =
  /^(?:国家级?)?(?:高新区|开发区|经开区|新区|自贸区|自贸试验区|自由贸易试验区|示范区|保税区|综合保税区|产业园|园区|科技城|新城)$/u

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
  const candidates = whole.length > 0 ? whole : nested(name)
  const [first, second] = candidates
  // 鼓楼区 is many, and nothing in the name says which; 吉林 is the province before the city.
  if (first?.level === 'county' && (second || (ORDINARY.has(name) && first.name !== name)))
    return { candidates: candidates.map(({ code }) => code), name, key: `region|ambiguous|${name}` }
  const code = first?.code ?? LETTERS.get(name) ?? OTHER_NAMES.get(name) ?? nationalityDropped(name) ?? becameCity(name)
  if (!code) return { candidates: [], name, key: `region|named|${zoneName(name)}` }
  return {
    candidates: candidates.length > 0 ? candidates.map(({ code: each }) => each) : [code],
    name: divisionOf(code)?.name ?? name,
    key: divisionKey(code),
  }
}

/** The name of a zone without the division before it and without its kind, where it stays a name of its own: 重庆两江新区 is 两江. */
function zoneName(name: string): string {
  const { rest } = readRegionPrefix(name)
  const zone = (BARE_ZONE.test(rest) ? name : rest).replace('自贸', '自由贸易')
  return divisionsNamed(zone.replace(/新区$/u, '')).length > 0 ? zone : zone.replace(/(?<=..)(?:新区|市)$/u, '')
}

/** 沈阳市浑南区: a division after one that it lies in. */
function nested(name: string): readonly Division[] {
  for (let at = name.length - 2; at >= 2; at--) {
    const inner = divisionsEnding(name.slice(at))
    if (inner.length === 0) continue
    const outer = new Set(readOuter(name.slice(0, at)))
    const found = inner.filter(({ code }) =>
      chainOf(code)
        .slice(1)
        .some(above => outer.has(above)),
    )
    if (found.length > 0) return found
  }
  return []
}

function readOuter(name: string): readonly string[] {
  const whole = divisionsNamed(name)
  return (whole.length > 0 ? whole : nested(name)).map(({ code }) => code)
}

function divisionsEnding(name: string): readonly Division[] {
  const named = divisionsNamed(name)
  const short = named.length > 0 ? null : nationalityDropped(name)
  const division = short === null ? null : divisionOf(short)
  return division ? [division] : named
}

/** 毕节地区 is 毕节市 since it became a city. */
function becameCity(name: string): string | null {
  if (!name.endsWith('地区')) return null
  return divisionsNamed(`${name.slice(0, -2)}市`).find(({ level }) => level === 'prefecture')?.code ?? null
}

/** 延边州 is 延边朝鲜族自治州, 长阳县 长阳土家族自治县. */
function nationalityDropped(name: string): string | null {
  const suffix = /(州|县|旗)$/u.exec(name)?.[1]
  if (!suffix) return null
  const match = divisionsNamed(name.slice(0, -1)).find(division => division.name.endsWith(`自治${suffix}`))
  return match?.code ?? null
}
