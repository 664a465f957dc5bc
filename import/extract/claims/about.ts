/** What a statement is about: what it names, the body that its speaker means by 公司 or 我们, and the initiative that it or its sentence points at. */
import { simplified } from '../../../model/simplified'
import { matches } from '../../matches'
import type { Mention } from '../../values/annotations'
import { type ArticleView, lastBefore, mentionsIn } from '../article-view'

interface Span {
  readonly start: number
  readonly end: number
}

/** 这项改革, 该政策: a statement that says so is about the initiative named last. */
const POINTS_AT =
  /(?:这|这个|这项|这一|这次|该|此|此次|本次|上述|这部)(?:举措|政策|措施|平台|机制|做法|模式|改革|行动|计划|工程|窗口|制度|办法|条例|方案|规划|试点|专项行动|活动|意见|文件|法律|新政|项目|服务)/

/**
 * 专项行动讲的是…, 规划的目标…, 按照方案…, 方案落地一年: a statement that opens a phrase with the kind of thing alone is about the one of that kind named last.
 * 条例草案 is the bill, 法律 the law named last.
 */
const BARE_NOUN =
  /(?:^|[，。；、：“]|把|将|按照|根据|依照|对照|随着|围绕|首期|首批|首轮|次轮|[一二三]期)(专项行动|行动计划|规划|活动|方案|条例草案|条例|草案|办法|改革|试点|工程|计划|新政|若干措施|实施意见|纲要|法律|总体方案)(?=[讲的把将同让使已正要不实覆提有共分对明规鼓落出印发施启以期中里内从在是最设填聚截首预料每至惠涉，]|[\p{Script=Han}]{0,2}[要不]|第一次|首次)/gu

/** A word for a kind and the ends of names that it may stand for. */
const STANDS_FOR: Readonly<Record<string, RegExp>> = {
  条例草案: /条例$/,
  草案: /(?:条例|法)$/,
  法律: /法$/,
  新政: /新政/,
  休渔: /休渔/,
  禁渔: /禁渔/,
  文件: /(?:意见|通知|办法|方案|规划|决定|措施|条例|规定)$/,
}

/** 休渔期间, 文件给了底: what stands for the name wherever it is said. */
const SHORT_WORD = /休渔|禁渔|文件(?=[给让把对将要里中明提规])/g

/** 13个试点省份, 试点期间: where the trial is one that has a name. */
const TRIAL = /试点(?!办法|方案|的批复)/

/** A question with its label: 问：…？, 云溪日报：…？ */
const QUESTION = /^[ \t　]*[（(【[]?[^\n：:，。]{1,14}[】\])）]?[：:][^\n]{4,200}[？?][”"]?\s*$/u

const endsWith = (view: ArticleView, mention: Mention, noun: string): boolean =>
  view.entityOf(mention).aliases.some(alias => {
    const bare = simplified(alias).replace(/[》”」]+$|[（(][^（）()]*[）)]$/g, '')
    return STANDS_FOR[noun]?.test(bare) ?? bare.endsWith(noun)
  })

/**
 * `attribution` is the phrase that says who speaks: an initiative named in its sentence before (在乡村振兴座谈会上强调) is what the speech is about,
 * and so is the document that speaks.
 */
export function aboutOf(
  view: ArticleView,
  parts: readonly Span[],
  speaker: string | null,
  attribution: Span | null,
  document: boolean,
): string[] {
  const about = new Set<string>()
  for (const part of parts) {
    for (const mention of mentionsIn(view.allMentions, part.start, part.end))
      if (view.entityOf(mention).type !== 'person') about.add(mention.entity)
  }
  const words = parts.map(part => view.plain.slice(part.start, part.end))
  if (words.some(text => /公司|企业|集团|我们|我厂|我校|本院/.test(text))) {
    const body = view.officeOf(speaker)?.organization
    if (body) about.add(body)
  }
  const isPolicy = (mention: Mention): boolean => view.entityOf(mention).type === 'policy'
  const first = Math.min(...parts.map(part => part.start))
  if (words.some(text => POINTS_AT.test(text))) {
    const last = lastBefore(view.allMentions, first, Math.max(0, first - 300), isPolicy)
    if (last) about.add(last.entity)
  }
  const nouns = new Set(words.flatMap(text => matches(text, BARE_NOUN).map(match => match[1] as string)))
  if (words.some(text => TRIAL.test(text))) nouns.add('试点')
  for (const text of words) for (const [word] of matches(text, SHORT_WORD)) nouns.add(word)
  for (const noun of nouns) {
    const named = lastBefore(view.allMentions, first, Math.max(0, first - 400), m => isPolicy(m) && endsWith(view, m, noun))
    if (named) about.add(named.entity)
  }
  const question = questionBefore(view, first)
  if (question)
    for (const mention of mentionsIn(view.allMentions, question.start, question.end))
      if (isPolicy(mention)) about.add(mention.entity)
  if (attribution && document) {
    const speaking = lastBefore(view.mentions, attribution.end, attribution.start, isPolicy)
    if (speaking) about.add(speaking.entity)
  } else if (attribution)
    for (const mention of mentionsIn(view.allMentions, attribution.start, attribution.end)) {
      if (!isPolicy(mention)) continue
      for (const id of [mention.entity, ...policiesWithin(view, mention)]) about.add(id)
    }
  if (speaker) about.delete(speaker)
  return [...about]
}

/** The question that an answer follows: the line before its own, where that one asks. */
function questionBefore(view: ArticleView, at: number): Span | null {
  let low = 0
  for (let high = view.paragraphs.length; low < high; ) {
    const middle = (low + high) >> 1
    if ((view.paragraphs[middle] as Span).end <= at) low = middle + 1
    else high = middle
  }
  const before = view.paragraphs[low - 1]
  if (!before || before.end - before.start > 240) return null
  return QUESTION.test(view.plain.slice(before.start, before.end)) ? before : null
}

/** Initiatives whose name stands within a longer name (乡村振兴 in 全面推进乡村振兴座谈会精神). */
function policiesWithin(view: ArticleView, mention: Mention): readonly string[] {
  return view.entityOf(mention).type === 'policy' ? view.policiesIn(mention.quote).filter(id => id !== mention.entity) : []
}
