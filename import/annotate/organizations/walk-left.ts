/** Walks left from the ending of a body's name over the words that may stand in it, to a region, a body, or where the name can go no further. */
import { oneOf } from '../../characters'
import { macroRegionNamed } from '../../lexicons/gazetteer'
import type { OrganizationFind, RegionFind } from '../finds'
import { isMark } from '../text/marks'
import { lastCharWithin } from '../text/search'
import { isWordStart, tagAt, tagTest, wordBounds, type Zone } from '../text/zone'
import { bodyLexicon } from './body-lexicon'

export const LONGEST_NAME = 34

export interface Left {
  readonly start: number
  readonly anchor: 'region' | 'body' | 'prefix' | 'none'
  readonly region: RegionFind | null
  readonly body: OrganizationFind | null
  /** Whether the name holds something that is no common word. */
  readonly distinct: boolean
  /** Whether the anchor was reached only over 与, 和 or a verb that no name needs. */
  readonly doubtful: boolean
  /** Whether a brand, two to four characters that are no words of the language, stands before that verb (海州云图|节能材料公司). */
  readonly branded?: boolean
  /** Whether such a verb stands right behind the region or body: 海州大学|增设文学院. */
  readonly acts?: boolean
}

/** 中国, 全国 and the like, which begin the name of a national body. */
const NATIONAL = /^(?:(?:中国|全国|国家|亚洲|世界)|中华\p{Script=Han}{0,2})$/u
const opensNational = oneOf('中全国亚世')
const joins = oneOf('与和及')
const OFFICE = /(?:长|书记|主任|经理|总裁|主席|教授|院士|研究员|助理|记者|代表|议员)$/u
const mayEndOffice = oneOf('长记任理裁席授士员者表')
const isNumeral = oneOf('一二三四五六七八九〇○零')
const mayDescribe = tagTest(/^(?:v|vd|a|ad|z|l|i|f|q|zg)$/u)
const isDistinct = tagTest(/^(?:n[zrts]|eng)/u)
const isGrammar = tagTest(/^(?:p|c|r|u.*|y|e)$/u)
const isNoNamePart = tagTest(/^(?:v|vd|p|c|r|d|t|u.*|y|e|o|q|a|ad|z|f|i)$/u)

/** What a name is if the walk over a doubtful word finds nothing that begins one. */
interface Held {
  readonly start: number
  readonly distinct: boolean
  /** Where the last doubtful word starts. */
  readonly end: number
  readonly connects: boolean
}

/**
 * The left end of the name whose ending starts at `at`; null where nothing of a name stands before it. With `legal` the ending is a legal form (有限公司), before
 * which any words may make the name.
 */
