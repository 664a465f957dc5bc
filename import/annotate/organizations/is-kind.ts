/** Tells words for a kind of body from names: 三大石油公司, 中小股份制商业银行, 五所学校. */
import { oneOf } from '../../characters'
import { wordBounds, type Zone } from '../text/zone'
import { bodyLexicon } from './body-lexicon'
import type { Left } from './walk-left'

/** 三大|石油公司, 五所|学校: what is counted. */
const COUNTS = /(?:^|[里国界球的])[\d一二三四五六七八九十两几多]{1,3}[大家所个座](?![\u4e00-\u9fff]?(?:连池|家))/u
const isOfCount = oneOf('大家所个座某在')

/** Whether the stretch holds a character that counted bodies hold: most do not, and are asked nothing more. */
function hasCount(core: string): boolean {
  for (let i = 0; i < core.length; i++) if (isOfCount(core.charCodeAt(i))) return true
  return false
}

/** Whether all words before the ending say what kind of body it is: 中小股份制商业银行, 中国本土公司. */
export function isKind(zone: Zone, left: Left, core: string, at: number): boolean {
  if (left.anchor === 'body' || core === '') return false
  if (hasCount(core) && (COUNTS.test(core) || /(?:所在|某)$/u.test(core))) return true
  const { kinds, generic } = bodyLexicon()
  for (let pos = at - core.length; pos < at; ) {
    const end = Math.min(wordBounds(zone, pos).end, at)
    const form = zone.folded.slice(pos, end)
    if (!kinds.has(form) && !generic.has(form)) return false
    pos = end
  }
  return true
}
