/**
 * Finds bodies by how their names end and by walking left over the words that may stand in a name.
 * 海州云溪精密机械有限公司, 云溪大学长河流域研究中心, 海州省公安厅交通管理局.
 */
import type { OrganizationKind } from '../../../model/vocabulary'
import type { OrganizationFind, RegionFind } from '../finds'
import { isMark } from '../text/marks'
import { isWordStart, tagAt, wordBounds, type Zone } from '../text/zone'
import { bodyLexicon } from './body-lexicon'

const LONGEST_NAME = 34

interface Left {
  readonly start: number
  readonly anchor: 'region' | 'body' | 'prefix' | 'none'
  readonly region: RegionFind | null
  readonly body: OrganizationFind | null
  /** Whether the name holds something that is no common word. */
  readonly distinct: boolean
}

/** Where a prefix such as 市 before a body points. */
export type OwnRegion = (level: string, zone: Zone, at: number) => string | null

/** Bodies by their endings; `bodies` are those found before, `regions` those of the zone. */
export function findByEnding(
  zone: Zone,
  regions: readonly RegionFind[],
  bodies: readonly OrganizationFind[],
  ownRegion: OwnRegion,
): OrganizationFind[] {
  const { endings, generic } = bodyLexicon()
  const text = zone.folded
  const found: OrganizationFind[] = []
  const bodyEnding = new Map<number, OrganizationFind>()
  for (const body of bodies) keepLongest(bodyEnding, body)
  const regionEnding = new Map<number, RegionFind>()
  for (const region of regions)
    if (region.level !== 'macro_region') {
      const other = regionEnding.get(region.end)
      if (!other || other.start > region.start) regionEnding.set(region.end, region)
    }
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < 0x4e00) continue
    const hit = endings.longest(text, at)
    if (!hit) continue
    const { kind, firm } = hit.value
    const ending = text.slice(at, hit.end)
    if (!closes(zone, at, hit.end)) continue
    const left = walkLeft(zone, at, regionEnding, bodyEnding)
    if (!left || hit.end - left.start > LONGEST_NAME) continue
    const core = text.slice(left.region ? left.region.end : left.body ? left.body.end : left.start, at)
    if (!names(ending, kind, firm, left, core, text, hit.end)) continue
    const name = text.slice(left.start, hit.end)
    if (generic.has(name) || (generic.has(core + ending) && left.anchor === 'none')) continue
    const find: OrganizationFind = {
      zone: zone.index,
      start: left.start,
      end: hit.end,
      rule: `ending-${left.anchor}`,
      kind: kindOf(kind, ending, left),
      region:
        left.region?.key ??
        left.body?.region ??
        (left.anchor === 'prefix' ? ownRegion(levelOf(text[left.start] as string), zone, at) : null),
      stem: left.region && left.start === (left.region.nestedFrom ?? left.region.start) ? core + ending : name,
      ownRegion: left.region !== null || (left.body?.ownRegion ?? false),
      parentEnd: left.body?.end ?? null,
      form: 'name',
    }
    found.push(find)
    keepLongest(bodyEnding, find)
  }
  return found
}

function keepLongest(map: Map<number, OrganizationFind>, find: OrganizationFind): void {
  const other = map.get(find.end)
  if (!other || other.start > find.start) map.set(find.end, find)
}

function levelOf(prefix: string): string {
  return prefix === '省' ? 'province' : /[县区旗]/u.test(prefix) ? 'county' : /[镇乡]/u.test(prefix) ? 'township' : 'prefecture'
}

/** The ending ends a word, and no longer name goes on: 公司 in 公司治理 is none, 局 in 局面 is none. */
function closes(zone: Zone, at: number, end: number): boolean {
  if (end < zone.folded.length && !isWordStart(zone, end)) {
    const word = wordBounds(zone, end)
    if (word.end > end && word.start < end && !(end - at >= 2 && word.start >= at)) return false
    if (end - at === 1) return false
  }
  const next = zone.folded.slice(end, end + 2)
  return !/^(?:[们化级制型类]|治理|改革|办学|建设|面积)/u.test(next)
}

