/** The claims of an article: attributions in the order of the text, each with the quotations and the indirect speech that belong to it. */
import type { ClaimMode } from '../../../model/vocabulary'
import type { Mention } from '../../values/annotations'
import type { Claim } from '../../values/statements'
import { type ArticleView, lastBefore, mentionsIn, type Paragraph } from '../article-view'
import type { Quotation } from '../quotations'
import { aboutOf } from './about'
import { accordingTo } from './according-to'
import type { Attribution, AttributionRule, Memory } from './attribution'
import { broadcastVoice } from './broadcast-voice'
import { continuesIn, goesOnAnswering, indirectSpeechEnd, opensPoint, sentenceEnd } from './extent'
import { nameAndColon } from './name-and-colon'
import { nounOfSaying } from './noun-of-saying'
import { reactionAndColon } from './reaction-and-colon'
import { reportOf } from './report-of'
import { isStatement } from './statement-quotation'
import type { UnnamedBodies } from './unnamed-bodies'
import { sentenceStart, verbOfSaying } from './verb-of-saying'

/** The rules in their order: where two find an attribution at one place, the earlier one has it. */
export const ATTRIBUTION_RULES: readonly AttributionRule[] = [
  broadcastVoice,
  nameAndColon,
  accordingTo,
  nounOfSaying,
  reportOf,
  verbOfSaying,
  reactionAndColon,
]

/** A question with its label: what follows an answer without one is still that answer. */
const INTERVIEW = /(?:^|\n)[ \t　]*(?:(?:记者|问|主持人|提问|Q)[ 　]?[：:]|[^\n：:。，]{1,12}[：:][^\n]{4,80}[？?](?:\n|$))/

/** The labels that a transcript of a broadcast has. */
const TRANSCRIPT =
  /【(?:配音|解说|主持人|主播|口播|正文|画外音|导语|演播室|同期声?|记者出镜|出镜记者)|(?:^|\n)(?:配音|解说|口播|正文|画外音|导语|同期声?)[：:]/

interface Part {
  readonly start: number
  readonly end: number
  readonly quoted: boolean
}
interface Draft {
  speaker: string | null
  verb: string | null
  attribution: { start: number; end: number } | null
  parts: Part[]
  rule: string
  /** From the start of the sentence to the verb. */
  sentence: { start: number; end: number } | null
  /** True where a document speaks. */
  document: boolean
  /** True where the next paragraph may go on with it. */
  open: boolean
}

export function findClaims(view: ArticleView, nextId: () => string, bodies: UnnamedBodies): Claim[] {
  const memory: Memory = {
    lastSpeaker: null,
    lastSentence: -1,
    lastBody: null,
    interview: INTERVIEW.test(view.plain),
    transcript: TRANSCRIPT.test(view.plain),
    bodies,
  }
  const drafts: Draft[] = []
  for (const paragraph of view.paragraphs) readParagraph(view, paragraph, memory, drafts)
  return drafts
    .map(draft => ({ ...draft, parts: draft.parts.map(part => trim(view, part)).filter(part => part.end - part.start > 1) }))
    .filter(draft => draft.parts.length > 0)
    .sort((a, b) => (a.parts[0] as Part).start - (b.parts[0] as Part).start)
    .map(draft => ({
      id: nextId(),
      article: view.index,
      speaker: draft.speaker,
      spans: draft.parts.map(({ start, end }) => ({ start, end })),
      mode: modeOf(view, draft.parts, draft.rule),
      verb: draft.verb,
      attribution: draft.attribution,
      about: aboutOf(view, draft.parts, draft.speaker, draft.sentence, draft.document),
      rule: draft.rule,
    }))
}

function attributionsOf(view: ArticleView, paragraph: Paragraph, memory: Memory): Attribution[] {
  const found: Attribution[] = []
  for (const rule of ATTRIBUTION_RULES) {
    for (const attribution of rule(view, paragraph, memory)) {
      if (found.some(other => attribution.verbStart < other.end && attribution.end > other.clauseStart)) continue
      found.push(attribution)
    }
  }
  return found.sort((a, b) => a.verbStart - b.verbStart)
}

