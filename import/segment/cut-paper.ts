/** Cuts a page that has lines (a newspaper page, a report, a transcript) into articles. */
import { type MappedText, sliceMapped, trimMapped } from '../../model/mapped-text'
import type { Block, CleanPage } from '../values/document'
import { readByline } from './byline'
import { readDateline, readLeadingNames, readTrailingNames } from './dateline'
import { type Draft, newDraft } from './draft'

export interface Cut {
  readonly drafts: readonly Draft[]
  readonly furniture: readonly Block[]
  /** The title of the web page, where there is one. */
  readonly title: string | null
}

/** Cuts the page at headlines, bylines, datelines and the signs with which articles end. */
export function cutPaper(page: CleanPage): Cut {
  const drafts: Draft[] = []
  const furniture: Block[] = []
  let pending: Block[] = []
  let captions: Block[] = []
  let labelled = false // a running label in pinyin stands above the pending headings
  let current: Draft | null = null

  const start = (): Draft => {
    current = newDraft(pending)
    current.captions.push(...captions)
    drafts.push(current)
    pending = []
    captions = []
    labelled = false
    return current
  }

  for (const block of page.blocks) {
    if (block.kind === 'furniture') {
      furniture.push(block)
      if (/^[A-Z]{4,}/u.test(block.text)) labelled = true
      continue
    }
    if (block.kind === 'caption') {
      if (current) current.captions.push(block)
      else captions.push(block)
      continue
    }
    if (block.kind === 'continuation') {
      if (current) current.closed = true
      continue
    }
    const byline = block.kind === 'headline' ? readByline(block.text) : null
    if (byline) {
      if (pending.length > 0) start().bylines.push({ block, byline })
      else if (current) {
        current.bylines.push({ block, byline })
        if (current.body.length > 0) current.closed = true
      } else start().bylines.push({ block, byline })
      continue
    }
    if (block.kind === 'headline') {
      pending.push(block)
      continue
    }
    current = addText(block, current, pending, labelled, start)
    pending = []
  }
  return { drafts, furniture, title: null }
}

function addText(block: Block, current: Draft | null, pending: readonly Block[], labelled: boolean, start: () => Draft): Draft {
  const dateline = readDateline(block.text)
  if (dateline) {
    const draft = current && current.body.length === 0 && pending.length === 0 ? current : start()
    draft.bylines.push({ block: trimMapped(sliceMapped(block, 0, dateline.end)), byline: dateline })
    addBody(draft, trimMapped(sliceMapped(block, dateline.end, block.text.length)))
    return draft
  }
  const abstract = /^【[^】]{12,}】$/u.test(block.text)
  if (abstract && pending.length > 0) {
    const draft = start()
    draft.abstract = trimMapped(sliceMapped(block, 1, block.text.length - 1))
    return draft
  }
  const names = !current || current.closed || pending.length > 0 ? readLeadingNames(block.text) : null
  let draft = current
  if (pending.length > 0) {
    if (!draft || draft.closed || names || beginsArticle(pending, labelled)) draft = start()
    else if (draft.body.length === 0 && draft.bylines.length === 0) draft.headings.push(...pending)
    else for (const heading of pending) draft.body.push(heading)
  } else if (!draft) draft = start()
  if (names) {
    draft.bylines.push({ block: trimMapped(sliceMapped(block, 0, names.end)), byline: names })
    addBody(draft, trimMapped(sliceMapped(block, names.end, block.text.length)))
  } else addBody(draft, block)
  return draft
}

/** Whether headings without a byline begin a new article rather than a section of the one before. */
function beginsArticle(pending: readonly Block[], labelled: boolean): boolean {
  if (labelled) return true
  return pending.length > 1 && pending.some(block => /^[—–-]{1,2}\s*[\u4e00-\u9fff“]/u.test(block.text) || block.text.length > 24)
}

function addBody(draft: Draft, text: MappedText): void {
  if (text.text === '') return
  if (/^[●◆■•·①-⑳]/u.test(text.text)) draft.bullets++
  const trailing = readTrailingNames(text.text)
  if (trailing) {
    draft.bylines.push({ block: trimMapped(sliceMapped(text, trailing.start, text.text.length)), byline: trailing })
    draft.closed = true
    const rest = trimMapped(sliceMapped(text, 0, trailing.start))
    if (rest.text !== '') draft.body.push(rest)
    return
  }
  const credit =
    /[。！？”]\s*(?=(?:本报|本刊)?(?:通讯员|记者)[^，。：]{2,24}$|[^，。：\s]{2,8}记者[^，。：]{2,24}(?:整理|报道|摄影报道)$)/u.exec(
      text.text,
    )
  if (credit) {
    const at = credit.index + credit[0].length
    const byline = readByline(text.text.slice(at))
    if (byline) {
      draft.bylines.push({ block: sliceMapped(text, at, text.text.length), byline })
      draft.closed = true
      draft.body.push(trimMapped(sliceMapped(text, 0, at)))
      return
    }
  }
  draft.body.push(text)
}
