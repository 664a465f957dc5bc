/** The people, bodies, regions and policies that generated articles speak of; the popular ones stand first in each list. */
import { DIVISIONS, type Division, divisionOf } from '../import/lexicons/gazetteer'
import nameFrequencies from '../import/lexicons/name-frequencies.json'
import type { OrganizationKind, PersonRole, PolicyKind } from '../model/vocabulary'
import { Random, Zipf } from './random'

export interface WorldOrganization {
  readonly name: string
  /** As articles call it later on. */
  readonly short: string
  readonly kind: OrganizationKind
  readonly seat: Division
}

export interface WorldPerson {
  readonly name: string
  readonly role: PersonRole
  readonly title: string
  /** Place in `organizations`; null for the head of a region. */
  readonly organization: number | null
  readonly region: Division | null
}

export interface WorldPolicy {
  /** Without title marks. */
  readonly name: string
  readonly kind: PolicyKind
}

export interface World {
  readonly people: readonly WorldPerson[]
  readonly organizations: readonly WorldOrganization[]
  readonly policies: readonly WorldPolicy[]
  readonly regions: readonly Division[]
  /** Places in `organizations` of papers, and in `people` of journalists, who sign articles and do not speak. */
  readonly papers: readonly number[]
  readonly journalists: readonly number[]
}

export interface WorldSizes {
  readonly people: number
  readonly organizations: number
  readonly policies: number
}

const DEPARTMENTS: readonly (readonly [full: string, short: string])[] = [
  ['科学技术', '科技'],
  ['工业和信息化', '工信'],
  ['人力资源和社会保障', '人社'],
  ['农业农村', '农业农村'],
  ['生态环境', '生态环境'],
  ['交通运输', '交通运输'],
  ['文化和旅游', '文旅'],
  ['住房和城乡建设', '住建'],
  ['自然资源', '自然资源'],
  ['市场监督管理', '市场监管'],
  ['应急管理', '应急管理'],
  ['医疗保障', '医保'],
  ['教育', '教育'],
  ['财政', '财政'],
  ['民政', '民政'],
  ['商务', '商务'],
  ['水利', '水利'],
  ['统计', '统计'],
]
const TRADES =
  '新能源 生物医药 装备制造 新材料 汽车零部件 食品 农业发展 环保科技 智能装备 物流 建设工程 航空科技 海洋科技 纺织 化工'.split(
    ' ',
  )
const FIELDS = '理工 农业 师范 医科 财经 工业 交通 海洋 林业 科技'.split(' ')
const BRANDS = '华鑫恒盛泰瑞宏远达兴隆凯博康源通联汇丰佳润德诚信宝龙腾飞翔云海天蓝绿金银星辰光明阳春江河山川'
const TOPICS =
  '数字经济 绿色低碳 乡村产业 人才引进 现代物流 海洋产业 科技创新 民营经济 文化遗产 医养结合 冷链仓储 节水灌溉 老旧小区 夜间消费 职业技能 工业互联 低空运输 森林防火 水土保持 城市更新 托育服务 粮食仓储 跨境贸易 冰雪旅游 家政服务'.split(
    ' ',
  )
const POLICY_KINDS: readonly (readonly [ending: string, kind: PolicyKind])[] = [
  ['行动计划', 'plan'],
  ['实施方案', 'plan'],
  ['发展规划', 'plan'],
  ['管理办法', 'regulation'],
  ['促进条例', 'regulation'],
  ['若干措施', 'document'],
  ['实施意见', 'document'],
]
const TITLES: Readonly<Partial<Record<OrganizationKind, readonly (readonly [title: string, role: PersonRole])[]>>> = {
  company: [
    ['董事长', 'executive'],
    ['总经理', 'executive'],
    ['副总经理', 'executive'],
    ['总工程师', 'expert'],
    ['车间主任', 'worker'],
  ],
  university: [
    ['校长', 'expert'],
    ['副校长', 'expert'],
    ['教授', 'expert'],
    ['副教授', 'expert'],
  ],
  research: [
    ['院长', 'expert'],
    ['副院长', 'expert'],
    ['研究员', 'expert'],
  ],
  association: [
    ['会长', 'executive'],
    ['秘书长', 'executive'],
  ],
}
const JOURNALISTS = 0.05

/** The world of a seed. People's names repeat as they do in life: many share one, and their offices tell them apart. */
export function makeWorld(seed: number, sizes: WorldSizes): World {
  const random = new Random(seed, 1)
  const regions = (['province', 'prefecture', 'county'] as const).flatMap(level =>
    random.shuffle(DIVISIONS.filter(division => division.level === level && !/^(?:71|81|82)/u.test(division.code))),
  )
  const organizations = makeOrganizations(random, sizes.organizations, regions)
  const papers = indexes(organizations, ({ kind }) => kind === 'media')
  const people = makePeople(random, sizes.people, organizations, papers, regions)
  return {
    people,
    organizations,
    policies: makePolicies(random, sizes.policies, regions),
    regions,
    papers,
    journalists: indexes(people, ({ role }) => role === 'journalist'),
  }
}