function readParagraph(view: ArticleView, paragraph: Paragraph, memory: Memory, drafts: Draft[]): void {
  const attributions = attributionsOf(view, paragraph, memory)
  const statements = paragraph.quotations.filter(q => isStatement(view, q))
  const taken = new Set<Quotation>()
  const previous = drafts.at(-1)
  let covered = paragraph.start
  if (attributions.length === 0 && statements.length === 0) {
    const answers = memory.interview && previous?.rule === 'name-and-colon' && goesOnAnswering(view, paragraph)
    if (previous?.open && (answers || continuesIn(view, paragraph)))
      previous.parts.push({ start: paragraph.start, end: paragraph.end, quoted: false })
    else if (previous) previous.open = false
    return
  }
  const first = drafts.length
  attributions.forEach((attribution, index) => {
    if (attribution.clauseStart < covered) return
    const parts: Part[] = []
    const later = attributions.slice(index + 1, index + 12)
    for (const quotation of before(view, statements, taken, attribution, covered)) {
      taken.add(quotation)
      parts.push({ start: quotation.from, end: quotation.to, quoted: true })
    }
    const after = speechAfter(view, paragraph, attribution, statements, taken, later)
    // 提出殷切期望 behind a quotation names the quotation and adds nothing to it.
    const adds = parts.length === 0 || attribution.follows !== 'text' || after.some(part => part.end - part.start > 10)
    if (adds) parts.push(...after)
    covered = Math.max(attribution.end, ...after.map(part => part.end))
    if (parts.length === 0 || (attribution.speaker.entity === null && !worthWithoutSpeaker(attribution, parts))) return
    drafts.push({
      speaker: attribution.speaker.entity,
      verb: attribution.verb,
      attribution: { start: attribution.clauseStart, end: attribution.end },
      parts,
      rule: attribution.rule,
      sentence: { start: attribution.start, end: attribution.end },
      document: attribution.speaker.how === 'document',
      open: after.length > 0 && covered >= paragraph.end - 1 && !attribution.single && !(after.at(-1) as Part).quoted,
    })
  })
  for (const quotation of statements) if (!taken.has(quotation)) looseQuotation(view, paragraph, quotation, drafts, first, memory)
}

/** The quotations that stand before an attribution and belong to it: those since the last claim. */
function before(
  view: ArticleView,
  statements: readonly Quotation[],
  taken: ReadonlySet<Quotation>,
  attribution: Attribution,
  covered: number,
): Quotation[] {
  if (attribution.single || opensPoint(attribution)) return []
  const introduced = (q: Quotation): boolean => view.text[q.start - 1] === '：' || view.text[q.start - 1] === ':'
  return statements.filter(
    q =>
      !taken.has(q) &&
      q.start >= covered &&
      q.end <= attribution.clauseStart + 1 &&
      q.end >= attribution.start - 2 &&
      !introduced(q) &&
      !isQuestion(view, q, attribution.verbStart),
  )
}

/** “达标了吗？”面对记者的提问，甲答…: the question is the reporter's. */
function isQuestion(view: ArticleView, quotation: Quotation, end: number): boolean {
  const last = view.plain[quotation.to - 1]
  return (last === '？' || last === '?') && /记者[^，,。]{0,8}问/.test(view.plain.slice(quotation.end, end))
}

