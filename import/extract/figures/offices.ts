/** For whom an office stands: what a region's bureau says in numbers is about the region, what a national one says about the nation. */
import { simplified } from '../../../model/simplified'
import type { Claim } from '../../values/statements'
import type { ArticleView } from '../article-view'

/** A party committee or a government as a whole stands for its region (县委、县政府每年安排…). */
export function committeesRegion(view: ArticleView, id: string): string | null {
  const body = view.entity(id)
  if (
    body?.type !== 'organization' ||
    !/(?:[省市县区州盟旗镇乡]委|政府|委[^，]{0,8}领导小组|(?:委|政府)办公[厅室])$/.test(body.name)
  )
    return null
  return regionOfOffice(view, id)
}

/** The body for which the speaker stands; for an office of a region, the region. Scholars speak for nobody. */
export function speakersOwn(view: ArticleView, claim: Claim, words = ''): string | null {
  const speaker = view.entity(claim.speaker)
  if (speaker?.type === 'organization') return regionOfOffice(view, speaker.id, words) ?? speaker.id
  if (speaker?.type !== 'person' || speaker.role === 'expert') return null
  const position = view.officeOf(claim.speaker)
  if (!position) return null
  return position.organization ? (regionOfOffice(view, position.organization, words) ?? position.organization) : position.region
}

/** Offices that count their own work: police, courts, border stations; customs where it is enforcement and no trade. */
const OWN_WORK = /(?:公安[厅局]|分局|支队|大队|总队|派出所|法院|检察院|边检站|检查站|消防救援.*|监狱|邮政局)$/
const ENFORCEMENT = /[查破抓验征缴罚]|打掉|监管|通关|立案|退运/
/** 清理乱停车辆1万辆, 接获申请33宗: what the office itself does and gets, and nothing of its region. */
const OWN_DOING =
  /清理|清运|约谈|巡查|巡回|拉网|接获|接报|查获|检获|逆回购|(?:局方|署方|本局|我局|本署|我署|我委|我厅|我站)[^，,]*$|收到(?:了)?[^，,]{0,6}(?:申请|投诉|提案|建议|举报)?$/
/** 国家税务总局某某市税务局, 中国人民银行某某省分行: the branch is its region's. */
const BRANCH_OF = /^(?:国家[\p{Script=Han}]{1,6}总?局|中国人民银行|人民银行|人行)(?=[\p{Script=Han}]{4})/u
const OFFICE_NAME = /(?:部门|管委会|工委|委员会|办公室|[厅局委办处署部])(?:[（(][^）)]*[）)])?$/
/** Offices of the nation carry no region in their names. */
const NATIONAL = /^(?:国家|国务院|全国|最高|中国人民银行|央行|中国证监会)|^[\p{Script=Han}]{1,8}(?:部|总局|总署)$/u

/** What an office of a region says in numbers is about the region. */
export function regionOfOffice(view: ArticleView, id: string, words = ''): string | null {
  const body = view.entity(id)
  if (body?.type !== 'organization' || OWN_WORK.test(body.name)) return null
  if (body.name.endsWith('海关') && ENFORCEMENT.test(words)) return null
  if (OWN_DOING.test(words)) return null
  const office =
    body.kind === 'government' ||
    body.kind === 'party' ||
    body.kind === 'legislature' ||
    (body.kind === 'other' && OFFICE_NAME.test(body.name))
  if (!office) return null
  const inName = remembered(view, `office:${id}`, () => regionInName(view, body.name.replace(BRANCH_OF, '')))
  if (inName === null && NATIONAL.test(body.name)) return nation(view)
  const seat = body.region ?? inName
  return body.name.endsWith('海关') ? (provinceOfCapital(view, seat) ?? seat) : seat
}

/** The customs of a provincial capital watch over the trade of the province. */
function provinceOfCapital(view: ArticleView, id: string | null): string | null {
  const city = view.entity(id)
  if (city?.type !== 'region' || !/^(?!11|12|31|50)\d\d0100$/.test(city.adcode ?? '')) return null
  const province = `${city.adcode?.slice(0, 2)}0000`
  return view.page.entities.find(e => e.type === 'region' && e.adcode === province)?.id ?? null
}

/** China, where the page names it. */
export function nation(view: ArticleView): string | null {
  const names = new Set(['大陆', '中国', '全国', '我国', '中华人民共和国'])
  return remembered(
    view,
    'nation',
    () => view.page.entities.find(e => e.type === 'region' && e.aliases.some(alias => names.has(simplified(alias))))?.id ?? null,
  )
}

export function regionInName(view: ArticleView, name: string): string | null {
  return (
    view.page.entities.findLast(e => e.type === 'region' && e.aliases.some(alias => alias.length >= 2 && name.startsWith(alias)))
      ?.id ?? null
  )
}

/** What was found once for an article is not looked for again with every figure. */
const memories = new WeakMap<ArticleView, Map<string, string | null>>()

export function remembered(view: ArticleView, key: string, find: () => string | null): string | null {
  const memory = memories.get(view) ?? new Map<string, string | null>()
  memories.set(view, memory)
  if (!memory.has(key)) memory.set(key, find())
  return memory.get(key) ?? null
}

export function isNationalOffice(view: ArticleView, id: string): boolean {
  const body = view.entity(id)
  return body?.type === 'organization' && body.kind === 'government' && NATIONAL.test(body.name)
}
