/** Finds names written with a middle dot: 首席执行官阿米尔·汗德, 村医古丽·买买提明. */
import type { PersonFind } from '../finds'
import { isMark } from '../text/marks'
import type { Zone } from '../text/zone'
import { isMinorityName, isTranscription } from './name-shape'
import { titleLexicon } from './title-lexicon'

export function findDottedNames(zone: Zone): PersonFind[] {
  const text = zone.folded.includes('.') ? zone.folded.replace(/(?<=[\u4e00-\u9fff])\.(?=[\u4e00-\u9fff])/gu, '·') : zone.folded
  const { heads, saying, after } = titleLexicon()
  const found: PersonFind[] = []
  let floor = 0
  for (let dot = text.indexOf('·'); dot >= 0; dot = text.indexOf('·', Math.max(dot + 1, floor))) {
    let start = dot
    while (start > floor && dot - start < 7 && !isMark(text.charCodeAt(start - 1)) && text.charCodeAt(start - 1) >= 0x4e00) {
      if (start < dot && heads.longestBefore(text, start, floor)) break
      if (dot - start >= 2 && !isMinorityName(text, start - 1, dot)) break
      start--
    }
    let end = dot + 1
    while (end < text.length && end - dot < 9) {
      if (text[end] === '·') {
        end++
        continue
      }
      if (isMark(text.charCodeAt(end)) || text.charCodeAt(end) < 0x4e00) break
      if (end - dot > 2 && text[end - 1] !== '·' && (saying.longest(text, end) || after.longest(text, end))) break
      end++
    }
    const introduced = heads.longestBefore(text, start, floor) !== null
    floor = end
    const name = zone.text.slice(start, end)
    const parts = text.slice(start, end).split('·')
    const shaped = parts.every(part => part.length >= 1) && parts.some(part => part.length >= 2)
    const strange = parts.filter(part => isMinorityName(part, 0, part.length)).length * 2 >= parts.length
    if (start < dot && shaped && (introduced || (strange && isTranscription(text, start, Math.min(end, start + 2)))))
      found.push({ zone: zone.index, start, end, rule: 'dotted-name', name, form: 'name' })
  }
  return found
}
