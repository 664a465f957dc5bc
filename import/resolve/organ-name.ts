/** The regular names of organs of party and state below the centre: 工信厅 is 工业和信息化厅, 一中院 is 第一中级人民法院. Works on what follows the region. */
import shortForms from '../lexicons/department-short-forms.json'
import wholeOrgans from '../lexicons/organ-short-forms.json'

const STEMS = new Map(Object.entries(shortForms.entries))
for (const full of Object.values(shortForms.entries))
  for (const form of [full, withoutJoints(full)]) if (!STEMS.has(form)) STEMS.set(form, full)
const ORGANS = regularForms(wholeOrgans.organs)
const ASSOCIATIONS = regularForms(wholeOrgans.associations)

/** Short and full name → the full name as this module writes it. */
function regularForms(entries: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(entries).flatMap(([short, full]) =>
      [short, full, withoutJoints(full)].map(form => [form, withoutJoints(full)]),
    ),
  )
}

/** The regular form of a mass organization or an office that serves the public, without its region (妇联), or null. */
export function regularAssociationName(rest: string): string | null {
  return ASSOCIATIONS.get(rest) ?? null
}

const LONGEST_STEM = Math.max(...[...STEMS.keys()].map(stem => stem.length))

const FIXED: readonly (readonly [RegExp, string])[] = [
  [/^(?:人民)?政府$/u, '人民政府'],
  [/^(?:人民)?政府办(?:公厅|公室)?$/u, '人民政府办公厅'],
  [/^(?:人大常委会|人民代表大会常务委员会|人大常务委员会)$/u, '人民代表大会常务委员会'],
  [/^(?:人大|人民代表大会)$/u, '人民代表大会'],
  [/^(?:政协|政治协商会议|政协委员会|委员会政协)$/u, '政治协商会议'],
  [/^(?:委|委员会|党委)$/u, '委'],
  [/^(?:委常委会|委常务委员会)$/u, '委常委会'],
  [/^(?:纪委监委|纪律检查委员会监察委员会)$/u, '纪委监委'],
  [/^(?:纪委|纪律检查委员会)$/u, '纪律检查委员会'],
  [/^(?:监委|监察委员会)$/u, '监察委员会'],
  [/^(?:高院|高级人民法院|高级法院)$/u, '高级人民法院'],
  [/^(?:中院|中级人民法院|中级法院)$/u, '中级人民法院'],
  [/^(?:法院|人民法院)$/u, '人民法院'],
  [/^(?:检察院|人民检察院)$/u, '人民检察院'],
  [/^(?:管委会|管理委员会)$/u, '管理委员会'],
  [/^(?:总工会|工会)$/u, '总工会'],
  [/^(?:团委|共青团委|委共青团|共青团委员会|团[省市区县州]委)$/u, '团委'],
]
const ORDINAL_COURT = /^第?([一二三四五六])(?:中院|中级人民法院|中级法院)$/u
const PARTY_OFFICE = /^委(组织部|宣传部|统战部|统一战线工作部|政法委员会|政法委|办公厅|办公室|办|党校|社会工作部|社工部)$/u
const PARTY_FULL: Readonly<Record<string, string>> = {
  统战部: '统一战线工作部',
  政法委: '政法委员会',
  办: '办公室',
  社工部: '社会工作部',
}
const DEPARTMENT = /^((?:(?:人民)?政府)?)(.+?)(委员会|委办|办公室|委|厅|局|办)$/u
const SUB_UNIT = /^(.+?(?:委员会|办公室|厅|局))([^厅局]{2,}(?:处|科|室|中心|支队|大队|分局|部))$/u

/** The regular form of an organ's name without its region, or null where it is no organ. */
export function regularOrganName(rest: string): string | null {
  const whole = ORGANS.get(rest) ?? ASSOCIATIONS.get(rest)
  if (whole !== undefined) return whole
  for (const [form, regular] of FIXED) if (form.test(rest)) return regular
  const court = ORDINAL_COURT.exec(rest)
  if (court) return `第${court[1]}中级人民法院`
  const party = PARTY_OFFICE.exec(rest)
  if (party?.[1]) return `委${PARTY_FULL[party[1]] ?? party[1]}`
  const unit = SUB_UNIT.exec(rest)
  if (unit?.[1] && unit[2]) {
    const body = regularOrganName(unit[1])
    if (body) return `${body}/${unit[2].replace('交警', '交通警察')}`
  }
  const department = DEPARTMENT.exec(rest)
  if (!department?.[2] || !department[3]) return null
  const suffix = department[3] === '委' ? '委员会' : department[3] === '办' ? '办公室' : department[3]
  return expandStem(department[2]) + suffix
}

/** Expands every abbreviated part of a stem and drops the words between parts: 文旅 and 文化和旅游 both become 文化旅游. */
function expandStem(stem: string): string {
  const whole = STEMS.get(stem)
  if (whole) return withoutJoints(whole)
  for (let length = Math.min(LONGEST_STEM, stem.length - 1); length >= 2; length--) {
    const head = STEMS.get(stem.slice(0, length))
    if (head) return withoutJoints(head) + expandStem(stem.slice(length).replace(/^[和与、]/u, ''))
  }
  return withoutJoints(stem)
}

function withoutJoints(stem: string): string {
  return stem.replace(/[和与、]/gu, '')
}