/** The quotations and the indirect speech behind an attribution. */
function speechAfter(
  view: ArticleView,
  paragraph: Paragraph,
  attribution: Attribution,
  statements: readonly Quotation[],
  taken: Set<Quotation>,
  later: readonly Attribution[],
): Part[] {
  let start = attribution.end
  while (start < paragraph.end && /[\s，,：:]/.test(view.text[start] as string)) start++
  const at = paragraph.quotations.find(q => q.start === start)
  if (attribution.follows === 'nothing') return following(view, attribution.end, paragraph, statements, taken, later)
  if (at && (attribution.follows !== 'text' || at.start === start)) {
    const after = view.plain[at.end]
    const whole = isStatement(view, at) || after === undefined || /[。，,；;！？!?\s的”、]/.test(after)
    const alone = after === undefined || /[。！？\n]/.test(after)
    if (whole && (attribution.follows !== 'comma' || alone || isStatement(view, at))) {
      taken.add(at)
      return [{ start: at.from, end: at.to, quoted: true }, ...following(view, at.end, paragraph, statements, taken, later)]
    }
  }
  const end = indirectSpeechEnd(view, paragraph, attribution, start, statements, later)
  return split(start, end, statements, taken)
}

/** A quotation that follows a claim with nothing but its sentence end between is said by the same speaker, unless an attribution follows it. */
function following(
  view: ArticleView,
  end: number,
  paragraph: Paragraph,
  statements: readonly Quotation[],
  taken: Set<Quotation>,
  later: readonly Attribution[],
): Part[] {
  let i = end
  while (i < paragraph.end && /[\s。！？…]/.test(view.text[i] as string)) i++
  const next = statements.find(q => q.start === i && !taken.has(q))
  if (!next || later.some(other => other.clauseStart >= next.end && other.start <= next.end + 1)) return []
  taken.add(next)
  return [{ start: next.from, end: next.to, quoted: true }]
}

function split(start: number, end: number, statements: readonly Quotation[], taken: Set<Quotation>): Part[] {
  const parts: Part[] = []
  let from = start
  for (const quotation of statements) {
    if (quotation.start < from || quotation.end > end + 1 || taken.has(quotation)) continue
    if (quotation.start > from) parts.push({ start: from, end: quotation.start, quoted: false })
    parts.push({ start: quotation.from, end: quotation.to, quoted: true })
    taken.add(quotation)
    from = quotation.end
  }
  if (from < end) parts.push({ start: from, end, quoted: false })
  return parts
}

/** A quotation without an attribution: introduced by a colon, followed by the name of a person, or simply printed. */
function looseQuotation(
  view: ArticleView,
  paragraph: Paragraph,
  quotation: Quotation,
  drafts: Draft[],
  first: number,
  memory: Memory,
): void {
  if (isQuestion(view, quotation, quotation.end + 20)) return
  const part: Part = { start: quotation.from, end: quotation.to, quoted: true }
  const inParagraph = drafts.slice(first)
  const previous = inParagraph.filter(draft => (draft.parts.at(-1) as Part).end <= quotation.start).at(-1)
  const colon = view.text[quotation.start - 1] === '：' || view.text[quotation.start - 1] === ':'
  const isPerson = (m: Mention): boolean => view.entityOf(m).type === 'person' && !view.quoted[m.span.start]
  const person = (start: number, end: number): string | null =>
    mentionsIn(view.mentions, start, end).find(isPerson)?.entity ?? null
  if (colon) {
    const from = Math.max(
      paragraph.start,
      previous ? (previous.parts.at(-1) as Part).end : paragraph.start,
      quotation.start - 120,
    )
    const speaker =
      lastBefore(view.mentions, quotation.start, from, isPerson)?.entity ??
      previous?.speaker ??
      personOfParagraph(view, paragraph, quotation) ??
      memory.lastSpeaker
    drafts.push({
      speaker,
      verb: null,
      attribution: null,
      parts: [part],
      rule: 'colon-and-quotation',
      sentence: { start: from, end: quotation.start },
      document: false,
      open: false,
    })
    if (speaker) memory.lastSpeaker = speaker
    return
  }
  if (previous) {
    if (/[。！？!?…]$/.test(view.text.slice(quotation.from, quotation.to))) previous.parts.push(part)
    return
  }
  const text = view.text.slice(quotation.from, quotation.to)
  const sentence = /[。！？!?…]$/.test(text)
  const opens = quotation.start === paragraph.start || /[。！？：:”，,]/.test(view.text[quotation.start - 1] as string)
  const from = sentenceStart(view, Math.max(paragraph.start, quotation.start - 120), quotation.start)
  const earlier = from < quotation.start ? person(from, quotation.start) : null
  const named =
    earlier ?? nameBehind(view, paragraph, quotation) ?? (sentence ? personOfParagraph(view, paragraph, quotation) : null)
  if (named && opens && (sentence || earlier || quotation.start === paragraph.start)) {
    drafts.push({
      speaker: named,
      verb: null,
      attribution: null,
      parts: [part],
      rule: 'quotation-and-name',
      sentence: null,
      document: false,
      open: false,
    })
    memory.lastSpeaker = named
    return
  }
}

