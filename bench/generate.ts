/**
 * Generated articles for measuring: texts as papers print them, and from the same seed the extraction record of each. Names are drawn after Zipf's law
 * from a world with homonyms. Any article can be made without the others, so nothing is held but the world.
 */

import { type Division, divisionOf } from '../import/lexicons/gazetteer'
import type { SourceDocument } from '../import/values/document'
import type {
  Evidence,
  ExtractionRecord,
  RecordClaim,
  RecordFigure,
  RecordOrganization,
  RecordPerson,
  RecordPolicy,
  RecordPosition,
  RecordRegion,
} from '../model/extraction-record'
import type { Run } from '../model/span'
import { Random, Zipf } from './random'
import { readVocabulary, type Vocabulary } from './vocabulary'
import { makeWorld, type World, type WorldSizes } from './world'

export interface GeneratorOptions extends WorldSizes {
  readonly seed: number
  readonly articles: number
  readonly claims: number
}

/** A generated article, a document of its own. */
export interface GeneratedArticle {
  readonly document: SourceDocument
  readonly record: ExtractionRecord
}

export const FULL_SIZE: GeneratorOptions = {
  seed: 1,
  articles: 100_000,
  claims: 400_000,
  people: 20_000,
  organizations: 8_000,
  policies: 1_500,
}

/** The options of a smaller or larger corpus over the same world. */
export function ofSize(articles: number, seed = FULL_SIZE.seed): GeneratorOptions {
  return { ...FULL_SIZE, seed, articles, claims: Math.round((articles * FULL_SIZE.claims) / FULL_SIZE.articles) }
}

const REPRINTS = 0.03
const FIRST_DAY = Date.UTC(2021, 0, 1)
const DAYS = 1_700
const DAY = 86_400_000
const WEEKDAYS = '日一二三四五六'
const METRICS = 600
const MEASURES: readonly (readonly [name: string, unit: string])[] = [
  ['产值', '亿元'],
  ['产量', '万吨'],
  ['销售收入', '亿元'],
  ['出口额', '亿元'],
  ['投资额', '亿元'],
  ['种植面积', '万亩'],
]
const SCALE: Readonly<Record<string, readonly [unit: string, factor: number]>> = {
  亿元: ['元', 1e8],
  万吨: ['吨', 1e4],
  万亩: ['亩', 1e4],
}

/** Makes articles by their number, 0 to `articles` - 1. The same options and number give the same article. */
export class ArticleGenerator {
  private readonly world: World
  private readonly words: Vocabulary
  private readonly popular: { readonly speakers: Zipf; readonly policies: Zipf; readonly regions: Zipf; readonly metrics: Zipf }
  private readonly speakers: readonly number[]
  private readonly metrics: readonly (readonly [name: string, unit: string])[]

  constructor(readonly options: GeneratorOptions) {
    this.world = makeWorld(options.seed, options)
    this.words = readVocabulary()
    const journalists = new Set(this.world.journalists)
    this.speakers = this.world.people.flatMap((_, index) => (journalists.has(index) ? [] : [index]))
    const random = new Random(options.seed, 2)
    this.metrics = Array.from({ length: METRICS }, () => {
      const [measure, unit] = random.pick(MEASURES)
      return [random.pick(this.words.nouns) + measure, unit] as const
    })
    this.popular = {
      speakers: new Zipf(this.speakers.length),
      policies: new Zipf(this.world.policies.length),
      regions: new Zipf(this.world.regions.length),
      metrics: new Zipf(METRICS),
    }
  }

  get size(): number {
    return this.options.articles
  }

  /** All articles, one after the other, from number `from` up to but not including `to`. */
  *articles(from = 0, to = this.size): Generator<GeneratedArticle> {
    for (let number = from; number < to; number++) yield this.article(number)
  }

  article(number: number): GeneratedArticle {
    const random = new Random(this.options.seed, 3, number)
    const original = number > 0 && random.chance(REPRINTS) ? random.below(number) : number
    const day = random.below(DAYS)
    const reporter = this.world.people[random.pick(this.world.journalists)]
    const paper = this.world.organizations[reporter?.organization ?? 0]?.name ?? ''
    return this.write(number, new Random(this.options.seed, 4, original), day, paper, reporter?.name ?? '')
  }

