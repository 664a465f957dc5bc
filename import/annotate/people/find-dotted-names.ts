/** Finds names written with a middle dot: 首席执行官阿米尔·汗德, 村医古丽·买买提明. */
import { tagInDictionary } from '../../lexicons/words'
import type { PersonFind } from '../finds'
import { isMark } from '../text/marks'
import type { Trie } from '../text/trie'
import type { Zone } from '../text/zone'
import { isOfDottedName } from './name-shape'
import { titleLexicon } from './title-lexicon'

export function findDottedNames(zone: Zone): PersonFind[] {
  const text = zone.folded.includes('.') ? zone.folded.replace(/\.(?<=[\u4e00-\u9fff]\.)(?=[\u4e00-\u9fff])/gu, '·') : zone.folded
  const { heads, saying, after } = titleLexicon()
  const found: PersonFind[] = []
  let floor = 0
  for (let dot = text.indexOf('·'); dot >= 0; dot = text.indexOf('·', Math.max(dot + 1, floor))) {
    let start = dot
    while (start > floor && dot - start < 7 && !isMark(text.charCodeAt(start - 1)) && text.charCodeAt(start - 1) >= 0x4e00) {
      if (start < dot && heads.longestBefore(text, start, floor)) break
      if (dot - start >= 1 && !isOfDottedName(text.charCodeAt(start - 1))) break
      start--
    }
    // 甲·乙和丙·丁 are two.
    if (start < dot - 1 && /[和与及]/u.test(text[start] as string) && start > 0) start++
    const introduced = heads.longestBefore(text, start, floor) !== null
    const end = endAfter(text, dot, saying, after, introduced)
    floor = end
    const name = zone.text.slice(start, end)
    const parts = text.slice(start, end).split('·')
    const shaped = parts.every(part => part.length >= 1) && parts.some(part => part.length >= 2)
    const strange =
      parts.filter(part => [...part].every(char => isOfDottedName(char.charCodeAt(0)))).length * 2 >= parts.length &&
      parts.every(part => [...part].filter(char => isOfDottedName(char.charCodeAt(0))).length * 2 >= part.length)
    if (start < dot && shaped && (introduced || (strange && zone.folded[dot] === '·' && !parts.some(isWord))))
      found.push({ zone: zone.index, start, end, rule: 'dotted-name', name, form: 'name' })
  }
  return found
}

/** Whether the part is a word of the language (农家·美丽). */
function isWord(part: string): boolean {
  const tag = part.length > 1 ? tagInDictionary(part, 0, part.length) : null
  return tag !== null && !/^n[rsz]/u.test(tag)
}

/** Where a name ends whose first dot is given: with the last character that such names are written with, before a word that goes on after names. */
function endAfter(text: string, dot: number, saying: Trie<true>, after: Trie<true>, introduced: boolean): number {
  let end = dot + 1
  for (let part = end; end < text.length && end - dot < 12; ) {
    const code = text.charCodeAt(end)
    if (text[end] === '·') {
      end++
      part = end
      continue
    }
    if (isMark(code) || code < 0x4e00) break
    const inPart = end - part
    if (inPart >= 2 && (/[和与及]/u.test(text[end] as string) || saying.longest(text, end))) break
    const next = inPart >= 2 ? after.longest(text, end) : null
    if (next && (next.end - end > 1 || !isOfDottedName(code))) break
    if (inPart >= (introduced ? 4 : 1) && !isOfDottedName(code) && isOfDottedName(text.charCodeAt(end - 1))) break
    end++
  }
  return end
}