/** The person named last before a quotation in its paragraph, outside of all quotations: whom the paragraph is about. */
function personOfParagraph(view: ArticleView, paragraph: Paragraph, quotation: Quotation): string | null {
  const isPerson = (m: Mention): boolean => view.entityOf(m).type === 'person' && !view.quoted[m.span.start]
  return lastBefore(view.mentions, quotation.start, paragraph.start, isPerson)?.entity ?? null
}

/** The person, else the body, that the sentence behind a quotation names first. */
function nameBehind(view: ArticleView, paragraph: Paragraph, quotation: Quotation): string | null {
  const end = sentenceEnd(view, quotation.end, Math.min(paragraph.end, quotation.end + 80))
  // “…”他口中的甲是…: the pronoun means whoever was named before.
  if (/^[\s。]*[他她]/.test(view.plain.slice(quotation.end, quotation.end + 3)))
    return personOfParagraph(view, paragraph, quotation)
  const named = mentionsIn(view.mentions, quotation.end, end).filter(m => !view.quoted[m.span.start])
  const type = (wanted: string) => named.find(m => view.entityOf(m).type === wanted)?.entity ?? null
  return type('person') ?? type('organization')
}

/** What nobody in particular says is kept where the text sets it off: a quotation, a document, a meeting, 据统计. */
function worthWithoutSpeaker(attribution: Attribution, parts: readonly Part[]): boolean {
  return (
    attribution.rule === 'according-to' ||
    attribution.speaker.how === 'document' ||
    attribution.speaker.how === 'meeting' ||
    parts.some(part => part.quoted && part.end - part.start >= 8)
  )
}

/** How long a quotation within indirect speech is that quotes speech and not a word. */
const QUOTED_SPEECH = 5

function modeOf(view: ArticleView, parts: readonly Part[], rule: string): ClaimMode {
  if (rule === 'name-and-colon' || rule === 'broadcast-voice' || parts.every(part => part.quoted)) return 'direct'
  return parts.some(part => part.quoted || quotesSpeech(view, part)) ? 'mixed' : 'indirect'
}

function quotesSpeech(view: ArticleView, part: Part): boolean {
  let from = -1
  for (let i = part.start; i < part.end; i++) {
    if (view.quoted[i] && from < 0) from = i
    if (!view.quoted[i] || i === part.end - 1) {
      const end = view.quoted[i] ? i + 1 : i
      if (from >= 0 && end - from - 2 >= QUOTED_SPEECH && isClause(view.text, from, end)) return true
      from = -1
    }
  }
  return false
}

/** True where a quotation has punctuation within, or fills a clause of its own. */
function isClause(text: string, from: number, end: number): boolean {
  if (/[，,。？！]/.test(text.slice(from, end))) return true
  return /[，,：:。]/.test(text[from - 1] ?? '，') && /[，,。；]/.test(text[end] ?? '。')
}

/** A part without the punctuation and white space around it; a sentence end at its end stays. */
function trim(view: ArticleView, part: Part): Part {
  let { start, end } = part
  while (start < end && /[\s，,：:、；;。]/.test(view.text[start] as string)) start++
  while (end > start && /[\s，,、；;：:]/.test(view.text[end - 1] as string)) end--
  return { ...part, start, end }
}
