/** Makes a large corpus out of a few pages: in every copy the names of people and all numbers are others, so that nothing can be remembered. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import givenNames from '../import/lexicons/given-name-characters.json'
import surnames from '../import/lexicons/surnames.json'
import { extractDocument } from '../import/pipeline'
import type { SourceDocument } from '../import/values/document'

interface Template {
  readonly name: string
  /** The page cut where names and numbers stand: text, name or number, text, … */
  readonly parts: readonly { readonly kind: 'text' | 'name' | 'digits'; readonly text: string }[]
}

/** The five articles, where they are at hand, and the samples. */
export const ARTICLES = ['../shared/articles', 'samples']
/** Pages of every kind of paper, shorter and denser in names, statements and figures than whole archive pages are. */
export const PAGES = ['tests/pages']

/** The pages of some folders, to be varied. */
export function templates(folders: readonly string[]): readonly Template[] {
  return folders
    .map(folder => join(__dirname, '..', folder))
    .filter(folder => existsSync(folder))
    .flatMap(folder =>
      readdirSync(folder)
        .filter(name => name.endsWith('.txt') && name !== 'held-out.txt')
        .sort()
        .map(name => template(name, readFileSync(join(folder, name), 'utf8'))),
    )
}

function template(name: string, text: string): Template {
  const people = extractDocument({ name, text, meta: {} })
    .people.map(person => person.name)
    .filter(known => known.length >= 2)
  const shapes = [...new Set(people)].sort((a, b) => b.length - a.length).map(known => known.replace(/[^\p{L}\p{N}]/gu, '.'))
  const shape = new RegExp(`(${[...shapes, '\\d+'].join('|')})`, 'gu')
  const parts = text
    .split(shape)
    .filter(part => part !== '')
    .map(part => ({
      kind: /^\d+$/u.test(part) ? ('digits' as const) : people.includes(part) ? ('name' as const) : ('text' as const),
      text: part,
    }))
  return { name, parts }
}

/** Copy number `copy` of a template. The same number gives the same text. */
export function vary({ name, parts }: Template, copy: number): SourceDocument {
  const random = generator(copy * 7919 + name.length)
  const renamed = new Map<string, string>()
  const text = parts.map(part => {
    if (part.kind === 'text') return part.text
    if (part.kind === 'digits') return /^(?:19|20)\d\d$/u.test(part.text) ? part.text : newDigits(part.text, random)
    const known = renamed.get(part.text)
    if (known) return known
    const fresh = newName(part.text.length, random)
    renamed.set(part.text, fresh)
    return fresh
  })
  return { name: `${copy}-${name}`, text: text.join(''), meta: {} }
}

function newDigits(text: string, random: () => number): string {
  return [...text]
    .map((digit, i) => (i === 0 && digit !== '0' ? 1 + Math.floor(random() * 9) : Math.floor(random() * 10)))
    .join('')
}

const GIVEN = characters(givenNames)

function newName(length: number, random: () => number): string {
  const pick = (from: string) => from[Math.floor(random() * from.length)] as string
  let name = pick(surnames.single.slice(0, 200))
  while (name.length < Math.max(2, Math.min(length, 3))) name += pick(GIVEN)
  return name
}

function characters(list: unknown): string {
  const text = JSON.stringify(list).replace(/"source":"(?:[^"\\]|\\.)*"/u, '')
  return [...new Set(text.match(/[\u4e00-\u9fff]/gu) ?? ['明'])].join('')
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
