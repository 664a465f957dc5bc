/** The time that a figure is about, as printed: in its clause, else earlier in its sentence, else carried from before in the paragraph. */
import type { ArticleView } from '../article-view'

const YEAR = '(?:[12][0-9]{3}|[二一][〇零一二三四五六七八九]{3}|[0-9]{2})年'
const WHEN = [
  `[12][0-9]{3}(?:至|[-—–/])(?:[12][0-9])?[0-9]{2}(?:财政年度|年度|财年|学年)`,
  `截至(?:(?:[12][0-9]{3}年|今年|去年)?[0-9]{1,2}月(?:[0-9]{1,2}日|底|末|初|中旬|上旬|下旬)?|目前|今年|去年|本月|上月|当前|现在|[^，,。；]{0,12}?(?:底|末|初|日|月|年|时|点|目前|年底))`,
  `(?:到|至|自|从)?${YEAR}(?:度)?(?:至${YEAR}(?:度)?)?(?:以来|底|末|初|前|全年|上半年|下半年|第?[一二三四]季度|前[0-9一二三四五六七八九十]+个?(?:月|季度)|[0-9]{1,2}月(?:份)?(?:[-—至到~～－][0-9]{1,2}月(?:份)?)?(?:底|末|初|[0-9]{1,2}日)?)?`,
  `(?:今年|去年|前年|明年|本年度|上年|当年|全年|本月|上月|上个月|本周|上周|年内|本年)(?:以来|底|末|初|全年|上半年|下半年|第?[一二三四]季度|前[0-9一二三四五六七八九十两]+个?(?:月|季度)|[0-9]{1,2}(?:月)?(?:[-—至到~～－][0-9]{1,2})?月(?:份)?(?:底|末|初|以来|[0-9]{1,2}日)?|春节|国庆|暑期|暑假|寒假|夏粮|秋粮|汛期|冬天|夏天|春天|秋天|同期)?`,
  `[前首][0-9一二三四五六七八九十两]+个?(?:月|季度)`,
  `(?:(?:实施|运行|开展|启动|成立|推行|运营|开业|投用)?[0-9一二两三四五六七八九十半]+(?:年|个月)[多余]?来|[0-9一二两三四五六七八九十]+(?:年|个月|天|周)(?:左右)?(?:时间|以内|之内|内)|今后[0-9一二两三四五六七八九十]+年|现在|最初|起初|今天|今冬|今夏|今春|今秋|冬季|夏季|春季|秋季|上届|上半年|下半年|第?[一二三四]季度|首季|年底|年末|年初|月底|目前|眼下|当前|如今|迄今|至今|近年来|近[0-9一二三四五六七八九十两几]+年来?|过去[0-9一二三四五六七八九十两几]+年(?:间)?|[“"]?[十][一二三四五六]五[”"]?(?:期间|时期|末|以来)|[0-9一二三四五六七八九十两]+年来|党的十[八九]大以来|“?五一”?假期|“?十一”?(?:假期|黄金周)|国庆(?:假期|黄金周|期间)|春节(?:假期|期间)|春运(?:期间)?|端午(?:假期|期间)|清明(?:假期|期间)|元旦(?:假期|期间)|中秋(?:假期|期间)|暑期|暑假|当天|当日|昨日|昨天|今日|开展以来|实施以来|启动以来|成立以来|投产后|达产后|建成后|投产以来|运营以来|开通以来|达产后每年|每年|未来[0-9一二三四五六七八九十两几]+年|三年内|[两0-9]+年前|力争[0-9一二三四五]+年|过去|以前|往年|原来|当初|前几年|那几年|近几年|这几年|入[夏冬春秋汛伏]以来|下个?月|这几天|后年|一个季度|一上午|第[一二三四]季(?!度)|(?:封闭|试点|施工|试运行|汛)期间|近日|日前|首批|一期|首年|疫情期间|黄金周(?:期间)?|汛期|冬奥会?期间|展会期间|下季起|[0-9一二三四五六七八九十两半]+(?:个月|年)来)`,
  `(?:自|从)(?:去年|今年)?[0-9]{1,2}月[0-9]{1,2}[日号](?:以来|起)?`,
  `(?:[一二三四五六七八九]|十[一二]?)月份?(?:以来|起|底|末|初)?`,
  `[0-9]{1,2}月(?:份)?(?:[-—至到~～－][0-9]{1,2}月(?:份)?)?(?:[0-9]{1,2}日)?(?:至[0-9]{1,2}(?:月[0-9]{1,2})?日)?(?:底|末|初|以来|起)?`,
  `[0-9]{1,2}[-—－][0-9]{1,2}月(?:份)?`,
]
/** The characters that a period begins with; asked first at every place, since few places have one. */
const FIRST =
  /["“0-9一二三四五六七八九十两半上下中今从以元党入全冬到前力原去后启国夏如实封展年建开当往成截投推施日明春昨暑最月未本每汛清现疫目眼秋端第自至试起达迄过运近这那首黄]/
const PERIOD = new RegExp(`(?=${FIRST.source})(?:${WHEN.join('|')})`, 'g')

export interface Period {
  readonly start: number
  readonly end: number
}

/** All periods between two offsets, in order. */
export function findPeriods(view: ArticleView, start: number, end: number): Period[] {
  const found: Period[] = []
  const text = view.plain.slice(start, end)
  if (!FIRST.test(text)) return found
  // matchAll makes an expression anew for each text
  for (let match = PERIOD.exec(text); match; match = PERIOD.exec(text)) {
    if (match[0].length < 2) continue
    const at = start + match.index
    // 比去年同期, 与上月持平 and 完成全年目标 say what is compared with, not when.
    if (/[比较]$/.test(view.plain.slice(Math.max(0, at - 1), at))) continue
    if (/同期$/.test(match[0]) && /[于同与和]$/.test(view.plain.slice(Math.max(0, at - 1), at))) continue
    const behind = view.plain.slice(at + match[0].length, at + match[0].length + 3)
    // 冬季瓜菜, 首批搬迁户: what kind, not when; 一季度 with its 月 is read above.
    if (/^[春夏秋冬]季$/.test(match[0]) && !/^(?:[，,的里中]|以来|期间)/.test(behind)) continue
    if (/^(?:历史|的历史|老店|老厂|寿命|期限|持平|相比|相当|目标|任务|预算|计划(?:的|数|任|目|投资|$))/.test(behind)) continue
    found.push({ start: at, end: at + match[0].length })
  }
  return found
}
