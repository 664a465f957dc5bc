/** An article as the rules of this stage look at it: its text with paragraphs, sentences, quotations and mentions at hand. */

import { simplified } from '../../model/simplified'
import type { ArticleSpan } from '../../model/span'
import { oneOf } from '../characters'
import type { AnnotatedPage, Entity, Mention, Position } from '../values/annotations'
import { findQuotations, type Quotation } from './quotations'

/** A paragraph with its outermost quotations. */
export interface Paragraph extends ArticleSpan {
  readonly quotations: readonly Quotation[]
}

export interface ArticleView {
  readonly index: number
  readonly text: string
  /** The text in simplified characters, offset for offset. */
  readonly plain: string
  readonly paragraphs: readonly Paragraph[]
  /** The outermost mentions in the body, in reading order, none inside another. */
  readonly mentions: readonly Mention[]
  /** All mentions in the body, those inside others too, in reading order. */
  readonly allMentions: readonly Mention[]
  /** 1 where a character stands inside an outermost quotation. */
  readonly quoted: Uint8Array
  readonly entityOf: (mention: Mention) => Entity
  /** Where the phrase of a mention begins, office and body before a name included. */
  readonly phraseStart: (mention: Mention) => number
  /** The initiatives of which a form of four characters or more stands in a name. */
  readonly policiesIn: (name: string) => readonly string[]
  /** Every form of a body, four characters or more, shortest first. */
  readonly organizationsByForm: readonly { readonly form: string; readonly id: string }[]
  /** The entity with this id, or undefined. */
  readonly entity: (id: string | null) => Entity | undefined
  /** The office of a person that the page gives and that is not a former one, with body or region. */
  readonly officeOf: (person: string | null) => Position | undefined
  readonly page: AnnotatedPage
}

/** The view of each article of a page, in the order of `page.articles`. */
export function viewArticles(annotated: AnnotatedPage): ArticleView[] {
  const entities = new Map(annotated.entities.map(entity => [entity.id, entity]))
  const entityOf = (mention: Mention): Entity => entities.get(mention.entity) as Entity
  const offices = new Map<string, Position>()
  for (const position of annotated.positions) {
    if (position.former || (position.organization ?? position.region) === null) continue
    if (!offices.has(position.person)) offices.set(position.person, position)
  }
  const organizationsByForm: { readonly form: string; readonly id: string }[] = []
  for (const { id, type, aliases } of annotated.entities)
    if (type === 'organization') for (const form of aliases) if (form.length >= 4) organizationsByForm.push({ form, id })
  organizationsByForm.sort((a, b) => a.form.length - b.form.length)
  const entity = (id: string | null): Entity | undefined => entities.get(id ?? '')
  const officeOf = (person: string | null): Position | undefined => offices.get(person ?? '')
  const policies = annotated.entities.filter(entity => entity.type === 'policy')
  const within = new Map<string, readonly string[]>()
  const policiesIn = (name: string): readonly string[] => {
    const known =
      within.get(name) ??
      policies.filter(policy => policy.aliases.some(alias => alias.length >= 4 && name.includes(alias))).map(policy => policy.id)
    within.set(name, known)
    return known
  }
  const byArticle = new Map<number, Mention[]>()
  for (const mention of annotated.mentions) {
    if (mention.place !== 'text' || !entities.has(mention.entity)) continue
    const list = byArticle.get(mention.article)
    if (list) list.push(mention)
    else byArticle.set(mention.article, [mention])
  }
  return annotated.page.articles.map((article, index) => {
    const allMentions = (byArticle.get(index) ?? []).sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    const text = withoutBreaks(article.text)
    const plain = simplified(text)
    const voices = new Uint8Array(text.length + 1)
    for (const { span, entity } of allMentions)
      if ((plain[span.end] === '：' || plain[span.end] === ':') && entities.get(entity)?.type === 'person') voices[span.start] = 1
    const paragraphs = paragraphsOf(plain, voices)
    const phrases = new Map<string, number>()
    for (const position of annotated.positions) {
      if (position.article !== index || position.place !== 'text') continue
      const key = `${position.person}:${position.span.end}`
      phrases.set(key, Math.min(position.span.start, phrases.get(key) ?? position.span.start))
    }
    const phraseStart = (mention: Mention): number => phrases.get(`${mention.entity}:${mention.span.end}`) ?? mention.span.start
    const quoted = new Uint8Array(text.length)
    for (const paragraph of paragraphs) for (const q of paragraph.quotations) quoted.fill(1, q.start, q.end)
    const mentions = outermost(allMentions)
    return {
      index,
      text,
      plain,
      paragraphs,
      mentions,
      allMentions,
      quoted,
      entityOf,
      phraseStart,
      policiesIn,
      organizationsByForm,
      entity,
      officeOf,
      page: annotated,
    }
  })
}

