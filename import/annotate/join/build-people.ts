/** Makes the people of a page and what they hold from their finds. */
import type { PersonRole } from '../../../model/vocabulary'
import nameWords from '../../lexicons/name-words.json'
import type { AnnotatedPerson, Mention, Position } from '../../values/annotations'
import type { SegmentedPage } from '../../values/document'
import type { OfficeFind, OrganizationFind, PersonFind } from '../finds'
import { fold } from '../text/fold'
import type { Zone } from '../text/zone'
import { Groups, mentionOf } from './entity-builder'

export interface BuiltPeople {
  readonly entities: readonly AnnotatedPerson[]
  readonly mentions: readonly Mention[]
  readonly positions: readonly Position[]
}

export function buildPeople(
  page: SegmentedPage,
  zones: readonly Zone[],
  finds: readonly (readonly PersonFind[])[],
  offices: readonly OfficeFind[],
  callings: readonly OfficeFind[],
  organizationId: (find: OrganizationFind) => string | null,
  regionId: ReadonlyMap<string, string>,
  governmentOf: (region: string) => string | null,
  outletOf: (article: number) => string | null,
): BuiltPeople {
  const groups = new Groups<PersonFind>()
  for (const mine of finds) for (const find of mine) groups.add(find, [fold(find.name)])
  const bylines = new Set(page.articles.flatMap(article => [...article.byline, ...article.credited].map(fold)))
  const scholars = new Set<string>()
  for (const mine of finds)
    for (const { zone, end, name } of mine) {
      const after = (zones[zone] as Zone).folded.slice(end, end + 4)
      if (/^ ?(?:摄(?!影)|供图)/u.test(after)) bylines.add(fold(name))
      if (/^(?:院士)?(?:团队|课题组)/u.test(after)) scholars.add(fold(name))
    }
  const rolesOf = new Map<string, HeldRole[]>()
  const guests = new Set<string>()
  const electedTo = new Set<string>()
  for (const { person, role, organization, region, title, rule } of [...offices, ...callings]) {
    const key = fold(person.name)
    // （作者系海州大学教授）: who writes as a guest.
    if (rule === 'office-of-author' && organization?.kind !== 'media') guests.add(key)
    const ofCompany = organization?.kind === 'company' || /创始人|总裁|总经理|董事长|首席执行官/u.test(title)
    // A seat in a congress is beside what somebody is.
    const elected = organization?.kind === 'legislature' && /(?:委员|代表)$/u.test(title) && !/常委|主任委员/u.test(title)
    const held = { role, placed: organization !== null || region !== null, ofCompany }
    const mine = rolesOf.get(key) ?? []
    if (mine.length === 0) rolesOf.set(key, mine)
    mine.push(elected ? { ...held, role: 'other' } : held)
    if (elected) electedTo.add(key)
  }
  const entities: AnnotatedPerson[] = []
  const mentions: Mention[] = []
  const idOf = new Map<string, string>()
  const add = (key: string, name: string, aliases: readonly string[]): string => {
    const id = `p${entities.length + 1}`
    idOf.set(key, id)
    entities.push({
      id,
      type: 'person',
      name,
      aliases,
      role: roleOf(
        electedTo.has(key) && rolesOf.get(key)?.every(({ role }) => role === 'other')
          ? [{ role: 'official', placed: true, ofCompany: false }]
          : (rolesOf.get(key) ?? (scholars.has(key) ? [{ role: 'expert', placed: false, ofCompany: false }] : [])),
        bylines.has(key) && !guests.has(key),
        key,
      ),
    })
    return id
  }
  for (const [key, group] of groups.groups(zones)) {
    const first = group.finds[0] as PersonFind
    const forms = new Set(
      group.finds.filter(find => find.form !== 'title').map(find => (zones[find.zone] as Zone).text.slice(find.start, find.end)),
    )
    for (const find of group.finds) {
      // 习近平总书记 is a form of the name where press usage always adds the title.
      const after = (zones[find.zone] as Zone).folded.slice(find.end, find.end + 3)
      const address = /^(?:总书记|同志)/u.exec(after)?.[0]
      if (address && find.form === 'name') forms.add((zones[find.zone] as Zone).text.slice(find.start, find.end + address.length))
    }
    const full = [...forms].find(form => fold(form) === key) ?? first.name
    const id = add(key, full, [...forms])
    for (const find of group.finds) mentions.push(mentionOf(id, find, find.form, zones))
  }
  for (const article of page.articles)
    for (const name of [...article.byline, ...article.credited]) if (!idOf.has(fold(name))) add(fold(name), name, [name])
  const positions: Position[] = []
  const seen = new Set<string>()
  for (const office of offices) {
    const person = idOf.get(fold(office.person.name))
    if (!person) continue
    const zone = zones[office.zone] as Zone
    const organization = office.organization
      ? organizationId(office.organization)
      : office.region
        ? governmentOf(office.region)
        : office.role === 'journalist' && /^本[报刊台网社]/u.test(office.title)
          ? outletOf(zone.article)
          : null
    // Who writes for a paper that the page does not name holds no office that could be drawn.
    if (office.role === 'journalist' && (organization === null || !/记者$/u.test(office.title))) continue
    const region = office.region ? (regionId.get(office.region) ?? null) : null
    const title = office.title.replace(/^本[报刊台网社](?=.)/u, '')
    const key = `${person}|${organization}|${title}`
    if (seen.has(key)) continue
    seen.add(key)
    positions.push({
      person,
      organization,
      region,
      title,
      former: office.former,
      article: zone.article,
      place: zone.place,
      span: { start: office.start, end: office.end },
    })
  }
  return { entities, mentions, positions }
}

/** The role that one office gives, whether the text says where it is held, and whether it is the head of a company. */
interface HeldRole {
  readonly role: PersonRole
  readonly placed: boolean
  readonly ofCompany: boolean
}

/**
 * Who writes or takes pictures is a journalist; else the first title that says something decides, of those with a body before those without.
 * A scholar in an association is a scholar, the founder of a company is none, and who holds an office of state beside one of an association is an official.
 */
function roleOf(held: readonly HeldRole[], wrote: boolean, key: string): PersonRole {
  if (wrote) return 'journalist'
  if (nameWords.leaders.includes(key)) return 'official'
  const weighty = held.filter(({ role }) => role !== 'other')
  const first = weighty[0]
  if (!first) return held[0]?.role ?? 'other'
  if (first.role === 'executive' && !first.ofCompany) {
    if (weighty.some(({ role }) => role === 'expert')) return 'expert'
    if (weighty.some(({ role, placed }) => role === 'official' && placed)) return 'official'
  }
  if (first.role === 'official' && !first.placed) return weighty.find(({ placed }) => placed)?.role ?? first.role
  return first.role
}
