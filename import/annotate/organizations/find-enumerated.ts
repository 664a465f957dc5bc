/** Finds companies that only a list shows: 推荐临江汽车、云图等28户企业, 以海拓、明源微等为龙头. */
import type { OrganizationFind } from '../finds'
import { isMark } from '../text/marks'
import { tagAt, wordBounds, type Zone } from '../text/zone'

const AFTER =
  /^等(?:一批|一大批|多家|数家|[0-9一二三四五六七八九十百]+余?[多]?[家户个])?(?:知名|重点|龙头|头部|骨干|本土|大型|国内|国外|海外|行业|领军|优质|上市|民营|国有|链主|老字号|["“]老字号["”]){0,3}(?:企业|公司)(?!家)/u
const LEADING = /^等?(?:企业)?为(?:龙头|骨干|代表|链主)/u

export function findEnumerated(zone: Zone, bodies: readonly OrganizationFind[]): OrganizationFind[] {
  const text = zone.folded
  const found: OrganizationFind[] = []
  const covered = new Uint8Array(text.length)
  for (const body of bodies) covered.fill(1, body.start, body.end)
  for (let at = text.indexOf('等'); at >= 0; at = text.indexOf('等', at + 1)) {
    const tail = text.slice(at, at + 24)
    const leading = LEADING.test(tail)
    if (!AFTER.test(tail) && !leading) continue
    let end = at
    for (let turn = 0; turn < 8; turn++) {
      let start = end
      while (start > 0 && end - start < 12 && !isMark(text.charCodeAt(start - 1))) {
        const word = wordBounds(zone, start - 1)
        const form = text.slice(word.start, start)
        if (
          /^(?:p|c|v|u.*|d|r)$/u.test(tagAt(zone, start - 1)) &&
          (form.length > 1 || /[与和及以的在了着过从对向由为]/u.test(form))
        )
          break
        start = Math.min(word.start, start - 1)
      }
      const taken = covered.subarray(start, end).includes(1)
      if (!taken && isName(zone, start, end))
        found.push({
          zone: zone.index,
          start,
          end,
          rule: leading ? 'named-as-leader' : 'listed-company',
          kind: 'company',
          region: null,
          stem: text.slice(start, end),
          ownRegion: false,
          parentEnd: null,
          form: 'name',
        })
      if (text[start - 1] !== '、') break
      end = start - 1
    }
  }
  return found
}

/** Two to six characters that are not all words of the language. */
function isName(zone: Zone, start: number, end: number): boolean {
  if (end - start < 2 || end - start > 6) return false
  let singles = 0
  for (let at = start; at < end; ) {
    const word = wordBounds(zone, at)
    if (word.end - word.start === 1) singles++
    else if (/^(?:nz|nr|nt)/u.test(tagAt(zone, at))) return true
    at = word.end
  }
  return singles >= 2
}
