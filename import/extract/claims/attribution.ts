/** An attribution: the words of a text that say who said something. What was said stands before, after or around it. */
import type { ArticleView, Paragraph } from '../article-view'
import type { UnnamedBodies } from './unnamed-bodies'

export interface Attribution {
  /** Where the phrase begins: the sentence or the clause after a quotation. */
  readonly start: number
  /** Where its clause begins; what stands between `start` and here is circumstance (在大会上，…). */
  readonly clauseStart: number
  readonly verbStart: number
  /** After the verb, before any punctuation. */
  readonly end: number
  readonly verb: string | null
  readonly speaker: Speaker
  /** True for verbs like 建议 and 要求, which open a new point and seldom close a quotation before them. */
  readonly asks: boolean
  readonly follows: Follows
  /** True where what is said is one sentence at most (据统计，…). */
  readonly single: boolean
  readonly rule: string
}

/** What stands behind the phrase: indirect speech after a comma or a colon, a quotation, the statement itself, or nothing. */
export type Follows = 'comma' | 'colon' | 'quotation' | 'text' | 'nothing'

/** `how` tells a person or body named in the phrase from one carried over from before, and from one that stays unknown. */
export interface Speaker {
  readonly entity: string | null
  readonly how: 'named' | 'carried' | 'meeting' | 'document' | 'unknown'
}

/** What the rules know of the text before the place they look at. */
export interface Memory {
  /** Whoever spoke last in the article. */
  lastSpeaker: string | null
  /** Where the sentence begins in which somebody spoke last. */
  lastSentence: number
  /** The last body for which an unnamed person spoke. */
  lastBody: string | null
  /** True where the article prints questions with a label (`记者：…`). */
  readonly interview: boolean
  /** True where the article is the transcript of a broadcast, whose parts have labels in brackets (【配音】). */
  readonly transcript: boolean
  readonly bodies: UnnamedBodies
}

/** A rule finds the attributions of its shape in a paragraph. */
export type AttributionRule = (view: ArticleView, paragraph: Paragraph, memory: Memory) => Attribution[]
