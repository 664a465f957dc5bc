/**
 * The other name that a text gives a policy behind its name, and the number of its articles.
 * 《云溪市支持外贸若干措施》（简称“外贸20条”）, “高技能人员通行计划”（即“高技通”）, 《云溪市引才若干措施》，共28条，业界称之为“引才28条”
 */
import type { Zone } from '../text/zone'
import type { PolicySighting } from './policy-group'

const REACH = 48
const GIVES_NAME =
  /^[》”]?(?:[(][^()]{0,16}[)])?[》”]?[,(]{0,2}(?:共\d{1,3}条[,;])?[^\n。;,“”《》]{0,6}?(?:简称|下称|俗称|又称|也称|称之为|称为|誉为|即)[:为]?[“《]([^“”《》\n]{2,14})[”》]/u
const COUNTS =
  /^[》”]?(?:[(][^()]{0,16}[)])?[》”]?[,(]{0,2}(?:全文|一?共|推出|提出|包括|包含|含)?(\d{1,3}|[一二三四五六七八九十]{1,3})条(?![例款])/u
/** The kind alone: what 《办法》 means is read from the titles. */
const KIND_ALONE =
  /^(?:总体|实施|工作|行动|指导|若干|管理|暂行)?(?:规划|计划|方案|意见|决定|通知|措施|政策|办法|条例|规定|纲要|细则|报告|要点|法|法案)$/u

/** The sightings, those that a nickname or a number follows with it. */
export function withNicknames(sightings: readonly PolicySighting[], zones: readonly Zone[]): PolicySighting[] {
  const zoneOf = new Map(zones.map(zone => [zone.index, zone]))
  return sightings.map(sighting => {
    const zone = zoneOf.get(sighting.zone)
    if (!zone || sighting.rule === 'short-title') return sighting
    const after = zone.folded.slice(sighting.end, sighting.end + REACH)
    const given = /[称即誉]/u.test(after) ? GIVES_NAME.exec(after) : null
    const nickname = given?.[1]
    const number = sighting.rule === 'title' ? COUNTS.exec(after)?.[1] : undefined
    const named = nickname && !KIND_ALONE.test(nickname)
    if (!named && !number) return sighting
    const at = named ? sighting.end + (given?.[0].length ?? 0) - 1 - nickname.length : 0
    return {
      ...sighting,
      forms: named ? [...sighting.forms, zone.text.slice(at, at + nickname.length)] : sighting.forms,
      number: number ?? sighting.number,
    }
  })
}
