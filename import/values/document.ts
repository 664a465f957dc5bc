/** What flows between the first stages: a document as read, its cleaned page, and the articles cut from it. */
import type { RecordWarning } from '../../model/extraction-record'
import type { MappedText } from '../../model/mapped-text'
import type { Run, SourceSpan } from '../../model/span'
import type { ArticleKind } from '../../model/vocabulary'

/** What the caller knows and the text may not say. */
export interface DocumentMeta {
  readonly publishedOn?: string
  readonly publisher?: string
  readonly url?: string
  readonly title?: string
}

/** A document as read: `text` is kept to the end and never changed. */
export interface SourceDocument {
  readonly name: string
  readonly text: string
  readonly meta: DocumentMeta
}

/** What kind of line the cleaned page takes a block for. */
export type BlockKind = 'text' | 'furniture' | 'caption' | 'headline' | 'byline' | 'continuation'

/** A block of the page: a paragraph with hard-wrapped lines joined, or a heading. `text` with `runs` into the source. */
export interface Block {
  readonly text: string
  readonly runs: readonly Run[]
  readonly source: SourceSpan
  readonly kind: BlockKind
}

/** A line of the page as printed, or a piece of a web page that stands in one line. */
export interface Line extends MappedText {
  readonly source: SourceSpan
  /** Blanks before the first character, in half-width cells; 2 or more mark the first line of a paragraph. */
  readonly indent: number
  /** Width in half-width cells. */
  readonly width: number
  /** Whether an empty line stands before it. */
  readonly gap: boolean
  /** What the line is by itself. */
  readonly kind: BlockKind
}

/** A page as blocks in reading order, noise mended, with the way back to the source. */
export interface CleanPage {
  readonly document: SourceDocument
  /** `web` for a saved web page in one long line, cut at its blanks; `paper` for everything that has lines. */
  readonly layout: 'paper' | 'web'
  /** The lines of which the blocks are made, in order. */
  readonly lines: readonly Line[]
  readonly blocks: readonly Block[]
}

/** One article of a page. `text` is the body, paragraphs separated by a newline; every offset of later stages points into it. */
export interface Article {
  /** `a1`, `a2` … in reading order. */
  readonly id: string
  readonly ordinal: number
  readonly title: string
  readonly subtitle: string | null
  readonly byline: readonly string[]
  /** Others named beside the article: photographers, editors. */
  readonly credited: readonly string[]
  /** How the byline calls its names: 记者, 通讯员, 整理, 摄 …; as printed, or null where names stand alone. */
  readonly bylineWord: string | null
  readonly outlet: string | null
  readonly kind: ArticleKind
  readonly publishedOn: string | null
  readonly publishedBetween: readonly [from: string | null, to: string | null] | null
  readonly text: string
  readonly runs: readonly Run[]
  /** Further text that belongs to the article and is no running text: title, subtitle, byline lines, captions, each with its runs. Names are read there too. */
  readonly surroundings: readonly Surrounding[]
}

export interface Surrounding {
  readonly kind: 'title' | 'subtitle' | 'byline' | 'caption' | 'credit'
  readonly text: string
  readonly runs: readonly Run[]
}

/** A page cut into its articles. */
export interface SegmentedPage {
  readonly document: SourceDocument
  readonly publishedOn: string | null
  /** The paper or site the page belongs to, as printed. */
  readonly outlet: string | null
  readonly articles: readonly Article[]
  /** Furniture that names bodies or people (masthead, publisher line, credits of the page), read for names only. */
  readonly furniture: readonly Block[]
  readonly warnings: readonly RecordWarning[]
}
