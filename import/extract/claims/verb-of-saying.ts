/**
 * A speaker and a verb of saying: `县农业局局长周明说，…`, `会议强调，…`, `他告诉记者：“…”`, `《规划》提出，…`.
 * What may stand behind the verb depends on the verb: 说 and 表示 report whatever follows, 介绍 and 分析 only what a comma, a colon or a
 * quotation sets off, 要求 and 希望 what follows a speaker that is named right before them.
 */
import { oneOf } from '../../characters'
import verbs from '../../lexicons/reporting-verbs.json'
import { type ArticleView, endsSentence, lastBefore, mentionsIn, type Paragraph } from '../article-view'
import { wordFinder } from '../word-finder'
import type { Attribution, Follows, Memory } from './attribution'
import { findSpeaker } from './speaker'
import { isStatement } from './statement-quotation'

type VerbClass = 'strong' | 'ask' | 'weak' | 'quoting'
const CLASS = new Map<string, VerbClass>([
  ...verbs.quoting.map(verb => [verb, 'quoting'] as const),
  ...verbs.weak.map(verb => [verb, 'weak'] as const),
  ...verbs.ask.map(verb => [verb, 'ask'] as const),
  ...verbs.strong.map(verb => [verb, 'strong'] as const),
])
const saying = wordFinder(CLASS.keys())
const noSaying = wordFinder(verbs.notReporting)
const noSayingWithObject = wordFinder(verbs.notReportingUnlessSetOff)

/** The first characters of all of them, which most characters of a text are not. */
const begins = oneOf([...CLASS.keys(), ...verbs.notReporting, ...verbs.notReportingUnlessSetOff].map(word => word[0]).join(''))

/** How far back a clause or a sentence is looked for; longer ones are no prose. */
const CLAUSE_LIMIT = 90
const SENTENCE_LIMIT = 400

export function verbOfSaying(view: ArticleView, paragraph: Paragraph, memory: Memory): Attribution[] {
  const found: Attribution[] = []
  const { plain } = view
  let i = paragraph.start
  let nextQuotation = 0
  let sentence = paragraph.start
  while (i < paragraph.end) {
    while (nextQuotation < paragraph.quotations.length && (paragraph.quotations[nextQuotation]?.end as number) <= i)
      nextQuotation++
    const quotation = paragraph.quotations[nextQuotation]
    if (quotation && quotation.start <= i) {
      if (isStatement(view, quotation)) sentence = quotation.end
      i = quotation.end
      continue
    }
    if (endsSentence(plain, i)) sentence = i + 1
    if (!begins(plain.charCodeAt(i))) {
      i++
      continue
    }
    const other = noSaying.at(plain, i) ?? withObject(plain, i)
    const verb = saying.at(plain, i)
    if (other && other.length >= (verb?.length ?? 0)) {
      i += other.length
      continue
    }
    // 明确指出, 明确提出, 强调指出: the verb that reports is the last one.
    const next = verb ? CLASS.get(saying.at(plain, i + verb.length) ?? '') : undefined
    if (!verb || next === 'strong' || (next === 'ask' && CLASS.get(verb) === 'ask')) {
      i += verb?.length ?? 1
      continue
    }
    const attribution = read(view, paragraph, sentence, i, verb, memory)
    if (attribution) {
      found.push(attribution)
      if (attribution.speaker.entity) {
        memory.lastSpeaker = attribution.speaker.entity
        memory.lastSentence = attribution.start
      }
      if (attribution.speaker.entity && attribution.speaker.how === 'named')
        memory.lastBody = bodyOf(view, attribution.speaker.entity) ?? memory.lastBody
    }
    i += verb.length
  }
  return found
}

/** The body itself, or where a person holds an office. */
function bodyOf(view: ArticleView, entity: string): string | null {
  return view.entity(entity)?.type === 'person' ? (view.officeOf(entity)?.organization ?? null) : entity
}

