/** Bodies that reference data knows by their short forms: ministries, state companies, universities, papers, well-known companies. */
import type { OrganizationKind } from '../../model/vocabulary'
import nationalBodies from '../lexicons/national-bodies.json'
import numberedBodies from '../lexicons/numbered-bodies.json'
import wellKnownBodies from '../lexicons/well-known-bodies.json'
import { normaliseName } from './normalise'

export interface KnownBody {
  /** Its full name, normalised. */
  readonly name: string
  readonly kind: string
}

const bodies = new Map<string, readonly KnownBody[]>()
for (const { name, kind, short } of [...nationalBodies.entries, ...wellKnownBodies.entries]) {
  const body = { name: normaliseName(name), kind }
  for (const form of [name, ...short].map(normaliseName)) {
    if (!isGroupOfStock(form, body.name) && !named(form, body.name)) bodies.set(form, [...(bodies.get(form) ?? []), body])
  }
}
// A full name is nobody else's short form.
for (const [form, bearers] of bodies) {
  const own = bearers.filter(({ name }) => name === form)
  if (own.length > 0 && own.length < bearers.length) bodies.set(form, own)
}

function named(form: string, name: string): boolean {
  return bodies.get(form)?.some(body => body.name === name) ?? false
}

/** 潍柴集团 is the parent of 潍柴动力股份有限公司 and no short form of it. */
function isGroupOfStock(form: string, name: string): boolean {
  return /集团$/u.test(form) && /股份(?:有限)?公司$/u.test(name) && !/集团/u.test(name)
}

const NUMBER = '第?([一二三四五六七八九十]+)'
const LEGAL_FORM = '(?:集团)?(?:股份)?(?:有限(?:责任)?公司)?'
const NUMBERED = numberedBodies.entries.flatMap(({ name, kind, short }) =>
  [name, ...short].map(form => ({ kind, name, shape: new RegExp(`^${form.replace('#', NUMBER)}${LEGAL_FORM}$`, 'u') })),
)

/** The body that a normalised name is known to mean; null where it means none, or several and `kind` does not tell them apart. */
export function knownBody(form: string, kind: OrganizationKind | null): KnownBody | null {
  const fitting = [numberedBody(form) ?? bodies.get(form) ?? []].flat().filter(body => isOfKind(body, kind))
  return fitting.length === 1 ? (fitting[0] as KnownBody) : null
}

function isOfKind(body: KnownBody, kind: OrganizationKind | null): boolean {
  return kind === null || kind === 'other' || body.kind === kind
}

function numberedBody(form: string): KnownBody | null {
  if (!form.includes('局') && !form.includes('航')) return null
  for (const { shape, name, kind } of NUMBERED) {
    const number = shape.exec(form)?.[1]
    if (number) return { name: name.replace('#', `第${number}`), kind }
  }
  return null
}

const LONGEST = Math.max(...[...bodies.keys()].map(form => form.length))

/** The known body of the kind with which a normalised name begins, its longest form; something follows it. */
export function leadingBody(name: string, kind: OrganizationKind): { readonly body: KnownBody; readonly length: number } | null {
  for (let length = Math.min(LONGEST, name.length - 1); length >= 2; length--) {
    const bearers = (bodies.get(name.slice(0, length)) ?? []).filter(body => body.kind === kind)
    if (bearers.length === 1) return { body: bearers[0] as KnownBody, length }
  }
  return null
}
