/**
 * Finds bodies that only the office of a person behind them shows, whatever words their names are made of: 云溪市锂电产业推进中心|主任甲, 经济局|代副局长乙,
 * 脱贫攻坚领导小组办公室|常务副主任丙.
 */

import type { OrganizationKind } from '../../../model/vocabulary'
import officeBodies from '../../lexicons/office-bodies.json'
import type { OrganizationFind, PersonFind, RegionFind } from '../finds'
import { isHeadOfRegion, titleLexicon } from '../people/title-lexicon'
import type { OwnRegion } from '../regions/own-region'
import { isMark } from '../text/marks'
import { Trie } from '../text/trie'
import { tagAt, wordBounds, type Zone } from '../text/zone'
import { bodyLexicon } from './body-lexicon'
import { levelOf } from './level-of-prefix'

const LONGEST = 26
const ENDINGS = new Trie(
  Object.entries(officeBodies.endings).flatMap(([kind, words]) => words.map(word => [word, kind as OrganizationKind] as const)),
)
const BARE = new Set(officeBodies.bare)
const WITHIN = new Set(officeBodies.within)
const BEFORE = new Set(officeBodies.before)
/** Endings of one character that say little. */
const SHORT_ENDING = /[局厅署处]/u

/** The bodies of a zone that no other rule found, in reading order. */
export function findOfOffice(
  zone: Zone,
  people: readonly PersonFind[],
  bodies: readonly OrganizationFind[],
  regions: readonly RegionFind[],
  ownRegion: OwnRegion,
): OrganizationFind[] {
  const text = zone.folded
  const { heads, modifiers } = titleLexicon()
  const covered = new Uint8Array(text.length + 1)
  for (const { start, end } of bodies) covered.fill(1, start, end)
  const regionEnding = new Map(regions.map(region => [region.end, region] as const))
  const bodyEnding = new Map(bodies.map(body => [body.end, body] as const))
  const found: OrganizationFind[] = []
  let floor = 0
  for (const person of people) {
    let pos = person.start
    if (text[pos - 1] === ' ') pos--
    for (let turn = 0; turn < 4 && pos > floor; turn++) {
      const head = heads.longestBefore(text, pos, floor)
      if (!head || !/^(?:official|executive|expert)$/u.test(head.value)) break
      // 村妇联主席: a title that holds the body.
      let end = head.start + inTitle(text.slice(head.start, pos))
      const ends = [end]
      for (let before = modifiers.longestBefore(text, end, floor); before; before = modifiers.longestBefore(text, end, floor)) {
        end = before.start
        ends.push(end)
      }
      const held = covered[end - 1] || regionEnding.has(end) || isHeadOfRegion(text.slice(head.start, pos))
      let find: OrganizationFind | null = null
      // 住屋联席|召集人: what else goes before an office (联席主席) may end a name.
      for (let i = ends.length - 1; i >= 0 && !held && !find; i--)
        find = nameBefore(zone, ends[i] as number, floor, regionEnding, bodyEnding, covered, ownRegion)
      if (find) found.push(find)
      pos = find ? find.start : (bodyEnding.get(end)?.start ?? regionEnding.get(end)?.start ?? end)
      if (!/[、兼,]/u.test(text[pos - 1] ?? '')) break
      pos--
    }
    floor = person.end
  }
  return found.sort((a, b) => a.start - b.start)
}

