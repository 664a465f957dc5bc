/** The menu of a site and the way to a page: 首页 - 新闻 - 财经 - 房产, 首页→ 财经中心→ 产经. */
import headerWords from '../lexicons/page-header-words.json'

/** What stands between the entries, but for blanks. */
const BETWEEN = /\s*(?:--?|[–—|｜/·•→＞»›]|>{1,2})\s*|\s+/u
/** An entry is no longer than this; with the name of its site before it, 首页 may be. */
const ENTRY = 6
const SIGN = /[-–—|｜/→＞»›>]/u
const SITE = /(?:网|在线|网站|门户|频道)$/u
const HOME = /^[\u4e00-\u9fff]{0,10}[首主]页$/u
/** So many entries make a menu, half of them words that name a section or an entry of a site. */
const ENTRIES = 5
const SECTIONS = new Set(headerWords.sections)
const ENDS_ENTRY = /(?:新闻|频道|中心|专题|论坛|社区|首页|博客|播客|导航|在线|网|号|端|之窗)$/u

/** Whether the line, in simplified characters, is a menu or a way. */
export function isMenu(text: string): boolean {
  if (text.length > 200 || !BETWEEN.test(text) || /[，。！？；：“”《》（(]/u.test(text)) return false
  const entries = text.split(BETWEEN).filter(entry => entry !== '')
  if (entries.length < 2 || entries.some(entry => entry.length > ENTRY && !HOME.test(entry))) return false
  if (entries.some(entry => HOME.test(entry))) return true
  // 某某网 - 地方新闻 - 民生
  if (SITE.test(entries[0] as string) && SIGN.test(text) && entries.slice(1).every(isEntry)) return true
  return entries.length >= ENTRIES && entries.filter(isEntry).length * 2 >= entries.length
}

function isEntry(entry: string): boolean {
  return SECTIONS.has(entry) || ENDS_ENTRY.test(entry)
}
