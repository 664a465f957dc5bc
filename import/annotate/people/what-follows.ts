/** Reads what stands behind a name: a verb of saying, a form of address, a mark, an office that somebody comes into. */
import { oneOf } from '../../characters'
import { isMark } from '../text/marks'
import { charWithin } from '../text/search'
import { isWordStart, tagAt, tagTest, wordBounds, type Zone } from '../text/zone'
import { titleLexicon } from './title-lexicon'

/** Kinship and forms of address that only stand behind names of people. */
const ADDRESSED =
  /^(?:老人|大爷|大妈|大娘|大叔|大伯|大哥|大姐|大嫂|奶奶|爷爷|阿姨|阿婆|老汉|女士|先生|夫妇|夫妻|一家人|同学|同志|(?:委员|代表)(?=[(:,是说认建在提指表]))(?![们节院])/u
/** What may stand between a name and a verb of saying: 甲昨表示, 乙就建议, 丙则指出. */
const BETWEEN = /^(?:昨天|昨日|今天|今日|日前|近日|当天|当日|随后|随即|当场|现场|笑着|补充|同时|[昨今亦也就则便才均还曾再又更])/u
// The characters that what is asked for below begins with: most places are dismissed by them.
const opensCredit = oneOf(' 摄攝供制绘')
const opensAddress = oneOf('老大奶爷阿女先夫一同委代')
const opensOffice = oneOf('兼任为系当不的')
const isDay = oneOf('日近昨')
const turnsTo = oneOf('在对向')
const isDoing = tagTest(/^[vz]/u)
const isDoingOrHow = tagTest(/^[vdz]/u)
const followsNoun = tagTest(/^(?:v|vd|d|p|c|u.*|t|r|m|i|l|vn)$/u)
const opensBetween = oneOf('昨今日近当随现笑补同亦也就则便才均还曾再又更')

/** What stands after a name: 3 a verb of saying, 2 a verb or address that goes with people, 1.5 a mark, 1 a word that goes on after a noun, 0 anything else. */
export function rightOf(zone: Zone, end: number): number {
  const text = zone.folded
  if (end < text.length && text[end] !== ' ' && isMark(text.charCodeAt(end)))
    return bracketedOffice(text, end) ||
      (text[end] === ',' && /[曾现时]/u.test(text[end + 1] ?? '') && appointed(text, end)) ||
      /^(?:,[男女](?:,|$)|\((?:[左右前后中](?:[一二三四五六]|[)排数,])|图))/u.test(text.slice(end, end + 3))
      ? 3
      : 1.5
  if (end >= text.length) return 1.5
  const { saying, after, heads } = titleLexicon()
  const code = text.charCodeAt(end)
  if (opensCredit(code) && /^ ?(?:摄|攝|供图|制图|绘(?![\u4e00-\u9fff]))(?![影制])/u.test(text.slice(end, end + 4))) return 4.5
  if (text[end] === ' ') return 1.5
  if ((opensAddress(code) && ADDRESSED.test(text.slice(end, end + 4))) || (opensOffice(code) && appointed(text, end))) return 3
  const between = opensBetween(code) ? BETWEEN.exec(text.slice(end, end + 2)) : null
  if (between) {
    const later = saying.longest(text, end + between[0].length)
    if (later && later.end - end - between[0].length > 1) return 3
  }
  const say = saying.longest(text, end)
  if (
    say &&
    (say.end - end > 1 || isMark(text.charCodeAt(say.end)) || (isWordStart(zone, end) && /[说称道]/u.test(text[end] as string)))
  )
    return 3
  // 殷泽|生日前 is 殷泽生, 日前.
  if (isDay(text.charCodeAt(end + 1)) && /^(?:日前|近日|昨日)/u.test(text.slice(end + 1, end + 3)) && doubles(zone, end)) return 0
  // 钮惠|明说
  if (text[end] === '明' && text[end + 1] === '说') return 0.5
  // 巴|图说
  if (text[end] === '图' && text[end + 1] === '说') return 0
  // 陈永|坚称 is 陈永坚, 称, as often.
  if (text[end] === '坚' && text[end + 1] === '称') return 1.5
  const opens = isWordStart(zone, end)
  // 甲拎着菜, 乙抹了把汗
  const doing = wordBounds(zone, end)
  if (opens && isDoing(tagAt(zone, end)) && doing.end - end <= 2) {
    const aspect = /[着了出到起过完得]/u.exec(text.slice(doing.end - 1, doing.end + 1))?.[0]
    if (aspect) return aspect === '着' ? 2 : 1.5
  }
  const next = after.longest(text, end)
  if (next && (opens || next.end - end > 1 || /[被把]/u.test(text[end] as string))) return next.end - end > 1 ? 2 : 1.2
  const title = heads.longest(text, end)
  if (title)
    return title.value === 'official' && title.end - end >= 2
      ? isMark(text.charCodeAt(title.end)) || saying.longest(text, title.end)
        ? 3
        : 2.5
      : /^(?:教授|院士|研究员)/u.test(text.slice(end, title.end)) && title.end - end <= 3 && opens
        ? 2.5
        : 1.5
  const word = wordBounds(zone, end)
  // 甲摆摆手：“…
  if (opens && word.end - end > 1 && isDoingOrHow(tagAt(zone, end)) && /^[\u4e00-\u9fff]{2,6}:“/u.test(text.slice(end, end + 8)))
    return 3
  // 甲汇报说, 乙感慨地说
  if (
    opens &&
    (word.end - end > 1 || turnsTo(code)) &&
    /^[\u4e00-\u9fff]{1,6}?(?:说|道|表示|称|坦言)(?:[,:“])/u.test(text.slice(end, end + 10))
  )
    return 2
  return opens && word.end - end > 1 && followsNoun(tagAt(zone, end)) ? 1 : 0
}

/** Whether the word at the place takes the first character of 日前 and the like (生日|前). */
const doubles = (zone: Zone, end: number): boolean => wordBounds(zone, end).start === end && wordBounds(zone, end).end === end + 2

/** Whether a name is said to come into an office or out of it: 甲任市水产局局长, 免去乙的…职务. */
function appointed(text: string, end: number): boolean {
  const office = /^(?:,?(?:曾任|现任|时任)|兼?任|为|系|当选为?|不再担任|的)([\u4e00-\u9fff]{2,24})/u.exec(
    text.slice(end, end + 30),
  )?.[1]
  if (!office) return false
  if (text[end] === '的') return /(?:职务|资格)/u.test(office) && /(?:长|主任|书记|委员|主席|员)职务/u.test(office)
  return /(?:长|主任|书记|委员|主席|检察员|审判员|总裁|经理|研究员|教授|院士|工程师|顾问|理事|代表)$/u.test(office)
}

/** Whether a bracket behind a name holds an office: (海州大学教授). */
function bracketedOffice(text: string, at: number): boolean {
  if (text[at] !== '(') return false
  const close = charWithin(text, ')', at, at + 40)
  return close > 0 && titleLexicon().heads.longestBefore(text, close, at + 1) !== null
}
