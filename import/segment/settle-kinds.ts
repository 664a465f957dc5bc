/** Settles what a block of a page is once its neighbours are known; cleaning looks at each line alone. */
import { simplified } from '../../model/simplified'
import type { Block, BlockKind } from '../values/document'
import { readByline } from './byline'
import { readDateline, TOPIC } from './dateline'
import { isAboveByline, isHeadlineBehind } from './look-around'
import { readRundown } from './rundown'
import { isProgramme, readMark, readMarks, type ScriptMark, spokenIn, standsAlone } from './script'
import { BRIEFS, CONTENTS, isBullet, isGreeting, OTHER_PAGE, PAUSE, PREFACE, SCRIPT, SIGN_OFF } from './signs'

/** The sign of an item stands so near the beginning of its text: 简讯 ▲日前，… */
const LABELLED = 8
/** A heading that ends like a sentence, and one behind a list sign, are no longer than this. */
const HEADING = 40
/** The text below a heading is longer than this. */
const PARAGRAPH = 40

/** No more items of a list are looked through for what stands above them. */
const LONGEST_LIST = 40

export interface Settled {
  readonly blocks: readonly Block[]
  /** Those of the blocks that begin with who speaks in a talk, and marks that stand alone in a script. */
  readonly spoken: ReadonlySet<Block>
  /** Those of the blocks that are headlines of a programme's items, set above the text that they announce. */
  readonly announced: ReadonlySet<Block>
  /** Whether the marks of a script, who speaks in a talk or a list of contents tell where its articles begin. */
  readonly isMarked: boolean
}

/** The blocks with the kinds that they have among their neighbours. */
export function settleKinds(blocks: readonly Block[]): Settled {
  const again = headingsOverText(blocks)
  const marks = readMarks(blocks)
  const spoken = isProgramme(marks) ? new Set<number>() : spokenIn(blocks)
  const rundown = readRundown(blocks, marks, ({ text }, at) => (again.get(bare(text)) ?? 0) > at)
  const contents = contentsOf(blocks, again)
  const apart = new Set([...contents, ...notesAbove(blocks), ...commentsOf(blocks), ...(rundown?.contents ?? [])])
  const pictures = new Set([...picturesOf(blocks), ...numberedPicturesOf(blocks), ...betweenCredits(blocks)])
  const rows = new Set([...versesOf(blocks), ...factsOf(blocks)])
  const signatures = new Set(signaturesOf(blocks))
  let firstText = blocks.findIndex(block => block.kind === 'text')
  if (firstText < 0) firstText = blocks.length
  const settled = blocks.map((block, i) => {
    const kind = signatures.has(i)
      ? 'continuation'
      : apart.has(i) || isFurnished(block, marks && (marks[i] ?? null), marks !== null)
        ? 'furniture'
        : pictures.has(i)
          ? 'caption'
          : rows.has(i)
            ? 'text'
            : block.kind === 'headline'
              ? isSpoken(i, blocks, marks, spoken)
                ? 'text'
                : kindOfHeading(block, i, blocks, again)
              : block.kind === 'text'
                ? spoken.has(i) && !isGreeting(block.text, null)
                  ? 'text'
                  : kindOfText(block, blocks[i + 1], i === firstText, marks && (marks[i]?.end ?? 0))
                : block.kind === 'caption' && isItem(i, blocks)
                  ? 'text'
                  : block.kind
    return kind === block.kind ? block : { ...block, kind }
  })
  const spokenBlocks = new Set(settled.filter((block, i) => spoken.has(i) || (marks?.[i] && standsAlone(marks[i], block))))
  // what the contents list begins an article where it stands again
  const listed = new Set(
    contents.map(i => again.get(bare((blocks[i] as Block).text)) ?? -1).filter(i => i >= 0 && !contents.includes(i)),
  )
  const announced = new Set(listed.size > 1 ? [...listed].map(i => settled[i] as Block) : [])
  const isMarked = marks !== null || spoken.size > 0 || rundown !== null || announced.size > 0
  if (!rundown) return { blocks: settled, spoken: spokenBlocks, announced, isMarked }
  const { headlines } = rundown
  return {
    spoken: spokenBlocks,
    blocks: settled.flatMap((block, i) => (headlines.has(i) ? [headlines.get(i) as Block, block] : [block])),
    announced: new Set(headlines.values()),
    isMarked,
  }
}

