/**
 * A second opinion on how a page was cut. The rules know what they were written for; a model of what lines are (`line-labels`) generalises better to pages unlike
 * any they have seen. Where it is sure that a line is something else than the rules took it for, the article is put together again as the model says.
 */
import { type MappedText, sliceMapped, trimMapped } from '../../model/mapped-text'
import type { Block, CleanPage, Line } from '../values/document'
import { isPicturing, readByline, readWriterWithTitle } from './byline'
import { readDateline, readLeadingNames } from './dateline'
import { type Draft, titlesOf } from './draft'
import { DraftList } from './draft-list'
import { featuresOf } from './line-features'
import { type LineLabel, labelLines } from './line-labels'
import { articlesOf, type LineSpan, type OutlinedArticle, type RuledArticle, ruledLabels } from './outline'

/** What the rules and this opinion have in common: articles, and what belongs to none. */
interface Cutting {
  readonly drafts: readonly Draft[]
  readonly furniture: readonly Block[]
}

/** Log-odds by which the rules are trusted beyond what the model learned to trust them; more where marks that it does not know tell where articles begin. */
const TRUST = 0.5
const TRUST_IN_MARKED = 3
/** On a page of fewer lines the model knows too little of what pages of its kind look like. */
const FEW = 12
/** A page whose lines say themselves what they are: the fields of an export, the items of a script. */
const NAMED_FIELD = /^(?:主?标题|標題|引题|引題|正文)[：:]/u
/** A line of a box of numbers, which is nobody's headline. */
const FACT = /^[^：:。，]{1,8}[：:](?:约|近|超)?\d/u
/** Of two articles that share so much of their lines, the one that the rules cut is kept. */
const SAME = 0.85
/** With so much in common it is the same article, cut otherwise. */
const ALIKE = 0.6

/** The articles as the rules cut them, but for those of which the model is sure that they begin, end or are called otherwise. */
export function withSecondOpinion(page: CleanPage, cut: Cutting & { readonly isMarked: boolean }): Cutting {
  if (page.lines.length < FEW || cut.drafts.length === 0) return cut
  if (page.lines.some(({ text }) => NAMED_FIELD.test(text))) return cut
  // what stands around the one article of a saved page tells nothing of it
  if (page.layout === 'web' && cut.drafts.length === 1) return cut
  return new Opinion(page, cut).cutting(cut.isMarked ? TRUST_IN_MARKED : TRUST)
}

/** An article of the rules, and its lines. */
interface Ruled extends RuledArticle {
  readonly draft: Draft
}

/** A stretch of a block that is one line. */
interface Piece {
  readonly block: number
  readonly start: number
  end: number
}

class Opinion {
  constructor(
    private readonly page: CleanPage,
    private readonly cut: Cutting,
  ) {
    this.lines = page.lines
    this.ruled = cut.drafts.flatMap(draft => this.outlineOf(draft) ?? []).sort((a, b) => a.body[0] - b.body[0])
  }

  private readonly lines: readonly Line[]
  private readonly ruled: readonly Ruled[]
  private labels: readonly LineLabel[] = []
  /** For each line of an article that the labels outline, the number of the article. */
  private owners: readonly (number | undefined)[] = []
  private pieces: readonly (readonly Piece[])[] = []

  cutting(trust: number): Cutting {
    // the rules pair texts with the headlines of the contents by what they say
    if (this.ruled.some(one => this.ruled.some(other => standsBetween(other, one)))) return this.cut
    const { taken, features } = ruledLabels(this.lines, this.ruled)
    this.labels = labelLines(featuresOf(this.lines, features), taken, trust)
    const wanted = this.withHeadlines(articlesOf(this.labels))
    if (wanted.length === 0 || (wanted.length === this.ruled.length && wanted.every((one, i) => agrees(one, this.ruled[i]))))
      return this.cut
    this.owners = ownersOf(this.lines.length, wanted)
    this.pieces = piecesOf(this.page.blocks, this.lines)
    const drafts = wanted.map((one, i) => {
      const ruled = this.nearest(one)
      if (!ruled || !this.isFree(ruled, i) || !isWithin(one.body, ruled.body)) return this.rebuilt(one, i, ruled, wanted[i + 1])
      if (!one.title || sameSpan(one.title, ruled.title) || ruled.isItem) return ruled.draft
      if (one.title[1] >= ruled.body[0]) return this.rebuilt(one, i, ruled, wanted[i + 1])
      return this.retitled(ruled.draft, one.title)
    })
    return { drafts, furniture: this.furniture(drafts) }
  }

