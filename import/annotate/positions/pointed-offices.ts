/**
 * Offices of somebody whom a sentence before names: 司徒宝林干了四十年。这位海州家纺有限公司创始人的话题是接班. And those of who wrote the article: （作者系海州大学教授）.
 */

import { matches } from '../../matches'
import type { PersonFind } from '../finds'
import { titleLexicon } from '../people/title-lexicon'
import { isMark } from '../text/marks'
import { lastStartingBefore } from '../text/search'
import { isWordStart, type Zone } from '../text/zone'
import { type ReadOffice, readOffices, type Surroundings } from './read-offices'

export interface PointedOffice {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly offices: readonly ReadOffice[]
  /** Whether it is the office of who wrote the article. */
  readonly author: boolean
}

const LONGEST = 40
const FARTHEST = 160

/** The offices behind 这位, 身为 and 作者系 in a zone; `byline` are the names of who wrote its article. */
export function pointedOffices(
  zone: Zone,
  people: readonly PersonFind[],
  around: Surroundings,
  byline: readonly string[],
): PointedOffice[] {
  return [...thisHolder(zone, people, around), ...ofAuthor(zone, people, around, byline)]
}

function thisHolder(zone: Zone, people: readonly PersonFind[], around: Surroundings): PointedOffice[] {
  const text = zone.folded
  const { heads } = titleLexicon()
  const found: PointedOffice[] = []
  for (const opening of ['这位', '这名', '身为']) {
    for (let at = text.indexOf(opening); at >= 0; at = text.indexOf(opening, at + 2)) {
      const from = at + 2
      const person = people[lastStartingBefore(people, at)]
      if (!person || at - person.end > FARTHEST || text.slice(person.end, at).includes('\n')) continue
      for (let end = Math.min(text.length, from + LONGEST); end > from + 3; end--) {
        if (!isWordStart(zone, end) || !heads.longestBefore(text, end, from)) continue
        if (people[lastStartingBefore(people, end + 1)]?.start === end) break
        const offices = readOffices(zone, end, around, from)
        const first = offices[0]
        if (!first?.organization || first.organization.start !== from || isMarked(text, from, end)) continue
        if (offices.some(({ title }) => title.length > 12 || /[0-9着了]/u.test(title))) continue
        found.push({ name: person.name, start: at, end, offices, author: false })
        break
      }
    }
  }
  return found
}

function isMarked(text: string, from: number, end: number): boolean {
  for (let at = from; at < end; at++) if (isMark(text.charCodeAt(at)) && !/[、()“”]/u.test(text[at] as string)) return true
  return false
}

const AUTHOR = /\((?:本文)?作者(?:系|为|是|单位:?|:)([^()\n]{3,60})\)/gu

function ofAuthor(zone: Zone, people: readonly PersonFind[], around: Surroundings, byline: readonly string[]): PointedOffice[] {
  if (byline.length !== 1 || !zone.folded.includes('作者')) return []
  const found: PointedOffice[] = []
  for (const match of matches(zone.folded, AUTHOR)) {
    const end = match.index + match[0].length - 1
    const from = end - (match[1] as string).length
    if ((people[lastStartingBefore(people, end)]?.start ?? -1) >= from) continue
    const offices = readOffices(zone, end, around, from)
    if (offices.length > 0) found.push({ name: byline[0] as string, start: match.index, end, offices, author: true })
  }
  return found
}
