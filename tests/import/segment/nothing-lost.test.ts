/** Every character of a page belongs to an article or to a named piece of furniture. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cleanPage } from '../../../import/clean/clean-page'
import { segmentPage } from '../../../import/segment/segment-page'
import { scanPage } from '../../support/scan-page'

const NEWS = '市水务局昨日召开会议，部署全市防汛工作，要求各地把堤防巡查落到每一个人。'
const MORE = '会议指出，今年雨季来得早、来得急，要备足物料，严格执行二十四小时值班制度。'
const NOTE = '编者按：连日来，全市上下同心抗洪，本报今起推出专栏，讲述大堤上的故事，敬请关注。'

const PAGES: readonly (readonly [name: string, text: string])[] = [
  ['a note without an article', NOTE],
  [
    'two notes above one article',
    `${NOTE}\n\n${NOTE.replace('编者按', '开栏的话')}\n\n守堤人的夜与昼\n\n本报记者 苗青山\n\n${NEWS}`,
  ],
  ['a note below the last article', `守堤人的夜与昼\n\n本报记者 苗青山\n\n${NEWS}（完）\n\n${NOTE}`],
  ['a note with a heading of its own', `开栏的话\n\n${NOTE.slice(4)}\n\n守堤人的夜与昼\n\n本报记者 苗青山\n\n${NEWS}`],
  [
    'a text in another language, twice',
    `The flood has passed the city without harm.\n\nAnother line of English text stands here alone.\n\n守堤人的夜与昼\n\n${NEWS}`,
  ],
  ['a text in another language alone', 'The flood has passed the city without harm, officials said on Monday.'],
  ['a headline to which no text comes', `守堤人的夜与昼\n\n本报记者 苗青山\n\n${NEWS}\n\n水位回落\n\n本报讯（记者 葛晓岚）`],
  ['a caption and a heading at the end', `守堤人的夜与昼\n\n${NEWS}\n\n▲守堤人在巡查。葛晓岚 摄\n\n明日看点`],
  ['a continued article', `守堤人的夜与昼\n\n${NEWS}（下转第二版）\n\n（上接第一版）${MORE}`],
  [
    'links, notes and a box',
    `守堤人的夜与昼\n\n${NEWS}\n\n相关新闻\n\n水位回落\n\n名词解释\n\n${MORE}\n\n附注：\n1.数据来自水文站。`,
  ],
  ['a table of contents', `今日导读\n水位回落 2版\n学校开学 3版\n\n守堤人的夜与昼\n\n${NEWS}`],
  [
    'the script of a programme',
    `【提要】\n守堤人的夜与昼\n\n【口播】\n守堤人的夜与昼\n${NEWS}\n【同期声】水务局局长 苗青山\n${MORE}\n本台记者葛晓岚报道。\n\n【结束语】\n感谢您的收看，再见。`,
  ],
]

/** What stands in neither: blanks, marks of Markdown and tables, characters that are no text. */
const NO_TEXT = /[\s|*#\u0000-\u001f\u00ad\u200b-\u200f\u2028-\u202e\ufeff\ufffd]/u
/** The site's name behind a headline, a list sign or brackets around one, and OCR's `and`. */
const AROUND_HEADLINE =
  /^(?:[-_—|]+[^，。]{0,30}|[▲△▶►●◆◇■□★☆•·【】[\]：]|and|[^，。]{0,16}(?:网|网站|门户网站)(?:（存档页）)?)$/u

/** The stretches of the text that neither an article nor the furniture holds. */
function lost(text: string): readonly string[] {
  const page = segmentPage(cleanPage({ name: 'page.txt', text, meta: {} }))
  const held = new Uint8Array(text.length)
  const pieces = [...page.articles, ...page.articles.flatMap(({ surroundings }) => surroundings), ...page.furniture]
  for (const { runs } of pieces) for (const [, source, length] of runs) held.fill(1, source, source + length)
  return stretches(text, held)
}

function stretches(text: string, held: Uint8Array): readonly string[] {
  const found: string[] = []
  let start = -1
  for (let i = 0; i <= text.length; i++) {
    const isLost = i < text.length && held[i] === 0 && !NO_TEXT.test(text[i] as string)
    if (isLost && start < 0) start = i
    else if (!isLost && start >= 0) {
      found.push(text.slice(start, i))
      start = -1
    }
  }
  return found
}

test.each(PAGES)('nothing is lost of %s', (_, text) => {
  expect(lost(text)).toEqual([])
})

const pages = join(__dirname, '..', '..', 'pages')
const names = readdirSync(pages).filter(name => name.endsWith('.txt') && name !== 'held-out.txt')

test.each(names)('nothing but the name of its site is lost of %s, printed or scanned', name => {
  const text = readFileSync(join(pages, name), 'utf8')
  for (const form of [text, scanPage(text)]) expect(lost(form).filter(piece => !AROUND_HEADLINE.test(piece))).toEqual([])
})
