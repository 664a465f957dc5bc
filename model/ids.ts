/** Identifiers: made from what makes a thing itself, never from chance or order. */
import { createHash } from 'node:crypto'
import type { Label } from './vocabulary'

const PREFIX: Readonly<Record<Label, string>> = {
  Document: 'doc',
  Article: 'art',
  Person: 'per',
  Organization: 'org',
  Region: 'reg',
  Policy: 'pol',
  Claim: 'clm',
  Figure: 'fig',
}
const LABEL_OF = new Map(Object.entries(PREFIX).map(([label, prefix]) => [prefix, label as Label]))
const FORM = /^([a-z]{3})_([0-9a-f]{20})$/

/** The id of the thing of this label that the parts identify: a prefix for the label and 80 bits of SHA-256 over the parts. */
export function idOf(label: Label, ...parts: readonly string[]): string {
  return `${PREFIX[label]}_${createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 20)}`
}

/** The label an id speaks of, or null where the text is no id of ours. */
export function labelOfId(id: string): Label | null {
  const match = FORM.exec(id)
  return match ? (LABEL_OF.get(match[1] as string) ?? null) : null
}
