/**
 * Finds names of people by what stands around them: a title before (云溪市教育局局长陈望舒说), a list that goes on (甲、乙), a verb of saying after.
 */

import nameWords from '../../lexicons/name-words.json'
import type { PersonFind } from '../finds'
import { isMark, oneOf } from '../text/marks'
import { charWithin } from '../text/search'
import { isWordStart, tagAt, wordBounds, type Zone } from '../text/zone'
import { givenScore, isTranscription, isWordSurname, surnameLength } from './name-shape'
import { titleLexicon } from './title-lexicon'

/** What stands before a name speaks for it as far as this. */
enum Left {
  None = 0,
  Mark = 1,
  List = 2,
  /** After a word for a calling that more often stands before other words (职工, 学生). */
  Calling = 2.5,
  Title = 3,
}

/** What stands before a place, and whether it says that who is named writes for the press. */
interface Before {
  readonly left: Left
  readonly journalist: boolean
}

// one for each case: this is asked at every word of a text
const NOTHING: Before = { left: Left.None, journalist: false }
const AFTER_MARK: Before = { left: Left.Mark, journalist: false }
const AFTER_MARK_IN_PRESS_LIST: Before = { left: Left.Mark, journalist: true }
const IN_LIST: Before = { left: Left.List, journalist: false }
const IN_PRESS_LIST: Before = { left: Left.List, journalist: true }
const AFTER_CALLING: Before = { left: Left.Calling, journalist: false }
const AFTER_TITLE: Before = { left: Left.Title, journalist: false }
const AFTER_PRESS_TITLE: Before = { left: Left.Title, journalist: true }

const isGap = oneOf(' /:|')
const endsCalling = oneOf('师员工匠手户者')

/** Names of a zone that their surroundings show. Names shown once are later found everywhere in the page. */
export function findNames(zone: Zone): PersonFind[] {
  const text = zone.folded
  const found: PersonFind[] = []
  let lastEnd = -1
  let lastJournalist = false
  for (let at = 0; at < text.length; at++) {
    if (at < lastEnd || text.charCodeAt(at) < 0x3400) continue
    // A name begins with a surname, or where a word begins.
    if (surnameLength(text, at) === 0 && !isWordStart(zone, at)) continue
    const { left, journalist } = leftOf(zone, at, lastEnd, lastJournalist)
    const hit = nameAt(zone, at, left, journalist)
    if (!hit) continue
    found.push({ zone: zone.index, start: at, end: hit.end, rule: hit.rule, name: zone.text.slice(at, hit.end), form: 'name' })
    lastEnd = hit.end
    lastJournalist = journalist
    at = hit.end - 1
  }
  return found
}

/** What stands before the place; blanks, : and / are passed over after titles of the press (责编/甲, 记者 甲 乙). */
function leftOf(zone: Zone, at: number, lastEnd: number, lastJournalist: boolean): Before {
  const text = zone.folded
  if (at === 0) return AFTER_MARK
  const { heads } = titleLexicon()
  const direct = heads.longestBefore(text, at)
  if (direct) {
    if (direct.value === 'journalist') return AFTER_PRESS_TITLE
    return direct.value === 'worker' || direct.value === 'other' ? AFTER_CALLING : AFTER_TITLE
  }
  let before = at
  while (before > 0 && isGap(text.charCodeAt(before - 1)) && at - before < 4) before--
  if (before < at) {
    const head = heads.longestBefore(text, before)
    if (head && text[before] === ' ' && at - before === 1 && head.start < before - 1)
      return head.value === 'journalist' ? AFTER_PRESS_TITLE : AFTER_CALLING
    if (head?.value === 'journalist') return AFTER_PRESS_TITLE
    if (before === lastEnd && lastJournalist) return IN_PRESS_LIST
  }
  if (lastEnd > 0 && at - lastEnd === 1 && /[、和与,/;]/u.test(text[lastEnd] as string)) {
    if (/[,;]/u.test(text[lastEnd] as string)) return lastJournalist ? AFTER_MARK_IN_PRESS_LIST : AFTER_MARK
    return lastJournalist ? IN_PRESS_LIST : IN_LIST
  }
  const word = wordBounds(zone, at - 1)
  // 编篮师, 放蜂人: a word for who does something, in no list.
  if (word.end === at && at - word.start >= 2 && endsCalling(text.charCodeAt(at - 1)) && tagAt(zone, at - 1).startsWith('n'))
    return AFTER_CALLING
  return isMark(text.charCodeAt(at - 1)) ? AFTER_MARK : NOTHING
}

