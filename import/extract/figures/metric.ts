/** What a number counts or measures, as the clause words it: the words before it (粮食产量达68万吨) or behind it (建成12个车间). */
import figureWords from '../../lexicons/figure-words.json'
import type { ArticleView } from '../article-view'
import { wordFinder } from '../word-finder'
import type { Candidate } from './candidate'
import type { Change } from './change'
import type { Period } from './period'

const trailing = wordFinder([...figureWords.link, ...figureWords.to, ...figureWords.compare])
const predicate = wordFinder(figureWords.predicates)
/** Words that open a clause and are no part of what is measured. */
const OPENING = new RegExp(`^(?:(?!${figureWords.wholeAtStart.join('|')})(?:${figureWords.openings.join('|')})|[，,、“”"\\s])+`)
const wholeAtEnd = wordFinder(figureWords.wholeAtEnd)
const SUFFIX = /^(?:以上|左右|上下|以内|以下|之多|多|余|不等|[（(][^）)]{0,20}[）)])+/
const NOUN_STOP = /[，,。；;！？!?：:\n（）()]/
/** Behind 、 another count begins (3个车间、企业20家), and no further part of the noun (3家原油、成品油企业). */
const NEXT_COUNT = /^、[^，,。；、]{0,12}[0-9一二三四五六七八九十]/
/** 是2015年的3.4倍, 相当于去年的两倍: what is compared with, not what is measured. */
const TIMES_OF = /(?:是|达到|为|相当于|约为|超过|达)[^，,]{0,14}的?$/
const FROM = /(?:从|由)(?:[^从由，,业]{0,14}(?:的|年|期|底|月|初))?$/
/** 完成全年目标任务的57%: how much of a target is met. */
const DONE = /(完成[^，,。]{0,16}(?:目标|任务|计划)(?:任务|数)?)的?\s*$/
const LONGEST_NOUN = 26
/** Verbs of giving money, whose object says what for. */
const SPENDS = /(?:投入|安排|筹集|拨付|争取|下达|发放|投放|发行|给予|落实|设立)$/
/** Verbs whose object are the people and bodies that something reaches. */
const REACHES = /(?:带动|吸纳|吸引|资助|安置|救助)$/
/** What the money does is no part of what it is. */
const PURPOSE = /改造|建设|支持|用于|修建|购买|实施|打造|推进|扶持|开展/

/** Words of two characters that need what they are a part of: 占比 of what, 增速 of what. */
const PARTIAL = new Set([
  '占比',
  '比重',
  '增速',
  '增幅',
  '涨幅',
  '降幅',
  '总数',
  '总量',
  '均价',
  '总额',
  '总投资',
  '投资额',
  '总造价',
  '全长',
  '总长',
  '件数',
])
const CHANGE_WORTH_NAMING = 2

/** The metric; `lent` is that of the figure before in the paragraph, for clauses that word none of their own (同比增长7%). */
export function readMetric(
  view: ArticleView,
  candidate: Candidate,
  change: Change,
  from: number,
  known: readonly Period[],
  lent: string,
): string {
  const before = wordsBefore(view, candidate, change, from, known)
  const near = from > candidate.sentenceStart ? lent : ''
  const borrowed = near || clauseBefore(view, candidate, known) || lent
  const yearly = change.change && before.length >= 2 && /年均$/.test(view.plain.slice(candidate.clauseStart, change.start))
  if (yearly) return `${before}年均${change.word}`
  if (change.change) return changeMetric(candidate, change, before, borrowed)
  if (candidate.kind === 'times') return (/^(?:这|该|其|上述)/.test(before) ? borrowed : before) || borrowed || before
  const done =
    candidate.kind === 'percent' ? DONE.exec(view.plain.slice(Math.max(candidate.clauseStart, from), candidate.start)) : null
  if (done) return borrowed + done[1]
  const share = shareOf(view, candidate, change, from, known, borrowed)
  if (share) return share
  const { noun, said } = wordsBehind(view, candidate)
  const behind = said.length >= 2 ? `${said}${said.length > 4 ? '的' : ''}${noun}` : noun
  if (before.length >= 2 && noun.length <= 2 && predicate.at(view.plain, candidate.end)) return before
  if (before === '占地') return '占地面积'
  if (PARTIAL.has(before) && borrowed) return borrowed + before
  if (before.length >= 2 && tied(view, candidate, from, noun)) return before
  if (candidate.kind === 'percent') return noun.length >= 2 ? `${behind}占比` : before || borrowed
  const counted = candidate.kind === 'count' || candidate.kind === 'measure'
  const reaches = REACHES.exec(before)?.[0]
  if (counted && reaches && said && noun.length >= 2) return reaches + noun
  if (counted && noun.length >= 2) return behind
  const spent = SPENDS.exec(before)?.[0]
  const purpose = PURPOSE.exec(noun)?.index ?? noun.length
  if (spent && /[0-9]/.test(view.plain.slice(candidate.end, candidate.clauseEnd))) return spent + restOf(view, candidate)
  if (before.length <= 4 && purpose >= 2) return before + noun.slice(0, purpose)
  if (spent && purpose >= 2) return spent + noun.slice(0, purpose)
  if (spent && before === spent && noun === '') return before + restOf(view, candidate)
  return before.length >= 2 ? before : noun || borrowed
}