/** Behind these marks the reporters may be named. */
const MAY_NAME = /记者|字幕|出镜/u

/** `副题：`, `正文：`: a field of an article that is empty, or whose text stands below. */
const FIELD = /^(?:主标题|标题|题目|[肩引眉副]题|副标题|作者|记者|来源|摘要|正文|内容|图片)[：:]$/u

/** Whether the line holds nothing of an article: an empty field, what is heard between the texts of a script (【间奏】), what a programme says of itself. */
function isFurnished(block: Block, mark: ScriptMark | null, isScript: boolean): boolean {
  const { kind, text } = block
  if (FIELD.test(text) || (mark?.kind === 'sound' && standsAlone(mark, block))) return true
  return kind === 'headline' && (PAUSE.test(text) || isGreeting(text, isScript ? (mark?.end ?? 0) : null))
}

/** Whether what looks like a heading is a part of a script or of a talk: 【字幕】某局局长 甲乙, who is heard below 【同期声】, a question. */
function isSpoken(
  at: number,
  blocks: readonly Block[],
  marks: readonly (ScriptMark | null)[] | null,
  spoken: ReadonlySet<number>,
): boolean {
  const block = blocks[at] as Block
  const mark = marks?.[at]
  if (spoken.has(at)) return mark?.kind !== 'title'
  if (mark?.kind === 'within' && standsAlone(mark, block)) {
    const next = blocks[at + 1]
    return next !== undefined && (next.kind === 'text' || next.kind === 'headline') && !isGreeting(next.text, 0)
  }
  if (mark)
    return (
      mark.kind === 'within' &&
      (!(MAY_NAME.test(mark.word) || /记者|通讯员/u.test(block.text)) || readByline(block.text) === null)
    )
  const above = marks?.[at - 1]
  return above?.kind === 'within' && standsAlone(above, blocks[at - 1] as Block)
}

/** 新华社照片，昆明，2023年5月6日, what the picture shows, and 新华社记者 甲乙 摄: the lines of an agency's picture. */
function picturesOf(blocks: readonly Block[]): readonly number[] {
  return blocks.flatMap(({ text }, i) => {
    if (!/^[\u4e00-\u9fff]{2,4}社照片，[\u4e00-\u9fff]{2,8}，\d{4}年/u.test(text)) return []
    const end = blocks.slice(i, i + 5).findIndex(one => /摄$/u.test(one.text))
    return end < 0 ? [i] : blocks.slice(i, i + end + 1).map((_, k) => i + k)
  })
}

/** What the pictures of a page show, one number after the other, where one of the lines says who took it: ①车间里。②码头上。 甲乙 摄 */
function numberedPicturesOf(blocks: readonly Block[]): readonly number[] {
  const found: number[] = []
  for (let from = 0; from < blocks.length; from++) {
    let end = from
    while (end < blocks.length && NUMBERED_PICTURE.test((blocks[end] as Block).text) && (blocks[end] as Block).text.length <= 90)
      end++
    if (end - from >= 2 && blocks.slice(from, end).some(({ kind }) => kind === 'caption'))
      for (let i = from; i < end; i++) found.push(i)
    from = Math.max(from, end)
  }
  return found
}

const NUMBERED_PICTURE = /^[①-⑩]/u

/** What a picture shows stands above the name of who took it; below another such name it cannot belong to an article. */
function betweenCredits(blocks: readonly Block[]): readonly number[] {
  return blocks.flatMap(({ kind, text }, i) =>
    kind === 'text' &&
    text.length <= SHOWN &&
    isCredit(blocks[i + 1]) &&
    (isCredit(blocks[i - 1]) || (blocks[i - 1]?.kind === 'text' && SCENE.test(text)))
      ? [i]
      : [],
  )
}

/** One sentence that begins with a day, a place or a picture: 9月2日，在某县某镇，农民在晾晒花生。 */
const SCENE =
  /^(?:[上下左右]?图为|(?:近日|日前|昨日|[今昨]天|\d{1,2}月\d{1,2}日|[^，。“”]{2,20}[里内上中旁前])[^。！？“”]{0,4}，)[^。！？“”]+。?$/u

