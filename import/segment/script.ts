/** The marks of what was spoken: the parts of a programme's script, and who speaks in the record of a talk. */
import { simplified } from '../../model/simplified'
import scriptWords from '../lexicons/script-words.json'
import type { Block } from '../values/document'
import { BRIEF_INLINE } from './signs'

/** A page with fewer marks is no script. */
const LEAST_MARKS = 3

/** What a mark says of the text behind it: it names an item, a presenter reads it, it is heard within an item, or between items. */
export interface ScriptMark {
  readonly kind: 'title' | 'lead' | 'within' | 'sound'
  readonly word: string
  /** Where the text behind it begins; the length of the line where the mark stands alone. */
  readonly end: number
}

const longestFirst = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|')
const { titles, leads, within, sounds, reporters, speakers } = scriptWords
const MARK = longestFirst([...titles, ...leads, ...within, ...sounds, ...reporters])
const NUMBER = '(?:\\d{1,2}|[一二三四五六七八九十])?'
/** `【主播 甲乙】`, `[解说]`, `【同期声1】`. */
const BRACKETED = new RegExp(
  `^[【［\\[〔](${MARK})${NUMBER}(?:[\\s·：:/／（(—-][^】］\\]〕]{0,24}|[\\u4e00-\\u9fff·]{2,4})?[】］\\]〕]\\s*`,
  'u',
)
/** `（解说）`, `(同期声)`: in parentheses nothing but the mark. */
const IN_PARENTHESES = new RegExp(`^[（(](${longestFirst([...leads, ...within, ...sounds])})${NUMBER}[）)]\\s*`, 'u')
/** `导语：`, `同期（果农 甲乙）：`, `主播 甲乙：`. */
const WITH_COLON = new RegExp(
  `^(${MARK})${NUMBER}(?:\\s?[（(][^）)：]{1,40}[）)]|(?<=主播|主持人|播音员|记者|出镜)\\s?[\\u4e00-\\u9fff·]{2,5}|\\s[\\u4e00-\\u9fff·]{2,5})?\\s*[：:]\\s*`,
  'u',
)
/** `解说` in a line of its own. */
const ALONE = new RegExp(`^(?:${longestFirst([...leads, ...within, ...sounds].filter(word => word.length >= 2))})$`, 'u')
const FIRST = new Set([...titles, ...leads, ...within, ...sounds, ...reporters].map(word => word[0]))

const TITLES = new Set(titles)
const LEADS = new Set(leads)
const SOUNDS = new Set(sounds)
const REPORTERS = new Set(reporters)

/** The mark with which the line begins, or null. */
export function readMark(printed: string): ScriptMark | null {
  const opens = /^[【［[〔（(]/u.test(printed)
  const head = simplified(printed.slice(0, 60))
  if (!FIRST.has(head[opens ? 1 : 0])) return null
  const match = opens ? (BRACKETED.exec(head) ?? IN_PARENTHESES.exec(head)) : WITH_COLON.exec(head)
  if (match) return { kind: kindOf(match[1] as string), word: match[1] as string, end: match[0].length }
  return !opens && ALONE.test(head) ? { kind: kindOf(head), word: head, end: printed.length } : null
}

function kindOf(word: string): ScriptMark['kind'] {
  return TITLES.has(word) ? 'title' : LEADS.has(word) ? 'lead' : SOUNDS.has(word) ? 'sound' : 'within'
}

/** Who presents the programme, as a line of its head or a mark says: 播音：甲乙 丙丁, 【主播 甲乙】. */
const PRESENTERS =
  /(?:主播|播音员?|主持人?)[：:】\s（(]\s*((?:[\u4e00-\u9fff]{2,4}[ 、\u3000]{0,2}){1,4}?)(?=$|[】）)：:]|[ \u3000]*[\u4e00-\u9fff]{2,4}[：:])/u
/** Names of presenters stand no farther below the head of the page, in blocks, where no mark names them. */
const HEAD = 8

/** The marks of the blocks of a script, in their places; null where the page is none. */
export function readMarks(blocks: readonly Block[]): readonly (ScriptMark | null)[] | null {
  const marks = blocks.map(({ kind, text }) => (kind === 'caption' ? null : readMark(text)))
  // words alone in their lines are entries of menus elsewhere
  const certain = marks.filter(
    (mark, i) =>
      mark !== null && mark.kind !== 'title' && mark.end > mark.word.length && (blocks[i] as Block).kind !== 'furniture',
  )
  const found = certain.length
  if (found < 2 || !certain.some(mark => SURE.has((mark as ScriptMark).word))) return null
  const presenters = new Set<string>()
  for (const [i, { text }] of blocks.entries())
    if (marks[i]?.kind === 'lead' || i < HEAD)
      for (const name of PRESENTERS.exec(simplified(text.slice(0, 60)))?.[1]?.split(/[ 、]/u) ?? [])
        if (name !== '') presenters.add(name)
  if (presenters.size === 0) return found < LEAST_MARKS ? null : marks
  // 甲乙：先来看… where the presenters are called by their names
  const named = marks.map((mark, i): ScriptMark | null => {
    const { text } = blocks[i] as Block
    const colon = mark ? -1 : text.slice(0, 8).search(/[：:]/u)
    return colon > 1 && presenters.has(simplified(text.slice(0, colon)).replace(/ /gu, ''))
      ? { kind: 'lead', word: '主播', end: colon + 1 }
      : mark
  })
  const more = named.filter((mark, i) => mark !== null && marks[i] === null).length
  return found + more < LEAST_MARKS ? null : named
}

/** A mark that stands nowhere but in scripts and in records of talks. */
const SURE = new Set(scriptWords.sure)

/** Whether the mark stands alone in its line. */
export function standsAlone(mark: ScriptMark, { text }: Block): boolean {
  return mark.end >= text.length
}

const SPEAKER =
  /^(?:【([^】，。]{1,24})】|\[([^\]，。]{1,24})\]|([^，。！？；“”《：:（【]{1,16}(?:[（(][^（()）]{1,16}[）)])?)[：:])\s*(?=.)/u
/** `[甲乙]`, `甲乙：` in a line of its own above what is said. */
const SPEAKER_ALONE = /^(?:【([^】，。]{2,16})】|\[([^\]，。]{2,16})\]|([\u4e00-\u9fff· ]{2,10})[：:])$/u
const ROLE = longestFirst(speakers)
const ROLES = new RegExp(`^(?:${ROLE})(?!题)|(?:${ROLE})(?:$|[\\s（(])`, 'u')
/** Blocks of a page that name who speaks, so that it is the record of a talk. */
const LEAST_SPOKEN = 4
const SPOKEN_SHARE = 0.25

