/** All people of a page: names shown by their surroundings or by bylines, then every further place where they stand, short forms, and titles used as names. */
import { oneOf } from '../../characters'
import nameWords from '../../lexicons/name-words.json'
import type { SegmentedPage } from '../../values/document'
import type { PersonFind } from '../finds'
import { fold } from '../text/fold'
import { isMark } from '../text/marks'
import { Trie } from '../text/trie'
import { isWordStart, tagAt, wordBounds, type Zone } from '../text/zone'
import { findDottedNames } from './find-dotted-names'
import { findNameLists } from './find-name-lists'
import { findNames } from './find-names'
import { isWordSurname, surnameLength } from './name-shape'
import { titleLexicon } from './title-lexicon'

const LEADERS = new Trie(nameWords.leaders.map(name => [name, name] as const))
const ADDRESS = new Trie(nameWords.address.map(word => [fold(word), true] as const))
const SHORT = new Trie(nameWords.short.map(word => [fold(word), true] as const))

/** The finds of each zone in reading order; `blocked` are places of longer names (of bodies) where no person is, `bodyEnds` where names of bodies end. */
export function findPeople(
  page: SegmentedPage,
  zones: readonly Zone[],
  blocked: (find: Pick<PersonFind, 'zone' | 'start' | 'end' | 'rule'>) => boolean,
  bodyEnds: readonly ReadonlySet<number>[],
): PersonFind[][] {
  const shown = zones.map(zone => {
    const dotted = findDottedNames(zone)
    const names = findNames(zone, bodyEnds[zone.index] as ReadonlySet<number>)
    const whole = names.filter(({ start, end }) => !dotted.some(other => other.start < end && start < other.end))
    const mine = [...dotted, ...whole].filter(find => !blocked(find))
    const listed = findNameLists(zone).filter(
      find => !blocked(find) && !mine.some(({ start, end }) => start < find.end && find.start < end),
    )
    return listed.length === 0 ? mine : [...mine, ...listed]
  })
  const names = new Map<string, string>()
  for (const article of page.articles) for (const name of [...article.byline, ...article.credited]) names.set(fold(name), name)
  for (const finds of shown) for (const { name } of finds) if (!names.has(fold(name))) names.set(fold(name), name)
  for (const { folded, pairs } of zones)
    for (let at = LEADERS.next(folded, pairs, 0); at < folded.length; at = LEADERS.next(folded, pairs, at + 1)) {
      const leader = LEADERS.longest(folded, at)?.value
      if (leader !== undefined && !names.has(leader)) names.set(leader, leader)
    }
  const all = new Trie([...names].map(([folded, name]) => [folded, name] as const))
  const surnames = ownersOf([...names.values()])
  return zones.map((zone, i) => {
    const mine = shown[i] as PersonFind[]
    const byStart = new Map(mine.map(find => [find.start, find]))
    const starts = [...byStart.keys()].sort((a, b) => a - b)
    const finds: PersonFind[] = []
    const text = zone.folded
    let nextOwn = 0
    let nextHit = all.next(text, zone.pairs, 0)
    for (let at = 0; at < text.length; at++) {
      while (nextOwn < starts.length && (starts[nextOwn] as number) < at) nextOwn++
      const own = starts[nextOwn] === at ? byStart.get(at) : undefined
      if (nextHit < at) nextHit = all.next(text, zone.pairs, at)
      const hit = nextHit === at ? all.longest(text, at) : null
      if (own && (!hit || hit.end <= own.end)) {
        finds.push(own)
        at = own.end - 1
        continue
      }
      if (hit && stands(zone, at, hit.end)) {
        const again: PersonFind = { zone: i, start: at, end: hit.end, rule: 'name-again', name: hit.value, form: 'name' }
        if (!blocked(again)) {
          finds.push(again)
          at = hit.end - 1
          continue
        }
      }
      const short = shortFormAt(zone, at, surnames) ?? titleAt(zone, at, page, names)
      if (short && !blocked(short)) {
        finds.push(short)
        at = short.end - 1
      }
    }
    return finds
  })
}

/** Whether a known name of two characters is meant here and not a word or the beginning of one. */
function stands(zone: Zone, start: number, end: number): boolean {
  if (end - start > 2) return true
  const word = wordBounds(zone, start)
  if (word.start < start) return false
  return !(word.end > end && !/^nr/u.test(tagAt(zone, start)))
}