/** What is said of a picture is no longer than this. */
const SHOWN = 90

/** Whether the line names who took a picture, and nothing else. */
function isCredit(block: Block | undefined): boolean {
  return (
    block !== undefined &&
    block.text.length <= 24 &&
    (block.kind === 'caption' ? /[摄攝]$/u : /[摄攝][（(][^（()）]{2,10}[）)]$/u).test(block.text)
  )
}

/** A verse is no longer than this, and a poem has at least so many. */
const VERSE = 22
const VERSES = 5

/** The lines of poems: short ones in a row, of which half or more end as parts of a sentence do. */
function versesOf(blocks: readonly Block[]): readonly number[] {
  const found: number[] = []
  for (let from = 0; from < blocks.length; from++) {
    let end = from
    let ended = 0
    while (end < blocks.length && isVerse(blocks[end] as Block)) {
      if (/[，。；！？…]$/u.test((blocks[end] as Block).text)) ended++
      end++
    }
    if (end - from >= VERSES && ended * 2 >= end - from) {
      let first = from
      while (first < end && !/[，。；！？…]$/u.test((blocks[first] as Block).text)) first++
      for (let i = first; i < end; i++) found.push(i)
    }
    from = Math.max(from, end)
  }
  return found
}

function isVerse({ kind, text }: Block): boolean {
  return (kind === 'headline' || kind === 'text') && text.length >= 3 && text.length <= VERSE && !/[：:●■▲·【\d]/u.test(text)
}

/** A line of a box of numbers: 总投资：3.2亿元, 4.6万户：全市燃气用户. */
const FACT =
  /^(?!.*(?:电话|热线|邮编|[Qq][Qq]|订阅|来源|[，。；！？].*[，。；！？]))(?:[^：，“]{2,16}：[约近超逾仅达]{0,2}\d[^：]{0,24}|[约近超逾]?\d[\d.,]*[^：，\d]{0,8}：[^：]{2,24}|[^：，“]{2,10}：[^：“]{0,8}\d[^：]{0,16})$/u

/** The same without a colon: 煤炭 31.2, 甲市 410 平. */
const VALUE = /^(?!第|.*\d{5}$)[^\d，。：；]{2,20} ?[+-]?\d[\d.,]*[^\d，。：；\s]{0,4}(?: [^\s，。]{1,8})?$/u

/** A number in a line of its own, and the longest line that says of what. */
const NUMBER = /^[^\u4e00-\u9fff]{0,3}\d[\d.,]*[%％亿万千百]{0,2}[\u4e00-\u9fff]{0,3}$/u
const NAMED = 24

/** The lines of a box of numbers below a text: two or more in a row. */
function factsOf(blocks: readonly Block[]): readonly number[] {
  const found: number[] = []
  let from = blocks.findIndex(({ kind }) => kind === 'text')
  if (from < 0) return found
  for (; from < blocks.length; from++) {
    let end = from
    for (let more = 1; more > 0; end += more) more = factAt(blocks, end)
    if (end - from >= (NUMBER.test(blocks[from]?.text ?? '') ? 4 : 2)) for (let i = from; i < end; i++) found.push(i)
    from = Math.max(from, end)
  }
  return found
}

/** How many lines the fact has that begins there: 总投资：3.2亿元, or 5.5年 above what lasts that long; 0 where none does. */
function factAt(blocks: readonly Block[], at: number): number {
  const block = blocks[at]
  if (
    (block?.kind === 'headline' || block?.kind === 'text') &&
    block.text.length <= 40 &&
    block.text.includes(' ') &&
    VALUE.test(block.text)
  )
    return 1
  if (block?.kind !== 'headline' || block.text.length > 40) return 0
  if (block.text.includes('：')) return Number(FACT.test(block.text))
  const next = blocks[at + 1]
  return NUMBER.test(block.text) && next?.kind === 'headline' && next.text.length <= NAMED && !/[，：]/u.test(next.text) ? 2 : 0
}

