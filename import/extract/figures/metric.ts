/** What a number counts or measures, as the clause words it: the words before it (粮食产量达68万吨) or behind it (建成12个车间). */
import figureWords from '../../lexicons/figure-words.json'
import type { ArticleView } from '../article-view'
import { wordFinder } from '../word-finder'
import type { Candidate } from './candidate'
import type { Change } from './change'
import type { Period } from './period'

const link = wordFinder([...figureWords.link, ...figureWords.to])
const compare = wordFinder(figureWords.compare)
const predicate = wordFinder(figureWords.predicates)
/** Verbs that take the counted thing as their object: what stands behind the number is it, not what stands before. */
const OPENING =
  /^(?:我市|我省|我县|我区|我州|我校|我们|全市|全省|全县|全区|全州|全国|全球|全镇|全乡|全村|全盟|全旗|全系统|该市|该省|该县|该区|该镇|该村|该校|该公司|该企业|该院|该局|该所|该项目|公司|企业|集团|我国|本市|本省|本区|当地|各地|这里|这家企业|其|其中|他们|她|他|已经|已|还|将|也|又|共|累计|预计|计划|力争|目前|同时|并|且|而|则|仅|就|但|使|让|推动|带动|帮助|实现|确保|全面|其余|另外|另有|此外|按照|通过|并且|现|现有|直接|总共|年均|平均|合计|截至|截止|以来|，|,|、|和|及|以及|与|后|日|底|月|年|,|\s)+/

const SUFFIX = /^(?:以上|左右|上下|以内|以下|之多|多|余|不等|[（(][^）)]{0,20}[）)])+/
const NOUN_STOP = /[，,。；;！？!?、：:\n（）()]/

/** The wording of the metric; empty where the clause gives none and the figure before has to lend its own. */
export function readMetric(
  view: ArticleView,
  candidate: Candidate,
  change: Change,
  from: number,
  periods: readonly Period[],
  names: readonly Period[],
): string {
  const before = wordsBefore(view, candidate, change, from, periods, names)
  const after = wordsBehind(view, candidate)
  const counted = candidate.kind === 'count' || candidate.kind === 'measure'
  const shareOf = /^的(.{1,14}?)(?:用于|来自|为|是|，|。|$)/.exec(view.plain.slice(candidate.end, candidate.clauseEnd))
  if (candidate.kind === 'percent' && shareOf && before === '')
    return view.text.slice(candidate.end + 1, candidate.end + 1 + (shareOf[1] as string).length)
  if (change.change) return before || after
  if (counted && after.length >= 2 && !linkedBefore(view, candidate)) return after
  if (before.length >= 2) return before
  return after || before
}

/** True where a word like 达到 or 为 ties the number to the words before it. */
function linkedBefore(view: ArticleView, candidate: Candidate): boolean {
  return /(?:达到|达|为|是|总数|总量|数量|突破|至|到|占|率|量|额|值|积|面积)(?:约|近|超|超过|逾)?\s*$/.test(
    view.plain.slice(Math.max(candidate.clauseStart, candidate.start - 6), candidate.start),
  )
}

function wordsBefore(
  view: ArticleView,
  candidate: Candidate,
  change: Change,
  from: number,
  periods: readonly Period[],
  names: readonly Period[],
): string {
  const { plain } = view
  let start = Math.max(candidate.clauseStart, from)
  let end = change.start
  for (;;) {
    const at = end
    while (end > start && /[\s“”"'「」、，,]/.test(plain[end - 1] as string)) end--
    const word = compareWord(plain, end) ?? link.endingAt(plain, end)
    if (word && end - word.length >= start) end -= word.length
    const comparison = /(?:比|较|与)[^，,。；]{1,14}?(?:相比)?$/.exec(plain.slice(Math.max(start, end - 16), end))
    if (comparison && change.change) end -= comparison[0].length
    if (end === at) break
  }
  for (;;) {
    const at = start
    while (start < end && /[\s“”"'「」，,、]/.test(plain[start] as string) && plain[start] !== '“') start++
    for (const span of [...periods, ...names]) if (span.start <= start && span.end > start && span.end <= end) start = span.end
    const opening = OPENING.exec(plain.slice(start, Math.min(end, start + 30)))
    if (opening && start + opening[0].length < end) start += opening[0].length
    if (start === at) break
  }
  const words = plain.slice(start, end)
  const cut = Math.max(words.lastIndexOf('）'), -1)
  return view.text.slice(cut >= 0 && cut < words.length - 2 ? start + cut + 1 : start, end).replace(/^的|的$/g, '')
}

function compareWord(plain: string, end: number): string | null {
  return compare.endingAt(plain, end)
}

function wordsBehind(view: ArticleView, candidate: Candidate): string {
  const { plain, text } = view
  let start = candidate.end
  const suffix = SUFFIX.exec(plain.slice(start, Math.min(candidate.clauseEnd, start + 24)))
  if (suffix) start += suffix[0].length
  const suffixed = suffix !== null && /以上|左右|以内|以下/.test(suffix[0])
  if (suffixed) return ''
  while (start < candidate.clauseEnd && /[\s的]/.test(plain[start] as string)) start++
  let end = start
  let quotation = false
  while (end < candidate.clauseEnd && end - start < 30) {
    const character = plain[end] as string
    if (character === '“' || character === '「') quotation = true
    if (character === '”' || character === '」') quotation = false
    if (!quotation && NOUN_STOP.test(character)) break
    if (!quotation && end > start + 1 && predicate.at(plain, end)) break
    if (!quotation && /[0-9]/.test(character)) break
    end++
  }
  if (end === start || predicate.at(plain, start)) return ''
  return text
    .slice(start, end)
    .replace(/[和及与等的]$/, '')
    .trim()
}
