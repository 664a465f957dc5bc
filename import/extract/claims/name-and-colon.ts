/**
 * A name and a colon at the start of a paragraph: broadcast transcripts, interviews and collected voices (`王海涛（渔民）：今年鱼价好。`). The rest of
 * the paragraph is what was said; a following paragraph without a name of its own belongs to it where the first one has no quotation marks.
 */
import { type ArticleView, lastBefore, mentionsIn, type Paragraph } from '../article-view'
import type { Attribution, Memory } from './attribution'

const LABEL_LIMIT = 60

const ATTRIBUTED = /^[^，,。：“]{4,40}?(?:回应|表示|介绍|解释|回答|告诉记者|认为|说)(?:称|说|道)?[，,：]/

export function nameAndColon(view: ArticleView, paragraph: Paragraph, memory: Memory): Attribution[] {
  const { plain } = view
  const limit = Math.min(paragraph.end, paragraph.start + LABEL_LIMIT)
  let colon = paragraph.start
  while (colon < limit && plain[colon] !== '：' && plain[colon] !== ':') {
    if (plain[colon] === '。' || plain[colon] === '，' || plain[colon] === ',' || view.quoted[colon]) return []
    colon++
  }
  if (colon >= limit || colon + 2 >= paragraph.end) return []
  // 某某：一个人的长跑 is a heading.
  if (paragraph.end - colon < 24 && !/[。！？，,]/.test(plain.slice(colon, paragraph.end))) return []
  const label = plain.slice(paragraph.start, colon)
  // 答：市水利局负责人回应，…: who speaks is named behind the label.
  if (/^(?:答|A)$/.test(label.trim()) && ATTRIBUTED.test(plain.slice(colon + 1, colon + 60))) {
    const behind = mentionsIn(view.mentions, colon + 1, colon + 40).find(m => /person|organization/.test(view.entityOf(m).type))
    if (behind && behind.span.start <= colon + 12) return []
  }
  const person = mentionsIn(view.mentions, paragraph.start, colon)
    .filter(m => view.entityOf(m).type === 'person')
    .at(-1)
  const rest = person ? plain.slice(person.span.end, colon) : ''
  const entity =
    person &&
    (/^(?:委员|代表|先生|女士|教授|[（(][^）)]*[）)]|\s)*$/.test(rest) || (/^答[（(]/.test(label) && /^[）)]$/.test(rest)))
      ? person.entity
      : /^(?:答|A)$/.test(label.trim())
        ? (memory.lastSpeaker ?? personBefore(view, paragraph.start))
        : null
  if (!entity) return []
  memory.lastSpeaker = entity
  return [
    {
      start: paragraph.start,
      clauseStart: paragraph.start,
      verbStart: colon,
      end: colon,
      verb: null,
      speaker: { entity, how: 'named' },
      asks: false,
      follows: 'colon',
      single: false,
      rule: 'name-and-colon',
    },
  ]
}

/** Who is interviewed where nobody has spoken yet: the last one named who is no reporter. */
function personBefore(view: ArticleView, offset: number): string | null {
  const asked = lastBefore(view.mentions, offset, Math.max(0, offset - 1000), mention => {
    const entity = view.entityOf(mention)
    return entity.type === 'person' && entity.role !== 'journalist'
  })
  return asked?.entity ?? null
}
