/** Where indirect speech ends: before the next attribution, at the return to the reporter's own narration, or with the paragraph. */
import { type ArticleView, endsSentence, mentionsIn, type Paragraph } from '../article-view'
import type { Quotation } from '../quotations'
import type { Attribution } from './attribution'

/** …，促请当局…: what somebody urges beside what was said is a point of its own. */
const URGES = /^(?:促请|促請|敦促)$/

/** How a sentence begins with which the reporter takes over again. */
const NARRATION =
  /^\s*(?:记者|笔者|据(?!此)|走进|走近|来到|随后|会上|会前|会后|会议(?!室)|座谈会|当天|当日|当晚|活动(?:现场|当天|中)|现场|近年来|连日来|今年以来|一直以来|不仅如此|与此同时|眼下|采访中|采访时|在[^，,。]{2,20}(?:现场|车间|会上|里|内)[，,]|[^，,。]{0,12}(?:出席|参加)(?:会议|活动|座谈|调研|上述))/

/**
 * The end of indirect speech that begins at `start`.
 * `later` are the attributions of the paragraph behind this one, in order; `statements` its quotations that say something.
 */
export function indirectSpeechEnd(
  view: ArticleView,
  paragraph: Paragraph,
  attribution: Attribution,
  start: number,
  statements: readonly Quotation[],
  later: readonly Attribution[],
): number {
  // What a label introduces is all of its paragraph, whatever is quoted in it.
  if (attribution.rule === 'name-and-colon') return paragraph.end
  let limit = paragraph.end
  for (const other of later) {
    if (other.clauseStart < start) continue
    const sameSentence = sentenceEnd(view, start, other.verbStart) >= other.verbStart
    const urges = URGES.test(other.verb ?? '')
    if (sameSentence && !urges && nested(view, other)) continue
    // 希望大家… within a speech is a part of it.
    const bare = /^[也还并\s]*$/.test(view.plain.slice(other.clauseStart, other.verbStart))
    if (
      bare &&
      !urges &&
      other.speaker.how === 'carried' &&
      other.follows === 'text' &&
      other.speaker.entity === attribution.speaker.entity
    )
      continue
    const quotation = sameSentence || other.single || opensPoint(other) ? undefined : owned(view, statements, other, start)
    limit = Math.min(limit, quotation ? quotation.start : sameSentence ? other.clauseStart : other.start)
    break
  }
  let end = sentenceEnd(view, start, limit)
  if (attribution.single || attribution.follows === 'text') return end
  if (attribution.rule !== 'verb-of-saying' && attribution.follows === 'colon') return limit
  const directs = DIRECTS.test(attribution.verb ?? '')
  const counsel = /要|必须|应当|应该/.test(view.plain.slice(start, end))
  // What is plainly the same speaking sets the measure for what may be: more of the doubtful than of the sure is not taken.
  let sure = end
  while (end < limit) {
    if (endsQuoted(view, end, paragraph.quotations)) break
    const next = end
    const head = view.plain.slice(next, next + 40)
    if (counsel && COUNTS.test(head)) break
    if (NARRATION.test(head) || personActs(view, next, limit) || otherPlace(view, start, next, limit)) break
    const stop = sentenceEnd(view, next, limit)
    if (stop <= end) break
    const same =
      attribution.follows === 'colon' ||
      attribution.speaker.how === 'meeting' ||
      CONTINUES.test(head) ||
      (counsel && /要|必须/.test(head)) ||
      (directs && COUNSEL.test(head))
    if (!same && stop - sure > sure - start && !(directs && COUNSEL.test(view.plain.slice(stop, Math.min(limit, stop + 120)))))
      break
    end = stop
    if (same) sure = stop
  }
  return end
}

/** How a sentence begins that goes on with what was being said. */
const CONTINUES =
  /^\s*(?:要|还要|更要|同时|此外|另外|其中|下一步|接下来|今后|未来|我们|我|咱|公司|企业|这|该|因此|所以|但|不过|而且|并|首先|其次|再次|最后|第[一二三四五]|[一二三四五六七八九]是|一方面|另一方面|如果|只有|只要|为此(?![，,]?(?:[省市县区州镇乡]|该|近|今年|去年|政府|记者))|目前|到时|届时|展望|诚邀|随着|比如|例如|以[^，,]{2,12}为例|按此|启用后|建成后|投产后|必须|坚持|希望|建议|力争|预计|截至)/

