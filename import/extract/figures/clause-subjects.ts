/** The regions and bodies that a clause names and that may be its subject. */
import type { Entity, Mention } from '../../values/annotations'
import { type ArticleView, mentionsIn } from '../article-view'

/** Of 云溪省青山县, printed without a break, the county. */
export function narrowest(view: ArticleView, mentions: readonly Mention[], first: Mention): Mention {
  let last = first
  for (const mention of mentions)
    if (mention.span.start === last.span.end && lies(view.entityOf(mention), view.entityOf(last))) last = mention
  return last
}

/** True where a division lies in another, by their codes. */
const lies = (inner: Entity, outer: Entity): boolean =>
  inner.type === 'region' &&
  outer.type === 'region' &&
  (inner.within === outer.id ||
    (outer.adcode !== null &&
      inner.adcode !== null &&
      inner.adcode !== outer.adcode &&
      inner.adcode.startsWith(outer.adcode.replace(/(?:00)+$/, ''))))

/** Regions and bodies that may be the subject of a clause: not the examples of a list (某某等12家), not what a preposition governs. */
export function subjectsIn(view: ArticleView, start: number, end: number): Mention[] {
  return mentionsIn(view.mentions, start, end).filter(mention => {
    const entity = view.entityOf(mention)
    if (entity.type !== 'region' && entity.type !== 'organization') return false
    if (entity.type === 'region' ? entity.level === 'country' : entity.kind === 'media') return false
    if (entity.type === 'region' && entity.level === 'macro_region' && view.plain[mention.span.start - 1] === '在') return false
    if (
      /^(?:[^，,。；、的]{0,6}(?:、[^，,。；]{1,16}){0,4})?等(?:[^，,。；]{0,6}[0-9一二三四五六七八九十]|单位|企业|高校|部门|机构|地[^区]|龙头|院校|镇|乡|村|街道|县|省|市(?!场))/.test(
        view.plain.slice(mention.span.end, mention.span.end + 60),
      )
    )
      return false
    return !/(?:与|和|同|向|被|由|据|为|对|比|较|占|从|获|入选|申报|经|联合|会同|帮助|支持|携手|推荐|邀请|组织|协助|委托|往|建成|引进|设立|打造)$/.test(
      view.plain.slice(Math.max(0, mention.span.start - 2), mention.span.start),
    )
  })
}

/** 日资企业某某公司: a word for its kind before the name. */
const APPOSITION = /^[^，,。的]{0,8}(?:企业|公司|单位|学校|医院|车企|药企|厂商|龙头|巨头|运营方|开发商|运营商|供应商)$/

/** True where nothing but time, 在 and adverbs stands between the start of a clause and the mention. */
export function opensClause(view: ArticleView, mention: Mention, clause: number): boolean {
  const before = view.plain.slice(clause, mention.span.start)
  if (/[^目]的$/.test(before)) return true
  if (view.entityOf(mention).type === 'organization' && APPOSITION.test(before)) return true
  return (
    before.length <= 18 &&
    /^[\s“”▲△●■□◆★▪·◎]*(?:[^，,。]{0,12}(?:年|月|日|季度|目前|底|初|末|以来|期间|前|后)[，,]?)?(?:目前|如今|眼下|其中|而|仅|已|在|于|位于|来自|这|，|、|截至|预计|连续|现在|整个|地处)*$/.test(
      before,
    )
  )
}

export function clauseOf(view: ArticleView, mention: Mention): number {
  for (let i = mention.span.start - 1; i >= Math.max(0, mention.span.start - 40); i--)
    if (/[，,。；;：:！？\n”]/.test(view.plain[i] as string)) return i + 1
  return Math.max(0, mention.span.start - 40)
}
