/** Whether a number says how much something has changed (同比增长12%, 压缩20小时) and not what it has come to (增至12个). */
import figureWords from '../../lexicons/figure-words.json'
import type { ArticleView } from '../article-view'
import { wordFinder } from '../word-finder'
import type { Candidate } from './candidate'

const growth = wordFinder(figureWords.growth)
const levels = wordFinder(figureWords.to)
const CHANGE_METRIC = new RegExp(`(?:${figureWords.changeMetrics.join('|')})[^，,。；]{0,6}$`)
const COMPARED = /(?:比|较|同比|环比|按年|多|少|再)[^，,。；]{0,12}$/

/** The word of change right before the number, its start, and whether the number is a change. */
export interface Change {
  readonly change: boolean
  /** Where the word of change begins, or the number itself. */
  readonly start: number
  /** The word of change itself, empty where there is none. */
  readonly word: string
}

const FILL = /(?:约|近|了|超|超过|逾|达|了近|了约|不到|将近|接近|至少|高达|达到|近|整整|突破|\s|最高|最多)$/

export function readChange(view: ArticleView, candidate: Candidate): Change {
  const { plain } = view
  let at = candidate.start
  const floor = candidate.clauseStart
  for (let n = 0; n < 4; n++) {
    if (levels.endingAt(plain, at) && isLevel(plain, at)) {
      const start = at - (levels.endingAt(plain, at) as string).length
      return { change: CHANGE_METRIC.test(plain.slice(floor, start)), start, word: '' }
    }
    const word = growth.endingAt(plain, at)
    if (word && at - word.length >= floor) {
      const start = at - word.length
      return { change: isChange(plain, candidate, word, floor, start), start, word }
    }
    const fill = FILL.exec(plain.slice(Math.max(floor, at - 4), at))
    if (!fill) break
    at -= fill[0].length
  }
  const before = plain.slice(floor, candidate.start)
  if (candidate.kind === 'times') return { change: true, start: candidate.start, word: '' }
  return { change: candidate.unit.endsWith('百分点') || CHANGE_METRIC.test(before), start: candidate.start, word: '' }
}

/** 到 and 至 behind a word of growth make it a level; 达 alone does too unless a rate of growth stands before it. */
function isLevel(plain: string, at: number): boolean {
  if (plain[at - 2] === '不' || plain[at - 2] === '未') return false
  return plain[at - 1] === '到' || plain[at - 1] === '至' || plain[at - 1] === '为' || plain[at - 1] === '达'
}

function isChange(plain: string, candidate: Candidate, word: string, floor: number, start: number): boolean {
  if (candidate.unit.endsWith('百分点')) return true
  if (plain[start - 1] === '最' || plain[start - 1] === '不') return false
  if (candidate.kind === 'percent' && /^(?:高于|低于|高出|超出)$/.test(word)) return false
  if (candidate.kind === 'percent' || candidate.kind === 'times') return !/占$/.test(plain.slice(floor, start))
  const before = plain.slice(floor, start)
  // 恒指收报18230点, 跌320点: the word alone says what became of the number before.
  if (/^[升跌涨]|[升跌涨]$/.test(word) && (candidate.unit === '点' || candidate.unit === '點' || /^[\s昨]*$/.test(before)))
    return true
  if (word === '增' || word === '多' || word === '少' || word === '高' || word === '低' || word === '升' || word === '提前')
    return /(?:比|较|同比|环比)/.test(before) || word === '提前'
  if (candidate.kind === 'time') return true
  return COMPARED.test(before) || /[下降减少降低缩短压缩节省节约]$/.test(word) || word === '增收'
}
