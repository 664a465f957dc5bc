/** Finds companies by the code of their shares behind the name: 洲际电讯(6183)公布业绩, 明源新材(300123.SZ). */
import type { OrganizationFind } from '../finds'
import { isMark } from '../text/marks'
import { isWordStart, tagAt, wordBounds, type Zone } from '../text/zone'

const CODE = /^\((?:股票代码[:：]?|股份代号[:：]?)?[\d×*]{4,6}(?:\.(?:HK|SH|SZ|BJ|hk|sh|sz))?\)/u
/** What a company is said to be before its name: 连锁集团百味…(6183), 内房股海拓…(6184). */
const ROLE = /^(?:集团|公司|企业|巨头|龙头|商|\p{Script=Han}{1,3}股)$/u
const LONGEST = 8

export function findListed(zone: Zone, bodies: readonly OrganizationFind[]): OrganizationFind[] {
  const text = zone.folded
  const ends = new Set(bodies.filter(({ rule }) => rule !== 'brand-and-trade').map(({ end }) => end))
  const found: OrganizationFind[] = []
  for (let open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
    if (ends.has(open) || !CODE.test(text.slice(open, open + 20))) continue
    let start = open
    while (start > 0 && open - start < LONGEST && !isMark(text.charCodeAt(start - 1))) {
      const word = wordBounds(zone, start - 1)
      if (start < open && ROLE.test(text.slice(word.start, start))) break
      if (/^(?:[pcrdu]|u.*|t)$/u.test(tagAt(zone, start - 1)) || /[的在和与及]/u.test(text[start - 1] as string)) break
      start = Math.min(word.start, start - 1)
    }
    if (open - start < 2 || open - start > LONGEST || !isWordStart(zone, start) || /^[\d年月日]+$/u.test(text.slice(start, open)))
      continue
    found.push({
      zone: zone.index,
      start,
      end: open,
      rule: 'listed-with-code',
      kind: 'company',
      region: null,
      stem: text.slice(start, open),
      ownRegion: false,
      parentEnd: null,
      form: 'name',
    })
  }
  return found
}
