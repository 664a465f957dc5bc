/** Finds bodies of reference data: 国家能源局, 中科院, 新华社. */
import bodyWords from '../../lexicons/body-words.json'
import type { OrganizationFind } from '../finds'
import { titleLexicon } from '../people/title-lexicon'
import { isWordStart, tagAt, type Zone } from '../text/zone'
import { bodyLexicon } from './body-lexicon'
import { withCampus } from './left-of-ending'

/** Parts of speech that before 环保部, 教育部 make a longer name of a division. */
const PART_OF_DIVISION = /^(?:n|vn|an|j|b)$/u
const OF_UNIVERSITY = /^(?:[副]?教授|博士|硕士|研究|校|学[院者生]|附|党委|团队|师生|毕业|经济|法学|新闻|医学|中文|[、，和与及])/u
const ordinary = new Set(bodyWords.ordinary)

/** Known bodies of a zone in reading order. A short form counts where words of the text begin and end with it. */
export function findKnown(zone: Zone): OrganizationFind[] {
  const { known } = bodyLexicon()
  const { heads } = titleLexicon()
  const text = zone.folded
  const found: OrganizationFind[] = []
  for (let at = known.next(text, zone.pairs, 0); at < text.length; at = known.next(text, zone.pairs, at + 1)) {
    const hit = known.longest(text, at)
    if (!hit) continue
    const form = text.slice(at, hit.end)
    const whole =
      isWordStart(zone, at) &&
      (isWordStart(zone, hit.end) || heads.longest(text, hit.end) !== null || (form.length >= 4 && tagAt(zone, at) === 'nt'))
    if (ordinary.has(form) || !(whole || form.length >= 5) || (form.length <= 3 && !whole)) continue
    // 云岭国家公园管理局 is none of the country.
    if (form.startsWith('国家公园') && at > 0 && /^n/u.test(tagAt(zone, at - 1))) continue
    // 财政部门, 教育部门
    if (text[hit.end] === '门' && form.endsWith('部')) continue
    // 安全环保部 is a division of some company.
    if (
      form.length <= 3 &&
      form.endsWith('部') &&
      at > 0 &&
      PART_OF_DIVISION.test(tagAt(zone, at - 1)) &&
      !/(?:国家|我国|原|中国|会同)$/u.test(text.slice(Math.max(0, at - 2), at))
    )
      continue
    // 云大, 上大 are universities where somebody of them is named, and parts of other words elsewhere.
    if (
      /^\p{Script=Han}大$/u.test(form) &&
      hit.value.kind === 'university' &&
      !OF_UNIVERSITY.test(text.slice(hit.end, hit.end + 3))
    )
      continue
    // 全国人大代表 is a title, not the congress.
    if (/^(?:代表|委员)(?!大?会)/u.test(text.slice(hit.end, hit.end + 4)) && /(?:人大|政协)$/u.test(form)) continue
    // 中国石油大学(华东)
    const end = hit.value.kind === 'university' ? withCampus(text, hit.end) : hit.end
    found.push({
      zone: zone.index,
      start: at,
      end,
      rule: 'known-body',
      kind: hit.value.kind,
      region: hit.value.region ?? null,
      stem: end > hit.end ? hit.value.name + text.slice(hit.end, end) : hit.value.name,
      ownRegion: true,
      parentEnd: null,
      form: form === hit.value.name ? 'name' : 'short',
    })
    at = end - 1
  }
  return found
}
