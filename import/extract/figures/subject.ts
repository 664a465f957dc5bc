/** The region or body that a number is about: named in its clause, said by 全市 or 公司, or carried from the sentence, the speaker, the page. */
import type { Mention } from '../../values/annotations'
import type { Claim } from '../../values/statements'
import { type ArticleView, lastBefore, mentionsIn } from '../article-view'
import type { Candidate } from './candidate'

/** The figure before: what it was about and where. */
export interface SubjectMemory {
  last: string | null
  sentence: number
  paragraph: number
}

const WHOLE = /(?:全|我|本|该)(省|市|县|区|州|盟|旗|镇|乡|村|自治区)(?!长|委|政府|级)/
const OWN =
  /公司|企业(?!家|数|总数)|集团|我们|我厂|我院|我校|本院|该院|该校|该局|该馆|该站|该所|该中心|该园|园区|基地|合作社|厂里|村里|镇里|县里|市里|校方/

export function findSubject(view: ArticleView, candidate: Candidate, claim: Claim | null, memory: SubjectMemory, paragraph: number): string | null {
  const clause = view.plain.slice(candidate.clauseStart, candidate.start)
  const inClause = subjectsIn(view, candidate.clauseStart, candidate.start)
  const named = inClause.find(m => opensClause(view, m, candidate.clauseStart)) ?? inClause.find(m => view.entityOf(m).type === 'region')
  if (named) return named.entity
  const whole = WHOLE.exec(clause)
  const wholeSubject = whole && wholeRegion(view, whole[1] as string, candidate.start)
  if (wholeSubject) return wholeSubject
  if (OWN.test(clause)) {
    const own = bodyMeant(view, candidate.start, claim, paragraph)
    if (own) return own
  }
  if (memory.last && memory.sentence === candidate.sentenceStart) return memory.last
  const earlier = subjectsIn(view, candidate.sentenceStart, candidate.clauseStart).filter(m => opensClause(view, m, clauseOf(view, m)))
  if (earlier.length > 0) return (earlier.at(-1) as Mention).entity
  const sentence = WHOLE.exec(view.plain.slice(candidate.sentenceStart, candidate.clauseStart))
  const sentenceSubject = sentence && wholeRegion(view, sentence[1] as string, candidate.start)
  if (sentenceSubject) return sentenceSubject
  const said = claim ? speakersOwn(view, claim) : null
  if (said) return said
  if (memory.last && memory.paragraph === paragraph) return memory.last
  const before = subjectsIn(view, paragraph, candidate.clauseStart)
  const topic = before.filter(m => opensClause(view, m, clauseOf(view, m))).at(-1) ?? before.find(m => view.entityOf(m).type === 'region')
  return topic?.entity ?? mainSubject(view)
}

/** Regions and bodies that may be the subject of a clause: not the examples of a list (某某等12家), not what a preposition governs. */
function subjectsIn(view: ArticleView, start: number, end: number): Mention[] {
  return mentionsIn(view.mentions, start, end).filter(mention => {
    const entity = view.entityOf(mention)
    if (entity.type !== 'region' && entity.type !== 'organization') return false
    if (entity.type === 'region' ? entity.level === 'country' : entity.kind === 'media') return false
    if (/^(?:、[^，,。；]{1,16}){0,4}等[^，,。；]{0,6}[0-9一二三四五六七八九十]/.test(view.plain.slice(mention.span.end, mention.span.end + 60))) return false
    return !/(?:与|和|同|向|被|由|据|为|对|比|较|占|从|获|入选|申报|经)$/.test(view.plain.slice(Math.max(0, mention.span.start - 2), mention.span.start))
  })
}

/** True where nothing but time, 在 and adverbs stands between the start of a clause and the mention. */
function opensClause(view: ArticleView, mention: Mention, clause: number): boolean {
  const before = view.plain.slice(clause, mention.span.start)
  return before.length <= 18 && /^[\s“”]*(?:[^，,。]{0,12}(?:年|月|日|季度|目前|底|初|末|以来|期间|前|后)[，,]?)?(?:目前|如今|眼下|其中|而|仅|已|在|于|位于|来自|这|，|、|截至|预计|连续|现在|整个|地处)*$/.test(before)
}

function clauseOf(view: ArticleView, mention: Mention): number {
  for (let i = mention.span.start - 1; i >= Math.max(0, mention.span.start - 40); i--) if (/[，,。；;：:！？\n”]/.test(view.plain[i] as string)) return i + 1
  return Math.max(0, mention.span.start - 40)
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

/** 全市 is the region of that level named last, else one that the page names. */
function wholeRegion(view: ArticleView, unit: string, offset: number): string | null {
  for (const level of LEVEL_OF[unit] ?? []) {
    const fits = (mention: Mention): boolean => {
      const entity = view.entityOf(mention)
      return entity.type === 'region' && entity.level === level && (level !== 'county' || unit === '区' || entity.name.endsWith(unit))
    }
    const found = lastBefore(view.mentions, offset, 0, fits)?.entity ?? view.page.mentions.find(fits)?.entity
    if (found) return found
  }
  return null
}

/** 公司, 我们: the speaker's own body, else the one named last in the paragraph, else in the paragraphs before. */
function bodyMeant(view: ArticleView, offset: number, claim: Claim | null, paragraph: number): string | null {
  const own = claim ? speakersOwn(view, claim) : null
  if (own) return own
  const fits = (m: Mention): boolean => {
    const entity = view.entityOf(m)
    return entity.type === 'organization' && !['media', 'government', 'party', 'legislature'].includes(entity.kind)
  }
  return (lastBefore(view.mentions, offset, paragraph, fits) ?? lastBefore(view.mentions, offset, Math.max(0, offset - 600), fits))?.entity ?? null
}

/** The body for which the speaker stands; for an office of a region, the region. Scholars speak for nobody. */
function speakersOwn(view: ArticleView, claim: Claim): string | null {
  const speaker = view.page.entities.find(entity => entity.id === claim.speaker)
  if (speaker?.type === 'organization') return regionOfOffice(view, speaker.id) ?? speaker.id
  if (speaker?.type !== 'person' || speaker.role === 'expert') return null
  const position = view.page.positions.find(p => p.person === claim.speaker && !p.former && (p.organization ?? p.region) !== null)
  if (!position) return null
  return position.organization ? (regionOfOffice(view, position.organization) ?? position.organization) : position.region
}

/** What an office of a region says in numbers is about the region. */
function regionOfOffice(view: ArticleView, id: string): string | null {
  const body = view.page.entities.find(entity => entity.id === id)
  if (body?.type !== 'organization') return null
  const office = body.kind === 'government' || body.kind === 'party' || body.kind === 'legislature' || /部门$|管委会$/.test(body.name)
  if (!office) return null
  const named = view.page.entities.filter(e => e.type === 'region' && e.aliases.some(alias => alias.length >= 2 && body.name.startsWith(alias)))
  return body.region ?? named.at(-1)?.id ?? null
}

/** The region that the article, its headlines and the page name most. */
function mainSubject(view: ArticleView): string | null {
  const weights = new Map<string, number>()
  let best: string | null = null
  for (const mention of view.page.mentions) {
    const entity = view.entityOf(mention)
    if (entity?.type !== 'region' || entity.level === 'country') continue
    const weight = (weights.get(entity.id) ?? 0) + (mention.article !== view.index ? 0.2 : mention.place === 'text' ? 1 : 2)
    weights.set(entity.id, weight)
    if (!best || weight > (weights.get(best) as number)) best = entity.id
  }
  return best
}
