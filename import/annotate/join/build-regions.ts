/** Makes the regions of a page from their finds. */
import type { AnnotatedRegion, Mention } from '../../values/annotations'
import type { RegionFind } from '../finds'
import type { Zone } from '../text/zone'
import { type Group, Groups, mentionOf } from './entity-builder'

export interface BuiltRegions {
  readonly entities: readonly AnnotatedRegion[]
  readonly mentions: readonly Mention[]
  /** Key of a region → id of its entity. */
  readonly idOf: ReadonlyMap<string, string>
}

export function buildRegions(zones: readonly Zone[], finds: readonly RegionFind[]): BuiltRegions {
  const groups = new Groups<RegionFind>()
  for (const find of finds) groups.add(find, [find.key])
  const nested = new Set(finds.filter(find => find.nestedFrom !== null).map(find => `${find.zone}|${find.end}`))
  const entities: AnnotatedRegion[] = []
  const mentions: Mention[] = []
  const idOf = new Map<string, string>()
  for (const [key, group] of groups.groups(zones)) {
    const id = `r${entities.length + 1}`
    const first = group.finds[0] as RegionFind
    idOf.set(key, id)
    entities.push({
      id,
      type: 'region',
      name: nameOf(group, first),
      aliases: [...new Set([...group.forms, ...nestedForms(zones, group, nested)])],
      adcode: first.division?.code ?? null,
      level: first.level,
      within: first.within,
    })
    for (const find of group.finds) mentions.push(mentionOf(id, find, find.rule === 'division-short' ? 'short' : 'name', zones))
  }
  return { entities, mentions, idOf }
}

/** The full name where it is printed, else the longest printed form. */
function nameOf(group: Group<RegionFind>, first: RegionFind): string {
  const forms = [...group.forms]
  return forms.find(form => form === first.name) ?? forms.reduce((a, b) => (b.length > a.length ? b : a))
}

/** 海州市云溪区 for 云溪区, where the regions above stand directly before; of towns only where one region stands before. */
function nestedForms(zones: readonly Zone[], group: Group<RegionFind>, nested: ReadonlySet<string>): string[] {
  return group.finds.flatMap(find => {
    if (find.nestedFrom === null) return []
    const form = (zones[find.zone] as Zone).text.slice(find.nestedFrom, find.end)
    return find.level === 'township' && nested.has(`${find.zone}|${find.start}`) ? [] : [form]
  })
}