/** The best name that starts at the place, or null. */
function nameAt(zone: Zone, at: number, left: Left, journalist: boolean): { end: number; rule: string } | null {
  const text = zone.folded
  if (left < Left.List && !isWordStart(zone, at)) return null
  const surname = surnameLength(text, at)
  let best: { end: number; score: number } | null = null
  if (surname > 0)
    for (const length of [surname + 1, surname + 2]) {
      const end = at + length
      if (end > text.length || hasMark(text, at, end)) break
      const score = judge(zone, at, surname, end, left, journalist)
      if (score > 0 && (!best || score > best.score)) best = { end, score }
    }
  if (best && left >= Left.Calling && isTranscription(text, at, best.end + 1)) {
    const whole = otherNameEnd(zone, at, left, journalist)
    if (whole > best.end) return { end: whole, rule: 'name-without-surname' }
  }
  if (best)
    return {
      end: best.end,
      rule: left >= Left.Calling ? 'name-after-title' : left === Left.List ? 'name-in-list' : 'name-before-verb',
    }
  if (left >= Left.List) {
    const end = otherNameEnd(zone, at, left, journalist)
    if (end > 0) return { end, rule: 'name-without-surname' }
  }
  return null
}

function hasMark(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (isMark(text.charCodeAt(i)) || text.charCodeAt(i) < 0x3400) return true
  return false
}

/** Whether one more character makes a name that ends before a mark or a word that goes on after names. */
function longerFits(zone: Zone, end: number): boolean {
  return end + 1 <= zone.folded.length && !isMark(zone.folded.charCodeAt(end)) && rightOf(zone, end + 1) >= 1
}

const NEVER = new Set(nameWords.never)

/** Evidence for the name [at, end): positive accepts it. */
function judge(zone: Zone, at: number, surname: number, end: number, left: Left, journalist: boolean): number {
  const text = zone.folded
  if (NEVER.has(text.slice(at, at + 2))) return -1
  const given = givenScore(text, at + surname, end)
  const right = rightOf(zone, end)
  const word = wordBounds(zone, at)
  const tag = tagAt(zone, at)
  const isWord = word.start === at && word.end === end
  const known = isWord && /^nr/u.test(tag)
  const common = isWord && !/^(?:nr|nz|x|ns)/u.test(tag)
  // A longer word of the language begins here (高质量, 方面): no name.
  if (word.end > end && !/^nr/u.test(tag)) return -1
  if (common && /^(?:d|ad|a|p|c|r|l|i|z|t|b)$/u.test(tag) && right !== 1.5) return -1
  const starts = word.end - word.start >= 2 && word.end < end && !/^nr/u.test(tag)
  if (starts && left < Left.Calling && surname < 2) return -1
  let score = given + right - (isWordStart(zone, end) ? 0 : 1.2)
  if (known) score += 1.5
  if (surname === 2) score += 2
  if (isWordSurname(text[at] as string) && surname === 1) score -= 1.5
  if (end - at - surname === 2) score += left >= Left.Calling ? 0.9 : 0.4
  // 李岐则认为: a word of grammar at the end is none of the name.
  if (end - at - surname === 2 && /[则也还就又都却将曾已以在对向说称]/u.test(text[end - 1] as string)) score -= 3
  // No word of the language begins at the surname.
  const loose = word.end === at + 1 || surname === 2 || known
  switch (left) {
    case Left.Title:
      if (common && given < -0.5 && !(journalist && right === 1.5)) return -1
      if (common && journalist && right !== 1.5) return -1
      if (right < 1 && (given < 0.8 || longerFits(zone, end) || (end - at - surname < 2 && given < 1.5))) return -1
      return score + (journalist ? 1.5 : 1) + (loose && right >= 1 ? 2 : 0) - (common ? 0.5 : 0) - (starts ? 1 : 0)
    case Left.Calling:
      if (common || right < 1 || (!loose && given < 0.3) || given < -1.5) return -1
      return score + (loose ? 1 : 0)
    case Left.List:
      if (common && given < 0) return -1
      return right < 1 ? -1 : score + (loose ? 1 : 0) - (common ? 1 : 0)
    case Left.Mark:
      if (common) return -1
      return right >= 3 ? score - 3 : right >= 2 ? score - 4 : -1
    default:
      if (common || right < 3) return -1
      return score - 4.6
  }
}