  /**
   * The articles, but that one without a headline belongs to that above it where the rules saw none begin. Where they found the headline in the text,
   * it stands nowhere else. What has neither a headline nor an article above it, and was no article for the rules, is none.
   */
  private withHeadlines(articles: readonly OutlinedArticle[]): readonly OutlinedArticle[] {
    const found: OutlinedArticle[] = []
    for (const outlined of articles) {
      const one = outlined.title && this.isFact(outlined.title) ? { ...outlined, title: null } : outlined
      const ruled = this.ruled.find(({ body }) => body[0] === one.body[0])
      const last = found.at(-1)
      if (!one.title && !ruled) {
        if (last) found[found.length - 1] = { ...last, body: [last.body[0], one.body[1]] }
        else if (this.ruled.some(({ body }) => shareOf(one.body, body) > 0)) found.push(one)
      } else found.push(ruled?.isItem ? { ...one, title: null } : one)
    }
    return found
  }

  private isFact([first]: LineSpan): boolean {
    return FACT.test((this.lines[first] as Line).text)
  }

  private lineAt(source: number): number {
    let low = 0
    let high = this.lines.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.lines[middle] as Line).source.start <= source) low = middle
      else high = middle - 1
    }
    return low
  }

  private spanOf(text: MappedText | null | undefined): LineSpan | null {
    const first = text?.runs[0]
    const last = text?.runs.at(-1)
    return first && last ? [this.lineAt(first[1]), this.lineAt(last[1] + last[2] - 1)] : null
  }

  private outlineOf(draft: Draft): Ruled | null {
    const first = this.spanOf(draft.body[0])
    const last = this.spanOf(draft.body.at(-1))
    if (!first || !last || last[1] < first[0]) return null
    const { title, subtitle, rest } = titlesOf(draft, this.page.document.text, () => sampleOf(draft))
    const head = this.spanOf(title)
    return {
      draft,
      body: [first[0], last[1]],
      title: head && head[1] < first[0] ? head : null,
      isItem: title !== null && (!head || (head[1] >= first[0] && head[0] <= last[1])),
      headings: [subtitle, ...rest].map(one => this.spanOf(one)).filter(one => one !== null),
      bylines: draft.bylines.flatMap(({ block }) => this.wholeLines(block)),
      captions: draft.captions.flatMap(block => this.wholeLines(block)),
    }
  }

  /** The lines of which the text is the most. */
  private wholeLines(text: MappedText): readonly LineSpan[] {
    const span = this.spanOf(text)
    if (!span) return []
    if (span[1] > span[0]) return [span]
    return text.text.length >= 0.8 * (this.lines[span[0]] as Line).text.length ? [span] : []
  }

  /** The article of the rules that shares most lines with this one, if it is the same one. */
  private nearest({ body }: OutlinedArticle): Ruled | null {
    let best: Ruled | null = null
    let most = ALIKE
    for (const one of this.ruled) {
      const share = shareOf(body, one.body)
      if (share >= most) {
        best = one
        most = share
      }
    }
    return best
  }

  /** Whether no line of the article belongs to another one. */
  private isFree(ruled: Ruled, at: number): boolean {
    const { draft, body } = ruled
    const others = [...draft.headings, ...draft.bylines.map(({ block }) => block), ...draft.captions, draft.abstract]
    for (let i = body[0]; i <= body[1]; i++) if (!this.mayOwn(i, at)) return false
    return others.every(text => text === null || this.ownsAll(text, at))
  }

  private retitled(draft: Draft, title: LineSpan): Draft {
    const others = draft.headings.filter(block => {
      const span = this.spanOf(block)
      return !span || span[1] < title[0] || span[0] > title[1]
    })
    return { ...draft, headings: others, title: this.blocksOf(title, 'headline') }
  }

  private rebuilt({ title, body }: OutlinedArticle, at: number, ruled: Ruled | null, next: OutlinedArticle | undefined): Draft {
    const list = new DraftList()
    const isSame = ruled !== null && (!title || sameSpan(title, ruled.title))
    const known = isSame ? ruled.draft.headings.filter(block => this.ownsAll(block, at)) : []
    const draft = list.start({ headings: known, captions: [], abstract: null, meta: null })
    if (ruled) draft.bylines.push(...ruled.draft.bylines.filter(({ block }) => this.ownsAll(block, at)))
    if (known.length === 0 && title) draft.title = this.blocksOf(title, 'headline')
    for (const { label, blocks } of this.stretches(this.above(body[0], at), body[0] - 1)) {
      if (label === 'byline') for (const block of blocks) addByline(draft, block)
      else if (isHeading(label) && known.length === 0) draft.headings.push(...blocks)
    }
    let isFirst = true
    for (const { label, blocks } of this.stretches(body[0], body[1])) {
      for (const block of blocks) {
        const opening = isFirst && label !== 'caption' ? (readDateline(block.text) ?? readLeadingNames(block.text)) : null
        if (label === 'caption') draft.captions.push(block)
        else if (label === 'byline' && readByline(block.text)) addByline(draft, block)
        else if (opening) list.addOpening(draft, block, opening)
        else list.addBody(draft, block)
        if (label !== 'caption') isFirst = false
      }
    }
    const end = next ? Math.min(next.title?.[0] ?? next.body[0], next.body[0]) : this.lines.length
    for (const { label, blocks } of this.stretches(body[1] + 1, end - 1)) {
      if (isHeading(label)) break
      if (label === 'caption') draft.captions.push(...blocks)
      else if (!draft.bylines.some(({ byline }) => byline.names.length > 0))
        for (const block of blocks) if (readByline(block.text)) addByline(draft, block)
    }
    return draft
  }

  /** The lines of one label that stand together, as pieces of blocks; but for those that belong to no article. */
  private stretches(first: number, last: number): readonly { readonly label: LineLabel; readonly blocks: readonly Block[] }[] {
    const found: { label: LineLabel; blocks: readonly Block[] }[] = []
    for (let i = first; i <= last; ) {
      const label = this.labels[i] as LineLabel
      let end = i
      if (label === 'byline' || label === 'first' || label === 'body')
        while (end < last && this.labels[end + 1] === (label === 'byline' ? label : 'body') && this.goOn(end)) end++
      const kind = label === 'caption' ? 'caption' : isHeading(label) ? 'headline' : 'text'
      if (label !== 'apart' && label !== 'title' && label !== 'title-more')
        found.push({ label, blocks: this.blocksOf([i, end], kind) })
      i = end + 1
    }
    return found
  }

  /** Where what stands above the body begins: below the article before it. */
  private above(first: number, at: number): number {
    let from = first
    while (from > 0 && (this.owners[from - 1] === undefined || this.owners[from - 1] === at)) from--
    // a byline directly below another article is that one's
    while (from > 0 && from < first && (this.labels[from] === 'byline' || this.labels[from] === 'caption')) from++
    return from
  }

  private ownsAll(block: MappedText, at: number): boolean {
    const span = this.spanOf(block)
    if (!span) return false
    for (let i = span[0]; i <= span[1]; i++) if (!this.mayOwn(i, at)) return false
    return true
  }

  private mayOwn(line: number, at: number): boolean {
    const owner = this.owners[line]
    return owner === undefined || owner === at
  }

  /** Whether the line and the next belong to one paragraph. */
  private goOn(i: number): boolean {
    return this.pieces[i]?.at(-1)?.block === this.pieces[i + 1]?.[0]?.block
  }

  /** The lines as pieces of the blocks in which they stand, those of one block as one. */
  private blocksOf([first, last]: LineSpan, kind: Block['kind']): Block[] {
    const found: Piece[] = []
    for (let i = first; i <= last; i++)
      for (const piece of this.pieces[i] ?? []) {
        const before = found.at(-1)
        if (before && before.block === piece.block && kind !== 'headline') before.end = piece.end
        else found.push({ ...piece })
      }
    return found.flatMap(({ block, start, end }) => {
      const whole = this.page.blocks[block] as Block
      const text = trimMapped(sliceMapped(whole, start, end))
      const run = text.runs.at(-1)
      const from = text.runs[0]?.[1] ?? whole.source.start
      return text.text === '' ? [] : [{ ...text, kind, source: { start: from, end: run ? run[1] + run[2] : whole.source.end } }]
    })
  }

  /** What belongs to no article now: furniture of the rules, and what they had in articles that are no more. */
  private furniture(drafts: readonly Draft[]): readonly Block[] {
    const held = new Uint8Array(this.page.document.text.length)
    const hold = ({ runs }: MappedText) => {
      for (const [, source, length] of runs) held.fill(1, source, source + length)
    }
    for (const { headings, title, bylines, body, captions, abstract } of drafts)
      for (const text of [...headings, ...(title ?? []), ...bylines.map(({ block }) => block), ...body, ...captions, abstract])
        if (text) hold(text)
    const furniture = this.cut.furniture.filter(({ runs }) =>
      runs.every(([, source, length]) => held.subarray(source, source + length).every(is => is === 0)),
    )
    for (const block of furniture) hold(block)
    for (const block of this.page.blocks) furniture.push(...restsOf(block, held))
    return furniture.sort((a, b) => a.source.start - b.source.start)
  }
}

