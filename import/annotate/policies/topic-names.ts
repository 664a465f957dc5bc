/**
 * Names without marks that no verb brings in and that the page comes back to: a scheme in the headline that the text names again, or one named three times.
 * 邻里托管补贴: in a headline, “……邻里托管补贴发放”, and below, “邻里托管补贴惠及……”.
 */
import kindWords from '../../lexicons/policy-kind-words.json'
import { isMark } from '../text/marks'
import { isWordStart, type Zone } from '../text/zone'
import { isCue, kindWordBefore } from './kind-words'
import type { PolicySighting } from './policy-group'
import { endsName, isGeneric } from './unquoted-names'

/** 东西部扶贫协作 ends with its last word. */
const ENDING = new RegExp(`(?:${kindWords.topics.join('|')})(?!${kindWords.topics.join('|')})`, 'gu')
const LONGEST_MODIFIER = 10
const SHORTEST_MODIFIER = 2
/** Endings that need more before them than two characters: 停产整治 is a measure. */
const LOOSE = /^(?:整治|改革|试点|振兴)$/u
const LONGER_MODIFIER = 4
/** Where something holds, and no part of its name. */
const WHERE = /^(?:全[国省市县区州]|[我本][省市县区州]|新增|首批|国家级?|省级|市级|有关|相关)$/u
const MOST_WORDS = 4
/** How often the page has the name, where its headline has it and where it has not. */
const OFTEN_IN_TITLE = 2
const OFTEN = 3
/** What goes on to name a body, a paper or a thing. */
const GOES_ON =
  /^(?:办|局|司|处|站|院|公司|中心|办公室|指挥部|资金|基金|款|金|者|费|率|额|标准|机构|人员|对象|户|队|员|发展|工程|行动|计划|战略|机制|制度|方案|政策性|工作队|车间|产业|条例|办法)/u

interface Hit {
  readonly zone: Zone
  /** Where the name may begin, the latest first. */
  readonly starts: readonly number[]
  readonly end: number
}

/** The sightings of the zones of a page; `bodies` has a 1 for each character of a body's name in the zone of that index. */
export function findTopicNames(zones: readonly Zone[], bodies: ReadonlyMap<number, Uint8Array>): PolicySighting[] {
  const hits: Hit[] = []
  const counts = new Map<string, { times: number; title: boolean }>()
  for (const zone of zones) {
    const text = zone.folded
    for (const { 0: ending, index: at } of text.matchAll(ENDING)) {
      const end = at + ending.length
      if (!isWordStart(zone, end) || GOES_ON.test(text.slice(end, end + 3))) continue
      const starts = startsBefore(zone, at, LOOSE.test(ending) ? LONGER_MODIFIER : SHORTEST_MODIFIER, bodies.get(zone.index))
      if (starts.length === 0) continue
      hits.push({ zone, starts, end })
      for (const start of starts) {
        const name = text.slice(start, end)
        const count = counts.get(name) ?? { times: 0, title: false }
        counts.set(name, count)
        count.times++
        count.title ||= zone.kind === 'title' || zone.kind === 'subtitle'
      }
    }
  }
  return hits.flatMap(({ zone, starts, end }) => {
    const often = starts.filter(from => {
      const { times, title } = counts.get(zone.folded.slice(from, end)) as { times: number; title: boolean }
      return times >= (title ? OFTEN_IN_TITLE : OFTEN)
    })
    const start = often.at(-1)
    if (start === undefined) return []
    const kind = kindWordBefore(zone.folded, end, start)?.value ?? 'programme'
    // 城乡居民大病保险 and 大病保险 are one.
    return [
      { zone: zone.index, start, end, kind, forms: often.reverse().map(from => zone.text.slice(from, end)), rule: 'topic-name' },
    ]
  })
}

/** Where a name that ends in a word for its kind may begin: at each of the words before it, up to what cannot stand inside a name. */
function startsBefore(zone: Zone, at: number, shortest: number, bodies?: Uint8Array): number[] {
  const starts: number[] = []
  for (
    let word = (zone.wordAt[at] as number) - (isWordStart(zone, at) ? 1 : 0);
    word >= 0 && starts.length < MOST_WORDS;
    word--
  ) {
    const from = zone.starts[word] as number
    const printed = zone.folded.slice(from, Math.min(at, zone.starts[word + 1] as number))
    if (
      at - from > LONGEST_MODIFIER ||
      isMark(printed.charCodeAt(0)) ||
      endsName(printed) ||
      isCue(printed) ||
      WHERE.test(printed) ||
      bodies?.[from]
    )
      break
    if (at - from >= shortest && !/[和与及”]/u.test(zone.folded[from - 1] ?? '') && !isGeneric(zone.folded.slice(from, at)))
      starts.push(from)
  }
  return starts
}
