/** What a statement is about: what it names, the body that its speaker means by 公司 or 我们, and the initiative that it or its sentence points at. */
import type { Mention } from '../../values/annotations'
import { type ArticleView, lastBefore, mentionsIn } from '../article-view'

interface Span {
  readonly start: number
  readonly end: number
}

/** 这项改革, 该政策: a statement that says so is about the initiative named last. */
const POINTS_AT =
  /(?:这|这个|这项|这一|该|此)(?:举措|政策|措施|平台|机制|做法|模式|改革|行动|计划|工程|窗口|制度|办法|条例|方案|规划)/

/** 专项行动讲的是…, 规划的目标…: a statement that opens a clause with the kind of thing alone is about the one of that kind named last. */
const BARE_NOUN =
  /(?:^|[，。；、“]|把|将)(专项行动|行动计划|规划|活动|方案|条例|办法|改革|试点|工程|计划)(?=[讲的把将同让使已正要不实覆提有]|[\p{Script=Han}]{0,2}[要不])/u

const endsWith = (view: ArticleView, mention: Mention, noun: string): boolean =>
  view.entityOf(mention).aliases.some(alias => alias.replace(/[》”」）]+$|（[^）]*）$/g, '').endsWith(noun))

/**
 * `attribution` is the phrase that says who speaks: an initiative named in its sentence before (在乡村振兴座谈会上强调) is what the speech is about,
 * unless it is the document that speaks.
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
    for (const mention of mentionsIn(view.allMentions, part.start, part.end)) {
      if (view.entityOf(mention).type === 'person') continue
      about.add(mention.entity)
      for (const nested of policiesWithin(view, mention)) about.add(nested)
    }
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
  for (const text of words) {
    const noun = BARE_NOUN.exec(text)?.[1]
    if (!noun) continue
    const named = lastBefore(view.allMentions, first, Math.max(0, first - 400), m => isPolicy(m) && endsWith(view, m, noun))
    if (named) about.add(named.entity)
  }
  if (attribution && !document) {
    for (const mention of mentionsIn(view.allMentions, attribution.start, attribution.end)) {
      if (!isPolicy(mention)) continue
      for (const id of [mention.entity, ...policiesWithin(view, mention)]) about.add(id)
    }
  }
  if (speaker) about.delete(speaker)
  return [...about]
}

/** Initiatives whose name stands within a longer name (乡村振兴 in 全面推进乡村振兴座谈会精神). */
function policiesWithin(view: ArticleView, mention: Mention): readonly string[] {
  return view.entityOf(mention).type === 'policy' ? view.policiesIn(mention.quote).filter(id => id !== mention.entity) : []
}
