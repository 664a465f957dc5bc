/**
 * Stretches that may be names of policies, and what speaks for or against each. A word for a kind ends them, and they may begin at any of the words before it
 * up to what cannot stand inside a name.
 */
import kindWords from '../../lexicons/policy-kind-words.json'
import { isMark } from '../text/marks'
import { isWordStart, tagOf, type Zone } from '../text/zone'
import { cueBefore, isCue } from './kind-words'
import { isReproach } from './quoted'
import { endsName, isGeneric, KIND_ENDS, NOUN_TOO } from './unquoted-names'

/** The words for a kind that such names end with, the longest first. */
const ENDING = new RegExp(kindWords.endings.join('|'), 'gu')
/** A longer name: 三年行动 in 三年行动方案. */
const KIND_BEHIND =
  /^(?:行动|工程|计划|规划|战略|制度|机制|改革|政策|办法|方案|条例|意见|项目|基金|专项|标准体系|建设指南|指南|规范|活动|细则|规定|体系)/u
const NAMED_BEFORE = /(?:计划|行动|工程|条例|办法)$/u
/** 10个重点行动: a count is no part of a name, 十大 and 20项 are. */
const COUNTED_HEAD = /^(?:\d+|[一二两三四五六七八九十几多]+)个/u
/** A body, a person or a sum that is called after it: 乡村振兴局, 改革者. */
const BODY_BEHIND =
  /^(?:局|公司|大学|学院|研究院|部(?!署|分)|中心|处(?!于|在|理)|办公室|领导小组|组|队|指挥部|者|员|款|费|率|额)/u
const LONGEST_NAME = 30
const LONGEST_SET_OFF = 16
const MOST_STARTS = 11
const SHORTEST_MODIFIER = 2

/** A word for a kind with the places where its name may begin, the latest first. */
export interface NameCandidate {
  readonly zone: Zone
  readonly at: number
  readonly end: number
  readonly starts: readonly number[]
}

/** Whether names are read in the zone without marks. */
export const isRead = ({ kind }: Zone): boolean => kind !== 'furniture' && kind !== 'byline' && kind !== 'credit'

/** The places of a zone where such a name may end; `bodies` has a 1 for each character of a body's name. */
export function candidatesIn(zone: Zone, bodies?: Uint8Array): NameCandidate[] {
  const text = zone.folded
  const found: NameCandidate[] = []
  for (const { 0: ending, index: at } of text.matchAll(ENDING)) {
    const end = at + ending.length
    if (!isWordStart(zone, end)) continue
    const after = text.slice(end, end + 1)
    const behind = text.slice(end, end + 3)
    if (after === '》' || KIND_BEHIND.test(behind) || BODY_BEHIND.test(behind)) continue
    // …计划试点: the trial of a plan that has its name.
    if (
      ending === '试点'
        ? NAMED_BEFORE.test(text.slice(Math.max(0, at - 2), at))
        : behind.startsWith('试点') && !NAMED_BEFORE.test(ending)
    )
      continue
    // 计划提升至: the verb.
    if (ending === '计划' && tagOf(zone, zone.wordAt[end] as number).startsWith('v')) continue
    if (ending === '机制' && text.startsWith('体制', at - 2)) continue
    const starts = startsBefore(zone, at, bodies)
    if (starts.length > 0) found.push({ zone, at, end, starts })
  }
  return found
}

function startsBefore(zone: Zone, at: number, bodies?: Uint8Array): number[] {
  const text = zone.folded
  const starts: number[] = []
  let word = (zone.wordAt[at] as number) - (isWordStart(zone, at) ? 1 : 0)
  while (word >= 0 && starts.length < MOST_STARTS) {
    let from = zone.starts[word] as number
    const to = Math.min(zone.starts[word + 1] as number, at)
    if (at - from > LONGEST_NAME) break
    const last = text[to - 1] as string
    if (last === '”' || last === '’') {
      const near = text.slice(Math.max(0, to - LONGEST_SET_OFF), to)
      const back = near.lastIndexOf(last === '”' ? '“' : '‘')
      if (back < 0 || near.includes('\n', back)) break
      const open = to - near.length + back
      if (isReproach(text, open)) return []
      from = open
      word = zone.wordAt[open] as number
      // “甲”“乙”行动: a name of its own.
      if (text[open - 1] === '”') {
        starts.push(from)
        break
      }
    } else if (isMark(last.charCodeAt(0))) break
    else {
      if (bodies?.[to - 1]) break
      const printed = text.slice(from, to)
      if (endsName(printed) && !/^[与及]$/u.test(printed)) break
      if (/^[和与及]$/u.test(printed)) {
        if (KIND_ENDS.test(text.slice(Math.max(0, from - 3), from))) break
        word--
        continue
      }
      if (starts.length > 0 && (NO_PART.test(tagOf(zone, word)) || /^(?:[同要靠按用先不]|[这那].*)$/u.test(printed))) break
      if (isCue(printed) && !NOUN_TOO.test(printed)) {
        if (starts.length > 0) break
        word--
        continue
      }
    }
    if (COUNTED_HEAD.test(text.slice(from, Math.min(from + 6, at)))) {
      word--
      continue
    }
    if (at - from >= SHORTEST_MODIFIER && !isGeneric(text.slice(from, at))) starts.push(from)
    word--
  }
  return starts
}