/** The name that ends at the place, or null. */
function nameBefore(
  zone: Zone,
  end: number,
  floor: number,
  regionEnding: ReadonlyMap<number, RegionFind>,
  bodyEnding: ReadonlyMap<number, OrganizationFind>,
  covered: Uint8Array,
  ownRegion: OwnRegion,
): OrganizationFind | null {
  const text = zone.folded
  const ending = ENDINGS.longestBefore(text, end, floor)
  if (!ending) return null
  const least = end - ending.start > 1 ? 0 : SHORT_ENDING.test(text[end - 1] as string) ? 2 : 1
  const { stop, prefixes, generic } = bodyLexicon()
  let start = end
  let region: RegionFind | null = null
  let body: OrganizationFind | null = null
  let prefix = ''
  while (start > floor && end - start < LONGEST) {
    body = start < end ? (bodyEnding.get(start) ?? null) : null
    region = start < end ? (regionEnding.get(start) ?? null) : null
    if (body || region) break
    if (covered[start - 1] || (isMark(text.charCodeAt(start - 1)) && !/[“”"]/u.test(text[start - 1] as string))) break
    const word = wordBounds(zone, start - 1)
    let from = word.end > start ? start - 1 : word.start
    for (let inner = start - 1; inner > from; inner--) if (regionEnding.has(inner) || bodyEnding.has(inner)) from = inner
    from = Math.max(from, floor)
    const form = text.slice(from, start)
    const tag = tagAt(zone, start - 1)
    if (prefixes.has(form) && start < end && form.length <= 3) {
      const before = text[from - 1]
      if (before === undefined || isMark(text.charCodeAt(from - 1)) || /[由与和是为在从据对请]/u.test(before)) {
        prefix = form
        start = from
        break
      }
    }
    if (start < end && ((stop.has(form) && !WITHIN.has(form)) || BEFORE.has(form))) break
    if (start < end && /^(?:p|r|u.*|y|t|d)$/u.test(tag) && !/^[与和及]$/u.test(form)) break
    start = from
  }
  // What joins or is done does not begin a name.
  for (let word = wordBounds(zone, start); start < end; word = wordBounds(zone, start)) {
    if (/[”"]/u.test(text[start] as string)) start++
    else if (!region && !body && !prefix && WITHIN.has(text.slice(start, word.end)) && word.end < end) start = word.end
    else break
  }
  const core = text.slice(start, end)
  const whole = region ? (region.nestedFrom ?? region.start) : body ? body.start : start
  if (core.length < 2 || ending.start - start < least || isBare(core) || generic.has(core) || /[0-9]{2}/u.test(core)) return null
  if ((core.match(/“/gu)?.length ?? 0) !== (core.match(/”/gu)?.length ?? 0)) return null
  // Without a region, a body or 省, 市, 县 before it a name fills its phrase.
  const anchored = region !== null || body !== null || prefix !== ''
  if (!anchored && start > 0 && !isMark(text.charCodeAt(start - 1)) && core.length < 6 && text[start - 1] !== '的') return null
  // 民事检察厅 alone is a division of a body that is named before.
  if (!anchored && (core.length < 3 || (/[厅司处科室庭组部]$/u.test(core) && !/(?:办公室|工作组|指挥部|总部)$/u.test(core))))
    return null
  if (body && /^(?:[\u4e00-\u9fff]{0,6}(?:部|处|科|室|组))$/u.test(core)) return null
  const own = prefix && /^(?:自治区|[省市县区州盟旗镇乡])$/u.test(prefix)
  return {
    zone: zone.index,
    start: whole,
    end,
    rule: 'body-of-office',
    kind: body && ending.value === 'government' && body.kind !== 'party' ? body.kind : ending.value,
    region: region?.key ?? body?.region ?? (own ? ownRegion(levelOf(prefix), zone, end) : null),
    stem: region ? core : own ? core.slice(prefix.length) : text.slice(whole, end),
    ownRegion: region !== null || (body?.ownRegion ?? false),
    parentEnd: body ? body.end : null,
    form: 'name',
  }
}

/** Words for a body that name none, also behind 该, 某 and the like. */
const isBare = (core: string): boolean => BARE.has(core) || (/^[本该原新老各某这那]/u.test(core) && BARE.has(core.slice(1)))

/** How much of a title is a body: 妇联 of 妇联主席. */
const inTitle = (title: string): number => officeBodies.inTitle.find(word => title.startsWith(word))?.length ?? 0