/** What stands after a name: 3 a verb of saying, 2 a verb or address that goes with people, 1.5 a mark, 1 a word that goes on after a noun, 0 anything else. */
function rightOf(zone: Zone, end: number): number {
  const text = zone.folded
  if (end < text.length && text[end] !== ' ' && isMark(text.charCodeAt(end)))
    return bracketedOffice(text, end) || /^,[男女](?:,|$)/u.test(text.slice(end, end + 3)) ? 3 : 1.5
  if (end >= text.length) return 1.5
  const { saying, after, heads } = titleLexicon()
  if (/^ ?(?:摄|攝|供图|制图|绘)(?![影制])/u.test(text.slice(end, end + 4))) return 4.5
  if (text[end] === ' ') return 1.5
  const say = saying.longest(text, end)
  if (
    say &&
    (say.end - end > 1 || isMark(text.charCodeAt(say.end)) || (isWordStart(zone, end) && /[说称道]/u.test(text[end] as string)))
  )
    return 3
  const next = after.longest(text, end)
  const opens = isWordStart(zone, end)
  if (next && (opens || next.end - end > 1)) return next.end - end > 1 ? 2 : 1.2
  const title = heads.longest(text, end)
  if (title) return title.value === 'official' && title.end - end >= 2 ? 2.5 : 1.5
  const word = wordBounds(zone, end)
  return opens && word.end - end > 1 && /^(?:v|vd|d|p|c|u.*|t|r|m|i|l|vn)$/u.test(tagAt(zone, end)) ? 1 : 0
}

/** Whether a bracket behind a name holds an office: (海州大学教授). */
function bracketedOffice(text: string, at: number): boolean {
  if (text[at] !== '(') return false
  const close = charWithin(text, ')', at, at + 40)
  return close > 0 && titleLexicon().heads.longestBefore(text, close, at + 1) !== null
}

/** End of a name without a Chinese surname after a title (牧民额尔德尼说, 编辑：桂兰), or -1. */
function otherNameEnd(zone: Zone, at: number, left: Left, journalist: boolean): number {
  const text = zone.folded
  if (left === Left.List && !journalist) return -1
  let best = -1
  for (let end = at + 1; end <= Math.min(text.length, at + 10); end++) {
    const code = text.charCodeAt(end)
    const closed = end >= text.length || (isMark(code) && code !== 0xb7)
    const length = end - at
    if (length >= 2) {
      const transcribed = isTranscription(text, at, end)
      const strange = isStrange(zone, at, end)
      if (journalist && closed && length <= 4 && (transcribed || strange)) return end
      if (!journalist && strange && (transcribed || length <= 4) && left >= Left.Calling) {
        const right = rightOf(zone, end)
        if (right >= 3 && (transcribed || best < 0)) return end
        if (transcribed && right >= 1) best = end
      }
    }
    if (closed) return best
  }
  return best
}

/** Whether no word of the language of two characters stands in the run. */
function isStrange(zone: Zone, start: number, end: number): boolean {
  if (!isWordStart(zone, end) && end < zone.folded.length) return false
  for (let at = start; at < end; ) {
    const word = wordBounds(zone, at)
    if (word.start < start) return false
    if (
      word.end - word.start >= 2 &&
      !/^(?:nr|nz|ns|x)/u.test(tagAt(zone, at)) &&
      !(end - start >= 3 && isTranscription(zone.folded, start, end))
    )
      return false
    if (/^(?:[pcrdu]|uj|ul|y|m)$/u.test(tagAt(zone, at)) && !isTranscription(zone.folded, at, word.end)) return false
    at = word.end
  }
  return true
}