function read(
  view: ArticleView,
  paragraph: Paragraph,
  sentence: number,
  at: number,
  verb: string,
  memory: Memory,
): Attribution | null {
  const { plain } = view
  const start = skipMarks(view, Math.max(sentence, at - SENTENCE_LIMIT), at)
  const clauseStart = clauseStartOf(view, Math.max(start, at - CLAUSE_LIMIT), at)
  const end = verb === '告诉' ? afterListener(plain, at + verb.length) : at + verb.length
  const follows = whatFollows(view, end, paragraph.end)
  const kind = CLASS.get(verb) as VerbClass
  const setOff = follows === 'comma' || follows === 'colon' || follows === 'quotation' || follows === 'nothing'
  const guesses = kind === 'weak' && follows === 'text' && estimates(view, clauseStart, at, verb)
  if (kind === 'weak' && !setOff && !(verb === '指' && follows === 'text') && !guesses) return null
  if (
    kind === 'quoting' &&
    follows !== 'colon' &&
    follows !== 'quotation' &&
    !(follows === 'nothing' && /(?:这样|如此|如是)$/.test(plain.slice(start, at)))
  )
    return null
  if (follows === 'nothing' && kind === 'ask') return null
  // 规定不可谓不细, 声明：本网…: a noun or a label, said by nobody.
  if (at === start && follows === 'text' && AS_NOUN.has(verb)) return null
  if (at === paragraph.start && follows === 'colon') return null
  if (follows === 'text' && (plain[end] === '的' || plain[end] === '了')) return null
  const decreed = isDecree(view, clauseStart, at, follows)
  // 甲围绕防汛工作指出，…
  const occasion = kind === 'strong' && setOff && startsWithPerson(view, clauseStart, at)
  if (!decreed && !occasion && UNDER.test(plain.slice(clauseStart, at))) return null
  const speaker = findSpeaker(view, start, clauseStart, at, memory)
  if (
    kind === 'weak' &&
    follows === 'comma' &&
    speaker.how === 'carried' &&
    !/[他她]|负责人|人员/.test(plain.slice(clauseStart, at))
  )
    return null
  if (
    kind !== 'strong' &&
    follows === 'text' &&
    speaker.how === 'named' &&
    at - clauseStart > 0 &&
    farFromSpeaker(view, clauseStart, at)
  )
    return null
  if (kind !== 'strong' && follows === 'quotation' && !isSpeech(view, paragraph, end)) return null
  const near = speaker.how === 'named' || speaker.how === 'meeting' || speaker.how === 'document'
  if (follows === 'text' && !near && !(speaker.how === 'carried' && (kind !== 'weak' || guesses) && at - clauseStart <= 4))
    return null
  if (speaker.how === 'unknown' && follows === 'text') return null
  // 建议尽快推行… at the beginning of a sentence is the writer's where no person has spoken.
  if (at === start && follows === 'text' && kind === 'ask' && view.entity(speaker.entity)?.type !== 'person') return null
  if (kind === 'weak' && speaker.how === 'unknown' && follows !== 'quotation' && follows !== 'colon') return null
  return {
    start,
    clauseStart,
    verbStart: at,
    end,
    verb: view.text.slice(at, end),
    speaker,
    asks: kind === 'ask',
    follows,
    single: false,
    rule: 'verb-of-saying',
  }
}

/** 他估计减至…, 周明预期明年…: what somebody thinks of the future needs no comma where the verb stands right behind the name or pronoun. */
function estimates(view: ArticleView, clause: number, at: number, verb: string): boolean {
  if (!ESTIMATES.has(verb)) return false
  const words = view.plain.slice(clause, at)
  if (/^[他她](?:并|又|还|也|则)?$/.test(words)) return true
  const last = lastBefore(view.mentions, at, clause, m => view.entityOf(m).type === 'person')
  return last !== null && /^(?:并|又|还|也|则)?$/.test(view.plain.slice(last.span.end, at))
}
const ESTIMATES = new Set(['估计', '预期', '预料', '预计', '预测', '推测', '判断', '忧虑', '形容'])

/** A quotation right behind a verb that says something itself, not a name in quotation marks (介绍“一网通办”的做法). */
function isSpeech(view: ArticleView, paragraph: Paragraph, at: number): boolean {
  const quotation = paragraph.quotations.find(q => q.start >= at && q.start <= at + 1)
  if (!quotation) return false
  return (
    isStatement(view, quotation) ||
    (quotation.to - quotation.from >= 6 && /[。，；,;！？”\n]/.test(view.text[quotation.end] ?? '\n'))
  )
}

