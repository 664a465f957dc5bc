/** The region or body that a number is about: named in its clause, said by 全市 or 公司, or carried from the sentence, the speaker, the page. */

import { simplified } from '../../../model/simplified'
import type { AnnotatedOrganization, Mention } from '../../values/annotations'
import type { Claim } from '../../values/statements'
import { type ArticleView, lastBefore, mentionsIn } from '../article-view'
import type { Candidate } from './candidate'
import { clauseOf, narrowest, opensClause, subjectsIn } from './clause-subjects'
import { isEnterprise, mainSubject } from './main-subject'
import { committeesRegion, nation, regionOfOffice, speakersOwn } from './offices'
import { wholeRegion } from './whole-region'

/** The figure before: what it was about and where. */
export interface SubjectMemory {
  last: string | null
  sentence: number
  /** Where the number of that figure ends. */
  end: number
  paragraph: number
}

const WHOLE =
  /(?<!占|占到|占了|居|在|为)(?:全(?!.{1,3}(?:第|首))(?!.{1,3}平均(?:水平|[^，,。]{0,4}(?:高|低|多|少|快)))|[我本该])(省|市|县|区|州|盟|旗|镇|乡|村|自治区)(?!长|委|政府|级)/
const NATION =
  /^[^，,。]{0,10}?(?:(?<![\p{Script=Han}])中国(?!人|电|石|银|建|移|联|铁|航|邮|科学|农|工商|社会)[\p{Script=Han}]{2}|(?<!占|居|占到|于|过|超|比|较|与|出|有|及|遍及|辐射|覆盖|来自|面向)全国(?!的|同期)|我国)(?!人大|政协|第|首|各|最|平均|前|一|百|十)/u
/** 本港, 全澳: what the papers of Hong Kong and Macau call their own. */
const HOME: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:本|全)港(?!式|股|铁|口)|港股|恒指|库房/, /^香港/],
  [/(?:本|全)澳/, /^澳[门門]/],
  [/本地(?:生产总值|居民|经济|研发|失业|劳动)/, /^(?:香港|澳[门門])/],
]
/** What stands before a word that begins what is said. */
const STARTS = /(?:^|[，,、\s“年月日前后来底末初该让使而但]|这家|目前|如今|季度|期间|[他她我]的)$/
const OWN =
  /(?:公司|企业|集团|我们|咱们|我厂|我院|我校|学校|医院|协会|商会|学会|全校|全厂|全公司|全集团|园区|基地|合作社|厂里|校方|中心|交易所|体校|车间|该项目)(?!家|数|总数|户)/g
/** 村里, 镇上, 街道共接…: the place of that kind named last. */
const LOCAL =
  /(村|镇|乡|县|市|区|旗|盟|州|省)(?:里|上)(?!市|级|海|报|学|缴)|(村)(?=集体|民(?!委|政|间|宿|办|用|主))|(市)(?=区(?!县|域|里))|(县)(?=城)|(镇)(?=区)|(街道|社区)(?=共|已|今|去|累|将|还|建|新|有|每|办|组|投|开|现|目|整|成)/g

/** The first match with which something begins; the words are looked for first, since they are rarer than what may stand before them. */
function firstAtStart(words: RegExp, text: string): RegExpExecArray | null {
  words.lastIndex = 0
  for (let found = words.exec(text); found; found = words.exec(text)) {
    if (STARTS.test(text.slice(Math.max(0, found.index - 2), found.index))) return found
    words.lastIndex = found.index + 1
  }
  return null
}

/** 该院, 该局: the body named last, an office too. */
const THAT =
  /(?:该|这家|这个|这所)(?:院|局|关|厅|所|站|校|中心|分局|馆|队|公司|企业|集团|园|厂|机构|协会|支队|大队|单位|口岸|油田|基地|医院|学校)/