export function walkLeft(
  zone: Zone,
  at: number,
  regionEnding: ReadonlyMap<number, RegionFind>,
  bodyEnding: ReadonlyMap<number, OrganizationFind>,
  legal = false,
): Left | null {
  const { stop, inside, prefixes, heads } = bodyLexicon()
  const text = zone.folded
  let pos = at
  let singles = 0
  let distinct = false
  let held = null as Held | null
  const none = (): Left | null => {
    let start = held ? held.start : pos
    // 启动建设长河实验室: a name without a region does not begin with what is done.
    while (
      start < at &&
      /^vn?$/u.test(tagAt(zone, start)) &&
      inside.has(text.slice(start, wordBounds(zone, start).end)) &&
      wordBounds(zone, start).end < at
    )
      start = wordBounds(zone, start).end
    return start < at
      ? { start, anchor: 'none', region: null, body: null, distinct: held?.distinct ?? distinct, doubtful: false }
      : null
  }
  while (pos > 0 && at - pos < LONGEST_NAME) {
    const body = bodyEnding.get(pos)
    if (body) {
      // 财政局和税务局 are two: the doubtful word stands directly behind the body.
      if (held?.connects && held.end === pos) return none()
      return {
        start: body.start,
        anchor: 'body',
        region: null,
        body,
        distinct,
        doubtful: held !== null,
        acts: held !== null && held.end === pos,
      }
    }
    const region = regionEnding.get(pos)
    if (region && region.level !== 'country') {
      if (held?.connects && held.end === pos) return none()
      let place = region.nestedFrom ?? region.start
      // 宁波舟山: two places side by side name one thing.
      const beside = regionEnding.get(place)
      if (
        beside &&
        (beside.level === region.level || beside.level === 'province' || (region.level === 'zone' && beside.division))
      )
        place = beside.nestedFrom ?? beside.start
      // 海州医科大学附属云溪医院
      const above = text.startsWith('附属', place - 2) ? bodyEnding.get(place - 2) : undefined
      if (above && !held)
        return {
          start: above.start,
          anchor: 'body',
          region: null,
          body: { ...above, region: region.key },
          distinct,
          doubtful: false,
        }
      const start = heads.longestBefore(text, place)?.start ?? place
      const before = bodyEnding.get(start)
      if (before && !held)
        return {
          start: before.start,
          anchor: 'body',
          region: null,
          body: { ...before, region: region.key },
          distinct,
          doubtful: false,
        }
      return {
        start,
        anchor: 'region',
        region,
        body: null,
        distinct,
        doubtful: held !== null,
        branded: held !== null && !held.connects && isBrand(zone, region.end, held.end),
      }
    }
    const code = text.charCodeAt(pos - 1)
    if (code === 41) {
      const open = lastCharWithin(text, '(', pos - 16, pos)
      if (open < 1 || pos - open > 14) break
      pos = open
      continue
    }
    if (isMark(code)) break
    const word = wordBounds(zone, pos - 1)
    let start = Math.min(word.start, pos - 1)
    for (let inner = pos - 1; inner > start; inner--) if (bodyEnding.has(inner) || regionEnding.has(inner)) start = inner
    const form = text.slice(start, pos)
    const tag = tagAt(zone, pos - 1)
    // 云岭国家公园
    const ofRank = form === '国家' && OF_RANK.test(text.slice(pos, pos + 6))
    if (region?.level === 'country' || (!ofRank && opensNational(form.charCodeAt(0)) && NATIONAL.test(form))) {
      // 中国人口与发展研究中心: what 与 joins behind the name of the country is one field.
      if (held && !(held.connects && at - start <= 16 && held.end > start + 1)) return none()
      const around = macroBefore(text, start)
      const before = bodyEnding.get(around)
      if (before?.kind === 'university')
        return { start: before.start, anchor: 'body', region: null, body: before, distinct: true, doubtful: false }
      return { start: around, anchor: 'prefix', region: null, body: null, distinct: true, doubtful: held !== null }
    }
    if (prefixes.has(form) && (form.length === 1 || form === '自治区') && pos < at && beginsPhrase(zone, start)) {
      // 市茶叶和咖啡产业发展局
      if (held && !(held.connects && at - start <= 14 && held.end > start + 1)) return none()
      return { start, anchor: 'prefix', region: null, body: null, distinct, doubtful: false }
    }
    // 同昌煤业: one character alone before the ending is no name.
    const alone = form.length === 1 && at - pos === 1 && /^[同和正经]$/u.test(form) && startsPhrase(zone, start)
    const connects = !alone && form.length === 1 && joins(form.charCodeAt(0))
    // 内洲 after a region is a name, 内 after anything else is not.
    if (
      stop.has(form) &&
      !connects &&
      !(form === '企业' && pos === at && /^(?:家?协会|联合会|商会|服务中心|服务局|促进会|孵化)/u.test(text.slice(at, at + 4))) &&
      !alone &&
      !(form === '的' && text[pos] === '士') &&
      !(/^[日月]$/u.test(form) && pos < at && !OF_DATE.test(text[start - 1] ?? '')) &&
      !(legal && form.length === 1 && pos < at && !/[的了和与及在]/u.test(form) && follows(regionEnding, start)) &&
      !(legal && pos < at && /^[上下前后内外来去起同近比]$/u.test(form)) &&
      !(legal && pos < at && counts(form) && !/[这那一二两三几多各该每某此十数\d]/u.test(text[start - 1] ?? '这')) &&
      !(/^[内上下中外前后]$/u.test(form) && regionEnding.has(start) && pos < at)
    )
      break
    if (form.length > 1 && mayEndOffice(form.charCodeAt(form.length - 1)) && OFFICE.test(form)) break
    // 明月湖: what is a time elsewhere is part of the name of a place here.
    const ofPlace = tag === 't' && /^[湖山河江岛溪泉桥寺塔]/u.test(text.slice(pos, pos + 1)) && pos < at
    if (
      !ofPlace &&
      !alone &&
      (connects || !(mayStand(form, tag, inside) || (legal && (mayStandInFirm(form, tag) || counts(form)))))
    ) {
      if (!connects && !mayDescribe(tag)) break
      if (pos === at && connects) break
      held = { start: held?.start ?? pos, distinct: held?.distinct ?? distinct, end: start, connects }
      pos = start
      continue
    }
    if (form.length === 1 && /\p{Script=Han}/u.test(form)) {
      singles++
      if (singles >= 2) distinct = true
    } else singles = 0
    if (isDistinct(tag) || (tag === 'x' && form.length > 1)) distinct = true
    pos = start
  }
  return none()
}

