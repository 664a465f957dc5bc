/**
 * The voices of a broadcast transcript: `【记者 高原】我现在在…`, and a line with office and name under `【同期声】` whose next line is what was said.
 */
import { type ArticleView, mentionsIn, type Paragraph } from '../article-view'
import type { Attribution, Memory } from './attribution'

const SOUND = /同期(?:声)?|采访(?:对象)?|出镜/
const LABEL_LIMIT = 60
/** 同期：…, below a line 字幕：… with office and name. */
const SPOKEN = /^(?:同期声?|采访|现场声?)[：:]\s*/
const NARRATOR = /主持人|主播|播音|解说|配音|旁白/
const REPORTER = /记者/
const ON_THE_SPOT = /^\s*[“"]?(?:我|这里|这儿|大家|各位|观众|现在)/

export function broadcastVoice(view: ArticleView, paragraph: Paragraph, memory: Memory): Attribution[] {
  const { plain } = view
  const inLine = labelInLine(plain, paragraph)
  const spoken = inLine === null ? (SPOKEN.exec(plain.slice(paragraph.start, paragraph.start + 8))?.[0].length ?? 0) : 0
  const end = inLine ?? paragraph.start + spoken
  const label =
    inLine === null ? lineBefore(plain, paragraph.start, memory.transcript, spoken > 0) : { start: paragraph.start, end: inLine }
  if (!label) return []
  const person = mentionsIn(view.mentions, label.start, label.end)
    .filter(m => view.entityOf(m).type === 'person')
    .at(-1)
  if (!person || (inLine === null && person.span.end !== label.end)) return []
  if (NARRATOR.test(plain.slice(label.start, label.end))) return []
  // A reporter's text between the voices is narration, unless the reporter speaks from the spot.
  if (REPORTER.test(plain.slice(label.start, label.end)) && !ON_THE_SPOT.test(plain.slice(end, end + 12))) return []
  memory.lastSpeaker = person.entity
  return [
    {
      start: label.start,
      clauseStart: end,
      verbStart: end,
      end,
      verb: null,
      speaker: { entity: person.entity, how: 'named' },
      asks: false,
      follows: 'colon',
      single: false,
      rule: 'broadcast-voice',
    },
  ]
}

/** The end of 【…】 at the start of a paragraph that goes on behind it. */
function labelInLine(plain: string, paragraph: Paragraph): number | null {
  const open = plain[paragraph.start]
  if (open !== '【' && open !== '[') return null
  const close = open === '【' ? '】' : ']'
  for (let i = paragraph.start + 1; i < Math.min(paragraph.end - 4, paragraph.start + LABEL_LIMIT); i++)
    if (plain[i] === close) return i + 1
  return null
}

/** The line before, where it is a short label without punctuation under a line that announces a voice, or behind such a word in its own line; in a transcript any line that is
 * an office, a blank and a name. */
function lineBefore(plain: string, start: number, transcript: boolean, spoken: boolean): { start: number; end: number } | null {
  if (plain[start - 1] !== '\n') return null
  let end = start - 1
  const from = plain.lastIndexOf('\n', end - 1) + 1
  while (end > from && /[\s：:]/.test(plain[end - 1] as string)) end--
  if (end <= from || end - from > LABEL_LIMIT) return null
  const caption = spoken ? /^\s*(?:字幕|人名条)[：:]/.exec(plain.slice(from, end)) : null
  if (caption) return { start: from + caption[0].length, end }
  const voice = /^\s*【([^】]{2,10})】/.exec(plain.slice(from, end))
  if (voice && SOUND.test(voice[1] as string) && !/[，。；“”？！【】]/.test(plain.slice(from + voice[0].length, end)))
    return { start: from + voice[0].length, end }
  if (/[，。：；“”？！【】]/.test(plain.slice(from, end))) return null
  const above = plain.slice(Math.max(0, plain.lastIndexOf('\n', from - 2) + 1), Math.max(0, from - 1))
  return (above.length <= 20 && SOUND.test(above)) || (transcript && /[\s　]/.test(plain.slice(from, end)))
    ? { start: from, end }
    : null
}
