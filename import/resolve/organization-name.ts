/**
 * Reads an organization's name into what makes it itself: where it is, what it is, its proper name. Two names that read to the same key are one body;
 * edit distance is no measure here (第一 and 第二 differ by one character, 发改委 and 国家发展和改革委员会 share three).
 */

import type { OrganizationKind } from '../../model/vocabulary'
import { divisionOf } from '../lexicons/gazetteer'
import tradeWords from '../lexicons/trade-words.json'
import { type KnownBody, knownBody, leadingBody } from './known-bodies'
import { normaliseName } from './normalise'
import { regularAssociationName, regularOrganName } from './organ-name'
import { readRegionPrefix } from './region-prefix'

export type NameClass = 'reference' | 'organ' | 'company' | 'institution'

export interface OrganizationName {
  readonly class: NameClass
  /** Code of the division in the name or taken from the context, or null. */
  readonly region: string | null
  /** A zone after the division; the bare level word (省) where the name says no division. */
  readonly zone: string | null
  /** The proper part in its regular form. */
  readonly core: string
  /** Ordinals in the name (第一, 一中院 …), joined; names that differ in them are never one. */
  readonly ordinals: string
  /** True where the proper part alone can tell the body from others; a trade word (机床集团) or a bare 市委 cannot. */
  readonly distinctive: boolean
  /** Whether the company calls itself a group, and whether a joint-stock company; both unknown for a bare name. */
  readonly legal: 'group' | 'stock' | 'limited' | null
  readonly key: string
}

const TRADES = [...tradeWords.entries].sort((a, b) => b.length - a.length)
const LEGAL = /(?:\(集团\))?(?:控股)?(?:集团)?(?:股份有限公司|有限责任公司|控股有限公司|股份公司|集团公司|总公司|有限公司|公司)$/u
const COMPANY =
  /(?:公司|集团|厂|银行|酒店|商场|超市|矿|农场|林场|合作社|企业|药业|科技|重工|股份|钢铁|电力|能源|化工|汽车|机床)$/u
/** What a full company name adds to the name by which papers call it (某某卫星技术股份有限公司). */
const TAIL = /(?:信息|电子|智能|生物|网络|数字|新能源|医疗)?(?:科技|技术|实业|系统|企业)(?:发展)?$/u
const SUB_COMPANY = /(?:分公司|分行|支行|分厂|事业部|营业部)$/u
const ACADEMY = /^(?:中国科学院|中科院)(?=.{2,}(?:所|研究所|研究院|中心|台|站)$)/u
const UNNAMED_HOSPITAL = /^第?[一二三四五六七八九十]+|^(?:人民|中心|口腔|肿瘤|妇产|儿童|中医|眼科)?医院$/u
/** What belongs to a university behind its short form: 一附院, 附一院 and 一院 are its first hospital, 附中 its school. */
const UNIVERSITY_HOSPITAL = /^(?:附属?)?第?([一二三四五六七八九十]+)(?:附属)?(?:附?院|医院)$/u
/** 山东大学齐鲁医院 is known as 齐鲁医院. */
const NAMED_HOSPITAL = /^(?!附属|医学院|第).{2,}医院$/u
const NUMBERED_SCHOOL = /^(.{2,20}?)第?([一二三四五六七八九十百]+)([中小])学?$/u
const UNIVERSITY_SCHOOL = /^(?:第?([一二三四五六七八九十]+))?附(?:属)?(中|小)学?$/u
const ORDINAL =
  /第?([一二三四五六七八九十]+|\d+)(?=中院|中级|医院|人民医院|中学|小学|监狱|师|局|分局|建筑|工程|冶炼|汽车|重|季|届|研究院|设计院|所|航务|公路)/gu
/** What an office in a region has before its name: 国家税务总局湖北省税务局 is 湖北省税务局. */
const NATIONAL_HEAD = /^(?:国家税务总局|国家统计局|国家矿山安全监察局|国家金融监督管理总局)(?=.{2,}(?:局|总队|分局)$)/u
const NO_ORGANS: ReadonlySet<OrganizationKind> = new Set([
  'company',
  'university',
  'school',
  'research',
  'association',
  'park',
  'media',
])
const FORMAL_PREFIX = /^(?:中华人民共和国)(?=.{2,})/u
const PARTY_COMMITTEE = /^中国共产党(.+?)(?<!纪律检查|军事)委员会(?=$|[^会])/u
/** 民革中央 is known as 民革. */
const CENTRE = /(?<=.{4})中央委员会$/u
const SPECIAL_REGION = /^(香港|澳门)(?:特别行政区|特区)(?=.{2})/u
const PARTY_PREFIX = /^(?:中国共产党|中共)(?=.{2,})/u
const LEVEL_WORD = /^(?:我)?([省市区县州盟旗])(?=.{1,})/u

