/** An article while it is put together. */
import { joinMapped, type MappedText } from '../../model/mapped-text'
import type { ArticleKind } from '../../model/vocabulary'
import { gather } from '../gather'
import type { Article, Block, Surrounding } from '../values/document'
import { type Byline, isPicturing } from './byline'
import { chooseTitle, type Titles, titlesAround } from './choose-title'

export interface Draft {
  headings: Block[]
  /** The lines of the headline where it is known which these are; the headings are what else stands around it. */
  title: readonly Block[] | null
  bylines: { readonly block: MappedText; readonly byline: Byline }[]
  body: MappedText[]
  captions: Block[]
  abstract: MappedText | null
  /** True once the article is known to be over: a continuation note, names at its end. */
  closed: boolean
  /** Number of paragraphs that begin with a list sign. */
  bullets: number
  /** Places in `body` of headings that were taken for headings of its sections, with the odds that they begin an article. */
  sections: { readonly at: number; readonly blocks: readonly Block[]; readonly odds: number }[]
}

export function newDraft(headings: readonly Block[]): Draft {
  return {
    headings: [...headings],
    title: null,
    bylines: [],
    body: [],
    captions: [],
    abstract: null,
    closed: false,
    bullets: 0,
    sections: [],
  }
}

/** No lead above a dateline is longer than this. */
const LEAD = 160
/** The line below a picture is hardly longer than this. */
const PICTURE = 80

/** Whether nothing of the article stands there yet but, at most, a few lines above its dateline: what a picture shows, a lead. */
export function isLead(draft: Draft): boolean {
  const { body, bylines, closed, headings, bullets } = draft
  if (body.length === 0) return true
  return (
    !closed &&
    bylines.length === 0 &&
    (bullets === 0 || isPicture(draft)) &&
    headings.length > 0 &&
    body.reduce((sum, { text }) => sum + text.length, 0) <= LEAD
  )
}

/** Whether all that stands there is what a picture shows: ■某人（左）在展会上 above the dateline. */
function isPicture({ body }: Draft): boolean {
  const { text } = body[0] as MappedText
  return body.length === 1 && text.length <= PICTURE && /^[■▲◆●]/u.test(text)
}

/** Makes a caption of what a picture shows where the article turns out to begin below it. */
export function setPictureAside(draft: Draft): void {
  if (draft.body.length === 0 || !isPicture(draft)) return
  const text = draft.body.splice(0)[0] as MappedText
  draft.captions.push({ ...text, kind: 'caption', source: { start: 0, end: 0 } })
  draft.bullets = 0
}

const chosen = new WeakMap<Draft, Titles>()

/** What the headings of the draft are to each other; chosen once. `body` gives its text, or as much of it as tells what it is about. */
export function titlesOf(draft: Draft, source: string, body: () => string): Titles {
  if (draft.title && draft.title.length > 0) return titlesAround(draft.title, draft.headings)
  const known = chosen.get(draft) ?? chooseTitle(draft.headings, source, draft.headings.length > 1 ? body() : '')
  chosen.set(draft, known)
  return known
}

/** The finished article. `own` is the paper's name, which 本报 means. */
export function finish(draft: Draft, ordinal: number, own: string | null, source: string): Article {
  const body = joinMapped(draft.body, '\n')
  const { title, subtitle, rest } = titlesOf(draft, source, () => body.text)
  const named = draft.bylines.map(({ byline }) => byline).filter(({ names }) => names.length > 0)
  // who took the pictures is named as writer only where nobody else is
  const writing = named.filter(({ word }) => !isPicturing(word))
  const names = new Set(gather(writing.length > 0 ? writing : named, byline => byline.names))
  const outlet = draft.bylines.map(({ byline }) => byline.outlet).find(name => name !== null) ?? null
  const word = draft.bylines.map(({ byline }) => byline.word).find(found => found !== null) ?? null
  const surroundings: Surrounding[] = []
  if (title) surroundings.push({ kind: 'title', ...title })
  const under = draft.abstract ?? subtitle
  if (under) surroundings.push({ kind: 'subtitle', ...under })
  for (const other of rest) surroundings.push({ kind: 'subtitle', ...other })
  if (draft.abstract && subtitle) surroundings.push({ kind: 'subtitle', ...subtitle })
  for (const { block } of draft.bylines) surroundings.push({ kind: 'byline', text: block.text, runs: block.runs })
  for (const caption of draft.captions) surroundings.push({ kind: 'caption', text: caption.text, runs: caption.runs })
  return {
    id: `a${ordinal + 1}`,
    ordinal,
    title: title?.text ?? '',
    subtitle: under?.text ?? null,
    byline: [...names],
    credited: [...new Set(gather(draft.bylines, ({ byline }) => [...byline.others, ...byline.names]))].filter(
      name => !names.has(name),
    ),
    bylineWord: word,
    outlet: outlet !== null && /^本[报報刊台社网網]/u.test(outlet) ? own : outlet,
    kind: kindOf(draft, body.text, word),
    publishedOn: null,
    publishedBetween: null,
    text: body.text,
    runs: body.runs,
    surroundings,
  }
}

function kindOf(draft: Draft, text: string, word: string | null): ArticleKind {
  const heads = draft.headings.map(block => block.text).join(' ')
  if (word === '评论员' || /评论员|社评|社論|社论|时评|短评|快评|锐评|随笔|微评|编者按/u.test(heads)) return 'commentary'
  if (draft.bullets >= 3 && draft.bullets * 2 > draft.body.length) return 'list'
  return text.length < 260 ? 'brief' : 'report'
}