export function findSubject(
  view: ArticleView,
  candidate: Candidate,
  claim: Claim | null,
  memory: SubjectMemory,
  paragraph: number,
): string | null {
  const said = claim?.spans.find(span => span.start <= candidate.start && span.end >= candidate.start)
  // What stands before the statement says who speaks, not what the number is about.
  const sentence = Math.max(candidate.sentenceStart, said?.start ?? 0)
  const clauseStart = Math.max(candidate.clauseStart, said?.start ?? 0)
  const clause = view.plain.slice(clauseStart, candidate.start)
  const inClause = subjectsIn(view, clauseStart, candidate.start)
  const touching = mentionsIn(view.mentions, clauseStart, candidate.start).at(-1)
  // 华南60家企业: whatever governs the name, the number is its.
  if (
    touching?.span.end === candidate.start &&
    view.entityOf(touching).type === 'region' &&
    !/[至到—、和及与]/.test(view.plain[touching.span.start - 1] ?? '')
  )
    return touching.entity
  const owner = ownerBehind(view, candidate)
  if (owner) return owner
  const lastHere = memory.sentence === candidate.sentenceStart ? memory.last : null
  const opening = inClause.find(m => opensClause(view, m, clauseStart) && !isPlaceOfAction(view, m, lastHere))
  if (opening) return committeesRegion(view, opening.entity) ?? narrowest(view, inClause, opening).entity
  if (NATION.test(clause)) {
    const country = nation(view)
    if (country) return country
  }
  const whole = WHOLE.exec(clause)
  const wholeSubject = whole && wholeRegion(view, whole[1] as string, candidate.start, paragraph, sentence)
  // 我市 of a page that names no city is none of those that it names.
  if (whole) return wholeSubject
  const home = homeNamed(view, clause)
  if (home) return home
  const local = firstAtStart(LOCAL, clause)
  const place = local && wholeRegion(view, local.slice(1).find(Boolean) as string, candidate.start, paragraph, sentence)
  if (place) return place
  const ownWord = firstAtStart(OWN, clause)?.[0]
  const own = ownWord ? bodyMeant(view, candidate.start, claim, paragraph, ownWord) : null
  if (own) return own
  const here = HERE.test(clause) ? placeNamed(view, clauseStart) : null
  if (here) return here
  const zone = zoneMeant(view, clauseStart, candidate.start)
  if (zone) return zone
  const that = bodyPointedAt(view, sentence, candidate.start)
  if (that) return that
  const region = inClause.find(m => view.entityOf(m).type === 'region' && !isPlaceOfAction(view, m, lastHere))
  if (region) return narrowest(view, inClause, region).entity
  const since = subjectsIn(view, Math.max(sentence, memory.end), clauseStart).filter(m => opensClause(view, m, clauseOf(view, m)))
  if (since.length > 0) return subjectOf(view, narrowest(view, subjectsIn(view, sentence, clauseStart), since.at(-1) as Mention))
  if (memory.sentence === candidate.sentenceStart) return memory.last
  const earlier = subjectsIn(view, sentence, clauseStart).filter(m => opensClause(view, m, clauseOf(view, m)))
  if (earlier.length > 0)
    return subjectOf(view, narrowest(view, subjectsIn(view, sentence, clauseStart), earlier.at(-1) as Mention))
  const soFar = view.plain.slice(sentence, clauseStart)
  const wholeBefore = WHOLE.exec(soFar)
  const wholeOfSentence = wholeBefore && wholeRegion(view, wholeBefore[1] as string, candidate.start, paragraph, sentence)
  if (wholeOfSentence) return wholeOfSentence
  const country = NATION.test(soFar) ? nation(view) : null
  if (country) return country
  const localBefore = firstAtStart(LOCAL, soFar)?.slice(1).find(Boolean)
  const placeOfSentence = localBefore ? wholeRegion(view, localBefore, candidate.start, paragraph, sentence) : null
  if (placeOfSentence) return placeOfSentence
  const ownBefore = firstAtStart(OWN, soFar)?.[0]
  const ownOfSentence = ownBefore ? bodyMeant(view, candidate.start, claim, paragraph, ownBefore) : null
  if (ownOfSentence) return ownOfSentence
  const speakers = claim ? speakersOwn(view, claim, clause) : null
  if (speakers) return speakers
  if (memory.paragraph === paragraph) return memory.last
  const before = subjectsIn(view, paragraph, clauseStart).filter(m => !isOfExpert(view, m))
  const topic =
    before.filter(m => opensClause(view, m, clauseOf(view, m))).at(-1) ??
    before.filter(m => isEnterprise(view, m)).at(-1) ??
    before.at(0)
  if (topic) return regionOfOffice(view, topic.entity) ?? topic.entity
  return (isListed(view, paragraph) ? topicBefore(view, paragraph) : null) ?? mainSubject(view)
}