/**
 * Reads a printed name. `context` is the code of the division the body is known to be in, used where the name leaves it out (省科技厅, 市委) and to choose
 * among divisions of one name; `kind` keeps 人大 the congress apart from 人大 the university.
 */
export function readOrganizationName(
  printed: string,
  context: string | null = null,
  kind: OrganizationKind | null = null,
): OrganizationName {
  const whole = normaliseName(printed).replace(FORMAL_PREFIX, '')
  let name = whole.replace(PARTY_COMMITTEE, '$1委').replace(PARTY_PREFIX, '').replace(SPECIAL_REGION, '$1')
  const reference = knownBody(whole, kind) ?? knownBody(name, kind) ?? knownBody(name.replace(CENTRE, ''), kind)
  if (reference) return named('reference', null, null, reference.name, true, null)

  name = name
    .replace(/^(?:政协|中国人民政治协商会议)(.+?)(?:委员会)?$/u, '$1政协')
    .replace(/^(?:中国共产主义青年团|共青团)(.{2,}?)委(?:员会)?$/u, '$1团委')
    .replace(NATIONAL_HEAD, '')
    .replace(/^国网(.{2,}?)(?:省|市|自治区)?(?=电力)/u, '国家电网$1')
  const { code, zone, rest } = readRegionPrefix(name, context)
  const bare = code === null && zone === null ? LEVEL_WORD.exec(rest) : null
  const place = code ?? (bare ? atLevel(context, bare[1] as string) : null)
  const proper = stripRepeatedLevel(bare ? rest.slice((bare[0] as string).length) : rest, code)
  if (place || zone || bare) {
    const isOrgan = kind === null || !NO_ORGANS.has(kind)
    const organ = isOrgan ? regularOrganName(proper) : regularAssociationName(proper)
    // 省发改委 and 市发改委 are two, whatever the province and the city.
    const level = place === null && zone === null && bare ? (bare[1] as string) : zone
    if (organ) return named('organ', place ?? (zone ? context : null), level, organ, place !== null || zone !== null, null)
  }
  if (kind === 'company' || (kind === null && (COMPANY.test(name) || SUB_COMPANY.test(name))))
    return readCompany(name, code ?? context)
  return readInstitution(name, code ?? context)
}

/** 沈北新区区委 and 新北区委: the level may stand twice, or be part of the division's name. */
function stripRepeatedLevel(rest: string, code: string | null): string {
  if (!code) return rest
  const division = divisionOf(code)
  const level = division?.name.at(-1)
  return level && rest.startsWith(level) && /^.(?:委|人大|政协|政府|人民政府|纪委|监委|法院|检察院)/u.test(rest)
    ? rest.slice(1)
    : rest
}

/** The division of a level word (省, 市 …) above or at the context. */
function atLevel(context: string | null, word: string): string | null {
  if (!context) return null
  if (word === '省') return `${context.slice(0, 2)}0000`
  if (word === '市' || word === '州' || word === '盟') {
    const municipality = /^(?:11|12|31|50)/u.test(context)
    if (municipality) return `${context.slice(0, 2)}0000`
    return context.endsWith('0000')
      ? null
      : context.slice(2, 4) === '90' || divisionOf(`${context.slice(0, 4)}00`) === null
        ? context
        : `${context.slice(0, 4)}00`
  }
  return context.endsWith('00') ? null : context
}