  private write(number: number, random: Random, day: number, paper: string, reporter: string): GeneratedArticle {
    const date = new Date(FIRST_DAY + day * DAY)
    const title = `${this.noun(random)}${this.action(random)}${this.noun(random)}${this.action(random)}走笔`
    const head = `${paper}\n\n${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日 星期${WEEKDAYS[date.getUTCDay()]}\n\n${title}\n\n本报记者 ${reporter}\n\n`
    const article = new ArticleWriter(head.length)
    this.body(article, random)
    const record: ExtractionRecord = {
      document: `generated-${String(number).padStart(6, '0')}.txt`,
      publishedOn: date.toISOString().slice(0, 10),
      outlet: paper,
      url: null,
      articles: [
        {
          id: 'a1',
          ordinal: 0,
          title,
          subtitle: null,
          byline: [reporter],
          outlet: paper,
          kind: 'report',
          publishedOn: date.toISOString().slice(0, 10),
          publishedBetween: null,
          first: article.text.slice(0, 20),
          last: article.text.slice(-20),
          text: article.text,
          runs: article.runs(),
        },
      ],
      ...article.finish(paper, reporter),
      warnings: [],
    }
    return { document: { name: record.document, text: `${head}${article.text.replaceAll('\n', '\n\n')}\n`, meta: {} }, record }
  }

  /** An opening with figures, then one paragraph for each speaker, then a closing. */
  private body(article: ArticleWriter, random: Random): void {
    const { world } = this
    const region = world.regions[this.popular.regions.draw(random)] as Division
    article.put(`今年以来，`)
    article.region(region)
    article.put(`${this.clause(random)}，${this.clause(random)}。`)
    this.figures(article, random, region, null)
    article.paragraph()
    const perArticle = this.options.claims / this.options.articles
    const claims = Math.max(1, Math.round(perArticle + (random.next() - 0.5) * perArticle))
    for (let left = claims; left > 0; ) {
      const person = this.speakers[this.popular.speakers.draw(random)] as number
      const here = Math.min(left, random.chance(0.4) ? 2 : 1)
      this.speech(article, random, person, here)
      article.paragraph()
      left -= here
      if (random.chance(0.5)) {
        this.background(article, random, null)
        article.paragraph()
      }
    }
    article.put(`下一步，${this.clause(random)}，${this.clause(random)}，${this.clause(random)}。`)
  }

  private figures(article: ArticleWriter, random: Random, region: Division, claim: string | null): void {
    const [metric, unit] = this.metrics[this.popular.metrics.draw(random)] as readonly [string, string]
    const value = Math.round(random.next() * 9000 + 100) / 10
    const growth = Math.round(random.next() * 200 + 5) / 10
    const period = random.pick(['今年一季度', '今年上半年', '今年前三季度', '去年'])
    article.put(`${period}，`)
    const subject = article.region(region)
    const [base, factor] = SCALE[unit] as readonly [string, number]
    const shared = { claim, metric, subject, period, qualifier: null }
    article.figure(`${metric}达到${value}${unit}`, { ...shared, value: Math.round(value * factor), unit: base, change: false })
    article.put('，')
    article.figure(`同比增长${growth}%`, { ...shared, value: growth, unit: '%', change: true })
    article.put('。')
  }

  private speech(article: ArticleWriter, random: Random, index: number, claims: number): void {
    const { world } = this
    const person = world.people[index]
    if (!person) return
    const start = article.text.length
    let organization: string | null = null
    let region: string | null = null
    if (person.region) region = article.region(person.region)
    else if (person.organization !== null) {
      const body = world.organizations[person.organization]
      if (body) organization = article.organization(body.name, body.name, body.kind, body.seat)
    }
    article.put(person.title)
    const local = article.person(person.name, person.role)
    article.position({ person: local, organization, region, title: person.title, former: false }, start)
    for (let i = 0; i < claims; i++) {
      if (i > 0) {
        this.background(article, random, organization === null ? null : person.organization)
        article.person(person.name, person.role)
      }
      const verb = i > 0 ? '说' : random.pick(['表示', '介绍', '说', '认为'])
      this.claim(article, random, local, verb, i > 0 || random.chance(0.6))
    }
  }

