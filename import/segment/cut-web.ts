/** Cuts a saved web page, whose pieces stand in one line: the title, the navigation, the article, and what follows it. */

import type { MappedText } from '../../model/mapped-text'
import { joinMapped, sliceMapped, trimMapped } from '../../model/mapped-text'
import furniture from '../lexicons/page-furniture.json'
import type { Block, CleanPage } from '../values/document'
import { parsePeople, readByline } from './byline'
import type { Cut } from './cut-paper'
import { type Dateline, readDateline, readLeadingNames, readTrailingNames, TOPIC } from './dateline'
import { type Draft, newDraft } from './draft'

/** Pieces with which the part below an article begins. A sentence that begins so (相关负责人表示，…) is none. */
const END =
  /^[（(【[]?(?:责任?编辑?|編輯|责編|编辑|编审|校对|视觉|策划|监制|审核|来源|分享|相关|上一篇|下一篇|免责|版权|声明|举报|网友评论|打印|扫一扫|关于我们|联系我们|更多|返回|推荐|延伸|热点|热门|\[)/iu
const FOOTER = /许可证|ICP[备证]|版权所有|Copyright|©|All Rights Reserved|违法和不良信息|举报(?:电话|邮箱)/iu
/** The names of section and site at the end of a page's title: `标题--财经--某某网`, `标题_某某网`. */
const SITE =
  /\s*(?:--|——|_|\||｜|-)\s*[\u4e00-\u9fffA-Za-z·]{2,14}(?:\s*(?:--|——|_|\||｜|-)\s*[\u4e00-\u9fffA-Za-z·]{2,14})*(?:[（(][A-Za-z.]+[）)])?$/u
const WRITERS = /^(?:撰文|文|作者|记者|采写|撰稿|文字)[：:丨|]\s*/u
/** Above the headlines of a page in an electronic edition; in one line these stand elsewhere. */
const MENUS = new Set(furniture.menus)
const ROLE = /^[\u4e00-\u9fff]{0,8}(?:记者|作者|通讯员|实习生)$/u

/** The one article of the page; everything around it is furniture. */
export function cutWeb(page: CleanPage): Cut {
  const { blocks } = page
  const isBody = (block: Block) =>
    block.text.length >= 18 &&
    (/[。；]/u.test(block.text) || (block.text.length >= 40 && /[！？…]/u.test(block.text))) &&
    !FOOTER.test(block.text) &&
    !isEnd(block)
  const first = blocks.findIndex((block, i) => i > 0 && isBody(block))
  if (first < 0) return { drafts: [], furniture: blocks, title: blocks[0]?.text ?? null }
  let last = first
  for (let i = first; i < blocks.length; i++) {
    const block = blocks[i] as Block
    if (i > first && isEnd(block)) break
    if (isBody(block)) last = i
  }
  const { title, site } = titleOf(blocks.slice(0, first))
  const draft = newDraft(title ? [title] : [])
  const whole = blocks[0] as Block
  const around: Block[] = title?.source.start === whole.source.start ? [] : [whole]
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
  return { drafts: [draft], furniture: around, title: site }
}

function isEnd({ text }: Block): boolean {
  return FOOTER.test(text) || (END.test(text) && !(text.length >= 30 && /[。！？”]$/u.test(text)))
}

/**
 * The headline, from the pieces above the article: the title of the page without the names of section and site, which a blank may have cut; what
 * stands there twice; or the last piece that looks like one. `site` is the title as it stands.
 */
function titleOf(above: readonly Block[]): { readonly title: Block | null; readonly site: string | null } {
  // 某社某地7月19日电 题：headline, whose pieces go on to the byline
  const topic = above.findIndex(({ text }) => TOPIC.test(text))
  if (topic >= 0) {
    let end = topic + 1
    while (end < above.length && isHeadlinePiece(above[end] as Block)) end++
    const text = joinMapped(above.slice(topic, end), ' ')
    return { title: { ...(above[topic] as Block), ...trimMapped(sliceMapped(text, 2, text.text.length)) }, site: null }
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
  const dash = head.findIndex((block, i) => i > 0 && /^(?:-|--|_|\||｜|——)$/u.test(block.text))
  const named = head.findIndex(block => SITE.test(block.text) && block.text.search(SITE) >= 0 && !/^\d{4}/u.test(block.text))
  if (named >= 0 && (dash < 0 || named < dash) && head.slice(0, named).every(block => block.kind !== 'furniture')) {
    const whole = join(named + 1)
    return { title: bare(whole), site: whole.text }
  }
  if (dash > 0 && dash < 4) return { title: join(dash), site: joinMapped(above.slice(0, dash + 2), ' ').text }
  for (let count = Math.min(4, above.length - 1); count >= 1; count--) {
    const text = join(count).text
    const again = above.some((_, i) => i >= count && joinMapped(above.slice(i, i + count), ' ').text === text)
    if (again && text.length >= 6) return { title: join(count), site: null }
  }
  const first = above[0]
  if (first && first.kind !== 'furniture' && first.text.length >= 6) return { title: first, site: null }
  const likely = above.findLast(block => block.kind === 'headline' && block.text.length >= 8 && readByline(block.text) === null)
  return { title: likely ?? first ?? null, site: null }
}

function isHeadlinePiece({ kind, text }: Block): boolean {
  return kind === 'headline' && text.length >= 3 && !ROLE.test(text) && readByline(text) === null
}

/** The pieces with those joined that are one byline: □本报记者, 甲乙, 通讯员, 丙丁. */
export function withWholeBylines(blocks: readonly Block[]): readonly Block[] {
  const out: Block[] = []
  let open = false
  for (const piece of blocks) {
    const block = MENUS.has(piece.text) ? { ...piece, kind: 'furniture' as const } : piece
    const before = out.at(-1)
    const begins = block.kind === 'headline' && ROLE.test(block.text.replace(/^[□■◎○●◇◆☆★]\s*/u, ''))
    const goesOn = block.kind === 'headline' && (begins || /^[\u4e00-\u9fff·]{2,4}$/u.test(block.text))
    if (open && goesOn && before) {
      out[out.length - 1] = {
        ...before,
        ...joinMapped([before, block], ' '),
        source: { start: before.source.start, end: block.source.end },
      }
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

/** Who wrote it, from the lines above and below the article: `作者：甲乙 丙丁`, `记者 甲乙`, `撰文：甲乙`. */
function addWriters(blocks: readonly Block[], first: number, last: number, draft: Draft): void {
  if (draft.bylines.some(({ byline }) => byline.names.length > 0)) return
  for (let i = 1; i < blocks.length; i++) {
    if (i >= first && i <= last) continue
    const block = blocks[i] as Block
    if (i > last + 12) break
    const lead = WRITERS.exec(block.text)
    if (!lead && !ROLE.test(block.text)) {
      const glued = /^(?:[\u4e00-\u9fff]{2,8}(?:报|网|社)?)?记者/u.test(block.text) ? readByline(block.text) : null
      if (glued && glued.names.length > 0) draft.bylines.push({ block, byline: glued })
      continue
    }
    // names go on in the next pieces: 作者：甲乙 丙丁, 本报记者 甲乙 通讯员 丙丁
    const parts: MappedText[] = lead ? [sliceMapped(block, lead[0].length, block.text.length)] : []
    const names: string[] = lead ? namesOf((parts[0] as MappedText).text) : []
    for (let j = i + 1; j < Math.min(i + 12, blocks.length) && !(j >= first && j <= last); j++) {
      const piece = blocks[j] as Block
      if (ROLE.test(piece.text)) continue
      const more = parsePeople(piece.text, false)
      if (!more || more.names.length === 0 || more.word !== null) break
      names.push(...more.names)
      parts.push(piece)
    }
    if (names.length > 0) {
      draft.bylines.push({ block: joinMapped(parts, ' '), byline: { names, others: [], outlet: null, word: '记者' } })
      if (!lead) return
    }
  }
}

/** The dateline of the article: at its beginning, or in the piece before it, so that only the names stand at its beginning. */
function openingOf(block: Block, before: Block | undefined): Dateline | null {
  const opening = readDateline(block.text)
  if (opening) return opening
  const apart = before ? readDateline(before.text) : null
  if (!before || !apart || apart.end !== before.text.length) return null
  const names = readLeadingNames(block.text)
  return { ...apart, names: names?.names ?? apart.names, end: names?.end ?? 0 }
}

function namesOf(text: string): string[] {
  return [...(parsePeople(text, true)?.names ?? [])]
}
