/**
 * A name and a colon at the start of a paragraph: broadcast transcripts, interviews and collected voices (`王海涛（渔民）：今年鱼价好。`). The rest of
 * the paragraph is what was said; a following paragraph without a name of its own belongs to it where the first one has no quotation marks.
 */
import { type ArticleView, lastBefore, mentionsIn, type Paragraph } from '../article-view'
import type { Attribution, Memory } from './attribution'

const LABEL_LIMIT = 60

const ATTRIBUTED = /^[^，,。：“]{4,40}?(?:回应|表示|介绍|解释|回答|告诉记者|认为|说)(?:称|说|道)?[，,：]/

/** ●冉春林委员（…）： in a line of its own, its words in the next. */
function labelAbove(view: ArticleView, paragraph: Paragraph): string | null {
  const end = paragraph.start - 1
  if (view.plain[end] !== '\n') return null
  if (view.plain[end - 1] !== '：' && view.plain[end - 1] !== ':') return null
  const from = view.plain.lastIndexOf('\n', end - 1) + 1
  if (end - from > LABEL_LIMIT || /[，,。“]/.test(view.plain.slice(from, end))) return null
  const person = mentionsIn(view.mentions, from, end).findLast(m => view.entityOf(m).type === 'person')
  return person && LABEL_END.test(view.plain.slice(person.span.end, end - 1)) ? person.entity : null
}

/** What may stand between a name and the colon of its label. */
const LABEL_END = /^(?:委员|代表|先生|女士|教授|[（(][^）)]*[）)]|\s)*$/
/** 【字幕】省农业厅负责人：播种过半: a body speaks in writing. */
const SUBTITLE = /^【字幕】([^，,。：:“]{2,40})[：:]/

function subtitle(view: ArticleView, paragraph: Paragraph): Attribution | null {
  const match = SUBTITLE.exec(view.plain.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + LABEL_LIMIT)))
  if (!match) return null
  const end = paragraph.start + match[0].length - 1
  const named = mentionsIn(view.mentions, paragraph.start, end).findLast(m => /person|organization/.test(view.entityOf(m).type))
  if (!named || !/^(?:有关|相关)?(?:负责人|发言人|人士)?$/.test(view.plain.slice(named.span.end, end))) return null
  return labelled(paragraph, end, named.entity, 'subtitle')
}

function labelled(paragraph: Paragraph, end: number, entity: string, rule: string): Attribution {
  return {
    start: paragraph.start,
    clauseStart: paragraph.start,
    verbStart: end,
    end,
    verb: null,
    speaker: { entity, how: 'named' },
    asks: false,
    follows: 'colon',
    single: false,
    rule,
  }
}

export function nameAndColon(view: ArticleView, paragraph: Paragraph, memory: Memory): Attribution[] {
  const { plain } = view
  if (plain[paragraph.start] === '【') {
    const written = subtitle(view, paragraph)
    if (written) return [written]
  }
  const above = labelAbove(view, paragraph)
  if (above) {
    memory.lastSpeaker = above
    return [labelled(paragraph, paragraph.start, above, 'name-and-colon')]
  }
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
    person && (LABEL_END.test(rest) || (/^(?:答|同期声?|采访|现场|出镜|受访者?|嘉宾)[（(]/.test(label) && /^[）)]$/.test(rest)))
      ? person.entity
      : /^(?:答|A)$/.test(label.trim())
        ? (memory.lastSpeaker ?? personBefore(view, paragraph.start))
        : null
  if (!entity) return []
  // What presenters and reporters say in a transcript is narration.
  if (memory.transcript && person && isJournalist(view, person.entity)) return []
  memory.lastSpeaker = entity
  return [labelled(paragraph, colon, entity, 'name-and-colon')]
}

function isJournalist(view: ArticleView, id: string): boolean {
  const entity = view.entity(id)
  return entity?.type === 'person' && entity.role === 'journalist'
}

/** Who is interviewed where nobody has spoken yet: the last one named who is no reporter. */
function personBefore(view: ArticleView, offset: number): string | null {
  const asked = lastBefore(view.mentions, offset, Math.max(0, offset - 1000), mention => {
    const entity = view.entityOf(mention)
    return entity.type === 'person' && entity.role !== 'journalist'
  })
  return asked?.entity ?? null
}