/** Surname → the people of the page that bear it. */
function ownersOf(names: readonly string[]): Map<string, string[]> {
  const owners = new Map<string, string[]>()
  for (const name of names) {
    const folded = fold(name)
    const length = surnameLength(folded, 0)
    if (length === 0 || name.includes('·')) continue
    const surname = folded.slice(0, length)
    const bearers = owners.get(surname)
    if (bearers) bearers.push(name)
    else owners.set(surname, [name])
  }
  return owners
}

const isFamiliar = oneOf('老小')
/** How far before a surname with a form of address its bearer is looked for. */
const FARTHEST_BEARER = 3000

/** Whom a surname means: the one who bears it, of several the one who alone has been named before. */
function ownerAt(zone: Zone, at: number, bearers: readonly string[] | undefined): string | null {
  if (!bearers || bearers.length < 2) return bearers?.[0] ?? null
  const from = Math.max(0, at - FARTHEST_BEARER)
  const near = zone.folded.slice(from, at)
  const before = bearers.filter(name => near.includes(fold(name)))
  return before.length === 1 ? (before[0] as string) : null
}

/** 张表示, 王总, 李教授 of somebody the page names; 叶女士, 詹某 of nobody else. */
function shortFormAt(zone: Zone, at: number, owners: ReadonlyMap<string, readonly string[]>): PersonFind | null {
  const text = zone.folded
  const length = surnameLength(text, at)
  if (length === 0) return null
  const nicknamed = at > 0 && isFamiliar(text.charCodeAt(at - 1)) && isWordStart(zone, at - 1)
  if (!(isWordStart(zone, at) || length === 2 || nicknamed)) return null
  const end = at + length
  const address = ADDRESS.longest(text, end)
  const title = SHORT.longest(text, end)
  const alone = at === 0 || isMark(text.charCodeAt(at - 1))
  // 老郝, 小郝 of somebody the page names.
  const familiar =
    !alone &&
    nicknamed &&
    isWordStart(zone, end) &&
    !isWordSurname(text.slice(at, end)) &&
    (at < 2 || isMark(text.charCodeAt(at - 2)))
  if (!address && !title && !alone && !familiar) return null
  const owner = ownerAt(zone, at, owners.get(text.slice(at, end)))
  // 由老师补课, 和阿姨聊天: a word of grammar before a form of address is no surname.
  if (address && !owner && length === 1 && isWordSurname(text[at] as string) && !alone) return null
  if (address && /^(?:nr|n|ns|a|ng|vg|zg|x|t|m|nz|v|b|d|k|q|s|j|p|c|f|g|i|l|h|ag)/u.test(tagAt(zone, at)))
    return {
      zone: zone.index,
      start: at,
      end: address.end,
      rule: 'surname-with-address',
      name: owner ?? zone.text.slice(at, address.end),
      form: owner ? 'short' : 'name',
    }
  if (!owner) return null
  if (familiar) return { zone: zone.index, start: at - 1, end, rule: 'surname-with-title', name: owner, form: 'short' }
  if (title && wordBounds(zone, at).end <= title.end && (alone || tagAt(zone, at) === 'nr'))
    return { zone: zone.index, start: at, end: title.end, rule: 'surname-with-title', name: owner, form: 'short' }
  const { saying } = titleLexicon()
  if (alone && wordBounds(zone, at).end === end && saying.longest(text, end))
    return { zone: zone.index, start: at, end, rule: 'surname-alone', name: owner, form: 'short' }
  return null
}

const GENERAL = '总'.charCodeAt(0)

/** A title of which there is one at a time, used as a name: 总书记. */
function titleAt(zone: Zone, at: number, page: SegmentedPage, names: ReadonlyMap<string, string>): PersonFind | null {
  if (zone.folded.charCodeAt(at) !== GENERAL || !zone.folded.startsWith('总书记', at)) return null
  const date = (zone.article >= 0 ? page.articles[zone.article]?.publishedOn : null) ?? page.publishedOn
  const holders = nameWords.references.总书记
  const named = holders.find(({ name }) => names.has(name))
  const holder = date ? holders.find(({ from, to }) => from <= date && (to === null || date <= to)) : (named ?? holders[0])
  if (!holder || zone.folded.startsWith(holder.name, at + 3) || zone.folded.startsWith(holder.name, at - holder.name.length))
    return null
  return { zone: zone.index, start: at, end: at + 3, rule: 'title-as-name', name: holder.name, form: 'title' }
}
