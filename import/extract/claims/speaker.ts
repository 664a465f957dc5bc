/** Who speaks: the person or body that the words before a verb of saying name, or point to. */

import type { Mention } from '../../values/annotations'
import { type ArticleView, lastBefore, mentionsIn } from '../article-view'
import type { Memory, Speaker } from './attribution'

const UNKNOWN: Speaker = { entity: null, how: 'unknown' }
/** A person without a name who speaks for a body. */
const UNNAMED =
  /(?:负责人|负责同志|同志|工作人员|发言人|人士|方面|代表|民警|干警|干部|人员|部门|专家|领导|主任|科长|处长|局长|经理|书记|工程师|记者|老师|站长|所长|队长|团队|官员|高管|客服|村民|居民|法官|检察官)$/
const POINTING = /(?:该|这位|这名|上述|前述|此位)[^，,。]{0,12}$/
const PRONOUN = /(?:^|[，,。\s])[^，,。]{0,3}?(?:他|她|其|本人)[^，,。们]{0,16}$/
const OBJECT_MARK = new Set(['向', '对', '给', '同', '与', '跟', '被', '替', '听', '请', '为'])
const MEETING =
  /(?:会议|大会|全会|座谈会|例会|推进会|部署会|工作会|论坛|峰会|研讨会|发布会|调度会|会上|讲话)(?:还|并|同时|最后|则|进一步|特别|明确|在[^，,。]{1,12})?$/
/** What stands behind a body for which somebody without a name speaks. */
const SPEAKS_FOR = /^[）)]?[^，,。；、“”]{0,8}?(?:负责人|负责同志|发言人|工作人员|有关人士|相关人士)/
/** Reports of a company on its business; who publishes them stands before. */
const ACCOUNTS = /(?:财报|年报|季报|半年报|中报|业绩报告|业绩快报|业绩预告|招股书)(?:数据)?(?:还|则|也|并)?$/
const DOCUMENT =
  /(?:》(?:进一步|首次)?|报告|方案|意见|通知|规划|条例|办法|决定|公报|纲要|文件|白皮书|公告|通告|通报|声明|章程|数据|统计|结果|调查|研究|判决书?|判决)(?:还|并|同时|明确|中|早前|此前|日前|昨日|近日|则|也)?$/
const ADVERB =
  /^(?:\s|也|还|则|并|并且|又|再次|曾|曾经|均|都|就|却|随后|最后|同时|接着|进一步|明确|深刻|多次|反复|特别|着重|重点|殷切|郑重|一再|兴奋地|激动地|笑着|高兴地|自豪地|感慨地|坦率地|无奈地|严肃地|动情地|近日|日前|昨日|昨天|今天|今日|当天|当日|此前|事后|会后|会上|因此|所以|但|但是|不过|此外|另外|一直|始终|强烈|深入|系统|全面|一次次|再三|反复|由此|此次|时|后|中)+$/
const SETTING = /(?:在|就|向|对|于|接受|谈及|谈到|说起|提及|围绕|针对|面对)[^，,。]{0,30}$/

