/**
 * Names without quotation marks that a pattern of their own tells, whatever brings them in.
 * 链长制, 闽宁协作, 暖心托幼、便民出行、文明养犬等民生工程, 20项民生工程
 */
import regionNames from '../../lexicons/region-names.json'
import type { Zone } from '../text/zone'
import { type PolicySighting, sightingAt } from './policy-group'

/** The sightings of one zone. */
export function findPatternedNames(zone: Zone): PolicySighting[] {
  return [...findHeadSystems(zone), ...findPartnerships(zone), ...findListed(zone), ...findDeedsForAll(zone)]
}

/** 湖长制, 链长制: one answers for each. */
function findHeadSystems(zone: Zone): PolicySighting[] {
  const text = zone.folded
  const found: PolicySighting[] = []
  for (let at = text.indexOf('长制'); at > 0; at = text.indexOf('长制', at + 2)) {
    const from = text[at - 1] === '湖' && text[at - 2] === '河' ? at - 2 : at - 1
    if (!/[河湖林田路链山街巷片点楼警校湾塘渠库]/u.test(text[at - 1] as string) || /[造度]/u.test(text[at + 2] ?? '')) continue
    found.push(sightingAt(zone, from, at + 2, 'regulation', 'head-system'))
  }
  return found
}

const PARTNERS = new RegExp(`[${Object.keys(regionNames.letters).join('')}]{2}(?:东西部|扶贫|对口|劳务|消费|帮扶){0,2}$`, 'u')

/** 苏陕协作, 闽宁对口协作: two provinces by their letters. */
function findPartnerships(zone: Zone): PolicySighting[] {
  const text = zone.folded
  const found: PolicySighting[] = []
  for (let at = text.indexOf('协作'); at > 0; at = text.indexOf('协作', at + 2)) {
    const pair = PARTNERS.exec(text.slice(Math.max(0, at - 7), at))
    if (!pair) continue
    const start = at - pair[0].length
    found.push(sightingAt(zone, start, at + 2, 'programme', 'partnership'))
  }
  return found
}

/** 围绕暖心托幼、便民出行、文明养犬等民生工程: a row of set phrases that are called projects. */
function findListed(zone: Zone): PolicySighting[] {
  const text = zone.folded
  const found: PolicySighting[] = []
  for (let at = text.indexOf('等'); at > 0; at = text.indexOf('等', at + 1)) {
    if (!/^等(?:[\u4e00-\u9fff]{2,4})?(?:工程|行动|计划)/u.test(text.slice(at, at + 8))) continue
    const ends: number[] = []
    for (let end = at; end >= 4 && ends.length < 12; end -= 5) {
      if (!/^[\u4e00-\u9fff]{4}$/u.test(text.slice(end - 4, end))) break
      ends.push(end)
      if (text[end - 5] !== '、') break
    }
    if (ends.length < 3) continue
    for (const end of ends.reverse()) found.push(sightingAt(zone, end - 4, end, 'programme', 'listed-name'))
  }
  return found
}

/** 20项民生工程, 十件民生实事: what an office promises its people each year. */
function findDeedsForAll(zone: Zone): PolicySighting[] {
  const text = zone.folded
  const found: PolicySighting[] = []
  for (let at = text.indexOf('民生'); at > 0; at = text.indexOf('民生', at + 2)) {
    if (!/^民生(?:工程|实事)/u.test(text.slice(at, at + 4))) continue
    const count = /(?:\d{1,3}|[一二三四五六七八九十]{1,3})[项件大]$/u.exec(text.slice(Math.max(0, at - 5), at))
    if (!count) continue
    const start = at - count[0].length
    found.push(sightingAt(zone, start, at + 4, 'programme', 'deeds-for-all'))
  }
  return found
}