const COMMENTS = /^[【[]?(?:网友(?:评论|留言|跟帖)|最新评论|全部评论|热门评论|精彩评论|发表评论|我来说两句|我要评论)/u

/** What readers wrote below a page of the web, and all that follows it. */
function commentsOf(blocks: readonly Block[]): readonly number[] {
  const from = blocks.findIndex(({ text }, i) => i > 2 && text.length <= 24 && COMMENTS.test(simplified(text)))
  return from < 0 ? [] : blocks.flatMap((_, i) => (i >= from ? [i] : []))
}

/** Whether the block is an item of a list: others show by their length, or what stands above by its name, that ▲ stands before each and before no picture. */
function isItem(at: number, blocks: readonly Block[]): boolean {
  const { text } = blocks[at] as Block
  const sign = /^[▲△▼◆●■]/u.exec(text)?.[0]
  if (sign === undefined) return false
  if ([blocks[at - 1], blocks[at + 1]].some(one => one?.kind === 'text' && one.text.slice(0, LABELLED).includes(sign)))
    return true
  let above = at - 1
  while (above > at - LONGEST_LIST && blocks[above]?.text.startsWith(sign)) above--
  const label = blocks[above]
  return label !== undefined && label.text.length <= 12 && BRIEFS.test(bare(simplified(label.text)))
}

/** `来源：` in a line of its own: its value stands in the next. */
const FIELD_ABOVE =
  /^(?:(?:信息|稿件|文章)?来源|稿源|责任编辑|责编|编辑|审核|字号|字体|浏览(?:次数|量)?|点击(?:次数|数|量)?|阅读(?:数|量)?)[：:]$/u

function kindOfHeading(block: Block, at: number, blocks: readonly Block[], again: ReadonlyMap<string, number>): BlockKind {
  const { text } = block
  if (text.length <= 16 && FIELD_ABOVE.test(simplified(blocks[at - 1]?.text ?? ''))) return 'furniture'
  // a headline of the contents stands above its text once more
  const next = blocks[at + 1]
  if ((again.get(bare(text)) ?? 0) > at && next?.kind !== 'text' && (!next || readByline(next.text) === null)) return 'furniture'
  const label = SCRIPT.exec(text)
  if (label && label[0].length === text.length && blocks[at + 1]?.kind !== 'text') return 'furniture'
  if (label && text.length > label[0].length + 8 && /[：，]/u.test(text)) return 'text'
  // 新华社某地1月9日电 题：… names a headline
  const opening = /[讯訊电電消报報]/u.test(text) ? readDateline(text) : null
  if (
    opening &&
    opening.end + 8 < text.length &&
    !TOPIC.test(text.slice(opening.end)) &&
    !isHeadlineBehind(block, opening.end, next) &&
    readByline(text) === null
  )
    return 'text'
  // 问：…何时能修？
  if (text.length > 12 && /^[问答][：:]/u.test(text) && /^答[：:]/u.test(next?.text ?? '')) return 'text'
  // 各市、县人民政府： begins a letter or a notice
  if (
    next?.kind === 'text' &&
    /^(?:各|尊敬的|敬爱的|亲爱的|广大|编辑(?:同志|先生|部|您)|全[体市县区省]).{0,40}[：:]$/u.test(text)
  )
    return 'text'
  if (text.length > 15 && /[，：]/u.test(text) && readByline(text) === null && isLastOf(at, blocks)) return 'text'
  if (isSentence(text) && isWithinText(at, blocks) && readByline(text) === null) return 'text'
  return 'headline'
}

function kindOfText(block: Block, next: Block | undefined, isFirst: boolean, start: number | null): BlockKind {
  const { text } = block
  if (isGreeting(text, start)) return 'furniture'
  // 记者走访了三地——: it leads to the headline below it
  if (isFirst && /[—–]{2}$/u.test(text) && next?.kind === 'headline') return 'furniture'
  if (text.length <= 60 && (/^[□■◎○●◇◆]/u.test(text) || SIGN_OFF.test(text)) && readByline(text)) return 'headline'
  if (text.length <= 80 && /^[【［[]/u.test(text)) {
    const opening = readDateline(text)
    if (opening && isHeadlineBehind(block, opening.end, next)) return 'headline'
  }
  // 新华社某地3月14日电 题：某事如何？
  if (text.length <= 80 && !text.includes('。') && /[题題]/u.test(text)) {
    const opening = readDateline(text)
    if (opening && TOPIC.test(text.slice(opening.end))) return 'headline'
  }
  if (text.length > HEADING || /[。；]/u.test(text)) return 'text'
  // 一名男子意图不轨……: it ends like a sentence and stands where the headline stands
  if (isFirst && /[…！？]$/u.test(text)) return 'headline'
  // ■某某地产纯利跌三成: a list sign before the headline of a short item
  if (/^[■●◆▲①-⑳]/u.test(text) && !/[：:，]$/u.test(text) && next !== undefined && isTextBelow(next)) return 'headline'
  return 'text'
}

function isTextBelow({ kind, text }: Block): boolean {
  if (readDateline(text) !== null || (text.length <= 60 && readByline(text) !== null)) return true
  return kind === 'text' && text.length >= PARAGRAPH && !isBullet(text)
}

/** A heading with a comma is no longer than this, and one with two no longer than the other. */
const CLAUSES = 36
const MORE_CLAUSES = 28
/** A question of three clauses is no shorter than this. */
const ASKED = 14

/** Whether the line reads as a sentence whose full stop was lost. */
function isSentence(text: string): boolean {
  if (text.length < ASKED || /^[【（(—–-]/u.test(text)) return false
  const commas = text.split(/[，；]/u).length - 1
  if (commas > 1 && /[？！]$/u.test(text)) return true
  if (text.length < MORE_CLAUSES) return false
  return commas > 1 || (commas === 1 && text.length >= CLAUSES)
}

/** Whether text stands directly above, and no byline or dateline below but the names in parentheses with which an article ends. */
function isWithinText(at: number, blocks: readonly Block[]): boolean {
  if (blocks[at - 1]?.kind !== 'text') return false
  return !isAboveByline(blocks, at) || (/^[（(]/u.test(blocks[at + 1]?.text ?? '') && blocks[at + 2]?.kind !== 'text')
}

/** Whether nothing but furniture and captions follows the heading, and text stands directly above it. */
function isLastOf(at: number, blocks: readonly Block[]): boolean {
  if (blocks[at - 1]?.kind !== 'text') return false
  for (let i = at + 1; i < blocks.length; i++) {
    const { kind } = blocks[i] as Block
    if (kind === 'text' || kind === 'headline') return false
  }
  return true
}

/** A sentence with which a programme comes to its contents. */
const LISTS = /(?:主要内容|(?:内容|新闻|节目|本期)提要|要目)有?[：:]$/u

/** The indices of a table of contents: its label, and the lines below it that stand on the page once more or name another page. */
function contentsOf(blocks: readonly Block[], again: ReadonlyMap<string, number>): readonly number[] {
  const found: number[] = []
  for (const [i, block] of blocks.entries()) {
    if ((block.text.length <= 16 && CONTENTS.test(block.text)) || (block.text.length <= 200 && LISTS.test(block.text))) {
      found.push(i)
      for (let at = i + 1; at < blocks.length && isOfContents(at, i, blocks, again); at++) found.push(at)
      // what stands below 本期导读 may be a text
      if (
        found.at(-1) === i &&
        !LISTS.test(block.text) &&
        isText(blocks.slice(i + 1, i + 3).find(one => one.kind !== 'furniture'))
      )
        found.pop()
    } else if (block.kind === 'headline' && block.text.length <= 50 && OTHER_PAGE.test(block.text)) found.push(i)
  }
  return found
}

/** Whether the block is a paragraph of sentences that names no other page. */
function isText(block: Block | undefined): boolean {
  return block?.kind === 'text' && block.text.length >= PARAGRAPH && /[。！？]$/u.test(block.text) && !OTHER_PAGE.test(block.text)
}

/** Whether the line belongs to the contents whose label stands at `label`: it stands on the page once more, names another page, or goes on with a list. */
function isOfContents(at: number, label: number, blocks: readonly Block[], again: ReadonlyMap<string, number>): boolean {
  const { text } = blocks[at] as Block
  if ((again.get(bare(text)) ?? 0) > at || OTHER_PAGE.test(text)) return true
  if (text.length > HEADING || at === label + 1) return false
  const before = (blocks[at - 1] as Block).text
  if (/[；;]$/u.test(before)) return true
  // —— before each
  const sign = /^(?:—{1,2}|[●◆■·◎○▲★►▶◇□☆])/u.exec(text)?.[0]
  if (sign !== undefined && before.startsWith(sign) && !isParagraph(blocks[at + 1])) return true
  // 3、国内快讯：（1）… under it
  const number = numberOf(text)
  const follows = number === numberOf(before) + 1 || number === outerNumber(label, at, blocks) + 1
  return (follows || (number === 1 && /[：:]$/u.test(before))) && !isParagraph(blocks[at + 1])
}

/** The number of the item above the line under which a list of its own stands. */
function outerNumber(label: number, at: number, blocks: readonly Block[]): number {
  for (let i = at - 1; i > Math.max(label, at - LONGEST_LIST); i--) {
    const { text } = blocks[i] as Block
    if (/[：:]$/u.test(text)) return numberOf(text)
  }
  return Number.NaN
}

function isParagraph(block: Block | undefined): boolean {
  return block?.kind === 'text' && (block.text.length > HEADING || /[。！？]$/u.test(block.text))
}

/** The number of an item in a list, 3.…; not a number where it has none. */
function numberOf(text: string): number {
  return Number(/^[（(]?(\d{1,2})[）).、．]/u.exec(text)?.[1] ?? Number.NaN)
}

/** The indices of an editor's note with a heading of its own that stands above the first headline of what it introduces. */
function notesAbove(blocks: readonly Block[]): readonly number[] {
  const found: number[] = []
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== 'headline' || PREFACE.exec(block.text)?.[0].length !== block.text.length) continue
    if (blocks[i - 1]?.kind === 'headline' || blocks[i + 1]?.kind !== 'text' || blocks[i + 2]?.kind !== 'headline') continue
    if (blocks[i + 3]?.kind === 'text' || blocks[i + 3]?.kind === 'headline') found.push(i, i + 1)
  }
  return found
}

/** A body that signs a notice. */
const SIGNS = /^[\u4e00-\u9fff]{4,24}(?:政府|委员会|[局厅]|公司|集团|办公室|小组|指挥部|中心|法院|检察院|银行|学校|大学|协会)$/u
const DAY_ONLY =
  /^(?:[12]\d{3}|[一二][〇○零九][〇○零一二三四五六七八九]{2}) ?年[\d一二三四五六七八九十 ]{1,4}月[\d一二三四五六七八九十 ]{1,4}日$/u

/** The indices of the lines that sign a notice, between its text and its day. */
function signaturesOf(blocks: readonly Block[]): readonly number[] {
  return blocks.flatMap(({ kind, text }, i) =>
    kind === 'headline' && blocks[i - 1]?.kind === 'text' && SIGNS.test(text) && DAY_ONLY.test(blocks[i + 1]?.text ?? '')
      ? [i]
      : [],
  )
}

/** Where each heading that stands on the page more than once last stands above a text or a byline. */
function headingsOverText(blocks: readonly Block[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const { text } of blocks) {
    if (text.length < 6 || text.length > 60) continue
    const own = bare(text)
    if (seen.has(own)) repeated.add(own)
    seen.add(own)
  }
  if (repeated.size === 0) return found
  for (const [i, block] of blocks.entries()) {
    const next = blocks[i + 1]
    if (
      (block.kind === 'headline' || (isBullet(block.text) && block.text.length <= HEADING && !/。/u.test(block.text))) &&
      repeated.has(bare(block.text)) &&
      readMark(block.text) === null &&
      next &&
      (next.kind === 'text' || BRIEFS.test(bare(block.text)) || readByline(next.text) !== null)
    )
      found.set(bare(block.text), i)
  }
  return found
}

function bare(text: string): string {
  const rest = text.replace(LISTED_AS, '')
  return (rest === '' ? text : rest).replace(/[\s“”‘’"'【】[\]；;。：:●■◆▲□◎○★☆·•▶►]/gu, '')
}

/** What stands before a headline in a list of contents, or above its text: 3.【某专栏】, [视频], —— */
const LISTED_AS =
  /^(?:标题[：:]|[（(【][一二三四五六七八九十\d]{1,2}[）)】]|[一二三四五六七八九十\d]{1,2}(?:[、.．]|(?<=\d) )|[【［[][^】］\]]{1,16}[】］\]]|[—–]{2}|[●■◆▲□◎○★☆·•▶►\s])+/u