const LINE_END = 10

function paragraphsOf(text: string, voices: Uint8Array): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let start = 0
  for (let i = 0; i <= text.length; i++) {
    const voice = i > start && opensVoice(text, i, voices)
    const cut = voice || (i - start >= LONGEST && (endsSentence(text, i - 1) || i - start >= 2 * LONGEST))
    if (i < text.length && !cut && text.charCodeAt(i) !== LINE_END) continue
    if (i > start) paragraphs.push({ start, end: i, quotations: findQuotations(text, start, i) })
    start = text[i] === '\n' ? i + 1 : i
  }
  return paragraphs
}

const mayOpenVoice = oneOf('●【记问答主')
const LABEL = /^(?:●|【(?:同期|解说|口播|配音|主持|主播|正文|画外音|记者|字幕|导语|采访)|(?:记者|问|答|主持人)[：:])/

/** Whether another voice begins at the place though no line ends before it: ●甲委员：…, 【同期声】…, 答：…, and a name before a colon. */
function opensVoice(text: string, at: number, voices: Uint8Array): boolean {
  if (voices[at] !== 1 && !(mayOpenVoice(text.charCodeAt(at)) && LABEL.test(text.slice(at, at + 6)))) return false
  const before = text[at - 1] === ' ' || text[at - 1] === '　' ? at - 2 : at - 1
  return before >= 0 && (endsSentence(text, before) || /[”」】]/.test(text[before] as string))
}

/** A paragraph longer than this is cut at its next sentence, one twice as long anywhere; rules that compare the parts of a paragraph stay bounded. */
const LONGEST = 4000

/** The text with a space for each line break that stands within a sentence, offset for offset. */
function withoutBreaks(text: string): string {
  let mended = ''
  let from = 0
  let start = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (isBroken(text, start, at)) {
      mended += `${text.slice(from, at)} `
      from = at + 1
    } else start = at + 1
  }
  return from === 0 ? text : mended + text.slice(from)
}

/** A line break within a sentence (a caption or a column's end stood there): running text on both sides and no punctuation between. */
function isBroken(text: string, start: number, at: number): boolean {
  return (
    at - start >= 30 &&
    /[\p{Script=Han}、，]/u.test(text[at - 1] as string) &&
    /[\p{Script=Han}0-9]/u.test(text[at + 1] ?? '') &&
    !/^[^，。]{0,24}(?:\n|$)/.test(text.slice(at + 1, at + 30))
  )
}

function outermost(mentions: readonly Mention[]): Mention[] {
  const kept: Mention[] = []
  for (const mention of mentions) {
    const last = kept.at(-1)
    if (!last || mention.span.start >= last.span.end) kept.push(mention)
  }
  return kept
}

/** The index of the first mention that starts at or after the offset. */
export function firstFrom(mentions: readonly Mention[], offset: number): number {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const mid = (low + high) >> 1
    if ((mentions[mid] as Mention).span.start < offset) low = mid + 1
    else high = mid
  }
  return low
}

/** The mentions that lie between two offsets. */
export function mentionsIn(mentions: readonly Mention[], start: number, end: number): Mention[] {
  const found: Mention[] = []
  for (let i = firstFrom(mentions, start); i < mentions.length; i++) {
    const mention = mentions[i] as Mention
    if (mention.span.start >= end) break
    if (mention.span.end <= end) found.push(mention)
  }
  return found
}

/** The nearest mention that ends at or before the offset and fits, searched no further back than `floor`. */
export function lastBefore(
  mentions: readonly Mention[],
  offset: number,
  floor: number,
  fits: (mention: Mention) => boolean,
): Mention | null {
  for (let i = firstFrom(mentions, offset) - 1; i >= 0; i--) {
    const mention = mentions[i] as Mention
    if (mention.span.start < floor) break
    if (mention.span.end <= offset && fits(mention)) return mention
  }
  return null
}

const isSentenceEnd = oneOf('。！？!?\n')

/** True where a sentence ends with the character at the offset, or the text is over. */
export function endsSentence(text: string, offset: number): boolean {
  return offset < 0 || offset >= text.length || isSentenceEnd(text.charCodeAt(offset))
}
