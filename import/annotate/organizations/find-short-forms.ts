/** Finds the short forms of bodies that the page also names in full: 海州临江精密机械有限公司 … 临江精密; 长河集团 … 长河; 全称(以下简称“长协”). */

import type { OrganizationFind, RegionFind } from '../finds'
import { setNameKind } from '../policies/set-names'
import { Trie } from '../text/trie'
import { isWordStart, tagAt, wordBounds, type Zone } from '../text/zone'
import { bodyLexicon } from './body-lexicon'

const LEGAL =
  /(?:\((?:集团|[^()]{2,6})\))?(?:集团)?(?:股份|控股)?(?:有限责任公司|股份有限公司|有限公司|总公司|公司|集团|合作社)$/u
const NAMED = /\((?:以下|下)?(?:简称|称)(?:为|:)?["“‘]?([^"”’()]{2,12})["”’]?\)/gu

/** Further finds in each zone, with the stem and region of the body that they mean. */
export function findShortForms(
  zones: readonly Zone[],
  bodies: readonly (readonly OrganizationFind[])[],
  regions: readonly (readonly RegionFind[])[],
): OrganizationFind[][] {
  const forms = new Map<string, OrganizationFind>()
  const add = (form: string, body: OrganizationFind): void => {
    if (form.length >= 2 && form.length <= 12 && !forms.has(form)) forms.set(form, body)
  }
  // What a title shows to be a brand is the short form of the company whose name begins with it.
  const brands = new Set(
    zones.flatMap((zone, i) =>
      (bodies[i] as readonly OrganizationFind[]).flatMap(({ rule, start, end }) =>
        rule === 'brand-before-office' ? [zone.folded.slice(start, end)] : [],
      ),
    ),
  )
  zones.forEach((zone, i) => {
    const text = zone.folded
    const regionAt = new Map((regions[i] as readonly RegionFind[]).map(find => [find.start, find]))
    for (const body of bodies[i] as readonly OrganizationFind[]) {
      if (body.rule.startsWith('known') || body.rule === 'outlet') continue
      const name = text.slice(body.start, body.end)
      NAMED.lastIndex = 0
      const called = NAMED.exec(text.slice(body.end, body.end + 24))
      if (called && called.index === 0) add((called[1] as string).replace(/["“”]/gu, ''), body)
      for (const form of shortFormsOf(zone, body, name, regionAt)) add(form, body)
      if (brands.size === 0 || body.kind !== 'company' || body.rule === 'brand-before-office') continue
      const bare = name.slice((regionAt.get(body.start)?.end ?? body.start) - body.start)
      for (let length = 2; length < bare.length && length <= 10; length++)
        if (brands.has(bare.slice(0, length))) add(bare.slice(0, length), body)
    }
  })
  if (forms.size === 0) return zones.map(() => [])
  const all = new Trie(forms)
  return zones.map((zone, i) => {
    const text = zone.folded
    const found: OrganizationFind[] = []
    const covered = new Uint8Array(text.length + 1)
    const starts = new Map<number, OrganizationFind>()
    for (const body of bodies[i] as readonly OrganizationFind[]) {
      // A brand that is the short form of a name on the page is read as that.
      if (/^(?:brand-and-trade|ending-none|brand-before-office)$/u.test(body.rule) && all.has(text.slice(body.start, body.end)))
        continue
      covered.fill(1, body.start, body.end)
      if (!starts.has(body.start)) starts.set(body.start, body)
    }
    for (let at = all.next(text, zone.pairs, 0); at < text.length; at = all.next(text, zone.pairs, at + 1)) {
      const around = starts.get(at)
      if (covered[at] && !around) continue
      const hit = all.longest(text, at)
      // A short form may begin the name of a part (临江食品北方总部), not the full form itself.
      if (
        !hit ||
        (around
          ? hit.end >= around.end ||
            hit.value.stem === around.stem ||
            text.slice(at, around.end) === text.slice(hit.value.start, hit.value.end)
          : covered[hit.end - 1]) ||
        (hit.end - at <= 3 && !stands(zone, at, hit.end))
      )
        continue
      found.push({ ...hit.value, zone: i, start: at, end: hit.end, rule: 'short-form', parentEnd: null, form: 'short' })
      at = hit.end - 1
    }
    return found
  })
}

/** What a name is shortened to: without the region before it, without the legal form after it, and what is distinctive alone. */
function shortFormsOf(zone: Zone, body: OrganizationFind, name: string, regionAt: ReadonlyMap<number, RegionFind>): string[] {
  const { endings } = bodyLexicon()
  const out: string[] = []
  const region = regionAt.get(body.start)
  const cut = region && region.end < body.end ? region.end - body.start : 0
  const bare = name.slice(cut).replace(/^(?:省|市)/u, '')
  if (body.kind === 'company') {
    const core = bare.replace(LEGAL, '')
    const whole = name.replace(LEGAL, '')
    if (core !== name && core.length >= 2) {
      if (
        whole !== name &&
        whole.length > core.length &&
        core.length <= 6 &&
        brandOf(zone, body.start + cut, body.start + cut + core.length)
      )
        out.push(whole)
      if (core.length <= 8) out.push(core)
      if (/集团/u.test(name)) out.push(`${core}集团`)
      const brand = brandOf(zone, body.start + cut, body.start + cut + core.length)
      if (brand) {
        const length = brand.length
        out.push(brand, `${brand}公司`, `${brand}集团`)
        if (core.length > length) {
          // 临江医疗系统 is called 临江医疗: the brand with the words of trade that follow.
          for (let end = length + 1; end < core.length; end++)
            if (end <= length + 4 && (isWordStart(zone, body.start + cut + end) || endings.get(core.slice(length, end))?.trade))
              out.push(core.slice(0, end))
        }
      }
    }
  } else if (cut > 0 && bare.length >= (body.kind === 'association' ? 3 : 5) && !body.rule.startsWith('organ')) out.push(bare)
  for (const form of abbreviationsOf(zone, body, region ?? null)) out.push(form)
  if (body.parentEnd !== null && body.end - body.parentEnd >= 4) {
    const part = zone.folded.slice(body.parentEnd, body.end)
    if (!endings.has(part) || part.length >= 4) out.push(part)
  }
  const behind = zone.folded.slice(body.start, body.start + NEAR)
  return out.filter(form => {
    const at = behind.indexOf(form)
    return form !== name && setNameKind(form) === null && !(at >= 0 && isWord(zone, body.start + at, form))
  })
}

/** How far behind a body a short form is looked for to tell whether it is a word. */
const NEAR = 20_000

const LAST_OF_ABBREVIATION: Readonly<Record<string, string>> = {
  协会: '协',
  联合会: '联',
  学会: '学会',
  商会: '商会',
  基金会: '基金会',
}

/** 中茶协 for 中国茶叶流通协会, 省篮协 for 海州省篮球协会: the first characters of the words and of the ending. */
function abbreviationsOf(zone: Zone, body: OrganizationFind, region: RegionFind | null): string[] {
  if (body.kind !== 'association') return []
  const text = zone.folded
  const name = text.slice(body.start, body.end)
  const ending = Object.keys(LAST_OF_ABBREVIATION).find(word => name.endsWith(word))
  if (!ending) return []
  const last = LAST_OF_ABBREVIATION[ending] as string
  if (name.startsWith('中国')) return [`中${name[2]}${last}`]
  if (!region) return []
  const first = text[region.end] as string
  return [
    `${text.slice(region.start, region.end)}${first}${last}`,
    ...(/[省市县区]$/u.test(region.name) ? [`${region.name.at(-1)}${first}${last}`] : []),
  ]
}

/** Whether the form is one word of the language (科技, 前景) and so names nothing by itself; `at` is where it stands. */
function isWord(zone: Zone, at: number, form: string): boolean {
  const word = wordBounds(zone, at)
  return word.start === at && word.end === at + form.length && !/^(?:nz|nr|nt|x)/u.test(tagAt(zone, at))
}

/** The distinctive characters that a core begins with, or null where it begins with words of the language. */
function brandOf(zone: Zone, start: number, end: number): string | null {
  let at = start
  while (at < end) {
    const word = wordBounds(zone, at)
    if (at - start >= 2 && tradeAt(zone.folded, at, end)) break
    if (word.end - word.start > 1 && !(at === start && /^(?:n[zr]|j)/u.test(tagAt(zone, at)))) break
    at = word.end
    if (at - start >= 4) break
  }
  const length = at - start
  return length >= 2 && length <= 4 ? zone.folded.slice(start, at) : null
}

/** Whether a word of trade stands at the place (新材料, 半导体). */
function tradeAt(text: string, at: number, end: number): boolean {
  const { endings, trades } = bodyLexicon()
  for (let to = at + 2; to <= Math.min(end, at + 4); to++) {
    const word = text.slice(at, to)
    if (trades.has(word) || endings.get(word)?.trade) return true
  }
  return false
}

/** Whether a short form of two or three characters stands by itself: not inside a word of the language. */
function stands(zone: Zone, start: number, end: number): boolean {
  const word = wordBounds(zone, start)
  if (word.start < start) return false
  const last = wordBounds(zone, end - 1)
  return last.end === end
}