/** The speaker of the verb at `verb`, read from its clause first, then from the clauses before it in the sentence. */
export function findSpeaker(view: ArticleView, sentence: number, clause: number, verb: number, memory: Memory): Speaker {
  const words = view.plain.slice(clause, verb)
  const inClause = mentionsIn(view.mentions, clause, verb)
  const persons = inClause.filter(m => isSubjectPerson(view, m, clause))
  // 某某会见某某时说: the one who is met does not speak.
  const nearest = persons.at(-1)
  const person =
    nearest && persons.length > 1 && /^(?:一行)?(?:时|后|等)/.test(view.plain.slice(nearest.span.end, verb))
      ? persons[0]
      : nearest
  if (person && !/^的|^等/.test(view.plain.slice(person.span.end, verb))) return { entity: person.entity, how: 'named' }
  const bare = words.replace(/[“”"'「」]/g, '')
  const spokesman = inClause.findLast(
    m => view.entityOf(m).type === 'organization' && SPEAKS_FOR.test(view.plain.slice(m.span.end, m.span.end + 16)),
  )
  if (spokesman && !isObject(view, spokesman))
    return { entity: bodyBeforeBracket(view, inClause, spokesman).entity, how: 'named' }
  if (MEETING.test(bare) && !inClause.some(m => m.span.end === verb)) return { entity: meetingBody(view, verb), how: 'meeting' }
  const body = bodyIn(view, inClause, verb, bare)
  if (body) return { entity: body, how: 'named' }
  if (ACCOUNTS.test(bare)) {
    const company = lastBefore(view.mentions, clause, Math.max(0, clause - 400), m => kindOf(view, m) === 'company')
    if (company) return { entity: company.entity, how: 'named' }
  }
  const meant = bodyMeant(view, sentence, verb, bare)
  if (meant) return { entity: meant, how: 'named' }
  if (PRONOUN.test(bare)) return pronoun(view, verb, memory)
  if (UNNAMED.test(bare) || POINTING.test(bare)) {
    const departments = memory.bodies.find(view, inClause)
    if (departments) return { entity: departments, how: 'named' }
    const before = bodyBefore(view, sentence, clause)
    if (POINTING.test(bare) || /^(?:相关|有关|主要)/.test(bare))
      return carried(before ?? memory.lastBody ?? bodyBefore(view, 0, clause) ?? null)
    return before ? { entity: before, how: 'named' } : UNKNOWN
  }
  const document = inClause.filter(m => view.entityOf(m).type === 'policy').at(-1)
  if (
    DOCUMENT.test(bare) ||
    (document &&
      /^》?(?:还|并|也|则|同时|明确|进一步|中|要|首次|早前|此前|日前|近日|\s)*$/.test(view.plain.slice(document.span.end, verb)))
  ) {
    const entity = document ? view.entityOf(document) : null
    const organization = inClause.filter(m => view.entityOf(m).type === 'organization').at(-1)?.entity ?? null
    const issuer =
      entity?.type === 'policy' ? (isOrganization(view, entity.issuer) ? entity.issuer : issuerInTitle(view, entity.name)) : null
    const passed = /会议(?:审议)?通过的/.test(bare) ? meetingBody(view, clause) : null
    const named = document ? issuedBy(view, document.entity, verb) : issuerNamedBefore(view, clause, bare)
    return { entity: issuer ?? organization ?? passed ?? named, how: 'document' }
  }
  if (bare === '' || ADVERB.test(bare) || SETTING.test(bare)) return fromEarlierClauses(view, sentence, clause, memory)
  return UNKNOWN
}

/** 办法明确: the issuer of the document named last whose kind the noun is (文件 is any). */
function issuerNamedBefore(view: ArticleView, clause: number, words: string): string | null {
  const noun = /(文件|办法|方案|意见|通知|规划|条例|决定|措施|报告|公报|白皮书|纲要|草案|计划|公告)[^，,。]{0,4}$/.exec(
    words,
  )?.[1]
  if (!noun) return null
  const named = lastBefore(view.allMentions, clause, Math.max(0, clause - 300), mention => {
    const entity = view.entityOf(mention)
    if (entity.type !== 'policy') return false
    return noun === '文件' || entity.aliases.some(alias => alias.replace(/[》”」）]+$|（[^）]*）$/g, '').endsWith(noun))
  })
  const entity = named && view.entityOf(named)
  if (entity?.type !== 'policy') return submitter(view, clause, noun)
  return isOrganization(view, entity.issuer) ? entity.issuer : issuedBy(view, entity.id, clause)
}

/** 发展局昨向立法会提交文件。文件指: who hands in or publishes what has no title. */
function submitter(view: ArticleView, clause: number, noun: string): string | null {
  const from = Math.max(0, clause - 160)
  const at = new RegExp(`(?:提交|发表|公布|发布|印发|递交|作)(?:了|的)?(?:政府工作|题为)?${noun}`).exec(
    view.plain.slice(from, clause),
  )
  if (!at) return null
  const body = lastBefore(
    view.mentions,
    from + at.index,
    from,
    m => view.entityOf(m).type === 'organization' && !isObject(view, m),
  )
  return body?.entity ?? null
}

const ISSUES = /(?:印发|出台|发布|下发|制定|编制|颁布|公布|审议|通过|签发|推出)[^，,。]{0,16}$/
const FARTHEST_ISSUE = 3000

/** The body that a sentence before says issues the document: 市政府日前印发《…办法》, 市长主持召开市政府常务会议，通过《…规划》. */
function issuedBy(view: ArticleView, policy: string, offset: number): string | null {
  for (const mention of mentionsIn(view.allMentions, Math.max(0, offset - FARTHEST_ISSUE), offset)) {
    if (mention.entity !== policy) continue
    const { start } = mention.span
    if (!ISSUES.test(view.plain.slice(Math.max(0, start - 30), start))) continue
    const body = lastBefore(view.allMentions, start, Math.max(0, start - 80), m => {
      const kind = kindOf(view, m)
      return kind === 'government' || kind === 'party' || kind === 'legislature'
    })
    if (body && !/。/.test(view.plain.slice(body.span.end, start))) return body.entity
  }
  return null
}

/** 甲委员会（乙办）负责人: who is meant is the body before the bracket. */
function bodyBeforeBracket(view: ArticleView, mentions: readonly Mention[], body: Mention): Mention {
  if (!/[（(]/.test(view.plain[body.span.start - 1] ?? '')) return body
  return mentions.find(m => m.span.end === body.span.start - 1 && view.entityOf(m).type === 'organization') ?? body
}

/** 向甲表示, 回复本报查询, 接受乙采访: the body is spoken to. */
function isObject(view: ArticleView, mention: Mention): boolean {
  const { start } = mention.span
  return (
    OBJECT_MARK.has(view.plain[start - 1] as string) ||
    /(?:回复|答复|接受|致电|联系|告诉)$/.test(view.plain.slice(Math.max(0, start - 2), start))
  )
}

const kindOf = (view: ArticleView, mention: Mention): string | null => {
  const entity = view.entityOf(mention)
  return entity.type === 'organization' ? entity.kind : null
}

/** 该行董秘办人士, 校方回应, 警方介绍: the body of that kind that was named last. */
function bodyMeant(view: ArticleView, sentence: number, verb: number, words: string): string | null {
  const word =
    /^(?:对此[，,]?)?([局厅署校院厂店警园馆])方(?:工作人员|负责人|发言人)?(?:随后|昨日|今日|则|也|还|此前|日前)?$/.exec(
      words,
    )?.[1] ??
    (UNNAMED.test(words)
      ? /该(行|局|厅|院|校|所|公司|企业|集团|银行|中心|协会|医院|学校|委|部|司|处|馆|园|厂|店|合作社)/.exec(
          view.plain.slice(sentence, verb),
        )?.[1]
      : undefined)
  const region = /^([^，,]{2,6})警方(?:随后|昨日|今日|则|也|还|此前|日前)?$/.exec(words)?.[1]
  if (!word && !region) return null
  const fits = (m: Mention): boolean => {
    const kind = kindOf(view, m)
    if (!kind || view.quoted[m.span.start]) return false
    if (region) return /(?:公安局|分局|公安厅|公安处)$/.test(m.quote) && m.quote.includes(region.replace(/[省市县区州]$/, ''))
    if (!word) return false
    if (word === '警') return /(?:公安局|派出所|支队|大队|分局|公安厅|警务处)$/.test(m.quote)
    if (/^(?:公司|企业|集团)$/.test(word)) return kind === 'company'
    if (word === '校') return kind === 'school' || kind === 'university'
    return m.quote.endsWith(word) || (word === '行' && kind === 'company' && m.quote.includes('银行'))
  }
  return lastBefore(view.mentions, sentence, Math.max(0, sentence - 600), fits)?.entity ?? null
}

function isOrganization(view: ArticleView, id: string | null): boolean {
  return view.entity(id)?.type === 'organization'
}

/** 《青山省委关于…的意见》 names its issuer first. */
function issuerInTitle(view: ArticleView, title: string): string | null {
  const bare = title.replace(/^《/, '')
  const issuer = view.organizationsByForm.findLast(({ form }) => bare.startsWith(form))
  return issuer?.id ?? null
}

/** A person who is no object of the clause (向某某介绍) and stands in no genitive. */
function isSubjectPerson(view: ArticleView, mention: Mention, floor: number): boolean {
  if (view.entityOf(mention).type !== 'person') return false
  const start = view.phraseStart(mention)
  return !(start > floor && OBJECT_MARK.has(view.plain[start - 1] as string))
}

/** 某局相关负责人, 某公司方面, or the body itself right before the verb. */
function bodyIn(view: ArticleView, mentions: readonly Mention[], verb: number, words: string): string | null {
  const organization = mentions.filter(m => view.entityOf(m).type === 'organization' && !isObject(view, m)).at(-1)
  if (!organization) return null
  const link = view.plain.slice(organization.span.end, verb)
  if (link.length > 40) return null
  if (link === '' || ADVERB.test(link) || UNNAMED.test(words) || /^在|^\d+日|^[^的]{0,8}$/.test(link)) return organization.entity
  if (/(?:负责人|发言人|工作人员|同志|人士|代表|民警|干部)/.test(link)) return organization.entity
  return null
}

function bodyBefore(view: ArticleView, floor: number, offset: number): string | null {
  return lastBefore(view.mentions, offset, floor, m => view.entityOf(m).type === 'organization')?.entity ?? null
}

const carried = (entity: string | null): Speaker => (entity ? { entity, how: 'carried' } : UNKNOWN)

/** What stands behind a name that is no subject: 甲总书记关于…, 乙的… */
const OF_SOMEBODY = /^(?:总书记|主席|总理|同志)?(?:关于|重要|系列|在[^，,。]{0,6}(?:讲话|考察)|《|新时代)/

/** 他说, 她告诉记者: whoever was named last outside quotations. */
function pronoun(view: ArticleView, offset: number, memory: Memory): Speaker {
  const last = lastBefore(
    view.mentions,
    offset,
    Math.max(0, offset - 600),
    m =>
      view.entityOf(m).type === 'person' &&
      !view.quoted[m.span.start] &&
      !OF_SOMEBODY.test(view.plain.slice(m.span.end, m.span.end + 8)),
  )
  return carried(last?.entity ?? memory.lastSpeaker)
}

/** Clauses that name no subject of their own: time, place, occasion. */
const CIRCUMSTANCE =
  /^(?:(?:[0-9]|[一二][〇零一二三四五六七八九]|今年|去年|随后|最后|此次|当天|会上|其间|期间|同时|对此|为此|在|就|对于|结合|着眼|围绕|针对|面对|谈及|谈到|说起|提及|此外|另外|接着|不过|但|当)[^，,]{0,40}[，,])*$/

/** The subject of an earlier clause of the sentence (某某来到车间，仔细询问，强调…), else whoever spoke last. */
function fromEarlierClauses(view: ArticleView, sentence: number, clause: number, memory: Memory): Speaker {
  const before = mentionsIn(view.mentions, sentence, clause).filter(m => !view.quoted[m.span.start])
  const person = before.find(m => isSubjectPerson(view, m, sentence))
  if (person) return { entity: person.entity, how: 'named' }
  const first = view.plain.slice(sentence, clause)
  if (/^[^，,]{0,20}(?:会议|大会|全会|座谈会)[^，,]{0,4}[，,]/.test(first))
    return { entity: meetingBody(view, clause), how: 'meeting' }
  const body = before.find(
    m => view.entityOf(m).type === 'organization' && !OBJECT_MARK.has(view.plain[m.span.start - 1] as string),
  )
  if (body && /^(?:[^，,]{0,14}[，,]){0,2}[^，,]{0,4}$/.test(view.plain.slice(sentence, body.span.start)))
    return { entity: body.entity, how: 'named' }
  // 得知产量增长，他给予肯定，同时指出，…
  if (/(?:^|[，,])[他她](?!们)/.test(first)) return pronoun(view, sentence, memory)
  return CIRCUMSTANCE.test(first) || memory.lastSentence === sentence ? carried(memory.lastSpeaker) : UNKNOWN
}

const MEETS = /^(?:[^，,。]{0,12}?)(?:会议|全会|常务会|扩大会|座谈会|例会|专题会|工作会)/

/** The body whose meeting it is: the last one named before that is said to meet, or whose name is that of a meeting. */
function meetingBody(view: ArticleView, offset: number): string | null {
  const floor = Math.max(0, offset - 1500)
  const found = lastBefore(view.mentions, offset, floor, mention => {
    const entity = view.entityOf(mention)
    if (
      entity.type !== 'organization' ||
      !(entity.kind === 'party' || entity.kind === 'government' || entity.kind === 'legislature')
    )
      return false
    return MEETS.test(view.plain.slice(mention.span.end, mention.span.end + 20))
  })
  return found?.entity ?? null
}
