/** Cuts a saved web page, whose pieces stand in one line: the title, the navigation, the article, and what follows it. */
import type { MappedText } from '../../model/mapped-text'
import { joinMapped, sliceMapped, trimMapped } from '../../model/mapped-text'
import type { Block, CleanPage } from '../values/document'
import { parsePeople, readByline } from './byline'
import type { Cut } from './cut-paper'
import { readDateline } from './dateline'
import { newDraft } from './draft'

const END =
  /^[（(【[]?(?:责任?编辑?|責編|编辑|编审|校对|视觉|策划|监制|审核|来源|分享|相关|上一篇|下一篇|免责|版权|声明|举报|网友评论|打印|扫一扫|关于我们|联系我们|更多|返回|推荐|热点|热门|Copyright|©|\[)|许可证|ICP备|版权所有/iu
const WRITERS = /^(?:撰文|文|作者|记者|采写|撰稿|文字)[：:丨|]\s*/u
const SOURCE = /^(?:来源|來源|稿源|出处)[：:]\s*/u

/** The one article of the page; everything around it is furniture. */
export function cutWeb(page: CleanPage): Cut {
  const { blocks } = page
  const isBody = (block: Block) => block.text.length >= 18 && /[。！？；…]/u.test(block.text) && !END.test(block.text)
  const first = blocks.findIndex((block, i) => i > 0 && isBody(block))
  if (first < 0) return { drafts: [], furniture: blocks, title: blocks[0]?.text ?? null }
  let last = first
  for (let i = first; i < blocks.length; i++) {
    const block = blocks[i] as Block
    if (END.test(block.text) && i > first) break
    if (isBody(block)) last = i
  }
  const title = blocks[0] as Block
  const draft = newDraft([bareTitle(title)])
  const furniture: Block[] = []
  for (let i = 1; i < blocks.length; i++) {
    const block = blocks[i] as Block
    if (i >= first && i <= last) {
      const dateline = i === first ? readDateline(block.text) : null
      if (dateline) draft.bylines.push({ block: trimMapped(sliceMapped(block, 0, dateline.end)), byline: dateline })
      const body = dateline ? trimMapped(sliceMapped(block, dateline.end, block.text.length)) : block
      if (block.kind === 'caption') draft.captions.push(block)
      else draft.body.push(body)
    } else furniture.push(block)
  }
  addWriters(blocks, first, last, draft)
  return { drafts: [draft], furniture, title: title.text }
}

/** The headline without the names of section and site: `标题--财经--某某网`, `标题-某某网`, `标题_某某网`. */
function bareTitle(title: Block): Block {
  const end = title.text.search(/(?:--|——|_|\||-)[\u4e00-\u9fffA-Za-z]{2,12}(?:(?:--|——|_|\||-)[\u4e00-\u9fffA-Za-z]{2,12})*$/u)
  return end > 4 ? { ...title, ...sliceMapped(title, 0, end) } : title
}

/** Who wrote it, from the lines above and below the article: `作者：甲乙 丙丁`, `记者 甲乙`, `撰文：甲乙`. */
function addWriters(blocks: readonly Block[], first: number, last: number, draft: ReturnType<typeof newDraft>): void {
  if (draft.bylines.some(({ byline }) => byline.names.length > 0)) return
  for (let i = 1; i < blocks.length; i++) {
    if (i >= first && i <= last) continue
    const block = blocks[i] as Block
    if (i > last + 12) break
    const lead = WRITERS.exec(block.text)
    const role = /^(?:本报|本网)?(?:记者|作者)$/u.test(block.text)
    if (!lead && !role) {
      const source = SOURCE.exec(block.text)
      const glued = source
        ? null
        : /^(?:[\u4e00-\u9fff]{2,8}(?:报|网|社)?)?记者/u.test(block.text)
          ? readByline(block.text)
          : null
      if (glued && glued.names.length > 0) draft.bylines.push({ block, byline: glued })
      continue
    }
    // names go on in the next pieces: 作者：甲乙 丙丁
    const parts: MappedText[] = lead ? [sliceMapped(block, lead[0].length, block.text.length)] : []
    const names: string[] = lead ? namesOf((parts[0] as MappedText).text) : []
    for (let j = i + 1; j < Math.min(i + 6, blocks.length); j++) {
      const more = parsePeople((blocks[j] as Block).text, false)
      if (!more || more.names.length === 0 || more.word !== null) break
      names.push(...more.names)
      parts.push(blocks[j] as Block)
    }
    if (names.length > 0) draft.bylines.push({ block: joinMapped(parts, ' '), byline: { names, outlet: null, word: '记者' } })
  }
}

function namesOf(text: string): string[] {
  return [...(parsePeople(text, true)?.names ?? [])]
}
