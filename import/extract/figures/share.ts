/** Of what and in what a percentage is a share. */
import type { ArticleView } from '../article-view'
import type { Candidate } from './candidate'
import type { Change } from './change'
import type { Period } from './period'
import { FROM, stripOpening } from './words-around'

/** 占全省的25%: what holds the share stands before 占, or in the clause before. 营业收入的16%用于研发: the use holds it. */
export function shareOf(
  view: ArticleView,
  candidate: Candidate,
  change: Change,
  from: number,
  known: readonly Period[],
  lent: string,
): string | null {
  if (candidate.kind !== 'percent') return null
  const start = Math.max(candidate.clauseStart, from)
  const clause = view.plain.slice(start, Math.max(start, change.start)).replace(FROM, '')
  const held =
    /^(.*?)(?:约|已|就|将)?(?<!所)占(?!比|用|地|有)(?:到|了|据)?([^，,。]{2,20}?)(?:的|比重|比例)?(?:达到|达|为|超过|近|约|超|逾|升至|提高到|提高至|的)*\s*$/.exec(
      clause,
    )
  if (held) {
    const holder = stripOpening(view, start, start + (held[1] as string).length, known) || lent
    const whole = held[2] as string
    return `${holder}占${whole}${/比重|比例|占比/.test(whole) ? '' : '比重'}`
  }
  const used = /^(?:用于|投入|来自)([^，,。；、]{2,14})/.exec(view.plain.slice(candidate.end, candidate.clauseEnd))
  if (used && /的\s*$/.test(clause)) {
    const whole = stripOpening(view, start, candidate.start, known).replace(/的\s*$/, '')
    return `${used[1]}占${whole}比重`
  }
  return null
}
