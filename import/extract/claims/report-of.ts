/**
 * A report named and then given: `县水利局局长王海涛通报了水库除险进展。1至4月，全县…` and `县水利局通报除险进展：截至4月底，…`. Behind a colon whatever
 * stands there is the report; behind a full stop only a sentence with numbers is.
 */
import { oneOf } from '../../characters'
import type { ArticleView, Paragraph } from '../article-view'
import type { Attribution, Memory } from './attribution'
import { sentenceEnd } from './extent'
import { findSpeaker } from './speaker'
import { clauseStartOf, sentenceStart } from './verb-of-saying'

const REPORT =
  /(通报|介绍|汇报|公布|发布|披露|晒出|报告)了?[^，,。；：:“”]{0,40}?(?:情况|进展|进度|数据|结果|成果|成绩单|成效|战果|成绩|统计|消息|公告|榜单|案件|案例|问题|名单|通告|通知|预警|声明)([：:。，])/y
const beginsVerb = oneOf('通介汇公发披晒报')

export function reportOf(view: ArticleView, paragraph: Paragraph, memory: Memory): Attribution[] {
  const found: Attribution[] = []
  const { plain } = view
  for (let i = paragraph.start; i < paragraph.end; i++) {
    if (view.quoted[i] || !beginsVerb(plain.charCodeAt(i))) continue
    REPORT.lastIndex = i
    const match = REPORT.exec(plain)
    if (!match || REPORT.lastIndex >= paragraph.end) continue
    const stop = REPORT.lastIndex
    if (match[2] === '，' && !/^(?:公布|发布|披露)/.test(match[0])) continue
    if (match[2] !== '：' && match[2] !== ':' && !/[0-9]/.test(plain.slice(stop, sentenceEnd(view, stop, paragraph.end))))
      continue
    const start = sentenceStart(view, Math.max(paragraph.start, i - 400), i)
    const clauseStart = clauseStartOf(view, Math.max(start, i - 90), i)
    const speaker = findSpeaker(view, start, clauseStart, i, memory)
    if (speaker.how !== 'named') continue
    found.push({
      start,
      clauseStart,
      verbStart: i,
      end: stop,
      verb: match[1] as string,
      speaker,
      asks: false,
      follows: 'comma',
      single: false,
      rule: 'report-of',
    })
    memory.lastSpeaker = speaker.entity
    i = stop - 1
  }
  return found
}