/** Whether a region ends one or two characters before the place: 海州漠|原食品有限公司. */
const follows = (regionEnding: ReadonlyMap<number, RegionFind>, at: number): boolean =>
  regionEnding.has(at - 1) || regionEnding.has(at - 2)

/** What stands before 日 and 月 in a date or a word for a time. */
const OF_DATE = /[\d一二三四五六七八九十今昨明当近同翌次节假本上下每某年月]/u

/** What 国家 stands before inside a name that begins further left. */
const OF_RANK = /^(?:公园|级|森林公园|湿地公园|地质公园|考古遗址|重点|湿地|自然保护)/u

/** Whether the place follows a mark or the beginning of the text. */
function startsPhrase(zone: Zone, at: number): boolean {
  return at === 0 || isMark(zone.folded.charCodeAt(at - 1))
}

/** Whether 省, 市, 县 here begin a phrase: after a mark, a verb or a word of grammar. */
function beginsPhrase(zone: Zone, start: number): boolean {
  if (!isWordStart(zone, start)) return false
  if (start === 0 || isMark(zone.folded.charCodeAt(start - 1))) return true
  const word = wordBounds(zone, start - 1)
  return bodyLexicon().stop.has(zone.folded.slice(word.start, start)) || /^(?:p|c|u.*|d|r|t)$/u.test(tagAt(zone, start - 1))
}

/** Words that count and stand in no name; 天, 方 and others are measure words too and do. */
const MEASURES = /[个位名件条项次台座辆艘架栋间头只匹株棵亩斤吨米元年月日周岁级届期批家所种类层块片段笔份本章节场]/u

/** Whether a word of this kind may stand inside a name. */
function mayStand(form: string, tag: string, inside: ReadonlySet<string>): boolean {
  if (inside.has(form)) return true
  if (form.length === 1) return !isGrammar(tag) && !(tag === 'q' && MEASURES.test(form))
  // 八五九农场
  if (isNumeral(form.charCodeAt(0)) && /^[一二三四五六七八九〇○零]{2,4}$/u.test(form)) return true
  if (tag.startsWith('m')) return /^第/u.test(form) || /^\d+$/u.test(form)
  return !isNoNamePart(tag)
}

/** 家, 位 and the like count where a number or a pronoun stands before them; in the name of a firm they are cut out of it (金穗家纺). */
function counts(form: string): boolean {
  return /^[家名位个所]$/u.test(form)
}

/** Whether a word may stand in the name of a firm that its legal form ends: all but words of grammar. */
function mayStandInFirm(form: string, tag: string): boolean {
  return !/^(?:p|c|r|u.*|y|e|o|d|t|m|q)$/u.test(tag) && !/[的了在与和及]/u.test(form)
}

/** Whether the stretch is two to four characters of which none are a word of the language. */
function isBrand(zone: Zone, start: number, end: number): boolean {
  if (end - start < 2 || end - start > 4) return false
  for (let at = start; at < end; ) {
    const word = wordBounds(zone, at)
    const tag = tagAt(zone, at)
    if (word.end - at > 1 ? !/^n[zrt]/u.test(tag) : /^(?:p|c|r|u.*|y|m|q)$/u.test(tag)) return false
    at = word.end
  }
  return true
}

/** Start of a macro-region directly before 国家 (长三角国家技术创新中心), else the place itself. */
function macroBefore(text: string, at: number): number {
  for (let length = 2; length <= 6 && length <= at; length++)
    if (macroRegionNamed(text.slice(at - length, at))) return at - length
  return at
}