const isHeading = (label: LineLabel): boolean => label === 'heading' || label === 'kicker'

/** The stretches of a block that stand nowhere else. */
function restsOf(block: Block, held: Uint8Array): Block[] {
  const found: Block[] = []
  let open: [number, number] | null = null
  const close = () => {
    const text = open ? trimMapped(sliceMapped(block, open[0], open[1])) : null
    const first = text?.runs[0]
    const last = text?.runs.at(-1)
    if (text && first && last) found.push({ ...text, kind: 'furniture', source: { start: first[1], end: last[1] + last[2] } })
    open = null
  }
  for (const [start, source, length] of block.runs)
    for (let i = 0; i < length; i++) {
      if (held[source + i] !== 0) close()
      else if (open) open[1] = start + i + 1
      else open = [start + i, start + i + 1]
    }
  close()
  return found
}

/** Whether another article stands between headline and body: the headline is one of the contents. */
function standsBetween(other: OutlinedArticle, { title, body }: OutlinedArticle): boolean {
  if (!title) return false
  const at = other.title?.[0] ?? other.body[0]
  return (at > title[1] && at < body[0]) || (other.body[0] < body[0] && other.body[1] > title[1])
}

/** Whether the body is much the same as that of the rules, or a part of it of which nobody claims the rest. */
function isWithin(body: LineSpan, ruled: LineSpan): boolean {
  return shareOf(body, ruled) >= SAME || (body[0] >= ruled[0] && body[1] <= ruled[1])
}

