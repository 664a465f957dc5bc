/**
 * Finds names of people by what stands around them: a title before (云溪市教育局局长陈望舒说), a list that goes on (甲、乙), a verb of saying after.
 */

import { oneOf } from '../../characters'
import nameWords from '../../lexicons/name-words.json'
import { tagInDictionary } from '../../lexicons/words'
import type { PersonFind } from '../finds'
import { isMark } from '../text/marks'
import { charWithin, lastCharWithin } from '../text/search'
import { isWordStart, tagAt, wordBounds, type Zone } from '../text/zone'
import {
  givenScore,
  isFrequentSurname,
  isMinorityName,
  isTranscription,
  isWordSurname,
  japaneseSurnameLength,
  surnameLength,
} from './name-shape'
import { titleLexicon } from './title-lexicon'
import { rightOf } from './what-follows'

/** What stands before a name speaks for it as far as this. */
enum Left {
  None = 0,
  Mark = 1,
  /** After 的 (返乡创业的甲) or 伙同. */
  Clause = 1.5,
  /** Right behind the name of a body: 海州大学甲教授, 市水利局乙表示. */
  Body = 1.7,
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
const AFTER_CLAUSE: Before = { left: Left.Clause, journalist: false }
const AFTER_BODY: Before = { left: Left.Body, journalist: false }
const IN_LIST: Before = { left: Left.List, journalist: false }
const IN_PRESS_LIST: Before = { left: Left.List, journalist: true }
const AFTER_CALLING: Before = { left: Left.Calling, journalist: false }
const AFTER_TITLE: Before = { left: Left.Title, journalist: false }
const AFTER_PRESS_TITLE: Before = { left: Left.Title, journalist: true }

/** Work on a page that stands before names in credits and is an ordinary word elsewhere. */
const PRESS_WORK =
  /(?:设计|校读|绘图|排版|图片|文字|海报|漫画|剪辑|版面|视频|音频|插图|美术|[一二三初终复]审|值班|解说|配音|文案)$/u
/** Words for a group as often as for one: 让科学家舒心, 向专家请教. */
const COLLECTIVE = /[业学]家|专家|学者|领导|代表|人员|干部|主管$/u
/** 72岁的鼓头甲: after an age and a word that no list has. */
const AGED = /\d{2}岁的?[\u4e00-\u9fff]{0,6}$/u
/** 【主播】甲: a label of a transcript. */
const LABEL = /【(?:主播|主持|播音|解说|配音|记者|编辑|摄像|导播|责编|监制|撰稿|出镜)[^】\n]{0,6}】$/u
const isGap = oneOf(' /:|')
const endsCalling = oneOf('师员工匠手户者')

/** Names of a zone that their surroundings show. Names shown once are later found everywhere in the page. */
export function findNames(zone: Zone, bodyEnds: ReadonlySet<number>): PersonFind[] {
  const text = zone.folded
  const found: PersonFind[] = []
  const context: Context = { bodyEnds, ages: text.includes('岁') }
  let lastEnd = -1
  let lastJournalist = false
  for (let at = 0; at < text.length; at++) {
    if (at < lastEnd || text.charCodeAt(at) < 0x3400) continue
    // A name begins with a surname, or where a word begins.
    if (surnameLength(text, at) === 0 && !isWordStart(zone, at)) continue
    const { left, journalist } = leftOf(zone, at, lastEnd, lastJournalist, context)
    const hit = nameAt(zone, at, left, journalist, context)
    if (!hit) continue
    found.push({
      zone: zone.index,
      start: at,
      end: hit.end,
      rule: hit.rule,
      name: zone.text.slice(at, hit.end).replace(/\s/gu, ''),
      form: 'name',
    })
    lastEnd = hit.end
    lastJournalist = journalist
    at = hit.end - 1
  }
  return found
}

/** What of a zone is asked at every place: where names of bodies end, and whether it names ages. */
interface Context {
  readonly bodyEnds: ReadonlySet<number>
  readonly ages: boolean
}

/** What stands before the place; blanks, : and / are passed over after titles of the press (责编/甲, 记者 甲 乙). */
function leftOf(zone: Zone, at: number, lastEnd: number, lastJournalist: boolean, context: Context): Before {
  const text = zone.folded
  if (at === 0) return AFTER_MARK
  const { heads } = titleLexicon()
  const direct = heads.longestBefore(text, at)
  if (direct) {
    if (direct.value === 'journalist') return AFTER_PRESS_TITLE
    return direct.value === 'worker' || direct.value === 'other' || COLLECTIVE.test(text.slice(at - 2, at))
      ? AFTER_CALLING
      : AFTER_TITLE
  }
  let before = at
  while (before > 0 && isGap(text.charCodeAt(before - 1)) && at - before < 4) before--
  if (before < at) {
    const head = heads.longestBefore(text, before)
    if (
      head &&
      text[before] === ' ' &&
      at - before <= (endsLine(text, at) ? 3 : 1) &&
      text[at - 1] === ' ' &&
      head.start < before - 1
    )
      return head.value === 'journalist' ? AFTER_PRESS_TITLE : AFTER_CALLING
    // 记者:马叔,今年卖了多少? is a question.
    if (head?.value === 'journalist')
      return zone.kind === 'text' && text[at - 1] === ':' && /^[\u4e00-\u9fff]{2,3},/u.test(text.slice(at, at + 4))
        ? AFTER_MARK
        : AFTER_PRESS_TITLE
    if (zone.kind !== 'text' && PRESS_WORK.test(text.slice(Math.max(0, before - 2), before))) return AFTER_PRESS_TITLE
    if (before === lastEnd && lastJournalist) return IN_PRESS_LIST
  }
  if (text[at - 1] === ' ' && SPEAKER_LABEL.test(text.slice(Math.max(0, at - 44), at))) return AFTER_TITLE
  if (text.charAt(before - 1) === '】' && zone.kind !== 'text' && LABEL.test(text.slice(Math.max(0, before - 12), before)))
    return AFTER_PRESS_TITLE
  if (lastEnd > 0 && at - lastEnd === 1 && /[、和与,/;]/u.test(text[lastEnd] as string)) {
    if (/[,;]/u.test(text[lastEnd] as string)) return lastJournalist ? AFTER_MARK_IN_PRESS_LIST : AFTER_MARK
    return lastJournalist ? IN_PRESS_LIST : IN_LIST
  }
  // 主持人(甲):
  if (text[at - 1] === '(' && heads.longestBefore(text, at - 1)?.value === 'journalist') return AFTER_PRESS_TITLE
  // 助理总裁(货币管理)甲
  if (text[at - 1] === ')') {
    const open = lastCharWithin(text, '(', at - 12, at)
    if (open > 0 && heads.longestBefore(text, open)) return AFTER_TITLE
  }
  const word = wordBounds(zone, at - 1)
  // 煤炭运销户, 护渔员, 行车工: a trade that no list has.
  if (word.end === at && at - word.start === 1 && tradeBefore(zone, at)) return AFTER_CALLING
  // 编篮师, 放蜂人: a word for who does something, in no list.
  if (
    word.end === at &&
    at - word.start >= 2 &&
    endsCalling(text.charCodeAt(at - 1)) &&
    tagAt(zone, at - 1).startsWith('n') &&
    !/[动施开竣复加分手化军罢打停完]工$|[农住大客账落入开过销立]户$|[右左双联携出入]手$/u.test(text.slice(at - 2, at))
  )
    return AFTER_CALLING
  if (isVerbEnd(text.charCodeAt(at - 1)) && TAKES_NAME.test(text.slice(Math.max(0, at - 2), at))) return AFTER_CALLING
  if (context.bodyEnds.has(at)) return AFTER_BODY
  // 现任体校副校长的甲
  if (text[at - 1] === '的' && heads.longestBefore(text, at - 1) && HOLDING.test(text.slice(Math.max(0, at - 34), at - 1)))
    return AFTER_TITLE
  if (text[at - 1] === '的' || (context.ages && AGED.test(text.slice(Math.max(0, at - 11), at)))) return AFTER_CLAUSE
  return isMark(text.charCodeAt(at - 1)) ? AFTER_MARK : NOTHING
}

/** Words that say that an office is or was held, before what the office is called. */
const HOLDING = /(?:现任|时任|担任|曾任|身为|作为|出任|历任)[^,。;:“”\n]{2,28}$/u

/** Whether two to four characters end the line (局长  甲). */
const endsLine = (text: string, at: number): boolean => /^[\u4e00-\u9fff]{2,4}(?:[\n ]|$)/u.test(text.slice(at, at + 5))
/** 同期(市商务局外贸科 甲): the label of somebody who speaks in a broadcast. */
const SPEAKER_LABEL = /(?:同期声?|采访)[】\]]?\([^()\n]{2,36} $/u

/** The last characters of verbs whose object is a person, and these verbs. */
const isVerbEnd = oneOf('同命去免任请名')
const TAKES_NAME = /^(?:伙同|任命|免去|罢免|聘任|聘请|提名)$/u
const isPlaceEnd = oneOf('村镇乡县')
const isTradeEnd = oneOf('户商员工匠手农')

/** Whether a word of one character that tells who does something, and the trade before it, end at the place. */
function tradeBefore(zone: Zone, at: number): boolean {
  const end = zone.folded.charCodeAt(at - 1)
  if (!isTradeEnd(end) || at < 3) return false
  const word = wordBounds(zone, at - 2)
  if (/[双左右对联携出入分加动施开竣复停完罢]/u.test(zone.folded[at - 2] as string)) return false
  const long = word.end - word.start >= 2 || /员|匠/u.test(zone.folded[at - 1] as string)
  return long && /^(?:n|vn?|x|g)/u.test(tagAt(zone, at - 2))
}

/** The best name that starts at the place, or null. */
function nameAt(zone: Zone, at: number, left: Left, journalist: boolean, context: Context): { end: number; rule: string } | null {
  const text = zone.folded
  if (left < Left.List && !isWordStart(zone, at)) return null
  // 董事长|孙谋 is none of 长孙, and 主任|张丽娟 none of 任.
  if (
    (text[at] === '长' || (text[at] === '任' && text.charAt(at - 1) === '主')) &&
    titleLexicon().heads.longestBefore(text, at + 1)
  )
    return null
  if (journalist && text[at] === '摄') return null
  const label = left >= Left.Calling && text.charAt(at - 1) === ' ' ? labelEnd(zone, at) : -1
  if (label > 0) return { end: label, rule: 'name-after-title' }
  const spaced = left >= Left.List ? spacedNameEnd(text, at, left, journalist) : -1
  if (spaced > 0) return { end: spaced, rule: 'name-after-title' }
  const surname =
    left === Left.Title && !journalist ? japaneseSurnameLength(text, at) || surnameLength(text, at) : surnameLength(text, at)
  let best: { end: number; score: number } | null = null
  if (surname > 0)
    for (const length of lengthsOf(text, at, surname, left)) {
      const end = at + length
      if (end > text.length || hasMark(text, at, end)) break
      const score = judge(zone, at, surname, end, left, journalist, context)
      if (score > 0 && (!best || score > best.score)) best = { end, score }
    }
  if (best && best.end - at === 2 && left >= Left.Calling && endsLabel(text, at, best.end + 1))
    return { end: best.end + 1, rule: 'name-after-title' }
  if (best && left >= Left.Calling && isMinorityName(text, at, best.end + 1)) {
    const whole = otherNameEnd(zone, at, left, journalist)
    if (whole > best.end) return { end: whole, rule: 'name-without-surname' }
  }
  if (best)
    return {
      end: best.end,
      rule: left >= Left.Calling ? 'name-after-title' : left === Left.List ? 'name-in-list' : 'name-before-verb',
    }
  if (left >= Left.List && !NEVER.has(text.slice(at, at + 2))) {
    const end = otherNameEnd(zone, at, left, journalist)
    if (end > 0) return { end, rule: 'name-without-surname' }
  }
  if (left >= Left.Calling && surname === 0 && !journalist) {
    const end = rareNameEnd(zone, at, left)
    if (end > 0) return { end, rule: 'name-without-surname' }
  }
  return null
}

const LONGEST_LABEL = 50

/** Whether the label of a line ends with a colon at the place (【同期声】农民左大有:), with the last character of a name and no verb before it. */
function endsLabel(text: string, at: number, colon: number): boolean {
  if (
    text[colon] !== ':' ||
    !/[\u4e00-\u9fff]/u.test(text[colon - 1] as string) ||
    /[说道称问答讲写喊叹笑云曰]/u.test(text[colon - 1] as string)
  )
    return false
  const from = Math.max(0, at - LONGEST_LABEL)
  const line = Math.max(from, lastCharWithin(text, '\n', from, at) + 1)
  return (line > from || from === 0) && !/[,。;“]/u.test(text.slice(line, at))
}

/** End of two to four characters between the blank behind a title and a colon (支队长 占国梁：…), or -1. */
function labelEnd(zone: Zone, at: number): number {
  const colon = charWithin(zone.folded, ':', at, at + 5)
  if (colon < at + 2 || colon > at + 4 || hasMark(zone.folded, at, colon) || zone.kind !== 'text') return -1
  const word = wordBounds(zone, at)
  return surnameLength(zone.folded, at) > 0 && (word.end < colon || /^nr/u.test(tagAt(zone, at))) ? colon : -1
}

/** How long a name may be: after a title also one of two surnames (陈欧雨桐). */
function lengthsOf(text: string, at: number, surname: number, left: Left): readonly number[] {
  return surname === 1 && left >= Left.Calling && surnameLength(text, at + 1) === 1 ? [2, 3, 4] : [surname + 1, surname + 2]
}

/** End of a name of two characters that is set with a blank between them (责编 柯 敏, 局长 刘 波 说), or -1. */
function spacedNameEnd(text: string, at: number, left: Left, journalist: boolean): number {
  if (text[at + 1] !== ' ' || surnameLength(text, at) === 0 || !/\p{Script=Han}/u.test(text[at + 2] ?? '')) return -1
  const end = at + 3
  const next = text[end]
  const closed = next === undefined || isMark(text.charCodeAt(end))
  if (journalist) return closed || /^摄/u.test(next ?? '') ? end : -1
  return left >= Left.Calling && closed ? end : -1
}

/**
 * End of a name behind an office or a calling whose first character is no surname of the lists (局长缑大川说), or -1: what follows goes on after names, and
 * neither the whole nor what stands for the given name is a word of the language.
 */
function rareNameEnd(zone: Zone, at: number, left: Left): number {
  const text = zone.folded
  if (NEVER.has(text.slice(at, at + 2))) return -1
  const word = wordBounds(zone, at)
  const tag = tagAt(zone, at)
  if (word.start !== at || (word.end > at + 1 && !/^nr/u.test(tag))) return -1
  const grammar = /^(?:[pcrdumqytkhf]|u.*|v)$/u.test(tag)
  for (const length of [3, 2]) {
    const end = at + length
    if (end > text.length || hasMark(text, at, end) || !isWordStart(zone, end)) continue
    if (length === 2 && grammar) continue
    const given = wordBounds(zone, at + 1)
    if (given.start === at + 1 && given.end === end && end - at === 3 && !/^(?:nr|nz|x|ns)/u.test(tagAt(zone, at + 1))) continue
    const score = givenScore(text, at + 1, end)
    const right = rightOf(zone, end)
    const least = left === Left.Title ? 1.2 : 2
    if (right >= least && score >= (length === 2 || grammar ? 1.5 : right >= 2 ? 0 : 0.6)) return end
  }
  return -1
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

const opensSentence = oneOf('\n。!?”;●■▲◆★')
const endsOffice = oneOf(',。;!?:\n“”(')
const LONGEST_OFFICE = 44

/** Whether a name that opens a sentence has its office of a body behind it: 甲,海州大学教授、博士生导师; at the beginning of a line 甲 省水利厅副厅长:. */
function introduced(text: string, at: number, end: number, { bodyEnds }: Context): boolean {
  const labelled = text[end] === ' '
  if (!(labelled || text[end] === ',') || !(at === 0 || opensSentence(text.charCodeAt(at - 1)))) return false
  let close = end + 1
  while (close < text.length && close - end < LONGEST_OFFICE && !endsOffice(text.charCodeAt(close))) close++
  if (labelled && text[close] !== ':') return false
  const head = titleLexicon().heads.longestBefore(text, close, end + 1)
  if (!head || !/^(?:official|executive|expert)$/u.test(head.value)) return false
  for (let body = end + 3; body <= head.start; body++) if (bodyEnds.has(body)) return true
  return false
}

/** What must stand behind a name that has so much before it. */
const leastRight = (left: Left): number => (left === Left.Mark || left === Left.Clause ? 1.2 : left === Left.Body ? 2.5 : 3)

/** Evidence for the name [at, end): positive accepts it. */
function judge(zone: Zone, at: number, surname: number, end: number, left: Left, journalist: boolean, context: Context): number {
  const text = zone.folded
  const behind = rightOf(zone, end)
  const after = behind === 1.5 && left === Left.Mark && introduced(text, at, end, context) ? 3 : behind
  // What the cases below refuse, before anything that costs more is asked.
  if (left < Left.List && after < leastRight(left)) return -1
  if (NEVER.has(text.slice(at, at + 2))) return -1
  // 员工来榕就业
  if (left === Left.Calling && surname === 1 && end - at === 2 && after < 2 && isWordSurname(text[at] as string)) return -1
  // 校长 of 撒校长 and 指出 of 曾指出 are no given names.
  const rest = text.slice(at + surname, end)
  // 柳林|村第一书记: a village and an office in it.
  if (left < Left.List && (isPlaceEnd(text.charCodeAt(end)) || isPlaceEnd(text.charCodeAt(end - 1)))) return -1
  // 司徒老先生
  if (rest === '老' && /^(?:先生|太太|师傅|人家|爷子)/u.test(text.slice(end, end + 3))) return -1
  if (rest.length === 2 && (titleLexicon().heads.has(rest) || titleLexicon().saying.has(rest))) return -1
  const given = givenScore(text, at + surname, end)
  if (
    surname === 1 &&
    end - at === 4 &&
    (after < 2 || given < 0.8 || !isWordStart(zone, end) || !isWordStart(zone, end - 1) || isWordSurname(text[at] as string))
  )
    return -1
  // A surname of two characters begins few other words, so that less must follow.
  const right =
    surname === 2 && left >= Left.Calling && given >= 0.5 && isWordStart(zone, end) && !longerFits(zone, end)
      ? Math.max(after, 1)
      : after
  const word = wordBounds(zone, at)
  const tag = tagAt(zone, at)
  const isWord = word.start === at && word.end === end
  const known = isWord && /^nr/u.test(tag)
  const common = isWord && !/^(?:nr|nz|x|ns)/u.test(tag)
  // 记者从…获悉 begins no name, 专家呼吁, 发言人回应 and 顾问全覆盖 hold none.
  if (
    journalist &&
    left === Left.Title &&
    text.charAt(at - 1) !== ' ' &&
    /[从在向与和于对就自由]/u.test(text[at] as string) &&
    right !== 1.5
  )
    return -1
  if (end - at === 2 && left < Left.Title && /[时后前中上下]/u.test(text[end - 1] as string)) return -1
  // 工商联副主席甘露全程见证: right behind the office of a body a name may be any word.
  const ofOffice = left === Left.Title && given >= 0.5 && right >= 2
  if (common && /^v/u.test(tag) && given < 1.5 && !isFrequentSurname(text[at] as string) && !ofOffice) return -1
  if (
    surname === 1 &&
    end - at === 3 &&
    (right < 2 || /[和有都由过]/u.test(text[at] as string)) &&
    isWordSurname(text[at] as string) &&
    isPlainWord(zone, at + 1, end)
  )
    return -1
  // A longer word of the language begins here (高质量, 方面): no name.
  if (word.end > end && !/^nr/u.test(tag)) return -1
  if (common && /^(?:d|ad|a|p|c|r|l|i|z|t|b)$/u.test(tag) && right !== 1.5) return -1
  const starts = word.end - word.start >= 2 && word.end < end && !/^nr/u.test(tag)
  if (starts && surname < 2 && (left < Left.List || (left === Left.List && (after !== 1.5 || given < 0.3)))) return -1
  let score = given + right - (isWordStart(zone, end) ? 0 : 1.2)
  if (known) score += 1.5
  if (surname === 2) score += 2
  // Given names of Japan have two characters for the most part.
  if (end - at === 4 && japaneseSurnameLength(text, at) > 0) score += 2
  if (isWordSurname(text[at] as string) && surname === 1) score -= 1.5
  if (end - at - surname === 2) score += left >= Left.Calling ? 0.9 : 0.4
  // 李岐则认为: a word of grammar at the end is none of the name.
  if (
    japaneseSurnameLength(text, at) === 0 &&
    /[则也还就又都却将曾已以在对向说称时后前率携赴偕与]/u.test(text[end - 1] as string)
  )
    score -= 3
  // 曾滔|和村民
  if (text[end - 1] === '和' && /^[nr]/u.test(tagAt(zone, end)) && !isMark(text.charCodeAt(end))) score -= 3
  // 傅强|坦言
  if (text[end] === '言' && /[坦直断]/u.test(text[end - 1] as string)) score -= 3
  // 甲、乙均出席
  if (text[end - 1] === '均' && /[、和][^。;\n]{0,24}$/u.test(text.slice(Math.max(0, at - 26), at))) score -= 3
  // No word of the language begins at the surname.
  const loose = word.end === at + 1 || surname === 2 || known
  // 指着满山的杨梅树说
  if (left < Left.List && /[指看望对拿捧抱摸]着[^,。]{0,12}$/u.test(text.slice(Math.max(0, at - 15), at))) return -1
  switch (left) {
    case Left.Title:
      // “律师管家”
      if (common && text[end] === '”') return -1
      if (common && given < -0.5 && right < 2 && !(journalist && right === 1.5)) return -1
      if (common && journalist && right !== 1.5) return -1
      if (right < 1 && (given < 0.8 || longerFits(zone, end) || (end - at - surname < 2 && given < 1.5))) return -1
      return score + (journalist ? 1.5 : 1) + (loose && right >= 1 ? 2 : 0) - (common ? 0.5 : 0) - (starts ? 1 : 0)
    case Left.Calling:
      if (common || right < 1 || (!loose && given < 0.3) || given < -1.5) return -1
      return score + (loose ? 1 : 0)
    case Left.List:
      if (common && given < 0) return -1
      return right < 1 ? -1 : score + (loose ? 1 : 0) - (common ? 1 : 0)
    case Left.Body:
      return common || isWord || given < 0 || right < 2.5 || !isWordStart(zone, end) || isMadeOfWords(text, at, end)
        ? -1
        : score - 2
    case Left.Clause:
      if (right >= 3 && !common && score > 4.6) return score - 4.6
      if (common || !loose || isWord || end - at - surname !== 2 || !isWordStart(zone, end)) return -1
      if (given < (right >= 3 ? -0.5 : text[at - 1] === '的' ? 0.8 : 0.3)) return -1
      if (right < 1.2 || /[的和与及、为]/u.test(text[end] ?? '、')) return -1
      return isMadeOfWords(text, at, end) ? -1 : score - 1
    case Left.Mark:
      if (common) return -1
      // 甲: at the beginning of a line, before what is said
      if (
        text[at - 1] === '\n' &&
        text[end] === ':' &&
        loose &&
        end - at - surname === 2 &&
        given >= 0.8 &&
        !isMadeOfWords(text, at, end)
      )
        return score
      // 刘玉芬是…, at the beginning of a clause
      if (
        right >= 1.2 &&
        right < 3 &&
        loose &&
        end - at - surname === 2 &&
        given >= 1 &&
        isFrequentSurname(text[at] as string) &&
        !isMark(text.charCodeAt(end)) &&
        !/[的和与及]/u.test(text[end] as string) &&
        !isMadeOfWords(text, at, end)
      )
        return score
      return right >= 3 ? score - 3 : right >= 2 ? score - 4 : -1
    default:
      if (common || right < 3) return -1
      return score - 4.6
  }
}

/** Whether two characters at its beginning or end are a word of the language: 哈密 in 哈密瓜. */
function isMadeOfWords(text: string, start: number, end: number): boolean {
  const first = tagInDictionary(text, start, start + 2)
  const last = tagInDictionary(text, end - 2, end)
  return (first !== null && !first.startsWith('nr')) || (last !== null && !/^n[rs]/u.test(last))
}

/** Whether the stretch is one word of the language that is no name. */
function isPlainWord(zone: Zone, start: number, end: number): boolean {
  const tag = tagInDictionary(zone.folded, start, end)
  if (tag === null) return false
  return /[和有都由过]/u.test(zone.folded[start - 1] as string)
    ? !/^(?:nr|nz|ns)/u.test(tag)
    : /^(?:v|vn|d|ad|p|c)$/u.test(tag) && isWordStart(zone, start)
}

/** End of a name without a Chinese surname after a title (牧民额尔德尼说, 编辑：桂兰), or -1. */
function otherNameEnd(zone: Zone, at: number, left: Left, journalist: boolean): number {
  const text = zone.folded
  if (left === Left.List && !journalist) return -1
  // 记者甲/厦门报导, 组版: a place or the next word for work is no name.
  if (journalist && (/^ns/u.test(tagAt(zone, at)) || titleLexicon().heads.longest(text, at))) return -1
  let best = -1
  for (let end = at + 1; end <= Math.min(text.length, at + 10); end++) {
    const code = text.charCodeAt(end)
    const closed = end >= text.length || (isMark(code) && code !== 0xb7)
    const length = end - at
    if (length >= 2) {
      const transcribed = isTranscription(text, at, end)
      const strange = isStrange(zone, at, end)
      const minority = !journalist && length >= 3 && left >= Left.Calling && strange && isMinorityName(text, at, end)
      if (journalist && closed && length <= 4 && (transcribed || strange)) return end
      if (!journalist && strange && (transcribed || minority || length <= 4) && left >= Left.Calling) {
        const right = rightOf(zone, end)
        if (right >= 3 && (transcribed || minority || best < 0)) return end
        if ((transcribed && right >= 1) || (minority && right >= 1.2)) best = end
      }
    }
    if (closed) return best
  }
  return best
}

/** Whether no word of the language of two characters stands in the run. */
function isStrange(zone: Zone, start: number, end: number): boolean {
  // 乌力吉巴|图说
  const says = zone.folded[end] === '说' && isMark(zone.folded.charCodeAt(end + 1))
  if (!isWordStart(zone, end) && end < zone.folded.length && !says) return false
  if (/[着了过的们]/u.test(zone.folded.slice(start, end)) && !isTranscription(zone.folded, start, end)) return false
  const minority = end - start >= 3 && isMinorityName(zone.folded, start, end)
  for (let at = start; at < end; ) {
    const word = wordBounds(zone, at)
    if (word.start < start) return false
    if (word.end - word.start >= 2 && !/^(?:nr|nz|ns|x)/u.test(tagAt(zone, at)) && !minority) return false
    if (/^(?:[pcrdu]|uj|ul|y|m)$/u.test(tagAt(zone, at)) && !isTranscription(zone.folded, at, word.end) && !minority) return false
    at = word.end
  }
  return true
}
