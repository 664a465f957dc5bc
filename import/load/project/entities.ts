/** What a document says of its entities themselves: where bodies are and to whom they belong, where zones lie, who issued a policy and where it applies. */
import type { Projection } from './projection'

/** States where the bodies are and to which others they belong. */
export function projectBodies(page: Projection): void {
  for (const body of page.record.organizations) {
    const { article, props } = page.firstPlace(body.id)
    const common = { ...props, document: page.document, fromLocalId: body.id }
    const seat = page.seats.get(body.id)
    if (seat && page.localRegions.has(seat.region)) {
      const props = { ...common, toLocalId: seat.region, source: 'TEXT' }
      page.edge('LOCATED_IN', page.who(body.id, article), page.who(seat.region, article), props)
    }
    if (body.parent !== null) {
      const parent = page.who(body.parent, article)
      page.edge('ORGANIZATION_PART_OF', page.who(body.id, article), parent, { ...common, toLocalId: body.parent })
    }
  }
}

/** A zone without a code lies in the division that the record gives. */
export function projectZones(page: Projection): void {
  for (const region of page.record.regions) {
    if (region.adcode !== null || region.within === null) continue
    const division = page.resolved.regions.find(({ adcode }) => adcode === region.within)
    if (!division) continue
    const { article, props } = page.firstPlace(region.id)
    const above = page.regionOwner(division.key)
    const self = page.who(region.id, article)
    if (self !== above) {
      page.edge('REGION_PART_OF', self, above, {
        ...props,
        document: page.document,
        fromLocalId: region.id,
        toKey: division.key,
      })
    }
  }
}

/** States who issued the policies and where they apply. */
export function projectPolicies(page: Projection): void {
  for (const policy of page.record.policies) {
    const { article, props } = page.firstPlace(policy.id)
    const common = { ...props, document: page.document, fromLocalId: policy.id }
    const self = page.who(policy.id, article)
    if (policy.issuer !== null) {
      page.edge('ISSUED_BY', self, page.who(policy.issuer, article), { ...common, toLocalId: policy.issuer })
    }
    const region = regionInTitle(page, policy.name)
    if (region !== null) page.edge('APPLIES_TO', self, page.who(region, article), { ...common, toLocalId: region })
  }
}

/** The region of the document whose name the title begins with (《吉林省…条例》 applies to 吉林省); the longest form wins. */
function regionInTitle(page: Projection, title: string): string | null {
  const bare = title.replace(/^[《“"]+/u, '')
  let best: { readonly id: string; readonly length: number } | null = null
  for (const region of page.record.regions) {
    for (const form of [region.name, ...region.aliases]) {
      if (form.length >= 2 && bare.startsWith(form) && bare !== form && form.length > (best?.length ?? 0)) {
        best = { id: region.id, length: form.length }
      }
    }
  }
  return best?.id ?? null
}
