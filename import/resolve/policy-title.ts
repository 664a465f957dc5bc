/** Reads a policy's title into what makes it itself: the regular title, the years and periods in it, the region it names. */
import { MACRO_REGIONS, macroRegionNamed } from '../lexicons/gazetteer'
import synonyms from '../lexicons/policy-synonyms.json'
import { normaliseName } from './normalise'
import { readRegionPrefix } from './region-prefix'

export interface PolicyTitle {
  readonly title: string
  /** Years, five-year periods, versions and drafts in the title: two titles that differ in them are two documents. */
  readonly terms: string
  readonly region: string | null
  readonly key: string
}

/** The longer forms of macro-regions inside titles: 长江三角洲区域一体化 is 长三角一体化. */
const MACRO_REGION = new RegExp(
  MACRO_REGIONS.flatMap(({ name, aliases }) => aliases.filter(form => form.length > name.length && form.length >= 4))
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'gu',
)

const SYNONYMS = new Map<string, string>()
for (const { name, short } of synonyms.entries)
  for (const form of [name, ...short]) {
    const key = normaliseName(form)
    if (!SYNONYMS.has(key)) SYNONYMS.set(key, normaliseName(name))
  }

const STATE = /^中华人民共和国(?=.{2,})/u
const ISSUER =
  /^(?:(?:中共中央|国务院|中央)(?:办公厅|军委)?、?)+(?=关于|.{4,}(?:意见|决定|通知|方案|规划|办法|纲要|条例|规定|行动计划)$)/u
/** Ministries and commissions that stand before 关于. */
const MINISTRIES =
  /^[\u4e00-\u9fff、]{2,60}(?:部|委|委员会|总局|总署|局|办公厅|银行|法院|检察院)(?:等[一二三四五六七八九十\d]*部门)?$/u
const NOTICE = /^.{0,16}?(?:关于)?印发(.{4,})的通知$/u
const WRAPPER = /^(?:印发)?关于(?:印发)?(?=.{4,})/u
const TERMS = /\d{4}年?(?:[-—–~至]\d{4}年?)?|十[一二三四五六]五|\d\.\d版|第[一二三四五六七八九十]+[次届批期]/gu
const KIND_WORD = /(?:战略|倡议|发展战略|(?<=.{4})建设)$/u
const STATUS = /[（(](?:试行|修订|修订版|修正|暂行)[)）]$/u
/** What is put up for discussion is another document than what is decided in the end. */
const DRAFT = /[（(]?((?:修订|修正)?草案|(?:公开)?征求意见稿|送审稿|审议稿)[)）]?$/u
const DIGITS = '〇一二三四五六七八九'
const YEAR_IN_CHARACTERS = /二〇[〇一二三四五六七八九]{2}(?=年)/gu
/** 第十四个五年规划 is the “十四五”规划, and the outline carries the goals of a later year in its name. */
const FIVE_YEARS = /(?:国民经济和社会发展)?第(十[一二三四五六])个五年(?=规划|计划)/gu
const LATER_GOALS = /(?<=十[一二三四五六]五规划)和[\d二〇零一三四五六七八九]{4}年远景目标(?=纲要)/u
const PERIOD = /(\d{4})年?[-—–~至](\d{4})年?/gu

/** Reads a printed title; `year` and `issuer` (identity key of the issuing body or region) tell apart titles that many bodies use every year. */
export function readPolicyTitle(printed: string, year: string | null = null, issuer: string | null = null): PolicyTitle {
  const raw = normaliseName(printed).replace(YEAR_IN_CHARACTERS, year => [...year].map(digit => DIGITS.indexOf(digit)).join(''))
  const leading = /^(\d{4})年(?=.*(?:报告|公报|计划|要点)$)/u.exec(raw)
  const bare = inShort(NOTICE.exec(raw)?.[1] ?? raw).replace(PERIOD, '$1-$2年')
  const draft = DRAFT.exec(bare)?.[1] ?? ''
  let title = bare.replace(DRAFT, '').replace(STATUS, '')
  const known = SYNONYMS.get(title) ?? SYNONYMS.get(title.replace(KIND_WORD, ''))
  if (known) return make(regular(known), draft, null)
  title = withoutWrapping(withoutMinistries(title))
  const again = SYNONYMS.get(title) ?? SYNONYMS.get(title.replace(KIND_WORD, '')) ?? SYNONYMS.get(`关于${title}`)
  if (again) return make(regular(again), draft, null)
  const terms = (title.match(TERMS) ?? []).map(term => term.replace(/年$/u, '').replace(/[—–~至]/u, '-')).join(',')
  const generic = isGeneric(title)
  return make(
    withoutKind(title),
    [terms || (generic && leading === null ? (year ?? '') : ''), draft].filter(term => term !== '').join(','),
    readRegionPrefix(title).code ?? (generic ? issuer : null),
  )
}

/** Five-year plans and macro-regions by their usual short names, laws without the name of the state. */
function inShort(title: string): string {
  return title
    .replace(STATE, '')
    .replace(FIVE_YEARS, '$1五')
    .replace(LATER_GOALS, '')
    .replace(MACRO_REGION, form => macroRegionNamed(form)?.name ?? form)
}

/** 教育部关于 …: the ministries of the state go; an organ of a region stays, because its title is another one. */
function withoutMinistries(title: string): string {
  const at = title.indexOf('关于')
  return at > 0 && MINISTRIES.test(title.slice(0, at)) && readRegionPrefix(title).code === null ? title.slice(at) : title
}

/** A title without the words that only say who sends it out, and that it is about something. */
function withoutWrapping(title: string): string {
  return title
    .replace(ISSUER, '')
    .replace(WRAPPER, '')
    .replace(/的(?=(?:指导意见|实施意见|若干意见|意见|决定|通知|若干措施|实施方案|方案)$)/u, '')
}

function withoutKind(title: string): string {
  const bare = title.replace(KIND_WORD, '')
  return bare.length >= 2 ? bare : title
}

function regular(title: string): string {
  return withoutKind(withoutWrapping(title))
}

/** 规划, 决定, 政府工作报告: a title that says nothing without its issuer and year. */
function isGeneric(title: string): boolean {
  return (
    title.length <= 4 || /^(?:\d{4}年)?政府工作报告$|^(?:总体方案|实施方案|实施意见|若干措施|工作报告|行动计划)$/u.test(title)
  )
}

function make(title: string, terms: string, region: string | null): PolicyTitle {
  return { title, terms, region, key: ['policy', title, terms, region ?? ''].join('|') }
}
