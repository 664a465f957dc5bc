/** Where a claim is said and of what region it is: the office of its speaker and what it is about, with all regions above. Pure. */
import type { Edge } from './edge'
import type { ReferenceLine } from './readings'

/** A region that a claim or a figure belongs to. */
export interface RegionShare {
  readonly region: string
  /** The speaker's office is there. */
  readonly office: boolean
  /** It is what the claim is about. */
  readonly about: boolean
  /** False for a region above. */
  readonly direct: boolean
}

/** Gives the ids of a region and all above it, itself first. Sets of provinces (东北) are above nothing: their members are asked for one by one. */
export type Above = (region: string) => readonly string[]

/** The regions above each, as the document's part of the reference hierarchy has them. `within` are zones with the division they lie in. */
export function hierarchy(
  lines: readonly ReferenceLine[],
  idOf: (key: string) => string,
  within: ReadonlyMap<string, string>,
): Above {
  const parents = new Map<string, string>()
  for (const { key, parent } of lines) if (parent !== null) parents.set(idOf(key), idOf(parent))
  return region => {
    const chain: string[] = []
    for (let at: string | undefined = region; at !== undefined && !chain.includes(at); at = parents.get(at) ?? within.get(at))
      chain.push(at)
    return chain
  }
}

/** The shares of a claim in regions, each region once. */
export function sharesOf(office: string | null, about: readonly string[], above: Above): readonly RegionShare[] {
  const shares = new Map<string, RegionShare>()
  const add = (start: string, how: 'office' | 'about'): void => {
    for (const [distance, region] of above(start).entries()) {
      const known = shares.get(region) ?? { region, office: false, about: false, direct: false }
      shares.set(region, { ...known, [how]: true, direct: known.direct || distance === 0 })
    }
  }
  if (office !== null) add(office, 'office')
  for (const region of about) add(region, 'about')
  return [...shares.values()]
}

/** IN_REGION of a claim. What stands in a printing that does not lead has REPRINTED_IN_REGION instead, so that counting relationships counts claims. */
export function claimInRegion(
  claim: { readonly id: string; readonly speakerRole?: unknown; readonly publishedOn?: unknown },
  shares: readonly RegionShare[],
): readonly Edge[] {
  return shares.map(({ region, office, about, direct }) => ({
    from: claim.id,
    to: region,
    props: {
      regionId: region,
      role: claim.speakerRole ?? null,
      day: claim.publishedOn ?? '',
      office,
      about,
      direct,
    },
  }))
}

/** IN_REGION of a figure: the region it measures, or where the body is that it measures, and all above. */
export function figureInRegion(
  figure: { readonly id: string; readonly regionId?: unknown; readonly publishedOn?: unknown },
  above: Above,
): readonly Edge[] {
  if (typeof figure.regionId !== 'string') return []
  const figureDay = figure.publishedOn ?? ''
  return above(figure.regionId).map((regionId, distance) => ({
    from: figure.id,
    to: regionId,
    props: { regionId, figureDay, direct: distance === 0 },
  }))
}
