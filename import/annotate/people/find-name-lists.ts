/** Finds the names of a long list that no office introduces: 就座的市领导有：夏明远、田 野、孟凡秋（女）、那日松（蒙古族）、关玉霞. */
import { tagInDictionary } from '../../lexicons/words'
import type { PersonFind } from '../finds'
import { isMark } from '../text/marks'
import type { Zone } from '../text/zone'
import { givenScore, surnameLength } from './name-shape'

/** How many names side by side make a list. */
const LEAST = 3
const LONGEST_ITEM = 14
const NAME = /^([\u4e00-\u9fff](?:[\u4e00-\u9fff]{1,3}| [\u4e00-\u9fff]))(?:\([^()]{1,8}\))?$/u

interface Item {
  readonly start: number
  readonly end: number
  readonly name: string
}

/** The names of the lists of a zone, in reading order. */
export function findNameLists(zone: Zone): PersonFind[] {
  const text = zone.folded
  const found: PersonFind[] = []
  let run: Item[] = []
  for (let at = text.indexOf('、'); at >= 0; ) {
    const next = text.indexOf('、', at + 1)
    const item = next > 0 && next - at <= LONGEST_ITEM ? itemAt(text, at + 1, next) : null
    if (item) run.push(item)
    else {
      if (run.length >= LEAST) take(text, run, zone, found)
      run = []
    }
    at = next
  }
  return found
}

/** Takes a run of items, with what stands before the first and behind the last of them where marks bound it, if they look like names. */
function take(text: string, run: readonly Item[], zone: Zone, found: PersonFind[]): void {
  const first = run[0] as Item
  const last = run.at(-1) as Item
  let from = first.start - 1
  while (from > 0 && first.start - from < LONGEST_ITEM && !/[:,。;\n、]/u.test(text[from - 1] as string)) from--
  const before = itemAt(text, from, first.start - 1)
  const open = text[last.end] === '(' ? text.indexOf(')', last.end) + 1 : last.end
  let to = open + 1
  while (to < text.length && to - open < 6 && !isMark(text.charCodeAt(to))) to++
  const behind = itemAt(text, open + 1, to)
  const items = [...(before ? [before] : []), ...run, ...(behind ? [behind] : [])]
  const words = items.filter(({ name }) => isWord(name)).length
  const given = run.reduce((sum, { name }) => sum + givenScore(name, surnameLength(name, 0), name.length), 0)
  if (words * 4 > items.length || given < run.length * 0.3) return
  for (const { start, end, name } of items)
    found.push({
      zone: zone.index,
      start,
      end,
      rule: 'name-in-list',
      name: zone.text.slice(start, end).replace(/\s/gu, '') || name,
      form: 'name',
    })
}

function itemAt(text: string, start: number, end: number): Item | null {
  const printed = NAME.exec(text.slice(start, end))?.[1]
  if (!printed) return null
  const name = printed.replace(' ', '')
  const surname = surnameLength(name, 0)
  return surname > 0 && name.length - surname >= 1 && name.length - surname <= 2
    ? { start, end: start + printed.length, name }
    : null
}

/** Whether the item is a word of the language or a place. */
function isWord(name: string): boolean {
  const tag = tagInDictionary(name, 0, name.length)
  return tag !== null && !/^n[rz]/u.test(tag)
}
