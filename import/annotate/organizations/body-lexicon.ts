/** The lexicons of bodies, made ready for looking up in folded text. */
import type { OrganizationKind } from '../../../model/vocabulary'
import bodyWords from '../../lexicons/body-words.json'
import departments from '../../lexicons/department-short-forms.json'
import nationalBodies from '../../lexicons/national-bodies.json'
import organTails from '../../lexicons/organ-tails.json'
import suffixes from '../../lexicons/organization-suffixes.json'
import tradeWords from '../../lexicons/trade-words.json'
import wellKnown from '../../lexicons/well-known-bodies.json'
import { fold } from '../text/fold'
import { Trie } from '../text/trie'

export interface BodyEnding {
  readonly kind: OrganizationKind
  /** Names a body with little before it; others need a region, a body or a name that is no word. */
  readonly firm: boolean
  /** A word of trade, which ends the name of a company only behind a brand (海拓重工). */
  readonly trade: boolean
}

export interface KnownBody {
  readonly name: string
  readonly kind: OrganizationKind
  /** Key of the region where it is, where its name does not say so: 大公报 in Hong Kong. */
  readonly region: string | null
}

export interface BodyLexicon {
  readonly endings: Trie<BodyEnding>
  /** Organs that stand after a region or after 省, 市, 县. */
  readonly tails: Trie<OrganizationKind>
  /** Stems of departments with their full form: 工信 → 工业和信息化. */
  readonly stems: Trie<string>
  readonly known: Trie<KnownBody>
  readonly stop: ReadonlySet<string>
  readonly inside: ReadonlySet<string>
  readonly generic: ReadonlySet<string>
  /** Words that before an ending make a kind of body and no name (物流公司). */
  readonly callings: ReadonlySet<string>
  /** Words that say of a body what it is, and of which alone no name is made (中小, 股份制). */
  readonly kinds: ReadonlySet<string>
  readonly trades: ReadonlySet<string>
  /** Heads of groups that stand before the region of a branch. */
  readonly heads: Trie<true>
  readonly prefixes: Trie<true>
  /** Words of the language whose last character looks like an ending (布局, 主办). */
  readonly endInWord: ReadonlySet<string>
}

let lexicon: BodyLexicon | null = null

/** The lexicons, loaded once. */
export function bodyLexicon(): BodyLexicon {
  if (lexicon) return lexicon
  const endings: [string, BodyEnding][] = []
  for (const [kind, { firm, weak }] of Object.entries(suffixes.kinds)) {
    for (const ending of firm) endings.push([fold(ending), { kind: kind as OrganizationKind, firm: true, trade: false }])
    for (const ending of weak) endings.push([fold(ending), { kind: kind as OrganizationKind, firm: false, trade: false }])
  }
  for (const trade of suffixes.trades) endings.push([fold(trade), { kind: 'company', firm: false, trade: true }])
  const tails = Object.entries(organTails.entries).flatMap(([kind, words]) =>
    words.map(word => [fold(word), kind as OrganizationKind] as const),
  )
  const stems = Object.entries(departments.entries).flatMap(([short, full]) => [
    [fold(short), fold(full)] as const,
    [fold(full), fold(full)] as const,
  ])
  const seats = new Map(Object.entries(wellKnown.seats).flatMap(([region, names]) => names.map(name => [name, region] as const)))
  const known = [...nationalBodies.entries, ...wellKnown.entries].flatMap(({ name, kind, short }) =>
    [name, ...short].map(
      form => [fold(form), { name, kind: kind as OrganizationKind, region: seats.get(name) ?? null }] as const,
    ),
  )
  lexicon = {
    endings: new Trie(endings),
    tails: new Trie(tails),
    stems: new Trie(stems),
    known: new Trie(known),
    stop: new Set(bodyWords.stop),
    inside: new Set(bodyWords.inside),
    generic: new Set(bodyWords.generic),
    endInWord: new Set(bodyWords.endInWord),
    callings: new Set(bodyWords.callings),
    kinds: new Set(bodyWords.kinds),
    trades: new Set(tradeWords.entries),
    heads: new Trie(bodyWords.heads.map(head => [fold(head), true] as const)),
    prefixes: new Trie(bodyWords.prefixes.map(prefix => [prefix, true] as const)),
  }
  return lexicon
}