/** What a leader says to a meeting comes back to what shall be done (供热是大事。今年面积达…。各企业要…). */
const DIRECTS = /指出|强调|要求/
const COUNSEL = /(?:^|[，；。])[^，；。]{0,14}(?:要|必须|务必|应当)(?!求|素|闻|点)/

/** What has been reached behind what shall be done is told by the reporter. */
const COUNTS = /^\s*(?:截至|目前|近年来|今年以来|据)/

/** The sentence before ended with a quotation that says something: the speech closed with it. */
function endsQuoted(view: ArticleView, end: number, quotations: readonly Quotation[]): boolean {
  const last = view.text[end - 1]
  if (last === '”' || last === '」' || last === '"') return true
  return quotations.some(q => q.end === end - 1 && /[，,：:。]/.test(view.text[q.start - 1] ?? ''))
}

/** A sentence that opens with a region or body that neither the speech nor its speaker's phrase has named: the reporter goes elsewhere. */
function otherPlace(view: ArticleView, start: number, next: number, limit: number): boolean {
  const first = mentionsIn(view.mentions, next, Math.min(limit, next + 40)).find(m => view.entityOf(m).type !== 'policy')
  if (!first || first.span.start > next + 2) return false
  return !mentionsIn(view.mentions, Math.max(0, start - 60), next).some(m => m.entity === first.entity)
}

/** The offset after the sentence that `start` stands in, quotations passed over, at most `limit`. */
export function sentenceEnd(view: ArticleView, start: number, limit: number): number {
  for (let i = start; i < limit; i++) {
    if (
      !endsSentence(view.text, i) ||
      (view.quoted[i] && view.quoted[i + 1] && (view.quoted[i + 2] || !/[”"」]/.test(view.text[i + 1] as string)))
    )
      continue
    let end = i + 1
    while (
      end < limit &&
      (view.text[end] === '”' || view.text[end] === '"' || view.text[end] === '」' || endsSentence(view.text, end))
    )
      end++
    return end
  }
  return limit
}

/** What a document or nobody says within somebody's statement is a part of it. */
function nested(view: ArticleView, other: Attribution): boolean {
  if (other.speaker.how === 'named')
    return !mentionsIn(view.mentions, other.clauseStart, other.verbStart).some(m => view.entityOf(m).type === 'person')
  if (other.speaker.how === 'carried' && other.follows === 'text') return true
  return other.speaker.how === 'document' || other.speaker.how === 'unknown' || other.follows === 'text'
}

/** The quotation right before an attribution, which is that attribution's. */
/** 他建议，…: a new point of whoever is speaking; a quotation before it closes the point before. */
export const opensPoint = (attribution: Attribution): boolean => attribution.asks && attribution.speaker.how === 'carried'

function owned(view: ArticleView, statements: readonly Quotation[], other: Attribution, floor: number): Quotation | undefined {
  return statements
    .filter(
      q =>
        q.start > floor &&
        q.end <= other.start + 1 &&
        q.end >= other.start - 2 &&
        !/[，,：:]/.test(view.text[q.start - 1] as string),
    )
    .at(0)
}

/** A sentence that a person named in full opens as its subject is narration (王海涛首先来到…). */
function personActs(view: ArticleView, start: number, limit: number): boolean {
  const first = mentionsIn(view.mentions, start, Math.min(limit, start + 30)).find(m => view.entityOf(m).type === 'person')
  return first !== undefined && view.phraseStart(first) <= start + 2
}

/** True where a paragraph goes on with a speech that named its points with 要: it begins with 要 itself, or counts on (二是). */
export function continuesIn(view: ArticleView, paragraph: Paragraph): boolean {
  return /^\s*(?:要|[一二三四五六七八九]是|[二三四五六七八九十]要|同时，?要)/.test(
    view.plain.slice(paragraph.start, paragraph.start + 8),
  )
}

/** True where a paragraph of an interview without a label can be more of the answer before: whole sentences, and no narration. */
export function goesOnAnswering(view: ArticleView, paragraph: Paragraph): boolean {
  return endsSentence(view.text, paragraph.end - 1) && !NARRATION.test(view.plain.slice(paragraph.start, paragraph.start + 40))
}
