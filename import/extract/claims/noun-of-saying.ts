/** A noun that reports in the place of a verb: `王海涛的回答是“再等一年”`, `他的看法是，…`. */
import { type ArticleView, lastBefore, mentionsIn, type Paragraph } from '../article-view'
import type { Attribution, Memory } from './attribution'
import { clauseStartOf, sentenceStart } from './verb-of-saying'

const NOUN =
  /的(?:回答|回复|答复|答案|回应|看法|观点|说法|解释|评价|判断|感受|体会|心得|想法|结论|态度|心愿|愿望|期待|建议|忠告|经验|数据|说明)(?:也|很|都)?(?:[^，,。：:“”]{0,6})(?:是|显示[，,]|：|:)/y

export function nounOfSaying(view: ArticleView, paragraph: Paragraph, memory: Memory): Attribution[] {
  const found: Attribution[] = []
  const { plain } = view
  for (let i = plain.indexOf('的', paragraph.start); i >= 0 && i < paragraph.end; i = plain.indexOf('的', i + 1)) {
    if (view.quoted[i]) continue
    NOUN.lastIndex = i
    const match = NOUN.exec(plain)
    if (!match || NOUN.lastIndex >= paragraph.end) continue
    // 他提供的数据是, 周明给出的数据显示
    const given = /(?:提供|给出|出示|晒出)$/.exec(plain.slice(Math.max(paragraph.start, i - 2), i)) ? 2 : 0
    if (/^的(?:数据|说明)/.test(match[0]) && given === 0) continue
    const clauseStart = clauseStartOf(view, Math.max(paragraph.start, i - 60), i)
    const owner = mentionsIn(view.mentions, clauseStart, i).findLast(m => view.entityOf(m).type !== 'region')
    const entity =
      owner?.span.end === i - given && view.entityOf(owner).type !== 'policy'
        ? owner.entity
        : /[他她]$/.test(plain.slice(clauseStart, i - given))
          ? (personBefore(view, i) ?? memory.lastSpeaker)
          : null
    if (!entity) continue
    const end = NOUN.lastIndex - (match[0].endsWith('是') ? 0 : 1)
    found.push({
      start: sentenceStart(view, Math.max(paragraph.start, i - 400), i),
      clauseStart,
      verbStart: i + 1,
      end,
      verb: null,
      speaker: { entity, how: 'named' },
      asks: false,
      follows: view.quoted[end] ? 'quotation' : 'comma',
      single: !view.quoted[end],
      rule: 'noun-of-saying',
    })
    memory.lastSpeaker = entity
  }
  return found
}

function personBefore(view: ArticleView, offset: number): string | null {
  return (
    lastBefore(
      view.mentions,
      offset,
      Math.max(0, offset - 400),
      m => view.entityOf(m).type === 'person' && !view.quoted[m.span.start],
    )?.entity ?? null
  )
}
