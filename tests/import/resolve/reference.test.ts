/** What reference data keeps apart stays apart when its names are read. */
import { DIVISIONS } from '../../../import/lexicons/gazetteer'
import laws from '../../../import/lexicons/laws.json'
import nationalBodies from '../../../import/lexicons/national-bodies.json'
import policySynonyms from '../../../import/lexicons/policy-synonyms.json'
import wellKnownBodies from '../../../import/lexicons/well-known-bodies.json'
import { compareNames } from '../../../import/resolve/compare-names'
import { readOrganizationName } from '../../../import/resolve/organization-name'
import { readPolicyTitle } from '../../../import/resolve/policy-title'
import { readRegionName } from '../../../import/resolve/region-name'

/** Sets of names that are read as one. */
function meeting(names: Iterable<string>, keyOf: (name: string) => string): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>()
  for (const name of new Set(names)) groups.set(keyOf(name), [...(groups.get(keyOf(name)) ?? []), name])
  return [...groups.values()].filter(group => group.length > 1)
}

describe('names of reference data', () => {
  it('of bodies are never one, but where a body stands there twice', () => {
    const names = [...nationalBodies.entries, ...wellKnownBodies.entries].map(({ name }) => name)
    expect(meeting(names, name => readOrganizationName(name).key)).toEqual([['中交二公局', '中交第二公路工程局']])
  })

  it('of divisions are never one, nor are the organs of two provinces or cities', () => {
    const named = DIVISIONS.filter(({ name }) => !readRegionName(name).key.startsWith('region|ambiguous|'))
    // A city without counties stands there with its own name below it.
    expect(meeting(new Set(named.map(({ name }) => name)), name => readRegionName(name).key)).toEqual([])
    const organs = ['公安局', '人民政府', '中级人民法院', '妇联', '委组织部', '外办', '第一人民医院', '第一中学']
    const cities = DIVISIONS.filter(({ level }) => level !== 'county')
    const bodies = cities.flatMap(({ name }) => organs.map(organ => name + organ))
    expect(meeting(bodies, name => readOrganizationName(name).key)).toEqual([])
  })

  it('of policies and laws are never one', () => {
    const names = [...policySynonyms.entries.map(({ name }) => name), ...laws.entries]
    expect(meeting(names, name => readPolicyTitle(name).key)).toEqual([])
  })
})

describe('organs of a city by their usual short forms', () => {
  it.each(
    `交委 交通运输委员会|城管委 城市管理委员会|市场监管委 市场监督管理委员会|退役军人局 退役军人事务局|机关事务局 机关事务管理局|外办 外事办公室
     编办 机构编制委员会办公室|民宗局 民族宗教事务局|国动办 国防动员办公室|审批局 行政审批局|教体局 教育体育局|旅发委 旅游发展委员会|工信委 工业和信息化委员会
     规划资源局 规划和自然资源局|自规局 自然资源和规划局|资规局 自然资源和规划局|粮储局 粮食和物资储备局|疾控局 疾病预防控制局|房管局 住房保障和房屋管理局
     妇联 妇女联合会|残联 残疾人联合会|文联 文学艺术界联合会|科协 科学技术协会|侨联 归国华侨联合会|工商联 工商业联合会|红会 红十字会|团委 共青团委员会
     委网信办 委网络安全和信息化委员会办公室|委改革办 委全面深化改革委员会办公室|委编办 委机构编制委员会办公室|委统战部 委统一战线工作部
     政府研究室 人民政府研究室|交警支队 公安局交通警察支队|疾控中心 疾病预防控制中心|公积金中心 住房公积金管理中心`
      .split(/\s*[|\n]\s*/)
      .map(pair => pair.split(' ') as [string, string]),
  )('%s is %s', (short, full) => {
    expect(compareNames('organization', `武汉市${short}`, `武汉市${full}`).judgement).toBe('same')
    expect(compareNames('organization', `武汉市${short}`, `宜昌市${full}`).judgement).toBe('different')
  })
})
