/** Finds divisions and regiments of the Xinjiang Production and Construction Corps: 新疆生产建设兵团第八师, 第一师阿拉尔市, 第十四师二二四团党委. */

import { matches } from '../../matches'
import type { OrganizationFind, RegionFind } from '../finds'
import { lastStartingBefore } from '../text/search'
import type { Zone } from '../text/zone'

const DIVISION =
  /(?:(?:新疆生产建设)?兵团)?第[一二三四五六七八九十]{1,3}师(?:[\u4e00-\u9fff]{2,5}市)?(?:第?[一二三四五六七八九十〇○零百\d]{1,5}团(?:场|镇)?)?(党委|政法委|纪委监委|纪委|团委)?/gu

/** The finds of a zone that speaks of the Corps; elsewhere 第八师 is a division of some army. */
export function findCorps(zone: Zone, regions: readonly RegionFind[]): OrganizationFind[] {
  const text = zone.folded
  if (!/兵团|团场|师市/u.test(text)) return []
  const found: OrganizationFind[] = []
  for (const { 0: name, 1: party, index } of matches(text, DIVISION)) {
    const end = index + name.length
    const city = regions[lastStartingBefore(regions, end)]
    found.push({
      zone: zone.index,
      start: index,
      end,
      rule: 'corps',
      kind: party && party !== '团委' ? 'party' : 'government',
      region: city && city.start >= index ? city.key : null,
      stem: name.replace(/^(?:新疆生产建设)?兵团/u, '').replace(/(师)[\u4e00-\u9fff]{2,5}市/u, '$1'),
      ownRegion: true,
      parentEnd: party ? end - party.length : null,
      form: 'name',
    })
  }
  return found
}
