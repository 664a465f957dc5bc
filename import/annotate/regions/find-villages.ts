/** Finds villages that stand without a region before them, by who lives there or by the verb that leads there: 一早,张楼村蒜农…, 走进赵屯村. */
import { isMark } from '../text/marks'
import { isWordStart, tagAt, wordBounds, type Zone } from '../text/zone'

/** Whether the stretch begins with a word of the language that is no name (度假, 奥运). */
function isWord(zone: Zone, start: number, end: number): boolean {
  const word = wordBounds(zone, start)
  return word.end > end || (word.end - word.start > 1 && !/^n[rsz]/u.test(tagAt(zone, start)))
}

/** Words of the language that end in 村 or name a kind of village. */
const KIND_OF_VILLAGE =
  /(?:[全各该本此某每多整农乡山渔古新老小大城个出入进驻帮下示范户]|行政|自然|贫困|中心|重点|文明|特色|美丽|明星|先进|部分|少数|许多|周边|沿线|沿江|附近|邻近|大多|多数|旅游|民俗|传统|试点|薄弱|空壳|移民|搬迁|脱贫|同|外|邻|两|几|一|二|三|四|五|六|七|八|九|十|中|边|郊|度假|奥运|亚运|冬奥|运动员|选手|媒体|地球|影视)$/u
/** What stands behind the name of a village: who lives there, or who is at its head. */
const OF_VILLAGE =
  /^(?:村民|党支部|党总支|村委会|村支|支部|第一书记|支书|驻村|[\u4e00-\u9fff]{0,2}(?:农|大户|种植户|养殖户|脱贫户|贫困户|能人|妇女)(?![业村机田民户产]))/u

/** What leads to a place, and what may stand behind the village that it leads to. */
const INTO_VILLAGE = /(?:走进|来到|来自|位于|地处|走访|前往|赶到|家住|驱车|回到|在|到|从)$/u
const BEHIND_PLACE = /^(?:[,。;!?、的里]|看到|采访|调研|一组|二组|三组)/u

/** Villages that stand without a region before them: 一早,张楼村蒜农…, 在李宝村村民…. */
export function villages(zone: Zone): { start: number; end: number }[] {
  const text = zone.folded
  const found: { start: number; end: number }[] = []
  for (let at = text.indexOf('村'); at >= 0; at = text.indexOf('村', at + 1)) {
    const peopled = OF_VILLAGE.test(text.slice(at + 1, at + 7))
    if (!peopled && !BEHIND_PLACE.test(text.slice(at + 1, at + 3))) continue
    for (let length = 2; length <= 4; length++) {
      const start = at - length
      if (start < 0 || isMark(text.charCodeAt(start))) break
      const into = INTO_VILLAGE.test(text.slice(Math.max(0, start - 2), start))
      const opens = into || start === 0 || isMark(text.charCodeAt(start - 1)) || /[由对是的]/u.test(text[start - 1] as string)
      if (!opens || !isWordStart(zone, start)) continue
      const name = text.slice(start, at)
      const named = !KIND_OF_VILLAGE.test(name) && !/[的了着在和与是有为]/u.test(name)
      if (named && (peopled || (into && !isWord(zone, start, at)))) found.push({ start, end: at + 1 })
      break
    }
  }
  return found
}