/** Who speaks in the block as its first words say, or null. */
function speakerOf(text: string): string | null {
  const match = SPEAKER.exec(text) ?? SPEAKER_ALONE.exec(text)
  const who = match ? (match[1] ?? match[2] ?? match[3] ?? null) : null
  if (who === null || !/[\u4e00-\u9fff]/u.test(who)) return /^[QA]$/u.test(who ?? '') ? who : null
  return ROLES.test(who) || (readMark(text) === null && !BRIEF_INLINE.test(text)) ? who : null
}

/** Whether the marks are those of a programme in which more is heard than people who talk with each other. */
export function isProgramme(marks: readonly (ScriptMark | null)[] | null): boolean {
  return marks?.some(mark => mark?.kind === 'within' && !REPORTERS.has(mark.word)) === true
}

/**
 * The indices of the blocks that begin with who speaks, in the record of an interview or a press conference: 【市经信局局长 甲乙】, 某报记者：, 问：. Headings count below the
 * first who speaks a whole sentence, where their speaker does elsewhere or is named for asking. Empty where the page is none.
 */
export function spokenIn(blocks: readonly Block[]): ReadonlySet<number> {
  const count = new Map<string, number>()
  const found: { readonly at: number; readonly who: string }[] = []
  let running = 0
  let begun = false
  for (const [at, { kind, text }] of blocks.entries()) {
    if (kind !== 'text' && kind !== 'headline') continue
    if (kind === 'text') running++
    const who = speakerOf(text)
    if (who === null) continue
    const isAlone = SPEAKER_ALONE.test(text) && (blocks[at + 1]?.kind === 'text' || begun)
    if (kind === 'text' || isAlone || /[。！？]/u.test(text)) {
      begun = true
      count.set(who, (count.get(who) ?? 0) + 1)
    }
    if (begun) found.push({ at, who })
    if (isAlone && (blocks[at + 1]?.kind === 'headline' || blocks[at + 1]?.kind === 'text')) found.push({ at: at + 1, who })
  }
  const spoken = found.filter(({ at, who }) => {
    const times = count.get(who) ?? 0
    return times > 1 || (times > 0 && (blocks[at] as Block).kind === 'headline') || ROLES.test(who)
  })
  // a label that comes again and again, 【案例】, is nobody
  const isTalk =
    new Set(spoken.map(({ who }) => who)).size > 1 && spoken.length >= LEAST_SPOKEN && spoken.length >= running * SPOKEN_SHARE
  return isTalk ? new Set(spoken.map(({ at }) => at)) : new Set()
}
