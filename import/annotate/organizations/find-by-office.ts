/** Finds companies that only the office of their head behind the name shows: 云图励飞创始人, 海拓董事长. */

import { matches } from '../../matches'
import type { OrganizationFind, RegionFind } from '../finds'
import { surnameLength } from '../people/name-shape'
import { isMark } from '../text/marks'
import { isWordStart, tagAt, wordBounds, type Zone } from '../text/zone'
import { bodyLexicon } from './body-lexicon'

const HEAD = /(?:董事总经理|联合创始人|创始人|创办人|董事长|副?总裁|副?总经理|首席执行官|首席技术官|首席运营官|行政总裁|CEO)/gu
const BEFORE_HEAD = /(?:副|执行|常务|高级|联席|名誉|原|前|兼|时任)+$/u
const LONGEST = 10

/** The finds of a zone; none where a body or a region ends before the office. */
export function findByOffice(
  zone: Zone,
  bodies: readonly OrganizationFind[],
  regions: readonly RegionFind[],
): OrganizationFind[] {
  const text = zone.folded
  const covered = new Set([...bodies, ...regions].map(({ end }) => end))
  const inside = new Uint8Array(text.length)
  for (const { start, end } of bodies) inside.fill(1, start, end)
  const found: OrganizationFind[] = []
  for (const { index } of matches(text, HEAD)) {
    const modifiers = BEFORE_HEAD.exec(text.slice(Math.max(0, index - 6), index))?.[0].length ?? 0
    const end = index - modifiers
    if (covered.has(end) || inside[end - 1]) continue
    const start = brandStart(zone, end)
    if (start < 0 || inside[start]) continue
    found.push({
      zone: zone.index,
      start,
      end,
      rule: 'brand-before-office',
      kind: 'company',
      region: null,
      stem: text.slice(start, end),
      ownRegion: false,
      parentEnd: null,
      form: 'name',
    })
  }
  return found
}

/** Where the brand that ends at the place starts, or -1: it fills its phrase, holds what is no word of the language, and is no name of a person. */
function brandStart(zone: Zone, end: number): number {
  const text = zone.folded
  const { stop, generic, callings, trades } = bodyLexicon()
  let start = end
  let singles = 0
  let strange = false
  while (start > 0 && end - start < LONGEST && !isMark(text.charCodeAt(start - 1))) {
    const word = wordBounds(zone, start - 1)
    const form = text.slice(word.start, start)
    const tag = tagAt(zone, start - 1)
    if (stop.has(form) || /^(?:[pcrdmtq]|u.*|y)$/u.test(tag)) break
    if (/^v$/u.test(tag) && form.length > 1) return -1
    singles = form.length === 1 ? singles + 1 : 0
    if (singles >= 2 || tag === 'nz' || (tag === 'x' && form.length > 1)) strange = true
    start = word.start
  }
  const name = text.slice(start, end)
  if (!strange || name.length < 2 || name.length > LONGEST || !isWordStart(zone, start)) return -1
  if (start > 0 && !isMark(text.charCodeAt(start - 1)) && !stop.has(text.slice(wordBounds(zone, start - 1).start, start)))
    return -1
  if (generic.has(name) || callings.has(name) || trades.has(name)) return -1
  if (/(?:公司|集团|企业|单位|部门|机构|协会|项目|分公司|事业部|中心|[部处区人员者长])$/u.test(name)) return -1
  return name.length <= 3 && surnameLength(text, start) > 0 ? -1 : start
}