function agrees(one: OutlinedArticle, ruled: Ruled | undefined): boolean {
  return ruled !== undefined && sameSpan(one.body, ruled.body) && (sameSpan(one.title, ruled.title) || !one.title)
}

function sameSpan(a: LineSpan | null, b: LineSpan | null): boolean {
  return a === b || (a !== null && b !== null && a[0] === b[0] && a[1] === b[1])
}

/** So much of a text tells what it is about. */
const SAMPLE = 500

function sampleOf({ body }: Draft): string {
  let sample = ''
  for (const { text } of body) {
    if (sample.length >= SAMPLE) break
    sample += `${text}\n`
  }
  return sample
}

function shareOf(a: LineSpan, b: LineSpan): number {
  const common = Math.min(a[1], b[1]) - Math.max(a[0], b[0]) + 1
  return common <= 0 ? 0 : common / (Math.max(a[1], b[1]) - Math.min(a[0], b[0]) + 1)
}

function ownersOf(size: number, articles: readonly OutlinedArticle[]): (number | undefined)[] {
  const owners = new Array<number | undefined>(size)
  for (const [at, { title, body }] of articles.entries()) {
    for (let i = body[0]; i <= body[1]; i++) owners[i] = at
    if (title) for (let i = title[0]; i <= title[1]; i++) owners[i] = at
  }
  return owners
}

/** For each line the stretches of blocks that stand in it. */
function piecesOf(blocks: readonly Block[], lines: readonly Line[]): Piece[][] {
  const found = lines.map((): Piece[] => [])
  for (const [block, { runs, text }] of blocks.entries()) {
    let at = 0
    let openLine = -1
    const own: Piece[] = []
    for (const [start, source, length] of runs) {
      for (let done = 0; done < length; ) {
        while (at > 0 && (lines[at] as Line).source.start > source + done) at--
        while (at + 1 < lines.length && (lines[at + 1] as Line).source.start <= source + done) at++
        const next = lines[at + 1]
        const step = Math.min(length - done, next ? next.source.start - source - done : length)
        const open = own.at(-1)
        if (open && openLine === at) open.end = start + done + step
        else {
          const piece = { block, start: open?.end ?? 0, end: start + done + step }
          openLine = at
          own.push(piece)
          found[at]?.push(piece)
        }
        done += Math.max(step, 1)
      }
    }
    const last = own.at(-1)
    if (last) last.end = text.length
  }
  return found
}

function addByline(draft: Draft, block: Block): void {
  const byline = readByline(block.text) ?? readDateline(block.text) ?? readWriterWithTitle(block.text)
  if (!byline) draft.headings.push(block)
  else if (isPicturing(byline.word) && draft.body.length > 0) draft.captions.push(block)
  else draft.bylines.push({ block, byline })
}
