/** Hong Kong and Macau: whether a zone is of a paper from there, and which organs such papers name without the region. */
import type { OrganizationKind } from '../../../model/vocabulary'
import organTails from '../../lexicons/organ-tails.json'
import type { RegionFind } from '../finds'
import { fold } from '../text/fold'
import { Trie } from '../text/trie'
import type { Zone } from '../text/zone'

const SHORT_ALONE: Readonly<Record<string, string>> = organTails.aloneShort

/** 渔护署 is 渔农自然护理署. */
export function fullName(short: string): string {
  return SHORT_ALONE[short] ?? short
}

const ALONE = new Map(
  Object.entries(organTails.alone).map(([code, kinds]) => [
    code,
    new Trie(
      Object.entries(kinds).flatMap(([kind, names]) =>
        (names as string[]).map(name => [fold(name), kind as OrganizationKind] as const),
      ),
    ),
  ]),
)

/** The organs that the papers of a special region name without it. */
export function organsOf(code: string): Trie<OrganizationKind> {
  return ALONE.get(code) as Trie<OrganizationKind>
}

/**
 * The special region whose organs the zone names without it: where a third of the zone's regions lie in Hong Kong or Macau, in traditional characters where they name either more often
 * than Taiwan.
 */
export function specialRegion(regions: readonly RegionFind[], zone: Zone): string | null {
  const named = (code: string): number => regions.filter(({ key, within }) => key === code || within === code).length
  const traditional = isTraditional(zone)
  const counted = [...ALONE.keys()].map(code => ({ code, inside: named(code) })).sort((a, b) => b.inside - a.inside)
  const most = counted[0]
  if (!most) return null
  if (most.inside === 0) {
    // 本港樓市: a page of Hong Kong need not name it.
    const own = traditional ? OWN_WORDS.find(([, words]) => words.test(zone.folded)) : undefined
    return own ? own[0] : null
  }
  return most.inside * 3 >= regions.length || (traditional && most.inside > named('710000')) ? most.code : null
}

/** The special region that a page in traditional characters names most, or null: one that names Taiwan as often is from elsewhere. */
export function specialHome(zones: readonly Zone[], regions: readonly (readonly RegionFind[])[]): string | null {
  let kong = 0
  let macau = 0
  let taiwan = 0
  for (const finds of regions)
    for (const { key, within } of finds)
      if (key === '810000' || within === '810000') kong++
      else if (key === '820000' || within === '820000') macau++
      else if (key === '710000' || within === '710000') taiwan++
  const most = Math.max(kong, macau)
  if (kong === macau || most <= taiwan || !zones.some(isTraditional)) return null
  return kong > macau ? '810000' : '820000'
}

/** Words with which the papers of Hong Kong and Macau speak of their own. */
const OWN_WORDS: readonly (readonly [string, RegExp])[] = [
  ['820000', /本澳|澳门元|澳府|博监局|行政法务司|社会文化司|治安警/u],
  ['810000', /本港|港府|特首|港元|恒指|港股|港铁|港交所|财政司|政务司|区议会|食环署|强积金|公屋/u],
]

/** Whether one of the commonest characters that differ is printed in its traditional form. */
export function isTraditional({ text, folded }: Zone): boolean {
  if (text === folded) return false
  let differ = 0
  for (let i = 0; i < text.length && i < 400; i++) if (text.charCodeAt(i) >= 0x4e00 && text[i] !== folded[i]) differ++
  return differ >= Math.min(text.length, 400) / 20
}