function readCompany(name: string, context: string | null): OrganizationName {
  if (SUB_COMPANY.test(name)) return readBranch(name, context)
  const trimmed = name
    .replace(LEGAL, '')
    .replace(/\(集团\)/u, '')
    .replace(/集团$/u, '')
  const legal = /股份/u.test(name) ? 'stock' : /集团/u.test(name) ? 'group' : /公司$/u.test(name) ? 'limited' : null
  const { code, rest } = readRegionPrefix(trimmed, context)
  const proper = code && isDistinctive(rest) ? rest : trimmed
  const called = proper.replace(TAIL, '')
  const own = called.length >= 4 && isDistinctive(called) ? called : proper
  // A two-character name (远景) is shared by many; only together with a legal form or a place does it tell.
  const reference = own === called && called !== proper ? knownBody(own, 'company') : null
  if (reference) return named('reference', null, null, reference.name, true, null)
  const distinctive = isDistinctive(own) && (own.length >= 3 || legal !== null)
  return named('company', distinctive ? null : (code ?? context), null, own, distinctive || (code ?? context) !== null, legal)
}

/** 农行浙江省分行 is a branch of 中国农业银行, with or without 省. */
function readBranch(name: string, context: string | null): OrganizationName {
  const head = leadingBody(name, 'company')
  if (!head) return named('company', context, null, name, true, null)
  const branch = name.slice(head.length).replace(/^(?:股份)?有限公司/u, '')
  const { code, rest } = readRegionPrefix(branch)
  return named('company', code ?? context, null, head.body.name + (code === null ? branch : rest), true, null)
}

/** Whether anything is left of a name once trade words are taken out. */
function isDistinctive(name: string): boolean {
  let left = name
  for (const word of TRADES) {
    if (left.length < 2) break
    left = left.split(word).join('')
  }
  return left.length >= 2 || (left.length === 1 && name.length >= 4)
}

function readInstitution(name: string, context: string | null): OrganizationName {
  let own = name.replace(ACADEMY, '中科院').replace(/研究所$/u, '所')
  const affiliated = /^(.{2,12}?(?:大学|学院))(?:.{0,4}医学院)?附属(.{2,}医院)$/u.exec(own)
  if (affiliated?.[1] && affiliated[2]) own = UNNAMED_HOSPITAL.test(affiliated[2]) ? affiliated[1] + affiliated[2] : affiliated[2]
  const school = NUMBERED_SCHOOL.exec(own)
  if (school) own = numberedSchool(school) ?? own
  const university = leadingBody(own, 'university')
  if (university) own = ofUniversity(university.body, own.slice(university.length)) ?? own
  const ministry = leadingBody(own, 'government')
  const department = ministry ? regularOrganName(own.slice(ministry.length)) : null
  if (ministry && department) own = `${ministry.body.name}/${department}`
  const known = own === name ? null : knownBody(own, null)
  if (known) return named('reference', null, null, known.name, true, null)
  const { code } = readRegionPrefix(own, context)
  const generic = code === null && !/^(?:中国|全国|国家|中科院|中华)/u.test(own) && own.length <= 4
  return named('institution', generic ? context : null, null, own, !generic || context !== null, null)
}

/** 北京四中 is 北京市第四中学. */
function numberedSchool([name, , number, kind]: RegExpExecArray): string | null {
  const { code, rest } = readRegionPrefix(name)
  const division = code === null ? null : divisionOf(code)
  return division && /^(?:市|县|区)?第?[一二三四五六七八九十百]+[中小]学?$/u.test(rest)
    ? `${division.name}第${number}${kind}学`
    : null
}

/** The regular name of a university's hospital or school, by what follows the university; null for anything else. */
function ofUniversity({ name }: KnownBody, rest: string): string | null {
  if (NAMED_HOSPITAL.test(rest) && !UNNAMED_HOSPITAL.test(rest)) return rest
  const hospital = UNIVERSITY_HOSPITAL.exec(rest)
  if (hospital) return `${name}第${hospital[1]}医院`
  const school = UNIVERSITY_SCHOOL.exec(rest)
  return school ? `${name}${school[1] ? `第${school[1]}` : ''}附属${school[2]}学` : null
}

function named(
  nameClass: NameClass,
  region: string | null,
  zone: string | null,
  core: string,
  distinctive: boolean,
  legal: OrganizationName['legal'],
): OrganizationName {
  const ordinals = [...core.matchAll(ORDINAL)].map(match => match[1]).join(',')
  const key = ['organization', nameClass === 'organ' ? 'organ' : 'body', region ?? '', zone ?? '', core].join('|')
  return { class: nameClass, region, zone, core, ordinals, distinctive, legal, key }
}
