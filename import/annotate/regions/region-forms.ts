/** The printed forms of regions that stand in reference data, ready to be found in a text. */

import countries from '../../lexicons/countries.json'
import { DIVISIONS, type Division, divisionOf, MACRO_REGIONS } from '../../lexicons/gazetteer'
import regionNames from '../../lexicons/region-names.json'
import zones from '../../lexicons/zones.json'
import { fold } from '../text/fold'
import { Trie } from '../text/trie'

export interface RegionForm {
  /** The divisions that bear it, where it is a division. */
  readonly divisions: readonly Division[]
  /** Whether it is the full name, which needs no evidence. */
  readonly full: boolean
  /** Whether it is more often another word, so that evidence must stand beside it. */
  readonly ordinary: boolean
  /** Whether the list of ordinary words has it, so that only its own region above beside it makes it one. */
  readonly listed: boolean
  /** What it names where it is no division. */
  readonly other: {
    readonly key: string
    readonly name: string
    readonly level: 'country' | 'macro_region' | 'zone'
    readonly within: string | null
  } | null
}

/** Two-character full names of counties that name nothing by themselves (阳泉市郊区). */
const VAGUE = new Set(['城区', '郊区', '矿区', '东区', '西区', '南区', '北区', '新区', '县区', '市区', '市县', '林区', '港区'])

const ordinary = new Set(regionNames.ordinary)
let forms: Trie<RegionForm | null> | null = null

/** All forms; a null value is a longer word that names no region and hides the one inside it. */
export function regionForms(): Trie<RegionForm | null> {
  if (forms) return forms
  const byForm = new Map<string, { full: Division[]; short: Division[] }>()
  const add = (form: string, division: Division, kind: 'full' | 'short'): void => {
    const entry = byForm.get(form) ?? { full: [], short: [] }
    if (!entry.full.includes(division) && !entry.short.includes(division)) entry[kind].push(division)
    byForm.set(form, entry)
  }
  for (const division of DIVISIONS) {
    add(division.name, division, 'full')
    if (division.short !== division.name && division.short.length >= 2) add(division.short, division, 'short')
    for (const form of pressForms(division)) add(form, division, 'full')
  }
  for (const [name, code] of Object.entries(regionNames.names)) {
    const division = divisionOf(code)
    if (division) add(name, division, /[省市区县州盟旗]$/u.test(name) ? 'full' : 'short')
  }
  const entries: [string, RegionForm | null][] = []
  const other = (
    form: string,
    key: string,
    name: string,
    level: 'country' | 'macro_region' | 'zone',
    within: string | null,
  ): void => {
    entries.push([fold(form), { divisions: [], full: true, ordinary: false, listed: false, other: { key, name, level, within } }])
  }
  for (const [name, within] of Object.entries(zones.areas)) {
    const whole = Object.keys(zones.areas).find(longer => longer === `${name}新区`) ?? name
    other(name, zoneKey(whole), whole, 'zone', within)
  }
  for (const [within, names] of Object.entries(zones.districts))
    for (const name of names) other(name, `zone|${name}`, name, 'zone', within)
  for (const region of MACRO_REGIONS)
    for (const form of [region.name, ...region.aliases]) other(form, `macro|${region.name}`, region.name, 'macro_region', null)
  for (const name of countries.countries) other(name, `country|${name}`, name, 'country', null)
  for (const name of countries.china) other(name, 'country|中国', '中国', 'country', null)
  for (const word of regionNames.never) entries.push([fold(word), null])
  for (const [form, { full, short }] of byForm) {
    const divisions = [...full, ...short]
    const top = divisions[0] as Division
    const isFull = full.length > 0 && !VAGUE.has(form)
    entries.push([
      fold(form),
      {
        divisions,
        full: isFull,
        ordinary: ordinary.has(form) || VAGUE.has(form) || (!isFull && top.level === 'county'),
        listed: ordinary.has(form) || VAGUE.has(form),
        other: null,
      },
    ])
  }
  forms = new Trie(entries)
  return forms
}

/** What names a zone whatever abbreviation its name is printed with: 海州自贸港 and 海州自由贸易港 are one. */
export function zoneKey(name: string): string {
  let key = fold(name)
  for (const [short, long] of Object.entries(zones.same)) key = key.replace(short, long)
  return `zone|${key}`
}

/** 延边州 for 延边朝鲜族自治州, 恭城县 for 恭城瑶族自治县, and the old 地区 of what is a city now. */
function pressForms({ name, short, level }: Division): readonly string[] {
  if (name.endsWith('自治州')) return [`${short}州`]
  if (name.endsWith('自治县')) return [`${short}县`]
  return level === 'prefecture' && name.endsWith('市') && short !== name ? [`${short}地区`] : []
}
