/** The articles of a page while they are put together, one open at a time. */
import { type MappedText, sliceMapped, trimMapped } from '../../model/mapped-text'
import type { Block } from '../values/document'
import { type Byline, isPicturing, readByline } from './byline'
import { NUMBERED } from './choose-title'
import { type Dateline, readScriptReporter, readTrailingNames } from './dateline'
import { type Draft, newDraft } from './draft'
import { creditAt, isBullet, isHeadline, likeliestHeadline, nameAtEnd, signatureAt } from './signs'

/** A paragraph shorter than this that ends with who took the picture stands below one. */
const CAPTION = 100

/** What waits for an article when it begins. */
export interface Waiting {
  readonly headings: readonly Block[]
  readonly captions: Block[]
  /** An editor's note or a summary. */
  readonly abstract: Block | null
  /** A line under the headline that names the writers. */
  readonly meta: { readonly block: MappedText; readonly byline: Byline } | null
}

/** Two characters that are set wide at the end, of which a line alone could not tell that they are a name. */
function penName(text: string): Byline | null {
  return text.length === 2 ? { names: [text], others: [], outlet: null, word: null } : null
}

export class DraftList {
  readonly drafts: Draft[] = []
  current: Draft | null = null

  start({ headings, captions, abstract, meta }: Waiting): Draft {
    const above = [...headings]
    // 一、… is the heading of the first section
    const sections = above.slice(0, -1).some(isHeadline) && NUMBERED.test((above.at(-1) as Block).text) ? above.splice(-1) : []
    const draft = newDraft(above)
    draft.abstract = abstract
    draft.body.push(...sections)
    draft.captions = captions
    if (meta) draft.bylines.push(meta)
    this.drafts.push(draft)
    this.current = draft
    return draft
  }

  /** Adds a paragraph that begins with a dateline or with names. */
  addOpening(draft: Draft, block: Block, opening: Dateline): void {
    draft.bylines.push({ block: trimMapped(sliceMapped(block, 0, opening.end)), byline: opening })
    this.addBody(draft, trimMapped(sliceMapped(block, opening.end, block.text.length)))
  }

  /** Adds what somebody says in a talk. */
  addSpoken(draft: Draft, text: MappedText): void {
    const trailing = readTrailingNames(text.text)
    if (trailing === null || trailing.start === 0) draft.body.push(text)
    else this.addBody(draft, text)
  }

  /** Adds a paragraph; names at its end end the article. */
  addBody(draft: Draft, text: MappedText): void {
    if (text.text === '') return
    const signature = signatureAt(text.text)
    if (signature !== null) {
      this.addBody(draft, trimMapped(sliceMapped(text, 0, signature)))
      const block = trimMapped(sliceMapped(text, signature, text.text.length))
      draft.bylines.push({ block, byline: { names: [], others: [], outlet: null, word: null } })
      return
    }
    if (isBullet(text.text)) draft.bullets++
    const reporter = readScriptReporter(text.text)
    if (reporter) draft.bylines.push({ block: sliceMapped(text, 0, reporter.end), byline: reporter })
    const trailing = readTrailingNames(text.text)
    const at = trailing?.start ?? creditAt(text.text) ?? nameAtEnd(text)
    const byline = trailing ?? (at === null ? null : (readByline(text.text.slice(at)) ?? penName(text.text.slice(at))))
    // 施工现场。 本报记者 甲乙 摄: the line below a picture
    if (byline && !trailing && isPicturing(byline.word) && text.text.length < CAPTION) {
      draft.captions.push({ ...text, kind: 'caption', source: { start: 0, end: 0 } })
      return
    }
    if (at === null || !byline) {
      draft.body.push(text)
      return
    }
    // 本台记者甲乙报道： what was recorded follows
    if (/[：:]$/u.test(text.text)) {
      draft.bylines.push({ block: trimMapped(sliceMapped(text, at, text.text.length)), byline })
      draft.body.push(text)
      return
    }
    const rest = trimMapped(sliceMapped(text, 0, at))
    if (rest.text !== '') draft.body.push(rest)
    this.endWith(draft, trimMapped(sliceMapped(text, at, text.text.length)), byline)
  }

  /** Names end the article. Where it had its writers already, the names belong to an article that began at one of its sections. */
  endWith(open: Draft, block: MappedText, byline: Byline): void {
    const isSigned = open.bylines.some(one => one.byline.names.length > 0)
    const section = isSigned && byline.names.length > 0 ? likeliestHeadline(open) : null
    let closing = open
    if (section) {
      const body = open.body.splice(section.at)
      open.sections = open.sections.filter(one => one.at < section.at)
      closing = newDraft(section.blocks)
      closing.body = body.slice(section.blocks.length)
      this.drafts.push(closing)
      this.current = closing
    }
    closing.bylines.push({ block, byline })
    closing.closed = true
  }
}
