/** The region or body that a number is about: named in its clause, said by 全市 or 公司, or carried from the sentence, the paragraph, the page. */

import type { Mention } from '../../values/annotations'
import type { Claim } from '../../values/statements'
import { type ArticleView, lastBefore, mentionsIn } from '../article-view'
import type { Candidate } from './candidate'

export interface SubjectMemory {
  /** Subject of the figure before, and where its sentence ends. */
  last: string | null
  lastSentenceEnd: number
  lastParagraph: number
}

const WHOLE = /(?:全|我|本|该)(省|市|县|区|州|盟|旗|镇|乡|村|自治区)/
const COMPANY =
  /(?:公司|企业|集团|我们|我厂|本院|我校|我院|该院|该校|该局|该馆|该站|该所|该中心|该园区|园区|基地|车间|合作社|项目)/

export function findSubject(
  view: ArticleView,
  candidate: Candidate,
  claim: Claim | null,
  memory: SubjectMemory,
  paragraphStart: number,
): string | null {
  const inClause = subjectsIn(view, candidate.clauseStart, candidate.start)
  const clause = view.plain.slice(candidate.clauseStart, candidate.start)
  if (inClause.length > 0) return (inClause[0] as Mention).entity
  const whole = WHOLE.exec(clause) ?? WHOLE.exec(view.plain.slice(candidate.sentenceStart, candidate.start))
  const earlier = subjectsIn(view, candidate.sentenceStart, candidate.clauseStart)
  if (whole && WHOLE.test(clause)) {
    const region = wholeRegion(view, whole[1] as string, candidate.start)
    if (region) return region
  }
  if (COMPANY.test(clause)) {
    const body = bodyMeant(view, candidate.start, claim)
    if (body) return body
  }
  if (earlier.length > 0) return (earlier.at(-1) as Mention).entity
  if (memory.last && memory.lastSentenceEnd === candidate.sentenceEnd) return memory.last
  if (whole) {
    const region = wholeRegion(view, whole[1] as string, candidate.start)
    if (region) return region
  }
  if (claim) {
    const body = bodyMeant(view, candidate.start, claim)
    if (body) return body
  }
  if (memory.last && memory.lastParagraph === paragraphStart) return memory.last
  const before = subjectsIn(view, paragraphStart, candidate.sentenceStart)
  if (before.length > 0) return (before.at(-1) as Mention).entity
  return memory.last ?? lastBefore(view.mentions, candidate.start, 0, m => isSubject(view, m))?.entity ?? mainRegion(view)
}

/** Regions and bodies that may be the subject of a clause: not the examples of a list (某某等12家), not what a preposition governs. */
function subjectsIn(view: ArticleView, start: number, end: number): Mention[] {
  return mentionsIn(view.mentions, start, end).filter(mention => {
    if (!isSubject(view, mention)) return false
    const behind = view.plain.slice(mention.span.end, mention.span.end + 40)
    if (/^(?:、[^，,。；]{1,16}){0,4}等[^，,。；]{0,4}[0-9一二三四五六七八九十]/.test(behind)) return false
    return !/[与和同向被由据为对比较]$/.test(view.plain.slice(Math.max(0, mention.span.start - 1), mention.span.start))
  })
}

function isSubject(view: ArticleView, mention: Mention): boolean {
  const entity = view.entityOf(mention)
  if (entity.type === 'organization') return entity.kind !== 'media'
  return entity.type === 'region' && entity.level !== 'country'
}

const LEVEL_OF: Readonly<Record<string, readonly string[]>> = {
  省: ['province'],
  自治区: ['province'],
  市: ['prefecture', 'province', 'county'],
  州: ['prefecture'],
  盟: ['prefecture'],
  县: ['county'],
  旗: ['county'],
  区: ['county', 'zone', 'province'],
  镇: ['township'],
  乡: ['township'],
  村: ['township'],
}

/** 全市 is the region of that level named last, else the one that the page names most. */
function wholeRegion(view: ArticleView, unit: string, offset: number): string | null {
  for (const level of LEVEL_OF[unit] ?? []) {
    const fits = (mention: Mention): boolean => {
      const entity = view.entityOf(mention)
      return entity.type === 'region' && entity.level === level
    }
    const last = lastBefore(view.mentions, offset, 0, fits)
    if (last) return last.entity
    const anywhere = view.page.entities.find(entity => entity.type === 'region' && entity.level === level)
    if (anywhere) return anywhere.id
  }
  return null
}

/** 公司 and 我们: the body where the speaker holds office, else the body named last. */
function bodyMeant(view: ArticleView, offset: number, claim: Claim | null): string | null {
  if (claim?.speaker) {
    const speaker = view.page.entities.find(entity => entity.id === claim.speaker)
    if (speaker?.type === 'organization') return regionOfOffice(view, speaker.id) ?? speaker.id
    const position = view.page.positions.find(
      p => p.person === claim.speaker && !p.former && (p.organization ?? p.region) !== null,
    )
    if (position?.organization) return regionOfOffice(view, position.organization) ?? position.organization
    if (position?.region) return position.region
  }
  return (
    lastBefore(view.mentions, offset, Math.max(0, offset - 800), m => {
      const entity = view.entityOf(m)
      return entity.type === 'organization' && entity.kind !== 'media' && entity.kind !== 'government' && entity.kind !== 'party'
    })?.entity ?? null
  )
}

/** What an office of a region says in numbers is about the region. */
function regionOfOffice(view: ArticleView, id: string): string | null {
  const body = view.page.entities.find(entity => entity.id === id)
  if (body?.type !== 'organization') return null
  return body.kind === 'government' || body.kind === 'party' || body.kind === 'legislature' ? body.region : null
}

function mainRegion(view: ArticleView): string | null {
  const counts = new Map<string, number>()
  let best: string | null = null
  for (const mention of view.mentions) {
    const entity = view.entityOf(mention)
    if (entity.type !== 'region' || entity.level === 'country') continue
    const count = (counts.get(entity.id) ?? 0) + 1
    counts.set(entity.id, count)
    if (!best || count > (counts.get(best) as number)) best = entity.id
  }
  return best
}
