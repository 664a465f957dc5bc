/** The smallest annotated page: one article with a text, and entities whose names are found wherever the text prints them. */
import type { AnnotatedPage, Entity, Mention, Position } from '../../import/values/annotations'
import type { OrganizationKind, RegionLevel } from '../../model/vocabulary'
import { segmentedPage } from './segmented-page'

export interface Named {
  readonly people?: readonly string[]
  readonly journalists?: readonly string[]
  readonly organizations?: Readonly<Record<string, OrganizationKind>>
  readonly regions?: Readonly<Record<string, RegionLevel>>
  readonly policies?: readonly string[]
  /** Person → the body where the person holds office. */
  readonly offices?: Readonly<Record<string, string>>
}

/** Ids of the entities are their names. */
export function pageOf(text: string, named: Named = {}): AnnotatedPage {
  const entities: Entity[] = [
    ...(named.people ?? []).map((name): Entity => ({ id: name, type: 'person', name, aliases: [name], role: 'other' })),
    ...(named.journalists ?? []).map((name): Entity => ({ id: name, type: 'person', name, aliases: [name], role: 'journalist' })),
    ...Object.entries(named.organizations ?? {}).map(
      ([name, kind]): Entity => ({ id: name, type: 'organization', name, aliases: [name], kind, region: null, parent: null }),
    ),
    ...Object.entries(named.regions ?? {}).map(
      ([name, level]): Entity => ({ id: name, type: 'region', name, aliases: [name], adcode: null, level, within: null }),
    ),
    ...(named.policies ?? []).map(
      (name): Entity => ({ id: name, type: 'policy', name, aliases: [name], kind: 'plan', issuer: null }),
    ),
  ]
  const mentions: Mention[] = []
  for (const entity of entities) {
    for (let i = text.indexOf(entity.name); i >= 0; i = text.indexOf(entity.name, i + 1)) {
      const span = { start: i, end: i + entity.name.length }
      mentions.push({ entity: entity.id, article: 0, place: 'text', span, quote: entity.name, form: 'name', rule: 'test' })
    }
  }
  mentions.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const positions = Object.entries(named.offices ?? {}).map(([person, organization]): Position => {
    const span = { start: 0, end: 0 }
    return { person, organization, region: null, title: '负责人', former: false, article: 0, place: 'text', span }
  })
  return {
    page: segmentedPage(text),
    entities,
    mentions,
    positions,
  }
}