function makeOrganizations(random: Random, size: number, regions: readonly Division[]): WorldOrganization[] {
  const popular = new Zipf(regions.length)
  const made = new Map<string, WorldOrganization>()
  while (made.size < size) {
    const seat = regions[popular.draw(random)] as Division
    const body = makeOrganization(random, seat)
    if (body && !made.has(body.name)) made.set(body.name, body)
  }
  return [...made.values()]
}

function makeOrganization(random: Random, seat: Division): WorldOrganization | null {
  const kind = random.next()
  const city = (seat.level === 'county' && seat.parent ? divisionOf(seat.parent) : seat) ?? seat
  if (kind < 0.45) {
    // A county's name alone is shared by several.
    if (seat.level === 'county') return null
    const [full, short] = random.pick(DEPARTMENTS)
    const tail = seat.level === 'province' && !seat.name.endsWith('市') ? '厅' : '局'
    return { name: seat.name + full + tail, short: seat.name + short + tail, kind: 'government', seat }
  }
  if (kind < 0.82) {
    const brand = pickBrand(random)
    const trade = random.pick(TRADES)
    return { name: `${city.short}${brand}${trade}有限公司`, short: brand + trade, kind: 'company', seat: city }
  }
  if (kind < 0.88) {
    const name = `${city.short}${random.pick(FIELDS)}大学`
    return { name, short: name, kind: 'university', seat: city }
  }
  if (kind < 0.92) {
    const name = `${city.short}${random.pick(TRADES)}研究院`
    return { name, short: name, kind: 'research', seat: city }
  }
  if (kind < 0.96) {
    const name = `${city.short}${random.pick(TRADES)}行业协会`
    return { name, short: name, kind: 'association', seat: city }
  }
  const name = `${city.short}${random.pick(['日报', '晚报', '晨报', '商报'])}`
  return { name, short: name, kind: 'media', seat: city }
}

function pickBrand(random: Random): string {
  const characters = [...BRANDS]
  return random.pick(characters) + random.pick(characters) + (random.chance(0.4) ? random.pick(characters) : '')
}

function makePeople(
  random: Random,
  size: number,
  organizations: readonly WorldOrganization[],
  papers: readonly number[],
  regions: readonly Division[],
): WorldPerson[] {
  const speaking = indexes(organizations, ({ kind }) => kind !== 'media')
  const popularBody = new Zipf(speaking.length)
  const popularRegion = new Zipf(regions.length)
  return Array.from({ length: size }, (): WorldPerson => {
    const name = makeName(random)
    if (random.chance(JOURNALISTS))
      return { name, role: 'journalist', title: '记者', organization: random.pick(papers), region: null }
    if (random.chance(0.15)) {
      const region = regions[popularRegion.draw(random)] as Division
      return { name, role: 'official', title: (random.chance(0.5) ? '' : '副') + headOf(region), organization: null, region }
    }
    const organization = speaking[popularBody.draw(random)] as number
    const { kind, name: body } = organizations[organization] as WorldOrganization
    const [title, role] =
      kind === 'government'
        ? ([(random.chance(0.4) ? '' : '副') + (body.endsWith('厅') ? '厅长' : '局长'), 'official'] as const)
        : random.pick(TITLES[kind] ?? ([['负责人', 'other']] as const))
    return { name, role, title, organization, region: null }
  })
}

function headOf({ name, level }: Division): string {
  const last = name.at(-1) as string
  if (/自治区$/u.test(name)) return '主席'
  if ('省市县区州盟旗'.includes(last)) return `${last}长`
  return level === 'county' ? '区长' : '专员'
}

function makeName(random: Random): string {
  const surnames = [...nameFrequencies.surnames]
  const given = [...nameFrequencies.given]
  const surname = surnames[popularSurname.draw(random) % surnames.length] as string
  // Given names are no less uneven than surnames.
  const draw = () => given[Math.floor(random.next() * random.next() * given.length)] as string
  return surname + draw() + (random.chance(0.75) ? draw() : '')
}
const popularSurname = new Zipf(100)

function makePolicies(random: Random, size: number, regions: readonly Division[]): WorldPolicy[] {
  const popular = new Zipf(400)
  const made = new Map<string, WorldPolicy>()
  while (made.size < size) {
    const region = regions[popular.draw(random)] as Division
    const [ending, kind] = random.pick(POLICY_KINDS)
    const name = region.name + random.pick(TOPICS) + ending
    made.set(name, { name, kind })
  }
  return [...made.values()]
}

function indexes<T>(list: readonly T[], holds: (value: T) => boolean): number[] {
  return list.flatMap((value, index) => (holds(value) ? [index] : []))
}
