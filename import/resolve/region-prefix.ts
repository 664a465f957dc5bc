/** Reads the administrative divisions, and the zone if any, with which the name of a body begins. */
import { chainOf, type Division, divisionsNamed } from '../lexicons/gazetteer'

export interface RegionPrefix {
  /** Code of the lowest division, null where the name begins with none. */
  readonly code: string | null
  /** A new area or development zone after it (长春新区), or null. */
  readonly zone: string | null
  /** What follows. */
  readonly rest: string
}

const LONGEST_NAME = 12
/** 湖北省公安厅 is no office of 公安县. */
const ORGAN_WORDS = /^(?:公安|港口)(?![县区])/u
const ZONE =
  /^([\u4e00-\u9fff]{1,6}?(?:经济技术开发区|高新技术产业开发区|自由贸易试验区|自贸试验区|综合保税区|高新区|经开区|开发区|新区|新城))(.+)$/u

/** The longest run of nested division names at the beginning that leaves something to follow. `within` narrows names that several divisions share. */
export function readRegionPrefix(name: string, within: string | null = null): RegionPrefix {
  let code: string | null = null
  let at = 0
  for (let again = true; again; ) {
    again = false
    for (let length = Math.min(LONGEST_NAME, name.length - at - 1); length >= 2; length--) {
      const named = divisionsNamed(name.slice(at, at + length))
      const next = choose(named, code, within)
      if (next && ORGAN_WORDS.test(name.slice(at))) continue
      // 朝阳区 is many; that it begins like 朝阳市 does not make it that.
      if (!next && named.length > 1 && code === null) break
      if (!next) continue
      code = next.code
      at += length
      // 广西自治区政府: the short name with the kind of division after it.
      if (next.name.endsWith('自治区') && name.startsWith('自治区', at) && at + 3 < name.length) at += 3
      // 香港特区政府: the kind of division by its own short form.
      if (next.name.endsWith('特别行政区') && name.startsWith('特区', at) && at + 2 < name.length) at += 2
      again = true
      break
    }
  }
  const rest = name.slice(at)
  const zone = ZONE.exec(rest)
  if (
    zone?.[1] &&
    zone[2] &&
    /^(?:工|管|党|发|科|经|市|公|财|人|教|委|应|税|自|招|政|综|商|法|社|住|建|生|农|卫|文|组|宣|区)/u.test(zone[2])
  )
    return { code, zone: zone[1], rest: zone[2] }
  return { code, zone: null, rest }
}

function choose(candidates: readonly Division[], above: string | null, within: string | null): Division | null {
  if (above) return candidates.find(({ code }) => code !== above && chainOf(code).includes(above)) ?? null
  if (within) {
    const province = chainOf(within).at(-1)
    const near = candidates.find(({ code }) => province !== undefined && chainOf(code).includes(province))
    if (near) return near
  }
  const [first, second] = candidates
  // A county name that several cities share says nothing by itself.
  return first && (first.level !== 'county' || !second) ? first : null
}
