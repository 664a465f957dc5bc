/** Makes the bodies of a page from their finds: long and short forms that mean one body are joined. */

import { gather } from '../../gather'
import type { AnnotatedOrganization, Mention } from '../../values/annotations'
import type { OrganizationFind, RegionFind } from '../finds'
import { fold } from '../text/fold'
import type { Zone } from '../text/zone'
import { Groups, mentionOf } from './entity-builder'

export interface BuiltOrganizations {
  readonly entities: readonly AnnotatedOrganization[]
  readonly mentions: readonly Mention[]
  readonly idOf: (find: OrganizationFind) => string | null
}

export function buildOrganizations(
  zones: readonly Zone[],
  finds: readonly (readonly OrganizationFind[])[],
  regionId: ReadonlyMap<string, string>,
  seatOf: (finds: readonly OrganizationFind[], named: string | null) => string | null,
  regions: readonly (readonly RegionFind[])[],
): BuiltOrganizations {
  const regionStarts = new Map<string, RegionFind>()
  for (const [zone, list] of regions.entries())
    for (const find of list) if (find.nestedFrom !== null) regionStarts.set(`${zone}|${find.nestedFrom}`, find)
  const groups = new Groups<OrganizationFind>()
  for (const mine of finds) for (const find of mine) groups.add(find, keysOf(zones, find))
  const entities: AnnotatedOrganization[] = []
  const mentions: Mention[] = []
  const ids = new Map<OrganizationFind, string>()
  const parents: { readonly id: string; readonly find: OrganizationFind }[] = []
  const built = [...groups.groups(zones).values()]
  built.forEach((group, i) => {
    const id = `o${i + 1}`
    for (const find of group.finds) {
      ids.set(find, id)
      mentions.push(mentionOf(id, find, find.form, zones))
      if (find.parentEnd !== null) parents.push({ id, find })
    }
  })
  const placeOf = (find: OrganizationFind): string => `${find.zone}|${find.start}|${find.end}`
  const byPlace = new Map([...ids].map(([find, id]) => [placeOf(find), id]))
  const parentOf = new Map<string, string>()
  for (const { id, find } of parents) {
    const parent = byPlace.get(`${find.zone}|${find.start}|${find.parentEnd}`)
    if (parent && parent !== id && !parentOf.has(id)) parentOf.set(id, parent)
  }
  built.forEach((group, i) => {
    const id = `o${i + 1}`
    const lead = group.finds.find(find => find.form === 'name') ?? (group.finds[0] as OrganizationFind)
    const key = seatOf(group.finds, group.finds.map(find => find.region).find(Boolean) ?? null)
    entities.push({
      id,
      type: 'organization',
      name: nameOf(group.forms),
      aliases: [...new Set([...group.forms, ...gather(group.finds, find => partForms(zones, find, regionStarts))])],
      kind: lead.kind,
      region: (key && regionId.get(key)) ?? null,
      parent: parentOf.get(id) ?? null,
    })
  })
  return { entities, mentions, idOf: find => ids.get(find) ?? byPlace.get(placeOf(find)) ?? null }
}

/** What tells a body: its printed form, and its stem with its region. */
function keysOf(zones: readonly Zone[], find: OrganizationFind): string[] {
  const zone = zones[find.zone] as Zone
  const printed = fold(zone.text.slice(find.start, find.end)).replace(/\s/gu, '')
  const stem = `${find.rule === 'outlet' || find.rule === 'known-body' ? '' : (find.region ?? '')}|${fold(find.stem)}`
  if (find.rule === 'short-form') return [stem, `form|${printed}`]
  // The same words for the own organ of two regions (省委 in news of two provinces) are two bodies.
  if (find.rule === 'organ-of-own-region') return [stem]
  if (find.kind === 'media')
    return [
      stem,
      `form|${printed}`,
      `media|${printed === '本报' ? fold(find.stem).replace(/社$/u, '') : printed.replace(/社$/u, '')}`,
    ]
  if (find.rule === 'known-body') return [stem, `form|${printed}`, `bare|${fold(find.stem)}`]
  const bare = bareKey(find, printed)
  if (bare) return [stem, `form|${printed}`, bare]
  return find.ownRegion && find.region === null ? [`form|${printed}`, stem] : [stem, `form|${printed}`]
}

/** What a name is without the region or body before it, so that 长河集团 and 海州长河集团 meet; null where that is too short to tell bodies apart. */
function bareKey(find: OrganizationFind, printed: string): string | null {
  if (!find.rule.startsWith('ending') || find.kind === 'government' || find.kind === 'party') return null
  const bare = find.parentEnd !== null ? printed.slice(-(find.end - find.parentEnd)) : find.ownRegion ? fold(find.stem) : printed
  return bare.length >= 4 &&
    !/^(?:第.|局集团|车务段|机务段|工务段|分公司|总公司|研究中心|研究院|办公室|委员会)/u.test(bare) &&
    !/(?:大学|学院|中学|小学|医院|银行)$/u.test(bare)
    ? `bare|${bare}`
    : null
}

/** Forms that stand inside a printed name: an institute without its university, an office without the region above its own. */
function partForms(zones: readonly Zone[], find: OrganizationFind, regionStarts: ReadonlyMap<string, RegionFind>): string[] {
  const text = (zones[find.zone] as Zone).text
  const region = regionStarts.get(`${find.zone}|${find.start}`)
  const forms = region && region.start > find.start && region.end < find.end ? [text.slice(region.start, find.end)] : []
  if (
    find.parentEnd !== null &&
    find.end - find.parentEnd >= 6 &&
    /^(?:university|research|company|other)$/u.test(find.kind) &&
    !find.isDivision
  )
    forms.push(text.slice(find.parentEnd, find.end))
  return forms
}

function nameOf(forms: ReadonlySet<string>): string {
  let best = ''
  for (const form of forms) if (form.length > best.length && !/^本[报刊台网]$/u.test(form)) best = form
  return best || ([...forms][0] as string)
}