/** Verbs that bring policies in, before a name or at what would be its head. */
const BRINGS = '实施|推行|推进|启动|开展|落实|出台|建立|健全|完善|试行|入选|纳入|列入|按照|深化|印发|享受|施行|获批|实行|执行'
const VERB_NEAR = new RegExp(`(${BRINGS})[^,。;:\\n]*$`, 'u')
const VERB = new RegExp(`${BRINGS}|探索|制定|提出|通过`, 'u')
const NEAR = 12

const coarse = (tag: string): string => (/^(?:ns|nr|nt|nz|vn|an)/u.test(tag) ? tag.slice(0, 2) : tag.slice(0, 1))
/** Adverbs, prepositions, pronouns and conjunctions of more than a character. */
const NO_PART = /^(?:d|p|r|c|y|u|ad)/u
const bucket = (n: number): string => (n <= 8 ? String(n) : n <= 10 ? '9' : n <= 14 ? '11' : '15')

/** Gives all signs of a name that begins at the place: a group, and what of it is seen. `times` is the sign of `timesIn`. */
export function signsOf(
  { at, end, starts, zone }: NameCandidate,
  start: number,
  times: string,
  add: (group: string, sign: string) => void,
): void {
  const text = zone.folded
  const ending = text.slice(at, end)
  add('bias', '')
  const modifier = text.slice(start, at)
  const first = zone.wordAt[start] as number
  const last = zone.wordAt[at - 1] as number
  add('ending', ending)
  add('length', bucket(modifier.length))
  add('words', bucket(last - first + 1))
  const before = text.slice(Math.max(0, start - 1), start)
  const previous = (zone.wordAt[start] as number) - 1
  const opens = start === 0 || isMark(before.charCodeAt(0))
  const cue = cueBefore(text, start)
  if (opens) {
    add('mark', start === 0 ? '^' : before)
    add('markEnding', (start === 0 ? '^' : before) + ending)
  } else {
    const word = text.slice(zone.starts[previous] as number, start)
    add('previous', word)
    add('previousTag', tagOf(zone, previous).slice(0, 2))
    add('seam', `${tagOf(zone, previous).slice(0, 2)} ${tagOf(zone, first).slice(0, 2)}`)
    if (cue !== null) {
      add('cue', text.slice(cue, start))
    }
  }
  const kind = cue !== null ? 'cue' : opens ? 'mark' : 'other'
  add('opening', kind)
  add('openingEnding', kind + ending)
  const near = VERB_NEAR.exec(text.slice(Math.max(0, start - NEAR), start))
  if (near && cue === null) add('near', near[1] as string)
  const inside = VERB.exec(modifier)
  if (inside) add('cueInside', inside.index === 0 ? 'head' : 'later')
  add('furthest', start === starts.at(-1) ? kind : starts.length === 1 ? '' : 'no')
  add('firstTag', tagOf(zone, first).slice(0, 2))
  add('first', text.slice(start, zone.starts[first + 1] as number))
  add('lastTag', tagOf(zone, last).slice(0, 2))
  add('last', text.slice(Math.max(start, zone.starts[last] as number), at))
  add('lastEnding', text.slice(Math.max(start, at - 2), at) + ending)
  const tags = new Set<string>()
  let verbs = 0
  let single = 0
  let pureVerbs = 0
  for (let w = first; w <= last; w++) {
    const tag = tagOf(zone, w)
    if (tag === 'v' || tag === 'vn') verbs++
    if ((zone.starts[w + 1] as number) - (zone.starts[w] as number) === 1) single++
    tags.add(tag[0] as string)
    if (tag === 'v') pureVerbs++
  }
  for (const tag of tags) if (!/[nvx]/u.test(tag)) add('tags', tag)
  add('verbs', bucket(Math.min(verbs, 4)))
  add('pureVerbs', String(Math.min(pureVerbs, 3)))
  add('single', bucket(Math.min(single, 3)))
  if (/“|‘/u.test(modifier)) add('quoted', /[”’]$/u.test(modifier) ? 'end' : /^[“‘]/u.test(modifier) ? 'start' : 'inside')
  if (/[和与及]/u.test(modifier)) add('and', '')
  if (/\d|[一二两三四五六七八九十](?:年|个|项|大)/u.test(modifier)) add('number', '')
  const next = text[end] ?? '\n'
  const behind = isMark(next.charCodeAt(0)) ? 'mark' : coarse(tagOf(zone, zone.wordAt[end] as number))
  add('behind', behind)
  if (isMark(next.charCodeAt(0))) add('next', next)
  else {
    const after = zone.wordAt[end] as number
    add('nextWord', text.slice(end, zone.starts[after + 1] as number))
    add('nextTag', tagOf(zone, after).slice(0, 2))
  }
  add('zone', zone.kind)
  add('times', times)
}

/** How often the page has each stretch that may be a name, and whether a headline has it, as a sign: 1, 2t, 3. */
export function timesIn(candidates: readonly NameCandidate[]): (name: string) => string {
  const times = new Map<string, number>()
  const inTitle = new Set<string>()
  for (const { zone, starts, end } of candidates)
    for (const start of starts) {
      const name = zone.folded.slice(start, end)
      times.set(name, (times.get(name) ?? 0) + 1)
      if (zone.kind === 'title' || zone.kind === 'subtitle') inTitle.add(name)
    }
  return name => `${Math.min(times.get(name) ?? 1, 3)}${inTitle.has(name) ? 't' : ''}`
}
