/** An annotated page made from a gold file: the page as the chain cleans and cuts it, with the entities of the gold found by their printed forms. */
import { cleanPage } from '../../import/clean/clean-page'
import { segmentPage } from '../../import/segment/segment-page'
import type { AnnotatedPage, Entity, Mention, Position } from '../../import/values/annotations'
import type { RegionLevel } from '../../model/vocabulary'

interface GoldEntity {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
}
/** The part of a gold file (see the annotation guide) that names entities. */
export interface GoldEntities {
  readonly people: readonly (GoldEntity & { role: never })[]
  readonly organizations: readonly (GoldEntity & { kind: never; region?: string | null })[]
  readonly regions: readonly (GoldEntity & { adcode?: string | null })[]
  readonly policies: readonly (GoldEntity & { kind: never; issuer?: string | null })[]
  readonly positions: readonly { person: string; organization?: string | null; region?: string | null; title: string }[]
}

const DROPPED = /[\s“”‘’"'「」『』《》〈〉＂＇·•]/u

export function goldPage(name: string, text: string, gold: GoldEntities): AnnotatedPage {
  const page = segmentPage(cleanPage({ name, text, meta: {} }))
  const entities = entitiesOf(gold)
  const forms = entities
    .flatMap(entity => entity.aliases.map(alias => ({ entity, form: normal(alias).text })))
    .filter(({ form }) => form.length > 0)
    .sort((a, b) => b.form.length - a.form.length || Number(b.entity.type === 'region') - Number(a.entity.type === 'region'))
  const mentions: Mention[] = []
  page.articles.forEach((article, index) => {
    const { text: flat, at } = normal(article.text)
    const taken = new Uint8Array(flat.length)
    for (const { entity, form } of forms) {
      for (let i = flat.indexOf(form); i >= 0; i = flat.indexOf(form, i + 1)) {
        if (taken[i] || taken[i + form.length - 1]) continue
        taken.fill(1, i, i + form.length)
        const span = { start: at[i] as number, end: (at[i + form.length - 1] as number) + 1 }
        const quote = article.text.slice(span.start, span.end)
        mentions.push({ entity: entity.id, article: index, place: 'text', span, quote, form: 'name', rule: 'gold' })
      }
    }
  })
  for (const person of entities.filter(
    entity => entity.type === 'person' && entity.aliases.some(alias => alias.endsWith('总书记')),
  )) {
    page.articles.forEach((article, index) => {
      for (let i = article.text.indexOf('总书记'); i >= 0; i = article.text.indexOf('总书记', i + 1)) {
        if (mentions.some(m => m.article === index && m.span.start <= i && m.span.end > i)) continue
        mentions.push({
          entity: person.id,
          article: index,
          place: 'text',
          span: { start: i, end: i + 3 },
          quote: '总书记',
          form: 'title',
          rule: 'gold',
        })
      }
    })
  }
  mentions.sort((a, b) => a.article - b.article || a.span.start - b.span.start)
  return { page, entities, mentions, positions: positionsOf(gold, mentions, page.articles) }
}

function entitiesOf(gold: GoldEntities): Entity[] {
  return [
    ...gold.people.map(({ id, name, aliases, role }): Entity => ({ id, type: 'person', name, aliases, role })),
    ...gold.organizations.map(
      ({ id, name, aliases, kind, region }): Entity => ({
        id,
        type: 'organization',
        name,
        aliases,
        kind,
        region: region ?? null,
        parent: null,
      }),
    ),
    ...gold.regions.map(
      ({ id, name, aliases, adcode }): Entity => ({
        id,
        type: 'region',
        name,
        aliases,
        adcode: adcode ?? null,
        level: levelOf(name, adcode ?? null),
        within: null,
      }),
    ),
    ...gold.policies.map(
      ({ id, name, aliases, kind, issuer }): Entity => ({ id, type: 'policy', name, aliases, kind, issuer: issuer ?? null }),
    ),
  ]
}

function levelOf(name: string, adcode: string | null): RegionLevel {
  if (adcode) return adcode.endsWith('0000') ? 'province' : adcode.endsWith('00') ? 'prefecture' : 'county'
  if (/^(?:中国|我国|全国)$/u.test(name)) return 'country'
  if (/[镇乡村]$|街道$|苏木$|嘎查$/u.test(name)) return 'township'
  return /新区|园|城|开发区|高新区|基地|谷/u.test(name) ? 'zone' : 'macro_region'
}

/** Where the text prints the title right before or behind the name, the phrase of both; else the name alone. */
function positionsOf(gold: GoldEntities, mentions: readonly Mention[], articles: readonly { text: string }[]): Position[] {
  return gold.positions.flatMap(({ person, organization, region, title }): Position[] =>
    mentions
      .filter(mention => mention.entity === person)
      .map(mention => {
        const text = articles[mention.article]?.text as string
        const floor = Math.max(0, mention.span.start - 60)
        const before = text.slice(floor, mention.span.start)
        const at = before.lastIndexOf(title)
        const near = at >= 0 && !/[，。；“”]/u.test(before.slice(at))
        const body = mentions.filter(
          m =>
            m.article === mention.article &&
            m.entity === organization &&
            m.span.end <= mention.span.start &&
            m.span.start >= floor &&
            !/[，。；]/u.test(text.slice(m.span.end, mention.span.start)),
        )
        const start = near ? Math.min(floor + at, body.at(-1)?.span.start ?? floor + at) : mention.span.start
        return {
          person,
          organization: organization ?? null,
          region: region ?? null,
          title,
          former: false,
          article: mention.article,
          place: 'text',
          span: { start, end: mention.span.end },
        }
      }),
  )
}

/** The text as the scorer compares it, with the offset that each of its characters came from. */
function normal(text: string): { text: string; at: number[] } {
  let flat = ''
  const at: number[] = []
  for (let i = 0; i < text.length; i++) {
    for (const character of (text[i] as string).normalize('NFKC')) {
      if (DROPPED.test(character)) continue
      flat += character
      at.push(i)
    }
  }
  return { text: flat, at }
}
