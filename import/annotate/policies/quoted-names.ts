/**
 * Names in quotation marks with a word for their kind after or inside them, and lists of such names.
 * 启动“清河净水”专项行动; “云溪人才40条”“海英计划”等相继出台; 实施“揽才入云”“归雁还巢”工程
 */

import { oneOf } from '../../characters'
import metaphors from '../../lexicons/quoted-metaphors.json'
import { fold } from '../text/fold'
import { isMark } from '../text/marks'
import { tagOf, wordBounds, type Zone } from '../text/zone'
import { cueBefore, kindAsPrinted } from './kind-words'
import type { PolicySighting } from './policy-group'
import { DEEDS, isReproach, NUMBER_ALONE, type Quoted, type Read, RIGHT_OF_WAY, SUM } from './quoted'
import { kindByCue, kindBySaying, kindOfNext } from './quoted-around'
import { kindAfter, kindFurtherAfter, longer } from './quoted-behind'
import { kindInside } from './quoted-inside'
import { setNameKind } from './set-names'
import { nameBefore } from './unquoted-names'

const METAPHORS = new Set(metaphors.entries.map(fold))
const LONGEST_NAME = 28
const LONGEST_MODIFIER = 10
const SENTENCE = /[。!?;,]/u
/** A kind with a number is a name only behind its field. */
const GENERIC_NAME = /^(?:[一二三四五]年行动|专项行动|行动计划|实施方案|专项整治|百日行动)$/u

/** The sightings of one zone. */
export function findQuotedNames(zone: Zone): PolicySighting[] {
  const text = zone.folded
  const quoted = quotedStretches(text)
  const found: PolicySighting[] = []
  const kinds = new Map<Quoted, Read>()
  for (let i = quoted.length - 1; i >= 0; i--) {
    const quote = quoted[i] as Quoted
    const name = text.slice(quote.from, quote.to)
    if (SENTENCE.test(name) || name.length < 2 || GENERIC_NAME.test(name)) continue
    if (isReproach(text, quote.start)) continue
    // “桥头堡”战略 is a name, “桥头堡” alone a figure of speech.
    if (
      METAPHORS.has(name) &&
      name !== RIGHT_OF_WAY &&
      !/^(?:战略|工程|计划|(?:专项)?行动|专项|[市省县]长负责制)/u.test(text.slice(quote.end, quote.end + 5))
    )
      continue
    const kind =
      longer(kindAfter(zone, quote, name), kindFurtherAfter(zone, quote, name)) ??
      kindInside(zone, name, text, quote) ??
      kindOfNext(text, quote, quoted[i + 1], kinds) ??
      kindByCue(text, quote, name) ??
      kindBySaying(text, quote, name)
    const fixed = setNameKind(name)
    // “双碳”目标 is the strategy it always is, “以旧换新”行动 the campaign that it is here.
    if (kind)
      kinds.set(
        quote,
        fixed && (kind.end === quote.end || !DEEDS.test(text.slice(quote.end, kind.end))) ? { ...kind, kind: fixed } : kind,
      )
  }
  // 推行“甲”“乙丙”: what stands side by side with a name is one too.
  for (let i = 1; i < quoted.length; i++) {
    const quote = quoted[i] as Quoted
    const before = quoted[i - 1] as Quoted
    const name = text.slice(quote.from, quote.to)
    if (kinds.has(quote) || METAPHORS.has(name) || SENTENCE.test(name) || name.length < 3) continue
    const between = text.slice(before.end, quote.start)
    // 推行“甲”和“乙”: two of a kind, where neither bears a noun of its own.
    const joined =
      /^[和与、]$/u.test(between) &&
      kinds.get(before)?.end === before.end &&
      !/^[\p{Script=Han}“]/u.test(text.slice(quote.end, quote.end + 1).replace(/[等后是]/u, ''))
    if (between !== '' && !joined) continue
    const kind = kinds.get(before)?.kind ?? setNameKind(text.slice(before.from, before.to))
    if (kind) kinds.set(quote, { kind, end: quote.end, own: false })
  }
  for (const quote of quoted) {
    const read = kinds.get(quote)
    if (!read) continue
    const { kind, end, own } = read
    const name = zone.text.slice(quote.from, quote.to)
    const whole = zone.text.slice(quote.start, end)
    const modified = !own
      ? quote.start
      : NUMBER_ALONE.test(fold(name))
        ? withoutConnective(text, Math.min(quote.start, nameBefore(zone, quote.start)?.start ?? quote.start), quote.start)
        : text[quote.start - 1] === '双' && cueBefore(text, quote.start - 1) !== null
          ? quote.start - 1
          : SUM.test(fold(name)) && quote.start > 0
            ? wordBounds(zone, quote.start - 1).start
            : modifierBefore(zone, quote.start)
    found.push({
      zone: zone.index,
      start: quote.from,
      end: quote.to,
      kind: kindAsPrinted(kind, whole),
      forms: [
        ...(modified < quote.start ? [zone.text.slice(modified, end)] : []),
        ...(own && end > quote.end ? [whole] : []),
        name,
      ],
      rule: 'quoted-name',
    })
  }
  return found
}

/** “33条”和省“43条”: what joins two names belongs to neither. */
function withoutConnective(text: string, from: number, to: number): number {
  return from < to && /[和与及]/u.test(text[from] as string) ? from + 1 : from
}

/** Where the nouns begin that a set-off name bears before it: 制造业“甲乙丙丁”工程, 乡镇企业“一码通行”改革. A place alone is no modifier. */
function modifierBefore(zone: Zone, start: number): number {
  let word = (zone.wordAt[start] as number) - 1
  let from = start
  let noun = false
  while (word >= 0) {
    const at = zone.starts[word] as number
    const tag = tagOf(zone, word)
    if (
      !/^(?:n(?![rt])|vn|l$|b$|x$)/u.test(tag) ||
      start - at > LONGEST_MODIFIER ||
      cueBefore(zone.folded, zone.starts[word + 1] as number) === at
    )
      break
    noun ||= !/^ns/u.test(tag)
    from = at
    word--
  }
  // Cut off from what stands before it, it would be half a word.
  const whole = from === 0 || isMark(zone.folded.charCodeAt(from - 1)) || cueBefore(zone.folded, from) !== null
  return noun && whole && start - from >= 2 ? from : start
}

const isQuoteOrEnd = oneOf('“‘”’\n')

function quotedStretches(text: string): Quoted[] {
  const found: Quoted[] = []
  const open = { '”': -1, '’': -1 }
  for (let i = 0; i < text.length; i++) {
    if (!isQuoteOrEnd(text.charCodeAt(i))) continue
    const mark = text[i]
    if (mark === '“') open['”'] = i
    else if (mark === '‘') open['’'] = i
    else if (mark === '\n') open['”'] = open['’'] = -1
    else if (mark === '”' || mark === '’') {
      const start = open[mark]
      if (start >= 0 && i - start - 1 <= LONGEST_NAME) found.push({ start, end: i + 1, from: start + 1, to: i })
      open[mark] = -1
    }
  }
  return found.sort((x, y) => x.start - y.start)
}
