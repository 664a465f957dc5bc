/** Cuts a saved web page, whose pieces stand in one line: the title, the navigation, the article, and what follows it. */

import type { MappedText } from '../../model/mapped-text'
import { joinMapped, sliceMapped, trimMapped } from '../../model/mapped-text'
import furniture from '../lexicons/page-furniture.json'
import type { Block, CleanPage } from '../values/document'
import { readByline } from './byline'
import { type Cut, cutPaper } from './cut-paper'
import { type Dateline, readDateline, readLeadingNames, readTrailingNames, TOPIC } from './dateline'
import { readDate } from './dates'
import { type Draft, newDraft } from './draft'
import { MAY_NAME_WRITERS, readMetaLine, readWriters } from './meta-line'
import { isNamePiece, isPlace, isWord } from './person-names'
import { readMarks, spokenIn } from './script'
import { isBracketed } from './short-items'
import { areParts, joined, PARTICULAR, SITE, type WebLines, webLines } from './web-lines'
import { pairs, share } from './word-pairs'

/** Pieces with which the part below an article begins. A sentence that begins so (相关负责人表示，…) is none. */
const END =
  /^[（(【[]?(?:责任?编辑?|編輯|责編|编辑|编审|校对|视觉|策划|监制|审核|来源|分享|相关|上一篇|下一篇|免责|版权|声明|举报|网友评论|打印|扫一扫|关于我们|联系我们|更多|返回|推荐|延伸|热点|热门|\[)/iu
const FOOTER =
  /许可证|ICP[备证]|版权所有|(?:知识产权|著作权)[均皆]?[属归]|Copyright|©|All Rights Reserved|违法和不良信息|举报(?:电话|邮箱)/iu
/** What is left of such a title where it names nothing but the site. */
const SITE_ALONE = /^.{0,5}$|(?:网|网站|门户|在线|频道|客户端|融媒体中心|[日晚晨早时商]报)$|数据库|数字报|电子报/u
/** Above the headlines of a page in an electronic edition; in one line these stand elsewhere. */
const MENUS = new Set(furniture.menus)
const ROLE = /^[□■◎○●◇◆☆★]?\s?(?:文[/／])?[\u4e00-\u9fff·•-]{0,16}(?:记者|作者|通讯员|实习生)$/u

/** No further than so many pieces below the text stands who wrote it, in no longer a line. */
const FOOT = 12
const LINE = 120
const MOST_NAMES = 6
/** A paragraph of a report is no shorter. */
const PARAGRAPH = 40

/** A headline has so many characters or more, and no more pieces than this. */
const HEADLINE = 6
const MOST_LINES = 4
/** No more of the text than this tells what it is about, and so much of a headline stands in it. */
const SAMPLE = 600
const ENOUGH = 0.1
/** The headline stands no more pieces above the line under it. */
const NEAR = 6

/** A saved web page is one article, but for one that holds several that begin with their own dateline or the line under their headline, or the script of a programme. */
export function cutSaved(page: CleanPage): Cut {
  const lines = webLines(page.blocks)
  const { blocks } = lines
  const holdsSeveral =
    openings(blocks) > 1 || blocks.filter(isBracketed).length > 1 || goesOnBehindEnd(blocks) || goesOnBehindNames(blocks)
  return holdsSeveral || readMarks(blocks) !== null || spokenIn(blocks).size > 0
    ? { ...cutPaper({ ...page, blocks: withWholeBylines(blocks) }), isMarked: true }
    : cutWeb(lines)
}

/** How many articles begin on the page with a dateline, or below a line that says when and from where. */
function openings(blocks: readonly Block[]): number {
  let count = 0
  /** No text stands yet below the dateline, or the line, with which the last article begins. */
  let isOpen = false
  for (const { kind, text } of blocks) {
    const isMeta = kind === 'furniture' && META.test(text) && readDate(text) !== null
    const opens = isMeta || (!ASKED.test(text) && readDateline(text) !== null)
    if (opens && !isOpen) count++
    if (opens) isOpen = true
    if (kind === 'text') isOpen = false
  }
  return isOpen ? count - 1 : count
}

/** Whether below the text of an article its writers and another headline stand, in either order, and text again, before anything that ends the page. */
function goesOnBehindNames(blocks: readonly Block[]): boolean {
  let isWritten = false
  let isSigned = false
  let isHeaded = false
  for (const block of blocks) {
    const { kind, text } = block
    if (kind === 'text' && text.length >= PARAGRAPH && !FOOTER.test(text)) {
      if (isSigned && isHeaded) return true
      isWritten = true
      isHeaded = false
      isSigned = readTrailingNames(text) !== null
    } else if (!isWritten || kind === 'text') continue
    else if (isEnd(block)) return false
    else if (text.length <= LINE && MAY_NAME_WRITERS.test(text)) isSigned = true
    else if (kind === 'headline' && text.length >= HEADLINE) isHeaded = true
  }
  return false
}

/** Whether a byline and text stand below （完）, with which a report ends. */
function goesOnBehindEnd(blocks: readonly Block[]): boolean {
  const end = blocks.findIndex(({ kind, text }) => kind === 'continuation' && /完/u.test(text))
  const below = end < 0 ? [] : blocks.slice(end)
  const byline = below.findIndex(({ kind, text }) => kind === 'headline' && text.length <= LINE && readByline(text) !== null)
  return (
    byline > 0 && below.slice(byline).some(({ kind, text }) => kind === 'text' && text.length >= PARAGRAPH && !FOOTER.test(text))
  )
}

const META = /来源|來源|作者/u
/** 【某报记者】 before a question. */
const ASKED = /^【[^】]*记者[^】]{0,4}】/u

/** The one article of the page; everything around it is furniture. */
function cutWeb({ blocks, title: known, site: named }: WebLines): Cut {
  const isBody = (block: Block) =>
    block.text.length >= 18 &&
    (/[。；]/u.test(block.text) || (block.text.length >= 40 && /[！？…]/u.test(block.text))) &&
    !FOOTER.test(block.text) &&
    !isEnd(block)
  const first = blocks.findIndex((block, i) => i > 0 && isBody(block))
  if (first < 0) return { drafts: [], furniture: blocks, title: blocks[0]?.text ?? null, isMarked: true }
  let last = first
  for (let i = first; i < blocks.length; i++) {
    const block = blocks[i] as Block
    if (i > first && isEnd(block)) break
    if (isBody(block)) last = i
  }
  const { titles, site } = known
    ? { titles: [known], site: named }
    : titleOf(blocks.slice(0, first), textFrom(blocks, first, last))
  const draft = newDraft(titles)
  const whole = blocks[0] as Block
  const around: Block[] = titles[0]?.source.start === whole.source.start ? [] : [whole]
  for (let i = 1; i < blocks.length; i++) {
    const block = blocks[i] as Block
    if (i >= first && i <= last) {
      const dateline = i === first ? openingOf(block, blocks[i - 1]) : null
      if (dateline) draft.bylines.push({ block: trimMapped(sliceMapped(block, 0, dateline.end)), byline: dateline })
      const body = dateline ? trimMapped(sliceMapped(block, dateline.end, block.text.length)) : block
      if (block.kind === 'caption') draft.captions.push(block)
      else draft.body.push(i === last ? withoutNames(body, draft) : body)
    } else around.push(block)
  }
  addWriters(blocks, first, last, draft)
  return { drafts: [draft], furniture: around, title: site, isMarked: true }
}

function isEnd({ text }: Block): boolean {
  return FOOTER.test(text) || (END.test(text) && !(text.length >= 30 && /[。！？”]$/u.test(text)))
}

/**
 * The headline, from the pieces above the article: the title of the page without the names of section and site, which a blank may have cut; what
 * stands above the line under it, in one piece or more. `site` is the title as it stands.
 */
function titleOf(above: readonly Block[], below: string): { readonly titles: readonly Block[]; readonly site: string | null } {
  // 某社某地7月19日电 题：headline, whose pieces go on to the byline
  const topic = above.findIndex(({ text }) => TOPIC.test(text))
  if (topic >= 0) {
    let end = topic + 1
    while (end < above.length && isHeadlinePiece(above[end] as Block)) end++
    const text = joinMapped(above.slice(topic, end), ' ')
    return {
      titles: [
        {
          ...(above[topic] as Block),
          ...trimMapped(sliceMapped(text, TOPIC.exec(text.text)?.[0].length ?? 0, text.text.length)),
        },
      ],
      site: null,
    }
  }
  const head = above.slice(0, 6)
  const join = (count: number): Block => {
    const text = joinMapped(above.slice(0, count), ' ')
    return { ...(above[0] as Block), ...text }
  }
  const bare = (block: Block): Block => {
    const end = block.text.search(SITE)
    return end > 4 ? { ...block, ...sliceMapped(block, 0, end) } : block
  }
  const isSite = SITE_ALONE.test(bare(above[0] as Block).text)
  const dash = isSite ? -1 : head.findIndex((block, i) => i > 0 && /^(?:-|--|_|——)$/u.test(block.text))
  const named = isSite ? -1 : head.findIndex(({ text }) => SITE.test(text) && !/^\d{4}|^(?:网站|本站)?首页/u.test(text))
  if (named >= 0 && (dash < 0 || named < dash) && head.slice(0, named).every(block => block.kind !== 'furniture')) {
    const whole = join(named + 1)
    return { titles: [bare(whole)], site: whole.text }
  }
  if (dash > 0 && dash < 4) return { titles: [join(dash)], site: joinMapped(above.slice(0, dash + 2), ' ').text }
  const run = likeliest(above, headlinesAbove(above), below)
  if (run.length > 0) return { titles: run, site: null }
  return { titles: above.slice(0, 1), site: null }
}

/** The headlines above the line that says when and from where, or, where none stand there, the last above the text. */
function headlinesAbove(above: readonly Block[]): readonly Block[] {
  const meta = above.findIndex(({ kind, text }) => kind === 'furniture' && readDate(text) !== null)
  const run = meta > 0 ? lastHeadlines(above.slice(Math.max(0, meta - NEAR), meta)) : []
  return run.length > 0 ? run : lastHeadlines(above)
}

/** The headlines of which the text speaks where it knows no word of those that were found: 某某日报数字报. */
function likeliest(above: readonly Block[], found: readonly Block[], below: string): readonly Block[] {
  const told = pairs(below)
  const knows = (blocks: readonly Block[]) => share(pairs(blocks.map(({ text }) => text).join(' ')), told)
  if (found.some(({ text }) => !SITE_ALONE.test(text)) && knows(found) >= ENOUGH) return found
  let best: readonly Block[] = []
  for (let end = above.length; end > 0; end--) {
    const next = above[end]
    if (!isHeadlinePiece(above[end - 1] as Block) || (next && isHeadlinePiece(next))) continue
    const run = lastHeadlines(above.slice(0, end))
    if (run.some(({ text }) => !SITE_ALONE.test(text)) && knows(run) > Math.max(knows(best), ENOUGH)) best = run
  }
  return best.length > 0 ? best : found
}

/** The beginning of the article, which tells what it is about. */
function textFrom(blocks: readonly Block[], first: number, last: number): string {
  let text = ''
  for (let i = first; i <= last && text.length < SAMPLE; i++) text += `${(blocks[i] as Block).text}\n`
  return text
}

function lastHeadlines(above: readonly Block[]): readonly Block[] {
  for (let end = above.length; end > 0; end--) {
    if (!isHeadlinePiece(above[end - 1] as Block)) continue
    let start = end
    while (start > 0 && end - start < MOST_LINES && isHeadlinePiece(above[start - 1] as Block)) start--
    const run = above.slice(start, end)
    // blanks cut a headline of two or three parts
    const parts = [3, 2].find(count => run.length >= count && areParts(run.slice(0, count)))
    const whole = parts ? [joined(run.slice(0, parts), 'headline'), ...run.slice(parts)] : run
    while (whole.length > 0 && (whole.at(-1) as Block).text.length < HEADLINE) whole.pop()
    if (whole.length > 0) return whole
    end = start + 1
  }
  return []
}

function isHeadlinePiece({ kind, text }: Block): boolean {
  return kind === 'headline' && text.length >= 3 && !PARTICULAR.test(text) && !ROLE.test(text) && readByline(text) === null
}

/** The pieces with those joined that are one byline: □本报记者, 甲乙, 通讯员, 丙丁. */
function withWholeBylines(blocks: readonly Block[]): readonly Block[] {
  const out: Block[] = []
  let open = false
  let inTopic = false
  for (const [i, piece] of blocks.entries()) {
    // □ before 本报记者
    if (/^[□■◎○●◇◆]$/u.test(piece.text) && ROLE.test(blocks[i + 1]?.text ?? '')) continue
    const block = MENUS.has(piece.text) ? { ...piece, kind: 'furniture' as const } : piece
    const before = out.at(-1)
    const begins = block.kind === 'headline' && ROLE.test(block.text.replace(/^[□■◎○●◇◆☆★]\s*/u, ''))
    // 某社某地7月19日电 | 题：headline | its second half
    const isTopic =
      before !== undefined && block.kind === 'headline' && /^[题題][：:]/u.test(block.text) && readDateline(before.text) !== null
    if (isTopic || (inTopic && isHeadlinePiece(block))) {
      out[out.length - 1] = joined([before as Block, block], 'headline')
      inTopic = true
      continue
    }
    inTopic = false
    const goesOn = block.kind === 'headline' && (begins || /^[\u4e00-\u9fff·]{2,4}(?:报道)?$/u.test(block.text))
    if (open && goesOn && before) {
      out[out.length - 1] = joined([before, block], 'headline')
      continue
    }
    open = begins
    out.push(block)
  }
  return out
}

/** The last paragraph without the names in parentheses with which it ends. */
function withoutNames(text: MappedText, draft: Draft): MappedText {
  const trailing = readTrailingNames(text.text)
  if (!trailing) return text
  draft.bylines.push({ block: trimMapped(sliceMapped(text, trailing.start, text.text.length)), byline: trailing })
  return trimMapped(sliceMapped(text, 0, trailing.start))
}

/** Who wrote it, from the lines above and below the article: `作者：甲乙 丙丁`, `记者 甲乙`, `撰文：甲乙`, and names alone below the headline. */
function addWriters(blocks: readonly Block[], first: number, last: number, draft: Draft): void {
  if (draft.bylines.some(({ byline }) => byline.names.length > 0)) return
  for (let i = 1; i < Math.min(blocks.length, last + FOOT); i++) {
    if (i >= first && i <= last) continue
    const block = blocks[i] as Block
    if (!MAY_NAME_WRITERS.test(block.text) || block.text.length > LINE || block === draft.headings[0]) continue
    // names go on in the next pieces: 作者：甲乙 丙丁, 本报记者 甲乙 通讯员 丙丁
    const parts = [block]
    for (let j = i + 1; j < Math.min(i + FOOT, blocks.length) && j !== first && isOfByline(blocks[j] as Block); j++)
      parts.push(blocks[j] as Block)
    const text = joinMapped(parts, ' ')
    const read = [readByline(text.text), readMetaLine(text.text), readWriters(text.text)]
    const byline = read.reduce((most, one) => ((one?.names.length ?? 0) > (most?.names.length ?? 0) ? one : most), null)
    if (!byline) continue
    draft.bylines.push({ block: text, byline })
    return
  }
  addNamesBelowHeadline(blocks, first, draft)
}

/** Whether the piece goes on with the names of a byline. */
function isOfByline({ kind, text }: Block): boolean {
  return kind === 'headline' && text.length <= 24 && (isNamePiece(text) || ROLE.test(text) || readWriters(text) !== null)
}

/** Names alone between a headline and the line that says when and from where, or the text. */
function addNamesBelowHeadline(blocks: readonly Block[], first: number, draft: Draft): void {
  for (let end = 2; end <= first; end++) {
    const next = blocks[end] as Block
    if (end < first && !(next.kind === 'furniture' && readDate(next.text) !== null)) continue
    let start = end
    while (start > 0 && (blocks[start - 1] as Block).kind === 'headline' && isNamePiece((blocks[start - 1] as Block).text))
      start--
    const above = blocks[start - 1]
    if (start === end || end - start > MOST_NAMES || !above || !isAboveNames(above, draft)) continue
    const pieces = blocks.slice(start, end)
    const names = pieces.map(({ text }) => text)
    if (names.every(name => isWord(name) || isPlace(name))) continue
    draft.bylines.push({ block: joinMapped(pieces, ' '), byline: { names, others: [], outlet: null, word: null } })
    return
  }
}

/** Whether the piece is the headline or could be one of its lines. */
function isAboveNames(piece: Block, draft: Draft): boolean {
  return (
    piece.source.start === draft.headings.at(-1)?.source.start || (piece.kind === 'headline' && piece.text.length >= HEADLINE)
  )
}

/** The dateline of the article: at its beginning, or in the piece before it, so that only the names stand at its beginning. */
function openingOf(block: Block, before: Block | undefined): Dateline | null {
  const opening = readDateline(block.text)
  if (opening) return opening
  const apart = before ? readDateline(before.text) : null
  if (!before || !apart || apart.end !== before.text.length) return null
  const names = readLeadingNames(block.text, true)
  return { ...apart, names: names?.names ?? apart.names, end: names?.end ?? 0 }
}
