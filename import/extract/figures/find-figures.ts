/** The figures of an article: numbers with a unit that measure something, each with metric, subject and period. */
import { QUALIFIERS, type Qualifier } from '../../../model/vocabulary'
import { BLANKS, oneOf } from '../../characters'
import figureWords from '../../lexicons/figure-words.json'
import type { Claim, Figure } from '../../values/statements'
import { type ArticleView, mentionsIn } from '../article-view'
import { isFigure } from './admit'
import { type Candidate, findCandidates } from './candidate'
import { type Change, readChange } from './change'
import { asPrinted, readMetric, withoutLead } from './metric'
import { findPeriods, type Period } from './period'
import { followsInRow, respectiveMetrics, respectiveSubjects } from './series'
import { findSubject, type SubjectMemory } from './subject'

export function findFigures(view: ArticleView, claims: readonly Claim[]): Figure[] {
  const figures: Figure[] = []
  const own = claims.filter(claim => claim.article === view.index)
  const memory: SubjectMemory = { last: null, sentence: -1, end: -1, paragraph: -1 }
  let claimIndex = 0
  let carriedPeriod: Period | null = null
  for (const paragraph of view.paragraphs) {
    let metric = ''
    let sentence = -1
    const candidates = findCandidates(view, paragraph)
    if (candidates.length === 0) continue
    const periods = findPeriods(view, paragraph.start, paragraph.end)
    let names: Period[] = []
    let before = paragraph.start
    let stated: string[] = []
    let row: readonly string[] = []
    let subjects: readonly string[] = []
    let last: { candidate: Candidate; change: boolean } | null = null
    for (const [index, found] of candidates.entries()) {
      let candidate = found
      if (candidate.sentenceStart !== sentence) {
        sentence = candidate.sentenceStart
        names = namesIn(view, candidate.sentenceStart, candidate.sentenceEnd)
        before = sentence
        stated = []
        row = []
        subjects = []
      }
      if (!isFigure(view, candidate)) continue
      const from = before
      before = candidate.end
      while (claimIndex < own.length && lastEnd(own[claimIndex] as Claim) < candidate.start) claimIndex++
      const claim = claimAt(own, claimIndex, candidate)
      candidate = withinClaim(candidate, claim)
      const inRow = followsInRow(view, last?.candidate, candidate)
      const read = readChange(view, candidate)
      const change: Change = inRow && last?.change ? { ...read, change: true } : read
      if (!inRow) {
        row = respectiveMetrics(view, candidates, index, stated) ?? []
        subjects = respectiveSubjects(view, candidates, index) ?? []
      }
      const [respective, ...rest] = row
      row = rest
      metric =
        respective ??
        asPrinted(
          view,
          candidate,
          withoutLead(readMetric(view, candidate, change, from, [...periods, ...names], metric, last?.candidate.unit ?? '')),
        )
      if (!change.change) stated.push(metric)
      last = { candidate, change: change.change }
      const [respectively, ...others] = subjects
      subjects = others
      const subject = respectively ?? findSubject(view, candidate, claim, memory, paragraph.start)
      memory.last = subject
      memory.sentence = candidate.sentenceStart
      memory.paragraph = paragraph.start
      memory.end = candidate.end
      const known: Period | null = periodFor(view, periods, candidate) ?? carriedPeriod
      const period = spanOfRate(view, candidate, periods) ?? known
      if (!known || !isOfClause(view, known)) carriedPeriod = known
      const span = clauseSpan(view, candidate)
      figures.push({
        article: view.index,
        claim: claim?.id ?? null,
        span,
        metric: metric || `${candidate.unit}数`,
        value: candidate.value,
        unit: candidate.unit,
        subject,
        period: period ? view.text.slice(period.start, period.end) : null,
        change: change.change,
        qualifier: qualifierOf(view, candidate),
        rule: `figure-${candidate.kind}`,
      })
    }
  }
  return figures
}

function namesIn(view: ArticleView, start: number, end: number): Period[] {
  return mentionsIn(view.mentions, start, end)
    .filter(m => view.entityOf(m).type !== 'policy')
    .map(m => ({ start: Math.max(start, view.phraseStart(m)), end: m.span.end }))
}

/** 通知明确支付比例不低于五成: the clause begins where what is said begins. */
function withinClaim(candidate: Candidate, claim: Claim | null): Candidate {
  const said = claim?.spans.find(span => span.start <= candidate.start && span.end >= candidate.end)
  return said && said.start > candidate.clauseStart ? { ...candidate, clauseStart: said.start } : candidate
}

const lastEnd = (claim: Claim): number => Math.max(...claim.spans.map(span => span.end))

function claimAt(claims: readonly Claim[], index: number, candidate: Candidate): Claim | null {
  for (let i = index; i < Math.min(claims.length, index + 3); i++) {
    const claim = claims[i] as Claim
    if (claim.spans.some(span => span.start <= candidate.start && span.end >= candidate.end)) return claim
  }
  return null
}