function homeNamed(view: ArticleView, clause: string): string | null {
  if (view.text === view.plain) return null
  for (const [words, name] of HOME)
    if (words.test(clause)) {
      const region = view.page.entities.find(e => e.type === 'region' && name.test(e.name))
      if (region) return region.id
    }
  return null
}

/** 某某大学教授某某: the body of a scholar, of which the scholar seldom speaks. */
function isOfExpert(view: ArticleView, mention: Mention): boolean {
  if (view.entityOf(mention).type !== 'organization') return false
  for (const person of mentionsIn(view.mentions, mention.span.end, mention.span.end + LONGEST_OFFICE)) {
    const entity = view.entityOf(person)
    if (entity.type === 'person') return entity.role === 'expert' && view.phraseStart(person) <= mention.span.start
  }
  return false
}
const LONGEST_OFFICE = 30

const subjectOf = (view: ArticleView, mention: Mention): string => committeesRegion(view, mention.entity) ?? mention.entity

/** 这里安置了…: the place named last. */
const HERE = /^[^，,]{0,3}(?:这里|这儿|当地)/
const PLACE = /(?:社区|村|街道|园|园区|基地|安置点|小区|港|码头|景区|市场)$/

function placeNamed(view: ArticleView, offset: number): string | null {
  const isPlace = (m: Mention): boolean => {
    const entity = view.entityOf(m)
    return entity.type === 'region' ? entity.level !== 'country' : entity.type === 'organization' && PLACE.test(entity.name)
  }
  return lastBefore(view.mentions, offset, Math.max(0, offset - 400), isPlace)?.entity ?? null
}

/** 投资5亿元的某某公司: the number is of the body behind it. */
function ownerBehind(view: ArticleView, candidate: Candidate): string | null {
  if (view.plain[candidate.end] !== '的') return null
  const behind = mentionsIn(view.mentions, candidate.end + 1, candidate.end + 41)[0]
  if (behind?.span.start !== candidate.end + 1) return null
  return view.entityOf(behind).type === 'organization' ? behind.entity : null
}

const ACTS_THERE = /^(?:、[^，,。、]{1,8}|等[地市县省])*(?:签约|设立|开设|布局|推介|举办|参展|参加|采购|招商|前置|承接)/

/** 已在某某前置救援力量: where the body acts of which the sentence tells, not what the number is about. */
function isPlaceOfAction(view: ArticleView, mention: Mention, last: string | null): boolean {
  if (view.entityOf(mention).type !== 'region') return false
  const { start, end } = mention.span
  if (!/[在向赴往](?:[^，,。；]{1,10}、)?$/.test(view.plain.slice(Math.max(0, start - 14), start))) return false
  return view.entity(last)?.type === 'organization' || ACTS_THERE.test(view.plain.slice(end, end + 16))
}