/** The rest of the clause without its other numbers (投入2亿元组织实施了12个专项 is 投入组织实施专项). */
function restOf(view: ArticleView, candidate: Candidate): string {
  return view.text
    .slice(candidate.end, Math.min(candidate.clauseEnd, candidate.end + 30))
    .replace(/[0-9.,]+[万亿]?[余多]?[个户家项条名人元%]*|[\s以上左右]/g, '')
    .slice(0, 20)
}

/** A share or a rate grows; of an amount the word of change is a part (每亩增收, 通关时间压缩). */
function changeMetric(candidate: Candidate, change: Change, words: string, borrowed: string): string {
  if (PARTIAL.has(words) && borrowed) return borrowed + words
  const before = /^(?:这|该|其|上述)/.test(words) && borrowed ? borrowed : words
  if (candidate.kind === 'percent' || candidate.kind === 'times') return before || borrowed || change.word
  if (before && change.word.length >= CHANGE_WORTH_NAMING) return before + change.word
  return before || borrowed || change.word
}

/** The clause before the number's own, where it is short enough to be its topic (船等泊位的时间，从11小时降到4小时). */
function clauseBefore(view: ArticleView, candidate: Candidate, known: readonly Period[]): string {
  const end = candidate.clauseStart - 1
  if (end <= candidate.sentenceStart) return ''
  let start = end
  while (start > candidate.sentenceStart && !/[，,；;]/.test(view.plain[start - 1] as string)) start--
  const words = stripOpening(view, start, end, known)
  return words.length >= 2 && words.length <= 14 && !/[0-9]/.test(words) ? words : ''
}

/** True where 达到, 为, 由 or the like ties the number to the words before it; a noun behind the number loosens all but the plain ones. */
function tied(view: ArticleView, candidate: Candidate, from: number, noun: string): boolean {
  const before = view.plain.slice(Math.max(candidate.clauseStart, from, candidate.start - 14), candidate.start)
  if (/(?:从|由)(?:[^，,从由]{0,10}(?:的|年|底|期|月|初))?$/.test(before)) return true
  if (noun === '')
    return (
      /(?:不足|超过|高达|不到)\s*$/.test(before) ||
      /(?:达到|达|为|是|总数|总量|数量|突破|至|到|率|量|额|值|面积)(?:约|近|超|逾|了)?\s*$/.test(before)
    )
  return /(?:达到|达|为|是|总数|总量|数量|突破|[增降升扩缩减跌涨]至|率|量|额|值|面积)(?:约|近|超|逾|了)?\s*$/.test(before)
}

/** 占全省的25%: what holds the share stands before 占, or in the clause before. 营业收入的16%用于研发: the use holds it. */
function shareOf(
  view: ArticleView,
  candidate: Candidate,
  change: Change,
  from: number,
  known: readonly Period[],
  lent: string,
): string | null {
  if (candidate.kind !== 'percent') return null
  const start = Math.max(candidate.clauseStart, from)
  const clause = view.plain.slice(start, Math.max(start, change.start)).replace(FROM, '')
  const held =
    /^(.*?)(?:约|已|就|将)?(?<!所)占(?!比|用|地)(?:到|了|据)?([^，,。]{2,20}?)(?:的|比重|比例)?(?:达到|达|为|超过|近|约|超|逾|升至|提高到|提高至|的)*\s*$/.exec(
      clause,
    )
  if (held) {
    const holder = stripOpening(view, start, start + (held[1] as string).length, known) || lent
    const whole = held[2] as string
    return `${holder}占${whole}${/比重|比例|占比/.test(whole) ? '' : '比重'}`
  }
  const used = /^(?:用于|投入|来自)([^，,。；、]{2,14})/.exec(view.plain.slice(candidate.end, candidate.clauseEnd))
  if (used && /的\s*$/.test(clause)) {
    const whole = stripOpening(view, start, candidate.start, known).replace(/的\s*$/, '')
    return `${used[1]}占${whole}比重`
  }
  return null
}