/** The last period before the number in the paragraph, or the one behind it in its clause; a time only compared with is none. */
function periodFor(view: ArticleView, periods: readonly Period[], candidate: Candidate): Period | null {
  const inClause = periods.find(p => p.start >= candidate.end && p.end <= candidate.clauseEnd) ?? null
  for (let i = lastPeriodBefore(periods, candidate.start); i >= 0; i--) {
    const period = periods[i] as Period
    if (comparedWith(view, period, candidate)) continue
    if (period.start < candidate.clauseStart && isOfClause(view, period)) continue
    if (inClause && period.end < candidate.sentenceStart) return inClause
    return sharperBefore(view, periods[i - 1], period, candidate) ?? period
  }
  return inClause
}

/** 一年可省…, 每月便宜…: the time that a rate is for, where its clause gives no other. */
const RATE =
  /^[^，,]{0,10}?(一年|一个月|每个?月|每年|每天|一天|半年)(?=(?:可|能|又|要|就|下来|多|少|净|便宜|节省|节约|新增|省|挣|赚|收入)[^，,]{0,10}$)/

function spanOfRate(view: ArticleView, candidate: Candidate, periods: readonly Period[]): Period | null {
  const rate = RATE.exec(view.plain.slice(candidate.clauseStart, candidate.start))
  if (!rate) return null
  const end = candidate.clauseStart + rate[0].length
  const span = { start: end - (rate[1] as string).length, end }
  return periods.some(p => p.start >= candidate.clauseStart && p.end <= candidate.start && p.start !== span.start) ? null : span
}

/** 截至4月底，该站今年查验…: the count of a year is one up to the day that the sentence gives first. */
function sharperBefore(view: ArticleView, before: Period | undefined, period: Period, candidate: Candidate): Period | null {
  if (!before || before.start < candidate.sentenceStart) return null
  if (!/^(?:今年|年内|全年|本年)$/.test(view.plain.slice(period.start, period.end))) return null
  return /^(?:截至|前|[0-9]|上半年|一季度)/.test(view.plain.slice(before.start, before.end)) ? before : null
}

/** 首批43个: a batch is the time of what its clause counts and of nothing further. */
const OF_CLAUSE = /^(?:首批|首期|一期)$/
const isOfClause = (view: ArticleView, period: Period): boolean => OF_CLAUSE.test(view.plain.slice(period.start, period.end))

function lastPeriodBefore(periods: readonly Period[], offset: number): number {
  let low = 0
  let high = periods.length
  while (low < high) {
    const mid = (low + high) >> 1
    if ((periods[mid] as Period).end <= offset) low = mid + 1
    else high = mid
  }
  return low - 1
}

/** 由去年的21家增至54家: 去年 is the time of 21 only. 是2015年的3.4倍: 2015年 is the time of nothing here. */
function comparedWith(view: ArticleView, period: Period, candidate: Candidate): boolean {
  const before = view.plain.slice(Math.max(0, period.start - 3), period.start)
  if (view.plain[period.end] !== '的')
    return (
      /[由从]$/.test(before) &&
      /^[^，,。；]{0,3}[0-9][^，,。；]{0,12}(?:至|到|为)/.test(view.plain.slice(period.end, candidate.start))
    )
  if (/(?:是|为|达到|达|当于|超过|比|较)$/.test(before)) return true
  return /[由从]$/.test(before) && /[0-9一二三四五六七八九十]/.test(view.plain.slice(period.end, candidate.start))
}

const stripsBefore = oneOf(`${BLANKS}，,、；“"”`)
const stripsBehind = oneOf(`${BLANKS}，,、；”"」`)

/** The clause with the number, from behind the figure before. */
function clauseSpan(view: ArticleView, candidate: Candidate): { start: number; end: number } {
  let start = candidate.clauseStart
  let end = candidate.clauseEnd
  while (start < candidate.start && stripsBefore(view.text.charCodeAt(start))) start++
  while (end > candidate.end && stripsBehind(view.text.charCodeAt(end - 1))) end--
  return { start, end }
}

/** Every word of approximation, and whether it may stand behind the number too. */
const QUALIFIER_WORDS = QUALIFIERS.flatMap(name =>
  figureWords.qualifiers[name].map(word => ({ name, word, behind: /左右|上下|以上|多|余/.test(word) })),
)

function qualifierOf(view: ArticleView, candidate: Candidate): Qualifier | null {
  if (candidate.number.over) return 'over'
  const before = view.plain.slice(Math.max(candidate.clauseStart, candidate.start - 5), candidate.start)
  const behind = view.plain.slice(candidate.end, candidate.end + 3)
  return (
    QUALIFIER_WORDS.find(({ word, behind: after }) => before.endsWith(word) || (after && behind.startsWith(word)))?.name ?? null
  )
}
