/** Tells whether headings in the middle of a text begin a new article or a section of the open one. */
import type { MappedText } from '../../model/mapped-text'
import { simplified } from '../../model/simplified'
import { NEWS_START } from '../lexicons/openings'
import type { Block } from '../values/document'
import { headingLines, NUMBERED } from './choose-title'
import { readTrailingNames } from './dateline'
import type { Draft } from './draft'
import { GENRE_BEFORE, isGenre } from './genre'
import { isBelow } from './look-around'
import { isBullet } from './signs'
import { pairs, share } from './word-pairs'

/**
 * What each sign adds to the log-odds that an article begins: a logistic regression over 2,200 such headings of annotated pages, of their scans, and
 * of pages put together at random from their articles in the layouts of 40 papers. Shares and counts are as `signsOf` gives them.
 */
const WEIGHTS: Readonly<Record<keyof Signs, number>> = {
  titleBelow: -14,
  cohesion: -24,
  headBelow: 3.8,
  news: 3,
  newsNear: 3,
  gap: 1.7,
  logAbove: 1.3,
  briefAbove: 1.8,
  many: 0.9,
  dash: 2.5,
  abstract: 8,
  mark: -0.8,
  numbered: -1,
  asked: -1.5,
  question: -0.7,
  digits: 1.2,
  sections: -0.4,
  signed: 0.7,
  bullets: 10,
  listEnds: 4,
  genre: 8,
  namesBelow: 2.5,
}
const BIAS = -10.4

/** No more of the text above than this tells what the open article is about. */
const MEMORY = 3000

/** An article shorter than this hardly has sections. */
const BRIEF = 130

/** Pairs that count as shared before any are seen, so that a headline of four characters tells little. */
const DOUBT = 0.3

/** No more of the text below than this tells what it is about. */
const SAMPLE = 400

interface Signs {
  /** Share of the character pairs of the open article's headline, of the text below in all above, of the heading in the text below. */
  readonly titleBelow: number
  readonly cohesion: number
  readonly headBelow: number
  /** The text below begins as news does, or comes to it in its first words. */
  readonly news: number
  readonly newsNear: number
  /** Empty lines above the heading. */
  readonly gap: number
  /** The logarithm of the length of all above, and whether it is too short to have sections. */
  readonly logAbove: number
  readonly briefAbove: number
  readonly many: number
  readonly dash: number
  /** A summary in brackets stands below the heading. */
  readonly abstract: number
  readonly mark: number
  readonly numbered: number
  /** The heading is what somebody asks or answers, or ends as a question. */
  readonly asked: number
  readonly question: number
  readonly digits: number
  readonly sections: number
  readonly signed: number
  /** A list begins below, where none stands above. */
  readonly bullets: number
  /** One of the headings names a kind of article: 社评. */
  readonly genre: number
  /** A list ends above, and none begins below. */
  readonly listEnds: number
  /** Both the open article and the text below name their writers. */
  readonly namesBelow: number
}

/** The headings with what stands around them. */
export interface Place {
  readonly open: Draft
  readonly headings: readonly Block[]
  /** The text below, up to the next heading; at least one block. */
  readonly below: readonly Block[]
  /** Empty lines above the headings. */
  readonly gap: number
  readonly source: string
}

/** The log-odds that the headings begin an article; above 0 it is the likelier. */
export function articleOdds(place: Place): number {
  const signs = signsOf(place)
  let odds = BIAS
  for (const [sign, weight] of Object.entries(WEIGHTS)) odds += weight * signs[sign as keyof Signs]
  return odds + (isColumn(place) ? COLUMN : 0)
}

/** What it adds that the name of a column stands directly above the headline, both apart from the text above: sections have one line. */
const COLUMN = 5

function isColumn({ headings, gap, source }: Place): boolean {
  const [label, headline] = headings
  return (
    headings.length === 2 &&
    gap > 0 &&
    /^[\u4e00-\u9fff ]{2,6}$/u.test((label as Block).text) &&
    (headline as Block).text.length >= 4 &&
    isBelow(label as Block, headline as Block, source)
  )
}

function signsOf({ open, headings: blocks, below, gap, source }: Place): Signs {
  const headings = headingLines(blocks, source)
  const text = longest(headings)
  const next = simplified((below[0] as Block).text.slice(0, 60))
  const above = lastOf(open.body)
  const title = open.headings.map(one => one.text).join('\n')
  const sample = below
    .map(one => one.text)
    .join('\n')
    .slice(0, SAMPLE)
  const belowPairs = pairs(sample)
  const signed = open.bylines.length > 0
  return {
    titleBelow: share(pairs(title), belowPairs, DOUBT),
    cohesion: share(belowPairs, pairs(above + title)),
    headBelow: share(pairs(text.replace(/[\s“”‘’]/gu, '')), belowPairs),
    news: Number(NEWS_START.test(next)),
    newsNear: Number(/近日|日前|昨[日天]|今[日天]|记者(?:从|近|昨|日)|获悉/u.test(next.slice(0, 40))),
    gap: Math.min(gap, 4),
    briefAbove: Number(above.length < BRIEF && open.sections.length === 0),
    logAbove: Math.log(above.length + 1),
    many: Number(headings.filter(one => !/^[【（]/u.test(one.text)).length > 1),
    abstract: Number(headings.some(one => one.text.length > 24 && /^【.*，/u.test(one.text))),
    dash: Number(headings.some(one => /^[—–-]{1,2}\s*[\u4e00-\u9fff“]/u.test(one.text))),
    mark: Number(/^[■●◆▲□○◎★]/u.test(text)),
    numbered: Number(NUMBERED.test(text) || /^\d{1,2}[.、．]/u.test(text)),
    asked: Number(/^(?:问|答|问题|主持人|[^，。：]{0,10}(?:记者|記者))[：:]/u.test(text)),
    question: Number(/[？?]$/u.test(text)),
    digits: Number(/\d/u.test(text)),
    sections: Math.min(open.sections.length, 3),
    signed: Number(signed),
    bullets: Number(isBullet(next) && open.bullets === 0),
    genre: Number(blocks.some(one => isGenre(one.text) || GENRE_BEFORE.test(simplified(one.text)))),
    listEnds: Number(open.bullets >= 2 && isBullet((open.body.at(-1) as MappedText).text) && !isBullet(next)),
    namesBelow: Number(signed && below.some(one => readTrailingNames(one.text) !== null)),
  }
}

/** The last paragraphs, as many as tell what the article is about. */
function lastOf(body: readonly MappedText[]): string {
  let text = ''
  for (let i = body.length - 1; i >= 0 && text.length < MEMORY; i--) text = `${(body[i] as MappedText).text}\n${text}`
  return text
}

function longest(headings: readonly MappedText[]): string {
  return headings.reduce((most, { text }) => (text.length > most.length ? text : most), '')
}