/** 该院共审结…: the last body named before the words that point at one. */
function bodyPointedAt(view: ArticleView, sentence: number, offset: number): string | null {
  const found = THAT.exec(view.plain.slice(sentence, offset))
  if (!found) return null
  const fits = (m: Mention): boolean => {
    const entity = view.entityOf(m)
    return entity.type === 'organization' && entity.kind !== 'media'
  }
  const at = sentence + found.index
  const floor = Math.max(0, at - 600)
  const kind = found[0].slice(-1)
  const endsSo = (m: Mention): boolean => fits(m) && view.entityOf(m).aliases.some(alias => alias.endsWith(kind))
  const within = lastBefore(view.allMentions, at, floor, endsSo)
  const whole = lastBefore(view.mentions, at, floor, endsSo)
  const alike = whole && within && within.span.start >= whole.span.end ? within : (whole ?? within)
  const isOfWord = bodyOfWord(view, kind)
  const ofKind = (m: Mention): boolean => {
    const entity = view.entityOf(m)
    return entity.type === 'organization' && isOfWord !== null && isOfWord(entity)
  }
  return (alike ?? lastBefore(view.mentions, at, floor, ofKind) ?? lastBefore(view.mentions, at, floor, fits))?.entity ?? null
}

const ZONE = /(?:园|新|片|开发|高新|经开|试验|示范|自贸|保税|合作)区/g

/** 园区, 新区 at the start of a clause: the zone or park named last whose name ends so. */
function zoneMeant(view: ArticleView, clause: number, offset: number): string | null {
  if (!firstAtStart(ZONE, view.plain.slice(clause, offset))) return null
  const fits = (m: Mention): boolean => {
    const entity = view.entityOf(m)
    return (
      /[区园]$/.test(m.quote) &&
      (entity.type === 'region' ? entity.level === 'zone' : entity.type === 'organization' && entity.kind === 'park')
    )
  }
  return lastBefore(view.allMentions, offset, Math.max(0, offset - 1000), fits)?.entity ?? null
}

/** （一）, 一是: a paragraph that goes on with the topic of the one before. */
const LISTED = /^\s*(?:[（(][一二三四五六七八九十0-9]+[）)]|[一二三四五六七八九十]是)/

const isListed = (view: ArticleView, paragraph: number): boolean => LISTED.test(view.plain.slice(paragraph, paragraph + 8))

function topicBefore(view: ArticleView, paragraph: number): string | null {
  const floor = Math.max(0, paragraph - 800)
  const opens = subjectsIn(view, floor, paragraph).filter(m => opensClause(view, m, clauseOf(view, m)))
  return opens.at(-1)?.entity ?? null
}

/** 公司, 我们: the speaker's own body, else the one named last in the paragraph, else in the paragraphs before. */
function bodyMeant(view: ArticleView, offset: number, claim: Claim | null, paragraph: number, word: string): string | null {
  const own = claim ? speakersOwn(view, claim) : null
  const isOfWord = bodyOfWord(view, word)
  const body = view.entity(own)
  if (own && (!isOfWord || (body?.type === 'organization' && isOfWord(body)))) return own
  const floor = Math.max(0, offset - 1000)
  if (isOfWord) {
    const named = lastBefore(view.mentions, offset, floor, m => {
      const entity = view.entityOf(m)
      return entity.type === 'organization' && isOfWord(entity)
    })
    if (named) return named.entity
    if (own && body?.type !== 'organization') return own
  }
  const fits = (m: Mention): boolean => isEnterprise(view, m)
  return (
    (lastBefore(view.mentions, offset, paragraph, fits) ?? lastBefore(view.mentions, offset, Math.max(0, offset - 600), fits))
      ?.entity ?? null
  )
}

/** Which bodies a word like 集团, 学校 or 协会 can mean; null where it can mean any (我们, 项目). */
function bodyOfWord(view: ArticleView, word: string): ((body: AnnotatedOrganization) => boolean) | null {
  const ending = /(?:集团|医院|基地|合作社|协会|商会|学会|银行|中心|交易所|体校)$/.exec(word)?.[0]
  if (ending) {
    const named = (body: AnnotatedOrganization): boolean => body.aliases.some(alias => simplified(alias).endsWith(ending))
    return view.page.entities.some(e => e.type === 'organization' && named(e)) ? named : null
  }
  if (/公司|企业|厂/.test(word)) return body => body.kind === 'company'
  if (/校/.test(word)) return body => body.kind === 'school' || body.kind === 'university'
  return null
}