  /** Sentences that nobody is said to have said. */
  private background(article: ArticleWriter, random: Random, organization: number | null): void {
    const body = organization === null ? undefined : this.world.organizations[organization]
    if (body) {
      article.put('在')
      article.organization(body.name, body.short, body.kind, body.seat)
      article.put('，')
    }
    article.put(`${this.clause(random)}，${this.clause(random)}。${this.clause(random)}，${this.clause(random)}。`)
  }

  private claim(article: ArticleWriter, random: Random, speaker: string, verb: string, quoted: boolean): void {
    article.put(quoted ? `${verb}：“` : `${verb}，`)
    const claim = article.beginClaim()
    article.put(`${this.clause(random)}，`)
    if (random.chance(0.35)) {
      const policy = this.world.policies[this.popular.policies.draw(random)]
      if (policy) {
        article.put('落实《')
        claim.about.push(article.policy(policy.name, policy.kind))
        article.put(`》，`)
      }
    }
    if (random.chance(0.15)) {
      const region = this.world.regions[this.popular.regions.draw(random)] as Division
      article.put('在')
      claim.about.push(article.region(region))
    }
    article.put(`${this.clause(random)}${random.chance(0.5) ? `，${this.clause(random)}` : ''}。`)
    article.endClaim(claim, { speaker, verb, mode: quoted ? 'direct' : 'indirect' })
    if (quoted) article.put('”')
  }

  private clause(random: Random): string {
    const [a, b, c, d] = [this.noun(random), this.action(random), this.noun(random), this.action(random)]
    switch (random.below(6)) {
      case 0:
        return `要${random.pick(['加快', '推动', '加强', '完善', '提升'])}${a}${b}`
      case 1:
        return `${a}和${c}的${b}${random.pick(['正在', '将要', '已经', '还要', '逐步'])}${random.pick(['推进', '提速', '展开', '见效', '落地'])}`
      case 2:
        return `把${a}${b}同${c}${d}结合起来`
      case 3:
        return `让${a}成为${c}${d}的支撑`
      case 4:
        return `${a}${b}离不开${c}${d}`
      default:
        return `${random.pick(['优化', '深化', '强化', '拓展', '健全'])}${a}${b}和${c}${d}`
    }
  }

  private noun(random: Random): string {
    return random.pick(this.words.nouns)
  }

  private action(random: Random): string {
    return random.pick(this.words.actions)
  }
}

interface OpenClaim {
  readonly id: string
  readonly start: number
  readonly about: string[]
}

type Mentioned<T> = Omit<T, 'aliases' | 'mentions'> & { readonly aliases: string[]; readonly mentions: Evidence[] }

/** Writes one article's body and keeps the places of everything in it. */
class ArticleWriter {
  text = ''
  private readonly people = new Map<string, Mentioned<RecordPerson>>()
  private readonly organizations = new Map<string, Mentioned<RecordOrganization>>()
  private readonly regions = new Map<string, Mentioned<RecordRegion>>()
  private readonly policies = new Map<string, Mentioned<RecordPolicy>>()
  private readonly positions = new Map<string, RecordPosition & { evidence: Evidence[] }>()
  private readonly claims: RecordClaim[] = []
  private readonly figures: RecordFigure[] = []

  constructor(private readonly offset: number) {}

  put(text: string): void {
    this.text += text
  }

  paragraph(): void {
    this.text += '\n'
  }

  /** One run for each paragraph: paragraphs stand one line apart in the body and two in the source. */
  runs(): Run[] {
    let at = 0
    return this.text.split('\n').map((paragraph, index) => {
      const run: Run = [at, this.offset + at + index, paragraph.length]
      at += paragraph.length + 1
      return run
    })
  }

  person(name: string, role: RecordPerson['role']): string {
    const found = known(this.people, `${name}`, 'p', id => ({ id, name, role, articles: ['a1'], ...unseen() }))
    return this.mention(found, name)
  }

