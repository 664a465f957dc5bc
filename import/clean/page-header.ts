/** Running heads and feet of a page: lines that hold nothing but its name, day, number and section, and who made it. */
import { simplified } from '../../model/simplified'
import { oneOf } from '../characters'
import words from '../lexicons/page-header-words.json'

const either = (list: readonly string[]): string => [...list].sort((a, b) => b.length - a.length).join('|')
const NUMERAL = '[一二三四五六七八九十〇○零\\d]'

/** What a part of such a line is. The first two kinds hardly stand anywhere else. */
type Part = 'date' | 'page' | 'outlet' | 'credit' | 'section' | 'edition' | 'filler'

/** The parts in the order in which they are tried. */
const PARTS: readonly (readonly [Part, RegExp])[] = [
  [
    'date',
    new RegExp(
      `(?:(?:19|20)\\d{2}|[二一][〇○零九〇Ｏ][〇○零一二三四五六七八九]{2}) ?年 ?${NUMERAL}{1,3} ?月 ?${NUMERAL}{1,3} ?日|(?:19|20)\\d{2} ?[-./] ?\\d{1,2} ?[-./] ?\\d{1,2}|(?:19|20)\\d{2} ?年 ?\\d{1,2} ?月|\\d{1,2} ?月 ?\\d{1,2} ?日`,
      'u',
    ),
  ],
  ['date', /\d{1,2}:\d{2}(?::\d{2})?/u],
  ['date', /(?:星期|周|礼拜) ?[一二三四五六日天]/u],
  [
    'date',
    /(?:农历|夏历)?(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥] ?年?)?(?:闰?[正一二三四五六七八九十冬腊]{1,2}月(?:初[一二三四五六七八九十]|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?))|农历|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年/u,
  ],
  [
    'page',
    new RegExp(
      `第 ?(?:[A-Z] ?)?${NUMERAL}{1,4} ?(?:版|页|张|叠)|[A-Z] ?\\d{1,3}(?: ?[-—~～] ?[A-Z]?\\d{1,3})? ?版?|(?:今日|本期|共|今天|今)? ?${NUMERAL}{1,3} ?个?版|总?第 ?\\d{1,6} ?(?:期|号)|\\d{1,3}\\/\\d{1,3}|(?<![\\d.])0?\\d{1,2}(?![\\d.%年月日元时点万亿])`,
      'u',
    ),
  ],
  [
    'credit',
    new RegExp(
      `(?:${either(words.credits)})(?:[:：/／ ]|(?=[\\u4e00-\\u9fff]))\\s*[\\u4e00-\\u9fff](?:[\\u4e00-\\u9fff]| (?=[\\u4e00-\\u9fff](?:$|[^\\u4e00-\\u9fff]))){1,3}(?![\\u4e00-\\u9fff])`,
      'u',
    ),
  ],
  [
    'edition',
    /(?:CN|ISSN) ?\d[\d ()（）/A-Z-]*|[\w.+-]+@[\w.-]+|(?:https?:\/\/|www\.)[\w./?=&%-]+|(?:FM|AM) ?[\d.]+|\d[\d-]{6,}|\d+(?:\.\d+)?元|\d{1,2}['’‘:]\d{2}["”“]?/u,
  ],
  [
    'outlet',
    new RegExp(
      `[\\u4e00-\\u9fff]{2,8}?(?:${either(words.outletEndings)})(?:社|数字报|电子报)?|《[\\u4e00-\\u9fff·]{2,12}》`,
      'u',
    ),
  ],
  ['edition', new RegExp(either(words.edition), 'u')],
  ['section', new RegExp(`(?:${either(words.sections)})(?:版|周刊|专刊|新闻)?`, 'u')],
  ['filler', /[A-Za-z][A-Za-z.&'’]*(?: [A-Z&][A-Za-z.&'’]*)*/u],
  ['filler', /[\s|｜/／·・•:：,，()（）[\]【】<>《》—\-_~～*●■◆▲☆★※◎°+＋>»]+/u],
]

/** All of them in one, a group for each: the first that fits is the one that the order asks for. */
const ANY_PART = new RegExp(PARTS.map(([, shape]) => `(${shape.source})`).join('|'), 'uy')

const mayOpen = oneOf('0123456789一二第星周农甲乙丙丁戊己庚辛壬癸今本共总ABCDEFGHIJKLMNOPQRSTUVWXYZ')
/** Such a line tells where an article comes from or who wrote it, and is read for it elsewhere. */
const TELLS = /来源|作者|记者|通讯员|撰文|[，。！？；“”]|摄/u

/**
 * Whether a line is nothing but the running head or foot of a page: every character belongs to a part of one, two kinds of parts or more stand in it, and
 * one of them is a day, a page number or the paper's name. Beside three kinds one short word may be left over.
 */
export function isPageHeader(printed: string): boolean {
  if (printed.length > 110 || printed.length < 4 || /[，。！？；“”]/u.test(printed)) return false
  const text = simplified(printed.normalize('NFKC'))
  if (TELLS.test(text) || !holdsSign(text)) return false
  const kinds = new Set<Part>()
  let count = 0
  let left = 0
  for (let at = 0; at < text.length; ) {
    const part = partAt(text, at)
    if (part) {
      if (part.kind !== 'filler') {
        kinds.add(part.kind)
        count++
      } else if (/[A-Za-z]/u.test(text[at] as string)) count++
      at = part.end
      continue
    }
    left++
    at++
  }
  const strong = kinds.has('date') || kinds.has('page') || kinds.has('outlet')
  return strong && count >= 2 && (left === 0 || (left <= 2 && kinds.size >= 3))
}

/** A cheap look before the parts are read: a digit, a numeral of a date, a weekday or a Latin capital stands in it, or the name of a paper. */
function holdsSign(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (mayOpen(text.charCodeAt(i))) return true
  return /[报台网]/u.test(text)
}

function partAt(text: string, at: number): { readonly kind: Part; readonly end: number } | null {
  ANY_PART.lastIndex = at
  const found = ANY_PART.exec(text)
  if (!found) return null
  const [kind] = PARTS[found.indexOf(found[0], 1) - 1] as (typeof PARTS)[number]
  return { kind, end: at + found[0].length }
}
