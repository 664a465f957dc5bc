/** Reads the offices that stand behind a name: 陈望舒市长, 陈望舒（海州大学教授）, 陈望舒，现任水利局局长, 任命陈望舒为水利局局长. */
import type { PersonFind } from '../finds'
import { titleLexicon } from '../people/title-lexicon'
import { isMark } from '../text/marks'
import { charWithin } from '../text/search'
import { isWordStart, tagAt, type Zone } from '../text/zone'
import { type ReadOffice, readOffices, type Surroundings } from './read-offices'

const LONGEST = 50
/** What stands between a name and an office that its bearer holds or comes into. */
const INTO =
  /^(?:同志)?(?:现任|现为|担任|兼任|出任|接任|当选为|当选|就任|被聘为|受聘为|获聘为|受聘担任|被任命为|被选为|被推选为|任|系|是)(?:新一届|新任|首任|首届|该)?/u
const NAMED_TO = /(?:任命|聘任|聘请|选举|推选|推举|增选|提名|选出|补选|通过|决定|接受)$/u
const OUT_OF = /(?:免去|免除|罢免|辞去|撤销|接受)$/u

/** The offices in brackets, behind a comma, behind 任 and the like; the first of these that is there. */
export function behindName(zone: Zone, person: PersonFind, around: Surroundings): readonly ReadOffice[] {
  const text = zone.folded
  const next = text[person.end]
  // 冉春林委员(…副主任)
  const open =
    person.end + (/^(?:委员|代表|先生|女士|教授|同志)(?=\()/u.exec(text.slice(person.end, person.end + 3))?.[0].length ?? 0)
  if (text[open] === '(') {
    const close = charWithin(text, ')', open, open + 60)
    if (close > 0) return readOffices(zone, close, around, open + 1)
  }
  if (next === ',' || next === ' ') {
    const skip = /^[, ](?:曾任|现任|时任|原任|原|现为|系|是)?/u.exec(text.slice(person.end, person.end + 4))?.[0].length ?? 1
    const from = person.end + skip
    const after = readOffices(zone, phraseEnd(text, from, next === ' ' ? /[ ,。;!?:\n“”"]/u : /[,。;!?:\n“”"]/u), around, from)
    const first = after[0]
    if (first && first.start === from && (next === ',' || first.organization)) return after
  }
  if (/^,[男女]/u.test(text.slice(person.end, person.end + 2))) {
    const at = text.slice(person.end, person.end + 90).search(/现任|现为|时任/u)
    if (at > 0) {
      const from = person.end + at + 2
      return readOffices(zone, phraseEnd(text, from, /[,。;]/u), around, from)
    }
  }
  return [...intoOffice(zone, person, around)]
}

/** The offices that somebody comes into, or holds, by a verb behind the name, and those that somebody is said to lose. */
export function intoOffice(zone: Zone, person: PersonFind, around: Surroundings): readonly ReadOffice[] {
  const text = zone.folded
  const before = text.slice(Math.max(0, person.start - 4), person.start)
  const behind = text.slice(person.end, person.end + 10)
  if (OUT_OF.test(before)) {
    const lost = /^(?:同志)?的?([^,。;:]{3,40}?)职务/u.exec(text.slice(person.end, person.end + 50))
    if (!lost) return []
    const end = person.end + lost[0].length - 2
    const from = end - (lost[1] as string).length
    return readOffices(zone, end, around, from).map(office => ({ ...office, former: true }))
  }
  const verb = INTO.exec(behind) ?? (NAMED_TO.test(before) ? /^(?:同志)?为/u.exec(behind) : null)
  if (!verb) return []
  const from = person.end + verb[0].length
  const close = phraseEnd(text, from, /[,。;!?:\n“”"、()]/u)
  const first = readOffices(zone, close, around, from)
  if (!first[0] || !(first[0].start === from || first[0].organization)) return []
  if (text[close] !== '、') return first
  // 任海州集团总经理、党组副书记
  const all = readOffices(zone, phraseEnd(text, from, /[,。;!?:\n“”"()]/u), around, from)
  return all[0]?.start === first[0].start ? all : first
}

/** An office right behind the name (陈望舒市长), of the body right before it (海州大学陈望舒教授, 来自海州大学的陈望舒教授). */
export function addressedBy(zone: Zone, person: PersonFind, around: Surroundings): ReadOffice | null {
  const text = zone.folded
  const { heads, modifiers } = titleLexicon()
  if (person.end - person.start < 2 || isMark(text.charCodeAt(person.end))) return null
  let at = person.end
  if (!heads.longest(text, at))
    for (let more = modifiers.longest(text, at); more; more = modifiers.longest(text, at)) at = more.end
  const head = heads.longest(text, at)
  if (!head || head.end - person.end < 2 || !/^(?:official|executive|expert)$/u.test(head.value)) return null
  if (head.value !== 'official' && !isSubject(zone, head.end)) return null
  const from = text[person.start - 1] === '的' || text[person.start - 1] === ' ' ? person.start - 1 : person.start
  const organization = around.bodyEnding.get(from) ?? null
  if (head.value !== 'official' && !organization && !/教授|院士|研究员/u.test(text.slice(at, head.end))) return null
  return {
    start: organization ? organization.start : person.start,
    end: head.end,
    title: zone.text.slice(person.end, head.end),
    head: text.slice(at, head.end),
    role: head.value,
    former: false,
    organization,
    region: null,
    anaphor: null,
  }
}

/** Whether what follows goes on after a noun that is a subject: a mark, a verb, a word of grammar. */
function isSubject(zone: Zone, at: number): boolean {
  const text = zone.folded
  if (at >= text.length || isMark(text.charCodeAt(at))) return true
  return isWordStart(zone, at) && /^(?:v|d|p|c|u|r|t)/u.test(tagAt(zone, at))
}

function phraseEnd(text: string, from: number, marks: RegExp): number {
  let close = from
  while (close < text.length && close - from < LONGEST && !marks.test(text[close] as string)) close++
  return close
}
