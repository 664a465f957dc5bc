/** What makes two figures speak of one measure: the wording of the metric and the unit, freed of what only the sentence around them needs. */
import { normaliseName } from './normalise'

const LEADING =
  /^(?:我国|我省|我市|我区|我县|全国|全省|全市|全区|全县|本市|当地|该省|该市|其中|目前|累计|已|已经|共|共有|现有|拥有|实现|完成|达到|达|新增加|总共|\d+大?[类种项个]|[一二三四五六七八九十]+大?[类种项]|合计|全年|当年|今年|去年|规模以上(?=工业增加值$))+/u
const TRAILING = /(?:的?总?数量|总数|总量|总额|总计|规模|情况|(?<=户|家|个|企业|项目|人|单位|平台|机构|学校|医院)数)$/u
const COUNTING =
  /^(?:个|项|家|户|颗|人|名|所|座|台|辆|位|件|条|种|类|处|支|批|只|头|艘|架|套|间|场|次|款|部|门|幅|起|宗|株|棵|村|人次)$/u
const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/地区生产总值|国内生产总值|生产总值|GDP/giu, '生产总值'],
  [/(?:中|的)?(?:所占|占)?(?:占比|比重|比例)$/gu, '占比'],
  [/的/gu, ''],
]

/** The metric as it is compared; `subjects` are names of what it is measured of, which papers repeat in the metric or leave out. */
export function metricKey(metric: string, subjects: readonly string[] = []): string {
  let key = normaliseName(metric)
  for (const subject of [...subjects].sort((a, b) => b.length - a.length)) {
    const name = normaliseName(subject)
    if (name.length >= 2 && key.startsWith(name) && key.length > name.length + 1) {
      key = key.slice(name.length)
      break
    }
  }
  for (const [form, regular] of SYNONYMS) key = key.replace(form, regular)
  const trimmed = key.replace(LEADING, '')
  key = trimmed.length >= 2 ? trimmed : key
  const bare = key.replace(TRAILING, '')
  return bare.length >= 3 ? bare : key
}

/** The unit as it is compared: counting words (个, 项, 家, 户) are one. */
export function unitKey(unit: string): string {
  const key = normaliseName(unit)
    .toLowerCase()
    .replace(/^个百分点$/u, '百分点')
  return COUNTING.test(key) ? '个' : key
}
