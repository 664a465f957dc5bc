/**
 * 据 … and what it introduces: `据市统计局介绍，…`, `据统计，…`, `记者从市教育局获悉，…`. One sentence, said by the body that is named, if one is.
 */
import type { Mention } from '../../values/annotations'
import { type ArticleView, lastBefore, mentionsIn, type Paragraph } from '../article-view'
import type { Attribution, Memory, Speaker } from './attribution'
import { sentenceStart } from './verb-of-saying'

const ACCORDING =
  /(?:据|根据)([^，,。；“”]{0,30}?)(悉|了解|统计|介绍|测算|透露|通报|估算|初步统计|不完全统计|分析|预测|监测|披露|数据|显示|消息|反映)(?:数据)?(?:显示|称)?[，,：:]/y
const LEARNED =
  /(?:(?:记者|笔者)|从)([^，,。；“”]{0,40}?)(获悉|了解到|得知|采访获悉|采访了解到|传来(?:好|捷报|最新)?消息|传出(?:好)?消息|传来喜讯|传来捷报)[，,：:]/y
/** 据其介绍, 据该负责人透露: whoever spoke last. */
const POINTING = /据(?:其|该|这位|上述)/
/** 据该协会监测: the body of that kind that was named last. */
const THAT_BODY =
  /^(?:据|根据)(?:该|这家)([局院厅会校厂站所社馆]|协会|学会|商会|公司|企业|中心|机构|集团|银行|平台|医院|学校|部门)/
const IN_VIEW = /在([^，,。；“”]{1,24}?)看来[，,]/y

export function accordingTo(view: ArticleView, paragraph: Paragraph, memory: Memory): Attribution[] {
  const found: Attribution[] = []
  const { plain } = view
  for (let i = paragraph.start; i < paragraph.end; i++) {
    if (view.quoted[i]) continue
    const pattern = patternAt(plain, i)
    if (!pattern) continue
    if (pattern === ACCORDING && i > paragraph.start && /[数证依凭收占票单]/.test(plain[i - 1] as string)) continue
    pattern.lastIndex = i
    const match = pattern.exec(plain)
    if (!match || pattern.lastIndex > paragraph.end) continue
    const end = pattern.lastIndex - 1
    const start = sentenceStart(view, Math.max(paragraph.start, i - 400), i)
    const speaker = speakerIn(view, i, end, memory)
    if ((pattern === IN_VIEW || pattern === LEARNED) && speaker.entity === null) continue
    found.push({
      start,
      clauseStart: i,
      verbStart: i,
      end,
      verb: pattern === IN_VIEW ? null : end - i <= 6 ? view.text.slice(i, end) : (match[2] ?? match[1] ?? null),
      speaker,
      asks: false,
      follows: 'comma',
      single: speaker.entity === null,
      rule: 'according-to',
    })
    i = end
  }
  return found
}

function patternAt(plain: string, i: number): RegExp | null {
  const character = plain[i]
  if (character === '在') return IN_VIEW
  if (character === '据' || (character === '根' && plain[i + 1] === '据')) return ACCORDING
  return character === '记' || character === '笔' || character === '从' ? LEARNED : null
}

function personBefore(view: ArticleView, offset: number): string | null {
  const person = (m: Mention): boolean => view.entityOf(m).type === 'person' && !view.quoted[m.span.start]
  return lastBefore(view.mentions, offset, Math.max(0, offset - 400), person)?.entity ?? null
}

function speakerIn(view: ArticleView, start: number, end: number, memory: Memory): Speaker {
  const named = mentionsIn(view.mentions, start, end)
  const person = named.find(m => view.entityOf(m).type === 'person')
  const organization = named.filter(m => view.entityOf(m).type === 'organization').at(-1)
  const words = view.plain.slice(start, end)
  const pronoun = /[在据][他她]/.test(words)
    ? (personBefore(view, start) ?? memory.lastSpeaker)
    : POINTING.test(words)
      ? memory.lastSpeaker
      : null
  // 据海关统计: the body of that kind that was named last.
  const general = /^据(海关|警方|公安|统计局|气象台|气象部门|银行|公司|医院|学校|协会|法院|检察院|税务部门|铁路部门)/.exec(
    words,
  )?.[1]
  const that = THAT_BODY.exec(words)?.[1]
  const side = /^据([局厅校院厂店园])方/.exec(words)?.[1]
  const noun = general ?? that ?? side
  const meant = noun
    ? (lastBefore(
        view.mentions,
        start,
        Math.max(0, start - 300),
        m =>
          view.entityOf(m).type === 'organization' &&
          view.plain.slice(m.span.start, m.span.end).endsWith(noun.replace(/部门$/, '')),
      )?.entity ?? null)
    : null
  const entity = person?.entity ?? organization?.entity ?? meant ?? pronoun
  if (entity) memory.lastSpeaker = entity
  return { entity, how: entity ? 'named' : 'unknown' }
}