/** Verbs that at the start of a sentence are nouns. */
const AS_NOUN = new Set(['规定', '要求', '承诺', '批评', '警告', '质疑', '担忧'])

/** 按照…要求, 落实…部署 and 违反…规定 report nothing. */
const UNDER =
  /^(?:[^，,]{0,6})(?:按照|根据|贯彻|落实|遵照|依据|依照|围绕|听取|作为)|(?:违反|符合|依照|按照|根据|超出|达到)[^，,]{0,12}$/

function startsWithPerson(view: ArticleView, clause: number, at: number): boolean {
  const first = mentionsIn(view.mentions, clause, at)[0]
  return first !== undefined && first.span.start <= clause + 1 && view.entityOf(first).type === 'person'
}

/** 按照国务院《…计划》要求，2020年前…: what a named document demands is said by it where a comma sets it off at the start of a sentence. */
function isDecree(view: ArticleView, clause: number, at: number, follows: Follows): boolean {
  if (follows !== 'comma' || view.plain[at - 1] !== '》' || !/^(?:按照|根据)/.test(view.plain.slice(clause, clause + 2)))
    return false
  return endsSentence(view.plain, clause - 1)
}

/** 又称土豆 names; 又称，… reports. */
function withObject(plain: string, offset: number): string | null {
  const word = noSayingWithObject.at(plain, offset)
  return word && !/[，,：:]/.test(plain[offset + word.length] ?? '') ? word : null
}

/** 告诉 and whom: 记者, 笔者, 《某某日报》. */
function afterListener(plain: string, offset: number): number {
  for (let i = offset; i < offset + 12; i++) if (/[，,：:。“]/.test(plain[i] ?? '。')) return i
  return offset
}

/** True where words that are more than circumstance stand between the name and a verb that asks (听取了某某关于增设站点的建议). */
function farFromSpeaker(view: ArticleView, clause: number, verb: number): boolean {
  const last = lastBefore(view.mentions, verb, clause, m => view.entityOf(m).type !== 'region')
  if (!last) return false
  const link = view.plain.slice(last.span.end, verb)
  return link.length > 16 || /[了的]|提出|关于/.test(link)
}

/** The start of the sentence, outside quotations, that the offset stands in. */
export function sentenceStart(view: ArticleView, floor: number, offset: number): number {
  let start = floor
  for (let i = offset - 1; i >= floor; i--) {
    if (view.quoted[i] || !endsSentence(view.text, i)) continue
    start = i + 1
    break
  }
  return skipMarks(view, start, offset)
}

function skipMarks(view: ArticleView, from: number, offset: number): number {
  let start = from
  while (start < offset && /[\s”"'」』●◆■—]/.test(view.text[start] as string)) start++
  return start
}

const endsClause = oneOf('，,；;：:。—')
const isParenthesis = oneOf('（()）')

/** The start of the clause that the offset stands in. Commas in brackets and quotations end no clause. */
export function clauseStartOf(view: ArticleView, floor: number, offset: number): number {
  let depth = 0
  for (let i = offset - 1; i >= floor; i--) {
    const code = view.plain.charCodeAt(i)
    if (isParenthesis(code)) depth = view.plain[i] === '）' || view.plain[i] === ')' ? depth + 1 : Math.max(0, depth - 1)
    else if (depth === 0 && !view.quoted[i] && endsClause(code)) return i + 1
  }
  return floor
}

function whatFollows(view: ArticleView, end: number, limit: number): Follows {
  let i = end
  while (i < limit && /\s/.test(view.plain[i] as string)) i++
  if (i >= limit) return 'nothing'
  const character = view.plain[i] as string
  if (character === '，' || character === ',') return 'comma'
  if (character === '：' || character === ':') return 'colon'
  if (endsSentence(view.plain, i) || character === '；' || character === ';' || character === '）') return 'nothing'
  if (view.quoted[i]) return 'quotation'
  return 'text'
}