/** Walks left from an ending; null where nothing of a name stands before it. */
function walkLeft(
  zone: Zone,
  at: number,
  regionEnding: ReadonlyMap<number, RegionFind>,
  bodyEnding: ReadonlyMap<number, OrganizationFind>,
): Left | null {
  const { stop, inside, prefixes } = bodyLexicon()
  const text = zone.folded
  let pos = at
  let singles = 0
  let distinct = false
  // A name goes over 与 and 和 only to something that surely begins one: a region or a body.
  let held: { readonly start: number; readonly distinct: boolean } | null = null
  const result = (anchor: Left['anchor'], region: RegionFind | null, body: OrganizationFind | null): Left | null => {
    if (held && anchor === 'none')
      return held.start < at ? { start: held.start, anchor, region, body, distinct: held.distinct } : null
    return pos < at || anchor !== 'none' ? { start: pos, anchor, region, body, distinct } : null
  }
  while (pos > 0 && at - pos < LONGEST_NAME) {
    const body = bodyEnding.get(pos)
    if (body) {
      if (held) return result('none', null, null)
      pos = body.start
      return result('body', null, body)
    }
    const region = regionEnding.get(pos)
    if (region && region.level !== 'country') {
      pos = region.nestedFrom ?? region.start
      const before = bodyEnding.get(pos)
      if (before && !held) {
        pos = before.start
        return { start: pos, anchor: 'body', region: null, body: { ...before, region: region.key }, distinct }
      }
      return result('region', region, null)
    }
    const code = text.charCodeAt(pos - 1)
    if (code === 41) {
      const open = text.lastIndexOf('(', pos - 1)
      if (open < 0 || pos - open > 14 || (pos === at && open < 1)) break
      pos = open
      continue
    }
    if (isMark(code)) break
    const word = wordBounds(zone, pos - 1)
    const start = Math.min(word.start, pos - 1)
    const form = text.slice(start, pos)
    const tag = tagAt(zone, pos - 1)
    if (/^[与和及]$/u.test(form) && pos < at && !held) {
      held = { start: pos, distinct }
      pos = start
      continue
    }
    if (region?.level === 'country' || /^(?:中国|全国|国家|中华|国际|亚洲|世界)$/u.test(form)) {
      pos = start
      distinct = true
      if (form !== '国际') return result('prefix', null, null)
      continue
    }
    if (stop.has(form)) break
    if (prefixes.has(form) && form.length === 1 && isWordStart(zone, start)) {
      pos = start
      return result('prefix', null, null)
    }
    if (!mayStand(form, tag, inside)) break
    if (form.length === 1 && /\p{Script=Han}/u.test(form)) {
      singles++
      if (singles >= 2) distinct = true
    } else singles = 0
    if (/^n[zrt]/u.test(tag) || (tag === 'x' && form.length > 1) || /^eng/u.test(tag)) distinct = true
    pos = start
  }
  return result('none', null, null)
}

/** Whether a word of this kind may stand inside a name. */
function mayStand(form: string, tag: string, inside: ReadonlySet<string>): boolean {
  if (inside.has(form)) return true
  if (form.length === 1) return !/^(?:p|c|r|u.*|y|e|q)$/u.test(tag)
  if (/^m/u.test(tag)) return /^第/u.test(form) || /^\d+$/u.test(form)
  return !/^(?:v|vd|p|c|r|d|t|u.*|y|e|o|q|a|ad|z|l|f|i)$/u.test(tag)
}

const WEAK_NEEDS_BODY = new Set([
  '处',
  '科',
  '部',
  '组',
  '司',
  '室',
  '股',
  '委',
  '办',
  '厅',
  '局',
  '所',
  '队',
  '站',
  '网',
  '报',
  '署',
  '办公室',
  '办公厅',
  '分局',
  '支队',
  '大队',
  '中队',
  '分队',
  '支局',
  '总队',
  '车间',
])
/** Departments without a title or a mark after them are parts of speech (市场部门), not bodies. */
const DIVISIONS = new Set(['处', '科', '部', '组', '司', '室', '股', '车间'])

/** Whether ending, what stands before it and what was walked over make a name. */
function names(
  ending: string,
  kind: OrganizationKind,
  firm: boolean,
  left: Left,
  core: string,
  text: string,
  end: number,
): boolean {
  if (core === '' && left.anchor === 'none') return false
  if (core.length > 0 && /^[的了和与]/u.test(core)) return false
  if (DIVISIONS.has(ending)) {
    if (left.anchor !== 'body' || core.length < 1) return false
    return (
      /^(?:[副处科部组主负长书员原党政]|相关|有关|职工)/u.test(text.slice(end, end + 2)) ||
      isMark(text.charCodeAt(end)) ||
      text.startsWith('供图', end)
    )
  }
  if (left.anchor === 'region' || left.anchor === 'body') {
    if (core === '')
      return (
        (firm && (kind !== 'company' || left.anchor === 'body') && kind !== 'park') ||
        /^(?:报社|日报|晚报|银行|机场|动物园|火车站|港务|建工|石化|重工)$/u.test(ending)
      )
    if (left.anchor === 'body' && !firm && core.length > 8) return false
    return firm || core.length >= 2 || WEAK_NEEDS_BODY.has(ending) || left.distinct
  }
  if (left.anchor === 'prefix') return core.length >= 2 || firm
  if (WEAK_NEEDS_BODY.has(ending)) return false
  if (firm) {
    if (kind === 'company' && ending.length > 2) return core.length >= 2
    return left.distinct && core.length >= 2
  }
  return left.distinct && core.length >= 2 && core.length <= 8
}

/** A part takes its own kind, except that parts of offices are of the office's kind. */
function kindOf(kind: OrganizationKind, ending: string, left: Left): OrganizationKind {
  const parent = left.body?.kind
  if (!parent) return ending === '委员会' && left.anchor === 'region' ? 'government' : kind
  if (DIVISIONS.has(ending) || WEAK_NEEDS_BODY.has(ending))
    return parent === 'company' ? (/[部处科室组]/u.test(ending) ? 'other' : 'company') : parent
  if (parent === 'association' && ending === '委员会') return 'association'
  return kind
}
