/** Makes the policies of a page from their finds, and says who issued them. */

import { gather } from '../../gather'
import type { AnnotatedPolicy, Mention } from '../../values/annotations'
import type { PolicyFind } from '../finds'
import { fold } from '../text/fold'
import type { Zone } from '../text/zone'
import { Groups, mentionOf } from './entity-builder'

export interface BuiltPolicies {
  readonly entities: readonly AnnotatedPolicy[]
  readonly mentions: readonly Mention[]
}

export function buildPolicies(
  zones: readonly Zone[],
  finds: readonly PolicyFind[],
  issuerOf: (find: PolicyFind) => string | null,
): BuiltPolicies {
  const groups = new Groups<PolicyFind>()
  for (const find of finds) groups.add(find, [bare(find.name)])
  const entities: AnnotatedPolicy[] = []
  const mentions: Mention[] = []
  for (const group of groups.groups(zones).values()) {
    const id = `y${entities.length + 1}`
    const lead = group.finds.find(find => find.form === 'name') ?? (group.finds[0] as PolicyFind)
    entities.push({
      id,
      type: 'policy',
      name: lead.name,
      aliases: [...new Set([lead.name, ...group.forms, ...gather(group.finds, ({ aliases }) => aliases ?? [])])],
      kind: lead.kind,
      issuer: firstIssuer(group.finds, issuerOf),
    })
    for (const find of group.finds) mentions.push(mentionOf(id, find, find.form, zones))
  }
  return { entities, mentions }
}

/** The issuer of the first find that has one. */
function firstIssuer(finds: readonly PolicyFind[], issuerOf: (find: PolicyFind) => string | null): string | null {
  for (const find of finds) {
    const issuer = issuerOf(find)
    if (issuer) return issuer
  }
  return null
}

function bare(name: string): string {
  return fold(name).replace(/["“”‘’'《》\s]/gu, '')
}
