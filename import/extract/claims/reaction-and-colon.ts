/** A person, what the person does, and a colon before what is said: `的哥王海涛对此拍手称快：以前要跑一个小时，…`. One sentence, without quotation marks. */
import { type ArticleView, mentionsIn, type Paragraph } from '../article-view'
import type { Attribution, Memory } from './attribution'
import { sentenceEnd } from './extent'
import { clauseStartOf, sentenceStart } from './verb-of-saying'

/** What a colon also stands behind: lists, names, labels. */
const NO_SPEECH = /(?:如下|名单|分别|分别为|包括|即|就是|这样|为|是|有|：|记者|作者|编辑|摄影|主持人|电话|地址|票数|顺序)$/
const COLON = '：'.charCodeAt(0)
const LONGEST_REACTION = 16
const SHORTEST_STATEMENT = 10

export function reactionAndColon(view: ArticleView, paragraph: Paragraph, memory: Memory): Attribution[] {
  const found: Attribution[] = []
  const { plain } = view
  for (let i = paragraph.start; i < paragraph.end; i++) {
    if (plain.charCodeAt(i) !== COLON || view.quoted[i] || view.quoted[i + 1]) continue
    const start = sentenceStart(view, Math.max(paragraph.start, i - 120), i)
    const clauseStart = clauseStartOf(view, Math.max(start, i - 60), i)
    const person = mentionsIn(view.mentions, clauseStart, i).findLast(m => view.entityOf(m).type === 'person')
    if (!person) continue
    const reaction = plain.slice(person.span.end, i)
    if (reaction.length < 2 || reaction.length > LONGEST_REACTION || /^[、的等和]|[（(《]/.test(reaction)) continue
    if (NO_SPEECH.test(reaction)) continue
    const words = plain.slice(i + 1, sentenceEnd(view, i + 1, paragraph.end))
    if (words.length < SHORTEST_STATEMENT || !/[，,]/.test(words)) continue
    found.push({
      start,
      clauseStart,
      verbStart: person.span.end,
      end: i,
      verb: null,
      speaker: { entity: person.entity, how: 'named' },
      asks: false,
      follows: 'colon',
      single: true,
      rule: 'reaction-and-colon',
    })
    memory.lastSpeaker = person.entity
  }
  return found
}
