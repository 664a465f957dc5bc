/**
 * Names that their own shape makes a policy where they are set off: 退耕还湖, 先看病后付费, 一企一策, 人才新八条, 云商回归, 惠农通.
 * The patterns are those in which offices of all levels coin such names; each is tried on what stands between quotation marks and nowhere else.
 */
import type { PolicyKind } from '../../../model/vocabulary'

const SHAPES: readonly (readonly [RegExp, PolicyKind])[] = [
  // 人才新八条, 沪七条; 第八条 is an article of a law.
  [/^(?!第)\p{Script=Han}{1,8}?[一二三四五六七八九十]{1,3}条$/u, 'document'],
  [/^退[耕牧田渔塘圩养垦港]还\p{Script=Han}{1,2}$/u, 'programme'],
  [/^\p{Script=Han}{1,2}商回归$/u, 'campaign'],
  // 五城联创
  [/^[两三四五六七八九十]\p{Script=Han}{1,2}联[创建]$/u, 'campaign'],
  [/^先\p{Script=Han}{1,5}[、,]?后\p{Script=Han}{1,5}$/u, 'programme'],
  [/^以\p{Script=Han}{1,2}[定适]\p{Script=Han}{1,2}$/u, 'concept'],
  [/^以\p{Script=Han}{1,2}[代换促]\p{Script=Han}{1,2}$/u, 'programme'],
  [/^(?=.*[申证地诉报审享办房])\p{Script=Han}{2,3}即\p{Script=Han}{1,4}$/u, 'programme'],
  [/^一\p{Script=Han}{1,2}一(?:[策档码岗业品特案表卡员书证网幼法照议事]|专班)$/u, 'programme'],
  [/^[煤气油柴旱坡水房医厕棚粮营老危宅茅]改\p{Script=Han}$/u, 'programme'],
  [/^[公农军商散直]转\p{Script=Han}$/u, 'programme'],
  [/^[\p{Script=Han}A-Za-z]{2,3}通$/u, 'programme'],
  [/^[\p{Script=Han}A-Za-z]{2,6}码$/u, 'programme'],
  [/\p{Script=Han}{2}(?:专项|投资|引导|发展|扶持|补偿|种子|关爱|援助|奖励|创新|保障|应急|天使|母)基金$/u, 'programme'],
  // 轨道上的京津冀, 数字长三角
  [/^\p{Script=Han}{2,5}的?(?:京津冀|长三角|珠三角|大湾区)$/u, 'programme'],
]

/** Words of the language that have such a shape. */
const NO_NAME =
  /^(?:.*(?:二维|条形|密|验证|数|号|起|筹|价|解|编|加|源代)码|(?:万事|百事|中国|美国|四川|全国)通|.*(?:交|普|畅|沟|流|卡|疏|打|贯|联|相|开|互|变)通)$/u

/** The kind of policy that a set-off name is by its shape, or null. `name` is folded. */
export function kindOfShape(name: string): PolicyKind | null {
  if (name.length < 3 || NO_NAME.test(name)) return null
  return SHAPES.find(([shape]) => shape.test(name))?.[1] ?? null
}