function wordsBefore(view: ArticleView, candidate: Candidate, change: Change, from: number, known: readonly Period[]): string {
  const { plain } = view
  const start = Math.max(candidate.clauseStart, from)
  let end = change.start
  for (;;) {
    const at = end
    while (end > start && /[\s“”"'「」、，,（(]/.test(plain[end - 1] as string)) end--
    const word = trailing.endingAt(plain, end)
    if (
      word &&
      !(word.length === 1 && wholeAtEnd.endingAt(plain, end)) &&
      end - word.length >= start &&
      !(word.endsWith('均') && /[户人亩年月日校村]/.test(plain[end - word.length - 1] ?? ''))
    )
      end -= word.length
    const tail = plain.slice(Math.max(start, end - 18), end)
    const cut =
      (change.change ? /(?:比|较|与)[^，,。；]{1,14}?(?:相比)?$/.exec(tail) : null) ??
      (candidate.kind === 'times' ? TIMES_OF.exec(tail) : null) ??
      FROM.exec(tail)
    if (cut) end -= cut[0].length
    for (const span of known) if (span.end === end && span.start > start) end = span.start
    if (end === at) break
  }
  return stripOpening(view, start, Math.max(start, end), known)
}

/** The words between two offsets without the time, the names and the adverbs in front; very short ones keep their adverb (已办结). */
function stripOpening(view: ArticleView, from: number, end: number, known: readonly Period[]): string {
  const { plain } = view
  let start = from
  for (const span of known) {
    const governed = span.start - start <= 8 || /[与和同、对向为给]/.test(plain[span.start - 1] ?? '')
    if (span.start >= start && span.end + 2 <= end && governed && plain[span.end] !== '等') start = span.end
  }
  let last = from
  for (;;) {
    const at = start
    for (const span of known) if (span.start <= start && span.end > start && span.end <= end) start = span.end
    const opening = OPENING.exec(plain.slice(start, Math.min(end, start + 30)))
    if (opening) start += opening[0].length
    if (start === at) break
    last = at
  }
  if (end - start === 2 && last > from && start - last <= 2 && !known.some(span => span.end > last && span.start < start))
    start = last
  const words = view.text.slice(start, end).replace(/^[的“”‘’"+＋\s，,、]+|[的“”‘’"\s，,、]+$/g, '')
  const bracket = words.lastIndexOf('）')
  return bracket >= 0 && bracket < words.length - 2 && !words.includes('（') ? words.slice(bracket + 1) : words
}

/** The noun behind the number and what is said of it: 31个项目正式投产 counts 正式投产的项目. */
function wordsBehind(view: ArticleView, candidate: Candidate): { noun: string; said: string } {
  const { plain, text } = view
  const none = { noun: '', said: '' }
  let start = candidate.end
  const suffix = SUFFIX.exec(plain.slice(start, Math.min(candidate.clauseEnd, start + 24)))
  if (suffix) start += suffix[0].length
  if (suffix && /以上|左右|以内|以下/.test(suffix[0]) && plain[start] !== '的') return none
  while (start < candidate.clauseEnd && /[\s的”」]/.test(plain[start] as string)) start++
  let end = start
  let verb = -1
  let quotation = false
  let stopped = false
  while (end < candidate.clauseEnd && end - start < LONGEST_NOUN) {
    const character = plain[end] as string
    if (character === '“' || character === '「') quotation = true
    if (character === '”' || character === '」') quotation = false
    stopped = !quotation && /[0-9０-９]/.test(character)
    if (stopped || (!quotation && NOUN_STOP.test(character))) break
    if (character === '、' && (end === start || NEXT_COUNT.test(plain.slice(end, end + 16)))) break
    if (!quotation && verb < 0 && end > start + 1 && predicate.at(plain, end)) verb = end
    end++
  }
  if (/^[+＋/]/.test(plain.slice(start, start + 1))) return none
  if (end <= start || /^(?:增|减|降|升|提|达|超|突破|扩|缩|涨|跌|到|至|和|与|以及|，)(?!成|标)/.test(plain.slice(start, end)))
    return none
  const tidy = (words: string): string => words.replace(/(?:[和及与等的上]|共计|合计)$/, '').trim()
  if (verb < 0) return { noun: tidy(text.slice(start, end)), said: '' }
  const said = stopped
    ? ''
    : text
        .slice(verb, end)
        .replace(/^(?:已经|已|正在|正(?!式)|将|均|都|全部|被|了|依次|陆续|相继|先后|就近|率先|共同|分别|进行了?)+/, '')
        .replace(/(?:和|及|与|的|共计|共)$/, '')
        .trim()
  return { noun: tidy(text.slice(start, verb)), said }
}