  organization(name: string, form: string, kind: RecordOrganization['kind'], seat: Division | null): string {
    const region = seat ? this.unprinted(seat) : null
    const found = known(this.organizations, name, 'o', id => ({ id, name, kind, region, parent: null, ...unseen() }))
    return this.mention(found, form)
  }

  /** A county is printed behind its city, as papers do where the name alone is shared by many. */
  region(division: Division): string {
    const above = division.level === 'county' && division.parent ? divisionOf(division.parent) : null
    if (above) this.region(above)
    return this.mention(this.known(division), division.name)
  }

  policy(name: string, kind: RecordPolicy['kind']): string {
    const found = known(this.policies, name, 'y', id => ({ id, name, kind, issuer: null, ...unseen() }))
    return this.mention(found, name)
  }

  position(position: Omit<RecordPosition, 'evidence'>, start: number): void {
    const key = JSON.stringify(position)
    const evidence = [...(this.positions.get(key)?.evidence ?? []), this.evidence(start)]
    this.positions.set(key, { ...position, evidence })
  }

  beginClaim(): OpenClaim {
    return { id: `c${this.claims.length + 1}`, start: this.text.length, about: [] }
  }

  endClaim({ id, start, about }: OpenClaim, claim: Pick<RecordClaim, 'speaker' | 'verb' | 'mode'>): void {
    const evidence = this.evidence(start)
    this.claims.push({
      ...claim,
      id,
      article: 'a1',
      spans: [evidence.quote],
      about: [...new Set(about)],
      evidence: [evidence],
      attribution: null,
    })
  }

  figure(text: string, figure: Omit<RecordFigure, 'article' | 'text' | 'evidence'>): void {
    const start = this.text.length
    this.put(text)
    this.figures.push({ ...figure, article: 'a1', text, evidence: this.evidence(start) })
  }

  finish(
    paper: string,
    reporter: string,
  ): Pick<ExtractionRecord, 'people' | 'organizations' | 'regions' | 'policies' | 'positions' | 'claims' | 'figures'> {
    known<Mentioned<RecordPerson>>(this.people, reporter, 'p', id => ({
      id,
      name: reporter,
      role: 'journalist',
      articles: ['a1'],
      aliases: [reporter],
      mentions: [],
    }))
    known<Mentioned<RecordOrganization>>(this.organizations, paper, 'o', id => ({
      id,
      name: paper,
      kind: 'media',
      region: null,
      parent: null,
      aliases: [paper],
      mentions: [],
    }))
    return {
      people: [...this.people.values()],
      organizations: [...this.organizations.values()],
      regions: [...this.regions.values()],
      policies: [...this.policies.values()],
      positions: [...this.positions.values()],
      claims: this.claims,
      figures: this.figures,
    }
  }

  private mention(found: { id: string; aliases: string[]; mentions: Evidence[] }, form: string): string {
    const start = this.text.length
    this.put(form)
    found.mentions.push(this.evidence(start))
    if (!found.aliases.includes(form)) found.aliases.push(form)
    return found.id
  }

  private unprinted(division: Division): string {
    return this.known(division).id
  }

  private known(division: Division): Mentioned<RecordRegion> {
    const { code, name, level } = division
    return known(this.regions, code, 'r', id => ({ id, name, adcode: code, level, within: null, ...unseen() }))
  }

  private evidence(start: number): Evidence {
    const end = this.text.length
    const breaks = countBreaks(this.text, start)
    const more = countBreaks(this.text, end) - breaks
    return {
      article: 'a1',
      start,
      end,
      sourceStart: this.offset + start + breaks,
      sourceEnd: this.offset + end + breaks + more,
      quote: this.text.slice(start, end),
    }
  }
}

function known<T>(map: Map<string, T>, key: string, prefix: string, make: (id: string) => T): T {
  const found = map.get(key)
  if (found) return found
  const made = make(`${prefix}${map.size + 1}`)
  map.set(key, made)
  return made
}

function unseen(): { aliases: string[]; mentions: Evidence[] } {
  return { aliases: [], mentions: [] }
}

function countBreaks(text: string, end: number): number {
  let breaks = 0
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) breaks++
  return breaks
}
